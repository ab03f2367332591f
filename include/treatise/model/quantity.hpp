// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/schema.hpp>

#include <optional>

namespace treatise {

/// A published estimate in one measure, with its interval: each measure is a type of its own, so that an SMD never
/// stands where an NNT belongs.
template <statistic Measure>
struct quantity {
    decimal value, low, high;  ///< in an NNT or NNH a `low` above zero with a `high` below it runs through infinity

    static constexpr statistic measure = Measure;
    friend constexpr bool operator==(quantity const&, quantity const&) = default;
};

using proportion = quantity<statistic::proportion>;  ///< from 0 to 1
using percent = quantity<statistic::percent>;
using per_100 = quantity<statistic::per_100>;
using per_1000 = quantity<statistic::per_1000>;
using risk_ratio = quantity<statistic::risk_ratio>;
using odds_ratio = quantity<statistic::odds_ratio>;
using hazard_ratio = quantity<statistic::hazard_ratio>;
using risk_difference = quantity<statistic::risk_difference>;  ///< in percentage points, as sources print it
using mean_difference = quantity<statistic::mean_difference>;  ///< on the scale of the outcome
using standardised_mean_difference = quantity<statistic::standardised_mean_difference>;
using nnt = quantity<statistic::nnt>;
using nnh = quantity<statistic::nnh>;

/// An effect that carries the quantity; the other fields are left to the caller.
template <statistic Measure>
constexpr effect effect_of(quantity<Measure> const& q) {
    effect e;
    e.statistic = Measure;
    e.value = q.value;
    e.low = q.low;
    e.high = q.high;
    return e;
}

/// The figure of the effect as a `Quantity`; nothing where it was published in another measure.
template <class Quantity>
constexpr std::optional<Quantity> as(effect const& e) {
    if (e.statistic != Quantity::measure) return std::nullopt;
    return Quantity{e.value, e.low, e.high};
}

}  // namespace treatise
