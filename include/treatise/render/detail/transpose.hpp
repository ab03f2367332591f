// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <cstddef>
#include <string>
#include <utility>

namespace treatise::inline v0_3 {

namespace render_detail {

/// The headings of sections as a row of their own; false where there is none.
[[nodiscard]] inline bool section_row(sheet_row& to, std::vector<sheet_section> const& sections) {
    bool any = false;
    to.key = "section";
    to.cells.resize(1);
    for (auto const& section : sections)
        for (std::size_t r = 0; r != section.rows.size(); ++r) {
            auto& cell = to.cells.emplace_back();
            cell.state = cell_state::reported;
            if (!section.heading.empty()) cell.statements.emplace_back(section.heading);
            any = any || !section.heading.empty();
        }
    return any;
}

}  // namespace render_detail

/// The same sheet with options as columns, what was asked of them as rows; headings of sections become the first row.
[[nodiscard]] inline sheet transposed(sheet s) {
    auto const sections = std::move(s.sections);
    auto const headings = std::move(s.columns);
    auto const keys = std::move(s.column_keys);
    s.options_across = !s.options_across;
    s.columns.assign(1, headings.empty() ? std::string{} : headings[0]);
    s.column_keys.assign(1, keys.empty() ? std::string{} : keys[0]);
    s.sections.assign(1, {});
    auto& rows = s.sections[0].rows;
    for (auto const& section : sections)
        for (auto const& row : section.rows) {
            s.columns.push_back(cell_text(s, cell_at(row, 0), ", "));
            s.column_keys.push_back(row.key);
        }
    if (sheet_row heads; render_detail::section_row(heads, sections)) rows.push_back(std::move(heads));
    for (std::size_t column = 1; column < headings.size(); ++column) {
        auto& made = rows.emplace_back(sheet_row{column < keys.size() ? keys[column] : std::string{}, {}});
        auto& heading = made.cells.emplace_back();
        heading.state = cell_state::reported;
        heading.statements.emplace_back(headings[column]);
        for (auto const& section : sections)
            for (auto const& row : section.rows) made.cells.push_back(cell_at(row, column));
    }
    return s;
}

}  // namespace treatise::inline v0_3
