// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/model/quantity.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace treatise::inline v0_3 {

/// What a figure is compared with, the most telling first.
enum class comparator_kind : std::uint8_t {
    blinded,    ///< placebo or sham
    untreated,  ///< usual care, waiting, no treatment: people knew what they got
    unnamed,    ///< a control of which the source does not say what it was
    other,      ///< another treatment
    none        ///< nothing
};
template <>
inline constexpr std::array<std::string_view, 5> words_of<comparator_kind>{"blinded", "untreated", "unnamed", "other", "none"};

// Rule "one comparator a column".
namespace query_detail {

constexpr bool names_a_pretence(std::string_view s) { return s.find("placebo") != s.npos || s.find("sham") != s.npos; }
/// A reference is a pretence if its key says so, or that of a class it stands in.
constexpr bool is_pretence(knowledge_base const& kb, id<therapy> t) {
    if (names_a_pretence(kb.key(t))) return true;
    for (auto e : kb.out<listed_under>(t))
        if (names_a_pretence(kb.key(e.object))) return true;
    return false;
}
constexpr bool is_between_arms(statistic s) { return s != statistic::narrative && !is_risk(s); }

}  // namespace query_detail

/// What the effect is compared with.
constexpr comparator_kind comparator_of(knowledge_base const& kb, effect const& e) {
    if (e.comparator) {
        auto const t = kb.as<therapy>(e.comparator);
        if (!t || !kb.details(t).reference) return comparator_kind::other;
        return query_detail::is_pretence(kb, t) ? comparator_kind::blinded : comparator_kind::untreated;
    }
    bool const compared = e.baseline.is_finite() || query_detail::is_between_arms(e.statistic);
    auto const words = e.compared_with && e.compared_with != not_stated ? kb[e.compared_with] : std::string_view{};
    if (query_detail::names_a_pretence(words) && (compared || !words.starts_with("no "))) return comparator_kind::blinded;
    if (!compared) return comparator_kind::none;
    return words.empty() || words.find("control") != words.npos ? comparator_kind::unnamed : comparator_kind::other;
}

/// Whether the figure tells what happened without the option, or what the option adds.
constexpr bool has_control(effect const& e) { return e.baseline.is_finite() || query_detail::is_between_arms(e.statistic); }

}  // namespace treatise::inline v0_3
