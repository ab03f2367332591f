// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/schema.hpp>

#include <concepts>
#include <optional>

namespace treatise::inline v0_3 {

/// A published estimate in one measure, with its interval: each measure is a type of its own, so that an SMD never
/// stands where an NNT belongs.
///
/// A number gets its measure by name, `nnt{value, low, high}`, and no measure turns into another one. There is none without a
/// value.
template <statistic Measure>
    requires(Measure != statistic::narrative)
struct quantity {
    decimal value, low, high;  ///< in an NNT or NNH a `low` above zero with a `high` below it runs through infinity

    static constexpr statistic measure = Measure;
    constexpr explicit quantity(decimal estimate, decimal from = {}, decimal to = {}) : value{estimate}, low{from}, high{to} {}
    friend constexpr bool operator==(quantity const&, quantity const&) = default;
};

/// A mean difference is one on a scale: without it, the number says nothing.
template <>
struct quantity<statistic::mean_difference> {
    id<instrument> scale;
    decimal value, low, high;

    static constexpr statistic measure = statistic::mean_difference;
    constexpr explicit quantity(id<instrument> on, decimal estimate, decimal from = {}, decimal to = {})
        : scale{on}, value{estimate}, low{from}, high{to} {}
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
using mean_difference = quantity<statistic::mean_difference>;
using standardised_mean_difference = quantity<statistic::standardised_mean_difference>;
using nnt = quantity<statistic::nnt>;
using nnh = quantity<statistic::nnh>;

template <class Q>
concept a_quantity = requires { Q::measure; } && std::same_as<Q, quantity<Q::measure>>;

/// Whether a statistic relates one arm to the other: risk, odds or hazard ratio.
constexpr bool is_ratio(statistic s) {
    return s == statistic::risk_ratio || s == statistic::odds_ratio || s == statistic::hazard_ratio;
}
/// A share of people, whichever number it is given of.
constexpr bool is_risk(statistic s) {
    return s == statistic::proportion || s == statistic::percent || s == statistic::per_100 || s == statistic::per_1000;
}
template <class Q>
concept a_risk = a_quantity<Q> && is_risk(Q::measure);

/// An effect that carries the quantity; what else was published with it is in `rest`.
template <statistic Measure>
constexpr effect effect_of(quantity<Measure> const& q, effect rest = {}) {
    rest.statistic = Measure;
    rest.value = q.value;
    rest.low = q.low;
    rest.high = q.high;
    return rest;
}

/// The same with what happened in the comparator's arm, in the same measure.
template <statistic Measure>
    requires(is_risk(Measure))
constexpr effect effect_of(quantity<Measure> const& with, quantity<Measure> const& without, effect rest = {}) {
    rest.baseline = without.value;
    return effect_of(with, rest);
}

/// The figure of the effect as a `Quantity`; nothing where it was published in another measure.
template <a_quantity Quantity>
    requires(Quantity::measure != statistic::mean_difference)
constexpr std::optional<Quantity> as(effect const& e) {
    if (e.statistic != Quantity::measure) return std::nullopt;
    return Quantity{e.value, e.low, e.high};
}

/// A mean difference on the scale of the outcome; nothing where the outcome names none.
template <std::same_as<mean_difference> Quantity>
constexpr std::optional<Quantity> as(effect const& e, outcome_details const& outcome) {
    if (e.statistic != Quantity::measure || !outcome.scale) return std::nullopt;
    return Quantity{outcome.scale, e.value, e.low, e.high};
}

}  // namespace treatise::inline v0_3
