// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/interest.hpp>
#include <treatise/render/detail/guidance_words.hpp>
#include <treatise/render/figure.hpp>
#include <treatise/words/names.hpp>
#include <treatise/words/vocabulary.hpp>

#include <string>
#include <string_view>
#include <utility>

// One claim in words: what it says, with its hedge and what it concludes, without who says it.
namespace treatise::inline v0_3 {

/// The short label of a source, such as "Cochrane 2017".
[[nodiscard]] inline std::string label(knowledge_base const& kb, id<source> s) { return std::string{kb.name(s)}; }

/// The label behind words about an option: "FDA label 2020 (gabapentin)" loses the name that those words carry.
[[nodiscard]] inline std::string label(knowledge_base const& kb, language const& l, id<source> s, id<entity> about) {
    auto made = label(kb, s);
    if (auto const tail = " (" + inside(l, kb.name(about)) + ')'; made.ends_with(tail)) made.resize(made.size() - tail.size());
    return made;
}

/// The label where it stands in brackets itself: "NICE NG35 (2016)" becomes "NICE NG35, 2016".
[[nodiscard]] inline std::string label_in_brackets(knowledge_base const& kb, id<source> s) {
    auto made = label(kb, s);
    if (auto const open = made.rfind(" ("); made.ends_with(')') && open != made.npos) {
        made.pop_back();
        made.replace(open, 2, ", ");
    }
    return made;
}

/// What is said, with what the source concludes of it, or with what its search found.
[[nodiscard]] inline std::string concluded(language const& l, stance s, finding f, std::string const& what) {
    if (s != stance::in_favour && f != finding::none) return say(l, message::statement_found, {what, say(l, f)});
    switch (s) {
        case stance::against: return say(l, message::statement_against, {what});
        case stance::mixed: return say(l, message::statement_mixed, {what});
        case stance::no_difference: return say(l, message::statement_no_difference, {what});
        case stance::no_evidence_found: return say(l, message::statement_not_found, {what});
        case stance::no_recommendation: return say(l, message::statement_no_recommendation, {what});
        case stance::in_favour: break;
    }
    return what;
}

/// What a hedge of the claim is put before.
[[nodiscard]] inline hedged_kind kind_of_hedged(knowledge_base const& kb, claim_id c) {
    if (kb.is<affects>(c))
        return kb.details(kb.as<outcome>(kb.object(c))).valence == valence::desirable ? hedged_kind::benefit : hedged_kind::harm;
    if (kb.is<warned_of>(c)) return kb.as<outcome>(kb.object(c)) ? hedged_kind::harm : hedged_kind::state;
    if (kb.is<contraindicated_in>(c)) return hedged_kind::restriction;
    if (kb.is<involves>(c)) return hedged_kind::point;
    if (kb.is<acts_by>(c)) return hedged_kind::mechanism;
    return kb.is<recommended_for>(c) ? hedged_kind::advice : hedged_kind::other;
}

namespace render_detail {

struct phrase_maker {
    knowledge_base const& kb;
    language const& l;
    claim_id c;
    word_register words;
    std::string said{};

    std::string object() const { return inside(l, kb, kb.object(c), words); }
    std::string hedged_of(std::string const& what) const { return hedged(l, kb.said(c).hedge, what, kind_of_hedged(kb, c)); }
    /// A mention, and how its source hedges it: "may be" goes with an effect, and none is told.
    std::string held_back(std::string_view mention) const {
        auto const h = say(l, kb.said(c).hedge);
        return h.empty() ? std::string{mention} : say(l, message::said_by, {mention, say(l, message::hedged, {h})});
    }
    std::string concluded_of(stance s, std::string const& what) const { return concluded(l, s, kb.said(c).finding, what); }
    std::string by(std::string_view what, text authority) const {
        std::string s{what};
        return !authority || authority == not_stated ? s : say(l, message::said_by, {s, kb[authority]});
    }

