// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/export_fields.hpp>
#include <treatise/bulk/detail/qualifiers.hpp>
#include <treatise/bulk/exported.hpp>
#include <treatise/graph/content_hash.hpp>
#include <treatise/query/meaning.hpp>
#include <treatise/snapshot/files.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace bulk_detail {

/// The Biolink category that comes nearest to a kind.
template <a_kind Kind>
inline constexpr std::string_view biolink_category = "biolink:NamedThing";
template <>
inline constexpr std::string_view biolink_category<cause> = "biolink:DiseaseOrPhenotypicFeature";
template <>
inline constexpr std::string_view biolink_category<therapy> = "biolink:Treatment";
template <>
inline constexpr std::string_view biolink_category<therapy_class> = "biolink:Treatment";
template <>
inline constexpr std::string_view biolink_category<mechanism> = "biolink:BiologicalProcessOrActivity";
template <>
inline constexpr std::string_view biolink_category<outcome> = "biolink:PhenotypicFeature";
template <>
inline constexpr std::string_view biolink_category<source> = "biolink:Publication";

/// The Biolink predicate of a relation's claims: none says more than the claim does, so a recommendation is not `treats`.
template <a_relation Relation>
inline constexpr std::string_view biolink_predicate = "biolink:related_to";
template <>
inline constexpr std::string_view biolink_predicate<is_a> = "biolink:subclass_of";
template <>
inline constexpr std::string_view biolink_predicate<used_for> = "biolink:treats_or_applied_or_studied_to_treat";
template <>
inline constexpr std::string_view biolink_predicate<recommended_for> = biolink_predicate<used_for>;
template <>
inline constexpr std::string_view biolink_predicate<approved_for> = biolink_predicate<used_for>;
template <>
inline constexpr std::string_view biolink_predicate<contraindicated_in> = "biolink:contraindicated_in";
template <>
inline constexpr std::string_view biolink_predicate<acts_by> = "biolink:affects";
template <>
inline constexpr std::string_view biolink_predicate<implicated_in> = "biolink:associated_with";

/// Whether a text is a CURIE as KGX reads it: one colon, and no blank or bar.
inline bool is_curie(std::string_view s) {
    auto const colon = s.find(':');
    return colon != s.npos && colon != 0 && colon + 1 != s.size() && s.find(':', colon + 1) == s.npos &&
           s.find_first_of(" \t|") == s.npos;
}
/// The prefix of Biolink for a code system, by its key in our bases; empty where Biolink has none, or none that is known here.
inline std::string_view biolink_prefix_of(std::string_view system) {
    constexpr std::pair<std::string_view, std::string_view> known[] = {{"mesh", "MESH"}, {"msh", "MESH"}, {"rxnorm", "RXCUI"},
        {"icd10cm", "ICD10"}, {"drugbank", "DRUGBANK"}, {"unii", "UNII"}, {"chebi", "CHEBI"}, {"doid", "DOID"},
        {"mondo", "MONDO"}, {"hp", "HP"}, {"ncbigene", "NCBIGene"}, {"umls", "UMLS"}, {"umls-cui", "UMLS"}, {"omim", "OMIM"}};
    for (auto const& [key, prefix] : known)
        if (key == system) return prefix;
    return {};
}
/// A code as a CURIE; empty where it is none and its system has no prefix of Biolink.
inline std::string curie_of(knowledge_base const& kb, code_row const& c) {
    auto const code = kb[c.code];
    if (is_curie(code)) return std::string{code};
    auto const prefix = biolink_prefix_of(kb.key(c.system));
    auto made = std::string{prefix} + ':' + std::string{code};
    return !prefix.empty() && is_curie(made) ? made : std::string{};
}

template <a_relation Relation>
std::string_view predicate_of(knowledge_base const& kb, claim_id c) {
    if constexpr (claim_relation<Relation>)
        if (facet_of(kb, c) == facet::harm && kb.stance(c) == stance::in_favour) return "biolink:has_side_effect";
    return biolink_predicate<Relation>;
}

class kgx_writer {
public:
    kgx_writer(knowledge_base const& kb, std::filesystem::path const& folder) : kb_{kb}, folder_{folder} {
        for (auto const n :
            {"id", "category", "name", "description", "synonym", "xref", "treatise_kind", "treatise_key", "codes"})
            node_columns_(n);
        for (auto const& n : field_names<base_row>()) node_columns_(n);
        for (auto const n : {"content", "onto", "overlay", "attributes"}) node_columns_(n);
        each(kinds{}, [this]<class K>() { add_columns<K>(node_columns_); });
        for (auto const n :
            {"id", "subject", "predicate", "object", "knowledge_level", "agent_type", "negated", "primary_knowledge_source",
                "publications", "treatise_relation", "stance", "note", "replaced_by", "overlay", "attributes"})
            edge_columns_(n);
        each(relations{}, [this]<class R>() { add_claim_columns<R>(edge_columns_); });
    }

    exported run() {
        exported made;
        auto const write = [&](char const* name, columns_of const& columns, auto&& rows) {
            auto const path = folder_ / name;
            file_writer to{path};
            header(to, columns);
            rows(to);
            made.files.push_back(path.string());
            made.error = to.finish();
            return !made.error;
        };
        name_nodes();
        (void)(write("nodes.tsv", node_columns_, [this](file_writer& to) { nodes(to); }) &&
               write("edges.tsv", edge_columns_, [this](file_writer& to) { edges(to); }));
        return made;
    }

private:
    /// An identifier that the entity has elsewhere, or one of this base; no two entities have the same.
    void name_nodes() {
        std::unordered_set<std::string> used;
        for (std::uint32_t e = 0; e != kb_.entity_count(); ++e) {
            std::string name = "treatise:" + std::string{kb_.key(id<entity>::from_number(e))};
            for (auto const& c : kb_.codes(id<entity>::from_number(e))) {
                auto code = curie_of(kb_, c);
                if (c.map != mapping::exact || code.empty() || used.contains(code)) continue;
                name = std::move(code);
                break;
            }
            used.insert(name);
            node_id_.push_back(std::move(name));
        }
    }

