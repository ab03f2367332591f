// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/compare/comparison.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/words/language.hpp>

#include <string>
#include <string_view>

// One claim in words: what stands in a cell, without who says it.
namespace treatise {

/// The short label of a source, such as "Cochrane 2017".
inline std::string label(knowledge_base const& kb, id<source> s) { return std::string{kb.name(s)}; }

/// A name as it stands inside a sentence: "Gabapentin" becomes "gabapentin", "SNRIs" stays.
inline std::string inside(language const& l, std::string_view name) {
    std::string s{name};
    auto const upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (l.lowers_names_inside_sentences && s.size() > 1 && upper(s[0]) && !upper(s[1]) && s[1] != '-' && s[1] != ' ') s[0] = fold(s[0]);
    return s;
}

/// The published figure of an effect: "38 v 23 of 100", "not per 100: NNT 7.2 (5.9 to 9.21)"; empty for words.
inline std::string figure(language const& l, effect const& e) {
    std::string value = say(l, e.value);
    auto const interval = e.low.is_absent() ? std::string{} : say(l, message::interval, {say(l, e.low), say(l, e.high)});
    if (value.empty()) value = interval;
    else if (!interval.empty()) value += ' ' + interval;
    auto const with_without = [&](message alone, message both) {
        auto const with = say(l, e.value);
        return e.baseline.is_finite() ? say(l, both, {with, say(l, e.baseline)}) : say(l, alone, {with});
    };
    auto const measure = [&](message m) { return say(l, message::not_per_100, {say(l, m, {value})}); };
    switch (e.statistic) {
        case statistic::narrative: return {};
        case statistic::percent:
        case statistic::per_100: return with_without(message::of_100, message::of_100_with_v_without);
        case statistic::per_1000: return with_without(message::of_1000, message::of_1000_with_v_without);
        case statistic::proportion: return measure(message::proportion);
        case statistic::risk_ratio: return measure(message::risk_ratio);
        case statistic::odds_ratio: return measure(message::odds_ratio);
        case statistic::hazard_ratio: return measure(message::hazard_ratio);
        case statistic::risk_difference: return measure(message::risk_difference);
        case statistic::mean_difference: return measure(message::mean_difference);
        case statistic::standardised_mean_difference: return measure(message::standardised_mean_difference);
        case statistic::nnt: return measure(message::nnt);
        case statistic::nnh: return measure(message::nnh);
    }
    return {};
}

/// The word of a scheme that a level stands for; empty where there is none.
template <auto List>
std::string level_word(knowledge_base const& kb, language const& l, id<scheme> s, level<List> value) {
    if (value.value == unstated_level) return std::string{l[message::unstated]};
    auto const words = kb[kb.details(s).*List];
    return value && value.value <= words.size() ? std::string{kb[words[value.value - 1u]]} : std::string{};
}

namespace detail {

struct phrase_maker {
    knowledge_base const& kb;
    language const& l;
    claim_id c;
    bool goes_on = false;  ///< after a claim about the same payer, which is not named again
    std::string said{};

    std::string object() const { return inside(l, kb.name(kb.object(c))); }

    template <class Relation>
    void operator()() {
        if (kb.relation(c) == relation_number<Relation>) said = words(kb.get<Relation>(c));
    }

