// SPDX-License-Identifier: BSL-1.0

#include <treatise/graph/claim_key.hpp>
#include <treatise/toml/format.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "toml_fixture.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace toml_read_test {

using namespace treatise;
using fixture::said;

namespace {

/// The storage of the small base with a.toml; the test fails with what is wrong with it.
storage made_of(std::string text) {
    auto made = fixture::read_with_small_base(std::move(text));
    if (!made) FAIL(report(made.error()));
    return std::move(*made);
}

/// A claim `c` with these fields besides those that every claim needs.
std::string claim_with(std::string const& fields) {
    return "[[affects]]\nid = \"c\"\nsubject = \"alphaprofen\"\nobject = \"relief\"\nstatistic = \"narrative\"\n" + said + fields;
}

/// What a claim of `affects` carries where it has these fields.
effect effect_with(std::string const& fields) {
    auto const made = made_of(claim_with(fields));
    auto const kb = made.view();
    return kb.payload<affects>(fixture::claim(kb, "c"));
}

attribution attribution_with(std::string const& fields) {
    auto const made = made_of(claim_with(fields));
    auto const kb = made.view();
    return kb.said(fixture::claim(kb, "c"));
}

}  // namespace

TEST_CASE("a claim in a file is a claim of the base", "[toml]") {
    auto const made = made_of(R"([[recommended_for]]
id = "trial-recommends"
subject = "alphaprofen"
object = "late-pain"
scheme = "fixture-grade"
strength = "weak"
note = "said twice"
stance = "against"
source = "trial"
place = "page 7"
read = "in_copy"
population = "adults"
excludes = ["pain"]
jurisdiction = "fixture-land"
checked = 2024-10-01
)");
    auto const kb = made.view();
    auto const c = kb.get<recommended_for>(fixture::claim(kb, "trial-recommends"));
    CHECK(kb.key(c.subject) == "alphaprofen");
    CHECK(kb.key(c.object) == "late-pain");
    CHECK(c.stance == stance::against);
    CHECK(kb.note(c.number) == "said twice");
    CHECK(kb.key(c.said->source) == "trial");
    CHECK(kb[c.said->place] == "page 7");
    CHECK(c.said->read == reading::in_copy);
    CHECK(kb[c.said->population] == "adults");
    REQUIRE(kb[c.said->excludes].size() == 1);
    CHECK(kb.key(kb[c.said->excludes][0]) == "pain");
    CHECK(kb.key(c.said->jurisdiction) == "fixture-land");
    CHECK(c.said->checked == date{2024, 10, 1});
    CHECK(kb.key(c.carries->scheme) == "fixture-grade");
    CHECK(c.carries->strength.value == 2);
    CHECK_FALSE(c.carries->line);
}

TEST_CASE("an entity in a file has its text, its details, its structure and its codes", "[toml]") {
    auto const made = made_of(R"([[therapy]]
key = "alphaprofen-gel"
name = "Alphaprofen gel"
description = "Alphaprofen on the skin"
synonyms = ["alpha gel", "gel of alphaprofen"]
brands = "Alphagel"
routes = ["on the skin", "not stated"]
form_of = "alphaprofen"
member_of = ["pills"]
codes = [{ system = "fixture-codes", code = "A1", map = "narrow" }]
)");
    auto const kb = made.view();
    auto const gel = fixture::entity<therapy>(kb, "alphaprofen-gel");
    CHECK(kb.name(gel) == "Alphaprofen gel");
    CHECK(kb.description(gel) == "Alphaprofen on the skin");
    REQUIRE(kb.synonyms(gel).size() == 2);
    CHECK(kb[kb.synonyms(gel)[1]] == "gel of alphaprofen");
    REQUIRE(kb[kb.details(gel).brands].size() == 1);  // one string stands for a list of one
    CHECK(kb[kb[kb.details(gel).brands][0]] == "Alphagel");
    CHECK(kb[kb.details(gel).routes][1] == not_stated);
    CHECK(kb.key(kb.out<form_of>(gel).front().object) == "alphaprofen");
    CHECK(kb.key(kb.out<member_of>(gel).front().object) == "pills");
    REQUIRE(kb.codes(gel).size() == 1);
    CHECK(kb[kb.codes(gel)[0].code] == "A1");
    CHECK(kb.codes(gel)[0].map == mapping::narrow);
}

TEST_CASE("the base says what stands in [base]", "[toml]") {
    auto const made = made_of("");
    auto const kb = made.view();
    CHECK(kb[kb.base().key] == "small-base");
    CHECK(kb[kb.base().version] == "1.2.3");
    CHECK(kb.base().released == date{2024, 10, 1});
}

