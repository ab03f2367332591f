// expect: (use of deleted function|overload resolution selected deleted operator)
// SPDX-License-Identifier: BSL-1.0
// Its options would be gone with the list.
#include <treatise/query/categories.hpp>

std::size_t options(treatise::knowledge_base const& kb, treatise::id<treatise::cause> asked) {
#ifdef VALID
    auto const all = categories(kb, asked);
    auto const first = all[0];
#else
    auto const first = categories(kb, asked)[0];
#endif
    return first.options.size();
}
