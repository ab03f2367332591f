// expect: claim_relation
// SPDX-License-Identifier: BSL-1.0
// Only structure stands without a source: relate<used_for> does not exist.
#include <treatise/graph/builder.hpp>

using namespace treatise;

void say(builder& b, id<therapy> t, id<cause> c, attribution const& said) {
#ifdef VALID
    b.claim<used_for>(t, c, said, {"c-1"});
#else
    (void)said;
    b.relate<used_for>(t, c);
#endif
}
