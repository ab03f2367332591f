// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/audit.hpp>
#include <treatise/table/plain.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace treatise::inline v0_3 {

namespace audit_detail {

/// Audits what an option grid has beyond its comparison: its questions and its numbers.
class grid_auditor {
    option_grid const& g_;
    comparison const& c_;
    knowledge_base const& kb_;
    std::vector<audit_finding> found_{};

    void find(audit_check check, std::uint32_t row = no_number, std::uint32_t column = no_number, claim_id claim = {}) {
        found_.push_back({check, severity::error, row, column, claim});
    }
    /// The same numbers as they follow from the claim; on the other denominator where the grid's one was left.
    void number(statement const& s, std::span<statement const> all, std::uint32_t row, std::uint32_t column) {
        auto const* f = g_.figure(s.claim);
        if (f == nullptr) {
            find(audit_check::a6, row, column, s.claim);
            return;
        }
        auto const other = g_.of == denominator::hundred ? denominator::thousand : denominator::hundred;
        auto const right = table_detail::figure_of(kb_, s, all, g_.of), moved = table_detail::figure_of(kb_, s, all, other);
        auto const same = [](grid_figure const& a, grid_figure const& b) {
            return a.with == b.with && a.without == b.without && a.more == b.more && a.more_between == b.more_between &&
                   a.with_between == b.with_between;
        };
        bool const difference = is_difference_of_means(kb_.payload<affects>(s.claim).statistic);
        if (difference && f->as != told_as::words)
            find(audit_check::c10, row, column, s.claim);
        else if (f->as != right.as || (!same(*f, right) && !same(*f, moved)))
            find(audit_check::c13, row, column, s.claim);
        else if (!same(*f, right))
            find(audit_check::c1, row, column, s.claim);
        if (f->crosses_no_effect != right.crosses_no_effect) find(audit_check::c8, row, column, s.claim);
        bool const trivial = f->size == effect_size::trivial, concluded = kb_.stance(s.claim) == stance::no_difference;
        if (f->certainty != right.certainty || f->rated_apart != right.rated_apart || trivial != concluded)
            find(audit_check::d3, row, column, s.claim);
    }
    static bool is_difference_of_means(statistic s) {
        return s == statistic::mean_difference || s == statistic::standardised_mean_difference;
    }

    void questions() {
        std::uint32_t outcomes = 0;
        std::vector<id<outcome>> asked;
        for (auto const& q : g_.questions) {
            if (!q.about) continue;
            ++outcomes;
            if (std::find(asked.begin(), asked.end(), q.about) != asked.end()) find(audit_check::b1);
            asked.push_back(q.about);
        }
        if (outcomes > 7) find(audit_check::c12);
    }

public:
    explicit grid_auditor(option_grid const& g) : g_{g}, c_{g.table}, kb_{g.table.base} {}

    std::vector<audit_finding> run() {
        if (g_.questions.size() != c_.preset.columns.size() || c_.cells.size() != c_.rows.size() * g_.questions.size()) {
            find(audit_check::b1);
            return std::move(found_);
        }
        questions();
        for (std::uint32_t r = 1; r < c_.rows.size(); ++r)
            if (table_detail::stands_before(kb_, c_.rows[r], c_.rows[r - 1])) find(audit_check::b4, r);
        for (std::uint32_t r = 0; r != c_.rows.size(); ++r)
            for (std::uint32_t i = 0; i != g_.questions.size(); ++i) {
                auto const asks = g_.questions[i].asks;
                if (asks != question::benefit && asks != question::harm && asks != question::warnings) continue;
                for (auto const& s : c_.shown_in(c_.at(r, i)))
                    if (kb_.is<affects>(s.claim)) number(s, c_.in(c_.at(r, i)), r, i);
            }
        for (auto const& w : c_.warnings)
            if (kb_.is<affects>(w.warning.claim)) number(w.warning, {}, w.row, no_number);
        return std::move(found_);
    }
};

}  // namespace audit_detail

/// What a trustworthy table for patients must satisfy and this grid does not: the checks of its comparison, and those on one
/// denominator, numbers that follow from their claims, uncertainty, wording by certainty, and at most seven outcomes.
///
/// The checks on its words are in audit/grid_words.hpp. Outcomes that stand first among harms are told besides the seven.
[[nodiscard]] inline std::vector<audit_finding> audit(option_grid const& grid) {
    auto found = audit(grid.table);
    if (grid.table.base.entity_count() == 0) return found;
    // Asked options stand in the neutral order, too, and not in that of their numbers.
    std::erase_if(found, [](audit_finding const& f) { return f.check == audit_check::b4; });
    auto const own = audit_detail::grid_auditor{grid}.run();
    found.insert(found.end(), own.begin(), own.end());
    return found;
}

}  // namespace treatise::inline v0_3
