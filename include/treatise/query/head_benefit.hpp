// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/comparators.hpp>
#include <treatise/query/statements.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// Rule "one benefit": the outcome that heads the benefits of a table.
namespace treatise::inline v0_3 {

/// The outcome that heads a column of benefits, and what most of its figures are compared with; none where too few rows have one.
struct head_benefit {
    id<treatise::outcome> outcome{};
    id<option> comparator{};

    friend constexpr bool operator==(head_benefit, head_benefit) = default;
};

namespace query_detail {

/// Counts, row by row, which outcomes have a figure with a control.
class benefit_counter {
    struct figure {
        id<outcome> of;
        std::uint32_t row;
        id<option> comparator;
    };
    knowledge_base const& kb_;
    relevance const& relevant_;
    asked_scope& narrowed_;
    std::vector<figure> figures_{};
    std::uint32_t row_ = 0;

    constexpr void add(id<outcome> o, id<option> comparator) { figures_.push_back({o, row_, comparator}); }
    constexpr void add_figures(id<option> whose) {
        for (auto c : kb_.out_ids<affects>(whose)) {
            auto const o = kb_.object<outcome>(c);
            if (kb_.details(o).valence != valence::desirable || (kb_.has_layers() && kb_.layer(c) != 0)) continue;
            auto const& e = kb_.payload<affects>(c);
            if (e.statistic == statistic::narrative || !has_control(e) || says_nothing(c)) continue;
            if (kb_.said<affects>(c).about.empty() || !narrowed_.asked.intents.allows(e.intent)) continue;
            auto const applies = relevant_.of<affects>(c);
            if (applies != applicability::excluded && in_scope<affects>(c, applies, narrowed_)) add(o, e.comparator);
        }
    }
    constexpr bool says_nothing(claim_id c) const {
        auto const s = kb_.stance<affects>(c);
        return s == stance::no_evidence_found || s == stance::no_recommendation;
    }
    constexpr decimal strictness(id<outcome> o) const {
        auto const s = kb_.details(o).strictness;
        return s.is_finite() ? s : decimal{0, 0};
    }

public:
    constexpr benefit_counter(knowledge_base const& kb, relevance const& relevant, asked_scope& s)
        : kb_{kb}, relevant_{relevant}, narrowed_{s} {}

    constexpr void add_row(id<option> o) {
        add_figures(o);
        if (auto const c = kb_.as<therapy_class>(o))
            for (auto e : kb_.in<listed_under>(c)) add_figures(e.subject);
        else
            for (auto e : kb_.in<form_of>(kb_.as<therapy>(o))) add_figures(e.subject);
        ++row_;
    }
    constexpr head_benefit most() {
        std::sort(figures_.begin(), figures_.end(),
            [](figure const& a, figure const& b) { return a.of != b.of ? a.of < b.of : a.row < b.row; });
        std::span<figure> best;
        std::uint32_t most_rows = 0;
        for (std::size_t first = 0, last = 0; first != figures_.size(); first = last) {
            std::uint32_t rows = 0;
            for (; last != figures_.size() && figures_[last].of == figures_[first].of; ++last)
                rows += last == first || figures_[last].row != figures_[last - 1].row;
            if (rows < 3 || rows * 4 < row_) continue;
            bool const stricter = !best.empty() && less(strictness(best.front().of), strictness(figures_[first].of));
            if (rows > most_rows || (rows == most_rows && stricter))
                best = std::span{figures_}.subspan(first, last - first), most_rows = rows;
        }
        return best.empty() ? head_benefit{} : head_benefit{best.front().of, usual_comparator(best)};
    }

private:
    /// The first of those with which most of the figures are compared.
    static constexpr id<option> usual_comparator(std::span<figure> all) {
        std::sort(all.begin(), all.end(), [](figure const& a, figure const& b) { return a.comparator < b.comparator; });
        id<option> found;
        std::size_t most = 0;
        for (std::size_t first = 0, last = 0; first != all.size(); first = last) {
            while (last != all.size() && all[last].comparator == all[first].comparator) ++last;
            if (last - first > most) most = last - first, found = all[first].comparator;
        }
        return found;
    }
};

}  // namespace query_detail

/// The outcome that most rows have with a control, if at least three rows and a quarter of them have it; of several the stricter.
///
/// Figures about any use, and those of overlays, do not count. Linear in the effects of the rows' options, but for sorting.
[[nodiscard]] constexpr head_benefit choose_benefit(
    knowledge_base const& kb, relevance const& relevant, std::span<id<option> const> rows, asked_scope& s) {
    query_detail::benefit_counter counter{kb, relevant, s};
    for (auto o : rows) counter.add_row(o);
    return counter.most();
}
/// The same of a scope that is asked once.
[[nodiscard]] constexpr head_benefit choose_benefit(
    knowledge_base const& kb, relevance const& relevant, std::span<id<option> const> rows, scope const& s = {}) {
    asked_scope narrowed{kb, s};
    return choose_benefit(kb, relevant, rows, narrowed);
}

}  // namespace treatise::inline v0_3
