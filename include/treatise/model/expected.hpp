// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <utility>
#include <version>

#if defined(__cpp_lib_expected) && __cpp_lib_expected >= 202202L
#include <expected>

namespace treatise::inline v0_3 {
using std::expected;
using std::unexpected;
}  // namespace treatise::inline v0_3

#else

namespace treatise::inline v0_3 {

/// The error of an `expected`, as `std::unexpected` of C++23.
template <class E>
class unexpected {
public:
    constexpr explicit unexpected(E error) : error_{std::move(error)} {}
    constexpr E const& error() const& { return error_; }
    constexpr E&& error() && { return std::move(error_); }

private:
    E error_;
};
template <class E>
unexpected(E) -> unexpected<E>;

/// A value or the error that took its place: the part of C++23's `std::expected` that this library uses,
/// and that type itself where the standard library has it. Reading the absent one gives a default value here
/// and is undefined there. Both types are default-constructible, which spares the union and `<memory>`.
template <class T, class E>
class expected {
public:
    using value_type = T;
    using error_type = E;

    constexpr expected(T value) : value_{std::move(value)}, has_value_{true} {}
    template <class G>
        requires std::is_convertible_v<G, E>
    constexpr expected(unexpected<G> u) : error_{std::move(u).error()} {}

    constexpr bool has_value() const { return has_value_; }
    constexpr explicit operator bool() const { return has_value_; }
    constexpr T& operator*() & { return value_; }
    constexpr T const& operator*() const& { return value_; }
    constexpr T&& operator*() && { return std::move(value_); }
    constexpr T* operator->() { return &value_; }
    constexpr T const* operator->() const { return &value_; }
    constexpr T& value() & { return value_; }
    constexpr T const& value() const& { return value_; }
    constexpr T&& value() && { return std::move(value_); }
    constexpr E& error() & { return error_; }
    constexpr E const& error() const& { return error_; }
    constexpr T value_or(T other) const& { return has_value_ ? value_ : std::move(other); }

private:
    T value_{};
    E error_{};
    bool has_value_ = false;
};

}  // namespace treatise::inline v0_3

#endif
