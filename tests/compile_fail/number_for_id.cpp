// expect: (conversion from .*int.* to|no viable conversion from .*int)
// SPDX-License-Identifier: BSL-1.0
// A number means nothing outside of its base: it is no id.
#include <treatise/model/id.hpp>

struct cause;

#ifdef VALID
treatise::id<cause> pain{7};
#else
treatise::id<cause> pain = 7;
#endif
