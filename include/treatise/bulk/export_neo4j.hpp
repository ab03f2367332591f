// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/export_fields.hpp>
#include <treatise/bulk/exported.hpp>
#include <treatise/graph/content_hash.hpp>
#include <treatise/snapshot/files.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace bulk_detail {

/// therapy_class as TherapyClass: the label of a kind.
inline std::string label_of(std::string_view kind) {
    std::string s;
    bool upper = true;
    for (char const c : kind) {
        if (c != '_') s += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = c == '_';
    }
    return s;
}
/// used_for as USED_FOR: the type of a relation.
inline std::string type_of(std::string_view relation) {
    std::string s{relation};
    for (char& c : s)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return s;
}

/// A field of CSV, in quotes where RFC 4180 asks for them.
inline std::string csv_field(std::string_view s) {
    if (s.find_first_of(",\"\r\n\\") == s.npos) return std::string{s};
    std::string made = "\"";
    for (char const c : s) (made += c) += c == '"' ? "\"" : "";
    return made + '"';
}

class neo4j_writer {
public:
    neo4j_writer(knowledge_base const& kb, std::filesystem::path const& folder) : kb_{kb}, folder_{folder} {}

    exported run() {
        base();
        each(kinds{}, [this]<class K>() { this->nodes<K>(); });
        each(relations{}, [this]<class R>() { this->edges<R>(); });
        write("ladybug.cypher", ladybug_tables_ + ladybug_copies_);
        write("memgraph.cypher", memgraph_indexes_ + memgraph_loads_);
        write("neo4j-admin.args", admin_);
        return std::move(made_);
    }

private:
    void write(std::string const& name, std::string_view text) {
        if (made_.error) return;
        made_.files.push_back((folder_ / name).string());
        file_writer to{folder_ / name};
        to << text;
        made_.error = to.finish();
    }
    static std::string joined(std::vector<std::string> const& cells) {
        std::string line;
        for (std::size_t i = 0; i != cells.size(); ++i) (line += i == 0 ? "" : ",") += csv_field(cells[i]);
        return line + '\n';
    }
    static std::string quoted(std::string_view name) { return '`' + std::string{name} + '`'; }
    static std::string string_columns(std::vector<std::string> const& names) {
        std::string s;
        for (auto const& n : names) s += ", " + quoted(n) + " STRING";
        return s;
    }
    static constexpr std::string_view ladybug_form = "HEADER=false, PARALLEL=false, DELIM=',', QUOTE='\"', ESCAPE='\"'";

    void base() {
        std::vector<std::string> names{"key", "label", "content"},
            cells{std::string{kb_[kb_.base().key]}, "KnowledgeBase", content_digits(kb_)};
        each_cell(kb_, kb_.base(), [&](std::string_view name, std::string cell) {
            if (name != "key") names.emplace_back(name), cells.push_back(std::move(cell));
        });
        node_table("base", "KnowledgeBase", {names.begin() + 2, names.end()}, joined(cells));
    }

    /// Nodes of one label: the file of their header, and what each engine has to be told of them.
    void node_table(
        std::string const& file, std::string const& label, std::vector<std::string> const& columns, std::string_view rows) {
        header_of_nodes(file, label, columns, !rows.empty());
        write(file + ".nodes.csv", rows);
    }
    void header_of_nodes(std::string const& file, std::string const& label, std::vector<std::string> const& columns, bool any) {
        std::vector<std::string> header{"key:ID", ":LABEL"};
        header.insert(header.end(), columns.begin(), columns.end());
        write(file + ".nodes.header.csv", joined(header));
        ladybug_tables_ +=
            "CREATE NODE TABLE " + quoted(label) + "(`key` STRING PRIMARY KEY, `label` STRING" + string_columns(columns) + ");\n";
        if (!any) return;
        ladybug_copies_ += "COPY " + quoted(label) + " FROM '" + file + ".nodes.csv' (" + std::string{ladybug_form} + ");\n";
        admin_ += "--nodes=" + file + ".nodes.header.csv," + file + ".nodes.csv\n";
        memgraph_indexes_ += "CREATE INDEX ON :" + label + "(key);\n";
        memgraph_loads_ += "LOAD CSV FROM \"" + file + ".nodes.csv\" NO HEADER AS row CREATE (:" + label + " {key: row[0]";
        for (std::size_t i = 0; i != columns.size(); ++i)
            memgraph_loads_ += ", " + quoted(columns[i]) + ": row[" + std::to_string(i + 2) + ']';
        memgraph_loads_ += "});\n";
    }
    template <class Kind>
    void nodes() {
        columns_of columns;
        for (auto const n : {"name", "description", "synonyms", "codes"}) columns(n);
        add_columns<Kind>(columns);
        auto const file = std::string{Kind::name}, label = label_of(Kind::name);
        header_of_nodes(file, label, columns.names(), kb_.all<Kind>().size() != 0);
        if (made_.error) return;
        made_.files.push_back((folder_ / (file + ".nodes.csv")).string());
        file_writer to{made_.files.back()};
        for (auto e : kb_.all<Kind>()) {
            std::vector<std::string> row(columns.names().size());
            row[0] = escaped(kb_.name(e)), row[1] = escaped(kb_.description(e));
            row[2] = synonyms_cell(kb_, e), row[3] = codes_cell(kb_, e);
            each_cell(
                kb_, kb_.details(e), [&](std::string_view name, std::string cell) { row[columns(name)] = std::move(cell); });
            row.insert(row.begin(), {std::string{kb_.key(e)}, label});
            to << joined(row);
        }
        made_.error = to.finish();
    }

