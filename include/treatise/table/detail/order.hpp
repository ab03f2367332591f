// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/fields.hpp>
#include <treatise/table/detail/draft.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::table_detail {

constexpr bool names_before(knowledge_base const& kb, id<option> a, id<option> b) {
    auto const c = compare_folded(kb.name(a), kb.name(b));
    return c != 0 ? c < 0 : a < b;
}

/// Kinds of therapy in their order, what is in none behind them; A to Z inside.
constexpr bool stands_before(knowledge_base const& kb, placement const& places, id<option> a, id<option> b) {
    if (auto const x = places.kind_of(a), y = places.kind_of(b); x != y) return x < y;
    return names_before(kb, a, b);
}

/// References first; treatment of the cause itself, then prevention, behind what relieves; then by group, kind and name. The
/// outcomes of an option, and its payers' rules, stay as they were told.
constexpr bool row_before(knowledge_base const& kb, row const& a, row const& b) {
    if (a.aim != b.aim) return a.aim < b.aim;
    if (a.is_reference != b.is_reference) return a.is_reference;
    if (a.group != b.group) return a.group < b.group;
    if (a.kind != b.kind) return a.kind < b.kind;
    return a.option != b.option && names_before(kb, a.option, b.option);
}

/// The places of options in the table of a source, which names its rows in its own order: option by option, those that it does
/// not name last.
constexpr std::vector<std::uint32_t> places_in_source(draft const& d) {
    auto const options = d.kb.all<option>();
    std::vector<std::uint32_t> place(options.size() + 1u, no_number);
    std::uint32_t i = 0;
    for (auto x : d.kb[d.kb.details(d.made.view.of).options]) {
        if (auto const slot = options.slot(x); slot < options.size() && place[slot] == no_number) place[slot] = i;
        ++i;
    }
    return place;
}

/// Puts the rows in the order of printing, with their cells.
constexpr void put_in_order(draft& d) {
    auto& made = d.made;
    auto const columns = made.view.columns.size();
    std::vector<std::uint32_t> order;
    order.reserve(made.rows.size());
    for (std::uint32_t i = 0; i != made.rows.size(); ++i) order.push_back(i);
    std::vector<std::uint32_t> place;
    if (made.view.of) place = places_in_source(d);
    auto const place_of_row = [&](row const& r) {
        return place[(std::min)(d.kb.all<option>().slot(r.option), d.kb.all<option>().size())];
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
        auto const &a = made.rows[x], &b = made.rows[y];
        if (made.view.of)
            if (auto const p = place_of_row(a), q = place_of_row(b); p != q) return p < q;
        return row_before(d.kb, a, b) || (!row_before(d.kb, b, a) && x < y);
    });
    std::vector<row> rows;
    std::vector<cell> cells;
    rows.reserve(made.rows.size());
    cells.reserve(made.cells.size());
    for (auto i : order) {
        rows.push_back(std::move(made.rows[i]));
        for (std::uint32_t c = 0; c != columns; ++c) cells.push_back(made.cells[i * columns + c]);
    }
    made.rows = std::move(rows);
    made.cells = std::move(cells);
}

/// Puts the lines below the table in the order of its rows, those of whole classes first.
constexpr void put_lines_below_in_order(comparison& made) {
    auto const options = made.base.all<option>();
    std::vector<std::uint32_t> first_row(options.size() + 1u, 0);  // from 1; of what has no row 0
    for (std::uint32_t i = 0; i != made.rows.size(); ++i)
        if (auto& first = first_row[(std::min)(options.slot(made.rows[i].option), options.size())]; first == 0) first = i + 1;
    auto const place = [&](warning_line const& w) { return first_row[(std::min)(options.slot(w.option), options.size())]; };
    std::sort(made.label_warnings.begin(), made.label_warnings.end(), [&](warning_line const& a, warning_line const& b) {
        auto const x = place(a), y = place(b);
        return x != y ? x < y : a.first < b.first;
    });
}

}  // namespace treatise::inline v0_3::table_detail
