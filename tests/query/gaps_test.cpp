// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/query/gaps.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"
#include "naive.hpp"
#include "random_base.hpp"
#include "sampled.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace query_gaps_test {

using namespace treatise;

namespace {
auto const& kb = fixture::knee();
id<cause> knee_cause(char const* key) { return fixture::entity<cause>(kb, key); }

bool is_gap(std::vector<gap> const& found, char const* row, char const* of) {
    return std::any_of(found.begin(), found.end(),
        [&](gap const& g) { return kb.key(g.option) == row && (g.issue ? word(*g.issue) == of : kb.key(g.about) == of); });
}
}  // namespace

TEST_CASE("a gap is what sources report of one row and of another nowhere", "[gaps]") {
    auto const found = gaps(kb, knee_cause("knee-osteoarthritis"));
    CHECK(is_gap(found, "exercise", "pain-halved"));
    CHECK(is_gap(found, "exercise", "nausea"));
    CHECK(is_gap(found, "anti-inflammatories", "function-improved"));
    CHECK(is_gap(found, "simple-analgesics", "tests_and_visits"));
    CHECK_FALSE(is_gap(found, "anti-inflammatories", "pain-halved"));
    CHECK_FALSE(is_gap(found, "exercise", "tests_and_visits"));
}

TEST_CASE("what nobody reports of any row is no gap between them", "[gaps]") {
    for (auto const& g : gaps(kb, knee_cause("knee-osteoarthritis")))
        if (g.issue) CHECK((*g.issue == practical_issue::tests_and_visits || *g.issue == practical_issue::food_and_drinks));
}

TEST_CASE("a source that looked and found nothing has reported", "[gaps]") {
    CHECK_FALSE(is_gap(gaps(kb, knee_cause("early-knee-osteoarthritis")), "anti-inflammatories", "pain-halved"));
}

TEST_CASE("what a source reports of others and sets apart for this condition is not reported of it", "[gaps]") {
    fixture::extended b;
    outcome_details good;
    good.valence = valence::desirable;
    b.builder().add<outcome>({"sleep", "sleep"}, good);
    auto said = b.said("review-2021", {"knee-pain"});
    effect e;
    e.statistic = statistic::narrative;
    b.claim<affects>("tai-chi", "sleep", said, "of-the-others", stance::in_favour, e);
    said.excludes = b.builder().list(std::vector<id<cause>>{b.find<cause>("gout-of-the-knee")});
    b.claim<affects>("alphaprofen", "sleep", said, "set-apart", stance::in_favour, e);
    auto const& base = b.freeze();
    auto const lacks_sleep = [&](char const* asked) {
        std::set<std::string> rows;
        for (auto const& g : gaps(base, fixture::entity<cause>(base, asked)))
            if (g.about == fixture::entity(base, "sleep")) rows.emplace(base.key(g.option));
        return rows;
    };
    CHECK(lacks_sleep("gout-of-the-knee").contains("anti-inflammatories"));
    CHECK_FALSE(lacks_sleep("knee-osteoarthritis").contains("anti-inflammatories"));
    CHECK_FALSE(lacks_sleep("gout-of-the-knee").contains("exercise"));
}

TEST_CASE("a row that reports a kind of an outcome, the wider outcome or one of its family is not silent on it", "[gaps]") {
    fixture::extended b;
    outcome_details bad;
    bad.valence = valence::undesirable;
    auto& made = b.builder();
    auto const heart = made.add<outcome>({"heart-trouble", "heart trouble"}, bad);
    made.relate<is_a>(made.add<outcome>({"slow-pulse", "slow pulse"}, bad), heart);
    bad.family = made.text("sleepiness");
    made.add<outcome>({"drowsiness", "drowsiness"}, bad);
    made.add<outcome>({"sedation", "sedation"}, bad);
    bad.family = {};
    made.add<outcome>({"rash", "rash"}, bad);
    effect e;
    e.statistic = statistic::narrative;
    auto const tells = [&](char const* option, char const* of) {
        b.claim<affects>(option, of, b.said("review-2021", {"knee-pain"}), std::string{option} + of, stance::in_favour, e);
    };
    tells("tai-chi", "heart-trouble"), tells("tai-chi", "sedation"), tells("tai-chi", "rash");
    tells("alphaprofen", "slow-pulse"), tells("alphaprofen", "drowsiness");
    auto const& base = b.freeze();
    auto const lacks = [&](char const* row, char const* of) {
        for (auto const& g : gaps(base, fixture::entity<cause>(base, "knee-osteoarthritis")))
            if (base.key(g.option) == row && g.about == fixture::entity(base, of)) return true;
        return false;
    };
    CHECK_FALSE(lacks("anti-inflammatories", "heart-trouble"));
    CHECK_FALSE(lacks("exercise", "slow-pulse"));
    CHECK_FALSE(lacks("anti-inflammatories", "sedation"));
    CHECK_FALSE(lacks("exercise", "drowsiness"));
    CHECK(lacks("anti-inflammatories", "rash"));
}

