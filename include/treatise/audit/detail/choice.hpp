// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/run.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/query/matter_of.hpp>
#include <treatise/query/profile.hpp>
#include <treatise/table/figures.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

// What a cell tells first, and what it may not leave to `why`.
namespace treatise::inline v0_3::audit_detail {

[[nodiscard]] constexpr bool denies(stance s) {
    return s == stance::against || s == stance::no_difference || s == stance::no_recommendation || s == stance::no_evidence_found;
}
[[nodiscard]] constexpr bool is_here(applicability a) { return a == applicability::exact || a == applicability::pooled; }

/// Whether advice has a condition: part of the people, a setting, after others failed.
[[nodiscard]] inline bool is_half_said(knowledge_base const& kb, claim_id c) {
    auto const* r = kb.payload_if<recommended_for>(c);
    return r != nullptr && (r->narrow || kb.stance(c) == stance::mixed);
}
/// Whether a recommendation can lift a row into its group.
[[nodiscard]] inline bool lifts(audit_run const& a, claim_id c, guidance_group group) {
    if (!a.kb.is<recommended_for>(c) || a.kb.stance(c) != stance::in_favour || is_half_said(a.kb, c)) return false;
    if (!a.kb.in_ids<supersedes>(a.kb.said(c).source).empty()) return false;
    return group == guidance_group::for_wider || is_here(a.relevant.of(c));
}
/// Whether an untold statement advises against the option itself, for the asked cause and without a condition.
[[nodiscard]] inline bool advises_against(audit_run const& a, statement const& s) {
    return a.kb.is<recommended_for>(s.claim) && a.kb.stance(s.claim) == stance::against && is_here(s.applies) &&
           !is_half_said(a.kb, s.claim) && !s.replaced_by && a.kb.in_ids<supersedes>(a.kb.said(s.claim).source).empty();
}

/// A "no" for the asked cause is told, and before what is borrowed from a wider group on the same matter.
inline void audit_borrowing(audit_run& a, place at, cell const& x) {
    auto const told = a.c.in(x);
    auto const is_of_matter = [&](claim_id c) { return a.kb.is<recommended_for>(c) || a.kb.is<affects>(c); };
    auto const denied = [&](statement const& s, id<entity> of, std::uint32_t relation) {
        return is_here(s.applies) && is_of_matter(s.claim) && denies(a.kb.stance(s.claim)) && a.kb.subject(s.claim) == of &&
               a.kb.relation(s.claim) == relation;
    };
    for (std::size_t i = 0; i != told.size(); ++i) {
        auto const& s = told[i].says;
        if (s.applies != applicability::broader || a.kb.stance(s.claim) != stance::in_favour || !is_of_matter(s.claim)) continue;
        bool const effect = a.kb.is<affects>(s.claim);
        if (effect && s.facet != facet::benefit) continue;
        auto const of = a.kb.subject(s.claim);
        auto const relation = a.kb.relation(s.claim);
        auto const same = [&](statement const& n) {
            return denied(n, of, relation) && (!effect || a.kb.object(n.claim) == a.kb.object(s.claim));
        };
        bool later = false;
        for (std::size_t j = i + 1; j != told.size(); ++j) later = later || same(told[j].says);
        for (auto const& n : a.c.untold_in(x)) later = later || (!is_half_said(a.kb, n.claim) && same(n) && !n.replaced_by);
        a.find_if(later, audit_check::r3, at, s.claim);
    }
}

/// The sides of a disagreement both stand in the cell.
inline void audit_sides(audit_run& a, place at, cell const& x) {
    if (x.state != cell_state::disagree) return;
    bool yes = false, no = false;
    for (auto const& t : a.c.in(x)) {
        auto const s = a.kb.stance(t.says.claim);
        yes = yes || s == stance::in_favour || s == stance::mixed;
        no = no || denies(s);
    }
    a.find_if(!yes || !no, audit_check::d5, at);
}

/// What a cell says of the evidence follows from what it tells.
inline void audit_state(audit_run& a, place at, cell const& x) {
    auto const told = a.c.in(x);
    bool const nothing = told.empty() && a.c.untold_in(x).empty();
    a.find_if(nothing && !x.see_above && x.state != cell_state::not_reported, audit_check::a6, at);
    a.find_if(!told.empty() && x.state == cell_state::not_reported, audit_check::d4, at);
    bool any = false, only_no = !told.empty();
    for (auto const& t : told) {
        auto const s = a.kb.stance(t.says.claim);
        any = any || s == stance::in_favour || s == stance::mixed;
        only_no = only_no && denies(s);
    }
    a.find_if(any && (x.state == cell_state::looked_for || x.state == cell_state::no_difference), audit_check::d4, at);
    a.find_if(only_no && x.state == cell_state::disagree, audit_check::d4, at);
}

/// A source with an interest in the option does not stand first where an independent one has a figure for the same matter.
inline void audit_sellers(audit_run& a, place at, cell const& x) {
    auto const told = a.c.in(x);
    if (told.empty() || told.front().says.facet != facet::benefit) return;
    auto const& first = told.front().says;
    if (!has_interest(a.kb, first.claim)) return;
    auto const independent = [&](statement const& s) {
        return s.facet == facet::benefit && s.applies <= first.applies && a.kb.subject(s.claim) == a.kb.subject(first.claim) &&
               a.kb.object(s.claim) == a.kb.object(first.claim) && !has_interest(a.kb, s.claim) && tells_figure(a.kb, s.claim) &&
               !s.replaced_by;
    };
    bool others = false;
    for (auto const& t : told) others = others || independent(t.says);
    a.find_if(others, audit_check::r11, at, first.claim);
}

/// Benefits and harms of a class row are of one member, or the row names who has no figure.
inline void audit_members(audit_run& a) {
    auto const& c = a.c;
    for (std::uint32_t r = 0; r != c.rows.size(); ++r) {
        if (!a.kb.as<therapy_class>(c.rows[r].option)) continue;
        std::vector<id<option>> helped, harmed;
        bool silent = false;
        for (std::uint32_t i = 0; i != c.view.columns.size(); ++i) {
            silent = silent || !c.silent_in(c.at(r, i)).empty();
            for (auto const& t : c.in(c.at(r, i)))
                if (tells_figure(a.kb, t.says.claim) && !t.says.first)
                    (t.says.facet == facet::benefit ? helped : harmed).push_back(t.whose);
        }
        bool const shared = std::any_of(helped.begin(), helped.end(), [&](auto o) { return contains(harmed, o); });
        a.find_if(!helped.empty() && !harmed.empty() && !shared && !silent, audit_check::r5, {r, no_number});
    }
}

/// A row stands among the recommended only by advice for that group that has no condition and is in force; what advises against
/// it is told.
inline void audit_group(audit_run& a) {
    auto const& c = a.c;
    for (std::uint32_t r = 0; r != c.rows.size(); ++r) {
        auto const group = c.rows[r].group;
        if (group != guidance_group::for_cause && group != guidance_group::for_wider) continue;
        bool lifted = false;
        for (std::uint32_t i = 0; i != c.view.columns.size(); ++i) {
            auto const& x = c.at(r, i);
            a.each_claim(c.in(x), [&](claim_id k) { lifted = lifted || lifts(a, k, group); });
            for (auto const& s : c.untold_in(x)) {
                lifted = lifted || lifts(a, s.claim, group);
                a.find_if(advises_against(a, s), audit_check::r4, {r, i}, s.claim);
            }
        }
        bool const shown = shows(c, matter::guidance);
        a.find_if(shown && !lifted, audit_check::r4, {r, no_number});
    }
}

}  // namespace treatise::inline v0_3::audit_detail
