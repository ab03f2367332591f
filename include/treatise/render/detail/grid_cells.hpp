// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/render/grid_numbers.hpp>
#include <treatise/render/sheet.hpp>
#include <treatise/table/detail/cell_rules.hpp>
#include <treatise/table/detail/people.hpp>
#include <treatise/table/unstated.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::render_detail {

/// Turns the cells of an option grid into plain words, and counts what the legend must explain.
class grid_cells {
    option_grid const& grid_;
    comparison const& table_;
    knowledge_base const& kb_;
    language const& l_;
    grid_numbers numbers_;
    std::vector<std::string>& footnotes_;

public:
    bool wider = false, interest = false, differs = false, boxed = false;  ///< a cell carries such a sign or word

    grid_cells(option_grid const& grid, language const& l, std::vector<std::string>& footnotes)
        : grid_{grid}, table_{grid.table}, kb_{grid.table.base}, l_{l}, numbers_{grid, l}, footnotes_{footnotes} {}

    sheet_cell operator()(std::uint32_t row, std::uint32_t column) {
        auto const& c = table_.at(row, column);
        auto const& q = grid_.questions[column];
        auto const& r = table_.rows[row];
        sheet_cell out;
        out.state = c.state;
        if (q.asks == question::what_it_is)
            add(out, capital(std::string{kb_.description(r.label)}));
        else if (q.asks == question::certainty)
            certainties(out, row);
        else if (q.about && r.role == row_role::reference && c.first == c.last)
            controls(out, row, q);
        else {
            if (c.state == cell_state::disagree)
                out.statements.push_back({capital(std::string{l_[message::sources_disagree]}), {mark::differs}, {}, false, {}}),
                    differs = true;
            statements(out, table_.shown_in(c), r, &c);
            of_classes(out, row, q);
        }
        if (out.statements.empty() && q.asks == question::benefit && !says_benefit(row)) add(out, other_benefits(row));
        if (column > 1 && q.asks == question::certainty && out.statements.empty() && says_benefit(row))
            add(out, std::string{l_[message::unstated]});
        if (out.statements.empty()) add(out, std::string{l_[message::not_reported]});
        return out;
    }

private:
    static void add(sheet_cell& to, std::string text) {
        if (!text.empty()) to.statements.push_back({std::move(text), {}, {}, false, {}});
    }

    std::vector<mark> marks_of(statement const& s, cell const* c) {
        std::vector<mark> marks;
        if (s.applies != applicability::exact) marks.push_back(mark::wider), wider = true;
        if (has_interest(kb_, s.claim)) marks.push_back(mark::interest), interest = true;
        if (c != nullptr && c->state == cell_state::disagree && table_detail::is_disputed(kb_, s, table_.in(*c)))
            marks.push_back(mark::differs), differs = true;
        return marks;
    }