TEST_CASE("a harm that is reported of another condition is no silence; a benefit is", "[gaps]") {
    fixture::extended b;
    auto& made = b.builder();
    made.add<outcome>({"dry-mouth", "dry mouth"}, {valence::undesirable, false, {}, {}});
    made.add<outcome>({"better-sleep", "better sleep"}, {valence::desirable, false, {}, {}});
    effect e;
    e.statistic = statistic::narrative;
    for (auto of : {"dry-mouth", "better-sleep"}) {
        b.claim<affects>(
            "tai-chi", of, b.said("review-2021", {"knee-osteoarthritis"}), std::string{"here-"} + of, stance::in_favour, e);
        b.claim<affects>(
            "alphaprofen", of, b.said("review-2021", {"gout-of-the-knee"}), std::string{"there-"} + of, stance::in_favour, e);
    }
    auto const& base = b.freeze();
    auto const found = gaps(base, fixture::entity<cause>(base, "knee-osteoarthritis"));
    auto const lacks = [&](char const* of) {
        return std::any_of(found.begin(), found.end(),
            [&](gap const& g) { return base.key(g.option) == "anti-inflammatories" && g.about == fixture::entity(base, of); });
    };
    CHECK_FALSE(lacks("dry-mouth"));
    CHECK(lacks("better-sleep"));
}

TEST_CASE("a regulator's warning of an outcome reports it", "[gaps]") {
    auto const found = gaps(kb, knee_cause("knee-osteoarthritis"));
    CHECK_FALSE(is_gap(found, "anti-inflammatories", "stomach-bleeding"));
    CHECK(is_gap(found, "simple-analgesics", "stomach-bleeding"));
}

TEST_CASE("gaps are of the rows of the table, in its order; a therapy in no class is its own", "[gaps]") {
    auto const found = gaps(kb, knee_cause("knee-injury-pain"));
    CHECK(is_gap(found, "knee-brace", "pain-halved"));
    CHECK(std::is_sorted(found.begin(), found.end(), [](gap const& a, gap const& b) { return a.option < b.option; }));
    for (auto const& g : found)
        if (auto const t = kb.as<therapy>(g.option)) CHECK_FALSE(row_of(kb, t));
}

TEST_CASE("a scope narrows the rows and what is in use: between one row and nothing else there is no gap", "[gaps]") {
    scope s;
    s.source = fixture::entity<source>(kb, "leaflet-2024");
    CHECK(gaps(kb, knee_cause("knee-osteoarthritis"), s).empty());
    CHECK_FALSE(gaps(kb, knee_cause("knee-osteoarthritis")).empty());
}

TEST_CASE("a cause without candidates has no gaps", "[gaps]") { CHECK(gaps(kb, id<cause>{}).empty()); }

template <class Kind>
concept gaps_of = requires(knowledge_base const& base, id<Kind> asked) { gaps(base, asked); };
TEST_CASE("gaps are asked for a cause", "[gaps][type]") {
    STATIC_REQUIRE(gaps_of<cause>);
    STATIC_REQUIRE_FALSE(gaps_of<therapy>);
    STATIC_REQUIRE_FALSE(gaps_of<outcome>);
}

TEST_CASE("on any base, gaps are what a table of rows and outcomes leaves empty", "[gaps][oracle]") {
    for (std::uint32_t seed = 0; seed < 100; seed += fixture::one_in) {
        fixture::random_base made{seed};
        auto const record = made.record();
        auto const owner = made.freeze();
        auto const base = owner.view();
        for (auto asked : base.all<cause>()) {
            naive::keys rows, used;
            auto const row_named = [&](std::string const& option) {
                for (auto const& r : record)
                    if (naive::is<listed_under>(r) && r.subject == option) return r.object;
                return option;
            };
            for (auto c : candidates(base, asked)) rows.insert(row_named(std::string{base.key(c.option)}));
            std::set<std::pair<std::string, std::string>> reported, expected, found;
            for (auto const& r : record) {
                if (!naive::is<affects>(r) ||
                    naive::applies(record, naive::causes_of(r), std::string{base.key(asked)}) == applicability::unrelated)
                    continue;
                auto const row = row_named(r.subject);
                if (!rows.contains(row)) continue;
                reported.emplace(row, r.object);
                used.insert(r.object);
            }
            for (auto const& row : rows)
                for (auto const& outcome : used)
                    if (!reported.contains({row, outcome})) expected.emplace(row, outcome);
            for (auto const& g : gaps(base, asked)) found.emplace(base.key(g.option), base.key(g.about));
            INFO("seed " << seed << ", " << base.key(asked));
            CHECK(found == expected);
        }
    }
}

}  // namespace query_gaps_test
