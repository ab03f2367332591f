// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/model/fields.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace treatise::inline v0_3 {

/// The names of a base that are this text, A to Z in either case. Logarithmic.
[[nodiscard]] constexpr std::span<name_row const> names_equal_to(knowledge_base const& kb, std::string_view text) {
    auto const names = kb.tables().names;
    auto const first = std::lower_bound(
        names.begin(), names.end(), text, [&](name_row row, std::string_view n) { return compare_folded(kb[row.name], n) < 0; });
    auto last = first;
    while (last != names.end() && compare_folded(kb[last->name], text) == 0) ++last;
    return names.subspan(static_cast<std::size_t>(first - names.begin()), static_cast<std::size_t>(last - first));
}

/// The entity with that key, and no name; none where there is none. Logarithmic.
[[nodiscard]] constexpr id<entity> entity_with_key(knowledge_base const& kb, std::string_view key) {
    for (auto const& row : names_equal_to(kb, key))
        if (kb.key(row.of) == key) return row.of;
    return {};
}

}  // namespace treatise::inline v0_3
