// SPDX-License-Identifier: BSL-1.0
#include <treatise/audit/report.hpp>  // first: the header must stand alone

#include <treatise/render/answers_page.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <string>

using namespace treatise;

namespace {

comparison table_of(std::string_view cause_key) {
    auto const& kb = fixture::knee();
    return compare(kb, fixture::entity<cause>(kb, cause_key));
}
std::size_t lines_of(answer const& a) {
    std::size_t n = 0;
    for (auto const& s : a.sections)
        for (auto const& g : s.groups) n += g.lines.size();
    return n;
}

}  // namespace

TEST_CASE("the report of an audit tells every finding once, errors before warnings", "[audit]") {
    auto made = table_of("knee-osteoarthritis");
    REQUIRE(made.rows.size() > 1);
    std::swap(made.rows.front(), made.rows.back());  // out of order, and its cells under another name
    auto const findings = audit_all(made, lay_out(made));
    REQUIRE(has_error(findings));
    CHECK(std::is_sorted(findings.begin(), findings.end(),
        [](audit_finding const& a, audit_finding const& b) { return a.severity < b.severity; }));
    for (auto const& f : findings) CHECK(std::count(findings.begin(), findings.end(), f) == 1);
    auto const report = tell_audit(made, findings);
    CHECK(lines_of(report) == findings.size());
    auto const text = plain_text(report, {.width = 200});
    CHECK(text.find("error B4: Rows do not stand in the declared order") != std::string::npos);
    auto const errors = static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [](audit_finding const& f) { return f.severity == severity::error; }));
    CHECK(report.head.front() ==
          "Errors: " + std::to_string(errors) + ". Warnings: " + std::to_string(findings.size() - errors) + '.');
}

TEST_CASE("the report of an audit names the row, the column and the claim", "[audit]") {
    auto const made = table_of("knee-osteoarthritis");
    auto const& kb = made.base;
    auto const claim = fixture::claim(kb, "boxed-nsaids-bleeding");
    auto const report = tell_audit(
        made, {{audit_check::c3, severity::error, 0, 2, claim}, {audit_check::e2, severity::warning, no_number, no_number, {}}});
    REQUIRE(report.sections.size() == 2);
    auto const& line = report.sections[0].groups[0].lines[0];
    CHECK(report.sections[0].heading.starts_with("error C3: "));
    CHECK(line.text == std::string{kb.name(made.rows[0].label)} + ", Benefit");
    CHECK(line.id == "boxed-nsaids-bleeding");
    CHECK(report.sections[1].heading.starts_with("warning E2: "));
    CHECK(report.sections[1].groups[0].lines[0].text == "the whole table");
}

TEST_CASE("a report without a finding says that a person decides the other checks", "[audit]") {
    auto const report = tell_audit(table_of("knee-osteoarthritis"), {});
    CHECK(report.sections.empty());
    CHECK(report.head.front().find("a person decides the others") != std::string::npos);
}
