// expect: (use of deleted function|call to deleted member function)
// SPDX-License-Identifier: BSL-1.0
// Nobody would own what this view looks at.
#include <treatise/graph/storage.hpp>

treatise::storage made();

#ifdef VALID
treatise::storage const owner = made();
treatise::knowledge_base const kb = owner.view();
#else
treatise::knowledge_base const kb = made().view();
#endif
