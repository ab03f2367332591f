// expect: (no match for .*operator|invalid operands to binary expression)
// SPDX-License-Identifier: BSL-1.0
// A number needed to treat is neither more nor less than a number needed to harm.
#include <treatise/model/quantity.hpp>

using namespace treatise;

#ifdef VALID
using other = nnt;
#else
using other = nnh;
#endif

bool same(nnt const& a, other const& b) { return a == b; }
