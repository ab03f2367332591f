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
    none,         ///< rows are not grouped by guidance
    for_cause,    ///< recommended for the asked cause
    for_wider,    ///< recommended for a wider group
    differ,       ///< guidelines of different bodies say unconditionally for and against
    of_kinds,     ///< guidelines speak of it only for kinds of the asked cause
    on_conditions,  ///< for or against only under a condition: part of the people, a setting, after others failed
    against,      ///< against, and nobody else for it
    no_guideline  ///< no guideline in force recommends it or advises against it
};
template <>
inline constexpr std::array<std::string_view, 8> words_of<guidance_group>{"none", "recommended_for_this",
    "recommended_for_wider_group", "guidelines_differ", "only_for_kinds_of_it", "only_on_conditions", "not_recommended",
    "no_guideline"};

/// Why there is no table: a view that is handed out shows options that somebody has chosen, and not too many.
enum class view_refusal : std::uint8_t { none, too_few_options, too_many_options };
template <>
inline constexpr std::array<std::string_view, 3> words_of<view_refusal>{"none", "too_few_options", "too_many_options"};

/// Where a cell sends its reader for what is told once: to the row of another option, or below the table.
struct cell_reference {
    id<treatise::option> of{};
    bool is_below = false;  ///< below the table: of a class, or of what else stands in the row's own class

    friend constexpr bool operator==(cell_reference, cell_reference) = default;
};

/// A cell: what is told in it, and what else bears on it.
struct cell {
    cell_state state = cell_state::not_reported;
    std::uint32_t first = 0, last = 0;                ///< in `comparison::told`
    std::uint32_t untold_first = 0, untold_last = 0;  ///< in `comparison::untold`
    std::uint32_t silent_first = 0, silent_last = 0;  ///< in `comparison::silent`: members of which it tells no figure
    std::uint32_t refers_first = 0, refers_last = 0;  ///< in `comparison::references`: what protects and is told elsewhere
    bool see_above = false;  ///< another row tells it, or part of it: of the same option, or of a class under it
    bool label_unread = false;  ///< nothing is told of warnings, and no label was read of it or of one of its members
    bool labels_silent = false;  ///< nothing is told of such warnings, and a label was read: there is none in it
    bool asks_nothing = false;  ///< of a row to compare with: only figures are asked of it
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

/// Whose guidance a group of rows stands by.
struct group_heading {
    guidance_group group{};
    std::uint32_t first = 0, last = 0;  ///< in `comparison::guided_by`
};

/// Options without a row, of which sources speak only for a wider group, or mention them: a line a group.
struct named_line {
    guidance_group group{};
    std::uint32_t first = 0, last = 0;                  ///< in `comparison::named`
    std::uint32_t sources_first = 0, sources_last = 0;  ///< in `comparison::guided_by`
};

/// What protects and stands in no cell, whole, a row or a class a line; it stands below the table. What is said of a class with
/// several rows in it; warnings and cautions of labels; in a table of one source what others warn of.
struct warning_line {
    id<treatise::option> option{};
    std::uint32_t first = 0, last = 0;  ///< in `comparison::told`
};

/// What guidelines say of a wider group, where a cause has little of its own: a line of guidance with the options in it.
struct borrowed_line {
    guidance_group group{};             ///< `for_wider`, `differ` or `against`
    std::uint8_t line = 0;              ///< the place of the line in its scheme, from 1; 0: no line stated
    std::uint32_t first = 0, last = 0;  ///< in `comparison::told`: option by option, each with those who say it
};

/// An option whose every claim excludes this cause, and the source of the first of them.
struct excluded_option {
    id<treatise::option> option{};
    id<source> by{};
};

/// A table as a value: which rows and columns, what is told in which cell, in which state. No text in it.
///
/// It refers to the arrays of the knowledge base, which must outlive it; the view that was asked may go.
struct comparison {
    knowledge_base base{};
    id<cause> asked{};
    treatise::view view{};
    row_group groups{};         ///< what the rows stand under, as it was asked
    view_refusal refused{};     ///< with it there are no rows
    bool narrowed = false;      ///< a scope may have left claims out
    bool asked_options = false;  ///< the rows were named by who asked
    id<outcome> benefit{};      ///< the outcome that heads the benefits, if most rows have it
    id<treatise::option> comparator{};  ///< what its figures are compared with
    claim_id ruler{};           ///< asked: the claim whose control rate each row's risk ratio is applied to
    std::vector<treatise::row> rows{};
    std::vector<cell> cells{};             ///< row by row
    std::vector<treatise::told> told{};
    std::vector<claim_id> with{};          ///< the claims told together with another: `told::with_first` ...
    std::vector<statement> untold{};
    std::vector<id<therapy>> members{};
    std::vector<id<therapy>> silent{};
    std::vector<cell_reference> references{};
    std::vector<warning_line> label_warnings{};
    std::vector<borrowed_line> borrowed{};  ///< with it the table is in three parts; `rows` is what treats the cause
    std::vector<group_heading> headings{};  ///< of the groups that there are, in the order of printing
    std::vector<id<treatise::source>> guided_by{};
    std::vector<named_line> named_lines{};
    std::vector<id<treatise::option>> named{};
    std::vector<id<treatise::option>> boxed{};  ///< options of a table of payers' rules with a boxed warning
    std::vector<id<treatise::option>> without_rule{};  ///< and those of the first look of which no payer's rule is known
    std::vector<excluded_option> excluded{};
    std::vector<claim_id> advice{};               ///< what is advised for the cause as a whole: `about` tells it
    std::vector<id<treatise::source>> sources{};  ///< that the cells and blocks cite, in display order
    std::array<std::uint32_t, words_of<cell_state>.size()> states{};  ///< cells a state
    id<treatise::source> most_from{};  ///< the one source behind most of the filled cells, if there is one

