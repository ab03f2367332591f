// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/guidance.hpp>
#include <treatise/query/detail/rules/inheritance.hpp>
#include <treatise/query/detail/rules/kept_effects.hpp>
#include <treatise/query/detail/rules/warnings.hpp>
#include <treatise/query/matter.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

// Whether a profile keeps the rules of all else that it tells.
namespace treatise::inline v0_3::query_detail {

constexpr std::array protecting{matter::boxed_warning, matter::contraindication, matter::avoid, matter::safety_communication,
    matter::serious_harm, matter::caution, matter::label_warning};

/// Each is told; a serious outcome where a regulator warns of it, if one does.
constexpr bool keeps_warnings_whole(option_profile const& p) {
    std::vector<id<outcome>> warned_of;
    broadest_outcomes outcomes{p.base};
    find_warned_of(p.base, outcomes, p.memory.others, warned_of);
    for (auto const& g : p.memory.others) {
        if (std::find(protecting.begin(), protecting.end(), g.about) == protecting.end()) continue;
        if (is_told_in(p, g.about, g.says.claim)) continue;
        if (g.about != matter::serious_harm || !is_warned_of(p.base, outcomes, warned_of, g)) return false;
    }
    return true;
}

constexpr bool keeps_inheritance(option_profile const& p) {
    for (std::size_t i = 0; i != matter_count; ++i) {
        auto const m = static_cast<matter>(i);
        bool const protects = std::find(protecting.begin(), protecting.end(), m) != protecting.end();
        for (auto const& t : p.told_by_base(m)) {
            bool const borrowed = t.says.of == said_of::its_class || t.says.of == said_of::whole || t.says.of == said_of::part;
            auto const s = p.base.stance(t.says.claim);
            bool const may = protects ||
                             (m == matter::guidance && s != stance::no_recommendation && t.says.of != said_of::part) ||
                             (m == matter::benefit && is_no(s));
            if (borrowed && !may) return false;
        }
    }
    return true;
}

constexpr bool keeps_silence(option_profile const& p) {
    for (std::size_t i = 0; i != matter_count; ++i) {
        auto const m = static_cast<matter>(i);
        if ((p.of(m).state == cell_state::not_reported) != p.told_of(m).empty()) return false;
        if (m != matter::serious_harm && p.told_of(m).empty() && !p.untold_of(m).empty()) return false;
    }
    return true;
}

constexpr bool keeps_independents_first(option_profile const& p) {
    for (auto m : {matter::guidance, matter::approval, matter::benefit, matter::harm, matter::practical, matter::coverage}) {
        auto const told = p.told_by_base(m);
        if (told.empty() || !has_interest(p.base, told.front().says.claim)) continue;
        for (auto const& t : told)
            if (t.says.applies != applicability::excluded && !has_interest(p.base, t.says.claim)) return false;
    }
    return true;
}

constexpr bool keeps_hedges(option_profile const& p) {
    for (auto const& t : p.told) {
        if (t.is_range || p.base.is<affects>(t.says.claim)) continue;
        auto const hedged = p.base.said(t.says.claim).hedge != hedge::none;
        for (auto c : p.with_of(t))
            if (!hedged && p.base.said(c).hedge != hedge::none) return false;
    }
    return true;
}

/// A source that leaves the condition out says nothing of it, and stands behind all that speak of it.
constexpr bool keeps_left_out_last(option_profile const& p) {
    bool left_out = false;
    for (auto const& t : p.told_by_base(matter::guidance)) {
        if (left_out && t.says.applies != applicability::excluded) return false;
        left_out = left_out || t.says.applies == applicability::excluded;
    }
    return true;
}

/// Where a guideline's "against" of a wider group is told, its "for" of that group is not left to `why`, unless it is narrow.
constexpr bool keeps_symmetry(option_profile const& p) {
    bool against = false, in_favour = false;
    auto const is_wider = [&](statement const& s) {
        return p.base.is<recommended_for>(s.claim) && s.applies == applicability::broader && !is_narrow(p.base, s.claim);
    };
    for (auto const& t : p.told_by_base(matter::guidance)) {
        against = against || (is_wider(t.says) && p.base.stance(t.says.claim) == stance::against);
        in_favour = in_favour || p.base.stance(t.says.claim) == stance::in_favour;
    }
    bool denied = false;
    for (auto const& t : p.told_by_base(matter::guidance))
        denied = denied || (is_about_asked(t.says) && says_no(p.base.stance(t.says.claim))) ||
                 t.says.applies == applicability::excluded;
    if (!against || in_favour || denied) return true;
    for (auto const& s : p.untold_of(matter::guidance))
        if (is_wider(s) && p.base.stance(s.claim) == stance::in_favour) return false;
    return true;
}

/// What the base says of its own option stands before what overlays add, and all of that is told.
constexpr bool keeps_base_first(option_profile const& p) {
    if (p.base.is_added(p.option)) return true;
    for (std::size_t i = 0; i != matter_count; ++i) {
        auto const m = static_cast<matter>(i);
        for (auto const& t : p.told_by_base(m))
            if (p.base.layer(t.says.claim) != 0) return false;
        for (auto const& t : p.told_by_overlays(m))
            if (p.base.layer(t.says.claim) == 0) return false;
    }
    for (auto const& g : p.memory.added)
        if (!is_told_in(p, g.about, g.says.claim)) return false;
    return true;
}

constexpr bool keeps_documented_members(option_profile const& p) {
    if (!p.base.as<therapy_class>(p.option)) return true;
    for (std::size_t i = 0; i != matter_count; ++i) {
        auto const m = static_cast<matter>(i);
        if (std::find(protecting.begin(), protecting.end(), m) != protecting.end()) continue;
        for (auto const& t : p.told_by_base(m)) {
            if (t.says.of != said_of::member) continue;
            auto const member = p.base.as<therapy>(p.base.subject(t.says.claim));
            if (!member || std::find(p.members.begin(), p.members.end(), member) == p.members.end()) return false;
        }
    }
    return true;
}

}  // namespace treatise::inline v0_3::query_detail
