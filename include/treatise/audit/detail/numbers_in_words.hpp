// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/wording.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// How numbers of people are printed: in one denominator, with those whom it did not help, each figure on its own.
namespace treatise::inline v0_3::audit_detail {

/// A table tells people of 100 or of 1000, and not of both.
inline void audit_denominator(word_run& a) {
    bool hundred = false, thousand = false;
    for (auto const& section : a.s.sections)
        for (auto const& row : section.rows)
            for (auto const& cell : row.cells)
                for (auto const& x : cell.statements) {
                    thousand = thousand || text_measures::has_word(x.text, "of 1000");
                    hundred = hundred || text_measures::has_word(x.text, "of 100");
                }
    a.find_if(hundred && thousand, audit_check::c1);
}

/// On a page for patients a number of people with and without can be drawn, so that those whom it did not help are seen, too.
inline void audit_frames(word_run& a, place at, sheet_statement const& x, told const& t) {
    auto const& e = a.kb.payload<affects>(t.says.claim);
    bool const of_people = a.kb.stance(t.says.claim) == stance::in_favour && e.statistic == statistic::percent;
    bool const pair = of_people && e.value.is_finite() && e.baseline.is_finite() && !t.is_range && x.claims.size() == 1;
    a.find_if(a.is_plain() && pair && text_measures::has_word(x.text, "of 100") && !x.people, audit_check::b7, at, t.says.claim);
}

/// Figures of two sources do not share a statement, but in a range of trials.
inline void audit_one_study(word_run& a, place at, std::vector<told const*> const& figures) {
    for (auto const* t : figures) {
        auto const& first = *figures.front();
        bool const other = a.kb.said(t->says.claim).source != a.kb.said(first.says.claim).source;
        a.find_if(other && !t->is_range && !first.is_range, audit_check::c5, at, t->says.claim);
    }
}

/// A word of frequency of the library's own stands beside a number, or tells what the source calls it.
inline void audit_frequency(word_run& a, place at, std::string_view ours, std::vector<told const*> const& all) {
    auto const said = text_measures::without(ours, {a.l[message::serious_lead], a.l[message::plain_serious]});
    auto const word = word_in(said, a.seeks.frequency);
    if (word.empty() || text_measures::has_digit(ours)) return;
    for (auto const* t : all) {
        auto const* e = a.kb.payload_if<affects>(t->says.claim);
        if ((e != nullptr && e->frequency != listed_frequency{}) || a.kb.said(t->says.claim).hedge != hedge::none) return;
    }
    a.find(audit_check::c9, at, {}, severity::error, word);
}

/// A page for patients tells at most seven figures of an option, and compares at most four options.
inline void audit_page(word_run& a) {
    if (!a.is_plain()) return;
    a.find_if(a.c.rows.size() > 4, audit_check::f5, {}, {}, severity::warning);
    for (std::uint32_t r = 0; r != a.c.rows.size(); ++r) {
        std::vector<id<entity>> outcomes;
        for (std::uint32_t i = 0; i != a.c.view.columns.size(); ++i)
            for (auto const& t : a.c.in(a.c.at(r, i)))
                if (!t.says.first && tells_figure(a.kb, t.says.claim) && !contains(outcomes, a.kb.object(t.says.claim)))
                    outcomes.push_back(a.kb.object(t.says.claim));
        a.find_if(outcomes.size() > 7, audit_check::c12, {r, no_number});
    }
}

/// An abbreviation in a cell stands in the legend, in the title of a source below, or is a name.
inline void audit_abbreviations(word_run& a, place at, std::string_view ours) {
    for (auto const& x : text_measures::abbreviations(ours)) {
        auto const explains = [&](sheet::legend_entry const& e) { return e.sign == x || text_measures::has_word(e.meaning, x); };
        bool known = std::any_of(a.s.legend.begin(), a.s.legend.end(), explains);
        for (auto const& s : a.s.sources)
            known = known || text_measures::has_word(s.label, x) || text_measures::has_word(s.citation, x);
        if (!known) a.find(audit_check::f2, at, {}, severity::warning, x);
    }
}

}  // namespace treatise::inline v0_3::audit_detail
