// expect: (invalid initialization|cannot convert|no matching function|no viable conversion)
// SPDX-License-Identifier: BSL-1.0
// "15 of 100 more" is not "15 of 100".
#include <treatise/model/quantity.hpp>

using namespace treatise;

void people(percent const&);

#ifdef VALID
using measure = percent;
#else
using measure = risk_difference;
#endif

void print() { people(measure{decimal{15, 0}}); }
