// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/view.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// Under what a row stands, in the order of printing; a published fact, and no rank of ours.
enum class guidance_group : std::uint8_t {
    none,            ///< rows are not grouped by guidance
    differ,          ///< guidelines of different bodies say unconditionally for and against
    for_cause,       ///< recommended for the asked cause
    for_wider,       ///< recommended for a wider group
    against,         ///< only against, or for only under a condition
    no_guideline
};
template <>
inline constexpr std::array<std::string_view, 6> words_of<guidance_group>{
    "none", "guidelines_differ", "recommended_for_this", "recommended_for_wider_group", "not_recommended", "no_guideline"};

/// A cell: what is told in it, and what else bears on it.
struct cell {
    cell_state state = cell_state::not_reported;
    std::uint32_t first = 0, last = 0;                ///< in `comparison::told`
    std::uint32_t untold_first = 0, untold_last = 0;  ///< in `comparison::untold`
    bool see_above = false;    ///< another row tells it: one of the same option with another aim
    bool label_unread = false;  ///< nothing is told of warnings, and no label was read
};

struct row {
    id<treatise::option> option{};
    id<therapy_class> kind{};          ///< the kind of therapy it stands under; none: no class given
    guidance_group group{};
    intent aim = intent::symptomatic;  ///< treatment of the cause itself, and prevention, stand apart
    bool is_reference = false;         ///< placebo, usual care: to compare with
    std::uint32_t members_first = 0, members_last = 0;  ///< the documented therapies in it
    id<outcome> of_outcome{};          ///< where a row is an outcome of the option
    claim_id rule{};                   ///< where a row is a payer's rule
    std::vector<id<therapy>> label_unread{};
};

/// Warnings and cautions of labels, whole, a medicine a line; they stand below the table.
struct warning_line {
    id<treatise::option> option{};
    std::uint32_t first = 0, last = 0;  ///< in `comparison::told`
};

/// What guidelines say of a wider group, where a cause has little of its own: a line of guidance with the options in it.
struct borrowed_line {
    std::uint32_t first = 0, last = 0;  ///< in `comparison::told`: of one stance and one line of treatment
};

/// A table as a value: which rows and columns, what is told in which cell, in which state. No text in it.
///
/// It refers to the arrays of the knowledge base, which must outlive it; the view that was asked may go.
struct comparison {
    knowledge_base base{};
    id<cause> asked{};
    treatise::view view{};
    row_group groups{};         ///< what the rows stand under, as it was asked
    bool narrowed = false;      ///< a scope may have left claims out
    bool asked_options = false;  ///< the rows were named by who asked
    id<outcome> benefit{};      ///< the outcome that heads the benefits, if most rows have it
    std::vector<treatise::row> rows{};
    std::vector<cell> cells{};             ///< row by row
    std::vector<treatise::told> told{};
    std::vector<claim_id> with{};          ///< the claims told together with another: `told::with_first` ...
    std::vector<statement> untold{};
    std::vector<id<therapy>> members{};
    std::vector<warning_line> label_warnings{};
    std::vector<borrowed_line> borrowed{};  ///< with it the table is in three parts; `rows` is what treats the cause
    std::vector<id<treatise::option>> wider_only{};  ///< options without a row: only of a wider group anything is said
    std::vector<id<treatise::option>> only_against{};  ///< options without a row: only a wider group's "against" is said
    std::vector<id<treatise::option>> excluded{};  ///< options whose every claim excludes this cause
    std::vector<claim_id> advice{};               ///< what is advised for the cause as a whole: `about` tells it
    std::vector<id<treatise::source>> sources{};  ///< that the cells and blocks cite, in display order
    std::array<std::uint32_t, words_of<cell_state>.size()> states{};  ///< cells a state
    id<treatise::source> most_from{};  ///< the one source behind most of the filled cells, if there is one

    constexpr cell const& at(std::uint32_t r, std::uint32_t c) const { return cells[r * view.columns.size() + c]; }
    constexpr std::span<treatise::told const> in(cell const& c) const {
        return std::span{told}.subspan(c.first, c.last - c.first);
    }
    constexpr std::span<statement const> untold_in(cell const& c) const {
        return std::span{untold}.subspan(c.untold_first, c.untold_last - c.untold_first);
    }
    constexpr std::span<claim_id const> with_of(treatise::told const& t) const {
        return std::span{with}.subspan(t.with_first, t.with_last - t.with_first);
    }
    constexpr std::span<id<therapy> const> members_of(treatise::row const& r) const {
        return std::span{members}.subspan(r.members_first, r.members_last - r.members_first);
    }
};

}  // namespace treatise::inline v0_3
