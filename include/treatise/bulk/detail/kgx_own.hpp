// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/export_fields.hpp>
#include <treatise/bulk/detail/fields.hpp>
#include <treatise/bulk/read.hpp>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::bulk_detail {

/// Reads back what `export_kgx` wrote: the columns of its own say all that the base said.
class own_kgx {
public:
    explicit own_kgx(bulk_reader& from) : read_{from}, keys_{b_} {}

    bulk_result run(std::vector<std::string> const& paths) {
        std::vector<std::string> edges;
        for (auto const& path : paths)
            if (has_columns(path, {"treatise_relation"}))
                edges.push_back(path);
            else
                nodes(path);
        if (!layers_.empty()) b_.layers(layers_);
        for (auto& n : nodes_) with_type(kinds{}, n.kind, [&]<class K>() { this->add<K>(n); });
        for (auto& n : nodes_)
            if (n.made) with_type(kinds{}, n.kind, [&]<class K>() { this->details<K>(n); });
        for (auto const& path : edges)
            read_.table(
                path, [&](table_form const&) { return true; },
                [&](table_form const& form, row_fields const& fields, std::uint64_t line) {
                    ++read_.g.report.edge_rows;
                    edge({form, fields, line});
                });
        auto made = freeze(b_);
        auto& report = read_.g.report;
        if (made) {
            auto const kb = made->view();
            report.entities = kb.entity_count();
            report.claims = kb.claim_count();
            report.structure = kb.edge_count() - kb.claim_count();
        }
        return {std::move(made), std::move(report)};
    }

private:
    struct row {
        table_form const& form;
        row_fields const& fields;
        std::uint64_t line;

        /// The cell of a column as it stands, where "NA" is a text like any other.
        std::string_view operator[](std::string_view column) const { return fields.as_written(form.column(column)); }
    };
    /// A node whose cells are kept until every key is known.
    struct node {
        std::uint32_t kind;
        std::uint64_t line;
        std::string file;
        std::vector<std::string> names, cells;
        id<treatise::entity> made{};

        std::string_view operator[](std::string_view column) const {
            for (std::size_t i = 0; i != names.size(); ++i)
                if (names[i] == column) return cells[i];
            return {};
        }
    };

    static std::string plain(std::string_view cell) {
        auto parts = unescaped(cell, false);
        return parts.empty() ? std::string{} : std::move(parts[0]);
    }
    void wrong(std::uint64_t line, std::string_view key, std::string_view field, std::string const& what) {
        read_.g.refuse(line, key, in_quotes(field) + ' ' + what);
    }

    // Values.

    template <class T>
    std::string set(T& to, std::string_view cell) {
        if constexpr (is_id<T>) {
            return one(to, cell);
        } else if constexpr (is_list<T>) {
            using element = typename list_element<T>::type;
            std::vector<element> all;
            for (auto const& part : unescaped(cell, true)) {
                element x{};
                if constexpr (std::same_as<element, text>)
                    x = b_.text(part);
                else if (auto what = one(x, part); !what.empty())
                    return what;
                all.push_back(x);
            }
            to = b_.list(all);
            return {};
        } else {
            return value_from(b_, to, plain(cell));
        }
    }
    template <class Kind>
    std::string one(id<Kind>& to, std::string_view key) {
        if (key == not_stated_words) {
            to = id<Kind>::unstated();
            return {};
        }
        auto const found = keys_.find(key, kinds_of<Kind>::bits);
        if (found) to = id<Kind>::from_number(found->value);
        return found ? std::string{} : found.error();
    }
    template <class Row, class Level>
    std::string level(Row& of, Level& to, std::string_view cell) {
        if (cell == not_stated_words) {
            to = Level{unstated_level};
            return {};
        }
        if (!of.scheme || of.scheme.is_unstated()) return "needs the `scheme` whose word it is";
        auto const found = level_from<Level>(b_, of.scheme, plain(cell));
        if (found) to = *found;
        return found ? std::string{} : found.error();
    }
    template <class Row, class Cells, class Name>
    void fields(Row& to, Cells const& cells, std::uint64_t line, std::string_view key, Name&& name_of) {
        Row::fields([&](std::string_view name, auto member, presence = optional) {
            using type = typename field_type<decltype(member)>::type;
            auto const column = name_of(name);
            auto const cell = cells[column];
            if (cell.empty() || is_level<type>) return;
            if constexpr (!is_level<type>)
                if (auto const what = this->set(to.*member, cell); !what.empty()) this->wrong(line, key, column, what);
        });
        Row::fields([&](std::string_view name, auto member, presence = optional) {  // they need the scheme
            using type = typename field_type<decltype(member)>::type;
            if constexpr (is_level<type>)
                if (auto const cell = cells[name_of(name)]; !cell.empty())
                    if (auto const what = this->level(to, to.*member, cell); !what.empty()) this->wrong(line, key, name, what);
        });
    }
    static std::string same(std::string_view name) { return std::string{name}; }

