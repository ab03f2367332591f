// expect: (invalid initialization|cannot convert|no matching function|no viable conversion)
// SPDX-License-Identifier: BSL-1.0
// The swapped column: what helps one more person is not what harms one more.
#include <treatise/model/quantity.hpp>

using namespace treatise;

void harms_column(nnh const&);

#ifdef VALID
using measure = nnh;
#else
using measure = nnt;
#endif

void print(effect const& e) { harms_column(*as<measure>(e)); }
