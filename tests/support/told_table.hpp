// SPDX-License-Identifier: BSL-1.0
#pragma once

// A comparison in keys, for tests: which rows stand under what, and which claims a cell tells.

#include <treatise/table/comparison.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace told_table {

using words = std::vector<std::string>;

inline words keys_of(treatise::knowledge_base const& kb, auto const& entities) {
    words keys;
    for (auto e : entities) keys.emplace_back(kb.key(e));
    return keys;
}
inline words row_keys(treatise::comparison const& c) {
    words keys;
    for (auto const& r : c.rows) keys.emplace_back(c.base.key(r.option));
    return keys;
}
inline std::uint32_t row_number(
    treatise::comparison const& c, std::string_view key, treatise::intent aim = treatise::intent::symptomatic) {
    for (std::uint32_t i = 0; i != c.rows.size(); ++i)
        if (c.base.key(c.rows[i].option) == key && c.rows[i].aim == aim) return i;
    throw std::invalid_argument{"no row " + std::string{key}};
}
inline bool has_row(treatise::comparison const& c, std::string_view key) {
    auto const keys = row_keys(c);
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}
inline treatise::row const& row_of(treatise::comparison const& c, std::string_view key) { return c.rows[row_number(c, key)]; }
inline std::string group_of(treatise::comparison const& c, std::string_view key) {
    return std::string{word(row_of(c, key).group)};
}
inline std::uint32_t column_number(treatise::comparison const& c, std::string_view column) {
    for (std::uint32_t i = 0; i != c.view.columns.size(); ++i)
        if (c.view.columns[i].key == column) return i;
    throw std::invalid_argument{"no column " + std::string{column}};
}
inline treatise::cell const& cell_of(treatise::comparison const& c, std::string_view row, std::string_view column,
    treatise::intent aim = treatise::intent::symptomatic) {
    return c.at(row_number(c, row, aim), column_number(c, column));
}
inline words claims_of(treatise::comparison const& c, treatise::cell const& of) {
    words keys;
    for (auto const& t : c.in(of)) {
        keys.emplace_back(c.base.claim_key(t.says.claim));
        for (auto w : c.with_of(t)) keys.emplace_back(c.base.claim_key(w));
    }
    return keys;
}
/// What a cell tells, and what is told together with it.
inline words claims_in(treatise::comparison const& c, std::string_view row, std::string_view column) {
    return claims_of(c, cell_of(c, row, column));
}
/// The options that are named in place of a row, in the line of one group.
inline words named(treatise::comparison const& c, treatise::guidance_group g) {
    for (auto const& line : c.named_lines)
        if (line.group == g) return keys_of(c.base, c.options_of(line));
    return {};
}
/// Whose guidance the heading of a group names.
inline words heading(treatise::comparison const& c, treatise::guidance_group g) {
    for (auto const& h : c.headings)
        if (h.group == g) return keys_of(c.base, c.sources_of(h));
    return {};
}
/// The claims of a borrowed line.
inline words borrowed(treatise::comparison const& c, treatise::guidance_group g, std::uint8_t line = 0) {
    words keys;
    for (auto const& b : c.borrowed)
        if (b.group == g && b.line == line)
            for (auto i = b.first; i != b.last; ++i) keys.emplace_back(c.base.claim_key(c.told[i].says.claim));
    return keys;
}
/// The claims that stand below the table for an option.
inline words below(treatise::comparison const& c, std::string_view option) {
    words keys;
    for (auto const& line : c.label_warnings)
        if (c.base.key(line.option) == option)
            for (auto i = line.first; i != line.last; ++i) keys.emplace_back(c.base.claim_key(c.told[i].says.claim));
    return keys;
}

}  // namespace told_table
