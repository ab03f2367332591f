// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "output.hpp"
#include "pages.hpp"
#include "tables.hpp"

#include <treatise/table/compare.hpp>

#include <algorithm>

namespace treatise::tool {

namespace {

/// The name of the view that was asked for; --preset is its old name, and of --layer plain was the one for patients.
std::string_view asked_name(request const& asked, argument_reader& reader) {
    if (asked.layer.empty()) return asked.view;
    if (!asked.view.empty()) reader.wrong("--layer and --view are two names of one thing; expected one");
    if (compare_folded(asked.layer, "plain") == 0) return views::patient.key;
    if (compare_folded(asked.layer, "clinician") != 0) reader.not_a_word(asked.layer, "--layer", {"clinician", "plain"});
    return views::overview.key;
}

/// The view of that name: one of the library's, or one of the base's.
view asked_view(knowledge_base const& kb, std::string_view typed, argument_reader& reader) {
    if (typed.empty()) return views::overview;
    std::vector<std::string_view> known;
    for (auto const& v : views::all) {
        if (compare_folded(v.key, typed) == 0) return v;
        known.push_back(v.key);
    }
    if (auto const found = find<table_preset>(kb, typed)) return view_of(kb, *found);
    for (auto p : kb.all<table_preset>()) known.push_back(kb.key(p));
    reader.not_a_word(typed, "--view", known);
    return views::overview;
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

std::string why_refused(view_refusal why, view const& v) {
    auto const wanted = std::to_string(v.least_options) + " to " + std::to_string(v.most_options);
    auto const view = "--view " + std::string{v.key} + " shows " + wanted + " options that you choose: ";
    return why == view_refusal::too_few_options ? view + "name them by --options A,B" : view + "--options names more";
}

}  // namespace

table_asked asked_table(request const& asked, knowledge_base const& kb, argument_reader& reader) {
    table_asked made;
    made.about = reader.asked_cause(asked.names[0]);
    made.narrowed = reader.asked_scope(asked.scope);
    made.view = asked_view(kb, asked_name(asked, reader), reader);
    if (!asked.columns.empty()) {
        if (made.view.rows != row_content::options)
            reader.wrong("--columns: the columns of --view " + std::string{made.view.key} + " are fixed");
        made.view.columns = asked_columns(asked.columns, reader);
    }
    made.how.all = asked.all;
    if (!asked.ruler.empty()) made.how.ruler = reader.named<source>(asked.ruler, "source", "See treatise sources");
    if (!asked.group.empty()) made.how.groups = reader.one_of<row_group>(asked.group, "--group");
    if (auto const why = refusal_of(made.view, made.narrowed); why != view_refusal::none)
        reader.wrong(why_refused(why, made.view));
    reader.check();
    return made;
}

comparison compare(knowledge_base const& kb, table_asked const& asked) {
    return treatise::compare(kb, asked.about, asked.view, asked.narrowed, asked.how);
}

result compare_options(request const& asked) {
    auto const from = open_knowledge(asked);
    argument_reader reader{from.base};
    auto const table = asked_table(asked, from.base, reader);
    return {print(compare(from.base, table), asked)};
}

}  // namespace treatise::tool
