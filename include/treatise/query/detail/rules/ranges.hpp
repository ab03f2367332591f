// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/figure_order.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

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

/// An order in which figures that may be paired stand together: of one arm, comparator and people.
constexpr int compare_pairing(knowledge_base const& kb, weighed const& a, weighed const& b) {
    auto const &e = kb.payload<affects>(a.says.claim), &g = kb.payload<affects>(b.says.claim);
    auto const &x = kb.said<affects>(a.says.claim), &y = kb.said<affects>(b.says.claim);
    if (auto const c = lesser_first(e.arm.value, g.arm.value); c != 0) return c;
    if (auto const c = lesser_first(e.comparator, g.comparator); c != 0) return c;
    if (auto const c = lesser_first(e.compared_with.value, g.compared_with.value); c != 0) return c;
    if (auto const c = lesser_first(a.remoteness, b.remoteness); c != 0) return c;
    if (auto const c = lesser_first(x.population.value, y.population.value); c != 0) return c;
    if (auto const c = lesser_first(e.intent, g.intent); c != 0) return c;
    if (x.about == y.about) return 0;
    auto const these = kb[x.about], those = kb[y.about];
    for (std::uint32_t i = 0; i != these.size() && i != those.size(); ++i)
        if (auto const c = lesser_first(these[i], those[i]); c != 0) return c;
    return lesser_first(these.size(), those.size());
}

/// Marks the figures of one outcome of one medicine that are told as a range. `order` is scratch. But for sorting linear, unless
/// figures of several sources are all of one trial.
constexpr void mark_ranges(knowledge_base const& kb, std::span<weighed> run, std::vector<std::uint32_t>& order) {
    order.clear();
    for (std::uint32_t i = 0; i != run.size(); ++i)
        if (can_be_in_range(kb, run[i])) order.push_back(i);
    if (order.size() < 2) return;
    auto const source_of = [&](std::uint32_t i) { return kb.said<affects>(run[i].says.claim).source; };
    auto const frame_of = [&](std::uint32_t i) { return kb.payload<affects>(run[i].says.claim).time_frame; };
    std::sort(order.begin(), order.end(), [&](auto x, auto y) {
        if (auto const c = compare_pairing(kb, run[x], run[y]); c != 0) return c < 0;
        if (source_of(x) != source_of(y)) return source_of(x) < source_of(y);
        return frame_of(x) != frame_of(y) ? frame_of(x).value < frame_of(y).value : x < y;
    });
    for (std::size_t first = 0, last = 0; first != order.size(); first = last) {
        // Of one source only figures of one time frame are paired.
        while (last != order.size() && compare_pairing(kb, run[order[first]], run[order[last]]) == 0) ++last;
        bool const one_source = source_of(order[first]) == source_of(order[last - 1]);
        for (auto i = first, from = first; i != last; ++i) {
            if (one_source && frame_of(order[i]) != frame_of(order[from])) from = i;
            for (auto j = from; j != last; ++j) {
                if (one_source && frame_of(order[j]) != frame_of(order[i])) break;
                if (!are_paired(kb, run[order[i]], run[order[j]])) continue;
                run[order[i]].in_range = run[order[j]].in_range = true;
                break;
            }
        }
    }
}
/// The places in the run of the figures in the range that `best` heads, in order. Of several figures of one trial only the first
/// by the rules is in it. But for sorting linear.
constexpr void find_range(
    knowledge_base const& kb, weighed const& best, std::span<weighed const> run, std::vector<std::uint32_t>& found) {
    found.clear();
    if (!best.in_range) return;
    for (std::uint32_t i = 0; i != run.size(); ++i)
        if (run[i].in_range && are_paired(kb, best, run[i])) found.push_back(i);
    auto const trial_of = [&](std::uint32_t i) { return kb.payload<affects>(run[i].says.claim).trial; };
    std::sort(found.begin(), found.end(), [&](auto x, auto y) {
        if (trial_of(x) != trial_of(y)) return trial_of(x).value < trial_of(y).value;
        return x != y && figure_before(kb, run[x], run[y]);
    });
    found.erase(std::unique(found.begin(), found.end(), [&](auto x, auto y) { return trial_of(x) == trial_of(y); }), found.end());
    std::sort(found.begin(), found.end());
}

}  // namespace treatise::inline v0_3::query_detail
