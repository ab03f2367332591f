// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/lines.hpp>
#include <treatise/bulk/detail/text.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// A table in text: columns parted by tabs, or by commas with quotes as RFC 4180 has them.
struct table_form {
    char delimiter = '\t';
    bool quotes = false, has_types = false;  ///< its header says types, as Neo4j's does
    std::vector<std::string> columns{};  ///< of the first line, without types

    static constexpr std::size_t none = std::string_view::npos;
    std::size_t column(std::string_view name) const {
        for (std::size_t i = 0; i != columns.size(); ++i)
            if (columns[i] == name) return i;
        return none;
    }
    /// The column with the first of these names that there is.
    std::size_t column(std::initializer_list<std::string_view> names) const {
        for (auto n : names)
            if (auto const c = column(n); c != none) return c;
        return none;
    }
};

/// The fields of one row at a time; they look into the line, or into this where quotes were taken away.
class row_fields {
public:
    /// Splits a line into at most so many fields; false where a quote is not closed.
    bool split(std::string_view line, table_form const& form, std::size_t at_most = table_form::none) {
        fields_.clear();
        rest_ = {};
        if (form.quotes && line.find('"') != line.npos) return split_quoted(line, form.delimiter);
        while (fields_.size() != at_most) {
            auto const stop = static_cast<char const*>(std::memchr(line.data(), form.delimiter, line.size()));
            if (!stop) {
                fields_.push_back(line);
                break;
            }
            auto const n = static_cast<std::size_t>(stop - line.data());
            fields_.push_back(line.substr(0, n));
            line.remove_prefix(n + 1);
            if (fields_.size() == at_most) rest_ = {stop, line.size() + 1};
        }
        return true;
    }
    std::size_t size() const { return fields_.size(); }
    /// How many columns the row has, those that were not asked for among them.
    std::size_t columns(char delimiter) const {
        return fields_.size() + static_cast<std::size_t>(std::count(rest_.begin(), rest_.end(), delimiter));
    }
    /// The field of a column; empty where the row or the table has none, and where it says NA or another word for no value.
    std::string_view operator[](std::size_t column) const {
        auto const f = as_written(column);
        return bulk_detail::is_missing(f) ? std::string_view{} : f;
    }
    std::string_view as_written(std::size_t column) const {
        return column < fields_.size() ? fields_[column] : std::string_view{};
    }

private:
    bool split_quoted(std::string_view line, char delimiter) {
        unquoted_.clear();
        bool closed = true;
        for (std::size_t at = 0;;) {
            bool const is_quoted = at < line.size() && line[at] == '"';
            if (is_quoted) at = take_quoted(line, at + 1, closed);
            auto const stop = line.find(delimiter, at);
            auto const rest = line.substr((std::min)(at, line.size()), stop == line.npos ? stop : stop - at);
            if (is_quoted)
                fields_.push_back(unquoted_.back().append(rest));  // text behind the quote belongs to the field
            else
                fields_.push_back(rest);
            if (stop == line.npos) return closed;
            at = stop + 1;
        }
    }
    /// Puts what stands up to the closing quote into a new text, two quotes as one; the place behind the closing quote.
    std::size_t take_quoted(std::string_view line, std::size_t at, bool& closed) {
        auto& field = unquoted_.emplace_back();
        closed = false;
        for (; at < line.size(); ++at) {
            if (line[at] != '"') {
                field += line[at];
            } else if (at + 1 < line.size() && line[at + 1] == '"') {
                field += line[at++];
            } else {
                closed = true;
                return at + 1;
            }
        }
        return at;
    }

    std::vector<std::string_view> fields_{};
    std::string_view rest_{};  ///< behind the fields that were asked for, from the delimiter on
    std::deque<std::string> unquoted_{};
};

/// What is wrong with a row that has another number of columns than its table.
inline std::string wrong_columns(std::size_t has, table_form const& form) {
    return "has " + std::to_string(has) + (has == 1 ? " column" : " columns") + "; expected " +
           std::to_string(form.columns.size());
}

/// Calls `f(row, number)` for each row of a text: a line, or as many as a quoted field spans. The first has the given number;
/// returns the number behind the last line.
template <class F>
std::uint64_t each_row(std::string_view text, std::uint64_t number, bool quotes, F&& f) {
    if (!quotes) return each_line(text, number, f);
    for (std::size_t at = 0; at < text.size();) {
        bool inside = false;
        auto end = at;
        std::uint64_t lines = 1;
        for (; end != text.size() && (inside || text[end] != '\n'); ++end) {
            if (text[end] == '"') inside = !inside;
            if (text[end] == '\n') ++lines;
        }
        auto row = text.substr(at, end - at);
        if (row.ends_with('\r')) row.remove_suffix(1);
        f(row, number);
        number += lines;
        at = end + 1;
    }
    return number;
}

/// Whether a file of that name is parted by commas, with quotes.
inline bool is_csv(std::string_view file) { return file.ends_with(".csv") || file.ends_with(".csv.gz"); }

/// The name of a column without what the headers of Neo4j say behind it: `:START_ID(Drug)` is subject, `name:string` name.
inline std::string plain_column(std::string_view written) {
    auto const colon = written.rfind(':');
    if (colon == written.npos) return std::string{written};
    auto type = written.substr(colon + 1);
    type = type.substr(0, type.find('('));
    if (type == "ID") return "id";
    if (type == "LABEL") return "category";
    if (type == "START_ID") return "subject";
    if (type == "END_ID") return "object";
    if (type == "TYPE") return "predicate";
    if (type.ends_with("[]")) type.remove_suffix(2);
    for (std::string_view const known : {"string", "int", "long", "float", "double", "boolean", "byte", "short", "char", "date"})
        if (type == known) return std::string{written.substr(0, colon)};
    return std::string{written};
}

/// What the first line of a table says: its columns, and by what they are parted.
inline table_form table_form_of(std::string_view header, std::string_view file) {
    table_form form;
    if (is_csv(file)) form.delimiter = ',', form.quotes = true;
    row_fields row;
    row.split(header, form);
    for (std::size_t i = 0; i != row.size(); ++i) {
        form.columns.push_back(plain_column(row.as_written(i)));
        form.has_types = form.has_types || form.columns.back() != row.as_written(i);
    }
    return form;
}

}  // namespace treatise::inline v0_3
