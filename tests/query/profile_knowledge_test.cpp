// SPDX-License-Identifier: BSL-1.0
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/query/findings.hpp>
#include <treatise/query/head_benefit.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/query/people_range.hpp>
#include <treatise/query/profile.hpp>
#include <treatise/query/ruler.hpp>
#include <treatise/query/rules.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace query_profile_knowledge_test {

// The cases that a reader of the built-in knowledge found: each is a kind, told here by the rule that mends it.

using namespace treatise;
using treatise::neuropathic_pain::knowledge;
using words = std::vector<std::string>;

namespace {

auto const& kb = knowledge;

option_profile asked(char const* about, char const* o) {
    profile_options column;
    column.benefit = fixture::entity<outcome>(kb, "pain-at-least-halved");
    column.comparator = fixture::entity<option>(kb, "placebo");
    return profile(kb, fixture::entity<cause>(kb, about), fixture::entity<option>(kb, o), {}, column);
}
treatise::told const& first_of(option_profile const& p, matter m) {
    REQUIRE(!p.told_of(m).empty());
    return p.told_of(m).front();
}
std::string object_of(treatise::told const& t) { return std::string{kb.key(kb.object(t.says.claim))}; }
words objects(option_profile const& p, matter m) {
    words found;
    for (auto const& t : p.told_of(m)) found.push_back(object_of(t));
    return found;
}
bool has(words const& all, std::string_view key) { return std::find(all.begin(), all.end(), key) != all.end(); }
std::string arms(claim_id c) {
    auto const p = people_of(kb, c);
    return std::to_string(p.with.n) + " vs " + std::to_string(p.without.n);
}
std::set<std::string> restricted(char const* o, avoidance how) {
    std::set<std::string> found;
    for (auto c : kb.out<contraindicated_in>(fixture::entity<option>(kb, o)))
        if (c.carries->avoidance == how && c.said->status == claim_status::current) found.insert(std::string{kb.key(c.object)});
    return found;
}

}  // namespace

TEST_CASE(
    "gabapentinoids in diabetic neuropathy: dizziness 21 vs 5 stands first, never abnormal thinking", "[profile][knowledge]") {
    auto const p = asked("painful-diabetic-neuropathy", "gabapentinoids");
    auto const& t = first_of(p, matter::harm);
    CHECK(object_of(t) == "dizziness");
    CHECK(kb.key(t.whose) == "pregabalin");
    CHECK(arms(t.says.claim) == "21 vs 5");
    CHECK_FALSE(has(objects(p, matter::harm), "abnormal-thinking"));
}

TEST_CASE("SNRIs in diabetic neuropathy: nausea stands first, in both arms, and not of the maker", "[profile][knowledge]") {
    auto const p = asked("painful-diabetic-neuropathy", "snris");
    auto const& t = first_of(p, matter::harm);
    CHECK(object_of(t) == "nausea");
    CHECK_FALSE(has_interest(kb, t.says.claim));
    CHECK(kb.payload<affects>(t.says.claim).baseline.is_finite());  // a number needed to harm alone steps behind both arms
    CHECK_FALSE(kb.as<therapy_class>(t.whose));
}

TEST_CASE("the capsaicin patch in diabetic neuropathy: burning 14 vs 3 stands first, of feet", "[profile][knowledge]") {
    auto const p = asked("painful-diabetic-neuropathy", "high-strength-capsaicin");
    auto const& t = first_of(p, matter::harm);
    CHECK(object_of(t) == "local-burning");
    CHECK(arms(t.says.claim) == "14 vs 3");
    CHECK(t.says.applies == applicability::narrower);
}

TEST_CASE("spinal cord injury: drowsiness 35.7 vs 11.5 stands first, not a common cold", "[profile][knowledge]") {
    auto const p = asked("spinal-cord-injury-pain", "gabapentinoids");
    auto const& t = first_of(p, matter::harm);
    CHECK(object_of(t) == "drowsiness");
    auto const& e = kb.payload<affects>(t.says.claim);
    CHECK(e.value == decimal{357, 1});
    CHECK(e.baseline == decimal{115, 1});
}

