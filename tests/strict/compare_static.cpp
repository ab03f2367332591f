// SPDX-License-Identifier: BSL-1.0
// A comparison as a constant, which takes more steps than compilers allow unless they are told to; without exceptions and RTTI.
#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>

#include <treatise/query/find.hpp>
#include <treatise/table/compare.hpp>

namespace np = treatise::neuropathic_pain;

// A name that is not there is compared with all of them in every spelling, which is too much for the steps of a usual build.
static_assert(!treatise::find(np::knowledge, "gabapentn"));

static_assert(!compare(np::knowledge, np::alcohol_related_neuropathy).rows.empty());
#endif
