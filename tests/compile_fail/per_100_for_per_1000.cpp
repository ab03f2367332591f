// expect: (invalid initialization|cannot convert|no matching function|no viable conversion)
// SPDX-License-Identifier: BSL-1.0
// Ten times too many people.
#include <treatise/model/quantity.hpp>

using namespace treatise;

void of_a_thousand(per_1000 const&);

#ifdef VALID
using measure = per_1000;
#else
using measure = per_100;
#endif

void print() { of_a_thousand(measure{decimal{38, 0}}); }
