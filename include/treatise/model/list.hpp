// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>

namespace treatise::inline v0_3 {

/// A list of types, as kinds and relations are declared.
template <class... T>
struct list {
    static constexpr std::uint32_t size = sizeof...(T);
};

/// The position of `T` in the list `L`; the size of `L` where it is not in it.
template <class T, class L>
inline constexpr std::uint32_t index_in = 0;
template <class T, class... U>
inline constexpr std::uint32_t index_in<T, list<U...>> = [] {
    std::uint32_t i = 0;
    (void)((std::same_as<T, U> || (++i, false)) || ...);
    return i;
}();

template <class A, class B>
struct joined_lists;
template <class... A, class... B>
struct joined_lists<list<A...>, list<B...>> {
    using type = list<A..., B...>;
};
/// The types of `A`, then those of `B`.
template <class A, class B>
using joined = typename joined_lists<A, B>::type;

template <template <class...> class Of, class L>
struct renamed_list;
template <template <class...> class Of, class... T>
struct renamed_list<Of, list<T...>> {
    using type = Of<T...>;
};
/// `Of<T...>` of the types of the list.
template <template <class...> class Of, class L>
using renamed = typename renamed_list<Of, L>::type;

/// Calls `f.template operator()<T>()` for each type of the list, in order.
template <class F, class... T>
constexpr void each(list<T...>, F&& f) {
    (f.template operator()<T>(), ...);
}

/// Calls `f.template operator()<T>()` for the type at position `n`; for none where `n` is past the end.
template <class F, class... T>
constexpr void with_type(list<T...>, std::size_t n, F&& f) {
    std::size_t i = 0;
    (void)((i++ == n && (f.template operator()<T>(), true)) || ...);
}

}  // namespace treatise::inline v0_3
