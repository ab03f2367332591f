// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/statements.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/words/hedged.hpp>
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
        case said_of::form: return l[message::said_of_form];
        case said_of::whole: return l[message::said_of_whole];
        case said_of::part: return l[message::said_of_part];
        case said_of::its_class: return l[message::said_of_class];
    }
    return {};
}
/// A payer's answer with the hedge of the claim: "usually covered", "may not be covered".
[[nodiscard]] inline std::string say(language const& l, coverage_status c, hedge h) {
    bool const may = h == hedge::may || h == hedge::possible || h == hedge::can || h == hedge::potential;
    if (!may) return hedged(l, h, std::string{say(l, c)}, hedged_kind::other);
    switch (c) {
        case coverage_status::covered: return std::string{l[message::may_be_covered]};
        case coverage_status::limited: return std::string{l[message::may_be_limited]};
        case coverage_status::prior_authorization: return std::string{l[message::may_need_authorization]};
        case coverage_status::criteria: return std::string{l[message::may_have_criteria]};
        case coverage_status::not_covered: return std::string{l[message::may_not_be_covered]};
        case coverage_status::unknown: return std::string{l[message::coverage_unknown]};
    }
    return {};
}

namespace words_detail {

struct column_heading {
    std::string_view key;
    message heading, question;  ///< in the clinical register, and in the plain one
};
inline constexpr column_heading column_headings[]{
    {columns::option.key, message::column_option, message::ask_treatment},
    {columns::members.key, message::column_members, message::column_members},
    {columns::description.key, message::column_description, message::ask_what_it_is},
    {columns::guidance.key, message::column_guidance, message::ask_guidance},
    {columns::approval.key, message::column_approval, message::column_approval},
    {columns::benefit.key, message::column_benefit, message::ask_help},
    {columns::harms.key, message::column_harms, message::ask_bother},
    {columns::warnings_.key, message::column_warnings, message::ask_warnings},
    {columns::boxed.key, message::column_boxed, message::column_boxed},
    {columns::restrictions.key, message::column_restrictions, message::column_restrictions},
    {columns::practical.key, message::column_practical, message::ask_asks},
    {columns::asks.key, message::column_asks, message::ask_asks},
    {columns::coverage.key, message::column_coverage, message::ask_pays},
    {columns::mechanism.key, message::column_mechanism, message::column_mechanism},
    {columns::provider.key, message::column_provider, message::column_provider},
    {columns::before.key, message::column_before, message::column_before},
    {columns::monitor.key, message::column_monitor, message::column_monitor},
    {columns::teach.key, message::column_teach, message::column_teach},
    {columns::warned.key, message::column_warned, message::column_warned},
    {columns::outcome.key, message::column_outcome, message::column_outcome},
    {columns::people.key, message::column_people, message::column_people},
    {columns::without.key, message::column_without, message::column_without},
    {columns::with.key, message::column_with, message::column_with},
    {columns::difference.key, message::column_difference, message::column_difference},
    {columns::ratio.key, message::column_ratio, message::column_ratio},
    {columns::certainty.key, message::column_certainty, message::column_certainty},
    {columns::payer.key, message::column_payer, message::column_payer},
    {columns::status.key, message::column_status, message::column_status},
    {columns::condition.key, message::column_condition, message::column_condition},
    {columns::dates.key, message::column_dates, message::column_dates},
    {columns::source.key, message::column_source, message::column_source},
    {"stopping", message::column_stopping, message::ask_stopping},
    {"driving", message::column_driving, message::ask_driving},
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

/// The heading of a column: its own, or the usual one of the register.
[[nodiscard]] constexpr std::string_view heading(
    language const& l, column const& c, word_register words = word_register::clinical) {
    if (!c.heading.empty()) return c.heading;
    for (auto const& h : words_detail::column_headings)
        if (h.key == c.key) return l[words == word_register::plain ? h.question : h.heading];
    return c.key;
}

/// For whom a view of the library is, in a few words; empty for one that stands in a base, which describes it.
[[nodiscard]] constexpr std::string_view description(language const& l, view const& v) {
    struct described {
        std::string_view key;
        message is;
    };
    constexpr std::array all{described{views::overview.key, message::view_overview},
        described{views::evidence.key, message::view_evidence}, described{views::patient.key, message::view_patient},
        described{views::pharmacology.key, message::view_pharmacology}, described{views::nursing.key, message::view_nursing},
        described{views::non_drug.key, message::view_non_drug}, described{views::coverage.key, message::view_coverage}};
    static_assert(all.size() == views::all.size());
    for (auto const& d : all)
        if (d.key == v.key) return l[d.is];
    return {};
}

}  // namespace treatise::inline v0_3
