// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/schema_traits.hpp>
#include <treatise/model/vocabulary.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What the categories and predicates of other graphs become here. The tables below stand ready; a file replaces lines of them.
namespace treatise::inline v0_3 {

/// What an import says of the data that it reads: the source of every claim, and the base.
struct dataset {
    std::string key{}, name{}, version{}, authors{}, published{}, licence{}, doi{}, url{};
    std::string editors{}, notice{};  ///< of the base; {name} in the notice is the name, which a file may say itself

    friend bool operator==(dataset const&, dataset const&) = default;
};

/// The value of a field in the words of files, such as intent = symptomatic.
using field_words = std::vector<std::pair<std::string, std::string>>;

/// What nodes of some categories become.
struct category_rule {
    std::vector<std::string> names;
    std::uint32_t kind = kinds::size;  ///< kinds::size: they are left out
    std::uint32_t also = 0;            ///< kinds that a node may have besides, where a statement needs it; one bit each
    field_words details{};
    std::string prefix{};  ///< of CURIEs, whose local part ids of these nodes hold: DRUGBANK

    friend bool operator==(category_rule const&, category_rule const&) = default;
};

/// What rows with some predicates become; the first rule whose ends fit counts.
struct predicate_rule {
    std::vector<std::string> names;              ///< "*" is any predicate that no rule names
    std::uint32_t relation = relations::size;    ///< relations::size: they are left out
    bool reverse = false;                        ///< subject and object change sides
    treatise::stance stance = stance::in_favour;
    std::string place{};                         ///< where in the source; empty: the predicate as it is written
    field_words carries{};                       ///< fields of the relation's payload
    std::uint32_t subject = kinds::size, object = kinds::size;  ///< kinds of the ends of a row, where no file declares them

    friend bool operator==(predicate_rule const&, predicate_rule const&) = default;
};

/// Where in a table a thing stands: a column, several that are joined by ":", or the same text for every row.
struct table_role {
    std::vector<std::string> columns{};
    std::string constant{};

    bool is_given() const { return !columns.empty() || !constant.empty(); }
    friend bool operator==(table_role const&, table_role const&) = default;
};

/// Which columns of a table of KGX hold what; where nothing is said, the columns of KGX.
struct table_roles {
    table_role id{}, name{}, category{}, description{}, synonym{}, xref{};                        ///< of nodes
    table_role subject{}, predicate{}, object{}, source{}, publications{}, negated{};             ///< of edges
    table_role subject_name{}, subject_category{}, object_name{}, object_category{};  ///< of their ends, in one row
    std::vector<std::string> qualifiers{};  ///< columns of edges that are kept as attributes, besides those of Biolink
    std::string list_separator{};  ///< "|" where nothing is said, ";" in files with the headers of Neo4j

    /// Calls `f(name, role)` for each.
    template <class Self, class F>
    static void each(Self& of, F&& f) {
        f("id", of.id), f("name", of.name), f("category", of.category), f("description", of.description);
        f("synonym", of.synonym), f("xref", of.xref), f("subject", of.subject), f("predicate", of.predicate);
        f("object", of.object), f("source", of.source), f("publications", of.publications), f("negated", of.negated);
        f("subject_name", of.subject_name), f("subject_category", of.subject_category);
        f("object_name", of.object_name), f("object_category", of.object_category);
    }
    friend bool operator==(table_roles const&, table_roles const&) = default;
};

/// What the parts of a graph become: kinds, relations, and the source of it all.
struct mapping_rules {
    dataset from{};
    table_roles columns{};
    std::vector<category_rule> categories{};
    std::vector<predicate_rule> predicates{};

