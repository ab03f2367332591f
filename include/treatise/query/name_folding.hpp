// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/character.hpp>
#include <treatise/model/fields.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace treatise::inline v0_3 {

/// A name without what people write in different ways: case, accents, blanks, hyphens, apostrophes, marks, plural, British or
/// American spelling, sub- and superscript digits. Equal ones are one name.
///
/// A small array, so that looking up a name allocates nothing; a name of more than 96 letters has none, and equals nothing.
class folded_name {
    static constexpr std::size_t most = 96;
    std::array<char, most> letters_{};
    std::size_t size_ = 0, word_ = 0;  ///< where the last word begins
    bool fits_ = true;
    bool whole_;  ///< also plural and spelling, which the beginning of a word does not have

    constexpr void add(char c) {
        if (size_ == most) fits_ = false;
        if (fits_) letters_[size_++] = c;
    }
    constexpr void add(std::string_view s) {
        for (char c : s) add(c);
    }
    constexpr std::string_view word() const { return {letters_.data() + word_, size_ - word_}; }
    /// Puts `with` in place of what stands from there on in the last word.
    constexpr void replace(std::size_t from, std::size_t count, std::string_view with) {
        std::array<char, most> rest{};
        auto const at = word_ + from, end = size_, tail = at + count;
        for (std::size_t i = tail; i != end; ++i) rest[i - tail] = letters_[i];
        size_ = at;
        add(with);
        for (std::size_t i = 0; i != end - tail; ++i) add(rest[i]);
    }
    constexpr void singular() {
        auto const w = word();
        if (w.size() < 4 || !w.ends_with('s') || w.ends_with("ss") || w.ends_with("us") || w.ends_with("is")) return;
        if (w.ends_with("ies"))
            replace(w.size() - 3, 3, "y");
        else
            --size_;
    }
    /// British spelling becomes American: oedema, anaesthetic, behavioural, localised, fibre, sulphate.
    constexpr void american() {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 9> anywhere{{{"ae", "e"}, {"oe", "e"}, {"our", "or"},
            {"isation", "ization"}, {"ising", "izing"}, {"ised", "ized"}, {"sulph", "sulf"}, {"yse", "yze"}, {"ll", "l"}}};
        for (auto const& [british, american] : anywhere)
            if (auto const at = word().find(british); at != std::string_view::npos) replace(at, british.size(), american);
        constexpr std::array<std::pair<std::string_view, std::string_view>, 3> at_end{
            {{"bre", "ber"}, {"tre", "ter"}, {"ise", "ize"}}};
        for (auto const& [british, american] : at_end)
            if (word().ends_with(british)) replace(word().size() - british.size(), british.size(), american);
    }
    constexpr void end_word() {
        if (whole_ && fits_ && size_ != word_) singular(), american();
        word_ = size_;
    }
    /// The letters of a character of more than one byte; an empty text for one that separates or is no letter.
    static constexpr std::string_view letters_of(char32_t c) {
        constexpr std::array<std::string_view, 64> latin{"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i",
            "i", "i", "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss", "a", "a", "a", "a", "a",
            "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u",
            "u", "y", "th", "y"};
        constexpr std::array<std::string_view, 10> digit{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
        if (c >= 0xc0 && c <= 0xff) return latin[c - 0xc0];
        if (c >= 0x2080 && c <= 0x2089) return digit[c - 0x2080];
        if (c == 0xb9 || c == 0xb2 || c == 0xb3) return digit[c == 0xb9 ? 1 : c == 0xb2 ? 2 : 3];
        if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return digit[c - 0x2070];
        switch (c) {
            case 0x153: return "oe";
            case 0x3b1: return "alpha";
            case 0x3b2: return "beta";
            case 0x3b3: return "gamma";
            case 0x3b4: return "delta";
            default: return {};
        }
    }
    /// Whether it stands inside a word without being a letter of it: apostrophes, and the marks of brands.
    static constexpr bool is_silent(char32_t c) {
        return c == '\'' || c == '.' || c == 0x2019 || c == 0x2018 || c == 0xae || c == 0x2122 || c == 0xad;
    }
    constexpr void take(char32_t c) {
        char const low = c < 0x80 ? fold(static_cast<char>(c)) : '\0';
        if ((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9')) return add(low);
        if (auto const s = c < 0x80 ? std::string_view{} : letters_of(c); !s.empty()) return add(s);
        if (!is_silent(c)) end_word();
    }

public:
    constexpr explicit folded_name(std::string_view name, bool whole = true) : whole_{whole} {
        while (!name.empty() && fits_) {
            auto const c = first_character(name);
            take(c.value);
            name.remove_prefix(c.bytes);
        }
        end_word();
    }

    /// The letters and digits that are left; empty where there are none, or too many.
    constexpr std::string_view text() const { return fits_ ? std::string_view{letters_.data(), size_} : std::string_view{}; }
    /// Whether a name can be this one, by its first letter alone: folding all names of a base is a thousand times the work.
    constexpr bool may_be(std::string_view other) const {
        if (other.empty() || size_ == 0) return false;
        char const first = fold(other[0]);
        bool const plain = (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9');
        bool const shortens = (first == 'a' || first == 'o') && letters_[0] == 'e';  // oedema
        return !plain || shortens || first == letters_[0];
    }
    friend constexpr bool operator==(folded_name const& a, folded_name const& b) {
        return !a.text().empty() && a.text() == b.text();
    }
};

}  // namespace treatise::inline v0_3
