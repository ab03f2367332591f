// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <algorithm>
#include <compare>
#include <vector>

namespace treatise::inline v0_3 {

/// The class under which an option stands in a table: the one it is listed under, a class itself; none where it has no class.
constexpr id<therapy_class> row_of(knowledge_base const& kb, id<option> o) {
    if (auto const c = kb.as<therapy_class>(o)) return c;
    auto const under = kb.out_ids<listed_under>(kb.as<therapy>(o));
    return under.empty() ? id<therapy_class>{} : kb.object<therapy_class>(under.front());
}

/// The kind of therapy that an option stands under: the first of the root classes above its row; none where it is in no class.
///
/// `above` is memory that the caller keeps for the next one. N log N in the classes above, however they are joined.
constexpr id<therapy_class> kind_of(knowledge_base const& kb, id<option> o, std::vector<id<therapy_class>>& above) {
    id<therapy_class> root{}, last{};
    above.clear();
    if (auto const row = row_of(kb, o)) above.push_back(row);
    while (!above.empty()) {  // the largest number first: a parent stands before its children, so each class comes up once
        std::pop_heap(above.begin(), above.end());
        auto const c = above.back();
        above.pop_back();
        if (c == last) continue;
        last = c;
        auto const up = kb.out_ids<is_a>(c);
        if (up.empty() && (!root || c < root)) root = c;
        for (auto e : up)
            if (auto const parent = kb.object<therapy_class>(e); parent < c) {  // always, but in damaged arrays
                above.push_back(parent);
                std::push_heap(above.begin(), above.end());
            }
    }
    return root;
}
constexpr id<therapy_class> kind_of(knowledge_base const& kb, id<option> o) {
    std::vector<id<therapy_class>> above;
    return kind_of(kb, o, above);
}

/// Where an option stands in every list of options: by kind of therapy, then by row, a class before what is listed under it, then
/// A to Z. Those in no class stand last.
struct neutral_place {
    id<therapy_class> kind{}, row{};
    bool is_therapy = false;
    id<treatise::option> option{};

    friend constexpr bool operator==(neutral_place, neutral_place) = default;
    friend constexpr auto operator<=>(neutral_place, neutral_place) = default;
};
/// The place of an option; `above` is memory that the caller keeps for the next one.
constexpr neutral_place neutral_place_of(knowledge_base const& kb, id<option> o, std::vector<id<therapy_class>>& above) {
    return {kind_of(kb, o, above), row_of(kb, o), static_cast<bool>(kb.as<therapy>(o)), o};
}
/// The place of one option.
constexpr neutral_place neutral_place_of(knowledge_base const& kb, id<option> o) {
    std::vector<id<therapy_class>> above;
    return neutral_place_of(kb, o, above);
}

}  // namespace treatise::inline v0_3
