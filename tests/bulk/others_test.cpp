// SPDX-License-Identifier: BSL-1.0
// Graphs of others, read without silent loss: what denies, predicts or qualifies a statement, and what a file holds besides.
#include <treatise/bulk/hetionet.hpp>
#include <treatise/bulk/kgx.hpp>
#include <treatise/bulk/obo.hpp>

#include "bulk_fixture.hpp"

#include <treatise/query/aims.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/query/find.hpp>
#include <treatise/query/paths.hpp>
#include <treatise/query/why.hpp>
#include <treatise/render/formats/text.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/table/compare.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace bulk_others_test {

using namespace treatise;
using fixture::lines, fixture::rows, fixture::times;

namespace {

std::string const nodes =
    "id\tcategory\tname\n"
    "D:1\tbiolink:Disease\tAche\n"
    "C:1\tbiolink:Drug\tPill\n"
    "C:2\tbiolink:Drug\tDrop\n"
    "G:1\tbiolink:Gene\tG1\n";

/// Rows of a table between these nodes, behind subject, predicate and object what `columns` names.
bulk_result table(std::string const& columns, std::string const& edges) {
    fixture::folder const in;
    return read_kgx({in.file("n.tsv", nodes), in.file("e.tsv", "subject\tpredicate\tobject\t" + columns + '\n' + edges)});
}
/// One row of JSON between a drug and a disease, with these fields besides.
bulk_result object(std::string const& fields) {
    fixture::folder const in;
    return read_kgx({in.file("n.tsv", nodes),
        in.file("e.jsonl", R"({"subject":"C:1","predicate":"biolink:treats","object":"D:1")" + fields + "}\n")});
}
bulk_result ontology(std::string const& text) {
    fixture::folder const in;
    return read_obo({in.file("x.obo", "format-version: 1.4\nontology: t\n\n" + text)});
}

/// The stance of the one claim that was read; the test fails where there is none or another number.
stance only_stance(bulk_result const& read) {
    auto const kb = fixture::base_of(read);
    REQUIRE(kb.every<used_for>().size() == 1);
    return kb.every<used_for>()[0].stance;
}
std::vector<std::string> options(knowledge_base const& kb, scope const& s = {}) {
    std::vector<std::string> found;
    for (auto const& c : candidates(kb, *find<cause>(kb, "ache"), s)) found.emplace_back(kb.name(c.option));
    return found;
}
std::size_t occurrences(std::string const& page, std::string const& words) {
    std::size_t n = 0;
    for (auto at = page.find(words); at != page.npos; at = page.find(words, at + 1)) ++n;
    return n;
}
std::string place_of(knowledge_base const& kb, claim_id c) { return std::string{kb[kb.said(c).place]}; }

}  // namespace

TEST_CASE("a row that is negated in any usual word is a claim against", "[bulk][others]") {
    for (std::string const word : {"True", "true", "TRUE", "1", "1.0", "t", "T", "yes", "Yes", "Y", "y", "\"true\"", " true "}) {
        CAPTURE(word);
        CHECK(only_stance(table("negated", "C:1\tbiolink:treats\tD:1\t" + word + '\n')) == stance::against);
    }
    for (std::string const value :
        {"true", "\"true\"", "\"True\"", "\"TRUE\"", "1", "1.0", "\"1\"", "\"yes\"", "[true]", "[\"y\"]"}) {
        CAPTURE(value);
        CHECK(only_stance(object(",\"negated\":" + value)) == stance::against);
    }
}

TEST_CASE("a row that is not negated in any usual word, or says nothing of it, is a claim in favour", "[bulk][others]") {
    for (std::string const word : {"False", "false", "F", "0", "0.0", "no", "N", "", "nan", "NaN", "None", "NULL", "NA"}) {
        CAPTURE(word);
        CHECK(only_stance(table("negated", "C:1\tbiolink:treats\tD:1\t" + word + '\n')) == stance::in_favour);
    }
    for (std::string const value : {"false", "\"false\"", "0", "null", "[]", "[false]", "\"\""}) {
        CAPTURE(value);
        CHECK(only_stance(object(",\"negated\":" + value)) == stance::in_favour);
    }
    CHECK(only_stance(object("")) == stance::in_favour);
}

