// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/characters.hpp>
#include <treatise/render/detail/width.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Where the cells of a table stand on a page, and how wide its columns are.
namespace treatise::inline v0_3::render_detail {

/// A word as it is printed; it may hold a space that must not break.
struct printed_word {
    std::string text;
    unsigned width = 0;
    bool bold = false;
};
using words = std::vector<printed_word>;

/// Cells that stand under each other in one column of the page, by their numbers in the row; a narrow page stacks several.
using stack = std::vector<std::size_t>;

inline constexpr unsigned column_gap = 2;  // between columns
inline constexpr unsigned narrowest = 18;  // a column that still reads well
inline constexpr unsigned wide_page = 110;  // from here on every column stands by itself

/// Where the column of that key stands; behind the last where there is none.
[[nodiscard]] inline std::size_t place_of(sheet const& s, std::string_view key) {
    for (std::size_t c = 0; c != s.column_keys.size(); ++c)
        if (s.column_keys[c] == key) return c;
    return s.columns.size();
}

inline void append_words(words& out, std::string_view text, bool bold = false) {
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

[[nodiscard]] inline words words_of_text(std::string_view text) {
    words made;
    append_words(made, text);
    return made;
}

/// Behind the last word, without a space: a sign, a full stop.
inline void glue(words& out, std::string_view text) {
    if (out.empty()) out.push_back({});
    out.back().text += text;
    out.back().width += display_width(text);
}

[[nodiscard]] inline words words_of_cell(sheet const& s, sheet_cell const& cell, bool ascii) {
    words made;
    bool stop = false;
    for (auto const& statement : cell.statements) {
        if (stop && !made.empty()) glue(made, ".");
        append_words(made, statement.text, statement.is_warning);
        for (auto n : statement.sources) append_words(made, source_label(n), statement.is_warning);
        for (auto m : statement.marks)
            if (ascii)
                append_words(made, ascii_signs_of(s)[m], statement.is_warning);
            else
                glue(made, mark_signs{}[m]);
        for (auto f : statement.footnotes) append_words(made, "[" + footnote_label(f) + "]", statement.is_warning);
        stop = separator_after(statement.text) != " ";
    }
    if (cell.more != 0) append_words(made, s.more_sign + std::to_string(cell.more));
    return made;
}

/// How many lines `wrap` makes of it; many more where it would break a word that is not extremely long. Cheap, because it is
/// asked for many widths.
[[nodiscard]] inline unsigned lines_in(words const& text, unsigned width, unsigned lead, unsigned hang) {
    unsigned lines = text.empty() ? 0 : 1, used = lead;
    bool empty = true;
    for (auto const& w : text) {
        if (!empty && used + 1 + w.width > width) {
            ++lines;
            used = hang;
            empty = true;
        }
        used += w.width + (empty ? 0 : 1);
        empty = false;
        for (; used > width; used -= width - hang) lines += w.width <= 24 ? 100 : 1;
    }
    return lines;
}

/// Which cells share a column of the page: in order, benefit and harms at the head of one each; what stands behind harms goes
/// under benefit, because harms are told at most length. None where a page is too narrow for columns; each row is a block then.
/// Options that stand as columns do not share one.
[[nodiscard]] inline std::vector<stack> stacks_of(sheet const& s, unsigned page, bool options_as_columns) {
    auto const count = s.columns.size();
    auto const fit = [&](std::size_t columns) { return columns * (narrowest + column_gap) - column_gap <= page; };
    bool const each = fit(count) && (count <= 3 || page >= wide_page || options_as_columns);
    bool const folded = fit(3) && count > 3 && count <= 6 && !options_as_columns;
    auto const stacks = each ? count : folded ? 3 : 0;
    std::vector<std::size_t> heads;
    for (std::size_t i = 0; i != stacks; ++i) heads.push_back((i * count + stacks - 1) / stacks);
    if (stacks != count && stacks != 0) {
        auto const benefit = place_of(s, "benefit"), harms = place_of(s, "harms");
        if (benefit != 0 && benefit < harms && harms < count) heads = {0, benefit, harms};
    }
    std::vector<stack> made;
    for (std::size_t i = 0; i != heads.size(); ++i) {
        auto& cells = made.emplace_back();
        for (auto c = heads[i], end = i + 1 == heads.size() ? count : heads[i + 1]; c != end; ++c) cells.push_back(c);
    }
    if (made.size() != 3 || count == 3 || heads[2] != place_of(s, "harms")) return made;
    made[1].insert(made[1].end(), made[2].begin() + 1, made[2].end());
    made[2].resize(1);
    return made;
}

/// A row of the table: the words of each cell, and what stands before the first.
struct text_row {
    std::string_view lead{};
    std::vector<words> cells{};
};

[[nodiscard]] inline text_row row_of(sheet const& s, sheet_row const& row, bool ascii) {
    text_row made{ascii && !lead_of(row).empty() ? "- " : lead_of(row), {}};
    for (std::size_t c = 0; c != s.columns.size(); ++c) made.cells.push_back(words_of_cell(s, cell_at(row, c), ascii));
    return made;
}

inline constexpr std::string_view under = "~ ";  // before a cell that stands under another
inline constexpr unsigned row_hang = 2;  // a row begins at the left edge, its other lines do not

[[nodiscard]] inline unsigned lines_in(text_row const& row, stack const& cells, unsigned width) {
    unsigned lines = 0;
    for (auto c : cells)
        lines += c == 0               ? lines_in(row.cells[c], width, display_width(row.lead), row_hang)
                 : c == cells.front() ? lines_in(row.cells[c], width, 0, 0)
                                      : lines_in(row.cells[c], width, row_hang, row_hang);
    return lines;
}

/// Widths that make the table short: characters move from one column to another while that saves lines. Benefit and harms are
/// equally wide, so that neither looks like the lesser.
[[nodiscard]] inline std::vector<unsigned> widths_of(
    sheet const& s, std::vector<text_row> const& rows, std::vector<stack> const& stacks, unsigned page) {
    constexpr unsigned least = 12;
    auto const count = static_cast<unsigned>(stacks.size());
    std::vector<unsigned> widths(count, (page + column_gap) / count - column_gap);
    std::vector<unsigned> share(count), columns(count, 1);  // a share is the width of one column or of two
    std::size_t benefit = count, harms = count;
    for (unsigned i = 0; i != count; ++i) {
        share[i] = i;
        for (auto c : stacks[i]) {
            if (c == place_of(s, "benefit")) benefit = i;
            if (c == place_of(s, "harms")) harms = i;
        }
    }
    if (benefit != count && harms != count && benefit != harms) {
        share[harms] = share[benefit];
        columns[benefit] = 2;
        columns[harms] = 0;
    }
    if (columns[0] == 1) widths[0] += (page + column_gap) % count;

    auto const length = [&](std::vector<unsigned> const& of) {
        unsigned lines = 0;
        for (auto const& row : rows) {
            unsigned tallest = 0;
            for (unsigned i = 0; i != count; ++i) tallest = (std::max)(tallest, lines_in(row, stacks[i], of[share[i]]));
            lines += tallest;
        }
        return lines;
    };
    auto best = length(widths);
    for (unsigned step = 8; step != 0; step /= 2)
        for (bool shorter = true; shorter;) {
            shorter = false;
            for (unsigned from = 0; from != count; ++from)
                for (unsigned to = 0; to != count; ++to) {
                    if (from == to || columns[from] == 0 || columns[to] == 0 || widths[from] < least + step * columns[to])
                        continue;
                    auto tried = widths;
                    tried[from] -= step * columns[to];
                    tried[to] += step * columns[from];
                    if (auto const lines = length(tried); lines < best) {
                        best = lines;
                        widths = std::move(tried);
                        shorter = true;
                    }
                }
        }
    for (unsigned i = 0; i != count; ++i) widths[i] = widths[share[i]];
    return widths;
}

/// The widths of columns on a page that has room for each, in characters: at least 190 together.
[[nodiscard]] inline std::vector<unsigned> column_widths(sheet const& s) {
    std::vector<text_row> rows(1);
    std::vector<stack> each;
    for (auto const& h : s.columns) {
        rows[0].cells.push_back(words_of_text(h));
        each.push_back({each.size()});
    }
    for (auto const& section : s.sections)
        for (auto const& row : section.rows) rows.push_back(row_of(s, row, false));
    return each.empty() ? std::vector<unsigned>{}
                        : widths_of(s, rows, each, (std::max)(190u, static_cast<unsigned>(16 * each.size())));
}

}  // namespace treatise::inline v0_3::render_detail
