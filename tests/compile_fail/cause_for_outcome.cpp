// expect: (could not convert|cannot convert|no viable conversion|no known conversion|no matching (member )?function)
// SPDX-License-Identifier: BSL-1.0
// An effect is on an outcome, not on a cause.
#include <treatise/graph/builder.hpp>

using namespace treatise;

#ifdef VALID
using asked = outcome;
#else
using asked = cause;
#endif

void say(builder& b, id<therapy> t, id<asked> o, attribution const& said) {
    b.claim<affects>(t, o, said, {"c-1"}, per_100{decimal{45, 0}});
}
