// SPDX-License-Identifier: BSL-1.0
// Lines that come naturally and once dangled: they look at what their owner keeps, whatever becomes of the view that was asked.
// The sanitized build says whether they do; those that cannot be right stand in compile_fail/.
#include "catch.hpp"
#include "fixtures.hpp"
#include "folder.hpp"

#include <treatise/boost/graph.hpp>
#include <treatise/graph/builder.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/render/formats/text.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/snapshot/snapshot.hpp>
#include <treatise/table/compare.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace whole_lifetime_test {

using namespace treatise;

static_assert(sizeof(knowledge_base) == sizeof(void*));
static_assert(std::is_trivially_copyable_v<knowledge_base>);
static_assert(std::is_nothrow_move_constructible_v<storage> && std::is_nothrow_move_assignable_v<storage>);

namespace {

storage made() { return fixture::frozen(fixture::knee_builder()); }

id<cause> knee_of(knowledge_base const& kb) { return fixture::entity<cause>(kb, "knee-osteoarthritis"); }
id<option> gel_of(knowledge_base const& kb) { return fixture::entity<option>(kb, "alphaprofen-gel"); }

/// A base from wherever it comes, as a program has it that can read either.
storage opened(bool from_file) {
    if (!from_file) return made();
    fixture::folder const in;
    REQUIRE(write_snapshot(fixture::knee(), in / "kb"));
    auto file = snapshot::open(in / "kb");
    REQUIRE(file);
    return storage{std::move(*file)};
}

}  // namespace

TEST_CASE("a comparison of a view that was not kept is whole", "[lifetime]") {
    auto const owner = made();
    auto const c = compare(owner.view(), knee_of(owner.view()));
    CHECK(plain_text(lay_out(c)) == plain_text(lay_out(compare(fixture::knee(), c.asked))));
}

TEST_CASE("a comparison outlives the view that was asked", "[lifetime]") {
    auto const owner = made();
    auto view = std::make_unique<knowledge_base>(owner.view());
    auto const c = compare(*view, knee_of(*view));
    view.reset();
    CHECK(plain_text(lay_out(c)) == plain_text(lay_out(compare(fixture::knee(), c.asked))));
}

TEST_CASE("a range of a view that was not kept is whole", "[lifetime]") {
    auto const owner = made();
    auto const claims = owner.view().about<used_for>(knee_of(owner.view()));
    std::size_t n = 0;
    for (auto const& c : claims) n += !owner.view().key(c.subject).empty();
    CHECK(n == fixture::knee().about<used_for>(knee_of(fixture::knee())).size());
    CHECK(n != 0);
}

TEST_CASE("an iterator outlives its range and the view of it", "[lifetime]") {
    auto const owner = made();
    auto [at, last] = [&] {
        knowledge_base const view = owner.view();
        auto const claims = view.every<affects>();
        return std::pair{claims.begin(), claims.end()};
    }();
    std::size_t n = 0;
    for (; at != last; ++at) n += (*at).carries != nullptr;
    CHECK(n == fixture::knee().every<affects>().size());
}

TEST_CASE("a loop over a range of a view that is made for it is whole", "[lifetime]") {
    auto const owner = made();
    std::size_t n = 0;
    for (auto const& c : owner.view().out<affects>(gel_of(owner.view()))) n += owner.view().said(c.number).source ? 1 : 0;
    CHECK(n == fixture::knee().out<affects>(gel_of(fixture::knee())).size());
}

TEST_CASE("the causes near one outlive the view that was asked", "[lifetime]") {
    auto const owner = made();
    relevance const near{owner.view(), knee_of(owner.view())};
    for (auto c : owner.view().claims()) CHECK(near.of(c) == relevance{fixture::knee(), knee_of(fixture::knee())}.of(c));
}

TEST_CASE("what Boost iterates over outlives the view that was asked", "[lifetime]") {
    auto const owner = made();
    std::size_t n = 0;
    for (auto [at, last] = out_edges(gel_of(owner.view()), owner.view()); at != last; ++at)
        n += target(*at, owner.view()) ? 1 : 0;
    CHECK(n == out_degree(gel_of(fixture::knee()), fixture::knee()));
    auto const names = get(boost::vertex_name, owner.view());
    CHECK(names[gel_of(owner.view())] == fixture::knee().name(gel_of(fixture::knee())));
}

TEST_CASE("views stay valid while their owner is moved, copied and returned", "[lifetime]") {
    for (bool const from_file : {false, true}) {
        auto first = opened(from_file);
        auto const kb = first.view();
        auto const name = kb.name(gel_of(kb));
        auto second = std::move(first);
        std::vector<storage> several;
        several.push_back(std::move(second));
        several.reserve(several.capacity() + 10);
        auto const copy = several.front();
        several.clear();
        CHECK(kb == copy.view());
        CHECK(name == fixture::knee().name(gel_of(fixture::knee())));
        CHECK(kb.claim_count() == fixture::knee().claim_count());
        CHECK(first.view().entity_count() == 0);
    }
}

TEST_CASE("a view outlives the copy of its owner that it was asked of", "[lifetime]") {
    auto owner = std::make_unique<storage>(made());
    auto const kept = *owner;
    auto const kb = owner->view();
    owner.reset();
    CHECK(kb.entity_count() == fixture::knee().entity_count());
}

}  // namespace whole_lifetime_test
