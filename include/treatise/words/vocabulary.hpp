// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/diff.hpp>
#include <treatise/query/difference.hpp>
#include <treatise/query/statements.hpp>
#include <treatise/table/option_grid.hpp>
#include <treatise/words/language.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// The words of the enumerations of the earlier rooms, in a language. A switch each, without a default: the compiler names what
// was forgotten.
namespace treatise::inline v0_3 {

/// What a cell of a table has to say: "not reported", "sources disagree".
[[nodiscard]] constexpr std::string_view say(language const& l, cell_state s) {
    switch (s) {
        case cell_state::reported: return l[message::reported];
        case cell_state::no_difference: return l[message::no_important_difference];
        case cell_state::disagree: return l[message::sources_disagree];
        case cell_state::looked_for: return l[message::looked_for];
        case cell_state::not_reported: return l[message::not_reported];
    }
    return {};
}
/// How a claim applies to the cause that was asked about: "about this cause", "about a wider group".
[[nodiscard]] constexpr std::string_view say(language const& l, applicability a) {
    switch (a) {
        case applicability::exact: return l[message::applies_exact];
        case applicability::pooled: return l[message::applies_pooled];
        case applicability::broader: return l[message::applies_broader];
        case applicability::narrower: return l[message::applies_narrower];
        case applicability::excluded: return l[message::applies_excluded];
        case applicability::unrelated: return l[message::applies_unrelated];
    }
    return {};
}
/// What a payer does: "covered", "prior authorization".
[[nodiscard]] constexpr std::string_view say(language const& l, coverage_status c) {
    switch (c) {
        case coverage_status::covered: return l[message::covered];
        case coverage_status::limited: return l[message::limited];
        case coverage_status::prior_authorization: return l[message::prior_authorization];
        case coverage_status::criteria: return l[message::criteria];
        case coverage_status::not_covered: return l[message::not_covered];
        case coverage_status::unknown: return l[message::coverage_unknown];
    }
    return {};
}
/// What kind of warning it is: "BOXED" for a boxed warning.
[[nodiscard]] constexpr std::string_view say(language const& l, warning_form f) {
    switch (f) {
        case warning_form::boxed: return l[message::boxed_warning];
        case warning_form::label: return l[message::label_warning];
        case warning_form::safety_communication: return l[message::safety_communication];
    }
    return {};
}
/// The form of "not with {0}" that a restriction takes.
[[nodiscard]] constexpr message message_of(avoidance a) {
    switch (a) {
        case avoidance::contraindication: return message::not_with;
        case avoidance::avoid: return message::avoid_with;
        case avoidance::caution: return message::caution_with;
    }
    return message::not_with;
}
/// Empty where there is none.
[[nodiscard]] constexpr std::string_view say(language const& l, hedge h) {
    switch (h) {
        case hedge::none: break;
        case hedge::may: return l[message::hedge_may];
        case hedge::can: return l[message::hedge_can];
        case hedge::potential: return l[message::hedge_potential];
        case hedge::possible: return l[message::hedge_possible];
        case hedge::likely: return l[message::hedge_likely];
        case hedge::suggested: return l[message::hedge_suggested];
        case hedge::promising: return l[message::hedge_promising];
        case hedge::limited_evidence: return l[message::hedge_limited_evidence];
        case hedge::often: return l[message::hedge_often];
        case hedge::usual: return l[message::hedge_usual];
        case hedge::sometimes: return l[message::hedge_sometimes];
        case hedge::some_people: return l[message::hedge_some_people];
        case hedge::many_people: return l[message::hedge_many_people];
    }
    return {};
}
/// Empty where there is none.
[[nodiscard]] constexpr std::string_view say(language const& l, finding f) {
    switch (f) {
        case finding::none: break;
        case finding::no_trial: return l[message::found_no_trial];
        case finding::no_evidence: return l[message::found_no_evidence];
        case finding::inadequate: return l[message::found_inadequate];
        case finding::insufficient: return l[message::found_insufficient];
        case finding::inconclusive: return l[message::found_inconclusive];
        case finding::not_shown_long_term: return l[message::found_not_shown_long_term];
        case finding::not_significant: return l[message::found_not_significant];
        case finding::no_difference: return l[message::found_no_difference];
    }
    return {};
}
/// Empty where there is none.
[[nodiscard]] constexpr std::string_view say(language const& l, listed_frequency f) {
    switch (f) {
        case listed_frequency::none: break;
        case listed_frequency::very_common: return l[message::frequency_very_common];
        case listed_frequency::common: return l[message::frequency_common];
        case listed_frequency::uncommon: return l[message::frequency_uncommon];
        case listed_frequency::rare: return l[message::frequency_rare];
        case listed_frequency::very_rare: return l[message::frequency_very_rare];
    }
    return {};
}
[[nodiscard]] constexpr std::string_view say(language const& l, reading r) {
    switch (r) {
        case reading::in_source: return l[message::read_in_source];
        case reading::in_copy: return l[message::read_in_copy];
        case reading::restated: return l[message::read_restated];
    }
    return {};
}
/// The letter for how a claim was read: "S".
[[nodiscard]] constexpr std::string_view reading_mark(language const& l, reading r) {
    switch (r) {
        case reading::in_source: return l[message::mark_read_in_source];
        case reading::in_copy: return l[message::mark_read_in_copy];
        case reading::restated: return l[message::mark_read_restated];
    }
    return {};
}
/// Which side of an option a claim tells: "Benefit", "Harms".
[[nodiscard]] constexpr std::string_view say(language const& l, facet f) {
    switch (f) {
        case facet::warning: return l[message::facet_warning];
        case facet::restriction: return l[message::facet_restriction];
        case facet::benefit: return l[message::facet_benefit];
        case facet::harm: return l[message::facet_harm];
        case facet::recommendation: return l[message::facet_recommendation];
        case facet::approval: return l[message::facet_approval];
        case facet::use: return l[message::facet_use];
        case facet::consideration: return l[message::facet_consideration];
        case facet::control: return l[message::facet_control];
        case facet::coverage: return l[message::facet_coverage];
        case facet::provider: return l[message::facet_provider];
        case facet::mechanism: return l[message::facet_mechanism];
    }
    return {};
}
/// An issue of living with an option: "tests and visits".
[[nodiscard]] constexpr std::string_view say(language const& l, practical_issue i) {
    switch (i) {
        case practical_issue::medication_routine: return l[message::issue_medication_routine];
        case practical_issue::tests_and_visits: return l[message::issue_tests_and_visits];
        case practical_issue::procedure_and_device: return l[message::issue_procedure_and_device];
        case practical_issue::recovery_and_adaptation: return l[message::issue_recovery_and_adaptation];
        case practical_issue::coordination_of_care: return l[message::issue_coordination_of_care];
        case practical_issue::adverse_effects_interactions_and_antidote:
            return l[message::issue_adverse_effects_interactions_and_antidote];
        case practical_issue::physical_well_being: return l[message::issue_physical_well_being];
        case practical_issue::emotional_well_being: return l[message::issue_emotional_well_being];
        case practical_issue::pregnancy_and_nursing: return l[message::issue_pregnancy_and_nursing];
        case practical_issue::costs_and_access: return l[message::issue_costs_and_access];
        case practical_issue::food_and_drinks: return l[message::issue_food_and_drinks];
        case practical_issue::exercise_and_activities: return l[message::issue_exercise_and_activities];
        case practical_issue::social_life_and_relationships: return l[message::issue_social_life_and_relationships];
        case practical_issue::work_and_education: return l[message::issue_work_and_education];
        case practical_issue::travel_and_driving: return l[message::issue_travel_and_driving];
    }
    return {};
}
/// Whom a claim is about: the option itself, a therapy in it, or its class.
[[nodiscard]] constexpr std::string_view say(language const& l, said_of of) {
    switch (of) {
        case said_of::itself: return l[message::said_of_itself];
        case said_of::member: return l[message::said_of_member];
        case said_of::its_class: return l[message::said_of_class];
    }
    return {};
}
/// In what the sides of a disagreement differ, as a question: "How strongly".
[[nodiscard]] constexpr std::string_view say(language const& l, difference d) {
    switch (d) {
        case difference::answer: return l[message::differ_answer];
        case difference::strength: return l[message::differ_strength];
        case difference::line: return l[message::differ_line];
        case difference::certainty: return l[message::differ_certainty];
        case difference::size: return l[message::differ_size];
        case difference::coverage: return l[message::differ_coverage];
        case difference::mention: return l[message::differ_mention];
    }
    return {};
}
/// In what else they differ: "population", "date".
[[nodiscard]] constexpr std::string_view say(language const& l, also a) {
    switch (a) {
        case also::subject: return l[message::also_subject];
        case also::population: return l[message::also_population];
        case also::setting: return l[message::also_setting];
        case also::date: return l[message::also_date];
        case also::jurisdiction: return l[message::also_jurisdiction];
        case also::outcome: return l[message::also_outcome];
        case also::statistic: return l[message::also_statistic];
        case also::comparator: return l[message::also_comparator];
        case also::interest: return l[message::also_interest];
    }
    return {};
}
/// What the source concludes, as it stands in a list of changes.
[[nodiscard]] constexpr std::string_view say(language const& l, stance s) {
    switch (s) {
        case stance::in_favour: return l[message::stance_in_favour];
        case stance::against: return l[message::stance_against];
        case stance::no_difference: return l[message::stance_no_difference];
        case stance::no_evidence_found: return l[message::stance_no_evidence_found];
        case stance::no_recommendation: return l[message::stance_no_recommendation];
        case stance::mixed: return l[message::stance_mixed];
    }
    return {};
}
/// What became of a claim between two editions: "withdrawn", "added".
[[nodiscard]] constexpr std::string_view say(language const& l, change c) {
    switch (c) {
        case change::withdrawn: return l[message::change_withdrawn];
        case change::added: return l[message::change_added];
        case change::changed: return l[message::change_changed];
        case change::removed: return l[message::change_removed];
    }
    return {};
}
/// How many became so: "12 added"; of what was withdrawn the number alone, because nothing else stands beside it.
[[nodiscard]] inline std::string say(language const& l, change c, std::size_t count) {
    auto const n = std::to_string(count);
    switch (c) {
        case change::withdrawn: return n;
        case change::added: return say(l, message::change_added_of, {n});
        case change::changed: return say(l, message::change_changed_of, {n});
        case change::removed: return say(l, message::change_removed_of, {n});
    }
    return {};
}
/// What a source does not state: "time frame".
[[nodiscard]] constexpr std::string_view say(language const& l, unstated u) {
    switch (u) {
        case unstated::course: return l[message::unstated_course];
        case unstated::practical_issue: return l[message::unstated_practical];
        case unstated::time_frame: return l[message::unstated_time_frame];
        case unstated::comparator: return l[message::unstated_comparator];
        case unstated::baseline: return l[message::unstated_baseline];
        case unstated::interval: return l[message::unstated_interval];
        case unstated::certainty: return l[message::unstated_certainty];
        case unstated::reason: return l[message::unstated_reason];
        case unstated::jurisdiction: return l[message::unstated_jurisdiction];
        case unstated::published: return l[message::unstated_published];
        case unstated::search: return l[message::unstated_search];
    }
    return {};
}
/// "time frame (9)", as the head of a table counts it.
[[nodiscard]] inline std::string say(language const& l, unstated u, std::uint32_t count) {
    return std::string{say(l, u)} + " (" + std::to_string(count) + ')';
}
/// What a row of the option grid asks, without the outcome that it is about.
[[nodiscard]] constexpr std::string_view say(language const& l, question q) {
    switch (q) {
        case question::which: return l[message::column_option];
        case question::what_it_is: return l[message::ask_what_it_is];
        case question::living: return l[message::ask_living];
        case question::benefit: return l[message::ask_benefit];
        case question::certainty: return l[message::ask_certainty];
        case question::warnings: return l[message::ask_warnings];
        case question::harm: return l[message::ask_harm];
        case question::care: return l[message::ask_care];
        case question::guidance: return l[message::ask_guidance];
        case question::approval: return l[message::ask_approval];
    }
    return {};
}

namespace words_detail {

struct column_heading {
    std::string_view key;
    message heading;
};
inline constexpr column_heading column_headings[]{
    {columns::option.key, message::column_option},
    {columns::members.key, message::column_members},
    {columns::description.key, message::column_description},
    {columns::guidance.key, message::column_guidance},
    {columns::benefit.key, message::column_benefit},
    {columns::harms.key, message::column_harms},
    {columns::living.key, message::column_living},
    {columns::coverage.key, message::column_coverage},
    {columns::mechanism.key, message::column_mechanism},
    {columns::provider.key, message::column_provider},
    {columns::approval.key, message::column_approval},
};
[[nodiscard]] constexpr bool every_column_has_a_heading() {
    for (auto const& c : columns::all) {
        bool found = false;
        for (auto const& h : column_headings) found = found || h.key == c.key;
        if (!found) return false;
    }
    return true;
}
static_assert(every_column_has_a_heading());

}  // namespace words_detail

/// The heading of a column: its own, or the usual one.
[[nodiscard]] constexpr std::string_view heading(language const& l, column const& c) {
    if (!c.heading.empty()) return c.heading;
    for (auto const& h : words_detail::column_headings)
        if (h.key == c.key) return l[h.heading];
    return c.key;
}

}  // namespace treatise::inline v0_3
