// Lesson: one call asks, one call prints. What sources document for shingles pain, of what is put on the skin.
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/treatise.hpp>

#include <iostream>

namespace np = treatise::neuropathic_pain;

int main() {
    // A comparison is a value: rows, columns, and the claims behind each cell. The writers turn it into words.
    auto const table =
        compare(np::knowledge, np::postherpetic_neuralgia, treatise::views::overview, {.kinds = {np::on_the_skin}});
    std::cout << markdown(table);
}
