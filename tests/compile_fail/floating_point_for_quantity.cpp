// expect: (no matching (function|constructor)|cannot convert|could not convert)
// SPDX-License-Identifier: BSL-1.0
// 7.1 and 7.10 are the same double and two published numbers.
#include <treatise/model/quantity.hpp>

using namespace treatise;

#ifdef VALID
nnt const published{decimal{710, 2}};
#else
nnt const published{7.10};
#endif
