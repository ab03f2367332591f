// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "knowledge.hpp"
#include "output.hpp"

#include <treatise/graph/claim_lists.hpp>
#include <treatise/graph/recall.hpp>

#include <utility>

namespace treatise::tool {

result list_ids(request const& asked) {
    claim_list before;
    if (!asked.released.empty()) before = read_released(asked.released, read_text(asked.released));
    auto const from = open_knowledge_at(asked.names[0], asked);
    auto problems = before.problems;
    for (auto& p : broken_promises(from.base, before)) problems.push_back(std::move(p));
    if (!problems.empty())
        throw refusal{
            {as_typed(asked.released) + " and " + as_typed(asked.names[0]) + " have " + counted(problems.size(), "error")}, 1,
            report(problems)};
    return {released_text(from.base, before)};
}

result write_recall(request const& asked) {
    auto const& path = asked.names[0];
    auto const from = open_knowledge(asked);
    auto made = recall_text(from.base, path, read_text(path));
    if (!made) throw refusal{{as_typed(path) + " has " + counted(made.error().size(), "error")}, 1, report(made.error())};
    return {std::move(*made)};
}

}  // namespace treatise::tool
