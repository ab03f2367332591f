// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/fields.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What the audit of words asks of a text; each is linear in it.
namespace treatise::inline v0_3::text_measures {

/// Whether a byte is a letter: A to Z in either case, or a part of a character beyond ASCII.
[[nodiscard]] constexpr bool is_letter(char c) {
    auto const f = fold(c);
    return (f >= 'a' && f <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
/// Whether a byte is one of 0 to 9.
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The text without the marks of direction that no reader sees.
[[nodiscard]] inline std::string visible(std::string_view s) {
    constexpr std::string_view invisible = "\u200E";  // in front of a minus sign where text runs from right to left
    std::string made;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s.substr(i).starts_with(invisible))
            i += invisible.size() - 1;
        else
            made += s[i];
    }
    return made;
}
/// The same in lower case of A to Z.
[[nodiscard]] inline std::string folded(std::string_view s) {
    auto made = visible(s);
    for (char& c : made) c = fold(c);
    return made;
}

/// Whether `part` stands in `text`, in either case of A to Z.
[[nodiscard]] inline bool holds(std::string_view text, std::string_view part) {
    return folded(text).find(folded(part)) != std::string::npos;
}

/// Whether `word` stands in `text` as a word or a number of its own: 7 not in 17, nor in 7.1.
[[nodiscard]] inline bool has_word(std::string_view text, std::string_view word) {
    auto const all = folded(text), one = folded(word);
    auto const inside_word = [&](std::size_t i) { return is_letter(all[i]) || is_digit(all[i]) || all[i] == '-'; };
    for (std::size_t i = 0; !one.empty() && (i = all.find(one, i)) != std::string::npos; ++i) {
        auto const end = i + one.size();
        bool const decimal_before = i > 1 && all[i - 1] == '.' && is_digit(all[i - 2]) && is_digit(one.front());
        bool const decimal_behind = end + 1 < all.size() && all[end] == '.' && is_digit(all[end + 1]) && is_digit(one.back());
        if ((i == 0 || !inside_word(i - 1)) && (end == all.size() || !inside_word(end)) && !decimal_before && !decimal_behind)
            return true;
    }
    return false;
}

/// Whether a digit stands in the text.
[[nodiscard]] inline bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != text.npos; }

/// The text without the names and words that others gave, found in either case of A to Z.
[[nodiscard]] inline std::string without(std::string_view text, std::vector<std::string_view> const& names) {
    auto left = visible(text);
    auto seen = folded(text);
    for (auto name : names) {
        auto const f = folded(name);
        for (std::size_t i = 0; !f.empty() && (i = seen.find(f, i)) != std::string::npos;) {
            left.replace(i, f.size(), " ");
            seen.replace(i, f.size(), " ");
        }
    }
    return left;
}

/// Tokens of two capitals or more, such as SMD or HbA1c; digits count as neither.
[[nodiscard]] inline std::vector<std::string> abbreviations(std::string_view text) {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i, capitals = 0;
        for (; end != text.size() && (is_letter(text[end]) || is_digit(text[end])); ++end)
            capitals += text[end] >= 'A' && text[end] <= 'Z';
        if (capitals > 1) found.emplace_back(text.substr(i, end - i));
        i = end + 1;
    }
    return found;
}

/// The Flesch-Kincaid grade of an English text in hundredths: 600 is six years of school; 0 for no words.
[[nodiscard]] inline std::int64_t reading_grade(std::string_view text) {
    std::int64_t spoken = 0, sentences = 0, syllables = 0;
    bool open = false;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_letter(text[i])) {
            if ((text[i] == '.' || text[i] == '!' || text[i] == '?' || text[i] == ':' || text[i] == ';') && open)
                ++sentences, open = false;
            ++i;
            continue;
        }
        std::size_t end = i;
        std::int64_t groups = 0;
        bool vowel = false;
        for (; end != text.size() && is_letter(text[end]); ++end) {
            bool const v = std::string_view{"aeiouy"}.find(fold(text[end])) != std::string_view::npos;
            groups += v && !vowel;
            vowel = v;
        }
        bool const silent = end - i > 2 && fold(text[end - 1]) == 'e' && fold(text[end - 2]) != 'l' && groups > 1;
        syllables += groups - silent > 0 ? groups - silent : 1;
        ++spoken;
        open = true;
        i = end;
    }
    sentences += open;
    return spoken == 0 ? 0 : 39 * spoken / sentences + 1180 * syllables / spoken - 1559;
}

}  // namespace treatise::inline v0_3::text_measures
