// expect: (could not convert|cannot convert|no viable conversion|no known conversion|no matching (member )?function)
// SPDX-License-Identifier: BSL-1.0
// A side effect where a cause belongs.
#include <treatise/graph/knowledge_base.hpp>

using namespace treatise;

#ifdef VALID
using asked = cause;
#else
using asked = outcome;
#endif

auto options(knowledge_base const& kb, id<asked> v) { return kb.about<used_for>(v).size(); }
