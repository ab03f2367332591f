// expect: (use of deleted function|call to deleted function)
// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/storage.hpp>

treatise::arrays made();

#ifdef VALID
treatise::arrays const kept = made();
treatise::tables const spans = treatise::spans_of(kept);
#else
treatise::tables const spans = treatise::spans_of(made());
#endif
