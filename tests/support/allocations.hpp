// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

// Address sanitizer has operators of its own, so that nothing is counted under it.
#if defined(__has_feature)
#define TREATISE_HAS_FEATURE(name) __has_feature(name)
#else
#define TREATISE_HAS_FEATURE(name) 0
#endif
#if !defined(__SANITIZE_ADDRESS__) && !TREATISE_HAS_FEATURE(address_sanitizer)
#define TREATISE_COUNTS_ALLOCATIONS
#endif

namespace fixture {

/// How often the program has allocated since it started; 0 where TREATISE_COUNTS_ALLOCATIONS is not defined.
std::size_t allocations();

/// Lets the allocation of this thread that comes after so many more fail, as where memory is short, until it ends.
class failing_allocation {
public:
    explicit failing_allocation(std::size_t after);
    ~failing_allocation();
    failing_allocation(failing_allocation const&) = delete;
    failing_allocation& operator=(failing_allocation const&) = delete;
    /// Whether it has failed.
    bool met() const;
};

}  // namespace fixture
