// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/formats/text.hpp>

#include "catch.hpp"
#include "sheet_fixture.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace render_text_writer_test {

using treatise::display_width;
using treatise::plain_text;
using treatise::text_options;

namespace {

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// How often each word stands in it; rules are not words.
std::map<std::string, int> words_of(std::string const& text) {
    std::map<std::string, int> words;
    std::istringstream in{text};
    for (std::string word; in >> word;)
        if (word.find_first_not_of("-=") != word.npos) ++words[word];
    return words;
}

/// The characters of it without those of frames and spaces, in which even broken words are the same.
std::map<char, int> letters_of(std::string const& text) {
    std::map<char, int> letters;
    for (char c : text)
        if (std::string_view{" \n-=;"}.find(c) == std::string_view::npos) ++letters[c];
    return letters;
}

/// Two rows of two kinds.
treatise::sheet small() {
    treatise::sheet s;
    s.title = "Shingles pain: documented treatments";
    s.head = {"Not advice for one person.", "Numbers: people out of 100."};
    s.columns = {"Treatment", "Guidelines", "Benefit", "Harms"};
    s.column_keys = {"option", "guidance", "benefit", "harms"};
    using namespace sheets;
    s.sections = {
        {"By mouth",
            {{"b", {cell({says("Gabapentinoids"), says("gabapentin, pregabalin")}),
                       cell({says("offer (AAN 2022, Level B)", {0}), says("FDA-approved", {1})}), cell({says("38 vs 23", {0})}),
                       cell({warns("Safety communication (FDA): breathing", {1}), goes_on(says("9 vs 4 stopped", {0}))})}}}},
        {"On the skin", {{"c", {cell({says("Lidocaine patch")}), cell({says("for specialists", {0})}), not_reported(),
                                   cell({sold(warns("Label: allergy", {1}))})}}}}};
    s.blocks = {{"more", "More", {says("Every option: treatise compare.")}}};
    s.legend = {{"§", "has an interest"}, {"not reported", "no source says"}};
    s.sources_heading = "Sources (2)";
    s.sources = {{"a", "AAN 2022", "Neurology 98:31", "https://doi.org/10.1/x", ""}, {"f", "FDA 2019", "", "", "none"}};
    s.behind_heading = "About this table";
    s.behind = {"Edited by us."};
    s.interest_word = "(interest)";
    return s;
}

}  // namespace

TEST_CASE("A page has a column for each heading and a line for each statement", "[text]") {
    CHECK('\n' + plain_text(small(), {.width = 80}) == R"(
Shingles pain: documented treatments
Not advice for one person.
Numbers: people out of 100.

Treatment         Guidelines            Benefit        Harms
================================================================================
-- By mouth --------------------------------------------------------------------
Gabapentinoids    offer (AAN 2022,      38 vs 23 [1]   Safety communication
 gabapentin,       Level B) [1]                         (FDA): breathing [2]; 9
 pregabalin       FDA-approved [2]                      vs 4 stopped [1]
-- On the skin -----------------------------------------------------------------
Lidocaine patch   for specialists [1]   not reported   Label: allergy [2]§

More
Every option: treatise compare.

§  has an interest   not reported: no source says

Sources (2)
[1] AAN 2022: Neurology 98:31 https://doi.org/10.1/x
[2] FDA 2019 § none

About this table: Edited by us.
)");
}

