// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/fields.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/query/no_effect.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/words/vocabulary.hpp>

#include <string>
#include <string_view>

// One claim in words: what stands in a cell, without who says it.
namespace treatise::inline v0_3 {

/// The short label of a source, such as "Cochrane 2017".
[[nodiscard]] inline std::string label(knowledge_base const& kb, id<source> s) { return std::string{kb.name(s)}; }

std::string inside(language const& l, std::string_view name);

/// The label behind words about an option: "FDA label 2020 (gabapentin)" loses the name that those words carry.
[[nodiscard]] inline std::string label(knowledge_base const& kb, language const& l, id<source> s, id<entity> about) {
    auto made = label(kb, s);
    if (auto const tail = " (" + inside(l, kb.name(about)) + ')'; made.ends_with(tail)) made.resize(made.size() - tail.size());
    return made;
}

/// A name as it stands inside a sentence: "Gabapentin" becomes "gabapentin", "SNRIs" stays.
[[nodiscard]] inline std::string inside(language const& l, std::string_view name) {
    std::string s{name};
    auto const upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (l.lowers_names_inside_sentences && s.size() > 1 && upper(s[0]) && !upper(s[1]) && s[1] != '-' && s[1] != ' ')
        s[0] = fold(s[0]);
    return s;
}

/// The published figure of an effect: "38 v 23 of 100", "not per 100: NNT 7.2 (5.9 to 9.21)"; empty for words. Where a heading
/// says of how many people figures are, "38 v 23", "NNT 7.2 (5.9 to 9.21)".
[[nodiscard]] inline std::string figure(language const& l, effect const& e, bool by_heading = false) {
    std::string value = say(l, e.value);
    auto const interval = e.low.is_absent() ? std::string{} : say(l, message::interval, {say(l, e.low), say(l, e.high)});
    if (value.empty())
        value = interval;
    else if (!interval.empty())
        value += ' ' + interval;
    auto const with_without = [&](message alone, message both) {
        auto const with = say(l, e.value) + (interval.empty() ? "" : ' ' + interval);
        return e.baseline.is_finite() ? say(l, both, {with, say(l, e.baseline)}) : say(l, alone, {with});
    };
    auto const measure = [&](message m) {
        auto made = say(l, m, {value});
        return by_heading ? made : say(l, message::not_per_100, {made});
    };
    switch (e.statistic) {
        case statistic::narrative: return {};
        case statistic::percent:
        case statistic::per_100:
            return with_without(message::of_100, by_heading ? message::with_v_without : message::of_100_with_v_without);
        case statistic::per_1000: return with_without(message::of_1000, message::of_1000_with_v_without);
        case statistic::proportion: return measure(message::measure_proportion);
        case statistic::risk_ratio: return measure(message::measure_risk_ratio);
        case statistic::odds_ratio: return measure(message::measure_odds_ratio);
        case statistic::hazard_ratio: return measure(message::measure_hazard_ratio);
        case statistic::risk_difference: return say(l, message::measure_risk_difference, {value});  // in percentage points
        case statistic::mean_difference:
            return measure(by_heading ? message::measure_mean_difference_shortly : message::measure_mean_difference);
        case statistic::standardised_mean_difference: return measure(message::measure_standardised_mean_difference);
        case statistic::nnt: return measure(message::measure_nnt);
        case statistic::nnh: return measure(message::measure_nnh);
    }
    return {};
}

/// How much of a claim is told.
struct phrase_style {
    bool goes_on = false;  ///< after a claim that has named the payer, or the authority, which is not named again
    bool brief =
        false;  ///< in the room of a cell: for or against; no rule of a payer, no unstated strength, a setting to its comma
    bool same = false;  ///< after a claim that has named the outcome
    bool one_page = false;  ///< in words that headings and the legend explain
};

namespace render_detail {

struct phrase_maker {
    knowledge_base const& kb;
    language const& l;
    claim_id c;
    phrase_style style{};
    std::string said{};

    std::string object() const { return inside(l, kb.name(kb.object(c))); }

    template <class Relation>
    void operator()() {
        said = words(kb.get<Relation>(c));
    }

