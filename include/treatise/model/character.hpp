// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

namespace treatise::inline v0_3 {

/// A character of UTF-8 text: its number and how many bytes it takes.
struct character {
    char32_t value = 0;
    std::uint32_t bytes = 0;
};

/// The first character of a text that is not empty; a byte that is not UTF-8 counts as U+FFFD.
[[nodiscard]] constexpr character first_character(std::string_view text) {
    auto const lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return {lead, 1};
    auto const length = lead >= 0xF0 ? 4u : lead >= 0xE0 ? 3u : 2u;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {0xFFFD, 1};
    char32_t value = lead & (0x7Fu >> length);
    for (auto i = 1u; i != length; ++i) {
        auto const next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0u) != 0x80) return {0xFFFD, 1};
        value = (value << 6) | (next & 0x3Fu);
    }
    bool const overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || (value >= 0xD800 && value < 0xE000) || value > 0x10FFFF) return {0xFFFD, 1};
    return {value, length};
}

}  // namespace treatise::inline v0_3
