// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/model/expected.hpp>
#include <treatise/model/quantity.hpp>
#include <treatise/query/ratio.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace treatise::inline v0_3 {

/// Why a published effect gives no natural frequency.
enum class no_frequency : std::uint8_t {
    no_baseline,         ///< nobody says what happens without the option
    not_a_risk,          ///< a mean difference, an SMD or words: no number of people
    needs_survival,      ///< a hazard ratio: it takes a time that risks alone do not carry
    no_value,            ///< the source states no estimate
    unbounded_interval,  ///< a bound of the interval is infinite, and no number of people
    baseline_out_of_range,
    out_of_range  ///< the arithmetic leaves 0 to everyone, or the numbers are too large for it
};
template <>
inline constexpr std::array<std::string_view, 7> words_of<no_frequency>{
    "no_baseline", "not_a_risk", "needs_survival", "no_value", "unbounded_interval", "baseline_out_of_range", "out_of_range"};

/// How a natural frequency came about: as printed, the same share of another number of people, or from a baseline and an effect.
enum class derivation : std::uint8_t {
    published,
    rescaled,
    from_risk_ratio,
    from_odds_ratio,
    from_risk_difference,
    from_nnt,
    from_nnh
};
template <>
inline constexpr std::array<std::string_view, 7> words_of<derivation>{
    "published", "rescaled", "from_risk_ratio", "from_odds_ratio", "from_risk_difference", "from_nnt", "from_nnh"};

enum class denominator : std::uint16_t { hundred = 100, thousand = 1000 };

/// The risk without the option, in a named measure, and the claim that states it; no claim: the caller's own number.
struct baseline_risk {
    decimal value{};
    treatise::statistic measure = statistic::percent;
    claim_id from{};

    constexpr baseline_risk() = default;  ///< none
    template <a_risk Risk>
    constexpr baseline_risk(Risk const& risk, claim_id stated_by = {})
        : value{risk.value}, measure{Risk::measure}, from{stated_by} {}
};

/// How many people of `of`: on the option, without it, and the interval of those on it.
struct frequency {
    denominator of = denominator::hundred;
    std::int32_t with = 0;
    std::optional<std::int32_t> without{};  ///< absent where a published share of people has no comparator
    std::optional<std::pair<std::int32_t, std::int32_t>> interval{};  ///< of `with`; absent where none was published
    derivation method = derivation::published;
    claim_id baseline_from{};  ///< who states `without`, where `with` was worked out from it

    constexpr bool is_derived() const { return method != derivation::published; }
    friend constexpr bool operator==(frequency const&, frequency const&) = default;
};

