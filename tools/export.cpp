// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "knowledge.hpp"
#include "output.hpp"

#include <treatise/bulk/export_kgx.hpp>
#include <treatise/bulk/export_neo4j.hpp>

#include <filesystem>
#include <string>

namespace treatise::tool {

result export_graph(request const& asked) {
    if (asked.output.empty()) throw refusal{"--output is missing: the folder to write the files to"};
    std::error_code error;
    std::filesystem::create_directories(asked.output, error);
    if (error || !std::filesystem::is_directory(asked.output, error))
        throw refusal{as_typed(asked.output) + " is no folder and cannot be made one"};
    auto const from = open_knowledge(asked);
    auto const made = asked.format == "kgx" ? export_kgx(from.base, asked.output) : export_neo4j(from.base, asked.output);
    if (made.error) throw refusal{"cannot write " + as_typed(made.files.back()) + ": " + made.error.message()};
    result told;
    told.written = true;
    told.report = "wrote " + counted(made.files.size(), "file") + " to " + asked.output + '\n';
    return told;
}

}  // namespace treatise::tool