TEST_CASE("tricyclics, tramadol, duloxetine and carbamazepine: each restriction stands, none is cut", "[profile][knowledge]") {
    for (auto o : {"amitriptyline", "nortriptyline", "tramadol", "duloxetine", "carbamazepine", "tricyclic-antidepressants"}) {
        INFO(o);
        auto const p = asked("painful-diabetic-neuropathy", o);
        for (auto [how, m] : {std::pair{avoidance::contraindication, matter::contraindication},
                 std::pair{avoidance::avoid, matter::avoid}, std::pair{avoidance::caution, matter::caution}}) {
            auto const told = objects(p, m);
            for (auto const& key : restricted(o, how)) CHECK(has(told, key));
            CHECK(p.untold_of(m).empty());
        }
    }
    CHECK(objects(asked("painful-diabetic-neuropathy", "tricyclic-antidepressants"), matter::contraindication).size() > 2);
}

TEST_CASE("tapentadol, oxycodone, morphine and the ketamine lozenge hold what their medicine, forms or class warn of",
    "[profile][knowledge]") {
    for (auto o : {"tapentadol", "oxycodone", "morphine"}) {
        INFO(o);
        CHECK_FALSE(asked("neuropathic-pain", o).told_of(matter::boxed_warning).empty());
    }
    auto const lozenge = asked("neuropathic-pain", "ketamine-lozenge");
    CHECK_FALSE(lozenge.told_of(matter::safety_communication).empty());
    CHECK(has(objects(lozenge, matter::contraindication), "hypersensitivity-to-it"));
    CHECK(lozenge.told_of(matter::contraindication).front().says.of == said_of::whole);
}

TEST_CASE("medicines that prevent chemotherapy-induced neuropathy keep their harms and warnings", "[profile][knowledge]") {
    scope prevention;
    prevention.intents = intent::preventive;
    relevance const near{kb, fixture::entity<cause>(kb, "chemotherapy-induced-neuropathy")};
    std::size_t warned = 0;
    for (auto x : candidates(kb, near.asked(), prevention)) {
        auto const o = x.option;
        auto const preventive = profile(kb, near, o, prevention), otherwise = profile(kb, near, o);
        INFO(kb.key(o));
        CHECK(objects(preventive, matter::harm) == objects(otherwise, matter::harm));
        CHECK(objects(preventive, matter::boxed_warning) == objects(otherwise, matter::boxed_warning));
        warned += !preventive.told_of(matter::boxed_warning).empty();
    }
    CHECK(warned != 0);
}

TEST_CASE("ketamine: ASRA's search for an effect that lasts stands in the cell, and the clinic that sells it heads nothing",
    "[profile][knowledge]") {
    for (auto o : {"ketamine", "ketamine-products"}) {
        INFO(o);
        auto const p = asked("painful-diabetic-neuropathy", o);
        words sources;
        for (auto const& t : p.told_of(matter::benefit)) sources.emplace_back(kb.key(kb.said(t.says.claim).source));
        CHECK(has(sources, "asra-2018"));
        CHECK_FALSE(has_interest(kb, first_of(p, matter::benefit).says.claim));
    }
    auto const clinic = fixture::claim(kb, "guide-ketamine-lasting");
    CHECK(kb.said(clinic).hedge == hedge::potential);
}

TEST_CASE("pregabalin's figures of all neuropathic pain never stand before those of this disease", "[profile][knowledge]") {
    auto const p = asked("painful-diabetic-neuropathy", "pregabalin");
    for (auto const& t : p.told_of(matter::harm))
        if (t.whose == id<option>{fixture::entity<therapy>(kb, "pregabalin")} && object_of(t) == "dizziness")
            CHECK(t.says.applies == applicability::exact);
    auto const row = asked("painful-diabetic-neuropathy", "gabapentinoids");
    CHECK(kb.key(first_of(row, matter::benefit).whose) == "gabapentin");
    CHECK(arms(first_of(row, matter::benefit).says.claim) == "38 vs 23");
}

