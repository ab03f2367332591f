// SPDX-License-Identifier: BSL-1.0
// Counted for the whole program, which otherwise allocates as ever.
#include "allocations.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {
std::atomic<std::size_t> counted{0};
// No atomics: a thread fails by itself.
thread_local bool fails = false, failed = false;
thread_local std::size_t left = 0;

[[maybe_unused]] bool fails_now() {
    if (!fails || failed) return false;
    failed = left == 0;
    if (left != 0) --left;
    return failed;
}
}  // namespace

fixture::failing_allocation::failing_allocation(std::size_t after) {
    left = after;
    failed = false;
    fails = true;
}
fixture::failing_allocation::~failing_allocation() { fails = false; }
bool fixture::failing_allocation::met() const { return failed; }

std::size_t fixture::allocations() { return counted.load(); }

#ifdef TREATISE_COUNTS_ALLOCATIONS
void* operator new(std::size_t size) {
    ++counted;
    if (fails_now()) throw std::bad_alloc{};
    if (auto* const p = std::malloc(size != 0 ? size : 1)) return p;
    throw std::bad_alloc{};
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
#endif
