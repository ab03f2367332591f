// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <utility>

namespace treatise::inline v0_3 {

/// The error of an `expected`, as `std::unexpected` of C++23.
template <class E>
class [[nodiscard]] unexpected {
public:
    constexpr explicit unexpected(E error) : error_{std::move(error)} {}

    [[nodiscard]] constexpr E const& error() const& { return error_; }
    [[nodiscard]] constexpr E error() && { return std::move(error_); }

private:
    E error_;
};
template <class E>
unexpected(E) -> unexpected<E>;

/// A value, or the error that took its place: the part of C++23's `std::expected` that this library uses.
///
/// It is this type in every standard, because files compiled as C++20 and as C++23 may meet in one program, and `std::expected`
/// has another layout. Reading the one that is absent gives a default value. A temporary gives its value away (`auto v =
/// *read();`), and no member of it (`read()->view()` does not compile), because a member may look into what is about to end. Both
/// types are default-constructible, which spares the union and `<memory>`.
template <class T, class E>
class [[nodiscard]] expected {
public:
    using value_type = T;
    using error_type = E;

    constexpr expected(T value) : value_{std::move(value)}, has_value_{true} {}
    template <class G>
        requires std::is_convertible_v<G, E>
    constexpr expected(unexpected<G> u) : error_{std::move(u).error()} {}

    [[nodiscard]] constexpr bool has_value() const { return has_value_; }
    [[nodiscard]] constexpr explicit operator bool() const { return has_value_; }

    [[nodiscard]] constexpr T& operator*() & { return value_; }
    [[nodiscard]] constexpr T const& operator*() const& { return value_; }
    [[nodiscard]] constexpr T operator*() && { return std::move(value_); }
    [[nodiscard]] constexpr T operator*() const&& { return value_; }

    [[nodiscard]] constexpr T* operator->() & { return &value_; }
    [[nodiscard]] constexpr T const* operator->() const& { return &value_; }
    T const* operator->() const&& = delete;  // name the result first: `auto const read = ...; read->view()`

    [[nodiscard]] constexpr T& value() & { return value_; }
    [[nodiscard]] constexpr T const& value() const& { return value_; }
    [[nodiscard]] constexpr T value() && { return std::move(value_); }
    [[nodiscard]] constexpr T value() const&& { return value_; }

    [[nodiscard]] constexpr E& error() & { return error_; }
    [[nodiscard]] constexpr E const& error() const& { return error_; }
    [[nodiscard]] constexpr E error() && { return std::move(error_); }
    [[nodiscard]] constexpr E error() const&& { return error_; }

    [[nodiscard]] constexpr T value_or(T other) const& { return has_value_ ? value_ : std::move(other); }
    [[nodiscard]] constexpr T value_or(T other) && { return has_value_ ? std::move(value_) : std::move(other); }

private:
    T value_{};
    E error_{};
    bool has_value_ = false;
};

}  // namespace treatise::inline v0_3
