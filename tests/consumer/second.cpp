// SPDX-License-Identifier: BSL-1.0
// A second file of the program, which a unity build puts into one with main.cpp.
#include <treatise/query.hpp>

#include <treatise/knowledge/neuropathic_pain.hpp>

bool lists_gabapentin() {
    namespace pain = treatise::neuropathic_pain;
    return candidates(pain::knowledge, pain::painful_diabetic_neuropathy).contains(pain::gabapentin);
}
