// expect: (invalid initialization|cannot convert|no matching function|no viable conversion)
// SPDX-License-Identifier: BSL-1.0
// 38 is no proportion.
#include <treatise/model/quantity.hpp>

using namespace treatise;

void share(proportion const&);

#ifdef VALID
using measure = proportion;
#else
using measure = percent;
#endif

void print() { share(measure{decimal{38, 2}}); }
