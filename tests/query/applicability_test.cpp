// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/query/applicability.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"
#include "naive.hpp"
#include "random_base.hpp"
#include "sampled.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace query_applicability_test {

using namespace treatise;

namespace {

auto const& kb = fixture::knee();

id<cause> knee_cause(char const* key) { return fixture::entity<cause>(kb, key); }
applicability of_claim(char const* claim, char const* asked) {
    return relevance{kb, knee_cause(asked)}.of(fixture::claim(kb, claim));
}

/// How a claim about `object` and `about`, which sets `excludes` apart, applies to `asked`.
applicability of_causes(char const* asked, id<cause> object, std::vector<std::string_view> const& about,
    std::vector<std::string_view> const& excludes = {}) {
    fixture::extended b;
    auto said = b.said("review-2021", about);
    std::vector<id<cause>> apart;
    for (auto key : excludes) apart.push_back(b.find<cause>(key));
    said.excludes = b.builder().list(apart);
    b.claim<affects>("tai-chi", "nausea", said, "made-for-one-test");
    auto const& base = b.freeze();
    return relevance{base, fixture::entity<cause>(base, asked)}.of(object, base.said(fixture::claim(base, "made-for-one-test")));
}

}  // namespace

TEST_CASE("a claim about the asked cause alone is exact", "[applicability]") {
    CHECK(of_claim("guideline-nsaids", "knee-osteoarthritis") == applicability::exact);
    CHECK(of_claim("affects-alphaprofen-pain", "knee-osteoarthritis") == applicability::exact);
}

TEST_CASE("a claim about the asked cause and others together is pooled", "[applicability]") {
    CHECK(of_claim("affects-pooled-pain", "knee-osteoarthritis") == applicability::pooled);
    CHECK(of_claim("affects-pooled-pain", "knee-injury-pain") == applicability::pooled);
}

TEST_CASE("naming the asked cause twice does not pool it", "[applicability]") {
    CHECK(of_causes("gout-of-the-knee", knee_cause("gout-of-the-knee"), {"gout-of-the-knee"}) == applicability::exact);
}

TEST_CASE("a claim about a wider group is broader, over any number of steps", "[applicability]") {
    CHECK(of_claim("leaflet-tai-chi", "knee-osteoarthritis") == applicability::broader);
    CHECK(of_claim("leaflet-tai-chi", "early-knee-osteoarthritis") == applicability::broader);
}

TEST_CASE("a claim about a kind of the asked cause is narrower", "[applicability]") {
    CHECK(of_claim("no-recommendation-betaprofen", "knee-osteoarthritis") == applicability::narrower);
    CHECK(of_claim("nothing-found-betaprofen", "knee-pain") == applicability::narrower);
}

TEST_CASE("a cause of two wider groups is asked from both", "[applicability]") {
    CHECK(of_claim("leaflet-brace", "post-traumatic-knee-osteoarthritis") == applicability::broader);
    CHECK(of_claim("guideline-nsaids", "post-traumatic-knee-osteoarthritis") == applicability::broader);
}

TEST_CASE("a claim about a sister cause is unrelated", "[applicability]") {
    CHECK(of_claim("guideline-nsaids", "gout-of-the-knee") == applicability::unrelated);
    CHECK(of_claim("leaflet-brace", "knee-osteoarthritis") == applicability::unrelated);
}

TEST_CASE("a claim that names no cause speaks of any use, so of a wider group", "[applicability]") {
    CHECK(of_claim("tai-chi-function", "gout-of-the-knee") == applicability::broader);
    CHECK(of_claim("controlled-calmadol", "knee-osteoarthritis") == applicability::broader);
}

TEST_CASE("a cause that the source sets apart is excluded, though a wider group is named", "[applicability]") {
    CHECK(of_claim("guideline-gel", "gout-of-the-knee") == applicability::excluded);
    CHECK(of_claim("guideline-gel", "knee-osteoarthritis") == applicability::broader);
}

TEST_CASE("setting a wider group apart excludes every kind of it", "[applicability]") {
    CHECK(of_causes("early-knee-osteoarthritis", {}, {"knee-pain"}, {"knee-osteoarthritis"}) == applicability::excluded);
    CHECK(of_causes("post-traumatic-knee-osteoarthritis", {}, {"knee-pain"}, {"knee-injury-pain"}) == applicability::excluded);
}

TEST_CASE("setting a kind apart leaves the wider group in", "[applicability]") {
    CHECK(of_causes("knee-osteoarthritis", {}, {"knee-pain"}, {"early-knee-osteoarthritis"}) == applicability::broader);
    CHECK(of_causes("knee-pain", {}, {"knee-pain"}, {"gout-of-the-knee"}) == applicability::exact);
}

