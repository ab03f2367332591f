// expect: `f` takes a claim<Relation>
// SPDX-License-Identifier: BSL-1.0
// A function that no claim can be given to would never be called.
#include <treatise/query/visit.hpp>

bool told(treatise::knowledge_base const& kb, treatise::claim_id c) {
#ifdef VALID
    return visit(kb, c, [](treatise::claim<treatise::affects> const&) {});
#else
    return visit(kb, c, [](treatise::effect const&) {});
#endif
}
