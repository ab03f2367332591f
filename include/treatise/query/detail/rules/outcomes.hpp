// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <string_view>

// Which harms are named side effects, and which count people whatever happened to them.
namespace treatise::inline v0_3::query_detail {

/// Told outside the common side effects, always: how many stopped for them.
constexpr bool is_stopping(knowledge_base const& kb, id<outcome> o) { return kb.key(o) == "withdrew-because-of-side-effects"; }
/// Told only where no named harm has a control.
constexpr bool is_any_harm(knowledge_base const& kb, id<outcome> o) { return kb.key(o) == "any-side-effect"; }
/// Outcomes that are no named side effect: they sum up several, or say that care ended.
constexpr bool is_summary(knowledge_base const& kb, id<outcome> o) {
    auto const key = kb.key(o);
    return key.starts_with("withdrew-") || key.starts_with("stopped-") || key.starts_with("any-") ||
           key == "serious-side-effects" || kb.details(o).domain == outcome_domain::care ||
           kb.details(o).domain == outcome_domain::disease;
}
/// Outcomes of a pregnancy or a newborn never stand among the common side effects.
constexpr bool is_of_pregnancy(knowledge_base const& kb, id<outcome> o) {
    return kb[kb.details(o).family] == "pregnancy" || kb.key(o).find("birth") != std::string_view::npos;
}
/// A number that outcomes share which are told once: those of one family; else each has its own.
constexpr std::uint32_t family_of(knowledge_base const& kb, id<outcome> o) {
    auto const family = kb.details(o).family;
    return family ? kb.entity_count() + family.value : o.value;
}

}  // namespace treatise::inline v0_3::query_detail
