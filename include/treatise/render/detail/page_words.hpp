// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/characters.hpp>
#include <treatise/render/detail/width.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <string>
#include <string_view>
#include <vector>

// The words of a page, each as wide as it prints.
namespace treatise::inline v0_3::render_detail {

inline constexpr unsigned further_lines_in = 1;  // how far the second line of a statement stands in

/// A word as it is printed; it may hold a space that must not break.
struct printed_word {
    std::string text{};
    unsigned width = 0;
    bool bold = false;
};
using word_run = std::vector<printed_word>;
/// What begins on a line of its own, line by line.
using paragraphs = std::vector<word_run>;

inline void append_words(word_run& out, std::string_view text, bool bold = false) {
    bool open = false;
    auto first = out.size();
    each_printed(text, [&](character c, std::string_view bytes) {
        if (c.value == U' ') {
            open = false;
        } else {
            if (!open) out.push_back({{}, 0, bold});
            open = true;
            out.back().text += bytes;
        }
    });
    for (; first != out.size(); ++first) out[first].width = display_width(out[first].text);
}

[[nodiscard]] inline word_run words_of_text(std::string_view text) {
    word_run made;
    append_words(made, text);
    return made;
}

/// Behind the last word, without a space: a sign, a full stop.
inline void glue(word_run& out, std::string_view text) {
    if (out.empty()) out.push_back({});
    out.back().text += text;
    out.back().width += display_width(text);
}

/// A statement with the numbers of its sources and its mark.
inline void append_statement(word_run& out, sheet const& s, sheet_statement const& statement, bool ascii) {
    append_words(out, statement.text, statement.is_warning);
    append_words(out, numbers_behind(s, statement), statement.is_warning);
    if (!statement.interest) return;
    if (ascii)
        append_words(out, s.interest_word, statement.is_warning);
    else
        glue(out, interest_sign);
}

[[nodiscard]] inline paragraphs words_of_cell(sheet const& s, sheet_cell const& cell, bool ascii) {
    paragraphs made;
    each_statement(cell, [&](sheet_statement const& statement, bool goes_on) {
        if (!goes_on || made.empty())
            made.emplace_back();
        else
            glue(made.back(), ";");
        append_statement(made.back(), s, statement, ascii);
    });
    return made;
}

}  // namespace treatise::inline v0_3::render_detail
