// expect: (invalid initialization|cannot convert|no matching function|no viable conversion)
// SPDX-License-Identifier: BSL-1.0
// A published number without its measure is no number needed to treat.
#include <treatise/model/quantity.hpp>

using namespace treatise;

void benefit_column(nnt const&);

void print(decimal published) {
#ifdef VALID
    benefit_column(nnt{published});
#else
    benefit_column(published);
#endif
}
