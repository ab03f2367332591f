// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "graph_formats.hpp"
#include "knowledge.hpp"
#include "output.hpp"

#include <treatise/bulk/export_kgx.hpp>
#include <treatise/bulk/export_neo4j.hpp>

#include <filesystem>
#include <string>

namespace treatise::tool {

namespace {

exported write_graph(knowledge_base const& kb, std::string const& folder, export_format format) {
    switch (format) {
        case export_format::kgx: return export_kgx(kb, folder);
        case export_format::neo4j_csv: return export_neo4j(kb, folder);
    }
    return {};
}

}  // namespace

result export_graph(request const& asked) {
    if (asked.output.empty()) throw refusal{"--output is missing: the folder to write the files to"};
    std::error_code error;
    std::filesystem::create_directories(asked.output, error);
    if (error || !std::filesystem::is_directory(asked.output, error))
        throw refusal{as_typed(asked.output) + " is no folder and cannot be made one"};
    auto const from = open_knowledge(asked);
    auto const made = write_graph(from.base, asked.output, format_of(export_formats, asked.format));
    if (made.error) throw refusal{"cannot write " + as_typed(made.files.back()) + ": " + made.error.message()};
    result told;
    told.written = true;
    told.report = "wrote " + counted(made.files.size(), "file") + " to " + asked.output + '\n';
    return told;
}

}  // namespace treatise::tool
