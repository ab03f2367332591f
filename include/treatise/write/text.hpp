// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/write/characters.hpp>
#include <treatise/write/joined.hpp>
#include <treatise/write/sheet.hpp>
#include <treatise/write/transpose.hpp>
#include <treatise/write/width.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise {

struct text_options {
    unsigned width = 140;    ///< of a line, in columns of the terminal; below 40 counts as 40
    bool ascii = false;      ///< marks as words, punctuation in ASCII; the letters of names stay
    bool colour = false;     ///< warnings in bold, by escape sequences of terminals
    bool transpose = false;  ///< options as columns
};

namespace detail {

/// A word as it is printed; it may hold a space that must not break.
struct word {
    std::string text;
    unsigned width = 0;
    bool bold = false;
};
using words = std::vector<word>;

struct printed_line {
    std::string text;
    unsigned width = 0;
};
using printed_lines = std::vector<printed_line>;

/// Cells that stand under each other in one column of the page, by their numbers in the row; a narrow page stacks several.
using stack = std::vector<std::size_t>;

constexpr unsigned gap = 2;            // between columns
constexpr unsigned narrowest = 18;     // a column that still reads well
constexpr unsigned wide_page = 110;    // from here on every column stands by itself

/// Where the column of that key stands; behind the last where there is none.
inline std::size_t place_of(sheet const& s, std::string_view key) {
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

inline words words_of_text(std::string_view text) {
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

inline words words_of_cell(sheet const& s, sheet_cell const& cell, bool ascii) {
    words made;
    bool stop = false;
    for (auto const& statement : cell.statements) {
        if (stop && !made.empty()) glue(made, ".");
        append_words(made, statement.text, statement.is_warning);
        for (auto m : statement.marks)
            if (ascii) append_words(made, ascii_signs[m], statement.is_warning);
            else glue(made, mark_signs{}[m]);
        for (auto f : statement.footnotes) append_words(made, "[" + footnote_label(f) + "]", statement.is_warning);
        stop = separator_after(statement.text) != " ";
    }
    if (cell.more != 0) append_words(made, s.more_sign + std::to_string(cell.more));
    return made;
}

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
            auto const piece = rest.substr(0, line.width + display_width(rest) > width ? bytes_that_fit(rest, width - line.width) : rest.size());
            if (colour && w.bold && !bold) line.text += "\x1b[1m";
            bold = colour && w.bold;
            line.text += piece;
            line.width += display_width(piece);
            rest.remove_prefix(piece.size());
        }
    }
    if (!empty) close();
}

/// How many lines `wrap` makes of it; cheap, because it is asked for many widths.
inline unsigned lines_in(words const& text, unsigned width, unsigned lead, unsigned hang) {
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
        for (; used > width; used -= width - hang) ++lines;
    }
    return lines;
}

/// Which cells share a column of the page: in order, benefit and harms at the head of one each. None where a page is too narrow
/// for columns; each row is a block then.
inline std::vector<stack> stacks_of(sheet const& s, unsigned page) {
    auto const count = s.columns.size();
    auto const fit = [&](std::size_t columns) { return columns * (narrowest + gap) - gap <= page; };
    auto const stacks = fit(count) && (count <= 3 || page >= wide_page) ? count : fit(3) && count > 3 && count <= 6 ? 3 : 0;
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
    return made;
}

/// A row of the table: the words of each cell, and what stands before the first.
struct text_row {
    std::string_view lead;
    std::vector<words> cells;
};

constexpr std::string_view folded = "~ ";  // before a cell that stands under another
constexpr unsigned row_hang = 2;           // a row begins at the left edge, its other lines do not

inline unsigned lines_in(text_row const& row, stack const& cells, unsigned width) {
    unsigned lines = 0;
    for (auto c : cells)
        lines += c == 0                  ? lines_in(row.cells[c], width, display_width(row.lead), row_hang)
                 : c == cells.front() ? lines_in(row.cells[c], width, 0, 0)
                                      : lines_in(row.cells[c], width, row_hang, row_hang);
    return lines;
}

