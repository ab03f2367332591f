// expect: (initializer list would use explicit constructor|cannot convert initializer list argument|no matching function)
// SPDX-License-Identifier: BSL-1.0
// Three numbers in braces name no measure.
#include <treatise/model/quantity.hpp>

using namespace treatise;

void benefit_column(nnt const&);

void print(decimal value, decimal low, decimal high) {
#ifdef VALID
    benefit_column(nnt{value, low, high});
#else
    benefit_column({value, low, high});
#endif
}
