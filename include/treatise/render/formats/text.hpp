// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/ascii.hpp>
#include <treatise/render/detail/characters.hpp>
#include <treatise/render/detail/page_columns.hpp>
#include <treatise/render/detail/transpose.hpp>
#include <treatise/render/detail/width.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

struct text_options {
    unsigned width = 140;    ///< of a line, in columns of the terminal; below 40 counts as 40
    bool ascii = false;      ///< ASCII alone: marks as words, plain punctuation, letters without accents
    bool colour = false;     ///< warnings in bold, by escape sequences of terminals
    bool transpose = false;  ///< options as columns
};

namespace render_detail {

struct printed_line {
    std::string text;
    unsigned width = 0;
};
using printed_lines = std::vector<printed_line>;

/// The words in lines of at most `width` columns; `lead` before the first, as many spaces as `hang` before the others.
///
/// Only a word longer than a line is broken.
inline void wrap(printed_lines& out, words const& text, unsigned width, std::string_view lead, unsigned hang, bool colour) {
    printed_line line{std::string{lead}, display_width(lead)};
    bool empty = true, bold = false;
    auto const close = [&] {
        if (bold) line.text += "\x1b[0m";
        bold = false;
        out.push_back(std::move(line));
        line = {std::string(hang, ' '), hang};
        empty = true;
    };
    for (auto const& w : text) {
        if (!empty && line.width + 1 + w.width > width) close();
        if (!empty) {
            if (bold && !w.bold) line.text += "\x1b[0m";
            bold = bold && w.bold;
            line.text += ' ';
            ++line.width;
        }
        for (std::string_view rest = w.text; !rest.empty(); empty = false) {
            if (!empty && line.width + display_width(rest) > width) close();
            auto const piece =
                rest.substr(0, line.width + display_width(rest) > width ? bytes_that_fit(rest, width - line.width) : rest.size());
            if (colour && w.bold && !bold) line.text += "\x1b[1m";
            bold = colour && w.bold;
            line.text += piece;
            line.width += display_width(piece);
            rest.remove_prefix(piece.size());
        }
    }
    if (!empty) close();
}

/// Builds the page, line by line.
class text_page {
    sheet const& sheet_;
    text_options options_;
    std::vector<sheet_section> sections_;
    std::string out_{};

public:
    text_page(sheet const& s, text_options o) : sheet_{s}, options_{o}, sections_{printed_sections(s, o.ascii ? " - " : " · ")} {}

    std::string write() && {
        title();
        paragraph(sheet_.notice);
        blank();
        for (auto const& p : sheet_.head) paragraph(p);
        blank();
        table();
        blank();
        for (auto const& p : sheet_.after) paragraph(p);
        blank();
        legend();
        std::vector<words> notes;
        for (std::size_t i = 0; i != sheet_.footnotes.size(); ++i)
            notes.push_back(words_of_text("[" + footnote_label(i) + "] " + sheet_.footnotes[i]));
        flow(notes);
        for (auto const& p : sheet_.counts) paragraph(p);
        blank();
        sources();
        return std::move(out_);
    }

private:
    void line(std::string_view text) { out_.append(text.substr(0, text.find_last_not_of(' ') + 1)).append("\n"); }
    void blank() {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
    }
    void paragraph(std::string_view text, unsigned hang = 0) { print(words_of_text(text), "", hang); }
    void print(words const& text, std::string_view lead, unsigned hang) {
        printed_lines lines;
        wrap(lines, text, options_.width, lead, hang, options_.colour);
        for (auto const& l : lines) line(l.text);
    }

    /// The edition stands at the right where there is room.
    void title() {
        auto const title = printed(sheet_.title);
        auto used = display_width(title);
        bool const beside =
            !sheet_.edition.empty() && used + column_gap + display_width(printed(sheet_.edition[0])) <= options_.width;
        if (!beside) paragraph(title);
        for (std::size_t i = 0; i != sheet_.edition.size(); ++i) {
            auto const edition = printed(sheet_.edition[i]);
            auto const width = display_width(edition);
            if (beside && used + width <= options_.width)
                line((i == 0 ? title : "") + std::string(options_.width - used - width, ' ') + edition);
            else
                paragraph(edition);
            used = 0;
        }
    }

    /// Short pieces one behind the other, three spaces between them; a piece starts a new line where it does not fit.
    void flow(std::vector<words> const& pieces) {
        std::string now;
        unsigned used = 0;
        for (auto const& piece : pieces) {
            printed_lines lines;
            wrap(lines, piece, options_.width, "", 0, false);
            if (lines.empty()) continue;
            if (used != 0 && (lines.size() > 1 || used + 3 + lines[0].width > options_.width)) {
                line(now);
                now.clear();
                used = 0;
            }
            for (std::size_t i = 0; i + 1 < lines.size(); ++i) line(lines[i].text);
            now.append(used == 0 ? "" : "   ").append(lines.back().text);
            used += (used == 0 ? 0 : 3) + lines.back().width;
        }
        if (used != 0) line(now);
    }

    void legend() {
        std::vector<words> pieces;
        for (auto const& entry : sheet_.legend) {
            auto sign = printed(entry.sign);
            if (options_.ascii)
                if (auto const m = mark_of(entry); m) sign = ascii_signs_of(sheet_)[*m];
            auto& piece = pieces.emplace_back();
            append_words(piece, sign);
            glue(piece, display_width(sign) <= 2 ? " " : ":");
            append_words(piece, entry.meaning);
        }
        flow(pieces);
    }

