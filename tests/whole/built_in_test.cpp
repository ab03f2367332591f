// SPDX-License-Identifier: BSL-1.0
// What the built-in knowledge must show, cause by cause; skipped where there is no built-in base.
#include "catch.hpp"
#include "fixtures.hpp"

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)

#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/query/why.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/table/compare.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace whole_built_in_test {

using namespace treatise;
using keys = std::set<std::string>;

namespace {

auto const& kb = neuropathic_pain::knowledge;

constexpr std::array nine_causes{"painful-diabetic-neuropathy", "postherpetic-neuralgia", "trigeminal-neuralgia",
    "chemotherapy-induced-neuropathy", "spinal-cord-injury-pain", "multiple-sclerosis-pain", "alcohol-related-neuropathy",
    "vitamin-b12-deficiency-neuropathy", "traumatic-nerve-injury-pain"};

id<cause> cause_of(std::string_view key) { return fixture::entity<cause>(kb, key); }
comparison const& table_of(std::string_view key) {
    static std::map<std::string, comparison, std::less<>> made;
    auto const known = made.find(key);
    return known != made.end() ? known->second : made.emplace(key, compare(kb, cause_of(key))).first->second;
}

/// The options that a source recommends for the cause itself, against symptoms or for function.
keys recommended(std::string_view source_key, std::string_view cause_key, stance s = stance::in_favour) {
    keys found;
    for (auto const& c : kb.in<recommended_for>(cause_of(cause_key)))
        if (kb.key(c.said->source) == source_key && c.stance == s && c.said->status == claim_status::current &&
            (c.carries->intent == intent::symptomatic || c.carries->intent == intent::rehabilitative))
            found.emplace(kb.key(c.subject));
    return found;
}

/// What the table tells of the cause itself, by the ids of the claims.
keys told_exactly(comparison const& c) {
    keys found;
    for (auto const& x : c.cells)
        for (auto const& t : c.in(x))
            if (t.says.applies == applicability::exact) found.emplace(kb.claim_key(t.says.claim));
    return found;
}
row const* row_with(comparison const& c, std::string_view option_key) {
    for (auto const& r : c.rows)
        if (kb.key(r.option) == option_key) return &r;
    return nullptr;
}
bool is_candidate(std::string_view option_key, std::string_view cause_key) {
    for (auto const& c : candidates(kb, cause_of(cause_key)))
        if (kb.key(c.option) == option_key) return true;
    return false;
}

}  // namespace

TEST_CASE("carbamazepine is recommended for trigeminal neuralgia by its guidelines, and has a row there", "[built-in]") {
    CHECK(recommended("ean-2019", "trigeminal-neuralgia").contains("carbamazepine"));
    CHECK(recommended("nice-cg173", "trigeminal-neuralgia") == keys{"carbamazepine"});
    auto const& c = table_of("trigeminal-neuralgia");
    auto const* r = row_with(c, "carbamazepine");
    REQUIRE(r != nullptr);
    auto const& guidance = c.at(static_cast<std::uint32_t>(r - c.rows.data()), 1);
    REQUIRE_FALSE(c.in(guidance).empty());
    CHECK(guidance.state == cell_state::reported);
    auto const first = c.in(guidance)[0].says;
    CHECK(first.applies == applicability::exact);
    CHECK(kb.stance(first.claim) == stance::in_favour);
    CHECK(kb.key(kb.subject(first.claim)) == "carbamazepine");
}

TEST_CASE("NICE sets trigeminal neuralgia apart: what it says of neuropathic pain is excluded there, and listed as such",
    "[built-in]") {
    auto const asked = cause_of("trigeminal-neuralgia");
    relevance const near{kb, asked};
    auto const& c = table_of("trigeminal-neuralgia");
    std::uint32_t set_apart = 0;
    for (auto claim : kb.claims()) {
        if (kb.key(kb.said(claim).source) != "nice-cg173") continue;
        auto const excludes = kb[kb.said(claim).excludes];
        if (std::find(excludes.begin(), excludes.end(), asked) == excludes.end()) continue;
        INFO(kb.claim_key(claim));
        ++set_apart;
        CHECK(near.of(claim) == applicability::excluded);
        CHECK(relevance{kb, cause_of("painful-diabetic-neuropathy")}.of(claim) != applicability::excluded);
        for (auto const& t : c.told) CHECK((t.says.claim != claim || t.says.applies == applicability::excluded));
        auto const o = kb.as<option>(kb.subject(claim));
        if (!o || kb.said(claim).status == claim_status::withdrawn) continue;
        bool listed = false;
        for (auto const& s : why(kb, asked, o)) listed = listed || (s.claim == claim && s.applies == applicability::excluded);
        CHECK(listed);
    }
    CHECK(set_apart >= 15);
}

