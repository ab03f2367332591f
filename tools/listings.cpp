// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "knowledge.hpp"
#include "listing.hpp"

#include <treatise/model/lists.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/table/view.hpp>
#include <treatise/words/vocabulary.hpp>

#include <functional>

namespace treatise::tool {

namespace {

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

std::vector<view> all_views(knowledge_base const& kb) {
    std::vector<view> all{views::all.begin(), views::all.end()};
    for (auto p : kb.all<table_preset>()) all.push_back(view_of(kb, p));
    return all;
}
std::string description_of(knowledge_base const& kb, view const& v) {
    return v.of ? std::string{kb.description(v.of)} : std::string{description(english, v)};
}
std::string keys_of(column_list const& columns) {
    std::string s;
    for (auto const& c : columns) append_part(s, c.key);
    return s;
}
template <vocabulary Enum>
std::string words_in(set_of<Enum> set) {
    std::string s;
    for (std::size_t i = 0; i != words_of<Enum>.size(); ++i)
        if (set.bits >> i & 1u) append_part(s, words_of<Enum>[i]);
    return s;
}

}  // namespace

result causes(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    if (asked.format == "json") return {json_listing(kb, "causes", kb.all<cause>())};
    listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_also)}, {}};
    for (auto [c, depth] : as_tree<cause>(kb))
        list.rows.push_back({{std::string{kb.key(c)}, std::string{kb.name(c)}, other_names(kb, c)}, depth});
    return {print(list, kb, asked)};
}

result therapies(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    if (asked.format == "json") return {json_listing(kb, "therapies", kb.all<therapy>())};
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
    if (asked.format == "json") return {json_listing(kb, "classes", kb.all<therapy_class>())};
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
    if (asked.format == "json") return {json_listing(kb, "sources", kb.all<source>())};
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

result views_there_are(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    auto const all = all_views(kb);
    if (asked.format == "json")
        return {json_answer(kb, "treatise-listing", [&](json_writer& j) {
            j.name("views").open('[');
            for (auto const& v : all) {
                j.open('{').member("key", v.key).member("description", description_of(kb, v)).name("columns").open('[');
                for (auto const& c : v.columns)
                    j.open('{').member("key", c.key).member("heading", heading(english, c, v.words)).close('}');
                j.close(']').close('}');
            }
            j.close(']');
        })};
    listing list{{word_of(message::heading_key), word_of(message::heading_columns), word_of(message::heading_description)}, {}};
    for (auto const& v : all) list.rows.push_back({{std::string{v.key}, keys_of(v.columns), description_of(kb, v)}});
    return {print(list, kb, asked)};
}

result columns_there_are(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    if (asked.format == "json")
        return {json_answer(kb, "treatise-listing", [&](json_writer& j) {
            j.name("columns").open('[');
            for (auto const& c : columns::all)
                j.open('{')
                    .member("key", c.key)
                    .member("heading", heading(english, c))
                    .member("matters", words_in(c.matters))
                    .close('}');
            j.close(']');
        })};
    listing list{{word_of(message::heading_key), word_of(message::heading_heading), word_of(message::heading_matters)}, {}};
    for (auto const& c : columns::all)
        list.rows.push_back({{std::string{c.key}, std::string{heading(english, c)}, words_in(c.matters)}});
    return {print(list, kb, asked)};
}

}  // namespace treatise::tool
