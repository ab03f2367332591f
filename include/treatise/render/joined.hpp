// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/sheet.hpp>
#include <treatise/words/language.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// What the writers share: how the statements of a cell become one text, and what stands in for its signs.
namespace treatise::inline v0_3 {

/// The words that stand for the signs in data for programs.
inline constexpr mark_signs ascii_signs{"(wider)", "(interest)", "(differs)", "(pooled)", "(unchecked)"};

/// The words that stand for the signs where only ASCII can be printed, in the language of the sheet, which must outlive them.
[[nodiscard]] inline mark_signs ascii_signs_of(sheet const& s) {
    auto const word_of = [&](mark m) { return std::string_view{s.mark_words[place_of(m)]}; };
    if (word_of(mark::wider).empty()) return ascii_signs;
    return {.wider = word_of(mark::wider),
        .interest = word_of(mark::interest),
        .differs = word_of(mark::differs),
        .pooled = word_of(mark::pooled),
        .unchecked = word_of(mark::unchecked)};
}

/// The word that stands for the sign in a language: "(wider)".
[[nodiscard]] constexpr std::string_view ascii_word(language const& l, mark m) {
    switch (m) {
        case mark::wider: return l[message::ascii_wider];
        case mark::interest: return l[message::ascii_interest];
        case mark::differs: return l[message::ascii_differs];
        case mark::pooled: return l[message::ascii_pooled];
        case mark::unchecked: return l[message::ascii_unchecked];
    }
    return {};
}

inline constexpr std::array all_marks{mark::wider, mark::interest, mark::differs, mark::pooled, mark::unchecked};
static_assert(all_marks.size() == words_of<mark>.size());

/// The name of a footnote: a to z, then aa, ab ...
[[nodiscard]] inline std::string footnote_label(std::size_t number) {
    std::string label;
    for (++number; number != 0; number = (number - 1) / 26)
        label.insert(label.begin(), static_cast<char>('a' + (number - 1) % 26));
    return label;
}

/// The number of a source, as statements refer to it and the list of sources carries it.
[[nodiscard]] inline std::string source_label(std::size_t number) { return '[' + std::to_string(number + 1) + ']'; }

/// What stands in front of a source in its list: nothing where no statement refers to it by number.
[[nodiscard]] inline std::string source_lead(sheet const& s, std::size_t number) {
    return s.numbered_sources ? source_label(number) + ' ' : std::string{};
}

/// The text of a statement with its sources by name, for what is read without the list of sources.
[[nodiscard]] inline std::string full_text(sheet const& s, sheet_statement const& statement) {
    auto made = statement.text;
    for (std::size_t i = 0; i != statement.sources.size(); ++i) {
        auto const n = statement.sources[i];
        made.append(i == 0 ? " (" : "; ").append(n < s.sources.size() ? s.sources[n].label : source_label(n));
    }
    return made.append(statement.sources.empty() ? "" : ")");
}

/// What a mark means, as the legend says it; empty where the legend lacks it.
[[nodiscard]] inline std::string_view meaning_of(sheet const& s, mark m) {
    for (auto const& entry : s.legend)
        if (entry.sign == mark_signs{}[m]) return entry.meaning;
    return {};
}

/// The mark that an entry of the legend explains, if it explains one.
[[nodiscard]] constexpr std::optional<mark> mark_of(sheet::legend_entry const& entry) {
    for (auto m : all_marks)
        if (entry.sign == mark_signs{}[m]) return m;
    return {};
}

/// A cell of a row; an empty one where the row is too short.
[[nodiscard]] inline sheet_cell const& cell_at(sheet_row const& row, std::size_t column) {
    static sheet_cell const none;
    return column < row.cells.size() ? row.cells[column] : none;
}

namespace render_detail {

/// What stands between a statement and the next one: a full stop only where the statement does not bring its own end.
[[nodiscard]] constexpr std::string_view separator_after(std::string_view statement) {
    for (std::string_view end : {".", "!", "?", ":", ";", "…", "。", "！", "？"})
        if (statement.ends_with(end)) return " ";
    return ". ";
}

/// The sections as pages print them: two neighbours with up to four rows together stand under one line of headings.
[[nodiscard]] inline std::vector<sheet_section> printed_sections(sheet const& s, std::string_view between = " · ") {
    std::vector<sheet_section> made;
    for (auto const& section : s.sections) {
        if (!made.empty() && made.back().joins && section.joins && made.back().rows.size() + section.rows.size() <= 4) {
            made.back().joins = false;
            made.back().heading.append(between).append(section.heading);
            made.back().rows.insert(made.back().rows.end(), section.rows.begin(), section.rows.end());
        } else {
            made.push_back(section);
        }
    }
    return made;
}

/// Before the name of a row under a pooled line.
[[nodiscard]] constexpr std::string_view lead_of(sheet_row const& row) { return row.role == row_role::member ? "· " : ""; }

}  // namespace render_detail

/// A cell as one text, nothing escaped: statements and their sources by name, signs or their words, [a], +n.
inline std::string cell_text(sheet const& s, sheet_cell const& cell, mark_signs const& signs = {}) {
    std::string made;
    std::string_view separator;
    for (auto const& statement : cell.statements) {
        made.append(separator).append(full_text(s, statement));
        for (auto m : statement.marks) {
            if (signs[m].size() > 3 && !made.empty()) made += ' ';  // a word, not a sign
            made += signs[m];
        }
        for (auto f : statement.footnotes) made.append(" [").append(footnote_label(f)).append("]");
        separator = render_detail::separator_after(statement.text);
    }
    if (cell.more != 0) made.append(made.empty() ? "" : " ").append(s.more_sign).append(std::to_string(cell.more));
    return made;
}

}  // namespace treatise::inline v0_3
