// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/page_words.hpp>
#include <treatise/render/detail/width.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Words in lines of a page.
namespace treatise::inline v0_3::render_detail {

struct printed_line {
    std::string text;
    unsigned width = 0;
};
using printed_lines = std::vector<printed_line>;

/// The words in lines of at most `width` columns; `lead` before the first, as many spaces as `in` before the others.
///
/// Only a word longer than a line is broken.
inline void wrap(printed_lines& out, word_run const& text, unsigned width, std::string_view lead, unsigned in, bool colour) {
    printed_line line{std::string{lead}, display_width(lead)};
    bool empty = true, bold = false;
    auto const close = [&] {
        if (bold) line.text += "\x1b[0m";
        bold = false;
        out.push_back(std::move(line));
        line = {std::string(in, ' '), in};
        empty = true;
    };
    auto const put = [&](std::string_view piece, bool is_bold) {
        if (colour && is_bold && !bold) line.text += "\x1b[1m";
        bold = colour && is_bold;
        line.text += piece;
        line.width += display_width(piece);
        empty = false;
    };
    for (auto const& w : text) {
        if (!empty && line.width + 1 + w.width > width) close();
        if (!empty) {
            if (bold && !w.bold) line.text += "\x1b[0m";
            bold = bold && w.bold;
            line.text += ' ';
            ++line.width;
        }
        for (std::string_view rest = w.text; !rest.empty();) {
            if (!empty && line.width + display_width(rest) > width && w.width > width - in) close();
            auto const piece =
                rest.substr(0, line.width + display_width(rest) > width ? bytes_that_fit(rest, width - line.width) : rest.size());
            put(piece, w.bold);
            rest.remove_prefix(piece.size());
        }
    }
    if (!empty) close();
}

}  // namespace treatise::inline v0_3::render_detail
