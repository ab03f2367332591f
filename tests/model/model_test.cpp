// SPDX-License-Identifier: BSL-1.0
#include <treatise/model/claim.hpp>  // first: the header must stand alone
#include <treatise/model/expected.hpp>
#include <treatise/model/fields.hpp>

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace model_model_test {

using namespace treatise;

// Misuse must not compile. Each line is its own check, so one that starts compiling is named.
template <class From, class To>
concept passes_as = std::convertible_to<From, To>;
template <class A, class B>
concept compares_with = requires(A a, B b) { a == b; };
template <class A, class B>
concept is_assigned = requires(A& a, B b) { a = b; };
template <class E>
concept has_words = requires(E e) { word(e); };

TEST_CASE("an id of one kind never stands where another kind belongs", "[id][type]") {
    STATIC_REQUIRE_FALSE(passes_as<id<outcome>, id<cause>>);
    STATIC_REQUIRE_FALSE(passes_as<id<cause>, id<option>>);
    STATIC_REQUIRE_FALSE(passes_as<id<option>, id<therapy>>);
    STATIC_REQUIRE_FALSE(passes_as<id<entity>, id<cause>>);
    STATIC_REQUIRE_FALSE(passes_as<std::uint32_t, id<cause>>);
    STATIC_REQUIRE_FALSE(passes_as<int, claim_id>);
    STATIC_REQUIRE_FALSE(passes_as<claim_id, id<entity>>);
    STATIC_REQUIRE_FALSE(passes_as<id<cause>, std::uint32_t>);
    STATIC_REQUIRE_FALSE(passes_as<id<cause>, bool>);
    STATIC_REQUIRE_FALSE(passes_as<std::uint32_t, text>);
    STATIC_REQUIRE_FALSE(compares_with<id<cause>, id<outcome>>);
    STATIC_REQUIRE_FALSE(compares_with<id<cause>, claim_id>);
    STATIC_REQUIRE_FALSE(compares_with<id<cause>, int>);
    STATIC_REQUIRE_FALSE(is_assigned<level<&scheme_details::strengths>, level<&scheme_details::certainties>>);
}

TEST_CASE("an id of a kind stands where several kinds may", "[id][type]") {
    STATIC_REQUIRE(passes_as<id<therapy>, id<option>>);
    STATIC_REQUIRE(passes_as<id<therapy_class>, id<option>>);
    STATIC_REQUIRE(passes_as<id<option>, id<entity>>);
    STATIC_REQUIRE(passes_as<id<cause>, id<one_of<cause, circumstance>>>);
    STATIC_REQUIRE(compares_with<id<therapy>, id<option>>);
    STATIC_REQUIRE(id<option>{id<therapy>::from_number(7)} == id<option>::from_number(7));
}

TEST_CASE("an id is four bytes that copy as such", "[id][type]") {
    STATIC_REQUIRE(sizeof(id<cause>) == 4);
    STATIC_REQUIRE(std::is_trivially_copyable_v<id<cause>>);
    STATIC_REQUIRE(std::totally_ordered<id<cause>>);
    STATIC_REQUIRE(std::regular<claim_id>);
}

TEST_CASE("no entity and an entity that is not stated are both false, and differ", "[id]") {
    STATIC_REQUIRE_FALSE(id<cause>{});
    STATIC_REQUIRE_FALSE(id<cause>::unstated());
    STATIC_REQUIRE(id<cause>::unstated().is_unstated());
    STATIC_REQUIRE_FALSE(id<cause>{}.is_unstated());
    STATIC_REQUIRE(id<cause>::from_number(0));
    STATIC_REQUIRE_FALSE(claim_id{});
    STATIC_REQUIRE_FALSE(text{});
    STATIC_REQUIRE(not_stated);
    STATIC_REQUIRE(many<text>{}.empty());
    STATIC_REQUIRE(many<text>{2, 5}.size() == 3);
}

TEST_CASE("a published number keeps the places that were printed", "[decimal]") {
    STATIC_REQUIRE(parse_decimal("7.10") == decimal{710, 2});
    STATIC_REQUIRE(parse_decimal("7.10") != parse_decimal("7.1"));
    STATIC_REQUIRE(parse_decimal("-0.59") == decimal{-59, 2});
    STATIC_REQUIRE(decimal{-59, 2}.digits() == -59);
    STATIC_REQUIRE(decimal{-59, 2}.places() == 2);
    STATIC_REQUIRE(parse_decimal("0") == decimal{0, 0});
    STATIC_REQUIRE(parse_decimal("+5") == decimal{5, 0});
    STATIC_REQUIRE(parse_decimal("99999999") == decimal{99'999'999, 0});
    STATIC_REQUIRE(parse_decimal("0.00000000001") == decimal{1, 11});
    STATIC_REQUIRE(sizeof(decimal) == 4);
}

TEST_CASE("thousands may be grouped, and a decimal comma is refused rather than misread", "[decimal]") {
    STATIC_REQUIRE(parse_decimal("1,234") == decimal{1234, 0});
    STATIC_REQUIRE(parse_decimal("12,345,678") == decimal{12'345'678, 0});
    STATIC_REQUIRE(parse_decimal("1,234.5") == decimal{12'345, 1});
    for (auto wrong : {"0,59", "1,2", "1,23", "1,2345", "1234,567", "1,,234", ",123", "1,", "1,234,", "1.234,5", "1,23.4"}) {
        INFO(wrong);
        CHECK_FALSE(parse_decimal(wrong));
    }
}

TEST_CASE("what is no number, or too long to keep, is refused", "[decimal]") {
    for (auto wrong : {"", "-", "+", ".", "5.", "-.", "1.2.3", "1e3", "0x1", " 1", "1 ", "--1", "nan", "INF", "123456789012",
             "134217728", "0.000000000001", "1\n"}) {
        INFO(wrong);
        CHECK_FALSE(parse_decimal(wrong));
    }
    CHECK_FALSE(parse_decimal(std::string_view{"1\0", 2}));
}

TEST_CASE("bounds may be infinite, values not stated or never given", "[decimal]") {
    STATIC_REQUIRE(parse_decimal("inf") == decimal::infinity());
    STATIC_REQUIRE(parse_decimal("-inf") == decimal::minus_infinity());
    STATIC_REQUIRE(decimal::infinity().is_infinite());
    STATIC_REQUIRE_FALSE(decimal::infinity().is_finite());
    STATIC_REQUIRE(decimal{}.is_absent());
    STATIC_REQUIRE(decimal::unstated().is_unstated());
    STATIC_REQUIRE_FALSE(decimal::unstated().is_absent());
    STATIC_REQUIRE_FALSE(decimal::unstated().is_finite());
    STATIC_REQUIRE(decimal{0, 0}.is_finite());
}

TEST_CASE("numbers compare by value", "[decimal]") {
    STATIC_REQUIRE(less(decimal{71, 1}, decimal{711, 2}));
    STATIC_REQUIRE_FALSE(less(decimal{71, 1}, decimal{710, 2}));
    STATIC_REQUIRE_FALSE(less(decimal{710, 2}, decimal{71, 1}));
    STATIC_REQUIRE(less(decimal{-15, 1}, decimal{-9, 1}));
    STATIC_REQUIRE(less(decimal{-1, 1}, decimal{0, 0}));
    STATIC_REQUIRE(less(decimal{-1, 1}, decimal{1, 1}));
    STATIC_REQUIRE(less(decimal::minus_infinity(), decimal{-134'217'727, 0}));
    STATIC_REQUIRE(less(decimal{134'217'727, 0}, decimal::infinity()));
    STATIC_REQUIRE_FALSE(less(decimal::infinity(), decimal::infinity()));
    STATIC_REQUIRE(less(decimal{1, 11}, decimal{134'217'727, 0}));  // no overflow
    STATIC_REQUIRE_FALSE(less(decimal{134'217'727, 0}, decimal{134'217'727, 11}));
}

TEST_CASE("less is the order of doubles, where doubles are exact enough", "[decimal][property]") {
    for (std::int32_t x = -250; x <= 250; x += 7)
        for (std::int32_t y = -250; y <= 250; y += 3)
            for (int p = 0; p != 4; ++p)
                for (int q = 0; q != 4; ++q) {
                    constexpr int power[] = {1, 10, 100, 1000};
                    CHECK(less(decimal{x, p}, decimal{y, q}) == (x * power[3 - p] < y * power[3 - q]));
                }
}

TEST_CASE("a date is as exact as its source", "[date]") {
    STATIC_REQUIRE(parse_date("2024") == date{2024, 0, 0});
    STATIC_REQUIRE(parse_date("2024-10") == date{2024, 10, 0});
    STATIC_REQUIRE(parse_date("2024-10-01") == date{2024, 10, 1});
    STATIC_REQUIRE(parse_date("2024-02-29") == date{2024, 2, 29});
    STATIC_REQUIRE(date{2024, 10, 0}.month() == 10);
    STATIC_REQUIRE(date{2024, 10, 0}.day() == 0);
    STATIC_REQUIRE(date{2024, 0, 0} < date{2024, 10, 0});
    STATIC_REQUIRE(date{2024, 10, 31} < date{2024, 11, 0});
    STATIC_REQUIRE_FALSE(date{});
    STATIC_REQUIRE(date::unstated());
    STATIC_REQUIRE(date::unstated().is_unstated());
    for (auto wrong : {"", "24", "2024-", "2024-1", "2024-13", "2024-00", "2024-10-00", "2024-10-32", "2023-02-29", "1900-02-29",
             "2024-04-31", "0000", "2024/10", "2024-10-1x", "20241001", "2024-10-01T00:00"}) {
        INFO(wrong);
        CHECK_FALSE(parse_date(wrong));
    }
}

TEST_CASE("a month ends after its days, a year after its months", "[date]") {
    STATIC_REQUIRE(ends_before(date{2024, 4, 0}, date{2024, 5, 2}));
    STATIC_REQUIRE(ends_before(date{2023, 0, 0}, date{2024, 0, 0}));
    STATIC_REQUIRE_FALSE(ends_before(date{2024, 5, 0}, date{2024, 5, 2}));
    STATIC_REQUIRE_FALSE(ends_before(date{2024, 0, 0}, date{2024, 5, 2}));
    STATIC_REQUIRE_FALSE(ends_before(date{2024, 5, 2}, date{2024, 5, 2}));
}

TEST_CASE("every value of a vocabulary has a word of its own", "[vocabulary]") {
    STATIC_REQUIRE(word(stance::no_evidence_found) == "no_evidence_found");
    STATIC_REQUIRE(word(stance::in_favour) == "for");
    STATIC_REQUIRE(word(statistic::nnh) == "nnh");
    STATIC_REQUIRE(word(practical_issue::travel_and_driving) == "travel_and_driving");
    STATIC_REQUIRE(word(static_cast<stance>(250)).empty());
    STATIC_REQUIRE_FALSE(has_words<presence>);
    STATIC_REQUIRE_FALSE(has_words<int>);
    auto const distinct = [](auto const& words) {
        return std::set<std::string_view>(words.begin(), words.end()).size() == words.size() &&
               std::find(words.begin(), words.end(), "") == words.end();
    };
    CHECK(distinct(words_of<stance>));
    CHECK(distinct(words_of<claim_status>));
    CHECK(distinct(words_of<reading>));
    CHECK(distinct(words_of<intent>));
    CHECK(distinct(words_of<statistic>));
    CHECK(distinct(words_of<approval_status>));
    CHECK(distinct(words_of<coverage_status>));
    CHECK(distinct(words_of<avoidance>));
    CHECK(distinct(words_of<warning_form>));
    CHECK(distinct(words_of<valence>));
    CHECK(distinct(words_of<practical_issue>));
    CHECK(distinct(words_of<principle_topic>));
    CHECK(distinct(words_of<source_kind>));
    CHECK(distinct(words_of<mapping>));
    CHECK(distinct(words_of<grouping>));
    CHECK(distinct(words_of<hedge>));
    CHECK(distinct(words_of<finding>));
    CHECK(distinct(words_of<interest_status>));
    CHECK(distinct(words_of<design>));
    CHECK(distinct(words_of<label_range>));
    CHECK(distinct(words_of<listed_frequency>));
    CHECK(distinct(words_of<care_slot>));
    CHECK(distinct(words_of<outcome_domain>));
}

TEST_CASE("kinds and relations have names of their own", "[schema]") {
    CHECK(std::set<std::string_view>(kind_names.begin(), kind_names.end()).size() == kinds::size);
    CHECK(std::set<std::string_view>(relation_names.begin(), relation_names.end()).size() == relations::size);
    STATIC_REQUIRE(kind_names[kind_number<therapy>] == "therapy");
    STATIC_REQUIRE(relation_names[relation_number<affects>] == "affects");
    STATIC_REQUIRE(kinds::size <= 32);  // a set of kinds is 32 bits
    STATIC_REQUIRE(kinds_of<entity>::bits == (1u << kinds::size) - 1);
}

TEST_CASE("what is a kind, a relation, a claim follows from the schema page", "[schema][type]") {
    STATIC_REQUIRE(a_kind<cause>);
    STATIC_REQUIRE_FALSE(a_kind<option>);
    STATIC_REQUIRE_FALSE(a_kind<affects>);
    STATIC_REQUIRE(kind_or_kinds<option>);
    STATIC_REQUIRE_FALSE(kind_or_kinds<int>);
    STATIC_REQUIRE(neighbouring_kinds<option>);
    STATIC_REQUIRE(neighbouring_kinds<entity>);
    STATIC_REQUIRE_FALSE(neighbouring_kinds<one_of<cause, circumstance>>);
    STATIC_REQUIRE(a_relation<is_a>);
    STATIC_REQUIRE_FALSE(a_relation<cause>);
    STATIC_REQUIRE(claim_relation<affects>);
    STATIC_REQUIRE_FALSE(claim_relation<listed_under>);
    STATIC_REQUIRE(object_is_cause<used_for>);
    STATIC_REQUIRE_FALSE(object_is_cause<contraindicated_in>);
    STATIC_REQUIRE(structure::size + claim_relations::size == relations::size);
}

TEST_CASE("the fields of a row are named once, in the order of the row", "[schema]") {
    auto const check_row = []<class Row>(Row const& row) {
        std::set<std::string_view> names;
        std::ptrdiff_t before = -1;
        std::size_t n = 0;
        Row::fields([&](std::string_view name, auto member, presence = optional) {
            ++n;
            names.insert(name);
            auto const offset =
                reinterpret_cast<char const*>(std::addressof(row.*member)) - reinterpret_cast<char const*>(std::addressof(row));
            CHECK(offset > before);
            before = offset;
        });
        CHECK(names.size() == n);
    };
    each(kinds{}, [&]<class Kind>() { check_row(typename Kind::details{}); });
    each(relations{}, [&]<class Relation>() { check_row(typename Relation::payload{}); });
    check_row(attribution{});
    check_row(code_row{});
    check_row(base_row{});
}

TEST_CASE("every row copies as bytes", "[schema][type]") {
    each(kinds{}, []<class Kind>() { STATIC_REQUIRE(std::is_trivially_copyable_v<typename Kind::details>); });
    each(relations{}, []<class Relation>() { STATIC_REQUIRE(std::is_trivially_copyable_v<typename Relation::payload>); });
    STATIC_REQUIRE(std::is_trivially_copyable_v<attribution>);
    STATIC_REQUIRE(std::is_trivially_copyable_v<entity_row>);
}

TEST_CASE("a field that was not given is told from one that is not stated", "[fields]") {
    STATIC_REQUIRE(is_absent(decimal{}));
    STATIC_REQUIRE_FALSE(is_absent(decimal::unstated()));
    STATIC_REQUIRE(is_absent(text{}));
    STATIC_REQUIRE_FALSE(is_absent(not_stated));
    STATIC_REQUIRE(is_absent(id<cause>{}));
    STATIC_REQUIRE_FALSE(is_absent(id<cause>::unstated()));
    STATIC_REQUIRE(is_absent(date{}));
    STATIC_REQUIRE_FALSE(is_absent(date::unstated()));
    STATIC_REQUIRE(is_absent(level<&scheme_details::strengths>{}));
    STATIC_REQUIRE_FALSE(is_absent(level<&scheme_details::strengths>{unstated_level}));
    STATIC_REQUIRE(is_absent(many<text>{}));
    STATIC_REQUIRE_FALSE(is_absent(stance::in_favour));
}

TEST_CASE("the ids and the lists of ids in a row are found", "[fields]") {
    attribution a;
    a.source = id<source>::from_number(3);
    int ids = 0, lists = 0;
    each_id(a, [&](auto& e) { ++ids, e.value = 9; });
    each_id_list(a, [&](auto&) { ++lists; });
    CHECK(ids == 3);
    CHECK(lists == 2);
    CHECK(a.source.value == 9);
}

TEST_CASE("kinds are listed in words", "[fields]") {
    CHECK(kinds_in_words(kinds_of<therapy>::bits) == "a therapy");
    CHECK(kinds_in_words(kinds_of<outcome>::bits) == "an outcome");
    CHECK(kinds_in_words(kinds_of<option>::bits) == "a therapy_class or therapy");
    CHECK(kinds_in_words(kinds_of<one_of<cause, outcome, payer>>::bits) == "a cause, outcome or payer");
}

TEST_CASE("names compare without capitals", "[fields]") {
    STATIC_REQUIRE(compare_folded("Gabapentin", "gABAPENTIN") == 0);
    STATIC_REQUIRE(compare_folded("a", "B") < 0);
    STATIC_REQUIRE(compare_folded("ab", "a") > 0);
    STATIC_REQUIRE(compare_folded("", "a") < 0);
    STATIC_REQUIRE(compare_folded("z", "\xc3\xa9") < 0);  // bytes past ASCII stand last
}

TEST_CASE("a key is made of lower-case letters and digits joined by -", "[fields]") {
    for (auto right : {"a", "a1", "painful-diabetic-neuropathy", "vitamin-b12", "a-1", "c-0123abcd"}) {
        INFO(right);
        CHECK(is_key(right));
    }
    for (auto wrong : {"", "A", "1a", "-a", "a-", "a--b", "a_b", "a b", "a/b", "../a", "\xc3\xa9", "a\n"}) {
        INFO(wrong);
        CHECK_FALSE(is_key(wrong));
    }
}

TEST_CASE("lists of types know their members", "[list][type]") {
    using three = list<int, char, long>;
    STATIC_REQUIRE(three::size == 3);
    STATIC_REQUIRE(index_in<char, three> == 1);
    STATIC_REQUIRE(index_in<bool, three> == 3);
    STATIC_REQUIRE(std::same_as<joined<list<int>, list<char, long>>, three>);
    std::size_t size = 0;
    with_type(three{}, 1, [&]<class T>() { size = sizeof(T); });
    CHECK(size == 1);
    with_type(three{}, 3, [&]<class T>() { size = 99; });
    CHECK(size == 1);
}

TEST_CASE("an expected value is there, or the error is", "[expected]") {
    using result = expected<std::string, int>;
    result const good{"yes"};
    REQUIRE(good);
    CHECK(*good == "yes");
    CHECK(good->size() == 3);
    result bad{unexpected{7}};
    REQUIRE_FALSE(bad);
    CHECK(bad.error() == 7);
    CHECK(bad.value_or("no") == "no");
    bad = good;
    CHECK(*bad == "yes");
    bad = unexpected{8};
    CHECK(bad.error() == 8);
    result moved{std::move(bad)};
    CHECK(moved.error() == 8);
    expected<std::unique_ptr<int>, int> owner{std::make_unique<int>(5)};
    auto taken = std::move(owner);
    CHECK(**taken == 5);
    CHECK(*std::move(taken) != nullptr);
}

}  // namespace model_model_test
