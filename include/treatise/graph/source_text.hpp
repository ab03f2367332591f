// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// A text as an editor shows it: lines, and columns that count characters, both from 1. It looks into the text it is given.
class source_text {
public:
    struct position {
        std::uint32_t line = 0, column = 0;
    };

    explicit source_text(std::string_view text) : text_{text} {
        if (text_.starts_with("\xef\xbb\xbf")) text_.remove_prefix(3);  // the byte order mark is in no column
        for (std::size_t i = 0; i < text_.size(); i += lines_.back().size() + 1)
            lines_.push_back(text_.substr(i, text_.find('\n', i) - i));
    }

    std::string_view text() const { return text_; }
    std::vector<std::string_view> const& lines() const { return lines_; }

    /// What stands on a line from one column up to another; empty where there is no such place.
    std::string_view slice(std::uint32_t line, std::uint32_t column, std::uint32_t last_column) const {
        if (line == 0 || column == 0 || last_column < column || line > lines_.size()) return {};
        auto const from = skip(lines_[line - 1], column - 1);
        return from.substr(0, from.size() - skip(from, last_column - column).size());
    }

    /// The first byte that is not UTF-8.
    std::optional<position> not_utf8() const {
        for (std::size_t i = 0; i != lines_.size(); ++i) {
            auto rest = lines_[i];
            std::uint32_t column = 1;
            while (!rest.empty()) {
                auto const n = character(rest);
                if (n == 0) return position{static_cast<std::uint32_t>(i + 1), column};
                rest.remove_prefix(n);
                ++column;
            }
        }
        return std::nullopt;
    }

private:
    /// The bytes of a character that begins with this one; 0 where none does.
    static std::size_t length_from(unsigned first) {
        if (first < 0x80) return 1;
        if (first < 0xc2) return 0;
        if (first < 0xe0) return 2;
        if (first < 0xf0) return 3;
        return first < 0xf5 ? 4 : 0;
    }
    /// The bytes of the first character, 0 where it is not UTF-8.
    static std::size_t character(std::string_view s) {
        auto const byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) + 0u : 0u; };
        auto const first = byte(0), second = byte(1);
        auto const n = length_from(first);
        for (std::size_t i = 1; i < n; ++i)
            if ((byte(i) & 0xc0u) != 0x80u) return 0;
        bool const overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
        bool const surrogate = first == 0xed && second > 0x9f, too_large = first == 0xf4 && second > 0x8f;
        return overlong || surrogate || too_large ? 0 : n;
    }
    static std::string_view skip(std::string_view s, std::uint32_t characters) {
        for (; characters != 0 && !s.empty(); --characters) s.remove_prefix(std::max<std::size_t>(1, character(s)));
        return s;
    }

    std::string_view text_;
    std::vector<std::string_view> lines_{};
};

}  // namespace treatise::inline v0_3
