// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/grid.hpp>
#include <treatise/audit/words.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/render/lay_out_grid.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace audit_detail {

/// The sheet of a grid with options as rows again, as the audit of words reads sheets; what does not fit stays short.
[[nodiscard]] inline sheet turned_back(sheet s) {
    auto sections = std::move(s.sections);
    auto const options = std::move(s.columns);
    auto const keys = std::move(s.column_keys);
    s.columns.assign(1, options.empty() ? std::string{} : options[0]);
    s.column_keys.assign(1, keys.empty() ? std::string{} : keys[0]);
    s.sections.assign(1, {});
    auto& rows = s.sections[0].rows;
    for (std::size_t i = 1; i < options.size(); ++i) {
        rows.push_back({row_role::alone, i < keys.size() ? keys[i] : std::string{}, {}});
        rows.back().cells.push_back({cell_state::reported, {{options[i], {}, {}, false, {}}}});
    }
    for (auto& section : sections)
        for (auto& asked : section.rows) {
            auto const& heading = cell_at(asked, 0).statements;
            s.columns.push_back(heading.empty() ? std::string{} : heading[0].text);
            s.column_keys.push_back(asked.key);
            for (std::size_t i = 1; i < asked.cells.size() && i <= rows.size(); ++i)
                rows[i - 1].cells.push_back(std::move(asked.cells[i]));
        }
    return s;
}

/// Audits the words of a grid; what every table must say is decided by the audit of its comparison's words.
class grid_word_auditor {
    sheet s_;
    option_grid const& g_;
    comparison const& c_;
    knowledge_base const& kb_;
    language const& l_;
    std::vector<audit_finding> found_{};

    void find(audit_check check, std::uint32_t row = no_number, std::uint32_t column = no_number, claim_id claim = {}) {
        found_.push_back({check, severity::error, row, column, claim});
    }
    sheet_cell const& cell(std::uint32_t row, std::uint32_t column) const { return cell_at(s_.sections[0].rows[row], column); }
    std::uint32_t column_of(question q) const {
        for (std::uint32_t i = 0; i != g_.questions.size(); ++i)
            if (g_.questions[i].asks == q) return i;
        return no_number;
    }
    static bool says(sheet_cell const& cell, std::string_view part) {
        return std::any_of(
            cell.statements.begin(), cell.statements.end(), [&](auto const& x) { return text_measures::holds(x.text, part); });
    }

    /// Checks of the comparison's words that a grid satisfies in its own way, and that are decided anew below.
    bool is_decided_here(audit_finding const& f) const {
        switch (f.check) {
            case audit_check::a3:
            case audit_check::b4:
            case audit_check::c5:
            case audit_check::c10:
            case audit_check::c12:
            case audit_check::d1:
            case audit_check::d3: return true;
            case audit_check::d5: return !f.claim;
            default: return false;
        }
    }

    void frame() {
        auto const head = [&](message m) {
            return std::any_of(s_.head.begin(), s_.head.end(), [&](auto const& line) { return line.find(l_[m]) != line.npos; });
        };
        if (!head(selection_of(g_))) find(audit_check::a3);
        if (!head(message::plain_order)) find(audit_check::b4);
    }

    /// Every number of people on the table's one denominator; no measure that is not a number of people.
    void measures(std::string_view t, std::uint32_t row, std::uint32_t column) {
        if (text_measures::has_word(t, g_.of == denominator::hundred ? "1000" : "100")) find(audit_check::c1, row, column);
        auto const form = [&](message m) {
            auto const f = l_[m];
            return f.substr(0, f.find(' '));
        };
        for (auto const& a : text_measures::abbreviations(t)) {
            if (a == form(message::measure_risk_ratio) || a == form(message::measure_odds_ratio) ||
                a == form(message::measure_hazard_ratio))
                find(audit_check::c6, row, column);
            if (a == form(message::measure_standardised_mean_difference)) find(audit_check::c10, row, column);
        }
    }

