// SPDX-License-Identifier: BSL-1.0
// The words of an enumeration stand in an array beside it; here a value that was forgotten there, or a word too many, does not
// compile.
#include <treatise/audit/finding.hpp>
#include <treatise/model/vocabulary.hpp>
#include <treatise/query/absolute.hpp>
#include <treatise/query/diff.hpp>
#include <treatise/query/difference.hpp>
#include <treatise/query/statements.hpp>

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace vocabulary_test {  // a name without brackets
enum class forgotten : std::uint8_t { first, second, third };
enum class whole : std::uint8_t { first, second };
}  // namespace vocabulary_test

template <>
inline constexpr std::array<std::string_view, 2> treatise::words_of<vocabulary_test::forgotten>{"first", "second"};
template <>
inline constexpr std::array<std::string_view, 2> treatise::words_of<vocabulary_test::whole>{"first", "second"};

namespace model_vocabulary_test {

using namespace treatise;

namespace {

/// Whether a value has a name: compilers print those that have none as a number behind its type in brackets.
template <auto Value>
constexpr bool is_named() {
    std::string_view const told = __PRETTY_FUNCTION__;
    return told.find("= (") == told.npos;
}

template <class Enum, std::size_t I>
constexpr bool has_its_word() {
    return is_named<static_cast<Enum>(I)>() && !words_of<Enum>[I].empty() && place_of(static_cast<Enum>(I)) == I;
}
template <class Enum, std::size_t... I>
constexpr bool these_are_all(std::index_sequence<I...>) {
    return (has_its_word<Enum, I>() && ...) && !is_named<static_cast<Enum>(sizeof...(I))>();
}
template <vocabulary Enum>
constexpr bool each_value_has_a_word() {
    for (auto const& w : words_of<Enum>)
        if (std::count(words_of<Enum>.begin(), words_of<Enum>.end(), w) != 1) return false;
    return these_are_all<Enum>(std::make_index_sequence<words_of<Enum>.size()>{});
}

}  // namespace

TEST_CASE("Each value of a vocabulary of the model has its own word, and there is no word without a value") {
    STATIC_REQUIRE(each_value_has_a_word<stance>());
    STATIC_REQUIRE(each_value_has_a_word<claim_status>());
    STATIC_REQUIRE(each_value_has_a_word<reading>());
    STATIC_REQUIRE(each_value_has_a_word<intent>());
    STATIC_REQUIRE(each_value_has_a_word<hedge>());
    STATIC_REQUIRE(each_value_has_a_word<finding>());
    STATIC_REQUIRE(each_value_has_a_word<interest_status>());
    STATIC_REQUIRE(each_value_has_a_word<design>());
    STATIC_REQUIRE(each_value_has_a_word<label_range>());
    STATIC_REQUIRE(each_value_has_a_word<listed_frequency>());
    STATIC_REQUIRE(each_value_has_a_word<care_slot>());
    STATIC_REQUIRE(each_value_has_a_word<outcome_domain>());
    STATIC_REQUIRE(each_value_has_a_word<statistic>());
    STATIC_REQUIRE(each_value_has_a_word<approval_status>());
    STATIC_REQUIRE(each_value_has_a_word<coverage_status>());
    STATIC_REQUIRE(each_value_has_a_word<avoidance>());
    STATIC_REQUIRE(each_value_has_a_word<warning_form>());
    STATIC_REQUIRE(each_value_has_a_word<valence>());
    STATIC_REQUIRE(each_value_has_a_word<practical_issue>());
    STATIC_REQUIRE(each_value_has_a_word<principle_topic>());
    STATIC_REQUIRE(each_value_has_a_word<source_kind>());
    STATIC_REQUIRE(each_value_has_a_word<mapping>());
    STATIC_REQUIRE(each_value_has_a_word<grouping>());
    STATIC_REQUIRE(each_value_has_a_word<facet>());
}

TEST_CASE("So has each value of the vocabularies of answers and of the audit") {
    STATIC_REQUIRE(each_value_has_a_word<applicability>());
    STATIC_REQUIRE(each_value_has_a_word<said_of>());
    STATIC_REQUIRE(each_value_has_a_word<change>());
    STATIC_REQUIRE(each_value_has_a_word<difference>());
    STATIC_REQUIRE(each_value_has_a_word<also>());
    STATIC_REQUIRE(each_value_has_a_word<no_frequency>());
    STATIC_REQUIRE(each_value_has_a_word<derivation>());
    STATIC_REQUIRE(each_value_has_a_word<audit_check>());
    STATIC_REQUIRE(each_value_has_a_word<severity>());
}

TEST_CASE("A value that was forgotten in the array of words is noticed") {
    STATIC_REQUIRE(each_value_has_a_word<vocabulary_test::whole>());
    STATIC_REQUIRE_FALSE(each_value_has_a_word<vocabulary_test::forgotten>());
}

}  // namespace model_vocabulary_test
