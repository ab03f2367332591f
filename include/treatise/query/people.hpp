// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/absolute.hpp>
#include <treatise/query/detail/one_result.hpp>
#include <treatise/query/no_effect.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include <string_view>
#include <utility>

// Rule "intervals from ratios": an effect as a number of people.
namespace treatise::inline v0_3 {

/// How much of an effect can be told in people: those with the option and those without it, the difference alone, those with
/// it alone, or nothing but what the source concludes.
enum class told_as : std::uint8_t { both_arms, difference, one_arm, words };
template <>
inline constexpr std::array<std::string_view, 4> words_of<told_as>{"both_arms", "difference", "one_arm", "words"};

/// A count of people as it is printed: one that is not zero never prints 0.
struct count_of_people {
    std::int32_t n = 0;
    bool below_one = false;  ///< more than none and less than half a person: "fewer than 1"

    friend constexpr bool operator==(count_of_people, count_of_people) = default;
};

/// One effect in people of `of`; what was published in another measure is worked out where the same source gives what it takes.
struct people {
    claim_id claim{};
    denominator of = denominator::hundred;
    told_as as = told_as::words;
    count_of_people with{}, without{};  ///< on the option, and on what it was compared with
    count_of_people
        more{};  ///< of `both_arms` and `difference`: people to whom it happens on the option besides; may be negative
    std::optional<std::pair<std::int32_t, std::int32_t>> more_between{};  ///< its interval, the lesser bound first
    std::optional<std::pair<std::int32_t, std::int32_t>> with_between{};  ///< the interval of `with`, where it was printed
    derivation numbers{}, interval{};  ///< how `with` or `more`, and the interval of `more`, came about
    claim_id interval_from{};          ///< the claim whose published interval was used: of the same source and trials
    claim_id baseline_from{};          ///< the claim that states `without`, where `with` was worked out from it
    bool rounded = false;              ///< the source prints more digits than whole people
    bool crosses_no_effect = false;    ///< the interval includes no effect: uncertain, which is not "no difference"

