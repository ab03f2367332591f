// expect: converts_to_kind
// SPDX-License-Identifier: BSL-1.0
// A cause is no option: it has no out<affects>.
#include <treatise/graph/knowledge_base.hpp>

using namespace treatise;

#ifdef VALID
using asked = therapy;
#else
using asked = cause;
#endif

auto effects(knowledge_base const& kb, id<asked> v) { return kb.out<affects>(v).size(); }
