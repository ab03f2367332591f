// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/characters.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace treatise::inline v0_3 {

struct csv_options {
    /// An apostrophe before what a spreadsheet would take for a formula: a field that begins with = + - @, tab or line break.
    bool formula_guard = true;
    bool byte_order_mark = false;  ///< in front, for programs that otherwise do not read UTF-8
};

namespace render_detail {

class csv_file {
    sheet const& sheet_;
    csv_options options_;
    std::size_t width_;  // fields of every record
    std::size_t fields_ = 0;  // of the record so far
    std::string out_{};

public:
    csv_file(sheet const& s, csv_options o)
        : sheet_{s}, options_{o}, width_{2 + 3 * std::max<std::size_t>(s.columns.size(), 1)} {}

    std::string write() && {
        if (options_.byte_order_mark) out_ += "\xEF\xBB\xBF";
        for (std::string_view name : {"record", "key", "section", "role"}) field(name);
        each_column([&](std::size_t c) { field(key_of(c)); },
            [&](std::size_t c) {
                field(key_of(c) + "_state");
                field(key_of(c) + "_more");
            });
        end();
        for (std::string_view text : {"heading", "", "", ""}) field(text);
        each_column([&](std::size_t c) { field(sheet_.columns[c]); }, [&](std::size_t) { field({}), field({}); });
        end();
        for (auto const& section : sheet_.sections)
            for (auto const& row : section.rows) option(section.heading, row);
        frame();
        return std::move(out_);
    }

private:
    template <class Text, class Others>
    void each_column(Text text, Others others) {
        for (std::size_t c = 0; c != sheet_.columns.size(); ++c) {
            text(c);
            if (c != 0) others(c);
        }
    }
    std::string key_of(std::size_t column) const {
        return column < sheet_.column_keys.size() ? sheet_.column_keys[column] : "column_" + std::to_string(column + 1);
    }

    void option(std::string_view section, sheet_row const& row) {
        for (std::string_view text : {std::string_view{"option"}, std::string_view{row.key}, section}) field(text);
        field(word(row.role));
        each_column([&](std::size_t c) { field(text_of(cell_at(row, c))); },
            [&](std::size_t c) {
                field(words_of<cell_state>[static_cast<std::size_t>(cell_at(row, c).state)]);
                field(std::to_string(cell_at(row, c).more));
            });
        end();
    }
    std::string text_of(sheet_cell cell) const {
        cell.more = 0;  // has a field of its own
        return cell_text(sheet_, cell, ascii_signs);
    }

    void frame() {
        record("title", {sheet_.title});
        for (auto const& p : sheet_.edition) record("edition", {p});
        record("notice", {sheet_.notice});
        for (auto const& p : sheet_.head) record("head", {p});
        for (auto const& p : sheet_.after) record("after", {p});
        for (auto const& entry : sheet_.legend) {
            auto const m = mark_of(entry);
            record("legend", {m ? ascii_signs[*m] : std::string_view{entry.sign}, entry.meaning, entry.sign});
        }
        for (std::size_t i = 0; i != sheet_.footnotes.size(); ++i)
            record("footnote", {"[" + footnote_label(i) + "]", sheet_.footnotes[i]});
        for (auto const& p : sheet_.counts) record("count", {p});
        for (auto const& source : sheet_.sources) record("source", {source.label, source.citation, source.link, source.interest});
    }
    void record(std::string_view kind, std::initializer_list<std::string_view> texts) {
        field(kind);
        for (auto t : texts) field(t);
        end();
    }

    void field(std::string_view text) {
        if (fields_++ != 0) out_ += ',';
        // A semicolon and a tab separate fields for spreadsheets of other countries.
        bool const quoted = text.find_first_of(",;\"\t\r\n") != text.npos;
        bool const guarded = options_.formula_guard && !text.empty() && std::string_view{"=+-@\t\r\n"}.find(text[0]) != text.npos;
        out_.append(quoted ? "\"" : "").append(guarded ? "'" : "");
        while (!text.empty()) {
            auto const c = first_character(text);
            if (c.value == U'"')
                out_ += "\"\"";
            else if (c.value == 0xFFFD)
                out_ += "\xEF\xBF\xBD";
            else if (is_blank(c.value) || !is_steering(c.value))
                out_ += text.substr(0, c.bytes);
            text.remove_prefix(c.bytes);
        }
        out_ += quoted ? "\"" : "";
    }
    void end() {
        while (fields_ < width_) field({});
        out_ += "\r\n";
        fields_ = 0;
    }
};

}  // namespace render_detail

/// The table as comma-separated values (RFC 4180, UTF-8), every record with the same number of fields.
///
/// The first record names the fields: record, key, section, role, then the key of each column; all but the first column are
/// followed by `_state` (a word of `cell_state`) and `_more` (claims behind the cell that its text does not tell). The first
/// field of the others says what they are: `heading` (the printed headings), `option` (a row of the table), and behind the table
/// `title`, `edition`, `notice`, `head`, `after`, `legend`, `footnote`, `count` and `source` (label, citation, link, declared
/// interest), whose texts stand in the fields from the second on. Marks are words: (wider), (interest), (differs), (pooled).
inline std::string csv(sheet const& s, csv_options options = {}) { return render_detail::csv_file{s, options}.write(); }

}  // namespace treatise::inline v0_3
