// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/field_text.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/query/no_effect.hpp>
#include <treatise/words/language.hpp>

#include <string>

// The figure of an effect as it was published.
namespace treatise::inline v0_3 {

/// "1.73 (1.44 to 2.08)", the interval alone where the source gives no estimate; empty where it gives neither.
[[nodiscard]] inline std::string estimate(language const& l, effect const& e) {
    auto value = say(l, e.value);
    if (!e.low.is_absent()) append_part(value, say(l, message::interval, {say(l, e.low), say(l, e.high)}), " ");
    return value;
}

namespace render_detail {

/// How a measure is named around its estimate; the places {0}.
[[nodiscard]] constexpr message measure_of(statistic s) {
    switch (s) {
        case statistic::narrative:
        case statistic::percent:
        case statistic::per_100: return message::of_100;
        case statistic::per_1000: return message::of_1000;
        case statistic::proportion: return message::measure_proportion;
        case statistic::risk_ratio: return message::measure_risk_ratio;
        case statistic::odds_ratio: return message::measure_odds_ratio;
        case statistic::hazard_ratio: return message::measure_hazard_ratio;
        case statistic::risk_difference: return message::measure_risk_difference;
        case statistic::mean_difference: return message::measure_mean_difference;
        case statistic::standardised_mean_difference: return message::measure_standardised_mean_difference;
        case statistic::nnt: return message::measure_nnt;
        case statistic::nnh: return message::measure_nnh;
    }
    return message::of_100;
}

}  // namespace render_detail

/// The published figure of an effect: "38 vs 23 of 100", "NNT 7.2 (5.9 to 9.21)"; empty for words.
[[nodiscard]] inline std::string figure(language const& l, effect const& e) {
    if (e.statistic == statistic::narrative) return {};
    auto const made = estimate(l, e);
    if (made.empty()) return {};
    bool const thousand = e.statistic == statistic::per_1000;
    bool const of_people = thousand || e.statistic == statistic::percent || e.statistic == statistic::per_100;
    if (of_people && e.baseline.is_finite())
        return say(l, thousand ? message::of_1000_with_without : message::of_100_with_without, {made, say(l, e.baseline)});
    return say(l, render_detail::measure_of(e.statistic), {made});
}

}  // namespace treatise::inline v0_3
