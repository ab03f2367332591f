// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/standing.hpp>
#include <treatise/query/candidates.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace treatise::inline v0_3 {

/// A claim that documents an option for a cause.
struct cause_claim {
    id<treatise::cause> cause{};
    claim_id claim{};
    treatise::stance stance{};
    treatise::intent intent{};
    bool with_others = false;  ///< it speaks of several causes together

    friend constexpr bool operator==(cause_claim const&, cause_claim const&) = default;
};

/// The causes for which sources document an option, in display order, each with the claims that do so: for it and against it.
///
/// The claims of `candidates`, from the other side: of each intent unless the scope names some, and no wider or narrower cause is
/// inferred. Linear in the claims about the option.
[[nodiscard]] constexpr std::vector<cause_claim> causes_of(knowledge_base const& kb, id<option> o, scope const& s = {}) {
    std::vector<cause_claim> found;
    asked_scope narrowed{kb, s};
    if (!o || !in_scope(o, narrowed)) return found;
    bool const any_intent = s.intents == scope{}.intents;
    for (std::uint32_t r = structure::size; r != relations::size; ++r) {
        if (!meaning_of(r).may_list) continue;
        for (auto c : kb.out_ids(r, o)) {
            if (!lists_option(kb, c, r) || kb.said(c, r).status == claim_status::withdrawn || kb.marks(c, r).is_of_reference())
                continue;
            auto const aim = intent_of(kb, c, r);
            if ((!any_intent && !s.intents.allows(aim)) || !in_scope(c, r, applicability::exact, narrowed)) continue;
            auto const object = kb.as<cause>(kb.object(c));
            auto const about = kb[kb.said(c, r).about];
            auto const with_others = about.size() + (object ? 1u : 0u) > 1;
            if (object) found.push_back({object, c, kb.stance(c, r), aim, with_others});
            for (auto a : about)
                if (a != object) found.push_back({a, c, kb.stance(c, r), aim, with_others});
        }
    }
    std::sort(found.begin(), found.end(),
        [](cause_claim const& a, cause_claim const& b) { return a.cause != b.cause ? a.cause < b.cause : a.claim < b.claim; });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace treatise::inline v0_3
