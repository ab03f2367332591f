// SPDX-License-Identifier: BSL-1.0
#include <treatise/bulk/drugmechdb.hpp>
#include <treatise/bulk/hetionet.hpp>
#include <treatise/bulk/kgx.hpp>
#include <treatise/bulk/mapping_toml.hpp>
#include <treatise/bulk/obo.hpp>

#include "bulk_fixture.hpp"

#include <treatise/model/limits.hpp>

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#if __has_include(<sys/stat.h>)
#include <sys/stat.h>
#endif

namespace bulk_limits_test {

using namespace treatise;

namespace {

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

std::string const nodes = "id\tcategory\tname\nCHEBI:1\tbiolink:Drug\talphaprofen\nMONDO:1\tbiolink:Disease\tpain\n";
std::string const edges = "subject\tpredicate\tobject\n";
std::string const treats = "CHEBI:1\tbiolink:treats\tMONDO:1\n";

/// One path as a document, with something more in it; the first line is 1.
std::string path_with(std::string const& more, std::string const& id = "P_1") {
    return "graph: {_id: " + id + ", drug_mesh: MESH:1, disease_mesh: MESH:2}\nlinks: []\nnodes:\n" +
           "- {id: MESH:1, label: Drug, name: alphaprofen}\n- {id: MESH:2, label: Disease, name: pain}\n" + more;
}

struct mechanisms {
    bulk_result read;
    explicit mechanisms(std::string const& text) : read{of(text)} {}
    static bulk_result of(std::string const& text) {
        fixture::folder const in;
        return read_drugmechdb({in.file("x.yaml", text)});
    }
    std::size_t claims() const { return fixture::base_of(read).every<used_for>().size(); }
    /// "line: what" of the only refusal; empty where there is none.
    std::string refused() const {
        if (read.report.refused() == 0) return {};
        REQUIRE(read.report.refused() == 1);
        return std::to_string(read.report.refusals()[0].where.line) + ": " + read.report.refusals()[0].what;
    }
};

/// What is said of a file that stands among the edges.
std::string refusal_of(std::string const& bytes, std::string const& name = "edges.tsv") {
    fixture::folder const in;
    auto const read = read_kgx({in.file("nodes.tsv", nodes), in.file(name, bytes)});
    CHECK(fixture::base_of(read).every<used_for>().empty());
    return read.report.refusals().empty() ? std::string{} : read.report.refusals()[0].what;
}

}  // namespace

// Lines.

TEST_CASE("A line as long as the limit is read, one byte more is refused with its line", "[bulk][limits]") {
    fixture::folder const in;
    auto const node = [](std::size_t bytes) {
        std::string line = "CHEBI:2\tbiolink:Drug\t";
        return line + std::string(bytes - line.size(), 'a') + "\n";
    };
    for (auto const* end : {"", "CHEBI:3\tbiolink:Drug\tbetaprofen\n"}) {
        auto const just = read_kgx({in.file("nodes.tsv", nodes + node(limits::line_bytes) + end), in.file("e.tsv", edges)});
        CHECK(just.report.refused() == 0);
        CHECK(just.report.node_rows == (*end ? 4u : 3u));
        auto const over = read_kgx({in.file("nodes.tsv", nodes + node(limits::line_bytes + 1) + end), in.file("e.tsv", edges)});
        REQUIRE(over.report.refused() == 1);
        CHECK(over.report.refusals()[0].where.line == 4);
        CHECK(holds(over.report.refusals()[0].what, "is a line of more than 4 MB"));
        CHECK(fixture::base_of(over).all<therapy>().size() == (*end ? 2u : 1u));
    }
}

TEST_CASE("A line of edges beyond the limit is refused with its line, on any number of threads", "[bulk][limits]") {
    fixture::folder const in;
    auto const far = std::string(limits::line_bytes, 'x');
    auto const n = in.file("nodes.tsv", nodes);
    auto const e = in.file("edges.tsv", edges + treats + "CHEBI:1\tbiolink:" + far + "\tMONDO:1\n" + treats);
    for (unsigned threads : {1u, 3u}) {
        bulk_options how;
        how.threads = threads;
        auto const read = read_kgx({n, e}, biolink_mapping(), how);
        REQUIRE(read.report.refused() == 1);
        CHECK(read.report.refusals()[0].where.line == 3);
        CHECK(read.report.edge_rows == 3);
        CHECK(fixture::base_of(read).every<used_for>().size() == 1);
    }
}

TEST_CASE("A file that is one line, or one quote that is never closed, is not read into memory", "[bulk][limits]") {
    fixture::folder const in;
    auto const much = std::string(limits::line_bytes * 3, 'x');
    auto const obo = read_obo({in.file("x.obo", "[Term]\nid: DOID:1\nname: pain\n[Term]\nid: DOID:2\nname: " + much)});
    REQUIRE(obo.report.refused() == 1);
    CHECK(obo.report.refusals()[0].where.line == 6);
    auto const csv =
        read_kgx({in.file("nodes.csv", "id,category,name\nCHEBI:1,biolink:Drug,\"" + much + "\n"), in.file("e.tsv", edges)});
    REQUIRE(csv.report.refused() == 1);
    CHECK(csv.report.refusals()[0].where.line == 2);
    CHECK(holds(csv.report.refusals()[0].what, "every quote closed"));
    auto const json = read_kgx({in.file("n.jsonl", "{\"id\":\"A:1\",\"name\":\"" + much + "\"}\n")});
    CHECK(json.report.refused() == 1);
}

TEST_CASE("Brackets of JSON may be as deep as a line is long", "[bulk][limits]") {
    fixture::folder const in;
    std::string const deep(1'000'000, '[');
    auto const read = read_kgx({in.file("n.jsonl", R"({"id":"CHEBI:1","category":["biolink:Drug"],"name":"a"})"
                                                   "\n" +
                                                       deep + "\n{\"id\":" + deep + "\n")});
    CHECK(read.report.refused() == 2);
    CHECK(fixture::base_of(read).all<therapy>().size() == 1);
}

// Documents of YAML.

TEST_CASE("A document as large as the limit is read, a larger one is refused with the line that makes it so", "[bulk][limits]") {
    auto const path = path_with({});
    auto const comment = [&](std::size_t bytes) { return "# " + std::string(bytes - path.size() - 3, 'x') + '\n'; };
    mechanisms const just{"---\n" + path_with(comment(limits::yaml_document_bytes))};
    CHECK(just.refused().empty());
    CHECK(just.claims() == 1);
    mechanisms const over{"---\n" + path_with(comment(limits::yaml_document_bytes + 2)) + "---\n" + path_with({}, "P_2")};
    CHECK(over.refused().starts_with("7: makes the document larger than the 1 MB"));
    CHECK(over.claims() == 1);  // the next one
    mechanisms const lines{path_with("more:\n" + [] {
        std::string made;
        while (made.size() < limits::yaml_document_bytes) made += "- one more\n";
        return made;
    }())};
    CHECK(holds(lines.refused(), "makes the document larger"));
}

TEST_CASE("Of a list of paths each is a document, however long the list", "[bulk][limits]") {
    std::string list;
    std::size_t paths = 0;
    while (list.size() < limits::yaml_document_bytes + 1000) {
        auto const id = std::to_string(++paths);
        list += "- graph: {_id: P" + id + ", drug_mesh: M:" + id + ", disease_mesh: D:1}\n  links: []\n  nodes:\n" +
                "  - {id: M:" + id + ", label: Drug, name: a" + id + "}\n  - {id: D:1, label: Disease, name: pain}\n";
    }
    mechanisms const read{list};
    CHECK(read.refused().empty());
    CHECK(read.claims() == paths);
}

TEST_CASE("A list of what is no path is told item by item, and costs no parser", "[bulk][limits]") {
    std::string list;
    for (int i = 0; i != 200'000; ++i) list += "- a\n";
    mechanisms const read{list + path_with({}).insert(0, "---\n")};
    CHECK(read.read.report.refused() == 200'000);
    CHECK(read.read.report.refusals()[1].where.line == 2);
    CHECK(read.read.report.refusals()[1].what == "is no path; expected graph with _id, nodes and links");
    CHECK(read.claims() == 1);
}

TEST_CASE("A value that stands for another is refused with its line, wherever it hides", "[bulk][limits]") {
    for (auto const* hidden : {"a: &x 1\n", "a: *x\n", "b:\n- *x\n", "b:\n- - *x\n", "a: {b: *x}\n", "a: {\"b\":*x}\n",
             "a: [1, *x]\n", "a: [*x]\n", "*x : 1\n", "? *x\n", "a: !!map &x {}\n", "a: \"one\n  two\"\nb: *x\n",
             "a: {b: \"one\n  \", c: *x}\n", "a: 'it''s'\nb: *x\n", "a: \"\\\"\"\nb: *x\n", "a: |\n  text\nb: *x\n",
             "a: |\n    text\n  *x\n", "a:\t*x\n", "<<: *x\n", "- &x a\n"}) {
        INFO(hidden);
        mechanisms const read{path_with(hidden)};
        CHECK(holds(read.refused(), "has an alias or an anchor of YAML"));
        CHECK(read.claims() == 0);
    }
    mechanisms const lines{"---\n" + path_with("a: 1\nb: &x 2\n")};
    CHECK(lines.refused().starts_with("8: "));
}

TEST_CASE("Signs of YAML in a text are text", "[bulk][limits]") {
    for (auto const* plain :
        {"a: salt & pepper\n", "a: 2*3\n", "a: \"*x\"\n", "a: '&x'\n", "a: |\n  *x\n  &y\nb: 1\n", "a: >-\n  *x\n", "a: x # *x\n",
            "# &x\n", "a: \"one\n  *two\"\n", "a: 'one''\n  *two'\n", "a: b*c\n", "a: {b: c*d}\n"}) {
        INFO(plain);
        CHECK_FALSE(holds(mechanisms{path_with(plain)}.refused(), "alias"));
    }
}

TEST_CASE("Brackets and dashes of YAML stand as deep as the limit, and not one deeper", "[bulk][limits]") {
    auto const flow = [](std::size_t n) { return "a: " + std::string(n, '[') + std::string(n, ']') + "\n"; };
    CHECK(mechanisms{path_with(flow(limits::yaml_nesting))}.refused().empty());
    CHECK(holds(mechanisms{path_with(flow(limits::yaml_nesting + 1))}.refused(), "6: has brackets too deep"));
    CHECK(holds(mechanisms{path_with(flow(100'000))}.refused(), "6: has brackets too deep"));
    std::string dashes = "a:\n";
    for (int i = 0; i != 50'000; ++i) dashes += "- ";
    CHECK(holds(mechanisms{path_with(dashes + "1\n")}.refused(), "7: stands too deep"));
    std::string indented = "a:\n";
    for (std::size_t i = 1; i != 300; ++i) indented += std::string(i, ' ') + "a:\n";
    CHECK(holds(mechanisms{path_with(indented)}.refused(), "stands too deep"));
    CHECK(holds(mechanisms{path_with("a: " + std::string(40'000, '{') + "\n")}.refused(), "brackets too deep"));
}

// Entities.

TEST_CASE("As many nodes as the limit are read, one more is refused with its line, in nodes and in rows", "[bulk][limits]") {
    bulk_graph g{biolink_mapping()};
    g.most_nodes = 3;
    g.in_file("nodes.tsv");
    for (std::uint64_t n = 1; n != 5; ++n) g.node({"CHEBI:" + std::to_string(n), "a", {}, {"biolink:Drug"}}, n);
    g.node({"CHEBI:3", "the same again", {}, {"biolink:Drug"}}, 9);
    REQUIRE(g.report.refused() == 1);
    CHECK(to_string(g.report.refusals()[0]) == "nodes.tsv:4:1: `CHEBI:4`: is one node more than the 3 that are read");
    g.edge({"CHEBI:1", "biolink:treats", "MONDO:1"}, 10);
    g.edge({"CHEBI:1", "biolink:interacts_with", "CHEBI:2"}, 11);
    REQUIRE(g.report.refused() == 2);
    CHECK(g.report.refusals()[1].where.line == 10);
}

// Files that are no tables.

TEST_CASE("An archive is told by its first bytes, whatever its name", "[bulk][limits]") {
    using namespace std::string_literals;
    auto const archive = [](std::string const& start) { return start + std::string(600, 'x'); };
    CHECK(refusal_of(archive("PK\3\4"s)) == "is a zip archive; expected the table itself, plain or .gz");
    CHECK(refusal_of(archive("PK\5\6"s)) == "is a zip archive; expected the table itself, plain or .gz");
    CHECK(refusal_of(archive("BZh91AY&SY"s)) == "is compressed with bzip2; expected the table itself, plain or .gz");
    CHECK(refusal_of(archive("\xfd"s + "7zXZ\0"s)) == "is compressed with xz; expected the table itself, plain or .gz");
    CHECK(refusal_of(archive("\x28\xb5\x2f\xfd"s)) == "is compressed with zstd; expected the table itself, plain or .gz");
    CHECK(holds(refusal_of(archive("7z\xbc\xaf\x27\x1c"s)), "is a 7z archive"));
    CHECK(holds(refusal_of(archive("Rar!\x1a\x07\0"s)), "is a rar archive"));
    CHECK(holds(refusal_of(archive("PAR1"s)), "is a Parquet file"));
    CHECK(holds(refusal_of(archive("SQLite format 3\0"s)), "is an SQLite database"));
}

TEST_CASE("An archive that tar makes of two tables is refused, plain and packed", "[bulk][limits]") {
    fixture::folder const in;
    in.file("nodes.tsv", nodes);
    in.file("edges.tsv", edges + treats);
    for (auto const* how :
        {"cf x.tar", "czf x.tar", "--format=v7 -cf x.tar", "--format=v7 -czf x.tar", "--format=posix -cf x.tar"}) {
        INFO(how);
        if (std::system(("cd '" + (in / "") + "' && tar " + how + " edges.tsv nodes.tsv 2>/dev/null").c_str()) != 0) {
            WARN("skipped: no tar");
            SUCCEED();
            return;
        }
        for (auto const& read : {read_kgx({in / "x.tar"}), read_hetionet({in / "x.tar"}), read_obo({in / "x.tar"}),
                 read_drugmechdb({in / "x.tar"})}) {
            REQUIRE(read.report.refused() >= 1);
            CHECK(holds(read.report.refusals()[0].what, "a tar archive; expected the table itself"));
            CHECK(read.report.entities == 0);
        }
    }
}

TEST_CASE("A table that begins like an archive is still a table", "[bulk][limits]") {
    fixture::folder const in;
    for (auto const* id : {"PK:1", "BZh9:1", "Rar:1", "7z:1"}) {
        auto const table = "id\tcategory\tname\n" + std::string{id} + "\tbiolink:Drug\ta\n";
        CHECK(fixture::base_of(read_kgx({in.file("nodes.tsv", table)})).all<therapy>().size() == 1);
        CHECK(archive_of(std::string{id} + std::string(600, 'x')).empty());
    }
}

#if __has_include(<sys/stat.h>)
TEST_CASE("A pipe is refused by every reader, and not waited for", "[bulk][limits]") {
    fixture::folder const in;
    REQUIRE(::mkfifo((in / "x").c_str(), 0600) == 0);
    for (auto const& read :
        {read_kgx({in / "x"}), read_hetionet({in / "x"}), read_obo({in / "x"}), read_drugmechdb({in / "x"})}) {
        REQUIRE(read.report.refused() == 1);
        CHECK(read.report.refusals()[0].what == "is a pipe or a device; expected a file");
    }
    CHECK(holds(read_obo({"/dev/zero"}).report.refusals().at(0).what, "is a pipe or a device"));
}
#endif

// What nobody sees.

TEST_CASE("An id with a character that nobody sees is refused with its line, in nodes and in rows", "[bulk][limits]") {
    for (auto const* bad : {"\u200B", "\u202E", "\uFEFF", "\u00AD", "\x1b[2J", "\u0085"}) {
        INFO(code_point(unseen_in(bad)->value));
        fixture::folder const in;
        auto const id = "CHEBI:" + std::string{bad} + "1";
        auto const read = read_kgx({in.file("nodes.tsv", nodes + id + "\tbiolink:Drug\talphaprofen\n"),
            in.file("edges.tsv", edges + id + "\tbiolink:treats\tMONDO:1\nCHEBI:1\tbiolink:treats\t" + id + "\n" + treats)});
        REQUIRE(read.report.refused() == 3);
        CHECK(read.report.refusals()[0].where.line == 4);
        CHECK(read.report.refusals()[1].where.line == 2);
        CHECK(read.report.refusals()[2].where.line == 3);
        CHECK(holds(read.report.refusals()[0].what, "is an id that holds U+"));
        CHECK(fixture::base_of(read).all<therapy>().size() == 1);
        CHECK(fixture::base_of(read).every<used_for>().size() == 1);
    }
}

TEST_CASE("A name loses what nobody sees in it, and the report tells how often", "[bulk][limits]") {
    for (auto const* bad :
        {"alpha\u200Bprofen", "\uFEFFalphaprofen", "alpha\u00ADprofen", "alphaprofen\u202E", "alpha\u2060profen"}) {
        fixture::folder const in;
        auto const read =
            read_kgx({in.file("nodes.tsv", "id\tcategory\tname\nCHEBI:1\tbiolink:Drug\t" + std::string{bad} + "\n")});
        auto const kb = fixture::base_of(read);
        CHECK(kb.name(kb.all<therapy>()[0]) == "alphaprofen");
        CHECK(fixture::times(read.report.mended(), "text with characters that nobody sees; they are left out") == 1);
        CHECK(read.report.mended()[0].first.line == 2);
    }
    CHECK(cleaned("a\x1b[2J\tb") == "a [2J b");
    CHECK(cleaned("\u0645\u06CC\u200C\u062E") == "\u0645\u06CC\u200C\u062E");  // Persian needs it
}

TEST_CASE("A mapping may not put into the base what nobody sees", "[bulk][limits]") {
    auto const read = read_mapping({"m.toml", "[dataset]\nkey = \"x\"\nname = \"A\\u202Eb\"\n"}, biolink_mapping());
    REQUIRE_FALSE(read);
    CHECK(read.error()[0].where.line == 3);
    CHECK(holds(read.error()[0].what, "holds U+202E"));
    auto const deep = read_mapping({"m.toml", "# one\na" +
                                                  [] {
                                                      std::string dots;
                                                      for (int i = 0; i != 100'000; ++i) dots += ".a";
                                                      return dots;
                                                  }() +
                                                  " = 1\n"},
        biolink_mapping());
    REQUIRE_FALSE(deep);
    CHECK(deep.error()[0].where.line == 2);
}

}  // namespace bulk_limits_test