    /// Warnings, circumstances and words of one source in one statement; every effect by itself.
    bool goes_on(statement const& a, statement const& b) const {
        if (kb_.relation(a.claim) != kb_.relation(b.claim) || a.facet != b.facet || a.of != b.of || a.applies != b.applies ||
            kb_.subject(a.claim) != kb_.subject(b.claim) || kb_.said(a.claim).source != kb_.said(b.claim).source ||
            kb_.stance(a.claim) != kb_.stance(b.claim) || kb_.stance(a.claim) != stance::in_favour ||
            has_interest(kb_, a.claim) != has_interest(kb_, b.claim))
            return false;
        switch (a.facet) {
            case facet::warning: return kb_.payload<warned_of>(a.claim) == kb_.payload<warned_of>(b.claim);
            case facet::restriction: return kb_.payload<contraindicated_in>(a.claim) == kb_.payload<contraindicated_in>(b.claim);
            case facet::benefit:
            case facet::harm:
                return a.first && !table_detail::tells_figure(kb_, a.claim) && !table_detail::tells_figure(kb_, b.claim);
            case facet::consideration: return true;
            case facet::recommendation:
            case facet::approval:
            case facet::use:
            case facet::control:
            case facet::coverage:
            case facet::provider:
            case facet::mechanism: break;
        }
        return false;
    }
    void statements(sheet_cell& out, std::span<statement const> all, row const& r, cell const* c) {
        std::vector<bool> told(all.size(), false);
        for (std::size_t i = 0; i != all.size(); ++i) {
            if (told[i]) continue;
            auto const& s = all[i];
            sheet_statement x;
            x.marks = marks_of(s, c);
            x.is_warning = s.first || s.facet == facet::warning;
            x.claims.emplace_back(claim_key_of(kb_, s.claim));
            auto const* f = grid_.figure(s.claim);
            if (f != nullptr && (!s.first || table_detail::tells_figure(kb_, s.claim))) {
                x.text = numbers_(*f, r.label, s.first || s.facet == facet::harm);
                if (s.first) x.text = capital(inside(l_, kb_.name(kb_.object(s.claim)))) + ": " + x.text;
                note(x, *f);
                for (std::size_t j = i + 1; j != all.size(); ++j)  // the same result in another measure
                    if (!told[j] && kb_.is<affects>(all[j].claim) && table_detail::tells_figure(kb_, all[j].claim) &&
                        table_detail::is_one_result(kb_, s.claim, all[j].claim)) {
                        told[j] = true;
                        x.claims.emplace_back(claim_key_of(kb_, all[j].claim));
                    }
            } else {
                x.text = capital(words(s));
                std::vector<id<entity>> named{kb_.object(s.claim)};
                for (std::size_t j = i + 1; j != all.size(); ++j) {
                    if (told[j] || !goes_on(s, all[j])) continue;
                    told[j] = true;
                    x.claims.emplace_back(claim_key_of(kb_, all[j].claim));
                    auto const o = kb_.object(all[j].claim);
                    if (std::find(named.begin(), named.end(), o) != named.end()) continue;
                    named.push_back(o);
                    x.text += ", " + inside(l_, kb_.name(o));
                }
                x.text += behind(s, r);
                auto const* warned = kb_.payload_if<warned_of>(s.claim);
                boxed = boxed || (warned != nullptr && warned->form == warning_form::boxed);
            }
            out.statements.push_back(std::move(x));
        }
    }
    /// "Recommended, first line, strong": a strength that is not stated is left out.
    std::string words(statement const& s) const {
        if (s.facet != facet::recommendation || kb_.stance(s.claim) == stance::mixed)
            return phrase(kb_, l_, s.claim, {.brief = true});
        auto const& r = kb_.payload<recommended_for>(s.claim);
        auto const said = kb_.stance(s.claim);
        std::string made{l_[said == stance::in_favour ? message::advised
                            : said == stance::against ? message::advised_against
                                                      : message::no_recommendation]};
        if (r.line.value != unstated_level) append_part(made, level_word(kb_, r.scheme, r.line));
        if (r.strength.value != unstated_level) append_part(made, level_word(kb_, r.scheme, r.strength));
        if (r.setting && r.setting != not_stated) append_part(made, kb_[r.setting]);
        return made;
    }
    /// "(gabapentin; FDA label 2020 (gabapentin))"
    std::string behind(statement const& s, row const& r) const {
        auto const from = label(kb_, kb_.said(s.claim).source), name = inside(l_, kb_.name(kb_.subject(s.claim)));
        bool const other = id<entity>{r.label} != kb_.subject(s.claim) && id<entity>{r.option} != kb_.subject(s.claim) &&
                           s.of != said_of::its_class && s.facet != facet::use && from.find('(' + name + ')') == from.npos;
        return " (" + (other ? name + "; " : std::string{}) + from + ')';
    }
    void note(sheet_statement& x, grid_figure const& f) {
        auto made = numbers_.note(f);
        if (made.empty()) return;
        auto const old = std::find(footnotes_.begin(), footnotes_.end(), made);
        x.footnotes.push_back(static_cast<std::uint32_t>(old - footnotes_.begin()));
        if (old == footnotes_.end()) footnotes_.push_back(std::move(made));
    }

