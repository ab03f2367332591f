// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/table/compare.hpp>
#include <treatise/table/detail/grid_choice.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::table_detail {

/// The options of a grid, each with every statement about it, and those for which there is no room.
class grid_rows {
    knowledge_base const& kb_;
    relevance const& near_;
    scope const& scope_;
    plain_options const& set_;
    comparison base_{};
    std::vector<grid_row> rows_{}, references_{};

    static constexpr bool is_option(row const& r) { return r.role == row_role::alone || r.role == row_role::member; }

    /// The table without a choice: which options there are, and what is said of each.
    constexpr void collect() {
        preset all = overview;
        all.one_page = false;
        all.key = "plain";
        base_ = compare(kb_, near_.reached().front(), all, scope_);
        bool any = false;
        for (auto const& r : base_.rows) any = any || is_option(r);
        for (std::uint32_t i = 0; i != base_.rows.size(); ++i) {
            auto const& r = base_.rows[i];
            if (any && !is_option(r) && r.role != row_role::reference) {
                base_.named.push_back(r.option);  // its figures are on no row of a member
                continue;
            }
            grid_row made{r, {}};
            for (std::uint32_t c = 0; c != all.columns.size(); ++c)
                for (auto const& s : base_.in(base_.at(i, c))) made.all.push_back(s);
            if (auto const t = kb_.as<therapy>(r.option)) forms(t, made.all);
            if (r.role != row_role::reference) made.as_row.role = row_role::alone;
            if (auto const t = kb_.as<therapy>(r.option); t && kb_.details(t).reference) made.as_row.role = row_role::reference;
            rows_.push_back(std::move(made));
        }
    }
    /// A product form stands with its drug, unless it is asked for itself.
    constexpr void forms(id<therapy> t, std::vector<statement>& to) const {
        for (auto e : kb_.in<form_of>(t)) {
            bool own = false;
            for (auto const& r : base_.rows) own = own || r.option == id<option>{e.subject};
            if (own) continue;
            for (auto s : statements(kb_, near_, e.subject, scope_)) {
                if (s.applies == applicability::excluded || s.facet == facet::mechanism || s.facet == facet::provider) continue;
                s.of = said_of::member;
                to.push_back(s);
            }
        }
    }

    constexpr void choose_rows() {
        std::vector<grid_row> references, options;
        for (auto& r : rows_) (r.as_row.role == row_role::reference ? references : options).push_back(std::move(r));
        auto const most = std::max<std::uint32_t>(set_.most_options, 2) - 1u;
        if (!base_.asked_options && options.size() > most) {
            auto const kept = most_documented(kb_, options, most);
            std::vector<grid_row> left;
            for (std::size_t i = 0; i != options.size(); ++i)
                if (contains(kept, i))
                    left.push_back(std::move(options[i]));
                else
                    base_.named.push_back(options[i].as_row.option);
            options = std::move(left);
            chosen = true;
        }
        std::sort(options.begin(), options.end(),
            [&](grid_row const& a, grid_row const& b) { return stands_before(kb_, a.as_row, b.as_row); });
        rows_ = std::move(options);
        references_ = std::move(references);
    }

public:
    bool chosen = false;  ///< by the rule, because there are more

    constexpr grid_rows(knowledge_base const& kb, relevance const& relevant, scope const& s, plain_options const& o)
        : kb_{kb}, near_{relevant}, scope_{s}, set_{o} {
        collect();
        choose_rows();
    }
    constexpr comparison const& base() const { return base_; }  ///< its `named` are the options without a column
    constexpr std::vector<grid_row>& options() { return rows_; }
    constexpr std::vector<grid_row>& references() { return references_; }
};

}  // namespace treatise::inline v0_3::table_detail
