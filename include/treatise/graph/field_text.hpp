// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/model/fields.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace treatise::inline v0_3 {

/// "2024-10" or "2024-10-01"; "not stated" where the source does not state it; empty where there is none.
inline std::string iso(date d) {
    if (!d) return {};
    if (d.is_unstated()) return "not stated";
    auto const two = [](int n) { return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; };
    auto year = std::to_string(d.year());
    if (year.size() < 4) year.insert(0, 4 - year.size(), '0');
    return year + (d.month() ? '-' + two(d.month()) : "") + (d.day() ? '-' + two(d.day()) : "");
}

/// The digits as they were published: 7.10 stays 7.10; "inf", "-inf", "not stated"; empty where there is none.
inline std::string digits(decimal d) {
    if (d.is_absent()) return {};
    if (d.is_unstated()) return "not stated";
    if (d.is_infinite()) return d == decimal::infinity() ? "inf" : "-inf";
    auto const value = static_cast<std::int64_t>(d.digits());
    std::string s = std::to_string(value < 0 ? -value : value);
    auto const places = static_cast<std::size_t>(d.places());
    if (places != 0) {
        if (s.size() <= places) s.insert(0, places + 1 - s.size(), '0');
        s.insert(s.size() - places, 1, '.');
    }
    return value < 0 ? '-' + s : s;
}

/// The word of a scheme that a level stands for; empty where there is none.
template <auto List>
std::string level_word(knowledge_base const& kb, id<scheme> s, level<List> value) {
    if (value.value == unstated_level) return "not stated";
    auto const words = kb[kb.details(s).*List];
    return value && value.value <= words.size() ? std::string{kb[words[value.value - 1u]]} : std::string{};
}

/// The value of a field as files write it, entities by key; a list joined by ", "; empty where it is absent.
template <class Row, class Type>
std::string field_text(knowledge_base const& kb, Row const& row, Type const& value) {
    if (is_absent(value)) return {};
    if constexpr (std::same_as<Type, text>)
        return std::string{kb[value]};
    else if constexpr (std::same_as<Type, date>)
        return iso(value);
    else if constexpr (std::same_as<Type, decimal>)
        return digits(value);
    else if constexpr (std::same_as<Type, flag>)
        return value ? "true" : "false";
    else if constexpr (std::same_as<Type, std::uint32_t>)
        return std::to_string(value);
    else if constexpr (vocabulary<Type>)
        return std::string{word(value)};
    else if constexpr (is_id<Type>)
        return value.is_unstated() ? "not stated" : std::string{kb.key(value)};
    else if constexpr (is_level<Type>)
        return level_word(kb, row.scheme, value);
    else {
        std::string s;
        for (auto x : kb[value]) {
            if (!s.empty()) s += ", ";
            if constexpr (std::same_as<decltype(x), text>)
                s += kb[x];
            else
                s += kb.key(x);
        }
        return s;
    }
}

}  // namespace treatise::inline v0_3
