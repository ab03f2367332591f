// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <cstddef>
#include <string>
#include <utility>

namespace treatise::inline v0_3 {

/// The same sheet with options as columns, what was asked of them as rows; the kinds of therapy become the first row.
///
/// Signs and footnotes of an option's name stand in its heading as text.
inline sheet transposed(sheet s, mark_signs const& signs = {}) {
    auto const sections = std::move(s.sections);
    auto const headings = std::move(s.columns);
    auto const keys = std::move(s.column_keys);
    s.columns.assign(1, headings.empty() ? std::string{} : headings[0]);
    s.column_keys.assign(1, keys.empty() ? std::string{} : keys[0]);
    s.sections.assign(1, {});
    auto& rows = s.sections[0].rows;

    sheet_row therapy_kinds{row_role::alone, "kind", std::vector<sheet_cell>(1)};
    bool has_kinds = false;
    for (auto const& section : sections)
        for (auto const& row : section.rows) {
            s.columns.push_back(std::string{render_detail::lead_of(row)} + cell_text(s, cell_at(row, 0), signs));
            s.column_keys.push_back(row.key);
            auto& kind = therapy_kinds.cells.emplace_back();
            kind.state = cell_state::reported;
            if (!section.heading.empty()) kind.statements.push_back({section.heading, {}, {}, false, {}});
            has_kinds = has_kinds || !section.heading.empty();
        }
    if (has_kinds) rows.push_back(std::move(therapy_kinds));

    for (std::size_t column = 1; column < headings.size(); ++column) {
        auto& made = rows.emplace_back(sheet_row{row_role::alone, column < keys.size() ? keys[column] : std::string{}, {}});
        sheet_cell heading{cell_state::reported, {{headings[column], {}, {}, false, {}}}, 0};
        made.cells.push_back(std::move(heading));
        for (auto const& section : sections)
            for (auto const& row : section.rows) made.cells.push_back(cell_at(row, column));
    }
    return s;
}

}  // namespace treatise::inline v0_3
