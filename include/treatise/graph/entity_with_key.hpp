// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/model/halving.hpp>

#include <cstddef>
#include <string_view>

namespace treatise::inline v0_3 {

/// The names of a base that are this text, A to Z in either case. Logarithmic.
[[nodiscard]] constexpr std::span<name_row const> names_equal_to(knowledge_base const& kb, std::string_view text) {
    auto const names = kb.tables().names;
    auto const first = first_not(names, [&](name_row row) { return compare_folded(kb[row.name], text) < 0; });
    auto last = first;
    while (last != names.size() && compare_folded(kb[names[last].name], text) == 0) ++last;
    return names.subspan(first, last - first);
}

/// The entity with that key, and no name; none where there is none. Logarithmic.
[[nodiscard]] constexpr id<entity> entity_with_key(knowledge_base const& kb, std::string_view key) {
    for (auto const& row : names_equal_to(kb, key))
        if (kb.key(row.of) == key) return row.of;
    return {};
}

}  // namespace treatise::inline v0_3
