// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/difference.hpp>
#include <treatise/words/language.hpp>

#include <string_view>

// In what sources differ.
namespace treatise::inline v0_3 {

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

}  // namespace treatise::inline v0_3
