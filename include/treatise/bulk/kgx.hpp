// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/json_document.hpp>
#include <treatise/bulk/detail/kgx_json.hpp>
#include <treatise/bulk/detail/kgx_own.hpp>
#include <treatise/bulk/detail/kgx_table.hpp>
#include <treatise/bulk/read.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

namespace bulk_detail {

inline bool is_json_lines(std::string_view path) {
    for (std::string_view const ending : {".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"})
        if (path.ends_with(ending)) return true;
    return false;
}

inline void take_node(bulk_graph& g, json_row& row, std::string_view text, std::uint64_t line) {
    node_says says;
    std::string wrong;
    if (row.node(text, says, wrong))
        g.node(says, line);
    else
        g.refuse(line, {}, wrong);
}

inline bool is_json_document(std::string_view path) { return path.ends_with(".json") || path.ends_with(".json.gz"); }

inline void read_json_nodes(bulk_reader& read, std::string const& path) {
    json_row row;
    read.lines(path, [&](std::string_view line, std::uint64_t number) {
        if (!line.empty()) take_node(read.g, row, line, number);
    });
    row.tell_unused(read.g);
}

/// The nodes of one JSON document, or its edges.
inline void read_json_document(bulk_reader& read, std::string const& path, bool edges) {
    auto& g = read.g;
    json_row row;
    json_objects found;
    std::string const list = edges ? "edges" : "nodes";
    read.parts(path, [&](std::string_view part) {
        found.read(part, [&](std::string_view in, std::string_view object, std::uint64_t line) {
            if (in != list) return;
            if (!edges) return take_node(g, row, object, line);
            ++g.report.edge_rows;
            edge_says says;
            std::string wrong;
            if (row(object, says, wrong))
                g.edge(says, line);
            else
                g.refuse(line, {}, wrong);
        });
    });
    if (auto const wrong = found.wrong(); !wrong.empty() && !edges) {
        g.refuse(0, {}, std::string{wrong});
        ++g.report.unread;
    }
    row.tell_unused(g);
}

inline bool holds_kgx_edges(std::string const& path, table_roles const& roles) {
    if (!is_json_lines(path)) return kgx_table{header_of(path), roles}.holds_edges();
    block_reader file{path};
    text_block block;
    return file.next(block) && json_row::has_subject(first_line(block.text()));
}

}  // namespace bulk_detail

/// Reads a graph in KGX: tables (.tsv, .csv), JSON Lines (.jsonl) or one JSON document (.json), plain or gzip; nodes before edges
/// in whatever order. Tables may have the headers of Neo4j, or other columns that the mapping names.
///
/// An edge's primary knowledge source is the source of its claim, restated in the data set; its publications are the place, with
/// what the row says of how it is known and in which direction, which is kept as attributes, too. What `export_kgx` wrote is
/// read back as it was.
inline bulk_result read_kgx(
    std::vector<std::string> const& paths, mapping_rules rules = biolink_mapping(), bulk_options const& how = {}) {
    bulk_graph g{std::move(rules)};
    bulk_reader read{g, paths, how};
    std::vector<std::string> edges;
    auto const files = read.seekable(paths);
    auto const is_table = [](std::string const& path) {
        return !bulk_detail::is_json_lines(path) && !bulk_detail::is_json_document(path);
    };
    for (auto const& path : files)  // a base that was exported: its own columns count, not the rules
        if (is_table(path) && has_columns(path, {"treatise_kind"})) return bulk_detail::own_kgx{read}.run(files);
    for (auto const& path : files) {
        if (bulk_detail::is_json_document(path)) {
            bulk_detail::read_json_document(read, path, false);
            edges.push_back(path);
        } else if (bulk_detail::holds_kgx_edges(path, g.rules().columns)) {
            edges.push_back(path);
        } else if (is_table(path)) {
            bulk_detail::read_kgx_nodes(read, path);
        } else {
            bulk_detail::read_json_nodes(read, path);
        }
    }
    for (auto const& path : edges)
        if (bulk_detail::is_json_document(path))
            bulk_detail::read_json_document(read, path, true);
        else if (is_table(path))
            bulk_detail::read_kgx_edges(read, path);
        else
            read.edges(path, false, [](table_form const&) { return bulk_detail::json_row{}; });
    return read.build();
}

}  // namespace treatise::inline v0_3
