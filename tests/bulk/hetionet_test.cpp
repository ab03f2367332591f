// SPDX-License-Identifier: BSL-1.0
#include <treatise/bulk/hetionet.hpp>

#include "bulk_fixture.hpp"

#include <treatise/graph/claim_key.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/query/find.hpp>
#include <treatise/query/paths.hpp>
#include <treatise/query/statements.hpp>

#include <set>
#include <string>

namespace bulk_hetionet_test {

using namespace treatise;
using fixture::lines, fixture::rows, fixture::times;

namespace {

std::string const nodes =
    "id\tname\tkind\n"
    "Compound::DB1\tAlphaprofen\tCompound\n"
    "Compound::DB2\tBetaprofen\tCompound\n"
    "Disease::D1\tPain\tDisease\n"
    "Gene::1\tCHAN1\tGene\n"
    "Pharmacologic Class::N1\tChannel blockers\tPharmacologic Class\n"
    "Side Effect::S1\tDizziness\tSide Effect\n"
    "Anatomy::A1\tNerve\tAnatomy\n";

struct hetnet {
    fixture::folder in;
    bulk_result read;

    explicit hetnet(std::string const& edges, std::string const& of = nodes)
        : read{read_hetionet({in.file("nodes.tsv", of), in.file("edges.tsv", "source\tmetaedge\ttarget\n" + edges)})} {}

