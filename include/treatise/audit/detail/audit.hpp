// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/audit.hpp>
#include <treatise/audit/detail/choice.hpp>
#include <treatise/audit/detail/claims.hpp>
#include <treatise/audit/detail/figures.hpp>
#include <treatise/audit/detail/frame.hpp>
#include <treatise/audit/detail/protection.hpp>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace audit_detail {

inline void audit_figures(audit_run& a, place at, std::span<told const> all) {
    for (auto const& t : all) {
        audit_range(a, at, t);
        if (!tells_figure(a.kb, t.says.claim)) continue;
        audit_fields(a, at, t.says.claim);
        audit_people(a, at, t.says.claim);
        audit_relative(a, at, t.says.claim, all);
    }
    audit_times(a, at, all);
    audit_head(a, at, all);
}

inline void audit_claims(audit_run& a, place at, std::span<told const> all) {
    for (auto const& t : all) audit_statement(a, at, t.says);
    a.each_claim(all, [&](claim_id c) {
        audit_attribution(a, at, c);
        audit_territory(a, at, c);
    });
}

inline void audit_cell(audit_run& a, place at, cell const& x) {
    audit_claims(a, at, a.c.in(x));
    audit_figures(a, at, a.c.in(x));
    audit_state(a, at, x);
    audit_sides(a, at, x);
    audit_borrowing(a, at, x);
    audit_sellers(a, at, x);
}

/// What stands below the table is sourced and stands still, too.
inline void audit_below(audit_run& a) {
    auto const lines = [&](auto const& all) {
        for (auto const& line : all) audit_claims(a, {}, std::span{a.c.told}.subspan(line.first, line.last - line.first));
    };
    lines(a.c.label_warnings);
    lines(a.c.borrowed);
}

/// What happens without the option: no benefit in the table stands beside what its comparator did.
inline void audit_course(audit_run& a) {
    bool any = false, control = false;
    for (auto const& t : a.c.told)
        if (t.says.facet == facet::benefit && tells_figure(a.kb, t.says.claim)) {
            any = true;
            control = control || a.kb.payload<affects>(t.says.claim).baseline.is_finite();
        }
    a.find_if(any && !control, audit_check::a4, {}, {}, severity::note);
}

}  // namespace audit_detail

TREATISE_INLINE std::vector<audit_finding> audit(comparison const& c) {
    audit_detail::audit_run a{c};
    if (c.base.entity_count() == 0) {
        a.find(audit_check::a1);
        return std::move(a.found);
    }
    audit_detail::audit_frame(a);
    if (!audit_detail::audit_shape(a)) return std::move(a.found);
    audit_detail::audit_selection(a);
    audit_detail::audit_order(a);
    audit_detail::audit_once(a);
    audit_detail::audit_balance(a);
    audit_detail::each_cell(c, [&](audit_detail::place at, cell const& x) { audit_detail::audit_cell(a, at, x); });
    audit_detail::audit_members(a);
    audit_detail::audit_group(a);
    audit_detail::audit_protection(a);
    audit_detail::audit_below(a);
    audit_detail::audit_course(a);
    return std::move(a.found);
}

}  // namespace treatise::inline v0_3
