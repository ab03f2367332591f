// SPDX-License-Identifier: BSL-1.0
#pragma once
// clang-format off
// Knowledge for tests. Everything in `knee()` is made up: drugs that do not exist, figures of nobody, sources named "fixture".
//
//   fixture::knee()                       the base below, frozen once; the view lives as long as the program
//   fixture::knee_builder()               the same before `freeze`, to add to
//   fixture::entity<cause>(kb, "gout-of-the-knee")     by key; throws where there is none
//   fixture::claim(kb, "affects-alphaprofen-pain")     by the claim's authored key; throws where there is none
//   fixture::frozen(builder)              its storage; throws with every problem
//   fixture::random_base{seed, sizes}     a base at random, with a record of what went in
//   fixture::bases()                      what tests of a whole base run on: knee, and the built-in base if there is one
//
// Causes (is_a):
//   knee-pain
//     knee-injury-pain
//     knee-osteoarthritis (synonym "knee arthrosis", code FX-100 of fixture-codes, exact)
//       early-knee-osteoarthritis
//       post-traumatic-knee-osteoarthritis    is_a knee-injury-pain, too
//     gout-of-the-knee
// Classes (is_a; the roots with their order):
//   1 fixture-medicines-by-mouth
//       pain-relievers         the pooled superclass: claims of its own, no therapy listed under it
//         anti-inflammatories  a row
//         simple-analgesics    a row
//   2 fixture-medicines-on-the-skin > gels (a row)          4 two-at-once (itself a row)
//   3 fixture-movement > exercise (a row)                   - cox-inhibitors: no order, members only
// Therapies:
//   placebo                    reference, in no class
//   usual-care                 reference, in no class
//   alphaprofen                under anti-inflammatories, member of cox-inhibitors; brands Alphanol, Kneeze; synonym "alpha"
//   betaprofen                 under anti-inflammatories, member of cox-inhibitors; by mouth
//   calmadol                   under simple-analgesics; by mouth
//   alphaprofen-gel            form_of alphaprofen; under gels, member of cox-inhibitors; on the skin
//   alphaprofen-with-calmadol  combines the two; under two-at-once
//   strength-training, tai-chi under exercise
//   knee-brace                 listed nowhere; one claim
// Outcomes: pain-halved (desirable; threshold; scale fixture-pain-scale), function-improved (desirable),
//   stomach-bleeding (undesirable, important), nausea (undesirable), withdrew-because-of-side-effects (undesirable)
// Others: mechanisms cox-inhibition, muscle-strengthening, unused-mechanism (an orphan); circumstances kidney-disease, pregnancy;
//   considerations weekly-sessions (tests_and_visits), take-with-food (food_and_drinks); principle exercise-first (sequence);
//   payer fixture-health-plan (fixture-land); profession physiotherapist; instrument fixture-pain-scale;
//   jurisdictions fixture-union, fixture-land (is_a fixture-union), other-land; research_topic gels-in-early-disease;
//   code_system fixture-codes; table_preset fixture-table (columns option, benefit; rows anti-inflammatories, exercise)
// Scheme fixture-grade: strengths strong, weak; lines first line, second line; certainties high, moderate, low
// Sources: guideline-2010, guideline-2020 (supersedes it), review-2021, label-2022, policy-2023, trial-2019 (a sponsor),
//   leaflet-2024 (runs exercise classes: interested_in strength-training), unread-source (an orphan)
//
// Claims: key: relation: subject -> object: source, place: what else [the causes it speaks of; OA is knee-osteoarthritis]
//   guideline-nsaids: recommended_for: anti-inflammatories -> knee-osteoarthritis: guideline-2020, section 1: strong, first line
//   guideline-exercise: recommended_for: exercise -> knee-osteoarthritis: guideline-2020, section 1: strong, first line
//   guideline-gel: recommended_for: alphaprofen-gel -> knee-pain: guideline-2020, section 2: weak; excludes gout-of-the-knee
//   old-guideline-calmadol: recommended_for: calmadol -> knee-osteoarthritis: guideline-2010, table 1: weak, first line
//   guideline-against-calmadol: recommended_for: calmadol -> knee-osteoarthritis: guideline-2020, section 2: against; weak
//   no-recommendation-betaprofen: recommended_for: betaprofen -> post-traumatic-knee-osteoarthritis: guideline-2020, section 3:
//                      no_recommendation; strength not stated
//   leaflet-tai-chi: used_for: tai-chi -> knee-pain: leaflet-2024, page 2
//   leaflet-strength: used_for: strength-training -> knee-pain: leaflet-2024, page 2: rehabilitative
//   (derived key): used_for: alphaprofen -> knee-osteoarthritis: review-2021, page 1: without a key
//   withdrawn-betaprofen: used_for: betaprofen -> knee-injury-pain: trial-2019, abstract: withdrawn 2020-05, "figures corrected"
//   leaflet-brace: used_for: knee-brace -> knee-injury-pain: leaflet-2024, page 3
//   approved-alphaprofen: approved_for: alphaprofen -> knee-osteoarthritis: label-2022, part 1: approved, fixture-land
//   off-label-betaprofen: approved_for: betaprofen -> knee-osteoarthritis: label-2022, part 1: off_label, fixture-land
//   controlled-calmadol: controlled_in: calmadol -> fixture-land: label-2022, part 4: schedule F
//   covered-strength: covered_for: strength-training -> knee-osteoarthritis: policy-2023, rule 4: limited, "12 visits a year"
//   avoid-nsaids-kidney: contraindicated_in: anti-inflammatories -> kidney-disease: label-2022, part 2: contraindication
//   caution-alphaprofen-pregnancy: contraindicated_in: alphaprofen -> pregnancy: label-2022, part 2: caution
//   boxed-nsaids-bleeding: warned_of: anti-inflammatories -> stomach-bleeding: label-2022, part 3: boxed, fixture-land
//   affects-alphaprofen-pain: affects alphaprofen -> pain-halved: review-2021 table 2: per_100 45 [40, 50], placebo 30, high [OA]
//   affects-alphaprofen-nausea: affects alphaprofen -> nausea: review-2021 table 3: per_100 8 [6, 10], placebo 5, moderate [OA]
//   affects-pooled-pain: affects pain-relievers -> pain-halved: review-2021 table 2: nnt 7.10 [5.2, 11] [OA and knee-injury-pain]
//   nothing-found-betaprofen: affects betaprofen -> pain-halved: review-2021 table 5: no_evidence_found (no_trial), narrative [early OA]
//   no-difference-calmadol: affects calmadol -> pain-halved: review-2021 table 2: no_difference, rr 1.02 [0.93, 1.12] [OA]
//   trial-calmadol-pain: affects calmadol -> pain-halved: trial-2019, results: per_100 60, usual-care 40, low; its sponsor [OA]
//   harm-calmadol-withdrew: affects calmadol -> withdrew-because-of-side-effects: review-2021 table 3: nnh 30 [12, -90] [OA]
//   strength-function: affects strength-training -> function-improved: guideline-2020, annex: smd -0.59 [-0.80, -0.38] [OA];
//                      restated in leaflet-2024, page 4
//   tai-chi-function: affects tai-chi -> function-improved: leaflet-2024, page 2: narrative; no context
//   nsaids-cox: acts_by: anti-inflammatories -> cox-inhibition: review-2021, page 1
//   strength-muscle: acts_by: strength-training -> muscle-strengthening: leaflet-2024, page 2
//   cox-osteoarthritis: implicated_in: cox-inhibition -> knee-osteoarthritis: review-2021, page 1
//   strength-sessions: involves: strength-training -> weekly-sessions: leaflet-2024, page 2
//   alphaprofen-food: involves: alphaprofen -> take-with-food: label-2022, part 5: note "the label says: or with milk"
//   strength-physio: provided_by: strength-training -> physiotherapist: leaflet-2024, page 5
//   assessed-pain-scale: assessed_by: knee-osteoarthritis -> fixture-pain-scale: guideline-2020, section 4
//   advises-exercise-first: advises: knee-osteoarthritis -> exercise-first: guideline-2020, section 4: strong
//   research-gels: investigates: gels-in-early-disease -> early-knee-osteoarthritis: review-2021, page 9
// clang-format on

