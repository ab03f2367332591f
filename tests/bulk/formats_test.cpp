// SPDX-License-Identifier: BSL-1.0
#include <treatise/bulk/drugmechdb.hpp>
#include <treatise/bulk/kgx.hpp>
#include <treatise/bulk/obo.hpp>
#include <treatise/bulk/pharmacotherapydb.hpp>

#include "bulk_fixture.hpp"

#include <treatise/query/candidates.hpp>
#include <treatise/query/find.hpp>
#include <treatise/query/paths.hpp>

#include <string>

#if __has_include(<sys/stat.h>)
#include <sys/stat.h>
#endif

namespace bulk_formats_test {

using namespace treatise;
using fixture::lines, fixture::rows, fixture::times;

namespace {

std::string const kgx_nodes =
    "id\tcategory\tname\tsynonym\n"
    "CHEBI:1\tbiolink:SmallMolecule\talphaprofen\talpha|a-profen\n"
    "MONDO:1\tbiolink:NamedThing|biolink:Disease\tpain\t\n"
    "HP:1\tbiolink:PhenotypicFeature\tdizziness\t\n"
    "HGNC:1\tbiolink:Gene\tCHAN1\t\n";

struct graph {
    fixture::folder in;
    bulk_result read;

    explicit graph(std::string const& edges, std::string const& header = "subject\tpredicate\tobject\n")
        : read{read_kgx({in.file("nodes.tsv", kgx_nodes), in.file("edges.tsv", header + edges)})} {}
    knowledge_base base() const { return fixture::base_of(read); }
};

struct lines_of_json {
    fixture::folder in;
    bulk_result read;

    explicit lines_of_json(std::string const& edges)
        : read{read_kgx({in.file("n.jsonl",
                             R"({"id":"CHEBI:1","category":["biolink:Drug"],"name":"alphaprofen"}
{"id":"MONDO:1","category":["biolink:Disease"],"name":"pain"})"),
              in.file("e.jsonl", edges)})} {}
};

bulk_result ontology(std::string const& text) {
    fixture::folder const in;
    return read_obo({in.file("x.obo", text)});
}

bulk_result mechanisms(std::string const& text) {
    fixture::folder const in;
    return read_drugmechdb({in.file("x.yaml", text)});
}

std::string const path_document = R"(---
graph:
  _id: P_1
  drug: alphaprofen
  disease: pain
  drug_mesh: MESH:1
  disease_mesh: MESH:2
links:
  - {key: decreases activity of, source: MESH:1, target: UniProt:1}
  - {key: decreases activity of, source: MESH:1, target: UniProt:1}
  - {key: positively correlated with, source: UniProt:1, target: MESH:2}
nodes:
  - {id: MESH:1, label: Drug, name: alphaprofen}
  - {id: UniProt:1, label: Protein, name: CHAN1}
  - {id: MESH:2, label: Disease, name: pain}
)";

}  // namespace

// KGX.

TEST_CASE("what Biolink says treats is used for it", "[bulk][kgx]") {
    graph const g{"CHEBI:1\tbiolink:treats\tMONDO:1\n"};
    CHECK(rows<used_for>(g.base()) == lines{"chebi-1 mondo-1"});
}

TEST_CASE("prefixes of predicates and categories may be left out", "[bulk][kgx]") {
    graph const g{"CHEBI:1\ttreats\tMONDO:1\n"};
    CHECK(rows<used_for>(g.base()).size() == 1);
}

TEST_CASE("a prevention is used for preventing", "[bulk][kgx]") {
    graph const g{"CHEBI:1\tbiolink:preventative_for_condition\tMONDO:1\n"};
    CHECK(g.base().every<used_for>()[0].carries->intent == intent::preventive);
}

TEST_CASE("a negated edge is a claim against", "[bulk][kgx]") {
    graph const g{"CHEBI:1\tbiolink:treats\tMONDO:1\tTrue\n", "subject\tpredicate\tobject\tnegated\n"};
    auto const kb = g.base();
    CHECK(kb.every<used_for>()[0].stance == stance::against);
    auto const listed = candidates(kb, *find<cause>(kb, "pain"));
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].is_only_against());
}

TEST_CASE("a phenotype is a cause, and as a side effect an outcome of the same name", "[bulk][kgx]") {
    graph const g{"CHEBI:1\tbiolink:treats\tHP:1\nCHEBI:1\tbiolink:has_side_effect\tHP:1\n"};
    auto const kb = g.base();
    CHECK(rows<used_for>(kb) == lines{"chebi-1 hp-1"});
    CHECK(rows<affects>(kb) == lines{"chebi-1 hp-1-outcome"});
    CHECK(kb.name(kb.every<affects>()[0].object) == "dizziness");
}

