// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/vocabulary.hpp>
#include <treatise/words/language.hpp>

#include <cstdint>
#include <string>
#include <string_view>

// How far a source holds back, as part of the statement: no print is stronger than its source.
namespace treatise::inline v0_3 {

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
/// What a hedge is put before, where a language has a better phrase than the general one.
enum class hedged_kind : std::uint8_t {
    benefit,
    harm,
    state,        ///< what a warning names besides harms: who is at risk
    restriction,  ///< with what an option is contraindicated, to be avoided or taken with care
    point,
    mechanism,
    advice,
    other
};

namespace words_detail {

/// The form that fits any statement; the message has the place {0}.
[[nodiscard]] constexpr message hedge_form(hedge h) {
    switch (h) {
        case hedge::none:
        case hedge::may: return message::hedged_may;
        case hedge::can: return message::hedged_can;
        case hedge::potential: return message::hedged_potential;
        case hedge::possible: return message::hedged_possible;
        case hedge::likely: return message::hedged_likely;
        case hedge::suggested: return message::hedged_suggested;
        case hedge::promising: return message::hedged_promising;
        case hedge::limited_evidence: return message::hedged_limited_evidence;
        case hedge::often: return message::hedged_often;
        case hedge::usual: return message::hedged_usual;
        case hedge::sometimes: return message::hedged_sometimes;
        case hedge::some_people: return message::hedged_some_people;
        case hedge::many_people: return message::hedged_many_people;
    }
    return message::hedged_may;
}
[[nodiscard]] constexpr message hedge_form(hedge h, hedged_kind of) {
    if (h != hedge::may && h != hedge::can) return hedge_form(h);
    bool const may = h == hedge::may;
    switch (of) {
        case hedged_kind::benefit: return may ? message::benefit_may : message::benefit_can;
        case hedged_kind::harm: return may ? message::harm_may : message::harm_can;
        case hedged_kind::state: return may ? message::state_may : message::state_can;
        case hedged_kind::restriction: return may ? message::restriction_may : message::restriction_can;
        case hedged_kind::point: return may ? message::point_may : message::point_can;
        case hedged_kind::mechanism: return may ? message::acts_may : message::acts_can;
        case hedged_kind::advice:
        case hedged_kind::other: break;
    }
    return hedge_form(h);
}
/// Whether what is hedged is a name or an instruction, before which no adverb stands: "seizures (possibly)".
[[nodiscard]] constexpr bool is_name(hedged_kind of) {
    switch (of) {
        case hedged_kind::harm:
        case hedged_kind::state:
        case hedged_kind::restriction:
        case hedged_kind::point:
        case hedged_kind::mechanism: return true;
        case hedged_kind::benefit:
        case hedged_kind::advice:
        case hedged_kind::other: break;
    }
    return false;
}

}  // namespace words_detail

/// Whether one hedge before several names holds of them all: "can cause addiction, abuse or misuse"; else each has its own.
[[nodiscard]] constexpr bool hedges_a_list(hedge h, hedged_kind of) {
    return (h == hedge::may || h == hedge::can) && of != hedged_kind::point;
}

/// The statement with its hedge: "may cause dizziness", "usually covered", "seizures (possibly)", "less pain (limited evidence)";
/// as it is where the source does not hold back.
[[nodiscard]] inline std::string hedged(language const& l, hedge h, std::string const& what, hedged_kind of) {
    if (h == hedge::none) return what;
    if (h == hedge::likely && of == hedged_kind::state) return say(l, message::state_likely, {what});
    if (words_detail::is_name(of) && h != hedge::may && h != hedge::can) return say(l, message::said_by, {what, say(l, h)});
    return say(l, words_detail::hedge_form(h, of), {what});
}

}  // namespace treatise::inline v0_3
