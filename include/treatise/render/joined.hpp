// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/sheet.hpp>

#include <cstddef>
#include <string>
#include <string_view>

// What the writers share: how the statements of a cell become one text, and what stands behind them.
namespace treatise::inline v0_3 {

/// The number of a source, as statements refer to it and the list of sources carries it.
[[nodiscard]] inline std::string source_label(std::size_t number) { return '[' + std::to_string(number + 1) + ']'; }

/// What stands in front of a source in its list: nothing where no statement refers to it by number.
[[nodiscard]] inline std::string source_lead(sheet const& s, std::size_t number) {
    return s.numbered_sources ? source_label(number) + ' ' : std::string{};
}

/// The numbers behind a statement: " [1] [4]"; nothing where the sheet prints none.
[[nodiscard]] inline std::string numbers_behind(sheet const& s, sheet_statement const& statement) {
    std::string made;
    if (s.numbered_sources)
        for (auto n : statement.sources) made.append(" ").append(source_label(n));
    return made;
}

/// A cell of a row; an empty one where the row is too short.
[[nodiscard]] inline sheet_cell const& cell_at(sheet_row const& row, std::size_t column) {
    static sheet_cell const none;
    return column < row.cells.size() ? row.cells[column] : none;
}

/// Where the column of that key stands; behind the last where there is none.
[[nodiscard]] inline std::size_t place_of(sheet const& s, std::string_view key) {
    for (std::size_t c = 0; c != s.column_keys.size(); ++c)
        if (s.column_keys[c] == key) return c;
    return s.columns.size();
}

/// Calls `f(statement, goes_on)` for each statement of a cell, what leads and ends them as statements without a claim.
template <class F>
void each_statement(sheet_cell const& cell, F&& f) {
    if (!cell.lead.empty()) f(sheet_statement{cell.lead}, false);
    for (auto const& s : cell.statements) f(s, s.goes_on);
    for (auto const& r : cell.rest) f(sheet_statement{r}, false);
}

/// A cell as one text, nothing escaped: statements with the numbers of their sources, a line each.
[[nodiscard]] inline std::string cell_text(
    sheet const& s, sheet_cell const& cell, std::string_view line = "\n", std::string_view interest = interest_sign) {
    std::string made;
    each_statement(cell, [&](sheet_statement const& statement, bool goes_on) {
        if (!made.empty()) made.append(goes_on ? std::string_view{"; "} : line);
        made.append(statement.text).append(numbers_behind(s, statement));
        if (statement.interest) made.append(interest.size() > 3 ? " " : "").append(interest);
    });
    return made;
}

}  // namespace treatise::inline v0_3
