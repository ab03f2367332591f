// SPDX-License-Identifier: BSL-1.0
#pragma once

// A table cut down to one cell, printed in every format: what stands in the text is what the cell says, and nothing that a
// head, a legend or a count says beside it.

#include <treatise/render/sheet.hpp>
#include <treatise/table/comparison.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace one_cell {

/// The comparison of one option in one column: a therapy, or a class with the therapies listed under it.
treatise::comparison of(treatise::knowledge_base const& kb, std::string_view cause, std::string_view option,
    treatise::column const& column = treatise::columns::benefit);
treatise::cell const& cell(treatise::comparison const& c);

treatise::sheet sheet(treatise::comparison const& c);

/// What stands between the tags: without classes, addresses and styles, and so without colour.
std::string without_tags(std::string_view html);

struct print {
    std::string_view format;
    std::string text;
};
std::vector<print> every_format(treatise::sheet const& s);

/// The text on one line, with single blanks: a wrapped line is no other text.
std::string unwrapped(std::string_view text);

}  // namespace one_cell