    knowledge_base base() const { return fixture::base_of(read); }
    bulk_report const& report() const { return read.report; }
};

bulk_result const& open_hetionet() {
    static bulk_result const read =
        read_hetionet({fixture::shared("hetionet-open/nodes.tsv.gz"), fixture::shared("hetionet-open/edges.tsv.gz")});
    return read;
}

}  // namespace

TEST_CASE("a compound that treats a disease is used for it, directed at the cause", "[bulk][hetionet]") {
    hetnet const net{"Compound::DB1\tCtD\tDisease::D1\n"};
    auto const kb = net.base();
    REQUIRE(rows<used_for>(kb) == lines{"compound-db1 disease-d1"});
    auto const c = kb.every<used_for>()[0];
    CHECK(c.carries->intent == intent::cause_directed);
    CHECK(c.stance == stance::in_favour);
}

TEST_CASE("a compound that palliates a disease is used for its symptoms", "[bulk][hetionet]") {
    hetnet const net{"Compound::DB1\tCpD\tDisease::D1\n"};
    CHECK(net.base().every<used_for>()[0].carries->intent == intent::symptomatic);
}

TEST_CASE("the place of an imported claim is its metaedge, in words", "[bulk][hetionet]") {
    hetnet const net{"Compound::DB1\tCpD\tDisease::D1\n"};
    auto const kb = net.base();
    CHECK(kb[kb.every<used_for>()[0].said->place] == "CpD: compound palliates disease");
}

TEST_CASE("a bound gene is a mechanism, and a gene of a disease is implicated in it", "[bulk][hetionet]") {
    hetnet const net{"Compound::DB1\tCbG\tGene::1\nDisease::D1\tDaG\tGene::1\n"};
    auto const kb = net.base();
    CHECK(rows<acts_by>(kb) == lines{"compound-db1 gene-1"});
    CHECK(rows<implicated_in>(kb) == lines{"gene-1 disease-d1"});
}

TEST_CASE("a side effect is an undesirable outcome", "[bulk][hetionet]") {
    hetnet const net{"Compound::DB1\tCcSE\tSide Effect::S1\n"};
    auto const kb = net.base();
    REQUIRE(rows<affects>(kb) == lines{"compound-db1 side-effect-s1"});
    CHECK(kb.details(*find<outcome>(kb, "Dizziness")).valence == valence::undesirable);
    CHECK(kb.every<affects>()[0].carries->statistic == statistic::narrative);
}

TEST_CASE("the class of a compound is its class and its row", "[bulk][hetionet]") {
    hetnet const net{"Pharmacologic Class::N1\tPCiC\tCompound::DB1\n"};
    auto const kb = net.base();
    CHECK(rows<member_of>(kb) == lines{"compound-db1 pharmacologic-class-n1"});
    CHECK(rows<listed_under>(kb) == lines{"compound-db1 pharmacologic-class-n1"});
}

TEST_CASE("a compound in several classes stands under the first by name and is a member of all", "[bulk][hetionet]") {
    hetnet const net{"Pharmacologic Class::N1\tPCiC\tCompound::DB1\nPharmacologic Class::N2\tPCiC\tCompound::DB1\n",
        nodes + "Pharmacologic Class::N2\tanalgesics\tPharmacologic Class\n"};
    auto const kb = net.base();
    CHECK(rows<member_of>(kb).size() == 2);
    CHECK(rows<listed_under>(kb) == lines{"compound-db1 pharmacologic-class-n2"});
    CHECK(times(net.report().mended(), "therapy in several classes; its row is the first by name") == 1);
}

TEST_CASE("a compound in no class is listed without a row", "[bulk][hetionet]") {
    hetnet const net{"Compound::DB2\tCpD\tDisease::D1\n"};
    auto const kb = net.base();
    auto const listed = candidates(kb, *find<cause>(kb, "Pain"));
    REQUIRE(listed.size() == 1);
    CHECK_FALSE(row_of(kb, listed[0].option));
}

TEST_CASE("an entity is found by its id in the data set", "[bulk][hetionet]") {
    hetnet const net{""};
    auto const kb = net.base();
    auto const found = find<therapy>(kb, "Compound::DB1");
    REQUIRE(found);
    CHECK(kb.name(*found) == "Alphaprofen");
}

TEST_CASE("categories and predicates without a rule are skipped and counted, with the first line", "[bulk][hetionet]") {
    hetnet const net{"Compound::DB1\tCpD\tDisease::D1\nDisease::D1\tDlA\tAnatomy::A1\nDisease::D1\tDlA\tAnatomy::A1\n"};
    (void)net.base();
    CHECK(times(net.report().skipped(), "node of the category Anatomy") == 1);
    CHECK(times(net.report().skipped(), "row with the predicate DlA") == 2);
    for (auto const& s : net.report().skipped())
        if (s.what == "row with the predicate DlA") CHECK(s.first.line == 3);
}

TEST_CASE("a row between kinds that its rule does not join is skipped", "[bulk][hetionet]") {
    hetnet const net{"Gene::1\tCtD\tDisease::D1\n"};
    CHECK(net.base().claim_count() == 0);
    CHECK(times(net.report().skipped(), "row between ends that no rule takes, with the predicate CtD") == 1);
}

TEST_CASE("repeated rows are one claim", "[bulk][dirty]") {
    hetnet const net{"Compound::DB1\tCpD\tDisease::D1\nCompound::DB1\tCpD\tDisease::D1\nCompound::DB1\tCpD\tDisease::D1\n"};
    CHECK(net.base().claim_count() == 1);
    CHECK(times(net.report().mended(), "repeated row of a claim; kept once") == 2);
}

TEST_CASE("rows with different metaedges between the same ends are parallel claims", "[bulk][dirty]") {
    hetnet const net{"Compound::DB1\tCpD\tDisease::D1\nCompound::DB1\tCtD\tDisease::D1\n"};
    auto const kb = net.base();
    REQUIRE(kb.claim_count() == 2);
    std::set<std::string> ids;
    for (auto c : kb.claims()) ids.insert(claim_key_of(kb, c));
    CHECK(ids.size() == 2);
}

TEST_CASE("a node that no file declares takes the kind that its row asks for", "[bulk][dirty]") {
    hetnet const net{"Compound::DB9\tCtD\tDisease::D9\n"};
    auto const kb = net.base();
    CHECK(rows<used_for>(kb) == lines{"compound-db9 disease-d9"});
    CHECK(kb.name(*find<therapy>(kb, "compound-db9")) == "Compound::DB9");
    CHECK(times(net.report().mended(), "undeclared node; taken as a therapy by its first row") == 1);
    CHECK(times(net.report().mended(), "undeclared node; taken as a cause by its first row") == 1);
}

TEST_CASE("one id with several names keeps the first as its name and finds it by the others", "[bulk][dirty]") {
    hetnet const net{"", nodes + "Compound::DB1\tAlpha-P\tCompound\n"};
    auto const kb = net.base();
    auto const found = find<therapy>(kb, "Alpha-P");
    REQUIRE(found);
    CHECK(kb.name(*found) == "Alphaprofen");
    CHECK(times(net.report().mended(), "id with a second name; kept as a synonym") == 1);
}

TEST_CASE("NA is no value: such a node is called by its id", "[bulk][dirty]") {
    hetnet const net{"", nodes + "Compound::DB3\tNA\tCompound\n"};
    CHECK(net.base().name(*find<therapy>(net.base(), "Compound::DB3")) == "Compound::DB3");
    CHECK(times(net.report().mended(), "node without a name; called by its id") == 1);
}

TEST_CASE("a file that ends without a line break loses nothing", "[bulk][dirty]") {
    hetnet const net{"Compound::DB1\tCpD\tDisease::D1\nCompound::DB2\tCpD\tDisease::D1"};
    CHECK(net.base().claim_count() == 2);
}

TEST_CASE("lines may end as on Windows, and a byte order mark is no part of the header", "[bulk][dirty]") {
    fixture::folder const in;
    auto const read = read_hetionet(
        {in.file("nodes.tsv", "\xef\xbb\xbfid\tname\tkind\r\nCompound::DB1\tAlpha\tCompound\r\nDisease::D1\tPain\tDisease\r\n"),
            in.file("edges.tsv", "source\tmetaedge\ttarget\r\nCompound::DB1\tCtD\tDisease::D1\r\n")});
    CHECK(rows<used_for>(fixture::base_of(read)) == lines{"compound-db1 disease-d1"});
}

TEST_CASE("names keep their letters in any script", "[bulk][dirty]") {
    hetnet const net{"", nodes + "Disease::D2\tMénière's disease, メニエール病\tDisease\n"};
    CHECK(find<cause>(net.base(), "Ménière's disease, メニエール病"));
}

TEST_CASE("bytes that are no UTF-8 are replaced and counted", "[bulk][dirty]") {
    hetnet const net{"", nodes + "Disease::D2\tM\xe9ni\xe8re\tDisease\n"};
    CHECK(net.base().name(*find<cause>(net.base(), "Disease::D2")) == "M\xef\xbf\xbdni\xef\xbf\xbdre");
    CHECK(times(net.report().mended(), "text that is no UTF-8 on one line") == 1);
}

TEST_CASE("quoted commas in a comma-separated file are part of the name", "[bulk][dirty]") {
    fixture::folder const in;
    auto const read = read_hetionet({in.file("nodes.csv", "id,name,kind\nCompound::DB1,\"1,2-thing \"\"X\"\"\",Compound\n")});
    CHECK(find<therapy>(fixture::base_of(read), "1,2-thing \"X\""));
}

TEST_CASE("a row that lacks a column is refused with its line", "[bulk][dirty]") {
    hetnet const net{"Compound::DB1\tCpD\tDisease::D1\nCompound::DB1\tCpD\n"};
    CHECK(net.base().claim_count() == 1);
    REQUIRE(net.report().refused() == 1);
    CHECK(net.report().refusals()[0].where.line == 3);
    CHECK(net.report().refusals()[0].what == "has 2 columns; expected 3");
}

TEST_CASE("a row from a node to itself is refused", "[bulk][dirty]") {
    hetnet const net{"Disease::D1\tCtD\tDisease::D1\n"};
    CHECK(net.base().claim_count() == 0);
    CHECK(net.report().refused() == 1);
}

TEST_CASE("a file that is not there is refused, and the others are read", "[bulk][dirty]") {
    fixture::folder const in;
    auto const read = read_hetionet({in.file("nodes.tsv", nodes), in / "absent.tsv"});
    CHECK(fixture::base_of(read).entity_count() > 5);
    REQUIRE(read.report.refused() >= 1);
    CHECK(read.report.refusals()[0].what == "is not there");
}

TEST_CASE("a table without the columns that are needed says which it has", "[bulk][dirty]") {
    fixture::folder const in;
    auto const read = read_hetionet({in.file("nodes.tsv", "ident\tname\n1\tx\n")});
    REQUIRE(read.report.refused() == 1);
    CHECK(read.report.refusals()[0].what.find("has no column `id`, `kind`; its header has ident, name") == 0);
}

TEST_CASE("keys stay apart where ids differ only in signs", "[bulk][dirty]") {
    hetnet const net{"", "id\tname\tkind\nA:1\tOne\tGene\nA_1\tTwo\tGene\na-1\tThree\tGene\n"};
    CHECK(net.base().all<mechanism>().size() == 3);
}

TEST_CASE("a report counts one node, row, entity, claim and edge in the singular", "[bulk][report]") {
    bulk_report one;
    one.node_rows = one.edge_rows = one.entities = one.claims = one.structure = 1;
    CHECK(to_string(one) == "read 1 node and 1 row\nmapped 1 entity, 1 claim and 1 edge of structure\n");
    bulk_report many;
    many.claims = 1234;
    CHECK(to_string(many) == "read 0 nodes and 0 rows\nmapped 0 entities, 1,234 claims and 0 edges of structure\n");
}

TEST_CASE("the report prints what was read, skipped, mended and refused", "[bulk][report]") {
    hetnet const net{"Compound::DB1\tCpD\tDisease::D1\nCompound::DB1\tCpD\n"};
    (void)net.base();
    auto const text = to_string(net.report());
    CHECK(text.find("read 7 nodes and 2 rows\nmapped ") == 0);
    CHECK(text.find("refused 1\n  ") != text.npos);
    CHECK(text.find("edges.tsv:3:1: has 2 columns; expected 3") != text.npos);
}

TEST_CASE("the report prints the first refusals and counts the rest", "[bulk][report]") {
    std::string edges;
    for (int i = 0; i != 500; ++i) edges += "x\n";
    hetnet const net{edges};
    CHECK(net.report().refused() == 500);
    CHECK(net.report().refusals().size() == bulk_report::most_kept);
    CHECK(to_string(net.report(), 3).find("  and 497 more\n") != std::string::npos);
}

TEST_CASE("progress counts the bytes of all files up to the last", "[bulk][progress]") {
    fixture::folder const in;
    std::vector<std::string> const paths{in.file("nodes.tsv", nodes), in.file("edges.tsv", "source\tmetaedge\ttarget\n")};
    std::uint64_t last = 0, all = 0;
    bool rises = true;
    bulk_options how;
    how.progress = [&](bulk_progress const& p) {
        rises = rises && p.bytes >= last;
        last = p.bytes, all = p.of_bytes;
    };
    (void)read_hetionet(paths, hetionet_mapping(), how);
    CHECK(rises);
    CHECK(last == all);
    CHECK(all == nodes.size() + 23);
}

TEST_CASE("one thread and many read the same base", "[bulk][threads]") {
    std::string edges, more = nodes;
    for (int i = 0; i != 60'000; ++i) {
        auto const n = std::to_string(i * 7919 % 1000);
        if (i % 3 == 0) more += "Gene::g" + n + "\tgene " + n + "\tGene\n";
        edges += "Compound::DB" + std::to_string(i % 400) + "\tCbG\tGene::g" + n + '\n';
        if (i % 100 == 0) edges += "Disease::new" + n + "\tDaG\tGene::g" + n + '\n';
    }
    fixture::folder const in;
    std::vector<std::string> const paths{in.file("nodes.tsv", more), in.file("edges.tsv", "source\tmetaedge\ttarget\n" + edges)};
    auto const read = [&](unsigned threads) {
        bulk_options how;
        how.threads = threads, how.block = 1u << 14;
        return read_hetionet(paths, hetionet_mapping(), how);
    };
    auto const one = read(1), many = read(7);
    CHECK(rows<acts_by>(fixture::base_of(one)) == rows<acts_by>(fixture::base_of(many)));
    CHECK(rows<implicated_in>(fixture::base_of(one)) == rows<implicated_in>(fixture::base_of(many)));
    CHECK(to_string(one.report) == to_string(many.report));
}

TEST_CASE("the open part of Hetionet comes in whole", "[bulk][hetionet][shared]") {
    if (!fixture::has_shared()) return;
    auto const& read = open_hetionet();
    auto const kb = fixture::base_of(read);
    CHECK(read.report.node_rows == 18'263);
    CHECK(read.report.edge_rows == 116'060);
    CHECK(read.report.refused() == 0);
    CHECK(kb.all<cause>().size() == 137);
    CHECK(kb.all<therapy>().size() == 1'176);
    CHECK(kb.all<therapy_class>().size() == 345);
    CHECK(kb.all<mechanism>().size() == 13'970);
    CHECK(kb.every<used_for>().size() == 755 + 390);
    CHECK(kb.every<acts_by>().size() == 2'219);
    CHECK(kb.every<implicated_in>().size() == 4'439 + 7'731 + 7'623);
    CHECK(kb.every<member_of>().size() == 1'029);
}

TEST_CASE("the claims of Hetionet name a source for each licence", "[bulk][hetionet][shared]") {
    if (!fixture::has_shared()) return;
    auto const kb = fixture::base_of(open_hetionet());
    std::set<std::string> licences;
    for (auto s : kb.all<source>()) licences.insert(std::string{kb[kb.details(s).licence]});
    CHECK(licences == std::set<std::string>{"CC BY 3.0", "CC BY 4.0", "CC0 1.0"});
}

TEST_CASE("what palliates multiple sclerosis is what Hetionet says", "[bulk][hetionet][shared]") {
    if (!fixture::has_shared()) return;
    auto const kb = fixture::base_of(open_hetionet());
    auto const asked = find<cause>(kb, "multiple sclerosis");
    REQUIRE(asked);
    std::set<std::string> names;
    for (auto const& c : candidates(kb, *asked)) names.insert(std::string{kb.name(c.option)});
    for (auto const n : {"Amitriptyline", "Carbamazepine", "Gabapentin", "Nortriptyline", "Pregabalin"}) CHECK(names.contains(n));
}

TEST_CASE("a path of Hetionet leads from a compound over a gene to a disease", "[bulk][hetionet][shared]") {
    if (!fixture::has_shared()) return;
    auto const kb = fixture::base_of(open_hetionet());
    std::size_t found = 0;
    for (auto const& c : kb.every<used_for>()) found += paths(kb, c.subject, c.object).size();
    CHECK(found > 0);
}

TEST_CASE("rows with a rule and without may stand in any order", "[bulk][hetionet]") {
    std::string edges;
    for (int i = 0; i != 100; ++i) {
        auto const n = std::to_string(i);
        edges += "Disease::D1\tDlA\tAnatomy::A1\nCompound::c" + n + "\tCpD\tDisease::D1\nCompound::c" + n + "\tCbG\tGene::1\n";
        if (i % 7 == 0) edges += "short\n\nCompound::c" + n + "\tCcSE\tSide Effect::S1\nDisease::D1\tDpS\tSymptom::1\n";
    }
    hetnet const net{edges};
    auto const kb = net.base();
    CHECK(kb.every<used_for>().size() == 100);
    CHECK(kb.every<acts_by>().size() == 100);
    CHECK(kb.every<affects>().size() == 15);
    CHECK(times(net.report().skipped(), "row with the predicate DlA") == 100);
    CHECK(times(net.report().skipped(), "row with the predicate DpS") == 15);
    CHECK(net.report().refused() == 15);
    CHECK(net.report().refusals()[1].where.line == 2 + 3 * 8 + 4);
    CHECK(net.report().edge_rows == 100 * 3 + 15 * 3);
}

}  // namespace bulk_hetionet_test
