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

/// How often each word stands in it; rules and the signs that lead a line are not words.
std::map<std::string, int> words_of(std::string const& text) {
    std::map<std::string, int> words;
    std::istringstream in{text};
    for (std::string word; in >> word;)
        if (word != "~" && word.find_first_not_of("-=") != word.npos) ++words[word];
    return words;
}

/// The characters of it without those of frames and spaces, in which even broken words are the same.
std::map<char, int> letters_of(std::string const& text) {
    std::map<char, int> letters;
    for (char c : text)
        if (std::string_view{" \n-=~"}.find(c) == std::string_view::npos) ++letters[c];
    return letters;
}

/// Three rows of two kinds.
treatise::sheet small() {
    treatise::sheet s;
    s.title = "Shingles pain";
    s.edition = {"knowledge 0.2.0", "22 Nov 2026"};
    s.notice = "Not advice for one person.";
    s.head = {"One source is behind most of it."};
    s.columns = {"Option", "Guidance", "Benefit", "Harms", "Living with it"};
    s.column_keys = {"option", "guidance", "benefit", "harms", "living"};
    using namespace sheets;
    s.sections = {{"by mouth", {{row_role::pooled, "a",
                                    {cell({says("Anticonvulsants, pooled", {pooled})}), not_reported(),
                                        cell({says("NNT 7", {wider})}), cell({says("see below")}), not_reported()}},
                                   {row_role::member, "b",
                                       {cell({says("Gabapentinoids: gabapentin, pregabalin")}),
                                           cell({says("AAN 2022: offer (B)"), says("FDA-approved")}, 5),
                                           cell({says("38 v 23", {}, {0})}, 10),
                                           cell({warns("FDA 2019: breathing problems", {wider}), says("Stopped 9 v 4.")}),
                                           cell({says("Kidney function")})}}}},
        {"on the skin", {{row_role::alone, "c",
                            {cell({says("Lidocaine patch")}), cell({says("NICE: for specialists", {differs})}), not_reported(),
                                cell({warns("Label: allergy, rare")}), cell({says("One plan asks first")})}}}}};
    s.footnotes = {"time frame not recorded"};
    s.legend = {{"†", "of a wider group"}, {"*", "pooled"}, {"≠", "sources disagree"}, {"+n", "more claims"},
        {"not reported", "no source says"}};
    s.counts = {"Of 9 claims 5 were read."};
    s.sources_heading = "Sources (2)";
    s.sources = {{"AAN 2022", "Neurology 98:31", "https://doi.org/10.1/x", ""}, {"FDA 2019", "", "", "none"}};
    return s;
}

}  // namespace

TEST_CASE("A wide page has a column for each heading", "[text]") {
    CHECK('\n' + plain_text(small(), {.width = 120}) == R"(
Shingles pain                                                                                            knowledge 0.2.0
                                                                                                             22 Nov 2026
Not advice for one person.

One source is behind most of it.

Option                    Guidance                Benefit                 Harms                   Living with it
========================================================================================================================
-- by mouth ------------------------------------------------------------------------------------------------------------
Anticonvulsants, pooled*  not reported            NNT 7†                  see below               not reported
· Gabapentinoids:         AAN 2022: offer (B).    38 v 23 [a] +10         FDA 2019: breathing     Kidney function
  gabapentin, pregabalin  FDA-approved +5                                 problems†. Stopped 9 v
                                                                          4.
-- on the skin ---------------------------------------------------------------------------------------------------------
Lidocaine patch           NICE: for specialists≠  not reported            Label: allergy, rare    One plan asks first

†  of a wider group   *  pooled   ≠  sources disagree   +n  more claims   not reported: no source says
[a] time frame not recorded
Of 9 claims 5 were read.

Sources (2): AAN 2022: Neurology 98:31 https://doi.org/10.1/x · FDA 2019 § none
)");
}

