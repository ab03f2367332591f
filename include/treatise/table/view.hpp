// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/column.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace treatise::inline v0_3 {

/// What one row of a table is.
enum class row_content : std::uint8_t {
    options,   ///< a class with its documented members, or a therapy
    outcomes,  ///< an outcome of an option, under the option's name: a summary of findings
    rules      ///< what one payer says of an option
};
template <>
inline constexpr std::array<std::string_view, 3> words_of<row_content>{"options", "outcomes", "rules"};

/// What rows stand under.
enum class row_group : std::uint8_t {
    guidance,  ///< what guidelines say of them: they differ, recommend, recommend for a wider group, do not recommend, say
               ///< nothing
    kind       ///< the kind of therapy
};
template <>
inline constexpr std::array<std::string_view, 2> words_of<row_group>{"guidance", "kind"};

/// Which treatments a table shows.
enum class shown_options : std::uint8_t { everything, medicines, other_treatments };
template <>
inline constexpr std::array<std::string_view, 3> words_of<shown_options>{"everything", "medicines", "other_treatments"};

/// In whose words a table speaks: the field's terms, or those of a careful newspaper.
enum class word_register : std::uint8_t { clinical, plain };
template <>
inline constexpr std::array<std::string_view, 2> words_of<word_register>{"clinical", "plain"};

/// A view of the answer: what rows and columns are, in which words and which way round. It is data, and can stand in a file.
struct view {
    std::string_view key{};
    column_list columns{};
    row_content rows = row_content::options;
    row_group groups = row_group::guidance;
    word_register words = word_register::clinical;
    bool options_across = false;      ///< options as columns
    shown_options shows = shown_options::everything;
    bool therapies = false;           ///< a therapy a row, not a class with its members
    bool mentions = false;            ///< what sources only mention is a row, too; and what only a wider group has
    std::uint32_t least_options = 0;  ///< that the caller names; with fewer the view is refused
    std::uint32_t most_options = 0;   ///< 0: any number
    id<table_preset> of{};            ///< a view that stands in a knowledge base: the table of one source
};

namespace views {
// clang-format off
/// For a class, a first look.
inline constexpr view overview{.key = "overview", .columns = {columns::option, columns::guidance, columns::benefit, columns::harms, columns::warnings_, columns::practical}};
/// A summary of findings as GRADE has it: an option a block, outcomes as rows.
inline constexpr view evidence{.key = "evidence", .columns = {columns::outcome, columns::people, columns::without, columns::with, columns::difference, columns::ratio, columns::certainty, columns::source}, .rows = row_content::outcomes, .groups = row_group::kind, .therapies = true};
/// Discussion material that a professional hands out: two to four options, named by the caller.
inline constexpr view patient{.key = "patient", .columns = {columns::option, columns::description, columns::benefit, columns::harms, {.key = "warnings", .matters = columns::all_warnings}, columns::stopping, columns::driving, columns::asks, columns::coverage}, .groups = row_group::kind, .words = word_register::plain, .options_across = true, .therapies = true, .least_options = 2, .most_options = 4};
/// For students.
inline constexpr view pharmacology{.key = "pharmacology", .columns = {columns::members, columns::mechanism, columns::harms, columns::restrictions, columns::boxed}, .groups = row_group::kind, .shows = shown_options::medicines};
/// For teaching nurses; not orders.
inline constexpr view nursing{.key = "nursing", .columns = {columns::option, columns::before, columns::monitor, columns::teach, columns::warned}, .groups = row_group::kind, .shows = shown_options::medicines, .therapies = true};
/// Treatments that are not medicines, from all sources.
inline constexpr view non_drug{.key = "non-drug", .columns = {columns::option, columns::description, columns::benefit, columns::harms, columns::warnings_, columns::practical}, .groups = row_group::kind, .shows = shown_options::other_treatments, .mentions = true};
/// Who pays, by rule.
inline constexpr view coverage{.key = "coverage", .columns = {columns::option, columns::payer, columns::status, columns::condition, columns::dates, columns::source}, .rows = row_content::rules, .groups = row_group::kind, .therapies = true};
// clang-format on

inline constexpr std::array all{overview, evidence, patient, pharmacology, nursing, non_drug, coverage};
}  // namespace views

/// The view of that key; one with an empty key where there is none.
constexpr view view_of(std::string_view key) {
    for (auto const& v : views::all)
        if (v.key == key) return v;
    return {};
}

/// A view that stands in the knowledge base; columns that are unknown are left out.
constexpr view view_of(knowledge_base const& kb, id<table_preset> p) {
    auto const& d = kb.details(p);
    view made{.key = kb.key(p), .groups = row_group::kind, .therapies = d.rows == grouping::therapy, .of = p};
    std::uint32_t n = 0;
    for (auto key : kb[d.columns]) {
        auto c = column_of(kb[key]);
        if (n < d.headings.size()) c.heading = kb[kb[d.headings][n]];
        ++n;
        // The tables of others tell grave side effects with the common ones.
        if (c.key == columns::harms.key) c.matters = c.matters | matter::serious_harm;
        if (!c.key.empty()) made.columns.push_back(c);
    }
    return made;
}

}  // namespace treatise::inline v0_3
