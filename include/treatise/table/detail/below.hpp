// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/detail/cells.hpp>

#include <algorithm>
#include <vector>

// What stands below a table: warnings that no column shows, whose guidance its groups are, what it cites.
namespace treatise::inline v0_3::table_detail {

/// What protects and has no column of its own in the view.
constexpr set_of<matter> protecting_below(view const& v) {
    auto left = protecting;
    if (v.rows == row_content::option)
        for (auto const& c : v.columns) left.bits &= ~c.matters.bits;
    return left;
}

constexpr bool is_below(comparison const& made, claim_id c) {
    for (auto const& line : made.label_warnings)
        for (auto i = line.first; i != line.last; ++i)
            if (made.told[i].says.claim == c) return true;
    return false;
}

/// Adds what protects from the option in hand: a line for each option that it is said of, and nothing twice.
constexpr void add_warnings_below(draft& d) {
    auto const& p = d.profile;
    auto const below = protecting_below(d.made.view);
    std::vector<told> all;
    for (std::size_t i = 0; i != matter_count; ++i) {
        auto const m = static_cast<matter>(i);
        if (!holds(protecting, m)) continue;
        for (auto const& t : p.told_of(m))
            if ((holds(below, m) || !is_of_view(d, t.says.claim)) && !is_below(d.made, t.says.claim)) all.push_back(t);
    }
    std::vector<id<option>> whose;
    for (auto const& t : all)
        if (!contains(whose, t.whose)) whose.push_back(t.whose);
    for (auto o : whose) {
        warning_line line{o, told_count(d), 0};
        for (auto const& t : all)
            if (t.whose == o) tell(d, p, t);
        line.last = told_count(d);
        d.made.label_warnings.push_back(line);
    }
}

}  // namespace treatise::inline v0_3::table_detail