TEST_CASE("a row of which nobody can tell whether it is negated is refused with its line", "[bulk][others]") {
    for (std::string const word : {"maybe", "2", "-1", "not", "falsch", "true|false"}) {
        CAPTURE(word);
        auto const read = table("negated", "C:2\tbiolink:treats\tD:1\t\nC:1\tbiolink:treats\tD:1\t" + word + '\n');
        REQUIRE(read.report.refused() == 1);
        CHECK(read.report.refusals()[0].where.line == 3);
        CHECK(read.report.refusals()[0].what.find("`negated`") != std::string::npos);
        CHECK(rows<used_for>(fixture::base_of(read)) == lines{"c-2 d-1"});
    }
    for (std::string const value : {"2", "\"perhaps\"", "{}", "[true,false]", "[[true]]", "0.5"}) {
        CAPTURE(value);
        auto const read = object(",\"negated\":" + value);
        REQUIRE(read.report.refused() == 1);
        CHECK(read.report.refusals()[0].where.line == 1);
    }
}

TEST_CASE("a negated row never becomes a step of a path", "[bulk][others]") {
    auto const path_count = [](std::string const& acts, std::string const& implicated) {
        auto const read =
            table("negated", "C:1\tbiolink:affects\tG:1\t" + acts + "\nG:1\tbiolink:associated_with\tD:1\t" + implicated + '\n');
        auto const kb = fixture::base_of(read);
        CHECK(kb.claim_count() == 2);
        return paths(kb, *find<option>(kb, "pill"), *find<cause>(kb, "ache")).size();
    };
    CHECK(path_count("False", "False") == 1);
    CHECK(path_count("True", "False") == 0);
    CHECK(path_count("False", "True") == 0);
}

TEST_CASE("a negated or predicted row of a hierarchy orders nothing and is counted", "[bulk][others]") {
    std::string const more = "id\tcategory\tname\nD:1\tbiolink:Disease\tAche\nD:2\tbiolink:Disease\tHeadache\n";
    fixture::folder const in;
    auto const read = read_kgx({in.file("n.tsv", more),
        in.file("e.tsv",
            "subject\tpredicate\tobject\tnegated\tknowledge_level\nD:2\tbiolink:subclass_of\tD:1\tTrue\t\n"
            "D:2\tbiolink:subclass_of\tD:1\t\tprediction\n")});
    CHECK(rows<is_a>(fixture::base_of(read)).empty());
    CHECK(read.report.skipped().size() == 2);
}

TEST_CASE("a prediction is kept, and no candidate unless it is asked for", "[bulk][others]") {
    auto const is_left_out = [](bulk_result const& read) {
        auto const kb = fixture::base_of(read);
        scope with;
        with.predictions = true;
        CHECK(options(kb, with) == lines{"Pill"});
        CHECK(kb.marks(kb.every<used_for>()[0].number).is_predicted());
        return options(kb).empty();
    };
    CHECK(is_left_out(table("knowledge_level", "C:1\tbiolink:treats\tD:1\tprediction\n")));
    CHECK(is_left_out(table("knowledge_level", "C:1\tbiolink:treats\tD:1\tPrediction\n")));
    CHECK(is_left_out(table("knowledge_level", "C:1\tbiolink:treats\tD:1\tbiolink:prediction\n")));
    CHECK(is_left_out(table("publications\tknowledge_level", "C:1\tbiolink:treats\tD:1\tPMID:1\tprediction\n")));
    CHECK(is_left_out(object(R"(,"knowledge_level":"prediction")")));
    CHECK(is_left_out(object(R"(,"knowledge_level":["prediction"])")));
    CHECK(options(fixture::base_of(table("knowledge_level", "C:1\tbiolink:treats\tD:1\tobservation\n"))) == lines{"Pill"});
}

TEST_CASE("a predicted contraindication stands in no table unless it is asked for, and then says that it is predicted",
    "[bulk][others]") {
    auto const read = table("knowledge_level",
        "C:1\tbiolink:treats\tD:1\tobservation\nC:1\tbiolink:contraindicated_in\tD:1\tprediction\n"
        "C:2\tbiolink:treats\tD:1\tobservation\nC:2\tbiolink:contraindicated_in\tD:1\tobservation\n");
    auto const kb = fixture::base_of(read);
    auto const page = [&](bool predictions) {
        scope s;
        s.predictions = predictions;
        return plain_text(lay_out(compare(kb, *find<cause>(kb, "ache"), views::overview, s)), {.width = 1000});
    };
    auto const ache_warned_of = [](std::string const& text, std::string const& behind) {
        return occurrences(text, "Contraindicated: ache" + behind);
    };
    CHECK(ache_warned_of(page(false), "") == 1);
    CHECK(occurrences(page(false), "predicted") == 0);
    CHECK(ache_warned_of(page(true), "") == 2);
    CHECK(ache_warned_of(page(true), " (predicted by a model)") == 1);
}