TEST_CASE("symmetric predicates are read from either side", "[bulk][kgx]") {
    graph const g{"HGNC:1\tbiolink:physically_interacts_with\tCHEBI:1\n"};
    CHECK(rows<acts_by>(g.base()) == lines{"chebi-1 hgnc-1"});
}

TEST_CASE("a knowledge source is the source of its claims, restated in the graph", "[bulk][kgx]") {
    graph const g{
        "CHEBI:1\tbiolink:treats\tMONDO:1\tinfores:drugcentral\n", "subject\tpredicate\tobject\tprimary_knowledge_source\n"};
    auto const kb = g.base();
    auto const& said = *kb.every<used_for>()[0].said;
    CHECK(kb.name(said.source) == "infores:drugcentral");
    CHECK(said.read == reading::restated);
    CHECK(kb.name(said.restated_in) == "KGX graph");
    CHECK(kb[said.restated_at] == "biolink:treats");
}

TEST_CASE("the publications of an edge are its place", "[bulk][kgx]") {
    graph const g{"CHEBI:1\tbiolink:treats\tMONDO:1\tPMID:7|PMID:8\n", "subject\tpredicate\tobject\tpublications\n"};
    auto const kb = g.base();
    CHECK(kb[kb.every<used_for>()[0].said->place] == "PMID:7|PMID:8: biolink:treats");
}

TEST_CASE("synonyms of a node find it", "[bulk][kgx]") {
    graph const g{""};
    CHECK(find<therapy>(g.base(), "a-profen"));
}

TEST_CASE("a subclass stands under its class, and a node is not its own parent", "[bulk][kgx]") {
    graph const g{"HP:1\tbiolink:subclass_of\tMONDO:1\nHP:1\tbiolink:subclass_of\tHP:1\n"};
    CHECK(rows<is_a>(g.base()) == lines{"hp-1 mondo-1"});
    CHECK(g.read.report.refused() == 1);
}

TEST_CASE("JSON Lines say the same as tables", "[bulk][kgx][json]") {
    lines_of_json const g{
        R"({"subject":"CHEBI:1","predicate":"biolink:treats","object":"MONDO:1","negated":true,"publications":["PMID:7","PMID:8"],"primary_knowledge_source":"infores:x"})"};
    auto const kb = fixture::base_of(g.read);
    REQUIRE(rows<used_for>(kb) == lines{"chebi-1 mondo-1"});
    auto const c = kb.every<used_for>()[0];
    CHECK(c.stance == stance::against);
    CHECK(kb[c.said->restated_at] == "PMID:7|PMID:8: biolink:treats");
}

TEST_CASE("a line that is no JSON is refused, and the next is read", "[bulk][kgx][json]") {
    lines_of_json const g{R"({"subject":"CHEBI:1","predicate":"biolink:treats","object":"MONDO:1"}
{"subject":
[1]
{"subject":"CHEBI:1","predicate":"biolink:ameliorates_condition","object":"MONDO:1"})"};
    CHECK(fixture::base_of(g.read).claim_count() == 2);
    REQUIRE(g.read.report.refused() == 2);
    CHECK(g.read.report.refusals()[0].where.line == 2);
    CHECK(g.read.report.refusals()[0].what == "is no JSON; expected one object a line");
    CHECK(g.read.report.refusals()[1].what == "is no object; expected one a line");
}

#if __has_include(<sys/stat.h>)
TEST_CASE("a pipe, whose beginning would be lost, is refused and not waited for", "[bulk][kgx][dirty]") {
    fixture::folder const in;
    REQUIRE(::mkfifo((in / "edges.tsv").c_str(), 0600) == 0);
    auto const read = read_kgx({in.file("nodes.tsv", kgx_nodes), in / "edges.tsv"});
    CHECK(fixture::base_of(read).all<cause>().size() == 2);
    REQUIRE(read.report.refused() == 1);
    CHECK(read.report.refusals()[0].what == "is a pipe or a device; expected a file");
}
#endif

TEST_CASE("the sample of KGX is read to its last row", "[bulk][kgx][shared]") {
    if (!fixture::has_shared()) return;
    auto const read = read_kgx({fixture::shared("kgx-samples/graph_edges.tsv"), fixture::shared("kgx-samples/graph_nodes.tsv")});
    auto const kb = fixture::base_of(read);
    CHECK(read.report.node_rows == 534);
    CHECK(read.report.edge_rows == 539);
    CHECK(kb.all<mechanism>().size() == 178 + 143 + 22 + 8);
    CHECK(kb.all<cause>().size() == 112 + 21);  // 22 nodes stand twice
    CHECK(times(read.report.skipped(), "row with the predicate biolink:has_phenotype") == 124);
}

// PharmacotherapyDB.

TEST_CASE("PharmacotherapyDB tells disease modifying, symptomatic and no indication apart", "[bulk][pharmacotherapydb][shared]") {
    if (!fixture::has_shared()) return;
    auto const read = read_pharmacotherapydb({fixture::shared("pharmacotherapydb/indications.tsv")});
    auto const kb = fixture::base_of(read);
    CHECK(kb.every<used_for>().size() == 1'388);
    std::size_t modifying = 0, symptomatic = 0, against = 0;
    for (auto const& c : kb.every<used_for>()) {
        against += c.stance == stance::against;
        modifying += c.stance == stance::in_favour && c.carries->intent == intent::cause_directed;
        symptomatic += c.stance == stance::in_favour && c.carries->intent == intent::symptomatic;
    }
    CHECK(modifying == 755);
    CHECK(symptomatic == 390);
    CHECK(against == 243);
    CHECK(kb.all<cause>().size() == 97);
    CHECK(kb.all<therapy>().size() == 601);
}

TEST_CASE("what is no indication is never an indication", "[bulk][pharmacotherapydb]") {
    fixture::folder const in;
    auto const read = read_pharmacotherapydb(
        {in.file("i.tsv", "doid_id\tdrugbank_id\tdisease\tdrug\tcategory\nDOID:1\tDB1\tpain\talphaprofen\tNOT\n")});
    auto const kb = fixture::base_of(read);
    auto const listed = candidates(kb, *find<cause>(kb, "pain"));
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].is_only_against());
}

