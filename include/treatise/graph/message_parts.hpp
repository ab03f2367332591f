// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/nearest.hpp>

#include <cstddef>
#include <string>
#include <string_view>

// What messages about knowledge are made of, so that every reader says the same of the same mistake.
namespace treatise::inline v0_3 {

/// The text between back quotes; the end of a text of more than 80 bytes is left out, never inside a character.
[[nodiscard]] inline std::string in_quotes(std::string_view s) {
    constexpr std::size_t most = 80;
    if (s.size() <= most) return '`' + std::string{s} + '`';
    auto cut = most;
    while (cut != 0 && (static_cast<unsigned char>(s[cut]) & 0xc0u) == 0x80u) --cut;
    return '`' + std::string{s.substr(0, cut)} + "...`";
}

/// "guideline, trial, label": words with commas between them.
template <class Words>
[[nodiscard]] std::string in_words(Words const& words) {
    std::string s;
    for (std::string_view const w : words) {
        if (!s.empty()) s += ", ";
        s += w;
    }
    return s;
}

/// "; did you mean `source`?" where a valid word is near, or nothing.
template <class Words>
[[nodiscard]] std::string did_you_mean(std::string_view word, Words const& valid) {
    auto const n = nearest(word, valid);
    return n.empty() ? std::string{} : "; did you mean " + in_quotes(n) + '?';
}

/// "; did you mean `source`?" or, where nothing is near, "; expected one of " and all that is valid.
template <class Words>
[[nodiscard]] std::string nearest_or_all(std::string_view word, Words const& valid) {
    auto const hint = did_you_mean(word, valid);
    return hint.empty() ? "; expected one of " + in_words(valid) : hint;
}

/// The nearest valid word, then all of them.
template <class Words>
[[nodiscard]] std::string nearest_and_all(std::string_view word, Words const& valid) {
    auto const hint = did_you_mean(word, valid);
    return hint + (hint.empty() ? "; expected one of " : " Expected one of ") + in_words(valid);
}

}  // namespace treatise::inline v0_3