    static void header(file_writer& to, columns_of const& columns) {
        std::string line;
        for (auto const& n : columns.names()) line += (line.empty() ? "" : "\t") + n;
        to << (line += '\n');
    }
    void start(columns_of const& columns) { row_.assign(columns.names().size(), {}); }
    void put(columns_of& columns, std::string_view name, std::string cell) { row_[columns(name)] = std::move(cell); }
    void end(file_writer& to) {
        std::string line;
        for (std::size_t i = 0; i != row_.size(); ++i) (line += i == 0 ? "" : "\t") += row_[i];
        to << (line += '\n');
    }

    void nodes(file_writer& to) {
        auto const set = [this](std::string_view name, std::string cell) { put(node_columns_, name, std::move(cell)); };
        start(node_columns_);
        auto const& base = kb_.base();
        each_cell(kb_, base, set);
        set("treatise_key", std::string{kb_[base.key]});
        set("id", "treatise:base-" + std::string{kb_[base.key]});
        set("category", "biolink:InformationContentEntity");
        set("treatise_kind", "base");
        set("content", content_digits(kb_));
        end(to);
        for (auto const& o : kb_.layers()) {
            start(node_columns_);
            each_cell(kb_, o, set);
            set("treatise_key", std::string{kb_[o.key]});
            set("id", "treatise:overlay-" + std::string{kb_[o.key]});
            set("category", "biolink:InformationContentEntity");
            set("treatise_kind", "overlay");
            end(to);
        }
        each(kinds{}, [&]<class K>() { this->nodes_of<K>(to); });
    }
    template <class Kind>
    void nodes_of(file_writer& to) {
        for (auto e : kb_.all<Kind>()) {
            start(node_columns_);
            auto const set = [this](std::string_view name, std::string cell) { put(node_columns_, name, std::move(cell)); };
            each_cell(kb_, kb_.details(e), set);
            set("id", node_id_[e.value]);
            set("category", std::string{biolink_category<Kind>});
            set("name", escaped(kb_.name(e)));
            set("description", escaped(kb_.description(e)));
            set("synonym", synonyms_cell(kb_, e));
            set("codes", codes_cell(kb_, e));
            std::string others;
            for (auto const& c : kb_.codes(e))
                if (auto const code = curie_of(kb_, c); !code.empty() && code != node_id_[e.value])
                    (others += others.empty() ? "" : "|") += escaped(code, true);
            set("xref", others);
            set("treatise_kind", std::string{Kind::name});
            set("treatise_key", std::string{kb_.key(e)});
            set("overlay", std::string{key_of_layer(kb_, kb_.layer(id<entity>{e}))});
            set("attributes", attributes_cell(kb_, kb_.attributes(id<entity>{e})));
            end(to);
        }
    }
    void edges(file_writer& to) {
        each(relations{}, [&]<class R>() { this->edges_of<R>(to); });
    }
    template <class Relation>
    void edges_of(file_writer& to) {
        successions replaced{kb_};
        for (auto const& x : kb_.every<Relation>()) {
            start(edge_columns_);
            auto const set = [this](std::string_view name, std::string cell) { put(edge_columns_, name, std::move(cell)); };
            each_claim_cell<Relation>(kb_, replaced, x.number, set);
            set("subject", node_id_[x.subject.value]);
            set("object", node_id_[x.object.value]);
            set("predicate", std::string{predicate_of<Relation>(kb_, x.number)});
            set("treatise_relation", std::string{Relation::name});
            for (std::string_view const how : {"knowledge_level", "agent_type"}) {
                std::string_view said;
                if constexpr (claim_relation<Relation>)
                    said = attribute(kb_, x.number, std::string{biolink_attribute} + std::string{how});
                set(how, said.empty() ? "not_provided" : escaped(said));
            }
            if constexpr (claim_relation<Relation>) {
                set("overlay", std::string{key_of_layer(kb_, kb_.layer(x.number))});
                set("attributes", attributes_cell(kb_, kb_.attributes(x.number)));
                set("negated", x.stance == stance::against ? "True" : "False");
                if (x.said->source) {
                    set("primary_knowledge_source", node_id_[x.said->source.value]);
                    if (auto const doi = kb_[kb_.details(x.said->source).doi]; !doi.empty())
                        set("publications", "DOI:" + escaped(doi));
                }
            } else {
                set("id", "treatise:" + std::string{Relation::name} + '-' + std::to_string(x.number.value));
            }
            end(to);
        }
    }

    knowledge_base const& kb_;
    std::filesystem::path folder_;
    columns_of node_columns_{}, edge_columns_{};
    std::vector<std::string> node_id_{}, row_{};
};

}  // namespace bulk_detail

/// Writes nodes.tsv and edges.tsv in KGX, with columns besides that hold all that the base says: `read_kgx` reads it back.
///
/// The base itself is the first node: its notice, version and date travel with it.
inline exported export_kgx(knowledge_base const& kb, std::filesystem::path const& folder) {
    return bulk_detail::kgx_writer{kb, folder}.run();
}

}  // namespace treatise::inline v0_3
