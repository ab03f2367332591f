// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/read.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// Reads the tables of a hetnet: nodes with id, name, kind; edges with source, metaedge, target and perhaps license.
///
/// Nodes are read before edges, whatever the order of the paths. Linear; text is read once.
inline bulk_result read_hetionet(
    std::vector<std::string> const& paths, mapping_rules rules = hetionet_mapping(), bulk_options const& how = {}) {
    bulk_graph g{std::move(rules)};
    bulk_reader read{g, paths, how};
    std::vector<std::string> edges;
    for (auto const& path : read.seekable(paths)) {
        if (has_columns(path, {"source", "metaedge", "target"})) {
            edges.push_back(path);
            g.in_file(path);
            tell_unused(g, header_of(path), {"source", "metaedge", "target", "license", "licence"});
            continue;
        }
        std::size_t id = 0, name = 0, kind = 0;
        read.table(
            path,
            [&](table_form const& form) {
                id = form.column("id"), name = form.column("name"), kind = form.column("kind");
                auto const lacks = missing_columns(form, {"id", "name", "kind"});
                if (!lacks.empty())
                    g.refuse(1, {}, lacks + "; expected nodes (id, name, kind) or edges (source, metaedge, target)");
                tell_unused(g, form, {"id", "name", "kind"});
                return lacks.empty();
            },
            [&](table_form const&, row_fields const& row, std::uint64_t line) {
                node_says says{row[id], row[name]};
                if (!row[kind].empty()) says.categories = {row[kind]};
                g.node(says, line);
            });
    }
    for (auto const& path : edges)
        read.edges(path, true, [&](table_form const& form) {
            auto const licence = form.column({"license", "licence"});
            return column_parser{
                &form, form.column("source"), form.column("metaedge"), form.column("target"), table_form::none, licence};
        });
    return read.build();
}

}  // namespace treatise::inline v0_3
