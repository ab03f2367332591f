// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/comparison.hpp>
#include <treatise/table/detail/structure.hpp>

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

/// Whether a recommendation is for a group wider than the field itself: chronic pain, for a base on nerve pain.
constexpr bool is_beyond_field(knowledge_base const& kb, id<cause> field, claim_id c) {
    auto const about = kb.as<cause>(kb.object(c));
    return field && about && about != field && query_detail::is_within(kb, field, about);
}

/// What the rules ask of a voice, worked out once.
struct weighed_voice : voice {
    bool here = false;  ///< for the asked cause, alone or with others
    bool is_for = false, is_against = false;  ///< without a condition, in an edition in force, for this field
    bool is_old = false;   ///< for, without a condition, in an edition that has a later one
    bool is_half = false;  ///< for or against under a condition: part of the people, a setting, after others failed
    bool is_of_kind = false;  ///< for or against in a kind of the asked cause
    bool is_no_answer = false;  ///< the body says that it has no recommendation
};

constexpr weighed_voice weigh(knowledge_base const& kb, id<cause> field, id<cause> asked, voice const& v) {
    weighed_voice w{v};
    auto const* r = kb.payload_if<recommended_for>(v.claim);
    if (r == nullptr || v.applies >= applicability::excluded) return w;
    auto const s = kb.stance(v.claim);
    w.here = v.applies == applicability::exact || v.applies == applicability::pooled;
    w.is_no_answer = s == stance::no_recommendation || s == stance::no_evidence_found;
    if (w.is_no_answer || s == stance::no_difference) return w;
    if (asked != kb.as<cause>(kb.object(v.claim)) && is_beyond_field(kb, field, v.claim)) return w;
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

/// Whether two claims are of one body: of one source, of editions of it, or of sources with the same authors.
constexpr bool are_of_one_body(knowledge_base const& kb, claim_id a, claim_id b) {
    auto const x = kb.said(a).source, y = kb.said(b).source;
    if (!are_two_documents(kb, x, y)) return true;
    auto const p = kb.details(x).authors, q = kb.details(y).authors;
    return p == q && p && p != not_stated;
}

constexpr bool guidelines_differ(knowledge_base const& kb, std::span<weighed_voice const> all) {
    for (auto const& a : all)
        for (auto const& b : all)
            if (a.is_for && b.is_against && !are_of_one_body(kb, a.claim, b.claim) && hold_each_other(kb, a.whose, b.whose))
                return true;
    return false;
}

/// The heading of a row from what is recommended of it.
constexpr guidance_group group_of(knowledge_base const& kb, std::span<weighed_voice const> all) {
    bool for_here = false, for_wider = false, no_here = false, no = false, half = false, of_kind = false;
    for (auto const& v : all) {
        for_here = for_here || (v.is_for && v.here);
        for_wider = for_wider || (v.is_for && !v.here);
        no_here = no_here || (v.is_against && v.here);
        no = no || v.is_against;
        half = half || v.is_half;
        of_kind = of_kind || v.is_of_kind;
    }
    if (guidelines_differ(kb, all)) return guidance_group::differ;
    if (for_here && !no_here) return guidance_group::for_cause;
    if (for_wider && !no) return guidance_group::for_wider;
    if (no || half) return guidance_group::against;
    return of_kind ? guidance_group::of_kinds : guidance_group::no_guideline;
}

/// Whether the voice is one of those by which a row stands in its group.
constexpr bool decides(weighed_voice const& v, guidance_group g) {
    switch (g) {
        case guidance_group::for_cause: return v.is_for && v.here;
        case guidance_group::for_wider: return v.is_for;
        case guidance_group::differ: return v.is_for || v.is_against;
        case guidance_group::of_kinds: return v.is_of_kind;
        case guidance_group::against: return v.is_against || v.is_half;
        case guidance_group::none:
        case guidance_group::no_guideline: break;
    }
    return false;
}

/// The voices of a row, read from what its profile tells and leaves to `why`; an overlay's are none.
constexpr void voices_of(option_profile const& p, id<cause> field, std::vector<weighed_voice>& into) {
    into.clear();
    auto const add = [&](voice const& v) {
        if (p.base.layer(v.claim) == 0) into.push_back(weigh(p.base, field, p.asked, v));
    };
    for (auto const& t : p.told_of(matter::guidance)) {
        add({t.says.claim, t.says.applies, t.whose});
        for (auto const c : p.with_of(t)) add({c, t.says.applies, p.base.as<option>(p.base.subject(c))});
    }
    for (auto const& s : p.untold_of(matter::guidance)) add({s.claim, s.applies, p.base.as<option>(p.base.subject(s.claim))});
}

}  // namespace treatise::inline v0_3::table_detail
