// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/one_result.hpp>
#include <treatise/query/head_benefit.hpp>
#include <treatise/query/profile.hpp>
#include <treatise/query/ruler.hpp>
#include <treatise/table/detail/below.hpp>
#include <treatise/table/detail/cells.hpp>
#include <treatise/table/detail/order.hpp>

#include <algorithm>
#include <vector>

// Makes rows: asks for the profile of an option once, takes its group from it, then fills its cells.
namespace treatise::inline v0_3::table_detail {

/// Asks for the profile of an option, in the scope of its row: `s` is `of_rows`, or that with another aim.
constexpr void ask_profile(draft& d, id<option> o, asked_scope& s) { profile(d.kb, d.relevant, o, s, d.tells, d.profile); }
constexpr void ask_profile(draft& d, id<option> o) { ask_profile(d, o, d.of_rows); }

/// What the source of a table puts into a class of its own, which may be wider than those that therapies are listed under.
constexpr void add_members_of_source(draft& d, id<option> o) {
    auto const wide = d.kb.as<therapy_class>(o);
    if (!wide || !d.profile.members.empty()) return;
    auto const first = static_cast<std::ptrdiff_t>(d.made.members.size());
    d.under.clear(d.kb);
    d.under.add(wide);
    walk_down(d.kb, d.under);
    walk<therapy> in_it;
    in_it.clear(d.kb);
    for (auto c : d.under.reached()) {
        for (auto e : d.kb.in<listed_under>(c)) in_it.add(e.subject);
        for (auto e : d.kb.in<member_of>(c)) in_it.add(e.subject);
    }
    std::vector<statement> said;
    for (auto t : in_it.reached()) {
        bool named = false;
        statements(d.kb, d.relevant, t, d.of_rows, false, said);
        for (auto const& s : said) named = named || (s.of == said_of::itself && is_of_view(d, s.claim));
        if (named) d.made.members.push_back(t);
    }
    std::sort(d.made.members.begin() + first, d.made.members.end(),
        [&](id<therapy> a, id<therapy> b) { return names_before(d.kb, a, b); });
}

/// A row for the option in hand, without cells.
constexpr row row_in_hand(draft& d, id<option> o, intent aim) {
    row r{.option = o, .kind = d.places.kind_of(o), .aim = aim};
    if (d.made.groups == row_group::guidance && aim == intent::symptomatic) {
        voices_of(d.profile, d.field, d.voices);
        if (d.kb.is_added(o)) d.voices.clear();  // no guideline speaks of what an overlay adds
        r.group = group_of(d.bodies, d.voices);
        for (auto const& v : d.voices)
            if (decides(v, r.group)) d.deciding[place_of(r.group)].add(d.kb.said(v.claim).source);
    }
    r.members_first = static_cast<std::uint32_t>(d.made.members.size());
    d.made.members.insert(d.made.members.end(), d.profile.members.begin(), d.profile.members.end());
    if (d.made.view.of) add_members_of_source(d, o);
    r.members_last = static_cast<std::uint32_t>(d.made.members.size());
    r.label_unread = d.profile.label_unread;
    return r;
}

constexpr void add_option_row(draft& d, id<option> o, intent aim, asked_scope& s) {
    ask_profile(d, o, s);
    auto r = row_in_hand(d, o, aim);
    fill_cells(d, r);
    add_row(d, std::move(r));
    add_warnings_below(d);
}

/// A cell that tells one thing.
constexpr cell cell_of_one(draft& d, told const& t, cell_state state) {
    cell made{.state = state, .first = told_count(d)};
    tell(d, d.profile, t);
    made.last = told_count(d);
    made.untold_first = made.untold_last = static_cast<std::uint32_t>(d.made.untold.size());
    return made;
}

/// A row whose cells all tell one thing, an outcome or a payer's rule; the name's tells nothing.
constexpr void add_row_of_one(draft& d, row r, told const& t, cell_state state) {
    auto const made = cell_of_one(d, t, state);
    for (auto const& c : d.made.view.columns) d.made.cells.push_back(c.content == column_content::name ? cell{} : made);
    add_row(d, std::move(r));
}

/// The ratio of the result that a claim gives in another measure; none where it is one itself or nobody gives one.
constexpr claim_id ratio_beside(knowledge_base const& kb, claim_id c) {
    claim_id found;
    if (is_ratio(kb.payload<affects>(c).statistic)) return found;
    query_detail::each_of_one_result(kb, c, [&](claim_id x) {
        if (!found && is_ratio(kb.payload<affects>(x).statistic)) found = x;
    });
    return found;
}

/// Whether a row of the option, from `first` on, tells the result of the claim in some measure.
constexpr bool is_told_as_outcome(draft const& d, std::size_t first, claim_id c) {
    for (auto r = first; r != d.made.rows.size(); ++r)
        for (std::uint32_t i = 0; i != d.made.view.columns.size(); ++i)
            for (auto const& t : d.made.in(d.made.at(static_cast<std::uint32_t>(r), i)))
                if (t.says.claim == c || query_detail::is_one_result(d.kb, t.says.claim, c)) return true;
    return false;
}

/// An outcome of the option in hand: its figure, and in the column of ratios the ratio of the same result.
constexpr void add_outcome_row(draft& d, row r, told const& t, cell_state state) {
    r.of_outcome = d.kb.object<outcome>(t.says.claim);
    auto const beside = ratio_beside(d.kb, t.says.claim);
    auto const columns = d.made.view.columns.size(), before = static_cast<std::uint32_t>(d.made.cells.size());
    add_row_of_one(d, std::move(r), t, state);
    if (!beside) return;
    told ratio;
    ratio.says = t.says;
    ratio.says.claim = beside;
    ratio.whose = t.whose;
    auto const made = cell_of_one(d, ratio, state);
    for (std::uint32_t i = 0; i != columns; ++i)
        if (d.made.view.columns[i].content == column_content::ratio) d.made.cells[before + i] = made;
}

/// The outcomes of an option that carry a figure, its benefits before its harms, each a row; one empty row for an option that was
/// asked for and has none.
constexpr void add_outcome_rows(draft& d, id<option> o) {
    ask_profile(d, o);
    auto const r = row_in_hand(d, o, intent::symptomatic);
    auto const first = d.made.rows.size();
    for (auto m : {matter::benefit, matter::harm, matter::serious_harm})
        for (auto const& t : d.profile.told_of(m)) {
            auto const c = t.says.claim;
            if (!d.made.asked_options && d.made.view.therapies && d.kb.as<therapy_class>(o) && t.whose != o) continue;
            if (tells_figure(d.kb, c) && is_of_view(d, c) && !is_told_as_outcome(d, first, c))
                add_outcome_row(d, r, t, d.profile.of(m).state);
        }
    bool const any = first != d.made.rows.size();
    if (any) add_warnings_below(d);
    if (any || !d.made.asked_options) return;
    d.made.cells.insert(d.made.cells.end(), d.made.view.columns.size(), cell{});
    add_row(d, r);
}

/// What one payer says of an option, each a row.
constexpr void add_rule_rows(draft& d, id<option> o) {
    ask_profile(d, o);
    auto const add = [&](told t) {
        if (!d.kb.is<covered_for>(t.says.claim) || t.says.applies >= applicability::excluded || t.whose != o) return;
        auto r = row_in_hand(d, o, intent::symptomatic);
        r.rule = t.says.claim;
        add_row_of_one(d, r, t, d.profile.of(matter::coverage).state);
    };
    for (auto const& t : d.profile.told_of(matter::coverage)) add(t);
    for (auto const& s : d.profile.untold_of(matter::coverage)) add({s, d.kb.as<option>(d.kb.subject(s.claim))});
}

constexpr void add_rows_of(draft& d, id<option> o) {
    switch (d.made.view.rows) {
        case row_content::options: return add_option_row(d, o, intent::symptomatic, d.of_rows);
        case row_content::outcomes: return add_outcome_rows(d, o);
        case row_content::rules: return add_rule_rows(d, o);
    }
}

/// Rows of combinations are made after those of single options, those of wide classes last, because they defer to them.
constexpr void add_rows(draft& d, std::vector<id<option>> const& options) {
    d.planned.clear(d.kb);
    for (auto o : options) d.planned.add(o);
    d.heirs.clear();
    auto const turn_of = [&](id<option> o) {
        auto const c = d.kb.as<therapy_class>(o);
        return c && has_classes_below(d.kb, c) ? 2 : combines_several(d.kb, o) ? 1 : 0;
    };
    for (int turn : {0, 1, 2})
        for (auto o : options)
            if (turn_of(o) == turn) add_rows_of(d, o);
}

/// The outcome that heads the benefits, and what it is compared with.
constexpr void choose_head(draft& d, std::vector<id<option>> const& rows) {
    auto const head = choose_benefit(d.kb, d.relevant, rows, d.of_rows);
    d.made.benefit = d.tells.benefit = head.outcome;
    d.made.comparator = d.tells.comparator = head.comparator;
    if (d.how.ruler && d.made.view.words == word_register::clinical) d.made.ruler = ruler_of(d.kb, d.how.ruler, head.outcome);
}

/// What the figures in the table are compared with.
constexpr walk<option> comparators_in(comparison const& made) {
    walk<option> found;
    found.clear(made.base);
    for (auto const& t : made.told)
        if (auto const* e = made.base.payload_if<affects>(t.says.claim)) found.add(e->comparator);
    return found;
}

/// The cells of what others are compared with: its figures, and nothing in the columns that tell none.
constexpr void fill_reference_cells(draft& d) {
    for (auto const& c : d.made.view.columns) {
        bool const figures = holds(c.matters, matter::benefit) || holds(c.matters, matter::harm);
        d.made.cells.push_back(figures || c.content != column_content::matters ? filled(d, c) : cell{.asks_nothing = true});
    }
}

/// The scope of what others are compared with: how people with the asked cause fared on it, and nobody else.
constexpr asked_scope scope_of_reference(draft const& d) {
    scope own;
    own.applies = set_of<applicability>{applicability::exact} | applicability::pooled | applicability::narrower;
    return {d.kb, d.of_rows.asked & own};
}

/// Placebo, usual care ... as rows, where the view shows figures, a trial in the table compares with them, and something is known
/// of them.
constexpr void add_references(draft& d, bool all) {
    bool figures = false;
    for (auto const& c : d.made.view.columns) figures = figures || holds(c.matters, matter::benefit);
    if (!figures || d.made.rows.empty()) return;
    auto const compared = comparators_in(d.made);
    auto own = scope_of_reference(d);
    for (auto t : d.kb.all<therapy>()) {
        if (!d.kb.details(t).reference || !in_scope(t, d.narrowed) || !(all || compared.reaches(t))) continue;
        ask_profile(d, t, own);
        if (d.profile.told_of(matter::benefit).empty() && d.profile.told_of(matter::harm).empty() && !all) continue;
        row r{.option = t, .kind = d.places.kind_of(t), .is_reference = true};
        fill_reference_cells(d);
        add_row(d, std::move(r));
    }
}

}  // namespace treatise::inline v0_3::table_detail
