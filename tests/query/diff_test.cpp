// SPDX-License-Identifier: BSL-1.0
#include <treatise/query/diff.hpp>
#include <treatise/query/stale.hpp>

#include "fixtures.hpp"

#include "catch.hpp"

namespace query_diff_test {

using namespace treatise;

TEST_CASE("a base does not differ from itself", "[diff]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        CHECK(diff(*kb, *kb).empty());
    }
}

TEST_CASE("what only one of two bases holds is added or removed, warnings first", "[diff]") {
    knowledge_base const none;
    auto const& kb = fixture::knee();
    auto const added = diff(none, kb), removed = diff(kb, none);
    REQUIRE(added.size() == kb.claim_count());
    REQUIRE(removed.size() == kb.claim_count());
    CHECK(added.front().key == "withdrawn-betaprofen");
    CHECK(added[1].what == change::added);
    CHECK(added[1].safety);
    CHECK(removed.front().what == change::removed);
    CHECK(removed.front().safety);
    CHECK_FALSE(added.back().safety);
}

TEST_CASE("a claim is stale after the last day that its source gives it", "[stale]") {
    auto const& kb = fixture::knee();
    CHECK(stale(kb, date{1, 1, 1}).empty());
    for (auto c : stale(kb, date{9999, 12, 31})) CHECK(kb.said(c).valid_until);
}

}  // namespace query_diff_test
