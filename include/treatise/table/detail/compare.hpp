// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/profile.hpp>
#include <treatise/table/compare.hpp>
#include <treatise/table/detail/below.hpp>
#include <treatise/table/detail/borrowed.hpp>
#include <treatise/table/detail/count.hpp>
#include <treatise/table/detail/named.hpp>
#include <treatise/table/detail/rows.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace table_detail {

/// With fewer rows of its own a cause borrows what guidelines say of a wider group.
inline constexpr std::size_t few_rows = 3;

/// The scope of a table: that of a view which shows one source's is of the source and its options.
constexpr scope scope_of_table(knowledge_base const& kb, view const& v, scope s) {
    if (!v.of) return s;
    auto const& from = kb.details(v.of);
    s.source = from.from;
    s.place = kb[from.place];
    if (s.options.empty())
        for (auto o : kb[from.options]) s.options.push_back(o);
    return s;
}

constexpr void begin(draft& d, id<cause> asked, view const& v, scope const& s) {
    auto& made = d.made;
    made.base = d.kb;
    made.asked = asked;
    made.view = v;
    made.groups = d.how.groups ? *d.how.groups : v.groups;
    made.narrowed = !s.kinds.empty() || narrows_claims(s);
    made.asked_options = !s.options.empty();
    made.refused = refusal_of(v, s);
    d.tells.all = d.how.all || v.of;
    for (auto const& c : v.columns)  // a view that sorts practical points shows all of them
        if (c.slots.bits != 0) d.tells.practical_points = 0;
}

/// Rows that the caller or a table's source names, in display order or in the source's.
constexpr void add_named_rows(draft& d) {
    auto rows = d.narrowed.asked.options;
    if (!d.made.view.of) std::sort(rows.begin(), rows.end());
    auto of_base = rows;
    std::erase_if(of_base, [&](id<option> o) { return d.kb.is_added(o); });
    choose_head(d, of_base);
    add_rows(d, rows);
}

/// All options with a payer's rule that bears on the cause.
constexpr std::vector<id<option>> options_with_rules(draft& d) {
    walk<option> found;
    found.clear(d.kb);
    for (auto about : d.relevant.reached())
        for (auto c : d.kb.about<covered_for>(about))
            if (in_scope(c.subject, d.narrowed)) found.add(c.subject);
    return found.reached();
}

/// Rows of their own for what treats the cause itself, then for what prevents it.
constexpr void add_rows_with_aims(draft& d, bool all) {
    if (d.made.view.rows != row_content::options || d.narrowed.asked.intents != scope{}.intents) return;
    for (auto aim : {intent::cause_directed, intent::preventive}) {
        auto with_aim = scope_of(d, aim);
        candidate_list listed;
        candidates(d.kb, d.relevant, with_aim, listed);
        for (auto o : rows_with_aim(row_choice{d.kb, d.places, d.made.view, listed, all}))
            if (in_scope(o, d.narrowed)) add_option_row(d, o, aim, with_aim);
    }
}

constexpr void note_excluded(draft& d, candidate_list const& listed) {
    for (auto const c : listed)
        if (c.is_excluded()) d.made.excluded.push_back({c.option, d.kb.said(c.reasons.front().claim).source});
}

/// The options of the first look, of which a table of payers' rules says that none was read, or that they bear a boxed warning.
constexpr void name_beside_rules(draft& d, std::vector<id<option>> const& rows) {
    walk<option> ruled;  // the options of the table's rows, and their classes
    walk<option> of_rows;
    ruled.clear(d.kb);
    of_rows.clear(d.kb);
    for (auto const& r : d.made.rows) {
        of_rows.add(r.option);
        ruled.add(r.option);
        if (auto const c = row_of(d.kb, r.option)) ruled.add(c);
    }
    for (auto o : rows) {
        ask_profile(d, o);
        if (!d.profile.told_of(matter::boxed_warning).empty()) d.made.boxed.push_back(o);
        auto const c = row_of(d.kb, o);
        if (!ruled.reaches(o) && !(c && of_rows.reaches(c))) d.made.without_rule.push_back(o);
    }
}

