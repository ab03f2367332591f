// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace treatise::inline v0_3 {

/// A published number, kept as the decimal that was printed: 7.10 stays 7.10.
///
/// Up to eight digits and eleven places; infinite bounds and "not stated by the source" are values,
/// and a decimal that was never given is absent.
struct decimal {
    std::int32_t bits = absent_code;

    constexpr decimal() = default;
    constexpr explicit decimal(std::int32_t raw) : bits{raw} {}
    /// 0.59 is `decimal{59, 2}`; `places` from 0 to 11, `digits` below 134,217,728.
    constexpr decimal(std::int32_t digits, int places) : bits{digits * 16 + places} {}

    static constexpr decimal infinity() { return decimal{plus_code}; }
    static constexpr decimal minus_infinity() { return decimal{minus_code}; }
    static constexpr decimal unstated() { return decimal{unstated_code}; }

    constexpr bool is_finite() const { return (bits & 15) < unstated_code; }
    constexpr bool is_infinite() const { return bits == plus_code || bits == minus_code; }
    constexpr bool is_unstated() const { return bits == unstated_code; }
    constexpr bool is_absent() const { return bits == absent_code; }
    /// Finite only: -0.59 has the digits -59 and 2 places.
    constexpr std::int32_t digits() const { return bits >> 4; }
    constexpr int places() const { return bits & 15; }

    /// The same printed form, not the same value: 7.1 and 7.10 differ.
    friend constexpr bool operator==(decimal, decimal) = default;

private:
    static constexpr std::int32_t unstated_code = 12, minus_code = 13, plus_code = 14, absent_code = 15;
};

/// Less, by value: 7.1 is not less than 7.10. Both must be finite or infinite.
constexpr bool less(decimal a, decimal b) {
    auto const rank = [](decimal d) { return d.is_finite() ? 0 : d == decimal::infinity() ? 1 : -1; };
    if (rank(a) != rank(b) || !a.is_finite()) return rank(a) < rank(b);
    auto const power = [](int places) {
        std::int64_t v = 1;
        for (int p = 0; p != places; ++p) v *= 10;
        return v;
    };
    auto const whole = [&](decimal d) { return d.digits() / power(d.places()); };
    auto const rest = [&](decimal d) { return d.digits() % power(d.places()) * power(11 - d.places()); };
    return whole(a) != whole(b) ? whole(a) < whole(b) : rest(a) < rest(b);
}

/// Reads "7.10", "-0.59", "1,234", "inf" or "-inf"; nothing for anything else, or for more than eight digits.
constexpr std::optional<decimal> parse_decimal(std::string_view s) {
    bool const negative = !s.empty() && s.front() == '-';
    if (!s.empty() && (s.front() == '-' || s.front() == '+')) s.remove_prefix(1);
    if (s == "inf") return negative ? decimal::minus_infinity() : decimal::infinity();
    std::int64_t digits = 0;
    int places = -1, seen = 0, group = -1;  // group: the digits since the last comma
    auto const group_ends_well = [&] { return group < 0 || group == 3; };
    for (char c : s) {
        if (c == '.' && places < 0) {
            if (!group_ends_well()) return std::nullopt;
            places = 0;
            group = -1;
            continue;
        }
        if (c == '_' && seen != 0 && places < 0) continue;
        if (c == ',') {  // of thousands; 0,59 is refused, not read as 59
            if (seen == 0 || (seen > 3 && group < 0) || places >= 0 || !group_ends_well()) return std::nullopt;
            group = 0;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        if (group >= 0) ++group;
        digits = digits * 10 + (c - '0');
        ++seen;
        if (places >= 0) ++places;
        if (digits >= (std::int64_t{1} << 27) || places > 11) return std::nullopt;
    }
    if (seen == 0 || places == 0 || !group_ends_well()) return std::nullopt;
    auto const signed_digits = static_cast<std::int32_t>(negative ? -digits : digits);
    return decimal{signed_digits, places < 0 ? 0 : places};
}

}  // namespace treatise::inline v0_3
