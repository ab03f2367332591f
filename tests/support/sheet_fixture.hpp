// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/sheet.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

// Three sheets by hand: a table as an educator would hand it out, one for patients, and one with everything that breaks formats.
namespace sheets {

using treatise::cell_state;
using treatise::sheet;
using treatise::sheet_cell;
using treatise::sheet_row;
using treatise::sheet_statement;

sheet_statement says(std::string text, std::vector<std::uint32_t> sources = {});
sheet_statement warns(std::string text, std::vector<std::uint32_t> sources = {});
/// The same, on the line of the statement before it.
sheet_statement goes_on(sheet_statement s);
sheet_statement sold(sheet_statement s);
sheet_cell cell(std::vector<sheet_statement> statements, cell_state state = cell_state::reported, std::string lead = {});
sheet_cell not_reported();

/// Three treatments of painful diabetic neuropathy, as the overview prints them.
sheet handout();
/// Two treatments across, in plain words, with numbers of people.
sheet for_patients();
/// Names and texts that break a format which does not escape them.
sheet nasty();

}  // namespace sheets
