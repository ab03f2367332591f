// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

// The closed sets of words that claims and entities use. The words here are those of files and of
// JSON; what a person reads comes from words/.
namespace treatise::inline v0_3 {

/// The words of an enumeration, in the order of its values.
template <class Enum>
inline constexpr std::array<std::string_view, 0> words_of{};

/// An enumeration of the model: each value has a word.
template <class E>
concept vocabulary = std::is_enum_v<E> && words_of<E>.size() > 0;

/// The place of a value in its list; a byte of a damaged file that stands for none reads as the first.
template <vocabulary E>
constexpr std::size_t place_of(E value) {
    auto const i = static_cast<std::size_t>(value);
    return i < words_of<E>.size() ? i : 0;
}

/// The word of a value in files and in JSON; empty for a byte of a damaged file that stands for none.
template <vocabulary E>
constexpr std::string_view word(E value) {
    auto const i = static_cast<std::size_t>(value);
    return i < words_of<E>.size() ? words_of<E>[i] : std::string_view{};
}

/// What the source concludes of the statement that the claim makes.
enum class stance : std::uint8_t { in_favour, against, no_difference, no_evidence_found, no_recommendation, mixed };
template <>
inline constexpr std::array<std::string_view, 6> words_of<stance>{
    "for", "against", "no_difference", "no_evidence_found", "no_recommendation", "mixed"};

enum class claim_status : std::uint8_t { current, superseded, withdrawn };
template <>
inline constexpr std::array<std::string_view, 3> words_of<claim_status>{"current", "superseded", "withdrawn"};

/// How the editor read what the claim states: in the source, in a copy of it, or in another source that restates it.
enum class reading : std::uint8_t { in_source, in_copy, restated };
template <>
inline constexpr std::array<std::string_view, 3> words_of<reading>{"in_source", "in_copy", "restated"};

/// What the option is meant to do: relieve the symptoms, treat the cause itself, prevent it, or restore function.
enum class intent : std::uint8_t { symptomatic, cause_directed, preventive, rehabilitative };
template <>
inline constexpr std::array<std::string_view, 4> words_of<intent>{
    "symptomatic", "cause_directed", "preventive", "rehabilitative"};

/// Whether a question that names no intent asks for it: to prevent something, or to treat its cause, is another question.
constexpr bool is_usual(intent of) { return of == intent::symptomatic || of == intent::rehabilitative; }

/// How far a source holds back from what it states: the word that goes with the statement wherever it is printed.
enum class hedge : std::uint8_t {
    none,
    may,               ///< may, might, could
    can,               ///< can, is able to
    potential,         ///< a potential benefit, a potential treatment
    possible,          ///< possible, possibly
    likely,            ///< likely, probably
    suggested,         ///< suggested, seems, appears
    promising,         ///< shows promise, gives hope
    limited_evidence,  ///< some, little or weak evidence
    often,
    usual,             ///< usually, typically, in general
    sometimes,         ///< sometimes, in some cases
    some_people,       ///< said of some people only
    many_people        ///< said of many people, not of all
};
template <>
inline constexpr std::array<std::string_view, 14> words_of<hedge>{"none", "may", "can", "potential", "possible", "likely",
    "suggested", "promising", "limited_evidence", "often", "usual", "sometimes", "some_people", "many_people"};

/// What a search that did not confirm an effect found, as the source puts it.
enum class finding : std::uint8_t {
    none,
    no_trial,             ///< no trial, or none that met the criteria
    no_evidence,          ///< no good evidence
    inadequate,           ///< evidence called inadequate
    insufficient,         ///< evidence called insufficient, or too uncertain
    inconclusive,         ///< evidence called inconclusive, mixed or inconsistent
    not_shown_long_term,  ///< no benefit shown in the long term
    not_significant,      ///< a difference that was not statistically significant
    no_difference         ///< no important difference
};
template <>
inline constexpr std::array<std::string_view, 9> words_of<finding>{"none", "no_trial", "no_evidence", "inadequate",
    "insufficient", "inconclusive", "not_shown_long_term", "not_significant", "no_difference"};

/// What is known of the interest of a source or a trial's sponsor; where nobody looked for a statement, that is said.
enum class interest_status : std::uint8_t { not_looked_for, declared, declared_none };
template <>
inline constexpr std::array<std::string_view, 3> words_of<interest_status>{"not_looked_for", "declared", "declared_none"};

/// Whether a figure pools several trials or comes from one.
enum class design : std::uint8_t { unstated, pooled, single };
template <>
inline constexpr std::array<std::string_view, 3> words_of<design>{"unstated", "pooled", "single"};

/// Where the arm of a figure lies in the range of the label for that use, where somebody compared them.
enum class label_range : std::uint8_t { none, within, above };
template <>
inline constexpr std::array<std::string_view, 3> words_of<label_range>{"none", "within", "above"};

/// How often a harm occurs, in the word under which a source lists it.
enum class listed_frequency : std::uint8_t { none, very_common, common, uncommon, rare, very_rare };
template <>
inline constexpr std::array<std::string_view, 6> words_of<listed_frequency>{
    "none", "very_common", "common", "uncommon", "rare", "very_rare"};

/// Where a consideration belongs in care: before the start, watched during it, taught, a thing to report, or how it is ended.
enum class care_slot : std::uint8_t { none, before, monitor, teach, tell, stop };
template <>
inline constexpr std::array<std::string_view, 6> words_of<care_slot>{"none", "before", "monitor", "teach", "tell", "stop"};

/// What an outcome is about.
enum class outcome_domain : std::uint8_t {
    none,
    symptom,
    function,
    sleep,
    mood,
    quality_of_life,
    disease,          ///< the disease itself: prevention, recovery
    care,             ///< how care goes: less use of opioids, treatment stopped, tolerability
    harm
};
template <>
inline constexpr std::array<std::string_view, 9> words_of<outcome_domain>{
    "none", "symptom", "function", "sleep", "mood", "quality_of_life", "disease", "care", "harm"};

/// The words whose first stands for "nothing given": a field that has it is absent, and no format writes it.
template <class Enum>
inline constexpr bool first_is_absent = false;
template <>
inline constexpr bool first_is_absent<hedge> = true;
template <>
inline constexpr bool first_is_absent<finding> = true;
template <>
inline constexpr bool first_is_absent<interest_status> = true;
template <>
inline constexpr bool first_is_absent<design> = true;
template <>
inline constexpr bool first_is_absent<label_range> = true;
template <>
inline constexpr bool first_is_absent<listed_frequency> = true;
template <>
inline constexpr bool first_is_absent<care_slot> = true;
template <>
inline constexpr bool first_is_absent<outcome_domain> = true;

/// The measure that a figure is given in.
enum class statistic : std::uint8_t {
    narrative,
    proportion,
    percent,
    per_100,
    per_1000,
    risk_ratio,
    odds_ratio,
    hazard_ratio,
    risk_difference,
    mean_difference,
    standardised_mean_difference,
    nnt,
    nnh
};
template <>
inline constexpr std::array<std::string_view, 13> words_of<statistic>{"narrative", "proportion", "percent", "per_100", "per_1000",
    "risk_ratio", "odds_ratio", "hazard_ratio", "risk_difference", "mean_difference", "standardised_mean_difference", "nnt",
    "nnh"};

enum class approval_status : std::uint8_t { approved, off_label, investigational, withdrawn };
template <>
inline constexpr std::array<std::string_view, 4> words_of<approval_status>{
    "approved", "off_label", "investigational", "withdrawn"};

enum class coverage_status : std::uint8_t { covered, limited, prior_authorization, criteria, not_covered, unknown };
template <>
inline constexpr std::array<std::string_view, 6> words_of<coverage_status>{
    "covered", "limited", "prior_authorization", "criteria", "not_covered", "unknown"};

/// How strongly a source keeps an option from a state, the strongest first: contraindicated, to be avoided, or with care.
enum class avoidance : std::uint8_t { contraindication, avoid, caution };
template <>
inline constexpr std::array<std::string_view, 3> words_of<avoidance>{"contraindication", "avoid", "caution"};

/// The form of a regulator's warning, the strongest first.
enum class warning_form : std::uint8_t { boxed, label, safety_communication };
template <>
inline constexpr std::array<std::string_view, 3> words_of<warning_form>{"boxed", "label", "safety_communication"};

enum class valence : std::uint8_t { desirable, undesirable };
template <>
inline constexpr std::array<std::string_view, 2> words_of<valence>{"desirable", "undesirable"};

/// The fifteen categories of practical issues: Heen et al., J Clin Epidemiol 2021, "A framework for practical issues".
enum class practical_issue : std::uint8_t {
    medication_routine,
    tests_and_visits,
    procedure_and_device,
    recovery_and_adaptation,
    coordination_of_care,
    adverse_effects_interactions_and_antidote,
    physical_well_being,
    emotional_well_being,
    pregnancy_and_nursing,
    costs_and_access,
    food_and_drinks,
    exercise_and_activities,
    social_life_and_relationships,
    work_and_education,
    travel_and_driving
};
template <>
inline constexpr std::array<std::string_view, 15> words_of<practical_issue>{"medication_routine", "tests_and_visits",
    "procedure_and_device", "recovery_and_adaptation", "coordination_of_care", "adverse_effects_interactions_and_antidote",
    "physical_well_being", "emotional_well_being", "pregnancy_and_nursing", "costs_and_access", "food_and_drinks",
    "exercise_and_activities", "social_life_and_relationships", "work_and_education", "travel_and_driving"};

enum class principle_topic : std::uint8_t { goal, sequence, switching, combining, referral, assessment };
template <>
inline constexpr std::array<std::string_view, 6> words_of<principle_topic>{
    "goal", "sequence", "switching", "combining", "referral", "assessment"};

enum class source_kind : std::uint8_t {
    guideline,
    systematic_review,
    trial,
    label,
    regulator_communication,
    payer_policy,
    review,
    patient_guide,
    reference_work
};
template <>
inline constexpr std::array<std::string_view, 9> words_of<source_kind>{"guideline", "systematic_review", "trial", "label",
    "regulator_communication", "payer_policy", "review", "patient_guide", "reference_work"};

/// How a code of another system relates to the entity: the mapping relations of SKOS.
enum class mapping : std::uint8_t { exact, broad, narrow, related };
template <>
inline constexpr std::array<std::string_view, 4> words_of<mapping>{"exact", "broad", "narrow", "related"};

/// What one row of a table is: a class with the therapies listed under it, a single therapy, or what the preset names.
enum class grouping : std::uint8_t { listed_class, therapy };
template <>
inline constexpr std::array<std::string_view, 2> words_of<grouping>{"listed_class", "therapy"};

/// What a claim tells of an option, as tables and answers group claims. In the order in which they are told: warnings first.
enum class facet : std::uint8_t {
    warning,
    restriction,
    benefit,
    harm,
    recommendation,
    approval,
    use,
    consideration,
    control,
    coverage,
    provider,
    mechanism
};
template <>
inline constexpr std::array<std::string_view, 12> words_of<facet>{"warning", "restriction", "benefit", "harm", "recommendation",
    "approval", "use", "consideration", "control", "coverage", "provider", "mechanism"};

}  // namespace treatise::inline v0_3
