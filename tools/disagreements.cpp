// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "pages.hpp"

#include <treatise/render/disagreements.hpp>
#include <treatise/render/json_disagreements.hpp>

#include <utility>

namespace treatise::tool {

result list_disagreements(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto narrowed = reader.asked_scope(asked.scope);
    disagreements_told how;
    how.options = std::exchange(narrowed.options, {});
    reader.check();
    if (asked.format == "json") return {json_disagreements(kb, about, narrowed, how.options)};
    constexpr std::size_t first_groups = 5, first_claims = 3;
    if (!asked.all && how.options.empty()) how.groups = first_groups;
    if (!asked.all) how.context = first_claims;
    return {print(tell_disagreements(kb, about, narrowed, how), asked)};
}

}  // namespace treatise::tool
