// expect: no matching (function|constructor)
// SPDX-License-Identifier: BSL-1.0
// Two points less, on which scale?
#include <treatise/model/quantity.hpp>

using namespace treatise;

mean_difference less_pain(id<instrument> scale) {
#ifdef VALID
    return mean_difference{scale, decimal{-20, 1}};
#else
    (void)scale;
    return mean_difference{decimal{-20, 1}};
#endif
}
