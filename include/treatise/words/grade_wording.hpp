// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/grade.hpp>
#include <treatise/words/language.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace treatise::inline v0_3 {

/// The standard GRADE statements in one language: {0} is the option, {1} the outcome.
///
/// Only where they are published in that language: they were tested with readers, a translation of our own was not.
/// `concluded` is for an effect without a number, whose outcome carries its direction in its name ("less pain").
struct grade_statements {
    std::string_view language;
    std::array<std::array<std::array<std::string_view, 2>, 4>, 4> by;  ///< certainty, size, direction
    std::array<std::string_view, 4> concluded;                         ///< certainty
};

namespace words_detail {
inline constexpr std::string_view very_uncertain = "The evidence is very uncertain about the effect of {0} on {1}";
}

// clang-format off
/// Santesso et al., "GRADE guidelines 26: informative statements to communicate the findings of systematic reviews of
/// interventions", J Clin Epidemiol 2020;119:126-135, 10.1016/j.jclinepi.2019.10.014; of several statements for one place,
/// one. Very low certainty has a single statement for every size and direction.
inline constexpr std::array every_grade_statement{grade_statements{"en",
    {{{{{{"{0} results in a large increase in {1}", "{0} results in a large reduction in {1}"}},
        {{"{0} increases {1}", "{0} reduces {1}"}},
        {{"{0} increases {1} slightly", "{0} reduces {1} slightly"}},
        {{"{0} results in little to no difference in {1}", "{0} results in little to no difference in {1}"}}}},
      {{{{"{0} probably results in a large increase in {1}", "{0} probably results in a large reduction in {1}"}},
        {{"{0} probably increases {1}", "{0} probably reduces {1}"}},
        {{"{0} probably increases {1} slightly", "{0} probably reduces {1} slightly"}},
        {{"{0} probably results in little to no difference in {1}", "{0} probably results in little to no difference in {1}"}}}},
      {{{{"{0} may result in a large increase in {1}", "{0} may result in a large reduction in {1}"}},
        {{"{0} may increase {1}", "{0} may reduce {1}"}},
        {{"{0} may increase {1} slightly", "{0} may reduce {1} slightly"}},
        {{"{0} may result in little to no difference in {1}", "{0} may result in little to no difference in {1}"}}}},
      {{{{words_detail::very_uncertain, words_detail::very_uncertain}}, {{words_detail::very_uncertain, words_detail::very_uncertain}},
        {{words_detail::very_uncertain, words_detail::very_uncertain}}, {{words_detail::very_uncertain, words_detail::very_uncertain}}}}}},
    {{"{0} results in {1}", "{0} probably results in {1}", "{0} may result in {1}",
      "The evidence is very uncertain about whether {0} results in {1}"}}}};
// clang-format on

/// The statements of a language; null where none are published in it: a table then tells numbers and ratings alone.
constexpr grade_statements const* grade_statements_of(language const& l) {
    for (auto const& s : every_grade_statement)
        if (s.language == l.code) return &s;
    return nullptr;
}

/// What the evidence says of a change in a number of people.
constexpr std::string_view say(grade_statements const& s, grade g, effect_size size, direction d) {
    return s.by[static_cast<std::size_t>(g)][static_cast<std::size_t>(size)][static_cast<std::size_t>(d)];
}
/// What the evidence says where no number is known.
constexpr std::string_view say(grade_statements const& s, grade g) { return s.concluded[static_cast<std::size_t>(g)]; }

}  // namespace treatise::inline v0_3
