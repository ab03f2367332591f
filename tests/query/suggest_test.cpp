// SPDX-License-Identifier: BSL-1.0
#include <treatise/query/suggest.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

namespace query_suggest_test {

using namespace treatise;
using names = std::vector<std::string>;

TEST_CASE("a suggestion is text, never an entity", "[suggest][type]") {
    STATIC_REQUIRE(std::is_same_v<decltype(suggest(knowledge_base{}, "x")), names>);
}

TEST_CASE("the nearest names of a misspelt one are suggested, the nearest first", "[suggest]") {
    auto const kb = fixture::knee();
    CHECK(suggest(kb, "alphaprofn").front() == kb.name(fixture::entity<therapy>(kb, "alphaprofen")));
    CHECK(suggest(kb, "gout-of-the-kne").front() == "gout-of-the-knee");  // a key, where one was typed
    CHECK(suggest(kb, "gout of the kne").front() == kb.name(fixture::entity<cause>(kb, "gout-of-the-knee")));
    CHECK(suggest(kb, "Knee Arthrossis").front() == "knee arthrosis");  // a synonym, as one may type it
    CHECK(suggest(kb, "Alphanoll").front() == "Alphanol");              // a brand
}

TEST_CASE("a part of a name suggests it", "[suggest]") {
    auto const kb = fixture::knee();
    auto const found = suggest<cause>(kb, "osteoarthritis", 10);
    CHECK(std::find(found.begin(), found.end(), kb.name(fixture::entity<cause>(kb, "knee-osteoarthritis"))) != found.end());
    auto const by_word = suggest<cause>(kb, "arthrosis of the knee", 10);
    CHECK(std::find(by_word.begin(), by_word.end(), "knee arthrosis") != by_word.end());
}

TEST_CASE("only names of the kind that was asked for are suggested", "[suggest]") {
    auto const kb = fixture::knee();
    CHECK(suggest<cause>(kb, "alphaprofn").empty());
    for (auto const& name : suggest<option>(kb, "knee", 100)) CHECK(name != "knee-pain");
}

TEST_CASE("an entity is suggested once, and no more than asked for", "[suggest]") {
    auto const kb = fixture::knee();
    auto const found = suggest<cause>(kb, "knee", 100);
    CHECK(found.size() <= kb.all<cause>().size());
    CHECK(suggest<cause>(kb, "knee", 2).size() == 2);
    CHECK(suggest<cause>(kb, "knee", 0).empty());
}

TEST_CASE("nothing is suggested where nothing is near", "[suggest]") {
    CHECK(suggest(fixture::knee(), "zzzzzzzz").empty());
    CHECK(suggest(fixture::knee(), "").empty());
    CHECK(suggest(knowledge_base{}, "knee").empty());
}

}  // namespace query_suggest_test
