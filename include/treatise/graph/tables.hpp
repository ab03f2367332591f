// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/columns.hpp>
#include <treatise/graph/ranges.hpp>
#include <treatise/model/bits.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace treatise::inline v0_3 {

/// The arrays that a knowledge base looks at, owned elsewhere.
struct tables : column_set<graph_detail::as_span> {
    std::uint64_t content = 0;  ///< its `content_hash`, where it was worked out beforehand
};

/// The numbers of the entities of these kinds and of those that stand between them.
template <class Begin>
constexpr number_range entity_numbers(Begin const& kind_begin, Begin const& added_begin, std::uint32_t bits) {
    auto const first = static_cast<std::size_t>(lowest_bit(bits)), last = static_cast<std::size_t>(bit_end(bits));
    auto const *const own = kind_begin.data(), *const added = added_begin.data();
    return {own[first], own[last] - own[first], added[first], added[last] - added[first]};
}

/// Whether the numbers that everything else is found by agree with each other and with the sizes of the arrays: where
/// kinds and relations begin, the ends of every edge, the name and the key of every entity. Constant time.
[[nodiscard]] constexpr bool agree(tables const& t) {
    auto const rise = [](std::span<std::uint32_t const> begin, std::size_t size, std::uint32_t from) {
        if (begin.size() != size + 1 || begin[0] != from) return false;
        for (std::size_t i = 0; i != size; ++i)
            if (begin[i] > begin[i + 1]) return false;
        return true;
    };
    if (!rise(t.kind_begin, kinds::size, 0) || !rise(t.added_begin, kinds::size, t.kind_begin.back()) ||
        !rise(t.relation_begin, relations::size, 0))
        return false;
    bool every = true;
    each_claim_column(
        [&](auto, auto, auto const& column) { every = every && column.begin.size() == claim_relations::size + 1; }, t);
    if (!every) return false;
    for (std::uint32_t r = 0; r != relations::size; ++r)  // an edge has ends
        for (auto const ends : {subject_kinds[r], object_kinds[r]})
            if (t.relation_begin[r] != t.relation_begin[r + 1] && entity_numbers(t.kind_begin, t.added_begin, ends).empty())
                return false;
    std::size_t const entities = t.added_begin.back(), edges = t.relation_begin.back();
    if (t.entity_layer.size() != entities - t.kind_begin.back()) return false;
    return t.subject.size() == edges && t.object.size() == edges && t.text_begin.size() >= first_name + 2 * entities + 1;
}

namespace graph_detail {

inline constexpr std::uint32_t zeros[(kinds::size > relations::size ? kinds::size : relations::size) + 1]{};

/// The arrays of a base that holds nothing.
inline constexpr tables no_tables = [] {
    tables t;
    t.kind_begin = t.added_begin = {zeros, kinds::size + 1};
    t.relation_begin = {zeros, relations::size + 1};
    each_claim_column([](auto, auto, auto& column) { column.begin = {zeros, claim_relations::size + 1}; }, t);
    return t;
}();

}  // namespace graph_detail

}  // namespace treatise::inline v0_3
