// SPDX-License-Identifier: BSL-1.0
// A comparison as a constant, which takes more steps than compilers allow unless they are told to; without exceptions and RTTI.
#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>

#include <treatise/table/compare.hpp>

namespace np = treatise::neuropathic_pain;

static_assert(!compare(np::knowledge, np::alcohol_related_neuropathy).rows.empty());
#endif
