// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/detail/draft.hpp>

#include <algorithm>
#include <vector>

namespace treatise::inline v0_3::table_detail {

/// Cells a state, and the one source behind most of those that tell something.
constexpr void count_cells(comparison& made) {
    auto const& kb = made.base;
    auto const all = kb.all<source>();
    std::vector<std::uint32_t> cells_from(kb.all<source>().size(), 0);
    std::uint32_t filled = 0, i = 0;
    for (auto const& c : made.cells) {
        auto const content = made.view.columns[i++ % made.view.columns.size()].content;
        bool const asks = content == column_content::matters || content == column_content::outcome;
        if (asks && !c.see_above && !c.asks_nothing) ++made.states[place_of(c.state)];
        if (c.first == c.last) continue;
        ++filled;
        auto const one = kb.said(made.told[c.first].says.claim).source;
        bool alone = all.slot(one) < cells_from.size();
        for (auto const& t : made.in(c)) alone = alone && kb.said(t.says.claim).source == one;
        if (alone) ++cells_from[all.slot(one)];
    }
    for (auto s : kb.all<source>())
        if (cells_from[all.slot(s)] * 2 > filled) made.most_from = s;
}

/// The sources of all that the table tells, in display order.
constexpr void list_sources(comparison& made) {
    auto const& kb = made.base;
    auto const all = kb.all<source>();
    std::vector<std::uint8_t> cited(kb.all<source>().size(), 0);
    auto const cite = [&](id<source> s) {
        if (all.slot(s) < cited.size()) cited[all.slot(s)] = 1;
    };
    for (auto const& t : made.told) cite(kb.said(t.says.claim).source);
    for (auto const c : made.with) cite(kb.said(c).source);
    for (auto const s : made.guided_by) cite(s);
    for (auto const& x : made.excluded) cite(x.by);
    if (made.ruler) cite(kb.said(made.ruler).source);
    for (auto s : kb.all<source>())
        if (cited[all.slot(s)] != 0) made.sources.push_back(s);
}

/// What sources advise for the cause as a whole; `about` tells it.
constexpr void list_advice(draft& d) {
    for (auto about : d.relevant.reached())
        for (auto a : d.kb.out<advises>(about)) {
            auto const applies = d.relevant.of(about, *a.said);
            if (applies < applicability::narrower && in_scope<advises>(a.number, applies, d.narrowed))
                d.made.advice.push_back(a.number);
        }
}

}  // namespace treatise::inline v0_3::table_detail
