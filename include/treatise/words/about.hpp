// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/about.hpp>
#include <treatise/words/language.hpp>

#include <string_view>

// The words of what is said of a cause itself, and of what an option is for.
namespace treatise::inline v0_3 {

/// The heading of a part of what is said of a cause itself: "Advice on treating it as a whole".
[[nodiscard]] constexpr std::string_view say(language const& l, about_part p) {
    switch (p) {
        case about_part::arises_from: return l[message::about_arises_from];
        case about_part::gives_rise_to: return l[message::about_gives_rise_to];
        case about_part::mechanism: return l[message::about_mechanism];
        case about_part::principle: return l[message::about_principle];
        case about_part::instrument: return l[message::about_instrument];
        case about_part::restriction: return l[message::about_restriction];
        case about_part::coverage: return l[message::about_coverage];
        case about_part::research: return l[message::about_research];
        case about_part::other: return l[message::about_other];
    }
    return {};
}
/// What a principle is about, in words: "referral".
[[nodiscard]] constexpr std::string_view say(language const& l, principle_topic t) {
    switch (t) {
        case principle_topic::goal: return l[message::topic_goal];
        case principle_topic::sequence: return l[message::topic_sequence];
        case principle_topic::switching: return l[message::topic_switching];
        case principle_topic::combining: return l[message::topic_combining];
        case principle_topic::referral: return l[message::topic_referral];
        case principle_topic::assessment: return l[message::topic_assessment];
    }
    return {};
}
/// What an option is for, in words: "prevention".
[[nodiscard]] constexpr std::string_view say(language const& l, intent i) {
    switch (i) {
        case intent::symptomatic: return l[message::aim_symptoms];
        case intent::cause_directed: return l[message::aim_cause];
        case intent::preventive: return l[message::aim_prevention];
        case intent::rehabilitative: return l[message::aim_rehabilitation];
    }
    return {};
}

}  // namespace treatise::inline v0_3
