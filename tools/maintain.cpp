// SPDX-License-Identifier: BSL-1.0
#include "asked.hpp"
#include "check_lists.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "listing.hpp"
#include "output.hpp"

#include <treatise/boost/loose_ends.hpp>  // Boost.Graph: the one place that compiles it
#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/field_values.hpp>
#include <treatise/query/conflicts.hpp>
#include <treatise/render/detail/characters.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/snapshot/bake.hpp>

#include <sstream>
#include <utility>

namespace treatise::tool {

namespace {

constexpr std::size_t most_printed = 100;

std::string counts(knowledge_base const& kb) {
    return counted(kb.all<cause>().size(), "cause") + ", " + counted(kb.all<therapy_class>().size(), "class", "classes") + ", " +
           counted(kb.all<therapy>().size(), "therapy", "therapies") + ", " + counted(kb.all<source>().size(), "source") + ", " +
           counted(kb.claim_count(), "claim");
}

/// What one path of a check gave.
struct checked {
    std::string path;
    std::vector<problem> errors, notes;
    std::string key, version, held;
};

/// Lays the overlays of the call on a base that was read; their errors are those of the path.
bool lay_overlays(expected<knowledge, std::vector<problem>>& read, request const& call) {
    for (auto const& path : call.overlays) {
        read = lay_on(std::move(*read), path);
        if (!read) return false;
    }
    return true;
}

/// Where an overlay and what lies below it are at odds, as notes at its claims.
std::vector<problem> notes_of_conflicts(knowledge_base const& kb, claim_locations const& place_of) {
    std::vector<problem> notes;
    for (auto const& x : conflicts(kb)) {
        auto const below = claim_key_of(kb, x.below), key = x.added ? claim_key_of(kb, x.added) : below;
        auto const whose = kb.layers()[x.layer - 1];
        auto what = x.kind == conflict_kind::withdraws ? "is withdrawn by the overlay " + as_typed(std::string{kb[whose.name]})
                    : x.kind == conflict_kind::contradicts ? "says the contrary of " + as_typed(below)
                                                           : "says otherwise than " + as_typed(below);
        what += " of " + std::string{label(kb, kb.said(x.below).source)};
        notes.push_back({place_of(key), key, std::move(what)});
    }
    return notes;
}

checked look_at(std::string const& path, asked_of_check const& asked, request const& call) {
    checked made{path.empty() ? std::string{"built in"} : path, {}, {}, {}, {}, {}};
    auto read = path.empty() ? expected<knowledge, std::vector<problem>>{built_in()} : read_checked(path);
    if (!read || !lay_overlays(read, call)) {
        made.errors = std::move(read.error());
        return made;
    }
    auto const& kb = read->base;
    if (!path.empty()) made.notes = check(kb);
    claim_locations of_overlays;
    for (auto const& overlay : call.overlays) of_overlays.add(overlay);
    auto at_odds = notes_of_conflicts(kb, of_overlays);
    made.notes.insert(made.notes.begin(), at_odds.begin(), at_odds.end());
    made.key = kb[kb.base().key];
    made.version = kb[kb.base().version];
    made.held = counts(kb);
    for (auto const& l : kb.layers())
        made.held += (is_recall(kb, l) ? "; with the recall " : "; with the overlay ") + std::string{kb[l.key]} + ' ' +
                     std::string{kb[l.version]};
    check_against(asked, kb, path, made.errors, made.notes);
    return made;
}

void json_problems(json_writer& j, std::string_view name, std::vector<problem> const& all) {
    j.name(name).open('[');
    for (auto const& p : all) {
        j.open('{').member("file", printed(p.where.file)).name("line").number(p.where.line).name("column").number(p.where.column);
        j.member("key", printed(p.key)).member("what", printed(p.what)).close('}');
    }
    j.close(']');
}

/// The lists that a check is asked to compare with; refuses the call where one of them or a path is not there.
asked_of_check lists_of(request const& asked) {
    auto missing = missing_among(asked.names);
    try {
        auto lists = asked_of(asked);
        if (missing.empty()) return lists;
    } catch (refusal const& why) { missing.insert(missing.end(), why.messages.begin(), why.messages.end()); }
    throw refusal{missing};
}

/// What a check found: in the lists, and at each path.
struct checked_all {
    std::vector<problem> in_lists{};
    std::vector<checked> paths{};

    std::vector<problem> errors() const {
        auto all = in_lists;
        for (auto const& c : paths) all.insert(all.end(), c.errors.begin(), c.errors.end());
        return all;
    }
    std::string json() const {
        json_writer j;
        j.open('{').member("format", "treatise-check").member("format_version", "1").name("errors").number(errors().size());
        json_problems(j, "lists", in_lists);
        j.name("paths").open('[');
        for (auto const& c : paths) {
            j.open('{').member("path", printed(c.path));
            if (!c.key.empty()) j.name("knowledge").open('{').member("key", c.key).member("version", c.version).close('}');
            json_problems(j, "errors", c.errors);
            json_problems(j, "notes", c.notes);
            j.close('}');
        }
        return j.close(']').close('}').take() + '\n';
    }
    /// The paths without errors, each with its notes.
    std::string text() const {
        std::string made;
        for (auto const& c : paths)
            if (c.errors.empty())
                made += as_typed(c.path) + ": no errors, " + counted(c.notes.size(), "note") + "; " + c.key + ' ' +
                        (c.version == not_stated_words ? "(no version stated)" : c.version) + ": " + c.held + '\n' +
                        report(c.notes, most_printed);
        return made;
    }
    /// The errors, then the notes of the paths that have some.
    std::string complaint() const {
        auto made = report(errors(), most_printed);
        for (auto const& c : paths)
            if (!c.errors.empty()) made += report(c.notes, most_printed);
        return made;
    }
    std::vector<std::string> messages() const {
        std::vector<std::string> made;
        if (!in_lists.empty()) made.push_back("the lists have " + counted(in_lists.size(), "error"));
        for (auto const& c : paths)
            if (!c.errors.empty()) made.push_back(as_typed(c.path) + " has " + counted(c.errors.size(), "error"));
        return made;
    }
};

}  // namespace

result check_knowledge(request const& asked) {
    auto const lists = lists_of(asked);
    checked_all found;
    for (auto const* list : {&lists.recalls, &lists.released})
        if (*list) found.in_lists.insert(found.in_lists.end(), (*list)->problems.begin(), (*list)->problems.end());
    for (auto const& path : asked.names) found.paths.push_back(look_at(path, lists, asked));
    if (asked.names.empty()) found.paths.push_back(look_at({}, lists, asked));
    result made{{}, found.errors().empty() ? 0 : 1, {}};
    if (asked.format == "json") {
        made.text = found.json();
        return made;
    }
    made.text = found.text();
    if (made.code == 0) return made;
    made.report = found.complaint();
    made.messages = found.messages();
    return made;
}

result bake_knowledge(request const& asked) {
    auto const from = open_knowledge_at(asked.names[0], asked);
    return {bake(from.base, asked.name_space)};
}

result draw_graph(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    std::ostringstream drawn;
    if (asked.names.empty()) {
        to_graphviz(drawn, kb);
    } else {
        to_graphviz(drawn, kb, asked_cause(asked.names[0], kb));
    }
    return {drawn.str()};
}

}  // namespace treatise::tool
