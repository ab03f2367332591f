// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/detail/draft.hpp>

#include <cstdint>

// Fills the cells of a row from the profile of its option: it picks matters and never chooses among claims.
namespace treatise::inline v0_3::table_detail {

inline constexpr set_of<matter> no_matters{};

constexpr bool holds(set_of<matter> set, matter m) { return (set.bits >> place_of(m) & 1u) != 0; }

/// The matters that protect: told whole in every view, in a cell or below the table.
constexpr set_of<matter> protecting = columns::all_warnings;

/// Whether a column tells only what is told of any use, so that a row with another aim may defer to one above.
constexpr bool is_of_any_use(column const& c) {
    constexpr auto own = set_of<matter>{matter::guidance} | matter::approval | matter::benefit;
    return c.content == column_content::matters && (c.matters.bits & own.bits) == 0;
}

/// Whether a column picks practical points by their slot or issue; one that does not takes what the others leave.
constexpr bool picks_points(column const& c) { return c.slots.bits != 0 || c.issues.bits != 0; }

constexpr bool takes_point(column const& c, consideration_details const& point) {
    return (c.slots.bits == 0 || c.slots.allows(point.slot)) && (c.issues.bits == 0 || c.issues.allows(point.issue));
}

/// Whether a statement on a matter of the column stands in it.
constexpr bool stands_in(draft const& d, column const& c, matter m, claim_id claim) {
    if (!is_of_view(d, claim)) return false;
    auto const* involved = d.kb.payload_if<involves>(claim);
    if (m != matter::practical || involved == nullptr) return true;
    auto const& point = d.kb.details(d.kb.object<consideration>(claim));
    if (picks_points(c)) return takes_point(c, point);
    for (auto const& other : d.made.view.columns)
        if (holds(other.matters, matter::practical) && picks_points(other) && takes_point(other, point)) return false;
    return true;
}

/// What a cell with several matters says of the evidence: the first of these that one of them says.
constexpr cell_state joined_state(cell_state a, cell_state b) {
    constexpr std::array order{
        cell_state::disagree, cell_state::reported, cell_state::no_difference, cell_state::looked_for, cell_state::not_reported};
    for (auto s : order)
        if (a == s || b == s) return s;
    return a;
}

/// Marks what rows of classes under the one in hand tell, so that the row of a wide class can defer to them.
constexpr void mark_told_within(draft& d) {
    d.is_within.clear();
    auto const wide = d.kb.as<therapy_class>(d.profile.option);
    if (!wide || !has_classes_below(d.kb, wide)) return;
    auto const columns = d.made.view.columns.size();
    for (std::uint32_t r = 0; r != d.made.rows.size(); ++r) {
        if (!stands_within(d.kb, d.made.rows[r].option, wide)) continue;
        for (std::uint32_t i = 0; i != columns; ++i)
            for (auto const& t : d.made.in(d.made.at(r, i))) mark_of(d, d.is_within, t.says.claim) = 1;
    }
}

constexpr void take_matter(draft& d, column const& c, matter m, cell& made) {
    auto const& p = d.profile;
    bool const defers = holds(protecting, m) && !d.is_within.empty();
    bool any = false;
    for (auto const& t : p.told_of(m)) {
        if (!stands_in(d, c, m, t.says.claim)) continue;
        any = true;
        if (defers && mark_of(d, d.is_within, t.says.claim) != 0)
            made.see_above = true;
        else
            tell(d, p, t);
    }
    for (auto const& s : p.untold_of(m))
        if (stands_in(d, c, m, s.claim)) d.made.untold.push_back(s), any = true;
    for (auto const& x : p.silent)
        if (x.where == m) d.made.silent.push_back(x.member);
    if (any) made.state = joined_state(made.state, p.of(m).state);
}

/// The cell of the column for the option in hand.
constexpr cell filled(draft& d, column const& c) {
    cell made;
    made.first = told_count(d);
    made.untold_first = static_cast<std::uint32_t>(d.made.untold.size());
    made.silent_first = static_cast<std::uint32_t>(d.made.silent.size());
    if (c.content == column_content::matters)
        for (std::size_t i = 0; i != matter_count; ++i)
            if (auto const m = static_cast<matter>(i); holds(c.matters, m)) take_matter(d, c, m, made);
    made.last = told_count(d);
    made.untold_last = static_cast<std::uint32_t>(d.made.untold.size());
    made.silent_last = static_cast<std::uint32_t>(d.made.silent.size());
    bool const warns = (c.matters.bits & protecting.bits) != 0;
    made.label_unread = warns && made.first == made.last && !d.profile.label_unread.empty();
    return made;
}

/// The row of that option with an earlier aim, whose cells a later one defers to; the number of rows where there is none.
constexpr std::uint32_t row_above(draft const& d, row const& r) {
    std::uint32_t i = 0;
    while (i != d.made.rows.size() && !(d.made.rows[i].option == r.option && d.made.rows[i].aim < r.aim)) ++i;
    return i;
}

constexpr void fill_cells(draft& d, row const& r) {
    mark_told_within(d);
    auto const above = row_above(d, r);
    bool const defers = above != d.made.rows.size();
    std::uint32_t i = 0;
    for (auto const& c : d.made.view.columns) {
        if (defers && is_of_any_use(c)) {
            auto const& told = d.made.at(above, i);
            cell deferred;
            deferred.state = told.state;
            deferred.see_above = told.first != told.last || told.untold_first != told.untold_last;
            deferred.label_unread = told.label_unread;
            d.made.cells.push_back(deferred);
        } else {
            d.made.cells.push_back(filled(d, c));
        }
        ++i;
    }
}

}  // namespace treatise::inline v0_3::table_detail
