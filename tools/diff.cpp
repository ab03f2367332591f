// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "knowledge.hpp"
#include "output.hpp"
#include "pages.hpp"

#include <treatise/render/diff.hpp>
#include <treatise/render/json_diff.hpp>

namespace treatise::tool {

result diff_knowledge(request const& asked) {
    if (auto const missing = missing_among(asked.names); !missing.empty()) throw refusal{missing};
    refusal wrong{std::vector<std::string>{}, 1};
    auto const open = [&](std::string const& path) {
        try {
            return open_knowledge_at(path, asked);
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
