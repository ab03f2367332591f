// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/harms.hpp>
#include <treatise/query/detail/rules/states.hpp>
#include <treatise/query/matter.hpp>

#include <cstdint>

// Whether a profile keeps the rules of benefits and harms: each reads the answer alone, not how it came about.
namespace treatise::inline v0_3::query_detail {

constexpr bool is_told_in(option_profile const& p, matter m, claim_id c) {
    for (auto const& t : p.told_of(m)) {
        if (t.says.claim == c) return true;
        for (auto w : p.with_of(t))
            if (w == c) return true;
    }
    return false;
}
constexpr weighed const* weighed_of(option_profile const& p, claim_id c) {
    for (auto const& w : p.memory.effects)
        if (w.says.claim == c) return &w;
    return nullptr;
}

/// No figure of the same harm of the same medicine stands before one that is told, but for a bare one before both arms.
constexpr bool keeps_right_people(option_profile const& p) {
    for (auto const& t : p.told_by_base(matter::harm)) {
        auto const* best = weighed_of(p, t.says.claim);
        if (!best) return false;
        for (auto const& w : p.memory.effects)
            if (w.whose == t.whose && p.base.object(w.says.claim) == p.base.object(t.says.claim) &&
                figure_before(p.base, w, *best) && !is_told_in(p, matter::harm, w.says.claim) && !steps_behind(p.base, w, *best))
                return false;
    }
    return true;
}

constexpr bool keeps_one_comparator(option_profile const& p) {
    auto const told = p.told_by_base(matter::benefit);
    auto const is_blinded_no = [&](weighed const& w) {
        return w.of_outcome != 0 && w.against == comparator_kind::blinded && is_no(p.base.stance(w.says.claim));
    };
    bool open = false, blinded_no = false, has_blinded_no = false;
    for (auto const& t : told)
        if (auto const* w = weighed_of(p, t.says.claim)) {
            open = open || (w->is_controlled && w->against != comparator_kind::blinded);
            blinded_no = blinded_no || is_blinded_no(*w);
        }
    for (auto const& w : p.memory.effects) has_blinded_no = has_blinded_no || is_blinded_no(w);
    auto const* first = told.empty() ? nullptr : weighed_of(p, told.front().says.claim);
    bool const heads_open = first && first->is_controlled && first->against != comparator_kind::blinded;
    return !heads_open || !open || !has_blinded_no || blinded_no;
}

/// The claims of one range: each of another trial, the same arm and people as the first.
constexpr bool is_paired_range(option_profile const& p, told const& t) {
    auto const* first = weighed_of(p, t.says.claim);
    if (!first || !can_be_in_range(p.base, *first)) return false;
    auto const trial = [&](claim_id c) { return p.base.payload<affects>(c).trial; };
    for (auto c : p.with_of(t)) {
        auto const* w = weighed_of(p, c);
        if (!w || !can_be_in_range(p.base, *w) || !are_paired(p.base, *first, *w)) return false;
        for (auto d : p.with_of(t))
            if (c != d && trial(c) == trial(d)) return false;
    }
    return true;
}
/// Another figure of the harm could head the cell in place of one that never does.
constexpr bool heads_wrongly(option_profile const& p, told const& t) {
    auto const* w = weighed_of(p, t.says.claim);
    if (!w || !w->never_heads) return false;
    for (auto const& other : p.memory.effects)
        if (other.whose == t.whose && p.base.object(other.says.claim) == p.base.object(t.says.claim) && !other.never_heads)
            return true;
    return false;
}
constexpr bool keeps_paired_ranges(option_profile const& p) {
    for (auto const& t : p.told)
        if (t.is_range && !is_paired_range(p, t)) return false;
    for (auto const& t : p.told_by_base(matter::harm))
        if (heads_wrongly(p, t)) return false;
    return true;
}

constexpr run const* named_run_of(option_profile const& p, claim_id best) {
    for (auto const& r : p.memory.runs)
        if (r.is_named && p.memory.effects[r.best].says.claim == best) return &r;
    return nullptr;
}
/// Another harm of the same family and medicine is told.
constexpr bool is_told_twice(option_profile const& p, run const& r) {
    auto const whose = p.memory.effects[r.best].whose;
    for (auto const& t : p.told_by_base(matter::harm))
        if (auto const* q = named_run_of(p, t.says.claim); q && q != &r && q->family == r.family && t.whose == whose) return true;
    return false;
}
/// Each member that has a named harm against a control has one in the cell.
constexpr bool keeps_each_member(option_profile const& p) {
    for (auto const& r : p.memory.runs) {
        auto const tier = static_cast<harm_tier>(r.standing);
        if (!r.is_named || r.of_member == 0 || tier >= harm_tier::other_disease || is_answered_nearer(p.memory, r)) continue;
        bool told = false;
        for (auto const& t : p.told_by_base(matter::harm))
            if (auto const* q = named_run_of(p, t.says.claim)) told = told || q->of_member == r.of_member;
        if (!told) return false;
    }
    return true;
}
/// The first named harm has the largest difference of those that are told against a control; no family is told twice of one
/// medicine, no member's harms are hidden by another's, and bare words stand only where fewer than two figures do.
constexpr bool keeps_common_harms(option_profile const& p) {
    std::int64_t first = -1;
    std::uint32_t words = 0, figures = 0;
    for (auto const& t : p.told_by_base(matter::harm)) {
        auto const* r = named_run_of(p, t.says.claim);
        if (!r) continue;
        auto const tier = static_cast<harm_tier>(r->standing);
        figures += tier <= harm_tier::share;
        words += tier == harm_tier::common_words || tier == harm_tier::words;
        if (tier != harm_tier::not_told && is_told_twice(p, *r)) return false;
        if (tier != harm_tier::difference || p.memory.effects[r->best].is_sold) continue;
        if (first < 0) first = r->more;
        if (r->more > first) return false;
    }
    return (words == 0 || figures < 2) && keeps_each_member(p);
}

constexpr bool keeps_same_member(option_profile const& p) {
    for (auto m : p.members) {
        auto const tells = [&](matter where) {
            for (auto const& t : p.told_by_base(where))
                if (t.whose == id<option>{m} && tells_a_figure(p.base, t.says.claim)) return true;
            return false;
        };
        if (!tells(matter::benefit) || tells(matter::harm)) continue;
        bool named = false, has_figure = false;
        for (auto const& s : p.silent) named = named || s == silent_member{m, matter::harm};
        for (auto const& w : p.memory.effects)
            has_figure = has_figure || (w.whose == id<option>{m} && w.of_outcome == 0 && w.is_controlled);
        if (named == has_figure) return false;
    }
    return true;
}

constexpr bool keeps_no_first(option_profile const& p) {
    auto const told = p.told_by_base(matter::benefit);
    for (auto const& t : told) {
        auto const* w = weighed_of(p, t.says.claim);
        if (!w || is_about_asked(w->says) || says_no(p.base.stance(t.says.claim))) continue;
        for (auto const& x : p.memory.effects)
            if (x.is_first_no && x.whose == w->whose && p.base.object(x.says.claim) == p.base.object(t.says.claim)) return false;
    }
    return true;
}

constexpr bool keeps_all_harms(option_profile const& p) {
    auto const& kb = p.base;
    for (auto c : kb.out_ids<affects>(p.option)) {
        if (valence_of(kb, c) == valence::desirable || kb.said(c).status == claim_status::withdrawn) continue;
        bool known = weighed_of(p, c) != nullptr;
        for (auto const& g : p.memory.others) known = known || g.says.claim == c;
        for (auto const& g : p.memory.added) known = known || g.says.claim == c;
        relevance const relevant{kb, p.asked};
        auto const applies = relevant.of<affects>(c);
        if (!known && in_scope<affects>(kb, c, applies, {})) return false;
    }
    return true;
}

constexpr bool keeps_searches_first(option_profile const& p) {
    auto const told = p.told_by_base(matter::benefit);
    asked_scope narrowed{p.base, {}};
    for (std::size_t i = 0; i != told.size(); ++i) {
        auto const c = told[i].says.claim;
        bool const hope = p.base.payload<affects>(c).statistic == statistic::narrative && p.base.stance(c) == stance::in_favour;
        for (std::size_t j = i + 1; hope && j < told.size(); ++j)
            if (are_opposed(p.base, narrowed, c, told[j].says.claim) && !has_interest(p.base, told[j].says.claim)) return false;
    }
    return true;
}

}  // namespace treatise::inline v0_3::query_detail
