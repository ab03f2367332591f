// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/diff.hpp>
#include <treatise/query/diff_entities.hpp>
#include <treatise/render/diff.hpp>
#include <treatise/render/json_answer.hpp>
#include <treatise/render/json_claim.hpp>
#include <treatise/render/json_overlay.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

namespace render_detail {

template <class Fields, class NameOf>
void json_changes(json_writer& j, Fields const& fields, NameOf name_of) {
    j.name("fields").open('[');
    for (auto const& f : fields)
        j.open('{').member("field", name_of(f.name)).member("before", f.before).member("after", f.after).close('}');
    j.close(']');
}

}  // namespace render_detail

/// What changed between two editions of a base, claim by claim and field by field.
[[nodiscard]] inline std::string json_diff(knowledge_base const& before, knowledge_base const& after,
    std::vector<claim_change> const& claims, std::vector<entity_change> const& entities, language const& l = english) {
    return json_answer(after, "treatise-diff", [&](json_writer& j) {
        render_detail::json_knowledge(j, before, "old");
        render_detail::json_knowledge(j, after, "new");
        j.name("claims").open('[');
        for (auto const& c : claims) {
            j.open('{').member("change", word(c.what)).name("safety").boolean(c.safety).member("id", c.key);
            auto const relation = c.after ? after.relation(c.after) : before.relation(c.before);
            render_detail::json_changes(j, c.fields, [&](std::string_view field) { return name_in_files(relation, field); });
            if (c.before) json_claim(j.name("before"), before, c.before, &l);
            if (c.after) json_claim(j.name("after"), after, c.after, &l);
            j.close('}');
        }
        j.close(']').name("entities").open('[');
        for (auto const& e : entities) {
            auto const& kb = e.after ? after : before;
            auto const of = e.after ? e.after : e.before;
            j.open('{').member("change", word(e.what)).member("key", e.key);
            j.member("entity_kind", kind_names[kb.kind(of)]).member("name", kb.name(of));
            render_detail::json_changes(j, e.fields, [](std::string_view field) { return field; });
            j.close('}');
        }
        j.close(']');
    });
}

}  // namespace treatise::inline v0_3
