// SPDX-License-Identifier: BSL-1.0
// Public graphs of others, imported, against an independent count by a program in another language.
#include <treatise/bulk/drugmechdb.hpp>
#include <treatise/bulk/hetionet.hpp>
#include <treatise/bulk/kgx.hpp>
#include <treatise/bulk/mapping_toml.hpp>
#include <treatise/bulk/obo.hpp>
#include <treatise/bulk/pharmacotherapydb.hpp>

#include "bulk_fixture.hpp"

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

namespace bulk_counts_test {

using namespace treatise;
using fixture::lines, fixture::shared, fixture::times;

namespace {

/// What was imported, in the words of the independent count.
class counted {
    lines& lines_;
    std::string data_;

public:
    counted(lines& to, std::string data) : lines_{to}, data_{std::move(data)} {}
    counted& operator()(std::string const& what, std::uint64_t count) {
        lines_.push_back(data_ + ", " + what + ", " + std::to_string(count));
        return *this;
    }
};

std::uint64_t all_of(std::vector<bulk_report::count> const& counts, std::string_view beginning) {
    std::uint64_t n = 0;
    for (auto const& c : counts)
        if (c.what.starts_with(beginning)) n += c.times;
    return n;
}
std::uint64_t codes_of(knowledge_base const& kb, std::string_view but, std::string_view only = {}) {
    std::uint64_t n = 0;
    for (auto e : kb.all<cause>())
        for (auto const& c : kb.codes(id<entity>{e})) {
            auto const system = kb.key(c.system);
            n += only.empty() ? system != but && !system.ends_with("-retired-id") : system == only;
        }
    return n;
}
bulk_result table_with(std::string const& mapping, std::string const& file) {
    auto rules = read_mapping({"m.toml", mapping}, biolink_mapping());
    if (!rules) FAIL(report(rules.error()));
    return read_kgx({shared(file)}, *rules);
}

void graphs(lines& to) {
    {
        auto const read = read_hetionet({shared("hetionet-open/nodes.tsv.gz"), shared("hetionet-open/edges.tsv.gz")});
        auto const kb = fixture::base_of(read);
        counted{to, "hetionet"}("nodes", read.report.node_rows)("rows", read.report.edge_rows)(
            "entities of its nodes", read.report.entities)("claims", kb.claim_count())(
            "rows left out", all_of(read.report.skipped(), "row "))("memberships", kb.every<member_of>().size());
    }
    {
        auto const read = read_pharmacotherapydb({shared("pharmacotherapydb/indications.tsv")});
        auto const kb = fixture::base_of(read);
        std::uint64_t against = 0;
        for (auto const& u : kb.every<used_for>()) against += u.stance == stance::against;
        counted{to, "pharmacotherapydb"}("rows", read.report.edge_rows)("claims", kb.claim_count())("claims against", against)(
            "therapies", kb.all<therapy>().size())("causes", kb.all<cause>().size());
    }
    {
        auto const read = read_obo({shared("disease-ontology/HumanDO.obo.gz")});
        auto const kb = fixture::base_of(read);
        counted{to, "disease-ontology"}("terms", read.report.node_rows)("causes", kb.all<cause>().size())(
            "is_a", kb.every<is_a>().size())("cross-references", codes_of(kb, "doid-id"))(
            "retired ids", codes_of(kb, {}, "doid-retired-id"))(
            "synonyms not exact", times(read.report.mended(), "synonym that is not exact; kept as an attribute"));
    }
}
void tables(lines& to) {
    {
        auto const read = read_drugmechdb({shared("drugmechdb/indication_paths.yaml.gz")});
        auto const paths = times(read.report.taken(), "rows indication as used_for");
        counted{to, "drugmechdb"}("paths", paths)("links", read.report.edge_rows - paths);
    }
    {
        auto const read = read_kgx({shared("kgx-samples/graph_nodes.tsv"), shared("kgx-samples/graph_edges.tsv")});
        counted{to, "kgx-samples"}("nodes", read.report.node_rows)("rows", read.report.edge_rows)(
            "nodes declared again", times(read.report.mended(), "node declared again; what is new is added"))(
            "entities", read.report.entities)("rows left out", all_of(read.report.skipped(), "row "));
    }
    {
        auto const read = table_with(
            "[columns]\nsubject = \"drugbank_id\"\nsubject_name = \"drugbank_name\"\nsubject_category = {value = \"Drug\"}\n"
            "predicate = {value = \"stands in\"}\nobject = \"class_id\"\nobject_name = \"class_name\"\n"
            "object_category = {value = \"Class\"}\n[[category]]\nnames = [\"Class\"]\nkind = \"therapy_class\"\n"
            "[[predicate]]\nnames = [\"stands in\"]\nrelation = \"member_of\"\n",
            "drugcentral/drug-to-class.tsv.gz");
        auto const kb = fixture::base_of(read);
        counted{to, "drugcentral"}("rows", read.report.edge_rows)("memberships", kb.every<member_of>().size())(
            "therapies", kb.all<therapy>().size())("classes", kb.all<therapy_class>().size());
    }
    {
        auto const read = table_with(
            "[columns]\nsubject = \"drugbank_id\"\nsubject_name = \"drugbank_name\"\nsubject_category = {value = \"Drug\"}\n"
            "predicate = {value = \"targets\"}\nobject = \"GeneID\"\nobject_category = {value = \"Gene\"}\n"
            "qualifiers = [\"actions\"]\n[[predicate]]\nnames = [\"targets\"]\nrelation = \"acts_by\"\n",
            "drugcentral/targets.tsv.gz");
        auto const kb = fixture::base_of(read);
        counted{to, "drugcentral-targets"}("rows", read.report.edge_rows)("pairs", kb.claim_count());
    }
    {
        auto const read = table_with(
            "[columns]\nsubject = \"label\"\nsubject_category = {value = \"Drug\"}\npredicate = \"section\"\nobject = \"term\"\n"
            "object_category = {value = \"Reaction\"}\n[[category]]\nnames = [\"Reaction\"]\nkind = \"outcome\"\n"
            "valence = \"undesirable\"\n[[predicate]]\nnames = [\"*\"]\nrelation = \"affects\"\nstatistic = \"narrative\"\n",
            "fda-label-adr/adr.tsv.gz");
        auto const kb = fixture::base_of(read);
        counted{to, "fda-label-adr"}("rows", read.report.edge_rows)("labels", kb.all<therapy>().size())(
            "claims", kb.claim_count());
    }
}

}  // namespace

TEST_CASE("what is imported of eight public files is what an independent program counts in them", "[bulk][others][shared]") {
    if (!fixture::has_shared()) return;
    if (std::system("python3 --version >/dev/null 2>&1") != 0) {
        WARN("skipped: python3 is not here");
        SUCCEED();
        return;
    }
    fixture::folder const in;
    auto const answers = in / "counts.txt";
    REQUIRE(std::system(("python3 '" TREATISE_SOURCE_DIR "/tests/bulk/independent_counts.py' '" TREATISE_SHARED_DIR "/data' > '" +
                         answers + '\'')
                    .c_str()) == 0);
    lines theirs, ours;
    std::istringstream text{fixture::text_of(answers)};
    for (std::string line; std::getline(text, line);) theirs.push_back(line);
    graphs(ours);
    tables(ours);
    REQUIRE(theirs.size() > 30);
    CHECK(ours == theirs);
}

}  // namespace bulk_counts_test
