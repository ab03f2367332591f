// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/character.hpp>
#include <treatise/model/seen_text.hpp>

#include <string>
#include <string_view>

namespace treatise::inline v0_3 {

namespace render_detail {

[[nodiscard]] constexpr bool is_blank(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// What would steer a terminal or turn the direction of the text behind it, instead of being read.
[[nodiscard]] constexpr bool is_steering(char32_t c) {
    auto const why = unseen_kind(c);
    return why == unseen::control || why == unseen::direction || c == '\t' || c == '\n' || c == '\r';
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
