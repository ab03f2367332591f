// expect: (could not convert|cannot convert|no viable conversion|no known conversion|no matching (member )?function)
// SPDX-License-Identifier: BSL-1.0
// A standardised mean difference never lands in a column of numbers needed to treat.
#include <treatise/model/quantity.hpp>

#include <vector>

using namespace treatise;

#ifdef VALID
using measure = nnt;
#else
using measure = standardised_mean_difference;
#endif

void fill(std::vector<nnt>& column) { column.push_back(measure{decimal{56, 2}}); }
