// SPDX-License-Identifier: BSL-1.0
#include <treatise/bulk/mapping_toml.hpp>

#include "bulk_fixture.hpp"

#include <treatise/bulk/hetionet.hpp>
#include <treatise/query/find.hpp>

#include <string>

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
        for (auto const& c : rules.categories) REQUIRE(c.kind < kinds::size);
        for (auto const& p : rules.predicates)
            if (p.relation != relations::size)
                with_type(relations{}, p.relation, [&]<class R>() {
                    typename R::payload row{};
                    for (auto const& [field, words] : p.carries) CHECK(bulk_detail::field_from(b, row, field, words) == "");
                });
    }
}

}  // namespace bulk_mapping_test
