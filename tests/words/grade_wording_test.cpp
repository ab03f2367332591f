// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/words/english.hpp>
#include <treatise/words/grade_wording.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace words_grade_wording_test {

using namespace treatise;

namespace {

constexpr auto const& in_english = *grade_statements_of(english);
constexpr std::array sizes{effect_size::large, effect_size::moderate, effect_size::slight, effect_size::trivial};
constexpr std::array directions{direction::increase, direction::reduction};
constexpr bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

// Santesso 2020, table: one statement of each row and certainty.
static_assert(
    say(in_english, grade::high, effect_size::large, direction::reduction) == "{0} results in a large reduction in {1}");
static_assert(say(in_english, grade::high, effect_size::moderate, direction::increase) == "{0} increases {1}");
static_assert(say(in_english, grade::moderate, effect_size::moderate, direction::reduction) == "{0} probably reduces {1}");
static_assert(
    say(in_english, grade::moderate, effect_size::slight, direction::increase) == "{0} probably increases {1} slightly");
static_assert(
    say(in_english, grade::low, effect_size::large, direction::increase) == "{0} may result in a large increase in {1}");
static_assert(
    say(in_english, grade::low, effect_size::trivial, direction::increase) == "{0} may result in little to no difference in {1}");
static_assert(say(in_english, grade::very_low, effect_size::large, direction::increase) ==
              "The evidence is very uncertain about the effect of {0} on {1}");

constexpr bool each_certainty_has_its_words_and_no_others() {
    for (auto size : sizes)
        for (auto d : directions) {
            auto const high = say(in_english, grade::high, size, d), moderate = say(in_english, grade::moderate, size, d),
                       low = say(in_english, grade::low, size, d), very_low = say(in_english, grade::very_low, size, d);
            if (has(high, "probably") || has(high, "may ") || has(high, "uncertain")) return false;
            if (!has(moderate, "probably") || has(moderate, "may ") || has(moderate, "uncertain")) return false;
            if (!has(low, "may ") || has(low, "probably") || has(low, "uncertain")) return false;
            if (!has(very_low, "very uncertain") || has(very_low, "probably") || has(very_low, "may ")) return false;
        }
    return true;
}
static_assert(each_certainty_has_its_words_and_no_others());

constexpr bool very_low_certainty_knows_no_size_and_no_direction() {
    auto const one = say(in_english, grade::very_low, effect_size::large, direction::increase);
    for (auto size : sizes)
        for (auto d : directions)
            if (say(in_english, grade::very_low, size, d) != one) return false;
    return true;
}
static_assert(very_low_certainty_knows_no_size_and_no_direction());

constexpr bool every_statement_has_a_place_for_option_and_outcome() {
    auto const has_both = [](std::string_view statement) { return has(statement, "{0}") && has(statement, "{1}"); };
    for (auto g : {grade::high, grade::moderate, grade::low, grade::very_low}) {
        for (auto size : sizes)
            for (auto d : directions)
                if (!has_both(say(in_english, g, size, d))) return false;
        if (!has_both(say(in_english, g))) return false;
    }
    return true;
}
static_assert(every_statement_has_a_place_for_option_and_outcome());

constexpr bool little_to_no_difference_is_said_of_trivial_effects_alone() {
    for (auto g : {grade::high, grade::moderate, grade::low})
        for (auto size : sizes)
            for (auto d : directions)
                if (has(say(in_english, g, size, d), "little to no difference") != (size == effect_size::trivial)) return false;
    return true;
}
static_assert(little_to_no_difference_is_said_of_trivial_effects_alone());

constexpr bool a_language_without_published_statements_has_none() {
    auto other = english;
    other.code = "xx";
    return grade_statements_of(other) == nullptr;
}
static_assert(a_language_without_published_statements_has_none());

/// The certainty of a claim whose scheme has these words, and whose level is the n-th.
std::optional<grade> rated(std::vector<std::string_view> words, std::uint8_t level) {
    fixture::extended b;
    std::vector<text> list;
    for (auto w : words) list.push_back(b.builder().text(w));
    b.builder().add<scheme>({"test-scheme", "Test scheme"}, {{}, {}, b.builder().list(list)});
    auto const& kb = b.freeze();
    effect e;
    e.scheme = fixture::entity<scheme>(kb, "test-scheme");
    e.certainty = {level};
    return grade_of(kb, e);
}

}  // namespace

TEST_CASE("a scheme with the words of GRADE rates in GRADE", "[grade]") {
    CHECK(rated({"high", "moderate", "low", "very low"}, 1) == grade::high);
    CHECK(rated({"high", "moderate", "low", "very low"}, 4) == grade::very_low);
    CHECK(rated({"high", "moderate", "low"}, 2) == grade::moderate);
}

TEST_CASE("the words of another scheme are never taken for GRADE, also where one of them is the same", "[grade]") {
    CHECK_FALSE(rated({"strong", "moderate"}, 2));
    CHECK_FALSE(rated({"level A", "level B", "level C"}, 1));
    CHECK_FALSE(rated({"high", "intermediate", "low"}, 1));
    CHECK_FALSE(rated({"moderate", "low"}, 1));
}

TEST_CASE("a certainty that is not given or not stated is no grade", "[grade]") {
    CHECK_FALSE(rated({"high", "moderate", "low"}, 0));
    CHECK_FALSE(rated({"high", "moderate", "low"}, unstated_level));
    CHECK_FALSE(rated({"high", "moderate", "low"}, 9));
}

}  // namespace words_grade_wording_test
