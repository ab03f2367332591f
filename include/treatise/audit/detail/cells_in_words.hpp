// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/run.hpp>
#include <treatise/render/sheet.hpp>

#include <cstdint>
#include <vector>

// Finds the cells of a comparison in the sheet that prints it, whichever way round it stands.
namespace treatise::inline v0_3::audit_detail {

/// The cells of a sheet by the row and column of its comparison; null where the sheet prints none, as the names of options that
/// stand as columns.
class printed_cells {
    std::vector<sheet_cell const*> at_{};
    std::uint32_t columns_ = 0;
    bool whole_ = true;

    void as_rows(sheet const& s, comparison const& c) {
        std::uint32_t r = 0;
        for (auto const& section : s.sections)
            for (auto const& row : section.rows) {
                whole_ = whole_ && r < c.rows.size() && row.cells.size() == columns_ && row.key == c.base.key(c.rows[r].option);
                for (std::uint32_t i = 0; whole_ && i != columns_; ++i) at_[r * columns_ + i] = &row.cells[i];
                ++r;
            }
        whole_ = whole_ && r == c.rows.size();
    }
    void as_columns(sheet const& s, comparison const& c) {
        for (std::uint32_t i = 1; i < columns_; ++i) {
            bool any = false;
            for (auto const& section : s.sections)
                for (auto const& row : section.rows) {
                    if (row.key != c.view.columns[i].key || row.cells.size() != c.rows.size() + 1) continue;
                    any = true;
                    for (std::uint32_t r = 0; r != c.rows.size(); ++r) at_[r * columns_ + i] = &row.cells[r + 1];
                }
            whole_ = whole_ && any;
        }
    }

public:
    printed_cells(sheet const& s, comparison const& c)
        : at_(c.rows.size() * c.view.columns.size(), nullptr), columns_{c.view.columns.size()} {
        whole_ = c.cells.size() == at_.size();
        if (s.options_across)
            as_columns(s, c);
        else
            as_rows(s, c);
    }
    [[nodiscard]] bool is_whole() const { return whole_; }
    [[nodiscard]] sheet_cell const* at(place p) const { return at_[p.row * columns_ + p.column]; }
};

}  // namespace treatise::inline v0_3::audit_detail
