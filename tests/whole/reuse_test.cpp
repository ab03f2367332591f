// SPDX-License-Identifier: BSL-1.0
// Questions whose answers go into storage that the caller keeps: asked again,
// they allocate nothing.
#include <treatise/treatise.hpp>

#include "allocations.hpp"
#include "catch.hpp"
#include "fixtures.hpp"
#include "random_base.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace whole_reuse_test {

using namespace treatise;

namespace {

/// What one round of questions about every cause allocates.
template <class Round>
std::size_t allocated_by(Round const& round) {
    auto const before = fixture::allocations();
    round();
    return fixture::allocations() - before;
}

struct kept {
    relevance near;
    candidate_list candidates;
    std::vector<path> paths;
    std::vector<statement> tradeoffs;
    std::size_t seen = 0;
};

void ask_everything(knowledge_base const& kb, scope const& s, kept& k) {
    for (auto c : kb.all<cause>()) {
        k.near.ask(kb, c);
        candidates(kb, k.near, s, k.candidates);
        for (auto const& o : k.candidates) {
            k.seen += o.reasons.size();
            for (auto e : kb.objects<affects>(o.option)) k.seen += kb.name(e).size();
            paths(kb, k.near, o.option, s, k.paths);
            tradeoffs(kb, k.near, o.option, s, k.tradeoffs);
            k.seen += k.paths.size() + k.tradeoffs.size();
        }
    }
}

}  // namespace

TEST_CASE("questions into storage that is kept allocate nothing the second time", "[reuse]") {
#if !defined(TREATISE_COUNTS_ALLOCATIONS)
    WARN("skipped: address sanitizer counts for itself");
    SUCCEED();
    return;
#endif
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        kept k;
        scope const everything;
        CHECK(allocated_by([&] { ask_everything(*kb, everything, k); }) > 0);
        auto const once = k.seen;
        CHECK(allocated_by([&] { ask_everything(*kb, everything, k); }) == 0);
        CHECK(k.seen == 2 * once);
    }
}

TEST_CASE("answers in storage that is kept are those that a question returns", "[reuse][property]") {
    relevance near;
    candidate_list found;
    std::vector<path> steps;
    std::vector<statement> said;
    implicated_mechanisms implicated;
    scope const everything;
    auto const check = [&](knowledge_base const& kb) {
        for (auto c : kb.all<cause>()) {
            near.ask(kb, c);
            implicated.ask(kb, near);
            CHECK(near.reached() == relevance{kb, c}.reached());
            candidates(kb, near, everything, found);
            auto const fresh = candidates(kb, c);
            REQUIRE(found.size() == fresh.size());
            for (std::uint32_t i = 0; i != fresh.size(); ++i) {
                CHECK(found[i].option == fresh[i].option);
                CHECK(std::vector(found[i].reasons.begin(), found[i].reasons.end()) ==
                      std::vector(fresh[i].reasons.begin(), fresh[i].reasons.end()));
            }
            for (auto o : kb.all<option>()) {
                paths(kb, near, o, everything, steps);
                CHECK(steps == paths(kb, o, c));
                paths(kb, near, implicated, o, everything, steps);
                CHECK(steps == paths(kb, o, c));
                tradeoffs(kb, near, o, everything, said);
                CHECK(said == tradeoffs(kb, o, c));
            }
        }
    };
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        check(*kb);
    }
    for (std::uint32_t seed = 0; seed != 20; ++seed) {  // of several sizes, so that a smaller base follows a larger one
        INFO("seed " << seed);
        auto const owner =
            fixture::random_base{seed, seed % 3 == 0 ? fixture::sizes{3, 2, 4, 2, 2, 1, 1, 3, 20} : fixture::sizes{}}.freeze();
        check(owner.view());
    }
}

TEST_CASE("the objects of an entity, and their names, are those of its claims", "[reuse]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        for (auto o : kb->all<option>()) {
            std::vector<std::uint32_t> of_claims, objects;
            for (auto const& c : kb->out<affects>(o)) of_claims.push_back(c.object.value);
            for (auto e : kb->objects<affects>(o)) objects.push_back(e.value);
            CHECK(objects == of_claims);
            std::vector<std::string_view> names, one_by_one;
            for (auto n : kb->names(kb->objects<affects>(o))) names.push_back(n);
            for (auto e : of_claims) one_by_one.push_back(kb->name(id<entity>::from_number(e)));
            CHECK(names == one_by_one);
        }
    }
}

}  // namespace whole_reuse_test
