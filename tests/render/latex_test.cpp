// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/formats/latex.hpp>

#include "catch.hpp"
#include "sheet_fixture.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace render_latex_test {

using treatise::render_detail::latex_escaped;

namespace {

/// Counts of what stands in the text outside of escapes.
struct signs {
    int open = 0, close = 0, cells = 0;
};
signs signs_of(std::string_view text) {
    signs made;
    for (std::size_t i = 0; i != text.size(); ++i) {
        if (text[i] == '\\' && i + 1 != text.size())
            ++i;
        else if (text[i] == '{')
            ++made.open;
        else if (text[i] == '}')
            ++made.close;
        else if (text[i] == '&')
            ++made.cells;
    }
    return made;
}

}  // namespace

TEST_CASE("No sign of a text is a command of LaTeX", "[latex]") {
    CHECK(latex_escaped("# $ % & _ { }") == "\\# \\$ \\% \\& \\_ \\{ \\}");
    CHECK(latex_escaped("~ ^ \\ < > | \" `") ==
          "\\textasciitilde{} \\textasciicircum{} \\textbackslash{} \\textless{} \\textgreater{} \\textbar{} \\textquotedbl{} "
          "\\textasciigrave{}");
    CHECK(latex_escaped("[a] *b*") == "{[}a{]} {*}b{*}");  // behind \\ these would be its options
    CHECK(latex_escaped("a--b ---- '' ,,") == "a-{}-b -{}-{}-{}- '{}' ,{},");
    CHECK(latex_escaped("† § ≠ ≤ ≥ · × – …") ==
          "\\textdagger{} \\S{} \\ensuremath{\\neq} \\ensuremath{\\leq} \\ensuremath{\\geq} · × \\textendash{} \\ldots{}");
    CHECK(latex_escaped("a\nb\x1b") == "a b");
}

TEST_CASE("A letter that LaTeX knows stays, one that it does not know prints its number", "[latex]") {
    CHECK(latex_escaped("Köln Łódź ±½") == "Köln Łódź ±½");
    CHECK(latex_escaped("e\u0301 n\u0303") == "\\'{e} \\~{n}");
    CHECK(latex_escaped("神") == "\\treatisechar{795E}{神}");
    CHECK(latex_escaped("💊") == "\\treatisechar{1F48A}{💊}");
    CHECK(latex_escaped("\xFF") == "\\treatisechar{FFFD}{\uFFFD}");
    CHECK(latex_escaped("\u0301") == "\\treatisechar{0301}{\u0301}");
}

TEST_CASE("The tables of characters are in order", "[latex]") {
    auto const ordered = [](auto const& all) {
        return std::is_sorted(std::begin(all), std::end(all), [](auto const& a, auto const& b) { return a.value < b.value; });
    };
    CHECK(ordered(treatise::render_detail::latex_characters));
    CHECK(ordered(treatise::render_detail::latex_accents));
}

TEST_CASE("Every row has its cells and every brace its other", "[latex]") {
    for (auto const& s : {sheets::handout(), sheets::nasty()}) {
        auto const all = latex(s);
        CHECK(signs_of(all).open == signs_of(all).close);
        auto const part = latex(s, {.document = false});
        CHECK(signs_of(part).open == signs_of(part).close);
        auto body = all.substr(all.find("\\endfoot\n") + 9);
        body.resize(body.find("\\end{longtable}"));
        std::size_t rows = 0;
        for (std::size_t first = 0; first < body.size();) {
            auto const end = body.find('\n', first);
            auto const line = std::string_view{body}.substr(first, end - first);
            first = end + 1;
            if (line.starts_with("\\addlinespace") || line.starts_with("\\specialrule")) continue;
            if (line.starts_with("\\multicolumn")) {
                CHECK(line.ends_with(" \\\\*"));
                continue;
            }
            ++rows;
            CHECK(line.ends_with(" \\\\"));
            CHECK(signs_of(line).cells == static_cast<int>(s.columns.size()) - 1);
        }
        std::size_t expected = 0;
        for (auto const& section : s.sections) expected += section.rows.size();
        CHECK(rows == expected);
    }
}

TEST_CASE("A part of a document breaks between rows, so that it stands in a slide", "[latex]") {
    auto const part = latex(sheets::handout(), {.document = false});
    CHECK(part.find("longtable") == part.npos);
    CHECK(part.find("\\documentclass") == part.npos);
    std::size_t tables = 0;
    for (auto at = part.find("\\begin{tabular}"); at != part.npos; at = part.find("\\begin{tabular}", at + 1)) ++tables;
    CHECK(tables == 4);  // the headings and three rows
}

TEST_CASE("Head, blocks and sources travel with the table, in a document or in a part of one", "[latex]") {
    auto const s = sheets::handout();
    for (bool document : {true, false}) {
        auto const page = latex(s, {.document = document});
        CHECK((page.find("\\begin{document}") != page.npos) == document);
        for (auto const& t : {s.title, s.head[0], s.head[1], s.behind[0], s.blocks[0].lines[0].text, s.sources[0].citation})
            CHECK(page.find(latex_escaped(t)) != page.npos);
        CHECK(page.find("\\href{https://doi.org/10.1002/14651858.CD007115.pub3}{") != page.npos);
    }
    auto const nasty = latex(sheets::nasty());
    CHECK(
        nasty.find("\\href{https://example.org/a\\_b?c=d\\&e=\\%20f\\#g\\%7Eh\\%7Bi\\%7D\\%7C\\%3Cj\\%3E\\%22k}") != nasty.npos);
    CHECK(nasty.find("\\href{javascript") == nasty.npos);
    CHECK_NOTHROW(latex(treatise::sheet{}));
}

}  // namespace render_latex_test
