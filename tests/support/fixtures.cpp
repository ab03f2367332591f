// SPDX-License-Identifier: BSL-1.0
#include "fixtures.hpp"

#include <treatise/graph/builder.hpp>
#include <treatise/graph/freeze.hpp>

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>
#endif

#include <utility>

namespace fixture {

treatise::storage frozen(treatise::builder b) {
    auto result = treatise::freeze(b);
    if (result) return std::move(*result);
    std::string all = "the fixture has problems:";
    for (auto const& p : result.error()) all += '\n' + treatise::to_string(p);
    throw std::logic_error{all};
}

treatise::claim_id claim(treatise::knowledge_base const& kb, std::string_view key) {
    for (auto c : kb.claims())
        if (kb.claim_key(c) == key) return c;
    throw std::invalid_argument{"the fixture has no claim " + std::string{key}};
}

treatise::builder knee_builder() {
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

treatise::knowledge_base const& knee() {
    static treatise::storage const owner = frozen(knee_builder());
    static treatise::knowledge_base const view = owner.view();
    return view;
}

std::vector<named_base> bases() {
    return {
        {"knee", &knee()},
#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
        {"neuropathic-pain", &treatise::neuropathic_pain::knowledge},
#endif
    };
}

}  // namespace fixture