    friend bool operator==(mapping_rules const&, mapping_rules const&) = default;
};

namespace bulk_detail {
template <class Kind>
inline constexpr std::uint32_t k = kind_number<Kind>;
template <class Relation>
inline constexpr std::uint32_t r = relation_number<Relation>;
}  // namespace bulk_detail

/// Hetionet, by the names of its kinds and the letters of its metaedges.
///
/// "Treats" is disease modifying there and "palliates" symptomatic. What has no line is left out: no relation here holds it.
inline mapping_rules hetionet_mapping() {
    using namespace bulk_detail;
    mapping_rules m;
    m.from = {.key = "hetionet", .name = "Hetionet", .doi = "10.7554/eLife.26726", .url = "https://het.io"};
    m.categories = {
        {{"Compound"}, k<therapy>, 0, {}, "DRUGBANK"},
        {{"Disease"}, k<cause>},
        {{"Gene"}, k<mechanism>, 0, {}, "NCBIGene"},
        {{"Pharmacologic Class"}, k<therapy_class>},
        {{"Side Effect"}, k<outcome>, 0, {{"valence", "undesirable"}}, "UMLS"},
    };
    m.predicates = {
        {{"CtD"}, r<used_for>, false, stance::in_favour, "CtD: compound treats disease", {{"intent", "cause_directed"}}},
        {{"CpD"}, r<used_for>, false, stance::in_favour, "CpD: compound palliates disease", {{"intent", "symptomatic"}}},
        {{"PCiC"}, r<member_of>, true},
        {{"CbG"}, r<acts_by>, false, stance::in_favour, "CbG: compound binds gene"},
        {{"DaG"}, r<implicated_in>, true, stance::in_favour, "DaG: disease associates gene"},
        {{"DuG"}, r<implicated_in>, true, stance::in_favour, "DuG: disease upregulates gene"},
        {{"DdG"}, r<implicated_in>, true, stance::in_favour, "DdG: disease downregulates gene"},
        {{"CcSE"}, r<affects>, false, stance::in_favour, "CcSE: compound causes side effect", {{"statistic", "narrative"}}},
    };
    return m;
}

/// The Biolink model, which KGX files speak, with or without the prefix "biolink:".
///
/// Its "treats" does not say whether it means symptoms or the disease: it is entered as symptomatic, so that it is listed.
inline mapping_rules biolink_mapping() {
    using namespace bulk_detail;
    mapping_rules m;
    m.from = {.key = "kgx-graph", .name = "KGX graph"};
    auto const harm = field_words{{"valence", "undesirable"}};
    auto const outcome_bit = std::uint32_t{1} << k<outcome>;
    m.categories = {
        {{"Disease", "PhenotypicFeature", "DiseaseOrPhenotypicFeature"}, k<cause>, outcome_bit, harm},
        {{"Drug", "SmallMolecule", "ChemicalEntity", "MolecularEntity", "MolecularMixture", "ComplexMolecularMixture",
             "ChemicalMixture", "Treatment", "Procedure", "Device"},
            k<therapy>},
        {{"Gene", "Protein", "GeneFamily", "GeneOrGeneProduct", "MacromolecularComplex", "Pathway", "BiologicalProcess",
             "MolecularActivity", "BiologicalProcessOrActivity", "PhysiologicalProcess", "PathologicalProcess"},
            k<mechanism>},
    };
    auto const for_it = stance::in_favour;
    m.predicates = {
        {{"treats", "applied_to_treat", "ameliorates_condition", "ameliorates", "treats_or_applied_or_studied_to_treat"},
            r<used_for>, false, for_it, "", {{"intent", "symptomatic"}}},
        {{"preventative_for_condition", "prevents"}, r<used_for>, false, for_it, "", {{"intent", "preventive"}}},
        {{"contraindicated_in", "contraindicated_for"}, r<contraindicated_in>, false, for_it, "",
            {{"avoidance", "contraindication"}}},
        {{"has_side_effect"}, r<affects>, false, for_it, "", {{"statistic", "narrative"}}},
        {{"is_side_effect_of"}, r<affects>, true, for_it, "", {{"statistic", "narrative"}}},
        {{"subclass_of"}, r<is_a>},
        {{"superclass_of"}, r<is_a>, true},
        {{"physically_interacts_with", "directly_physically_interacts_with", "binds", "affects"}, r<acts_by>},
        {{"physically_interacts_with", "directly_physically_interacts_with", "binds"}, r<acts_by>, true},
        {{"gene_associated_with_condition", "genetically_associated_with", "associated_with", "contributes_to", "causes",
             "target_for", "affects"},
            r<implicated_in>},
        {{"condition_associated_with_gene", "genetically_associated_with", "associated_with", "has_target"}, r<implicated_in>,
            true},
    };
    return m;
}

/// PharmacotherapyDB: disease modifying, symptomatic, and what is no indication.
inline mapping_rules pharmacotherapydb_mapping() {
    using namespace bulk_detail;
    mapping_rules m;
    m.from = {.key = "pharmacotherapydb", .name = "PharmacotherapyDB"};
    m.categories = {{{"Compound"}, k<therapy>, 0, {}, "DRUGBANK"}, {{"Disease"}, k<cause>}};
    m.predicates = {
        {{"DM"}, r<used_for>, false, stance::in_favour, "category DM: disease modifying", {{"intent", "cause_directed"}}},
        {{"SYM"}, r<used_for>, false, stance::in_favour, "category SYM: symptomatic", {{"intent", "symptomatic"}}},
        {{"NOT"}, r<used_for>, false, stance::against, "category NOT: no indication", {{"intent", "symptomatic"}}},
    };
    return m;
}

/// DrugMechDB: a path is for an indication; its first step from the drug is how that acts, its last step what bears on the
/// disease. The steps between have no relation here.
inline mapping_rules drugmechdb_mapping() {
    using namespace bulk_detail;
    mapping_rules m;
    m.from = {.key = "drugmechdb", .name = "DrugMechDB", .doi = "10.1038/s41597-023-02534-z"};
    m.categories = {
        {{"Drug"}, k<therapy>},
        {{"Disease"}, k<cause>},
        {{"Protein", "GeneFamily", "BiologicalProcess", "MolecularActivity", "Pathway", "MacromolecularComplex",
             "ChemicalSubstance", "CellularComponent", "PhenotypicFeature", "Cell", "OrganismTaxon", "GrossAnatomicalStructure"},
            k<mechanism>},
    };
    m.predicates = {
        {{"in taxon", "located in", "location of", "occurs in"}},
        {{"indication", "treats", "ameliorates"}, r<used_for>, false, stance::in_favour, "", {{"intent", "symptomatic"}}},
        {{"prevents"}, r<used_for>, false, stance::in_favour, "", {{"intent", "preventive"}}},
        {{"contraindicated for"}, r<contraindicated_in>, false, stance::in_favour, "", {{"avoidance", "contraindication"}}},
        {{"*"}, r<acts_by>},
        {{"*"}, r<implicated_in>},
    };
    return m;
}

/// An ontology of diseases in OBO: a term is a cause, but for those of ontologies that are known to be of something else, by the
/// prefix of its id.
inline mapping_rules obo_mapping() {
    using namespace bulk_detail;
    mapping_rules m;
    m.from = {.key = "ontology", .name = "Ontology"};
    m.categories = {
        {{"CHEBI", "DRON", "RXNORM", "RXCUI", "DRUGBANK", "VO"}, k<therapy>},
        {{"GO", "PR", "HGNC", "NCBIGene", "REACT"}, k<mechanism>},
        {{"UBERON", "CL", "NCBITaxon", "PATO", "RO", "BFO", "IAO", "OBI", "ENVO", "SO", "UO", "FOODON", "CARO", "GEO"}},
        {{"Term"}, k<cause>},
    };
    m.predicates = {{{"is_a"}, r<is_a>}};
    return m;
}

}  // namespace treatise::inline v0_3