TEST_CASE("duloxetine 45 vs 26: the interval is 11 to 28 more, from the risk ratio", "[people][knowledge]") {
    auto const c = fixture::claim(kb, "cd-pdn-50");
    auto const p = people_of(kb, c);
    CHECK(p.with.n == 45);
    CHECK(p.without.n == 26);
    CHECK(p.more_between == std::pair{11, 28});
    CHECK(p.interval == derivation::from_risk_ratio);
    CHECK(kb.claim_key(p.interval_from) == "cd-pdn-50-rr");
}

TEST_CASE("sciatica: what NICE advises against there stands first", "[profile][knowledge]") {
    auto const p = asked("sciatica", "gabapentinoids");
    auto const& t = first_of(p, matter::guidance);
    CHECK(kb.key(kb.said(t.says.claim).source) == "nice-ng59");
    CHECK(kb.stance(t.says.claim) == stance::against);
}

TEST_CASE("AAN's advice against opioids for diabetic neuropathy stands in the rows of its classes", "[profile][knowledge]") {
    for (auto o : {"strong-opioids", "opioids-with-snri-action"}) {
        INFO(o);
        auto const p = asked("painful-diabetic-neuropathy", o);
        CHECK(kb.stance(first_of(p, matter::guidance).says.claim) == stance::against);
        CHECK(kb.key(kb.said(first_of(p, matter::guidance).says.claim).source) == "aan-2022");
    }
}

TEST_CASE("spinal cord stimulation: the maker's unblinded trial stands beside the sham that found no difference",
    "[profile][knowledge]") {
    auto const p = asked("painful-diabetic-neuropathy", "spinal-cord-stimulators");
    words keys;
    for (auto const& t : p.told_of(matter::benefit)) keys.emplace_back(kb.claim_key(t.says.claim));
    CHECK(has(keys, "senza-resp"));
    CHECK(has(keys, "cscs-placebo"));
    CHECK(keys.front() != "senza-resp");
}

TEST_CASE("over all causes and options every rule is kept", "[rules][knowledge]") {
    option_profile p;
    profile_options column;
    column.benefit = fixture::entity<outcome>(kb, "pain-at-least-halved");
    std::set<std::string> broken;
    for (auto c : kb.all<cause>()) {
        relevance const near{kb, c};
        for (auto o : kb.all<option>()) {
            profile(kb, near, o, {}, column, p);
            for (auto const& r : rules_of_choice)
                if (r.is_kept && !r.is_kept(p))
                    broken.insert(std::string{r.name} + ": " + std::string{kb.key(c)} + ", " + std::string{kb.key(o)});
        }
    }
    CHECK(broken == std::set<std::string>{});
}

TEST_CASE(
    "in every class's cell the first harm with a control is among its largest documented differences", "[rules][knowledge]") {
    // Worked out from the claims alone: of each medicine and outcome the nearest people decide; of these the largest difference.
    option_profile p;
    std::size_t cells = 0;
    for (auto about : {"painful-diabetic-neuropathy", "postherpetic-neuralgia", "spinal-cord-injury-pain", "trigeminal-neuralgia",
             "chemotherapy-induced-neuropathy", "central-post-stroke-pain", "multiple-sclerosis-pain", "hiv-neuropathy",
             "neuropathic-pain", "painful-polyneuropathy", "post-amputation-pain", "sciatica"}) {
        relevance const near{kb, fixture::entity<cause>(kb, about)};
        for (auto o : kb.all<therapy_class>()) {
            profile(kb, near, o, {}, {}, p);
            if (p.told_of(matter::harm).empty()) continue;
            auto const first = first_of(p, matter::harm).says;
            auto const more = query_detail::in_100_000(query_detail::more_people(kb, first.claim));
            if (!query_detail::more_people(kb, first.claim).is_number() || first.applies == applicability::unrelated) continue;
            ++cells;
            std::int64_t larger = 0;
            for (auto const& t : p.told_of(matter::harm)) {
                auto const m = query_detail::more_people(kb, t.says.claim);
                auto const& said = kb.said(t.says.claim);
                if (said.about.empty() && said.population) continue;  // of people whom the source names
                if (query_detail::is_summary(kb, kb.as<outcome>(kb.object(t.says.claim)))) continue;
                larger += m.is_number() && t.says.applies == first.applies && !t.is_range &&
                          !first_of(p, matter::harm).is_range && query_detail::in_100_000(m) > more &&
                          !has_interest(kb, t.says.claim);
            }
            INFO(about << " " << kb.key(o));
            CHECK(larger == 0);
        }
    }
    CHECK(cells > 20);
}

