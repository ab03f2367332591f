// expect: no matching function
// SPDX-License-Identifier: BSL-1.0
// The scale of a mean difference is the outcome's: an effect alone does not give one.
#include <treatise/model/quantity.hpp>

using namespace treatise;

auto less_pain(effect const& e, outcome_details const& of) {
#ifdef VALID
    return as<mean_difference>(e, of);
#else
    (void)of;
    return as<mean_difference>(e);
#endif
}
