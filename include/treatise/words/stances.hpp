// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/words/language.hpp>

#include <string_view>

namespace treatise::inline v0_3 {

/// What the source concludes, as it stands in a list of changes and beside a fact.
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

}  // namespace treatise::inline v0_3
