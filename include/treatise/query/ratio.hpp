// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/decimal.hpp>

#include <cstdint>

namespace treatise::inline v0_3::query_detail {

/// An exact fraction in lowest terms over a positive denominator; what does not fit in 64 bits, or divides by zero, is no number.
struct ratio {
    std::int64_t up = 0, down = 0;  ///< `down` 0: no number

    constexpr bool is_number() const { return down > 0; }

    static constexpr std::int64_t magnitude(std::int64_t n) { return n < 0 ? -n : n; }
    static constexpr std::int64_t gcd(std::int64_t a, std::int64_t b) {
        while (b != 0) {
            auto const r = a % b;
            a = b;
            b = r;
        }
        return magnitude(a);
    }
    static constexpr std::int64_t most = INT64_MAX / 4;  // room to double and to add
    static constexpr bool product_fits(std::int64_t a, std::int64_t b) {
        return a == 0 || b == 0 || magnitude(a) <= most / magnitude(b);
    }
    constexpr ratio reduced() const {
        auto const g = gcd(up, down);
        if (down == 0 || g == 0) return {};
        auto const s = down < 0 ? -g : g;
        return {up / s, down / s};
    }
    friend constexpr ratio operator*(ratio a, ratio b) {
        if (!a.is_number() || !b.is_number()) return {};
        auto const g = gcd(a.up, b.down), h = gcd(b.up, a.down);
        a.up /= g, b.down /= g, b.up /= h, a.down /= h;
        if (!product_fits(a.up, b.up) || !product_fits(a.down, b.down)) return {};
        return {a.up * b.up, a.down * b.down};
    }
    friend constexpr ratio operator/(ratio a, ratio b) {
        if (!b.is_number() || b.up == 0) return {};
        return a * ratio{b.down, b.up}.reduced();
    }
    friend constexpr ratio operator+(ratio a, ratio b) {
        if (!a.is_number() || !b.is_number()) return {};
        auto const g = gcd(a.down, b.down), x = b.down / g, y = a.down / g;
        if (!product_fits(a.up, x) || !product_fits(b.up, y) || !product_fits(a.down, x)) return {};
        return ratio{a.up * x + b.up * y, a.down * x}.reduced();
    }
    friend constexpr ratio operator-(ratio a, ratio b) { return a + ratio{-b.up, b.down}; }

    constexpr bool is_whole_of(std::int64_t n) const { return is_number() && n % down == 0; }

    /// The share of `n` people, for a ratio from 0 to 1 and 1, 10, 100 ... of them; halves up.
    constexpr std::int64_t rounded_of(std::int64_t n) const {
        std::int64_t whole = up / down, rest = up % down;
        for (; n > 1; n /= 10) {  // digit by digit, as on paper: rest * n might not fit
            auto const next = times_ten(rest);
            whole = whole * 10 + next.digit;
            rest = next.rest;
        }
        return whole + (rest >= down - rest ? 1 : 0);
    }

private:
    struct step {
        std::int64_t digit, rest;
    };
    constexpr step times_ten(std::int64_t rest) const {
        step s{0, 0};
        for (int i = 0; i != 10; ++i) {
            s.rest += rest;
            if (s.rest >= down) s.rest -= down, ++s.digit;
        }
        return s;
    }
};

/// The number that was printed, divided by `by`.
constexpr ratio ratio_of(decimal d, std::int64_t by = 1) {
    ratio r{d.digits(), by};
    for (int i = 0; i != d.places(); ++i) r.down *= 10;
    return r.reduced();
}

}  // namespace treatise::inline v0_3::query_detail
