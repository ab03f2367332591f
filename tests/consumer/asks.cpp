// SPDX-License-Identifier: BSL-1.0
// What a program that only asks needs: headers alone.
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/query.hpp>

namespace np = treatise::neuropathic_pain;

int main() { return candidates(np::knowledge, np::postherpetic_neuralgia).contains(np::gabapentin) ? 0 : 1; }
