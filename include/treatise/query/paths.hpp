// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/scope.hpp>

#include <vector>

namespace treatise {

/// A documented way from a therapy over a mechanism to a cause: an explanation, not evidence that it helps.
struct path {
    claim_id acts;        ///< the therapy acts by the mechanism
    claim_id implicated;  ///< the mechanism is implicated in the cause
    id<treatise::mechanism> mechanism;
    applicability applies{};  ///< of the second step

    friend constexpr bool operator==(path const&, path const&) = default;
};

/// The paths from an option over its own mechanisms; a class's mechanisms are not its members'.
constexpr std::vector<path> paths(knowledge_base const& kb, id<option> o, id<cause> asked, scope const& s = {}) {
    std::vector<path> found;
    relevance const near{kb, asked};
    for (auto a : kb.out<acts_by>(o)) {
        if (!in_scope(kb, a.number, near.of(id<cause>{}, *a.said), s)) continue;
        for (auto i : kb.out<implicated_in>(a.object)) {
            auto const applies = near.of(i.object, *i.said);
            if (applies != applicability::excluded && in_scope(kb, i.number, applies, s))
                found.push_back({a.number, i.number, a.object, applies});
        }
    }
    return found;
}

}  // namespace treatise
