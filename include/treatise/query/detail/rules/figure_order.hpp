// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/one_result.hpp>
#include <treatise/query/detail/rules/comparators.hpp>
#include <treatise/query/detail/rules/right_people.hpp>
#include <treatise/query/detail/time_frame.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/query/people.hpp>
#include <treatise/query/statements.hpp>

#include <array>
#include <cstdint>
#include <string_view>

// Which of several figures of one outcome of one medicine stands first: named rules, asked in this order.
namespace treatise::inline v0_3 {

/// An effect with what the rules ask of it, read once.
struct weighed {
    statement says{};
    id<option> whose{};
    comparator_kind against{};
    std::uint8_t remoteness = 0;  ///< how near its people are: `query_detail::nearness`
    std::uint8_t of_outcome = 0;  ///< 1: desirable
    bool is_figure = false, is_controlled = false, is_sold = false, is_first_no = false, never_heads = false, in_range = false;
    std::int64_t more = 0;  ///< people of 100,000 to whom it happens on the option besides
    bool has_more = false;
    date when{};
};

/// A rule that says which of two figures stands first: negative for `a`, positive for `b`, 0 where it does not decide.
using figure_rule = int (*)(knowledge_base const& kb, weighed const& a, weighed const& b);

namespace query_detail {

constexpr bool says_no(stance s) {
    return s == stance::against || s == stance::no_difference || s == stance::no_evidence_found || s == stance::no_recommendation;
}
constexpr bool is_about_asked(statement const& s) {
    return s.applies == applicability::exact || s.applies == applicability::pooled;
}
template <class T>
constexpr int lesser_first(T const& a, T const& b) {
    return a < b ? -1 : b < a ? 1 : 0;
}

namespace rules {

/// Arms above the label's range never head a cell, and a replaced edition never does.
constexpr int never_heads(knowledge_base const&, weighed const& a, weighed const& b) {
    return lesser_first(a.never_heads, b.never_heads);
}
/// What any source denies of the asked condition comes first.
constexpr int no_before_borrowed(knowledge_base const&, weighed const& a, weighed const& b) {
    return lesser_first(b.is_first_no, a.is_first_no);
}
/// Figures before words; a search that found nothing and a trial without difference before words of hope.
constexpr int looked_for_before_hoped_for(knowledge_base const& kb, weighed const& a, weighed const& b) {
    auto const rank = [&](weighed const& w) { return w.is_figure ? 0 : says_no(kb.stance<affects>(w.says.claim)) ? 1 : 2; };
    return lesser_first(rank(a), rank(b));
}
/// A source with an interest in the option does not head a cell when an independent one speaks of the matter.
constexpr int sellers_never_alone(knowledge_base const&, weighed const& a, weighed const& b) {
    return lesser_first(a.is_sold, b.is_sold);
}
constexpr int right_people_first(knowledge_base const&, weighed const& a, weighed const& b) {
    return lesser_first(a.remoteness, b.remoteness);
}
constexpr int control_first(knowledge_base const&, weighed const& a, weighed const& b) {
    return lesser_first(b.is_controlled, a.is_controlled);
}
/// Placebo or sham before usual care, and both before another treatment.
constexpr int placebo_first(knowledge_base const&, weighed const& a, weighed const& b) {
    return lesser_first(a.against, b.against);
}
/// The option itself before a form of it.
constexpr int itself_first(knowledge_base const&, weighed const& a, weighed const& b) {
    return lesser_first(a.says.of == said_of::form, b.says.of == said_of::form);
}
constexpr int whole_before_part(knowledge_base const& kb, weighed const& a, weighed const& b) {
    auto const is_part = [&](weighed const& w) { return static_cast<bool>(kb.payload<affects>(w.says.claim).part_of); };
    return lesser_first(is_part(a), is_part(b));
}
/// Pooled trials, or several told as a range, before what does not say, before a single one.
constexpr int pooled_first(knowledge_base const& kb, weighed const& a, weighed const& b) {
    auto const rank = [&](weighed const& w) {
        auto const d = kb.payload<affects>(w.says.claim).design;
        return w.in_range || d == design::pooled ? 0 : d == design::unstated ? 1 : 2;
    };
    return lesser_first(rank(a), rank(b));
}
/// People of 100, then one more or fewer for so many treated, then ratios, then points of a scale.
constexpr int measure_people_read_first(knowledge_base const& kb, weighed const& a, weighed const& b) {
    auto const rank = [&](weighed const& w) {
        auto const s = kb.payload<affects>(w.says.claim).statistic;
        if (is_risk(s)) return 0;
        return is_difference(s) ? 1 : is_ratio(s) ? 2 : 3;
    };
    return lesser_first(rank(a), rank(b));
}
/// Of time windows the longest.
constexpr int longest_first(knowledge_base const& kb, weighed const& a, weighed const& b) {
    auto const x = kb.payload<affects>(a.says.claim).time_frame, y = kb.payload<affects>(b.says.claim).time_frame;
    return x == y ? 0 : lesser_first(longest_days(kb[y]), longest_days(kb[x]));
}
constexpr int newest_first(knowledge_base const&, weighed const& a, weighed const& b) { return lesser_first(b.when, a.when); }
constexpr int largest_first(knowledge_base const& kb, weighed const& a, weighed const& b) {
    auto const people = [&](weighed const& w) {
        auto const n = kb.payload<affects>(w.says.claim).participants;
        return n.is_finite() ? n : decimal{0, 0};
    };
    auto const x = people(a), y = people(b);
    return less(y, x) ? -1 : less(x, y) ? 1 : 0;
}
/// File order decides only when every rule ties.
constexpr int file_order(knowledge_base const&, weighed const& a, weighed const& b) {
    return lesser_first(a.says.claim, b.says.claim);
}

}  // namespace rules

/// The rules by which one figure of an outcome stands before another, in the order in which they are asked.
inline constexpr std::array<figure_rule, 14> figure_rules{rules::never_heads, rules::no_before_borrowed,
    rules::looked_for_before_hoped_for, rules::sellers_never_alone, rules::right_people_first, rules::control_first,
    rules::placebo_first, rules::whole_before_part, rules::pooled_first, rules::measure_people_read_first, rules::itself_first,
    rules::longest_first, rules::newest_first, rules::largest_first};

constexpr bool figure_before(knowledge_base const& kb, weighed const& a, weighed const& b) {
    for (auto rule : figure_rules)
        if (auto const r = rule(kb, a, b); r != 0) return r < 0;
    return rules::file_order(kb, a, b) < 0;
}

}  // namespace query_detail

}  // namespace treatise::inline v0_3
