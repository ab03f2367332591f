// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "output.hpp"
#include "pages.hpp"
#include "tables.hpp"

#include <treatise/table/compare.hpp>

#include <limits>

namespace treatise::tool {

namespace {

/// The preset of that name: one of the tool's, or one of the base's.
preset asked_preset(knowledge_base const& kb, std::string_view typed, argument_reader& reader) {
    std::vector<std::string_view> known;
    for (auto const& p : built_in_presets) {
        if (compare_folded(p.key, typed) == 0) return p;
        known.push_back(p.key);
    }
    if (auto const found = find<table_preset>(kb, typed)) return preset_of(kb, *found);
    for (auto p : kb.all<table_preset>()) known.push_back(kb.key(p));
    reader.not_a_word(typed, "--preset", known);
    return overview;
}

/// The columns of those keys; the option's name comes first, so that every row says what it is about.
column_list asked_columns(std::vector<std::string> const& typed, argument_reader& reader) {
    std::vector<std::string_view> known, told;
    for (auto const& c : columns::all) known.push_back(c.key);
    column_list made;
    if (typed.empty() || compare_folded(typed.front(), columns::option.key) != 0) {
        made.push_back(columns::option);
        told.push_back(columns::option.key);
    }
    for (auto const& t : typed) {
        std::string folded;
        for (char c : t) folded += fold(c);
        auto const column = column_of(folded);
        if (column.key.empty())
            reader.not_a_word(t, "--columns", known);
        else if (std::find(told.begin(), told.end(), column.key) != told.end())
            reader.wrong("--columns: " + as_typed(t) + " is named twice");
        else
            made.push_back(column), told.push_back(column.key);
    }
    return made;
}

}  // namespace

preset asked_table(request const& asked, knowledge_base const& kb, argument_reader& reader) {
    auto table = asked_preset(kb, asked.preset.value_or("overview"), reader);
    if (!asked.columns.empty()) {
        table.columns = asked_columns(asked.columns, reader);
        table.one_page = false;  // the room of a page is that of the overview's own columns
    }
    if (asked.all) table.most_rows = std::numeric_limits<std::uint32_t>::max();
    return table;
}

result compare_options(request const& asked) {
    if (is_plain(asked)) return compare_plain(asked);
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto const narrowed = reader.asked_scope(asked.scope);
    auto const table = asked_table(asked, kb, reader);
    reader.check();

    return {print(compare(kb, about, table, narrowed), asked)};
}

}  // namespace treatise::tool
