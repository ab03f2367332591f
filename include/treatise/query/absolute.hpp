// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/expected.hpp>
#include <treatise/model/quantity.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace treatise {

/// Why a published effect gives no natural frequency.
enum class no_frequency : std::uint8_t {
    no_baseline,         ///< neither the effect nor the caller says what happens without the option
    not_a_risk,          ///< a mean difference, an SMD or words: no number of people
    needs_survival,      ///< a hazard ratio: it takes a time that risks alone do not carry
    no_value,            ///< the source states no estimate
    out_of_range         ///< the arithmetic leaves 0 to everyone, or the numbers are too large for it
};
template <>
inline constexpr std::array<std::string_view, 5> words_of<no_frequency>{
    "no_baseline", "not_a_risk", "needs_survival", "no_value", "out_of_range"};

/// How many people of `of`: on the option, without it, and the interval of those on it.
struct frequency {
    std::int32_t of = 100;               ///< the denominator, 100 or 1000
    std::int32_t with = 0, without = 0;
    std::optional<std::pair<std::int32_t, std::int32_t>>
        interval{};  ///< of `with`; absent where none was published or it is unbounded
    bool derived = false;  ///< computed from a relative or difference measure and a baseline, not printed by the source

    friend constexpr bool operator==(frequency const&, frequency const&) = default;
};

namespace detail {

/// A fraction over a positive denominator, small enough that products fit in 64 bits.
struct ratio {
    std::int64_t up = 0, down = 1;

    static constexpr std::int64_t limit = std::int64_t{1} << 31;
    constexpr bool fits() const { return down > 0 && down < limit && up < limit && up > -limit; }
    static constexpr std::int64_t gcd(std::int64_t a, std::int64_t b) {
        while (b != 0) {
            auto const r = a % b;
            a = b;
            b = r;
        }
        return a < 0 ? -a : a;
    }
    constexpr ratio reduced() const {
        auto const g = gcd(up, down);
        auto const s = down < 0 ? -1 : 1;
        return g == 0 ? ratio{0, 1} : ratio{s * up / g, s * down / g};
    }
    friend constexpr ratio operator*(ratio a, ratio b) { return ratio{a.up * b.up, a.down * b.down}.reduced(); }
    friend constexpr ratio operator/(ratio a, ratio b) { return ratio{a.up * b.down, a.down * b.up}.reduced(); }
    friend constexpr ratio operator+(ratio a, ratio b) { return ratio{a.up * b.down + b.up * a.down, a.down * b.down}.reduced(); }
    friend constexpr ratio operator-(ratio a, ratio b) { return a + ratio{-b.up, b.down}; }

    /// The nearest whole number; halves away from zero.
    constexpr std::int64_t rounded() const {
        auto const twice = 2 * (up < 0 ? -up : up) + down;
        auto const n = twice / (2 * down);
        return up < 0 ? -n : n;
    }
};

constexpr ratio ratio_of(decimal d, std::int64_t divided_by = 1) {
    ratio r{d.digits(), divided_by};
    for (int i = 0; i != d.places(); ++i) r.down *= 10;
    return r.reduced();
}

/// The risk on the option, from the risk `without` it and one number in the effect's measure.
constexpr std::optional<ratio> risk_with(statistic s, decimal d, ratio without) {
    if (!d.is_finite() && !(d.is_infinite() && (s == statistic::nnt || s == statistic::nnh))) return std::nullopt;
    ratio const one{1, 1};
    if (d.is_infinite()) return without;  // 1 / infinity: nobody more, nobody fewer
    auto const x = ratio_of(d);
    if (!x.fits()) return std::nullopt;
    switch (s) {
        case statistic::proportion: return x;
        case statistic::percent:
        case statistic::per_100: return ratio_of(d, 100);
        case statistic::per_1000: return ratio_of(d, 1000);
        case statistic::risk_ratio: return without * x;
        case statistic::odds_ratio: {
            auto const odds = without * x, rest = one - without + odds;
            return !odds.fits() || !rest.fits() || rest.up == 0 ? std::nullopt : std::optional{odds / rest};
        }
        case statistic::risk_difference: return without + ratio_of(d, 100);
        case statistic::nnt:
        case statistic::nnh: return x.up == 0 ? std::nullopt : std::optional{without + one / x};
        default: return std::nullopt;
    }
}

}  // namespace detail

/// Natural frequencies of a published effect on one denominator, or why there are none.
///
/// `baseline` is the risk without the option, in percent; left out, it is the effect's own baseline. Exact integer
/// arithmetic, rounded once, halves away from zero. A risk ratio multiplies the baseline, an odds ratio its odds
/// (Cochrane Handbook 6.5, 15.4.4.4), an NNT adds its inverse; an NNT interval through infinity runs from harm to benefit
/// (Altman, BMJ 1998;317:1309). For an NNH the outcome is the harm, so its inverse is added as well.
constexpr expected<frequency, no_frequency> absolute(effect const& e, decimal baseline = {}, std::int32_t of = 100) {
    using detail::ratio;
    switch (e.statistic) {
        case statistic::narrative:
        case statistic::mean_difference:
        case statistic::standardised_mean_difference: return unexpected{no_frequency::not_a_risk};
        case statistic::hazard_ratio: return unexpected{no_frequency::needs_survival};
        default: break;
    }
    if (!e.value.is_finite()) return unexpected{no_frequency::no_value};
    bool const is_risk = e.statistic == statistic::proportion || e.statistic == statistic::percent ||
                         e.statistic == statistic::per_100 || e.statistic == statistic::per_1000;
    ratio without;
    if (baseline.is_finite())
        without = detail::ratio_of(baseline, 100);
    else if (!e.baseline.is_finite())
        return unexpected{no_frequency::no_baseline};
    else if (is_risk)
        without = *detail::risk_with(e.statistic, e.baseline, {});
    else
        without = detail::ratio_of(e.baseline, 100);
    auto const people = [&](ratio r) { return r * ratio{of, 1}; };
    auto const in_range = [](ratio r) { return r.fits() && r.up >= 0 && r.up <= r.down; };
    auto const with = detail::risk_with(e.statistic, e.value, without);
    if (!in_range(without) || !with || !in_range(*with)) return unexpected{no_frequency::out_of_range};
    frequency f{of, static_cast<std::int32_t>(people(*with).rounded()), static_cast<std::int32_t>(people(without).rounded()), {},
        !is_risk};
    auto const low = detail::risk_with(e.statistic, e.low, without), high = detail::risk_with(e.statistic, e.high, without);
    if (low && high && low->fits() && high->fits()) {
        auto const within = [&](ratio r) {
            auto const n = people(r).rounded();
            return static_cast<std::int32_t>(n < 0 ? 0 : n > of ? of : n);
        };
        f.interval = std::pair{within(*low), within(*high)};
        if (f.interval->second < f.interval->first) std::swap(f.interval->first, f.interval->second);
    }
    return f;
}

}  // namespace treatise
