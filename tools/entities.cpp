// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "listing.hpp"
#include "pages.hpp"

#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/field_text.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/query/withdrawn.hpp>
#include <treatise/render/answers.hpp>

#include <algorithm>

namespace treatise::tool {

namespace {

std::string word_of(message m) { return std::string{english[m]}; }

/// Fields by the names of knowledge files, one a line, as `show` prints them.
class record {
    knowledge_base const& kb_;
    answer_group group_;

public:
    explicit record(knowledge_base const& kb) : kb_{kb} {}

    void add(std::string_view name, std::string_view value) {
        if (!value.empty()) group_.lines.push_back({spoken(name) + ": " + std::string{value}, {}, {}, false});
    }
    template <class Row>
    void fields(Row const& row) {
        Row::fields([&](std::string_view name, auto member, presence = optional) {
            if (!is_absent(row.*member)) this->add(name, field_text(kb_, row, row.*member));
        });
    }
    template <class Kind>
    void details(id<entity> e) {
        if (auto const of = kb_.as<Kind>(e)) fields(kb_.details(of));
    }
    void section(answer& to, std::string heading) {
        if (!group_.lines.empty()) to.sections.push_back({std::move(heading), {std::move(group_)}});
        group_ = {};
    }
};

struct details_of {
    record& to;
    id<entity> e;
    template <class Kind>
    void operator()() const {
        to.details<Kind>(e);
    }
};
struct payload_of {
    record& to;
    knowledge_base const& kb;
    claim_id c;
    template <class Relation>
    void operator()() const {
        to.fields(kb.payload<Relation>(c));
    }
};

std::string keys(knowledge_base const& kb, auto const& ids, auto end) {
    std::string s;
    for (auto c : ids) append_part(s, kb.key(end(c)));
    return s;
}

void foot(answer& a, knowledge_base const& kb) { a.foot.push_back(edition(kb) + ". " + std::string{kb[kb.base().notice]}); }

answer record_of(knowledge_base const& kb, id<entity> e) {
    answer a;
    a.title = std::string{kb.name(e)} + " (" + spoken(kind_names[kb.kind(e)]) + ')';
    if (auto const d = kb.description(e); !d.empty()) a.head.emplace_back(d);
    record r{kb};
    r.add("key", kb.key(e));
    std::string synonyms, codes;
    for (auto t : kb.synonyms(e)) append_part(synonyms, kb[t]);
    r.add("synonyms", synonyms);
    for (auto const& c : kb.codes(e))
        append_part(codes, std::string{kb.key(c.system)} + ':' + std::string{kb[c.code]} + " (" + std::string{word(c.map)} + ')');
    r.add("codes", codes);
    each(kinds{}, details_of{r, e});
    for (std::uint32_t n = 0; n != structure::size; ++n) {
        r.add(relation_names[n], keys(kb, kb.out_ids(n, e), [&](claim_id c) { return kb.object(c); }));
        if (auto const from = keys(kb, kb.in_ids(n, e), [&](claim_id c) { return kb.subject(c); }); !from.empty())
            r.add(std::string{relation_names[n]} + " (from others)", from);
    }
    r.section(a, word_of(message::record_heading));
    for (std::uint32_t n = structure::size; n != relations::size; ++n) {
        if (auto const out = kb.out_ids(n, e).size(); out != 0)
            r.add(std::string{relation_names[n]} + " (as subject)", std::to_string(out));
        if (auto const in = kb.in_ids(n, e).size(); in != 0)
            r.add(std::string{relation_names[n]} + " (as object)", std::to_string(in));
    }
    std::uint32_t said = 0;
    for (auto c : kb.claims()) said += id<entity>{kb.said(c).source} == e;
    if (said != 0) r.add("from this source", std::to_string(said));
    r.section(a, word_of(message::heading_claims));
    foot(a, kb);
    return a;
}

answer record_of(knowledge_base const& kb, claim_id c) {
    answer a;
    a.title = std::string{kb.name(kb.subject(c))} + ": " + phrase(kb, english, c);
    record r{kb};
    r.add("id", claim_key_of(kb, c));
    r.add("relation", relation_names[kb.relation(c)]);
    r.add("subject", kb.key(kb.subject(c)));
    r.add("object", kb.key(kb.object(c)));
    r.add("stance", word(kb.stance(c)));
    with_claim_relation(kb.relation(c), payload_of{r, kb, c});
    r.add("note", kb.note(c));
    r.fields(kb.said(c));
    r.section(a, word_of(message::record_heading));
    foot(a, kb);
    return a;
}

}  // namespace

result show(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    auto const& typed = asked.names[0];
    auto const claim = find<entity>(kb, typed) ? claim_id{} : find_claim(kb, typed);
    if (claim) {
        if (asked.format != "json") return {print(record_of(kb, claim), asked)};
        return {json_answer(kb, "treatise-claim", [&](json_writer& j) { json_claim(j.name("claim"), kb, claim); })};
    }
    argument_reader reader{kb};
    auto const e = reader.named<entity>(typed, "key, name or claim id", "See treatise causes, therapies, classes or sources");
    reader.check();
    if (asked.format != "json") return {print(record_of(kb, e), asked)};
    return {json_answer(kb, "treatise-entity", [&](json_writer& j) { json_entity(j.name("entity"), kb, e); })};
}

result find_names(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    auto const& typed = asked.names[0];
    std::vector<id<entity>> found;
    if (auto const one = find<entity>(kb, typed))
        found.push_back(*one);
    else
        found = one.error().among;
    if (found.empty()) {
        argument_reader reader{kb};
        reader.named<entity>(typed, "key, name, synonym, brand or code", "See treatise causes, therapies, classes or sources");
        reader.check();
    }
    if (asked.format == "json")
        return {json_answer(kb, "treatise-listing", [&](json_writer& j) {
            j.name("found").open('[');
            for (auto e : found) json_entity(j, kb, e);
            j.close(']');
        })};
    listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_kind),
                     word_of(message::heading_also)},
        {}};
    for (auto e : found)
        list.rows.push_back(
            {{std::string{kb.key(e)}, std::string{kb.name(e)}, spoken(kind_names[kb.kind(e)]), other_names(kb, e)}});
    return {print(list, kb, asked)};
}

}  // namespace treatise::tool
