// SPDX-License-Identifier: BSL-1.0
#include <treatise/audit/report.hpp>  // first: the header must stand alone

#include <treatise/render/answers_page.hpp>

#include "audited_table.hpp"

namespace audit_report_test {

using namespace audited;

namespace {

std::size_t lines_of(answer const& a) {
    std::size_t n = 0;
    for (auto const& s : a.sections)
        for (auto const& g : s.groups) n += g.lines.size();
    return n;
}

}  // namespace

TEST_CASE("the report of an audit tells every finding once, errors before warnings and notes", "[audit]") {
    table t;
    t.text_of(0, "practical") += ", the best";
    t.text_of(1, "practical") += ", QRST";
    auto const found = audit_all(t.made, t.laid);
    REQUIRE(has_error(found));
    CHECK(std::is_sorted(
        found.begin(), found.end(), [](audit_finding const& a, audit_finding const& b) { return a.severity < b.severity; }));
    for (auto const& f : found) CHECK(std::count(found.begin(), found.end(), f) == 1);
    auto const report = tell_audit(t.made, found);
    CHECK(lines_of(report) == found.size());
    CHECK(report.head.front() == "Errors: 1. Warnings: 1. Not stated by the sources: 4.");
    auto const text = plain_text(report, {.width = 200});
    CHECK(text.find("error B5: A word praises") != text.npos);
    CHECK(text.find("Alphaprofen, Practical points, cost, coverage: \"best\"") != text.npos);
}

TEST_CASE("the report of an audit names the row, the column and the claim", "[audit]") {
    table const t;
    auto const claim = fixture::claim(t.kb(), "relief-alpha");
    auto const report = tell_audit(t.made, {{audit_check::c3, severity::error, 0, t.number("harms"), claim, {}},
                                               {audit_check::e2, severity::warning, no_number, no_number, {}, {}}});
    REQUIRE(report.sections.size() == 2);
    auto const& line = report.sections[0].groups[0].lines[0];
    CHECK(report.sections[0].heading.starts_with("error C3: "));
    CHECK(line.text == "Alphaprofen, Common side effects");
    CHECK(line.id == "relief-alpha");
    CHECK(report.sections[1].heading.starts_with("warning E2: "));
    CHECK(report.sections[1].groups[0].lines[0].text == "the whole table");
}

TEST_CASE("a report without a finding says that a person decides the other checks", "[audit]") {
    auto const report = tell_audit(table{}.made, {});
    CHECK(report.sections.empty());
    CHECK(report.head.front().find("a person decides the others") != std::string::npos);
}

}  // namespace audit_report_test
