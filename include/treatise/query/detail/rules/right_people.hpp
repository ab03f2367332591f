// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/applicability.hpp>

#include <cstdint>

// Rule "right people first": for each outcome of each medicine, never for the whole cell.
namespace treatise::inline v0_3::query_detail {

/// How near the people of a claim are to the asked cause; the nearest first.
namespace nearness {
inline constexpr std::uint8_t this_cause = 0, with_others = 1, a_kind = 2, wider = 3, most_steps = 60, any_use = 80,
                              any_use_of_some = 81, a_kind_of_many = 90, other_cause = 100, set_apart = 101;
}

/// How near the people of a claim are, where `many_kinds` says that the asked cause has more than three kinds.
///
/// This condition alone; this with others; a kind of it; the nearest wider group; any use. A condition with many kinds is told
/// by the wider group before its kinds. A claim about any use whose source names other people steps behind one that does not.
constexpr std::uint8_t people_rank(knowledge_base const& kb, relevance const& relevant, bool many_kinds, claim_id c,
    std::uint32_t relation, applicability applies) {
    switch (applies) {
        case applicability::exact: return nearness::this_cause;
        case applicability::pooled: return nearness::with_others;
        case applicability::narrower: return many_kinds ? nearness::a_kind_of_many : nearness::a_kind;
        case applicability::excluded: return nearness::set_apart;
        case applicability::unrelated: return nearness::other_cause;
        case applicability::broader: break;
    }
    auto const& said = kb.said(c, relation);
    std::uint8_t least = nearness::most_steps;
    bool any = true;
    auto const add = [&](id<cause> wider) {
        any = false;
        if (!relevant.is_above(wider)) return;
        if (auto const n = relevant.steps_up(wider); n < least) least = static_cast<std::uint8_t>(n);
    };
    if (auto const object = kb.as<cause>(kb.object(c)); object && !meaning_of(relation).object_is_state) add(object);
    for (auto about : kb[said.about]) add(about);
    if (any) return said.population && said.population != not_stated ? nearness::any_use_of_some : nearness::any_use;
    return static_cast<std::uint8_t>(nearness::wider + least);
}

}  // namespace treatise::inline v0_3::query_detail
