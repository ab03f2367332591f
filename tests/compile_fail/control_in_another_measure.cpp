// expect: no matching function
// SPDX-License-Identifier: BSL-1.0
// 45 of 100 with the option beside 290 of 1000 without it.
#include <treatise/model/quantity.hpp>

using namespace treatise;

#ifdef VALID
using measure = per_100;
#else
using measure = per_1000;
#endif

effect relief() { return effect_of(per_100{decimal{45, 0}}, measure{decimal{290, 1}}); }
