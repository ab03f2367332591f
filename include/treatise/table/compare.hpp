// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/profile.hpp>
#include <treatise/table/compare_options.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/table/detail/below.hpp>
#include <treatise/table/detail/borrowed.hpp>
#include <treatise/table/detail/count.hpp>
#include <treatise/table/detail/named.hpp>
#include <treatise/table/detail/rows.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// Whether a view can show what the caller names: one that is handed out shows options that somebody has chosen.
[[nodiscard]] constexpr view_refusal refusal_of(view const& v, scope const& s) {
    if (s.options.size() < v.least_options) return view_refusal::too_few_options;
    return v.most_options != 0 && s.options.size() > v.most_options ? view_refusal::too_many_options : view_refusal::none;
}

namespace table_detail {

/// With fewer rows of its own a cause borrows what guidelines say of a wider group.
inline constexpr std::size_t few_rows = 3;

constexpr draft begin_draft(knowledge_base const& kb, id<cause> asked, view const& v, scope s, compare_options const& how) {
    draft d{.kb = kb, .relevant = relevance{kb, asked}, .narrowed = std::move(s), .how = how};
    d.field = field_of(kb);
    auto& made = d.made;
    made.base = kb;
    made.asked = asked;
    made.view = v;
    made.groups = how.groups ? *how.groups : v.groups;
    made.narrowed = !d.narrowed.kinds.empty() || narrows_claims(d.narrowed);
    made.asked_options = !d.narrowed.options.empty();
    made.refused = refusal_of(v, d.narrowed);
    d.tells.all = how.all || v.of;
    for (auto const& c : v.columns)  // a view that sorts practical points shows all of them
        if (c.slots.bits != 0) d.tells.practical_points = 0;
    if (v.of) {
        auto const& from = kb.details(v.of);
        d.narrowed.source = from.from;
        d.narrowed.place = kb[from.place];
        if (!made.asked_options)
            for (auto o : kb[from.options]) d.narrowed.options.push_back(o);
    }
    return d;
}

/// Rows that the caller or a table's source names, in display order or in the source's.
constexpr void add_named_rows(draft& d) {
    auto rows = d.narrowed.options;
    if (!d.made.view.of) std::sort(rows.begin(), rows.end());
    auto of_base = rows;
    std::erase_if(of_base, [&](id<option> o) { return d.kb.is_added(o); });
    choose_head(d, of_base);
    add_rows(d, rows);
}

/// All options with a payer's rule that bears on the cause.
constexpr std::vector<id<option>> options_with_rules(draft const& d) {
    std::vector<id<option>> found;
    for (auto about : d.relevant.reached())
        for (auto c : d.kb.about<covered_for>(about))
            if (in_scope(d.kb, c.subject, d.narrowed)) add_once(found, c.subject);
    return found;
}

/// Rows of their own for what treats the cause itself, then for what prevents it.
constexpr void add_rows_with_aims(draft& d, bool all) {
    if (d.made.view.rows != row_content::options || d.narrowed.intents != scope{}.intents) return;
    for (auto aim : {intent::cause_directed, intent::preventive}) {
        auto const listed = candidates(d.kb, d.made.asked, scope_of(d, aim));
        for (auto o : rows_with_aim(row_choice{d.kb, d.made.view, listed, all}))
            if (in_scope(d.kb, o, d.narrowed)) add_option_row(d, o, aim);
    }
}

constexpr void note_excluded(draft& d, candidate_list const& listed) {
    for (auto const c : listed)
        if (c.is_excluded()) d.made.excluded.push_back(c.option);
}

/// The options of the first look, of which a table of payers' rules says that none was read, or that they bear a boxed warning.
constexpr void name_beside_rules(draft& d, std::vector<id<option>> const& rows) {
    for (auto o : rows) {
        ask_profile(d, o, intent::symptomatic);
        if (!d.profile.told_of(matter::boxed_warning).empty()) d.made.boxed.push_back(o);
        bool ruled = false;
        for (auto const& r : d.made.rows)
            ruled = ruled || r.option == o || row_of(d.kb, o) == r.option || row_of(d.kb, r.option) == o;
        if (!ruled) d.made.without_rule.push_back(o);
    }
}

constexpr void name_without_row(
    draft& d, row_choice const& choice, std::vector<id<option>> const& rows, std::size_t rows_of_base) {
    std::vector<unlisted> rest;
    for (auto o : without_row(choice, rows)) rest.push_back(unlisted_of(choice, d.field, d.made.asked, o));
    if (rows_of_base < few_rows && d.made.view.rows == row_content::options && !d.made.view.mentions) borrow(d, rest);
    name_the_rest(d.made, rest);
}

/// With `all`, also what is only mentioned, and what only a wider group has.
constexpr void add_documented_rows(draft& d, bool all) {
    auto const listed = candidates(d.kb, d.made.asked, d.narrowed);
    row_choice const choice{d.kb, d.made.view, listed, all};
    auto rows = documented_rows(choice);
    std::sort(rows.begin(), rows.end(), [&](id<option> a, id<option> b) { return stands_before(d.kb, a, b); });
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
        for (auto o : rows)
            if (d.kb.is_added(o) || !contains(of_base, o)) d.added_rows.push_back(o);
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
    for (std::size_t g = 1; g != words_of<guidance_group>.size(); ++g) {
        auto const first = static_cast<std::uint32_t>(made.guided_by.size());
        bool any = false;
        for (auto const& c : d.deciding)
            if (c.group == static_cast<guidance_group>(g)) {
                any = true;
                add_source_once(made.guided_by, first, c.source);
            }
        for (auto const& r : made.rows) any = any || r.group == static_cast<guidance_group>(g);
        if (any)
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

/// The comparison of the options documented for a cause, as a value: rows, columns and groups by named rules.
///
/// What cells tell is chosen by `profile`; nothing is ranked. A view that needs options named gives none, and `refused`, without
/// them. Linear in the claims about the options; the base must outlive the result.
[[nodiscard]] constexpr comparison compare(
    knowledge_base const& kb, id<cause> asked, view const& v = views::overview, scope s = {}, compare_options const& how = {}) {
    auto d = table_detail::begin_draft(kb, asked, v, std::move(s), how);
    if (d.made.refused != view_refusal::none) return std::move(d.made);
    if (d.narrowed.options.empty()) {
        table_detail::add_documented_rows(d, how.all);
        table_detail::add_rows_where_none_is(d);
    } else {
        table_detail::add_named_rows(d);
    }
    return table_detail::finish(d);
}

}  // namespace treatise::inline v0_3
