// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/comparison.hpp>
#include <treatise/table/detail/structure.hpp>

#include <algorithm>
#include <span>
#include <vector>

// Under what heading of guidance an option stands. It prints a published fact and is no rank of ours: in doubt the more cautious
// one.
namespace treatise::inline v0_3::table_detail {

/// A recommendation as it bears on one row.
struct voice {
    claim_id claim;
    applicability applies{};
    id<option> whose{};
};

/// The field that a base is about, where a cause has the base's key; what stands above it is wider than the field.
constexpr id<cause> field_of(knowledge_base const& kb) {
    auto const key = kb[kb.base().key];
    for (auto c : kb.all<cause>())
        if (kb.key(c) == key) return c;
    return {};
}

/// What weighing voices needs of a base, walked once: the causes above its field, and the editions of its sources.
struct guidance_field {
    knowledge_base kb;
    id<cause> asked;
    id<cause> field;
    walk<cause> above{};

    constexpr guidance_field(knowledge_base const& base, id<cause> of) : kb{base}, asked{of}, field{field_of(base)} {
        if (field) above = with_all_above(kb, field);
    }
    /// Whether a recommendation is for a group wider than the field itself: chronic pain, for a base on nerve pain.
    constexpr bool is_beyond(claim_id c) const {
        auto const about = kb.as<cause>(kb.object(c));
        return about != field && above.reaches(about);
    }
};

/// What the rules ask of a voice, worked out once.
struct weighed_voice : voice {
    bool here = false;  ///< for the asked cause, alone or with others
    bool is_for = false, is_against = false;  ///< without a condition, in an edition in force, for this field
    bool is_old = false;   ///< for, without a condition, in an edition that has a later one
    bool is_half = false;  ///< for or against under a condition: part of the people, a setting, after others failed
    bool is_of_kind = false;  ///< for or against in a kind of the asked cause
    bool is_no_answer = false;  ///< the body says that it has no recommendation
};

constexpr weighed_voice weigh(guidance_field const& f, voice const& v) {
    auto const& kb = f.kb;
    weighed_voice w{v};
    auto const* r = kb.payload_if<recommended_for>(v.claim);
    if (r == nullptr || v.applies >= applicability::excluded) return w;
    auto const s = kb.stance(v.claim);
    w.here = v.applies == applicability::exact || v.applies == applicability::pooled;
    w.is_no_answer = s == stance::no_recommendation || s == stance::no_evidence_found;
    if (w.is_no_answer || s == stance::no_difference) return w;
    if (f.asked != kb.as<cause>(kb.object(v.claim)) && f.is_beyond(v.claim)) return w;
    w.is_of_kind = v.applies == applicability::narrower;
    if (w.is_of_kind) return w;
    bool const narrow = r->narrow || s == stance::mixed;
    bool const replaced = !kb.in_ids<supersedes>(kb.said(v.claim).source).empty();
    w.is_half = narrow;
    w.is_for = !narrow && !replaced && s == stance::in_favour;
    w.is_old = !narrow && replaced && s == stance::in_favour;
    w.is_against = !narrow && s == stance::against;
    return w;
}

/// Says of guidelines whether bodies differ: what it takes is walked once a table.
class guideline_bodies {
    knowledge_base kb_;
    editions& editions_;
    holder holds_;
    std::vector<weighed_voice> for_{}, against_{};  ///< one of each body on each option

