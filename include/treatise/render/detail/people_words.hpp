// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/people.hpp>
#include <treatise/query/people_range.hpp>
#include <treatise/render/figure.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/words/names.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

// Figures as a cell prints them: people of 100, and other measures as they were published.
namespace treatise::inline v0_3::render_detail {

/// A published share as whole people of 100, halves up; its own digits where it is more than all or would print as none.
[[nodiscard]] inline std::string whole_people(language const& l, statistic s, decimal d) {
    auto const n = whole_people_of(s, d);
    if (!n) return say(l, d);
    if (*n != 0 || d.digits() == 0) return std::to_string(*n);
    return s == statistic::percent || s == statistic::per_100 ? say(l, d) : std::string{l[message::below_one]};
}

/// What the figures of a table stand against where they do not say: what the table compares with, or else what most of its
/// figures name.
[[nodiscard]] inline id<option> usual_comparator(comparison const& c) {
    if (c.comparator) return c.comparator;
    std::vector<std::pair<id<option>, std::size_t>> counts;
    for (auto const& t : c.told) {
        auto const* e = c.base.payload_if<affects>(t.says.claim);
        if (e == nullptr || !e->comparator || e->statistic == statistic::narrative) continue;
        auto at = counts.begin();
        while (at != counts.end() && at->first != e->comparator) ++at;
        if (at == counts.end()) at = counts.insert(at, {e->comparator, 0});
        ++at->second;
    }
    std::pair<id<option>, std::size_t> most{};
    for (auto const& one : counts)
        if (one.second > most.second) most = one;
    return most.first;
}

/// What a figure stands against, in words; empty where it is what the table compares with, or where the source names nothing.
[[nodiscard]] inline std::string against_in_words(
    knowledge_base const& kb, language const& l, effect const& e, id<option> usual) {
    if (e.comparator) return e.comparator == usual ? std::string{} : inside(l, kb.name(e.comparator));
    return !e.compared_with || e.compared_with == not_stated ? std::string{} : std::string{kb[e.compared_with]};
}

/// "7 to 22 more", "3 fewer to 4 more": from the least to the largest difference.
[[nodiscard]] inline std::string range_in_words(language const& l, std::int64_t least, std::int64_t most) {
    auto const number = [](std::int64_t n) { return std::to_string(n < 0 ? -n : n); };
    if (least < 0 && most > 0) return say(l, message::range_fewer_to_more, {number(least), number(most)});
    if (most <= 0 && least < 0)
        return least == most ? say(l, message::fewer_on, {number(most)})
                             : say(l, message::range_fewer, {number(most), number(least)});
    if (least == most) return most == 0 ? std::string{l[message::as_many_on]} : say(l, message::more_on, {number(most)});
    return say(l, message::range_more, {number(least), number(most)});
}

/// The figures of several trials as their differences: "7 to 22 more (4 trials)"; empty where they have no two arms.
[[nodiscard]] inline std::string range_of_trials(knowledge_base const& kb, language const& l, claim_id first,
    std::span<claim_id const> with, message trials = message::trials_number) {
    std::vector<claim_id> all{first};
    all.insert(all.end(), with.begin(), with.end());
    auto const range = range_of(kb, all);
    if (range.trials == 0) return {};
    return range_in_words(l, range.more.least, range.more.largest) + ' ' + say(l, trials, {std::to_string(range.trials)});
}

/// The figure of a claim in a cell of the clinical register: "21 vs 5", "79 vs 5 on usual care", "risk ratio 1.7 (1.4 to 2.1)";
/// empty for words.
[[nodiscard]] inline std::string cell_figure(knowledge_base const& kb, language const& l, effect const& e, id<option> usual) {
    if (e.statistic == statistic::narrative) return {};
    auto const against = against_in_words(kb, l, e, usual);
    if (!is_risk(e.statistic)) {
        auto made = figure(l, e);
        if (!made.empty() && !against.empty()) made += ' ' + say(l, message::versus, {against});
        return made;
    }
    if (!e.value.is_finite()) return figure(l, e);
    auto with = whole_people(l, e.statistic, e.value);
    if (e.low.is_finite() && e.high.is_finite())
        with += ' ' + say(l, message::interval, {whole_people(l, e.statistic, e.low), whole_people(l, e.statistic, e.high)});
    if (!e.baseline.is_finite()) return say(l, e.comparator ? message::of_100 : message::no_placebo_group, {with});
    auto const without = whole_people(l, e.statistic, e.baseline);
    return against.empty() ? say(l, message::with_without, {with, without})
                           : say(l, message::with_without_on, {with, without, against});
}

}  // namespace treatise::inline v0_3::render_detail
