// Lesson: the trade-offs of one option as data for a screen: what, what was found, of how many, compared with what, who says so.
#include <treatise/graph/field_text.hpp>
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/query/facts.hpp>

#include <iostream>

namespace np = treatise::neuropathic_pain;
using treatise::matter;

int main() {
    auto const all = facts(np::knowledge, np::painful_diabetic_neuropathy, np::duloxetine);
    for (auto m : {matter::benefit, matter::harm, matter::boxed_warning, matter::contraindication})
        for (auto f : all.on(m)) {
            std::cout << word(m) << " | " << f.about.plain << " | " << word(f.stance) << " | ";
            if (f.figure) std::cout << word(f.figure.unit) << ' ' << digits(f.figure.value);
            if (f.figure.without.is_finite()) std::cout << " vs " << digits(f.figure.without);
            std::cout << " | " << f.comparator.name << " | " << f.source.name << ", " << f.source.place << '\n';
        }
}
