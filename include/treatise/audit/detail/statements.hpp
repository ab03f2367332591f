// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/names.hpp>
#include <treatise/audit/messages.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/query/matter_of.hpp>
#include <treatise/query/people.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/render/sheet.hpp>
#include <treatise/table/figures.hpp>
#include <treatise/words/hedged.hpp>
#include <treatise/words/text_measures.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// What one statement of a cell must say of the claim that it tells.
namespace treatise::inline v0_3::audit_detail {

/// An audit of words: that of a comparison, with the sheet that prints it and its language.
struct word_run : audit_run {
    sheet const& s;
    language const& l;
    audit_words seeks;

    word_run(sheet const& printed, comparison const& made, language const& in)
        : audit_run{made}, s{printed}, l{in}, seeks{words_of_audit(in)} {}
    bool is_plain() const { return c.view.words == word_register::plain; }
};

/// The longest part of a form that is no place for something else: "may cause " of "may cause {0}".
[[nodiscard]] constexpr std::string_view fixed_part(std::string_view form) {
    std::string_view longest;
    while (!form.empty()) {
        auto const end = (std::min)(form.find('{'), form.size());
        if (end > longest.size()) longest = form.substr(0, end);
        auto const next = form.find('}', end);
        form.remove_prefix(next == form.npos ? form.size() : next + 1);
    }
    while (longest.ends_with(' ') || longest.ends_with('(')) longest.remove_suffix(1);
    while (longest.starts_with(' ') || longest.starts_with('(')) longest.remove_prefix(1);
    return longest;
}

/// What holds a source back stands in the statement.
inline void audit_hedge(word_run& a, place at, std::string_view text, claim_id c) {
    auto const h = a.kb.said(c).hedge;
    if (h == hedge::none || a.kb.stance(c) != stance::in_favour) return;
    bool holds = text_measures::holds(text, say(a.l, h)) ||
                 text_measures::holds(text, fixed_part(hedged(a.l, h, "{0}", kind_of_hedged(a.kb, c))));
    bool const allowed = a.kb.is<recommended_for>(c) && (h == hedge::may || h == hedge::can);
    holds = holds || (allowed && text_measures::holds(text, a.l[message::advised_may]));
    if (auto const* k = a.kb.payload_if<covered_for>(c)) holds = holds || text_measures::holds(text, say(a.l, k->status, h));
    a.find_if(!holds, audit_check::r1, at, c);
}

/// Whether a text says of whom a statement is that is not of the asked cause alone: by the name of a cause of the claim, as
/// about any use, or as one whose source excludes the cause.
[[nodiscard]] inline bool says_of_whom(word_run const& a, std::string_view text, statement const& s) {
    if (s.applies == applicability::excluded)
        return text_measures::holds(text, a.l[message::leaves_it_out]) ||
               text_measures::holds(text, fixed_part(a.l[message::source_leaves_out])) ||
               text_measures::holds(text, fixed_part(a.l[message::advice_leaves_out]));
    bool any = false;
    auto const names = [&](id<cause> x) {
        any = any || x != a.c.asked;
        return x != a.c.asked && text_measures::holds(text, a.kb.name(x));
    };
    if (auto const object = a.kb.as<cause>(a.kb.object(s.claim)); object && names(object)) return true;
    for (auto about : a.kb[a.kb.said(s.claim).about])
        if (names(about)) return true;
    return !any && text_measures::holds(text, a.l[message::any_use_shortly]);
}

/// Whether a text names the comparator, in the base's name for it or in the source's words; or what to read the table by does.
[[nodiscard]] inline bool names_comparator(word_run const& a, std::string_view text, effect const& e) {
    auto const named = [&](std::string_view t) { return text_measures::holds(t, a.kb.name(e.comparator)); };
    if (e.comparator && (named(text) || std::any_of(a.s.head.begin(), a.s.head.end(), named))) return true;
    return is_stated(e.compared_with) && text_measures::holds(text, a.kb[e.compared_with]);
}

/// What a figure must say: of whom, against what, how sure its rating is, and that it is uncertain.
inline void audit_figure_words(word_run& a, place at, std::string_view text, told const& t) {
    auto const c = t.says.claim;
    auto const& e = a.kb.payload<affects>(c);
    a.find_if(t.says.applies != applicability::exact && !t.says.first && !says_of_whom(a, text, t.says), audit_check::d7, at, c);
    auto const against = comparator_of(a.kb, e);
    bool const open = against == comparator_kind::untreated || against == comparator_kind::other;
    a.find_if(open && has_control(e) && !t.is_range && !names_comparator(a, text, e), audit_check::r9, at, c);
    bool const difference = e.statistic == statistic::mean_difference || e.statistic == statistic::standardised_mean_difference;
    a.find_if(difference && text_measures::holds(text, fixed_part(a.l[message::of_100])), audit_check::c10, at, c);
    bool const uncertain = a.kb.stance(c) != stance::no_difference && includes_no_effect(e) && !t.is_range;
    a.find_if(uncertain && !a.is_plain() && !text_measures::holds(text, a.l[message::crosses_no_effect]), audit_check::c8, at, c);
}

/// The certainty that a statement prints is that of its own figure.
inline void audit_certainty(word_run& a, place at, std::string_view text, claim_id c) {
    auto const& e = a.kb.payload<affects>(c);
    auto const form = a.is_plain() ? message::plain_certainty : message::with_certainty;
    auto const own = certainty(a.kb, a.l, c);
    a.find_if(!own.empty() && !text_measures::holds(text, own), audit_check::d1, at, c);
    if (!e.scheme) return;
    for (auto t : a.kb[a.kb.details(e.scheme).certainties]) {
        auto const other = say(a.l, form, {a.kb[t]});
        auto const mine = own.empty() ? std::string{} : say(a.l, form, {own});
        a.find_if(text_measures::holds(text, other) && !text_measures::holds(mine, other), audit_check::r10, at, c);
    }
}

/// Who says it: by number, or by name.
inline void audit_source(word_run& a, place at, sheet_statement const& x, claim_id c) {
    auto const source = a.kb.said(c).source;
    auto const cites = [&](auto n) { return n < a.s.sources.size() && a.s.sources[n].key == a.kb.key(source); };
    bool const cited = std::any_of(x.sources.begin(), x.sources.end(), cites);
    a.find_if(!cited && !text_measures::holds(x.text, label(a.kb, source)), audit_check::e1, at, c);
    bool const marked = x.interest || text_measures::holds(x.text, a.l[message::plain_interest]);
    a.find_if(has_interest(a.kb, c) && !marked, audit_check::e4, at, c);
}

/// Where the law, a regulator or a payer says so: by the authority's name, or by the jurisdiction's.
inline void audit_place(word_run& a, place at, std::string_view line, claim_id c) {
    auto const* approval = a.kb.payload_if<approved_for>(c);
    auto const* warning = a.kb.payload_if<warned_of>(c);
    if (approval == nullptr && warning == nullptr) return;
    auto const authority = a.kb[approval != nullptr ? approval->authority : warning->authority];
    auto const where = a.kb.said(c).jurisdiction;
    bool const named = text_measures::holds(line, authority) || (where && text_measures::holds(line, a.kb.name(where)));
    bool const somewhere = (!authority.empty() && authority != "not stated") || where;
    a.find_if(somewhere && !named && !a.is_plain(), audit_check::e8, at, c);
}

/// The statement with what leads its line, where it goes on from others.
[[nodiscard]] inline std::string line_of(sheet_cell const& cell, std::size_t i) {
    auto first = i;
    while (first != 0 && cell.statements[first].goes_on) --first;
    std::string line;
    for (; first != i + 1; ++first) (line += cell.statements[first].text) += "; ";
    return line;
}

inline void audit_told_words(word_run& a, place at, sheet_cell const& cell, std::size_t i, told const& t) {
    auto const& x = cell.statements[i];
    auto const c = t.says.claim;
    auto const line = line_of(cell, i);
    auto const m = matter_of(a.kb, t.says);
    audit_source(a, at, x, c);
    if (t.says.applies != applicability::excluded) {  // else nothing is told of it but that
        audit_hedge(a, at, x.text, c);
        audit_place(a, at, line, c);
    }
    bool const of_other = t.whose && t.whose != a.c.rows[at.row].option;
    bool const named = text_measures::holds(line, a.kb.name(t.whose)) || text_measures::holds(line, a.l[message::all_of_these]);
    a.find_if(of_other && !named, audit_check::r6, at, c);
    if (t.says.facet == facet::recommendation)
        a.find_if(t.says.applies != applicability::exact && !says_of_whom(a, x.text, t.says), audit_check::d7, at, c);
    if (!tells_figure(a.kb, c)) return;
    if (m == matter::benefit || m == matter::harm) audit_figure_words(a, at, x.text, t);
    if (m == matter::benefit) audit_certainty(a, at, x.text, c);
}

}  // namespace treatise::inline v0_3::audit_detail
