// SPDX-License-Identifier: BSL-1.0
#include <treatise/query/facts.hpp>

#include <treatise/graph/field_text.hpp>
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/query/visit.hpp>

#include "allocations.hpp"
#include "catch.hpp"
#include "fixtures.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace query_facts_test {

using namespace treatise;

namespace {

namespace np = neuropathic_pain;
auto const& kb = fixture::knee();
auto const& pain = np::knowledge;
auto const osteoarthritis = fixture::entity<cause>(kb, "knee-osteoarthritis");

fact of_knee(char const* claim) { return fact_of(kb, fixture::claim(kb, claim)).value(); }

constexpr auto first_effect = fact_of(np::knowledge, np::knowledge.edges_of(relation_number<affects>)[0]);
static_assert(first_effect && !first_effect->id.empty() && !first_effect->source.name.empty());
static_assert(!fact_of(np::knowledge, np::knowledge.edges_of(relation_number<advises>)[0]));

}  // namespace

TEST_CASE("facts are those of the profile, matter by matter", "[facts]") {
    for (auto o : {np::duloxetine, np::pregabalin, np::lidocaine_patch}) {
        auto const p = profile(pain, np::painful_diabetic_neuropathy, o);
        auto const all = facts(pain, np::painful_diabetic_neuropathy, o);
        std::vector<claim_id> expected, found;
        for (std::size_t m = 0; m != matter_count; ++m)
            for (auto const& t : p.told_of(static_cast<matter>(m))) expected.push_back(t.says.claim);
        for (auto f : all) found.push_back(f.claim);
        REQUIRE(found.size() > 20);
        CHECK(found == expected);
        CHECK(all.size() == expected.size());
    }
}

TEST_CASE("the facts on one matter are its part of the list", "[facts]") {
    auto const all = facts(pain, np::painful_diabetic_neuropathy, np::duloxetine);
    std::uint32_t n = 0;
    for (std::size_t m = 0; m != matter_count; ++m)
        for (auto f : all.on(static_cast<matter>(m))) {
            CHECK(f.claim == all[n].claim);
            ++n;
        }
    CHECK(n == all.size());
    for (auto f : all.on(matter::contraindication)) CHECK(f.facet == facet::restriction);
    CHECK(all.on(matter::boxed_warning)[0].facet == facet::warning);
}

TEST_CASE("a fact has its figure as printed, both arms, what it was compared with and how sure who is", "[facts]") {
    auto const f = of_knee("affects-alphaprofen-pain");
    CHECK(f.id == "affects-alphaprofen-pain");
    CHECK(f.option.key == "alphaprofen");
    CHECK(f.about.key == "pain-halved");
    CHECK(f.figure.unit == statistic::per_100);
    CHECK(digits(f.figure.value) == "45");
    CHECK(digits(f.figure.low) == "40");
    CHECK(digits(f.figure.high) == "50");
    CHECK(digits(f.figure.without) == "30");
    CHECK(f.comparator.key == "placebo");
    CHECK(f.certainty.word == "high");
    CHECK(f.certainty.rated_by.key == "review-2021");
    CHECK(f.source.key == "review-2021");
    CHECK(f.source.place == "table 2");
    CHECK(digits(of_knee("affects-pooled-pain").figure.value) == "7.10");
}

TEST_CASE("a benefit that a source looked for and did not find is a fact with that stance", "[facts]") {
    auto const none = of_knee("nothing-found-betaprofen");
    CHECK(none.facet == facet::benefit);
    CHECK(none.stance == stance::no_evidence_found);
    CHECK(none.finding == finding::no_trial);
    CHECK_FALSE(none.figure);
    auto const same = of_knee("no-difference-calmadol");
    CHECK(same.stance == stance::no_difference);
    CHECK(same.figure.crosses_no_effect);
}

TEST_CASE("a fact of guidance has the words of its scheme, one of a payer its rule", "[facts]") {
    auto const g = of_knee("guideline-nsaids");
    CHECK(g.matter == matter::guidance);
    CHECK(g.grade.strength == "strong");
    CHECK(g.grade.line == "first line");
    auto const c = of_knee("covered-strength");
    CHECK(c.coverage.payer.key == "fixture-health-plan");
    CHECK(c.coverage.status == coverage_status::limited);
    CHECK(c.coverage.rule == "12 visits a year");
    auto const a = of_knee("approved-alphaprofen");
    CHECK(a.approval == approval_status::approved);
    CHECK(of_knee("controlled-calmadol").schedule == "F");
}

TEST_CASE("a fact says whose interest is behind it, and where it was read", "[facts]") {
    CHECK(of_knee("trial-calmadol-pain").source.has_interest);
    CHECK_FALSE(of_knee("affects-alphaprofen-pain").source.has_interest);
    auto const restated = of_knee("strength-function");
    CHECK(restated.source.read == reading::restated);
    CHECK(restated.source.restated_at == "page 4");
}

