// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/column.hpp>
#include <treatise/table/preset.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// What a cell says of the evidence; told apart in every format without colour.
enum class cell_state : std::uint8_t { reported, no_difference, disagree, looked_for, not_reported };
template <>
inline constexpr std::array<std::string_view, 5> words_of<cell_state>{
    "reported", "no_important_difference", "sources_disagree", "looked_for_not_found", "not_reported"};

enum class row_role : std::uint8_t {
    reference,  ///< placebo, usual care: to compare with
    pooled,     ///< a superclass of which sources speak as one; its figures stand here and on no other row
    member,     ///< a row under a pooled line
    alone,
    against     ///< sources speak only against it for this cause
};
template <>
inline constexpr std::array<std::string_view, 5> words_of<row_role>{"reference", "pooled", "member", "alone", "against"};

/// What a source may leave out of what a table tells; counted, and printed in the head.
enum class unstated : std::uint8_t {
    course,  ///< options: what happens without treatment
    practical_issue,
    time_frame,
    comparator,
    baseline,
    interval,
    certainty,
    reason,
    jurisdiction,
    published,
    search
};
template <>
inline constexpr std::array<std::string_view, 11> words_of<unstated>{"course", "practical_issue", "time_frame", "comparator",
    "baseline", "interval", "certainty", "reason", "jurisdiction", "published", "search"};
inline constexpr std::size_t unstated_count = words_of<unstated>.size();

/// A cell: a range of the comparison's statements, the shown ones first.
struct cell {
    cell_state state = cell_state::not_reported;
    std::uint32_t first = 0, last = 0;
    std::uint32_t shown = 0;  ///< how many are told; the rest are counted
};

struct row {
    id<treatise::option> option;
    id<treatise::option> label;  ///< whose name is printed: the therapy's where its class has one and says nothing of its own
    id<therapy_class> section;  ///< the kind of therapy it stands under; none: no class given
    row_role role{};
    std::uint32_t members_first = 0, members_last = 0;  ///< the therapies in it that claims speak of
    intent aim = intent::symptomatic;  ///< treatment of the cause itself, and prevention, stand apart
    id<therapy_class> above{};  ///< a pooled line with no other row under it: told here by name, marked as pooled
};

/// A table as a value: which rows and columns, which claims in which cell, in which state. No text in it.
///
/// It refers to the arrays of the knowledge base, which must outlive it; the view that was asked may go.
struct comparison {
    knowledge_base base{};
    id<cause> asked{};
    treatise::preset preset{};
    bool narrowed = false;                     ///< a scope may have left claims out
    bool asked_options = false;                ///< the rows were named by who asked
    std::vector<treatise::row> rows{};
    std::vector<cell> cells{};                   ///< row by row
    std::vector<statement> statements{};         ///< cell by cell
    std::vector<id<therapy>> members{};
    std::vector<id<option>> named{};             ///< options without a row: no source speaks of them for this cause
    std::vector<id<option>> mentioned{};  ///< options without a row: no source advises on them or gives a figure for this cause
    std::vector<id<option>> set_apart{};  ///< options whose every claim excludes this cause
    struct row_warning {
        std::uint32_t row;
        statement warning;
    };
    std::vector<row_warning> warnings{};  ///< of other sources, where a preset shows one source alone
    std::vector<claim_id> advice{};  ///< what is advised for the cause as a whole
    std::vector<id<treatise::source>> sources{};  ///< behind the cells, in display order
    std::uint32_t claim_count = 0;  ///< distinct claims behind the cells
    std::uint32_t read_in_source = 0;  ///< of these, read in the source itself
    std::array<std::uint32_t, 5> states{};  ///< cells a state
    std::array<std::uint32_t, unstated_count> unstated{};  ///< what sources do not state of what is shown
    id<treatise::source> most_from{};  ///< the one source behind most of the filled cells, if there is one

    constexpr cell const& at(std::uint32_t r, std::uint32_t c) const { return cells[r * preset.columns.size() + c]; }
    constexpr std::span<statement const> in(cell const& c) const {
        return std::span{statements}.subspan(c.first, c.last - c.first);
    }
    constexpr std::span<statement const> shown_in(cell const& c) const { return std::span{statements}.subspan(c.first, c.shown); }
    constexpr std::span<id<therapy> const> members_of(treatise::row const& r) const {
        return std::span{members}.subspan(r.members_first, r.members_last - r.members_first);
    }
};

}  // namespace treatise::inline v0_3