    void figure(sheet_statement const& x, statement const& s, std::uint32_t row, std::uint32_t column) {
        auto const* f = g_.figure(s.claim);
        if (f == nullptr || (s.first && !table_detail::tells_figure(kb_, s.claim))) return;
        auto const& t = x.text;
        auto const all = static_cast<std::int32_t>(g_.of);
        auto const has = [&](std::int64_t n) { return text_measures::has_word(t, std::to_string(n)); };
        bool const arms = f->as == told_as::both_arms || f->as == told_as::one_arm;
        bool const little = f->with == 0 && text_measures::holds(t, l_[message::below_one]) && has(all - 1);
        if (arms && !little && !(has(f->with) && has(all - f->with))) find(audit_check::b7, row, column, s.claim);
        if (f->as == told_as::difference && !has(f->more < 0 ? -f->more : f->more) && f->more != 0)
            find(audit_check::c13, row, column, s.claim);
        if (f->crosses_no_effect && !text_measures::holds(t, l_[message::crosses_no_effect]))
            find(audit_check::c8, row, column, s.claim);
        bool const worked_out = !grid_numbers{g_, l_}.note(*f).empty();
        if (worked_out && x.footnotes.empty()) find(audit_check::c10, row, column, s.claim);
        certain(t, *f, s, row, column);
    }
    /// The rating in the body's word, here or in the row of ratings; the wording that its grade asks, and none where bodies
    /// differ.
    void certain(std::string_view t, grid_figure const& f, statement const& s, std::uint32_t row, std::uint32_t column) {
        auto const rated = certainty(kb_, s.claim);
        auto const ratings = column_of(question::certainty);
        bool const beside = s.facet == facet::benefit && ratings != no_number && says(cell(row, ratings), rated);
        if (!rated.empty() && !beside && !text_measures::holds(t, rated)) find(audit_check::d1, row, column, s.claim);
        if (f.rated_apart && !text_measures::holds(t, l_[message::plain_rated_apart]))
            find(audit_check::d3, row, column, s.claim);
        auto const right = grid_numbers{g_, l_}.how_sure(f);
        if (!right.empty() && !text_measures::holds(t, right)) find(audit_check::d3, row, column, s.claim);
        if (auto const* graded = grade_statements_of(l_); graded != nullptr && right.empty())
            for (auto m : {words_of_audit(l_).moderate, words_of_audit(l_).low})
                if (text_measures::has_one_of(
                        text_measures::without(t, {kb_.name(kb_.object(s.claim)), kb_.name(kb_.subject(s.claim))}), m))
                    find(audit_check::d3, row, column, s.claim);
    }

    void cell_of(std::uint32_t row, std::uint32_t column) {
        auto const& x = cell(row, column);
        auto const& asked = c_.at(row, column);
        for (auto const& told : x.statements) {
            measures(told.text, row, column);
            std::vector<statement> figures;
            for (auto const& s : c_.shown_in(asked)) {
                if (!kb_.is<affects>(s.claim) ||
                    std::find(told.claims.begin(), told.claims.end(), claim_key_of(kb_, s.claim)) == told.claims.end())
                    continue;
                if (table_detail::tells_figure(kb_, s.claim)) figures.push_back(s);
                // A result in two measures is told once, by the first of them.
                if (told.claims.front() == claim_key_of(kb_, s.claim)) figure(told, s, row, column);
            }
            for (std::size_t i = 1; i < figures.size(); ++i)
                if (!table_detail::is_one_result(kb_, figures[0].claim, figures[i].claim)) find(audit_check::c5, row, column);
        }
        bool const claims = c_.preset.columns[column].content == column_content::claims;
        if (claims && asked.state == cell_state::disagree && !says(x, l_[message::sources_disagree]))
            find(audit_check::d5, row, column);
    }

public:
    grid_word_auditor(sheet const& turned, option_grid const& g, language const& l)
        : s_{turned_back(turned)}, g_{g}, c_{g.table}, kb_{g.table.base}, l_{l} {}

    std::vector<audit_finding> run() {
        if (c_.rows.empty()) return {};
        found_ = audit(s_, c_, l_, layer::plain);
        std::erase_if(found_, [&](audit_finding const& f) { return is_decided_here(f); });
        if (std::any_of(found_.begin(), found_.end(), [](auto const& f) { return f.check == audit_check::b1; }))
            return std::move(found_);
        frame();
        for (auto const& line : s_.head) measures(line, no_number, no_number);
        for (std::uint32_t r = 0; r != c_.rows.size(); ++r)
            for (std::uint32_t i = 1; i != g_.questions.size(); ++i) cell_of(r, i);
        return std::move(found_);
    }
};

}  // namespace audit_detail

/// What the printed grid does not satisfy; `turned` is `lay_out(grid, l)`, questions as rows. The checks on its value are
/// `audit(grid)`.
[[nodiscard]] inline std::vector<audit_finding> audit(sheet const& turned, option_grid const& grid, language const& l = english) {
    if (grid.table.base.entity_count() == 0) return {{audit_check::b1, severity::error, no_number, no_number, {}}};
    return audit_detail::grid_word_auditor{turned, grid, l}.run();
}

/// The findings on the value of a grid and on its words, errors first, then by check, option and question; each once.
[[nodiscard]] inline std::vector<audit_finding> audit_all(
    option_grid const& grid, sheet const& turned, language const& l = english) {
    auto all = audit(grid);
    auto const printed = audit(turned, grid, l);
    all.insert(all.end(), printed.begin(), printed.end());
    auto const key = [](audit_finding const& f) { return std::tuple{f.severity, f.check, f.row, f.column, f.claim}; };
    std::sort(all.begin(), all.end(), [&](audit_finding const& a, audit_finding const& b) { return key(a) < key(b); });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace treatise::inline v0_3