TEST_CASE("a category that is unknown is skipped, a row without ids refused", "[bulk][pharmacotherapydb]") {
    fixture::folder const in;
    auto const read = read_pharmacotherapydb({in.file("i.tsv",
        "doid_id\tdrugbank_id\tdisease\tdrug\tcategory\nDOID:"
        "1\tDB1\tpain\talphaprofen\tMAYBE\nNA\tDB1\tpain\talphaprofen\tDM\n")});
    CHECK(fixture::base_of(read).claim_count() == 0);
    CHECK(times(read.report.skipped(), "row with the predicate MAYBE") == 1);
    REQUIRE(read.report.refused() == 1);
    CHECK(read.report.refusals()[0].where.line == 3);
}

// OBO.

TEST_CASE("terms of an ontology become causes under each other", "[bulk][obo]") {
    auto const read = ontology(
        "ontology: doid\n\n[Term]\nid: DOID:1\nname: pain\n\n[Term]\nid: DOID:2\nname: back pain\nalt_id: DOID:22\n"
        "synonym: \"dorsalgia\" EXACT []\nsynonym: \"ache\" RELATED []\ndef: \"Pain of the back.\" [x]\nis_a: DOID:1 ! pain\n");
    auto const kb = fixture::base_of(read);
    CHECK(rows<is_a>(kb) == lines{"doid-2 doid-1"});
    auto const found = find<cause>(kb, "dorsalgia");
    REQUIRE(found);
    CHECK(kb.description(*found) == "Pain of the back.");
    CHECK(find<cause>(kb, "DOID:22"));
    CHECK_FALSE(find<cause>(kb, "ache"));
}

TEST_CASE("a term may name a parent that stands later in the file", "[bulk][obo]") {
    auto const read = ontology("[Term]\nid: D:2\nname: b\nis_a: D:1 ! a\n\n[Term]\nid: D:1\nname: a\n");
    auto const kb = fixture::base_of(read);
    CHECK(rows<is_a>(kb) == lines{"d-2 d-1"});
    CHECK(read.report.mended().empty());
}

TEST_CASE("other ids that are empty, or the term's own, or stand twice, are none", "[bulk][obo][dirty]") {
    auto const read = ontology("[Term]\nid: D:1\nname: a\nalt_id:\nalt_id: D:1\nalt_id: D:2\nalt_id: D:2\n");
    auto const kb = fixture::base_of(read);
    CHECK(kb.codes(*find<cause>(kb, "a")).size() == 2);
}

TEST_CASE("an obsolete term is left out", "[bulk][obo]") {
    auto const read = ontology("[Term]\nid: D:1\nname: a\nis_obsolete: true\n");
    CHECK(fixture::base_of(read).all<cause>().empty());
    CHECK(times(read.report.skipped(), "node of the category obsolete") == 1);
}

TEST_CASE("a term that is its own parent is refused", "[bulk][obo][dirty]") {
    auto const read = ontology("[Term]\nid: D:1\nname: a\nis_a: D:1\n");
    CHECK(fixture::base_of(read).all<cause>().size() == 1);
    CHECK(read.report.refused() == 1);
}