TEST_CASE("of several causes the wider group counts before the kind", "[applicability]") {
    CHECK(of_causes("knee-osteoarthritis", {}, {"early-knee-osteoarthritis", "knee-pain"}) == applicability::broader);
}

TEST_CASE("an option to be avoided in the asked cause is exact, in another one it speaks of any use", "[applicability]") {
    fixture::extended b;
    b.claim<contraindicated_in>("calmadol", "gout-of-the-knee", "label-2022", "avoid-in-gout");
    b.claim<contraindicated_in>(
        "calmadol", "gout-of-the-knee", b.said("label-2022", {"knee-osteoarthritis"}), "avoid-in-gout-with-arthritis");
    auto const& base = b.freeze();
    auto const of = [&](char const* claim, char const* asked) {
        return relevance{base, fixture::entity<cause>(base, asked)}.of(fixture::claim(base, claim));
    };
    CHECK(of("avoid-in-gout", "gout-of-the-knee") == applicability::exact);
    CHECK(of("avoid-in-gout", "knee-osteoarthritis") == applicability::broader);
    CHECK(of("avoid-in-gout-with-arthritis", "knee-osteoarthritis") == applicability::exact);
}

TEST_CASE("no cause is asked for: only what speaks of any use applies", "[applicability]") {
    relevance const near{kb, id<cause>{}};
    CHECK(near.reached().empty());
    CHECK(near.of(fixture::claim(kb, "guideline-nsaids")) == applicability::unrelated);
    CHECK(near.of(fixture::claim(kb, "tai-chi-function")) == applicability::broader);
}

TEST_CASE("every value of applicability has a word", "[applicability][type]") {
    STATIC_REQUIRE(words_of<applicability>.size() == static_cast<std::size_t>(applicability::unrelated) + 1);
    STATIC_REQUIRE(word(applicability::pooled) == "pooled");
    STATIC_REQUIRE(std::is_enum_v<applicability>);
}

TEST_CASE("nearer claims have the lesser value", "[applicability][type]") {
    STATIC_REQUIRE(applicability::exact < applicability::pooled);
    STATIC_REQUIRE(applicability::pooled < applicability::broader);
    STATIC_REQUIRE(applicability::broader < applicability::narrower);
    STATIC_REQUIRE(applicability::narrower < applicability::excluded);
}

// Misuse must not compile; each line is its own check.
template <class Kind>
concept asked_of = requires(knowledge_base const& base, id<Kind> asked) { relevance{base, asked}; };

TEST_CASE("only a cause can be asked for", "[applicability][type]") {
    STATIC_REQUIRE(asked_of<cause>);
    STATIC_REQUIRE_FALSE(asked_of<therapy>);
    STATIC_REQUIRE_FALSE(asked_of<outcome>);
    STATIC_REQUIRE_FALSE(asked_of<entity>);
}

TEST_CASE("on any base, the causes reached are those above and below, each once", "[applicability][oracle]") {
    for (std::uint32_t seed = 0; seed != 100; ++seed) {
        fixture::random_base made{seed};
        auto const record = made.record();
        auto const owner = made.freeze();
        auto const base = owner.view();
        for (auto asked : base.all<cause>()) {
            INFO("seed " << seed << ", " << base.key(asked));
            std::string const key{base.key(asked)};
            auto expected = naive::above(record, key);
            expected.merge(naive::below(record, key));
            expected.insert(key);
            relevance const near{base, asked};
            naive::keys found;
            for (auto c : near.reached()) found.emplace(base.key(c));
            CHECK(near.reached().front() == asked);
            CHECK(near.reached().size() == expected.size());
            CHECK(found == expected);
        }
    }
}

TEST_CASE("on any base, applicability is what the closure of the hierarchy says", "[applicability][oracle]") {
    std::size_t compared = 0;
    for (std::uint32_t seed = 0; seed < 100; seed += fixture::one_in) {
        fixture::random_base made{seed};
        auto const record = made.record();
        auto const owner = made.freeze();
        auto const base = owner.view();
        for (auto asked : base.all<cause>()) {
            std::string const key{base.key(asked)};
            relevance const near{base, asked};
            for (auto const& r : record) {
                if (r.key.empty()) continue;
                auto const c = fixture::claim(base, r.key);
                auto expected = naive::applies(record, naive::causes_of(r), key);
                if (naive::is<contraindicated_in>(r) && r.object == key) expected = applicability::exact;
                ++compared;
                if (near.of(c) != expected) {
                    INFO("seed " << seed << ", " << key << ", " << r.key);
                    CHECK(word(near.of(c)) == word(expected));
                }
            }
        }
    }
    CHECK(compared > 9000);
}

}  // namespace query_applicability_test
