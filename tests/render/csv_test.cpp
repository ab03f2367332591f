// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/formats/csv.hpp>

#include "catch.hpp"
#include "sheet_fixture.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using record = std::vector<std::string>;

/// The records of a file as RFC 4180 has them, or nothing where it breaks a rule.
std::optional<std::vector<record>> read_csv(std::string_view file) {
    std::vector<record> records;
    while (!file.empty()) {
        auto& fields = records.emplace_back();
        for (bool more = true; more;) {
            auto& field = fields.emplace_back();
            if (file.starts_with('"')) {
                for (file.remove_prefix(1);;) {
                    if (file.empty()) return {};
                    auto const quote = std::min(file.find('"'), file.size() - 1);
                    field.append(file.substr(0, quote));
                    file.remove_prefix(quote);
                    if (!file.starts_with('"')) return {};
                    file.remove_prefix(1);
                    if (!file.starts_with('"')) break;
                    field += '"';
                    file.remove_prefix(1);
                }
            } else {
                auto const end = std::min(file.find_first_of(",\r\n\""), file.size());
                field.append(file.substr(0, end));
                file.remove_prefix(end);
            }
            more = file.starts_with(',');
            if (more) file.remove_prefix(1);
        }
        if (!file.starts_with("\r\n")) return {};
        file.remove_prefix(2);
    }
    return records;
}

std::vector<record> of_kind(std::vector<record> const& all, std::string_view kind) {
    std::vector<record> found;
    for (auto const& r : all)
        if (r[0] == kind) found.push_back(r);
    return found;
}

}  // namespace

TEST_CASE("Every record has the fields that the first one names", "[csv]") {
    for (auto const& s : {sheets::handout(), sheets::nasty(), treatise::sheet{}}) {
        auto const records = read_csv(csv(s));
        REQUIRE(records);
        for (auto const& r : *records) CHECK(r.size() == records->front().size());
    }
    auto const header = read_csv(csv(sheets::handout()))->front();
    CHECK(header == record{"record", "key", "section", "role", "option", "guidance", "guidance_state", "guidance_more", "benefit",
                        "benefit_state", "benefit_more", "harms", "harms_state", "harms_more", "living", "living_state",
                        "living_more"});
}

TEST_CASE("An option's record has its cells, their states and how many claims are behind them", "[csv]") {
    auto const options = of_kind(*read_csv(csv(sheets::handout())), "option");
    CHECK(options.size() == 21);
    CHECK(
        options[2] ==
        record{"option", "gabapentinoids", "medicines by mouth", "member", "Gabapentinoids: gabapentin, pregabalin",
            "AAN 2022: offer (B). FDA-approved: pregabalin", "reported", "5", "38 v 23 (gabapentin; moderate; Cochrane 2017) [a]",
            "reported", "10",
            "FDA 2019: breathing problems with opioids or sedatives, lung disease, older age (wider). Stopped 9 v 4 (pregabalin)",
            "reported", "0", "UK class C, US Schedule V. Kidney function", "reported", "0"});
}

TEST_CASE("All five states have their word", "[csv]") {
    auto const row = of_kind(*read_csv(csv(sheets::nasty())), "option")[1];
    CHECK(row[6] == "reported");
    CHECK(row[9] == "no_important_difference");
    CHECK(row[12] == "sources_disagree");
    CHECK(row[15] == "looked_for_not_found");
    CHECK(of_kind(*read_csv(csv(sheets::nasty())), "option")[2][15] == "not_reported");
}

TEST_CASE("Text comes back as it was, with line breaks, quotes and every script", "[csv]") {
    auto const s = sheets::nasty();
    auto const options = of_kind(*read_csv(csv(s, {.formula_guard = false})), "option");
    std::size_t n = 0;
    for (auto const& section : s.sections)
        for (auto const& row : section.rows) {
            CHECK(options[n][2] == section.heading);
            for (std::size_t c = 0; c != row.cells.size(); ++c) {
                if (row.key == "rtl" && c == 3) continue;
                auto cell = row.cells[c];
                cell.more = 0;
                CHECK(options[n][c == 0 ? 4 : 2 + 3 * c] == cell_text(s, cell, treatise::ascii_signs));
            }
            ++n;
        }
    auto const steered = options[4][2 + 3 * 3];
    CHECK(steered == "control [31mred[0m and turned. bad \uFFFD\uFFFD bytes");
}

TEST_CASE("No field begins as a formula unless that is asked for", "[csv]") {
    auto const s = sheets::nasty();
    auto const unguarded = *read_csv(csv(s, {.formula_guard = false}));
    auto const guarded = *read_csv(csv(s));
    int formulas = 0;
    for (std::size_t r = 0; r != guarded.size(); ++r)
        for (std::size_t f = 0; f != guarded[r].size(); ++f) {
            auto const& was = unguarded[r][f];
            bool const formula = !was.empty() && std::string_view{"=+-@\t\r\n"}.find(was[0]) != std::string_view::npos;
            formulas += formula;
            CHECK(guarded[r][f] == (formula ? "'" + was : was));
        }
    CHECK(formulas == 11);
}

TEST_CASE("Notice, edition, sources, footnotes and what the marks mean travel with the table", "[csv]") {
    auto const s = sheets::handout();
    auto const all = *read_csv(csv(s));
    CHECK(of_kind(all, "title")[0][1] == s.title);
    CHECK(of_kind(all, "notice")[0][1] == s.notice);
    CHECK(of_kind(all, "edition").size() == s.edition.size());
    CHECK(of_kind(all, "edition")[0][1] == s.edition[0]);
    CHECK(of_kind(all, "head")[0][1] == s.head[0]);
    CHECK(of_kind(all, "after")[0][1] == s.after[0]);
    CHECK(of_kind(all, "count")[0][1] == s.counts[0]);
    CHECK(of_kind(all, "heading")[0][8] == s.columns[2]);
    CHECK(of_kind(all, "footnote").size() == s.footnotes.size());
    CHECK(of_kind(all, "footnote")[2][1] == "[c]");
    CHECK(of_kind(all, "legend")[1][1] == "(wider)");
    auto const sources = of_kind(all, "source");
    REQUIRE(sources.size() == s.sources.size());
    CHECK(sources[3][1] == s.sources[3].label);
    CHECK(sources[3][2] == s.sources[3].citation);
    CHECK(sources[3][3] == s.sources[3].link);
    CHECK(sources[3][4] == s.sources[3].interest);
}

TEST_CASE("A byte order mark stands in front only where it is asked for", "[csv]") {
    CHECK(csv(sheets::handout()).starts_with("record,"));
    CHECK(csv(sheets::handout(), {.byte_order_mark = true}).starts_with("\xEF\xBB\xBFrecord,"));
}
