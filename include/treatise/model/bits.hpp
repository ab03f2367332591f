// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

namespace treatise::inline v0_3 {

/// The number of the lowest bit that is set; 32 where none is. <bit> would cost 250 lines more.
constexpr std::uint32_t lowest_bit(std::uint32_t bits) { return bits ? static_cast<std::uint32_t>(__builtin_ctz(bits)) : 32u; }
/// The number behind the highest bit that is set; 0 where none is.
constexpr std::uint32_t bit_end(std::uint32_t bits) { return bits ? 32u - static_cast<std::uint32_t>(__builtin_clz(bits)) : 0u; }

/// Whether no bit is missing between the lowest and the highest that are set.
[[nodiscard]] constexpr bool bits_are_neighbours(std::uint32_t bits) {
    auto const from_zero = bits >> (lowest_bit(bits) & 31u);
    return (from_zero & (from_zero + 1)) == 0;
}

}  // namespace treatise::inline v0_3
