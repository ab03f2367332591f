// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <cstdint>

namespace treatise::inline v0_3 {

/// Whether the claim protects: a warning, a contraindication, what to avoid, a harm, a schedule of control, a point of care
/// before the start or while it is taken, advice on the whole of a cause, whatever is said in favour of nothing, and whatever
/// sets a cause or an option apart. An overlay may not withdraw it.
[[nodiscard]] constexpr bool protects(knowledge_base const& kb, claim_id c) {
    auto const r = kb.relation(c);
    if (meaning_of(r).passes_scopes || kb.stance(c, r) != stance::in_favour || !kb.said(c, r).excludes.empty()) return true;
    if (r == relation_number<controlled_in> || r == relation_number<advises>) return true;
    if (r == relation_number<affects>) return kb.details(kb.object<outcome>(c)).valence != valence::desirable;
    if (auto const* a = kb.payload_if<approved_for>(c)) return a->status != approval_status::approved;
    if (auto const* a = kb.payload_if<recommended_for>(c)) return !a->except.empty() || a->narrow;
    if (r == relation_number<involves>) return kb.details(kb.object<consideration>(c)).slot != care_slot::none;
    return false;
}

}  // namespace treatise::inline v0_3
