// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/guidance.hpp>
#include <treatise/query/detail/rules/harms.hpp>
#include <treatise/query/detail/rules/inheritance.hpp>
#include <treatise/query/detail/rules/warnings.hpp>
#include <treatise/query/matter.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

// Whether a profile keeps a rule: each reads the answer alone, not how it came about.
namespace treatise::inline v0_3::query_detail {

constexpr std::array protecting{matter::boxed_warning, matter::contraindication, matter::avoid, matter::safety_communication,
    matter::serious_harm, matter::caution, matter::label_warning};

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

/// No figure of the same harm of the same medicine stands before one that is told.
constexpr bool keeps_right_people(option_profile const& p) {
    for (auto const& t : p.told_of(matter::harm)) {
        auto const* best = weighed_of(p, t.says.claim);
        if (!best) return false;
        for (auto const& w : p.memory.effects)
            if (w.whose == t.whose && p.base.object(w.says.claim) == p.base.object(t.says.claim) &&
                figure_before(p.base, w, *best) && !is_told_in(p, matter::harm, w.says.claim))
                return false;
    }
    return true;
}

constexpr bool keeps_one_comparator(option_profile const& p) {
    auto const told = p.told_of(matter::benefit);
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

constexpr bool keeps_paired_ranges(option_profile const& p) {
    for (auto const& t : p.told) {
        if (!t.is_range) continue;
        auto const* first = weighed_of(p, t.says.claim);
        if (!first || !can_be_in_range(p.base, *first)) return false;
        for (auto c : p.with_of(t)) {
            auto const* w = weighed_of(p, c);
            if (!w || !can_be_in_range(p.base, *w) || !are_paired(p.base, *first, *w)) return false;
            for (auto d : p.with_of(t))
                if (c != d && p.base.payload<affects>(c).trial == p.base.payload<affects>(d).trial) return false;
        }
    }
    for (auto const& t : p.told_of(matter::harm))
        if (auto const* w = weighed_of(p, t.says.claim); w && w->never_heads)
            for (auto const& other : p.memory.effects)
                if (other.whose == t.whose && p.base.object(other.says.claim) == p.base.object(t.says.claim) &&
                    !other.never_heads)
                    return false;
    return true;
}

/// The first named harm has the largest difference of those that are told against a control, and no family is told twice.
constexpr bool keeps_common_harms(option_profile const& p) {
    auto const& kb = p.base;
    std::int64_t first = -1;
    std::uint32_t words = 0, figures = 0;
    for (auto const& r : p.memory.runs) {
        auto const& best = p.memory.effects[r.best];
        if (!r.is_named || !is_told_in(p, matter::harm, best.says.claim)) continue;
        auto const tier = static_cast<harm_tier>(r.standing);
        figures += tier <= harm_tier::share;
        words += tier == harm_tier::common_words || tier == harm_tier::words;
        if (is_of_pregnancy(kb, kb.object<outcome>(best.says.claim)) || tier == harm_tier::not_told) continue;
        for (auto const& q : p.memory.runs)
            if (&q != &r && q.is_named && q.family == r.family && p.memory.effects[q.best].whose == best.whose &&
                is_told_in(p, matter::harm, p.memory.effects[q.best].says.claim))
                return false;
    }
    for (auto const& t : p.told_of(matter::harm))
        for (auto const& r : p.memory.runs) {
            auto const& best = p.memory.effects[r.best];
            if (best.says.claim != t.says.claim || !r.is_named || static_cast<harm_tier>(r.standing) != harm_tier::difference ||
                best.is_sold)
                continue;
            if (first < 0) first = r.more;
            if (r.more > first) return false;
        }
    return words == 0 || figures < 2;
}

constexpr bool keeps_same_member(option_profile const& p) {
    for (auto m : p.members) {
        auto const tells = [&](matter where) {
            for (auto const& t : p.told_of(where))
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

/// Each is told; a serious outcome where a regulator warns of it, if one does.
constexpr bool keeps_warnings_whole(option_profile const& p) {
    for (auto const& g : p.memory.others) {
        if (std::find(protecting.begin(), protecting.end(), g.about) == protecting.end()) continue;
        if (is_told_in(p, g.about, g.says.claim)) continue;
        if (g.about != matter::serious_harm || !is_warned_of(p.base, p.memory.others, g)) return false;
    }
    return true;
}

constexpr bool keeps_inheritance(option_profile const& p) {
    for (std::size_t i = 0; i != matter_count; ++i) {
        auto const m = static_cast<matter>(i);
        bool const protects = std::find(protecting.begin(), protecting.end(), m) != protecting.end();
        for (auto const& t : p.told_of(m)) {
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

constexpr bool keeps_no_first(option_profile const& p) {
    auto const told = p.told_of(matter::benefit);
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
        relevance const near{kb, p.asked};
        auto const applies = near.of<affects>(c);
        if (!known && in_scope<affects>(kb, c, applies, {})) return false;
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
        auto const told = p.told_of(m);
        if (told.empty() || !has_interest(p.base, told.front().says.claim)) continue;
        for (auto const& t : told)
            if (!has_interest(p.base, t.says.claim)) return false;
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

constexpr bool keeps_searches_first(option_profile const& p) {
    auto const told = p.told_of(matter::benefit);
    for (std::size_t i = 0; i != told.size(); ++i) {
        auto const c = told[i].says.claim;
        bool const hope = p.base.payload<affects>(c).statistic == statistic::narrative && p.base.stance(c) == stance::in_favour;
        for (std::size_t j = i + 1; hope && j < told.size(); ++j)
            if (are_opposed(p.base, c, told[j].says.claim) && !has_interest(p.base, told[j].says.claim)) return false;
    }
    return true;
}

/// Where a guideline's "against" of a wider group is told, its "for" of that group is not left to `why`, unless it is narrow.
constexpr bool keeps_symmetry(option_profile const& p) {
    bool against = false, in_favour = false;
    auto const is_wider = [&](statement const& s) {
        return p.base.is<recommended_for>(s.claim) && s.applies == applicability::broader && !is_narrow(p.base, s.claim);
    };
    for (auto const& t : p.told_of(matter::guidance)) {
        against = against || (is_wider(t.says) && p.base.stance(t.says.claim) == stance::against);
        in_favour = in_favour || p.base.stance(t.says.claim) == stance::in_favour;
    }
    bool denied = false;
    for (auto const& t : p.told_of(matter::guidance))
        denied = denied || (is_about_asked(t.says) && says_no(p.base.stance(t.says.claim))) ||
                 t.says.applies == applicability::excluded;
    if (!against || in_favour || denied) return true;
    for (auto const& s : p.untold_of(matter::guidance))
        if (is_wider(s) && p.base.stance(s.claim) == stance::in_favour) return false;
    return true;
}

constexpr bool keeps_documented_members(option_profile const& p) {
    if (!p.base.as<therapy_class>(p.option)) return true;
    for (std::size_t i = 0; i != matter_count; ++i) {
        auto const m = static_cast<matter>(i);
        if (std::find(protecting.begin(), protecting.end(), m) != protecting.end()) continue;
        for (auto const& t : p.told_of(m)) {
            if (t.says.of != said_of::member) continue;
            auto const member = p.base.as<therapy>(p.base.subject(t.says.claim));
            if (!member || std::find(p.members.begin(), p.members.end(), member) == p.members.end()) return false;
        }
    }
    return true;
}

}  // namespace treatise::inline v0_3::query_detail
