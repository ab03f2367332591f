// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

namespace treatise::inline v0_3 {

/// Whether the source, or the trial's sponsor, has declared an interest in what the claim is about.
constexpr bool has_interest(knowledge_base const& kb, claim_id c) {
    auto const& said = kb.said(c);
    if (said.interest && said.interest != not_stated) return true;
    for (auto e : kb.out<interested_in>(said.source))
        if (id<entity>{e.object} == kb.subject(c)) return true;
    return false;
}

}  // namespace treatise::inline v0_3