    constexpr text body(weighed_voice const& v) const { return body_of(kb_, kb_.said(v.claim).source); }
    constexpr bool are_of_one(weighed_voice const& a, weighed_voice const& b) {
        return editions_.are_of_one_body(kb_.said(a.claim).source, kb_.said(b.claim).source);
    }
    /// By who speaks, then of what.
    [[nodiscard]] constexpr bool is_before(weighed_voice const& a, weighed_voice const& b) const {
        if (body(a) != body(b)) return body(a).value < body(b).value;
        if (auto const x = kb_.said(a.claim).source, y = kb_.said(b.claim).source; !body(a) && x != y) return x < y;
        return a.whose < b.whose;
    }
    constexpr void one_of_each(std::vector<weighed_voice>& all) const {
        std::sort(all.begin(), all.end(), [&](weighed_voice const& a, weighed_voice const& b) { return is_before(a, b); });
        all.erase(
            std::unique(all.begin(), all.end(), [&](weighed_voice const& a, weighed_voice const& b) { return !is_before(a, b); }),
            all.end());
    }
    using sorted_voices = std::vector<weighed_voice>::const_iterator;
    /// Where the voices of the next who speaks begin.
    [[nodiscard]] constexpr sorted_voices next(sorted_voices first, sorted_voices last) const {
        return std::find_if(first, last, [&](weighed_voice const& v) {
            return body(v) != body(*first) || (!body(v) && kb_.said(v.claim).source != kb_.said(first->claim).source);
        });
    }
    constexpr bool any_hold_each_other(std::span<weighed_voice const> all, std::span<weighed_voice const> others) {
        for (auto const& a : all)
            for (auto const& b : others)
                if (holds_.hold_each_other(a.whose, b.whose)) return true;
        return false;
    }

public:
    constexpr guideline_bodies(knowledge_base const& kb, editions& sources, placement const& places)
        : kb_{kb}, editions_{sources}, holds_{kb, places} {}

    constexpr holder& holds() { return holds_; }
    constexpr bool is_later(claim_id newer, claim_id older) {
        return editions_.is_later(kb_.said(newer).source, kb_.said(older).source);
    }
    constexpr bool differ(std::span<weighed_voice const> all) {
        for_.clear();
        against_.clear();
        for (auto const& v : all) {
            if (v.is_for) for_.push_back(v);
            if (v.is_against) against_.push_back(v);
        }
        if (for_.empty() || against_.empty()) return false;
        one_of_each(for_);
        one_of_each(against_);
        // Two who speak are compared once, whatever each says of how many options.
        for (auto a = for_.cbegin(), a_end = a; a != for_.cend(); a = a_end) {
            a_end = next(a, for_.cend());
            for (auto b = against_.cbegin(), b_end = b; b != against_.cend(); b = b_end) {
                b_end = next(b, against_.cend());
                if (!are_of_one(*a, *b) && any_hold_each_other({a, a_end}, {b, b_end})) return true;
            }
        }
        return false;
    }
};

/// The heading of a row from what is recommended of it.
constexpr guidance_group group_of(guideline_bodies& bodies, std::span<weighed_voice const> all) {
    bool for_here = false, for_wider = false, no_here = false, no = false, half = false, of_kind = false;
    for (auto const& v : all) {
        for_here = for_here || (v.is_for && v.here);
        for_wider = for_wider || (v.is_for && !v.here);
        no_here = no_here || (v.is_against && v.here);
        no = no || v.is_against;
        half = half || v.is_half;
        of_kind = of_kind || v.is_of_kind;
    }
    if (bodies.differ(all)) return guidance_group::differ;
    if (for_here && !no_here) return guidance_group::for_cause;
    if (for_wider && !no) return guidance_group::for_wider;
    if (no) return guidance_group::against;
    if (half) return guidance_group::on_conditions;
    return of_kind ? guidance_group::of_kinds : guidance_group::no_guideline;
}

/// Whether the voice is one of those by which a row stands in its group.
constexpr bool decides(weighed_voice const& v, guidance_group g) {
    switch (g) {
        case guidance_group::for_cause: return v.is_for && v.here;
        case guidance_group::for_wider: return v.is_for;
        case guidance_group::differ: return v.is_for || v.is_against;
        case guidance_group::of_kinds: return v.is_of_kind;
        case guidance_group::on_conditions: return v.is_half;
        case guidance_group::against: return v.is_against;
        case guidance_group::none:
        case guidance_group::no_guideline: break;
    }
    return false;
}

/// The voices of a row, read from what its profile tells and leaves to `why`; an overlay's are none.
constexpr void voices_of(option_profile const& p, guidance_field const& field, std::vector<weighed_voice>& into) {
    into.clear();
    auto const add = [&](voice const& v) {
        if (p.base.layer(v.claim) == 0) into.push_back(weigh(field, v));
    };
    for (auto const& t : p.told_of(matter::guidance)) {
        add({t.says.claim, t.says.applies, t.whose});
        for (auto const c : p.with_of(t)) add({c, t.says.applies, p.base.as<option>(p.base.subject(c))});
    }
    for (auto const& s : p.untold_of(matter::guidance)) add({s.claim, s.applies, p.base.as<option>(p.base.subject(s.claim))});
}

}  // namespace treatise::inline v0_3::table_detail
