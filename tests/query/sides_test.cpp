// SPDX-License-Identifier: BSL-1.0
#include <treatise/query/causes_of.hpp>
#include <treatise/query/compare_directly.hpp>
#include <treatise/query/in_circumstance.hpp>
#include <treatise/query/options_for.hpp>

#include <treatise/knowledge/neuropathic_pain.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace query_sides_test {

using namespace treatise;

namespace {

namespace np = neuropathic_pain;
auto const& kb = fixture::knee();
auto const& pain = np::knowledge;
auto const osteoarthritis = fixture::entity<cause>(kb, "knee-osteoarthritis");

using names = std::vector<std::string_view>;

names claims_of(knowledge_base const& base, options_found const& found) {
    names all;
    for (auto const& c : found.claims) all.push_back(base.claim_key(c.claim));
    std::sort(all.begin(), all.end());
    return all;
}
names on(char const* what, scope const& s = {}) { return claims_of(kb, options_for(kb, fixture::entity<aside>(kb, what), s)); }

}  // namespace

TEST_CASE("options for an outcome are told with every claim on it, for and against", "[sides]") {
    CHECK(on("pain-halved") == names{"affects-alphaprofen-pain", "affects-pooled-pain", "no-difference-calmadol",
                                   "nothing-found-betaprofen", "trial-calmadol-pain"});
}

TEST_CASE("options that cause a side effect, and those warned of it, are the same question", "[sides]") {
    CHECK(on("nausea") == names{"affects-alphaprofen-nausea"});
    CHECK(on("stomach-bleeding") == names{"boxed-nsaids-bleeding"});
}

TEST_CASE("options that act by a mechanism, are paid for by a payer, or are warned of in a circumstance", "[sides]") {
    CHECK(on("cox-inhibition") == names{"nsaids-cox"});
    CHECK(on("fixture-health-plan") == names{"covered-strength"});
    CHECK(on("pregnancy") == names{"caution-alphaprofen-pregnancy"});
    CHECK(on("unused-mechanism").empty());
}

TEST_CASE("with a cause, only claims that apply to it are told", "[sides]") {
    auto const outcome_of = fixture::entity<outcome>(kb, "pain-halved");
    auto const of_gout = options_for(kb, outcome_of, fixture::entity<cause>(kb, "gout-of-the-knee"));
    CHECK(of_gout.claims.empty());
    for (auto const& c : options_for(kb, outcome_of, osteoarthritis).claims) CHECK(c.applies != applicability::unrelated);
}

TEST_CASE("another name of a complaint is looked up with it", "[sides]") {
    auto const found = options_for(pain, np::drowsiness);
    for (auto const& c : found.claims) {
        auto const about = pain.object(c.claim);
        CHECK(
            (about == id<entity>{np::drowsiness} || std::find(found.also.begin(), found.also.end(), about) != found.also.end()));
    }
    CHECK(found.options > 20);
}

TEST_CASE("options stand in the neutral order whatever is said of them, and references are none", "[sides]") {
    auto const found = options_for(pain, np::pain_at_least_halved);
    for (std::size_t i = 1; i < found.claims.size(); ++i)
        CHECK(neutral_place_of(pain, found.claims[i - 1].option) <= neutral_place_of(pain, found.claims[i].option));
    for (auto const& c : found.claims) {
        auto const t = pain.as<therapy>(c.option);
        CHECK_FALSE((t && pain.details(t).reference));
    }
    CHECK(found.claims.size() > found.options);
}

TEST_CASE("the causes of an option are those whose candidates hold it by a claim on them", "[sides]") {
    for (auto const& named : fixture::bases()) {
        auto const& base = *named.kb;
        scope all_aims;
        all_aims.intents = {};
        std::set<std::pair<std::uint32_t, std::uint32_t>> expected, found;  // option, cause
        for (auto c : base.all<cause>())
            for (auto const& o : candidates(base, c, all_aims))
                for (auto const& r : o.reasons)
                    if (r.applies == applicability::exact || r.applies == applicability::pooled)
                        expected.insert({o.option.value, c.value});
        for (auto o : base.all<option>())
            for (auto const& c : causes_of(base, o)) {
                auto const near = relevance{base, c.cause};
                if (near.of(c.claim) != applicability::excluded) found.insert({o.value, c.cause.value});
            }
        CHECK(found == expected);
    }
}

TEST_CASE("a claim on several causes documents each, and says so", "[sides]") {
    auto const of = causes_of(kb, fixture::entity<option>(kb, "pain-relievers"));
    REQUIRE(of.size() == 2);
    CHECK(of[0].with_others);
    CHECK(of[0].claim == of[1].claim);
}

TEST_CASE("two options that no source compared have no comparison, whatever each did against placebo", "[sides]") {
    CHECK(
        compare_directly(kb, osteoarthritis, fixture::entity<option>(kb, "alphaprofen"), fixture::entity<option>(kb, "calmadol"))
            .empty());
}

TEST_CASE("a direct comparison is found from both sides, and a declared interest never stands first", "[sides]") {
    auto const ab = compare_directly(pain, np::painful_diabetic_neuropathy, np::duloxetine, np::pregabalin);
    auto const ba = compare_directly(pain, np::painful_diabetic_neuropathy, np::pregabalin, np::duloxetine);
    REQUIRE(ab.size() == ba.size());
    REQUIRE_FALSE(ab.empty());
    for (std::size_t i = 0; i != ab.size(); ++i) {
        CHECK(ab[i].claim == ba[i].claim);
        CHECK(ab[i].of == ba[i].with);
        if (i != 0) CHECK(ab[i - 1].has_interest <= ab[i].has_interest);
    }
}

TEST_CASE("in a circumstance no documented option is hidden, and the silent ones are counted", "[sides]") {
    auto const account = in_circumstance(kb, osteoarthritis, fixture::entity<circumstance>(kb, "kidney-disease"));
    CHECK(account.rows.size() == candidates(kb, osteoarthritis).size());
    std::uint32_t silent = 0;
    for (auto const& row : account.rows) {
        silent += account.of(row).empty();
        if (kb.key(row.option) == "alphaprofen") {  // its class is contraindicated, and says whose it is
            REQUIRE(account.of(row).size() == 1);
            CHECK(account.of(row)[0].of == said_of::its_class);
        }
        if (kb.key(row.option) == "exercise") CHECK(account.of(row).empty());
    }
    CHECK(account.silent == silent);
    CHECK(silent != 0);
    CHECK(silent != account.rows.size());
}

}  // namespace query_sides_test
