// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/succession.hpp>
#include <treatise/graph/walk.hpp>
#include <treatise/query/applicability.hpp>
#include <treatise/query/broadest.hpp>
#include <treatise/query/medicine.hpp>
#include <treatise/query/scope.hpp>

#include <cstdint>
#include <utility>

namespace treatise::inline v0_3 {

namespace query_detail {

struct payer_reader {
    knowledge_base const& kb;
    claim_id c;
    id<payer>& found;

    template <class Relation>
    constexpr void operator()() const {
        if constexpr (requires(typename Relation::payload p) { p.payer; }) found = kb.payload<Relation>(c).payer;
    }
};

}  // namespace query_detail

/// Who pays by the claim; none where its relation names no payer.
[[nodiscard]] constexpr id<payer> payer_of(knowledge_base const& kb, claim_id c) {
    id<payer> found;
    with_claim_relation(kb.relation(c), query_detail::payer_reader{kb, c, found});
    return found;
}

/// A scope as one question asks it: what it needs of the hierarchies is walked once, whatever it is asked then.
///
/// Linear in the classes under `kinds`, in what contains the jurisdiction and in `options`; nothing where none of these is
/// given. The base must outlive it. Asking may work something out and keep it, so nobody asks one of two threads.
struct asked_scope {
    scope asked{};
    knowledge_base base{};
    walk<therapy_class> allowed{};            ///< the classes of `kinds`, and all that stand under one
    walk<treatise::jurisdiction> around{};    ///< the jurisdiction, and all that contain it
    walk<option> named{};                     ///< `options`
    successions replaced{};           ///< by `as_of`
    editions sources{};               ///< which source is a later edition of which
    broadest_outcomes outcomes{};     ///< which outcome is a kind of which
    medicine_classes medicines{};           ///< which classes hold medicines

    constexpr asked_scope() = default;
    constexpr asked_scope(knowledge_base const& kb, scope s) : asked{std::move(s)} { begin(kb); }

    /// Asks another scope, of another base perhaps; allocates nothing once one was as large.
    constexpr void ask(knowledge_base const& kb, scope const& s) {
        asked = s;
        begin(kb);
    }
    /// Whether what holds in `where` holds in the jurisdiction that was asked for; what holds nowhere in particular does.
    [[nodiscard]] constexpr bool holds_in(id<treatise::jurisdiction> where) const {
        return !asked.jurisdiction || !where || around.reaches(where);
    }

private:
    constexpr void begin(knowledge_base const& kb) {
        base = kb;
        replaced.clear(kb, asked.as_of);
        sources.clear(kb);
        outcomes.clear(kb);
        medicines.clear(kb);
        if (!asked.kinds.empty()) {
            allowed.clear(kb);
            for (auto k : asked.kinds) allowed.add(k);
            walk_down(kb, allowed);
        }
        if (asked.jurisdiction) around = with_all_above(kb, asked.jurisdiction);
        if (!asked.options.empty()) {
            named.clear(kb);
            for (auto o : asked.options) named.add(o);
        }
    }
};

namespace query_detail {

constexpr bool is_payer_in_scope(id<payer> who, asked_scope const& s) {
    if (s.asked.payer && who != s.asked.payer) return false;
    return !s.asked.jurisdiction || !who || s.holds_in(s.base.details(who).jurisdiction);
}

}  // namespace query_detail

/// Whether the option stands in the scope: named in `options`, and in or under one of `kinds`.
constexpr bool in_scope(id<option> o, asked_scope const& s) {
    if (!s.asked.options.empty() && !s.named.reaches(o)) return false;
    if (s.asked.kinds.empty()) return true;
    if (auto const c = s.base.as<therapy_class>(o)) return s.allowed.reaches(c);
    auto const t = s.base.as<therapy>(o);
    for (auto e : s.base.out<listed_under>(t))
        if (s.allowed.reaches(e.object)) return true;
    for (auto e : s.base.out<member_of>(t))
        if (s.allowed.reaches(e.object)) return true;
    return false;
}
/// The same of a scope that is asked once; it walks what the scope needs.
constexpr bool in_scope(knowledge_base const& kb, id<option> o, scope const& s) { return in_scope(o, asked_scope{kb, s}); }

/// Whether the claim is neither withdrawn nor replaced by the day of the scope, and no prediction; replaced ones, and
/// predictions, stand where the scope shows them.
constexpr bool is_in_force(claim_id c, std::uint32_t relation, asked_scope& s) {
    auto const marks = s.base.marks(c, relation);
    if (!s.asked.predictions && marks.is_predicted()) return false;
    if (marks.stands()) return true;  // nothing has replaced it, at whatever date
    if (s.base.said(c, relation).status == claim_status::withdrawn) return false;
    return s.asked.superseded || (s.asked.as_of && !s.replaced.has_stepped_back(c, relation));
}

/// Whether the claim, which applies so, stands in the scope.
constexpr bool in_scope(claim_id c, std::uint32_t relation, applicability applies, asked_scope& narrowed) {
    if (applies == applicability::unrelated || !is_in_force(c, relation, narrowed)) return false;
    auto const& s = narrowed.asked;
    auto const& kb = narrowed.base;
    auto const& said = kb.said(c, relation);
    auto const& meaning = meaning_of(relation);
    if (meaning.passes_scopes) return true;
    if (!s.applies.allows(applies)) return false;
    if (s.source && said.source != s.source) return false;
    if (!s.place.empty() && kb[said.place] != s.place) return false;
    if (!s.read.allows(said.read)) return false;
    if (s.source_kinds.bits != 0 && !s.source_kinds.allows(kb.details(said.source).kind)) return false;
    if (s.as_of && published(kb, c) > s.as_of) return false;
    if (!narrowed.holds_in(said.jurisdiction)) return false;
    return !meaning.has_payer || query_detail::is_payer_in_scope(payer_of(kb, c), narrowed);
}
/// The same of a claim whose relation the caller knows.
template <claim_relation Relation>
[[nodiscard]] constexpr bool in_scope(claim_id c, applicability applies, asked_scope& s) {
    return in_scope(c, relation_number<Relation>, applies, s);
}
/// The same of a scope that is asked once; it walks what the scope needs.
constexpr bool in_scope(knowledge_base const& kb, claim_id c, std::uint32_t relation, applicability applies, scope const& s) {
    asked_scope narrowed{kb, s};
    return in_scope(c, relation, applies, narrowed);
}
constexpr bool in_scope(knowledge_base const& kb, claim_id c, applicability applies, scope const& s) {
    return in_scope(kb, c, kb.relation(c), applies, s);
}
template <claim_relation Relation>
[[nodiscard]] constexpr bool in_scope(knowledge_base const& kb, claim_id c, applicability applies, scope const& s) {
    return in_scope(kb, c, relation_number<Relation>, applies, s);
}

}  // namespace treatise::inline v0_3
