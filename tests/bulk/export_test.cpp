// SPDX-License-Identifier: BSL-1.0
#include <treatise/bulk/export_kgx.hpp>
#include <treatise/bulk/export_neo4j.hpp>
#include <treatise/graph/claim_key.hpp>

#include "bulk_fixture.hpp"

#include <treatise/bulk/hetionet.hpp>
#include <treatise/bulk/kgx.hpp>
#include <treatise/bulk/pharmacotherapydb.hpp>
#include <treatise/graph/content_hash.hpp>
#include <treatise/query/candidates.hpp>

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>
#define TREATISE_HAS_BUILT_IN 1
#endif

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace bulk_export_test {

using namespace treatise;
using fixture::lines, fixture::text_of;

namespace {

lines lines_of(std::string const& text) {
    lines found;
    std::istringstream s{text};
    for (std::string l; std::getline(s, l);) found.push_back(l);
    return found;
}

/// The rows of a table by the names of its columns.
std::vector<std::map<std::string, std::string>> table(std::string const& path) {
    std::vector<std::map<std::string, std::string>> rows;
    table_form form;
    row_fields row;
    bool first = true;
    for (auto const& line : lines_of(text_of(path))) {
        if (std::exchange(first, false)) {
            form = table_form_of(line, path);
            continue;
        }
        REQUIRE(row.split(line, form));
        REQUIRE(row.size() == form.columns.size());
        auto& r = rows.emplace_back();
        for (std::size_t i = 0; i != form.columns.size(); ++i) r[form.columns[i]] = row.as_written(i);
    }
    return rows;
}

/// Some of everything that is hard to write down.
storage odd_base() {
    builder b;
    b.base({b.text("odd"), b.text("Odd, \"quoted\"\tbase"), b.text("1"), b.text("a|b"), b.text("two\nlines \\ and | bars"),
        date{2024, 10, 1}});
    auto const trial = [&](std::string_view authors, date when) {
        source_details d;
        d.kind = source_kind::trial, d.title = b.text("T"), d.authors = b.text(authors), d.published = when;
        return d;
    };
    auto const s = b.add<source>({"src", "Source, the \"first\""}, trial("A", {2020, 0, 0}));
    auto const newer = b.add<source>({"newer", "NA"}, trial("not stated", {2022, 3, 0}));
    b.relate<supersedes>(newer, s);
    auto const pain = b.add<cause>({"pain", "Pain", "A description; with, all | of it\\n", {"ache|sore", "d\\olor"}});
    auto const late = b.add<cause>({"late-pain", "Late pain"});
    b.relate<is_a>(late, pain);
    auto const system = b.add<code_system>({"codes", "Codes"}, {b.text("u"), b.text("e"), b.text("l"), {}, true});
    b.code(pain, system, "MONDO:1", mapping::exact);
    b.code(late, system, "a=b|c", mapping::broad);
    auto const pills = b.add<therapy_class>({"pills", "Pills"}, {2});
    auto const a = b.add<therapy>({"alpha", "Alpha"}, {b.list({"A|1", "B"}), b.list({"oral"}), false});
    auto const placebo = b.add<therapy>({"placebo", "Placebo"}, {{}, {}, true});
    b.relate<listed_under>(a, pills);
    auto const relief = b.add<outcome>({"relief", "relief"}, {valence::desirable, true, b.text(">= 50 %"), {}});
    auto const grade = b.add<scheme>({"grade", "Grade"}, {b.list({"strong", "weak"}), {}, b.list({"high", "low | very low"})});
    attribution said;
    said.source = s, said.place = b.text("p. 1"), said.about = b.list(std::vector{pain, late}), said.checked = date::unstated();
    b.claim<affects>(a, relief, said, {"c-1", stance::no_difference, "a note, \"so\""},
        {statistic::risk_ratio, intent::symptomatic, decimal{710, 2}, decimal{-5, 1}, decimal::infinity(), placebo, {},
            decimal{10, 0}, b.text("12 weeks"), decimal::unstated(), {}, grade, {2}, {}});
    said.about = {};
    b.claim<recommended_for>(a, pain, said, {"old-rec", stance::in_favour, {}}, {grade, {1}, {}, {}, {}});
    said.source = newer;
    b.claim<recommended_for>(a, pain, said, {"new-rec", stance::against, {}}, {grade, {unstated_level}, {}, {}, {}});
    auto made = freeze(b);
    if (!made) FAIL(report(made.error()));
    return std::move(*made);
}

/// What an export says when it is read back.
std::string content_after(knowledge_base const& kb) {
    fixture::folder const in;
    REQUIRE_FALSE(export_kgx(kb, in / "").error);
    auto const read = read_kgx({in / "nodes.tsv", in / "edges.tsv"});
    if (read.report.refused() != 0) FAIL(to_string(read.report));
    return content_digits(fixture::base_of(read));
}

storage hetnet() {
    auto read = read_hetionet({fixture::shared("hetionet-open/nodes.tsv.gz"), fixture::shared("hetionet-open/edges.tsv.gz")});
    (void)fixture::base_of(read);
    return std::move(*read.made);
}

}  // namespace

TEST_CASE("a base that is exported as KGX and read back says the same", "[export][kgx]") {
    auto const odd = odd_base();
    CHECK(content_after(odd.view()) == content_digits(odd.view()));
}

TEST_CASE("the ids of claims that an import gave none are the same after an export", "[export][kgx][shared]") {
    if (!fixture::has_shared()) return;
    auto const first = hetnet();
    fixture::folder const in;
    REQUIRE_FALSE(export_kgx(first.view(), in / "").error);
    auto const read = read_kgx({in / "nodes.tsv", in / "edges.tsv"});
    auto const keys = [](knowledge_base const& kb) {
        lines all;
        for (auto c : kb.claims()) all.push_back(claim_key_of(kb, c));
        std::sort(all.begin(), all.end());
        return all;
    };
    auto const before = keys(first.view());
    CHECK(before == keys(fixture::base_of(read)));
    CHECK(std::adjacent_find(before.begin(), before.end()) == before.end());
}

TEST_CASE("a graph that was imported is the same base after an export", "[export][kgx][shared]") {
    if (!fixture::has_shared()) return;
    auto const read = read_pharmacotherapydb({fixture::shared("pharmacotherapydb/indications.tsv")});
    auto const kb = fixture::base_of(read);
    for (auto c : kb.claims()) REQUIRE_FALSE(claim_key_of(kb, c).empty());
    CHECK(content_after(kb) == content_digits(kb));
}

TEST_CASE("the tables of an export have what KGX asks of every node and edge", "[export][kgx]") {
    auto const odd = odd_base();
    fixture::folder const in;
    REQUIRE(export_kgx(odd.view(), in / "").files == lines{in / "nodes.tsv", in / "edges.tsv"});
    std::vector<std::string> ids;
    for (auto& n : table(in / "nodes.tsv")) {
        CHECK_FALSE(n["id"].empty());
        CHECK(n["id"].find(':') != std::string::npos);
        CHECK(n["category"].starts_with("biolink:"));
        ids.push_back(n["id"]);
    }
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
    for (auto& e : table(in / "edges.tsv")) {
        CHECK(std::binary_search(ids.begin(), ids.end(), e["subject"]));
        CHECK(std::binary_search(ids.begin(), ids.end(), e["object"]));
        CHECK(e["predicate"].starts_with("biolink:"));
        CHECK_FALSE(e["id"].empty());
    }
}

TEST_CASE("notice, version and content travel with an export", "[export]") {
    auto const odd = odd_base();
    fixture::folder const in;
    (void)export_kgx(odd.view(), in / "");
    auto base = table(in / "nodes.tsv")[0];
    CHECK(base["treatise_kind"] == "base");
    CHECK(base["notice"] == "two\\nlines \\\\ and | bars");
    CHECK(base["content"] == content_digits(odd.view()));
}

TEST_CASE("a claim against is a negated edge, and what a later edition replaced says by what", "[export][kgx]") {
    auto const odd = odd_base();
    fixture::folder const in;
    (void)export_kgx(odd.view(), in / "");
    std::map<std::string, std::map<std::string, std::string>> by_id;
    for (auto& e : table(in / "edges.tsv")) by_id[e["id"]] = e;
    CHECK(by_id["new-rec"]["negated"] == "True");
    CHECK(by_id["old-rec"]["negated"] == "False");
    CHECK(by_id["old-rec"]["replaced_by"] == "new-rec");
    CHECK(by_id["new-rec"]["replaced_by"].empty());
}

TEST_CASE("an export into a folder that is not there says so", "[export]") {
    auto const odd = odd_base();
    fixture::folder const in;
    CHECK(export_kgx(odd.view(), in / "absent").error == std::errc::no_such_file_or_directory);
    CHECK(export_neo4j(odd.view(), in / "absent").error == std::errc::no_such_file_or_directory);
}

TEST_CASE("the header of every CSV file has as many columns as its rows", "[export][neo4j]") {
    auto const odd = odd_base();
    fixture::folder const in;
    auto const made = export_neo4j(odd.view(), in / "");
    REQUIRE_FALSE(made.error);
    std::size_t tables = 0;
    for (auto const& path : made.files) {
        if (!path.ends_with(".csv") || path.ends_with(".header.csv")) continue;
        auto const header = lines_of(text_of(path.substr(0, path.size() - 4) + ".header.csv")).at(0);
        auto const form = table_form_of(header, path);
        CHECK((form.columns[0] == "id" || form.columns[0] == "subject"));
        CHECK((form.columns[1] == "category" || (form.columns[1] == "object" && form.columns[2] == "predicate")));
        block_reader file{path, true};
        text_block block;
        row_fields row;
        while (file.next(block))
            each_row(block.text(), 1, true, [&](std::string_view line, std::uint64_t) {
                REQUIRE(row.split(line, form));
                CHECK(row.size() == form.columns.size());
            });
        ++tables;
    }
    CHECK(tables > 10);
}

TEST_CASE("what neo4j-admin is told names the files that there are", "[export][neo4j]") {
    auto const odd = odd_base();
    fixture::folder const in;
    (void)export_neo4j(odd.view(), in / "");
    for (auto const& line : lines_of(text_of(in / "neo4j-admin.args"))) {
        auto const files = line.substr(line.find('=') + 1);
        CHECK(std::filesystem::exists(in / files.substr(0, files.find(','))));
        CHECK(std::filesystem::exists(in / files.substr(files.find(',') + 1)));
    }
}

#ifdef TREATISE_HAS_BUILT_IN
TEST_CASE("the built-in knowledge goes through KGX and comes back the same", "[export][kgx][built-in]") {
    auto const& kb = neuropathic_pain::knowledge;
    CHECK(content_after(kb) == content_digits(kb));
}
#endif

namespace {

/// Where the npm package @ladybugdb/core is, or nothing.
std::string ladybug_modules() {
    auto const named = std::getenv("TREATISE_NODE_MODULES");
    std::string const modules = named ? named : TREATISE_SOURCE_DIR "/build/ladybug/node_modules";
    return std::system("node --version >/dev/null 2>&1") == 0 && std::filesystem::exists(modules + "/@ladybugdb/core/lbugjs.node")
               ? modules
               : "";
}

void ladybug_must_agree(knowledge_base const& kb) {
    auto const modules = ladybug_modules();
    if (modules.empty()) {
        WARN("skipped: node and the npm package @ladybugdb/core are not here; TREATISE_NODE_MODULES may name where");
        SUCCEED();
        return;
    }
    fixture::folder const in;
    REQUIRE_FALSE(export_neo4j(kb, in / "").error);
    auto const answers = in / "answers.txt";
    REQUIRE(std::system(("node '" TREATISE_SOURCE_DIR "/tests/ladybug/candidates.mjs' '" + modules + "' '" + (in / "") + "' > '" +
                         answers + '\'')
                    .c_str()) == 0);
    lines ours;
    for (auto c : kb.all<cause>())
        for (auto const& listed : candidates(kb, c))
            for (auto const& r : listed.reasons)
                ours.push_back(
                    std::string{kb.key(c)} + ' ' + std::string{kb.key(listed.option)} + ' ' + claim_key_of(kb, r.claim));
    auto theirs = lines_of(text_of(answers));
    std::sort(ours.begin(), ours.end());
    std::sort(theirs.begin(), theirs.end());
    REQUIRE_FALSE(ours.empty());
    CHECK(ours == theirs);
}

}  // namespace

#ifdef TREATISE_HAS_BUILT_IN
TEST_CASE("LadybugDB, asked in Cypher, lists for every cause the claims that the library lists", "[export][ladybug][built-in]") {
    ladybug_must_agree(neuropathic_pain::knowledge);
}
#endif

TEST_CASE("LadybugDB lists for every disease of Hetionet what the library lists", "[export][ladybug][shared]") {
    if (!fixture::has_shared()) return;
    auto const net = hetnet();
    ladybug_must_agree(net.view());
}

}  // namespace bulk_export_test