TEST_CASE("a file may name what stands later, in it or in another file", "[toml]") {
    std::string const first =
        "[[cause]]\nkey = \"early-pain\"\nname = \"Early pain\"\nis_a = \"some-pain\"\n"
        "[[cause]]\nkey = \"some-pain\"\nname = \"Some pain\"\nis_a = \"pain\"\n";
    for (bool const base_first : {false, true}) {
        std::vector<toml_file> files{{"a.toml", first}, {"b.toml", std::string{fixture::small_base}}};
        if (base_first) std::swap(files[0], files[1]);
        auto const made = fixture::read_files(files);
        REQUIRE(made);
        auto const kb = made->view();
        CHECK(kb.key(kb.out<is_a>(fixture::entity<cause>(kb, "early-pain")).front().object) == "some-pain");
    }
}

TEST_CASE("a number keeps the digits that the file has", "[toml]") {
    struct written {
        std::string text;
        decimal number;
    };
    for (auto const& [text, number] :
        {written{"7.10", {710, 2}}, written{"7.1", {71, 1}}, written{"7", {7, 0}}, written{"-0.590", {-590, 3}},
            written{"+5", {5, 0}}, written{"1_234.0", {12340, 1}}, written{"\"7.10\"", {710, 2}}, written{"\"1,234\"", {1234, 0}},
            written{"0.00000000001", {1, 11}}, written{"inf", decimal::infinity()}, written{"-inf", decimal::minus_infinity()},
            written{"\"inf\"", decimal::infinity()}, written{"\"not stated\"", decimal::unstated()}}) {
        INFO(text);
        CHECK(effect_with("baseline = " + text + '\n').baseline == number);
    }
}

TEST_CASE("digits are kept wherever the number stands on its line", "[toml]") {
    auto const table = [](std::string const& before, std::string const& after) {
        return "affects = [{ " + before + "id = \"c\", subject = \"alphaprofen\", object = \"relief\", source = \"trial\", " +
               "place = \"p\", checked = 2024, statistic = \"narrative\", baseline = 7.10" + after + " }]\n";
    };
    auto const baseline = [](std::string const& text) {
        auto const made = made_of(text);
        auto const kb = made.view();
        return kb.payload<affects>(fixture::claim(kb, "c")).baseline;
    };
    CHECK(baseline(table("", "")) == decimal{710, 2});
    CHECK(baseline(table("note = \"\u00e9 \u65e5\u672c \U0001f600\", ", ", arm = \"\u00e9\"")) == decimal{710, 2});
    CHECK(baseline("\xef\xbb\xbf" + table("", "")) == decimal{710, 2});  // after a byte order mark
    CHECK(baseline("# \u00e9\r\n\r\n" + table("", "") + "\r\n") == decimal{710, 2});
    CHECK(effect_with("\tbaseline\t=\t7.10\t# a comment").baseline == decimal{710, 2});
}

TEST_CASE("a date is as exact as the file has it", "[toml]") {
    CHECK(attribution_with("published = 2024-10-01\n").published == date{2024, 10, 1});
    CHECK(attribution_with("published = \"2024-10-01\"\n").published == date{2024, 10, 1});
    CHECK(attribution_with("published = \"2024-10\"\n").published == date{2024, 10, 0});
    CHECK(attribution_with("published = \"2024\"\n").published == date{2024, 0, 0});
    CHECK(attribution_with("published = 2024\n").published == date{2024, 0, 0});
    CHECK(attribution_with("published = \"not stated\"\n").published.is_unstated());
    CHECK_FALSE(attribution_with("").published);
}

TEST_CASE("not stated is a value of its own", "[toml]") {
    auto const made =
        made_of(claim_with("jurisdiction = \"not stated\"\npopulation = \"not stated\"\n"
                           "scheme = \"fixture-grade\"\ncertainty = \"not stated\"\n"
                           "time_frame = \"not stated\"\n"));
    auto const kb = made.view();
    auto const c = kb.get<affects>(fixture::claim(kb, "c"));
    CHECK(c.said->jurisdiction.is_unstated());
    CHECK(c.said->population == not_stated);
    CHECK(c.carries->certainty.value == unstated_level);
    CHECK(c.carries->time_frame == not_stated);
    CHECK_FALSE(c.carries->arm);
}

