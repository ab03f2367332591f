// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// A row of a hierarchy by the number of what it leads to, and where it was read.
struct upward {
    std::uint32_t above, line;
};

/// Calls `f(below, above, line, closes)` for each row of a hierarchy, depth first; `closes` says that it would close a circle
/// with the rows before it. Linear, and no deeper on the stack than one call.
template <class F>
void each_without_circles(std::vector<std::vector<upward>> const& up, F&& f) {
    enum class state : std::uint8_t { new_here, on_the_way, done };
    std::vector<state> is(up.size(), state::new_here);
    std::vector<std::pair<std::uint32_t, std::size_t>> way;  // and which of its rows comes next
    for (std::uint32_t start = 0; start != up.size(); ++start) {
        if (is[start] != state::new_here) continue;
        way.assign(1, {start, 0});
        is[start] = state::on_the_way;
        while (!way.empty()) {
            auto& [at, next] = way.back();
            if (next == up[at].size()) {
                is[at] = state::done;
                way.pop_back();
                continue;
            }
            auto const [above, line] = up[at][next++];
            f(at, above, line, is[above] == state::on_the_way);
            if (is[above] != state::new_here) continue;
            is[above] = state::on_the_way;
            way.push_back({above, 0});
        }
    }
}

}  // namespace treatise::inline v0_3