TEST_CASE("a fact of a profile says how it applies and of what it is", "[facts]") {
    auto const all = facts(kb, osteoarthritis, fixture::entity<option>(kb, "alphaprofen"));
    bool boxed = false, own = false;
    for (auto f : all) {
        REQUIRE(f.applies);
        if (f.id == "boxed-nsaids-bleeding") boxed = f.said_of == said_of::its_class && f.stands_first;
        if (f.id == "affects-alphaprofen-pain") own = f.said_of == said_of::itself && f.applies == applicability::exact;
    }
    CHECK(boxed);
    CHECK(own);
    CHECK_FALSE(of_knee("boxed-nsaids-bleeding").applies);  // nobody asked about a cause
}

TEST_CASE("one result in several measures is one fact, and the others stand with it", "[facts]") {
    auto const all = facts(pain, np::postherpetic_neuralgia, np::pregabalin);
    for (std::uint32_t i = 0; i != all.size(); ++i)
        if (all[i].id == "pgb08-dizziness") {
            REQUIRE(all.with(i).size() == 2);
            CHECK(fact_of(pain, all.with(i)[0])->figure.unit == statistic::nnh);
            return;
        }
    FAIL("the fact is not told");
}

#ifdef TREATISE_COUNTS_ALLOCATIONS
TEST_CASE("facts take fewer allocations than there are facts", "[facts]") {
    for (auto o : {np::duloxetine, np::pregabalin, np::gabapentin}) {
        auto const before = fixture::allocations();
        auto const all = facts(pain, np::painful_diabetic_neuropathy, o);
        CHECK(fixture::allocations() - before < all.size());
    }
}

TEST_CASE("facts that are asked again allocate nothing, nor does reading one", "[facts]") {
    relevance const near{pain, np::painful_diabetic_neuropathy};
    fact_list kept;
    for (auto o : {np::duloxetine, np::pregabalin}) facts(pain, near, o, {}, {}, kept);
    auto const before = fixture::allocations();
    std::size_t texts = 0;
    for (auto o : {np::duloxetine, np::pregabalin}) {
        facts(pain, near, o, {}, {}, kept);
        for (auto f : kept) texts += f.source.title.size();
    }
    CHECK(fixture::allocations() == before);
    CHECK(texts != 0);
}
#endif

TEST_CASE("names stand in both registers", "[facts]") {
    auto const names = names_of(pain, np::drowsiness);
    CHECK(names.key == "drowsiness");
    CHECK(names.clinical == "somnolence");
    CHECK(names.plain == "drowsiness");
    CHECK(names_of(pain, np::placebo).plain == "Placebo");
    CHECK_FALSE(names_of(pain, id<entity>{}));
}

TEST_CASE("visit gives every claim with its type and its ends", "[facts]") {
    for (auto c : pain.claims()) {
        std::string_view name;
        bool const called = visit(pain, c, [&]<class Relation>(claim<Relation> const& x) {
            name = Relation::name;
            CHECK(x.number == c);
            CHECK(id<entity>{x.subject} == pain.subject(c));
        });
        CHECK(called);
        CHECK(name == relation_names[pain.relation(c)]);
    }
}

TEST_CASE("visit passes over relations that nobody asked for", "[facts]") {
    std::uint32_t effects = 0;
    for (auto c : kb.claims()) effects += visit(kb, c, [](claim<affects> const&) {});
    CHECK(effects == kb.every<affects>().size());
    CHECK_FALSE(visit(kb, claim_id{}, [](claim<affects> const&) {}));
}

TEST_CASE("every claim about an option is a fact that says what the claim says", "[facts]") {
    for (auto c : pain.claims()) {
        auto const f = fact_of(pain, c);
        REQUIRE(static_cast<bool>(f) == static_cast<bool>(option_of(pain, c)));
        if (!f) continue;
        auto const& said = pain.said(c);
        CHECK(f->option.of == id<entity>{option_of(pain, c)});
        CHECK(f->facet == facet_of(pain, c).value());
        CHECK(f->stance == pain.stance(c));
        CHECK(f->source.key == pain.key(said.source));
        CHECK(f->source.place == pain[said.place]);
        CHECK(f->population == pain[said.population]);
        visit(pain, c, [&](claim<affects> const& x) {
            CHECK(f->figure.value == x.carries->value);
            CHECK(f->figure.without == x.carries->baseline);
            CHECK(f->arm == pain[x.carries->arm]);
            CHECK(f->certainty.word == level_word(pain, x.carries->scheme, x.carries->certainty));
        });
        visit(pain, c, [&](claim<covered_for> const& x) { CHECK(f->coverage.rule == pain[x.carries->rule]); });
        visit(pain, c, [&](claim<recommended_for> const& x) {
            CHECK(f->grade.strength == level_word(pain, x.carries->scheme, x.carries->strength));
        });
    }
}

}  // namespace query_facts_test
