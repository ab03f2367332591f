// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/query/around.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// The withdrawn claims about an option and what is around it (its forms, its members, the therapy that it is a form of, its
/// classes, its parts), for a cause.
///
/// No table and no other answer holds them. Linear in the claims of the base.
constexpr std::vector<claim_id> withdrawn(knowledge_base const& kb, id<cause> asked, id<option> o) {
    std::vector<claim_id> found;
    relevance const relevant{kb, asked};
    auto const around = query_detail::all_related(kb, relevant, o);
    auto const speaks_of = [&](id<entity> subject) { return around.find(kb.as<option>(subject)) != nullptr; };
    for (auto c : kb.claims())
        if (kb.said(c).status == claim_status::withdrawn && speaks_of(kb.subject(c)) &&
            relevant.of(c) != applicability::unrelated)
            found.push_back(c);
    return found;
}

/// The claims of a list of recalled ids that the base still holds and has not withdrawn: none of them is to be shown.
///
/// In the order of the list; an id that the base does not hold needs nothing. A look-up of `find_claim` each; who asks for many
/// of a large base sorts its ids once, with `claims_by_key`.
template <class Ids>
constexpr std::vector<claim_id> still_held(knowledge_base const& kb, Ids const& recalled) {
    std::vector<claim_id> found;
    std::vector<std::uint8_t> known(kb.edge_count(), 0);
    for (std::string_view key : recalled)
        if (auto const c = find_claim(kb, key); c && kb.said(c).status != claim_status::withdrawn)
            if (auto& is_known = known[c.value]; is_known == 0) is_known = 1, found.push_back(c);
    return found;
}

}  // namespace treatise::inline v0_3