namespace query_detail {

/// A share of people as a ratio; the others are no share and count as percent.
constexpr ratio share_of(statistic measure, decimal d) {
    return ratio_of(d, measure == statistic::proportion ? 1 : measure == statistic::per_1000 ? 1000 : 100);
}

/// The risk on the option, from the risk without it and one number in the effect's measure; `sign` is -1 where an NNT or
/// NNH counts fewer people. Of what gives no risk, none.
constexpr ratio risk_with(statistic s, decimal d, ratio without, std::int64_t sign) {
    if (d.is_infinite()) return without;  // of an NNT alone: nobody more, nobody fewer
    auto const x = ratio_of(d);
    switch (s) {
        case statistic::proportion:
        case statistic::percent:
        case statistic::per_100:
        case statistic::per_1000: return share_of(s, d);
        case statistic::risk_ratio: return without * x;
        case statistic::odds_ratio: {
            auto const odds = without * x;
            return odds / (ratio{1, 1} - without + odds);
        }
        case statistic::risk_difference: return without + ratio_of(d, 100);
        case statistic::nnt:
        case statistic::nnh: return without + ratio{sign, 1} / x;
        case statistic::narrative:
        case statistic::hazard_ratio:
        case statistic::mean_difference:
        case statistic::standardised_mean_difference: break;
    }
    return {};
}

/// How a natural frequency comes about from an effect in this measure.
constexpr derivation derivation_from(statistic s) {
    switch (s) {
        case statistic::risk_ratio: return derivation::from_risk_ratio;
        case statistic::odds_ratio: return derivation::from_odds_ratio;
        case statistic::risk_difference: return derivation::from_risk_difference;
        case statistic::nnt: return derivation::from_nnt;
        case statistic::nnh: return derivation::from_nnh;
        case statistic::proportion:
        case statistic::percent:
        case statistic::per_100:
        case statistic::per_1000:
        case statistic::narrative:
        case statistic::hazard_ratio:
        case statistic::mean_difference:
        case statistic::standardised_mean_difference: break;
    }
    return derivation::rescaled;
}

/// One person more or fewer of so many: a number that may be infinite, nobody at all.
constexpr bool counts_people_per_effect(statistic s) { return s == statistic::nnt || s == statistic::nnh; }

/// Whether a risk can be worked out from a number in this measure.
constexpr bool gives_risk(statistic s, decimal d) { return d.is_finite() || (counts_people_per_effect(s) && d.is_infinite()); }

/// Why the measure or the estimate gives no number of people, whatever the baseline; nothing where it may give one.
constexpr std::optional<no_frequency> why_no_risk(effect const& e) {
    switch (e.statistic) {
        case statistic::narrative:
        case statistic::mean_difference:
        case statistic::standardised_mean_difference: return no_frequency::not_a_risk;
        case statistic::hazard_ratio: return no_frequency::needs_survival;
        case statistic::proportion:
        case statistic::percent:
        case statistic::per_100:
        case statistic::per_1000:
        case statistic::risk_ratio:
        case statistic::odds_ratio:
        case statistic::risk_difference:
        case statistic::nnt:
        case statistic::nnh: break;
    }
    if (!gives_risk(e.statistic, e.value)) return no_frequency::no_value;
    return std::nullopt;
}

constexpr bool is_part_of_everyone(ratio r) { return r.is_number() && r.up >= 0 && r.up <= r.down; }

/// The risk without the option; a share of people whose comparator is not stated counts from 0.
///
/// A ratio has no baseline of its own: `e.baseline` is in the effect's measure.
constexpr expected<ratio, no_frequency> control_risk(effect const& e, baseline_risk const& without) {
    bool const share = is_risk(e.statistic);
    auto const stated = share ? e.baseline : without.value;
    if (!share && !stated.is_finite()) return unexpected{no_frequency::no_baseline};
    auto const control = share_of(share ? e.statistic : without.measure, stated.is_finite() ? stated : decimal{0, 0});
    if (!is_part_of_everyone(control)) return unexpected{no_frequency::baseline_out_of_range};
    return control;
}

/// The risks with the option at the bounds of the interval, in the order of the bounds; nothing where none was published.
constexpr expected<std::optional<std::pair<ratio, ratio>>, no_frequency> risks_at_bounds(
    effect const& e, ratio control, std::int64_t sign) {
    using bounds = std::optional<std::pair<ratio, ratio>>;
    auto const is_number = [](decimal d) { return d.is_finite() || d.is_infinite(); };
    if (!is_number(e.low) && !is_number(e.high)) return bounds{};
    if (!gives_risk(e.statistic, e.low) || !gives_risk(e.statistic, e.high)) return unexpected{no_frequency::unbounded_interval};
    auto const low = risk_with(e.statistic, e.low, control, sign), high = risk_with(e.statistic, e.high, control, sign);
    if (!is_part_of_everyone(low) || !is_part_of_everyone(high)) return unexpected{no_frequency::out_of_range};
    return bounds{{low, high}};
}

/// Whether the source itself counts people on this denominator.
constexpr bool is_counted_of(statistic s, denominator of) {
    return is_risk(s) && s != statistic::proportion && (of == denominator::thousand) == (s == statistic::per_1000);
}

}  // namespace query_detail