    std::string words(claim<affects> const& a) const {
        auto const outcome = object();
        switch (a.stance) {
            case stance::against: return say(l, message::statement_against, {outcome}) + with_figure(a);
            case stance::mixed: return say(l, message::statement_mixed, {outcome}) + with_figure(a);
            case stance::no_difference: return say(l, message::statement_no_difference, {outcome}) + with_figure(a);
            case stance::no_evidence_found: return say(l, message::statement_not_found, {outcome});
            case stance::no_recommendation: return say(l, message::statement_no_recommendation, {outcome});
            case stance::in_favour: break;
        }
        return outcome + with_figure(a);
    }
    std::string with_figure(claim<affects> const& a) const {
        auto const f = figure(l, *a.carries);
        return f.empty() ? f : ": " + f;
    }
    std::string words(claim<used_for> const& u) const {
        return std::string{l[u.stance == stance::against ? message::named_against
                             : u.stance == stance::no_recommendation ? message::named_without_recommendation : message::named]};
    }
    std::string words(claim<recommended_for> const& r) const {
        auto s = std::string{l[r.stance == stance::against ? message::advised_against
                               : r.stance == stance::no_recommendation ? message::no_recommendation : message::advised]};
        auto const line = level_word(kb, l, r.carries->scheme, r.carries->line), strength = level_word(kb, l, r.carries->scheme, r.carries->strength);
        if (!line.empty()) s += ", " + line;
        if (!strength.empty()) s += ", " + strength;
        if (r.carries->setting) s += ", " + std::string{kb[r.carries->setting]};
        return s;
    }
    std::string words(claim<approved_for> const& a) const {
        auto const authority = a.carries->authority == not_stated ? std::string{} : std::string{kb[a.carries->authority]};
        if (a.stance == stance::against) return std::string{l[message::not_approved]} + (authority.empty() ? "" : " (" + authority + ')');
        switch (a.carries->status) {
            case approval_status::approved: return say(l, message::approved_by, {authority});
            case approval_status::off_label: return std::string{l[message::off_label]} + (authority.empty() ? "" : " (" + authority + ')');
            case approval_status::investigational: return std::string{l[message::investigational]};
            case approval_status::withdrawn: return std::string{l[message::approval_withdrawn]};
        }
        return {};
    }
    std::string words(claim<controlled_in> const& k) const { return std::string{kb.name(k.object)} + ' ' + std::string{kb[k.carries->schedule]}; }
    std::string words(claim<covered_for> const& k) const {
        auto s = goes_on ? std::string{} : (k.carries->payer ? std::string{kb.name(k.carries->payer)} : std::string{l[message::unstated]}) + ": ";
        s += say(l, k.carries->status);
        if (k.carries->rule && k.carries->rule != not_stated) s += ", " + std::string{kb[k.carries->rule]};
        return s;
    }
    std::string words(claim<contraindicated_in> const& r) const {
        return say(l, r.carries->avoidance == avoidance::contraindication ? message::not_with : message::caution_with, {object()});
    }
    std::string words(claim<warned_of> const& w) const {
        auto const form = std::string{say(l, w.carries->form)};
        return form + " (" + std::string{kb[w.carries->authority]} + "): " + object();
    }
    template <class Relation>
    std::string words(claim<Relation> const& r) const {
        return r.stance == stance::against ? say(l, message::statement_against, {object()}) : r.stance == stance::mixed ? say(l, message::statement_mixed, {object()}) : object();
    }
};

}  // namespace detail

/// The claim in words, as a table tells it: "dizziness", "BOXED (FDA): suicidal thoughts", "off-label"; `goes_on` leaves
/// out the payer that the words before it have named.
inline std::string phrase(knowledge_base const& kb, language const& l, claim_id c, bool goes_on = false) {
    detail::phrase_maker maker{kb, l, c, goes_on};
    each(claim_relations{}, maker);
    return std::move(maker.said);
}

/// Whose rating, and what: "moderate"; empty where the claim carries none.
inline std::string certainty(knowledge_base const& kb, language const& l, claim_id c) {
    if (kb.relation(c) != relation_number<affects>) return {};
    auto const& e = kb.payload<affects>(c);
    auto const word = level_word(kb, l, e.scheme, e.certainty);
    return !e.rated_by || word.empty() ? word : word + ", " + label(kb, e.rated_by);
}

/// Whether the source, or the trial's sponsor, has declared an interest in what the claim is about.
inline bool has_interest(knowledge_base const& kb, claim_id c) {
    auto const& said = kb.said(c);
    if (said.interest) return true;
    for (auto e : kb.out<interested_in>(said.source))
        if (id<entity>{e.object} == kb.subject(c)) return true;
    return false;
}

}  // namespace treatise