#include <treatise/graph/builder.hpp>
#include <treatise/table/preset.hpp>

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>
#endif

#include <algorithm>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fixture {

/// The default table in full words and with every row: what it leaves to headings, numbers and lists stands in the cells.
inline constexpr treatise::preset in_full = [] {
    auto p = treatise::overview;
    p.one_page = false;
    return p;
}();

inline treatise::storage frozen(treatise::builder b) {
    auto result = b.freeze();
    if (result) return std::move(*result);
    std::string all = "the fixture has problems:";
    for (auto const& p : result.error()) all += '\n' + treatise::to_string(p);
    throw std::logic_error{all};
}

template <treatise::kind_or_kinds Kind = treatise::entity>
treatise::id<Kind> entity(treatise::knowledge_base const& kb, std::string_view key) {
    for (std::uint32_t n = 0; n != kb.entity_count(); ++n)
        if (kb.key(treatise::id<treatise::entity>{n}) == key)
            if (auto const found = kb.as<Kind>(treatise::id<treatise::entity>{n})) return found;
    throw std::invalid_argument{"the fixture has no " + std::string{key}};
}

inline treatise::claim_id claim(treatise::knowledge_base const& kb, std::string_view key) {
    for (auto c : kb.claims())
        if (kb.claim_key(c) == key) return c;
    throw std::invalid_argument{"the fixture has no claim " + std::string{key}};
}

