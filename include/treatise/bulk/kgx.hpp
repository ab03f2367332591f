// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/kgx_json.hpp>
#include <treatise/bulk/detail/kgx_own.hpp>
#include <treatise/bulk/read.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

namespace bulk_detail {

/// Finds the edge in a row of a KGX table.
struct kgx_row_parser {
    column_parser columns;
    std::size_t negated, publications;

    bool operator()(std::string_view line, edge_says& says, std::string& wrong) {
        if (!columns(line, says, wrong)) return false;
        auto const n = columns.row[negated];
        says.negated = n == "True" || n == "true" || n == "TRUE" || n == "1";
        says.place = columns.row[publications];
        return true;
    }
};

inline std::vector<std::string_view> parts(std::string_view joined) {
    std::vector<std::string_view> found;
    while (!joined.empty()) {
        auto const stop = joined.find('|');
        if (auto const part = joined.substr(0, stop); !part.empty()) found.push_back(part);
        joined.remove_prefix(stop == joined.npos ? joined.size() : stop + 1);
    }
    return found;
}

inline bool is_json_lines(std::string_view path) {
    for (std::string_view const ending : {".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"})
        if (path.ends_with(ending)) return true;
    return false;
}

inline void read_kgx_nodes(bulk_reader& read, std::string const& path) {
    auto& g = read.g;
    if (is_json_lines(path)) {
        json_row row;
        read.lines(path, [&](std::string_view line, std::uint64_t number) {
            if (line.empty()) return;
            node_says says;
            std::string wrong;
            if (row.node(line, says, wrong))
                g.node(says, number);
            else
                g.refuse(number, {}, wrong);
        });
        return;
    }
    std::size_t id = 0, name = 0, category = 0, description = 0, synonym = 0;
    read.table(
        path,
        [&](table_form const& form) {
            id = form.column("id"), name = form.column("name"), category = form.column("category");
            description = form.column("description"), synonym = form.column("synonym");
            auto const lacks = missing_columns(form, {"id", "category"});
            if (!lacks.empty()) g.refuse(1, {}, lacks + "; expected nodes (id, category) or edges (subject, predicate, object)");
            return lacks.empty();
        },
        [&](table_form const&, row_fields const& row, std::uint64_t line) {
            g.node({row[id], row[name], row[description], parts(row[category]), parts(row[synonym]), {}}, line);
        });
}

inline void read_kgx_edges(bulk_reader& read, std::string const& path) {
    if (is_json_lines(path))
        read.edges(path, false, [&](table_form const&) { return json_row{}; });
    else
        read.edges(path, true, [&](table_form const& form) {
            auto const source = form.column({"primary_knowledge_source", "original_knowledge_source", "knowledge_source",
                "aggregator_knowledge_source", "provided_by"});
            auto const negated = form.column("negated"), publications = form.column("publications");
            column_parser columns{&form, form.column("subject"), form.column("predicate"), form.column("object"), source};
            columns.end = (std::max)(columns.end, column_parser::end_of({negated, publications}));
            return kgx_row_parser{columns, negated, publications};
        });
}

inline bool holds_kgx_edges(std::string const& path) {
    if (!is_json_lines(path)) return has_columns(path, {"subject", "predicate", "object"});
    block_reader file{path};
    text_block block;
    return file.next(block) && json_row::has_subject(first_line(block.text()));
}

}  // namespace bulk_detail

/// Reads a graph in KGX: tables (.tsv, .csv) or JSON Lines (.jsonl), plain or gzip; nodes before edges in whatever order.
///
/// An edge's primary knowledge source is the source of its claim, restated in the data set; its publications are the place.
/// What `export_kgx` wrote is read back as it was.
inline bulk_result read_kgx(
    std::vector<std::string> const& paths, mapping_rules rules = biolink_mapping(), bulk_options const& how = {}) {
    bulk_graph g{std::move(rules)};
    bulk_reader read{g, paths, how};
    std::vector<std::string> edges;
    auto const files = read.seekable(paths);
    for (auto const& path : files)  // a base that was exported: its own columns count, not the rules
        if (!bulk_detail::is_json_lines(path) && has_columns(path, {"treatise_kind"}))
            return bulk_detail::own_kgx{read}.run(files);
    for (auto const& path : files)
        if (bulk_detail::holds_kgx_edges(path))
            edges.push_back(path);
        else
            bulk_detail::read_kgx_nodes(read, path);
    for (auto const& path : edges) bulk_detail::read_kgx_edges(read, path);
    return read.build();
}

}  // namespace treatise::inline v0_3
