// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

namespace treatise::inline v0_3 {

/// The last day on which answers of a base may be shown: a year after its release; none where it states none.
[[nodiscard]] constexpr date use_until(knowledge_base const& kb) {
    auto const released = kb.base().released;
    if (!released || released.is_unstated()) return {};
    return {released.year() + 1, released.month(), released.month() == 2 && released.day() == 29 ? 28 : released.day()};
}

}  // namespace treatise::inline v0_3