TEST_CASE("what a source says not to treat a condition is told as that", "[bulk][others]") {
    auto const read = table("negated", "C:1\tbiolink:treats\tD:1\tTrue\n");
    auto const kb = fixture::base_of(read);
    auto const page = plain_text(lay_out(compare(kb, *find<cause>(kb, "ache"))), {.width = 1000});
    CHECK(occurrences(page, "said not to treat it") == 1);
    CHECK(occurrences(page, "to be used") == 0);
}

TEST_CASE("every claim behind an option is told, predictions among them", "[bulk][others]") {
    auto const read = table("knowledge_level", "C:1\tbiolink:treats\tD:1\tprediction\nC:1\tbiolink:treats\tD:1\tobservation\n");
    auto const kb = fixture::base_of(read);
    CHECK(why(kb, *find<cause>(kb, "ache"), *find<option>(kb, "pill")).size() == 2);
    CHECK(options(kb) == lines{"Pill"});
    CHECK(candidates(kb, *find<cause>(kb, "ache"))[0].reasons.size() == 1);
}

TEST_CASE("how a row is known and in which direction it holds is kept as attributes and told with its place", "[bulk][others]") {
    struct example {
        std::string columns, cells, name, value;
    };
    for (auto const& e :
        std::vector<example>{{"knowledge_level", "statistical_association", "biolink.knowledge_level", "statistical_association"},
            {"agent_type", "text_mining_agent", "biolink.agent_type", "text_mining_agent"},
            {"clinical_approval_status", "not_approved_for_condition", "biolink.clinical_approval_status",
                "not_approved_for_condition"},
            {"max_research_phase", "pre_clinical_research_phase", "biolink.max_research_phase", "pre_clinical_research_phase"},
            {"object_direction_qualifier", "decreased", "biolink.object_direction_qualifier", "decreased"},
            {"qualified_predicate", "biolink:causes", "biolink.qualified_predicate", "causes"},
            {"object_aspect_qualifier", "activity", "biolink.object_aspect_qualifier", "activity"}}) {
        CAPTURE(e.columns);
        auto const read = table(e.columns, "C:1\tbiolink:affects\tG:1\t" + e.cells + '\n');
        auto const kb = fixture::base_of(read);
        REQUIRE(kb.every<acts_by>().size() == 1);
        auto const c = kb.every<acts_by>()[0].number;
        CHECK(attribute(kb, c, e.name) == e.value);
        auto words = e.value;
        std::replace(words.begin(), words.end(), '_', ' ');
        CHECK(place_of(kb, c).find(words) != std::string::npos);
        CHECK(read.report.unused().empty());
    }
}

TEST_CASE("rows that differ in what qualifies them alone are claims of their own", "[bulk][others]") {
    auto const read = table("object_direction_qualifier",
        "C:1\tbiolink:affects\tG:1\tincreased\nC:1\tbiolink:affects\tG:1\tdecreased\nC:1\tbiolink:affects\tG:1\tdecreased\n");
    auto const kb = fixture::base_of(read);
    REQUIRE(kb.every<acts_by>().size() == 2);
    CHECK(place_of(kb, kb.every<acts_by>()[0].number) != place_of(kb, kb.every<acts_by>()[1].number));
}

TEST_CASE("qualifiers of the reasoner interface are read by their types", "[bulk][others]") {
    auto const read =
        object(R"(,"qualifiers":[{"qualifier_type_id":"biolink:object_direction_qualifier","qualifier_value":"increased"}])");
    auto const kb = fixture::base_of(read);
    CHECK(attribute(kb, kb.every<used_for>()[0].number, "biolink.object_direction_qualifier") == "increased");
}

