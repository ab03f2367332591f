// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/formats/markdown.hpp>

#include "catch.hpp"
#include "sheet_fixture.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

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

/// The text that a reader sees: escapes and entities read, references to footnotes as their names in brackets.
std::string read(std::string_view text) {
    std::string made;
    while (!text.empty()) {
        auto const take = [&](std::string_view from, std::string_view to) {
            if (!text.starts_with(from)) return false;
            made += to;
            text.remove_prefix(from.size());
            return true;
        };
        if (take("&amp;", "&") || take("&lt;", "<") || take("&gt;", ">") || take("[^", "{")) continue;
        if (text[0] == '\\') text.remove_prefix(1);
        made += text[0];
        text.remove_prefix(1);
    }
    return made;
}

/// All that stands between [^ and ], where no backslash is before it; `defined`: those at the start of a line.
std::set<std::string> footnotes_of(std::string const& page, bool defined) {
    std::set<std::string> found;
    for (std::size_t at = 0; (at = page.find("[^", at)) != page.npos; ++at) {
        auto const end = page.find(']', at);
        bool const begins = at == 0 || page[at - 1] == '\n';
        if ((at == 0 || page[at - 1] != '\\') && begins == defined) found.insert(page.substr(at + 2, end - at - 2));
    }
    return found;
}

}  // namespace

TEST_CASE("The table is the fragment of the golden sketch", "[markdown]") {
    auto const page = markdown(sheets::handout());
    for (std::string_view line : {
             "| Option | Guidelines and approvals | Pain at least halved, of 100 people: with v without | "
             "Harms: warnings first, then of 100 people: with v without | Living with it |\n|:--|:--|:--|:--|:--|\n",
             "| **medicines by mouth** | | | | |\n| *Anticonvulsants, pooled[^pooled]* | not reported | "
             "NNT 7, moderate (PEER 2021, with PHN)[^wider] | see the three rows | see below |\n",
             "| · Gabapentinoids: gabapentin, pregabalin | AAN 2022: offer (B). FDA-approved: pregabalin +5 | 38 v 23 "
             "(gabapentin; "
             "moderate; Cochrane 2017)[^a] +10 | FDA 2019: breathing problems with opioids or sedatives, lung disease, older "
             "age[^wider]. Stopped 9 v 4 (pregabalin) | UK class C, US Schedule V. Kidney function |\n",
             "\n[^wider]: † said of a wider or different group\n",
             "\n[^c]: 80 of 82 people; the source prints 96 %\n",
             "\n- **+n** more claims: treatise why CAUSE OPTION\n",
             "\n- AAN 2022: Price R et al. Oral and topical treatment of painful diabetic polyneuropathy. Neurology 98:31 "
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
                if (auto const more = row.cells[1].more; more != 0) CHECK(rows[n][1].ends_with("+" + std::to_string(more)));
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
        {"\n1\\. not a list\n", "\n\\# not a heading\n", "\n\\= neither\n", "\n\\- nor this\n", "\n- 1\\. Numbered"})
        CHECK(page.find(line) != page.npos);
    CHECK(page.find("](javascript:") == page.npos);
    CHECK(page.find("<javascript:") == page.npos);
    CHECK(page.find("<https://example.org/a_b?c=d&e=%20f#g~h%7Bi%7D%7C%3Cj%3E%22k>") != page.npos);
}

TEST_CASE("Each footnote that is referred to is defined, and one that is not is printed all the same", "[markdown]") {
    for (auto const& s : {sheets::handout(), sheets::nasty()}) {
        auto const page = markdown(s);
        CHECK(footnotes_of(page, false) == footnotes_of(page, true));
    }
    CHECK(markdown(sheets::nasty()).find("\n\\[d\\] one that nothing refers to\n") != std::string::npos);
    auto s = sheets::handout();
    s.legend.clear();  // a mark is explained even then
    CHECK(markdown(s).find("\n[^wider]: † wider\n") != std::string::npos);
}

TEST_CASE("The raised number of a footnote does not lengthen a figure", "[markdown]") {
    auto const page = markdown(sheets::handout());
    CHECK(page.find("Stopped 16 v 7 [^wider] [^unchecked] |") != page.npos);
    CHECK(page.find("Any side effect 96 v 68 [^c] |") != page.npos);
}

TEST_CASE("A prefix keeps the footnotes of two tables in one document apart", "[markdown]") {
    auto const one = footnotes_of(markdown(sheets::handout(), {.prefix = "pdn"}), true);
    auto const other = footnotes_of(markdown(sheets::handout(), {.prefix = "phn"}), true);
    CHECK(one.contains("pdn-a"));
    std::vector<std::string> both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
    CHECK(both.empty());
}

TEST_CASE("Notice, edition and sources travel with the table", "[markdown]") {
    auto const s = sheets::handout();
    auto const page = markdown(s);
    CHECK(page.starts_with("# PAINFUL DIABETIC NEUROPATHY"));
    CHECK(page.find("\n> " + s.notice) != page.npos);
    for (auto const& e : s.edition) CHECK(page.find(e) != page.npos);
    CHECK(page.find("**Sources (4)**") != page.npos);
    for (auto const& x : s.sources) CHECK(page.find(x.citation) != page.npos);
    CHECK(page.find("§ the maker of the device paid for the trial") != page.npos);
    CHECK_NOTHROW(markdown(treatise::sheet{}));
}
