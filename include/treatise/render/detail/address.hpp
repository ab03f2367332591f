// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace treatise::inline v0_3::render_detail {

/// An address that a reader may be sent to; anything else is printed and not linked.
[[nodiscard]] constexpr bool is_web_address(std::string_view link) {
    return link.starts_with("https://") || link.starts_with("http://");
}

/// The address with everything that could end it in another format as %XX; what is encoded already stays.
[[nodiscard]] inline std::string encoded_address(std::string_view link) {
    constexpr std::string_view kept = "-._~:/?#[]@!$&'()*+,;=%", digits = "0123456789ABCDEF";
    std::string made;
    for (char c : link) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || kept.find(c) != kept.npos) {
            made += c;
        } else {
            auto const byte = static_cast<unsigned char>(c);
            made.append(1, '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15u]);
        }
    }
    return made;
}

}  // namespace treatise::inline v0_3::render_detail
