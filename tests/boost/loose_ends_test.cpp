// SPDX-License-Identifier: BSL-1.0
#if __has_include(<boost/graph/graph_traits.hpp>)
#include <treatise/boost/loose_ends.hpp>  // first: the header must stand alone

#include <treatise/graph/builder.hpp>
#include <treatise/graph/freeze.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"
#include "random_base.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace boost_loose_ends_test {

using namespace treatise;

namespace {

using strings = std::vector<std::string>;

template <class Base, class Ids>
strings keys(Base const& of, Ids const& ids) {
    strings all;
    for (auto e : ids) all.emplace_back(of.key(e));
    return all;
}

builder three_causes() {
    builder b;
    b.base({b.text("three"), b.text("Three \"causes\""), b.text("1"), b.text("nobody"), b.text("back\\slash,\nnew line"),
        date{2024, 5, 0}});
    for (auto key : {"a", "b", "c"}) b.add<cause>({key, key});
    return b;
}

/// The attributes of the vertex, or of the arrow, that the line starts with; "" where there is no such line.
std::string attributes(std::string const& dot, std::string const& start) {
    auto const at = ('\n' + dot).find('\n' + start + '[');
    if (at == std::string::npos) return "";
    return dot.substr(at + start.size(), dot.find(";\n", at) - at - start.size());
}

std::string drawn(knowledge_base const& kb, std::string_view about = "") {
    std::ostringstream out;
    if (about.empty())
        to_graphviz(out, kb);
    else
        to_graphviz(out, kb, fixture::entity<cause>(kb, about));
    return out.str();
}

/// The base with its `is_a` bent: the object of the edge of `from` is `to`.
storage bent(std::string_view from, std::string_view to) {
    auto const& kb = fixture::knee();
    auto changed = copy_of(kb.tables());
    auto const e = kb.out<is_a>(fixture::entity<cause>(kb, from)).front().number;
    changed.object[e.value] = fixture::entity(kb, to).value;
    return storage{std::move(changed)};
}

}  // namespace

TEST_CASE("circles of is_a are found in a builder, before it would refuse them", "[check]") {
    auto b = three_causes();
    CHECK(is_a_cycles(b).empty());
    b.relate<is_a>(id<cause>::from_number(0), id<cause>::from_number(1));
    b.relate<is_a>(id<cause>::from_number(1), id<cause>::from_number(2));
    CHECK(is_a_cycles(b).empty());
    b.relate<is_a>(id<cause>::from_number(2), id<cause>::from_number(1));
    REQUIRE(is_a_cycles(b).size() == 1);
    CHECK(keys(b, is_a_cycles(b).front()) == strings{"b", "c"});
    b.relate<is_a>(id<cause>::from_number(0), id<cause>::from_number(0));
    b.relate<is_a>(id<cause>::from_number(0), id<cause>::from_number(99));  // no entity: freeze says so
    REQUIRE(is_a_cycles(b).size() == 2);
    CHECK(keys(b, is_a_cycles(b).back()) == strings{"a"});
    CHECK_FALSE(freeze(b));
    CHECK(is_a_cycles(b).size() == 2);
}

TEST_CASE("circles of is_a are found in a base that no builder checked", "[check]") {
    CHECK(is_a_cycles(fixture::knee()).empty());
    SECTION("of two") {
        auto const owner = bent("knee-osteoarthritis", "early-knee-osteoarthritis");
        auto const kb = owner.view();
        REQUIRE(is_a_cycles(kb).size() == 1);
        CHECK(keys(kb, is_a_cycles(kb).front()) == strings{"knee-osteoarthritis", "early-knee-osteoarthritis"});
        auto const found = check(kb);
        CHECK(std::count(found.begin(), found.end(),
                  problem{{}, "knee-osteoarthritis",
                      "stands in a circle of `is_a`: `knee-osteoarthritis`, `early-knee-osteoarthritis`"}) == 1);
    }
    SECTION("of one") {
        auto const owner = bent("gout-of-the-knee", "gout-of-the-knee");
        auto const kb = owner.view();
        REQUIRE(is_a_cycles(kb).size() == 1);
        CHECK(keys(kb, is_a_cycles(kb).front()) == strings{"gout-of-the-knee"});
    }
}

TEST_CASE("an orphan is in no claim, structure, payload, attribution, code or details of another", "[check]") {
    auto const& kb = fixture::knee();
    CHECK(keys(kb, orphans(kb)) == strings{"unused-mechanism", "other-land", "unread-source"});
}

