// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/compare_options.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/table/detail/guidance.hpp>
#include <treatise/table/detail/marks.hpp>
#include <treatise/table/detail/row_choice.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::table_detail {

/// A comparison in the making, with what its steps share.
struct draft {
    knowledge_base kb;
    relevance relevant;
    asked_scope narrowed;  ///< as it was asked
    asked_scope of_rows;   ///< without the rows that it names: what a row's cells ask
    compare_options how;
    placement places;
    guidance_field field;
    guideline_bodies bodies;
    comparison made{};
    profile_options tells{};
    option_profile profile{};             ///< of the row in hand; kept for its memory
    std::vector<weighed_voice> voices{};  ///< of the row in hand
    std::array<walk<source>, words_of<guidance_group>.size()> deciding{};  ///< by whose guidance rows stand in each group
    walk<option> added_rows{};   ///< what only overlays make a row
    claim_numbers is_below{};    ///< of claims that are told below the table
    claim_numbers goes_below{};  ///< of claims for which the row in hand sends its reader below the table
    claim_numbers told_in{};     ///< of each claim, from 1, the row to which the row in hand defers for it
    walk<option> planned{};      ///< the rows of what relieves, those not made yet among them
    class_heirs heirs{};         ///< which classes hold several of those; found when it is asked first
    walk<therapy_class> classes_below{};  ///< of which something is told below the table, once for all rows in them
    rows_of_options rows{};               ///< the rows that there are, by option
    rows_of_options rows_of_medicine{};   ///< those of therapies by the medicine that they are a form of
    std::vector<std::uint32_t> referred{};  ///< option by option, in the table and below: the last cell that refers there, from 1
    walk<therapy_class> under{};  ///< the classes under the row in hand

    constexpr draft(knowledge_base const& base, id<cause> asked, scope const& s, compare_options const& o)
        : kb{base},
          relevant{base, asked},
          narrowed{base, s},
          of_rows{base, without_options(s)},
          how{o},
          places{base},
          field{base, asked},
          bodies{base, narrowed.sources, places} {
        for (auto& sources : deciding) sources.clear(kb);
        added_rows.clear(kb);
        classes_below.clear(kb);
    }
    draft(draft const&) = delete;  // some of it refers to the rest
    draft& operator=(draft const&) = delete;
    constexpr ~draft() = default;

    static constexpr scope without_options(scope s) {
        s.options.clear();
        return s;
    }
};

/// The scope of rows with another aim than relief.
constexpr asked_scope scope_of(draft const& d, intent aim) {
    auto s = d.of_rows.asked;
    if (aim != intent::symptomatic) s.intents = aim;
    return {d.kb, std::move(s)};
}

/// Adds a row whose cells are there.
constexpr void add_row(draft& d, row r) {
    auto const n = static_cast<std::uint32_t>(d.made.rows.size());
    d.rows.add(d.kb, r.option, n);
    if (auto const t = d.kb.as<therapy>(r.option)) d.rows_of_medicine.add(d.kb, d.places.base_form(t), n);
    d.made.rows.push_back(std::move(r));
}

/// Cells of a table of one source are that source's alone; what others warn of stands below.
constexpr bool is_of_view(draft const& d, claim_id c) {
    if (!d.made.view.of) return true;
    auto const& from = d.kb.details(d.made.view.of);
    auto const& said = d.kb.said(c);
    return (!from.from || said.source == from.from) && (!from.place || d.kb[said.place] == d.kb[from.place]);
}

/// Takes a thing that is told, with the claims that say it together with it, from a profile into the table.
constexpr void tell(draft& d, option_profile const& p, told t) {
    auto const together = p.with_of(t);
    t.with_first = static_cast<std::uint32_t>(d.made.with.size());
    d.made.with.insert(d.made.with.end(), together.begin(), together.end());
    t.with_last = static_cast<std::uint32_t>(d.made.with.size());
    d.made.told.push_back(t);
}

constexpr std::uint32_t told_count(draft const& d) { return static_cast<std::uint32_t>(d.made.told.size()); }

}  // namespace treatise::inline v0_3::table_detail
