// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/query/candidates.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"
#include "naive.hpp"
#include "random_base.hpp"
#include "sampled.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace query_candidates_test {

using namespace treatise;
using fixture::extended;

namespace {

auto const& kb = fixture::knee();

id<cause> knee_cause(char const* key) { return fixture::entity<cause>(kb, key); }
id<option> knee_option(char const* key) { return fixture::entity<option>(kb, key); }

std::vector<std::string> keys_of(candidate_list const& list) {
    std::vector<std::string> keys;
    for (auto c : list) keys.emplace_back(kb.key(c.option));
    return keys;
}

candidate_list::candidate candidate(candidate_list const&& list, char const* key) = delete;
candidate_list::candidate candidate(candidate_list const& list, char const* key) {
    for (auto c : list)
        if (kb.key(c.option) == key) return c;
    throw std::invalid_argument{std::string{"no candidate "} + key};
}

}  // namespace

TEST_CASE("the candidates of a cause are the options that sources document for it", "[candidates]") {
    CHECK(keys_of(candidates(kb, knee_cause("knee-osteoarthritis"))) ==
          std::vector<std::string>{"pain-relievers", "anti-inflammatories", "exercise", "alphaprofen", "betaprofen", "calmadol",
              "alphaprofen-gel", "strength-training", "tai-chi"});
}

TEST_CASE("each candidate carries why it is listed", "[candidates]") {
    auto const list = candidates(kb, knee_cause("knee-osteoarthritis"));
    for (auto c : list) {
        INFO(kb.key(c.option));
        REQUIRE_FALSE(c.reasons.empty());
        for (auto const& r : c.reasons) {
            CHECK(r.option == c.option);
            CHECK(kb.subject(r.claim) == id<entity>{c.option});
            CHECK(r.stance == kb.stance(r.claim));
        }
    }
    auto const gel = candidate(list, "alphaprofen-gel");
    REQUIRE(gel.reasons.size() == 1);
    CHECK(kb.claim_key(gel.reasons[0].claim) == "guideline-gel");
}

TEST_CASE("a candidate applies as its nearest claim does, and the nearest stands first", "[candidates]") {
    auto const list = candidates(kb, knee_cause("knee-osteoarthritis"));
    CHECK(candidate(list, "alphaprofen").applies() == applicability::exact);
    CHECK(candidate(list, "pain-relievers").applies() == applicability::pooled);
    CHECK(candidate(list, "tai-chi").applies() == applicability::broader);
    for (auto c : list)
        CHECK(std::is_sorted(
            c.reasons.begin(), c.reasons.end(), [](reason const& a, reason const& b) { return a.applies < b.applies; }));
}

TEST_CASE("an option that a source sets apart for the cause is listed and says so", "[candidates]") {
    auto const list = candidates(kb, knee_cause("gout-of-the-knee"));
    auto const gel = candidate(list, "alphaprofen-gel");
    CHECK(gel.is_excluded());
    CHECK(gel.is_only_against());
    CHECK_FALSE(candidate(list, "tai-chi").is_excluded());
}

TEST_CASE("a claim against is a reason, shown as one", "[candidates]") {
    auto const list = candidates(kb, knee_cause("knee-osteoarthritis"));
    auto const calmadol = candidate(list, "calmadol");
    CHECK_FALSE(calmadol.is_only_against());
    CHECK(std::count_if(calmadol.reasons.begin(), calmadol.reasons.end(),
              [](reason const& r) { return r.stance == stance::against; }) == 1);
}

TEST_CASE("an option that is only spoken against is told apart", "[candidates]") {
    scope guideline_alone;
    guideline_alone.source = fixture::entity<source>(kb, "guideline-2020");
    auto const list = candidates(kb, knee_cause("knee-osteoarthritis"), guideline_alone);
    CHECK(candidate(list, "calmadol").is_only_against());
    CHECK_FALSE(candidate(list, "anti-inflammatories").is_only_against());
}

TEST_CASE("what is advised against only under a condition is not only spoken against", "[candidates]") {
    auto const only_against = [](char const* narrow) {
        extended b;
        recommendation r;
        r.scheme = b.find<scheme>("fixture-grade");
        r.strength.value = r.line.value = unstated_level;
        if (narrow != nullptr) r.narrow = b.builder().text(narrow);
        b.claim<recommended_for>("tai-chi", "gout-of-the-knee", "guideline-2020", "not-before", stance::against, r);
        auto const& base = b.freeze();
        scope of_it;
        of_it.source = fixture::entity<source>(base, "guideline-2020");
        auto const list = candidates(base, fixture::entity<cause>(base, "gout-of-the-knee"), of_it);
        for (auto c : list)
            if (base.key(c.option) == "tai-chi") return c.is_only_against();
        throw std::invalid_argument{"no candidate"};
    };
    CHECK(only_against(nullptr));
    CHECK_FALSE(only_against("until a specialist is asked"));
}

