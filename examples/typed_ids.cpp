// Lesson: an id has a kind. What belongs elsewhere does not compile, and a name that is unknown is a value to handle.
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/treatise.hpp>

#include <concepts>
#include <iostream>

namespace np = treatise::neuropathic_pain;
using treatise::id;

// An option is a therapy or a class of therapies, so both convert to it; neither is a cause.
static_assert(std::convertible_to<id<treatise::therapy>, id<treatise::option>>);
static_assert(std::convertible_to<id<treatise::therapy_class>, id<treatise::option>>);
static_assert(!std::convertible_to<id<treatise::therapy>, id<treatise::cause>>);

// None of these lines compiles:
//     candidates(np::knowledge, np::gabapentin);             a therapy where a cause belongs
//     candidates(np::knowledge, np::postherpetic_neuralga);  a misspelt key
//     np::knowledge.out<treatise::affects>(np::less_pain);   an outcome affects nothing: it is what is affected
//     np::less_pain == np::gabapentin;                       an outcome and a therapy are never the same

void look_up(std::string_view typed) {
    auto const found = treatise::find<treatise::cause>(np::knowledge, typed);
    std::cout << '"' << typed << "\": ";
    if (found)
        std::cout << np::knowledge.key(*found) << '\n';
    else
        std::cout << (found.error().is_ambiguous() ? "several causes have this name" : "no cause has this name") << '\n';
}

int main() {
    look_up("postherpetic-neuralgia");  // a key
    look_up("Shingles Pain");           // a synonym, in any case
    look_up("mesh:D051474");            // a code of another system
    look_up("shingels");                // nothing is guessed
    look_up("gabapentin");              // known, but no cause
}