TEST_CASE("On a narrower page the same cells stand under each other", "[text]") {
    CHECK('\n' + plain_text(small(), {.width = 64}) == R"(
Shingles pain                                    knowledge 0.2.0
                                                     22 Nov 2026
Not advice for one person.

One source is behind most of it.

Option                        Benefit           Harms
~ Guidance                    ~ Living with it
================================================================
-- by mouth ----------------------------------------------------
Anticonvulsants, pooled*      NNT 7†            see below
~ not reported                ~ not reported
· Gabapentinoids:             38 v 23 [a] +10   FDA 2019:
  gabapentin, pregabalin      ~ Kidney          breathing
~ AAN 2022: offer (B).          function        problems†.
  FDA-approved +5                               Stopped 9 v 4.
-- on the skin -------------------------------------------------
Lidocaine patch               not reported      Label: allergy,
~ NICE: for specialists≠      ~ One plan asks   rare
                                first

†  of a wider group   *  pooled   ≠  sources disagree
+n  more claims   not reported: no source says
[a] time frame not recorded
Of 9 claims 5 were read.

Sources (2): AAN 2022: Neurology 98:31 https://doi.org/10.1/x ·
FDA 2019 § none
)");
}

TEST_CASE("On a very narrow page each row is a block", "[text]") {
    CHECK('\n' + plain_text(small(), {.width = 40}) == R"(
Shingles pain            knowledge 0.2.0
                             22 Nov 2026
Not advice for one person.

One source is behind most of it.

-- by mouth ----------------------------
Anticonvulsants, pooled*
  Guidance        not reported
  Benefit         NNT 7†
  Harms           see below
  Living with it  not reported

· Gabapentinoids: gabapentin, pregabalin
  Guidance        AAN 2022: offer (B).
                  FDA-approved +5
  Benefit         38 v 23 [a] +10
  Harms           FDA 2019: breathing
                  problems†. Stopped 9 v
                  4.
  Living with it  Kidney function

-- on the skin -------------------------
Lidocaine patch
  Guidance        NICE: for specialists≠
  Benefit         not reported
  Harms           Label: allergy, rare
  Living with it  One plan asks first

†  of a wider group   *  pooled
≠  sources disagree   +n  more claims
not reported: no source says
[a] time frame not recorded
Of 9 claims 5 were read.

Sources (2): AAN 2022: Neurology 98:31
https://doi.org/10.1/x · FDA 2019 § none
)");
}

TEST_CASE("No line is longer than the page", "[text]") {
    for (auto const& s : {sheets::handout(), sheets::nasty(), small(), treatise::sheet{}})
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
    for (unsigned width = 58; width <= 250; width += 2) {
        CAPTURE(width);
        REQUIRE(words_of(plain_text(s, {.width = width})) == all);
    }
    for (unsigned width = 46; width < 58; ++width) {  // blocks repeat the headings
        auto const words = words_of(plain_text(s, {.width = width}));
        for (auto const& [word, times] : all) {
            if (word == "Option") continue;  // but for the first, which is clear from where it stands
            CAPTURE(width, word);
            REQUIRE((words.contains(word) && words.at(word) >= times));
        }
    }
    auto const letters = letters_of(plain_text(sheets::nasty(), {.width = 140}));
    for (unsigned width = 58; width <= 200; width += 3) {
        CAPTURE(width);
        REQUIRE(letters_of(plain_text(sheets::nasty(), {.width = width})) == letters);
    }
}

TEST_CASE("Every statement, footnote and source is printed at every width, options as rows or as columns", "[text]") {
    for (auto const& s : {sheets::handout(), sheets::nasty()})
        for (unsigned width : {40u, 80u, 140u})
            for (bool turned : {false, true}) {
                auto const found = letters_of(plain_text(s, {.width = width, .transpose = turned}));
                std::string expected = treatise::printed(s.title + ' ' + s.notice);
                auto const add = [&](std::string const& t) { expected += treatise::printed(t); };
                for (auto const* all : {&s.edition, &s.head, &s.after, &s.footnotes, &s.counts})
                    for (auto const& t : *all) add(t);
                for (std::size_t c = 1; c != s.columns.size(); ++c) add(s.columns[c]);
                for (auto const& section : s.sections) {
                    add(section.heading);
                    for (auto const& row : section.rows)
                        for (auto const& c : row.cells) add(cell_text(s, c));
                }
                for (auto const& x : s.sources) add(x.label + x.citation + x.link + x.interest);
                for (auto const& [letter, times] : letters_of(expected)) {
                    CAPTURE(width, turned, letter);
                    REQUIRE((found.contains(letter) && found.at(letter) >= times));
                }
            }
}

