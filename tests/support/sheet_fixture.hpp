// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/sheet.hpp>

#include <cstdint>
#include <string>
#include <vector>

// Two sheets by hand: a table as an educator would hand it out, and one with everything that breaks formats.
namespace sheets {

using treatise::cell_state;
using treatise::mark;
using treatise::row_role;
using treatise::sheet;
using treatise::sheet_cell;
using treatise::sheet_row;
using treatise::sheet_statement;

sheet_statement says(std::string text, std::vector<mark> marks = {}, std::vector<std::uint32_t> footnotes = {});
sheet_statement warns(std::string text, std::vector<mark> marks = {});
sheet_cell cell(std::vector<sheet_statement> statements, std::uint32_t more = 0, cell_state state = cell_state::reported);
sheet_cell not_reported();
sheet_cell see(std::string text);

inline constexpr auto wider = mark::wider, interest = mark::interest, differs = mark::differs, pooled = mark::pooled;

/// The golden sketch of painful diabetic neuropathy.
sheet handout();
/// Names and texts that break a format which does not escape them.
sheet nasty();

}  // namespace sheets
