// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/columns.hpp>
#include <treatise/bulk/read.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Tables of KGX, and tables of others whose columns a mapping file names.
namespace treatise::inline v0_3::bulk_detail {

/// Parts of a cell that is a list.
inline std::vector<std::string_view> parts(std::string_view joined, char separator = '|') {
    std::vector<std::string_view> found;
    while (!joined.empty()) {
        auto const stop = joined.find(separator);
        if (auto const part = joined.substr(0, stop); !is_missing(part)) found.push_back(part);
        joined.remove_prefix(stop == joined.npos ? joined.size() : stop + 1);
    }
    return found;
}

/// Where in a row a thing stands: columns that are joined by ":", or one text for all rows.
class cell_of_row {
    std::vector<std::size_t> columns_{};
    std::string constant_{}, joined_{};

public:
    cell_of_row() = default;
    cell_of_row(table_form const& form, table_role const& role, std::vector<std::string_view> const& usual)
        : constant_{role.constant} {
        for (auto const& c : role.columns) columns_.push_back(form.column(plain_column(c)));
        if (role.is_given()) return;
        for (auto name : usual)
            if (auto const c = form.column(name); c != table_form::none && columns_.empty()) columns_.push_back(c);
    }

    /// Whether the table has it.
    bool is_there() const {
        if (!constant_.empty()) return true;
        return !columns_.empty() && std::find(columns_.begin(), columns_.end(), table_form::none) == columns_.end();
    }
    /// The one column in which it stands; none where it is joined or fixed, or not there.
    std::size_t only_column() const { return constant_.empty() && columns_.size() == 1 ? columns_[0] : table_form::none; }
    std::vector<std::size_t> const& columns() const { return columns_; }
    /// What a row says there; it lives until the next call. Empty where one of the parts is.
    std::string_view operator()(row_fields const& row) {
        if (!constant_.empty()) return constant_;
        if (columns_.size() == 1) return row[columns_[0]];
        joined_.clear();
        for (auto c : columns_) {
            auto const part = row[c];
            if (part.empty()) return {};
            (joined_ += joined_.empty() ? "" : ":") += part;
        }
        return joined_;
    }
};

/// What a table of KGX holds, by its header and the mapping's columns.
class kgx_table {
public:
    kgx_table(table_form const& form, table_roles const& roles)
        : id{form, roles.id, {"id"}},
          name{form, roles.name, {"name"}},
          category{form, roles.category, {"category"}},
          description{form, roles.description, {"description"}},
          synonym{form, roles.synonym, {"synonym"}},
          xref{form, roles.xref, {"xref"}},
          subject{form, roles.subject, {"subject"}},
          predicate{form, roles.predicate, {"predicate"}},
          object{form, roles.object, {"object"}},
          source{form, roles.source,
              {"primary_knowledge_source", "original_knowledge_source", "knowledge_source", "aggregator_knowledge_source",
                  "provided_by"}},
          publications{form, roles.publications, {"publications"}},
          negated{form, roles.negated, {"negated"}},
          subject_name{form, roles.subject_name, {}},
          subject_category{form, roles.subject_category, {}},
          object_name{form, roles.object_name, {}},
          object_category{form, roles.object_category, {}},
          separator{!roles.list_separator.empty() ? roles.list_separator[0]
                    : form.has_types              ? ';'
                                                  : '|'} {
        for (std::size_t i = 0; i != form.columns.size(); ++i) {
            auto attribute = qualifier_of(form.columns[i]);
            for (auto const& q : roles.qualifiers)
                if (attribute.empty() && plain_column(q) == form.columns[i]) attribute = "column." + attribute_part(q);
            auto const same = [&](auto const& known) { return known.second == attribute; };
            if (!attribute.empty() && std::none_of(qualifiers.begin(), qualifiers.end(), same))
                qualifiers.emplace_back(i, std::move(attribute));
        }
    }

    cell_of_row id, name, category, description, synonym, xref;
    cell_of_row subject, predicate, object, source, publications, negated;
    cell_of_row subject_name, subject_category, object_name, object_category;
    std::vector<std::pair<std::size_t, std::string>> qualifiers{};  ///< columns, each with its attribute
    char separator;

