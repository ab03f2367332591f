// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

// What each format of a table may be asked.
namespace treatise::inline v0_3 {

struct text_options {
    unsigned width = 140;    ///< of a line, in columns of the terminal; below 40 counts as 40
    bool ascii = false;      ///< ASCII alone: marks as words, plain punctuation, letters without accents
    bool colour = false;     ///< warnings in bold, by escape sequences of terminals
    bool transpose = false;  ///< options as columns
};

struct html_options {
    std::string_view prefix{};  ///< of the ids in it; an empty one is made from the title and the edition
};

struct latex_options {
    bool document =
        true;  ///< a whole document; otherwise a part of one with T1 fonts, array and booktabs, also for a frame of beamer
};

struct csv_options {
    /// An apostrophe before what a spreadsheet would take for a formula: a field that begins with = + - @, also of full width,
    /// behind blanks and marks that nobody sees, or with a tab or line break.
    bool formula_guard = true;
    bool byte_order_mark = false;  ///< in front, for programs that otherwise do not read UTF-8
};

/// What a caller who does not know the format may ask of it; a format leaves alone what it does not take.
struct page_options {
    unsigned width = 140;  ///< of a line, in columns of the terminal; below 40 counts as 40
    bool ascii = false;  ///< ASCII alone: marks as words, plain punctuation, letters without accents
    bool colour = false;  ///< by escape sequences of terminals
    bool transpose = false;  ///< options as columns
    bool fragment = false;  ///< a part to paste instead of a whole page
    bool byte_order_mark = false;  ///< in front, for spreadsheets
};

}  // namespace treatise::inline v0_3
