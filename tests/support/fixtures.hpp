// SPDX-License-Identifier: BSL-1.0
#pragma once
// clang-format off
// Knowledge for tests. Everything in `knee()` is made up: drugs that do not exist, figures of nobody, sources named "fixture".
//
//   fixture::knee()                       the base below, frozen once; the view lives as long as the program
//   fixture::knee_builder()               the same before `freeze`, to add to; with <treatise/graph/builder.hpp>
//   fixture::entity<cause>(kb, "gout-of-the-knee")     by key; throws where there is none
//   fixture::claim(kb, "affects-alphaprofen-pain")     by the claim's authored key; throws where there is none
//   fixture::frozen(builder)              its storage; throws with every problem
//   fixture::random_base{seed, sizes}     a base at random, with a record of what went in; in random_base.hpp
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

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/graph/storage.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// The functions are compiled once, in fixtures.cpp: every test of a room includes this header.
namespace treatise::inline v0_3 {
class builder;
}

namespace fixture {

/// What the builder freezes into; throws with every problem.
treatise::storage frozen(treatise::builder b);
treatise::builder knee_builder();
treatise::knowledge_base const& knee();

template <treatise::kind_or_kinds Kind = treatise::entity>
treatise::id<Kind> entity(treatise::knowledge_base const& kb, std::string_view key) {
    for (std::uint32_t n = 0; n != kb.entity_count(); ++n)
        if (kb.key(treatise::id<treatise::entity>::from_number(n)) == key)
            if (auto const found = kb.as<Kind>(treatise::id<treatise::entity>::from_number(n))) return found;
    throw std::invalid_argument{"the fixture has no " + std::string{key}};
}

treatise::claim_id claim(treatise::knowledge_base const& kb, std::string_view key);

struct named_base {
    std::string name;
    treatise::knowledge_base const* kb;
};
std::vector<named_base> bases();

}  // namespace fixture
