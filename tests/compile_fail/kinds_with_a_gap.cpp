// expect: neighbouring_kinds
// SPDX-License-Identifier: BSL-1.0
// Therapies and outcomes are not numbered next to each other: a range of both would hold mechanisms.
#include <treatise/graph/knowledge_base.hpp>

using namespace treatise;

#ifdef VALID
using kinds_asked = option;
#else
using kinds_asked = one_of<therapy, outcome>;
#endif

auto how_many(knowledge_base const& kb) { return kb.all<kinds_asked>().size(); }