TEST_CASE("what nobody needs to be told of a row is an attribute, and not in its place", "[bulk][others]") {
    auto const read = table("knowledge_level\tagent_type",
        "C:1\tbiolink:treats\tD:1\tknowledge_assertion\tmanual_agent\n"
        "C:2\tbiolink:treats\tD:1\tnot_provided\tnot_provided\n");
    auto const kb = fixture::base_of(read);
    REQUIRE(kb.every<used_for>().size() == 2);
    for (auto const& u : kb.every<used_for>()) CHECK(place_of(kb, u.number) == "biolink:treats");
    auto const of = [&](char const* drug) { return kb.out_ids<used_for>(*find<therapy>(kb, drug))[0]; };
    CHECK(attribute(kb, of("pill"), "biolink.agent_type") == "manual_agent");
    CHECK(kb.attributes(of("drop")).empty());
}

TEST_CASE("a row with more columns than its table is refused with its line", "[bulk][others]") {
    for (std::string const row :
        {"C:1\tbiolink:treats\tD:1\tPMID:1\textra", "C:1\tbiolink:treats\tD:1\tPMID:1\t", "C:1\t\tbiolink:treats\tD:1\tPMID:1",
            "\tC:1\tbiolink:treats\tD:1\tPMID:1", "C:1\tbiolink:treats\tD:1\tPMID:1\ta\tb\tc"}) {
        CAPTURE(row);
        auto const read = table("publications", "C:2\tbiolink:treats\tD:1\tPMID:2\n" + row + '\n');
        REQUIRE(read.report.refused() == 1);
        CHECK(read.report.refusals()[0].where.line == 3);
        CHECK(rows<used_for>(fixture::base_of(read)) == lines{"c-2 d-1"});
    }
    fixture::folder const in;
    auto const read = read_kgx({in.file("n.tsv", nodes + "C:3\tbiolink:Drug\tPill\twith a tab\n")});
    REQUIRE(read.report.refused() == 1);
    CHECK(read.report.refusals()[0].where.line == 6);
    CHECK_FALSE(find<therapy>(fixture::base_of(read), "C:3"));
}

TEST_CASE("columns and fields that nothing reads are told", "[bulk][others]") {
    auto const read = table("relation\thas_evidence", "C:1\tbiolink:treats\tD:1\tRO:1\tECO:1\n");
    CHECK(times(read.report.unused(), "column `relation`") == 1);
    CHECK(times(read.report.unused(), "column `has_evidence`") == 1);
    CHECK(times(object(R"(,"has_evidence":["ECO:1"])").report.unused(), "field `has_evidence`") == 1);
    fixture::folder const in;
    auto const net = read_hetionet({in.file("n.tsv", "id\tname\tkind\turl\nDisease::1\tAche\tDisease\tx\n"),
        in.file("e.tsv", "source\tmetaedge\ttarget\tunbiased\nCompound::1\tCtD\tDisease::1\t1\n")});
    CHECK(times(net.report.unused(), "column `url`") == 1);
    CHECK(times(net.report.unused(), "column `unbiased`") == 1);
}

TEST_CASE("what sorts of nodes and rows became is counted by sort", "[bulk][others]") {
    auto const read =
        table("negated", "C:1\tbiolink:treats\tD:1\t\nC:2\tbiolink:treats\tD:1\tTrue\nC:1\tbiolink:affects\tG:1\t\n");
    auto const& taken = read.report.taken();
    CHECK(times(taken, "nodes biolink:Drug as therapy") == 2);
    CHECK(times(taken, "nodes biolink:Disease as cause") == 1);
    CHECK(times(taken, "nodes biolink:Gene as mechanism") == 1);
    CHECK(times(taken, "rows biolink:treats as used_for") == 1);
    CHECK(times(taken, "rows biolink:treats as used_for, against") == 1);
    CHECK(times(taken, "rows biolink:affects as acts_by") == 1);
}

TEST_CASE("cells that say in a word that they have no value are empty", "[bulk][others]") {
    for (std::string const word : {"NA", "N/A", "nan", "NaN", "None", "NULL", "null", "<NA>", "\\N"}) {
        CAPTURE(word);
        fixture::folder const in;
        auto const read =
            read_kgx({in.file("n.tsv", "id\tcategory\tname\tsynonym\nD:1\tbiolink:Disease\t" + word + '\t' + word + '\n')});
        auto const kb = fixture::base_of(read);
        CHECK(kb.name(kb.all<cause>()[0]) == "D:1");
        CHECK(kb.synonyms(id<entity>{kb.all<cause>()[0]}).size() == 0);
    }
    fixture::folder const in;
    auto const read =
        read_kgx({in.file("n.jsonl", R"({"id":"D:1","category":["biolink:Disease"],"name":"nan","synonym":["None"]})")});
    auto const kb = fixture::base_of(read);
    CHECK(kb.name(kb.all<cause>()[0]) == "D:1");
}