    bool holds_edges() const { return subject.is_there() && predicate.is_there() && object.is_there(); }
    bool holds_nodes() const { return id.is_there() && category.is_there(); }
    /// Whether its rows say what their ends are, or say anything in a way that threads do not read.
    bool is_read_row_by_row() const {
        for (auto const* one : {&subject, &predicate, &object})
            if (one->only_column() == table_form::none) return true;
        for (auto const* one : {&source, &publications, &negated})
            if (one->is_there() && one->only_column() == table_form::none) return true;
        return subject_name.is_there() || subject_category.is_there() || object_name.is_there() || object_category.is_there();
    }
    /// Reports the columns that nothing here reads.
    void tell_unused(bulk_graph& g, table_form const& form) const {
        std::vector<std::string_view> read;
        auto const add = [&](cell_of_row const& cell) {
            for (auto c : cell.columns())
                if (c < form.columns.size()) read.push_back(form.columns[c]);
        };
        if (holds_edges())
            for (auto const* c : {&subject, &predicate, &object, &source, &publications, &negated, &subject_name,
                     &subject_category, &object_name, &object_category})
                add(*c);
        else
            for (auto const* c : {&id, &name, &category, &description, &synonym, &xref}) add(*c);
        if (holds_edges())
            for (auto const& [column, attribute] : qualifiers) read.push_back(form.columns[column]);
        v0_3::tell_unused(g, form, read);
    }
};

/// Cross-references as codes, by the prefix of each.
inline std::vector<code_says> codes_of(std::vector<std::string_view> const& curies) {
    std::vector<code_says> found;
    for (auto one : curies)
        if (auto const colon = one.find(':'); colon != one.npos && one.find("//") == one.npos)
            found.push_back({one.substr(0, colon), one.substr(colon + 1)});
    return found;
}

inline void read_kgx_nodes(bulk_reader& read, std::string const& path) {
    auto& g = read.g;
    auto const& roles = g.rules().columns;
    kgx_table t{{}, roles};
    read.table(
        path,
        [&](table_form const& form) {
            t = kgx_table{form, roles};
            if (!t.holds_nodes())
                g.refuse(1, {},
                    missing_columns(form, {"id", "category"}) +
                        "; expected nodes (id, category) or edges (subject, predicate, object)");
            else
                t.tell_unused(g, form);
            return t.holds_nodes();
        },
        [&](table_form const&, row_fields const& row, std::uint64_t line) {
            node_says says{t.id(row), t.name(row), t.description(row), parts(t.category(row), t.separator),
                parts(t.synonym(row), t.separator)};
            says.codes = codes_of(parts(t.xref(row), t.separator));
            g.node(says, line);
        });
}

/// Rows that say what their ends are, one after another.
inline void read_kgx_rows(bulk_reader& read, std::string const& path) {
    auto& g = read.g;
    kgx_table t{{}, g.rules().columns};
    std::string joined;
    auto const end = [&](std::string_view id, std::string_view name, std::string_view category, std::uint64_t line) {
        if (id.empty() || (name.empty() && category.empty())) return;
        auto const known = g.node_count();
        node_says says{id, name, {}, parts(category, t.separator)};
        says.is_named_often = true;
        g.node(says, line);
        if (g.node_count() == known) --g.report.node_rows;  // it was declared before
    };
    read.table(
        path,
        [&](table_form const& form) {
            t = kgx_table{form, g.rules().columns};
            t.tell_unused(g, form);
            return true;
        },
        [&](table_form const&, row_fields const& row, std::uint64_t line) {
            ++g.report.edge_rows;
            edge_says says{t.subject(row), t.predicate(row), t.object(row), t.source(row), {}, t.publications(row)};
            auto const denied = truth_of(t.negated(row));
            if (!denied) return g.refuse(line, says.subject, no_truth(t.negated(row)));
            says.negated = *denied;
            joined.clear();
            for (auto const& [column, attribute] : t.qualifiers) join_qualifier(joined, attribute, row[column]);
            says.qualifiers = joined;
            end(says.subject, t.subject_name(row), t.subject_category(row), line);
            end(says.object, t.object_name(row), t.object_category(row), line);
            g.edge(says, line);
        });
}

/// Finds the edge in a row of a KGX table.
struct kgx_row_parser {
    column_parser columns;
    std::size_t negated, publications;
    std::vector<std::pair<std::size_t, std::string>> qualifiers;  ///< each with its attribute
    std::string joined{};

    bool operator()(std::string_view line, edge_says& says, std::string& wrong) {
        if (!columns(line, says, wrong)) return false;
        auto const denied = truth_of(columns.row[negated]);
        if (!denied) wrong = no_truth(columns.row[negated]);
        if (!denied) return false;
        says.negated = *denied;
        says.place = columns.row[publications];
        joined.clear();
        for (auto const& [column, attribute] : qualifiers) join_qualifier(joined, attribute, columns.row[column]);
        says.qualifiers = joined;
        return true;
    }
};

inline void read_kgx_edges(bulk_reader& read, std::string const& path) {
    auto& g = read.g;
    auto const header = header_of(path);
    kgx_table const first{header, g.rules().columns};
    if (first.is_read_row_by_row()) return read_kgx_rows(read, path);
    g.in_file(path);
    first.tell_unused(g, header);
    read.edges(path, true, [&](table_form const& form) {
        kgx_table const t{form, g.rules().columns};
        auto const negated = t.negated.only_column(), publications = t.publications.only_column();
        column_parser columns{
            &form, t.subject.only_column(), t.predicate.only_column(), t.object.only_column(), t.source.only_column()};
        columns.end = (std::max)(columns.end, column_parser::end_of({negated, publications}));
        for (auto const& q : t.qualifiers) columns.end = (std::max)(columns.end, q.first + 1);
        return kgx_row_parser{columns, negated, publications, t.qualifiers};
    });
}

}  // namespace treatise::inline v0_3::bulk_detail
