// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/query/people_range.hpp>
#include <treatise/query/profile.hpp>
#include <treatise/query/rules.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"

#include <string>
#include <vector>

namespace query_profile_test {

// The rules of choice, each under its name, on small made bases.

using namespace treatise;

namespace {

using words = std::vector<std::string>;

struct details {
    std::vector<std::string_view> about{"knee-osteoarthritis"};
    std::string_view source = "review-2021", comparator = "placebo", trial{}, arm{}, part_of{}, time_frame = "12 weeks",
                     population{}, interest{};
    treatise::stance stance = treatise::stance::in_favour;
    statistic measure = statistic::percent;
    treatise::design design{};
    label_range range{};
    treatise::hedge hedge{};
    std::int32_t participants = 100, low = 0, high = 0;
};

/// A knee base with figures of alphaprofen, betaprofen and their like; asked is knee osteoarthritis.
struct made : fixture::extended {
    void figure(std::string_view subject, std::string_view object, std::string_view key, std::int32_t value, std::int32_t without,
        details const& d = {}) {
        effect e;
        e.statistic = d.measure;
        if (value >= 0) e.value = decimal{value, 0};
        if (without >= 0) e.baseline = decimal{without, 0};
        if (!d.comparator.empty())
            e.comparator = find<option>(d.comparator);
        else
            e.compared_with = builder().text("no control group");
        if (d.high != 0) e.low = decimal{d.low, 1}, e.high = decimal{d.high, 1};
        auto& b = builder();
        if (!d.trial.empty()) e.trial = b.text(d.trial);
        if (!d.arm.empty()) e.arm = b.text(d.arm);
        if (!d.part_of.empty()) e.part_of = b.text(d.part_of);
        e.time_frame = b.text(d.time_frame);
        e.participants = decimal{d.participants, 0};
        e.design = d.design;
        e.label_range = d.range;
        e.certainty.value = unstated_level;
        claim<affects>(subject, object, attributed(d), key, d.stance, e);
    }
    /// What a source says of the effect in words.
    void words_of(std::string_view subject, std::string_view object, std::string_view key, details const& d = {}) {
        claim<affects>(subject, object, attributed(d), key, d.stance, {});
    }
    attribution attributed(details const& d) {
        auto a = said(d.source, d.about);
        if (!d.population.empty()) a.population = builder().text(d.population);
        if (!d.interest.empty()) a.interest = builder().text(d.interest);
        a.hedge = d.hedge;
        return a;
    }
    void outcome_named(std::string_view key, valence v, std::string_view family = {}) {
        outcome_details d;
        d.valence = v;
        if (!family.empty()) d.family = builder().text(family);
        builder().add<outcome>({key, key}, d);
    }
};

option_profile asked(made& b, std::string_view o, profile_options const& options = {},
    std::string_view about = "knee-osteoarthritis", scope const& s = {}) {
    auto const& kb = b.freeze();
    return profile(kb, fixture::entity<cause>(kb, about), fixture::entity<option>(kb, o), s, options);
}
words keys_told(option_profile const& p, matter m) {
    words keys;
    for (auto const& t : p.told_of(m)) keys.emplace_back(p.base.claim_key(t.says.claim));
    return keys;
}
words keys_untold(option_profile const& p, matter m) {
    words keys;
    for (auto const& s : p.untold_of(m)) keys.emplace_back(p.base.claim_key(s.claim));
    return keys;
}
words with(option_profile const& p, treatise::told const& t) {
    words keys;
    for (auto c : p.with_of(t)) keys.emplace_back(p.base.claim_key(c));
    return keys;
}
bool has(words const& all, char const* key) { return std::find(all.begin(), all.end(), key) != all.end(); }

/// The profile in a table whose benefits are pain at least halved against placebo.
option_profile in_column(made& b, std::string_view o) {
    auto const& kb = b.freeze();
    profile_options column;
    column.benefit = fixture::entity<outcome>(kb, "pain-halved");
    column.comparator = fixture::entity<option>(kb, "placebo");
    return profile(kb, fixture::entity<cause>(kb, "knee-osteoarthritis"), fixture::entity<option>(kb, o), {}, column);
}

}  // namespace

// right people first

TEST_CASE("a figure of this condition stands before a larger, newer one of the wider group", "[profile][rules]") {
    made b;
    b.figure("betaprofen", "nausea", "wider", 40, 5, {.about = {"knee-pain"}, .source = "policy-2023", .participants = 5000});
    b.figure("betaprofen", "nausea", "here", 9, 5);
    auto const p = asked(b, "betaprofen");
    CHECK(keys_told(p, matter::harm) == words{"here"});
    CHECK(keys_untold(p, matter::harm) == words{"wider"});
}

TEST_CASE("a number needed to treat of this condition stands before people of 100 of a wider group", "[profile][rules]") {
    made b;
    b.figure("betaprofen", "nausea", "wider", 40, 5, {.about = {"knee-pain"}});
    b.figure("betaprofen", "nausea", "here", 20, -1, {.measure = statistic::nnh});
    CHECK(keys_told(asked(b, "betaprofen"), matter::harm) == words{"here"});
}

TEST_CASE(
    "this condition alone, then with others, then a kind of it, then the nearest wider group, then any use", "[profile][rules]") {
    for (auto const& [nearer, farther] : std::vector<std::pair<std::vector<std::string_view>, std::vector<std::string_view>>>{
             {{"knee-osteoarthritis"}, {"knee-osteoarthritis", "knee-injury-pain"}},
             {{"knee-osteoarthritis", "knee-injury-pain"}, {"early-knee-osteoarthritis"}},
             {{"early-knee-osteoarthritis"}, {"knee-pain"}}, {{"knee-pain"}, {}}}) {
        made b;
        b.figure("betaprofen", "nausea", "farther", 40, 5, {.about = farther, .source = "policy-2023"});
        b.figure("betaprofen", "nausea", "nearer", 9, 5, {.about = nearer});
        CHECK(keys_told(asked(b, "betaprofen"), matter::harm) == words{"nearer"});
    }
}

TEST_CASE("of two wider groups the nearer stands first", "[profile][rules]") {
    made b;
    b.figure("betaprofen", "nausea", "far", 40, 5, {.about = {"knee-pain"}});
    b.figure("betaprofen", "nausea", "near", 9, 5, {.about = {"knee-osteoarthritis"}});
    CHECK(keys_told(asked(b, "betaprofen", {}, "early-knee-osteoarthritis"), matter::harm) == words{"near"});
}

TEST_CASE("a condition with more than three kinds is told by any use before one of its kinds", "[profile][rules]") {
    made b;
    b.figure("betaprofen", "nausea", "kind", 40, 5, {.about = {"gout-of-the-knee"}});
    b.figure("betaprofen", "nausea", "any", 9, 5, {.about = {}});
    CHECK(keys_told(asked(b, "betaprofen", {}, "knee-pain"), matter::harm) == words{"any"});
}

TEST_CASE("harms of another disease are told only where nothing else has a figure", "[profile][rules]") {
    made b;
    b.outcome_named("rash", valence::undesirable);
    b.figure("betaprofen", "nausea", "elsewhere", 40, 5, {.about = {"gout-of-the-knee"}});
    SECTION("alone") { CHECK(keys_told(asked(b, "betaprofen"), matter::harm) == words{"elsewhere"}); }
    SECTION("beside one for any use") {
        b.figure("betaprofen", "rash", "any", 6, 5, {.about = {}});
        CHECK(keys_told(asked(b, "betaprofen"), matter::harm) == words{"any"});
    }
}

TEST_CASE("benefits of another disease are told nowhere", "[profile][rules]") {
    made b;
    b.figure("betaprofen", "function-improved", "elsewhere", 40, 5, {.about = {"gout-of-the-knee"}});
    auto const p = asked(b, "betaprofen");
    CHECK_FALSE(has(keys_told(p, matter::benefit), "elsewhere"));
    CHECK_FALSE(has(keys_untold(p, matter::benefit), "elsewhere"));
}

TEST_CASE("placebo before usual care, the whole before a dose, pooled before single, people before a ratio, the longest time",
    "[profile][rules]") {
    made b;
    details last{.participants = 9000};
    details first;
    SECTION("placebo") { last.comparator = "usual-care"; }
    SECTION("whole") { last.part_of = "first", last.arm = "10 mg"; }
    SECTION("pooled") { last.design = design::single, first.design = design::pooled; }
    SECTION("people") { last.measure = statistic::risk_ratio; }
    SECTION("time") { last.time_frame = "4 weeks"; }
    SECTION("newer") { first.source = "policy-2023"; }
    SECTION("larger") { first.participants = 9001; }
    b.figure("betaprofen", "nausea", "a-last", 40, 5, last);
    b.figure("betaprofen", "nausea", "first", 9, 5, first);
    auto const p = asked(b, "betaprofen");
    CHECK(keys_told(p, matter::harm).front() == "first");
}

TEST_CASE("an arm above the label's range never heads a cell", "[profile][rules]") {
    made b;
    b.figure("betaprofen", "nausea", "above", 40, 5, {.range = label_range::above});
    b.figure("betaprofen", "nausea", "within", 9, 5, {.about = {"knee-pain"}, .range = label_range::within});
    CHECK(keys_told(asked(b, "betaprofen"), matter::harm) == words{"within"});
}

// one comparator a column

TEST_CASE("beside a figure against usual care stands the sham that found no difference, also of the class", "[profile][rules]") {
    for (auto who : {"betaprofen", "anti-inflammatories"}) {
        made b;
        b.figure("betaprofen", "pain-halved", "open", 79, 5, {.comparator = "usual-care"});
        b.figure(who, "function-improved", "blinded", 20, 19, {.about = {"knee-pain"}, .stance = stance::no_difference});
        CHECK(keys_told(in_column(b, "betaprofen"), matter::benefit) == words{"open", "blinded"});
    }
}

TEST_CASE("a column against placebo tells a wider placebo figure before a nearer one against usual care", "[profile][rules]") {
    made b;
    b.figure("betaprofen", "pain-halved", "open", 79, 5, {.comparator = "usual-care"});
    b.figure("betaprofen", "pain-halved", "placebo", 40, 30, {.about = {"knee-pain"}});
    CHECK(keys_told(in_column(b, "betaprofen"), matter::benefit).front() == "placebo");
}

// ranges are paired

TEST_CASE("several trials of one harm are told as a range of paired differences", "[profile][rules]") {
    made b;
    b.figure("betaprofen", "nausea", "t1", 17, 10, {.trial = "one", .arm = "60 mg", .design = design::single});
    b.figure("betaprofen", "nausea", "t2", 28, 6, {.trial = "two", .arm = "60 mg", .design = design::single});
    b.figure("betaprofen", "nausea", "t3", 16, 2, {.trial = "three", .arm = "60 mg", .design = design::single});
    b.figure("betaprofen", "nausea", "other-arm", 40, 2, {.trial = "four", .arm = "120 mg", .design = design::single});
    auto const p = asked(b, "betaprofen");
    REQUIRE(p.told_of(matter::harm).size() == 1);
    auto const& t = p.told_of(matter::harm).front();
    CHECK(t.is_range);
    std::vector<claim_id> all{t.says.claim};
    for (auto c : p.with_of(t)) all.push_back(c);
    auto const r = range_of(p.base, all);
    CHECK(r.trials == 3);
    CHECK(r.more == span_of_counts{7, 22});
    CHECK(r.without == span_of_counts{2, 10});
    CHECK(keys_untold(p, matter::harm) == words{"other-arm"});
}

TEST_CASE("doses, shared controls, other people and time windows of one source are never a range", "[profile][rules]") {
    made b;
    details first{.trial = "one", .design = design::single}, second{.trial = "two", .design = design::single};
    SECTION("a dose") { second.part_of = "t1"; }
    SECTION("one trial") { second.trial = "one"; }
    SECTION("other people") { second.about = {"knee-pain"}; }
    SECTION("people whom the source names") { second.population = "people over 65"; }
    SECTION("a time window") { second.time_frame = "4 weeks"; }
    SECTION("another comparator") { second.comparator = "usual-care"; }
    b.figure("betaprofen", "nausea", "t1", 17, 10, first);
    b.figure("betaprofen", "nausea", "t2", 28, 6, second);
    auto const p = asked(b, "betaprofen");
    for (auto const& t : p.told_of(matter::harm)) CHECK_FALSE(t.is_range);
}

// common harms

TEST_CASE("four harms are told, the largest difference first whatever the people", "[profile][rules]") {
    made b;
    for (auto key : {"h1", "h2", "h3", "h4", "h5"}) b.outcome_named(key, valence::undesirable);
    b.figure("betaprofen", "h1", "two", 2, 0);
    b.figure("betaprofen", "h2", "sixteen", 21, 5);
    b.figure("betaprofen", "h3", "nine", 12, 3);
    b.figure("betaprofen", "h4", "thirty", 40, 10, {.about = {"knee-pain"}});
    b.figure("betaprofen", "h5", "seven", 9, 2);
    auto const p = asked(b, "betaprofen");
    CHECK(keys_told(p, matter::harm) == words{"thirty", "sixteen", "nine", "seven"});
    CHECK(keys_untold(p, matter::harm) == words{"two"});
}

TEST_CASE("a ratio alone, of nearer people, hides no side effect that others count in both arms", "[profile][rules]") {
    made b;
    b.outcome_named("dry-mouth", valence::undesirable);
    b.outcome_named("tremor", valence::undesirable);
    b.figure("alphaprofen", "dry-mouth", "ratio", 2, -1, {.measure = statistic::risk_ratio});
    b.figure("alphaprofen", "dry-mouth", "arms", 60, 30, {.about = {}});
    b.figure("alphaprofen", "tremor", "shaking", 20, 10);
    CHECK(keys_told(asked(b, "alphaprofen"), matter::harm).front() == "arms");
    made none;
    none.outcome_named("dry-mouth", valence::undesirable);
    none.figure(
        "alphaprofen", "dry-mouth", "no-more", 1, -1, {.stance = stance::no_difference, .measure = statistic::risk_ratio});
    none.figure("alphaprofen", "dry-mouth", "arms", 60, 30, {.about = {}});
    CHECK_FALSE(has(keys_told(asked(none, "alphaprofen"), matter::harm), "arms"));  // nearer people were compared: no difference
}

TEST_CASE("a number needed to harm of this condition with others steps behind the people of both arms", "[profile][rules]") {
    made b;
    b.outcome_named("tremor", valence::undesirable);
    b.figure("alphaprofen", "tremor", "needed", 6, -1,
        {.about = {"knee-osteoarthritis", "gout-of-the-knee"}, .measure = statistic::nnh});
    b.figure("alphaprofen", "tremor", "arms", 23, 8, {.about = {}});
    CHECK(keys_told(asked(b, "alphaprofen"), matter::harm).front() == "arms");
}

TEST_CASE("outcomes of one family are told once, by the right people", "[profile][rules]") {
    made b;
    b.outcome_named("drowsiness", valence::undesirable, "drowsiness");
    b.outcome_named("sedation", valence::undesirable, "drowsiness");
    b.figure("betaprofen", "sedation", "wider", 60, 5, {.about = {"knee-pain"}});
    b.figure("betaprofen", "drowsiness", "here", 12, 3);
    CHECK(keys_told(asked(b, "betaprofen"), matter::harm) == words{"here"});
}

TEST_CASE("one member's side effect does not hide another member's of the same name", "[profile][rules]") {
    made b;
    b.outcome_named("h1", valence::undesirable);
    b.figure("alphaprofen", "h1", "alpha", 50, 5);
    b.figure("betaprofen", "h1", "beta", 20, 5);
    auto const told = keys_told(in_column(b, "anti-inflammatories"), matter::harm);
    CHECK(has(told, "alpha"));
    CHECK(has(told, "beta"));
}

TEST_CASE("two side effects of each member of a class are told, whatever the other members' figures", "[profile][rules]") {
    made b;
    std::int32_t n = 0;
    for (auto key : {"h1", "h2", "h3", "h4"}) b.outcome_named(key, valence::undesirable);
    for (auto key : {"h1", "h2", "h3", "h4"}) {
        b.figure("alphaprofen", key, std::string{"alpha-"} + key, 50 - n, 5);
        b.figure("betaprofen", key, std::string{"beta-"} + key, 20 - n, 5);
        ++n;
    }
    CHECK(keys_told(in_column(b, "anti-inflammatories"), matter::harm) == words{"alpha-h1", "alpha-h2", "beta-h1", "beta-h2"});
}

TEST_CASE("figures with a control stand before percentages, and these before words", "[profile][rules]") {
    made b;
    for (auto key : {"h1", "h2", "h3"}) b.outcome_named(key, valence::undesirable);
    b.words_of("betaprofen", "h1", "words");
    b.figure("betaprofen", "h2", "share", 50, -1, {.comparator = ""});
    SECTION("fewer than two figures") { CHECK(keys_told(asked(b, "betaprofen"), matter::harm) == words{"share", "words"}); }
    SECTION("two figures leave the words out") {
        b.figure("betaprofen", "h3", "figure", 6, 5);
        auto const p = asked(b, "betaprofen");
        CHECK(keys_told(p, matter::harm) == words{"figure", "share"});
        CHECK(keys_untold(p, matter::harm) == words{"words"});
    }
}

TEST_CASE("how many stopped for side effects stands always, any side effect only where no named harm has a control",
    "[profile][rules]") {
    made b;
    b.outcome_named("any-side-effect", valence::undesirable);
    b.figure("betaprofen", "any-side-effect", "any", 58, 34);
    b.figure("betaprofen", "withdrew-because-of-side-effects", "stopped", 9, 4);
    SECTION("no named harm") { CHECK(keys_told(asked(b, "betaprofen"), matter::harm) == words{"stopped", "any"}); }
    SECTION("a named harm") {
        b.figure("betaprofen", "nausea", "named", 9, 5);
        CHECK(keys_told(asked(b, "betaprofen"), matter::harm) == words{"named", "stopped"});
    }
}

TEST_CASE("outcomes of a pregnancy are never among the common harms", "[profile][rules]") {
    made b;
    b.outcome_named("preterm-birth", valence::undesirable);
    b.figure("betaprofen", "preterm-birth", "preterm", 50, 5);
    b.figure("betaprofen", "nausea", "nausea", 9, 5);
    CHECK(keys_told(asked(b, "betaprofen"), matter::harm) == words{"nausea"});
}

// same member

TEST_CASE("a member whose benefit is told has its own harm in the cell", "[profile][rules]") {
    made b;
    for (auto key : {"h1", "h2", "h3", "h4", "h5"}) b.outcome_named(key, valence::undesirable);
    b.figure("betaprofen", "pain-halved", "benefit", 60, 20, {.design = design::pooled});
    std::int32_t n = 0;
    for (auto key : {"h1", "h2", "h3", "h4"}) b.figure("alphaprofen", key, std::string{"alpha-"} + key, 50 - n++, 5);
    b.figure("betaprofen", "h5", "beta", 6, 5);
    auto const p = in_column(b, "anti-inflammatories");
    CHECK(has(keys_told(p, matter::harm), "beta"));
    CHECK(keys_told(p, matter::harm).front() == "alpha-h1");
}

TEST_CASE("a member with a benefit and no harm here is named as such", "[profile][rules]") {
    made b;
    b.figure("betaprofen", "pain-halved", "benefit", 60, 20);
    auto const p = in_column(b, "anti-inflammatories");
    CHECK(p.silent == std::vector<silent_member>{{fixture::entity<therapy>(p.base, "betaprofen"), matter::harm}});
}

// warnings whole; inherit what protects

TEST_CASE("a class warns of what any of its members, forms and parents warns", "[profile][rules]") {
    made b;
    b.claim<warned_of>("pain-relievers", "stomach-bleeding", "label-2022", "of-parent", stance::in_favour,
        b.warning(warning_form::safety_communication));
    b.claim<warned_of>("betaprofen", "nausea", "label-2022", "of-member", stance::in_favour, b.warning(warning_form::boxed));
    b.claim<contraindicated_in>(
        "alphaprofen-gel", "pregnancy", "label-2022", "of-form", stance::in_favour, {avoidance::avoid, {}});
    auto const p = asked(b, "anti-inflammatories");
    CHECK(keys_told(p, matter::boxed_warning) == words{"of-member", "boxed-nsaids-bleeding"});
    CHECK(keys_told(p, matter::safety_communication) == words{"of-parent"});
    CHECK(keys_told(p, matter::avoid) == words{"of-form"});
    CHECK(keys_told(p, matter::contraindication) == words{"avoid-nsaids-kidney"});
    CHECK(keys_told(p, matter::caution) == words{"caution-alphaprofen-pregnancy"});
}

TEST_CASE("a form is warned of what its medicine and its class warn of, said to be of them", "[profile][rules]") {
    made b;
    auto const p = asked(b, "alphaprofen-gel");
    REQUIRE(keys_told(p, matter::boxed_warning) == words{"boxed-nsaids-bleeding"});
    CHECK(p.told_of(matter::boxed_warning).front().says.of == said_of::its_class);
    REQUIRE(keys_told(p, matter::caution) == words{"caution-alphaprofen-pregnancy"});
    CHECK(p.told_of(matter::caution).front().says.of == said_of::whole);
}

TEST_CASE("a combination warns of what both its parts warn of", "[profile][rules]") {
    made b;
    b.claim<warned_of>("calmadol", "nausea", "label-2022", "of-calmadol", stance::in_favour, b.warning(warning_form::boxed));
    auto const p = asked(b, "alphaprofen-with-calmadol");
    CHECK(keys_told(p, matter::boxed_warning) == words{"of-calmadol", "boxed-nsaids-bleeding"});
    CHECK(keys_told(p, matter::caution) == words{"caution-alphaprofen-pregnancy"});
}

TEST_CASE("one warning of several sources, members and authorities is told once, and all are named", "[profile][rules]") {
    made b;
    b.claim<warned_of>("betaprofen", "nausea", "label-2022", "one", stance::in_favour, b.warning(warning_form::label));
    treatise::warning other{b.builder().text("Another Agency"), warning_form::label};
    b.claim<warned_of>("alphaprofen", "nausea", "policy-2023", "two", stance::in_favour, other);
    auto const p = asked(b, "anti-inflammatories");
    REQUIRE(p.told_of(matter::label_warning).size() == 1);
    CHECK(p.told_of(matter::label_warning).front().with_last - p.told_of(matter::label_warning).front().with_first == 1);
}

TEST_CASE("a serious outcome stands where a regulator warns of it, else by itself", "[profile][rules]") {
    made b;
    b.figure("calmadol", "stomach-bleeding", "calm", 2, 1);
    b.figure("betaprofen", "stomach-bleeding", "beta", 2, 1);
    auto const p = asked(b, "betaprofen");
    CHECK(keys_told(p, matter::serious_harm).empty());
    CHECK(keys_untold(p, matter::serious_harm) == words{"beta"});
    CHECK(
        keys_told(profile(p.base, p.asked, fixture::entity<option>(p.base, "calmadol")), matter::serious_harm) == words{"calm"});
}

TEST_CASE("a class's advice passes down for and against, but not to those it excepts", "[profile][rules]") {
    for (auto s : {stance::in_favour, stance::against}) {
        made b;
        recommendation advice;
        advice.scheme = b.find<scheme>("fixture-grade");
        advice.strength.value = 1;
        advice.except = b.builder().list(std::vector{b.find<option>("betaprofen")});
        b.claim<recommended_for>("pain-relievers", "knee-osteoarthritis", "review-2021", "advice", s, advice);
        auto const p = asked(b, "alphaprofen");
        CHECK(has(keys_told(p, matter::guidance), "advice"));
        auto const excepted = profile(p.base, p.asked, fixture::entity<option>(p.base, "betaprofen"));
        CHECK_FALSE(has(keys_told(excepted, matter::guidance), "advice"));
        CHECK_FALSE(has(keys_untold(excepted, matter::guidance), "advice"));
    }
}

TEST_CASE("benefits, coverage and no recommendation never pass from a class to its members", "[profile][rules]") {
    made b;
    b.figure("anti-inflammatories", "pain-halved", "class-benefit", 60, 20);
    recommendation none;
    none.scheme = b.find<scheme>("fixture-grade");
    none.strength.value = unstated_level;
    b.claim<recommended_for>(
        "anti-inflammatories", "knee-osteoarthritis", "review-2021", "class-none", stance::no_recommendation, none);
    auto const p = asked(b, "betaprofen");
    CHECK_FALSE(has(keys_told(p, matter::benefit), "class-benefit"));
    CHECK_FALSE(has(keys_told(p, matter::guidance), "class-none"));
}

// nothing borrowed over a no

TEST_CASE("where no difference was found for this condition, a wider group's benefit is not told", "[profile][rules]") {
    made b;
    b.figure("betaprofen", "pain-halved", "wider", 60, 20, {.about = {"knee-pain"}});
    b.figure("betaprofen", "pain-halved", "here", 21, 20, {.stance = stance::no_difference});
    auto const p = in_column(b, "betaprofen");
    CHECK(keys_told(p, matter::benefit) == words{"here"});
    CHECK(p.of(matter::benefit).state == cell_state::no_difference);
    CHECK(has(keys_untold(p, matter::benefit), "wider"));
}

TEST_CASE("advice against for this condition stands first", "[profile][rules]") {
    made b;
    recommendation advice;
    advice.scheme = b.find<scheme>("fixture-grade");
    advice.strength.value = 1;
    b.claim<recommended_for>("betaprofen", "knee-pain", "policy-2023", "wider-for", stance::in_favour, advice);
    b.claim<recommended_for>("betaprofen", "knee-osteoarthritis", "review-2021", "here-against", stance::against, advice);
    auto const p = asked(b, "betaprofen");
    CHECK(keys_told(p, matter::guidance).front() == "here-against");
}

// aim hides no harm; silence is exact

TEST_CASE("a harm is told whatever the option is meant to do", "[profile][rules]") {
    made b;
    effect preventive;
    preventive.intent = intent::preventive;
    b.claim<affects>(
        "betaprofen", "nausea", b.said("review-2021", {"knee-osteoarthritis"}), "harm", stance::in_favour, preventive);
    CHECK(keys_told(asked(b, "betaprofen"), matter::harm) == words{"harm"});
}

TEST_CASE("what was looked for and not found is said, and only what nobody speaks of is not reported", "[profile][rules]") {
    made b;
    auto const p = asked(b, "betaprofen", {}, "early-knee-osteoarthritis");
    CHECK(p.of(matter::benefit).state == cell_state::looked_for);
    CHECK(keys_told(p, matter::benefit) == words{"nothing-found-betaprofen"});
    CHECK(p.of(matter::coverage).state == cell_state::not_reported);
}

TEST_CASE("a medicine of which no label was read is named, a form of exercise never", "[profile][rules]") {
    made b;
    class_details medicines{9};
    medicines.medicines = true;
    b.builder().add<therapy_class>({"tablets", "Tablets"}, medicines);
    b.therapy("tablet", "Tablet", "tablets");
    b.words_of("tablet", "nausea", "sick");
    b.words_of("tai-chi", "nausea", "sick-too");
    auto const& kb = b.freeze();
    auto const unread = [&](char const* option) {
        return profile(kb, fixture::entity<cause>(kb, "knee-osteoarthritis"), fixture::entity<treatise::option>(kb, option))
            .label_unread;
    };
    CHECK(unread("tablet") == std::vector{fixture::entity<therapy>(kb, "tablet")});
    CHECK(unread("tai-chi").empty());
}

TEST_CASE("the label of a medicine is read for its forms, and that of a form for the medicine", "[profile][rules]") {
    made b;
    auto& kb = b.builder();
    class_details medicines{9};
    medicines.medicines = true;
    kb.add<therapy_class>({"tablets", "Tablets"}, medicines);
    therapy_details read;
    read.label_read = kb.list(std::vector<id<source>>{b.find<source>("label-2022")});
    kb.add<therapy>({"tablet", "Tablet"}, read);
    kb.relate<listed_under>(b.find<therapy>("tablet"), b.find<therapy_class>("tablets"));
    b.therapy("slow-tablet", "Slow tablet", "tablets");
    kb.relate<form_of>(b.find<therapy>("slow-tablet"), b.find<therapy>("tablet"));
    b.words_of("slow-tablet", "nausea", "sick");
    CHECK(asked(b, "slow-tablet").label_unread.empty());
}

// sellers never alone; looked for before hoped for

TEST_CASE("a seller's word never heads a cell where an independent source speaks", "[profile][rules]") {
    made b;
    b.figure("betaprofen", "pain-halved", "sold", 79, 5, {.interest = "sold by the maker (fixture)"});
    b.figure("betaprofen", "function-improved", "independent", 30, 25, {.about = {"knee-pain"}});
    auto const p = in_column(b, "betaprofen");
    CHECK(keys_told(p, matter::benefit) == words{"independent", "sold"});
}

TEST_CASE("a search for a narrower outcome that found nothing denies nothing of the wider one", "[profile][rules]") {
    auto const state = [](char const* searched, char const* found) {
        made b;
        auto const relief = b.builder().add<outcome>({"relief", "relief"}, {valence::desirable, false, {}, {}});
        b.builder().relate<is_a>(
            b.builder().add<outcome>({"great-relief", "great relief"}, {valence::desirable, false, {}, {}}), relief);
        b.words_of("betaprofen", searched, "searched", {.stance = stance::no_evidence_found});
        b.words_of("betaprofen", found, "found", {.source = "leaflet-2024"});
        return asked(b, "betaprofen").of(matter::benefit).state;
    };
    CHECK(state("great-relief", "relief") == cell_state::reported);
    CHECK(state("relief", "great-relief") == cell_state::disagree);
    CHECK(state("relief", "relief") == cell_state::disagree);
}

TEST_CASE("a search that found nothing stands before words of hope, and the sources disagree", "[profile][rules]") {
    made b;
    b.words_of("betaprofen", "function-improved", "hope", {.hedge = hedge::potential});
    b.words_of("betaprofen", "function-improved", "searched",
        {.about = {"knee-pain"}, .source = "policy-2023", .stance = stance::no_evidence_found});
    auto const p = asked(b, "betaprofen");
    CHECK(keys_told(p, matter::benefit) == words{"nothing-found-betaprofen", "searched", "hope"});
    CHECK(p.of(matter::benefit).state == cell_state::disagree);
}

// no print stronger than its source

TEST_CASE("of claims that warn of one thing the one that holds back most speaks", "[profile][rules]") {
    made b;
    auto hedged = b.said("policy-2023");
    hedged.hedge = hedge::may;
    b.claim<warned_of>("betaprofen", "nausea", hedged, "may", stance::in_favour, b.warning(warning_form::boxed));
    b.claim<warned_of>("betaprofen", "nausea", "label-2022", "does", stance::in_favour, b.warning(warning_form::boxed));
    auto const p = asked(b, "betaprofen");
    auto const boxed = p.told_of(matter::boxed_warning);
    REQUIRE(keys_told(p, matter::boxed_warning) == words{"may", "boxed-nsaids-bleeding"});
    CHECK(with(p, boxed.front()) == words{"does"});
}

// symmetric guidance

TEST_CASE("where what a guideline says against for a wider group is told, what is said for that group is told, too",
    "[profile][rules]") {
    made b;
    recommendation advice;
    advice.scheme = b.find<scheme>("fixture-grade");
    advice.strength.value = 1;
    b.claim<recommended_for>("knee-brace", "knee-pain", "policy-2023", "wider-against", stance::against, advice);
    b.claim<recommended_for>("knee-brace", "knee-pain", "review-2021", "wider-for", stance::in_favour, advice);
    auto const p = asked(b, "knee-brace");
    CHECK(keys_told(p, matter::guidance) == words{"wider-against", "wider-for"});
    CHECK(p.of(matter::guidance).state == cell_state::disagree);
}

TEST_CASE("a newer edition speaks statement by statement, and what it says nothing of keeps its year", "[profile][rules]") {
    made b;
    auto const p = asked(b, "calmadol");
    CHECK(keys_told(p, matter::guidance) == words{"guideline-against-calmadol"});
}

// documented members

TEST_CASE("a class names only members that something documents for the condition, and takes no other member's harms",
    "[profile][rules]") {
    made b;
    b.therapy("unknown-profen", "Unknownprofen", "anti-inflammatories");
    b.figure("unknown-profen", "nausea", "harm", 50, 5, {.about = {}});
    b.claim<warned_of>("unknown-profen", "nausea", "label-2022", "warns", stance::in_favour, b.warning(warning_form::boxed));
    auto const p = asked(b, "anti-inflammatories");
    words members;
    for (auto m : p.members) members.emplace_back(p.base.key(m));
    CHECK(members == words{"alphaprofen", "betaprofen"});
    CHECK_FALSE(has(keys_told(p, matter::harm), "harm"));
    CHECK(has(keys_told(p, matter::boxed_warning), "warns"));
}

// the profile as a value

TEST_CASE("with everything asked for, nothing is left to why but what is said elsewhere", "[profile]") {
    made b;
    for (auto key : {"h1", "h2", "h3", "h4", "h5"}) b.outcome_named(key, valence::undesirable);
    for (auto key : {"h1", "h2", "h3", "h4", "h5"}) b.figure("betaprofen", key, key, 9, 5);
    profile_options everything;
    everything.all = true;
    auto const p = asked(b, "betaprofen", everything);
    CHECK(p.told_of(matter::harm).size() == 5);
    CHECK(p.untold.empty());
}

TEST_CASE("a kept profile answers the next question as a new one does", "[profile]") {
    auto const& kb = fixture::knee();
    option_profile kept;
    for (auto c : kb.all<cause>()) {
        relevance const near{kb, c};
        for (auto o : kb.all<option>()) {
            profile(kb, near, o, {}, {}, kept);
            auto const fresh = profile(kb, c, o);
            CHECK(kept.told == fresh.told);
            CHECK(kept.untold == fresh.untold);
            CHECK(kept.with == fresh.with);
            CHECK(kept.members == fresh.members);
        }
    }
}

TEST_CASE("every rule has a name and a sentence that says it", "[rules]") {
    for (auto const& r : rules_of_choice) {
        CHECK_FALSE(r.name.empty());
        CHECK(r.says.back() == '.');
    }
}

}  // namespace query_profile_test
