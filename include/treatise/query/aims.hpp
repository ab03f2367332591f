// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/candidates.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace treatise::inline v0_3 {

/// How many options are documented for a cause with one intent.
struct aim_count {
    treatise::intent intent{};
    std::uint32_t options = 0;

    friend constexpr bool operator==(aim_count, aim_count) = default;
};

/// The intents that the scope leaves out and with which sources document options for the cause, each with how many.
///
/// Where `candidates` is empty or short, this says what else was documented. As many questions as there are intents.
constexpr std::vector<aim_count> other_aims(knowledge_base const& kb, id<cause> asked, scope s = {}) {
    std::vector<aim_count> found;
    auto const asked_for = s.intents;
    for (std::size_t i = 0; i != words_of<intent>.size(); ++i) {
        auto const aim = static_cast<intent>(i);
        if (asked_for.allows(aim)) continue;
        s.intents = aim;
        std::uint32_t n = 0;
        for (auto c : candidates(kb, asked, s)) n += !c.is_excluded();
        if (n != 0) found.push_back({aim, n});
    }
    return found;
}

}  // namespace treatise::inline v0_3
