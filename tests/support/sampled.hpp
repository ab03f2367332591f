// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <iterator>
#include <vector>

namespace fixture {

/// A test takes one in this many of what is alike. Under AddressSanitizer and the debug mode of libstdc++ a case takes twenty
/// times as long, so that the slowest ask a sample there, always the same; the plain build asks all.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr std::size_t one_in = 9;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr std::size_t one_in = 9;
#else
inline constexpr std::size_t one_in = 1;
#endif
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
