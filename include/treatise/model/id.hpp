// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>

namespace treatise::inline v0_3 {

/// Several kinds as one: `one_of<therapy, therapy_class>` is the kind of an id that may be either.
template <class... Kind>
struct one_of {};

/// The set of kinds that `Kind` stands for, one bit each; the schema page defines it.
template <class Kind>
struct kinds_of;

/// Every `From` is a `To`: a therapy is an option, an option is an entity.
template <class From, class To>
concept converts_to_kind = (kinds_of<From>::bits & ~kinds_of<To>::bits) == 0;

inline constexpr std::uint32_t no_number = 0xffff'ffff;
inline constexpr std::uint32_t unstated_number = 0xffff'fffe;

/// The number of an entity of one kind (or of one of several) in one knowledge base.
///
/// Numbers run through all kinds and follow the display order inside a kind. A number means nothing
/// in another base: programs store keys. `id{}` is no entity, and false; so is one that the source does not state.
/// An id comes from a knowledge base or a builder; who keeps numbers, as a reader does, says so: `id<therapy>::from_number(3)`.
template <class Kind>
struct id {
    using kind = Kind;

    std::uint32_t value = no_number;

    constexpr id() = default;
    [[nodiscard]] static constexpr id from_number(std::uint32_t number) {
        id made;
        made.value = number;
        return made;
    }
    /// What stands where a source does not state it.
    [[nodiscard]] static constexpr id unstated() { return from_number(unstated_number); }
    template <class From>
        requires(!std::same_as<From, Kind> && converts_to_kind<From, Kind>)
    constexpr id(id<From> from) : value{from.value} {}

    constexpr explicit operator bool() const { return value < unstated_number; }
    constexpr bool is_unstated() const { return value == unstated_number; }
    friend constexpr bool operator==(id, id) = default;
    friend constexpr auto operator<=>(id, id) = default;
};

/// The number of a claim or of an edge of structure in one knowledge base.
struct claim_id {
    std::uint32_t value = no_number;

    constexpr claim_id() = default;
    [[nodiscard]] static constexpr claim_id from_number(std::uint32_t number) {
        claim_id made;
        made.value = number;
        return made;
    }

    constexpr explicit operator bool() const { return value != no_number; }
    friend constexpr bool operator==(claim_id, claim_id) = default;
    friend constexpr auto operator<=>(claim_id, claim_id) = default;
};

/// A text of a knowledge base by its number in the pool; 0 is no text, 1 is "not stated by the source".
struct text {
    std::uint32_t value = 0;

    constexpr text() = default;
    [[nodiscard]] static constexpr text from_number(std::uint32_t number) {
        text made;
        made.value = number;
        return made;
    }

    constexpr explicit operator bool() const { return value != 0; }
    friend constexpr bool operator==(text, text) = default;
};
inline constexpr text not_stated = text::from_number(1);

/// A list inside a row of fixed size: a range of the base's shared array of numbers.
template <class T>
struct many {
    std::uint32_t first = 0, last = 0;

    constexpr many() = default;
    constexpr many(std::uint32_t f, std::uint32_t l) : first{f}, last{l} {}

    constexpr bool empty() const { return first == last; }
    constexpr std::uint32_t size() const { return last - first; }
    friend constexpr bool operator==(many, many) = default;
};

}  // namespace treatise::inline v0_3
