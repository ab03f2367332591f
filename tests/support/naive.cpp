// SPDX-License-Identifier: BSL-1.0
#include "naive.hpp"

namespace naive {

keys above(record const& all, std::string const& start) {
    keys found;
    for (std::size_t before = 1; before != 0;) {
        before = 0;
        for (auto const& r : all)
            if (is<treatise::is_a>(r) && (r.subject == start || found.contains(r.subject)))
                before += found.insert(r.object).second;
    }
    return found;
}

keys below(record const& all, std::string const& start) {
    keys found;
    for (auto const& r : all)
        if (is<treatise::is_a>(r) && above(all, r.subject).contains(start)) found.insert(r.subject);
    return found;
}

keys causes_of(fixture::recorded const& r) {
    keys found{r.about.begin(), r.about.end()};
    if (is<treatise::used_for>(r) || is<treatise::recommended_for>(r) || is<treatise::implicated_in>(r)) found.insert(r.object);
    return found;
}

treatise::applicability applies(record const& all, keys const& causes, std::string const& asked) {
    using treatise::applicability;
    if (causes.empty()) return applicability::broader;
    if (causes.contains(asked)) return causes.size() == 1 ? applicability::exact : applicability::pooled;
    auto const any_of = [&](keys const& these) {
        for (auto const& c : causes)
            if (these.contains(c)) return true;
        return false;
    };
    if (any_of(above(all, asked))) return applicability::broader;
    return any_of(below(all, asked)) ? applicability::narrower : applicability::unrelated;
}

}  // namespace naive
