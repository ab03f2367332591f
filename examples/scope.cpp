// Lesson: a scope narrows a question. Two options head to head; what is said of this cause itself; one country.
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/treatise.hpp>

#include <iostream>

namespace np = treatise::neuropathic_pain;
using treatise::scope;

void print(std::string_view what, scope const& narrowed) {
    std::cout << what << ":\n";
    auto const found = candidates(np::knowledge, np::diabetic_neuropathy_of_the_feet, narrowed);
    for (auto c : found) std::cout << "  " << np::knowledge.name(c.option) << '\n';
    if (found.empty()) std::cout << "  (none)\n";
}

int main() {
    print("Devices and implants", {.kinds = {np::devices_and_implants}});
    print("Said of this cause itself", {.applies = treatise::applicability::exact});
    print("By guidelines", {.source_kinds = treatise::source_kind::guideline});

    // Scopes compose: what both allow.
    scope const in_the_us{.jurisdiction = np::us};
    scope const two{.options = {np::spinal_cord_stimulation, np::nerve_block}};
    auto const head_to_head = compare(np::knowledge, np::painful_diabetic_neuropathy, treatise::views::overview, in_the_us & two);
    for (auto const& row : head_to_head.rows) std::cout << "Row: " << np::knowledge.name(row.option) << '\n';

    // Claims outside the scope are left out and the table says so; warnings pass every scope.
    std::cout << "Narrowed: " << (head_to_head.narrowed ? "yes" : "no") << '\n';
}
