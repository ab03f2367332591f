// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/field_text.hpp>
#include <treatise/graph/succession.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/render/json_overlay.hpp>
#include <treatise/render/json_writer.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/words/english.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>

// Claims and rows in JSON. The field names are promised (docs/json.md): programs read them.
namespace treatise::inline v0_3 {

namespace render_detail {

/// One field of a row under its name; absent values are left out, entities are given by key.
template <class Row, class Type>
void json_field(json_writer& j, knowledge_base const& kb, Row const& row, std::string_view name, Type const& value) {
    if (is_absent(value)) return;
    if constexpr (std::same_as<Type, flag>)
        j.name(name).boolean(value);
    else if constexpr (std::same_as<Type, std::uint32_t>)
        j.name(name).number(value);
    else if constexpr (is_list<Type>) {
        j.name(name).open('[');
        for (auto x : kb[value])
            if constexpr (std::same_as<decltype(x), text>)
                j.value(kb[x]);
            else
                j.value(kb.key(x));
        j.close(']');
    } else
        j.member(name, field_text(kb, row, value));
}

}  // namespace render_detail

/// Every field of a row under its name, those that are absent left out.
template <class Row>
void json_fields(json_writer& j, knowledge_base const& kb, Row const& row) {
    Row::fields([&](std::string_view name, auto member, presence = optional) {
        render_detail::json_field(j, kb, row, name, row.*member);
    });
}

namespace render_detail {

struct json_payload {
    json_writer& j;
    knowledge_base const& kb;
    claim_id c;
    template <class Relation>
    void operator()() {
        json_fields(j, kb, kb.payload<Relation>(c));
    }
};

}  // namespace render_detail

/// The claim as an object: its ends, stance, attribution and payload under the names of the files, and its words in a language,
/// or none: for machines alone. `replaced` is kept for the next claim.
inline void json_claim(json_writer& j, knowledge_base const& kb, claim_id c, successions& replaced, language const* l) {
    j.open('{').member("id", claim_key_of(kb, c)).member("relation", relation_names[kb.relation(c)]);
    j.member("subject", kb.key(kb.subject(c))).member("object", kb.key(kb.object(c))).member("stance", word(kb.stance(c)));
    if (l != nullptr) j.member("text", phrase(kb, *l, c));
    if (auto const n = kb.note(c); !n.empty()) j.member("note", n);
    render_detail::json_layer(j, kb, "overlay", kb.layer(c));
    render_detail::json_withdrawn_by(j, kb, c);
    render_detail::json_attributes(j, kb, kb.attributes(c));
    j.name("interest_declared").boolean(has_interest(kb, c));
    if (auto const by = replaced.replaced_by(c)) j.member("replaced_by", claim_key_of(kb, by));
    json_fields(j, kb, kb.said(c));
    j.name("carries").open('{');
    with_claim_relation(kb.relation(c), render_detail::json_payload{j, kb, c});
    j.close('}').close('}');
}
/// The same of one claim.
inline void json_claim(json_writer& j, knowledge_base const& kb, claim_id c, language const* l = &english) {
    successions replaced{kb};
    json_claim(j, kb, c, replaced, l);
}

}  // namespace treatise::inline v0_3
