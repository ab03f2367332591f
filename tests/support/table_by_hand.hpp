// SPDX-License-Identifier: BSL-1.0
#pragma once

// A comparison put together by hand, cell by cell: what a cell says is then the work of words alone.
//
//   fixture::table_by_hand t{kb, "knee-osteoarthritis", {treatise::columns::option, treatise::columns::harms}};
//   t.row("anti-inflammatories").tells(1, "affects-alphaprofen-nausea");
//   lay_out(t.made());

#include "fixtures.hpp"

#include <treatise/query/applicability.hpp>
#include <treatise/query/meaning.hpp>
#include <treatise/table/comparison.hpp>

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace fixture {

class table_by_hand {
    treatise::comparison c_{};
    treatise::relevance near_;

    treatise::statement statement_of(std::string_view claim_key) const {
        treatise::statement s;
        s.claim = fixture::claim(c_.base, claim_key);
        s.facet = *treatise::facet_of(c_.base, s.claim);
        s.applies = near_.of(s.claim);
        auto const o = c_.base.as<treatise::outcome>(c_.base.object(s.claim));
        s.first = s.facet == treatise::facet::warning || (s.facet == treatise::facet::harm && c_.base.details(o).important);
        return s;
    }
    void cite(treatise::claim_id claim) {
        auto const from = c_.base.said(claim).source;
        for (auto s : c_.sources)
            if (s == from) return;
        c_.sources.push_back(from);
    }

public:
    table_by_hand(treatise::knowledge_base const& kb, std::string_view cause, treatise::column_list const& columns,
        treatise::view view = treatise::views::overview)
        : near_{kb, entity<treatise::cause>(kb, cause)} {
        c_.base = kb;
        c_.asked = entity<treatise::cause>(kb, cause);
        c_.view = view;
        c_.view.columns = columns;
        c_.groups = treatise::row_group::kind;
        c_.comparator = entity<treatise::option>(kb, "placebo");
    }

    table_by_hand& row(std::string_view option, std::initializer_list<std::string_view> members = {}) {
        treatise::row r;
        r.option = entity<treatise::option>(c_.base, option);
        r.members_first = static_cast<std::uint32_t>(c_.members.size());
        for (auto m : members) c_.members.push_back(entity<treatise::therapy>(c_.base, m));
        r.members_last = static_cast<std::uint32_t>(c_.members.size());
        c_.rows.push_back(std::move(r));
        c_.cells.resize(c_.cells.size() + c_.view.columns.size());
        return *this;
    }
    /// The cells of a row are filled from the left; what a cell tells is added behind what it tells already.
    table_by_hand& tells(std::uint32_t column, std::string_view claim_key, std::initializer_list<std::string_view> with = {}) {
        treatise::told t;
        t.says = statement_of(claim_key);
        t.whose = c_.base.as<treatise::option>(c_.base.subject(t.says.claim));
        t.with_first = static_cast<std::uint32_t>(c_.with.size());
        for (auto key : with) {
            c_.with.push_back(fixture::claim(c_.base, key));
            cite(c_.with.back());
        }
        t.with_last = static_cast<std::uint32_t>(c_.with.size());
        cite(t.says.claim);
        auto& cell = cell_of(column);
        if (cell.first == cell.last) cell.first = static_cast<std::uint32_t>(c_.told.size());
        c_.told.push_back(t);
        cell.last = static_cast<std::uint32_t>(c_.told.size());
        cell.state = treatise::cell_state::reported;
        return *this;
    }
    table_by_hand& as_range() {
        c_.told.back().is_range = true;
        return *this;
    }
    treatise::cell& cell_of(std::uint32_t column) { return c_.cells[(c_.rows.size() - 1) * c_.view.columns.size() + column]; }
    treatise::comparison& made() { return c_; }
};

}  // namespace fixture
