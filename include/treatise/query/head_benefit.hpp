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
    struct count {
        id<outcome> of;
        std::uint32_t rows = 0, last_row = no_number;
    };
    struct comparator_count {
        id<outcome> of;
        id<option> comparator;
        std::uint32_t figures = 0;
    };
    knowledge_base const& kb_;
    relevance const& relevant_;
    scope const& narrowed_;
    std::vector<count> counts_{};
    std::vector<comparator_count> comparators_{};
    std::uint32_t row_ = 0;

    constexpr void add(id<outcome> o, id<option> comparator) {
        auto x = std::find_if(counts_.begin(), counts_.end(), [&](count const& c) { return c.of == o; });
        if (x == counts_.end()) x = counts_.insert(x, count{o});
        if (x->last_row != row_) ++x->rows, x->last_row = row_;
        auto y = std::find_if(comparators_.begin(), comparators_.end(),
            [&](comparator_count const& c) { return c.of == o && c.comparator == comparator; });
        if (y == comparators_.end()) y = comparators_.insert(y, comparator_count{o, comparator});
        ++y->figures;
    }
    constexpr void add_figures(id<option> whose) {
        for (auto c : kb_.out_ids<affects>(whose)) {
            auto const o = kb_.object<outcome>(c);
            if (kb_.details(o).valence != valence::desirable || (kb_.has_layers() && kb_.layer(c) != 0)) continue;
            auto const& e = kb_.payload<affects>(c);
            if (e.statistic == statistic::narrative || !has_control(e) || says_nothing(c)) continue;
            if (kb_.said<affects>(c).about.empty() || !narrowed_.intents.allows(e.intent)) continue;
            auto const applies = relevant_.of<affects>(c);
            if (applies != applicability::excluded && in_scope<affects>(kb_, c, applies, narrowed_)) add(o, e.comparator);
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
    constexpr benefit_counter(knowledge_base const& kb, relevance const& relevant, scope const& s)
        : kb_{kb}, relevant_{relevant}, narrowed_{s} {}

    constexpr void add_row(id<option> o) {
        add_figures(o);
        if (auto const c = kb_.as<therapy_class>(o))
            for (auto e : kb_.in<listed_under>(c)) add_figures(e.subject);
        else
            for (auto e : kb_.in<form_of>(kb_.as<therapy>(o))) add_figures(e.subject);
        ++row_;
    }
    constexpr head_benefit most() const {
        count const* best = nullptr;
        for (auto const& c : counts_) {
            if (c.rows < 3 || c.rows * 4 < row_) continue;
            if (!best || c.rows > best->rows ||
                (c.rows == best->rows && (less(strictness(best->of), strictness(c.of)) ||
                                             (!less(strictness(c.of), strictness(best->of)) && c.of < best->of))))
                best = &c;
        }
        if (!best) return {};
        comparator_count const* with = nullptr;
        for (auto const& c : comparators_)
            if (c.of == best->of &&
                (!with || c.figures > with->figures || (c.figures == with->figures && c.comparator < with->comparator)))
                with = &c;
        return {best->of, with ? with->comparator : id<option>{}};
    }
};

}  // namespace query_detail

/// The outcome that most rows have with a control, if at least three rows and a quarter of them have it; of several the stricter.
///
/// Figures about any use, and those of overlays, do not count. Linear in the effects of the rows' options.
[[nodiscard]] constexpr head_benefit choose_benefit(
    knowledge_base const& kb, relevance const& relevant, std::span<id<option> const> rows, scope const& s = {}) {
    query_detail::benefit_counter counter{kb, relevant, s};
    for (auto o : rows) counter.add_row(o);
    return counter.most();
}

}  // namespace treatise::inline v0_3
