// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/claim_key.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <treatise/graph/builder.hpp>
#include <treatise/graph/claim_lists.hpp>
#include <treatise/graph/freeze.hpp>
#include <treatise/query/diff.hpp>
#include <treatise/query/withdrawn.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graph_claim_key_test {

using namespace treatise;

namespace {

/// As many uses as there are therapies times causes, without ids, as an import has them; every tenth stands in its source twice.
storage imported(std::uint32_t therapies, std::uint32_t causes) {
    builder b;
    b.base({b.text("import"), b.text("Import"), b.text("0"), b.text("nobody"), b.text("made up"), date{2024, 1, 1}});
    std::vector<id<therapy>> of;
    std::vector<id<cause>> to;
    for (std::uint32_t i = 0; i != therapies; ++i)
        of.push_back(b.add<therapy>({"therapy-" + std::to_string(i), "T" + std::to_string(i)}));
    for (std::uint32_t i = 0; i != causes; ++i)
        to.push_back(b.add<cause>({"cause-" + std::to_string(i), "C" + std::to_string(i)}));
    attribution said;
    said.source = b.add<source>(
        {"data-set", "Data set"}, {source_kind::review, b.text("Data"), b.text("Nobody"), text{}, date{2020, 1, 1}});
    said.place = b.text("row");
    said.checked = date::unstated();
    for (std::uint32_t i = 0; i != therapies; ++i)
        for (std::uint32_t j = 0; j != causes; ++j) {
            b.claim<used_for>(of[i], to[j], said, {{}, (i + j) % 7 == 0 ? stance::against : stance::in_favour});
            if ((i + j) % 10 == 0)
                b.claim<used_for>(of[i], to[j], said, {{}, (i + j) % 7 == 0 ? stance::against : stance::in_favour});
        }
    b.claim<used_for>(of[0], to[0], said, {"authored-one"});
    return fixture::frozen(std::move(b));
}

}  // namespace

TEST_CASE("every id that is printed of 100,000 imported claims is found again, and is that of one claim", "[claim_key]") {
    auto const owner = imported(1'000, 101);
    auto const kb = owner.view();
    REQUIRE(kb.claim_count() > 100'000);
    auto const all = claims_by_key(kb);
    CHECK(
        std::adjacent_find(all.begin(), all.end(), [](auto const& x, auto const& y) { return x.first == y.first; }) == all.end());
    for (std::size_t i = 0; i < all.size(); i += 7'919) {
        INFO(all[i].first);
        CHECK(find_claim(kb, all[i].first) == all[i].second);
        CHECK(find_claim(kb, "#" + all[i].first) == all[i].second);
        CHECK(find_claim(all, all[i].first) == all[i].second);
    }
    CHECK(kb.claim_key(find_claim(kb, "authored-one")) == "authored-one");
    auto const twice = std::find_if(all.begin(), all.end(), [](auto const& x) { return x.first.size() == 20; });
    REQUIRE(twice != all.end());
    CHECK(find_claim(kb, twice->first) == twice->second);
    CHECK(find_claim(kb, twice->first.substr(0, 18)).value + 1 == twice->second.value);
    std::vector<std::string> const recalled{all[10].first, all[20'000].first, "c-0000000000000000"};
    CHECK(still_held(kb, recalled) == std::vector{all[10].second, all[20'000].second});
}

TEST_CASE("a base stores no id that nobody wrote", "[claim_key]") {
    auto const owner = imported(20, 10);
    auto const kb = owner.view();
    for (auto c : kb.claims()) CHECK(kb.claim_key(c).empty() == (claim_key_of(kb, c) != "authored-one"));
    std::string_view const pool{kb.tables().pool.data(), kb.tables().pool.size()};
    for (auto c : kb.claims())
        if (kb.claim_key(c).empty()) CHECK(pool.find(claim_key_of(kb, c)) == std::string_view::npos);
}

TEST_CASE("derived ids are those of earlier releases", "[claim_key]") {
    auto const owner = imported(3, 4);
    auto const kb = owner.view();
    std::vector<std::string> ids;
    for (auto c : kb.claims()) ids.push_back(claim_key_of(kb, c));
    CHECK(
        ids == std::vector<std::string>{"c-b0e5812b4f57362e", "c-b0e5812b4f57362e-2", "authored-one", "c-b224ee56c6e3e7e1",
                   "c-ef9761452dfba760", "c-7b6eb0de4613a817", "c-c175dac4ab37d7b1", "c-f80d75ed2325fde2", "c-50bcd05a1e4b5da7",
                   "c-206c8644a5988870", "c-e168921a65cc79d8", "c-5c5ca2871728d3ef", "c-e0d0a64b48c966aa", "c-57c9741ed5c32819"});
}

TEST_CASE("what is no id of the base is none, however much it looks like one", "[claim_key]") {
    auto const owner = imported(3, 4);
    auto const kb = owner.view();
    auto const derived = claim_key_of(kb, kb.claims()[3]);
    REQUIRE(find_claim(kb, derived));
    for (auto const& wrong : {std::string{}, std::string{"#"}, std::string{"c-"}, derived.substr(0, 17), derived + "-",
             derived + "-0", derived + "-1", derived + "-02", derived + "-9", derived + "-99999999999999999999", derived + "x",
             "x" + derived, std::string{"c-00000000000000000"}, std::string{"C-"} + derived.substr(2)})
        CHECK_FALSE(find_claim(kb, wrong));
    CHECK_FALSE(find_claim(knowledge_base{}, derived));
}

TEST_CASE("two imports of the same data do not differ, claim by claim", "[claim_key]") {
    auto const a = imported(20, 10), b = imported(20, 10);
    CHECK(diff(a.view(), b.view()).empty());
    CHECK(broken_promises(a.view(), read_released("list", released_text(b.view()))).empty());
}

}  // namespace graph_claim_key_test
