// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

namespace treatise::inline v0_3 {

namespace query_detail {

struct intent_reader {
    knowledge_base const& kb;
    claim_id c;
    intent& found;

    template <class Relation>
    constexpr void operator()() const {
        if constexpr (requires(typename Relation::payload p) { p.intent; }) found = kb.payload<Relation>(c).intent;
    }
};

}  // namespace query_detail

/// What the claim's option is meant to do, where its relation says so; else relief of symptoms.
[[nodiscard]] constexpr intent purpose(knowledge_base const& kb, claim_id c) {
    intent found{};
    with_claim_relation(kb.relation(c), query_detail::intent_reader{kb, c, found});
    return found;
}

}  // namespace treatise::inline v0_3