TEST_CASE("On a page without room for columns each row is a block", "[text]") {
    auto const page = '\n' + plain_text(small(), {.width = 40});
    CHECK(page.find(R"(
-- By mouth ----------------------------
Gabapentinoids
gabapentin, pregabalin
  Guidelines: offer (AAN 2022, Level B)
    [1]
    FDA-approved [2]
  Benefit: 38 vs 23 [1]
)") != page.npos);
}

TEST_CASE("No line is longer than the page", "[text]") {
    for (auto const& s : {sheets::handout(), sheets::for_patients(), sheets::nasty(), small(), treatise::sheet{}})
        for (unsigned width = 40; width <= 200; width += width < 120 ? 3 : 20)
            for (bool ascii : {false, true})
                for (bool turned : {false, true})
                    for (auto const& line : lines_of(plain_text(s, {.width = width, .ascii = ascii, .transpose = turned}))) {
                        CAPTURE(width, ascii, turned, line);
                        REQUIRE(display_width(line) <= width);
                    }
    for (auto const& line : lines_of(plain_text(small(), {.width = 0}))) CHECK(display_width(line) <= 40);
}

TEST_CASE("The words do not depend on the width", "[text]") {
    auto const s = sheets::handout();
    auto const all = words_of(plain_text(s, {.width = 140}));
    for (unsigned width = 110; width <= 250; width += 3) {
        CAPTURE(width);
        REQUIRE(words_of(plain_text(s, {.width = width})) == all);
    }
    auto const letters = letters_of(plain_text(sheets::nasty(), {.width = 140}));
    for (unsigned width = 110; width <= 200; width += 3) {
        CAPTURE(width);
        REQUIRE(letters_of(plain_text(sheets::nasty(), {.width = width})) == letters);
    }
}

TEST_CASE("Every statement, block and source is printed at every width, options as rows or as columns", "[text]") {
    for (auto const& s : {sheets::handout(), sheets::nasty()})
        for (unsigned width : {40u, 80u, 140u})
            for (bool turned : {false, true}) {
                auto const found = letters_of(plain_text(s, {.width = width, .transpose = turned}));
                std::string expected = treatise::printed(s.title);
                auto const add = [&](std::string const& t) { expected += treatise::printed(t); };
                for (auto const* all : {&s.head, &s.fixed, &s.behind})
                    for (auto const& t : *all) add(t);
                for (std::size_t c = 1; c != s.columns.size(); ++c) add(s.columns[c]);
                for (auto const& section : s.sections) {
                    add(section.heading);
                    for (auto const& row : section.rows)
                        for (auto const& c : row.cells) add(cell_text(s, c));
                }
                for (auto const& b : s.blocks)
                    for (auto const& line : b.lines) add(line.text);
                for (auto const& x : s.sources) add(x.label + x.citation + x.link + x.interest);
                for (auto const& [letter, times] : letters_of(expected)) {
                    CAPTURE(width, turned, letter);
                    REQUIRE((found.contains(letter) && found.at(letter) >= times));
                }
            }
}

TEST_CASE("In ASCII the mark is a word and punctuation is plain", "[text]") {
    auto s = sheets::handout();
    s.head = {"“Quoted” – 10–20 … ≤ 5 × 2"};
    auto const page = plain_text(s, {.width = 250, .ascii = true});
    CHECK(page.find("\"Quoted\" - 10-20 ... <= 5 x 2") != page.npos);
    CHECK(page.find("79 vs 5 on usual care [4] (interest)") != page.npos);
    CHECK(page.find("(interest): the source, or the sponsor") != page.npos);
}

TEST_CASE("In ASCII names lose their accents, and a character of another script is told by its number", "[text]") {
    auto s = sheets::handout();
    s.head = {"Tölle, Müller-Schwefe, Ångström, Łukasz, Fußl, Re\u0301ne, 中, α2δ, ∞"};
    auto const plain = plain_text(s, {.width = 250, .ascii = true});
    CHECK(plain.find("Tolle, Muller-Schwefe, Angstrom, Lukasz, Fussl, Rene, <U+4E2D>, alpha2delta, infinity") != plain.npos);
    CHECK(std::all_of(plain.begin(), plain.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

TEST_CASE("Colour adds weight to warnings and takes nothing away", "[text]") {
    for (unsigned width : {40u, 80u, 140u}) {
        auto coloured = plain_text(sheets::handout(), {.width = width, .colour = true});
        CHECK(coloured.find("\x1b[1mBoxed") != coloured.npos);
        for (auto const& line : lines_of(coloured)) {  // a line leaves nothing switched on
            auto const on = line.rfind("\x1b[1m"), off = line.rfind("\x1b[0m");
            CHECK((on == line.npos || (off != line.npos && off > on)));
        }
        for (std::string_view code : {"\x1b[1m", "\x1b[0m"})
            for (std::size_t at; (at = coloured.find(code)) != coloured.npos;) coloured.erase(at, code.size());
        CHECK(coloured == plain_text(sheets::handout(), {.width = width}));
    }
    CHECK(plain_text(sheets::nasty()).find('\x1b') == std::string::npos);
}

TEST_CASE("Options stand as columns, their questions as rows", "[text]") {
    auto const wide = plain_text(small(), {.width = 100, .transpose = true});
    auto const heading = wide.find("Treatment"), first = wide.find("Gabapentinoids"), second = wide.find("Lidocaine patch"),
               rule = wide.find("====");
    CHECK((heading < first && first < second && second < rule));
    CHECK(wide.find("\nHarms ") != wide.npos);
}

TEST_CASE("A sheet with nothing in it prints, and a row may lack cells", "[text]") {
    CHECK_NOTHROW(plain_text(treatise::sheet{}));
    treatise::sheet s;
    s.columns = {"Treatment", "Benefit"};
    s.sections = {{"", {{"x", {}}}}};
    CHECK_NOTHROW(plain_text(s, {.width = 40}));
    CHECK_NOTHROW(plain_text(s, {.transpose = true}));
    s.columns.assign(200, "Column");
    CHECK_NOTHROW(plain_text(s));
}

}  // namespace render_text_writer_test
