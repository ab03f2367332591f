// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/disagreements.hpp>
#include <treatise/render/disagreements.hpp>
#include <treatise/render/json_answer.hpp>
#include <treatise/render/json_claim.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

namespace render_detail {

template <vocabulary Enum>
void json_words(json_writer& j, std::string_view name, set_of<Enum> set) {
    j.name(name).open('[');
    for (std::size_t i = 0; i != words_of<Enum>.size(); ++i)
        if (set.bits >> i & 1u) j.value(words_of<Enum>[i]);
    j.close(']');
}
inline void json_statements(
    json_writer& j, knowledge_base const& kb, std::string_view name, std::vector<statement> const& all, language const* l) {
    successions replaced{kb};
    j.name(name).open('[');
    for (auto const& s : all) {
        j.open('{').member("facet", word(s.facet)).member("said_of", word(s.of)).member("applicability", word(s.applies));
        json_claim(j.name("claim"), kb, s.claim, replaced, l);
        j.close('}');
    }
    j.close(']');
}

}  // namespace render_detail

/// Where sources differ about the options for a cause, group by group; with options, only the groups about one of them.
[[nodiscard]] inline std::string json_disagreements(knowledge_base const& kb, id<cause> asked, scope const& s = {},
    std::vector<id<option>> const& about = {}, language const* l = &english) {
    return json_answer(kb, "treatise-disagreements", [&](json_writer& j) {
        json_named(j, kb, "cause", asked);
        wanted_groups const wanted{kb, about};
        j.name("groups").open('[');
        for (auto const& d : disagreements(kb, asked, s)) {
            if (!wanted.has(d)) continue;
            j.open('{').member("option", kb.key(d.option)).member("name", kb.name(d.option));
            j.member("relation", relation_names[d.relation]);
            if (d.about) j.member("outcome", kb.key(d.about));
            j.member("kind", word(d.kind));
            render_detail::json_words(j, "kinds", d.kinds);
            render_detail::json_words(j, "also_differs", d.also_differs);
            render_detail::json_statements(j, kb, "sides", d.sides, l);
            render_detail::json_statements(j, kb, "context", d.context, l);
            j.close('}');
        }
        j.close(']');
    });
}

}  // namespace treatise::inline v0_3
