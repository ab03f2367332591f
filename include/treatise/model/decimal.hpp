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

namespace model_detail {

/// The digits of a number as they come, in groups of thousands where there are commas.
class decimal_digits {
public:
    /// Whether the number may go on with this character.
    constexpr bool take(char c) {
        if (c == '.') return point();
        if (c == ',') return comma();
        if (c == '_') return seen_ != 0 && places_ < 0;
        return digit(c);
    }
    /// The number that was read; nothing where it is not at an end.
    constexpr std::optional<decimal> end(bool negative) const {
        if (seen_ == 0 || places_ == 0 || !group_ends_well()) return std::nullopt;
        auto const signed_digits = static_cast<std::int32_t>(negative ? -digits_ : digits_);
        return decimal{signed_digits, places_ < 0 ? 0 : places_};
    }

private:
    constexpr bool group_ends_well() const { return group_ < 0 || group_ == 3; }
    constexpr bool point() {
        if (places_ >= 0 || !group_ends_well()) return false;
        places_ = 0;
        group_ = -1;
        return true;
    }
    /// Of thousands; 0,59 is refused, not read as 59.
    constexpr bool comma() {
        bool const first_is_short = group_ >= 0 || (seen_ >= 1 && seen_ <= 3);
        if (!first_is_short || places_ >= 0 || !group_ends_well()) return false;
        group_ = 0;
        return true;
    }
    constexpr bool digit(char c) {
        if (c < '0' || c > '9') return false;
        digits_ = digits_ * 10 + (c - '0');
        ++seen_;
        if (group_ >= 0) ++group_;
        if (places_ >= 0) ++places_;
        return digits_ < (std::int64_t{1} << 27) && places_ <= 11;
    }

    std::int64_t digits_ = 0;
    int places_ = -1;  ///< -1: before the point
    int seen_ = 0;
    int group_ = -1;  ///< the digits since the last comma; -1: there was none
};

}  // namespace model_detail

/// Reads "7.10", "-0.59", "1,234", "inf" or "-inf"; nothing for anything else, or for more than eight digits.
constexpr std::optional<decimal> parse_decimal(std::string_view s) {
    bool const negative = s.starts_with('-');
    if (negative || s.starts_with('+')) s.remove_prefix(1);
    if (s == "inf") return negative ? decimal::minus_infinity() : decimal::infinity();
    model_detail::decimal_digits read;
    for (char c : s)
        if (!read.take(c)) return std::nullopt;
    return read.end(negative);
}

}  // namespace treatise::inline v0_3
