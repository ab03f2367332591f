// SPDX-License-Identifier: BSL-1.0
// What a table of the built-in knowledge asks of its reader, over all causes and views.
#include "catch.hpp"
#include "sampled.hpp"

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>

#include <treatise/render/lay_out.hpp>
#include <treatise/table/compare.hpp>
#include <treatise/words/abbreviations.hpp>
#include <treatise/words/text_measures.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whole_apparatus_test {

using namespace treatise;
namespace np = treatise::neuropathic_pain;

namespace {

auto const& kb = np::knowledge;

std::size_t words_in(std::string_view text) {
    std::size_t n = 0;
    bool open = false;
    for (char const c : text) {
        bool const blank = c == ' ' || c == '\n';
        n += !blank && !open;
        open = !blank;
    }
    return n;
}

/// Each view of each cause, as words.
template <class F>
void each_sheet(F f) {
    for (auto const asked : fixture::sampled(kb.all<cause>()))
        for (auto const& v : views::all) {
            scope s;
            if (v.least_options != 0) s.options = {np::duloxetine, np::pregabalin, np::amitriptyline};
            auto const c = compare(kb, asked, v, s);
            if (c.rows.empty()) continue;
            INFO(kb.key(asked) << ", " << v.key);
            f(c, lay_out(c));
        }
}
template <class F>
void each_cell(sheet const& s, F f) {
    for (auto const& section : s.sections)
        for (auto const& row : section.rows)
            for (std::size_t c = 1; c < row.cells.size(); ++c) f(row.cells[c]);
}

/// An abbreviation that no one explains: neither the field's own list, nor a name of the base, nor the label of a source.
bool is_unexplained(sheet const& s, std::string_view abbreviation, std::string_view text) {
    if (!expansion(kb, english, abbreviation).empty()) return false;
    for (auto const& source : s.sources)
        if (text_measures::has_word(source.label, abbreviation)) return false;
    for (auto const& entry : s.legend)
        if (entry.sign == abbreviation) return false;
    for (std::uint32_t n = 0; n != kb.entity_count(); ++n)
        if (text_measures::has_word(kb.name(id<entity>::from_number(n)), abbreviation)) return false;
    return text.find(abbreviation) != text.npos;
}

}  // namespace

// Sources, what stands behind them, and the warnings below a table are apart. So is fibromyalgia, which the base only names since
// sources pool its trials with those of nerve pain: its one row is shorter than any head.
TEST_CASE("the words around a table are at most half of the words in it, or a hundred", "[apparatus]") {
    each_sheet([](comparison const& made, sheet const& s) {
        if (made.asked == np::fibromyalgia) return;
        std::size_t around = words_in(s.title), inside = 0;
        for (auto const& t : s.head) around += words_in(t);
        for (auto const& e : s.legend) around += words_in(e.sign) + words_in(e.meaning);
        for (auto const& b : s.blocks)
            if (b.key != "label-warnings")
                for (auto const& line : b.lines)
                    (line.text.find("treatise ") == line.text.npos ? inside : around) += words_in(line.text);
        each_cell(s, [&](sheet_cell const& c) { inside += words_in(cell_text(s, c)); });
        CAPTURE(around, inside);
        CHECK(around <= std::max<std::size_t>(100, inside / 2));
    });
}

TEST_CASE("four cells of five have no mark but numbers of sources, and no abbreviation that nobody explains", "[apparatus]") {
    each_sheet([](comparison const&, sheet const& s) {
        std::size_t filled = 0, plain = 0;
        std::string unread;
        each_cell(s, [&](sheet_cell const& c) {
            if (c.statements.empty()) return;
            ++filled;
            bool readable = true;
            for (auto const& statement : c.statements) {
                readable = readable && !statement.interest;
                for (auto const& a : text_measures::abbreviations(statement.text))
                    if (is_unexplained(s, a, statement.text)) readable = false, unread += a + ' ';
            }
            plain += readable;
        });
        CAPTURE(filled, plain, unread);
        if (filled >= 10) CHECK(plain * 10 >= filled * 8);  // of fewer, one seller's statement would decide
    });
}

TEST_CASE(
    "a table has at most three lines before it and six entries of a legend, and cites each source that it lists", "[apparatus]") {
    each_sheet([](comparison const&, sheet const& s) {
        CHECK(1 + s.head.size() <= 3);
        CHECK(s.legend.size() <= 6);
        std::vector<bool> cited(s.sources.size(), false);
        auto const see = [&](sheet_statement const& statement) {
            for (auto n : statement.sources) cited.at(n) = true;
        };
        for (auto const& section : s.sections)
            for (auto const& row : section.rows)
                for (auto const& c : row.cells) std::for_each(c.statements.begin(), c.statements.end(), see);
        for (auto const& b : s.blocks) std::for_each(b.lines.begin(), b.lines.end(), see);
        for (std::size_t n = 0; n != cited.size(); ++n) {
            CAPTURE(s.sources[n].label);
            bool const heads = std::any_of(s.sections.begin(), s.sections.end(),
                [&](auto const& section) { return section.heading.find(s.sources[n].label) != std::string::npos; });
            CHECK((cited[n] || heads));
        }
    });
}

TEST_CASE("no warning is cut: none ends in dots or counts what it leaves out", "[apparatus]") {
    each_sheet([](comparison const&, sheet const& s) {
        auto const whole = [](sheet_statement const& statement) {
            if (!statement.is_warning) return;
            CAPTURE(statement.text);
            CHECK(statement.text.find("...") == std::string::npos);
            CHECK(statement.text.find("…") == std::string::npos);
            CHECK(statement.text.find(" +") == std::string::npos);
        };
        each_cell(s, [&](sheet_cell const& c) { std::for_each(c.statements.begin(), c.statements.end(), whole); });
        for (auto const& b : s.blocks) std::for_each(b.lines.begin(), b.lines.end(), whole);
    });
}

TEST_CASE("the plain register has no codes and no words of the trade", "[apparatus]") {
    for (auto const asked : kb.all<cause>()) {
        scope s;
        s.options = {np::duloxetine, np::pregabalin, np::amitriptyline, np::tramadol};
        auto const page = lay_out(compare(kb, asked, views::patient, s));
        each_cell(page, [&](sheet_cell const& c) {
            auto const text = cell_text(page, c);
            CAPTURE(text);
            for (auto const* word : {"boxed", "CYP", "CYP2D6", "CYP1A2", "CYP3A4", "schedule", "somnolence", "hepatotoxicity",
                     "NNT", "NNH", "risk ratio", "contraindicated", "adverse"})
                CHECK_FALSE(text_measures::has_word(text, word));
            for (auto const* sign : {"†", "‡", "[1]", "§"}) CHECK(text.find(sign) == std::string::npos);
        });
    }
}

}  // namespace whole_apparatus_test

#else

TEST_CASE("what a table asks of its reader", "[apparatus]") {
    WARN("skipped: treatise/knowledge/neuropathic_pain.hpp is not baked");
    SUCCEED();
}

#endif
