// SPDX-License-Identifier: BSL-1.0
// Counted for the whole program, which otherwise allocates as ever.
#include "allocations.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {
std::atomic<std::size_t> counted{0};
}  // namespace

std::size_t fixture::allocations() { return counted.load(); }

#ifdef TREATISE_COUNTS_ALLOCATIONS
void* operator new(std::size_t size) {
    ++counted;
    if (auto* const p = std::malloc(size != 0 ? size : 1)) return p;
    throw std::bad_alloc{};
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
#endif