TEST_CASE("lines that end in a carriage return alone are lines", "[bulk][others]") {
    auto const with = [](std::string text, std::string const& end) {
        std::string made;
        for (char const c : text) made += c == '\n' ? end : std::string(1, c);
        return made;
    };
    std::string const more = "subject,predicate,object\nC:1,treats,D:1\nC:2,treats,D:1\n";
    std::string const of = "id,category,name\nD:1,Disease,Ache\nC:1,Drug,Pill\nC:2,Drug,\"Drop, eye\"\n";
    for (std::string const end : {"\n", "\r\n", "\r"})
        for (std::size_t block : {std::size_t{4}, std::size_t{7}, std::size_t{64}, block_reader::usual_size}) {
            CAPTURE(end.size(), block);
            fixture::folder const in;
            bulk_options how;
            how.block = block;
            auto const read =
                read_kgx({in.file("n.csv", with(of, end)), in.file("e.csv", with(more, end))}, biolink_mapping(), how);
            CHECK(read.report.refused() == 0);
            CHECK(rows<used_for>(fixture::base_of(read)) == lines{"c-1 d-1", "c-2 d-1"});
        }
}

TEST_CASE("an error quotes no more than the beginning of a line", "[bulk][others]") {
    auto const read = ontology("[Term]\nid: T:1\n" + std::string(100'000, 'x') + '\n');
    REQUIRE(read.report.refused() == 1);
    CHECK(read.report.refusals()[0].what.size() < 500);
    fixture::folder const in;
    auto const other = read_kgx({in.file("n.tsv", std::string(100'000, 'y') + "\nz\n")});
    REQUIRE(other.report.refused() >= 1);
    CHECK(other.report.refusals()[0].what.size() < 500);
}

TEST_CASE("an is_a under a condition is left out and counted", "[bulk][others]") {
    for (std::string const modifier : {R"({gci_filler="T:9", gci_relation="part_of"})", R"({gci_relation="part_of"})",
             R"({gci_filler="T:9"})", R"({source="x", gci_relation="part_of", gci_filler="T:9"})",
             R"({gci_relation="part_of", gci_filler="T:9"} ! thing)"}) {
        CAPTURE(modifier);
        auto const read = ontology("[Term]\nid: T:1\nis_a: T:2 " + modifier + "\n\n[Term]\nid: T:2\nis_a: T:1 ! one\n");
        CHECK(rows<is_a>(fixture::base_of(read)) == lines{"t-2 t-1"});
        CHECK(read.report.refused() == 0);
        CHECK(read.report.skipped().size() == 1);
    }
    CHECK(rows<is_a>(fixture::base_of(ontology("[Term]\nid: T:1\nis_a: T:2 {is_inferred=\"true\"} ! x\n\n[Term]\nid: T:2\n"))) ==
          lines{"t-1 t-2"});
}

TEST_CASE("escapes of OBO are what they stand for, in quotes, too", "[bulk][others]") {
    auto const description_of = [](std::string const& def) {
        auto const read = ontology("[Term]\nid: T:1\nname: x\ndef: \"" + def + "\" [X:1]\n");
        auto const kb = fixture::base_of(read);
        return std::string{kb.description(kb.all<cause>()[0])};
    };
    CHECK(description_of(R"(one\ntwo)") == "one two");
    CHECK(description_of(R"(one\ttwo)") == "one two");
    CHECK(description_of(R"(one\Wtwo)") == "one two");
    CHECK(description_of(R"(say \"it\")") == "say \"it\"");
    CHECK(description_of(R"(a\\b, c\: d)") == "a\\b, c: d");
    CHECK(description_of(R"(a\\nb)") == "a\\nb");
    auto const read = ontology("[Term]\nid: T:1\nname: pain\\, burning\\W\\(hand\\) \\{x\\}\n");
    auto const kb = fixture::base_of(read);
    CHECK(kb.name(kb.all<cause>()[0]) == "pain, burning (hand) {x}");
}

TEST_CASE("synonyms of OBO are kept: exact ones as names, others as attributes", "[bulk][others]") {
    auto const read = ontology(
        "[Term]\nid: T:1\nname: ache\nsynonym: \"dolor\" EXACT [X:1]\nsynonym: \"sore\" exact []\nexact_synonym: \"hurt\" []\n"
        "synonym: \"harm\" RELATED []\nsynonym: \"woe\" []\nsynonym: \"feeling\" BROAD []\nsynonym: \"stitch\" NARROW []\n");
    auto const kb = fixture::base_of(read);
    for (auto const name : {"dolor", "sore", "hurt"}) CHECK(find<cause>(kb, name));
    for (auto const name : {"harm", "woe", "feeling", "stitch"}) CHECK_FALSE(find<cause>(kb, name));
    auto const e = id<entity>{kb.all<cause>()[0]};
    CHECK(attribute(kb, e, "obo.related_synonym") == "harm; woe");
    CHECK(attribute(kb, e, "obo.broad_synonym") == "feeling");
    CHECK(attribute(kb, e, "obo.narrow_synonym") == "stitch");
    CHECK(times(read.report.mended(), "synonym that is not exact; kept as an attribute") == 4);
}

TEST_CASE("cross-references are codes by which an entity is found", "[bulk][others]") {
    auto const read = ontology(
        "[Term]\nid: T:1\nname: ache\nxref: MESH:D1 \"a ! b\" {source=\"z\"}\nxref: UMLS_CUI:C1\nxref: ICD10CM:G62.9\n"
        "xref: OMIM:1 {source=\"MONDO:equivalentTo\"}\nxref: url:http\\://example.org\n");
    auto const kb = fixture::base_of(read);
    for (auto const name : {"MESH:D1", "mesh:D1", "D1", "UMLS_CUI:C1", "umls-cui:C1", "ICD10CM:G62.9", "OMIM:1", "T:1"}) {
        CAPTURE(name);
        CHECK(find<cause>(kb, name));
    }
    CHECK(times(read.report.skipped(), "cross-reference that is no code") == 1);
    fixture::folder const in;
    auto const table = read_kgx({in.file("n.tsv", "id\tcategory\tname\txref\nD:1\tbiolink:Disease\tAche\tMESH:D1|UMLS:C1\n")});
    CHECK(find<cause>(fixture::base_of(table), "UMLS:C1"));
}

TEST_CASE("tags and stanzas of OBO that nothing keeps are counted", "[bulk][others]") {
    auto const read = ontology(
        "[Term]\nid: T:1\nname: ache\ncomment: x\nrelationship: part_of T:2\nsubset: s\nsubset: t\n\n[Term]\nid: T:2\n"
        "is_obsolete: true\nis_a: T:1\n\n[Typedef]\nid: part_of\n");
    CHECK(times(read.report.unused(), "tag comment") == 1);
    CHECK(times(read.report.unused(), "tag relationship") == 1);
    CHECK(times(read.report.unused(), "tag subset") == 2);
    CHECK(times(read.report.skipped(), "is_a of an obsolete term") == 1);
    CHECK(times(read.report.skipped(), "node of the category obsolete") == 1);
    CHECK(times(read.report.skipped(), "stanza [Typedef]") == 1);
}

TEST_CASE("a term of an ontology of something else is no cause", "[bulk][others]") {
    auto const read = ontology(
        "[Term]\nid: MONDO:1\nname: ache\n\n[Term]\nid: CHEBI:1\nname: pill\n\n[Term]\nid: GO:1\nname: sensing\n\n"
        "[Term]\nid: UBERON:1\nname: hand\n");
    auto const kb = fixture::base_of(read);
    CHECK(kb.all<cause>().size() == 1);
    CHECK(kb.all<therapy>().size() == 1);
    CHECK(kb.all<mechanism>().size() == 1);
    CHECK(times(read.report.taken(), "nodes Term MONDO as cause") == 1);
    CHECK(times(read.report.taken(), "nodes Term CHEBI as therapy") == 1);
    CHECK(times(read.report.taken(), "nodes Term GO as mechanism") == 1);
    CHECK(times(read.report.skipped(), "node of the category UBERON") == 1);
}

TEST_CASE("a node is found by its id, by the part behind its kind, and with the prefix that others give it", "[bulk][others]") {
    fixture::folder const in;
    auto const read = read_hetionet({in.file("n.tsv",
        "id\tname\tkind\nCompound::DB00996\tGabapentin\tCompound\nDisease::DOID:2377\tmultiple sclerosis\tDisease\n"
        "Gene::9021\tSOCS3\tGene\nSide Effect::C0011991\tDiarrhoea\tSide Effect\n")});
    auto const kb = fixture::base_of(read);
    for (auto const name : {"Compound::DB00996", "DB00996", "DRUGBANK:DB00996", "drugbank:db00996", "compound-db00996"})
        CHECK(find<therapy>(kb, name));
    for (auto const name : {"Disease::DOID:2377", "DOID:2377"}) CHECK(find<cause>(kb, name));
    for (auto const name : {"NCBIGene:9021", "9021"}) CHECK(find<mechanism>(kb, name));
    CHECK(find<outcome>(kb, "UMLS:C0011991"));
}

TEST_CASE("options with another aim than the one asked for are counted", "[bulk][others]") {
    std::string const net =
        "id\tname\tkind\nDisease::1\tAche\tDisease\nCompound::2\tZebrol\tCompound\nSide Effect::1\tRash\tSide Effect\n";
    fixture::folder const in;
    auto const read = read_hetionet({in.file("n.tsv", net),
        in.file("e.tsv", "source\tmetaedge\ttarget\nCompound::2\tCtD\tDisease::1\nCompound::2\tCcSE\tSide Effect::1\n")});
    auto const kb = fixture::base_of(read);
    CHECK(options(kb).empty());
    auto const others = other_aims(kb, *find<cause>(kb, "ache"));
    REQUIRE(others.size() == 1);
    CHECK(others[0].intent == intent::cause_directed);
    CHECK(others[0].options == 1);
}

TEST_CASE("one document of JSON is read as its lists of nodes and edges", "[bulk][others]") {
    std::string const of_nodes =
        R"("nodes":[{"id":"D:1","category":["biolink:Disease"],"name":"Ache {\"}"},
 {"id":"C:1","category":"biolink:Drug","name":"Pill"}])";
    std::string const of_edges = R"("edges":[
 {"subject":"C:1","predicate":"biolink:treats","object":"D:1","publications":["PMID:1"],"deep":{"a":[{"b":1}]}},
 {"subject":"C:1","predicate":"biolink:treats","object":"D:1","negated":"maybe"}])";
    for (auto const& text : {"{" + of_nodes + ",\n" + of_edges + "}", "{" + of_edges + ",\n" + of_nodes + "}\n",
             "{\"meta\":{\"nodes\":[{\"id\":\"X\"}]}," + of_nodes + "," + of_edges + "}"})
        for (std::size_t block : {std::size_t{4}, block_reader::usual_size}) {
            fixture::folder const in;
            bulk_options how;
            how.block = block;
            auto const read = read_kgx({in.file("g.json", text)}, biolink_mapping(), how);
            auto const kb = fixture::base_of(read);
            CHECK(rows<used_for>(kb) == lines{"c-1 d-1"});
            CHECK(find<cause>(kb, "Ache {\"}"));
            CHECK(read.report.node_rows == 2);
            CHECK(read.report.edge_rows == 2);
            CHECK(read.report.refused() == 1);
            CHECK(times(read.report.unused(), "field `deep`") == 1);
        }
}

TEST_CASE("a JSON document that ends in the middle is refused and told to be incomplete", "[bulk][others]") {
    for (std::string const text :
        {R"({"nodes":[{"id":"D:1","category":"biolink:Disease"})", R"({"nodes":[{"id":"D:1)", "", "[1", "nodes"}) {
        CAPTURE(text);
        fixture::folder const in;
        auto const read = read_kgx({in.file("g.json", text)});
        CHECK(read.report.refused() == 1);
        CHECK(read.report.unread == 1);
    }
}

TEST_CASE("tables with the headers of Neo4j are read", "[bulk][others]") {
    fixture::folder const in;
    auto const read = read_kgx({in.file("n.csv",
                                    "id:ID,:LABEL,name:string,synonym:string[]\nD:1,NamedThing;Disease,Ache,dolor;pang\n"
                                    "C:1,Drug,Pill,\n"),
        in.file("e.csv", ":START_ID,:END_ID,:TYPE,negated:boolean\nC:1,D:1,treats,true\n")});
    auto const kb = fixture::base_of(read);
    CHECK(rows<used_for>(kb) == lines{"c-1 d-1"});
    CHECK(kb.every<used_for>()[0].stance == stance::against);
    CHECK(find<cause>(kb, "pang"));
    CHECK(read.report.unused().empty());
}

}  // namespace bulk_others_test
