// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <cstdint>

// Short names for the numbers in a baked header, which has many of them; nothing else uses these.
namespace treatise::inline v0_3::baked {

/// A text by its number.
constexpr text t(std::uint32_t number) { return text::from_number(number); }
using d = date;
using x = decimal;

/// The id of whatever kind its field has.
struct e {
    std::uint32_t number;

    constexpr explicit e(std::uint32_t n) : number{n} {}
    template <class Kind>
    constexpr operator id<Kind>() const {
        return id<Kind>::from_number(number);
    }
};

/// The value of whatever enumeration its field has.
struct v {
    std::uint8_t number;

    constexpr explicit v(std::uint8_t n) : number{n} {}
    template <vocabulary Enum>
    constexpr operator Enum() const {
        return static_cast<Enum>(number);
    }
};

}  // namespace treatise::inline v0_3::baked
