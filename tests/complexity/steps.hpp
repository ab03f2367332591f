// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <functional>

namespace fixture {

/// What a call took: pieces of straight code that were run, bytes that were allocated, bytes of the stack. No time.
struct cost {
    std::uint64_t steps = 0, bytes = 0, stack = 0;
};
cost cost_of(std::function<void()> const& f);

}  // namespace fixture