TEST_CASE("a source that looked and found nothing, or recommends neither way, does not speak against", "[candidates]") {
    auto const early = candidates(kb, knee_cause("early-knee-osteoarthritis"));
    CHECK_FALSE(candidate(early, "betaprofen").is_only_against());
    auto const after_injury = candidates(kb, knee_cause("post-traumatic-knee-osteoarthritis"));
    CHECK_FALSE(candidate(after_injury, "betaprofen").is_only_against());
}

TEST_CASE("placebo and usual care are references, never candidates", "[candidates]") {
    extended b;
    b.claim<used_for>("placebo", "knee-osteoarthritis", "review-2021", "placebo-used");
    auto const& base = b.freeze();
    auto const list = candidates(base, fixture::entity<cause>(base, "knee-osteoarthritis"));
    CHECK_FALSE(list.contains(fixture::entity<option>(base, "placebo")));
    CHECK(list.size() == candidates(kb, knee_cause("knee-osteoarthritis")).size());
}

TEST_CASE("prevention and treatment of the cause itself are not listed unless they are asked for", "[candidates]") {
    for (auto purpose : {intent::preventive, intent::cause_directed}) {
        extended b;
        b.claim<used_for>("knee-brace", "knee-osteoarthritis", "review-2021", "brace-used", stance::in_favour, {purpose});
        auto const& base = b.freeze();
        auto const asked = fixture::entity<cause>(base, "knee-osteoarthritis");
        auto const brace = fixture::entity<option>(base, "knee-brace");
        CHECK_FALSE(candidates(base, asked).contains(brace));
        scope s;
        s.intents = purpose;
        auto const list = candidates(base, asked, s);
        REQUIRE(list.size() == 1);
        CHECK(list[0].option == brace);
    }
}

TEST_CASE("rehabilitation lists like relief", "[candidates]") {
    extended b;
    b.claim<used_for>(
        "knee-brace", "knee-osteoarthritis", "review-2021", "brace-used", stance::in_favour, {intent::rehabilitative});
    auto const& base = b.freeze();
    CHECK(candidates(base, fixture::entity<cause>(base, "knee-osteoarthritis"))
            .contains(fixture::entity<option>(base, "knee-brace")));
}

TEST_CASE("nothing is inferred from membership", "[candidates]") {
    auto const list = candidates(kb, knee_cause("knee-osteoarthritis"));
    CHECK_FALSE(list.contains(knee_option("cox-inhibitors")));            // three of its members are candidates
    CHECK_FALSE(list.contains(knee_option("simple-analgesics")));         // calmadol is one
    CHECK_FALSE(list.contains(knee_option("fixture-movement")));          // exercise is one
    CHECK_FALSE(list.contains(knee_option("alphaprofen-with-calmadol")));  // both of its parts are
    auto const early = candidates(kb, knee_cause("gout-of-the-knee"));
    CHECK_FALSE(early.contains(knee_option("alphaprofen")));
}

TEST_CASE("a side effect does not list an option", "[candidates]") {
    for (auto c : candidates(kb, knee_cause("knee-osteoarthritis")))
        for (auto const& r : c.reasons)
            if (kb.relation(r.claim) == relation_number<affects>)
                CHECK(kb.details(kb.as<outcome>(kb.object(r.claim))).valence == valence::desirable);
}

TEST_CASE("mechanisms, coverage, warnings and cautions do not list an option", "[candidates]") {
    for (auto asked : kb.all<cause>())
        for (auto c : candidates(kb, asked))
            for (auto const& r : c.reasons) {
                auto const relation = kb.relation(r.claim);
                CHECK((relation == relation_number<used_for> || relation == relation_number<recommended_for> ||
                       relation == relation_number<approved_for> || relation == relation_number<affects>));
            }
}

TEST_CASE("a claim that was withdrawn lists nothing", "[candidates]") {
    for (auto c : candidates(kb, knee_cause("knee-injury-pain")))
        for (auto const& r : c.reasons) CHECK(kb.claim_key(r.claim) != "withdrawn-betaprofen");
}

TEST_CASE("candidates stand in the neutral order: kinds of therapy, classes before therapies, A to Z", "[candidates]") {
    auto const list = candidates(kb, knee_cause("knee-osteoarthritis"));
    for (std::uint32_t i = 1; i < list.size(); ++i) CHECK(list[i - 1].option < list[i].option);
}

TEST_CASE("a therapy's row is the class it is listed under, whatever else it is a member of", "[candidates]") {
    CHECK(row_of(kb, knee_option("alphaprofen")) == knee_option("anti-inflammatories"));
    CHECK(row_of(kb, knee_option("alphaprofen-gel")) == knee_option("gels"));
    CHECK(row_of(kb, knee_option("pain-relievers")) == knee_option("pain-relievers"));
    CHECK_FALSE(row_of(kb, knee_option("knee-brace")));
}

