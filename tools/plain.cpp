// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "output.hpp"
#include "pages.hpp"
#include "tables.hpp"

#include <treatise/audit/detail/statements.hpp>
#include <treatise/audit/grid_words.hpp>
#include <treatise/render/lay_out_grid.hpp>

#include <limits>

namespace treatise::tool {

namespace {

option_grid asked_grid(request const& asked, knowledge_base const& kb) {
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto narrowed = reader.asked_scope(asked.scope);
    reader.check();
    plain_options how;
    if (asked.all) how.most_options = std::numeric_limits<std::uint32_t>::max();
    return plain(kb, about, std::move(narrowed), how);
}

}  // namespace

bool is_plain(request const& asked) {
    if (asked.layer.empty() || compare_folded(asked.layer, word(layer::clinician)) == 0) return false;
    if (compare_folded(asked.layer, word(layer::plain)) != 0)
        throw refusal{"--layer: " + as_typed(asked.layer) + " is none of clinician, plain"};
    std::vector<std::string> wrong;
    auto const is_for = [&](bool used, std::string_view what) {
        if (used) wrong.push_back(std::string{what} + " is for --layer clinician: the questions of the plain layer are fixed");
    };
    is_for(asked.preset.has_value(), "--preset");
    is_for(!asked.columns.empty(), "--columns");
    is_for(asked.transpose, "--transpose");
    if (!wrong.empty()) throw refusal{wrong};
    return true;
}

result compare_plain(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const grid = asked_grid(asked, from.base);
    return {print(grid, asked)};
}

result audit_plain(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const grid = asked_grid(asked, from.base);
    return tell_findings(asked, grid.table, audit_all(grid, lay_out(grid)));
}

}  // namespace treatise::tool
