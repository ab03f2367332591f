// expect: (constraint failure|constraints not satisfied)
// SPDX-License-Identifier: BSL-1.0
// Words have no value and no interval.
#include <treatise/model/quantity.hpp>

using namespace treatise;

#ifdef VALID
using measure = quantity<statistic::nnt>;
#else
using measure = quantity<statistic::narrative>;
#endif

decimal value(measure const& m) { return m.value; }
