// expect: (use of deleted function|call to deleted member function)
// SPDX-License-Identifier: BSL-1.0
#include <treatise/snapshot/snapshot.hpp>

#ifdef VALID
treatise::snapshot const owner;
treatise::knowledge_base const kb = owner.view();
#else
treatise::knowledge_base const kb = treatise::snapshot{}.view();
#endif