inline treatise::builder knee_builder() {
    using namespace treatise;
    builder b;
    b.at({"fixture", 1, 1});
    b.base({b.text("fixture-knee"), b.text("Knee pain (fixture)"), b.text("1.0.0"), b.text("nobody"),
        b.text("Made up for tests; never for use."), date{2024, 10, 1}});

    auto const fixture_land = b.add<jurisdiction>({"fixture-land", "Fixture Land"});
    b.add<jurisdiction>({"other-land", "Other Land"});
    b.relate<is_a>(fixture_land, b.add<jurisdiction>({"fixture-union", "Fixture Union"}));
    auto const pain_scale = b.add<instrument>({"fixture-pain-scale", "Fixture pain scale"});

    auto const knee_pain = b.add<cause>({"knee-pain", "Knee pain", "Pain in or around the knee"});
    auto const osteoarthritis = b.add<cause>({"knee-osteoarthritis", "Knee osteoarthritis", "", {"knee arthrosis"}});
    auto const early = b.add<cause>({"early-knee-osteoarthritis", "Early knee osteoarthritis"});
    auto const post_traumatic = b.add<cause>({"post-traumatic-knee-osteoarthritis", "Post-traumatic knee osteoarthritis"});
    auto const injury = b.add<cause>({"knee-injury-pain", "Pain after a knee injury"});
    auto const gout = b.add<cause>({"gout-of-the-knee", "Gout of the knee"});
    b.relate<is_a>(osteoarthritis, knee_pain);
    b.relate<is_a>(injury, knee_pain);
    b.relate<is_a>(gout, knee_pain);
    b.relate<is_a>(early, osteoarthritis);
    b.relate<is_a>(post_traumatic, osteoarthritis);
    b.relate<is_a>(post_traumatic, injury);
    auto const codes =
        b.add<code_system>({"fixture-codes", "Fixture codes"}, {b.text("urn:fixture"), b.text("2024"), b.text("none"), {}, true});
    b.code(osteoarthritis, codes, "FX-100", mapping::exact);

    auto const by_mouth = b.add<therapy_class>({"fixture-medicines-by-mouth", "Medicines by mouth"}, {1});
    auto const relievers = b.add<therapy_class>({"pain-relievers", "Pain relievers"});
    auto const nsaids = b.add<therapy_class>({"anti-inflammatories", "Anti-inflammatories", "", {"NSAIDs"}});
    auto const simple = b.add<therapy_class>({"simple-analgesics", "Simple analgesics"});
    auto const on_the_skin = b.add<therapy_class>({"fixture-medicines-on-the-skin", "Medicines on the skin"}, {2});
    auto const gels = b.add<therapy_class>({"gels", "Gels"});
    auto const movement = b.add<therapy_class>({"fixture-movement", "Movement"}, {3});
    auto const exercise = b.add<therapy_class>({"exercise", "Exercise"});
    auto const two_at_once = b.add<therapy_class>({"two-at-once", "Two at once"}, {4});
    auto const cox_inhibitors = b.add<therapy_class>({"cox-inhibitors", "COX inhibitors"});
    b.relate<is_a>(relievers, by_mouth);
    b.relate<is_a>(nsaids, relievers);
    b.relate<is_a>(simple, relievers);
    b.relate<is_a>(gels, on_the_skin);
    b.relate<is_a>(exercise, movement);

    auto const tai_chi = b.add<therapy>({"tai-chi", "Tai chi"});
    auto const strength_training = b.add<therapy>({"strength-training", "Strength training"});
    auto const brace = b.add<therapy>({"knee-brace", "Knee brace"});
    auto const calmadol = b.add<therapy>({"calmadol", "Calmadol"}, {{}, b.list({"by mouth"})});
    auto const betaprofen = b.add<therapy>({"betaprofen", "Betaprofen"}, {{}, b.list({"by mouth"})});
    auto const alphaprofen = b.add<therapy>({"alphaprofen", "Alphaprofen", "An anti-inflammatory that does not exist", {"alpha"}},
        {b.list({"Alphanol", "Kneeze"}), b.list({"by mouth"})});
    auto const gel = b.add<therapy>({"alphaprofen-gel", "Alphaprofen gel"}, {{}, b.list({"on the skin"})});
    auto const both = b.add<therapy>({"alphaprofen-with-calmadol", "Alphaprofen with calmadol"}, {{}, b.list({"by mouth"})});
    auto const usual_care = b.add<therapy>({"usual-care", "Usual care"}, {{}, {}, true});
    auto const placebo = b.add<therapy>({"placebo", "Placebo"}, {{}, {}, true});
    b.relate<listed_under>(alphaprofen, nsaids);
    b.relate<listed_under>(betaprofen, nsaids);
    b.relate<listed_under>(calmadol, simple);
    b.relate<listed_under>(gel, gels);
    b.relate<listed_under>(both, two_at_once);
    b.relate<listed_under>(strength_training, exercise);
    b.relate<listed_under>(tai_chi, exercise);
    b.relate<member_of>(alphaprofen, cox_inhibitors);
    b.relate<member_of>(betaprofen, cox_inhibitors);
    b.relate<member_of>(gel, cox_inhibitors);
    b.relate<form_of>(gel, alphaprofen);
    b.relate<combines>(both, alphaprofen);
    b.relate<combines>(both, calmadol);

    auto const cox = b.add<mechanism>({"cox-inhibition", "Inhibition of COX enzymes"});
    auto const muscles = b.add<mechanism>({"muscle-strengthening", "Stronger muscles around the knee"});
    b.add<mechanism>({"unused-mechanism", "A mechanism nobody mentions"});
    auto const pain_halved = b.add<outcome>(
        {"pain-halved", "Pain at least halved"}, {valence::desirable, false, b.text("at least 50% less pain"), pain_scale});
    auto const function = b.add<outcome>({"function-improved", "Better function"}, {valence::desirable, false, {}, {}});
    auto const bleeding = b.add<outcome>({"stomach-bleeding", "Stomach bleeding"}, {valence::undesirable, true, {}, {}});
    auto const nausea = b.add<outcome>({"nausea", "Nausea"}, {valence::undesirable, false, {}, {}});
    auto const withdrew = b.add<outcome>(
        {"withdrew-because-of-side-effects", "Stopped because of side effects"}, {valence::undesirable, false, {}, {}});
    auto const kidney = b.add<circumstance>({"kidney-disease", "Kidney disease"});
    auto const pregnancy = b.add<circumstance>({"pregnancy", "Pregnancy"});
    auto const sessions = b.add<consideration>({"weekly-sessions", "Weekly sessions"}, {practical_issue::tests_and_visits});
    auto const food = b.add<consideration>({"take-with-food", "Take with food"}, {practical_issue::food_and_drinks});
    auto const exercise_first = b.add<principle>({"exercise-first", "Exercise before medicines"}, {principle_topic::sequence});
    auto const plan = b.add<payer>({"fixture-health-plan", "Fixture health plan"}, {fixture_land});
    auto const physiotherapist = b.add<profession>({"physiotherapist", "Physiotherapist"});
    auto const research = b.add<research_topic>({"gels-in-early-disease", "Gels in early disease"});
    auto const grade = b.add<scheme>({"fixture-grade", "Fixture grade"},
        {b.list({"strong", "weak"}), b.list({"first line", "second line"}), b.list({"high", "moderate", "low"})});

    auto const document = [&](std::string_view key, std::string_view name, source_kind kind, int year, source_details more = {}) {
        more.kind = kind;
        more.title = b.text(name);
        more.authors = b.text("Nobody N (fixture source)");
        more.published = date{year, 0, 0};
        return b.add<source>({key, name}, more);
    };
    auto const guideline_2010 = document("guideline-2010", "Fixture source: guideline of 2010", source_kind::guideline, 2010);
    source_details of_land;
    of_land.jurisdiction = fixture_land;
    auto const guideline = document("guideline-2020", "Fixture source: guideline of 2020", source_kind::guideline, 2020, of_land);
    auto const review = document("review-2021", "Fixture source: review of 2021", source_kind::systematic_review, 2021);
    auto const label = document("label-2022", "Fixture source: label of 2022", source_kind::label, 2022, of_land);
    auto const policy = document("policy-2023", "Fixture source: policy of 2023", source_kind::payer_policy, 2023, of_land);
    auto const trial = document("trial-2019", "Fixture source: trial of 2019", source_kind::trial, 2019);
    source_details of_classes;
    of_classes.interest = b.text("runs exercise classes");
    of_classes.interest_status = interest_status::declared;
    auto const leaflet =
        document("leaflet-2024", "Fixture source: leaflet of 2024", source_kind::patient_guide, 2024, of_classes);
    document("unread-source", "Fixture source: read by nobody", source_kind::review, 2001);
    b.relate<supersedes>(guideline, guideline_2010);
    b.relate<interested_in>(leaflet, strength_training);
    preset_details table;
    table.columns = b.list({"option", "benefit"});
    table.options = b.list(std::vector<id<option>>{nsaids, exercise});
    b.add<table_preset>({"fixture-table", "A table (fixture)"}, table);

    auto const in = [&](id<source> from, std::string_view place, std::vector<id<cause>> const& about = {}) {
        attribution a;
        a.source = from;
        a.place = b.text(place);
        a.checked = date{2024, 9, 30};
        a.about = b.list(about);
        return a;
    };
    auto const within = [](attribution a, id<jurisdiction> j) {
        a.jurisdiction = j;
        return a;
    };
    using strength = level<&scheme_details::strengths>;
    using line = level<&scheme_details::lines>;
    auto const strong = recommendation{grade, strength{1}, line{1}, {}, {}},
               weak = recommendation{grade, strength{2}, {}, {}, {}};

    b.claim<recommended_for>(nsaids, osteoarthritis, in(guideline, "section 1"), {"guideline-nsaids"}, strong);
    b.claim<recommended_for>(exercise, osteoarthritis, in(guideline, "section 1"), {"guideline-exercise"}, strong);
    auto not_gout = in(guideline, "section 2");
    not_gout.excludes = b.list(std::vector{gout});
    b.claim<recommended_for>(gel, knee_pain, not_gout, {"guideline-gel"}, weak);
    b.claim<recommended_for>(calmadol, osteoarthritis, in(guideline_2010, "table 1"), {"old-guideline-calmadol"},
        {grade, strength{2}, line{1}, {}, {}});
    b.claim<recommended_for>(
        calmadol, osteoarthritis, in(guideline, "section 2"), {"guideline-against-calmadol", stance::against}, weak);
    b.claim<recommended_for>(betaprofen, post_traumatic, in(guideline, "section 3"),
        {"no-recommendation-betaprofen", stance::no_recommendation}, {grade, strength{unstated_level}, {}, {}, {}});

    b.claim<used_for>(tai_chi, knee_pain, in(leaflet, "page 2"), {"leaflet-tai-chi"});
    b.claim<used_for>(strength_training, knee_pain, in(leaflet, "page 2"), {"leaflet-strength"}, {intent::rehabilitative});
    b.claim<used_for>(alphaprofen, osteoarthritis, in(review, "page 1"), {});
    auto corrected = in(trial, "abstract");
    corrected.status = claim_status::withdrawn;
    corrected.status_date = date{2020, 5, 0};
    corrected.status_reason = b.text("figures corrected");
    b.claim<used_for>(betaprofen, injury, corrected, {"withdrawn-betaprofen"});
    b.claim<used_for>(brace, injury, in(leaflet, "page 3"), {"leaflet-brace"});

    auto const agency = b.text("Fixture Agency");
    b.claim<approved_for>(alphaprofen, osteoarthritis, within(in(label, "part 1"), fixture_land), {"approved-alphaprofen"},
        {agency, approval_status::approved, {}});
    b.claim<approved_for>(betaprofen, osteoarthritis, within(in(label, "part 1"), fixture_land), {"off-label-betaprofen"},
        {agency, approval_status::off_label, {}});
    b.claim<controlled_in>(calmadol, fixture_land, in(label, "part 4"), {"controlled-calmadol"}, {b.text("F")});
    b.claim<covered_for>(strength_training, osteoarthritis, within(in(policy, "rule 4"), fixture_land), {"covered-strength"},
        {plan, coverage_status::limited, b.text("12 visits a year")});
    b.claim<contraindicated_in>(nsaids, kidney, in(label, "part 2"), {"avoid-nsaids-kidney"}, {avoidance::contraindication});
    b.claim<contraindicated_in>(
        alphaprofen, pregnancy, in(label, "part 2"), {"caution-alphaprofen-pregnancy"}, {avoidance::caution});
    b.claim<warned_of>(
        nsaids, bleeding, within(in(label, "part 3"), fixture_land), {"boxed-nsaids-bleeding"}, {agency, warning_form::boxed});

    using certainty = level<&scheme_details::certainties>;
    auto const figure = [&](statistic s, decimal value, decimal low, decimal high, id<option> against, decimal baseline,
                            std::uint8_t how_sure) {
        effect e;
        e.statistic = s;
        e.value = value;
        e.low = low;
        e.high = high;
        e.comparator = against;
        e.baseline = baseline;
        e.time_frame = b.text("12 weeks");
        e.participants = decimal{1200, 0};
        e.scheme = grade;
        e.certainty = certainty{how_sure};
        return e;
    };
    b.claim<affects>(alphaprofen, pain_halved, in(review, "table 2", {osteoarthritis}), {"affects-alphaprofen-pain"},
        figure(statistic::per_100, {45, 0}, {40, 0}, {50, 0}, placebo, {30, 0}, 1));
    b.claim<affects>(alphaprofen, nausea, in(review, "table 3", {osteoarthritis}), {"affects-alphaprofen-nausea"},
        figure(statistic::per_100, {8, 0}, {6, 0}, {10, 0}, placebo, {5, 0}, 2));
    b.claim<affects>(relievers, pain_halved, in(review, "table 2", {osteoarthritis, injury}), {"affects-pooled-pain"},
        figure(statistic::nnt, {710, 2}, {52, 1}, {11, 0}, placebo, {}, 2));
    auto looked = in(review, "table 5", {early});
    looked.finding = finding::no_trial;
    b.claim<affects>(betaprofen, pain_halved, looked, {"nothing-found-betaprofen", stance::no_evidence_found});
    b.claim<affects>(calmadol, pain_halved, in(review, "table 2", {osteoarthritis}),
        {"no-difference-calmadol", stance::no_difference},
        figure(statistic::risk_ratio, {102, 2}, {93, 2}, {112, 2}, placebo, {}, 2));
    auto sponsored = in(trial, "results", {osteoarthritis});
    sponsored.interest = b.text("paid for by the maker of calmadol (fixture)");
    b.claim<affects>(calmadol, pain_halved, sponsored, {"trial-calmadol-pain"},
        figure(statistic::per_100, {60, 0}, {}, {}, usual_care, {40, 0}, 3));
    b.claim<affects>(calmadol, withdrew, in(review, "table 3", {osteoarthritis}), {"harm-calmadol-withdrew"},
        figure(statistic::nnh, {30, 0}, {12, 0}, {-90, 0}, placebo, {}, 3));
    auto restated = in(guideline, "annex", {osteoarthritis});
    restated.read = reading::restated;
    restated.restated_in = leaflet;
    restated.restated_at = b.text("page 4");
    b.claim<affects>(strength_training, function, restated, {"strength-function"},
        figure(statistic::standardised_mean_difference, {-59, 2}, {-80, 2}, {-38, 2}, usual_care, {}, 2));
    b.claim<affects>(tai_chi, function, in(leaflet, "page 2"), {"tai-chi-function"});

    b.claim<acts_by>(nsaids, cox, in(review, "page 1"), {"nsaids-cox"});
    b.claim<acts_by>(strength_training, muscles, in(leaflet, "page 2"), {"strength-muscle"});
    b.claim<implicated_in>(cox, osteoarthritis, in(review, "page 1"), {"cox-osteoarthritis"});
    b.claim<involves>(strength_training, sessions, in(leaflet, "page 2"), {"strength-sessions"});
    b.claim<involves>(
        alphaprofen, food, in(label, "part 5"), {"alphaprofen-food", stance::in_favour, "the label says: or with milk"});
    b.claim<provided_by>(strength_training, physiotherapist, in(leaflet, "page 5"), {"strength-physio"});
    b.claim<assessed_by>(osteoarthritis, pain_scale, in(guideline, "section 4"), {"assessed-pain-scale"});
    b.claim<advises>(
        osteoarthritis, exercise_first, in(guideline, "section 4"), {"advises-exercise-first"}, {grade, strength{1}});
    b.claim<investigates>(research, early, in(review, "page 9"), {"research-gels"});
    return b;
}

