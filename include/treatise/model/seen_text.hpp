// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/character.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Characters that no reader sees, or that steer a terminal: two names that look alike can differ by them.
namespace treatise::inline v0_3 {

/// Why a character has no place in a text that people read.
enum class unseen : std::uint8_t { no, control, direction, invisible };

/// Whether a character steers a terminal, turns the direction of the text behind it, or is not seen at all. Tab and line breaks
/// are seen; what depends on its neighbours, a joiner or a lone carriage return, is for `unseen_in` to decide.
[[nodiscard]] constexpr unseen unseen_kind(char32_t c) {
    if (c == '\t' || c == '\n' || c == '\r') return unseen::no;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return unseen::control;
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return unseen::direction;
    bool const hidden = c == 0xAD || c == 0x034F || c == 0x061C || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 ||
                        c == 0x180E || (c >= 0x200B && c <= 0x200F) || c == 0x2028 || c == 0x2029 ||
                        (c >= 0x2060 && c <= 0x2065) || (c >= 0x206A && c <= 0x206F) || c == 0x3164 ||
                        (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xFFA0 || (c >= 0xFFF0 && c <= 0xFFFB) ||
                        (c >= 0x1D173 && c <= 0x1D17A) || (c >= 0xE0000 && c <= 0xE0FFF);
    return hidden ? unseen::invisible : unseen::no;
}

/// One of them, and at which byte it stands.
struct unseen_character {
    char32_t value = 0;
    unseen why = unseen::no;
    std::size_t at = 0;
};

/// The first character of a text that people would not see; none where they see all of it. Linear.
///
/// The joiner and the non-joiner of Persian, Hindi and other scripts are seen between two letters beyond ASCII.
[[nodiscard]] constexpr std::optional<unseen_character> unseen_in(std::string_view s) {
    bool behind_a_letter = false;
    for (std::size_t i = 0; i < s.size();) {
        auto const c = first_character(s.substr(i));
        auto const behind = s.substr(i + c.bytes);
        auto const next = behind.empty() ? U'\0' : first_character(behind).value;
        bool const joins =
            (c.value == 0x200C || c.value == 0x200D) && behind_a_letter && next > 0x7F && unseen_kind(next) == unseen::no;
        auto const why = c.value == U'\r' && next != U'\n' ? unseen::control : unseen_kind(c.value);
        if (why != unseen::no && !joins) return unseen_character{c.value, why, i};
        behind_a_letter = c.value > 0x7F && !joins;
        i += c.bytes;
    }
    return std::nullopt;
}

/// "U+202E": how a message names a character that would not be seen in it.
[[nodiscard]] inline std::string code_point(char32_t c) {
    std::string digits;
    for (auto n = static_cast<std::uint32_t>(c); n != 0 || digits.size() < 4; n >>= 4)
        digits.insert(digits.begin(), "0123456789ABCDEF"[n & 15u]);
    return "U+" + digits;
}

/// What is wrong with a text that holds such a character, to go on after the name of the field.
[[nodiscard]] inline std::string in_words(unseen_character const& c) {
    auto const why = c.why == unseen::control     ? ", a control character"
                     : c.why == unseen::direction ? ", which turns the direction of what stands behind it"
                                                  : ", which nobody sees";
    return "holds " + code_point(c.value) + why + "; expected what people can read";
}

/// The text as it may be printed: each such character by its code point in angle brackets, "<U+202E>". Linear.
[[nodiscard]] inline std::string safe_to_print(std::string_view s) {
    std::string made;
    made.reserve(s.size());
    while (auto const c = unseen_in(s)) {
        made.append(s.substr(0, c->at)).append("<").append(code_point(c->value)).append(">");
        s.remove_prefix(c->at);
        s.remove_prefix(first_character(s).bytes);
    }
    return made.append(s);
}

}  // namespace treatise::inline v0_3
