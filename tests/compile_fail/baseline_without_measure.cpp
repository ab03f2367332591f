// expect: (could not convert|cannot convert|no viable conversion|no known conversion|no matching (member )?function)
// SPDX-License-Identifier: BSL-1.0
// A baseline of 30: of 100, or of 1000?
#include <treatise/query/absolute.hpp>

using namespace treatise;

auto people(effect const& e) {
#ifdef VALID
    return absolute(e, percent{decimal{30, 0}});
#else
    return absolute(e, decimal{30, 0});
#endif
}
