// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <concepts>
#include <type_traits>

namespace treatise::inline v0_3 {

namespace query_detail {

template <class F, class L>
inline constexpr bool takes_any_claim = false;
template <class F, class... Relation>
inline constexpr bool takes_any_claim<F, list<Relation...>> = (std::invocable<F&, claim<Relation> const&> || ...);

template <class F>
struct claim_visitor {
    knowledge_base const& kb;
    claim_id c;
    F& f;
    bool& called;

    template <class Relation>
    constexpr void operator()() const {
        if constexpr (std::invocable<F&, claim<Relation> const&>) {
            f(kb.get<Relation>(c));
            called = true;
        }
    }
};

}  // namespace query_detail

/// Calls `f` with the claim, typed by its relation: `visit(kb, c, [](claim<affects> const& e) { ... })`. Whether it was called.
///
/// An `f` that takes some relations alone is passed over by the others; one that takes none does not compile. What the claim
/// points at lives as long as the base's arrays.
template <class F>
constexpr bool visit(knowledge_base const& kb, claim_id c, F&& f) {
    static_assert(query_detail::takes_any_claim<F, claim_relations>, "`f` takes a claim<Relation>");
    bool called = false;
    with_claim_relation(kb.relation(c), query_detail::claim_visitor<std::remove_reference_t<F>>{kb, c, f, called});
    return called;
}

}  // namespace treatise::inline v0_3
