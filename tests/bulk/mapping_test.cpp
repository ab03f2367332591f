// SPDX-License-Identifier: BSL-1.0
#include <treatise/bulk/mapping_toml.hpp>

#include "bulk_fixture.hpp"

#include <treatise/bulk/hetionet.hpp>
#include <treatise/bulk/kgx.hpp>
#include <treatise/graph/attributes.hpp>
#include <treatise/query/find.hpp>

#include <string>
#include <utility>
#include <vector>

namespace bulk_mapping_test {

using namespace treatise;
using fixture::lines, fixture::rows;

namespace {

std::string const nodes =
    "id\tname\tkind\nCompound::1\ta\tCompound\nCompound::2\tb\tCompound\nDisease::1\tpain\tDisease\nGene::1\tg\tGene\nSymptom::"
    "1\tdizzy\tSymptom\n";

bulk_result read_with(std::string const& mapping, std::string const& edges) {
    fixture::folder const in;
    auto rules = read_mapping({"m.toml", mapping}, hetionet_mapping());
    if (!rules) FAIL(report(rules.error()));
    return read_hetionet({in.file("n.tsv", nodes), in.file("e.tsv", "source\tmetaedge\ttarget\n" + edges)}, *rules);
}

/// The problems of a mapping file, one a line.
std::string wrong(std::string const& mapping) {
    auto const rules = read_mapping({"m.toml", mapping}, hetionet_mapping());
    REQUIRE_FALSE(rules);
    return report(rules.error());
}

}  // namespace

TEST_CASE("a mapping adds a category and a predicate to those that stand ready", "[bulk][mapping]") {
    auto const read = read_with(
        "[[category]]\nnames = [\"Symptom\"]\nkind = \"outcome\"\nvalence = \"undesirable\"\n"
        "[[predicate]]\nnames = [\"CcS\"]\nrelation = \"affects\"\nstatistic = \"narrative\"\nplace = \"causes\"\n",
        "Compound::1\tCcS\tSymptom::1\nCompound::1\tCtD\tDisease::1\n");
    auto const kb = fixture::base_of(read);
    CHECK(rows<affects>(kb) == lines{"compound-1 symptom-1"});
    CHECK(rows<used_for>(kb).size() == 1);
    CHECK(kb[kb.every<affects>()[0].said->place] == "causes");
}

TEST_CASE("a mapping replaces the rule of a name", "[bulk][mapping]") {
    auto const read = read_with(
        "[[predicate]]\nnames = \"CtD\"\nrelation = \"used_for\"\nintent = \"preventive\"\n", "Compound::1\tCtD\tDisease::1\n");
    CHECK(fixture::base_of(read).every<used_for>()[0].carries->intent == intent::preventive);
}

TEST_CASE("a mapping turns a rule against", "[bulk][mapping]") {
    auto const read = read_with(
        "[[predicate]]\nnames = \"CtD\"\nrelation = \"used_for\"\nstance = \"against\"\n", "Compound::1\tCtD\tDisease::1\n");
    CHECK(fixture::base_of(read).every<used_for>()[0].stance == stance::against);
}

TEST_CASE("a mapping turns a relation round", "[bulk][mapping]") {
    auto const read =
        read_with("[[predicate]]\nnames = \"DtC\"\nrelation = \"used_for\"\nreverse = true\n", "Disease::1\tDtC\tCompound::1\n");
    CHECK(rows<used_for>(fixture::base_of(read)) == lines{"compound-1 disease-1"});
}

TEST_CASE("a mapping leaves out with none", "[bulk][mapping]") {
    auto const read =
        read_with("[[predicate]]\nnames = \"CtD\"\nrelation = \"none\"\n[[category]]\nnames = \"Gene\"\nkind = \"none\"\n",
            "Compound::1\tCtD\tDisease::1\n");
    auto const kb = fixture::base_of(read);
    CHECK(kb.claim_count() == 0);
    CHECK(kb.all<mechanism>().empty());
}

TEST_CASE("a mapping that stands alone forgets what stands ready", "[bulk][mapping]") {
    auto const read =
        read_with("only = true\n[[category]]\nnames = \"Compound\"\nkind = \"therapy\"\n", "Compound::1\tCtD\tDisease::1\n");
    auto const kb = fixture::base_of(read);
    CHECK(kb.all<therapy>().size() == 2);
    CHECK(kb.all<cause>().empty());
}

TEST_CASE("a mapping says what the data set is", "[bulk][mapping]") {
    auto const read = read_with(
        "[dataset]\nkey = \"my-net\"\nname = \"My net\"\nversion = \"3\"\nlicence = \"CC0\"\npublished = \"2024-05\"\neditors = "
        "\"me\"\n"
        "notice = \"For tests.\"\n",
        "Compound::1\tCtD\tDisease::1\n");
    auto const kb = fixture::base_of(read);
    CHECK(kb[kb.base().key] == "my-net");
    CHECK(kb[kb.base().version] == "3");
    CHECK(kb[kb.base().notice] == "For tests.");
    auto const from = kb.every<used_for>()[0].said->source;
    CHECK(kb.name(from) == "My net");
    CHECK(kb[kb.details(from).licence] == "CC0");
    CHECK(kb.details(from).published == date{2024, 5, 0});
}

TEST_CASE("what no mapping states is not stated, never made up", "[bulk][mapping]") {
    auto const read = read_with("", "Compound::1\tCtD\tDisease::1\n");
    auto const kb = fixture::base_of(read);
    CHECK(kb.base().version == not_stated);
    CHECK(kb.base().released.is_unstated());
    CHECK(kb.every<used_for>()[0].said->checked.is_unstated());
    CHECK(kb.details(kb.every<used_for>()[0].said->source).published.is_unstated());
}

TEST_CASE("all that is wrong with a mapping is told at once, in the order of its lines", "[bulk][mapping]") {
    CHECK(wrong("[dataset]\nkey = \"Not a key\"\nnam = \"x\"\n[[category]]\nnames = \"Gene\"\nkind = \"mecanism\"\n"
                "[[predicate]]\nnames = \"CtD\"\nrelation = \"used_for\"\nintent = \"symptom\"\n") ==
          "m.toml:2:7: `key`: is no key; expected lower-case letters and digits in parts joined by -, a letter first\n"
          "m.toml:3:1: unknown field `nam`; did you mean `name`?\n"
          "m.toml:6:8: `kind`: is unknown: `mecanism`; did you mean `mechanism`?\n"
          "m.toml:10:10: `intent`: has the unknown value `symptom`; expected one of symptomatic, "
          "cause_directed, preventive, rehabilitative\n");
}

TEST_CASE("a rule without names or without a kind is told", "[bulk][mapping]") {
    auto const text = wrong("[[category]]\nkind = \"therapy\"\n[[category]]\nnames = \"x\"\n");
    CHECK(text.find("m.toml:1:1: [[category]] has no `names`") != text.npos);
    CHECK(text.find("m.toml:3:1: [[category]] has no `kind`") != text.npos);
}

TEST_CASE("a field that the relation does not carry is told", "[bulk][mapping]") {
    CHECK(wrong("[[predicate]]\nnames = \"x\"\nrelation = \"acts_by\"\nintent = \"symptomatic\"\n") ==
          "m.toml:4:10: `intent`: is unknown; expected none\n");
}

TEST_CASE("a mapping that is no TOML is told with its place", "[bulk][mapping]") {
    CHECK(wrong("[[category]\n").starts_with("m.toml:1:"));
}

TEST_CASE("every rule that stands ready names a kind or relation and fields that it has", "[bulk][mapping]") {
    builder b;
    for (auto const& rules :
        {hetionet_mapping(), biolink_mapping(), pharmacotherapydb_mapping(), drugmechdb_mapping(), obo_mapping()}) {
        CHECK(is_key(rules.from.key));
        for (auto const& c : rules.categories) REQUIRE((c.kind < kinds::size || (c.details.empty() && c.also == 0)));
        for (auto const& p : rules.predicates)
            if (p.relation != relations::size)
                with_type(relations{}, p.relation, [&]<class R>() {
                    typename R::payload row{};
                    for (auto const& [field, words] : p.carries) CHECK(bulk_detail::field_from(b, row, field, words) == "");
                });
    }
}

namespace {

/// A graph of KGX with a mapping file, the tables given by name and text.
bulk_result kgx_with(std::string const& mapping, std::vector<std::pair<std::string, std::string>> const& files) {
    fixture::folder const in;
    auto rules = read_mapping({"m.toml", mapping}, biolink_mapping());
    if (!rules) FAIL(report(rules.error()));
    std::vector<std::string> paths;
    for (auto const& [name, text] : files) paths.push_back(in.file(name, text));
    return read_kgx(paths, *rules);
}

std::string const columns_of_pairs =
    "[columns]\nsubject = [\"x_source\", \"x_id\"]\nsubject_name = \"x_name\"\nsubject_category = \"x_type\"\n"
    "predicate = \"relation\"\nobject = [\"y_source\", \"y_id\"]\nobject_name = \"y_name\"\nobject_category = \"y_type\"\n"
    "qualifiers = [\"display_relation\"]\n"
    "[[category]]\nnames = [\"drug\"]\nkind = \"therapy\"\n[[category]]\nnames = [\"disease\"]\nkind = \"cause\"\n"
    "[[predicate]]\nnames = [\"indication\"]\nrelation = \"used_for\"\n"
    "[[predicate]]\nnames = [\"indication\"]\nrelation = \"used_for\"\nreverse = true\n";

}  // namespace

TEST_CASE("a table whose rows say what their ends are is read by the columns that a mapping names", "[bulk][mapping]") {
    auto const read = kgx_with(columns_of_pairs,
        {{"kg.csv",
            "relation,display_relation,x_index,x_id,x_type,x_name,x_source,y_index,y_id,y_type,y_name,y_source\n"
            "indication,indication,0,DB1,drug,\"Pill, white\",DrugBank,1,5,disease,ache,MONDO\n"
            "indication,indication,1,5,disease,ache,MONDO,0,DB1,drug,\"Pill, white\",DrugBank\n"
            "indication,indication,2,DB2,drug,Drop,DrugBank,1,5,disease,ache,MONDO\n"
            "drug_drug,synergistic interaction,2,DB2,drug,Drop,DrugBank,0,DB1,drug,\"Pill, white\",DrugBank\n"}});
    auto const kb = fixture::base_of(read);
    CHECK(rows<used_for>(kb) == lines{"drugbank-db1 mondo-5", "drugbank-db2 mondo-5"});
    CHECK(kb.name(*find<therapy>(kb, "DrugBank:DB1")) == "Pill, white");
    CHECK(read.report.node_rows == 3);
    CHECK(read.report.edge_rows == 4);
    CHECK(fixture::times(read.report.skipped(), "row with the predicate drug_drug") == 1);
    CHECK(fixture::times(read.report.unused(), "column `x_index`") == 1);
    CHECK(fixture::times(read.report.unused(), "column `x_id`") == 0);
    CHECK(attribute(kb, kb.every<used_for>()[0].number, "column.display_relation") == "indication");
}

TEST_CASE("a mapping says of what kind the ends of rows are that no file declares", "[bulk][mapping]") {
    auto const with = [](std::string const& more) {
        return kgx_with("[[predicate]]\nnames = [\"subclass_of\"]\nrelation = \"is_a\"\n" + more,
            {{"e.tsv",
                "subject\tpredicate\tobject\nMONDO:2\tbiolink:subclass_of\tMONDO:1\nMONDO:3\tbiolink:subclass_of\tMONDO:2\n"}});
    };
    auto const kinds_said = with("subject = \"cause\"\nobject = \"cause\"\n");
    CHECK(rows<is_a>(fixture::base_of(kinds_said)) == lines{"mondo-2 mondo-1", "mondo-3 mondo-2"});
    CHECK(fixture::times(kinds_said.report.mended(), "undeclared node; taken as a cause by its first row") == 3);
    CHECK(rows<is_a>(fixture::base_of(with(""))).empty());
}

TEST_CASE("a mapping gives every row the same text where a table has no column for it", "[bulk][mapping]") {
    auto const read = kgx_with(
        "[columns]\nsubject = \"drug_id\"\nsubject_name = \"drug\"\nsubject_category = {value = \"Drug\"}\n"
        "predicate = {value = \"treats\"}\nobject = \"doid\"\nobject_category = {value = \"Disease\"}\n",
        {{"t.tsv", "drug_id\tdrug\tdoid\nDB1\tPill\tDOID:1\nDB2\tDrop\tDOID:1\n"}});
    CHECK(rows<used_for>(fixture::base_of(read)) == lines{"db1 doid-1", "db2 doid-1"});
}

TEST_CASE("a mapping says what parts lists in cells", "[bulk][mapping]") {
    auto const read = kgx_with("[columns]\nlist_separator = \"/\"\nsynonym = \"aka\"\n",
        {{"n.tsv", "id\tcategory\tname\taka\nD:1\tNamedThing/Disease\tAche\tdolor/pang\n"}});
    CHECK(find<cause>(fixture::base_of(read), "pang"));
}

TEST_CASE("what is wrong with the columns of a mapping is told with its place", "[bulk][mapping]") {
    CHECK(wrong("[columns]\nsubjekt = \"x\"\n").find("m.toml:2:1: unknown field `subjekt`; did you mean `subject`?") == 0);
    CHECK(wrong("[columns]\nsubject = {column = \"x\"}\n").find("expected a column, a list of columns") != std::string::npos);
    CHECK(wrong("[columns]\nlist_separator = \"ab\"\n").find("expected one character") != std::string::npos);
    CHECK(wrong("columns = 1\n").find("is no table; expected [columns]") != std::string::npos);
    CHECK(wrong("[[predicate]]\nnames = [\"x\"]\nrelation = \"is_a\"\nsubject = \"corse\"\n").find("is unknown: `corse`") !=
          std::string::npos);
    CHECK(wrong("[columns]\nsubject = 1\n").find("is no string") != std::string::npos);
}

}  // namespace bulk_mapping_test
