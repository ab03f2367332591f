// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
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

namespace render_detail {

[[nodiscard]] constexpr bool is_blank(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// What would steer a terminal or turn the direction of the text behind it, instead of being read.
[[nodiscard]] constexpr bool is_steering(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace render_detail

/// Calls `f(character, its bytes)` for what a reader sees: runs of spaces and line breaks as one space and none at the ends,
/// without control characters, bytes that are not UTF-8 as U+FFFD.
template <class F>
constexpr void each_printed(std::string_view text, F&& f) {
    bool begun = false, space = false;
    while (!text.empty()) {
        auto const c = first_character(text);
        auto const bytes = text.substr(0, c.bytes);
        text.remove_prefix(c.bytes);
        if (render_detail::is_blank(c.value)) {
            space = begun;
        } else if (!render_detail::is_steering(c.value)) {
            if (space) f(character{U' ', 1}, std::string_view{" "});
            f(c, c.value == 0xFFFD ? std::string_view{"\xEF\xBF\xBD"} : bytes);
            begun = true;
            space = false;
        }
    }
}

/// The text as a reader sees it, on one line.
[[nodiscard]] inline std::string printed(std::string_view text) {
    std::string made;
    made.reserve(text.size());
    each_printed(text, [&](character, std::string_view bytes) { made += bytes; });
    return made;
}

}  // namespace treatise::inline v0_3
