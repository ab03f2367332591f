// SPDX-License-Identifier: BSL-1.0
// Compiled with half the constexpr steps that clang allows of itself.
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/query/candidates.hpp>

namespace np = treatise::neuropathic_pain;

static_assert(!candidates(np::knowledge, np::neuropathic_pain).empty());
