// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <cstdint>
#include <string_view>

// What the users of a base say besides, under names of their own; what they withdraw by an overlay.
namespace treatise::inline v0_3 {

/// The attribute of a claim that an overlay has withdrawn; its value is the overlay's key.
inline constexpr std::string_view withdrawn_by_attribute = "treatise.withdrawn_by";

/// The attribute of a claim by which graphs of others say how it is known; a claim for which it is `predicted_level` is a
/// prediction (`claim_marks::is_predicted`).
inline constexpr std::string_view knowledge_level_attribute = "biolink.knowledge_level";
inline constexpr std::string_view predicted_level = "prediction";

/// The value of an attribute of an entity or a claim, such as "acme.tier"; empty where it has none of that name.
template <class Id>
[[nodiscard]] constexpr std::string_view attribute(knowledge_base const& kb, Id of, std::string_view name) {
    for (auto const& a : kb.attributes(of))
        if (kb[a.name] == name) return kb[a.value];
    return {};
}

/// Whether a layer is no overlay but a recall of the base's own publisher: it has the base's key, which no overlay may have.
[[nodiscard]] constexpr bool is_recall(knowledge_base const& kb, layer_row const& l) { return kb[l.key] == kb[kb.base().key]; }
/// The last recall that was laid on a base; null where there is none.
[[nodiscard]] constexpr layer_row const* recall_that_stands(knowledge_base const& kb) {
    layer_row const* last = nullptr;
    for (auto const& l : kb.layers())
        if (is_recall(kb, l)) last = &l;
    return last;
}

/// The layer that has withdrawn the claim; 0 where neither an overlay nor a recall has.
[[nodiscard]] constexpr std::uint32_t withdrawing_layer(knowledge_base const& kb, claim_id c) {
    auto const key = attribute(kb, c, withdrawn_by_attribute);
    if (key.empty()) return 0;
    std::uint32_t n = 0;
    for (auto const& l : kb.layers())
        if (++n; kb[l.key] == key) return n;
    return 0;
}

}  // namespace treatise::inline v0_3
