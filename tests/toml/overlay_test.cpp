// SPDX-License-Identifier: BSL-1.0
// Files that are laid on top of a base: what they may say, and how each thing that they may not is refused.

#include <treatise/graph/attributes.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/query/find.hpp>
#include <treatise/snapshot/snapshot.hpp>
#include <treatise/toml/overlay.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "folder.hpp"
#include "toml_fixture.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace overlay_toml_test {

using namespace treatise;
using lines = std::vector<std::string>;

/// The first lines of an overlay; what a test adds begins on line 7.
constexpr std::string_view whose = R"([overlay]
key = "acme"
name = "Acme Health"
version = "3"
editors = "Acme"
released = 2026-01-01
)";

constexpr std::string_view rules = R"(
[[payer]]
key = "acme-plan"
name = "Acme Health plan"
jurisdiction = "fixture-land"

[[source]]
key = "acme-rules"
name = "Acme rules"
kind = "payer_policy"
title = "Rules"
authors = "Acme"
published = 2026

[defaults]
source = "acme-rules"
checked = 2026-01-01

[[covered_for]]
id = "acme-alphaprofen"
subject = "alphaprofen"
object = "knee-osteoarthritis"
payer = "acme-plan"
status = "covered"
place = "rule 1"
acme.tier = 2

[[therapy]]
key = "acme-brace"
name = "Acme brace"
acme.list = "B"
acme.stocked = true

[[addition]]
entity = "calmadol"
synonyms = "acmadol"
acme.tier = 3

[[addition]]
claim = "affects-alphaprofen-pain"
acme.reviewed = 2026-01-02

[[withdrawal]]
claim = "leaflet-tai-chi"
date = 2026-01-03
reason = "not paid for"
)";

expected<storage, std::vector<problem>> laid(std::string text, knowledge_base const& onto = fixture::knee()) {
    return read_toml({{"acme.toml", std::string{whose} + std::move(text)}}, onto);
}
lines problems_of(std::string text) {
    lines all;
    if (auto const made = laid(std::move(text)); !made)
        for (auto const& p : made.error()) all.push_back(to_string(p));
    return all;
}
std::string problem_of(std::string text) {
    auto const all = problems_of(std::move(text));
    REQUIRE(all.size() == 1);
    return all[0];
}

TEST_CASE("files on top of a base name its keys and claims, and add what is theirs", "[toml][overlay]") {
    auto const made = laid(std::string{rules});
    if (!made) FAIL(report(made.error()));
    auto const kb = made->view();
    auto const rule = find_claim(kb, "acme-alphaprofen");
    REQUIRE(rule);
    CHECK(kb.layer(rule) == 1);
    CHECK(kb.name(kb.payload<covered_for>(rule).payer) == "Acme Health plan");
    CHECK(kb.key(kb.details(kb.payload<covered_for>(rule).payer).jurisdiction) == "fixture-land");
    CHECK(attribute(kb, rule, "acme.tier") == "2");
    auto const brace = fixture::entity(kb, "acme-brace");
    CHECK(attribute(kb, brace, "acme.list") == "B");
    CHECK(attribute(kb, brace, "acme.stocked") == "true");
    CHECK(attribute(kb, fixture::entity(kb, "calmadol"), "acme.tier") == "3");
    CHECK(find<therapy>(kb, "acmadol").value() == fixture::entity<therapy>(kb, "calmadol"));
    CHECK(attribute(kb, find_claim(kb, "affects-alphaprofen-pain"), "acme.reviewed") == "2026-01-02");
    auto const withdrawn = find_claim(kb, "leaflet-tai-chi");
    CHECK(kb.said(withdrawn).status == claim_status::withdrawn);
    CHECK(withdrawing_layer(kb, withdrawn) == 1);
    CHECK(kb[kb.layers()[0].name] == "Acme Health");
}

TEST_CASE("an overlay lies on a snapshot as it does on the base that it was written from", "[toml][overlay][snapshot]") {
    fixture::folder const in;
    auto const path = in / "kb";
    REQUIRE(write_snapshot(fixture::knee(), path));
    auto const opened = snapshot::open_verified(path);
    REQUIRE(opened);
    auto const below = opened->view();
    auto const a = laid(std::string{rules}, below), b = laid(std::string{rules});
    REQUIRE(a);
    REQUIRE(b);
    CHECK(content_hash(a->view()) == content_hash(b->view()));

    // And one with an overlay is written and read back with its layers and attributes.
    REQUIRE(write_snapshot(a->view(), path));
    auto const again = snapshot::open_verified(path);
    if (!again) FAIL(to_string(again.error()));
    auto const kb = again->view();
    CHECK(content_hash(kb) == content_hash(b->view()));
    REQUIRE(kb.layers().size() == 1);
    CHECK(kb[kb.layers()[0].content] == b->view()[b->view().layers()[0].content]);
    CHECK(kb.layer(find_claim(kb, "acme-alphaprofen")) == 1);
    CHECK(kb.layer(fixture::entity(kb, "acme-brace")) == 1);
    CHECK(attribute(kb, fixture::entity(kb, "calmadol"), "acme.tier") == "3");
    CHECK(withdrawing_layer(kb, find_claim(kb, "leaflet-tai-chi")) == 1);

    // One more lies on it.
    auto const second = read_toml({{"b.toml",
                                      "[overlay]\nkey = \"clinic\"\nname = \"Clinic\"\nversion = \"1\"\nreleased = 2026-02-01\n"
                                      "[[addition]]\nentity = \"acme-brace\"\nclinic.shelf = 7\n"}},
        kb);
    if (!second) FAIL(report(second.error()));
    CHECK(attribute(second->view(), fixture::entity(second->view(), "acme-brace"), "clinic.shelf") == "7");
    CHECK(attribute(second->view(), fixture::entity(second->view(), "acme-brace"), "acme.list") == "B");
}

