// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "listing.hpp"
#include "pages.hpp"

#include <treatise/render/disagreements.hpp>

#include <utility>

namespace treatise::tool {

namespace {

template <vocabulary Enum>
void json_words(json_writer& j, std::string_view name, set_of<Enum> set) {
    j.name(name).open('[');
    for (std::size_t i = 0; i != words_of<Enum>.size(); ++i)
        if (set.bits >> i & 1u) j.value(words_of<Enum>[i]);
    j.close(']');
}

void json_statements(json_writer& j, knowledge_base const& kb, std::string_view name, std::vector<statement> const& all) {
    j.name(name).open('[');
    for (auto const& s : all) {
        j.open('{').member("facet", word(s.facet)).member("said_of", word(s.of)).member("applicability", word(s.applies));
        json_claim(j.name("claim"), kb, s.claim);
        j.close('}');
    }
    j.close(']');
}

}  // namespace

result list_disagreements(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto narrowed = reader.asked_scope(asked.scope);
    disagreements_told how;
    how.options = std::exchange(narrowed.options, {});
    reader.check();
    if (asked.format != "json") {
        constexpr std::size_t first_groups = 5, first_claims = 3;
        if (!asked.all && how.options.empty()) how.groups = first_groups;
        if (!asked.all) how.context = first_claims;
        return {print(tell_disagreements(kb, about, narrowed, how), asked)};
    }
    return {json_answer(kb, "treatise-disagreements", [&](json_writer& j) {
        j.name("cause").open('{').member("key", kb.key(about)).member("name", kb.name(about)).close('}');
        j.name("groups").open('[');
        for (auto const& d : disagreements(kb, about, narrowed)) {
            if (!is_about_one_of(kb, d, how.options)) continue;
            j.open('{').member("option", kb.key(d.option)).member("name", kb.name(d.option));
            j.member("relation", relation_names[d.relation]);
            if (d.about) j.member("outcome", kb.key(d.about));
            j.member("kind", word(d.kind));
            json_words(j, "kinds", d.kinds);
            json_words(j, "also_differs", d.also_differs);
            json_statements(j, kb, "sides", d.sides);
            json_statements(j, kb, "context", d.context);
            j.close('}');
        }
        j.close(']');
    })};
}

}  // namespace treatise::tool
