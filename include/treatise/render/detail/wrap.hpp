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

/// Puts words into lines of at most `width` columns; only a word longer than a line is broken.
class line_wrapper {
    printed_lines& out_;
    printed_line line_;
    unsigned width_, in_;
    bool colour_, empty_ = true, bold_ = false;

    void put(std::string_view piece, bool is_bold) {
        if (colour_ && is_bold && !bold_) line_.text += "\x1b[1m";
        bold_ = colour_ && is_bold;
        line_.text += piece;
        line_.width += display_width(piece);
        empty_ = false;
    }
    void space_before(printed_word const& w) {
        if (bold_ && !w.bold) line_.text += "\x1b[0m";
        bold_ = bold_ && w.bold;
        line_.text += ' ';
        ++line_.width;
    }
    bool overflows(std::string_view text) const { return line_.width + display_width(text) > width_; }

public:
    line_wrapper(printed_lines& out, unsigned width, std::string_view lead, unsigned in, bool colour)
        : out_{out}, line_{std::string{lead}, display_width(lead)}, width_{width}, in_{in}, colour_{colour} {}

    void add(printed_word const& w) {
        if (!empty_ && line_.width + 1 + w.width > width_) close();
        if (!empty_) space_before(w);
        for (std::string_view rest = w.text; !rest.empty();) {
            if (!empty_ && overflows(rest) && w.width > width_ - in_) close();
            auto const piece = rest.substr(0, overflows(rest) ? bytes_that_fit(rest, width_ - line_.width) : rest.size());
            put(piece, w.bold);
            rest.remove_prefix(piece.size());
        }
    }
    void close() {
        if (empty_) return;
        if (bold_) line_.text += "\x1b[0m";
        bold_ = false;
        out_.push_back(std::move(line_));
        line_ = {std::string(in_, ' '), in_};
        empty_ = true;
    }
};

/// The words in lines of at most `width` columns; `lead` before the first, as many spaces as `in` before the others.
inline void wrap(printed_lines& out, word_run const& text, unsigned width, std::string_view lead, unsigned in, bool colour) {
    line_wrapper lines{out, width, lead, in, colour};
    for (auto const& w : text) lines.add(w);
    lines.close();
}

}  // namespace treatise::inline v0_3::render_detail
