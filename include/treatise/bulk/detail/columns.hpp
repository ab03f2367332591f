// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/graph.hpp>
#include <treatise/bulk/detail/rows.hpp>
#include <treatise/graph/field_values.hpp>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// Finds the edge in a line whose fields stand in known columns.
struct column_parser {
    table_form const* form;
    std::size_t subject, predicate, object, source = table_form::none, licence = table_form::none;
    std::size_t needed = end_of({subject, predicate, object}), end = end_of({subject, predicate, object, source, licence});
    row_fields row{};

    /// Behind the last column that is asked for, of those that there are.
    static std::size_t end_of(std::initializer_list<std::size_t> all) {
        std::size_t end = 0;
        for (auto c : all)
            if (c != table_form::none) end = (std::max)(end, c + 1);
        return end;
    }
    bool operator()(std::string_view line, edge_says& says, std::string& wrong) {
        if (!row.split(line, *form, end)) {
            wrong = "has a quote that is not closed";
            return false;
        }
        auto const has = row.columns(form->delimiter);
        if (row.size() < needed || has > form->columns.size()) {  // a stray delimiter moves every field behind it
            wrong = wrong_columns(has, *form);
            return false;
        }
        says.subject = row[subject], says.predicate = row[predicate], says.object = row[object];
        says.source = row[source], says.licence = row[licence];
        return true;
    }
};

/// Says which columns a table needs and does not have; empty where it has all.
inline std::string missing_columns(table_form const& form, std::vector<std::string_view> const& needed) {
    std::string lacks;
    for (auto n : needed)
        if (form.column(n) == table_form::none) lacks += (lacks.empty() ? "" : ", ") + in_quotes(n);
    return lacks.empty() ? lacks : "has no column " + lacks + "; its header has " + in_words(form.columns);
}

/// The header of a table; reads no more than the beginning of the file. Without columns where there is none.
inline table_form header_of(std::string const& path) {
    block_reader file{path, is_csv(path)};
    text_block block;
    return file.next(block) ? table_form_of(first_line(block.text()), path) : table_form{};
}
/// Whether the header of a table has all these columns.
inline bool has_columns(std::string const& path, std::vector<std::string_view> const& needed) {
    auto const form = header_of(path);
    return !form.columns.empty() && missing_columns(form, needed).empty();
}
/// Reports the columns of a table that are not among those asked for.
inline void tell_unused(bulk_graph& g, table_form const& form, std::vector<std::string_view> const& asked) {
    for (auto const& c : form.columns)
        if (std::find(asked.begin(), asked.end(), c) == asked.end()) g.report.leave_unused("column " + in_quotes(c), g.at(1));
}

}  // namespace treatise::inline v0_3
