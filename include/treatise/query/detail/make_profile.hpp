// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/tell_benefits.hpp>
#include <treatise/query/detail/tell_claims.hpp>
#include <treatise/query/detail/tell_harms.hpp>
#include <treatise/query/label_read.hpp>
#include <treatise/query/medicine.hpp>
#include <treatise/query/profile.hpp>

namespace treatise::inline v0_3 {

namespace query_detail {

/// A medicine of which no label was read, so that silence on its warnings is none of the label's; a device, a diet or an exercise
/// has none, nor has a supplement.
constexpr void list_unread_labels(knowledge_base const& kb, medicine_classes& medicines, option_profile& made) {
    auto const add = [&](id<therapy> t) {
        bool const unread = may_have_label(kb, t) && !medicine_label_is_read(kb, t);
        if (unread && medicines.has(t)) made.label_unread.push_back(t);
    };
    if (auto const t = kb.as<therapy>(made.option)) add(t);
    for (auto m : made.members) add(m);
}

/// Rule "same member": a member of which one cell tells a figure, and nobody reports one for the other.
constexpr void list_silent_members(knowledge_base const& kb, option_profile& made) {
    if (made.members.empty()) return;
    auto& m = made.memory;
    for (auto* known : {&m.told_benefit, &m.told_harm, &m.has_benefit, &m.has_harm}) known->clear(kb);
    for (auto [where, told] : {std::pair{matter::benefit, &m.told_benefit}, std::pair{matter::harm, &m.told_harm}})
        for (auto const& t : made.told_by_base(where))
            if (tells_a_figure(kb, t.says.claim)) told->add(t.whose);
    for (auto const& w : m.effects)
        if (w.is_controlled) (w.of_outcome != 0 ? m.has_benefit : m.has_harm).add(w.whose);
    for (auto t : made.members) {
        bool const benefit = m.told_benefit.reaches(t), harm = m.told_harm.reaches(t);
        if (benefit && !harm && !m.has_harm.reaches(t)) made.silent.push_back({t, matter::harm});
        if (harm && !benefit && !m.has_benefit.reaches(t)) made.silent.push_back({t, matter::benefit});
    }
}

/// Room for what most options need, so that a first answer does not grow step by step.
constexpr void reserve_usual(option_profile& made) {
    if (made.told.capacity() != 0) return;
    made.told.reserve(64), made.with.reserve(32), made.untold.reserve(128);
    auto& m = made.memory;
    m.effects.reserve(128), m.used.reserve(128), m.runs.reserve(64);
    m.waiting.reserve(64), m.chosen.reserve(16), m.others.reserve(128);
    m.in_range.reserve(16), m.by_result.reserve(64), m.place.reserve(64), m.warned_of.reserve(32), m.sides.reserve(32);
    m.first_alike.reserve(64), m.next_alike.reserve(64), m.sources_for.reserve(16), m.sources_against.reserve(16);
    m.by_family.reserve(64), m.told_of_member.reserve(64), m.is_chosen.reserve(64), m.owned.reserve(64);
}

}  // namespace query_detail

TREATISE_CONSTEXPR void profile(knowledge_base const& kb, relevance const& relevant, id<option> o, asked_scope& s,
    profile_options const& options, option_profile& made) {
    made.base = kb;
    made.asked = relevant.asked();
    made.option = o;
    made.parts = {};
    made.told.clear(), made.with.clear(), made.untold.clear();
    made.members.clear(), made.label_unread.clear(), made.silent.clear();
    query_detail::reserve_usual(made);
    auto& m = made.memory;
    m.related.clear(kb);
    m.effects.clear(), m.runs.clear(), m.others.clear(), m.added.clear(), m.by_result.clear();
    query_detail::relatives{kb, relevant, m.related}.of(o, made.members);
    query_detail::gatherer{kb, relevant, s, m}.run();
    for (auto& r : m.runs) {
        auto const all = std::span{m.effects}.subspan(r.first, r.last - r.first);
        query_detail::mark_ranges(kb, all, m.waiting);
        for (auto i = r.first; i != r.last; ++i) {
            r.has_first_no = r.has_first_no || m.effects[i].is_first_no;
            if (query_detail::figure_before(kb, m.effects[i], m.effects[r.best])) r.best = i;
        }
    }
    query_detail::benefits_teller{kb, made, options, s}.run_all();
    query_detail::harms_teller{kb, made, options, s}.run_all();
    query_detail::claims_teller{kb, made, options, s}.run_all();
    query_detail::list_unread_labels(kb, s.medicines, made);
    query_detail::list_silent_members(kb, made);
}

}  // namespace treatise::inline v0_3
