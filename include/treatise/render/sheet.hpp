// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/comparison.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// A sign behind a statement that a reader must act on; the legend of the sheet says what it means.
enum class mark : std::uint8_t { wider, interest, differs, pooled, unchecked };
template <>
inline constexpr std::array<std::string_view, 5> words_of<mark>{"wider", "interest", "differs", "pooled", "unchecked"};

/// One statement of a cell in words.
struct sheet_statement {
    std::string text{};
    std::vector<treatise::mark> marks{};
    std::vector<std::uint32_t> footnotes{};  ///< into `sheet::footnotes`
    bool is_warning = false;               ///< a regulator's warning, or an outcome that stands first
    std::vector<std::string> claims{};       ///< the ids of the claims it tells
    std::vector<std::uint32_t> sources{};  ///< into `sheet::sources`, whose numbers stand behind a text that does not name them
};

/// A cell in words: its statements, and how many more claims there are behind it.
struct sheet_cell {
    cell_state state = cell_state::not_reported;
    std::vector<sheet_statement> statements{};  ///< never empty: what is not reported says so
    std::uint32_t more = 0;
    std::vector<sheet_statement> noted{};  ///< what a footnote of the cell tells in full, and the cell in short
};

struct sheet_row {
    row_role role{};
    std::string key;  ///< of the option
    std::vector<sheet_cell> cells;
};

/// Rows under one heading, a kind of therapy; an empty heading where a table has none.
struct sheet_section {
    std::string heading;
    std::vector<sheet_row> rows;
    bool joins = false;  ///< in print a few rows may share one line of headings with those of its neighbours
};

struct sheet_source {
    std::string label, citation, link;  ///< "Cochrane 2017", the whole, a DOI or address as a URL
    std::string interest;  ///< the declared interest; empty where none is declared
};

/// A table in words, ready for any format: what every writer prints, in the order of printing.
///
/// It owns its text and refers to no base. Nothing in it is escaped; each writer escapes for its format.
struct sheet {
    std::string language = "en", direction = "ltr";
    std::string title;  ///< "Painful diabetic neuropathy: what sources document, side by side"
    std::vector<std::string> edition;  ///< knowledge and its version; dates
    std::string notice;  ///< intended use
    std::vector<std::string> head;  ///< what stands before the table: one source behind most of it, what is advised, order
    std::vector<std::string> columns;  ///< headings; the first is the row's
    std::vector<std::string> column_keys;
    std::vector<sheet_section> sections;
    std::vector<std::string> after;  ///< what stands behind the table: warnings of other sources, named options
    std::vector<std::string> footnotes;  ///< printed as [a], [b] ...
    struct legend_entry {
        std::string sign, meaning;
    };
    std::vector<legend_entry> legend;  ///< only what the table uses
    std::vector<std::string> counts;  ///< how the claims were read, cells a state
    std::string sources_heading;
    std::vector<sheet_source> sources;
    bool numbered_sources = false;  ///< statements refer to sources by number: [1], [2] ...
    /// "(wider)" and so on, for pages that can print ASCII alone; left empty, the English ones.
    std::array<std::string, words_of<mark>.size()> mark_words;  ///< by `place_of` the mark
    std::string more_sign = "+";  ///< before the number of claims that a cell does not show
};

/// The sign of a mark in print, or its word in ASCII.
struct mark_signs {
    std::string_view wider = "†", interest = "§", differs = "≠", pooled = "*", unchecked = "?";

    constexpr std::string_view operator[](mark m) const {
        switch (m) {
            case mark::wider: return wider;
            case mark::interest: return interest;
            case mark::differs: return differs;
            case mark::pooled: return pooled;
            case mark::unchecked: return unchecked;
        }
        return {};
    }
};

}  // namespace treatise::inline v0_3