/// Widths that make the table short: characters move from one column to another while that saves lines. Benefit and harms are
/// equally wide, so that neither looks like the lesser.
inline std::vector<unsigned> widths_of(sheet const& s, std::vector<text_row> const& rows, std::vector<stack> const& stacks, unsigned page) {
    constexpr unsigned least = 12;
    auto const count = static_cast<unsigned>(stacks.size());
    std::vector<unsigned> share(count), columns(count, 1), widths(count, (page + gap) / count - gap);  // a share: one or two columns
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
    if (columns[0] == 1) widths[0] += (page + gap) % count;

    auto const length = [&](std::vector<unsigned> const& of) {
        unsigned lines = 0;
        for (auto const& row : rows) {
            unsigned tallest = 0;
            for (unsigned i = 0; i != count; ++i) tallest = std::max(tallest, lines_in(row, stacks[i], of[share[i]]));
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
                    if (from == to || columns[from] == 0 || columns[to] == 0 || widths[from] < least + step * columns[to]) continue;
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

/// Builds the page, line by line.
class text_page {
    sheet const& sheet_;
    text_options options_;
    std::string out_;

public:
    text_page(sheet const& s, text_options o) : sheet_{s}, options_{o} {}

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
    void line(std::string_view text) {
        out_.append(text.substr(0, text.find_last_not_of(' ') + 1)).append("\n");
    }
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
        bool const beside = !sheet_.edition.empty() && used + gap + display_width(printed(sheet_.edition[0])) <= options_.width;
        if (!beside) paragraph(title);
        for (std::size_t i = 0; i != sheet_.edition.size(); ++i) {
            auto const edition = printed(sheet_.edition[i]);
            auto const width = display_width(edition);
            if (beside && used + width <= options_.width) line((i == 0 ? title : "") + std::string(options_.width - used - width, ' ') + edition);
            else paragraph(edition);
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
                if (auto const m = mark_of(entry); m) sign = ascii_signs[*m];
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
            append_words(all, source.label);
            if (!source.citation.empty()) {
                glue(all, ":");
                append_words(all, source.citation);
            }
            append_words(all, source.link);
            if (!source.interest.empty()) {
                append_words(all, options_.ascii ? ascii_signs.interest : mark_signs{}.interest);
                append_words(all, source.interest);
            }
        }
        print(all, "", 0);
    }

    void section(std::string_view heading) {
        if (heading.empty()) return;
        printed_lines lines;
        wrap(lines, words_of_text(heading), options_.width, "-- ", 3, false);
        auto& last = lines.back();
        if (last.width + 2 <= options_.width) last.text.append(" ").append(options_.width - last.width - 1, '-');
        for (auto const& l : lines) line(l.text);
    }

    text_row row_of(sheet_row const& row) const {
        text_row made{lead_of(row), {}};
        if (options_.ascii && !made.lead.empty()) made.lead = "- ";
        for (std::size_t c = 0; c != sheet_.columns.size(); ++c) made.cells.push_back(words_of_cell(sheet_, cell_at(row, c), options_.ascii));
        return made;
    }

    void table() {
        std::vector<text_row> rows;
        text_row headings;
        for (auto const& h : sheet_.columns) headings.cells.push_back(words_of_text(h));
        for (auto const& section : sheet_.sections)
            for (auto const& row : section.rows) rows.push_back(row_of(row));
        if (auto const stacks = stacks_of(sheet_, options_.width); stacks.empty()) {
            each_row(rows, [&](text_row const& row) { block(headings, row); });
        } else {
            rows.push_back(std::move(headings));  // they are as wide as a row
            auto const widths = widths_of(sheet_, rows, stacks, options_.width);
            print(rows.back(), stacks, widths);
            line(std::string(options_.width, '='));
            each_row(rows, [&](text_row const& row) { print(row, stacks, widths); });
        }
    }

    template <class F>
    void each_row(std::vector<text_row> const& rows, F f) {
        auto next = rows.begin();
        for (auto const& s : sheet_.sections) {
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
                auto const lead = c == 0 ? row.lead : c == stacks[i].front() ? "" : folded;
                if (!row.cells[c].empty()) wrap(lines, row.cells[c], widths[i], lead, c != 0 && lead.empty() ? 0 : row_hang, options_.colour);
            }
            height = std::max(height, lines.size());
        }
        for (std::size_t l = 0; l != height; ++l) {
            std::string made;
            unsigned missing = 0;
            for (std::size_t i = 0; i != columns.size(); ++i) {
                bool const has = l < columns[i].size();
                if (has) made.append(missing, ' ').append(columns[i][l].text);
                missing = (has ? widths[i] - columns[i][l].width : missing + widths[i]) + gap;
            }
            line(made);
        }
    }

    /// A row on a narrow page: its name, then a heading and what is under it line by line.
    void block(text_row const& headings, text_row const& row) {
        unsigned key = 0;
        for (std::size_t c = 1; c < headings.cells.size(); ++c) {
            unsigned width = 0;
            for (auto const& w : headings.cells[c]) width += w.width + 1;
            key = std::max(key, width);
        }
        key = std::min(key, options_.width / 3) + row_hang;
        blank();
        print(row.cells.empty() ? words{} : row.cells[0], row.lead, row_hang);
        for (std::size_t c = 1; c < headings.cells.size(); ++c) {
            printed_lines left, right;
            wrap(left, headings.cells[c], key, "  ", 2 * row_hang, false);
            wrap(right, row.cells[c], options_.width - key - gap, "", 0, options_.colour);
            for (std::size_t l = 0; l != std::max(left.size(), right.size()); ++l) {
                auto made = l < left.size() ? left[l] : printed_line{};
                if (l < right.size()) made.text.append(key + gap - made.width, ' ').append(right[l].text);
                line(made.text);
            }
        }
    }
};

/// Punctuation and signs as ASCII has them; other letters as they are.
inline std::string in_ascii(std::string_view text) {
    struct replacement {
        std::string_view from, to;
    };
    // clang-format off
    static constexpr replacement all[]{
        {"†", "(wider)"}, {"§", "(interest)"}, {"≠", "(differs)"}, {"·", "-"}, {"•", "-"}, {"–", "-"}, {"—", "--"}, {"−", "-"},
        {"‐", "-"}, {"‑", "-"}, {"‘", "'"}, {"’", "'"}, {"‚", "'"}, {"“", "\""}, {"”", "\""}, {"„", "\""}, {"«", "\""}, {"»", "\""},
        {"…", "..."}, {"≤", "<="}, {"≥", ">="}, {"≈", "~"}, {"×", "x"}, {"±", "+/-"}, {"→", "->"}, {"←", "<-"}, {"½", "1/2"},
        {"¼", "1/4"}, {"¾", "3/4"}, {"°", " deg"}, {"®", "(R)"}, {"™", "(TM)"}, {"©", "(C)"}, {"\u00A0", " "}, {"\u2009", " "},
        {"\u202F", " "},
    };
    // clang-format on
    std::string made;
    each_printed(text, [&](character c, std::string_view bytes) {
        if (c.value >= 0x80)
            for (auto const& [from, to] : all)
                if (bytes == from) {
                    if (to[0] == '(' && c.value != 0xAE && !made.empty() && made.back() != ' ') made += ' ';
                    made += to;
                    return;
                }
        made += bytes;
    });
    return made;
}

inline sheet in_ascii(sheet s) {
    auto const all = [](auto& texts) {
        for (auto& t : texts) t = in_ascii(std::string_view{t});
    };
    auto const one = [](std::string& t) { t = in_ascii(std::string_view{t}); };
    one(s.title);
    one(s.notice);
    one(s.sources_heading);
    one(s.more_sign);
    all(s.edition);
    all(s.head);
    all(s.columns);
    all(s.after);
    all(s.footnotes);
    all(s.counts);
    for (auto& section : s.sections) {
        one(section.heading);
        for (auto& row : section.rows)
            for (auto& cell : row.cells)
                for (auto& statement : cell.statements) one(statement.text);
    }
    for (auto& entry : s.legend) {
        if (!mark_of(entry)) one(entry.sign);
        one(entry.meaning);
    }
    for (auto& source : s.sources) {
        one(source.label);
        one(source.citation);
        one(source.interest);
    }
    return s;
}

}  // namespace detail

/// The table for a terminal: no line longer than `width`, no cell cut, no column left out.
///
/// From 110 columns on, each column stands by itself; on a narrower page cells stand under each other behind a `~`, and where
/// even that is too narrow each row is a block of headings and cells. The words are the same at every width.
inline std::string plain_text(sheet const& s, text_options options = {}) {
    options.width = std::max(options.width, 40u);
    if (options.transpose) {
        auto const turned = transposed(s);
        options.transpose = false;
        return plain_text(turned, options);
    }
    if (options.ascii) {
        auto const plain = detail::in_ascii(s);
        return detail::text_page{plain, options}.write();
    }
    return detail::text_page{s, options}.write();
}

}  // namespace treatise