TEST_CASE("a therapy under no class is unlisted, a reference needs none", "[check]") {
    auto const& kb = fixture::knee();
    CHECK(keys(kb, unlisted(kb)) == strings{"knee-brace"});
}

TEST_CASE("the parts of a graph are those that no path joins, whichever way its arrows point", "[check]") {
    auto const& kb = fixture::knee();
    auto const parts = components(kb);
    std::size_t n = 0;
    for (auto const& p : parts) n += p.size();
    CHECK(n == kb.entity_count());
    CHECK(std::find(parts.front().begin(), parts.front().end(), fixture::entity(kb, "tai-chi")) != parts.front().end());
    REQUIRE(parts.size() > 2);
    CHECK(keys(kb, parts[1]) == strings{"guideline-2010", "guideline-2020"});  // joined by supersedes alone
    CHECK(components(knowledge_base{}).empty());
}

TEST_CASE("components agree with a naive union of ends", "[check][oracle]") {
    for (std::uint32_t seed = 0; seed != 50; ++seed) {
        INFO("seed " << seed);
        fixture::random_base made{seed, {12, 6, 15, 4, 6, 3, 3, 6, 14}};
        auto const owner = made.freeze();
        auto const kb = owner.view();
        std::vector<std::uint32_t> part(kb.entity_count());
        for (std::uint32_t v = 0; v != part.size(); ++v) part[v] = v;
        for (std::uint32_t e = 0; e != kb.edge_count(); ++e) {
            auto const from = part[kb.subject(claim_id::from_number(e)).value],
                       to = part[kb.object(claim_id::from_number(e)).value];
            std::replace(part.begin(), part.end(), from, to);
        }
        for (auto const& members : components(kb)) {
            auto const first = part[members.front().value];
            for (auto v : members) CHECK(part[v.value] == first);
            CHECK(static_cast<std::size_t>(std::count(part.begin(), part.end(), first)) == members.size());
        }
    }
}

TEST_CASE("check says what a person should look at", "[check]") {
    strings all;
    for (auto const& p : check(fixture::knee())) all.push_back(to_string(p));
    CHECK(all == strings{"`unused-mechanism`: is an orphan: a mechanism that no claim, structure, code or other entity names",
                     "`other-land`: is an orphan: a jurisdiction that no claim, structure, code or other entity names",
                     "`unread-source`: is an orphan: a source that no claim, structure, code or other entity names",
                     "`knee-brace`: is listed under no class; it will stand under \"no class given\""});
    CHECK(check(knowledge_base{}).empty());
}

TEST_CASE("a note that says what there is a field for is found, and is silent once the field says it", "[check]") {
    auto const found = [](std::string_view note, attribution const& more = {}, effect const& e = {},
                           stance s = stance::in_favour) {
        fixture::extended b;
        auto said = b.said("review-2021");
        said.hedge = more.hedge;
        said.finding = more.finding;
        b.builder().claim<affects>(b.find<therapy>("calmadol"), b.find<outcome>("nausea"), said, {"noted", s, note}, e);
        auto const& kb = b.freeze();
        strings words;
        for (auto const& w : words_for_fields(kb, fixture::claim(kb, "noted")))
            words.push_back(std::string{w.word} + ": " + std::string{w.field});
        return words;
    };
    CHECK(found("it may pass") == strings{"may: hedge"});
    CHECK(found("Usually it passes; no figure") == strings{"usually: hedge"});
    CHECK(found("on Mayday, in a canoe").empty());
    CHECK(found("more often than on placebo; how often is not said").empty());
    CHECK(found("often") == strings{"often: hedge"});
    CHECK(found("first of four trials") == strings{"first of four trials: trial"});
    CHECK(found("part of the row of all doses") == strings{"part of the row: part_of"});
    CHECK(found("listed as common") == strings{"common: frequency"});
    CHECK(found("114 on it, 115 on placebo") == strings{"on it: n_with"});
    CHECK(found("80 of 82 on it, 52 of 77 on placebo").empty());
    CHECK(found("", {}, {}, stance::no_evidence_found) == strings{"looked for, not found: finding"});

    attribution held;
    held.hedge = hedge::may;
    held.finding = finding::no_trial;
    effect told;
    told.frequency = listed_frequency::common;
    told.n_with = decimal{114, 0};
    CHECK(found("it may pass; listed as common; 114 on it, 115 on placebo", held, told, stance::no_evidence_found).empty());
}

