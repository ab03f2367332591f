// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/source_text.hpp>
#include <treatise/model/seen_text.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace treatise::inline v0_3 {

namespace bulk_detail {
/// Whether a cell says that it has no value, as programs write that.
inline bool is_missing(std::string_view cell) {
    constexpr std::array<std::string_view, 9> words{"NA", "N/A", "nan", "NaN", "None", "NULL", "null", "<NA>", "\\N"};
    return cell.empty() || (cell.size() < 5 && std::find(words.begin(), words.end(), cell) != words.end());
}

/// A text, or where it is long its beginning and "...".
inline std::string beginning(std::string_view s, std::size_t most) {
    if (s.size() <= most) return std::string{s};
    while (most != 0 && (static_cast<unsigned char>(s[most]) & 0xc0u) == 0x80) --most;
    return std::string{s.substr(0, most)} + "...";
}

}  // namespace bulk_detail

/// Whether a text is UTF-8 on one line, without control characters and such as nobody sees.
inline bool is_clean(std::string_view s) {
    bool plain = true;
    for (char const c : s) {
        auto const u = static_cast<unsigned char>(c);
        if (u < 0x20 || u == 0x7f) return false;
        plain = plain && u < 0x80;
    }
    return plain || (!source_text{s}.not_utf8() && !unseen_in(s));
}

namespace bulk_detail {

/// The text without the characters that nobody sees; one that controls becomes a space.
inline std::string without_unseen(std::string_view s) {
    std::string made;
    while (auto const c = unseen_in(s)) {
        made += s.substr(0, c->at);
        if (c->why == unseen::control) made += ' ';
        s.remove_prefix(c->at);
        s.remove_prefix(first_character(s).bytes);
    }
    return made += s;
}

}  // namespace bulk_detail

/// The text as UTF-8 on one line: a byte that is none becomes U+FFFD, a control character a space; what nobody sees is left out.
inline std::string cleaned(std::string_view s) {
    std::string made;
    while (!s.empty()) {
        auto const u = static_cast<unsigned char>(s[0]);
        std::size_t n = 1;
        if (u < 0x20 || u == 0x7f) {
            made += ' ';
        } else if (u < 0x80) {
            made += s[0];
        } else {
            n = std::min<std::size_t>(s.size(), u < 0xe0 ? 2 : u < 0xf0 ? 3 : 4);
            if (source_text{s.substr(0, n)}.not_utf8()) n = 1;
            made += n == 1 ? std::string_view{"\xef\xbf\xbd"} : s.substr(0, n);
        }
        s.remove_prefix(n);
    }
    return bulk_detail::without_unseen(made);
}

}  // namespace treatise::inline v0_3
