// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/broadest.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/query/matter.hpp>

#include <algorithm>
#include <span>
#include <vector>

// Rule "silence is exact": what an answer says of the evidence on a matter.
namespace treatise::inline v0_3::query_detail {

constexpr bool is_no(stance s) { return s == stance::against || s == stance::no_difference || s == stance::no_evidence_found; }
/// Whether one source of each list is another document than one of the other; both are put in order, each source once.
constexpr bool are_of_two_documents(editions& later, std::vector<id<source>>& a, std::vector<id<source>>& b) {
    for (auto* all : {&a, &b}) {
        std::sort(all->begin(), all->end());
        all->erase(std::unique(all->begin(), all->end()), all->end());
    }
    for (auto x : a)
        for (auto y : b)
            if (are_two_documents(later, x, y)) return true;
    return false;
}

/// Two benefits or harms of one kind: of one broadest outcome, or, where one of them is only in words, about one side of life.
constexpr bool is_one_kind(knowledge_base const& kb, broadest_outcomes& outcomes, claim_id a, claim_id b) {
    auto const x = kb.as<outcome>(kb.object(a)), y = kb.as<outcome>(kb.object(b));
    if (outcomes.above(x) == outcomes.above(y)) return true;
    auto const d = kb.details(x).domain;
    bool const words =
        kb.payload<affects>(a).statistic == statistic::narrative || kb.payload<affects>(b).statistic == statistic::narrative;
    return words && d != outcome_domain::none && d != outcome_domain::harm && d == kb.details(y).domain;
}

/// One medicine: the same option, one a form of the other, or one a class of the other.
constexpr bool is_one_medicine(knowledge_base const& kb, id<option> a, id<option> b) {
    auto const is_of = [&](id<option> inner, id<option> outer) {
        auto const t = kb.as<therapy>(inner);
        if (!t) return false;
        for (auto e : kb.out<form_of>(t))
            if (id<option>{e.object} == outer) return true;
        for (auto e : kb.out<listed_under>(t))
            if (id<option>{e.object} == outer) return true;
        return false;
    };
    return a == b || is_of(a, b) || is_of(b, a);
}

/// Two documents, neither an edition of the other, say opposite things of one matter of one option.
constexpr bool are_opposed(knowledge_base const& kb, asked_scope& narrowed, claim_id a, claim_id b) {
    auto const s = kb.stance(a), t = kb.stance(b);
    bool const apart = (s == stance::in_favour && is_no(t)) || (is_no(s) && t == stance::in_favour);
    if (!apart || kb.relation(a) != kb.relation(b) || !are_two_documents(kb, narrowed.sources, a, b)) return false;
    return !kb.is<affects>(a) ||
           (is_one_medicine(kb, kb.subject<option>(a), kb.subject<option>(b)) && is_one_kind(kb, narrowed.outcomes, a, b));
}

/// Whether two of what is told say opposite things; where all speak with one voice, nothing is compared.
constexpr bool has_two_sides(knowledge_base const& kb, asked_scope& narrowed, std::span<told const> all) {
    bool yes = false, no = false;
    for (auto const& t : all) {
        auto const s = kb.stance(t.says.claim);
        yes = yes || s == stance::in_favour;
        no = no || is_no(s);
    }
    if (!yes || !no) return false;
    for (auto const& a : all)
        for (auto const& b : all)
            if (are_opposed(kb, narrowed, a.says.claim, b.says.claim)) return true;
    return false;
}

/// The state of what is told.
constexpr cell_state state_of(knowledge_base const& kb, asked_scope& narrowed, std::span<told const> all) {
    if (all.empty()) return cell_state::not_reported;
    bool only_searched = true, only_no_difference = true;
    for (auto const& a : all) {
        auto const s = kb.stance(a.says.claim);
        only_searched = only_searched && s == stance::no_evidence_found;
        only_no_difference = only_no_difference && (s == stance::no_difference || s == stance::no_evidence_found);
    }
    if (has_two_sides(kb, narrowed, all)) return cell_state::disagree;
    return only_searched ? cell_state::looked_for : only_no_difference ? cell_state::no_difference : cell_state::reported;
}

}  // namespace treatise::inline v0_3::query_detail