TEST_CASE("an exception in a note of guidance, of a warning or of a restriction is found where no field says it", "[check]") {
    fixture::extended b;
    auto const said = b.said("guideline-2020");
    auto const opioids = b.find<option>("pain-relievers");
    auto const note = [&]<class Relation>(std::string_view object, std::string_view key, typename Relation::payload const& p) {
        b.builder().claim<Relation>(opioids, b.find<typename Relation::object>(object), said,
            {key, stance::in_favour, "other than calmadol; it can be grave"}, p);
    };
    recommendation r;
    r.scheme = b.find<scheme>("fixture-grade");
    r.strength.value = 1;
    note.operator()<recommended_for>("knee-pain", "all-but-one", r);
    r.except = b.builder().list(std::vector{id<option>{b.find<option>("calmadol")}});
    note.operator()<recommended_for>("knee-pain", "all-but-one-by-field", r);
    auto boxed = b.warning();
    note.operator()<warned_of>("stomach-bleeding", "grave", boxed);
    boxed.except = r.except;
    note.operator()<warned_of>("stomach-bleeding", "grave-by-field", boxed);
    auto const& kb = b.freeze();
    CHECK(words_for_fields(kb, fixture::claim(kb, "all-but-one")) ==
          std::vector<note_word>{{"can", "hedge"}, {"other than", "except"}});
    CHECK(words_for_fields(kb, fixture::claim(kb, "all-but-one-by-field")) == std::vector<note_word>{{"can", "hedge"}});
    CHECK(words_for_fields(kb, fixture::claim(kb, "grave")) == std::vector<note_word>{{"other than", "except"}});
    CHECK(words_for_fields(kb, fixture::claim(kb, "grave-by-field")).empty());
}

TEST_CASE("parts with a cause or an option in them stand apart, and check says so", "[check]") {
    auto b = fixture::knee_builder();
    auto const hip = b.add<cause>({"hip-pain", "Hip pain"}),
               arthritis = b.add<cause>({"hip-osteoarthritis", "Hip osteoarthritis"});
    b.relate<is_a>(arthritis, hip);
    auto const owner = fixture::frozen(std::move(b));
    auto const found = check(owner.view());
    CHECK(to_string(found.back()) == "`hip-pain`: stands apart: no claim joins `hip-pain`, `hip-osteoarthritis` to the rest");
}

TEST_CASE("the picture of a base names entities by key and says their kind in words", "[graphviz]") {
    auto const dot = drawn(fixture::knee());
    CHECK(dot.starts_with("digraph G {\n"));
    CHECK(dot.find("label=\"Knee pain (fixture), version 1.0.0 of 2024-10-01\\nMade up for tests; never for use.\";") !=
          std::string::npos);
    CHECK(attributes(dot, "alphaprofen") == "[label=\"Alphaprofen\\n(therapy)\", shape=box]");
    CHECK(attributes(dot, "\"knee-pain\"") == "[label=\"Knee pain\\n(cause)\", shape=ellipse]");
    CHECK(attributes(dot, "\"knee-osteoarthritis\"->\"knee-pain\" ") == "[label=\"is_a\", style=\"dashed\"]");
    CHECK(attributes(dot, "\"tai-chi\"->\"knee-pain\" ") == "[label=\"used_for\\nleaflet-2024\"]");
}

TEST_CASE("a picture says what would otherwise be misread", "[graphviz]") {
    auto const dot = drawn(fixture::knee());
    CHECK(attributes(dot, "calmadol->\"knee-osteoarthritis\" ") == "[label=\"recommended_for (against)\\nguideline-2020\"]");
    CHECK(attributes(dot, "betaprofen->\"knee-osteoarthritis\" ") == "[label=\"approved_for (off_label)\\nlabel-2022\"]");
    CHECK(attributes(dot, "betaprofen->\"knee-injury-pain\" ") == "[label=\"used_for (withdrawn)\\ntrial-2019\"]");
    CHECK(attributes(dot, "\"anti-inflammatories\"->\"stomach-bleeding\" ") == "[label=\"warned_of (boxed)\\nlabel-2022\"]");
    CHECK(attributes(dot, "betaprofen->\"pain-halved\" ") == "[label=\"affects (no_evidence_found)\\nreview-2021\"]");
}

