// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

namespace treatise::inline v0_3 {

/// The outcome at the top of the hierarchy above: less pain, for pain at least halved.
///
/// Outcomes measured at different thresholds are one matter where the base says, by `is_a`, what they are kinds of.
constexpr id<outcome> broadest(knowledge_base const& kb, id<outcome> o) {
    for (auto left = kb.all<outcome>().size(); left != 0; --left) {
        auto const up = kb.out<is_a>(o);
        if (up.empty()) break;
        o = up.front().object;
    }
    return o;
}

}  // namespace treatise::inline v0_3
