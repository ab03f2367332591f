// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/broadest.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/query/matter.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// Rule "silence is exact": what an answer says of the evidence on a matter.
namespace treatise::inline v0_3::query_detail {

constexpr bool is_no(stance s) { return s == stance::against || s == stance::no_difference || s == stance::no_evidence_found; }

/// Whether the claim is a search that found nothing: it denies what it looked for, and no more.
constexpr bool is_search(knowledge_base const& kb, claim_id c) { return kb.stance(c) == stance::no_evidence_found; }
/// Whether an outcome is the other one or a kind of it. No circle is endless: outcomes stand behind those that hold them.
constexpr bool is_kind_of(knowledge_base const& kb, id<outcome> o, id<outcome> of) {
    auto found = walk<outcome>{};
    found.clear(kb);
    found.add(o);
    walk_up(kb, found);
    return found.reaches(of);
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

/// Two bodies say yes and no of one matter of one option; of effects, of one kind.
constexpr bool are_two_sides(knowledge_base const& kb, asked_scope& narrowed, claim_id a, claim_id b) {
    auto const s = kb.stance(a), t = kb.stance(b);
    bool const apart = (s == stance::in_favour && is_no(t)) || (is_no(s) && t == stance::in_favour);
    if (!apart || kb.relation(a) != kb.relation(b) || !are_two_documents(kb, narrowed.sources, a, b)) return false;
    if (!kb.is<affects>(a)) return true;
    return is_one_medicine(kb, kb.subject<option>(a), kb.subject<option>(b)) && is_one_kind(kb, narrowed.outcomes, a, b);
}
/// Whether they cannot both be right: a search that found nothing denies what it looked for, and no more of its kind.
constexpr bool are_opposed(knowledge_base const& kb, asked_scope& narrowed, claim_id a, claim_id b) {
    if (!are_two_sides(kb, narrowed, a, b)) return false;
    if (!kb.is<affects>(a)) return true;
    if (is_search(kb, a)) return is_kind_of(kb, kb.object<outcome>(b), kb.object<outcome>(a));
    if (is_search(kb, b)) return is_kind_of(kb, kb.object<outcome>(a), kb.object<outcome>(b));
    return true;
}

/// Puts each claim that says yes or no under what it decides: its relation; of an effect its medicine, with the outcome, those
/// that it is a kind of, and the side of life; of a search that found nothing what it looked for alone. It stands there for its
/// own option, and `inner` for those that it is a form of or is listed under.
constexpr void add_sides(knowledge_base const& kb, broadest_outcomes& outcomes, claim_id c, profile_memory& m) {
    auto& all = m.sides;
    auto const s = kb.stance(c);
    if (s != stance::in_favour && !is_no(s)) return;
    side_of_claim x{.relation = kb.relation(c), .from = kb.said(c).source, .no = is_no(s)};
    auto const* e = kb.payload_if<affects>(c);
    if (e == nullptr) return all.push_back(x);
    auto const o = kb.as<outcome>(kb.object(c));
    auto const d = kb.details(o).domain;
    x.words = e->statistic == statistic::narrative;
    m.wider.clear(kb);
    m.wider.add(s == stance::no_evidence_found || !x.no ? o : outcomes.above(o));
    if (!x.no) walk_up(kb, m.wider);
    auto const add = [&](id<option> of, bool inner) {
        x.of = of, x.inner = inner, x.by_domain = false;
        for (auto topic : m.wider.reached()) x.topic = topic.value, all.push_back(x);
        if (s == stance::no_evidence_found || d == outcome_domain::none || d == outcome_domain::harm) return;
        x.by_domain = true, x.topic = static_cast<std::uint32_t>(d);
        all.push_back(x);
    };
    auto const whose = kb.subject<option>(c);
    add(whose, false);
    if (auto const t = kb.as<therapy>(whose)) {
        for (auto up : kb.out<form_of>(t)) add(up.object, true);
        for (auto up : kb.out<listed_under>(t)) add(up.object, true);
    }
}
/// Whether a yes and a no of one matter are of two documents, where `pass` says of each which count.
template <class Yes, class No>
constexpr bool are_apart(editions& later, std::span<side_of_claim const> all, profile_memory& m, Yes yes, No no) {
    m.sources_for.clear(), m.sources_against.clear();
    for (auto const& x : all) {
        if (!x.no && yes(x)) m.sources_for.push_back(x.from);
        if (x.no && no(x)) m.sources_against.push_back(x.from);
    }
    return !m.sources_for.empty() && !m.sources_against.empty() && later.are_any_apart(m.sources_for, m.sources_against);
}
/// The same of one matter: of two claims at least one is of the option itself; of a side of life at least one is only in words.
constexpr bool has_two_sides_of_one(editions& later, std::span<side_of_claim const> all, profile_memory& m) {
    bool const by_domain = all.front().by_domain;
    for (bool yes_in_words : {true, false}) {
        auto const counts = [=](side_of_claim const& x, bool words) { return !by_domain || !words || x.words; };
        auto const own_yes = [&](side_of_claim const& x) { return !x.inner && counts(x, yes_in_words); };
        auto const any_no = [&](side_of_claim const& x) { return counts(x, !yes_in_words); };
        if (are_apart(later, all, m, own_yes, any_no)) return true;
        auto const inner_yes = [&](side_of_claim const& x) { return x.inner && counts(x, yes_in_words); };
        auto const own_no = [&](side_of_claim const& x) { return !x.inner && counts(x, !yes_in_words); };
        if (are_apart(later, all, m, inner_yes, own_no)) return true;
        if (!by_domain) break;
    }
    return false;
}

/// Whether two of what is told say opposite things; where all speak with one voice, nothing is compared. But for sorting linear.
constexpr bool has_two_sides(knowledge_base const& kb, asked_scope& narrowed, std::span<told const> all, profile_memory& m) {
    bool yes = false, no = false;
    for (auto const& t : all) {
        auto const s = kb.stance(t.says.claim);
        yes = yes || s == stance::in_favour;
        no = no || is_no(s);
    }
    if (!yes || !no) return false;
    m.sides.clear();
    for (auto const& t : all) add_sides(kb, narrowed.outcomes, t.says.claim, m);
    std::sort(m.sides.begin(), m.sides.end(), side_before);
    auto const sides = std::span{m.sides};
    for (std::size_t first = 0, last = 0; first != sides.size(); first = last) {
        while (last != sides.size() && !side_before(sides[first], sides[last])) ++last;
        if (has_two_sides_of_one(narrowed.sources, sides.subspan(first, last - first), m)) return true;
    }
    return false;
}

/// The state of what is told.
constexpr cell_state state_of(knowledge_base const& kb, asked_scope& narrowed, std::span<told const> all, profile_memory& m) {
    if (all.empty()) return cell_state::not_reported;
    bool only_searched = true, only_no_difference = true;
    for (auto const& a : all) {
        auto const s = kb.stance(a.says.claim);
        only_searched = only_searched && s == stance::no_evidence_found;
        only_no_difference = only_no_difference && (s == stance::no_difference || s == stance::no_evidence_found);
    }
    if (has_two_sides(kb, narrowed, all, m)) return cell_state::disagree;
    return only_searched ? cell_state::looked_for : only_no_difference ? cell_state::no_difference : cell_state::reported;
}

}  // namespace treatise::inline v0_3::query_detail