    template <class Relation>
    void operator()() {
        said = tell(kb.get<Relation>(c));
    }
    std::string tell(claim<affects> const& a) const {
        auto const f = figure(l, *a.carries);
        auto s = concluded_of(a.stance, f.empty() ? hedged_of(object()) : object());
        if (f.empty() || a.stance == stance::no_evidence_found || a.stance == stance::no_recommendation) return s;
        s += ": " + f;
        if (a.said->hedge != hedge::none) s += ", " + std::string{say(l, a.said->hedge)};
        if (a.stance != stance::no_difference && includes_no_effect(*a.carries))
            s += "; " + std::string{l[message::crosses_no_effect]};
        return s;
    }
    std::string tell(claim<used_for> const& u) const {
        if (u.stance == stance::against) return held_back(l[message::named_against]);
        if (u.stance == stance::no_recommendation) return std::string{l[message::no_recommendation]};
        return concluded_of(u.stance, held_back(l[message::named]));
    }
    std::string tell(claim<recommended_for> const& r) const {
        auto const g = guidance_words(kb, l, r);
        auto s = g.core;
        append_part(s, g.behind, ", ");
        append_part(s, g.only, ", ");
        return s;
    }
    std::string tell(claim<approved_for> const& a) const {
        auto const authority = a.carries->authority == not_stated ? std::string_view{} : kb[a.carries->authority];
        if (a.stance == stance::against) return by(l[message::not_approved], a.carries->authority);
        std::string s;
        switch (a.carries->status) {
            case approval_status::approved:
                s = !authority.empty()
                        ? say(l, words == word_register::plain ? message::plain_approved : message::approved_by, {authority})
                        : say(l, message::approved_in,
                              {a.said->jurisdiction ? kb.name(a.said->jurisdiction) : l[message::unstated]});
                break;
            case approval_status::off_label: s = by(l[message::off_label], a.carries->authority); break;
            case approval_status::investigational: s = by(l[message::investigational], a.carries->authority); break;
            case approval_status::withdrawn: s = by(l[message::approval_withdrawn], a.carries->authority); break;
        }
        return concluded_of(a.stance, hedged_of(s));
    }
    std::string tell(claim<controlled_in> const& k) const {
        if (words == word_register::plain) return concluded_of(k.stance, say(l, message::plain_controlled, {kb.name(k.object)}));
        auto const schedule = k.carries->schedule == not_stated ? l[message::unstated] : kb[k.carries->schedule];
        return concluded_of(k.stance, std::string{kb.name(k.object)} + ' ' + std::string{schedule});
    }
    std::string tell(claim<covered_for> const& k) const {
        auto s = k.carries->payer ? std::string{kb.name(k.carries->payer)} : std::string{l[message::unstated]};
        s += ": " + say(l, k.carries->status, k.said->hedge);
        if (k.carries->rule && k.carries->rule != not_stated) s += ", " + std::string{kb[k.carries->rule]};
        return concluded_of(k.stance, s);
    }
    std::string tell(claim<contraindicated_in> const& r) const {
        return concluded_of(r.stance, say(l, message_of(r.carries->avoidance), {hedged_of(object())}));
    }
    std::string tell(claim<warned_of> const& w) const {
        return concluded_of(w.stance, by(say(l, w.carries->form), w.carries->authority) + ": " + hedged_of(object()));
    }
    template <class Relation>
    std::string tell(claim<Relation> const& r) const {
        return concluded_of(r.stance, hedged_of(object()));
    }
};

}  // namespace render_detail

/// The claim in words: "dizziness: 21 vs 5 of 100", "Boxed warning (FDA): suicidality", "may not be covered"; its hedge is part
/// of them, and that it is a prediction.
[[nodiscard]] inline std::string phrase(
    knowledge_base const& kb, language const& l, claim_id c, word_register words = word_register::clinical) {
    render_detail::phrase_maker maker{kb, l, c, words};
    with_claim_relation(kb.relation(c), maker);
    if (kb.marks(c).is_predicted()) return say(l, message::predicted, {maker.said});
    return std::move(maker.said);
}

/// Whose rating, and what: "moderate", "moderate, rated by NICE"; empty where the claim carries none, or the source states none.
[[nodiscard]] inline std::string certainty(knowledge_base const& kb, language const& l, claim_id c) {
    auto const* e = kb.payload_if<affects>(c);
    if (e == nullptr || e->certainty.value == unstated_level) return {};
    auto const word = level_word(kb, e->scheme, e->certainty);
    return !e->rated_by || word.empty() ? word : say(l, message::rated_by_whom, {word, label(kb, e->rated_by)});
}

}  // namespace treatise::inline v0_3
