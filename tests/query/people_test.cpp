// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/query/detail/time_frame.hpp>
#include <treatise/query/people.hpp>
#include <treatise/query/people_range.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"

#include <string>
#include <utility>

namespace query_people_test {

using namespace treatise;
using fixture::extended;

namespace {

effect measured(extended& b, statistic s, decimal value, decimal baseline = {}, decimal low = {}, decimal high = {}) {
    effect e;
    e.statistic = s;
    e.value = value;
    e.baseline = baseline;
    e.low = low;
    e.high = high;
    e.comparator = b.find<option>("placebo");
    e.time_frame = b.builder().text("12 weeks");
    e.participants = decimal{500, 0};
    e.certainty.value = unstated_level;
    return e;
}
/// One figure of betaprofen on pain at least halved.
void add(extended& b, char const* key, effect const& e) {
    b.claim<affects>(
        "betaprofen", "function-improved", b.said("review-2021", {"knee-osteoarthritis"}), key, stance::in_favour, e);
}

}  // namespace

TEST_CASE("an interval comes from the risk ratio on the control rate before it is rounded", "[people]") {
    extended b;
    add(b, "people", measured(b, statistic::percent, {445, 1}, {257, 1}));
    add(b, "ratio", measured(b, statistic::risk_ratio, {173, 2}, decimal::unstated(), {144, 2}, {208, 2}));
    add(b, "nnt", measured(b, statistic::nnt, {5, 0}, {}, {4, 0}, {7, 0}));
    auto const& kb = b.freeze();
    auto const p = people_of(kb, fixture::claim(kb, "people"));
    CHECK(p.as == told_as::both_arms);
    CHECK(p.with == count_of_people{45, false});
    CHECK(p.without == count_of_people{26, false});
    CHECK(p.more.n == 19);
    CHECK(p.more_between == std::pair{11, 28});
    CHECK(p.interval == derivation::from_risk_ratio);
    CHECK(kb.claim_key(p.interval_from) == "ratio");
}

TEST_CASE("an interval comes from a rounded number needed to treat only where nothing else is", "[people]") {
    extended b;
    add(b, "people", measured(b, statistic::percent, {445, 1}, {257, 1}));
    add(b, "nnt", measured(b, statistic::nnt, {5, 0}, {}, {4, 0}, {7, 0}));
    auto const& kb = b.freeze();
    auto const p = people_of(kb, fixture::claim(kb, "people"));
    CHECK(p.more_between == std::pair{14, 25});
    CHECK(p.interval == derivation::from_nnt);
}

TEST_CASE("a ratio that does not fit the numbers gives no interval", "[people]") {
    extended b;
    add(b, "people", measured(b, statistic::percent, {445, 1}, {257, 1}));
    add(b, "ratio", measured(b, statistic::risk_ratio, {12, 1}, decimal::unstated(), {11, 1}, {13, 1}));
    auto const& kb = b.freeze();
    CHECK_FALSE(people_of(kb, fixture::claim(kb, "people")).more_between);
}

TEST_CASE("a count that is not zero never prints 0, and one that is does", "[people]") {
    extended b;
    add(b, "rare", measured(b, statistic::percent, {3, 1}, {0, 0}));
    auto const& kb = b.freeze();
    auto const p = people_of(kb, fixture::claim(kb, "rare"));
    CHECK(p.with == count_of_people{0, true});
    CHECK(p.without == count_of_people{0, false});
    CHECK(needs_thousand(p));
    auto const of_thousand = people_of(kb, fixture::claim(kb, "rare"), denominator::thousand);
    CHECK(of_thousand.with == count_of_people{3, false});
    CHECK_FALSE(needs_thousand(of_thousand));
}

TEST_CASE("halves are rounded up", "[people]") {
    extended b;
    add(b, "half", measured(b, statistic::percent, {125, 1}, {25, 1}));
    auto const& kb = b.freeze();
    auto const p = people_of(kb, fixture::claim(kb, "half"));
    CHECK(p.with.n == 13);
    CHECK(p.without.n == 3);
}

TEST_CASE("a number needed to treat alone is a difference without arms", "[people]") {
    extended b;
    add(b, "nnt", measured(b, statistic::nnt, {64, 1}, {}, {52, 1}, {84, 1}));
    auto const& kb = b.freeze();
    auto const p = people_of(kb, fixture::claim(kb, "nnt"));
    CHECK(p.as == told_as::difference);
    CHECK(p.more.n == 16);
    CHECK(p.more_between == std::pair{12, 19});
}

TEST_CASE("words are no people", "[people]") {
    auto const& kb = fixture::knee();
    CHECK(people_of(kb, fixture::claim(kb, "tai-chi-function")).as == told_as::words);
}

TEST_CASE("a range is of paired differences, not of the arms", "[people]") {
    extended b;
    auto const arm = [&](char const* key, char const* trial, std::int32_t with, std::int32_t without) {
        auto e = measured(b, statistic::percent, {with, 0}, {without, 0});
        e.trial = b.builder().text(trial);
        add(b, key, e);
    };
    arm("one", "first", 50, 40);
    arm("two", "second", 30, 5);
    auto const& kb = b.freeze();
    std::array const both{fixture::claim(kb, "one"), fixture::claim(kb, "two")};
    auto const r = range_of(kb, both);
    CHECK(r.more == span_of_counts{10, 25});
    CHECK(r.with == span_of_counts{30, 50});
    CHECK(r.without == span_of_counts{5, 40});
    CHECK(r.trials == 2);
}

TEST_CASE("the longest time of a time frame is read in days", "[people]") {
    using query_detail::longest_days;
    CHECK(longest_days("3 to 12 weeks") == 84);
    CHECK(longest_days("a year") == 365);
    CHECK(longest_days("more than 5 weeks") == 36);
    CHECK(longest_days("15 weeks: 3 of finding the dose, 12 after") == 105);
    CHECK(longest_days("not stated") == 0);
    CHECK(longest_days("short term") < longest_days("long term"));
}

}  // namespace query_people_test
