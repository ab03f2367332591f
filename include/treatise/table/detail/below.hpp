// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/detail/cells.hpp>

#include <utility>

// What stands below a table: warnings that no column shows, whose guidance its groups are, what it cites.
namespace treatise::inline v0_3::table_detail {

/// What protects and has no column of its own in the view.
constexpr set_of<matter> protecting_below(view const& v) {
    auto left = protecting;
    if (v.rows == row_content::options)
        for (auto const& c : v.columns) left.bits &= ~c.matters.bits;
    return left;
}

/// Adds what protects from the option in hand: a line for each option that it is said of, and nothing twice.
constexpr void add_warnings_below(draft& d) {
    auto const& p = d.profile;
    auto const below = protecting_below(d.made.view);
    auto const first = static_cast<std::uint32_t>(d.made.label_warnings.size());
    for (std::size_t i = 0; i != matter_count; ++i) {
        auto const m = static_cast<matter>(i);
        if (!holds(protecting, m)) continue;
        for (auto const& t : p.told_of(m)) {
            if (!holds(below, m) && is_of_view(d, t.says.claim)) continue;
            if (auto& told = mark_of(d, d.is_below, t.says.claim); std::exchange(told, std::uint8_t{1}) == 0)
                d.waiting.push_back(t);
        }
    }
    for (auto const& t : d.waiting) {
        bool known = false;
        for (auto i = first; i != d.made.label_warnings.size(); ++i) known = known || d.made.label_warnings[i].option == t.whose;
        if (!known) d.made.label_warnings.push_back({t.whose, 0, 0});
    }
    for (auto i = first; i != d.made.label_warnings.size(); ++i) {
        auto& line = d.made.label_warnings[i];
        line.first = told_count(d);
        for (auto const& t : d.waiting)
            if (t.whose == line.option) tell(d, p, t);
        line.last = told_count(d);
    }
    d.waiting.clear();
}

}  // namespace treatise::inline v0_3::table_detail
