// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/yaml_scan.hpp>
#include <treatise/bulk/read.hpp>
#include <treatise/model/limits.hpp>

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

namespace bulk_detail {

/// Reads the paths of DrugMechDB, a document or a list of documents of YAML at a time.
class drugmechdb_paths {
public:
    explicit drugmechdb_paths(bulk_graph& to) : g_{to} {}

    void line(std::string_view s, std::uint64_t number) {
        if (s == "---" || s == "..." || s.starts_with("--- ")) {
            end();
            s.remove_prefix((std::min)(s.size(), s.find_first_not_of(' ', 3)));
        }
        bool const is_item = s == "-" || s.starts_with("- ");  // of a list of paths each is read alone
        if (text_.empty()) {
            if (s.empty() || s.starts_with('#')) return;
            first_ = number;
            in_list_ = is_item;
        } else if (in_list_ && is_item) {
            end();
            first_ = number;
            in_list_ = true;
        }
        if (too_much_) return;
        if (auto wrong = beyond_a_limit(s); !wrong.empty()) {
            g_.refuse(number, {}, std::move(wrong));
            too_much_ = true;
            text_.assign(1, '\n');
            return;
        }
        text_.append(s) += '\n';
    }
    void end() {
        bool const is_any = text_.find_first_not_of(" \t\n") != text_.npos;
        if (is_any && text_.find("graph") == text_.npos) {  // told without a parser: a list may have millions of such
            g_.refuse(first_, {}, no_path);
        } else if (is_any) {
            try {
                auto const doc = YAML::Load(text_);
                if (doc.IsSequence())
                    for (auto const& one : doc) path(one);
                else
                    path(doc);
            } catch (YAML::Exception const& e) {
                g_.refuse(e.mark.line >= 0 ? first_ + static_cast<std::uint64_t>(e.mark.line) : first_, {},
                    "is no YAML of a path: " + e.msg);
            }
        }
        text_.clear();
        too_much_ = false;
        scan_ = {};
    }

private:
    static constexpr char const* no_path = "is no path; expected graph with _id, nodes and links";

    /// What of a line goes beyond a limit, before anything is made of it.
    std::string beyond_a_limit(std::string_view s) {
        if (text_.size() + s.size() > limits::yaml_document_bytes)
            return "makes the document larger than the " + std::to_string(limits::yaml_document_bytes >> 20) +
                   " MB that are read of one; expected a path a document, with --- between";
        return scan_.next(s);
    }

    static std::string word(YAML::Node const& of, char const* name) {
        auto const v = of.IsMap() ? of[name] : YAML::Node{};
        return v && v.IsScalar() ? v.Scalar() : std::string{};
    }
    std::uint64_t at(YAML::Node const& n) const {
        return n.Mark().line >= 0 ? first_ + static_cast<std::uint64_t>(n.Mark().line) : first_;
    }
    void path(YAML::Node const& doc) {
        auto const graph = doc.IsMap() ? doc["graph"] : YAML::Node{};
        auto const id = word(graph, "_id");
        auto const nodes = doc.IsMap() ? doc["nodes"] : YAML::Node{}, links = doc.IsMap() ? doc["links"] : YAML::Node{};
        if (id.empty() || !nodes || !nodes.IsSequence() || !links || !links.IsSequence()) return g_.refuse(at(doc), id, no_path);
        std::string drug, disease;
        for (auto const& n : nodes) {
            auto const node = word(n, "id"), label = word(n, "label"), name = word(n, "name");
            node_says says{node, name};
            says.is_named_often = true;
            if (!label.empty()) says.categories = {label};
            // The path says of two nodes what they are in it, whatever their labels.
            if (!node.empty() && (node == word(graph, "drug_mesh") || node == word(graph, "drugbank"))) {
                drug = node;
                says.categories = {"Drug"};
            } else if (!node.empty() && node == word(graph, "disease_mesh")) {
                disease = node;
                says.categories = {"Disease"};
            }
            g_.node(says, at(n));
        }
        ++g_.report.edge_rows;
        if (drug.empty() || disease.empty())
            g_.refuse(at(doc), id, "has no node with the id of its drug, or none with that of its disease");
        else
            g_.edge({drug, "indication", disease, {}, {}, id}, at(doc));
        for (auto const& l : links) {
            ++g_.report.edge_rows;
            g_.edge({word(l, "source"), word(l, "key"), word(l, "target"), {}, {}, id}, at(l));
        }
    }

    bulk_graph& g_;
    std::string text_{};
    std::uint64_t first_ = 1;
    yaml_scan scan_{};
    bool too_much_ = false;    ///< the document is refused
    bool in_list_ = false;     ///< the document is a list of paths
};

}  // namespace bulk_detail

/// Reads the paths of DrugMechDB: YAML documents, or one list of them, each with graph, nodes and links.
///
/// The place of a claim is the id of its path. A document that is no YAML is refused; the next one is read.
inline bulk_result read_drugmechdb(
    std::vector<std::string> const& paths, mapping_rules rules = drugmechdb_mapping(), bulk_options const& how = {}) {
    bulk_graph g{std::move(rules)};
    bulk_reader read{g, paths, how};
    for (auto const& path : paths) {
        bulk_detail::drugmechdb_paths documents{g};
        read.lines(path, [&](std::string_view line, std::uint64_t number) { documents.line(line, number); });
        documents.end();
    }
    return read.build();
}

}  // namespace treatise::inline v0_3