    friend constexpr bool operator==(people const&, people const&) = default;
};

namespace query_detail {

using two_counts = std::pair<std::int32_t, std::int32_t>;

constexpr bool is_difference(statistic s) {
    return s == statistic::nnt || s == statistic::nnh || s == statistic::risk_difference;
}
constexpr valence valence_of(knowledge_base const& kb, claim_id c) { return kb.details(kb.as<outcome>(kb.object(c))).valence; }

/// The count of a share of people, halves away from zero.
constexpr std::int32_t rounded(ratio r, denominator of) {
    auto const n = ratio{r.up < 0 ? -r.up : r.up, r.down}.rounded_of(static_cast<std::int64_t>(of));
    return static_cast<std::int32_t>(r.up < 0 ? -n : n);
}
constexpr count_of_people counted(ratio r, denominator of) {
    auto const n = rounded(r, of);
    return {n, n == 0 && r.up != 0};
}

/// One published difference between two arms as a share; nothing where the effect states none. An infinite number needed is
/// nobody.
constexpr ratio difference_of(effect const& e, decimal d, valence v) {
    bool const per_effect = e.statistic == statistic::nnt || e.statistic == statistic::nnh;
    if (!is_difference(e.statistic) || !(d.is_finite() || (per_effect && d.is_infinite()))) return {};
    auto const counts = e.statistic == statistic::nnt ? valence::desirable : valence::undesirable;
    auto const r = risk_with(e.statistic, d, ratio{0, 1}, v == counts ? 1 : -1);
    return r.is_number() && r.up <= r.down && r.up >= -r.down ? r : ratio{};
}
constexpr std::optional<two_counts> ordered(ratio low, ratio high, denominator of) {
    if (!low.is_number() || !high.is_number()) return std::nullopt;
    auto const a = rounded(low, of), b = rounded(high, of);
    return a < b ? two_counts{a, b} : two_counts{b, a};
}
constexpr std::optional<two_counts> range_of_difference(effect const& e, valence v, denominator of) {
    return ordered(difference_of(e, e.low, v), difference_of(e, e.high, v), of);
}

/// The control rate of a figure before any rounding: its own, or that of another figure of the same result.
constexpr ratio control_rate(knowledge_base const& kb, claim_id c) {
    auto const own = [&](claim_id x) {
        auto const& e = kb.payload<affects>(x);
        return is_risk(e.statistic) && e.baseline.is_finite() ? share_of(e.statistic, e.baseline) : ratio{};
    };
    if (auto const r = own(c); r.is_number()) return r;
    ratio found;
    each_of_one_result(kb, c, [&](claim_id x) {
        if (!found.is_number()) found = own(x);
    });
    return found;
}

/// What happened without the option, where the effect's own source states it of the comparator by itself.
constexpr baseline_risk baseline_beside(knowledge_base const& kb, claim_id c) {
    auto const& e = kb.payload<affects>(c);
    if (!is_risk(e.statistic) && e.comparator)
        for (auto x : kb.in_ids<affects>(kb.object(c)))
            if (kb.subject(x) == id<entity>{e.comparator} && kb.said(x).source == kb.said(c).source &&
                kb.said(x).population == kb.said(c).population && kb.said(x).status == kb.said(c).status)
                if (auto const b = baseline_of(kb, x)) return *b;
    return {};
}
/// A number of people that its source prints with more digits than whole people of 100 or of 1000 have.
constexpr bool is_rounded(effect const& e, denominator of) {
    auto const n = static_cast<std::int64_t>(of);
    auto const part = [&](decimal d) { return d.is_finite() && !share_of(e.statistic, d).is_whole_of(n); };
    return is_risk(e.statistic) && (part(e.value) || part(e.baseline) || part(e.low) || part(e.high));
}
/// The words of a claim carry its figure: people of 100, a ratio, an NNT ...
constexpr bool tells_a_figure(knowledge_base const& kb, claim_id c) {
    auto const* e = kb.payload_if<affects>(c);
    return e != nullptr && e->statistic != statistic::narrative;
}

/// The numbers of an effect by itself.
constexpr people alone(knowledge_base const& kb, claim_id c, denominator of) {
    people p{c, of};
    if (!tells_a_figure(kb, c)) return p;
    auto const& e = kb.payload<affects>(c);
    auto const v = valence_of(kb, c);
    p.crosses_no_effect = kb.stance(c) != stance::no_difference && includes_no_effect(e);
    if (auto const f = absolute(kb, c, baseline_beside(kb, c), of)) {
        p.baseline_from = f->baseline_from;
        p.rounded = is_rounded(e, of);
        p.as = f->without ? told_as::both_arms : told_as::one_arm;
        p.with.n = f->with;
        p.without.n = f->without.value_or(0);
        if (is_risk(e.statistic)) {
            p.with = counted(share_of(e.statistic, e.value), of);
            if (f->without) p.without = counted(share_of(e.statistic, e.baseline), of);
        }
        p.more.n = f->without ? p.with.n - p.without.n : 0;
        p.with_between = f->interval;
        p.numbers = f->method;
    } else if (auto const d = difference_of(e, e.value, v); d.is_number()) {
        p.as = told_as::difference;
        p.more = counted(d, of);
        p.numbers = p.interval = derivation_from(e.statistic);
        p.more_between = range_of_difference(e, v, of);
    }
    return p;
}

/// The interval of a difference from one measure: a ratio on the control rate before rounding, or a difference as it stands.
constexpr std::optional<two_counts> interval_from(effect const& e, valence v, ratio control, denominator of) {
    if (is_difference(e.statistic)) return range_of_difference(e, v, of);
    bool const of_rate = e.statistic == statistic::risk_ratio || e.statistic == statistic::odds_ratio;
    if (!of_rate || !control.is_number() || !e.low.is_finite() || !e.high.is_finite()) return std::nullopt;
    auto const at = [&](decimal d) { return risk_with(e.statistic, d, control, 1) - control; };
    auto const within = [](ratio r) { return r.is_number() && r.up <= r.down && r.up >= -r.down; };
    auto const low = at(e.low), high = at(e.high);
    if (!within(low) || !within(high) || !within(low + control) || !within(high + control)) return std::nullopt;
    return ordered(low, high, of);
}

/// The better measure for an interval has the smaller number: ratios, then differences in points, then rounded NNTs.
constexpr int interval_rank(statistic s) {
    switch (s) {
        case statistic::risk_ratio: return 0;
        case statistic::odds_ratio: return 1;
        case statistic::risk_difference: return 2;
        case statistic::nnt:
        case statistic::nnh: return 3;
        default: return 4;
    }
}

}  // namespace query_detail

/// The numbers of an effect; the interval of the difference comes from the risk ratio that the same source gives of the same
/// result, on the control rate before it is rounded, and from a rounded NNT only where nothing else is. Halves up.
constexpr people people_of(knowledge_base const& kb, claim_id c, denominator of = denominator::hundred) {
    using namespace query_detail;
    auto p = alone(kb, c, of);
    if (p.as == told_as::words) return p;
    auto const v = valence_of(kb, c);
    auto const control = control_rate(kb, c);
    auto const fine = p.as == told_as::both_arms ? alone(kb, c, denominator::thousand).more.n : 0;
    int rank = p.more_between ? interval_rank(kb.payload<affects>(c).statistic) : 4;
    each_of_one_result(kb, c, [&](claim_id x) {
        auto const& e = kb.payload<affects>(x);
        p.crosses_no_effect = p.crosses_no_effect || (kb.stance(c) != stance::no_difference && includes_no_effect(e));
        if (p.as == told_as::one_arm || p.with_between || interval_rank(e.statistic) >= rank) return;
        // An adjusted measure may not fit the crude numbers; then the interval is not theirs.
        auto const thousand = interval_from(e, v, control, denominator::thousand);
        if (!thousand || (p.as == told_as::both_arms && (fine < thousand->first || fine > thousand->second))) return;
        p.more_between = interval_from(e, v, control, of);
        p.interval = derivation_from(e.statistic);
        p.interval_from = x;
        rank = interval_rank(e.statistic);
    });
    return p;
}

/// Whether a count of the effect would print "fewer than 1", so that a page of 1000 tells it better.
constexpr bool needs_thousand(people const& p) { return p.with.below_one || p.without.below_one || p.more.below_one; }

}  // namespace treatise::inline v0_3
