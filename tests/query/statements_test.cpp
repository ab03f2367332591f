// SPDX-License-Identifier: BSL-1.0
#include <treatise/query/statements.hpp>
#include <treatise/query/why.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"
#include "naive.hpp"
#include "random_base.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace query_statements_test {

using namespace treatise;
using fixture::extended;

namespace {

auto const& kb = fixture::knee();

id<option> knee_option(char const* key) { return fixture::entity<option>(kb, key); }
id<cause> knee_cause(char const* key) { return fixture::entity<cause>(kb, key); }
auto const osteoarthritis = knee_cause("knee-osteoarthritis");

std::vector<std::string> keys_of(std::vector<statement> const& found) {
    std::vector<std::string> keys;
    for (auto const& s : found) keys.emplace_back(kb.claim_key(s.claim));
    return keys;
}
statement const& statement_of(std::vector<statement> const& found, char const* key) {
    for (auto const& s : found)
        if (kb.claim_key(s.claim) == key) return s;
    throw std::invalid_argument{std::string{"no statement of "} + key};
}

}  // namespace

TEST_CASE("the trade-offs of an option are told facet by facet, warnings first", "[statements]") {
    CHECK(keys_of(tradeoffs(kb, knee_option("anti-inflammatories"), osteoarthritis)) ==
          std::vector<std::string>{"boxed-nsaids-bleeding", "avoid-nsaids-kidney", "caution-alphaprofen-pregnancy",
              "affects-alphaprofen-pain", "nothing-found-betaprofen", "affects-alphaprofen-nausea", "alphaprofen-food",
              "nsaids-cox"});
}

TEST_CASE("trade-offs leave recommendations, approvals and bare mentions to why", "[statements]") {
    for (auto o : kb.all<option>())
        for (auto const& s : tradeoffs(kb, o, osteoarthritis)) {
            CHECK(s.facet != facet::recommendation);
            CHECK(s.facet != facet::approval);
            CHECK(s.facet != facet::use);
        }
    auto const all = keys_of(why(kb, osteoarthritis, knee_option("alphaprofen")));
    CHECK(std::count(all.begin(), all.end(), "approved-alphaprofen") == 1);
}

TEST_CASE("without being asked for, the claims of classes are not a therapy's", "[statements]") {
    relevance const near{kb, osteoarthritis};
    for (auto t : kb.all<therapy>())
        for (auto const& s : statements(kb, near, t)) CHECK(s.of == said_of::itself);
}

TEST_CASE("why keeps what the source sets apart, trade-offs do not", "[statements]") {
    auto const gout = knee_cause("gout-of-the-knee");
    CHECK(statement_of(why(kb, gout, knee_option("alphaprofen-gel")), "guideline-gel").applies == applicability::excluded);
    for (auto o : kb.all<option>())
        for (auto const& s : tradeoffs(kb, o, gout)) CHECK(s.applies != applicability::excluded);
}

TEST_CASE("a boxed warning stands first, and so does an outcome of the documented list", "[statements]") {
    extended b;
    b.claim<affects>("alphaprofen", "stomach-bleeding", "review-2021", "bleeding");
    auto const& base = b.freeze();
    auto const all = tradeoffs(
        base, fixture::entity<option>(base, "anti-inflammatories"), fixture::entity<cause>(base, "knee-osteoarthritis"));
    REQUIRE(base.claim_key(all.front().claim) == "boxed-nsaids-bleeding");
    CHECK(all.front().first);
    std::vector<std::string> harms;
    for (auto const& s : all)
        if (s.facet == facet::harm) harms.emplace_back(base.claim_key(s.claim));
    CHECK(harms == std::vector<std::string>{"bleeding", "affects-alphaprofen-nausea"});
}

TEST_CASE("benefit and side effect are one relation, told apart by the outcome", "[statements]") {
    CHECK(facet_of(kb, fixture::claim(kb, "affects-alphaprofen-pain")) == facet::benefit);
    CHECK(facet_of(kb, fixture::claim(kb, "affects-alphaprofen-nausea")) == facet::harm);
}

TEST_CASE("every relation whose subject is an option has its facet", "[statements]") {
    std::map<std::string, facet> const expected{{"leaflet-tai-chi", facet::use}, {"guideline-nsaids", facet::recommendation},
        {"approved-alphaprofen", facet::approval}, {"controlled-calmadol", facet::control}, {"covered-strength", facet::coverage},
        {"avoid-nsaids-kidney", facet::restriction}, {"boxed-nsaids-bleeding", facet::warning}, {"nsaids-cox", facet::mechanism},
        {"strength-sessions", facet::consideration}, {"strength-physio", facet::provider}};
    for (auto const& [claim, of] : expected) CHECK(facet_of(kb, fixture::claim(kb, claim)) == of);
}

TEST_CASE("inside a facet this cause stands before a wider group, and the option before its members", "[statements]") {
    for (auto asked : kb.all<cause>())
        for (auto o : kb.all<option>()) {
            auto const all = why(kb, asked, o);
            for (std::size_t i = 1; i < all.size(); ++i) {
                auto const &a = all[i - 1], &b = all[i];
                CHECK(a.facet <= b.facet);
                if (a.facet != b.facet) continue;
                CHECK(a.first >= b.first);
                if (a.first != b.first) continue;
                CHECK(a.applies <= b.applies);
                if (a.applies == b.applies) CHECK(a.of <= b.of);
            }
        }
}

TEST_CASE("warnings pass a scope that asks for another source", "[statements]") {
    scope s;
    s.source = fixture::entity<source>(kb, "leaflet-2024");
    CHECK(keys_of(tradeoffs(kb, knee_option("anti-inflammatories"), osteoarthritis, s)) ==
          std::vector<std::string>{"boxed-nsaids-bleeding", "avoid-nsaids-kidney", "caution-alphaprofen-pregnancy"});
}

TEST_CASE("an option without claims, and no option, have nothing to tell", "[statements]") {
    CHECK(tradeoffs(kb, knee_option("simple-analgesics"), knee_cause("gout-of-the-knee")).size() == 1);  // a schedule, of any use
    CHECK(why(kb, osteoarthritis, id<option>{}).empty());
}

TEST_CASE("every facet and every way of being said has a word", "[statements][type]") {
    STATIC_REQUIRE(words_of<facet>.size() == static_cast<std::size_t>(facet::mechanism) + 1);
    STATIC_REQUIRE(words_of<said_of>.size() == static_cast<std::size_t>(said_of::its_class) + 1);
    STATIC_REQUIRE(facet::warning < facet::restriction);
    STATIC_REQUIRE(facet::restriction < facet::benefit);
}

// Misuse must not compile; each line is its own check.
template <class Kind>
concept tradeoffs_of = requires(knowledge_base const& base, id<Kind> o, id<cause> c) { tradeoffs(base, o, c); };
template <class First, class Second>
concept why_of = requires(knowledge_base const& base, id<First> a, id<Second> b) { why(base, a, b); };

TEST_CASE("trade-offs are an option's, and why asks for a cause, then an option", "[statements][type]") {
    STATIC_REQUIRE(tradeoffs_of<therapy>);
    STATIC_REQUIRE(tradeoffs_of<therapy_class>);
    STATIC_REQUIRE_FALSE(tradeoffs_of<cause>);
    STATIC_REQUIRE_FALSE(tradeoffs_of<mechanism>);
    STATIC_REQUIRE(why_of<cause, therapy>);
    STATIC_REQUIRE_FALSE(why_of<therapy, cause>);
}

}  // namespace query_statements_test
