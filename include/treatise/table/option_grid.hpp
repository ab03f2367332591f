// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/absolute.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/table/grade.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// What a row of the grid asks of every option.
enum class question : std::uint8_t { which, what_it_is, living, benefit, certainty, warnings, harm, care, guidance, approval };
template <>
inline constexpr std::array<std::string_view, 10> words_of<question>{
    "which", "what_it_is", "living", "benefit", "certainty", "warnings", "harm", "care", "guidance", "approval"};

/// How much of an effect can be told in people: those with the option and those without it, the difference alone, those with
/// it alone, or nothing but what the source concludes.
enum class told_as : std::uint8_t { both_arms, difference, one_arm, words };
template <>
inline constexpr std::array<std::string_view, 4> words_of<told_as>{"both_arms", "difference", "one_arm", "words"};

/// One effect as the grid tells it; numbers are people of `option_grid::of`.
struct grid_figure {
    claim_id claim;
    told_as as = told_as::words;
    std::int32_t with = 0, without = 0;  ///< on the option, and on what it was compared with
    std::int32_t more = 0;               ///< of `both_arms` and `difference`: people to whom it happens on the option besides
    std::optional<std::pair<std::int32_t, std::int32_t>> more_between{};  ///< its interval, the lesser bound first
    std::optional<std::pair<std::int32_t, std::int32_t>> with_between{};  ///< the interval of `with`, where it was printed
    derivation numbers{}, interval{};     ///< how `with` or `more`, and the interval of `more`, came about
    claim_id interval_from{};             ///< the claim whose published interval was used: of the same source and trials
    claim_id baseline_from{};             ///< the claim that states `without`, where `with` was worked out from it
    bool rounded = false;                 ///< the source prints more digits than whole people
    bool crosses_no_effect = false;       ///< the interval includes no effect: uncertain, which is not "no difference"
    std::optional<treatise::grade> certainty{};  ///< in the words of GRADE; none where bodies differ
    bool rated_apart = false;             ///< two bodies rate this outcome of this option differently
    effect_size size = effect_size::moderate;

    friend constexpr bool operator==(grid_figure const&, grid_figure const&) = default;
};

struct grid_question {
    question asks{};
    id<outcome> about{};  ///< of `benefit` and `harm`; none where no source reports one
    friend constexpr bool operator==(grid_question, grid_question) = default;
};

/// A table for the people who face the choice: questions by options, numbers of people on one denominator. No text in it.
///
/// `table` holds its claims: a row an option, a column a question (the first is the option itself), so that whatever works on
/// a comparison works here. It refers to the knowledge base, which must outlive it.
struct option_grid {
    comparison table{};
    denominator of = denominator::hundred;  ///< the one denominator: of 1000 where a rate is small
    std::vector<grid_question> questions{};  ///< one a column of `table`
    std::vector<grid_figure> figures{};      ///< one a told effect
    struct unasked_benefit {
        std::uint32_t row;
        claim_id claim;
    };
    std::vector<unasked_benefit> unasked{};  ///< what sources report of an option in outcomes that are no question here
    bool chosen = false;                   ///< the options were chosen by the printed rule, because there are more
    std::uint32_t most_outcomes = 7;

    constexpr grid_figure const* figure(claim_id c) const {
        for (auto const& f : figures)
            if (f.claim == c) return &f;
        return nullptr;
    }
};

/// From how many more or fewer people of 100 on an effect is moderate, or large; a panel's judgement.
struct size_limits {
    std::int32_t moderate = 0, large = 0;
};

/// What may be set of a grid; left alone, everything has its default.
struct plain_options {
    std::uint32_t most_options = 5;          ///< columns a page, the reference among them
    std::uint32_t most_outcomes = 7;         ///< GRADE: no more in a summary
    std::optional<denominator> of{};         ///< none: 1000 where a rate would round to 0 of 100
    std::optional<size_limits> sizes{};      ///< none: no word of size, the number tells it
};

}  // namespace treatise::inline v0_3
