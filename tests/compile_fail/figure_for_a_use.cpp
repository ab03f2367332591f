// expect: (no matching (member )?function|cannot convert|could not convert)
// SPDX-License-Identifier: BSL-1.0
// Only an effect on an outcome has a figure.
#include <treatise/graph/builder.hpp>

using namespace treatise;

void say(builder& b, id<therapy> t, id<outcome> o, id<cause> c, attribution const& said) {
#ifdef VALID
    (void)c;
    b.claim<affects>(t, o, said, {"c-1"}, nnt{decimal{7, 0}});
#else
    (void)o;
    b.claim<used_for>(t, c, said, {"c-1"}, nnt{decimal{7, 0}});
#endif
}