TEST_CASE("a cause that nobody speaks of, and no cause, have no candidates", "[candidates]") {
    CHECK(candidates(kb, id<cause>{}).empty());
    CHECK(candidates(knowledge_base{}, id<cause>::from_number(0)).empty());
    CHECK(candidate_list{}.empty());
    CHECK_FALSE(candidate_list{}.contains(knee_option("tai-chi")));
}

TEST_CASE("a list counts what it iterates over", "[candidates]") {
    auto const list = candidates(kb, knee_cause("knee-pain"));
    std::uint32_t n = 0;
    for (auto c : list) {
        CHECK(c.option == list[n].option);
        CHECK(list.contains(c.option));
        ++n;
    }
    CHECK(n == list.size());
    CHECK_FALSE(list.empty());
}

// Misuse must not compile; each line is its own check.
template <class Kind>
concept candidates_for = requires(knowledge_base const& base, id<Kind> asked) { candidates(base, asked); };
template <class Kind>
concept row_of_a = requires(knowledge_base const& base, id<Kind> o) { row_of(base, o); };
template <class Kind>
concept contains_a = requires(candidate_list const& list, id<Kind> o) { list.contains(o); };

TEST_CASE("candidates are asked for a cause, and are options", "[candidates][type]") {
    STATIC_REQUIRE(candidates_for<cause>);
    STATIC_REQUIRE_FALSE(candidates_for<outcome>);
    STATIC_REQUIRE_FALSE(candidates_for<therapy>);
    STATIC_REQUIRE_FALSE(candidates_for<entity>);
    STATIC_REQUIRE(row_of_a<therapy>);
    STATIC_REQUIRE(row_of_a<therapy_class>);
    STATIC_REQUIRE_FALSE(row_of_a<mechanism>);
    STATIC_REQUIRE(contains_a<therapy>);
    STATIC_REQUIRE_FALSE(contains_a<cause>);
}

TEST_CASE("on any base, candidates are what a scan over every claim finds", "[candidates][oracle]") {
    for (std::uint32_t seed = 0; seed < 200; seed += fixture::one_in) {
        fixture::random_base made{seed};
        auto const record = made.record();
        auto const owner = made.freeze();
        auto const base = owner.view();
        for (auto asked : base.all<cause>()) {
            std::string const key{base.key(asked)};
            std::map<std::string, std::map<std::string, applicability>> expected;  // option, claim
            for (auto const& r : record) {
                bool const uses = naive::is<used_for>(r);
                if (!uses && !naive::is<recommended_for>(r) && !naive::is<affects>(r)) continue;
                if (uses &&
                    (r.payload == static_cast<int>(intent::preventive) || r.payload == static_cast<int>(intent::cause_directed)))
                    continue;
                auto const causes = naive::causes_of(r);
                auto const applies = naive::applies(record, causes, key);
                if (!causes.empty() && applies != applicability::unrelated) expected[r.subject][r.key] = applies;
            }
            std::map<std::string, std::map<std::string, applicability>> found;
            std::uint32_t reasons = 0;
            auto const list = candidates(base, asked);
            for (auto c : list)
                for (auto const& r : c.reasons) {
                    found[std::string{base.key(c.option)}][std::string{base.claim_key(r.claim)}] = r.applies;
                    ++reasons;
                }
            INFO("seed " << seed << ", " << key);
            CHECK(found == expected);
            std::uint32_t distinct = 0;
            for (auto const& [option, claims] : found) distinct += static_cast<std::uint32_t>(claims.size());
            CHECK(reasons == distinct);  // none twice
            CHECK(list.size() == found.size());
        }
    }
}

TEST_CASE("on any base, every therapy stands under one row at most", "[candidates][oracle]") {
    for (std::uint32_t seed = 0; seed != 200; ++seed) {
        fixture::random_base made{seed};
        auto const record = made.record();
        auto const owner = made.freeze();
        auto const base = owner.view();
        for (auto t : base.all<therapy>()) {
            std::vector<std::string> rows;
            for (auto const& r : record)
                if (naive::is<listed_under>(r) && r.subject == base.key(t)) rows.push_back(r.object);
            INFO("seed " << seed << ", " << base.key(t));
            REQUIRE(rows.size() <= 1);
            CHECK(base.key(row_of(base, t)) == (rows.empty() ? "" : rows[0]));
        }
    }
}

TEST_CASE("in every base, every candidate therapy has exactly one row, and it is a class", "[candidates]") {
    for (auto const& [name, base] : fixture::bases())
        for (auto asked : base->all<cause>())
            for (auto c : candidates(*base, asked))
                if (auto const t = base->as<therapy>(c.option)) {
                    INFO(name << ": " << base->key(t));
                    CHECK(base->out<listed_under>(t).size() <= 1);
                }
}

}  // namespace query_candidates_test
