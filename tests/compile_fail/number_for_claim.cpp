// expect: no matching (function for call to|constructor for initialization of)
// SPDX-License-Identifier: BSL-1.0
#include <treatise/model/id.hpp>

#ifdef VALID
treatise::claim_id first = treatise::claim_id::from_number(7);
#else
treatise::claim_id first{7};
#endif
