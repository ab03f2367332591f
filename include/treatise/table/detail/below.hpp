// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/detail/cells.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

// What stands below a table: warnings that no column shows, whose guidance its groups are, what it cites.
namespace treatise::inline v0_3::table_detail {

/// What protects and has no column of its own in the view.
constexpr set_of<matter> protecting_below(view const& v) {
    auto left = protecting;
    if (v.rows == row_content::options)
        for (auto const& c : v.columns) left.bits &= ~c.matters.bits;
    return left;
}

/// Tells below the table what of a statement is told neither there yet nor in a row to which the row in hand defers: of a warning
/// that several share, those whose row does not tell it.
constexpr void tell_rest_below(draft& d, told t) {
    auto const together = d.profile.with_of(t);
    bool any = false, all = true;
    t.with_first = static_cast<std::uint32_t>(d.made.with.size());
    auto const take = [&](claim_id c) {
        bool const is_below = d.is_below.of(c) != 0;
        d.is_below.set(d.kb, c, 1);
        if (is_below || d.told_in.of(c) != 0) {
            all = false;
        } else if (any) {
            d.made.with.push_back(c);
        } else {
            t.says.claim = c;
            any = true;
        }
    };
    take(t.says.claim);
    for (auto c : together) take(c);
    t.with_last = static_cast<std::uint32_t>(d.made.with.size());
    if (!all) t.whose = d.kb.as<option>(d.kb.subject(t.says.claim));
    if (any) d.made.told.push_back(t);
}

/// Adds the line of an option below the table: what `stands` there of the profile in hand.
template <class Stands>
constexpr void add_line_below(draft& d, id<option> of, Stands stands) {
    warning_line line{of, told_count(d), told_count(d)};
    for (std::size_t i = 0; i != matter_count; ++i) {
        auto const m = static_cast<matter>(i);
        if (!holds(protecting, m)) continue;
        for (auto const& t : d.profile.told_of(m))
            if (stands(m, t)) tell_rest_below(d, t);
    }
    line.last = told_count(d);
    if (line.first != line.last) d.made.label_warnings.push_back(line);
}

/// Adds what protects from the option in hand and stands in no cell, and nothing twice.
constexpr void add_warnings_below(draft& d) {
    auto const below = protecting_below(d.made.view);
    add_line_below(d, d.profile.option, [&](matter m, told const& t) {
        if (holds(below, m) || !is_of_view(d, t.says.claim)) return true;
        return d.goes_below.of(t.says.claim) != 0;
    });
}

/// Adds what is said of whole classes with several rows in them, each once.
constexpr void add_classes_below(draft& d) {
    auto const elsewhere = set_of<matter>{protecting_below(d.made.view)} | told_of_each(d.made.view);
    for (auto c : d.classes_below.reached()) {
        d.told_in.clear();
        profile(d.kb, d.relevant, c, d.of_rows, d.tells, d.profile);
        add_line_below(d, c, [&](matter m, told const& t) { return !holds(elsewhere, m) && t.whose == id<option>{c}; });
    }
}

}  // namespace treatise::inline v0_3::table_detail
