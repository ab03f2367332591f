// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/page_words.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Where the cells of a table stand on a page, and how wide its columns are.
namespace treatise::inline v0_3::render_detail {

inline constexpr unsigned column_gap = 2;  // between columns
inline constexpr unsigned narrowest = 9;   // a column that holds numbers
inline constexpr unsigned roomy = 13;      // what columns need on the average

/// How many lines a wrapped text takes; many more where it would break a word that is not extremely long. Cheap, because it is
/// asked for many widths.
[[nodiscard]] inline unsigned lines_in(word_run const& text, unsigned width, unsigned lead = 0) {
    unsigned lines = text.empty() ? 0 : 1, used = lead;
    bool empty = true;
    for (auto const& w : text) {
        if (!empty && used + 1 + w.width > width) {
            ++lines;
            used = further_lines_in;
            empty = true;
        }
        used += w.width + (empty ? 0 : 1);
        empty = false;
        for (; used > width; used -= width - further_lines_in) lines += w.width <= 24 ? 100 : 1;
    }
    return lines;
}
/// What stands under the name of a row stands in.
[[nodiscard]] inline unsigned lines_in(paragraphs const& all, unsigned width, bool names) {
    unsigned lines = 0;
    for (std::size_t i = 0; i != all.size(); ++i) lines += lines_in(all[i], width, names && i != 0 ? further_lines_in : 0);
    return lines;
}

/// A row of the table: the words of each cell.
using text_row = std::vector<paragraphs>;

[[nodiscard]] inline text_row row_of(sheet const& s, sheet_row const& row, bool ascii) {
    text_row made;
    for (std::size_t c = 0; c != s.columns.size(); ++c) made.push_back(words_of_cell(s, cell_at(row, c), ascii));
    return made;
}
[[nodiscard]] inline text_row row_of_headings(sheet const& s) {
    text_row made;
    for (auto const& h : s.columns) made.push_back({words_of_text(h)});
    return made;
}

/// How many lines a table takes with columns of these widths.
[[nodiscard]] inline unsigned length_with(std::vector<text_row> const& rows, std::vector<unsigned> const& widths) {
    unsigned lines = 0;
    for (auto const& row : rows) {
        unsigned tallest = 0;
        for (std::size_t c = 0; c != widths.size(); ++c) tallest = (std::max)(tallest, lines_in(row[c], widths[c], c == 0));
        lines += tallest;
    }
    return lines;
}

/// Widths that share a page evenly.
[[nodiscard]] inline std::vector<unsigned> even_widths(std::size_t count, unsigned page) {
    auto const columns = static_cast<unsigned>(count);
    std::vector<unsigned> widths(count, (page + column_gap) / columns - column_gap);
    widths[0] += (page + column_gap) % columns;
    return widths;
}
[[nodiscard]] constexpr unsigned total_of(std::vector<unsigned> const& widths) {
    unsigned all = 0;
    for (auto w : widths) all += w + column_gap;
    return all - column_gap;
}
/// Widths in the proportion of what stands in the columns, none below `narrowest`.
[[nodiscard]] inline std::vector<unsigned> widths_by_content(
    std::vector<text_row> const& rows, std::size_t count, unsigned page) {
    std::vector<std::uint64_t> all(count, 1);
    std::uint64_t total = 0;
    for (std::size_t c = 0; c != count; ++c) {
        for (auto const& row : rows)
            for (auto const& p : row[c])
                for (auto const& w : p) all[c] += w.width + 1;
        total += all[c];
    }
    auto const gaps = column_gap * static_cast<unsigned>(count - 1), least = narrowest * static_cast<unsigned>(count);
    auto const free = page > gaps + least ? page - gaps - least : 0;
    std::vector<unsigned> widths(count, narrowest);
    unsigned used = 0;
    for (std::size_t c = 0; c != count; ++c) {
        auto const share = static_cast<unsigned>(free * all[c] / total);
        widths[c] += share;
        used += share;
    }
    widths[0] += free - used;
    return widths;
}

/// Moves characters from one column to another while that saves lines; how many there are then.
inline unsigned improve(std::vector<text_row> const& rows, std::vector<unsigned>& widths) {
    auto const count = widths.size();
    auto best = length_with(rows, widths);
    // One move of `step` characters that saves lines, if there is any.
    auto const move = [&](unsigned step) {
        for (std::size_t from = 0; from != count; ++from)
            for (std::size_t to = 0; to != count; ++to) {
                if (from == to || widths[from] < narrowest + step) continue;
                auto tried = widths;
                tried[from] -= step;
                tried[to] += step;
                if (auto const lines = length_with(rows, tried); lines < best) {
                    best = lines;
                    widths = std::move(tried);
                    return true;
                }
            }
        return false;
    };
    for (unsigned step = 8; step != 0; step /= 2)
        while (move(step)) {}
    return best;
}

/// Widths that make the table short; of options that stand across none is wider than another.
[[nodiscard]] inline std::vector<unsigned> widths_of(
    std::vector<text_row> const& rows, std::size_t count, unsigned page, bool options_across) {
    if (options_across && count > 1) {
        auto const first = (std::max)(narrowest, page / (static_cast<unsigned>(count) * 2));
        auto widths = even_widths(count - 1, page - first - column_gap);
        widths.insert(widths.begin(), first + page - first - column_gap - total_of(widths));
        return widths;
    }
    auto even = even_widths(count, page), by_content = widths_by_content(rows, count, page);
    bool const fits = column_gap * (count - 1) + narrowest * count <= page;
    auto const of_even = improve(rows, even);
    return fits && improve(rows, by_content) < of_even ? by_content : even;
}

/// Whether each column has room on a page.
[[nodiscard]] constexpr bool fits(std::size_t columns, unsigned page) {
    return columns != 0 && columns * (roomy + column_gap) - column_gap <= page;
}

/// The widths of columns on a page that has room for each, in characters: at least 175 together.
[[nodiscard]] inline std::vector<unsigned> column_widths(sheet const& s) {
    if (s.columns.empty()) return {};
    std::vector<text_row> rows{row_of_headings(s)};
    for (auto const& section : s.sections)
        for (auto const& row : section.rows) rows.push_back(row_of(s, row, false));
    return widths_of(rows, s.columns.size(), (std::max)(175u, static_cast<unsigned>(16 * s.columns.size())), s.options_across);
}

}  // namespace treatise::inline v0_3::render_detail