/// Natural frequencies of a published effect on one denominator, or why there are none.
///
/// A share of people needs no baseline and keeps its own comparator's, which `without` never replaces. A risk ratio
/// multiplies the baseline, an odds ratio its odds, a risk difference and the inverse of an NNT are added to it; so are
/// the bounds of their intervals, which leave the uncertainty of the baseline out (Cochrane Handbook 5.1, 12.5.4). An
/// interval of an NNT through infinity runs from benefit over no effect to harm (Altman, BMJ 1998;317:1309). An NNT counts more
/// people with a desirable `outcome` and fewer with an undesirable one, an NNH the opposite; without an `outcome`, both count
/// more. Exact integer arithmetic, rounded once, halves away from zero.
constexpr expected<frequency, no_frequency> absolute(effect const& e, baseline_risk const& without = {},
    denominator of = denominator::hundred, std::optional<valence> outcome = {}) {
    using query_detail::ratio;
    auto const s = e.statistic;
    if (auto const why = query_detail::why_no_risk(e)) return unexpected{*why};
    auto const control = query_detail::control_risk(e, without);
    if (!control) return unexpected{control.error()};

    auto const counts = s == statistic::nnt ? valence::desirable : valence::undesirable;
    std::int64_t const sign = !outcome || *outcome == counts ? 1 : -1;
    auto const with = query_detail::risk_with(s, e.value, *control, sign);
    if (!query_detail::is_part_of_everyone(with)) return unexpected{no_frequency::out_of_range};
    auto const bounds = query_detail::risks_at_bounds(e, *control, sign);
    if (!bounds) return unexpected{bounds.error()};

    auto const all = static_cast<std::int64_t>(of);
    auto const people = [all](ratio r) { return static_cast<std::int32_t>(r.rounded_of(all)); };
    bool const share = is_risk(s);
    frequency f{of, people(with), {}, {}, query_detail::derivation_from(s), share ? claim_id{} : without.from};
    if ((share ? e.baseline : without.value).is_finite()) f.without = people(*control);
    bool exact = query_detail::is_counted_of(s, of) && with.is_whole_of(all) && control->is_whole_of(all);
    if (auto const& b = *bounds) {
        auto const [low, high] = *b;
        auto const x = people(low), y = people(high);
        f.interval = x < y ? std::pair{x, y} : std::pair{y, x};
        exact = exact && low.is_whole_of(all) && high.is_whole_of(all);
    }
    if (exact) f.method = derivation::published;
    return f;
}

/// A published share of people as whole ones of `of`, halves up; nothing where it is no risk, or more than everyone.
constexpr std::optional<std::int32_t> whole_people_of(statistic s, decimal d, denominator of = denominator::hundred) {
    if (!is_risk(s) || !d.is_finite()) return std::nullopt;
    auto const share = query_detail::share_of(s, d);
    if (!share.is_number() || share.up < 0 || share.up > share.down) return std::nullopt;
    return static_cast<std::int32_t>(share.rounded_of(static_cast<std::int64_t>(of)));
}

/// The risk without an option that a claim states: that of a reference such as placebo, or the comparator's beside the option's;
/// nothing where it states none.
constexpr std::optional<baseline_risk> baseline_of(knowledge_base const& kb, claim_id c) {
    auto const* e = kb.payload_if<affects>(c);
    if (e == nullptr) return std::nullopt;
    auto const t = kb.as<therapy>(kb.subject(c));
    auto const stated = t && kb.details(t).reference ? e->value : e->baseline;
    if (!is_risk(e->statistic) || !stated.is_finite()) return std::nullopt;
    baseline_risk b;
    b.value = stated;
    b.measure = e->statistic;
    b.from = c;
    return b;
}

/// The natural frequencies of a claim, an NNT read by the valence of the claim's outcome.
constexpr expected<frequency, no_frequency> absolute(
    knowledge_base const& kb, claim_id c, baseline_risk const& without = {}, denominator of = denominator::hundred) {
    auto const* e = kb.payload_if<affects>(c);
    if (e == nullptr) return unexpected{no_frequency::not_a_risk};
    return absolute(*e, without, of, kb.details(kb.as<outcome>(kb.object(c))).valence);
}

}  // namespace treatise::inline v0_3