inline treatise::knowledge_base const& knee() {
    static treatise::storage const owner = frozen(knee_builder());
    static treatise::knowledge_base const view = owner.view();
    return view;
}

/// How much of what `random_base` makes.
struct sizes {
    std::uint32_t causes = 12, classes = 6, therapies = 15, mechanisms = 4, outcomes = 6, circumstances = 3, sources = 3;
    std::uint32_t hierarchy = 18, claims = 90;
};

/// What went into a random base, by keys: nothing of this record went through the code under test.
struct recorded {
    std::uint32_t relation = 0;
    std::string subject, object;
    std::string key, source, place;    ///< of claims
    std::vector<std::string> about;
    treatise::stance stance{};
    std::int32_t payload = 0;  ///< the digits of an effect's value, the intent of a use, the strength of a recommendation
};

/// A base at random, the same for a seed on every machine.
class random_base {
public:
    explicit random_base(std::uint32_t seed, sizes n = {}) : random_{seed} {
        using namespace treatise;
        b_.base({b_.text("random"), b_.text("A random base (fixture)"), b_.text("0"), b_.text("nobody"), b_.text("random"),
            date{2024, 1, 1}});
        auto const causes = add<cause>("cause", n.causes);
        auto const classes = add<therapy_class>("class", n.classes);
        auto const therapies = add<therapy>("therapy", n.therapies);
        auto const mechanisms = add<mechanism>("mechanism", n.mechanisms);
        auto const outcomes = add<outcome>("outcome", n.outcomes);
        auto const circumstances = add<circumstance>("circumstance", n.circumstances);
        auto const sources = add<source>("source", n.sources,
            {source_kind::review, b_.text("Fixture"), b_.text("Nobody"), date{2000, 0, 0}, {}, {}, {}, {}, {}, {}, {}});
        auto const grade = b_.add<scheme>({"grade", "Grade"}, {b_.list({"1", "2", "3"}), {}, b_.list({"1", "2", "3"})});

        for (std::uint32_t i = 0; i != n.hierarchy && n.causes > 1; ++i) {  // acyclic: from later to earlier
            auto const child = 1 + below(n.causes - 1);
            relate<is_a>(causes[child], causes[below(child)]);
        }
        std::vector<bool> is_parent(n.classes, false);
        for (std::uint32_t child = 1; child < n.classes; ++child)
            if (auto const parent = below(child); below(2) == 0)
                relate<is_a>(classes[child], classes[parent]), is_parent[parent] = true;
        std::vector<id<therapy_class>> rows;
        for (std::uint32_t i = 0; i != n.classes; ++i)
            if (!is_parent[i]) rows.push_back(classes[i]);
        for (auto t : therapies) {
            if (!rows.empty() && below(5) != 0) relate<listed_under>(t, rows[below(static_cast<std::uint32_t>(rows.size()))]);
            if (n.classes != 0 && below(2) == 0) relate<member_of>(t, classes[below(n.classes)]);
        }

        if (n.sources == 0) return;
        std::vector<id<option>> options{therapies.begin(), therapies.end()};
        options.insert(options.end(), classes.begin(), classes.end());
        auto const one_of_them = [&](auto const& from) { return from[below(static_cast<std::uint32_t>(from.size()))]; };
        for (std::uint32_t i = 0; i != n.claims; ++i) {
            attribution a;
            a.source = one_of_them(sources);
            a.place = b_.text("page " + std::to_string(below(4)));
            a.checked = date{2024, 1, 1};
            auto const number = static_cast<std::int32_t>(i);
            std::vector<id<cause>> about;
            if (n.causes != 0)
                for (auto k = below(3); k != 0; --k) {
                    auto const c = one_of_them(causes);
                    if (std::find(about.begin(), about.end(), c) == about.end()) about.push_back(c);
                }
            a.about = b_.list(about);
            auto const which = below(8);
            if (which < 3 && !options.empty() && n.outcomes != 0) {
                effect e;
                e.statistic = statistic::percent;
                e.value = decimal{number, 1};
                e.compared_with = b_.text("nothing");
                e.time_frame = not_stated;
                e.participants = decimal::unstated();
                e.scheme = grade;
                e.certainty = {static_cast<std::uint8_t>(1 + below(3))};
                claim<affects>(one_of_them(options), one_of_them(outcomes), a, about, i, e, number);
            } else if (which == 3 && !options.empty() && n.causes != 0) {
                auto const purpose = static_cast<intent>(below(4));
                claim<used_for>(
                    one_of_them(options), one_of_them(causes), a, about, i, {purpose}, static_cast<std::int32_t>(purpose));
            } else if (which == 4 && !options.empty() && n.causes != 0) {
                auto const strength = static_cast<std::uint8_t>(1 + below(3));
                claim<recommended_for>(
                    one_of_them(options), one_of_them(causes), a, about, i, {grade, {strength}, {}, {}, {}}, strength);
            } else if (which == 5 && !options.empty() && n.mechanisms != 0) {
                claim<acts_by>(one_of_them(options), one_of_them(mechanisms), a, about, i, {}, 0);
            } else if (which == 6 && n.mechanisms != 0 && n.causes != 0) {
                claim<implicated_in>(one_of_them(mechanisms), one_of_them(causes), a, about, i, {}, 0);
            } else if (!options.empty() && n.circumstances + n.causes != 0) {
                std::vector<id<one_of<cause, circumstance>>> ends{causes.begin(), causes.end()};
                ends.insert(ends.end(), circumstances.begin(), circumstances.end());
                claim<contraindicated_in>(one_of_them(options), one_of_them(ends), a, about, i, {}, 0);
            }
        }
    }

