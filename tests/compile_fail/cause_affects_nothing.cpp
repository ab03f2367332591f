// expect: converts_to_kind
// SPDX-License-Identifier: BSL-1.0
// A cause is no option: it has no out<affects>.
#include <treatise/graph/knowledge_base.hpp>

using namespace treatise;

#ifdef VALID
using kind = therapy;
#else
using kind = cause;
#endif

auto effects(knowledge_base const& kb, id<kind> v) { return kb.out<affects>(v).size(); }
