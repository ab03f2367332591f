// expect: (use of deleted function|call to deleted constructor)
// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/knowledge_base.hpp>

treatise::tables made();

#ifdef VALID
treatise::tables const kept = made();
treatise::knowledge_base const kb{kept};
#else
treatise::knowledge_base const kb{made()};
#endif