TEST_CASE("the defaults of a file stand where its claims say nothing else", "[toml]") {
    auto const made = fixture::read_files({{"base.toml", std::string{fixture::small_base}}, {"a.toml", R"([defaults]
source = "trial"
checked = 2024
population = "adults"
excludes = ["late-pain"]
status = "superseded"
status_date = 2023
status_reason = "a newer edition"

[[used_for]]
id = "a"
subject = "alphaprofen"
object = "pain"
place = "page 1"

[[used_for]]
id = "b"
subject = "alphaprofen"
object = "pain"
place = "page 2"
population = "children"
excludes = []
status = "current"
)"},
        {"b.toml", claim_with("")}});
    REQUIRE(made);
    auto const kb = made->view();
    auto const of = [&](std::string_view key) { return kb.said(fixture::claim(kb, key)); };
    CHECK(kb[of("a").population] == "adults");
    CHECK(kb[of("a").excludes].size() == 1);
    CHECK(of("a").status == claim_status::superseded);
    CHECK(kb[of("b").population] == "children");
    CHECK(kb[of("b").excludes].empty());
    CHECK(of("b").status == claim_status::current);
    CHECK_FALSE(of("c").population);  // defaults are those of one file
}

TEST_CASE("a relation with a status of its own spells that of the claim claim_status", "[toml]") {
    auto const made = made_of(
        "[[approved_for]]\nid = \"c\"\nsubject = \"alphaprofen\"\nobject = \"pain\"\n"
        "authority = \"nobody\"\njurisdiction = \"fixture-land\"\nstatus = \"off_label\"\n"
        "claim_status = \"withdrawn\"\nstatus_date = 2024\nstatus_reason = \"a mistake\"\n" +
        said);
    auto const kb = made.view();
    auto const c = kb.get<approved_for>(fixture::claim(kb, "c"));
    CHECK(c.carries->status == approval_status::off_label);
    CHECK(c.said->status == claim_status::withdrawn);
}

TEST_CASE("a claim that says no stance is in favour", "[toml]") {
    auto const made = made_of(claim_with(""));
    auto const kb = made.view();
    CHECK(kb.stance(fixture::claim(kb, "c")) == stance::in_favour);
}

TEST_CASE("a claim without an id gets the same one in every reading", "[toml]") {
    auto const text = "[[used_for]]\nsubject = \"alphaprofen\"\nobject = \"pain\"\n" + said;
    auto const first = made_of(text), second = made_of("[[cause]]\nkey = \"another\"\nname = \"Another\"\n" + text);
    auto const a = first.view(), b = second.view();
    CHECK(claim_key_of(a, a.claims()[0]) == claim_key_of(b, b.claims()[0]));
    CHECK(claim_key_of(a, a.claims()[0]).starts_with("c-"));
}

TEST_CASE("a name may hold what other formats treat as code, other texts line breaks too", "[toml]") {
    auto const made = made_of(
        "[[cause]]\nkey = \"odd\"\nname = \"=1+1 | < & % 'a' \\\"b\\\" \\\\ \u00e9\"\n"
        "description = \"two\\nlines\"\n");
    auto const kb = made.view();
    auto const odd = fixture::entity<cause>(kb, "odd");
    CHECK(kb.name(odd) == "=1+1 | < & % 'a' \"b\" \\ \u00e9");
    CHECK(kb.description(odd) == "two\nlines");
}

TEST_CASE("no table of the format takes one name for two fields", "[toml]") {
    auto const once = [](std::vector<std::string> const& names, std::string_view of) {
        INFO(of);
        CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
    };
    each(kinds{}, [&]<class K>() { once(entity_fields<K>(), K::name); });
    each(claim_relations{}, [&]<class R>() { once(claim_fields<R>(), R::name); });
    once(table_names(), "tables");
    once(code_fields(), "codes");
}

TEST_CASE("structure is a field of the kinds that may be its subject", "[toml]") {
    CHECK(entity_fields<cause>() == std::vector<std::string>{"key", "name", "description", "synonyms", "codes", "is_a"});
    CHECK(code_fields() == std::vector<std::string>{"system", "code", "map"});
    auto const of_therapy = entity_fields<therapy>();
    for (auto const* name : {"is_a", "member_of", "listed_under", "form_of", "combines"})
        CHECK(std::find(of_therapy.begin(), of_therapy.end(), name) != of_therapy.end());
    CHECK(std::find(of_therapy.begin(), of_therapy.end(), "supersedes") == of_therapy.end());
}

#ifdef TREATISE_SOURCE_DIR
TEST_CASE("the built-in knowledge is read from its folder without a problem", "[toml]") {
    auto const made = fixture::read_folder(TREATISE_SOURCE_DIR "/knowledge/neuropathic-pain");
    if (!made) FAIL(report(made.error()));
    auto const kb = made->view();
    CHECK(kb[kb.base().key] == "neuropathic-pain");
    CHECK(kb.claim_count() > 0);
}
#endif

}  // namespace toml_read_test
