// expect: no matching (function for call to|constructor for initialization of)
// SPDX-License-Identifier: BSL-1.0
// A number means nothing outside of its base: it becomes an id by name, where somebody keeps numbers.
#include <treatise/model/id.hpp>

struct cause;

#ifdef VALID
treatise::id<cause> pain = treatise::id<cause>::from_number(7);
#else
treatise::id<cause> pain{7};
#endif