TEST_CASE("attributes stand in the files of a base, too", "[toml][overlay]") {
    auto const made = fixture::read_with_small_base(
        "[[cause]]\nkey = \"knee\"\nname = \"Knee\"\nacme.tier = 2.50\n[[used_for]]\nid = \"c\"\nsubject = \"alphaprofen\"\n"
        "object = \"knee\"\nacme.note = \"ours\"\n" +
        fixture::said);
    if (!made) FAIL(report(made.error()));
    auto const kb = made->view();
    CHECK(attribute(kb, fixture::entity(kb, "knee"), "acme.tier") == "2.50");
    CHECK(attribute(kb, find_claim(kb, "c"), "acme.note") == "ours");
    CHECK(fixture::problems_of("[[cause]]\nkey = \"knee\"\nname = \"Knee\"\nacme.tier = [1]\n") ==
          lines{"a.toml:4:13: `knee`: `acme.tier` is an array; expected a text, a number, a date, true or false"});
}

TEST_CASE("what an overlay may not do is refused with file, line, key and what would be right", "[toml][overlay]") {
    CHECK(
        problem_of("[[therapy]]\nkey = \"alphaprofen\"\nname = \"Ours\"\n") ==
        "acme.toml:8:7: `alphaprofen`: is a key of the base, of a therapy, which an overlay may not form anew; expected a key of "
        "your own, such as `acme-alphaprofen`, or [[addition]] to add names and attributes");
    CHECK(problem_of("[[therapy]]\nkey = \"acme-gel\"\nname = \"Alphanol\"\n")
              .find("`name` is `Alphanol`, a name of `alphaprofen`") != std::string::npos);
    CHECK(problem_of("[[withdrawal]]\nclaim = \"boxed-nsaids-bleeding\"\ndate = 2026\nreason = \"ours\"\n")
            .starts_with("acme.toml:8:9: `boxed-nsaids-bleeding`: says `warned_of anti-inflammatories stomach-bleeding`, which "
                         "protects, and an overlay may not withdraw what does"));
    CHECK(problem_of("[[withdrawal]]\nclaim = \"leaflet-tai-chj\"\ndate = 2026\nreason = \"ours\"\n") ==
          "acme.toml:8:9: `leaflet-tai-chj`: is the id of no claim of the base; did you mean `leaflet-tai-chi`?");
    CHECK(
        problem_of("[[source]]\nkey = \"acme-guideline\"\nname = \"Acme 2026\"\nkind = \"guideline\"\ntitle = \"G\"\nauthors = "
                   "\"Acme\"\npublished = 2026\nsupersedes = \"guideline-2020\"\n")
            .starts_with("acme.toml:14:14: `acme-guideline`: `supersedes` `guideline-2020` of the base"));
    CHECK(problem_of("[[addition]]\nentity = \"alphaprofem\"\nacme.tier = 2\n") ==
          "acme.toml:8:10: `alphaprofem`: `entity` names the unknown key `alphaprofem`; did you mean `alphaprofen`?");
    CHECK(problem_of("[[addition]]\nacme.tier = 2\n") ==
          "acme.toml:7:1: [[addition]] has neither `entity` nor `claim`; expected one: the key of an entity or the id of a claim "
          "of "
          "the base");
    CHECK(problem_of(
              "[[cause]]\nkey = \"acme-knee\"\nname = \"Acme knee\"\n[[addition]]\nentity = \"acme-knee\"\nacme.tier = 2\n") ==
          "acme.toml:11:10: `acme-knee`: is no entity of the base; expected the key of one, or `synonyms` where it is added");
    CHECK(problem_of("[base]\nkey = \"b\"\n") ==
          "acme.toml:7:2: [base] is of a base; expected [overlay], which says whose these files are");
}

TEST_CASE("several things that an overlay may not do come at once, in the order of the file", "[toml][overlay]") {
    auto const all = problems_of(
        "[[therapy]]\nkey = \"alphaprofen\"\nname = \"Ours\"\n"
        "[[payer]]\nkey = \"acme-plan\"\nname = \"Fixture health plan\"\njurisdiction = \"fixture-lant\"\n"
        "[[withdrawal]]\nclaim = \"avoid-nsaids-kidney\"\ndate = 2026\nreason = \"ours\"\n");
    REQUIRE(all.size() == 4);
    CHECK(all[0].starts_with("acme.toml:8:7: "));
    CHECK(all[1].starts_with("acme.toml:11:7: "));
    CHECK(all[2] ==
          "acme.toml:13:16: `acme-plan`: `jurisdiction` names the unknown key `fixture-lant`; did you mean `fixture-land`?");
    CHECK(all[3].starts_with("acme.toml:15:9: "));
}

TEST_CASE("the tables of an overlay are refused in the files of a base", "[toml][overlay]") {
    CHECK(fixture::problems_of("[overlay]\nkey = \"a\"\n") ==
          lines{"a.toml:1:2: `overlay` is of files that are laid on top of a base: --overlay PATH"});
    CHECK(fixture::problems_of("[[withdrawal]]\nclaim = \"a\"\n") ==
          lines{"a.toml:1:3: `withdrawal` is of files that are laid on top of a base: --overlay PATH"});
}

TEST_CASE("an overlay without [overlay] is refused", "[toml][overlay]") {
    auto const made = read_toml({{"acme.toml", "[[cause]]\nkey = \"acme-knee\"\nname = \"Acme knee\"\n"}}, fixture::knee());
    REQUIRE_FALSE(made);
    CHECK(to_string(made.error().at(0)) == "no [overlay] says whose knowledge is added; it lacks key, name, version, released");
}

}  // namespace overlay_toml_test
