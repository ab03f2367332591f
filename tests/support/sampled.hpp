// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <iterator>
#include <vector>

namespace fixture {

/// The slowest cases take one in this many of what is alike, always the same, in a build with TREATISE_TESTS_SAMPLED. Under
/// AddressSanitizer and the debug mode of libstdc++ a case takes twenty times as long, too long for the gate.
#ifdef TREATISE_TESTS_SAMPLED
inline constexpr std::size_t one_in = 9;
#else
inline constexpr std::size_t one_in = 1;
#endif

/// The elements of a range that such a test asks, copied: the first, and one of each `one_in`.
template <class Range>
[[nodiscard]] auto sampled(Range const& all) {
    std::vector<typename std::iterator_traits<decltype(all.begin())>::value_type> some;
    std::size_t n = 0;
    for (auto const& one : all)
        if (n++ % one_in == 0) some.push_back(one);
    return some;
}

}  // namespace fixture
