// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/detail/row_draft.hpp>
#include <treatise/table/unstated.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::table_detail {

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

    constexpr bool is_discussed(row const& r) {
        for (auto const& s : all_of(r))
            if (s.applies == applicability::exact || s.applies == applicability::pooled) return true;
        return false;
    }

    constexpr bool warns(row const& r) {
        for (auto const& s : all_of(r))
            if (s.first || s.facet == facet::restriction) return true;
        return false;
    }

    static constexpr bool is_option(row const& r) {
        return r.aim == intent::symptomatic && (r.role == row_role::alone || r.role == row_role::member);
    }
    /// A source advises on it, approves it or gives a figure, for this cause or for it and others together.
    constexpr bool is_judged(row const& r) {
        for (auto const& s : all_of(r)) {
            bool const here = s.applies == applicability::exact || s.applies == applicability::pooled;
            if (here && (s.facet == facet::recommendation || s.facet == facet::approval || tells_figure(kb_, s.claim)))
                return true;
        }
        return false;
    }

    /// Names below the table the options without a row that keeps them, and the pooled lines that go with them: a pooled line
    /// stays where it is kept itself, or where it warns of what is in a row under it.
    template <class Keeps>
    constexpr void name_instead(std::vector<id<option>>& named, Keeps keeps) {
        std::erase_if(made_.rows, [&](row const& r) {
            if (!is_option(r) || keeps(r)) return false;
            named.push_back(r.option);
            if (r.above) named.push_back(r.above);
            return true;
        });
        auto const pooled_away = [&](row const& r) {
            if (r.role != row_role::pooled || keeps(r)) return false;
            bool warned_below = false;
            for (auto const& below : made_.rows)
                warned_below = warned_below || (below.role == row_role::member && under_one_of({r.option}, below.option));
            return !(warned_below && warns(r));
        };
        std::vector<row> kept;
        for (auto const& r : made_.rows)
            if (pooled_away(r))
                named.push_back(r.option);
            else
                kept.push_back(r);
        made_.rows = std::move(kept);
        std::sort(named.begin(), named.end());
    }

    /// Rows, and on one page the headings over them.
    constexpr std::uint32_t lines() const {
        std::uint32_t n = 0;
        std::vector<id<therapy_class>> sections;
        for (auto const& r : made_.rows) {
            n += is_option(r) || made_.preset.one_page;
            if (!made_.preset.one_page || contains(sections, r.section)) continue;
            sections.push_back(r.section);
            ++n;
        }
        return n;
    }

    /// On one page a pooled line with a single row under it is told on that row, by its name.
    constexpr void join_pooled() {
        auto const is_under = [&](row const& r, row const& pooled) {
            return r.option != pooled.option && r.aim == pooled.aim && r.role != row_role::reference &&
                   under_one_of({pooled.option}, r.option);
        };
        for (std::size_t i = 0; i != made_.rows.size();) {
            auto const pooled = made_.rows[i];
            row* only = nullptr;
            std::size_t below = 0;
            for (auto& r : made_.rows)
                if (is_under(r, pooled)) only = &r, ++below;
            if (pooled.role == row_role::pooled && below == 1 && only->role == row_role::member && !only->above) {
                only->above = kb_.as<therapy_class>(pooled.option);
                made_.rows.erase(made_.rows.begin() + static_cast<std::ptrdiff_t>(i));
                i = 0;
            } else {
                ++i;
            }
        }
    }

    /// Too many rows: those that no source discusses for this cause are named below the table instead, and on one page then
    /// those of which none says more than a few words; unless all would go.
    constexpr void collapse() {
        std::uint32_t discussed = 0, judged = 0;
        for (auto const& r : made_.rows) discussed += is_discussed(r);
        bool const too_many = lines() > made_.preset.most_rows && discussed != 0;
        if (too_many) name_instead(made_.named, [this](row const& r) { return is_discussed(r); });
        if (!made_.preset.one_page) return;
        join_pooled();
        for (auto const& r : made_.rows) judged += is_option(r) && is_judged(r);
        if (!too_many || lines() <= made_.preset.most_rows || judged == 0) return;
        name_instead(made_.mentioned, [this](row const& r) { return is_judged(r); });
        join_pooled();
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

}  // namespace treatise::inline v0_3::table_detail
