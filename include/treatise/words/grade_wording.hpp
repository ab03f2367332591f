// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/grade.hpp>
#include <treatise/words/language.hpp>

#include <array>
#include <string_view>

namespace treatise::inline v0_3 {

/// The standard GRADE statements in one language: {0} is the option, {1} the outcome.
///
/// Only where they are published in that language: they were tested with readers, a translation of our own was not.
struct grade_statements {
    struct sized {
        grade certainty;
        effect_size size;
        std::string_view increase, reduction;
    };
    /// For an effect without a number, whose outcome carries its direction in its name ("less pain").
    struct unsized {
        grade certainty;
        std::string_view text;
    };
    std::string_view language;
    std::array<sized, 16> by_size;
    std::array<unsized, 4> without_size;
};

namespace words_detail {
inline constexpr std::string_view very_uncertain = "The evidence is very uncertain about the effect of {0} on {1}";
}

// clang-format off
/// Santesso et al., "GRADE guidelines 26: informative statements to communicate the findings of systematic reviews of
/// interventions", J Clin Epidemiol 2020;119:126-135, 10.1016/j.jclinepi.2019.10.014; of several statements for one place,
/// one. Very low certainty has a single statement for every size and direction.
inline constexpr std::array every_grade_statement{grade_statements{"en",
    {{{grade::high, effect_size::large, "{0} results in a large increase in {1}", "{0} results in a large reduction in {1}"},
      {grade::high, effect_size::moderate, "{0} increases {1}", "{0} reduces {1}"},
      {grade::high, effect_size::slight, "{0} increases {1} slightly", "{0} reduces {1} slightly"},
      {grade::high, effect_size::trivial, "{0} results in little to no difference in {1}", "{0} results in little to no difference in {1}"},
      {grade::moderate, effect_size::large, "{0} probably results in a large increase in {1}", "{0} probably results in a large reduction in {1}"},
      {grade::moderate, effect_size::moderate, "{0} probably increases {1}", "{0} probably reduces {1}"},
      {grade::moderate, effect_size::slight, "{0} probably increases {1} slightly", "{0} probably reduces {1} slightly"},
      {grade::moderate, effect_size::trivial, "{0} probably results in little to no difference in {1}", "{0} probably results in little to no difference in {1}"},
      {grade::low, effect_size::large, "{0} may result in a large increase in {1}", "{0} may result in a large reduction in {1}"},
      {grade::low, effect_size::moderate, "{0} may increase {1}", "{0} may reduce {1}"},
      {grade::low, effect_size::slight, "{0} may increase {1} slightly", "{0} may reduce {1} slightly"},
      {grade::low, effect_size::trivial, "{0} may result in little to no difference in {1}", "{0} may result in little to no difference in {1}"},
      {grade::very_low, effect_size::large, words_detail::very_uncertain, words_detail::very_uncertain},
      {grade::very_low, effect_size::moderate, words_detail::very_uncertain, words_detail::very_uncertain},
      {grade::very_low, effect_size::slight, words_detail::very_uncertain, words_detail::very_uncertain},
      {grade::very_low, effect_size::trivial, words_detail::very_uncertain, words_detail::very_uncertain}}},
    {{{grade::high, "{0} results in {1}"},
      {grade::moderate, "{0} probably results in {1}"},
      {grade::low, "{0} may result in {1}"},
      {grade::very_low, "The evidence is very uncertain about whether {0} results in {1}"}}}}};
// clang-format on

/// The statements of a language; null where none are published in it: a table then tells numbers and ratings alone.
[[nodiscard]] constexpr grade_statements const* grade_statements_of(language const& l) {
    for (auto const& s : every_grade_statement)
        if (s.language == l.code) return &s;
    return nullptr;
}

/// What the evidence says of a change in a number of people.
[[nodiscard]] constexpr std::string_view say(grade_statements const& s, grade g, effect_size size, direction d) {
    for (auto const& row : s.by_size)
        if (row.certainty == g && row.size == size) switch (d) {
                case direction::increase: return row.increase;
                case direction::reduction: return row.reduction;
            }
    return {};
}
/// What the evidence says where no number is known.
[[nodiscard]] constexpr std::string_view say(grade_statements const& s, grade g) {
    for (auto const& row : s.without_size)
        if (row.certainty == g) return row.text;
    return {};
}

}  // namespace treatise::inline v0_3
