// SPDX-License-Identifier: BSL-1.0
#include <treatise/bulk/drugmechdb.hpp>
#include <treatise/bulk/export_kgx.hpp>
#include <treatise/bulk/hetionet.hpp>
#include <treatise/bulk/kgx.hpp>
#include <treatise/bulk/mapping_toml.hpp>
#include <treatise/bulk/obo.hpp>
#include <treatise/bulk/pharmacotherapydb.hpp>

#include "bulk_fixture.hpp"

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace bulk_damage_test {

using namespace treatise;
using fixture::lines;

// Files that are cut anywhere and files with broken bytes: every reader makes a base of what it can read, and says the rest.

namespace {

using text_files = std::vector<std::pair<std::string, std::string>>;  ///< names and texts
using reader = bulk_result (*)(lines const&, mapping_rules, bulk_options const&);

struct sample {
    reader read;
    mapping_rules (*rules)();
    text_files files;
    bool own = false;  ///< what an export wrote: it must be whole, else it may come back as problems
};

std::vector<sample> samples() {
    text_files const net{
        {"nodes.tsv", "id\tname\tkind\nC1\tAlpha\tCompound\nD1\tPain\tDisease\nP1\tClass\tPharmacologic Class\n"},
        {"edges.tsv",
            "source\tmetaedge\ttarget\tlicense\nC1\tCtD\tD1\tCC0\nP1\tPCiC\tC1\t\nC9\tCpD\tD1\tCC BY\nD1\tDlA\tA1\tNA\n"}};
    std::string const csv = "id,name,kind\nC1,\"Al,\"\"pha\nbet\",Compound\nD1,Schm\xc3\xa9rz,Disease\n";
    text_files const kgx{{"n.tsv", "id\tcategory\tname\tsynonym\nA:1\tbiolink:Drug\talpha\ta|b\nM:1\tbiolink:Disease\tpain\t\n"},
        {"e.tsv",
            "subject\tpredicate\tobject\tnegated\tpublications\nA:1\tbiolink:treats\tM:1\tTrue\tPMID:1|PMID:2\n"
            "M:2\tbiolink:subclass_of\tM:1\t\t\n"}};
    text_files const json{{"n.jsonl", R"({"id":"A:1","category":["biolink:Drug"],"name":"\u03b1"}
{"id":"M:1","category":"Disease","synonym":["x"]})"},
        {"e.jsonl", R"({"subject":"A:1","predicate":"biolink:treats","object":"M:1","negated":false,"publications":["a"]})"}};
    text_files const obo{{"x.obo",
        "ontology: doid\ndate: 1\n\n[Term]\nid: D:1\nname: pain\nsynonym: \"ache\" EXACT []\n\n[Term]\n"
        "id: D:2\nname: b\\\\c\ndef: \"d \\\"e\\\"\" [f]\nalt_id: D:3\nis_a: D:1 ! pain\n"}};
    text_files const paths{{"x.yaml",
        "---\ngraph: {_id: P, drug_mesh: M:1, disease_mesh: M:2}\nlinks:\n"
        "- {key: affects, source: M:1, target: U:1}\n- {key: causes, source: U:1, target: M:2}\n"
        "nodes:\n- {id: M:1, label: Drug, name: a}\n- {id: U:1, label: Protein, name: g}\n"
        "- {id: M:2, label: Disease, name: b}\n---\n- &a [*a]\n"}};
    text_files const rows{
        {"i.tsv", "doid_id\tdrugbank_id\tdisease\tdrug\tcategory\nD:1\tB1\tpain\talpha\tDM\nD:1\tB2\tpain\tbeta\tNOT\n"}};
    std::vector<sample> all{{read_hetionet, hetionet_mapping, net}, {read_hetionet, hetionet_mapping, {{"nodes.csv", csv}}},
        {read_kgx, biolink_mapping, kgx}, {read_kgx, biolink_mapping, json}, {read_obo, obo_mapping, obo},
        {read_drugmechdb, drugmechdb_mapping, paths}, {read_pharmacotherapydb, pharmacotherapydb_mapping, rows}};
    builder b;
    b.base({b.text("odd"), b.text("Odd"), b.text("1"), b.text("e"), b.text("n"), date{2024, 10, 1}});
    source_details trial;
    trial.kind = source_kind::trial, trial.title = b.text("T"), trial.authors = b.text("A"), trial.published = {2020, 0, 0};
    auto const source_of_it = b.add<source>({"s", "S"}, trial);
    auto const pain = b.add<cause>({"pain", "Pain"});
    auto const alpha = b.add<therapy>({"alpha", "Alpha"});
    attribution said;
    said.source = source_of_it, said.place = b.text("p. 1"), said.checked = date::unstated();
    b.claim<used_for>(alpha, pain, said, {"c-one"}, {});
    auto const base = freeze(b);
    if (!base) FAIL(report(base.error()));
    fixture::folder const in;
    REQUIRE_FALSE(export_kgx(base->view(), in / "").error);
    all.push_back({read_kgx, biolink_mapping,
        {{"n.tsv", fixture::text_of(in / "nodes.tsv")}, {"e.tsv", fixture::text_of(in / "edges.tsv")}}, true});
    return all;
}

void survives(sample const& s, fixture::folder const& in, text_files const& files) {
    lines paths;
    for (auto const& [name, text] : files) paths.push_back(in.file(name, text));
    bulk_options how;
    how.threads = 2, how.block = 64;
    auto const read = s.read(paths, s.rules(), how);
    for (auto const& r : read.report.refusals()) {
        CHECK_FALSE(r.what.empty());
        CHECK(std::find(paths.begin(), paths.end(), r.where.file) != paths.end());
    }
    CHECK_FALSE(to_string(read.report).empty());
    if (!read.made) {
        if (!s.own) CHECK(report(read.made.error()) == "");
        CHECK_FALSE(read.made.error().empty());
        return;
    }
    auto const kb = read.made->view();
    for (std::uint32_t e = 0; e != kb.entity_count(); ++e)
        if (!is_clean(kb.name(id<entity>::from_number(e))) || kb.key(id<entity>::from_number(e)).empty()) CHECK(s.own);
}

}  // namespace

TEST_CASE("files that end anywhere make a base of what stands before", "[bulk][damage]") {
    fixture::folder const in;
    for (auto const& s : samples())
        for (std::size_t which = 0; which != s.files.size(); ++which) {
            auto files = s.files;
            auto const& whole = s.files[which].second;
            std::size_t const step = s.own ? 29 : 1;
            for (std::size_t n = 0; n <= whole.size(); n += step) {
                INFO(s.files[which].first << " cut behind " << n);
                files[which].second = whole.substr(0, n);
                survives(s, in, files);
            }
        }
}

TEST_CASE("files with broken bytes, lost and doubled pieces make a base of what is left", "[bulk][damage]") {
    fixture::folder const in;
    auto const all = samples();
    for (std::uint32_t seed = 0; seed != 800; ++seed) {
        INFO("seed " << seed);
        std::mt19937 d{seed};
        auto const& s = all[seed % all.size()];
        auto files = s.files;
        for (auto n = 1 + d() % 4; n != 0; --n) {
            auto& text = files[d() % files.size()].second;
            if (text.empty()) continue;
            auto const at = d() % text.size();
            switch (d() % 6) {
                case 0: text[at] = static_cast<char>(d()); break;
                case 1: text.erase(at, d() % 30); break;
                case 2: text.insert(at, std::string(1 + d() % 3, "\t\n\r\"|,:\0\xff\x1b"[d() % 10])); break;
                case 3: text.insert(at, text.substr(d() % text.size(), d() % 80)); break;
                case 4: text.insert(at, "NA"); break;
                default: text.resize(at);
            }
        }
        survives(s, in, files);
    }
}

TEST_CASE("a mapping file that ends anywhere is rules or a list of what is wrong", "[bulk][damage]") {
    std::string const whole =
        "only = false\n[dataset]\nkey = 'x'\npublished = '2024-01'\n[[category]]\nnames = ['Gene']\nkind = 'mechanism'\nalso = "
        "['outcome']\nvalence = 'undesirable'\n[[predicate]]\nnames = 'CtD'\nrelation = 'used_for'\nintent = 'symptomatic'\n";
    for (std::size_t n = 0; n <= whole.size(); ++n) {
        auto const rules = read_mapping({"m.toml", whole.substr(0, n)}, hetionet_mapping());
        if (rules) continue;
        CHECK_FALSE(rules.error().empty());
        for (auto const& p : rules.error()) CHECK(p.where.file == "m.toml");
    }
}

}  // namespace bulk_damage_test
