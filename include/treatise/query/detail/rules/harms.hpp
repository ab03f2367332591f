// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/outcomes.hpp>
#include <treatise/query/detail/rules/ranges.hpp>
#include <treatise/query/matter.hpp>

#include <cstdint>

// Rule "common harms": up to four, of a class's members at least two each, the largest difference first whatever the scope; then
// percentages; then words.
namespace treatise::inline v0_3::query_detail {

/// People of 100,000 to whom it happens on the option besides; nothing where the figure states no difference.
constexpr ratio more_people(knowledge_base const& kb, claim_id c) {
    auto const& e = kb.payload<affects>(c);
    if (is_risk(e.statistic))
        return e.value.is_finite() && e.baseline.is_finite() ? share_of(e.statistic, e.value) - share_of(e.statistic, e.baseline)
                                                             : ratio{};
    return difference_of(e, e.value, valence_of(kb, c));
}
constexpr std::int64_t in_100_000(ratio r) { return r.is_number() ? r.up * 100'000 / r.down : 0; }

/// The difference by which a harm is ordered: of a range the largest.
constexpr std::int64_t difference_to_order_by(knowledge_base const& kb, profile_memory& m, run const& r) {
    auto const& best = m.effects[r.best];
    auto most = in_100_000(more_people(kb, best.says.claim));
    auto const all = std::span{m.effects}.subspan(r.first, r.last - r.first);
    find_range(kb, best, all, m.in_range);
    for (auto i : m.in_range) most = (std::max)(most, in_100_000(more_people(kb, all[i].says.claim)));
    return most;
}

/// Whether a figure is a ratio that says more of a harm, and of how many of 100 is not known: by itself it can be neither told
/// nor ordered, and it is no answer that nothing happens.
constexpr bool is_bare_ratio(knowledge_base const& kb, weighed const& w) {
    auto const& e = kb.payload<affects>(w.says.claim);
    return w.is_figure && is_ratio(e.statistic) && !e.baseline.is_finite() && less(decimal{1, 0}, e.value) &&
           !says_no(kb.stance<affects>(w.says.claim));
}
/// Whether it says of how many more of 100, beside a control.
constexpr bool says_more(knowledge_base const& kb, weighed const& w) {
    return w.is_controlled && !says_no(kb.stance<affects>(w.says.claim)) && in_100_000(more_people(kb, w.says.claim)) > 0;
}/// Whether a figure steps behind one of other people: a ratio alone behind any that says of how many more; a number needed to
/// harm alone, unless it is of this condition alone, behind the people of both arms.
constexpr bool steps_behind(knowledge_base const& kb, weighed const& bare, weighed const& other) {
    if (!says_more(kb, other)) return false;
    if (is_bare_ratio(kb, bare)) return true;
    auto const &e = kb.payload<affects>(bare.says.claim), &both = kb.payload<affects>(other.says.claim);
    bool const is_bare = e.statistic == statistic::nnh && !e.baseline.is_finite() && bare.remoteness != nearness::this_cause &&
                         !says_no(kb.stance<affects>(bare.says.claim));
    return is_bare && is_risk(both.statistic) && both.value.is_finite() && both.baseline.is_finite() &&
           other.remoteness < nearness::other_cause && !other.never_heads;
}

/// How a harm can be told; the better has the lesser number.
enum class harm_tier : std::uint8_t {
    difference,
    of_some_people,     ///< of any use, of people whom the source names
    against_treatment,  ///< compared with another treatment
    other_disease,
    share,              ///< a percentage without a control
    common_words,       ///< what a source calls common
    words,
    not_told
};

constexpr harm_tier tier_of(knowledge_base const& kb, weighed const& best, std::int64_t more) {
    auto const s = kb.stance<affects>(best.says.claim);
    if (best.is_controlled && more > 0)
        return best.remoteness == nearness::other_cause       ? harm_tier::other_disease
               : best.against == comparator_kind::other       ? harm_tier::against_treatment
               : best.remoteness == nearness::any_use_of_some ? harm_tier::of_some_people
                                                              : harm_tier::difference;
    if (s != stance::in_favour && s != stance::mixed) return harm_tier::not_told;
    auto const& e = kb.payload<affects>(best.says.claim);
    if (best.is_figure)
        return is_risk(e.statistic) && e.value.is_finite() && !e.baseline.is_finite() ? harm_tier::share : harm_tier::not_told;
    return e.frequency == listed_frequency::common || e.frequency == listed_frequency::very_common ? harm_tier::common_words
                                                                                                   : harm_tier::words;
}

/// The order of `by_family`: those of one family and member together, in it those of one medicine.
constexpr bool family_before(profile_memory const& m, run const& a, run const& b) {
    if (a.family != b.family) return a.family < b.family;
    if (a.of_member != b.of_member) return a.of_member < b.of_member;
    return m.effects[a.best].whose < m.effects[b.best].whose;
}
/// Of two harms of one family and member one stands for both.
constexpr bool are_told_once(run const& a, run const& b) { return a.family == b.family && a.of_member == b.of_member; }

/// Nearer people of the same medicine were compared and show no difference: a wider group's is not told in its place.
constexpr bool is_answered_nearer(profile_memory const& m, run const& r) {
    auto const& best = m.effects[r.best];
    if (best.remoteness == nearness::this_cause) return false;
    auto const of_family = std::lower_bound(m.by_family.begin(), m.by_family.end(), r,
        [&](std::uint32_t i, run const& than) { return family_before(m, m.runs[i], than); });
    for (auto i = of_family; i != m.by_family.end() && !family_before(m, r, m.runs[*i]); ++i) {
        auto const& q = m.runs[*i];
        auto const& x = m.effects[q.best];
        if (q.is_named && x.is_controlled && x.remoteness < best.remoteness &&
            q.standing == static_cast<std::uint8_t>(harm_tier::not_told))
            return true;
    }
    return false;
}

/// Of two harms of one family and member the one that stands for it: right people first, then the larger difference.
constexpr bool stands_for_family(knowledge_base const& kb, profile_memory const& m, run const& a, run const& b) {
    auto const &x = m.effects[a.best], &y = m.effects[b.best];
    if (x.never_heads != y.never_heads) return y.never_heads;
    if (a.standing != b.standing) return a.standing < b.standing;
    if (x.is_sold != y.is_sold) return y.is_sold;
    if (x.remoteness != y.remoteness) return x.remoteness < y.remoteness;
    if (a.more != b.more) return a.more > b.more;
    return figure_before(kb, x, y);
}

/// The order of print: differences from the largest, percentages from the largest, words in the order of their source.
constexpr bool harm_before(knowledge_base const& kb, profile_memory const& m, run const& a, run const& b) {
    if (a.standing != b.standing) return a.standing < b.standing;
    if (a.more != b.more) return a.more > b.more;
    auto const &x = m.effects[a.best], &y = m.effects[b.best];
    if (x.is_sold != y.is_sold) return y.is_sold;
    if (x.remoteness != y.remoteness) return x.remoteness < y.remoteness;
    auto const &e = kb.payload<affects>(x.says.claim), &g = kb.payload<affects>(y.says.claim);
    auto const place = [](effect const& of) { return of.order.is_finite() ? of.order : decimal::infinity(); };
    if (less(place(e), place(g))) return true;
    if (less(place(g), place(e))) return false;
    return figure_before(kb, x, y);
}

}  // namespace treatise::inline v0_3::query_detail
