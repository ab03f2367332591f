// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/compare/draft.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace treatise::detail {

/// Chooses the rows of a comparison, and puts them in display order.
class row_chooser : protected draft_comparison {
    constexpr void named_rows() {
        for (auto o : scope_.options)
            if (!has_row(o)) add_row(o, row_role::alone);
        if (!made_.preset.of)
            std::sort(made_.rows.begin(), made_.rows.end(), [](row const& a, row const& b) { return a.option < b.option; });
    }

    constexpr void documented_rows() {
        std::vector<id<option>> rows, for_it;
        for (auto c : candidates(kb_, made_.asked, scope_)) {
            if (c.is_excluded()) {
                made_.set_apart.push_back(c.option);
                continue;
            }
            auto const row = made_.preset.rows == grouping::listed_class ? row_of(kb_, c.option) : id<therapy_class>{};
            auto const o = row ? id<option>{row} : c.option;
            if (!contains(rows, o)) rows.push_back(o);
            if (!c.is_only_against() && !contains(for_it, o)) for_it.push_back(o);
        }
        for (auto t : kb_.all<therapy>())
            if (kb_.details(t).reference && !contains(rows, id<option>{t}) && in_scope(kb_, t, scope_) && !all_of(t).empty())
                add_row(t, row_role::reference);
        std::vector<id<option>> pooled;
        for (auto o : rows)
            if (auto const c = kb_.as<therapy_class>(o); c && made_.preset.rows == grouping::listed_class)
                for (auto a : lineage(c)) {
                    bool const speaks = a == c
                                            ? has_rows_below(a)
                                            : !kb_.out<is_a>(a).empty() && !contains(rows, id<option>{a}) && !all_of(a).empty();
                    if (speaks && !contains(pooled, id<option>{a})) pooled.push_back(a);
                }
        for (auto o : pooled) add_row(o, row_role::pooled);
        for (auto o : rows)
            if (!contains(pooled, o))
                add_row(o, !contains(for_it, o)      ? row_role::against
                           : under_one_of(pooled, o) ? row_role::member
                                                     : row_role::alone);
        if (!scope_.place.size() && scope_.intents == scope{}.intents)
            for (auto aim : {intent::cause_directed, intent::preventive}) rows_with_aim(aim);
    }
    /// Rows of their own for what aims at the cause itself, or at preventing it, and speaks of the asked cause or a kind of it.
    constexpr void rows_with_aim(intent aim) {
        for (auto c : candidates(kb_, made_.asked, scope_of(aim))) {
            auto const row = made_.preset.rows == grouping::listed_class ? row_of(kb_, c.option) : id<therapy_class>{};
            auto const o = row ? id<option>{row} : c.option;
            if (c.applies() < applicability::broader && !has_row(o, aim)) add_row(o, row_role::alone, aim);
        }
    }
    constexpr bool under_one_of(std::vector<id<option>> const& pooled, id<option> o) const {
        auto const c = kb_.as<therapy_class>(o);
        if (!c) return false;
        for (auto a : lineage(c))
            if (a != c && contains(pooled, id<option>{a})) return true;
        return false;
    }

    constexpr bool is_discussed(row const& r) const {
        for (auto const& s : all_of(r))
            if (s.applies == applicability::exact || s.applies == applicability::pooled) return true;
        return false;
    }

    constexpr bool warns(row const& r) const {
        for (auto const& s : all_of(r))
            if (s.first || s.facet == facet::restriction) return true;
        return false;
    }

    /// Too many rows: those that no source discusses for this cause are named below the table instead, unless all would go;
    /// a pooled line stays where it is discussed, or where it warns of what is in a row under it.
    constexpr void collapse() {
        auto const is_option = [](row const& r) {
            return r.aim == intent::symptomatic && (r.role == row_role::alone || r.role == row_role::member);
        };
        std::uint32_t options = 0, discussed = 0;
        for (auto const& r : made_.rows) {
            options += is_option(r);
            discussed += is_discussed(r);
        }
        if (options <= made_.preset.most_rows || discussed == 0) return;
        std::erase_if(made_.rows, [&](row const& r) {
            if (!is_option(r) || is_discussed(r)) return false;
            made_.named.push_back(r.option);
            return true;
        });
        auto const pooled_away = [&](row const& r) {
            if (r.role != row_role::pooled || is_discussed(r)) return false;
            bool warned_below = false;
            for (auto const& below : made_.rows)
                warned_below = warned_below || (below.role == row_role::member && under_one_of({r.option}, below.option));
            return !(warned_below && warns(r));
        };
        std::vector<row> kept;
        for (auto const& r : made_.rows)
            if (pooled_away(r))
                made_.named.push_back(r.option);
            else
                kept.push_back(r);
        made_.rows = std::move(kept);
        std::sort(made_.named.begin(), made_.named.end());
    }

    /// A row whose pooled line has gone stands alone.
    constexpr void order() {
        std::vector<id<option>> pooled;
        for (auto const& r : made_.rows)
            if (r.role == row_role::pooled) pooled.push_back(r.option);
        for (auto& r : made_.rows)
            if (r.role == row_role::member && !under_one_of(pooled, r.option)) r.role = row_role::alone;
        // References first; then kinds of therapy in their order, a pooled line above its rows, A to Z by what is printed;
        // therapies in no class behind the classes; what is only spoken against last.
        // Behind them treatment of the cause itself, then prevention.
        auto const place = [](row const& r) {
            return r.aim != intent::symptomatic    ? 3 + static_cast<int>(r.aim)
                   : r.role == row_role::reference ? 0
                   : r.role == row_role::against   ? 3
                   : r.section                     ? 1
                                                   : 2;
        };
        std::sort(made_.rows.begin(), made_.rows.end(), [&](row const& a, row const& b) {
            if (place(a) != place(b)) return place(a) < place(b);
            if (a.section != b.section) return a.section < b.section;
            if (auto const c = compare_folded(group_name(a, pooled), group_name(b, pooled)); c != 0) return c < 0;
            if ((a.role == row_role::member) != (b.role == row_role::member)) return b.role == row_role::member;
            if (auto const c = compare_folded(kb_.name(a.label), kb_.name(b.label)); c != 0) return c < 0;
            return a.option < b.option;
        });
    }

protected:
    using draft_comparison::draft_comparison;

    constexpr void choose_rows() {
        if (!scope_.options.empty()) return named_rows();
        documented_rows();
        collapse();
        order();
    }
};

}  // namespace treatise::detail
