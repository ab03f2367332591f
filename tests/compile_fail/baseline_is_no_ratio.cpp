// expect: (could not convert|cannot convert|no viable conversion|no known conversion|no matching (member )?function)
// SPDX-License-Identifier: BSL-1.0
// A ratio says nothing of what happens without the option.
#include <treatise/query/absolute.hpp>

using namespace treatise;

#ifdef VALID
using measure = per_1000;
#else
using measure = risk_ratio;
#endif

auto people(effect const& e) { return absolute(e, measure{decimal{17, 1}}); }
