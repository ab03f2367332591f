// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/ascii.hpp>
#include <treatise/render/detail/characters.hpp>
#include <treatise/render/detail/page_columns.hpp>
#include <treatise/render/detail/transpose.hpp>
#include <treatise/render/detail/width.hpp>
#include <treatise/render/detail/wrap.hpp>
#include <treatise/render/format_options.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace render_detail {

/// Builds the page, line by line.
class text_page {
    sheet const& sheet_;
    text_options options_;
    std::string out_{};

public:
    text_page(sheet const& s, text_options o) : sheet_{s}, options_{o} {}

    std::string write() && {
        paragraph(sheet_.title);
        for (auto const& p : sheet_.head) paragraph(p);
        for (auto const& p : sheet_.fixed) paragraph(p);
        blank();
        table();
        for (auto const& b : sheet_.blocks) block(b);
        blank();
        legend();
        blank();
        sources();
        blank();
        behind();
        return std::move(out_);
    }

private:
    void line(std::string_view text) { out_.append(text.substr(0, text.find_last_not_of(' ') + 1)).append("\n"); }
    void blank() {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
    }
    void paragraph(std::string_view text, unsigned in = 0) { print(words_of_text(text), "", in); }
    void print(word_run const& text, std::string_view lead, unsigned in) {
        printed_lines lines;
        wrap(lines, text, options_.width, lead, in, options_.colour);
        for (auto const& l : lines) line(l.text);
    }

    void block(sheet_block const& b) {
        blank();
        if (!b.heading.empty()) paragraph(b.heading);
        word_run now;
        for (auto const& s : b.lines) {
            if (!now.empty() && s.goes_on) {
                glue(now, ";");
            } else {
                print(now, "", 2);
                now.clear();
            }
            append_statement(now, sheet_, s, options_.ascii);
        }
        print(now, "", 2);
    }

    /// Short pieces one behind the other, three spaces between them; a piece starts a new line where it does not fit.
    void flow(std::vector<word_run> const& pieces) {
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
        std::vector<word_run> pieces;
        for (auto const& entry : sheet_.legend) {
            auto const sign = options_.ascii && entry.sign == interest_sign ? sheet_.interest_word : printed(entry.sign);
            auto& piece = pieces.emplace_back();
            append_words(piece, sign);
            glue(piece, display_width(sign) <= 2 ? " " : ":");
            append_words(piece, entry.meaning);
        }
        flow(pieces);
    }

    void sources() {
        if (sheet_.sources.empty()) return;
        paragraph(sheet_.sources_heading);
        for (std::size_t i = 0; i != sheet_.sources.size(); ++i) {
            auto const& source = sheet_.sources[i];
            word_run all;
            append_words(all, source_lead(sheet_, i) + source.label);
            if (!source.citation.empty()) {
                glue(all, ":");
                append_words(all, source.citation);
            }
            append_words(all, source.link);
            if (!source.interest.empty()) {
                append_words(all, options_.ascii ? sheet_.interest_word : std::string{interest_sign});
                append_words(all, source.interest);
            }
            print(all, "", 2);
        }
    }

    void behind() {
        word_run all;
        if (sheet_.behind.empty()) return;
        append_words(all, sheet_.behind_heading);
        if (!all.empty()) glue(all, ":");
        for (auto const& p : sheet_.behind) append_words(all, p);
        print(all, "", 2);
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
        bool any = false;
        std::vector<text_row> rows{row_of_headings(sheet_)};
        for (auto const& s : sheet_.sections)
            for (auto const& row : s.rows) rows.push_back(row_of(sheet_, row, options_.ascii)), any = true;
        if (!any) return;
        bool const columns = fits(sheet_.columns.size(), options_.width);
        auto const widths =
            columns ? widths_of(rows, sheet_.columns.size(), options_.width, sheet_.options_across) : std::vector<unsigned>{};
        if (columns) {
            print(rows[0], widths);
            line(std::string(options_.width, '='));
        }
        std::size_t next = 1;
        for (auto const& s : sheet_.sections) {
            section(s.heading);
            for (std::size_t i = 0; i != s.rows.size(); ++i, ++next) {
                if (columns && i != 0) line({});
                if (columns)
                    print(rows[next], widths);
                else
                    stacked(rows[0], rows[next]);
            }
        }
    }

    /// The lines of a cell; the first column is the row's, whose further lines stand in.
    printed_lines lines_of(paragraphs const& cell, unsigned width, bool names) const {
        printed_lines lines;
        for (std::size_t i = 0; i != cell.size(); ++i)
            wrap(lines, cell[i], width, names && i != 0 ? " " : "", further_lines_in, options_.colour);
        return lines;
    }
    void print(text_row const& row, std::vector<unsigned> const& widths) {
        std::vector<printed_lines> columns;
        std::size_t height = 0;
        for (std::size_t c = 0; c != widths.size(); ++c) {
            columns.push_back(lines_of(row[c], widths[c], c == 0));
            height = (std::max)(height, columns.back().size());
        }
        for (std::size_t l = 0; l != height; ++l) {
            std::string made;
            unsigned missing = 0;
            for (std::size_t c = 0; c != columns.size(); ++c) {
                bool const has = l < columns[c].size();
                if (has) made.append(missing, ' ').append(columns[c][l].text);
                missing = (has ? widths[c] - columns[c][l].width : missing + widths[c]) + column_gap;
            }
            line(made);
        }
    }

    /// A row on a narrow page: its name, then a heading and what is under it.
    void stacked(text_row const& headings, text_row const& row) {
        for (auto const& p : row.empty() ? paragraphs{} : row[0]) print(p, "", 2);
        for (std::size_t c = 1; c < headings.size(); ++c)
            for (std::size_t i = 0; i != row[c].size(); ++i) {
                word_run all = i == 0 ? headings[c].front() : word_run{};
                if (!all.empty()) glue(all, ":");
                all.insert(all.end(), row[c][i].begin(), row[c][i].end());
                print(all, i == 0 ? "  " : "    ", 4);
            }
        blank();
    }
};

}  // namespace render_detail

/// The table for a terminal: no line longer than `width`, no cell cut, no column left out; where columns have no room each row is
/// a block of headings and cells. The words are the same at every width.
[[nodiscard]] inline std::string plain_text(sheet const& s, text_options options = {}) {
    options.width = (std::max)(options.width, 40u);
    if (!options.transpose && !options.ascii) return render_detail::text_page{s, options}.write();
    auto changed = options.transpose ? transposed(s) : s;
    if (options.ascii) changed = render_detail::in_ascii(std::move(changed));
    return render_detail::text_page{changed, options}.write();
}

}  // namespace treatise::inline v0_3