    void sources() {
        words all;
        append_words(all, sheet_.sources_heading);
        if (!all.empty()) glue(all, ":");
        for (std::size_t i = 0; i != sheet_.sources.size(); ++i) {
            auto const& source = sheet_.sources[i];
            if (i != 0) append_words(all, options_.ascii ? "-" : "·");
            append_words(all, source_lead(sheet_, i) + source.label);
            if (!source.citation.empty()) {
                glue(all, ":");
                append_words(all, source.citation);
            }
            append_words(all, source.link);
            if (!source.interest.empty()) {
                append_words(all, options_.ascii ? ascii_signs_of(sheet_).interest : mark_signs{}.interest);
                append_words(all, source.interest);
            }
        }
        print(all, "", 0);
    }

    void section(std::string_view heading) {
        if (heading.empty()) return;
        printed_lines lines;
        wrap(lines, words_of_text(heading), options_.width, "-- ", 3, false);
        if (lines.empty()) return;  // nothing but blanks
        auto& last = lines.back();
        if (last.width + 2 <= options_.width) last.text.append(" ").append(options_.width - last.width - 1, '-');
        for (auto const& l : lines) line(l.text);
    }

    void table() {
        std::vector<text_row> rows;
        text_row headings;
        for (auto const& h : sheet_.columns) headings.cells.push_back(words_of_text(h));
        for (auto const& section : sections_)
            for (auto const& row : section.rows) rows.push_back(row_of(sheet_, row, options_.ascii));
        if (auto const stacks = stacks_of(sheet_, options_.width, options_.transpose); stacks.empty()) {
            each_row(rows, [&](text_row const& row) { block(headings, row); });
        } else {
            rows.push_back(std::move(headings));  // they are as wide as a row
            auto const widths = widths_of(sheet_, rows, stacks, options_.width);
            print(rows.back(), stacks, widths);
            line(std::string(options_.width, '='));
            bool first = true;
            each_row(rows, [&](text_row const& row) {
                if (options_.transpose && !std::exchange(first, false)) line(std::string(options_.width, '-'));
                print(row, stacks, widths);
            });
        }
    }

    template <class F>
    void each_row(std::vector<text_row> const& rows, F f) {
        auto next = rows.begin();
        for (auto const& s : sections_) {
            section(s.heading);
            for (std::size_t i = 0; i != s.rows.size(); ++i) f(*next++);
        }
    }

    void print(text_row const& row, std::vector<stack> const& stacks, std::vector<unsigned> const& widths) {
        std::vector<printed_lines> columns;
        std::size_t height = 0;
        for (std::size_t i = 0; i != stacks.size(); ++i) {
            auto& lines = columns.emplace_back();
            for (auto c : stacks[i]) {
                auto const lead = c == 0 ? row.lead : c == stacks[i].front() ? "" : under;
                if (!row.cells[c].empty())
                    wrap(lines, row.cells[c], widths[i], lead, c != 0 && lead.empty() ? 0 : row_hang, options_.colour);
            }
            height = (std::max)(height, lines.size());
        }
        for (std::size_t l = 0; l != height; ++l) {
            std::string made;
            unsigned missing = 0;
            for (std::size_t i = 0; i != columns.size(); ++i) {
                bool const has = l < columns[i].size();
                if (has) made.append(missing, ' ').append(columns[i][l].text);
                missing = (has ? widths[i] - columns[i][l].width : missing + widths[i]) + column_gap;
            }
            line(made);
        }
    }

    /// A row on a narrow page: its name, then a heading and what is under it line by line.
    void block(text_row const& headings, text_row const& row) {
        unsigned key = 0;
        for (std::size_t c = 1; c < headings.cells.size(); ++c) {
            unsigned width = 0;
            for (auto const& w : headings.cells[c]) width += w.width + (width == 0 ? 0 : 1);
            key = (std::max)(key, width);
        }
        key = (std::min)(key, options_.width * 2 / 5) + row_hang;
        print(row.cells.empty() ? words{} : row.cells[0], row.lead, row_hang);
        for (std::size_t c = 1; c < headings.cells.size(); ++c) {
            printed_lines left, right;
            wrap(left, headings.cells[c], key, "  ", 2 * row_hang, false);
            wrap(right, row.cells[c], options_.width - key - column_gap, "", 0, options_.colour);
            for (std::size_t l = 0; l != (std::max)(left.size(), right.size()); ++l) {
                auto made = l < left.size() ? left[l] : printed_line{};
                if (l < right.size()) made.text.append(key + column_gap - made.width, ' ').append(right[l].text);
                line(made.text);
            }
        }
        blank();
    }
};

}  // namespace render_detail

/// The table for a terminal: no line longer than `width`, no cell cut, no column left out.
///
/// From 110 columns on, each column stands by itself; on a narrower page cells stand under each other behind a `~`, and where
/// even that is too narrow each row is a block of headings and cells. The words are the same at every width.
inline std::string plain_text(sheet const& s, text_options options = {}) {
    options.width = (std::max)(options.width, 40u);
    if (!options.transpose && !options.ascii) return render_detail::text_page{s, options}.write();
    auto changed = options.transpose ? transposed(s, options.ascii ? ascii_signs_of(s) : mark_signs{}) : s;
    if (options.ascii) changed = render_detail::in_ascii(std::move(changed));
    return render_detail::text_page{changed, options}.write();
}

}  // namespace treatise::inline v0_3
