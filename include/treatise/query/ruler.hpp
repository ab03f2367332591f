// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/people.hpp>

#include <cstdint>
#include <optional>

// Rule "one ruler, if asked": each row's ratio on one control rate, marked as worked out.
namespace treatise::inline v0_3 {

/// The claim of the source that states what happens without an option for the outcome, the one on most people first; none where
/// it states none.
[[nodiscard]] constexpr claim_id ruler_of(knowledge_base const& kb, id<source> from, id<outcome> o) {
    claim_id found;
    auto const people = [&](claim_id c) {
        auto const n = kb.payload<affects>(c).participants;
        return n.is_finite() ? n : decimal{0, 0};
    };
    for (auto c : kb.in_ids<affects>(o)) {
        if (kb.said<affects>(c).source != from || !baseline_of(kb, c)) continue;
        auto const t = kb.as<therapy>(kb.subject(c));
        bool const is_reference = t && kb.details(t).reference;
        auto const f = found ? kb.as<therapy>(kb.subject(found)) : id<therapy>{};
        bool const had_reference = f && kb.details(f).reference;
        if (!found || (is_reference && !had_reference) || (is_reference == had_reference && less(people(found), people(c))))
            found = c;
    }
    return found;
}

/// The effect in people on the control rate of `ruler`: only from a ratio with its interval, of the claim itself or of another
/// figure of the same result, and of the same outcome; nothing where there is none.
[[nodiscard]] constexpr std::optional<people> people_on_ruler(
    knowledge_base const& kb, claim_id c, claim_id ruler, denominator of = denominator::hundred) {
    using namespace query_detail;
    auto const rate = baseline_of(kb, ruler);
    if (!rate || !kb.is<affects>(c) || kb.object(c) != kb.object(ruler)) return std::nullopt;
    claim_id from;
    auto const consider = [&](claim_id x) {
        auto const& e = kb.payload<affects>(x);
        bool const ratio_with_interval = (e.statistic == statistic::risk_ratio || e.statistic == statistic::odds_ratio) &&
                                         e.value.is_finite() && e.low.is_finite() && e.high.is_finite();
        if (ratio_with_interval && (!from || interval_rank(e.statistic) < interval_rank(kb.payload<affects>(from).statistic)))
            from = x;
    };
    consider(c);
    each_of_one_result(kb, c, consider);
    if (!from) return std::nullopt;
    auto const control = share_of(rate->measure, rate->value);
    auto const& e = kb.payload<affects>(from);
    auto const with = risk_with(e.statistic, e.value, control, 1);
    auto const between = interval_from(e, valence_of(kb, from), control, of);
    if (!between || !with.is_number() || with.up > with.down) return std::nullopt;
    people p{c, of, told_as::both_arms, counted(with, of), counted(control, of)};
    p.more.n = p.with.n - p.without.n;
    p.more_between = between;
    p.numbers = p.interval = derivation_from(e.statistic);
    p.interval_from = from;
    p.baseline_from = ruler;
    p.crosses_no_effect = includes_no_effect(e);
    return p;
}

}  // namespace treatise::inline v0_3
