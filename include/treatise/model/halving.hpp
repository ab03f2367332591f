// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

namespace treatise::inline v0_3 {

/// The number of the first element of which `before` does not hold, as `std::partition_point` gives it; logarithmic.
///
/// Of elements out of order it gives some number up to their count: a snapshot that damage has put out of order is asked, too,
/// where the standard algorithm has no defined result.
template <class Elements, class Before>
[[nodiscard]] constexpr std::size_t first_not(Elements const& all, Before before) {
    std::size_t first = 0;
    for (std::size_t count = all.size(); count != 0;) {
        auto const half = count / 2;
        if (before(all[first + half])) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

}  // namespace treatise::inline v0_3
