// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/search.hpp>
#include <treatise/render/json_answer.hpp>
#include <treatise/render/json_claim.hpp>

#include <string>
#include <string_view>
#include <vector>

// Entities and lists of them in JSON. The field names are promised (docs/json.md): programs read them.
namespace treatise::inline v0_3 {

namespace render_detail {

struct json_of_entity {
    json_writer& j;
    knowledge_base const& kb;
    id<entity> e;

    template <class Kind>
    void details() const {
        if (auto const of = kb.as<Kind>(e)) json_fields(j, kb, kb.details(of));
    }
    template <class Relation>
    void structure() const {
        auto const edges = kb.out_ids<Relation>(e);
        if (edges.empty()) return;
        j.name(Relation::name).open('[');
        for (auto c : edges) j.value(kb.key(kb.object(c)));
        j.close(']');
    }
};
struct json_details {
    json_of_entity const& of;
    template <class Kind>
    void operator()() const {
        of.details<Kind>();
    }
};
struct json_structure {
    json_of_entity const& of;
    template <class Relation>
    void operator()() const {
        of.structure<Relation>();
    }
};

}  // namespace render_detail

/// The entity as an object: its texts, its codes, the fields of its kind and its structure, by key.
inline void json_entity(json_writer& j, knowledge_base const& kb, id<entity> e) {
    j.open('{').member("entity_kind", kind_names[kb.kind(e)]).member("key", kb.key(e)).member("name", kb.name(e));
    if (auto const d = kb.description(e); !d.empty()) j.member("description", d);
    render_detail::json_layer(j, kb, "overlay", kb.layer(e));
    render_detail::json_attributes(j, kb, kb.attributes(e));
    j.name("synonyms").open('[');
    for (auto t : kb.synonyms(e)) j.value(kb[t]);
    j.close(']').name("codes").open('[');
    for (auto const& c : kb.codes(e))
        j.open('{').member("system", kb.key(c.system)).member("code", kb[c.code]).member("map", word(c.map)).close('}');
    j.close(']');
    render_detail::json_of_entity const of{j, kb, e};
    each(kinds{}, render_detail::json_details{of});
    each(structure{}, render_detail::json_structure{of});
    j.close('}');
}

/// All that the base holds of one entity.
[[nodiscard]] inline std::string json_record(knowledge_base const& kb, id<entity> e) {
    return json_answer(kb, "treatise-entity", [&](json_writer& j) { json_entity(j.name("entity"), kb, e); });
}

/// A list of entities under a name: the causes of a base, what a name stands for.
template <class Entities>
[[nodiscard]] std::string json_listing(knowledge_base const& kb, std::string_view name, Entities const& all) {
    return json_answer(kb, "treatise-listing", [&](json_writer& j) {
        j.name(name).open('[');
        for (auto e : all) json_entity(j, kb, e);
        j.close(']');
    });
}

/// Choices for a picker, each with what matched.
[[nodiscard]] inline std::string json_search(
    knowledge_base const& kb, std::string_view text, std::vector<choice<entity>> const& found) {
    return json_answer(kb, "treatise-search", [&](json_writer& j) {
        j.member("text", text).name("found").open('[');
        for (auto const& c : found) {
            j.open('{').member("key", kb.key(c.of)).member("name", kb.name(c.of)).member("kind", kind_names[kb.kind(c.of)]);
            j.member("matched", c.matched).member("as", word(c.as)).member("how", word(c.how)).close('}');
        }
        j.close(']');
    });
}

}  // namespace treatise::inline v0_3