    // Nodes.

    void nodes(std::string const& path) {
        read_.table(
            path,
            [&](table_form const& form) {
                auto const lacks = missing_columns(form, {"id", "treatise_kind", "treatise_key", "name"});
                if (!lacks.empty()) read_.g.refuse(1, {}, lacks);
                return lacks.empty();
            },
            [&](table_form const& form, row_fields const& cells, std::uint64_t line) {
                ++read_.g.report.node_rows;
                row const r{form, cells, line};
                auto const kind = r["treatise_kind"];
                if (kind == "base") return base(r);
                if (kind == "overlay") return overlay_of(r);
                auto const k =
                    static_cast<std::uint32_t>(std::find(kind_names.begin(), kind_names.end(), kind) - kind_names.begin());
                if (k == kinds::size)
                    return read_.g.refuse(
                        line, r["id"], "has the unknown kind " + in_quotes(kind) + nearest_or_all(kind, kind_names));
                node n{k, line, path, {}, {}};
                for (std::size_t i = 0; i != form.columns.size(); ++i)
                    if (auto const cell = cells.as_written(i); !cell.empty()) {
                        n.names.push_back(form.columns[i]);
                        n.cells.emplace_back(cell);
                    }
                nodes_.push_back(std::move(n));
            });
    }
    void base(row const& r) {
        base_row said;
        b_.at(read_.g.at(r.line));
        fields(said, r, r.line, "base", same);
        b_.base(said);
    }
    void overlay_of(row const& r) {
        layer_row said;
        fields(said, r, r.line, "overlay", same);
        layers_.push_back(said);
    }
    /// What follows is said by the overlay of that key, or by the base where there is none.
    void enter_layer(std::uint64_t line, std::string_view of, std::string_view key) {
        std::uint8_t n = 0;
        while (!key.empty() && n != layers_.size() && b_[layers_[n].key] != key) ++n;
        if (!key.empty() && n == layers_.size())
            wrong(line, of, "overlay", "is " + in_quotes(key) + ", which is no overlay among the nodes");
        b_.layer(key.empty() || n == layers_.size() ? std::uint8_t{0} : static_cast<std::uint8_t>(n + 1));
    }
    template <class Of>
    void attributes(std::uint64_t line, std::string_view key, std::string_view cell, Of of) {
        for (auto const& part : parts_of_list(cell)) {
            auto const middle = part.find('=');
            if (middle == part.npos)
                wrong(line, key, "attributes", "is " + in_quotes(part) + "; expected name=value");
            else
                b_.attribute(of, std::string_view{part}.substr(0, middle), std::string_view{part}.substr(middle + 1));
        }
    }
    template <class Kind>
    void add(node& n) {
        read_.g.in_file(n.file);
        b_.at(read_.g.at(n.line));
        auto const key = std::string{n["treatise_key"]}, name = plain(n["name"]), description = plain(n["description"]);
        auto const synonyms = unescaped(n["synonym"], true);
        entity_text e{key, name, description, {synonyms.begin(), synonyms.end()}};
        enter_layer(n.line, key, n["overlay"]);
        n.made = b_.add<Kind>(e);
        keys_.add(n.made);
        by_id_.emplace(n["id"], n.made);
    }
    template <class Kind>
    void details(node const& n) {
        read_.g.in_file(n.file);
        b_.at(read_.g.at(n.line));
        typename Kind::details said{};
        fields(said, n, n.line, n["treatise_key"], same);
        b_.details(id<Kind>::from_number(n.made.value)) = said;
        attributes(n.line, n["treatise_key"], n["attributes"], id<entity>{n.made});
        for (auto const& code : parts_of_list(n["codes"])) {
            auto const first = code.find('='), second = code.find('=', first + 1);
            auto const map =
                first == code.npos || second == code.npos ? std::string{} : code.substr(first + 1, second - first - 1);
            id<code_system> system;
            auto const read = enum_from<mapping>(map);
            if (!read || !one(system, code.substr(0, first)).empty())
                wrong(n.line, n["treatise_key"], "codes", "is " + in_quotes(code) + "; expected system=mapping=code");
            else
                b_.code(n.made, system, code.substr(second + 1), *read);
        }
    }
    static std::vector<std::string> parts_of_list(std::string_view cell) { return unescaped(cell, true); }

