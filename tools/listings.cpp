// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "knowledge.hpp"
#include "listing.hpp"

#include <treatise/model/lists.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/table/preset.hpp>

#include <functional>

namespace treatise::tool {

namespace {

std::string word_of(message m) { return std::string{english[m]}; }
std::string stated(knowledge_base const& kb, text t) { return t == not_stated ? word_of(message::unstated) : std::string{kb[t]}; }

/// Every entity of a kind, those under another behind it and deeper; one under several stands under each.
template <a_kind Kind>
std::vector<std::pair<id<Kind>, unsigned>> as_tree(knowledge_base const& kb) {
    std::vector<std::pair<id<Kind>, unsigned>> tree;
    auto const add = [&](auto const& self, id<Kind> e, unsigned depth) -> void {
        tree.push_back({e, depth});
        if (depth != 16)
            for (auto below : kb.in<is_a>(e)) self(self, below.subject, depth + 1);
    };
    for (auto e : kb.all<Kind>())
        if (kb.out<is_a>(e).empty()) add(add, e, 0);
    return tree;
}

template <a_kind Kind>
std::string json_of_all(knowledge_base const& kb, std::string_view name) {
    return json_answer(kb, "treatise-listing", [&](json_writer& j) {
        j.name(name).open('[');
        for (auto e : kb.all<Kind>()) json_entity(j, kb, e);
        j.close(']');
    });
}

std::vector<preset> all_presets(knowledge_base const& kb) {
    std::vector<preset> all{built_in_presets.begin(), built_in_presets.end()};
    for (auto p : kb.all<table_preset>()) all.push_back(preset_of(kb, p));
    return all;
}
std::string description_of(knowledge_base const& kb, preset const& p) {
    if (p.of) return std::string{kb.description(p.of)};
    return word_of(p.key == overview.key       ? message::preset_overview
                   : p.key == pharmacology.key ? message::preset_pharmacology
                                               : message::preset_access);
}

}  // namespace

result causes(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    if (asked.format == "json") return {json_of_all<cause>(kb, "causes")};
    listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_also)}, {}};
    for (auto [c, depth] : as_tree<cause>(kb))
        list.rows.push_back({{std::string{kb.key(c)}, std::string{kb.name(c)}, other_names(kb, c)}, depth});
    return {print(list, kb, asked)};
}

result therapies(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    if (asked.format == "json") return {json_of_all<therapy>(kb, "therapies")};
    listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_row),
                     word_of(message::heading_also)},
        {}};
    for (auto t : kb.all<therapy>()) {
        auto const row = row_of(kb, t);
        list.rows.push_back({{std::string{kb.key(t)}, std::string{kb.name(t)},
            row                       ? std::string{kb.name(row)}
            : kb.details(t).reference ? word_of(message::for_reference)
                                      : word_of(message::no_class),
            other_names(kb, t)}});
    }
    return {print(list, kb, asked)};
}

result classes(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    if (asked.format == "json") return {json_of_all<therapy_class>(kb, "classes")};
    listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_therapies),
                     word_of(message::heading_also)},
        {}};
    for (auto [c, depth] : as_tree<therapy_class>(kb)) {
        auto const listed = kb.in<listed_under>(c).size();
        list.rows.push_back(
            {{std::string{kb.key(c)}, std::string{kb.name(c)}, listed == 0 ? "" : std::to_string(listed), other_names(kb, c)},
                depth});
    }
    return {print(list, kb, asked)};
}

result sources(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    if (asked.format == "json") return {json_of_all<source>(kb, "sources")};
    std::vector<std::uint32_t> claims(kb.all<source>().size(), 0);
    for (auto c : kb.claims())
        if (auto const i = kb.all<source>().slot(kb.said(c).source); i < claims.size()) ++claims[i];
    listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_kind),
                     word_of(message::heading_published), word_of(message::heading_claims), word_of(message::heading_title),
                     word_of(message::heading_interest)},
        {}};
    for (auto s : kb.all<source>()) {
        auto const& d = kb.details(s);
        list.rows.push_back({{std::string{kb.key(s)}, std::string{kb.name(s)}, spoken(word(d.kind)), say(english, d.published),
            std::to_string(claims[kb.all<source>().slot(s)]), stated(kb, d.title), stated(kb, d.interest)}});
    }
    return {print(list, kb, asked)};
}

result presets(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    auto const all = all_presets(kb);
    auto const keys = [](preset const& p) {
        std::string s;
        for (auto const& c : p.columns) append_part(s, c.key);
        return s;
    };
    if (asked.format == "json")
        return {json_answer(kb, "treatise-listing", [&](json_writer& j) {
            j.name("presets").open('[');
            for (auto const& p : all) {
                j.open('{')
                    .member("key", p.key)
                    .member("description", description_of(kb, p))
                    .member("rows", word(p.rows))
                    .name("columns")
                    .open('[');
                for (auto const& c : p.columns)
                    j.open('{').member("key", c.key).member("heading", heading(english, c)).close('}');
                j.close(']').close('}');
            }
            j.close(']');
        })};
    listing list{{word_of(message::heading_key), word_of(message::heading_columns), word_of(message::heading_description)}, {}};
    for (auto const& p : all) list.rows.push_back({{std::string{p.key}, keys(p), description_of(kb, p)}});
    return {print(list, kb, asked)};
}

result columns_there_are(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    auto const facets = [](column const& c) {
        std::string s;
        if (c.content == column_content::claims)
            for (std::size_t i = 0; i != words_of<facet>.size(); ++i)
                if (c.facets.allows(static_cast<facet>(i))) append_part(s, words_of<facet>[i]);
        return s;
    };
    if (asked.format == "json")
        return {json_answer(kb, "treatise-listing", [&](json_writer& j) {
            j.name("columns").open('[');
            for (auto const& c : columns::all)
                j.open('{').member("key", c.key).member("heading", heading(english, c)).member("claims", facets(c)).close('}');
            j.close(']');
        })};
    listing list{{word_of(message::heading_key), word_of(message::heading_heading), word_of(message::heading_claims)}, {}};
    for (auto const& c : columns::all) list.rows.push_back({{std::string{c.key}, std::string{heading(english, c)}, facets(c)}});
    return {print(list, kb, asked)};
}

}  // namespace treatise::tool
