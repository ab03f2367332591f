// SPDX-License-Identifier: BSL-1.0
// Natural frequencies: against worked examples from print, and against plain floating point on random figures.
#include <treatise/query/absolute.hpp>

#include <treatise/words/english.hpp>  // behind it: its messages must not shadow a measure

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"

#include <cmath>
#include <concepts>
#include <cstdint>
#include <optional>
#include <random>
#include <utility>

namespace query_absolute_test {

using namespace treatise;

namespace {

constexpr decimal number(std::int32_t digits, int places = 0) { return {digits, places}; }
constexpr percent thirty{number(30)};
constexpr auto thousand = denominator::thousand;

using interval = std::optional<std::pair<std::int32_t, std::int32_t>>;
constexpr interval from_to(std::int32_t low, std::int32_t high) { return std::pair{low, high}; }

template <class Baseline>
concept is_taken_as_a_baseline = requires(effect const& e, Baseline const& b) { absolute(e, b); };

no_frequency why_not(effect const& e, baseline_risk const& without = {}) {
    auto const f = absolute(e, without);
    REQUIRE_FALSE(f);
    return f.error();
}

}  // namespace

// Worked examples.

TEST_CASE("a risk ratio of 0.92 at a risk of 30 % is 24 fewer of 1000: Cochrane Handbook 5.1, 12.5.4.2", "[absolute]") {
    auto const f = absolute(effect_of(risk_ratio{number(92, 2)}), thirty, thousand);
    REQUIRE(f);
    CHECK(f->without == 300);
    CHECK(f->with == 300 - 24);
    CHECK(f->method == derivation::from_risk_ratio);
}

TEST_CASE("an odds ratio of 0.73 at a risk of 30 % is 62 fewer of 1000: Cochrane Handbook 5.1, 12.5.4.3", "[absolute]") {
    auto const f = absolute(effect_of(odds_ratio{number(73, 2)}), proportion{number(3, 1)}, thousand);
    REQUIRE(f);
    CHECK(f->with == 300 - 62);
    CHECK(f->method == derivation::from_odds_ratio);
}

TEST_CASE(
    "NNT 10 from benefit in 4 over infinity to harm in 20 is 10 more of 100, 5 fewer to 25 more: Altman 1998", "[absolute]") {
    auto const f = absolute(effect_of(nnt{number(10), number(4), number(-20)}), thirty);
    REQUIRE(f);
    CHECK(f->with == 30 + 10);
    CHECK(f->interval == from_to(30 - 5, 30 + 25));
    CHECK(f->method == derivation::from_nnt);
}

// Each measure.

TEST_CASE("a risk ratio multiplies the baseline, and so do the bounds of its interval", "[absolute]") {
    constexpr auto f = absolute(effect_of(risk_ratio{number(20, 1), number(15, 1), number(25, 1)}), thirty);
    STATIC_REQUIRE(f.has_value());
    STATIC_REQUIRE(f->of == denominator::hundred);
    STATIC_REQUIRE(f->with == 60);
    STATIC_REQUIRE(f->without == 30);
    STATIC_REQUIRE(f->interval == from_to(45, 75));
}

TEST_CASE("a risk difference is in percentage points", "[absolute]") {
    auto const f = absolute(effect_of(risk_difference{number(25), number(-1), number(40)}), thirty);
    REQUIRE(f);
    CHECK(f->with == 55);
    CHECK(f->interval == from_to(29, 70));
    CHECK(f->method == derivation::from_risk_difference);
}

TEST_CASE("an NNT adds its inverse, with the nearer bound as the larger number", "[absolute]") {
    auto const f = absolute(effect_of(nnt{number(5), number(4), number(10)}), thirty);
    REQUIRE(f);
    CHECK(f->with == 50);
    CHECK(f->interval == from_to(40, 55));
}

TEST_CASE("an NNH adds people with the harm", "[absolute]") {
    auto const f = absolute(effect_of(nnh{number(20), number(10), number(50)}), percent{number(5)});
    REQUIRE(f);
    CHECK(f->with == 10);
    CHECK(f->interval == from_to(7, 15));
    CHECK(f->method == derivation::from_nnh);
}

TEST_CASE("an NNT that prevents something is fewer people with it", "[absolute]") {
    auto const e = effect_of(nnt{number(20), number(10), number(50)});
    auto const fewer = absolute(e, thirty, denominator::hundred, valence::undesirable);
    REQUIRE(fewer);
    CHECK(fewer->with == 25);
    CHECK(fewer->interval == from_to(20, 28));
    CHECK(absolute(e, thirty, denominator::hundred, valence::desirable).value().with == 35);
    CHECK(absolute(effect_of(nnh{number(20)}), thirty, denominator::hundred, valence::desirable).value().with == 25);
}

TEST_CASE("an NNT interval that ends in infinity ends in no effect", "[absolute]") {
    auto const f = absolute(effect_of(nnt{number(10), number(5), decimal::infinity()}), thirty);
    REQUIRE(f);
    CHECK(f->interval == from_to(30, 50));
    auto const harm = absolute(effect_of(nnt{number(-20), decimal::minus_infinity(), number(-10)}), thirty);
    REQUIRE(harm);
    CHECK(harm->with == 25);
    CHECK(harm->interval == from_to(20, 30));
}

TEST_CASE("an infinite NNT is nobody more and nobody fewer", "[absolute]") {
    auto const f = absolute(effect_of(nnt{decimal::infinity(), number(8), number(-8)}), thirty);
    REQUIRE(f);
    CHECK(f->with == 30);
    CHECK(f->interval == from_to(18, 43));  // 30 - 12.5 is 17.5, 30 + 12.5 is 42.5
}

// Shares of people.

TEST_CASE("a share of people needs no baseline and keeps its own comparator's", "[absolute]") {
    auto const e = effect_of(percent{number(45), number(40), number(50)}, percent{number(30)});
    auto const f = absolute(e);
    REQUIRE(f);
    CHECK(f->with == 45);
    CHECK(f->without == 30);
    CHECK(f->interval == from_to(40, 50));
    CHECK(*absolute(e, percent{number(10)}) == *f);
}

TEST_CASE("a share without a comparator leaves open what happens without the option", "[absolute]") {
    auto const f = absolute(effect_of(per_1000{number(8)}), {}, thousand);
    REQUIRE(f);
    CHECK(f->with == 8);
    CHECK_FALSE(f->without);
    CHECK_FALSE(f->interval);
}

TEST_CASE("a number of people as printed is not derived; of another number of people, or rounded, it is", "[absolute]") {
    CHECK(absolute(effect_of(percent{number(45)}, percent{number(30)})).value().method == derivation::published);
    CHECK(absolute(effect_of(per_1000{number(45)}), {}, thousand).value().method == derivation::published);
    for (auto const& e : {effect_of(percent{number(384, 1)}), effect_of(proportion{number(45, 2)}),
             effect_of(per_1000{number(450)}), effect_of(percent{number(45)}, percent{number(305, 1)}),
             effect_of(percent{number(45), number(401, 1), number(50)})}) {
        auto const f = absolute(e);
        REQUIRE(f);
        CHECK(f->method == derivation::rescaled);
        CHECK(f->is_derived());
    }
    CHECK(absolute(effect_of(percent{number(45)}), {}, thousand).value().with == 450);
    CHECK(absolute(effect_of(percent{number(45)}), {}, thousand).value().is_derived());
}

// Why not.

TEST_CASE("without a baseline a ratio, a difference and an NNT give no number of people", "[absolute]") {
    for (auto const& e : {effect_of(risk_ratio{number(2)}), effect_of(odds_ratio{number(2)}),
             effect_of(risk_difference{number(2)}), effect_of(nnt{number(7)}), effect_of(nnh{number(7)})}) {
        CHECK(why_not(e) == no_frequency::no_baseline);
        CHECK(why_not(e, percent{decimal::unstated()}) == no_frequency::no_baseline);
    }
}

TEST_CASE("the baseline of a ratio is never guessed from a number beside it", "[absolute]") {
    auto e = effect_of(risk_ratio{number(2)});
    e.baseline = number(30);  // in the effect's own measure, by the schema
    CHECK(why_not(e) == no_frequency::no_baseline);
}

TEST_CASE("an SMD, a mean difference and words are no number of people, whatever the baseline", "[absolute]") {
    CHECK(why_not(effect_of(standardised_mean_difference{number(56, 2)}), thirty) == no_frequency::not_a_risk);
    CHECK(
        why_not(effect_of(mean_difference{id<instrument>::from_number(1), number(-20, 1)}), thirty) == no_frequency::not_a_risk);
    CHECK(why_not(effect{}, thirty) == no_frequency::not_a_risk);
}

TEST_CASE("a hazard ratio needs a time that a risk does not carry", "[absolute]") {
    CHECK(why_not(effect_of(hazard_ratio{number(8, 1)}), thirty) == no_frequency::needs_survival);
}

TEST_CASE("an estimate that the source does not state gives no number of people", "[absolute]") {
    CHECK(why_not(effect_of(risk_ratio{decimal::unstated()}), thirty) == no_frequency::no_value);
    CHECK(why_not(effect_of(percent{decimal{}}), thirty) == no_frequency::no_value);
    CHECK(why_not(effect_of(risk_ratio{decimal::infinity()}), thirty) == no_frequency::no_value);
}

TEST_CASE("an interval without a bound is no interval of people, and is not left out in silence", "[absolute]") {
    CHECK(why_not(effect_of(risk_ratio{number(2), number(1), decimal::infinity()}), thirty) == no_frequency::unbounded_interval);
    CHECK(why_not(effect_of(odds_ratio{number(2), decimal::minus_infinity(), number(3)}), thirty) ==
          no_frequency::unbounded_interval);
    CHECK(why_not(effect_of(nnt{number(7), number(5), decimal::unstated()}), thirty) == no_frequency::unbounded_interval);
}

TEST_CASE("a baseline is a share of everyone", "[absolute]") {
    auto const e = effect_of(risk_ratio{number(5, 1)});
    CHECK(why_not(e, percent{number(101)}) == no_frequency::baseline_out_of_range);
    CHECK(why_not(e, percent{number(-1)}) == no_frequency::baseline_out_of_range);
    CHECK(why_not(e, proportion{number(30)}) == no_frequency::baseline_out_of_range);
    CHECK(absolute(e, percent{number(100)}).value().with == 50);
    CHECK(absolute(e, percent{number(0)}).value().with == 0);
    CHECK(why_not(effect_of(percent{number(45)}, percent{number(300)})) == no_frequency::baseline_out_of_range);
}

TEST_CASE("more people than everyone, and fewer than nobody, are no answer", "[absolute]") {
    CHECK(why_not(effect_of(risk_ratio{number(4)}), thirty) == no_frequency::out_of_range);
    CHECK(why_not(effect_of(risk_difference{number(-31)}), thirty) == no_frequency::out_of_range);
    CHECK(why_not(effect_of(nnt{number(1)}), thirty) == no_frequency::out_of_range);
    CHECK(why_not(effect_of(nnt{number(0)}), thirty) == no_frequency::out_of_range);
    CHECK(why_not(effect_of(proportion{number(45)})) == no_frequency::out_of_range);
}

TEST_CASE("an interval that leaves 0 to everyone is not cut to fit", "[absolute]") {
    CHECK(why_not(effect_of(risk_ratio{number(2), number(1), number(4)}), thirty) == no_frequency::out_of_range);
    CHECK(why_not(effect_of(risk_difference{number(-10), number(-40), number(20)}), thirty) == no_frequency::out_of_range);
}

TEST_CASE("an odds ratio where everyone has it stays where it is", "[absolute]") {
    CHECK(absolute(effect_of(odds_ratio{number(3)}), percent{number(100)}).value().with == 100);
    CHECK(absolute(effect_of(odds_ratio{number(3)}), percent{number(0)}).value().with == 0);
    CHECK(why_not(effect_of(odds_ratio{number(0)}), percent{number(100)}) == no_frequency::out_of_range);  // 0 by 0
}

// Exactness.

TEST_CASE("halves are rounded away from zero, once", "[absolute]") {
    CHECK(absolute(effect_of(risk_ratio{number(15, 1)}), percent{number(3)}).value().with == 5);                      // 4.5
    CHECK(absolute(effect_of(risk_ratio{number(1499999, 6)}), percent{number(3)}).value().with == 4);  // 4.499997
    CHECK(absolute(effect_of(percent{number(45, 2)})).value().with == 0);  // 0.45, not 0.5
    CHECK(absolute(effect_of(risk_ratio{number(115, 2)}), per_1000{number(10)}, thousand).value().with == 12);  // 11.5
    CHECK(absolute(effect_of(risk_difference{number(285, 2)}), percent{number(10)}, thousand).value().with == 129);  // 128.5
}

TEST_CASE("the longest numbers that can be published are worked out exactly or refused, never wrongly", "[absolute]") {
    auto const longest = number(12345678, 8);
    CHECK(absolute(effect_of(odds_ratio{number(12345678, 7)}), proportion{longest}, thousand).value().with == 148);
    CHECK(absolute(effect_of(risk_ratio{number(12345679, 7)}), proportion{longest}, thousand).value().with == 152);
    for (auto places = 0; places != 12; ++places)
        for (auto const& e :
            {effect_of(risk_ratio{number(134'217'727, places)}), effect_of(odds_ratio{number(134'217'727, places)}),
                effect_of(nnt{number(134'217'727, places)}), effect_of(risk_difference{number(-134'217'727, places)})})
            if (auto const f = absolute(e, percent{number(134'217'727, 11)}, thousand)) {
                CHECK(f->with >= 0);
                CHECK(f->with <= 1000);
            }
}

namespace {

double to_double(decimal d) { return d.digits() / std::pow(10.0, d.places()); }

/// The risk on the option, as floating point has it.
double risk_in_floating_point(statistic s, decimal d, double without) {
    auto const x = to_double(d);
    switch (s) {
        case statistic::risk_ratio: return without * x;
        case statistic::odds_ratio: return without * x / (1 - without + without * x);
        case statistic::risk_difference: return without + x / 100;
        case statistic::proportion: return x;
        case statistic::percent:
        case statistic::per_100: return x / 100;
        case statistic::per_1000: return x / 1000;
        default: return without + 1 / x;
    }
}

}  // namespace

TEST_CASE("on random figures, people are what floating point finds, up to its last digits", "[absolute][oracle]") {
    constexpr statistic measures[]{statistic::risk_ratio, statistic::odds_ratio, statistic::risk_difference, statistic::nnt,
        statistic::nnh, statistic::proportion, statistic::percent, statistic::per_100, statistic::per_1000};
    std::mt19937 random{20240930};
    auto const upto = [&](std::uint32_t n) { return static_cast<std::int32_t>(random() % n); };
    int answered = 0, refused = 0;
    for (int i = 0; i != 20'000; ++i) {
        effect e;
        e.statistic = measures[random() % std::size(measures)];
        bool const share = is_risk(e.statistic);
        auto const some = [&] {
            auto const places = upto(4);
            auto const digits = upto(places == 0 ? 60 : places == 1 ? 300 : 3000);
            bool const below =
                !share && e.statistic != statistic::risk_ratio && e.statistic != statistic::odds_ratio && random() % 3 == 0;
            return number(below ? -digits : digits, places);
        };
        e.value = some();
        bool const has_interval = random() % 2 == 0;
        if (has_interval) e.low = some(), e.high = some();
        percent const without{number(upto(10'000), 2)};
        auto const of = random() % 2 == 0 ? denominator::hundred : denominator::thousand;
        auto const people = static_cast<double>(of);
        auto const control = to_double(without.value) / 100;

        bool expected = true, close = false;  // close: on the edge of the range, where floating point may err
        auto const find = [&](decimal d) {
            auto const r = risk_in_floating_point(e.statistic, d, control);
            expected = expected && std::isfinite(r) && r >= 0 && r <= 1;
            close = close || std::abs(r) < 1e-12 || std::abs(r - 1) < 1e-12;
            return r * people;
        };
        auto const with = find(e.value);
        auto low = has_interval ? find(e.low) : 0, high = has_interval ? find(e.high) : 0;
        if (low > high) std::swap(low, high);
        INFO(word(e.statistic) << " of " << to_double(e.value) << " at " << to_double(without.value) << " %");
        auto const f = absolute(e, without, of);
        if (close) continue;
        REQUIRE(f.has_value() == expected);
        ++(expected ? answered : refused);
        if (!f) continue;
        CHECK(std::abs(f->with - with) <= 0.5 + 1e-9);
        CHECK(f->interval.has_value() == has_interval);
        if (has_interval) {
            CHECK(std::abs(f->interval->first - low) <= 0.5 + 1e-9);
            CHECK(std::abs(f->interval->second - high) <= 0.5 + 1e-9);
        }
        if (!share) {
            REQUIRE(f->without);
            CHECK(std::abs(*f->without - control * people) <= 0.5 + 1e-9);
        }
    }
    CHECK(answered > 3'000);
    CHECK(refused > 3'000);
}

// Whose baseline.

TEST_CASE("a baseline is a share of people in a named measure", "[absolute][type]") {
    STATIC_REQUIRE(is_taken_as_a_baseline<percent>);
    STATIC_REQUIRE(is_taken_as_a_baseline<per_1000>);
    STATIC_REQUIRE(is_taken_as_a_baseline<proportion>);
    STATIC_REQUIRE_FALSE(is_taken_as_a_baseline<decimal>);
    STATIC_REQUIRE_FALSE(is_taken_as_a_baseline<int>);
    STATIC_REQUIRE_FALSE(is_taken_as_a_baseline<risk_ratio>);
    STATIC_REQUIRE_FALSE(is_taken_as_a_baseline<risk_difference>);
    STATIC_REQUIRE_FALSE(is_taken_as_a_baseline<nnt>);
}

TEST_CASE("a baseline is the comparator's arm of a claim, and the figure says whose it is", "[absolute]") {
    auto const& kb = fixture::knee();
    auto const source = fixture::claim(kb, "affects-alphaprofen-pain");
    auto const without = baseline_of(kb, source);
    REQUIRE(without);
    CHECK(without->value == number(30));
    auto const f = absolute(kb, fixture::claim(kb, "affects-pooled-pain"), *without);  // NNT 7.10 (5.2 to 11)
    REQUIRE(f);
    CHECK(f->baseline_from == source);
    CHECK(f->is_derived());
    CHECK(f->method == derivation::from_nnt);
    CHECK(f->with == 44);
    CHECK(f->interval == from_to(39, 49));
}

TEST_CASE("what happened on placebo is a baseline", "[absolute]") {
    fixture::extended b;
    auto e = effect_of(per_1000{number(230)});
    e.comparator = b.find<option>("usual-care");
    e.time_frame = not_stated;
    e.participants = decimal::unstated();
    e.certainty = {unstated_level};
    b.claim<affects>("placebo", "pain-halved", "review-2021", "made-for-one-test", stance::in_favour, e);
    auto const& kb = b.freeze();
    auto const without = baseline_of(kb, fixture::claim(kb, "made-for-one-test"));
    REQUIRE(without);
    CHECK(without->measure == statistic::per_1000);
    CHECK(absolute(effect_of(risk_ratio{number(2)}), *without).value().with == 46);
}

TEST_CASE("a ratio, words and a claim without a comparator's arm are no baseline", "[absolute]") {
    auto const& kb = fixture::knee();
    for (auto key :
        {"no-difference-calmadol", "tai-chi-function", "affects-pooled-pain", "guideline-nsaids", "boxed-nsaids-bleeding"}) {
        INFO(key);
        CHECK_FALSE(baseline_of(kb, fixture::claim(kb, key)));
    }
}

TEST_CASE("a claim that is no effect gives no number of people", "[absolute]") {
    auto const& kb = fixture::knee();
    auto const f = absolute(kb, fixture::claim(kb, "boxed-nsaids-bleeding"), thirty);
    REQUIRE_FALSE(f);
    CHECK(f.error() == no_frequency::not_a_risk);
}

TEST_CASE("an NNH through infinity counts people with the harm on both sides of the baseline", "[absolute]") {
    auto const& kb = fixture::knee();
    auto const f = absolute(kb, fixture::claim(kb, "harm-calmadol-withdrew"), percent{number(10)});  // NNH 30 (12 to -90)
    REQUIRE(f);
    CHECK(f->with == 13);
    CHECK(f->interval == from_to(9, 18));
}

TEST_CASE("every reason and every method has a word", "[absolute][type]") {
    STATIC_REQUIRE(word(no_frequency::out_of_range) == "out_of_range");
    STATIC_REQUIRE(word(derivation::from_nnh) == "from_nnh");
}

}  // namespace query_absolute_test
