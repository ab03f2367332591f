// expect: (invalid initialization|cannot convert|no matching function|no viable conversion)
// SPDX-License-Identifier: BSL-1.0
// A percentage is no count of people, though both end at 100.
#include <treatise/model/quantity.hpp>

using namespace treatise;

void icon_array(per_100 const&);

#ifdef VALID
using measure = per_100;
#else
using measure = percent;
#endif

void draw() { icon_array(measure{decimal{38, 0}}); }
