// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "knowledge.hpp"
#include "listing.hpp"
#include "output.hpp"
#include "pages.hpp"

#include <treatise/graph/content_hash.hpp>
#include <treatise/render/diff.hpp>

#include <algorithm>
#include <filesystem>

namespace treatise::tool {

namespace {

void json_edition(json_writer& j, knowledge_base const& kb, std::string_view name) {
    auto const& base = kb.base();
    j.name(name).open('{').member("key", kb[base.key]).member("version", kb[base.version]);
    j.member("released", iso(base.released)).member("content", content_digits(kb)).close('}');
}

void json_changes(json_writer& j, std::vector<claim_change::field> const& fields, auto name_of) {
    j.name("fields").open('[');
    for (auto const& f : fields)
        j.open('{').member("field", name_of(f.name)).member("before", f.before).member("after", f.after).close('}');
    j.close(']');
}

std::string json_diff(knowledge_base const& before, knowledge_base const& after, std::vector<claim_change> const& claims,
    std::vector<entity_change> const& entities) {
    return json_answer(after, "treatise-diff", [&](json_writer& j) {
        json_edition(j, before, "old");
        json_edition(j, after, "new");
        j.name("claims").open('[');
        for (auto const& c : claims) {
            j.open('{').member("change", word(c.what)).name("safety").boolean(c.safety).member("id", c.key);
            auto const relation = c.after ? after.relation(c.after) : before.relation(c.before);
            json_changes(j, c.fields, [&](std::string_view field) { return name_in_files(relation, field); });
            if (c.before) json_claim(j.name("before"), before, c.before);
            if (c.after) json_claim(j.name("after"), after, c.after);
            j.close('}');
        }
        j.close(']').name("entities").open('[');
        for (auto const& e : entities) {
            auto const& kb = e.after ? after : before;
            auto const of = e.after ? e.after : e.before;
            j.open('{').member("change", word(e.what)).member("key", e.key);
            j.member("entity_kind", kind_names[kb.kind(of)]).member("name", kb.name(of));
            json_changes(j, e.fields, [](std::string_view field) { return field; });
            j.close('}');
        }
        j.close(']');
    });
}

}  // namespace

result diff_knowledge(request const& asked) {
    std::vector<std::string> missing;
    std::error_code error;
    for (auto const& path : asked.names)
        if (!std::filesystem::exists(path, error))
            missing.push_back(as_typed(path) + " is not there; expected a folder with .toml files, or one such file");
    if (!missing.empty()) throw refusal{missing};
    refusal wrong{std::vector<std::string>{}, 1};
    auto const open = [&](std::string const& path) {
        try {
            return open_knowledge_at(path);
        } catch (refusal const& why) {
            wrong.messages.insert(wrong.messages.end(), why.messages.begin(), why.messages.end());
            wrong.report += why.report;
            return knowledge{};
        }
    };
    auto const before = open(asked.names[0]), after = open(asked.names[1]);
    if (!wrong.messages.empty()) throw wrong;
    auto const claims = diff(before.base, after.base);
    auto const entities = diff_entities(before.base, after.base);
    result made{{}, asked.exit_code && !(claims.empty() && entities.empty()) ? 1 : 0};
    if (asked.format == "json") {
        made.text = json_diff(before.base, after.base, claims, entities);
        return made;
    }
    made.text = print(tell_diff(before.base, after.base, english, asked.full ? diff_detail::full : diff_detail::by_size), asked);
    return made;
}

}  // namespace treatise::tool