TEST_CASE("Benefit and harms are columns of the same width", "[text]") {
    for (unsigned width : {58u, 72u, 80u, 100u, 110u, 140u, 200u}) {
        auto const page = lines_of(plain_text(sheets::handout(), {.width = width}));
        auto const row = std::find_if(page.begin(), page.end(), [](auto const& l) { return l.starts_with("Option "); });
        REQUIRE(row != page.end());
        auto const benefit = row->find("Pain at least"), harms = row->find("Harms:"), living = row->find("Living");
        auto const end = living == row->npos ? width + 2 : living;
        CHECK(harms - benefit == end - harms);
    }
}

TEST_CASE("In ASCII marks are words and punctuation is plain", "[text]") {
    auto s = sheets::handout();
    s.notice = "“Quoted” – 10–20 … ≤ 5 × 2";
    auto const page = plain_text(s, {.width = 250, .ascii = true});
    CHECK(page.find("\"Quoted\" - 10-20 ... <= 5 x 2") != page.npos);
    CHECK(page.find("Steady effort (wider)") != page.npos);
    CHECK(page.find("Antidepressants (pooled)") != page.npos);
    CHECK(page.find("(wider): said of a wider or different group") != page.npos);
    CHECK(page.find("capsaicin cream (differs)") != page.npos);
    CHECK(page.find("- Gabapentinoids") != page.npos);
}

TEST_CASE("In ASCII names lose their accents, and a character of another script is told by its number", "[text]") {
    auto s = sheets::handout();
    s.notice = "Tölle, Müller-Schwefe, Ångström, Łukasz, Fußl, Re\u0301ne, 中, α2δ, ∞";
    s.mark_words[0] = "(größer)";
    auto const plain = plain_text(s, {.width = 250, .ascii = true});
    CHECK(plain.find("Tolle, Muller-Schwefe, Angstrom, Lukasz, Fussl, Rene, <U+4E2D>, alpha2delta, infinity") != plain.npos);
    CHECK(std::all_of(plain.begin(), plain.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

TEST_CASE("Colour adds weight to warnings and takes nothing away", "[text]") {
    for (unsigned width : {40u, 80u, 140u}) {
        auto coloured = plain_text(sheets::handout(), {.width = width, .colour = true});
        CHECK(coloured.find("\x1b[1mBOXED") != coloured.npos);
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

TEST_CASE("Options stand as columns where they fit, otherwise in blocks", "[text]") {
    auto s = small();
    auto const wide = plain_text(s, {.width = 100, .transpose = true});
    auto const heading = wide.find("Option "), gabapentinoids = wide.find("· Gabapentinoids:"),
               lidocaine = wide.find("Lidocaine patch");
    auto const rule = wide.find("====");
    CHECK((heading < gabapentinoids && gabapentinoids < lidocaine && lidocaine < rule));
    auto const narrow = plain_text(s, {.width = 60, .transpose = true});
    CHECK(narrow.find("\nHarms\n  Anticonvulsants, pooled*  see below\n") != narrow.npos);
}

TEST_CASE("A sheet with nothing in it prints, and a row may lack cells", "[text]") {
    CHECK_NOTHROW(plain_text({}));
    treatise::sheet s;
    s.columns = {"Option", "Benefit"};
    s.sections = {{"", {{treatise::row_role::alone, "x", {}}}}};
    CHECK_NOTHROW(plain_text(s, {.width = 40}));
    CHECK_NOTHROW(plain_text(s, {.transpose = true}));
    s.columns.assign(200, "Column");
    CHECK_NOTHROW(plain_text(s));
}
