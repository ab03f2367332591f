// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/succession.hpp>
#include <treatise/table/detail/grid_choice.hpp>

#include <cstdint>
#include <vector>

// Which statements answer a question of an option grid, and which of them its cell tells.
namespace treatise::inline v0_3::table_detail {

/// Whether a statement answers the question.
constexpr bool belongs(knowledge_base const& kb, grid_question const& q, statement const& s) {
    switch (q.asks) {
        case question::living: return s.facet == facet::consideration;
        case question::benefit:
        case question::harm: return q.about && is_of_outcome(kb, s, q.about);
        case question::warnings: return s.first || s.facet == facet::warning;
        case question::care: return s.facet == facet::restriction;
        case question::guidance: return s.facet == facet::recommendation || s.facet == facet::use;
        case question::approval: return s.facet == facet::approval || s.facet == facet::control || s.facet == facet::coverage;
        default: return false;
    }
}
/// Whether a cell tells the statement besides what it has told; warnings and circumstances are cut by nothing.
constexpr bool tells(knowledge_base const& kb, grid_question const& q, statement const& s, std::vector<statement> const& told,
    bool disputed, std::vector<statement> const& all) {
    std::uint32_t of_facet = 0;
    bool again = false, side = disputed && is_disputed(kb, s, all), recommended = false;
    for (auto const& t : told) {
        of_facet += t.facet == s.facet;
        again = again || (t.facet == s.facet && kb.object(t.claim) == kb.object(s.claim) &&
                             kb.said(t.claim).source == kb.said(s.claim).source && kb.subject(t.claim) == kb.subject(s.claim));
        recommended = recommended || t.facet == facet::recommendation;
        again = again || (q.asks == question::guidance && t.facet == s.facet && kb.subject(t.claim) == kb.subject(s.claim) &&
                             is_later_edition(kb, kb.said(t.claim).source, kb.said(s.claim).source));
        side = side && !(is_disputed(kb, t, all) && !opposed(kb.stance(t.claim), kb.stance(s.claim)));
    }
    switch (q.asks) {
        case question::warnings:
        case question::care: return true;  // cut by nothing
        case question::benefit:
        case question::harm: return disputed ? side : told.empty();
        case question::living: return !again && of_facet < 4;
        case question::guidance: return !again && (side || (of_facet < 3 && !(s.facet == facet::use && recommended)));
        default: return side || (!again && of_facet < 2);
    }
}

}  // namespace treatise::inline v0_3::table_detail
