// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/text.hpp>
#include <treatise/graph/attributes.hpp>
#include <treatise/graph/message_parts.hpp>
#include <treatise/model/fields.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a row of another graph says of its statement: how it is known, in which direction it holds, whether it is denied. It is
// kept as attributes of the claim and told with its place.
namespace treatise::inline v0_3::bulk_detail {

/// Without blanks and quotes around it.
inline std::string_view bare(std::string_view s) {
    constexpr std::string_view around = " \t\"'";
    auto const first = s.find_first_not_of(around);
    if (first == s.npos) return {};
    return s.substr(first, s.find_last_not_of(around) - first + 1);
}

/// True or false, in any usual word for it; a cell without a value is false. None where it is no such word.
inline std::optional<bool> truth_of(std::string_view cell) {
    auto const word = bare(cell);
    if (is_missing(word)) return false;
    auto const is = [&](std::string_view other) { return compare_folded(word, other) == 0; };
    for (std::string_view const yes : {"true", "t", "yes", "y", "1", "1.0"})
        if (is(yes)) return true;
    for (std::string_view const no : {"false", "f", "no", "n", "0", "0.0"})
        if (is(no)) return false;
    return std::nullopt;
}
inline std::string no_truth(std::string_view cell) {
    return "`negated` is " + in_quotes(cell) + "; expected true or false, in any usual word for it";
}

/// A name as a part of the name of an attribute: lower case, and _ for what may not stand there.
inline std::string attribute_part(std::string_view name) {
    std::string made;
    for (char const c : name) {
        auto const lower = fold(c);
        bool const fits = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9' && !made.empty());
        if (fits || !made.empty()) made += fits ? lower : '_';
    }
    return made.empty() ? std::string{"x"} : made;
}

inline constexpr std::string_view biolink_attribute = "biolink.";

/// The attribute that keeps a column or a field of Biolink; empty where it is no qualifier.
inline std::string qualifier_of(std::string_view column) {
    constexpr std::array<std::string_view, 6> fixed{"knowledge_level", "agent_type", "qualified_predicate",
        "clinical_approval_status", "max_research_phase", "highest_FDA_approval_status"};
    if (column.starts_with("biolink:")) column.remove_prefix(8);
    if (std::find(fixed.begin(), fixed.end(), column) == fixed.end() && !column.ends_with("_qualifier")) return {};
    return std::string{biolink_attribute} + attribute_part(column);
}

/// Adds an attribute to those of a row: its name, "=", its value, each behind a control character that no text has.
inline void join_qualifier(std::string& to, std::string_view attribute, std::string_view value) {
    if (value.starts_with("biolink:")) value.remove_prefix(8);
    if (is_missing(value) || value == "not_provided") return;
    (((to += '\x1f') += attribute) += '=');
    for (char const c : value) to += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
}
/// The attributes of a row, apart.
inline std::vector<std::pair<std::string_view, std::string_view>> qualifiers_in(std::string_view joined) {
    std::vector<std::pair<std::string_view, std::string_view>> found;
    while (!joined.empty()) {
        joined.remove_prefix(1);
        auto const one = joined.substr(0, joined.find('\x1f'));
        auto const middle = one.find('=');
        found.emplace_back(one.substr(0, middle), one.substr(middle + 1));
        joined.remove_prefix(one.size());
    }
    return found;
}
inline bool is_prediction(std::string_view joined) {
    for (auto const& [name, value] : qualifiers_in(joined))
        if (name == knowledge_level_attribute) return compare_folded(value, predicted_level) == 0;
    return false;
}
/// The same in words, to stand behind the place; what a statement is anyway, somebody's assertion, is not told.
inline std::string told_qualifiers(std::string_view joined) {
    std::string s;
    for (auto const& [name, value] : qualifiers_in(joined)) {
        if (value == "knowledge_assertion" || value == "manual_agent") continue;
        auto const part = name.substr(name.find('.') + 1);
        ((s += s.empty() ? "" : "; ") += part) += ": ";
        s += value;
    }
    std::replace(s.begin(), s.end(), '_', ' ');
    return s;
}

}  // namespace treatise::inline v0_3::bulk_detail