    treatise::builder& builder() { return b_; }
    std::vector<recorded> const& record() const { return record_; }
    treatise::storage freeze() { return frozen(std::move(b_)); }

private:
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_()) % n; }

    // Names in another order than keys, so that display order is put to the test.
    template <class Kind>
    std::vector<treatise::id<Kind>> add(std::string const& kind, std::uint32_t n, typename Kind::details const& details = {}) {
        std::vector<treatise::id<Kind>> ids;
        for (std::uint32_t i = 0; i != n; ++i) {
            std::string const name = std::string{"AbCdEfGh"[below(8)], "nopq"[below(4)]} + ' ' + std::to_string(below(100));
            std::string const key = kind + '-' + std::to_string(i);
            ids.push_back(b_.add<Kind>({key, name}, details));
        }
        return ids;
    }
    template <class Relation, class Subject, class Object>
    void relate(Subject s, Object o) {
        for (auto const& r : record_)
            if (r.relation == treatise::relation_number<Relation> && r.subject == b_.key(s) && r.object == b_.key(o)) return;
        b_.relate<Relation>(s, o);
        record_.push_back(
            {treatise::relation_number<Relation>, std::string{b_.key(s)}, std::string{b_.key(o)}, {}, {}, {}, {}, {}, {}});
    }
    template <class Relation, class Subject, class Object>
    void claim(Subject s, Object o, treatise::attribution const& a, std::vector<treatise::id<treatise::cause>> const& about,
        std::uint32_t number, typename Relation::payload const& carries, std::int32_t payload) {
        auto const key = "claim-" + std::to_string(number);
        auto const stance = static_cast<treatise::stance>(below(5));
        b_.claim<Relation>(s, o, a, {key, stance}, carries);
        recorded r{treatise::relation_number<Relation>, std::string{b_.key(s)}, std::string{b_.key(o)}, key,
            std::string{b_.key(a.source)}, std::string{b_[a.place]}, {}, stance, payload};
        for (auto c : about) r.about.emplace_back(b_.key(c));
        record_.push_back(std::move(r));
    }

    std::mt19937 random_;
    treatise::builder b_;
    std::vector<recorded> record_;
};

struct named_base {
    std::string name;
    treatise::knowledge_base const* kb;
};
inline std::vector<named_base> bases() {
    return {
        {"knee", &knee()},
#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
        {"neuropathic-pain", &treatise::neuropathic_pain::knowledge},
#endif
    };
}

}  // namespace fixture
