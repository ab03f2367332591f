// SPDX-License-Identifier: BSL-1.0
// Each measure is a type of its own. What must not compile stands in compile_fail/, one mistake a file; here are the same
// mistakes as conditions, so that a door that opens is named.
#include <treatise/graph/builder.hpp>
#include <treatise/graph/freeze.hpp>
#include <treatise/model/quantity.hpp>

#include <treatise/words/english.hpp>  // behind it: its messages must not shadow a measure

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace model_quantity_test {

using namespace treatise;

namespace {

constexpr decimal ten{10, 0}, five{5, 0}, forty{40, 0};

template <class Asked, class Given>
concept takes = std::convertible_to<Given, Asked> || std::constructible_from<Asked, Given>;
template <class A, class B>
concept compares = requires(A const& a, B const& b) { a == b; };
template <class Q>
concept given_by_an_effect = requires(effect const& e) { as<Q>(e); };
template <class Q>
concept given_with_its_outcome = requires(effect const& e, outcome_details const& o) { as<Q>(e, o); };
template <class With, class Without>
concept stand_side_by_side = requires(With const& a, Without const& b) { effect_of(a, b); };

template <class... Q>
struct measures {};
using all_measures = measures<proportion, percent, per_100, per_1000, risk_ratio, odds_ratio, hazard_ratio, risk_difference,
    mean_difference, standardised_mean_difference, nnt, nnh>;

/// How many of the measures `Asked` takes; itself makes one.
template <class Asked, class... Q>
constexpr int taken(measures<Q...>) {
    return (int{takes<Asked, Q>} + ...);
}
template <class... Q>
constexpr bool each_takes_itself_alone(measures<Q...> all) {
    return ((taken<Q>(all) == 1) && ...);
}
template <class Q, class... Other>
constexpr int compared(measures<Other...>) {
    return (int{compares<Q, Other>} + ...);
}
template <class... Q>
constexpr bool each_compares_with_itself_alone(measures<Q...> all) {
    return ((compared<Q>(all) == 1) && ...);
}
template <class... Q>
constexpr bool none_is_made_of(auto number, measures<Q...>) {
    return !(std::convertible_to<decltype(number), Q> || ...);
}
template <class... Q>
constexpr bool every_statistic_but_words(measures<Q...>) {
    return sizeof...(Q) + 1 == words_of<statistic>.size() && ((Q::measure != statistic::narrative) && ...);
}

/// The figure of an effect in every measure: how many say that it is theirs.
template <class... Q>
constexpr int claimed_by(effect const& e, measures<Q...>) {
    int n = 0;
    auto const count = [&]<class M>(M*) {
        if constexpr (given_by_an_effect<M>) n += as<M>(e).has_value();
    };
    (count(static_cast<Q*>(nullptr)), ...);
    return n;
}

}  // namespace

TEST_CASE("a measure is taken for no other one", "[quantity][type]") {
    STATIC_REQUIRE(every_statistic_but_words(all_measures{}));
    STATIC_REQUIRE(each_takes_itself_alone(all_measures{}));
    STATIC_REQUIRE(each_compares_with_itself_alone(all_measures{}));
}

TEST_CASE("the swapped columns do not compile, one by one", "[quantity][type]") {
    STATIC_REQUIRE_FALSE(takes<nnh, nnt>);
    STATIC_REQUIRE_FALSE(takes<nnt, nnh>);
    STATIC_REQUIRE_FALSE(takes<nnt, standardised_mean_difference>);
    STATIC_REQUIRE_FALSE(takes<per_100, percent>);
    STATIC_REQUIRE_FALSE(takes<proportion, percent>);
    STATIC_REQUIRE_FALSE(takes<per_1000, per_100>);
    STATIC_REQUIRE_FALSE(takes<risk_ratio, odds_ratio>);
    STATIC_REQUIRE_FALSE(takes<risk_ratio, hazard_ratio>);
    STATIC_REQUIRE_FALSE(takes<percent, risk_difference>);
    STATIC_REQUIRE_FALSE(takes<mean_difference, standardised_mean_difference>);
}

TEST_CASE("a number without its measure is no quantity", "[quantity][type]") {
    STATIC_REQUIRE(none_is_made_of(decimal{}, all_measures{}));
    STATIC_REQUIRE(none_is_made_of(7, all_measures{}));
    STATIC_REQUIRE(none_is_made_of(7.1, all_measures{}));
    STATIC_REQUIRE_FALSE(std::constructible_from<nnt, double>);
    STATIC_REQUIRE_FALSE(std::constructible_from<nnt, int>);
    STATIC_REQUIRE_FALSE(std::default_initializable<nnt>);
}

TEST_CASE("a mean difference has a scale", "[quantity][type]") {
    STATIC_REQUIRE_FALSE(std::constructible_from<mean_difference, decimal>);
    STATIC_REQUIRE_FALSE(std::constructible_from<mean_difference, decimal, decimal, decimal>);
    STATIC_REQUIRE(std::constructible_from<mean_difference, id<instrument>, decimal>);
    STATIC_REQUIRE_FALSE(std::constructible_from<mean_difference, id<outcome>, decimal>);
    STATIC_REQUIRE_FALSE(given_by_an_effect<mean_difference>);
    STATIC_REQUIRE(given_with_its_outcome<mean_difference>);
    STATIC_REQUIRE_FALSE(given_with_its_outcome<standardised_mean_difference>);
}

TEST_CASE("people with and without the option are counted in one measure", "[quantity][type]") {
    STATIC_REQUIRE(stand_side_by_side<per_100, per_100>);
    STATIC_REQUIRE_FALSE(stand_side_by_side<per_100, per_1000>);
    STATIC_REQUIRE_FALSE(stand_side_by_side<percent, per_100>);
    STATIC_REQUIRE_FALSE(stand_side_by_side<risk_ratio, risk_ratio>);  // a ratio has no control arm of its own
}

TEST_CASE("an effect gives its figure in the measure that was published, and in no other", "[quantity]") {
    constexpr auto e = effect_of(nnt{decimal{710, 2}, five, ten});
    STATIC_REQUIRE(e.statistic == statistic::nnt);
    STATIC_REQUIRE(as<nnt>(e) == nnt{decimal{710, 2}, five, ten});
    STATIC_REQUIRE_FALSE(as<nnh>(e));
    STATIC_REQUIRE_FALSE(as<standardised_mean_difference>(e));
    STATIC_REQUIRE(claimed_by(e, all_measures{}) == 1);
    STATIC_REQUIRE(claimed_by(effect_of(percent{ten}), all_measures{}) == 1);
    STATIC_REQUIRE(claimed_by(effect{}, all_measures{}) == 0);  // words
}

TEST_CASE("the digits of a quantity are the published ones", "[quantity]") {
    auto const e = effect_of(nnt{decimal{710, 2}});
    CHECK(digits(as<nnt>(e)->value) == "7.10");
    CHECK(as<nnt>(e) != nnt{decimal{71, 1}});
}

TEST_CASE("a quantity leaves what else was published with it alone", "[quantity]") {
    effect rest;
    rest.intent = intent::preventive;
    rest.participants = decimal{312, 0};
    auto const e = effect_of(per_100{forty}, per_100{five}, rest);
    CHECK(e.intent == intent::preventive);
    CHECK(e.participants == decimal{312, 0});
    CHECK(e.value == forty);
    CHECK(e.baseline == five);
}

TEST_CASE("a mean difference is read on the scale of its outcome, and not at all without one", "[quantity]") {
    effect e;
    e.statistic = statistic::mean_difference;
    e.value = decimal{-20, 1};
    outcome_details on_scale;
    on_scale.scale = id<instrument>::from_number(3);
    auto const read = as<mean_difference>(e, on_scale);
    REQUIRE(read);
    CHECK(read->scale == id<instrument>::from_number(3));
    CHECK(read->value == decimal{-20, 1});
    CHECK_FALSE(as<mean_difference>(e, outcome_details{}));
    e.statistic = statistic::standardised_mean_difference;
    CHECK_FALSE(as<mean_difference>(e, on_scale));
}

namespace {

/// The problems of a base in which tai chi changes `outcome` by a figure, published with all that a figure needs.
std::vector<problem> problems_with(std::string_view on, auto const& make_figure) {
    fixture::extended b;
    effect rest;
    rest.comparator = b.find<option>("usual-care");
    rest.time_frame = not_stated;
    rest.participants = decimal::unstated();
    rest.certainty = {unstated_level};
    b.builder().claim<affects>(b.find<option>("tai-chi"), b.find<outcome>(on), b.said("review-2021", {"knee-pain"}),
        {"made-for-one-test"}, make_figure(b), rest);
    auto const frozen = freeze(b.builder());
    return frozen ? std::vector<problem>{} : frozen.error();
}

}  // namespace

TEST_CASE("the builder takes a figure in its measure", "[quantity]") {
    fixture::extended b;
    effect rest;
    rest.comparator = b.find<option>("usual-care");
    rest.time_frame = not_stated;
    rest.participants = decimal{80, 0};
    rest.certainty = {unstated_level};
    b.builder().claim<affects>(b.find<option>("tai-chi"), b.find<outcome>("pain-halved"), b.said("review-2021", {"knee-pain"}),
        {"made-for-one-test"}, nnt{decimal{65, 1}, five, ten}, rest);
    auto const& kb = b.freeze();
    auto const& e = kb.payload<affects>(fixture::claim(kb, "made-for-one-test"));
    CHECK(as<nnt>(e) == nnt{decimal{65, 1}, five, ten});
    CHECK(e.participants == decimal{80, 0});
}

TEST_CASE("the builder takes a mean difference on the scale of the outcome", "[quantity]") {
    CHECK(problems_with("pain-halved", [](auto& b) {
        return mean_difference{b.template find<instrument>("fixture-pain-scale"), decimal{-20, 1}};
    }).empty());
}

TEST_CASE("a mean difference on another scale than the outcome's is a problem", "[quantity]") {
    auto const found = problems_with("pain-halved", [](auto& b) {
        return mean_difference{b.builder().template add<instrument>({"other-scale", "Other scale"}), decimal{-20, 1}};
    });
    REQUIRE(found.size() == 1);
    CHECK(found[0].key == "made-for-one-test");
    CHECK(found[0].what == "is a mean difference on `other-scale`; expected one on that of `pain-halved`, `fixture-pain-scale`");
}

TEST_CASE("a mean difference in an outcome without a scale is a problem, also in a row that was read from a file", "[quantity]") {
    auto const typed = problems_with("nausea", [](auto&) { return mean_difference{{}, decimal{-20, 1}}; });
    REQUIRE(typed.size() == 1);
    CHECK(typed[0].what == "is a mean difference in `nausea`, which has no `scale`; expected an outcome on a scale");
    fixture::extended b;
    effect row;
    row.statistic = statistic::mean_difference;
    row.value = decimal{-20, 1};
    row.comparator = b.find<option>("usual-care");
    row.time_frame = not_stated;
    row.participants = decimal::unstated();
    row.certainty = {unstated_level};
    b.claim<affects>("tai-chi", "nausea", "review-2021", "made-for-one-test", stance::in_favour, row);
    auto const frozen = freeze(b.builder());
    REQUIRE_FALSE(frozen);
    CHECK(frozen.error().size() == 1);
    CHECK(frozen.error()[0].what == typed[0].what);
}

TEST_CASE("an NNT lies in its interval, also where that runs through infinity", "[quantity]") {
    auto const of = [](std::int32_t value) {
        return problems_with("pain-halved", [value](auto&) { return nnt{decimal{value, 0}, ten, decimal{-50, 0}}; });
    };
    CHECK(of(10).empty());
    CHECK(of(20).empty());
    CHECK(of(-80).empty());
    for (auto value : {5, 9, -49, -20}) {
        INFO(value);
        auto const found = of(value);
        REQUIRE(found.size() == 1);
        CHECK(found[0].what == "has a value outside of its interval; expected one from `low` over infinity to `high`");
    }
}

}  // namespace model_quantity_test
