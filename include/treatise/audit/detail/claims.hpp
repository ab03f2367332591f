// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/run.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/query/asked_scope.hpp>
#include <treatise/query/meaning.hpp>

// One claim at a time: who says it and where, where it holds, of whom it is.
namespace treatise::inline v0_3::audit_detail {

/// Who says it and where; not what was withdrawn.
inline void audit_attribution(audit_run& a, place at, claim_id c) {
    auto const& said = a.kb.said(c);
    bool const restated = said.restated_in && is_stated(said.restated_at);
    a.find_if(!said.source || !said.place || (!is_stated(said.place) && !restated), audit_check::e1, at, c);
    a.find_if(said.status == claim_status::withdrawn || (said.status == claim_status::superseded && !said.status_date),
        audit_check::e9, at, c);
}

/// What the law, a regulator or a payer says holds somewhere, and was checked some day.
inline void audit_territory(audit_run& a, place at, claim_id c) {
    auto const r = a.kb.relation(c);
    bool const by_law = object_kinds[r] == kinds_of<jurisdiction>::bits;
    if (!by_law && !meaning_of(r).is_territorial) return;
    auto const& said = a.kb.said(c);
    bool nowhere = is_absent(said.jurisdiction) && !by_law;
    if (auto const payer = payer_of(a.kb, c)) nowhere = nowhere && is_absent(a.kb.details(payer).jurisdiction);
    a.find_if(nowhere || !said.checked, audit_check::e8, at, c);
    a.find_if(said.jurisdiction.is_unstated(), audit_check::e8, at, c, severity::note);
}

/// Whether a statement about people other than those asked about may be told at all: harms and what protects, and advice whose
/// source excludes the cause, which says so.
[[nodiscard]] inline bool may_be_told(audit_run const& a, statement const& s) {
    if (s.applies == applicability::unrelated) return s.facet != facet::benefit && s.facet != facet::recommendation;
    if (s.applies == applicability::excluded) return !a.kb.is<affects>(s.claim) || s.facet != facet::benefit;
    return true;
}
/// What is told of a cell speaks of the people that it is said to speak of.
inline void audit_statement(audit_run& a, place at, statement const& s) {
    a.find_if(s.applies != a.relevant.of(s.claim) || !may_be_told(a, s), audit_check::d7, at, s.claim);
    auto const* r = a.kb.payload_if<recommended_for>(s.claim);
    a.find_if(r != nullptr && is_absent(r->scheme), audit_check::d6, at, s.claim);
}

}  // namespace treatise::inline v0_3::audit_detail
