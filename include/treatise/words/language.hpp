// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/field_text.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/words/message.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace treatise::inline v0_3 {

/// The words of one language: a column of the message table, and how it writes dates and lists.
struct language {
    std::string_view code, direction;
    std::array<std::string_view, message_count> messages;
    std::array<std::string_view, 12> months;
    bool lowers_names_inside_sentences = false;

    constexpr std::string_view operator[](message m) const { return messages[static_cast<std::size_t>(m)]; }
};

struct message_text {
    message of;
    std::string_view text;
};

/// The column of a language from its lines, in any order; a message without a line stays empty, which a test refuses.
constexpr std::array<std::string_view, message_count> every_message(std::initializer_list<message_text> lines) {
    std::array<std::string_view, message_count> column{};
    column.fill("");  // an element that was never written makes g++ 12 speak of something else than the message
    for (auto const& line : lines) column[static_cast<std::size_t>(line.of)] = line.text;
    return column;
}

/// A message with its places {0}, {1} ... filled.
inline std::string say(language const& l, message m, std::initializer_list<std::string_view> values = {}) {
    std::string s;
    auto const form = l[m];
    for (std::size_t i = 0; i != form.size(); ++i) {
        if (form[i] == '{' && i + 2 < form.size() && form[i + 2] == '}') {
            auto const n = static_cast<std::size_t>(form[i + 1] - '0');
            if (n < values.size()) s += values.begin()[n];
            i += 2;
        } else {
            s += form[i];
        }
    }
    return s;
}

/// "22 Nov 2026", "Nov 2026" or "2026", as exact as the date is.
inline std::string say(language const& l, date d) {
    if (!d) return std::string{l[message::not_reported]};
    if (d.is_unstated()) return std::string{l[message::unstated]};
    auto const year = std::to_string(d.year());
    if (d.month() < 1 || d.month() > 12) return year;
    auto const month = l.months[static_cast<std::size_t>(d.month() - 1)];
    return d.day() == 0 ? say(l, message::date_month, {month, year})
                        : say(l, message::date_day, {std::to_string(d.day()), month, year});
}

/// The digits as they were published: 7.10 stays 7.10. Where text runs from right to left, an invisible mark (U+200E) keeps
/// the minus sign in front of its number.
inline std::string say(language const& l, decimal d) {
    if (d.is_absent()) return {};
    if (d.is_unstated()) return std::string{l[message::unstated]};
    if (d == decimal::infinity()) return "∞";
    auto const number = d == decimal::minus_infinity() ? "-∞" : digits(d);
    return l.direction == "rtl" && number.front() == '-' ? "\u200E" + number : number;
}

// The words of the model's own vocabularies.
constexpr std::string_view say(language const& l, cell_state s) {
    constexpr std::array m{message::reported, message::no_important_difference, message::sources_disagree, message::looked_for,
        message::not_reported};
    return l[m[static_cast<std::size_t>(s)]];
}
constexpr std::string_view say(language const& l, applicability a) {
    constexpr std::array m{message::applies_exact, message::applies_pooled, message::applies_broader, message::applies_narrower,
        message::applies_excluded, message::applies_unrelated};
    return l[m[static_cast<std::size_t>(a)]];
}
constexpr std::string_view say(language const& l, coverage_status c) {
    constexpr std::array m{message::covered, message::limited, message::prior_authorization, message::criteria,
        message::not_covered, message::coverage_unknown};
    return l[m[place_of(c)]];
}
constexpr std::string_view say(language const& l, warning_form f) {
    constexpr std::array m{message::boxed_warning, message::label_warning, message::safety_communication};
    return l[m[place_of(f)]];
}
/// The form of "not with {0}" that a restriction takes.
constexpr message message_of(avoidance a) {
    constexpr std::array m{message::not_with, message::avoid_with, message::caution_with};
    static_assert(m.size() == words_of<avoidance>.size());
    return m[place_of(a)];
}
/// Empty where there is none: the first word of each says so.
constexpr std::string_view say(language const& l, hedge h) {
    constexpr std::array m{message::hedge_may, message::hedge_can, message::hedge_potential, message::hedge_possible,
        message::hedge_likely, message::hedge_suggested, message::hedge_promising, message::hedge_limited_evidence,
        message::hedge_often, message::hedge_usual, message::hedge_sometimes, message::hedge_some_people,
        message::hedge_many_people};
    static_assert(m.size() + 1 == words_of<hedge>.size());
    return place_of(h) == 0 ? std::string_view{} : l[m[place_of(h) - 1]];
}
constexpr std::string_view say(language const& l, finding f) {
    constexpr std::array m{message::found_no_trial, message::found_no_evidence, message::found_inadequate,
        message::found_insufficient, message::found_inconclusive, message::found_not_shown_long_term,
        message::found_not_significant, message::found_no_difference};
    static_assert(m.size() + 1 == words_of<finding>.size());
    return place_of(f) == 0 ? std::string_view{} : l[m[place_of(f) - 1]];
}
constexpr std::string_view say(language const& l, listed_frequency f) {
    constexpr std::array m{message::frequency_very_common, message::frequency_common, message::frequency_uncommon,
        message::frequency_rare, message::frequency_very_rare};
    static_assert(m.size() + 1 == words_of<listed_frequency>.size());
    return place_of(f) == 0 ? std::string_view{} : l[m[place_of(f) - 1]];
}
constexpr std::string_view say(language const& l, reading r) {
    constexpr std::array m{message::read_in_source, message::read_in_copy, message::read_restated};
    return l[m[place_of(r)]];
}
constexpr std::string_view say(language const& l, facet f) {
    constexpr std::array m{message::facet_warning, message::facet_restriction, message::facet_benefit, message::facet_harm,
        message::facet_recommendation, message::facet_approval, message::facet_use, message::facet_consideration,
        message::facet_control, message::facet_coverage, message::facet_provider, message::facet_mechanism};
    return l[m[static_cast<std::size_t>(f)]];
}
constexpr std::string_view say(language const& l, practical_issue i) {
    return l[static_cast<message>(static_cast<std::size_t>(message::issue_medication_routine) + place_of(i))];
}
/// The heading of a column: its own, or the usual one.
constexpr std::string_view heading(language const& l, column const& c) {
    if (!c.heading.empty()) return c.heading;
    constexpr std::array m{message::column_option, message::column_members, message::column_description, message::column_guidance,
        message::column_benefit, message::column_harms, message::column_living, message::column_coverage,
        message::column_mechanism, message::column_provider, message::column_approval};
    for (std::size_t i = 0; i != columns::all.size(); ++i)
        if (columns::all[i].key == c.key) return l[m[i]];
    return c.key;
}

}  // namespace treatise::inline v0_3
