// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/render/detail/grid_cells.hpp>
#include <treatise/render/detail/transpose.hpp>
#include <treatise/render/formats/text.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/table/plain.hpp>
#include <treatise/words/abbreviations.hpp>
#include <treatise/words/english.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// The line that says which options stand in a grid.
[[nodiscard]] constexpr message selection_of(option_grid const& grid) {
    return grid.chosen ? message::plain_chosen : grid.table.asked_options ? message::plain_asked : message::plain_all;
}

namespace render_detail {

/// Turns an option grid into words. The frame that it shares with every table (edition, notice, sources, counts) is that of
/// its comparison.
class grid_sheet_maker {
    option_grid const& grid_;
    comparison const& table_;
    knowledge_base const& kb_;
    language const& l_;
    sheet out_;

    std::string heading_of(grid_question const& q) const {
        if (q.about) return say(l_, message::ask_outcome, {capital(std::string{kb_.name(q.about)})});
        return std::string{say(l_, q.asks)};
    }
    void head() {
        out_.title = say(l_, message::plain_title, {kb_.name(table_.asked)});
        out_.head.clear();
        auto const add = [&](std::string s) { out_.head.push_back(std::move(s)); };
        add(std::string{l_[message::plain_purpose]});
        if (table_.rows.empty()) {
            add(std::string{l_[message::no_rows]});
            return;
        }
        add(say(l_, message::plain_numbers, {std::to_string(static_cast<std::uint32_t>(grid_.of))}) + ' ' +
            std::string{l_[message::separate_trials]});
        add(std::string{l_[selection_of(grid_)]} + ' ' + std::string{l_[message::plain_order]});
        std::string unstated_all;
        for (std::size_t i = 0; i != unstated_count; ++i)
            if (table_.unstated[i] != 0)
                unstated_all.append(unstated_all.empty() ? "" : ", ")
                    .append(say(l_, static_cast<unstated>(i), table_.unstated[i]));
        if (!unstated_all.empty()) add(say(l_, message::unstated_head, {unstated_all}));
        if (table_.narrowed) add(std::string{l_[message::narrowed]});
    }
    void after() {
        out_.after.clear();
        auto const names = [&](std::vector<id<option>> const& all) {
            std::string s;
            for (auto o : all) append_part(s, inside(l_, kb_.name(o)));
            return s;
        };
        if (!table_.named.empty())
            out_.after.push_back(say(l_, message::plain_others, {std::to_string(table_.named.size()), names(table_.named)}));
        if (!table_.set_apart.empty()) out_.after.push_back(say(l_, message::set_apart, {names(table_.set_apart)}));
    }
    void legend(grid_cells const& cells) {
        out_.legend.clear();
        constexpr mark_signs signs;
        auto const entry = [&](bool used, std::string_view sign, message m) {
            if (used) out_.legend.push_back({std::string{sign}, std::string{l_[m]}});
        };
        entry(cells.wider, signs.wider, message::legend_wider);
        entry(cells.interest, signs.interest, message::legend_interest);
        entry(cells.differs, signs.differs, message::sources_disagree);
        entry(cells.boxed, l_[message::boxed_warning], message::legend_boxed);
        entry(true, l_[message::not_reported], message::legend_not_reported);
        abbreviated();
    }
    /// Every abbreviation that stands in the table, explained once: by the base's own names, or by the words of the language.
    void abbreviated() {
        std::vector<std::string> seen;
        auto const look = [&](std::string_view text) {
            for (auto const& a : text_measures::abbreviations(text)) {
                if (std::find(seen.begin(), seen.end(), a) != seen.end()) continue;
                seen.push_back(a);
                auto const meaning = expansion(kb_, l_, a);
                bool const there = std::any_of(
                    out_.legend.begin(), out_.legend.end(), [&](auto const& entry) { return entry.meaning == meaning; });
                if (!meaning.empty() && !there) out_.legend.push_back({a, std::string{meaning}});
            }
        };
        for (auto const* lines : {&out_.head, &out_.after, &out_.columns, &out_.footnotes})
            for (auto const& line : *lines) look(line);
        for (auto const& section : out_.sections)
            for (auto const& row : section.rows)
                for (auto const& cell : row.cells)
                    for (auto const& s : cell.statements) look(s.text);
    }

public:
    grid_sheet_maker(option_grid const& grid, language const& l)
        : grid_{grid}, table_{grid.table}, kb_{grid.table.base}, l_{l}, out_{lay_out(grid.table, l)} {}

    /// Options as rows, questions as columns, like the comparison.
    sheet run() {
        out_.footnotes.clear();
        grid_cells cells{grid_, l_, out_.footnotes};
        std::vector<sheet_row> rows;
        for (auto& section : out_.sections)
            for (auto& row : section.rows) rows.push_back(std::move(row));
        for (std::uint32_t r = 0; r != rows.size(); ++r)
            for (std::uint32_t c = 1; c < rows[r].cells.size(); ++c) rows[r].cells[c] = cells(r, c);
        out_.sections.assign(1, sheet_section{{}, std::move(rows)});
        if (table_.rows.empty()) out_.sections.clear(), out_.columns.resize(1), out_.column_keys.resize(1);
        for (std::uint32_t c = 0; c != out_.columns.size(); ++c) out_.columns[c] = heading_of(grid_.questions[c]);
        head();
        after();
        legend(cells);
        return std::move(out_);
    }
};

}  // namespace render_detail

/// The grid with options as rows, as the audit reads it.
[[nodiscard]] inline sheet options_as_rows(option_grid const& grid, language const& l) {
    return render_detail::grid_sheet_maker{grid, l}.run();
}

/// The option grid in words of a language, ready for every writer: questions as rows, options as columns.
[[nodiscard]] inline sheet lay_out(option_grid const& grid, language const& l = english) {
    return transposed(options_as_rows(grid, l));
}

/// The grid for a terminal: a table where each option has room for a column, else each question with a line an option.
inline std::string plain_text(option_grid const& grid, text_options options = {}, language const& l = english) {
    options.transpose = true;
    return plain_text(options_as_rows(grid, l), options);
}

}  // namespace treatise::inline v0_3
