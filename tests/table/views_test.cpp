// SPDX-License-Identifier: BSL-1.0
// Views: data that says what rows and columns are.
#include <treatise/graph/builder.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "opinions.hpp"
#include "told_table.hpp"

#include <set>
#include <type_traits>

namespace table_views_test {

using namespace treatise;
using namespace told_table;
using fixture::opinions;

namespace {

auto const& knee = fixture::knee();

comparison of_knee(view const& v, std::vector<char const*> const& options = {}) {
    scope s;
    for (auto key : options) s.options.push_back(fixture::entity<option>(knee, key));
    return compare(knee, fixture::entity<cause>(knee, "knee-osteoarthritis"), v, s);
}
/// People of 100 with placebo's, as of one trial or of none that is named.
effect people_of_100(opinions& b, int with, int without) {
    auto e = b.figure(statistic::per_100, {with, 0}, {}, {});
    e.baseline = {without, 0};
    return e;
}

}  // namespace

TEST_CASE("every view and column has a key of its own that finds it", "[views]") {
    std::set<std::string_view> keys;
    for (auto const& v : views::all) {
        CHECK(keys.insert(v.key).second);
        CHECK(view_of(v.key).key == v.key);
        CHECK_FALSE(v.columns.empty());
    }
    keys.clear();
    for (auto const& c : columns::all) {
        CHECK(keys.insert(c.key).second);
        CHECK(column_of(c.key) == c);
    }
    CHECK(view_of("nonsense").key.empty());
    CHECK(column_of("nonsense").key.empty());
}

TEST_CASE("every column of a view can be asked for by its key", "[views]") {
    for (auto const& v : views::all)
        for (auto const& c : v.columns) CHECK_FALSE(column_of(c.key).key.empty());
}

TEST_CASE("a view that is handed out shows two to four options that somebody has chosen", "[views]") {
    CHECK(of_knee(views::patient).refused == view_refusal::too_few_options);
    CHECK(of_knee(views::patient).rows.empty());
    CHECK(of_knee(views::patient, {"alphaprofen"}).refused == view_refusal::too_few_options);
    CHECK(of_knee(views::patient, {"alphaprofen", "calmadol", "tai-chi", "betaprofen", "knee-brace"}).refused ==
          view_refusal::too_many_options);
    auto const c = of_knee(views::patient, {"alphaprofen", "calmadol"});
    CHECK(c.refused == view_refusal::none);
    CHECK(row_keys(c) == words{"alphaprofen", "calmadol"});
    CHECK(c.view.options_across);
}

TEST_CASE("in the view of evidence an option's outcomes are rows, benefits before harms", "[views]") {
    auto const c = of_knee(views::evidence, {"alphaprofen"});
    REQUIRE(c.rows.size() == 2);
    CHECK(knee.key(c.rows[0].of_outcome) == "pain-halved");
    CHECK(knee.key(c.rows[1].of_outcome) == "nausea");
    CHECK(claims_of(c, c.at(0, column_number(c, "with"))) == words{"affects-alphaprofen-pain"});
    CHECK(claims_of(c, c.at(0, column_number(c, "certainty"))) == words{"affects-alphaprofen-pain"});
}

TEST_CASE("an option that was asked for and has no figure has an empty row; of others nothing is shown", "[views]") {
    auto const asked = of_knee(views::evidence, {"tai-chi"});
    REQUIRE(asked.rows.size() == 1);
    CHECK_FALSE(asked.rows[0].of_outcome);
    CHECK(asked.at(0, 0).state == cell_state::not_reported);
    CHECK_FALSE(has_row(of_knee(views::evidence), "tai-chi"));
}

TEST_CASE("a result in two measures is one row, with its ratio in the column of ratios", "[views]") {
    opinions b;
    b.finds("red", "drop-a", "relief", "people", stance::in_favour, people_of_100(b, 40, 20));
    b.finds("red", "drop-a", "relief", "ratio", stance::in_favour, b.figure(statistic::risk_ratio, {20, 1}, {11, 1}, {31, 1}));
    auto const& kb = b.freeze();
    auto const c = compare(kb, fixture::entity<cause>(kb, "ache"), views::evidence);
    REQUIRE(c.rows.size() == 1);
    CHECK(contains(claims_of(c, c.at(0, column_number(c, "with"))), "people"));
    CHECK(claims_of(c, c.at(0, column_number(c, "ratio"))).front() == "ratio");
}

TEST_CASE("in the view of coverage a row is what one payer says", "[views]") {
    opinions b;
    b.recommends("red", "drop-a", "ache", "r1");
    b.recommends("red", "pill-a", "ache", "r2");
    b.pays("red", "plan-x", "drop-a", coverage_status::covered, "x");
    b.pays("red", "plan-y", "drop-a", coverage_status::not_covered, "y");
    b.claim<warned_of>("drop-a", "sickness", "red", "boxed", stance::in_favour, b.warning(warning_form::boxed));
    auto const& kb = b.freeze();
    auto const c = compare(kb, fixture::entity<cause>(kb, "ache"), views::coverage);
    words rules;
    for (auto const& r : c.rows) rules.emplace_back(kb.claim_key(r.rule));
    CHECK(std::set<std::string>(rules.begin(), rules.end()) == std::set<std::string>{"x", "y"});
    CHECK(keys_of(kb, c.boxed) == words{"drop-a"});
    CHECK(keys_of(kb, c.without_rule) == words{"pill-a"});
}

TEST_CASE("the outcome that most rows have with a control heads the benefits, against one comparator", "[views]") {
    opinions b;
    for (auto key : {"drop-a", "pill-a", "lone"}) b.finds("red", key, "relief", key, stance::in_favour, people_of_100(b, 40, 20));
    b.finds("red", "drop-a", "sleep", "sleeps", stance::in_favour, people_of_100(b, 60, 50));
    auto const& kb = b.freeze();
    auto const c = compare(kb, fixture::entity<cause>(kb, "ache"));
    CHECK(kb.key(c.benefit) == "relief");
    CHECK(kb.key(c.comparator) == "dummy");
}

TEST_CASE("with few rows no outcome heads the benefits", "[views]") {
    opinions b;
    b.finds("red", "drop-a", "relief", "f", stance::in_favour, people_of_100(b, 40, 20));
    auto const& kb = b.freeze();
    CHECK_FALSE(compare(kb, fixture::entity<cause>(kb, "ache")).benefit);
}

TEST_CASE("a ruler is the asked source's control group, and is never laid on the view for patients", "[views]") {
    opinions b;
    for (auto key : {"drop-a", "pill-a", "lone"}) b.finds("red", key, "relief", key, stance::in_favour, people_of_100(b, 40, 20));
    b.finds("green", "dummy", "relief", "the-rate", stance::in_favour, people_of_100(b, 30, 30));
    auto const& kb = b.freeze();
    auto const asked = fixture::entity<cause>(kb, "ache");
    compare_options how;
    how.ruler = fixture::entity<source>(kb, "green");
    auto const c = compare(kb, asked, views::overview, {}, how);
    REQUIRE(c.ruler);
    CHECK(kb.said(c.ruler).source == how.ruler);
    CHECK(contains(keys_of(kb, c.sources), "green"));
    auto v = views::patient;
    v.least_options = 0;
    CHECK_FALSE(compare(kb, asked, v, {}, how).ruler);
}

TEST_CASE("a table of the base is a view: its columns, headings and rows", "[views]") {
    auto const v = view_of(knee, fixture::entity<table_preset>(knee, "fixture-table"));
    CHECK(v.key == "fixture-table");
    REQUIRE(v.columns.size() == 2);
    CHECK(v.columns[0].content == column_content::name);
    CHECK(row_keys(of_knee(v)) == words{"anti-inflammatories", "exercise"});
}

TEST_CASE("a scope narrows what is told, and the table says that it may", "[views]") {
    scope s;
    s.source = fixture::entity<source>(knee, "guideline-2020");
    auto const c = compare(knee, fixture::entity<cause>(knee, "knee-osteoarthritis"), views::overview, s);
    CHECK(c.narrowed);
    for (auto const& t : c.told)
        CHECK((knee.said(t.says.claim).source == s.source || meaning_of(knee.relation(t.says.claim)).passes_scopes));
    CHECK_FALSE(of_knee(views::overview).narrowed);
}

TEST_CASE("several kinds of therapy can be asked for together", "[views]") {
    scope s;
    s.kinds = {fixture::entity<therapy_class>(knee, "fixture-movement"), fixture::entity<therapy_class>(knee, "gels")};
    auto const c = compare(knee, fixture::entity<cause>(knee, "knee-osteoarthritis"), views::overview, s, {.all = true});
    auto const keys = row_keys(c);
    CHECK(std::set<std::string>(keys.begin(), keys.end()) == std::set<std::string>{"alphaprofen-gel", "exercise"});
    CHECK(c.narrowed);
}

TEST_CASE("a comparison of an empty base, or of no cause, is empty", "[views]") {
    CHECK(compare(knowledge_base{}, id<cause>{}).rows.empty());
    CHECK(compare(knee, id<cause>{}).rows.empty());
    for (auto const& v : views::all) CHECK(compare(knowledge_base{}, id<cause>::from_number(7), v).rows.empty());
}

// A table is a value: what it was asked with may go.
static_assert(std::is_nothrow_move_constructible_v<comparison>);
static_assert(std::is_copy_constructible_v<comparison>);
static_assert(std::is_trivially_copyable_v<view>);

}  // namespace table_views_test
