// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/formats/markdown.hpp>

#include "catch.hpp"
#include "sheet_fixture.hpp"

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace render_markdown_test {

namespace {

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// The cells of a line of a pipe table, as GitHub cuts it: at pipes without a backslash.
std::vector<std::string> cells_of(std::string const& line) {
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 != line.size()) {
            cell += line[i];
            cell += line[++i];
        } else if (line[i] == '|') {
            auto const first = cell.find_first_not_of(' ');
            cells.push_back(first == cell.npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
            cell.clear();
        } else {
            cell += line[i];
        }
    }
    return cells;
}

/// The text that a reader sees: escapes and entities read.
std::string read(std::string_view text) {
    std::string made;
    while (!text.empty()) {
        auto const take = [&](std::string_view from, std::string_view to) {
            if (!text.starts_with(from)) return false;
            made += to;
            text.remove_prefix(from.size());
            return true;
        };
        if (take("&amp;", "&") || take("&lt;", "<") || take("&gt;", ">")) continue;
        if (text[0] == '\\') text.remove_prefix(1);
        made += text[0];
        text.remove_prefix(1);
    }
    return made;
}

}  // namespace

TEST_CASE("Statements of a cell stand under each other, numbers of sources behind them", "[markdown]") {
    auto const page = markdown(sheets::handout());
    for (std::string_view line :
        {
            "| Treatment | Guidelines | Pain at least halved | Common side effects | Warnings and contraindications |\n"
            "|:--|:--|:--|:--|:--|\n| **Recommended for this condition by AAN 2022** | | | | |\n",
            "| Gabapentinoids<br>gabapentin, pregabalin<br>bind calcium channels | recommended (AAN 2022, Level B) \\[1\\]<br>"
            "pregabalin: FDA-approved \\[2\\] |",
            "| sources disagree:<br>45 vs 26, moderate certainty \\[3\\]<br>no important difference \\[4\\] |",
            "(4 trials) \\[4\\]; dry mouth 13 vs 5, any use \\[3\\]<br>venlafaxine: no figure here |",
            "| 79 vs 5 on usual care \\[4\\]§ |",
            "\n**Label warnings and cautions, whole, a treatment a line**\n\n- Duloxetine: Label warning (FDA): abnormal "
            "bleeding, "
            "hepatotoxicity \\[2\\]; Caution: epilepsy \\[2\\]\n- Pregabalin:",
            "\n- \\[1\\] AAN 2022: Price R et al. Oral and topical treatment of painful diabetic polyneuropathy. Neurology 98:31 "
            "<https://doi.org/10.1212/WNL.0000000000013038>\n",
        })
        CHECK(page.find(line) != page.npos);
}

TEST_CASE("Every line of a table has the same number of cells, and their text comes back", "[markdown]") {
    for (auto const& s : {sheets::handout(), sheets::nasty()}) {
        std::vector<std::vector<std::string>> rows;
        for (auto const& line : lines_of(markdown(s)))
            if (line.starts_with('|')) rows.push_back(cells_of(line));
        REQUIRE(rows.size() > 3);
        for (auto const& r : rows) CHECK(r.size() == s.columns.size());

        std::size_t n = 2;
        for (auto const& section : s.sections) {
            if (!section.heading.empty()) CHECK(read(rows[n++][0]) == "**" + treatise::printed(section.heading) + "**");
            for (auto const& row : section.rows) {
                for (std::size_t c = 1; c != row.cells.size(); ++c)
                    for (auto const& statement : row.cells[c].statements)
                        CHECK(read(rows[n][c]).find(treatise::printed(statement.text)) != std::string::npos);
                ++n;
            }
        }
        CHECK(n == rows.size());
    }
}

TEST_CASE("Nothing in a text is markup", "[markdown]") {
    auto const page = markdown(sheets::nasty());
    for (std::string_view raw :
        {"<b>", "<script", "<tag", "[link](", " *no*", " _emphasis_", " `code`", " ~~gone", "\x1b", "\r", "\t"})
        CHECK(page.find(raw) == page.npos);
    for (std::string_view line :
        {"\n1\\. not a list\n", "\n\\# not a heading\n", "\n\\= neither\n", "\n\\- nor this\n", "\n- 1\\. C"})
        CHECK(page.find(line) != page.npos);
    CHECK(page.find("](javascript:") == page.npos);
    CHECK(page.find("<javascript:") == page.npos);
    CHECK(page.find("<https://example.org/a_b?c=d&e=%20f#g~h%7Bi%7D%7C%3Cj%3E%22k>") != page.npos);
}

TEST_CASE("Head, sources and what stands behind travel with the table", "[markdown]") {
    auto const s = sheets::handout();
    auto const page = markdown(s);
    CHECK(page.starts_with("# Painful diabetic neuropathy"));
    for (auto const& e : s.head) CHECK(page.find(e) != page.npos);
    CHECK(page.find("**Sources cited above (4)**") != page.npos);
    for (auto const& x : s.sources) CHECK(page.find(x.citation) != page.npos);
    CHECK(page.find("§ interest: the maker of the device paid for the trial") != page.npos);
    CHECK(page.find("**About this table**") != page.npos);
    CHECK(markdown(sheets::for_patients()).find("> Do not start, stop or change") != std::string::npos);
    CHECK_NOTHROW(markdown(treatise::sheet{}));
}

}  // namespace render_markdown_test
