// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <cstdint>

namespace treatise::inline v0_3::query_detail {

/// The claims of `affects` with the ends of `c`, `c` among them: they stand together.
constexpr id_range<claim_id> same_ends(knowledge_base const& kb, claim_id c) {
    auto const all = kb.edges_of(relation_number<affects>);
    auto const alike = [&](std::uint32_t n) {
        auto const x = claim_id::from_number(n);
        return kb.object(x) == kb.object(c) && kb.subject(x) == kb.subject(c);
    };
    auto first = c.value, last = c.value + 1;
    while (first > all.first && alike(first - 1)) --first;
    while (last < all.last && alike(last)) ++last;
    return {first, last};
}

constexpr bool same_list(id_run<id<cause>> a, id_run<id<cause>> b) {
    if (a.size() != b.size()) return false;
    for (std::uint32_t i = 0; i != a.size(); ++i)
        if (a[i] != b[i]) return false;
    return true;
}
/// Two texts are equal, or one of them is not given.
constexpr bool agree(text a, text b) { return a == b || !a || !b; }
constexpr bool are_given_and_equal(decimal a, decimal b) { return a.is_finite() && a == b; }

/// Two figures of one result of one source, in two measures.
constexpr bool is_one_result(knowledge_base const& kb, claim_id a, claim_id b) {
    if (a == b || !kb.is<affects>(b)) return false;
    auto const &x = kb.said<affects>(a), &y = kb.said<affects>(b);
    auto const &e = kb.payload<affects>(a), &g = kb.payload<affects>(b);
    return kb.subject(a) == kb.subject(b) && kb.object(a) == kb.object(b) && x.source == y.source &&
           x.population == y.population && e.comparator == g.comparator && e.time_frame == g.time_frame &&
           e.part_of == g.part_of && agree(e.arm, g.arm) &&
           (agree(e.trial, g.trial) || are_given_and_equal(e.participants, g.participants)) &&
           same_list(kb[x.about], kb[y.about]);
}

/// Calls `visit` with each other figure of the same result.
template <class Visit>
constexpr void each_of_one_result(knowledge_base const& kb, claim_id c, Visit visit) {
    for (auto x : same_ends(kb, c))
        if (is_one_result(kb, c, x)) visit(x);
}

}  // namespace treatise::inline v0_3::query_detail
