// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/compare_options.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/table/detail/guidance.hpp>
#include <treatise/table/detail/row_choice.hpp>

#include <span>
#include <vector>

namespace treatise::inline v0_3::table_detail {

/// A source by whose guidance some row stands in its group.
struct deciding_source {
    guidance_group group{};
    id<treatise::source> source{};
    friend constexpr bool operator==(deciding_source, deciding_source) = default;
};

/// A comparison in the making, with what its steps share.
struct draft {
    knowledge_base kb;
    relevance relevant;
    scope narrowed;
    compare_options how;
    comparison made{};
    profile_options tells{};
    id<cause> field{};
    option_profile profile{};             ///< of the row in hand; kept for its memory
    std::vector<weighed_voice> voices{};  ///< of the row in hand
    std::vector<deciding_source> deciding{};
    std::vector<id<option>> added_rows{};   ///< what only overlays make a row
    std::vector<std::uint8_t> is_below{};   ///< claim by claim: it is told below the table
    std::vector<std::uint8_t> goes_below{};  ///< claim by claim: the row in hand sends its reader below the table for it
    std::vector<std::uint32_t> told_in{};   ///< claim by claim: from 1, the row to which the row in hand defers for it
    std::vector<id<option>> planned{};      ///< the rows of what relieves, those not made yet among them
    std::vector<id<therapy_class>> classes_below{};  ///< of which something is told below the table, once for all rows in them
};

/// The scope of a row: the table's own where it is about relief, else with its aim.
constexpr scope scope_of(draft const& d, intent aim) {
    auto s = d.narrowed;
    s.options.clear();
    if (aim != intent::symptomatic) s.intents = aim;
    return s;
}

/// Cells of a table of one source are that source's alone; what others warn of stands below.
constexpr bool is_of_view(draft const& d, claim_id c) {
    if (!d.made.view.of) return true;
    auto const& from = d.kb.details(d.made.view.of);
    auto const& said = d.kb.said(c);
    return (!from.from || said.source == from.from) && (!from.place || d.kb[said.place] == d.kb[from.place]);
}

template <class Mark>
constexpr Mark& mark_of(draft const& d, std::vector<Mark>& marks, claim_id c) {
    if (marks.empty()) marks.resize(d.kb.edge_count() + 1u, 0);  // clang needs the value
    return marks[c.value < marks.size() ? c.value : marks.size() - 1];
}

/// Takes a thing that is told, with the claims that say it together with it, from a profile into the table.
constexpr void tell(draft& d, option_profile const& p, told t) {
    auto const together = p.with_of(t);
    t.with_first = static_cast<std::uint32_t>(d.made.with.size());
    d.made.with.insert(d.made.with.end(), together.begin(), together.end());
    t.with_last = static_cast<std::uint32_t>(d.made.with.size());
    d.made.told.push_back(t);
}

constexpr std::uint32_t told_count(draft const& d) { return static_cast<std::uint32_t>(d.made.told.size()); }

}  // namespace treatise::inline v0_3::table_detail