TEST_CASE("an option of which every source sets trigeminal neuralgia apart is named below the table, not in it", "[built-in]") {
    auto const& c = table_of("trigeminal-neuralgia");
    keys named;
    for (auto const& x : c.excluded) named.emplace(kb.key(x.option));
    CHECK(named.contains("lacosamide"));
    for (auto const& x : c.excluded) CHECK(row_with(c, kb.key(x.option)) == nullptr);
}

TEST_CASE("duloxetine alone is recommended by ASCO for chemotherapy-induced neuropathy", "[built-in]") {
    CHECK(recommended("asco-2020", "chemotherapy-induced-neuropathy") == keys{"duloxetine"});
    auto const undecided = recommended("asco-2020", "chemotherapy-induced-neuropathy", stance::no_recommendation);
    for (auto key : {"exercise", "acupuncture", "gabapentinoids", "tricyclic-antidepressants"}) CHECK(undecided.contains(key));
    CHECK(is_candidate("duloxetine", "chemotherapy-induced-neuropathy"));
}

TEST_CASE("replacing vitamin B12 is treatment of the cause, and not among the treatments of the pain", "[built-in]") {
    constexpr auto asked = "vitamin-b12-deficiency-neuropathy";
    CHECK_FALSE(is_candidate("vitamin-b12-replacement", asked));
    CHECK_FALSE(is_candidate("vitamin-b12-by-injection", asked));
    scope of_the_cause;
    of_the_cause.intents = intent::cause_directed;
    keys directed;
    for (auto const& c : candidates(kb, cause_of(asked), of_the_cause))
        if (c.applies() == applicability::exact) directed.emplace(kb.key(c.option));
    CHECK(directed == keys{"vitamin-b12-by-injection", "vitamin-b12-by-mouth"});

    for (auto const& r : table_of(asked).rows)
        if (kb.key(r.option) == "vitamin-b12-replacement") CHECK(r.aim != intent::symptomatic);
}

TEST_CASE("each of nine causes has a table that tells what sources say of it alone, and no two tell the same", "[built-in]") {
    for (auto a : nine_causes) {
        INFO(a);
        auto const own = told_exactly(table_of(a));
        CHECK_FALSE(table_of(a).rows.empty());
        CHECK_FALSE(own.empty());
        for (auto b : nine_causes)
            if (std::string_view{a} < b) {
                INFO(b);
                auto const other = told_exactly(table_of(b));
                CHECK(own != other);
                for (auto const& key : own) CHECK_FALSE(other.contains(key));
            }
    }
}

TEST_CASE("a claim about several causes together is pooled for each of them", "[built-in]") {
    std::uint32_t pooled = 0;
    for (auto key : nine_causes)
        for (auto const& t : table_of(key).told) {
            if (t.says.applies != applicability::pooled) continue;
            INFO(key << ", " << kb.claim_key(t.says.claim));
            CHECK(kb[kb.said(t.says.claim).about].size() > 1);
            ++pooled;
        }
    CHECK(pooled > 5);
}

TEST_CASE("the label or a regulator's text was read of every medicine whose warnings must be known", "[built-in]") {
    keys without;
    for (auto t : kb.all<therapy>())
        if (!kb.details(t).reference && kb.details(t).label_read.empty()) without.emplace(kb.key(t));
    for (auto key : {"venlafaxine", "lamotrigine", "botulinum-toxin-a", "intrathecal-ziconotide", "valproate", "mexiletine",
             "morphine", "methadone", "oxycodone", "tapentadol", "tramadol", "nortriptyline", "oxcarbazepine", "topiramate",
             "carbamazepine", "epidural-steroid-injection", "nabiximols", "ketamine", "ketamine-infusion", "ketamine-nasal-spray",
             "ketamine-lozenge", "ketamine-intramuscular", "lidocaine-patch", "capsaicin-8-patch", "spinal-cord-stimulation",
             "pregabalin"}) {
        INFO(key);
        CHECK_FALSE(without.contains(key));
    }
    std::string list;
    for (auto const& key : without) list += std::string{key} + ' ';
    INFO("without a label read: " << list);
    CHECK(without.size() < 70);
}

}  // namespace whole_built_in_test

#else

TEST_CASE("what the built-in knowledge must show", "[built-in]") {
    WARN("skipped: there is no built-in knowledge base");
    SUCCEED();
}

#endif
