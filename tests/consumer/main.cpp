// SPDX-License-Identifier: BSL-1.0
#include <treatise/treatise.hpp>

#include <treatise/knowledge/neuropathic_pain.hpp>

#include <cstdio>

namespace np = treatise::neuropathic_pain;

static_assert(candidates(np::knowledge, np::postherpetic_neuralgia).contains(np::gabapentin));

bool lists_gabapentin();

int main() {
    auto const table = treatise::markdown(compare(np::knowledge, np::painful_diabetic_neuropathy));
    std::puts(table.substr(0, table.find('\n')).c_str());
    return table.empty() || !lists_gabapentin();
}