    /// What is said, with what the source concludes of it.
    std::string concluded(stance s, std::string const& what) const {
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
    std::string words(claim<affects> const& a) const {
        auto const f = figure(l, *a.carries, style.one_page);
        if (style.same && a.stance == stance::no_difference && f.empty()) return std::string{l[message::no_difference_either]};
        auto s = concluded(a.stance, object());
        if (f.empty() || a.stance == stance::no_evidence_found || a.stance == stance::no_recommendation) return s;
        s += ": " + f;
        if (a.stance != stance::no_difference && includes_no_effect(*a.carries))
            s += "; " + std::string{l[style.one_page ? message::uncertain : message::crosses_no_effect]};
        return s;
    }
    std::string words(claim<used_for> const& u) const {
        if (u.stance == stance::against) return std::string{l[message::named_against]};
        if (u.stance == stance::no_recommendation) return std::string{l[message::named_without_recommendation]};
        return concluded(u.stance, std::string{l[style.one_page ? message::named_shortly : message::named]});
    }
    std::string words(claim<recommended_for> const& r) const {
        bool const settled = r.stance == stance::against || r.stance == stance::no_recommendation;
        auto s = style.brief && r.stance == stance::in_favour ? std::string{l[message::side_for]}
                 : style.brief && r.stance == stance::against ? std::string{l[message::side_against]}
                 : r.stance == stance::against                ? std::string{l[message::advised_against]}
                 : settled                                    ? std::string{l[message::no_recommendation]}
                                                              : concluded(r.stance, std::string{l[message::advised]});
        auto const add = [&](auto level) {
            auto const word = level.value == unstated_level ? std::string{l[message::level_unstated]}
                                                            : level_word(kb, r.carries->scheme, level);
            if (!word.empty() && !(style.brief && level.value == unstated_level)) s += ", " + word;
        };
        add(r.carries->line);
        auto const strength = level_word(kb, r.carries->scheme, r.carries->strength);
        if (style.one_page && r.stance == stance::against && is_absent(r.carries->line) && strength.starts_with("do not "))
            s = strength;  // the body's own words say it
        else
            add(r.carries->strength);
        if (auto const setting = kb[r.carries->setting]; !setting.empty())
            s += ", " + std::string{style.brief ? setting.substr(0, setting.find(',')) : setting};
        return s;
    }
    std::string words(claim<approved_for> const& a) const {
        auto const authority = a.carries->authority == not_stated ? std::string{} : std::string{kb[a.carries->authority]};
        if (a.stance == stance::against)
            return std::string{l[message::not_approved]} + (authority.empty() ? "" : " (" + authority + ')');
        std::string s;
        switch (a.carries->status) {
            case approval_status::approved:
                s = !authority.empty() ? say(l, style.one_page ? message::approved_shortly : message::approved_by, {authority})
                                       : say(l, message::approved_in,
                                             {a.said->jurisdiction ? kb.name(a.said->jurisdiction) : l[message::unstated]});
                break;
            case approval_status::off_label:
                s = std::string{l[message::off_label]} + (authority.empty() ? "" : " (" + authority + ')');
                break;
            case approval_status::investigational:
                s = std::string{l[message::investigational]} + (authority.empty() ? "" : " (" + authority + ')');
                break;
            case approval_status::withdrawn:
                s = std::string{l[message::approval_withdrawn]} + (authority.empty() ? "" : " (" + authority + ')');
                break;
        }
        return concluded(a.stance, s);
    }
    std::string words(claim<controlled_in> const& k) const {
        return concluded(k.stance,
            std::string{kb.name(k.object)} + ' ' +
                (k.carries->schedule == not_stated ? std::string{l[message::unstated]} : std::string{kb[k.carries->schedule]}));
    }
    std::string words(claim<covered_for> const& k) const {
        auto s = style.goes_on
                     ? std::string{}
                     : (k.carries->payer ? std::string{kb.name(k.carries->payer)} : std::string{l[message::unstated]}) + ": ";
        s += say(l, k.carries->status);
        if (auto const held_back = k.said->hedge; held_back != hedge{})  // never without it: a payer's rule is a promise
            s += ", " + std::string{say(l, held_back == hedge::may ? hedge::possible : held_back)};
        if (!style.brief && k.carries->rule && k.carries->rule != not_stated) s += ", " + std::string{kb[k.carries->rule]};
        return concluded(k.stance, s);
    }
    std::string words(claim<contraindicated_in> const& r) const {
        return concluded(r.stance, say(l, message_of(r.carries->avoidance), {object()}));
    }
    std::string words(claim<warned_of> const& w) const {
        if (style.goes_on) return concluded(w.stance, object());
        auto const form = std::string{say(l, w.carries->form)};
        auto const authority = w.carries->authority == not_stated ? l[message::unstated] : kb[w.carries->authority];
        return concluded(w.stance, form + " (" + std::string{authority} + "): " + object());
    }
    template <class Relation>
    std::string words(claim<Relation> const& r) const {
        return concluded(r.stance, object());
    }
};

}  // namespace render_detail

/// The claim in words, as a table tells it: "dizziness", "BOXED (FDA): suicidal thoughts", "off-label".
inline std::string phrase(knowledge_base const& kb, language const& l, claim_id c, phrase_style style = {}) {
    render_detail::phrase_maker maker{kb, l, c, style};
    with_claim_relation(kb.relation(c), maker);
    return std::move(maker.said);
}

/// Whose rating, and what: "moderate"; empty where the claim carries none, or the source states none.
[[nodiscard]] inline std::string certainty(knowledge_base const& kb, claim_id c) {
    auto const* e = kb.payload_if<affects>(c);
    if (e == nullptr || e->certainty.value == unstated_level) return {};
    auto const word = level_word(kb, e->scheme, e->certainty);
    return !e->rated_by || word.empty() ? word : word + ", " + label(kb, e->rated_by);
}

}  // namespace treatise::inline v0_3
