// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/run.hpp>
#include <treatise/graph/walk.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/query/candidates.hpp>

#include <algorithm>
#include <cstddef>
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

/// The options that a row, a line below the table or the list of what is excluded names.
[[nodiscard]] inline walk<option> named_in(comparison const& c) {
    walk<option> named;
    named.clear(c.base);
    for (auto const& x : c.excluded) named.add(x.option);
    for (auto o : c.named) named.add(o);
    for (auto const& r : c.rows) {
        named.add(r.option);
        for (auto t : c.members_of(r)) named.add(t);
    }
    for (auto const& b : c.borrowed)
        for (auto i = b.first; i != b.last; ++i) named.add(c.told[i].whose);
    return named;
}

/// The options that have a place: those named, all in a class or a form of one named, and the classes of one named. What combines
/// a medicine of a class named has one, too. Linear in the options.
class options_with_a_place {
    knowledge_base const& kb_;
    walk<option> named_, under_{}, above_{};

    template <class Add>
    void add_below(id<option> o, Add add) const {
        if (auto const c = kb_.as<therapy_class>(o)) {
            for (auto e : kb_.in<is_a>(c)) add(e.subject);
            for (auto e : kb_.in<listed_under>(c)) add(e.subject);
            for (auto e : kb_.in<member_of>(c)) add(e.subject);
        } else {
            for (auto e : kb_.in<form_of>(kb_.as<therapy>(o))) add(e.subject);
        }
    }
    template <class Add>
    void add_classes(id<option> o, Add add) const {
        if (auto const c = kb_.as<therapy_class>(o)) {
            for (auto e : kb_.out<is_a>(c)) add(e.object);
        } else {
            for (auto e : kb_.out<listed_under>(kb_.as<therapy>(o))) add(e.object);
            for (auto e : kb_.out<member_of>(kb_.as<therapy>(o))) add(e.object);
        }
    }

public:
    explicit options_with_a_place(comparison const& c) : kb_{c.base}, named_{named_in(c)} {
        under_.clear(kb_);
        above_.clear(kb_);
        for (auto o : named_.reached()) {
            add_below(o, [&](id<option> x) { under_.add(x); });
            add_classes(o, [&](id<option> x) { above_.add(x); });
        }
        under_.run([&](id<option> o, auto const& add) {
            add_below(o, add);
            if (auto const t = kb_.as<therapy>(o))
                for (auto e : kb_.in<combines>(t)) add(e.subject);
        });
        above_.run([&](id<option> o, auto const& add) { add_classes(o, add); });
    }
    [[nodiscard]] bool has(id<option> o) const { return named_.reaches(o) || under_.reaches(o) || above_.reaches(o); }
};

/// Every documented option stands somewhere.
inline void audit_selection(audit_run& a) {
    auto const& c = a.c;
    bool const everything = c.view.rows == row_content::options && c.view.shows == views::overview.shows;
    if (c.narrowed || c.asked_options || c.view.of || !everything) return;
    options_with_a_place const places{c};
    auto const all = candidates(a.kb, c.asked);
    for (auto const o : all) a.find_if(!places.has(o.option), audit_check::a3, {}, o.reasons.front().claim);
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
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i != rows.size(); ++i) order.push_back(i);
    std::sort(order.begin(), order.end(), [&](auto x, auto y) {
        if (rows[x].option != rows[y].option) return rows[x].option < rows[y].option;
        return rows[x].aim != rows[y].aim ? rows[x].aim < rows[y].aim : x < y;
    });
    for (std::size_t i = 1; i < order.size(); ++i) {
        auto const &x = rows[order[i - 1]], &y = rows[order[i]];
        a.find_if(x.option == y.option && x.aim == y.aim, audit_check::b8, {order[i], no_number});
    }
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
