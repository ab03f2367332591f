// Lesson: the built-in knowledge is there when the compiler runs, so a program can insist on what it was built with.
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/treatise.hpp>

#include <iostream>

namespace np = treatise::neuropathic_pain;

// If a later release of the knowledge no longer documents this, this file stops compiling, not its users' screens.
static_assert(candidates(np::knowledge, np::postherpetic_neuralgia).contains(np::topical_treatments));
static_assert(!candidates(np::knowledge, np::postherpetic_neuralgia).contains(np::placebo));

// Names are found by the compiler, too: *find(...) of an unknown name would not compile here.
constexpr auto asked = *treatise::find<treatise::cause>(np::knowledge, "shingles pain");
static_assert(asked == np::postherpetic_neuralgia);

// Every claim of the base says who states it, and where.
constexpr bool every_claim_has_a_place = [] {
    for (auto c : np::knowledge.claims())
        if (!np::knowledge.said(c).source || !np::knowledge.said(c).place) return false;
    return true;
}();
static_assert(every_claim_has_a_place);

int main() { std::cout << np::knowledge.name(asked) << ": checked when this was compiled\n"; }
