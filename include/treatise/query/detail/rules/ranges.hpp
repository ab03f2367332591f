// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/figure_order.hpp>

#include <cstdint>
#include <span>

// Rule "ranges are paired": several trials of one outcome are told as paired differences with their number.
namespace treatise::inline v0_3::query_detail {

/// A figure of one trial with both arms, whole, in the range of the label.
constexpr bool can_be_in_range(knowledge_base const& kb, weighed const& w) {
    auto const& e = kb.payload<affects>(w.says.claim);
    return is_risk(e.statistic) && e.value.is_finite() && e.baseline.is_finite() && !e.part_of && !w.never_heads && e.trial &&
           e.trial != not_stated && e.design != design::pooled && !w.says.replaced_by;
}
/// Different trials, the same arm, comparator and people; shared controls are one trial, and time windows of one source no range.
constexpr bool are_paired(knowledge_base const& kb, weighed const& a, weighed const& b) {
    auto const &e = kb.payload<affects>(a.says.claim), &g = kb.payload<affects>(b.says.claim);
    auto const &x = kb.said<affects>(a.says.claim), &y = kb.said<affects>(b.says.claim);
    if (x.source == y.source && e.time_frame != g.time_frame) return false;
    return e.trial != g.trial && e.arm == g.arm && e.comparator == g.comparator && e.compared_with == g.compared_with &&
           a.remoteness == b.remoteness && x.population == y.population && same_list(kb[x.about], kb[y.about]) &&
           e.intent == g.intent;
}

/// Marks the figures of one outcome of one medicine that are told as a range.
constexpr void mark_ranges(knowledge_base const& kb, std::span<weighed> run) {
    for (std::size_t i = 0; i != run.size(); ++i) {
        if (!can_be_in_range(kb, run[i])) continue;
        for (std::size_t j = i + 1; j != run.size(); ++j)
            if (can_be_in_range(kb, run[j]) && are_paired(kb, run[i], run[j])) run[i].in_range = run[j].in_range = true;
    }
}
/// Whether `x` is in the range that `best` heads. Of several figures of one trial only the first by the rules is.
constexpr bool is_in_range_of(knowledge_base const& kb, weighed const& best, weighed const& x, std::span<weighed const> run) {
    if (!best.in_range || !x.in_range || !are_paired(kb, best, x)) return false;
    auto const trial = kb.payload<affects>(x.says.claim).trial;
    for (auto const& other : run)
        if (other.in_range && other.says.claim != x.says.claim && kb.payload<affects>(other.says.claim).trial == trial &&
            are_paired(kb, best, other) && figure_before(kb, other, x))
            return false;
    return true;
}

}  // namespace treatise::inline v0_3::query_detail
