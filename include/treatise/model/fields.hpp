// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/claim.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

// The types that fields can have; whoever walks `fields` decides by these.
namespace treatise::inline v0_3 {

template <class T>
inline constexpr bool is_id = false;
template <class Kind>
inline constexpr bool is_id<id<Kind>> = true;

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<many<T>> = true;

template <class T>
inline constexpr bool is_level = false;
template <auto List>
inline constexpr bool is_level<level<List>> = true;

/// The member of `scheme_details` that a level is a word of.
template <class T>
inline constexpr many<text> scheme_details::* level_words = nullptr;
template <auto List>
inline constexpr many<text> scheme_details::* level_words<level<List>> = List;

template <class T>
struct list_element;
template <class T>
struct list_element<many<T>> {
    using type = T;
};

/// The type of the member that a field names.
template <class Member>
struct field_type;
template <class Row, class Member>
struct field_type<Member Row::*> {
    using type = Member;
};

/// No value was given. Numbers, booleans and enumerations always have one, but for those whose first word says that there is
/// none.
template <class T>
constexpr bool is_absent(T const& value) {
    if constexpr (std::same_as<T, decimal>)
        return value.is_absent();
    else if constexpr (is_id<T>)
        return value.value == no_number;
    else if constexpr (is_list<T>)
        return value.empty();
    else if constexpr (std::same_as<T, text> || std::same_as<T, date> || is_level<T>)
        return !value;
    else if constexpr (first_is_absent<T>)
        return value == T{};
    else
        return false;
}

/// Calls `f` with each id in the row, those in its lists apart: `f(id<Kind>&)`.
template <class Row, class F>
constexpr void each_id(Row& row, F&& f) {
    std::remove_const_t<Row>::fields([&](std::string_view, auto member, presence = optional) {
        if constexpr (is_id<typename field_type<decltype(member)>::type>) f(row.*member);
    });
}

/// Calls `f` with each list of ids in the row: `f(many<id<Kind>>&)`.
template <class Row, class F>
constexpr void each_id_list(Row& row, F&& f) {
    std::remove_const_t<Row>::fields([&](std::string_view, auto member, presence = optional) {
        using type = typename field_type<decltype(member)>::type;
        if constexpr (is_list<type>) {
            if constexpr (is_id<typename list_element<type>::type>) f(row.*member);
        }
    });
}

/// "a therapy", "an outcome".
inline std::string with_article(std::string_view kind) {
    return (kind.find_first_of("aeiou") == 0 ? "an " : "a ") + std::string{kind};
}

/// "a therapy or therapy_class": the kinds of a set in words.
inline std::string kinds_in_words(std::uint32_t bits) {
    std::string s;
    for (std::uint32_t k = 0; k != kinds::size; ++k) {
        if (!(bits >> k & 1u)) continue;
        bits &= ~(1u << k);
        if (s.empty())
            s = with_article(kind_names[k]);
        else
            (s += bits != 0 ? ", " : " or ") += kind_names[k];
    }
    return s;
}

/// Lower case of A to Z; other bytes stay. How names are compared.
constexpr char fold(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
/// Less than 0, 0 or more than 0, as `a` stands before `b`, is the same or stands behind it, in either case of A to Z.
constexpr int compare_folded(std::string_view a, std::string_view b) {
    std::size_t const n = a.size() < b.size() ? a.size() : b.size();
    for (std::size_t i = 0; i != n; ++i) {
        auto const x = static_cast<unsigned char>(fold(a[i])), y = static_cast<unsigned char>(fold(b[i]));
        if (x != y) return x < y ? -1 : 1;
    }
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

/// Whether `key` matches [a-z][a-z0-9]*(-[a-z0-9]+)*, the form of every key.
constexpr bool is_key(std::string_view key) {
    bool start = true;
    for (std::size_t i = 0; i != key.size(); ++i) {
        char const c = key[i];
        bool const letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
        if (start ? !(letter || (digit && i != 0)) : !(letter || digit || c == '-')) return false;
        start = c == '-';
    }
    return !start;
}

}  // namespace treatise::inline v0_3