    /// What is warned of a class above the option, as said of the class.
    void of_classes(sheet_cell& out, std::uint32_t row, grid_question const& q) {
        if (q.asks != question::warnings && q.asks != question::care) return;
        std::vector<id<entity>> classes;
        std::vector<statement> all;
        for (auto const& w : table_.warnings) {
            if (w.row != row || (w.warning.facet == facet::restriction) != (q.asks == question::care)) continue;
            all.push_back(w.warning);
            if (auto const c = kb_.subject(w.warning.claim); std::find(classes.begin(), classes.end(), c) == classes.end())
                classes.push_back(c);
        }
        for (auto c : classes) {
            std::vector<statement> own;
            for (auto const& s : all)
                if (kb_.subject(s.claim) == c) own.push_back(s);
            sheet_cell made;
            statements(made, own, table_.rows[row], nullptr);
            for (auto& x : made.statements) {
                x.text = say(l_, message::said_of, {inside(l_, kb_.name(c))}) + ": " + x.text;
                out.statements.push_back(std::move(x));
            }
        }
    }

    /// In the reference's column: how those did who had it, in the trials of the options beside it.
    void controls(sheet_cell& out, std::uint32_t row, grid_question const& q) {
        for (auto const& f : grid_.figures) {
            if (f.as != told_as::both_arms || kb_.object(f.claim) != id<entity>{q.about} ||
                id<entity>{kb_.payload<affects>(f.claim).comparator} != id<entity>{table_.rows[row].option})
                continue;
            sheet_statement x{numbers_.control(f), {}, {}, false, {}};
            for (auto const& s : table_.statements)
                if (s.claim == f.claim) x.marks = marks_of(s, nullptr);
            out.statements.push_back(std::move(x));
        }
    }

    /// Benefits that sources report of the option and that are not among the questions, by name.
    std::string other_benefits(std::uint32_t row) const {
        constexpr std::size_t most = 3;
        std::vector<id<entity>> named;
        std::string s;
        for (auto const& x : grid_.unasked)
            if (x.row == row && named.size() < most &&
                std::find(named.begin(), named.end(), kb_.object(x.claim)) == named.end()) {
                named.push_back(kb_.object(x.claim));
                append_part(s, inside(l_, kb_.name(named.back())));
            }
        return s.empty() ? s : say(l_, message::other_outcomes, {s});
    }
    bool says_benefit(std::uint32_t row) const {
        for (std::uint32_t i = 0; i != grid_.questions.size(); ++i)
            if (grid_.questions[i].asks == question::benefit && table_.at(row, i).shown != 0) return true;
        return false;
    }
    /// "Pain at least halved: moderate (Cochrane 2017)": the rating of each told benefit in the body's own word, then what
    /// others say of the same.
    void certainties(sheet_cell& out, std::uint32_t row) {
        constexpr std::size_t most_others = 2;
        for (std::uint32_t i = 0; i != grid_.questions.size(); ++i) {
            if (grid_.questions[i].asks != question::benefit) continue;
            auto const& c = table_.at(row, i);
            auto const shown = table_.shown_in(c);
            std::vector<std::string> told;
            std::size_t others = 0;
            for (auto const& s : table_.in(c)) {
                auto const rated = certainty(kb_, s.claim);
                bool const is_told = std::find(shown.begin(), shown.end(), s) != shown.end();
                bool about_told = false;
                for (auto const& t : shown) about_told = about_told || kb_.subject(t.claim) == kb_.subject(s.claim);
                if (rated.empty() || !about_told || (!is_told && others == most_others)) continue;
                auto text = rated + behind(s, table_.rows[row]);
                if (std::find(told.begin(), told.end(), text) != told.end()) continue;
                told.push_back(text);
                others += !is_told;
                auto const about = told.size() == 1 ? inside(l_, kb_.name(kb_.object(s.claim))) + ": " : std::string{};
                out.statements.push_back({capital(about + text), marks_of(s, nullptr), {}, false, {}});
            }
        }
    }
};

}  // namespace treatise::inline v0_3::render_detail