constexpr void name_without_row(
    draft& d, row_choice const& choice, std::vector<id<option>> const& rows, std::size_t rows_of_base) {
    std::vector<unlisted> rest;
    auto const left = without_row(choice, rows);
    if (!left.empty()) {
        bearing_on bearing{choice};
        for (auto o : left) rest.push_back(unlisted_of(choice, bearing, d.field, d.bodies.holds(), o));
    }
    if (rows_of_base < few_rows && d.made.view.rows == row_content::options && !d.made.view.mentions) borrow(d, rest);
    name_the_rest(d.made, d.bodies, rest);
}

/// With `all`, also what is only mentioned, and what only a wider group has.
constexpr void add_documented_rows(draft& d, bool all) {
    candidate_list listed;
    candidates(d.kb, d.relevant, d.narrowed, listed);
    row_choice const choice{d.kb, d.places, d.made.view, listed, all};
    auto rows = documented_rows(choice);
    std::sort(rows.begin(), rows.end(), [&](id<option> a, id<option> b) { return stands_before(d.kb, d.places, a, b); });
    note_excluded(d, listed);
    if (d.made.view.rows == row_content::rules) {
        add_rows(d, options_with_rules(d));
        return name_beside_rules(d, rows);
    }
    auto of_base = rows;  // an overlay heads no column and hides nothing that is borrowed
    if (d.kb.has_layers()) {
        auto alone = choice;
        alone.only_base = true;
        of_base = documented_rows(alone);
        walk<option> in_base;
        in_base.clear(d.kb);
        for (auto o : of_base) in_base.add(o);
        for (auto o : rows)
            if (d.kb.is_added(o) || !in_base.reaches(o)) d.added_rows.add(o);
        if (of_base.empty() && !all) rows.clear();  // then every option gets a row, as without the overlay
    }
    choose_head(d, of_base);
    add_rows(d, rows);
    add_rows_with_aims(d, all);
    if (!d.made.view.options_across) add_references(d, d.how.all);
    name_without_row(d, choice, rows, of_base.size());
}

/// Where no option has what a row of the first look asks for, as in a graph without guidelines and figures, each has a row.
constexpr void add_rows_where_none_is(draft& d) {
    auto& made = d.made;
    if (!made.rows.empty() || !made.borrowed.empty() || made.named.empty() || made.view.rows != row_content::options) return;
    made.named.clear();
    made.named_lines.clear();
    made.guided_by.clear();
    made.excluded.clear();
    add_documented_rows(d, true);
}

/// Whose guidance each group of rows stands by.
constexpr void head_groups(draft& d) {
    auto& made = d.made;
    std::array<bool, words_of<guidance_group>.size()> any{};
    for (auto const& r : made.rows) any[place_of(r.group)] = true;
    walk<source> listed;
    for (std::size_t g = 1; g != any.size(); ++g) {
        auto const first = static_cast<std::uint32_t>(made.guided_by.size());
        listed.clear(d.kb);
        for (auto s : d.deciding[g].reached()) add_source_once(made.guided_by, listed, s);
        if (any[g] || !d.deciding[g].reached().empty())
            made.headings.push_back({static_cast<guidance_group>(g), first, static_cast<std::uint32_t>(made.guided_by.size())});
    }
}

constexpr comparison finish(draft& d) {
    add_classes_below(d);
    head_groups(d);
    put_in_order(d);
    put_lines_below_in_order(d.made);
    list_advice(d);
    count_cells(d.made);
    list_sources(d.made);
    return std::move(d.made);
}

}  // namespace table_detail

TREATISE_CONSTEXPR comparison compare(
    knowledge_base const& kb, id<cause> asked, view const& v, scope s, compare_options const& how) {
    table_detail::draft d{kb, asked, table_detail::scope_of_table(kb, v, s), how};
    table_detail::begin(d, asked, v, s);
    if (d.made.refused != view_refusal::none) return std::move(d.made);
    if (d.narrowed.asked.options.empty()) {
        table_detail::add_documented_rows(d, how.all);
        table_detail::add_rows_where_none_is(d);
    } else {
        table_detail::add_named_rows(d);
    }
    return table_detail::finish(d);
}

}  // namespace treatise::inline v0_3
