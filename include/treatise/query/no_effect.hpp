// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/schema.hpp>

namespace treatise::inline v0_3 {

/// The interval of a figure includes "no effect": such a figure is uncertain, which is not the same as no difference.
constexpr bool includes_no_effect(effect const& e) {
    if (!(e.low.is_finite() || e.low.is_infinite()) || !(e.high.is_finite() || e.high.is_infinite())) return false;
    auto const within = [&](decimal d) { return !less(d, e.low) && !less(e.high, d); };
    switch (e.statistic) {
        case statistic::risk_ratio:
        case statistic::odds_ratio:
        case statistic::hazard_ratio: return within(decimal{1, 0});
        case statistic::risk_difference:
        case statistic::mean_difference:
        case statistic::standardised_mean_difference: return within(decimal{0, 0});
        case statistic::nnt:  // no effect is an infinite number: "12 to infinity", or "12 to -90" on the way over it
        case statistic::nnh:
            return e.low.is_infinite() || e.high.is_infinite() || less(e.low, decimal{0, 0}) != less(e.high, decimal{0, 0});
        case statistic::narrative:
        case statistic::proportion:
        case statistic::percent:
        case statistic::per_100:
        case statistic::per_1000: break;  // a share of people compares nothing
    }
    return false;
}

}  // namespace treatise::inline v0_3