TEST_CASE("the benefit that heads diabetic neuropathy is pain at least halved, against placebo", "[profile][knowledge]") {
    relevance const near{kb, fixture::entity<cause>(kb, "painful-diabetic-neuropathy")};
    std::vector<id<option>> rows;
    for (auto x : candidates(kb, near.asked())) {
        auto const c = row_of(kb, x.option);
        auto const o = c ? id<option>{c} : x.option;
        if (std::find(rows.begin(), rows.end(), o) == rows.end()) rows.push_back(o);
    }
    auto const head = choose_benefit(kb, near, rows);
    CHECK(kb.key(head.outcome) == "pain-at-least-halved");
    CHECK(kb.key(head.comparator) == "placebo");
    CHECK_FALSE(choose_benefit(kb, near, std::span{rows}.first(2)).outcome);
}

TEST_CASE("a summary of findings of duloxetine tells one figure an outcome, with its ratio", "[findings][knowledge]") {
    relevance const near{kb, fixture::entity<cause>(kb, "painful-diabetic-neuropathy")};
    auto const all = findings(kb, near, fixture::entity<option>(kb, "duloxetine"));
    std::set<std::pair<std::string, std::string>> seen;
    bool found = false;
    for (auto const& f : all.found) {
        auto const key = std::string{kb.key(f.outcome)} + ' ' + std::string{word(f.against)};
        CHECK(seen.emplace(key, std::string{kb.key(f.told.whose)}).second);
        if (kb.claim_key(f.told.says.claim) != "cd-pdn-50") continue;
        found = true;
        CHECK(kb.claim_key(f.ratio) == "cd-pdn-50-rr");
        CHECK(f.against == comparator_kind::blinded);
    }
    CHECK(found);
}

TEST_CASE("on the control rate of another source a ratio is worked out with its interval, and says so", "[ruler][knowledge]") {
    auto const ruler = ruler_of(
        kb, fixture::entity<source>(kb, "cochrane-duloxetine-2014"), fixture::entity<outcome>(kb, "pain-at-least-halved"));
    REQUIRE(ruler);
    auto const p = people_on_ruler(kb, fixture::claim(kb, "ca17-cap-pdn-50-12w"), ruler);
    REQUIRE(p);
    CHECK(p->without.n == 26);
    CHECK(p->baseline_from == ruler);
    CHECK(kb.claim_key(p->interval_from) == "ca17-cap-pdn-50-12w-rr");
    CHECK(p->more_between->first < p->more.n);
    CHECK(p->more_between->second > p->more.n);
    CHECK(p->numbers == derivation::from_risk_ratio);
    // Another outcome is not put on it, and a source without a rate is no ruler.
    CHECK_FALSE(people_on_ruler(kb, fixture::claim(kb, "peer-snri-rr"), ruler));
    CHECK_FALSE(ruler_of(kb, fixture::entity<source>(kb, "aan-2022"), fixture::entity<outcome>(kb, "pain-at-least-halved")));
}

}  // namespace query_profile_knowledge_test
