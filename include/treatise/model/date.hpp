// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace treatise::inline v0_3 {

/// A day, a month or a year, as exact as the source states it; `date{}` is absent.
struct date {
    std::uint32_t bits = 0;

    constexpr date() = default;
    constexpr explicit date(std::uint32_t raw) : bits{raw} {}
    constexpr date(int year, int month, int day)
        : bits{static_cast<std::uint32_t>(year) << 9 | static_cast<std::uint32_t>(month) << 5 | static_cast<std::uint32_t>(day)} {
    }

    static constexpr date unstated() { return date{1}; }

    constexpr int year() const { return static_cast<int>(bits >> 9); }
    constexpr int month() const { return static_cast<int>(bits >> 5 & 15); }  ///< 0 where only the year is known
    constexpr int day() const { return static_cast<int>(bits & 31); }         ///< 0 where only the month is known
    constexpr bool is_unstated() const { return bits == 1; }

    constexpr explicit operator bool() const { return bits != 0; }
    /// In order of time; a year stands before its months.
    friend constexpr auto operator<=>(date, date) = default;
};

/// The last day of `a` is before the first of `b`: 2024 ends before 2025-03, not before 2024-10.
constexpr bool ends_before(date a, date b) {
    int const month = a.month() != 0 ? a.month() : 12, day = a.day() != 0 ? a.day() : 31;
    return date{a.year(), month, day} < b;
}

/// Reads "2024", "2024-10" or "2024-10-01"; nothing for anything else.
constexpr std::optional<date> parse_date(std::string_view s) {
    if (s.size() != 4 && s.size() != 7 && s.size() != 10) return std::nullopt;
    int part[3] = {0, 0, 0};
    int which = 0;
    for (std::size_t i = 0; i != s.size(); ++i) {
        if (i == 4 || i == 7) {
            if (s[i] != '-') return std::nullopt;
            ++which;
        } else if (s[i] < '0' || s[i] > '9') {
            return std::nullopt;
        } else {
            part[which] = part[which] * 10 + (s[i] - '0');
        }
    }
    auto const [year, month, day] = part;
    bool const leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    int const days = month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    if (year < 1 || month > 12 || day > days || (s.size() > 4 && month < 1) || (s.size() > 7 && day < 1)) return std::nullopt;
    return date{year, month, day};
}

}  // namespace treatise::inline v0_3
