// SPDX-License-Identifier: BSL-1.0
#include <treatise/query/categories.hpp>

#include <treatise/knowledge/neuropathic_pain.hpp>

#include "allocations.hpp"
#include "catch.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace query_categories_test {

using namespace treatise;

namespace {

namespace np = neuropathic_pain;
auto const& kb = fixture::knee();
auto const& pain = np::knowledge;
auto const osteoarthritis = fixture::entity<cause>(kb, "knee-osteoarthritis");

category_option const* option_named(category_list const& all, std::string_view key, knowledge_base const& base) {
    for (auto const& o : all.options())
        if (base.key(o.option) == key) return &o;
    return nullptr;
}

}  // namespace

TEST_CASE("the categories of a cause hold its candidates, each once", "[categories]") {
    for (auto const& [name, of] : fixture::bases())
        for (auto const& base = *of; auto asked : base.all<cause>()) {
            auto const all = categories(base, asked);
            auto const found = candidates(base, asked);
            CHECK(all.options().size() == found.size());
            std::size_t in_kinds = 0;
            for (auto c : all) {
                CHECK_FALSE(c.options.empty());
                in_kinds += c.options.size();
            }
            CHECK(in_kinds == found.size());
            for (auto c : found) {
                auto const* o = option_named(all, base.key(c.option), base);
                REQUIRE(o != nullptr);
                CHECK(o->applies == c.applies());
                CHECK(o->is_only_against == c.is_only_against());
                CHECK(o->is_excluded == c.is_excluded());
            }
        }
}

TEST_CASE("kinds of therapy stand in their declared order, those in no class last", "[categories]") {
    std::vector<std::string_view> kinds;
    auto const all = categories(kb, fixture::entity<cause>(kb, "knee-injury-pain"));
    for (auto c : all) kinds.push_back(c.kind ? kb.key(c.kind) : "none");
    CHECK(kinds == std::vector<std::string_view>{
                       "fixture-medicines-by-mouth", "fixture-medicines-on-the-skin", "fixture-movement", "none"});
    auto const of_pain = categories(pain, np::painful_diabetic_neuropathy);
    std::uint32_t last = 0;
    for (auto c : of_pain)
        if (c.kind) {
            CHECK(pain.details(c.kind).order > last);
            last = pain.details(c.kind).order;
        }
    CHECK(last > 5);
}

TEST_CASE("a class stands before what is listed under it", "[categories]") {
    auto const all = categories(pain, np::painful_diabetic_neuropathy);
    auto const where = [&](id<option> o) {
        for (std::size_t i = 0; i != all.options().size(); ++i)
            if (all.options()[i].option == o) return i;
        return all.options().size();
    };
    CHECK(where(np::gabapentinoids) + 1 == where(np::gabapentin));
    CHECK(where(np::snris) < where(np::duloxetine));
}

TEST_CASE("what is said of an option is counted by facet and stance", "[categories]") {
    auto const all = categories(kb, osteoarthritis);
    auto const& calmadol = *option_named(all, "calmadol", kb);
    CHECK(calmadol.said.of(facet::benefit, stance::in_favour) == 1);
    CHECK(calmadol.said.of(facet::benefit, stance::no_difference) == 1);
    CHECK(calmadol.said.of(facet::harm) == 1);
    CHECK(calmadol.said.of(facet::recommendation, stance::against) == 1);
    CHECK(calmadol.said.of(facet::recommendation, stance::in_favour) == 0);  // of the edition before
}

TEST_CASE("a benefit of a class is not counted for what stands in it, its warning is", "[categories]") {
    auto const all = categories(kb, osteoarthritis);
    auto const& alphaprofen = *option_named(all, "alphaprofen", kb);
    CHECK(alphaprofen.said.of(facet::benefit) == 1);  // its own, not that of pain relievers together
    CHECK(alphaprofen.said.of(facet::warning) == 1);
    CHECK(alphaprofen.said.of(facet::restriction) == 2);
}

#ifdef TREATISE_COUNTS_ALLOCATIONS
TEST_CASE("categories take fewer allocations than there are options, and none when asked again", "[categories]") {
    auto const before = fixture::allocations();
    auto all = categories(pain, np::painful_diabetic_neuropathy);
    CHECK(fixture::allocations() - before < all.options().size());
    relevance const near{pain, np::painful_diabetic_neuropathy};
    auto const warm = fixture::allocations();
    categories(pain, near, {}, all);
    CHECK(fixture::allocations() == warm);
}
#endif

TEST_CASE("a scope narrows categories as it narrows candidates", "[categories]") {
    auto const all = categories(pain, np::painful_diabetic_neuropathy, {.kinds = {np::on_the_skin}});
    REQUIRE(all.size() == 1);
    CHECK(all[0].kind == np::on_the_skin);
}

TEST_CASE("a category applies as the nearest of its options does", "[categories]") {
    auto const all = categories(pain, np::painful_diabetic_neuropathy);
    for (auto c : all) {
        auto const nearest = std::min_element(
            c.options.begin(), c.options.end(), [](auto const& a, auto const& b) { return a.applies < b.applies; });
        CHECK(c.applies() == nearest->applies);
    }
}

}  // namespace query_categories_test
