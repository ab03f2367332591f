// SPDX-License-Identifier: BSL-1.0
// The tables of the built-in knowledge, over all of its causes: what no table may do, and the cases that made the rules.
#include <treatise/query/statements.hpp>
#include <treatise/query/why.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "sampled.hpp"
#include "told_table.hpp"

#include <set>

namespace table_knowledge_test {

using namespace treatise;
using namespace told_table;

namespace {

/// The built-in base; empty where the library is tested without it.
knowledge_base const& built_in() {
    static knowledge_base const none{};
    for (auto const& b : fixture::bases())
        if (b.name == "neuropathic-pain") return *b.kb;
    return none;
}
auto const& kb = built_in();

id<cause> cause_of(char const* key) { return fixture::entity<cause>(kb, key); }
comparison table(char const* cause, view const& v = views::overview) { return compare(kb, cause_of(cause), v); }

template <class Check>
void in_every_table(Check check) {
    for (auto c : fixture::sampled(kb.all<cause>()))
        for (auto const& v : views::all) {
            if (v.least_options != 0) continue;
            INFO(kb.key(c) << ", " << v.key);
            check(compare(kb, c, v));
        }
}
template <class Check>
void in_every_overview(Check check) {
    for (auto c : fixture::sampled(kb.all<cause>())) {
        INFO(kb.key(c));
        check(compare(kb, c));
    }
}

/// Every claim that a table tells, alone or together with another.
std::set<claim_id> all_told(comparison const& c) {
    std::set<claim_id> all(c.with.begin(), c.with.end());
    for (auto const& t : c.told) all.insert(t.says.claim);
    return all;
}
/// Every option that a table shows, names, borrows for or excludes.
std::set<id<option>> all_named(comparison const& c) {
    std::set<id<option>> all(c.named.begin(), c.named.end());
    for (auto const& r : c.rows) all.insert(r.option);
    for (auto const& x : c.excluded) all.insert(x.option);
    for (auto const& b : c.borrowed)
        for (auto i = b.first; i != b.last; ++i) all.insert(c.told[i].whose);
    return all;
}
/// Whether one of the options is the option, holds it, or stands in it.
bool is_covered(std::set<id<option>> const& by, id<option> o) {
    for (auto x : by) {
        if (x == o || treatise::row_of(kb, o) == x) return true;
        scope within;
        if (auto const c = kb.as<therapy_class>(x)) {
            within.kinds = {c};
            if (in_scope(kb, o, within)) return true;
        }
        if (auto const c = kb.as<therapy_class>(o)) {
            within.kinds = {c};
            if (in_scope(kb, x, within)) return true;
        }
        if (auto const t = kb.as<therapy>(o))
            for (auto e : kb.out<form_of>(t))
                if (id<option>{e.object} == x) return true;
    }
    return false;
}

}  // namespace

// What no table may do

TEST_CASE("no documented option is left out of an overview: it is a row, named, borrowed for or excluded", "[knowledge]") {
    in_every_overview([](comparison const& c) {
        auto const named = all_named(c);
        for (auto const x : candidates(kb, c.asked)) {
            INFO(kb.key(x.option));
            CHECK(is_covered(named, x.option));
        }
    });
}

TEST_CASE("no overview shows an against of a source without the for of the same source", "[knowledge]") {
    in_every_overview([](comparison const& c) {
        std::set<id<source>> against;
        for (auto const claim : all_told(c))
            if (kb.is<recommended_for>(claim) && kb.stance(claim) == stance::against) against.insert(kb.said(claim).source);
        auto const named = all_named(c);
        for (auto const x : candidates(kb, c.asked))
            for (auto const& why : x.reasons)
                if (kb.is<recommended_for>(why.claim) && why.stance == stance::in_favour &&
                    why.applies < applicability::excluded && against.contains(kb.said(why.claim).source)) {
                    INFO(kb.claim_key(why.claim));
                    CHECK(is_covered(named, x.option));
                }
    });
}

TEST_CASE("no table has a placebo row without a trial that compares with it", "[knowledge]") {
    in_every_table([](comparison const& c) {
        for (auto const& r : c.rows) {
            if (!r.is_reference) continue;
            bool compared = false;
            for (auto const& t : c.told)
                if (auto const* e = kb.payload_if<affects>(t.says.claim)) compared = compared || e->comparator == r.option;
            CHECK(compared);
        }
    });
}

TEST_CASE("no overview is empty where guidelines speak of the wider group", "[knowledge]") {
    in_every_overview([](comparison const& c) {
        std::size_t own = 0;
        for (auto const& r : c.rows) own += r.aim == intent::symptomatic && !r.is_reference;
        bool wider = false;
        for (auto const x : candidates(kb, c.asked))
            for (auto const& why : x.reasons)
                wider = wider || (kb.is<recommended_for>(why.claim) && why.applies == applicability::broader &&
                                     kb.object(why.claim) != id<entity>{cause_of("chronic-pain")} &&  // nothing is borrowed of it
                                     why.stance == stance::in_favour && kb.payload<recommended_for>(why.claim).line);
        if (own < 3 && wider && cause_of("chronic-pain") != c.asked) CHECK_FALSE(c.borrowed.empty());
        if (own >= 3) CHECK(c.borrowed.empty());
    });
}

TEST_CASE("every warning and contraindication that why knows of a row stands in its table", "[knowledge]") {
    in_every_overview([](comparison const& c) {
        auto const told = all_told(c);
        scope everyone;
        relevance const near{kb, c.asked};
        for (auto const& r : c.rows) {
            auto about = std::vector<id<option>>{r.option};
            for (auto m : c.members_of(r)) about.push_back(m);
            for (auto o : about)
                for (auto const& s : statements(kb, near, o, everyone)) {
                    if (s.facet != facet::warning && s.facet != facet::restriction) continue;
                    if (s.of != said_of::itself || s.applies == applicability::excluded) continue;
                    INFO(kb.key(r.option) << ": " << kb.claim_key(s.claim));
                    CHECK(told.contains(s.claim));
                }
        }
    });
}

TEST_CASE("nothing that protects is cut in any cell", "[knowledge]") {
    in_every_table([](comparison const& c) {
        for (auto const& cell : c.cells)
            for (auto const& s : c.untold_in(cell)) CHECK(s.facet != facet::restriction);
    });
}

TEST_CASE("sources listed are sources cited", "[knowledge]") {
    in_every_table([](comparison const& c) {
        std::set<id<source>> cited(c.guided_by.begin(), c.guided_by.end());
        for (auto const& x : c.excluded) cited.insert(x.by);
        for (auto const claim : all_told(c)) cited.insert(kb.said(claim).source);
        CHECK(std::set<id<source>>(c.sources.begin(), c.sources.end()) == cited);
        CHECK(c.sources.size() == cited.size());
    });
}

TEST_CASE("each group has one heading, and rows of it stand together", "[knowledge]") {
    in_every_overview([](comparison const& c) {
        std::vector<guidance_group> seen;
        for (auto const& r : c.rows) {
            if (r.is_reference || r.aim != intent::symptomatic) continue;
            CHECK(r.group != guidance_group::none);
            if (seen.empty() || seen.back() != r.group) seen.push_back(r.group);
        }
        CHECK(std::is_sorted(seen.begin(), seen.end()));
        CHECK(seen.size() == c.headings.size());
    });
}

TEST_CASE("a row in a recommended group has an unconditional word for it of a guideline in force", "[knowledge]") {
    in_every_overview([](comparison const& c) {
        for (std::uint32_t r = 0; r != c.rows.size(); ++r) {
            auto const g = c.rows[r].group;
            if (g != guidance_group::for_cause && g != guidance_group::for_wider) continue;
            bool lifted = false;
            auto const& cell = c.at(r, column_number(c, "guidance"));
            auto const lifts = [&](claim_id claim) {
                auto const* what = kb.payload_if<recommended_for>(claim);
                return what && !what->narrow && kb.stance(claim) == stance::in_favour &&
                       kb.in_ids<supersedes>(kb.said(claim).source).empty();
            };
            for (auto const& t : c.in(cell)) {
                lifted = lifted || lifts(t.says.claim);
                for (auto w : c.with_of(t)) lifted = lifted || lifts(w);
            }
            for (auto const& s : c.untold_in(cell)) lifted = lifted || lifts(s.claim);
            INFO(kb.key(c.rows[r].option));
            CHECK(lifted);
        }
    });
}

TEST_CASE("no class that is only what is left of another is a row", "[knowledge]") {
    in_every_table([](comparison const& c) {
        for (auto const& r : c.rows)
            if (auto const k = kb.as<therapy_class>(r.option)) CHECK_FALSE(kb.details(k).remainder);
    });
}

TEST_CASE("a row with another aim never says not reported of warnings that stand higher up", "[knowledge]") {
    in_every_overview([](comparison const& c) {
        for (std::uint32_t r = 0; r != c.rows.size(); ++r) {
            if (c.rows[r].aim == intent::symptomatic) continue;
            for (std::uint32_t above = 0; above != r; ++above) {
                if (c.rows[above].option != c.rows[r].option) continue;
                for (auto const* key : {"harms", "warnings"}) {
                    auto const &there = c.at(above, column_number(c, key)), &here = c.at(r, column_number(c, key));
                    if (there.state != cell_state::not_reported) CHECK(here.see_above);
                }
            }
        }
    });
}

TEST_CASE(
    "medicines alone stand in the views for students of pharmacology and nursing, and none in the view without", "[knowledge]") {
    if (kb.entity_count() == 0) return;
    for (auto const* key : {"gabapentin", "duloxetine", "lidocaine-patch", "tramadol"}) {
        CHECK_FALSE(has_row(table("painful-diabetic-neuropathy", views::non_drug), key));
        CHECK_FALSE(has_row(table("painful-diabetic-neuropathy", views::non_drug),
            kb.key(treatise::row_of(kb, fixture::entity<option>(kb, key)))));
    }
    CHECK(has_row(table("painful-diabetic-neuropathy", views::non_drug), "acupuncture"));
    CHECK_FALSE(has_row(table("painful-diabetic-neuropathy", views::pharmacology), "acupuncture"));
    CHECK(has_row(table("painful-diabetic-neuropathy", views::nursing), "pregabalin"));
}

// The cases that made the rules

TEST_CASE("diabetic neuropathy: what AAN 2022 offers stands under its name", "[knowledge]") {
    if (kb.entity_count() == 0) return;
    auto const c = table("painful-diabetic-neuropathy");
    for (auto const* key : {"gabapentinoids", "snris", "tricyclic-antidepressants"})
        CHECK(told_table::group_of(c, key) == "recommended_for_this");
    CHECK(contains(heading(c, guidance_group::for_cause), "aan-2022"));
    CHECK(kb.key(c.benefit) == "pain-at-least-halved");
    CHECK(kb.key(c.comparator) == "placebo");
}

TEST_CASE("diabetic neuropathy: AAN 2022's against opioids reaches the rows of opioids, where guidelines differ", "[knowledge]") {
    if (kb.entity_count() == 0) return;
    auto const c = table("painful-diabetic-neuropathy");
    for (auto const* key : {"opioids-with-snri-action", "strong-opioids"}) {
        CHECK(told_table::group_of(c, key) == "guidelines_differ");
        CHECK(contains(claims_in(c, key, "guidance"), "aan22-opioid"));
    }
}

TEST_CASE("mexiletine is a row only where a source speaks of just that condition", "[knowledge]") {
    if (kb.entity_count() == 0) return;
    std::size_t rows = 0;
    in_every_overview([&](comparison const& c) {
        if (!has_row(c, "mexiletine")) return;
        ++rows;
        CHECK(claims_in(c, "mexiletine", "guidance").size() + claims_in(c, "mexiletine", "benefit").size() > 0);
    });
    CHECK(rows < 8);
}

TEST_CASE(
    "vitamin B12: what treats the cause, then first, second and third line of the wider group, and its against", "[knowledge]") {
    if (kb.entity_count() == 0) return;
    auto const c = table("vitamin-b12-deficiency-neuropathy");
    REQUIRE_FALSE(c.rows.empty());
    for (auto const& r : c.rows) CHECK(r.aim != intent::symptomatic);
    CHECK(row_keys(c).front() == "vitamin-b12-replacement");
    for (auto const* claim : {"np25-first-gabapentinoids", "np25-first-snris", "np25-first-tricyclic-antidepressants",
             "nice-initial-duloxetine", "nice-initial-pregabalin"})
        CHECK(contains(borrowed(c, guidance_group::for_wider, 1), claim));
    CHECK(contains(borrowed(c, guidance_group::for_wider, 2), "np25-second-lidocaine-patch"));
    CHECK(contains(borrowed(c, guidance_group::for_wider, 3), "np25-third-opioids"));
    CHECK(contains(borrowed(c, guidance_group::against), "np15-against-strong-mexiletine"));
    CHECK(contains(borrowed(c, guidance_group::differ), "cps-lines-cannabinoids"));
}

TEST_CASE("what NICE offers to start with is borrowed in the first line, never in a later one", "[knowledge]") {
    auto const nice = fixture::entity<source>(kb, "nice-cg173");
    std::size_t offers = 0;
    in_every_overview([&](comparison const& c) {
        for (auto const& b : c.borrowed)
            for (auto i = b.first; b.group == guidance_group::for_wider && i != b.last; ++i)
                if (kb.said(c.told[i].says.claim).source == nice) {
                    ++offers;
                    CHECK(b.line == 1);
                }
    });
    if (fixture::one_in == 1) CHECK(offers != 0);  // a sample of the causes may borrow none
}

TEST_CASE("sciatica: NICE NG59's against gabapentinoids comes before what is said of any nerve pain", "[knowledge]") {
    if (kb.entity_count() == 0) return;
    auto const c = table("sciatica");
    CHECK(told_table::group_of(c, "gabapentinoids") == "guidelines_differ");
    CHECK(contains(heading(c, guidance_group::differ), "nice-ng59"));
    auto const told = claims_in(c, "gabapentinoids", "guidance");
    REQUIRE_FALSE(told.empty());
    CHECK(kb.stance(fixture::claim(kb, told.front())) == stance::against);
}

TEST_CASE("prevention of chemotherapy-induced neuropathy defers to the rows above for boxed warnings", "[knowledge]") {
    if (kb.entity_count() == 0) return;
    auto const c = table("chemotherapy-induced-neuropathy");
    CHECK(cell_of(c, "snris", "warnings", intent::preventive).see_above);
    CHECK(cell_of(c, "tricyclic-antidepressants", "warnings", intent::preventive).see_above);
}

TEST_CASE("tables of the guide tell the guide alone, and below them what others warn of", "[knowledge]") {
    if (kb.entity_count() == 0) return;
    auto const guide = fixture::entity<source>(kb, "guide-2024");
    for (auto p : kb.all<table_preset>()) {
        auto const c = compare(kb, cause_of("neuropathic-pain"), view_of(kb, p));
        REQUIRE_FALSE(c.rows.empty());
        for (auto const& cell : c.cells)
            for (auto const& t : c.in(cell)) CHECK(kb.said(t.says.claim).source == guide);
        CHECK_FALSE(c.label_warnings.empty());
    }
}

TEST_CASE("who pays: a row a rule, options with a boxed warning named, and those without a rule", "[knowledge]") {
    if (kb.entity_count() == 0) return;
    auto const c = table("painful-diabetic-neuropathy", views::coverage);
    std::set<claim_id> rules;
    for (auto const& r : c.rows) CHECK(rules.insert(r.rule).second);
    CHECK(rules.contains(fixture::claim(kb, "guide-coverage-ketamine")));
    CHECK(contains(keys_of(kb, c.boxed), "duloxetine"));
    CHECK(contains(keys_of(kb, c.without_rule), "duloxetine"));
}

}  // namespace table_knowledge_test
