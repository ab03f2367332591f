// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/freeze.hpp>
#include <treatise/query/paths.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "naive.hpp"
#include "random_base.hpp"
#include "sampled.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace query_paths_test {

using namespace treatise;

namespace {
auto const& kb = fixture::knee();
id<option> knee_option(char const* key) { return fixture::entity<option>(kb, key); }
id<cause> knee_cause(char const* key) { return fixture::entity<cause>(kb, key); }
}  // namespace

TEST_CASE("a path goes from an option over a mechanism to the cause, each step a claim", "[paths]") {
    auto const found = paths(kb, knee_option("anti-inflammatories"), knee_cause("knee-osteoarthritis"));
    REQUIRE(found.size() == 1);
    CHECK(kb.claim_key(found[0].acts) == "nsaids-cox");
    CHECK(kb.claim_key(found[0].implicated) == "cox-osteoarthritis");
    CHECK(kb.key(found[0].mechanism) == "cox-inhibition");
    CHECK(found[0].applies == applicability::exact);
}

TEST_CASE("a path to a wider group applies to the kinds of it, and says so", "[paths]") {
    auto const found = paths(kb, knee_option("anti-inflammatories"), knee_cause("early-knee-osteoarthritis"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].applies == applicability::broader);
}

TEST_CASE("a class's mechanism is not its members'", "[paths]") {
    CHECK(paths(kb, knee_option("alphaprofen"), knee_cause("knee-osteoarthritis")).empty());
}

TEST_CASE("a mechanism without a link to the cause is no path", "[paths]") {
    CHECK(paths(kb, knee_option("strength-training"), knee_cause("knee-osteoarthritis")).empty());
    CHECK(paths(kb, knee_option("anti-inflammatories"), knee_cause("gout-of-the-knee")).empty());
}

TEST_CASE("a scope narrows both steps", "[paths]") {
    scope s;
    s.source = fixture::entity<source>(kb, "leaflet-2024");
    CHECK(paths(kb, knee_option("anti-inflammatories"), knee_cause("knee-osteoarthritis"), s).empty());
    s.source = fixture::entity<source>(kb, "review-2021");
    CHECK(paths(kb, knee_option("anti-inflammatories"), knee_cause("knee-osteoarthritis"), s).size() == 1);
}

TEST_CASE("a step that a source denies leads nowhere", "[paths]") {
    auto const path_count = [](stance acts, stance implicated) {
        builder b;
        b.base({b.text("t"), b.text("T"), not_stated, not_stated, not_stated, date::unstated()});
        auto const pill = b.add<therapy>({"pill", "Pill"});
        auto const ache = b.add<cause>({"ache", "Ache"});
        auto const gate = b.add<mechanism>({"gate", "Gate"});
        source_details details;
        details.title = details.authors = not_stated;
        details.published = date::unstated();
        attribution said;
        said.source = b.add<source>({"book", "Book"}, details);
        said.place = not_stated;
        said.checked = date::unstated();
        b.claim<acts_by>(pill, gate, said, {"t-1", acts});
        b.claim<implicated_in>(gate, ache, said, {"t-2", implicated});
        auto const made = freeze(b);
        if (!made) FAIL(report(made.error()));
        auto const base = made->view();
        return paths(base, base.all<therapy>()[0], base.all<cause>()[0]).size();
    };
    CHECK(path_count(stance::in_favour, stance::mixed) == 1);
    for (auto no : {stance::against, stance::no_difference, stance::no_evidence_found}) {
        CHECK(path_count(no, stance::in_favour) == 0);
        CHECK(path_count(stance::in_favour, no) == 0);
    }
}

TEST_CASE("neither no option nor no cause has a path", "[paths]") {
    CHECK(paths(kb, id<option>{}, knee_cause("knee-osteoarthritis")).empty());
    CHECK(paths(kb, knee_option("anti-inflammatories"), id<cause>{}).empty());
}

// Misuse must not compile; each line is its own check.
template <class First, class Second>
concept paths_between = requires(knowledge_base const& base, id<First> a, id<Second> b) { paths(base, a, b); };

TEST_CASE("a path leads from an option to a cause", "[paths][type]") {
    STATIC_REQUIRE(paths_between<therapy, cause>);
    STATIC_REQUIRE(paths_between<therapy_class, cause>);
    STATIC_REQUIRE_FALSE(paths_between<cause, therapy>);
    STATIC_REQUIRE_FALSE(paths_between<therapy, outcome>);
    STATIC_REQUIRE_FALSE(paths_between<mechanism, cause>);
}

TEST_CASE("on any base, paths are the pairs that a scan over every claim finds", "[paths][oracle]") {
    std::size_t compared = 0;
    for (std::uint32_t seed = 0; seed < 100; seed += fixture::one_in) {
        fixture::random_base made{seed};
        auto const record = made.record();
        auto const owner = made.freeze();
        auto const base = owner.view();
        std::set<std::string> leads_nowhere;  // what a source denies, or looked for and did not find
        for (auto c : base.claims())
            if (auto const s = base.stance(c);
                s == stance::against || s == stance::no_difference || s == stance::no_evidence_found)
                leads_nowhere.emplace(base.claim_key(c));
        for (auto asked : base.all<cause>())
            for (auto o : base.all<option>()) {
                std::set<std::pair<std::string, std::string>> expected, found;
                std::string const key{base.key(asked)};
                for (auto const& a : record) {
                    if (!naive::is<acts_by>(a) || a.subject != base.key(o) || leads_nowhere.contains(a.key)) continue;
                    if (naive::applies(record, naive::causes_of(a), key) == applicability::unrelated) continue;
                    for (auto const& i : record)
                        if (naive::is<implicated_in>(i) && i.subject == a.object && !leads_nowhere.contains(i.key) &&
                            naive::applies(record, naive::causes_of(i), key) != applicability::unrelated)
                            expected.emplace(a.key, i.key);
                }
                auto const all = paths(base, o, asked);
                for (auto const& p : all) found.emplace(base.claim_key(p.acts), base.claim_key(p.implicated));
                compared += expected.size();
                if (found != expected || found.size() != all.size()) {
                    INFO("seed " << seed << ", " << key << ", " << base.key(o));
                    CHECK(found == expected);
                    CHECK(found.size() == all.size());
                }
            }
    }
    CHECK(compared > 100);
}

}  // namespace query_paths_test
