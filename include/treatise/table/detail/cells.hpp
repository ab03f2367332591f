// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/query/label_read.hpp>
#include <treatise/table/detail/draft.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

// Fills the cells of a row from the profile of its option: it picks matters and never chooses among claims.
namespace treatise::inline v0_3::table_detail {

inline constexpr set_of<matter> no_matters{};

constexpr bool holds(set_of<matter> set, matter m) { return (set.bits >> place_of(m) & 1u) != 0; }

/// The matters that protect: told whole in every view, in a cell or below the table.
constexpr set_of<matter> protecting = columns::all_warnings;

/// What a regulator says of a class and the cells of its members repeat where each therapy has its row: nobody looks for it
/// below.
constexpr set_of<matter> told_of_each(view const& v) {
    return v.therapies ? set_of<matter>{matter::boxed_warning} | matter::safety_communication : no_matters;
}

/// Whether a column tells only what is told of any use, so that a row with another aim may defer to one above.
constexpr bool is_of_any_use(column const& c) {
    constexpr auto own = set_of<matter>{matter::guidance} | matter::approval | matter::benefit;
    return c.content == column_content::matters && (c.matters.bits & own.bits) == 0;
}

/// Whether a column picks practical points by their slot or issue; one that does not takes what the others leave.
constexpr bool picks_points(column const& c) { return c.slots.bits != 0 || c.issues.bits != 0; }

constexpr bool takes_point(column const& c, consideration_details const& point) {
    return (c.slots.bits == 0 || c.slots.allows(point.slot)) && (c.issues.bits == 0 || c.issues.allows(point.issue));
}

/// Whether a statement on a matter of the column stands in it.
constexpr bool stands_in(draft const& d, column const& c, matter m, claim_id claim) {
    if (!is_of_view(d, claim)) return false;
    auto const* involved = d.kb.payload_if<involves>(claim);
    if (m != matter::practical || involved == nullptr) return true;
    auto const& point = d.kb.details(d.kb.object<consideration>(claim));
    if (picks_points(c)) return takes_point(c, point);
    for (auto const& other : d.made.view.columns)
        if (holds(other.matters, matter::practical) && picks_points(other) && takes_point(other, point)) return false;
    return true;
}

/// What a cell with several matters says of the evidence: the first of these that one of them says.
constexpr cell_state joined_state(cell_state a, cell_state b) {
    constexpr std::array order{
        cell_state::disagree, cell_state::reported, cell_state::no_difference, cell_state::looked_for, cell_state::not_reported};
    for (auto s : order)
        if (a == s || b == s) return s;
    return a;
}

/// Visits a claim that is told, and those told together with it, until one is not passed.
template <class Passes>
constexpr bool all_pass(std::span<claim_id const> with, claim_id says, Passes passes) {
    bool all = passes(says);
    for (auto c : with) all = all && passes(c);
    return all;
}

/// Adds the rows of what stands under a wide class.
template <class Add>
constexpr void add_rows_under(draft& d, id<therapy_class> wide, Add add) {
    d.under.clear(d.kb);
    d.under.add(wide);
    walk_down(d.kb, d.under);
    for (auto c : d.under.reached()) {
        d.rows.each(d.kb, c, add);
        for (auto e : d.kb.in<listed_under>(c)) d.rows.each(d.kb, e.subject, add);
        for (auto e : d.kb.in<member_of>(c)) d.rows.each(d.kb, e.subject, add);
    }
}
/// Adds the rows of the parts of a combination, of other forms of them and of the classes that hold them.
template <class Add>
constexpr void add_rows_of_parts(draft& d, id<therapy> combination, Add add) {
    d.under.clear(d.kb);
    for (auto part : d.kb.out<combines>(combination)) {
        d.rows_of_medicine.each(d.kb, d.places.base_form(part.object), add);
        each_class_of(d.kb, part.object, [&](id<therapy_class> c) { d.under.add(c); });
    }
    walk_up(d.kb, d.under);
    for (auto c : d.under.reached()) d.rows.each(d.kb, c, add);
}

/// Marks what other rows tell that protects, so that the row in hand can defer to them: the row of a wide class to the rows under
/// it, that of a combination to those of its parts.
constexpr void mark_told_elsewhere(draft& d) {
    d.told_in.clear();
    auto const o = d.profile.option;
    auto const wide = d.kb.as<therapy_class>(o);
    if (d.made.view.options_across || !(combines_several(d.kb, o) || (wide && has_classes_below(d.kb, wide)))) return;
    std::vector<std::uint32_t> others;
    auto const add = [&](std::uint32_t r) {
        auto const& x = d.made.rows[r];
        if (!x.is_reference && x.option != o && !d.added_rows.reaches(x.option)) others.push_back(r);
    };
    if (wide)
        add_rows_under(d, wide, add);
    else
        add_rows_of_parts(d, d.kb.as<therapy>(o), add);
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    auto const columns = d.made.view.columns.size();
    for (auto r : others)
        for (std::uint32_t i = 0; i != columns; ++i)
            for (auto const& t : d.made.in(d.made.at(r, i)))
                all_pass(d.made.with_of(t), t.says.claim, [&](claim_id c) { return d.told_in.set(d.kb, c, r + 1) != 0; });
}

/// Whether a class has a row of its own, by what the base says.
constexpr bool has_row(draft const& d, id<therapy_class> c) { return d.planned.reaches(c) && !d.added_rows.reaches(c); }

/// Whether what is said of a class as a whole is told once: in the row of that class, or below the table where several rows stand
/// in it.
constexpr bool is_told_of_class(draft& d, id<therapy_class> c) {
    if (has_row(d, c)) return true;
    if (!d.heirs.known())
        d.heirs.find(d.kb, [&](auto const& add) {
            for (auto o : d.planned.reached()) {
                if (d.added_rows.reaches(o)) continue;  // no overlay moves what the base says
                each_class_of(d.kb, o, [&](id<therapy_class> in) { add(in, o); });
                if (auto const t = d.kb.as<therapy>(o))
                    for (auto e : d.kb.out<combines>(t)) each_class_of(d.kb, e.object, [&](id<therapy_class> in) { add(in, o); });
            }
        });
    return d.heirs.several_in(d.kb, c);
}

constexpr void refer(draft& d, cell& from, id<option> to, bool is_below) {
    from.see_above = true;
    auto const options = d.kb.all<option>();
    if (d.referred.empty()) d.referred.resize(2u * options.size() + 2u, 0);
    auto& last = d.referred[2u * (std::min)(options.slot(to), options.size()) + (is_below ? 1u : 0u)];
    auto const this_one = static_cast<std::uint32_t>(d.made.cells.size()) + 1;  // the cell in hand is added when it is full
    if (last == this_one) return;
    last = this_one;
    d.made.references.push_back({to, is_below});
    ++from.refers_last;
}

/// Whether what protects is told once and elsewhere, so that the cell sends its reader there.
constexpr bool defers(draft& d, cell& from, matter m, told const& t) {
    auto const& p = d.profile;
    if (d.made.view.options_across) return false;
    if (auto const with = p.with_of(t); all_pass(with, t.says.claim, [&](claim_id c) { return d.told_in.of(c) != 0; })) {
        all_pass(with, t.says.claim, [&](claim_id c) {
            refer(d, from, d.made.rows[d.told_in.of(c) - 1].option, false);
            return true;
        });
        return true;
    }
    if (t.whose == p.option) return false;
    if (auto const c = d.kb.as<therapy_class>(t.whose); c && is_told_of_class(d, c)) {
        bool const is_below = !has_row(d, c);
        if (is_below && holds(told_of_each(d.made.view), m)) return false;
        if (is_below) d.classes_below.add(c);
        refer(d, from, t.whose, is_below);
        return true;
    }
    if (auto const wide = d.kb.as<therapy_class>(p.option); !wide || !has_classes_below(d.kb, wide)) return false;
    d.goes_below.set(d.kb, t.says.claim, 1);
    all_pass(p.with_of(t), t.says.claim, [&](claim_id c) {  // of several who share it, some have a row that tells it
        if (auto const row = d.told_in.of(c); row != 0) refer(d, from, d.made.rows[row - 1].option, false);
        return true;
    });
    refer(d, from, p.option, true);
    return true;
}

constexpr void take_matter(draft& d, column const& c, matter m, cell& made) {
    auto const& p = d.profile;
    bool any = false;
    for (auto const& t : p.told_by_base(m)) {
        if (!stands_in(d, c, m, t.says.claim)) continue;
        any = true;
        if (!holds(protecting, m) || !defers(d, made, m, t)) tell(d, p, t);
    }
    for (auto const& s : p.untold_of(m))
        if (stands_in(d, c, m, s.claim)) d.made.untold.push_back(s), any = true;
    for (auto const& x : p.silent)
        if (x.where == m) d.made.silent.push_back(x.member);
    if (any) made.state = joined_state(made.state, p.of(m).state);
}

/// What overlays add to a matter, behind all that the base tells in the cell.
constexpr void take_added(draft& d, column const& c, matter m, cell& made) {
    for (auto const& t : d.profile.told_by_overlays(m)) {
        if (!stands_in(d, c, m, t.says.claim)) continue;
        tell(d, d.profile, t);
        if (made.state == cell_state::not_reported) made.state = d.profile.of(m).state;
    }
}

/// Whether a label was read of the row's option, or of a member that it names.
constexpr bool some_label_is_read(draft const& d) {
    auto const is_read = [&](id<therapy> t) { return medicine_label_is_read(d.kb, t); };
    auto const own = d.kb.as<therapy>(d.profile.option);
    return (own && is_read(own)) || std::any_of(d.profile.members.begin(), d.profile.members.end(), is_read);
}

/// Whether what guidelines say stands under the option's name: of prevention, and of treatment of the cause, no heading says it,
/// and some views have no column of it.
constexpr bool tells_guidance_by_name(draft const& d, intent aim) {
    if (aim != intent::cause_directed && aim != intent::preventive) return false;
    auto const& all = d.made.view.columns;
    return std::none_of(all.begin(), all.end(), [](column const& c) { return holds(c.matters, matter::guidance); });
}

/// The cell of the column for the option in hand, in a row with that aim.
constexpr cell filled(draft& d, column const& c, intent aim = intent::symptomatic) {
    cell made;
    made.first = told_count(d);
    made.untold_first = static_cast<std::uint32_t>(d.made.untold.size());
    made.silent_first = static_cast<std::uint32_t>(d.made.silent.size());
    made.refers_first = made.refers_last = static_cast<std::uint32_t>(d.made.references.size());
    if (c.content == column_content::matters)
        for (std::size_t i = 0; i != matter_count; ++i)
            if (auto const m = static_cast<matter>(i); holds(c.matters, m)) take_matter(d, c, m, made);
    if (c.content == column_content::name || c.content == column_content::members)
        if (tells_guidance_by_name(d, aim)) take_matter(d, c, matter::guidance, made), take_added(d, c, matter::guidance, made);
    if (c.content == column_content::matters && d.kb.has_layers())
        for (std::size_t i = 0; i != matter_count; ++i)
            if (auto const m = static_cast<matter>(i); holds(c.matters, m)) take_added(d, c, m, made);
    made.last = told_count(d);
    made.untold_last = static_cast<std::uint32_t>(d.made.untold.size());
    made.silent_last = static_cast<std::uint32_t>(d.made.silent.size());
    bool const warns = (c.matters.bits & protecting.bits) != 0;
    bool const silent = warns && made.first == made.last && !made.see_above;
    made.labels_silent = silent && (c.matters.bits & ~protecting.bits) == 0 && some_label_is_read(d);
    made.label_unread = silent && !d.profile.label_unread.empty();
    return made;
}

/// The row of that option with an earlier aim, whose cells a later one defers to; the number of rows where there is none.
constexpr std::uint32_t row_above(draft const& d, row const& r) {
    auto found = static_cast<std::uint32_t>(d.made.rows.size());
    d.rows.each(d.kb, r.option, [&](std::uint32_t i) {
        if (i < found && d.made.rows[i].aim < r.aim) found = i;
    });
    return found;
}

constexpr void fill_cells(draft& d, row const& r) {
    mark_told_elsewhere(d);
    d.goes_below.clear();
    auto const above = row_above(d, r);
    bool const defers = above != d.made.rows.size();
    std::uint32_t i = 0;
    for (auto const& c : d.made.view.columns) {
        if (defers && is_of_any_use(c)) {
            auto const& told = d.made.at(above, i);
            cell deferred;
            deferred.state = told.state;
            deferred.see_above = told.first != told.last || told.untold_first != told.untold_last;
            deferred.label_unread = told.label_unread;
            deferred.labels_silent = told.labels_silent;
            d.made.cells.push_back(deferred);
        } else {
            d.made.cells.push_back(filled(d, c, r.aim));
        }
        ++i;
    }
}

}  // namespace treatise::inline v0_3::table_detail
