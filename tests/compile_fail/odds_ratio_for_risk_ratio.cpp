// expect: (invalid initialization|cannot convert|no matching function|no viable conversion)
// SPDX-License-Identifier: BSL-1.0
// An odds ratio read as a risk ratio makes the effect larger than it is.
#include <treatise/model/quantity.hpp>

using namespace treatise;

void times_as_many(risk_ratio const&);

#ifdef VALID
using measure = risk_ratio;
#else
using measure = odds_ratio;
#endif

void print(effect const& e) { times_as_many(*as<measure>(e)); }
