// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/finding.hpp>
#include <treatise/query/applicability.hpp>
#include <treatise/table/comparison.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3::audit_detail {

/// Where an audit looks, and what it finds.
struct place {
    std::uint32_t row = no_number, column = no_number;
};

/// One audit of a comparison: what it looks at and what it has found.
struct audit_run {
    comparison const& c;
    knowledge_base const& kb;
    relevance relevant;
    std::vector<audit_finding> found{};
    std::string_view text{};  ///< what is being read, where it is words

    explicit audit_run(comparison const& made) : c{made}, kb{made.base}, relevant{made.base, made.asked} {}

    void find(
        audit_check check, place at = {}, claim_id claim = {}, severity how = severity::error, std::string_view words = {}) {
        found.push_back({check, how, at.row, at.column, claim, std::string{words.empty() ? text : words}});
    }
    void find_if(bool wrong, audit_check check, place at = {}, claim_id claim = {}, severity how = severity::error) {
        if (wrong) find(check, at, claim, how);
    }

    /// Every told claim of a cell with those told together with it.
    template <class Visit>
    void each_claim(std::span<told const> all, Visit visit) const {
        for (auto const& t : all) {
            visit(t.says.claim);
            for (auto const w : c.with_of(t)) visit(w);
        }
    }
};

/// Visits every cell that is filled from matters.
template <class Visit>
void each_cell(comparison const& c, Visit visit) {
    for (std::uint32_t r = 0; r != c.rows.size(); ++r)
        for (std::uint32_t i = 0; i != c.view.columns.size(); ++i)
            if (c.view.columns[i].content == column_content::matters) visit(place{r, i}, c.at(r, i));
}

[[nodiscard]] constexpr bool is_stated(text t) { return t && t != not_stated; }

/// Whether the view shows anything on the matter, its blocks apart.
[[nodiscard]] inline bool shows(comparison const& c, matter m) {
    for (auto const& column : c.view.columns)
        if (column.content == column_content::matters && column.matters.bits != 0 && column.matters.allows(m)) return true;
    return false;
}

}  // namespace treatise::inline v0_3::audit_detail