    [[nodiscard]] constexpr cell const& at(std::uint32_t r, std::uint32_t c) const { return cells[r * view.columns.size() + c]; }
    [[nodiscard]] constexpr std::span<treatise::told const> in(cell const& c) const {
        return std::span{told}.subspan(c.first, c.last - c.first);
    }
    [[nodiscard]] constexpr std::span<statement const> untold_in(cell const& c) const {
        return std::span{untold}.subspan(c.untold_first, c.untold_last - c.untold_first);
    }
    [[nodiscard]] constexpr std::span<id<therapy> const> silent_in(cell const& c) const {
        return std::span{silent}.subspan(c.silent_first, c.silent_last - c.silent_first);
    }
    [[nodiscard]] constexpr std::span<cell_reference const> references_in(cell const& c) const {
        return std::span{references}.subspan(c.refers_first, c.refers_last - c.refers_first);
    }
    [[nodiscard]] constexpr std::span<claim_id const> with_of(treatise::told const& t) const {
        return std::span{with}.subspan(t.with_first, t.with_last - t.with_first);
    }
    [[nodiscard]] constexpr std::span<id<therapy> const> members_of(treatise::row const& r) const {
        return std::span{members}.subspan(r.members_first, r.members_last - r.members_first);
    }
    [[nodiscard]] constexpr std::span<id<treatise::source> const> sources_of(group_heading const& h) const {
        return std::span{guided_by}.subspan(h.first, h.last - h.first);
    }
    [[nodiscard]] constexpr std::span<id<treatise::source> const> sources_of(named_line const& n) const {
        return std::span{guided_by}.subspan(n.sources_first, n.sources_last - n.sources_first);
    }
    [[nodiscard]] constexpr std::span<id<treatise::option> const> options_of(named_line const& n) const {
        return std::span{named}.subspan(n.first, n.last - n.first);
    }
};

}  // namespace treatise::inline v0_3
