// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/comparison.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// One statement in words.
struct sheet_statement {
    std::string text{};
    std::vector<std::uint32_t> sources{};  ///< into `sheet::sources`, whose numbers stand behind the text
    std::vector<std::string> claims{};     ///< the ids of the claims it tells; none of a name
    bool is_warning = false;  ///< official, or a harm of the documented list
    bool interest = false;    ///< the source, or the sponsor of the trial, has an interest in it: the one mark of a sheet
    bool goes_on = false;     ///< on the line of the statement before it, behind a semicolon
    std::optional<std::pair<int, int>> people{};  ///< of 100, with the treatment and without: for pictures beside the number

    sheet_statement() = default;
    explicit sheet_statement(std::string words) : text{std::move(words)} {}
};

/// A cell in words: what leads them, its statements, a line each, and what ends them.
struct sheet_cell {
    cell_state state = cell_state::not_reported;
    std::string lead{};  ///< "sources disagree:", or what an empty cell says; no claim stands behind it
    std::vector<sheet_statement> statements{};
    std::vector<std::string> rest{};  ///< of which members no figure or no label was read; no claim stands behind it
};

struct sheet_row {
    std::string key{};  ///< of the option
    std::vector<sheet_cell> cells{};
};

/// Rows under one heading; an empty heading where a table has none.
struct sheet_section {
    std::string heading{};
    std::vector<sheet_row> rows{};
};

/// What stands below a table under a heading of its own: label warnings, a medicine a line; what has no row.
struct sheet_block {
    std::string key{}, heading{};
    std::vector<sheet_statement> lines{};
};

struct sheet_source {
    std::string key{}, label{}, citation{}, link{};  ///< "Cochrane 2017", the whole, a DOI or address as a URL
    std::string interest{};  ///< the declared interest; empty where none is declared
};

/// A table in words, ready for any format: what every writer prints, in the order of printing.
///
/// It owns its text and refers to no base. Nothing in it is escaped; each writer escapes for its format.
struct sheet {
    std::string language = "en", direction = "ltr";
    std::string view{};
    word_register words = word_register::clinical;
    bool options_across = false;  ///< options stand as columns; a page of it is upright
    std::string title{};
    std::vector<std::string> head{};   ///< what the table is and is not, how to read its numbers: two lines
    std::vector<std::string> fixed{};  ///< before the table: the fixed lines of a view
    std::vector<std::string> columns{};  ///< headings; the first is the row's
    std::vector<std::string> column_keys{};
    std::vector<sheet_section> sections{};
    std::vector<sheet_block> blocks{};
    struct legend_entry {
        std::string sign, meaning;
    };
    std::vector<legend_entry> legend{};  ///< only what the table uses, six entries at most
    std::string sources_heading{};
    std::vector<sheet_source> sources{};
    bool numbered_sources = true;        ///< statements are followed by the numbers of their sources: [1], [2] ...
    std::string behind_heading{};
    std::vector<std::string> behind{};   ///< edition, editors, rule of the rows, counts
    std::string interest_word{};         ///< "(interest)", where only ASCII can be printed
};

/// The sign of an interest in print.
inline constexpr std::string_view interest_sign = "§";

}  // namespace treatise::inline v0_3
