// expect: (use of deleted function|call to deleted member function)
// SPDX-License-Identifier: BSL-1.0
// Nobody would keep the list that these facts are read from.
#include <treatise/query/facts.hpp>

std::uint32_t harms(treatise::knowledge_base const& kb, treatise::id<treatise::cause> asked, treatise::id<treatise::option> o) {
    std::uint32_t n = 0;
#ifdef VALID
    auto const all = facts(kb, asked, o);
    for (auto f : all.on(treatise::matter::harm)) n += f.stands_first;
#else
    for (auto f : facts(kb, asked, o).on(treatise::matter::harm)) n += f.stands_first;
#endif
    return n;
}
