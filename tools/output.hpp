// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "request.hpp"

#include <treatise/ask/problem.hpp>

#include <string>
#include <string_view>

namespace treatise::tool {

/// What was typed, as it may stand in a message.
inline std::string as_typed(std::string_view typed) { return quoted_for_message(typed); }

/// The width of the page: --width, the terminal's, COLUMNS, or 140.
unsigned page_width(request const&);

/// The same for running text: at most 100 unless --width says otherwise.
unsigned reading_width(request const&);

/// Whether to print in colour: where standard output is a terminal, and neither NO_COLOR nor --no-color says otherwise.
bool in_colour(request const&);

/// Writes the result to standard output, or whole to the file of --output.
void put(request const&, std::string_view text);

/// Whether standard error is a terminal, on which a line of progress can move.
bool complains_to_terminal();

/// Writes to standard error.
void complain(std::string_view text);
/// Writes a line of progress, with what moves on a terminal, to standard error.
void draw(std::string_view line);
/// Ends the program at a signal without leaving a half-written file behind.
void leave_no_parts();

/// Lets failed writes come back as errors instead of signals.
void keep_write_errors();

}  // namespace treatise::tool