TEST_CASE("a circle of parents is cut where it closes, with its line", "[bulk][obo][dirty]") {
    auto const read = ontology(
        "[Term]\nid: D:1\nname: a\nis_a: D:2\n\n[Term]\nid: D:2\nname: b\nis_a: D:3\n\n[Term]\nid: D:3\nname: c\nis_a: D:1\n");
    auto const kb = fixture::base_of(read);
    CHECK(rows<is_a>(kb) == lines{"d-1 d-2", "d-2 d-3"});
    REQUIRE(read.report.refused() == 1);
    CHECK(read.report.refusals()[0].what == "is_a `d-1` leads in a circle");
    CHECK(read.report.refusals()[0].where.line == 14);
}

TEST_CASE("stanzas of other kinds are passed over", "[bulk][obo]") {
    auto const read = ontology("[Typedef]\nid: part_of\nname: part of\n\n[Term]\nid: D:1\nname: a\n");
    CHECK(fixture::base_of(read).all<cause>().size() == 1);
}

TEST_CASE("the Disease Ontology comes in whole", "[bulk][obo][shared]") {
    if (!fixture::has_shared()) return;
    auto const read = read_obo({fixture::shared("disease-ontology/HumanDO.obo.gz")});
    auto const kb = fixture::base_of(read);
    CHECK(kb.all<cause>().size() == 8'948 - 2'374);
    CHECK(kb.every<is_a>().size() == 6'921);
    CHECK(find<cause>(kb, "trigeminal neuralgia"));
}

// DrugMechDB.

TEST_CASE("a path of DrugMechDB is an indication, a first step and a last step", "[bulk][drugmechdb]") {
    auto const read = mechanisms(path_document);
    auto const kb = fixture::base_of(read);
    CHECK(rows<used_for>(kb) == lines{"mesh-1 mesh-2"});
    CHECK(rows<acts_by>(kb) == lines{"mesh-1 uniprot-1"});
    CHECK(rows<implicated_in>(kb) == lines{"uniprot-1 mesh-2"});
    CHECK(paths(kb, *find<therapy>(kb, "alphaprofen"), *find<cause>(kb, "pain")).size() == 1);
}

TEST_CASE("the place of a step is the id of its path and the word of the link", "[bulk][drugmechdb]") {
    auto const read = mechanisms(path_document);
    auto const kb = fixture::base_of(read);
    CHECK(kb[kb.every<acts_by>()[0].said->place] == "P_1: decreases activity of");
}

TEST_CASE("a link that is repeated in its path is one claim", "[bulk][drugmechdb][dirty]") {
    auto const read = mechanisms(path_document);
    CHECK(fixture::base_of(read).every<acts_by>().size() == 1);
    CHECK(times(read.report.mended(), "repeated row of a claim; kept once") == 1);
}

TEST_CASE("a document that is no YAML is refused with its line, and the next is read", "[bulk][drugmechdb][dirty]") {
    auto const read = mechanisms("---\ngraph: [\n" + path_document);
    CHECK(fixture::base_of(read).every<used_for>().size() == 1);
    REQUIRE(read.report.refused() == 1);
    CHECK(read.report.refusals()[0].where.line >= 2);
}

TEST_CASE("one list of paths reads like documents", "[bulk][drugmechdb]") {
    auto const read = mechanisms(
        "- graph: {_id: P, drug_mesh: M:1, disease_mesh: M:2}\n  links: []\n  nodes:\n  - {id: M:1, label: Drug, name: a}\n"
        "  - {id: M:2, label: Disease, name: b}\n");
    CHECK(rows<used_for>(fixture::base_of(read)) == lines{"m-1 m-2"});
}

TEST_CASE("what a path calls its drug is a therapy whatever its label", "[bulk][drugmechdb][dirty]") {
    auto const read = mechanisms(
        "- graph: {_id: P, drug_mesh: M:1, disease_mesh: M:2}\n  links: []\n  nodes:\n  - {id: M:1, label: ChemicalSubstance, "
        "name: a}\n"
        "  - {id: M:2, label: PhenotypicFeature, name: b}\n");
    CHECK(rows<used_for>(fixture::base_of(read)).size() == 1);
}

TEST_CASE("all paths of DrugMechDB come in", "[bulk][drugmechdb][shared]") {
    if (!fixture::has_shared()) return;
    auto const read = read_drugmechdb({fixture::shared("drugmechdb/indication_paths.yaml.gz")});
    auto const kb = fixture::base_of(read);
    CHECK(read.report.node_rows == 26'151);
    CHECK(read.report.edge_rows == 25'946 + 3'801);
    CHECK(read.report.refused() == 1 + 30);  // one on both sides of its row; ids with a character that nobody sees
    auto const asked = find<cause>(kb, "Postherpetic neuralgia");
    REQUIRE(asked);
    CHECK(candidates(kb, *asked).contains(*find<therapy>(kb, "capsaicin")));
}

}  // namespace bulk_formats_test
