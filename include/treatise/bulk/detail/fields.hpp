// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/field_values.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// Fields of rows from words, where a format has words alone: no numbers, lists or tables of its own.
namespace treatise::inline v0_3::bulk_detail {

/// Sets a value from its words; what is wrong, to go on after the name of the field, or nothing.
template <class T>
std::string value_from(builder& b, T& to, std::string_view words) {
    auto const take = [&](auto read) {
        if (read) to = *read;
        return read ? std::string{} : read.error();
    };
    if constexpr (std::same_as<T, text>) {
        to = b.text(words);
        return {};
    } else if constexpr (std::same_as<T, bool> || (std::is_class_v<T> && std::convertible_to<T, bool>)) {
        to = words == "true";
        return words == "true" || words == "false" ? std::string{} : "is " + in_quotes(words) + "; expected true or false";
    } else if constexpr (std::same_as<T, date>) {
        return take(date_from(words));
    } else if constexpr (std::same_as<T, decimal>) {
        return take(decimal_from(words));
    } else if constexpr (vocabulary<T>) {
        return take(enum_from<T>(words));
    } else if constexpr (std::same_as<T, std::uint32_t>) {
        auto const d = decimal_from(words);
        if (!d || !d->is_finite() || d->places() != 0 || d->digits() < 0)
            return "is " + in_quotes(words) + "; expected a whole number, not negative";
        to = static_cast<std::uint32_t>(d->digits());
        return {};
    } else {
        return "cannot be set here";
    }
}

/// Sets the field of a row that has that name.
template <class Row>
std::string field_from(builder& b, Row& row, std::string_view name, std::string_view words) {
    std::string wrong = "is unknown";
    std::vector<std::string_view> names;
    bool found = false;
    Row::fields([&](std::string_view n, auto member, presence = optional) {
        names.push_back(n);
        if (n != name) return;
        found = true;
        wrong = value_from(b, row.*member, words);
    });
    return found ? wrong : wrong + (names.empty() ? "; expected none" : nearest_or_all(name, names));
}

}  // namespace treatise::inline v0_3::bulk_detail
