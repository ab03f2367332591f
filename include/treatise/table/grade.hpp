// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace treatise::inline v0_3 {

/// Certainty of evidence in the four words of GRADE.
enum class grade : std::uint8_t { high, moderate, low, very_low };
template <>
inline constexpr std::array<std::string_view, 4> words_of<grade>{"high", "moderate", "low", "very_low"};

/// How large an effect is: the judgement of a panel, for which GRADE sets no numbers. `moderate` is told without a word of size.
enum class effect_size : std::uint8_t { large, moderate, slight, trivial };
template <>
inline constexpr std::array<std::string_view, 4> words_of<effect_size>{"large", "moderate", "small", "trivial"};

/// Whether an outcome comes to more people or to fewer; for a benefit as for a harm.
enum class direction : std::uint8_t { increase, reduction };
template <>
inline constexpr std::array<std::string_view, 2> words_of<direction>{"increase", "reduction"};

/// The certainty of an effect where its scheme rates in the words of GRADE and no others; "level A" is never translated.
constexpr std::optional<grade> grade_of(knowledge_base const& kb, effect const& e) {
    if (!e.certainty || e.certainty.value == unstated_level || !e.scheme) return std::nullopt;
    constexpr std::array<std::string_view, 4> all{"high", "moderate", "low", "very low"};  // as schemes print them
    auto const said = kb[kb.details(e.scheme).certainties];
    if (said.empty() || kb[said[0]] != all[0] || e.certainty.value > said.size()) return std::nullopt;
    for (auto t : said)
        if (std::find(all.begin(), all.end(), kb[t]) == all.end()) return std::nullopt;
    auto const i = std::find(all.begin(), all.end(), kb[said[e.certainty.value - 1u]]);
    return static_cast<grade>(i - all.begin());
}

}  // namespace treatise::inline v0_3
