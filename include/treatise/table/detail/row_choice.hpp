// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/candidates.hpp>
#include <treatise/table/detail/structure.hpp>
#include <treatise/table/figures.hpp>
#include <treatise/table/view.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

// Which options are rows: those with guidance, an approval, a controlled benefit or a finding for the asked cause or a kind of
// it.
namespace treatise::inline v0_3::table_detail {

/// What is documented for a cause, and how a view takes it into rows.
struct row_choice {
    knowledge_base const& kb;
    placement const& places;
    treatise::view const& view;
    candidate_list const& listed;
    bool only_base = false;   ///< no row by what overlays say alone
    bool everything = false;  ///< also what is only mentioned, and what only a wider group has
    std::vector<std::uint8_t> is_documented{};  ///< option by option: something that applies lists it
    std::vector<id<option>> row_of_listed{};    ///< of each of `listed`, the row in which it stands

    constexpr row_choice(
        knowledge_base const& base, placement const& where, treatise::view const& v, candidate_list const& all, bool every)
        : kb{base},
          places{where},
          view{v},
          listed{all},
          only_base{false},
          everything{every || v.mentions},
          is_documented(base.all<option>().size(), 0) {
        for (auto const c : all)
            if (!c.is_excluded() && (!c.is_added() || base.is_added(c.option)))
                is_documented[base.all<option>().slot(c.option)] = 1;
        row_of_listed.reserve(all.size());
        for (auto const c : all) row_of_listed.push_back(row_for(c.option));
    }
    [[nodiscard]] constexpr bool documents(id<option> o) const { return is_documented[kb.all<option>().slot(o)] != 0; }
    /// The row in which an option stands: the class it is listed under, or the therapy of which it is a form.
    [[nodiscard]] constexpr id<option> row_for(id<option> o) const {
        auto const t = kb.as<therapy>(o);
        if (!t) return o;
        auto const base = places.base_form(t);
        auto const c = row_of(kb, base);
        if (view.therapies || !c || is_remainder(kb, c)) return base;
        // A class with one therapy is told by the therapy's name, unless somebody speaks of the class itself.
        return places.only_therapy(c) == base && !documents(c) ? id<option>{base} : id<option>{c};
    }
};

/// Whether the view shows options of this sort: some leave medicines out, some show nothing else.
constexpr bool is_of_view(row_choice const& r, id<option> o) {
    return r.view.shows == shown_options::everything || r.places.is_medicine(o) == (r.view.shows == shown_options::medicines);
}

/// The rule `rows`: whether a claim makes its option a row.
constexpr bool makes_row(row_choice const& r, reason const& why) {
    if (why.applies >= applicability::excluded || (r.only_base && why.added)) return false;
    if (r.everything) return true;
    if (why.applies == applicability::broader) return false;
    if (auto const* e = r.kb.payload_if<affects>(why.claim)) return is_controlled(*e) || is_finding(r.kb, why.claim);
    return facet_of(r.kb, why.claim) != facet::use;
}

/// Whether an option may be a row: no class that holds rows, nor one that is only what is left of another.
constexpr bool is_row_of_table(row_choice const& r, id<option> o) {
    auto const c = r.kb.as<therapy_class>(o);
    return !c || !(r.view.therapies || is_remainder(r.kb, c) || has_classes_below(r.kb, c));
}

/// What is recommended of a class is recommended of what is documented in it: those rows, or the class where there is none.
constexpr void add_rows_within(row_choice const& r, walk<therapy_class>& said, walk<option>& rows) {
    auto const wide = said.reached().size();
    walk_down(r.kb, said);
    walk<therapy_class> holding;  // the classes in which a row stands
    holding.clear(r.kb);
    for (std::uint32_t i = 0; i != r.listed.size(); ++i) {
        auto const x = r.listed[i];
        if (x.is_excluded() || !is_of_view(r, x.option) || !is_in(r.kb, x.option, said)) continue;
        auto const row = r.row_of_listed[i];
        if (!is_row_of_table(r, row)) continue;
        rows.add(row);
        each_class_of(r.kb, x.option, [&](id<therapy_class> c) { holding.add(c); });
    }
    walk_up(r.kb, holding);
    for (std::size_t i = 0; i != wide; ++i)
        if (auto const c = said.reached()[i]; !holding.reaches(c) && !is_remainder(r.kb, c) && is_of_view(r, c)) rows.add(c);
}

/// What is found of a class is told on its own row, and no row inherits it.
constexpr void add_row_of_class(row_choice const& r, id<therapy_class> c, walk<option>& rows) {
    if (is_remainder(r.kb, c) || (r.view.therapies && r.view.rows != row_content::outcomes)) return;
    rows.add(c);
}

/// The rows of a table, in no order.
constexpr std::vector<id<option>> documented_rows(row_choice const& r) {
    walk<option> rows;
    walk<therapy_class> said_of_wide;
    rows.clear(r.kb);
    said_of_wide.clear(r.kb);
    for (std::uint32_t i = 0; i != r.listed.size(); ++i) {
        auto const x = r.listed[i];
        bool found = false, said = false;
        for (auto const& why : x.reasons)
            if (makes_row(r, why)) (r.kb.is<affects>(why.claim) ? found : said) = true;
        auto const c = r.kb.as<therapy_class>(x.option);
        bool const is_shown = is_of_view(r, x.option);
        if (said && c && !is_row_of_table(r, c)) said_of_wide.add(c);
        if (said && c && is_row_of_table(r, c) && is_shown) rows.add(c);
        if (!is_shown) continue;
        if (found && c) add_row_of_class(r, c, rows);
        if ((found || said) && !c) rows.add(r.row_of_listed[i]);
    }
    add_rows_within(r, said_of_wide, rows);
    return rows.reached();
}

/// Rows of their own for what treats the cause itself, or prevents it: what is documented of just this cause.
constexpr std::vector<id<option>> rows_with_aim(row_choice const& r) {
    walk<option> rows;
    rows.clear(r.kb);
    for (std::uint32_t i = 0; i != r.listed.size(); ++i)
        if (auto const x = r.listed[i]; x.applies() < applicability::broader && is_of_view(r, x.option))
            rows.add(r.row_of_listed[i]);
    return rows.reached();
}

}  // namespace treatise::inline v0_3::table_detail