    template <class Relation>
    void edges() {
        columns_of columns;
        if constexpr (claim_relation<Relation>)
            for (auto const n : {"id", "stance", "note", "replaced_by"}) columns(n);
        add_claim_columns<Relation>(columns);
        auto const type = type_of(Relation::name);
        std::string pairs;
        for (std::uint32_t s = 0; s != kinds::size; ++s)
            for (std::uint32_t o = 0; o != kinds::size; ++o) {
                if (!(kinds_of<typename Relation::subject>::bits >> s & 1u) ||
                    !(kinds_of<typename Relation::object>::bits >> o & 1u))
                    continue;
                if (Relation::same_kind && s != o) continue;
                auto const from = label_of(kind_names[s]), to = label_of(kind_names[o]);
                pairs += (pairs.empty() ? "FROM " : ", FROM ") + quoted(from) + " TO " + quoted(to);
                edges_between<Relation>(s, o, columns, type, from, to);
            }
        ladybug_tables_ +=
            "CREATE REL TABLE " + quoted(type) + '(' + pairs + ", `type` STRING" + string_columns(columns.names()) + ");\n";
    }
    template <class Relation>
    void edges_between(std::uint32_t s, std::uint32_t o, columns_of& columns, std::string const& type, std::string const& from,
        std::string const& to_label) {
        auto const is = [&](auto e, std::uint32_t k) { return kb_.kind(e) == k; };
        bool any = false;
        for (auto const& x : kb_.every<Relation>())
            if (is(x.subject, s) && is(x.object, o)) {
                any = true;
                break;
            }
        if (!any || made_.error) return;
        auto const file = std::string{Relation::name} + '.' + std::string{kind_names[s]} + '.' + std::string{kind_names[o]};
        std::vector<std::string> header{":START_ID", ":END_ID", ":TYPE"};
        header.insert(header.end(), columns.names().begin(), columns.names().end());
        write(file + ".header.csv", joined(header));
        admin_ += "--relationships=" + file + ".header.csv," + file + ".csv\n";
        ladybug_copies_ += "COPY " + quoted(type) + " FROM '" + file + ".csv' (from='" + from + "', to='" + to_label + "', " +
                           std::string{ladybug_form} + ");\n";
        memgraph_loads_ += "LOAD CSV FROM \"" + file + ".csv\" NO HEADER AS row MATCH (a:" + from +
                           " {key: row[0]}), (b:" + to_label + " {key: row[1]}) CREATE (a)-[:" + type + " {";
        for (std::size_t i = 0; i != columns.names().size(); ++i)
            memgraph_loads_ += (i == 0 ? "" : ", ") + quoted(columns.names()[i]) + ": row[" + std::to_string(i + 3) + ']';
        memgraph_loads_ += "}]->(b);\n";
        made_.files.push_back((folder_ / (file + ".csv")).string());
        file_writer to{made_.files.back()};
        successions replaced{kb_};
        for (auto const& x : kb_.every<Relation>()) {
            if (!is(x.subject, s) || !is(x.object, o)) continue;
            std::vector<std::string> row(columns.names().size());
            each_claim_cell<Relation>(
                kb_, replaced, x.number, [&](std::string_view name, std::string cell) { row[columns(name)] = std::move(cell); });
            row.insert(row.begin(), {std::string{kb_.key(x.subject)}, std::string{kb_.key(x.object)}, type});
            to << joined(row);
        }
        made_.error = to.finish();
    }

    knowledge_base const& kb_;
    std::filesystem::path folder_;
    exported made_{};
    std::string ladybug_tables_{}, ladybug_copies_{}, memgraph_indexes_{}, memgraph_loads_{}, admin_{};
};

}  // namespace bulk_detail

/// Writes CSV that graph databases load in bulk: a file of nodes a kind, a file of relationships a relation and pair of kinds,
/// each with its header in a file of its own, as neo4j-admin asks for it; and what to give to LadybugDB, Memgraph and
/// neo4j-admin.
inline exported export_neo4j(knowledge_base const& kb, std::filesystem::path const& folder) {
    return bulk_detail::neo4j_writer{kb, folder}.run();
}

}  // namespace treatise::inline v0_3