TEST_CASE("claims that say the same are one arrow with all its sources", "[graphviz]") {
    auto b = fixture::knee_builder();
    auto said = attribution{};
    auto const& kb = fixture::knee();
    auto const of = [&](auto kind, std::string_view key) {  // ids of the builder, by key
        decltype(kind) found;
        for (std::uint32_t n = 0; n != b.entity_count(); ++n)
            if (b.key(id<entity>::from_number(n)) == key) found.value = n;
        return found;
    };
    said.source = of(id<source>{}, "policy-2023");
    said.place = b.text("page 1");
    said.checked = date{2024, 1, 1};
    auto const tai_chi = of(id<therapy>{}, "tai-chi");
    auto const knee_pain = of(id<cause>{}, "knee-pain");
    b.claim<used_for>(tai_chi, knee_pain, said, {"x-1"});
    b.claim<used_for>(tai_chi, knee_pain, said, {"x-2"});
    b.claim<used_for>(tai_chi, knee_pain, said, {"x-3", stance::against});
    auto const owner = fixture::frozen(std::move(b));
    auto const dot = drawn(owner.view());
    CHECK(dot.find("\"tai-chi\"->\"knee-pain\" [label=\"used_for\\nleaflet-2024\\npolicy-2023\"]") != std::string::npos);
    CHECK(dot.find("\"tai-chi\"->\"knee-pain\" [label=\"used_for (against)\\npolicy-2023\"]") != std::string::npos);
    std::size_t arrows = 0;
    for (auto at = dot.find("->"); at != std::string::npos; at = dot.find("->", at + 2)) ++arrows;
    CHECK(arrows == kb.edge_count() + 1);
}

TEST_CASE("texts cannot leave their quotes", "[graphviz]") {
    auto b = three_causes();
    b.add<cause>({"d", "\"];\nx -> y\\"});
    auto const owner = fixture::frozen(std::move(b));
    auto const dot = drawn(owner.view());
    CHECK(dot.find("label=\"Three \\\"causes\\\", version 1 of 2024-05\\nback\\\\slash,\\nnew line\";") != std::string::npos);
    CHECK(attributes(dot, "d") == "[label=\"\\\"];\\nx -> y\\\\\\n(cause)\", shape=ellipse]");
}

TEST_CASE("an entity whose key is no key is drawn by its number", "[graphviz]") {
    auto changed = copy_of(fixture::knee().tables());
    changed.pool[changed.text_begin[first_name + changed.kind_begin.back()]] = 'K';
    storage const s{std::move(changed)};
    CHECK(attributes(drawn(s.view()), "v0") == "[label=\"Knee pain\\n(cause)\", shape=ellipse]");
}

TEST_CASE("the picture around a cause has what is documented for it, above and below it", "[graphviz]") {
    auto const dot = drawn(fixture::knee(), "knee-osteoarthritis");
    for (auto shown : {"\"knee-pain\"", "\"early-knee-osteoarthritis\"", "alphaprofen", "exercise", "\"fixture-movement\"",
             "\"pain-relievers\"", "\"cox-inhibition\"", "\"pain-halved\"", "\"stomach-bleeding\"", "pregnancy"}) {
        INFO(shown);
        CHECK(attributes(dot, shown) != "");
    }
    for (auto left_out : {"\"gout-of-the-knee\"", "\"knee-injury-pain\"", "\"knee-brace\"", "\"leaflet-2024\"",
             "\"unused-mechanism\"", "placebo"}) {
        INFO(left_out);
        CHECK(attributes(dot, left_out) == "");
    }
}

TEST_CASE("a source that sets a cause apart is not drawn for it, nor is a withdrawn claim", "[graphviz]") {
    auto const& kb = fixture::knee();
    CHECK(drawn(kb, "knee-osteoarthritis").find("\"alphaprofen-gel\"->\"knee-pain\"") != std::string::npos);
    CHECK(drawn(kb, "gout-of-the-knee").find("alphaprofen-gel") == std::string::npos);
    CHECK(drawn(kb, "knee-injury-pain").find("betaprofen->\"knee-injury-pain\"") == std::string::npos);
}

TEST_CASE("every cause of every base has a picture", "[graphviz]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        for (auto c : kb->all<cause>()) CHECK(drawn(*kb, kb->key(c)).ends_with("}\n"));
        CHECK(is_a_cycles(*kb).empty());
    }
}

}  // namespace boost_loose_ends_test

#endif
