// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/column.hpp>

#include <cstdint>
#include <string_view>

namespace treatise::inline v0_3 {

/// Columns, and what a row is; `of` is the preset of a knowledge base that it was read from, with rows and a source of its own.
struct preset {
    std::string_view key{};
    column_list columns{};
    grouping rows = grouping::listed_class;
    std::uint32_t most_rows = 24;  ///< with more options than that, those that no source discusses for this cause are only named
    id<table_preset> of{};
    bool brief = false;  ///< a cell tells little more than one statement, and a payer's rule not in full
    bool one_page = false;  ///< rows, cells and words in the room of one printed page: sources by number, measures by heading
};

/// The default table: option; guidelines and approvals; benefit; harms; living with it.
inline constexpr preset overview{"overview",
    {columns::option, columns::guidance, columns::benefit, columns::harms, columns::living}, grouping::listed_class, 24, {}, true,
    true};

/// How each option acts, beside its benefit and harms: it explains and does not compare.
inline constexpr preset pharmacology{"pharmacology",
    {columns::option, columns::members, columns::mechanism, columns::benefit, columns::harms, columns::living},
    grouping::listed_class, 24, {}, true, false};

/// Coverage by payers, and what it asks of a person.
inline constexpr preset costs_and_access{"costs-and-access",
    {columns::option, columns::approval, columns::coverage, columns::living, columns::provider}, grouping::listed_class, 24, {},
    false, false};

inline constexpr std::array built_in_presets{overview, pharmacology, costs_and_access};

/// A preset that stands in the knowledge base; columns that are unknown are left out.
constexpr preset preset_of(knowledge_base const& kb, id<table_preset> p) {
    auto const& d = kb.details(p);
    preset made{kb.key(p), {}, d.rows, 24, p, false, false};
    std::uint32_t n = 0;
    for (auto key : kb[d.columns]) {
        auto c = column_of(kb[key]);
        if (n < d.headings.size()) c.heading = kb[kb[d.headings][n]];
        ++n;
        if (!c.key.empty()) made.columns.push_back(c);
    }
    return made;
}

}  // namespace treatise::inline v0_3
