// SPDX-License-Identifier: BSL-1.0
#include "answered.hpp"

#include <treatise/ask/questions.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/render/json_views.hpp>
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

std::string keys_of(column_list const& columns) {
    std::string s;
    for (auto const& c : columns) append_part(s, c.key);
    return s;
}
}  // namespace

result causes(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const&) {
        listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_also)}, {}};
        for (auto [c, depth] : as_tree<cause>(kb))
            list.rows.push_back({{std::string{kb.key(c)}, std::string{kb.name(c)}, other_names(kb, c)}, depth});
        return list;
    });
}

result therapies(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const&) {
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
        return list;
    });
}

result classes(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const&) {
        listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_therapies),
                         word_of(message::heading_also)},
            {}};
        for (auto [c, depth] : as_tree<therapy_class>(kb)) {
            auto const listed = kb.in<listed_under>(c).size();
            list.rows.push_back(
                {{std::string{kb.key(c)}, std::string{kb.name(c)}, listed == 0 ? "" : std::to_string(listed), other_names(kb, c)},
                    depth});
        }
        return list;
    });
}

result sources(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const&) {
        std::vector<std::uint32_t> claims(kb.all<source>().size(), 0);
        for (auto c : kb.claims())
            if (auto const i = kb.all<source>().slot(kb.said(c).source); i < claims.size()) ++claims[i];
        listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_kind),
                         word_of(message::heading_published), word_of(message::heading_claims), word_of(message::heading_title),
                         word_of(message::heading_interest)},
            {}};
        for (auto s : kb.all<source>()) {
            auto const& d = kb.details(s);
            list.rows.push_back(
                {{std::string{kb.key(s)}, std::string{kb.name(s)}, spoken(word(d.kind)), say(english, d.published),
                    std::to_string(claims[kb.all<source>().slot(s)]), stated(kb, d.title), stated(kb, d.interest)}});
        }
        return list;
    });
}

result views_there_are(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const&) {
        listing list{
            {word_of(message::heading_key), word_of(message::heading_columns), word_of(message::heading_description)}, {}};
        for (auto const& v : all_views(kb))
            list.rows.push_back({{std::string{v.key}, keys_of(v.columns), std::string{description_of(kb, v)}}});
        return list;
    });
}

result columns_there_are(request const& asked) {
    return answered(asked, [](knowledge_base const&, question const&) {
        listing list{{word_of(message::heading_key), word_of(message::heading_heading), word_of(message::heading_matters)}, {}};
        for (auto const& c : columns::all)
            list.rows.push_back({{std::string{c.key}, std::string{heading(english, c)}, words_in(c.matters)}});
        return list;
    });
}

result tell_of_knowledge(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const&) {
        listing list{{word_of(message::heading_key), word_of(message::heading_name)}, {}};
        auto const add = [&](std::string_view key, std::string value) {
            list.rows.push_back({{std::string{key}, std::move(value)}});
        };
        auto const& base = kb.base();
        add("knowledge", std::string{kb[base.key]});
        add("name", std::string{kb[base.name]});
        add("version", std::string{kb[base.version]});
        add("released", iso(base.released));
        add("use until", iso(use_until(kb)));
        add("editors", std::string{kb[base.editors]});
        add("content", content_digits(kb));
        each(kinds{}, [&]<class Kind>() { add(spoken(Kind::name), std::to_string(kb.all<Kind>().size())); });
        add("claims", std::to_string(kb.claim_count()));
        return list;
    });
}

namespace {

std::string words_of_keys(request_keys keys) {
    std::string s;
    for (std::size_t i = 0; i != words_of<request_key>.size(); ++i)
        if (keys.holds(static_cast<request_key>(i))) append_part(s, words_of<request_key>[i]);
    return s;
}

}  // namespace

result questions_there_are(request const& asked) {
    return answered(asked, [](knowledge_base const&, question const&) {
        listing list{{"question", "needs", "takes", "tells"}, {}};
        for (auto const& f : question_forms)
            list.rows.push_back(
                {{std::string{word(f.is)}, words_of_keys(f.needs), words_of_keys(f.takes), std::string{f.tells}}});
        return list;
    });
}

}  // namespace treatise::tool
