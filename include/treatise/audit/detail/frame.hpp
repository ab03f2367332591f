// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/run.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/query/around.hpp>
#include <treatise/query/candidates.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

// The table as a whole: what it is about, which rows it has and in which order.
namespace treatise::inline v0_3::audit_detail {

inline void audit_frame(audit_run& a) {
    auto const& c = a.c;
    auto const& kb = a.kb;
    bool const named = !kb.name(c.asked).empty() && !kb.description(c.asked).empty();
    a.find_if(!named, audit_check::a1);
    a.find_if(named && kb.codes(c.asked).empty(), audit_check::a1, {}, {}, severity::warning);
    bool const benefit = shows(c, matter::benefit), harm = shows(c, matter::harm);
    a.find_if(
        benefit && !harm, audit_check::b3, {}, {}, c.view.of ? severity::warning : severity::error);  // a source's own columns
    a.find_if(harm && !benefit && c.view.key == views::overview.key, audit_check::a6);
    a.find_if(benefit && !shows(c, matter::practical) && !c.view.of, audit_check::a5);
    a.find_if(!kb.base().released, audit_check::e2);
    for (auto s : c.sources) a.find_if(!kb.details(s).published, audit_check::e2);
}

/// Every cell is there, and every range of a cell is within its list.
[[nodiscard]] inline bool audit_shape(audit_run& a) {
    auto const& c = a.c;
    bool good = c.cells.size() == c.rows.size() * c.view.columns.size();
    for (auto const& x : c.cells)
        good = good && x.first <= x.last && x.last <= c.told.size() && x.untold_first <= x.untold_last &&
               x.untold_last <= c.untold.size() && x.silent_first <= x.silent_last && x.silent_last <= c.silent.size();
    for (auto const& t : c.told) good = good && t.with_first <= t.with_last && t.with_last <= c.with.size();
    for (auto const& w : c.label_warnings) good = good && w.first <= w.last && w.last <= c.told.size();
    for (auto const& b : c.borrowed) good = good && b.first <= b.last && b.last <= c.told.size();
    a.find_if(!good, audit_check::b1);
    return good;
}

/// Whether a row, a line below the table or the list of what is excluded holds the option.
[[nodiscard]] inline bool has_a_place(comparison const& c, id<option> o) {
    auto const& kb = c.base;
    std::vector<id<option>> places{o};
    for (auto const& x : options_around(kb, relevance{kb, c.asked}, o))
        if (x.of == said_of::its_class || x.of == said_of::whole || x.of == said_of::member) places.push_back(x.option);
    auto const stands = [&](id<option> x) { return contains(places, x); };
    if (contains(c.excluded, o) || std::any_of(c.named.begin(), c.named.end(), stands)) return true;
    for (auto const& r : c.rows)
        if (stands(r.option) || std::any_of(c.members_of(r).begin(), c.members_of(r).end(), stands)) return true;
    for (auto const& b : c.borrowed)
        for (auto i = b.first; i != b.last; ++i)
            if (stands(c.told[i].whose)) return true;
    return false;
}

/// Every documented option stands somewhere.
inline void audit_selection(audit_run& a) {
    auto const& c = a.c;
    bool const everything = c.view.rows == row_content::options && c.view.shows == views::overview.shows;
    if (c.narrowed || c.asked_options || c.view.of || !everything) return;
    auto const all = candidates(a.kb, c.asked);
    for (auto const o : all) a.find_if(!has_a_place(c, o.option), audit_check::a3, {}, o.reasons.front().claim);
}

/// References first; what treats the cause and what prevents it behind; then group, kind of therapy, and A to Z.
[[nodiscard]] inline bool stands_before(knowledge_base const& kb, row const& a, row const& b) {
    if (a.aim != b.aim) return a.aim < b.aim;
    if (a.is_reference != b.is_reference) return a.is_reference;
    if (a.group != b.group) return a.group < b.group;
    if (a.kind != b.kind) return a.kind < b.kind;
    return a.option != b.option && compare_folded(kb.name(a.option), kb.name(b.option)) < 0;
}
inline void audit_order(audit_run& a) {
    auto const& rows = a.c.rows;
    if (a.c.view.of) return;
    for (std::uint32_t i = 1; i < rows.size(); ++i)
        a.find_if(stands_before(a.kb, rows[i], rows[i - 1]), audit_check::b4, {i, no_number});
}

/// No option has two rows with one aim.
inline void audit_once(audit_run& a) {
    auto const& rows = a.c.rows;
    if (a.c.view.rows != row_content::options) return;
    for (std::uint32_t i = 0; i != rows.size(); ++i)
        for (std::uint32_t j = 0; j != i; ++j)
            a.find_if(rows[i].option == rows[j].option && rows[i].aim == rows[j].aim, audit_check::b8, {i, no_number});
}

/// A row with fewer than a third of the filled cells of the fullest one. In views of one kind of treatment rows differ by what
/// was read of them, and each empty cell says so.
inline void audit_balance(audit_run& a) {
    if (a.c.view.rows != row_content::options || a.c.view.shows != shown_options::everything || a.c.view.of) return;
    std::vector<std::uint32_t> filled(a.c.rows.size(), 0);
    each_cell(a.c, [&](place at, cell const& x) { filled[at.row] += x.first != x.last || x.see_above; });
    std::uint32_t most = 0;
    for (std::uint32_t r = 0; r != filled.size(); ++r)
        if (!a.c.rows[r].is_reference) most = (std::max)(most, filled[r]);
    for (std::uint32_t r = 0; r != filled.size(); ++r)
        a.find_if(!a.c.rows[r].is_reference && filled[r] * 3 < most, audit_check::b2, {r, no_number}, {}, severity::warning);
}

}  // namespace treatise::inline v0_3::audit_detail