    // Edges.

    void edge(row const& r) {
        auto const name = r["treatise_relation"];
        auto const number =
            static_cast<std::uint32_t>(std::find(relation_names.begin(), relation_names.end(), name) - relation_names.begin());
        auto const subject = by_id_.find(std::string{r["subject"]}), object = by_id_.find(std::string{r["object"]});
        if (number == relations::size)
            return read_.g.refuse(
                r.line, r["id"], "has the unknown relation " + in_quotes(name) + nearest_or_all(name, relation_names));
        if (subject == by_id_.end() || object == by_id_.end())
            return read_.g.refuse(r.line, r["id"],
                "names a node that is not among the nodes: " + in_quotes(subject == by_id_.end() ? r["subject"] : r["object"]));
        b_.at(read_.g.at(r.line));
        with_type(relations{}, number, [&]<class R>() { this->edge_of<R>(r, subject->second, object->second); });
    }
    template <class Relation>
    void edge_of(row const& r, id<entity> from, id<entity> to) {
        auto const subject = id<typename Relation::subject>::from_number(from.value);
        auto const object = id<typename Relation::object>::from_number(to.value);
        if constexpr (!claim_relation<Relation>) {
            b_.relate<Relation>(subject, object);
        } else {
            auto const key = r["id"];
            auto const note = plain(r["note"]);
            claim_text c{is_derived(key) ? std::string_view{} : key, stance::in_favour, note};
            if (auto const s = enum_from<treatise::stance>(r["stance"]))
                c.stance = *s;
            else
                wrong(r.line, key, "stance", s.error());
            attribution said;
            fields(said, r, r.line, key, attribution_column);
            typename Relation::payload carries{};
            fields(carries, r, r.line, key, same);
            enter_layer(r.line, key, r["overlay"]);
            attributes(r.line, key, r["attributes"], b_.claim<Relation>(subject, object, said, c, carries));
        }
    }
    /// Made of what the claim says, as it will be again.
    static bool is_derived(std::string_view key) {
        return key.size() == 18 && key.starts_with("c-") && key.find_first_not_of("0123456789abcdef", 2) == key.npos;
    }

    bulk_reader& read_;
    builder b_{};
    key_index keys_;
    std::vector<layer_row> layers_{};
    std::deque<node> nodes_{};
    std::unordered_map<std::string, id<entity>> by_id_{};
};

}  // namespace treatise::inline v0_3::bulk_detail
