// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/overlay.hpp>  // first: the header must stand alone

#include <treatise/graph/freeze.hpp>
#include <treatise/query/find.hpp>

#include "catch.hpp"
#include "copied_part.hpp"
#include "fixtures.hpp"
#include "random_base.hpp"
#include "sampled.hpp"

#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace treatise;
using strings = std::vector<std::string>;

namespace {

/// An overlay over the knee base, with what everything of it needs.
struct acme {
    knowledge_base kb = fixture::knee();
    builder own{kb};
    id<payer> pays;
    id<source> policy;
    attribution said{};

    acme() {
        own.at({"acme.toml", 1, 1});
        own.base({own.text("acme"), own.text("Acme Health"), own.text("3"), own.text("Acme"), {}, date{2026, 1, 1}});
        own.at({"acme.toml", 9, 7});
        pays = own.add<payer>({"acme-plan", "Acme Health plan"}, {fixture::entity<jurisdiction>(kb, "fixture-land")});
        source_details rules;
        rules.kind = source_kind::payer_policy;
        rules.title = own.text("Rules");
        rules.authors = own.text("Acme");
        rules.published = date{2026};
        policy = own.add<source>({"acme-rules", "Acme rules"}, rules);
        said.source = policy;
        said.place = own.text("rule 1");
        said.checked = date{2026, 1, 1};
        own.at({"acme.toml", 20, 6});
    }
    template <kind_or_kinds Kind = entity>
    id<Kind> of(std::string_view key) const {
        return fixture::entity<Kind>(kb, key);
    }
    void covers(std::string_view option, std::string_view claim) {
        own.claim<covered_for>(of<treatise::option>(option), of<cause>("knee-osteoarthritis"), said, {.key = claim},
            {.payer = pays, .status = coverage_status::not_covered});
    }
    storage laid() {
        auto made = overlay(kb, own);
        if (!made) throw std::invalid_argument{report(made.error())};
        return *made;
    }
    strings problems() {
        strings all;
        if (auto const made = overlay(kb, own); !made)
            for (auto const& p : made.error()) all.push_back(to_string(p));
        return all;
    }
    std::string problem() {
        auto const all = problems();
        REQUIRE(all.size() == 1);
        return all[0];
    }
};

}  // namespace

TEST_CASE("an overlay adds a payer and its rules, and each claim says whose it is", "[overlay]") {
    acme a;
    a.covers("alphaprofen", "acme-alphaprofen");
    auto const both = a.laid();
    auto const kb = both.view();
    auto const rule = find_claim(kb, "acme-alphaprofen");
    REQUIRE(rule);
    CHECK(kb.layer(rule) == 1);
    CHECK(kb.layer(find_claim(kb, "covered-strength")) == 0);
    auto const pays = kb.payload<covered_for>(rule).payer;
    CHECK(kb.name(pays) == "Acme Health plan");
    CHECK(kb.is_added(pays));
    CHECK(kb.layer(pays) == 1);
    CHECK(kb.key(kb.details(pays).jurisdiction) == "fixture-land");
    CHECK(kb.layer(id<entity>{a.of("alphaprofen")}) == 0);
    REQUIRE(kb.layers().size() == 1);
    auto const& whose = kb.layers()[0];
    CHECK(kb[whose.key] == "acme");
    CHECK(kb[whose.name] == "Acme Health");
    CHECK(kb[whose.version] == "3");
    CHECK(kb[whose.content].size() == 16);
    CHECK(kb[whose.onto] == content_digits(fixture::knee()));
    CHECK(kb[kb.base().key] == fixture::knee()[fixture::knee().base().key]);
}

TEST_CASE("the ids of the base stay valid under an overlay", "[overlay]") {
    acme a;
    a.own.add<cause>({"aaa-knee", "Aaa, first in the alphabet"});
    a.own.add<therapy>({"acme-brace", "Acme brace"});
    a.covers("alphaprofen", "acme-alphaprofen");
    auto const both = a.laid();
    auto const kb = both.view();
    for (auto e : a.kb.all<entity>()) {
        REQUIRE(kb.key(e) == a.kb.key(e));
        CHECK(kb.name(e) == a.kb.name(e));
        CHECK(kb.kind(e) == a.kb.kind(e));
    }
    CHECK(kb.all<cause>().size() == a.kb.all<cause>().size() + 1);
}

TEST_CASE("neither the base nor the builder need outlive an overlay", "[overlay]") {
    storage both;
    {
        auto const below = fixture::frozen(fixture::knee_builder());
        auto const kb = below.view();
        builder own{kb};
        own.base({own.text("acme"), own.text("Acme Health"), own.text("3"), {}, {}, date{2026, 1, 1}});
        own.add<cause>({"acme-knee", "Acme's knee"});
        auto made = overlay(kb, own);
        REQUIRE(made);
        both = *made;
    }
    CHECK(fixture::lines_of(both.view()).size() > 100);
    CHECK(both.view().name(*find<cause>(both.view(), "acme-knee")) == "Acme's knee");
}

TEST_CASE("an overlay gives an entity of the base more names and attributes, and a claim attributes", "[overlay]") {
    acme a;
    a.own.add_names(a.of("alphaprofen"), {"acmeprofen", "Alphanol"});  // the second is its brand already
    a.own.attribute(a.of("alphaprofen"), "acme.tier", "2");
    a.own.attribute(a.of("alphaprofen"), "acme.list", "A");
    a.own.attribute(a.of("calmadol"), "acme.tier", "3");
    a.own.attribute_claim("affects-alphaprofen-pain", "acme.reviewed", "true");
    auto const c = a.own.claim<used_for>(a.of<option>("tai-chi"), a.of<cause>("gout-of-the-knee"), a.said, {}, {});
    a.own.attribute(c, "acme.note", "ours");
    auto const both = a.laid();
    auto const kb = both.view();
    CHECK(find<therapy>(kb, "acmeprofen").value() == a.of<therapy>("alphaprofen"));
    CHECK(attribute(kb, id<entity>{a.of("alphaprofen")}, "acme.tier") == "2");
    CHECK(attribute(kb, id<entity>{a.of("alphaprofen")}, "acme.list") == "A");
    CHECK(attribute(kb, id<entity>{a.of("calmadol")}, "acme.tier") == "3");
    CHECK(attribute(kb, id<entity>{a.of("placebo")}, "acme.tier").empty());
    CHECK(attribute(kb, find_claim(kb, "affects-alphaprofen-pain"), "acme.reviewed") == "true");
    CHECK(kb.attributes(id<entity>{a.of("alphaprofen")}).size() == 2);
    std::size_t ours = 0;
    for (auto x : kb.claims()) ours += attribute(kb, x, "acme.note") == "ours" && kb.layer(x) == 1;
    CHECK(ours == 1);
}

TEST_CASE("an overlay withdraws what does not protect, with its day and reason", "[overlay]") {
    acme a;
    a.own.withdraw("affects-alphaprofen-pain", date{2026, 2, 1}, "our board");
    auto const both = a.laid();
    auto const kb = both.view();
    auto const c = find_claim(kb, "affects-alphaprofen-pain");
    CHECK(kb.said(c).status == claim_status::withdrawn);
    CHECK(kb[kb.said(c).status_reason] == "our board");
    CHECK(kb.said(c).status_date == date{2026, 2, 1});
    CHECK_FALSE(kb.marks(c).stands());
    CHECK(kb[kb.said(c).source ? kb.said(c).place : text{}] == "table 2");
    for (auto x : kb.listing_ids(a.of<cause>("knee-osteoarthritis"))) CHECK(x != c);
    CHECK(a.kb.said(find_claim(a.kb, "affects-alphaprofen-pain")).status == claim_status::current);
}

TEST_CASE("an overlay withdraws no warning, harm, search without result or advice against", "[overlay]") {
    for (auto const* claim : {"boxed-nsaids-bleeding", "avoid-nsaids-kidney", "caution-alphaprofen-pregnancy",
             "affects-alphaprofen-nausea", "harm-calmadol-withdrew", "nothing-found-betaprofen", "no-difference-calmadol",
             "guideline-against-calmadol", "no-recommendation-betaprofen", "controlled-calmadol", "guideline-gel",
             "advises-exercise-first", "off-label-betaprofen"}) {
        acme a;
        a.own.withdraw(claim, date{2026, 2, 1}, "our board");
        INFO(claim);
        CHECK(a.problem().find("which protects, and an overlay may not withdraw what does") != std::string::npos);
    }
}

TEST_CASE("a withdrawal names a claim of the base, a day and a reason, once", "[overlay]") {
    acme a;
    a.own.withdraw("affects-alphaprofen-pian", date{2026, 2, 1}, "our board");
    a.own.withdraw("leaflet-tai-chi", {}, {});
    a.own.withdraw("withdrawn-betaprofen", date{2026, 2, 1}, "our board");
    CHECK(a.problems() == strings{"acme.toml:20:6: `affects-alphaprofen-pian`: is the id of no claim of the base; did you mean "
                                  "`affects-alphaprofen-pain`?",
                              "acme.toml:20:6: `leaflet-tai-chi`: is withdrawn without `date` and `reason`; expected both",
                              "acme.toml:20:6: `withdrawn-betaprofen`: is withdrawn already"});
}

TEST_CASE("an overlay forms no entity of the base anew", "[overlay]") {
    acme a;
    a.own.add<therapy>({"alphaprofen", "Alphaprofen of ours"});
    CHECK(a.problem() ==
          "acme.toml:20:6: `alphaprofen`: is a key of the base, of a therapy, which an overlay may not form anew; expected a key "
          "of your own, such as `acme-alphaprofen`, or [[addition]] to add names and attributes");
}

TEST_CASE("an overlay takes over no name, brand or code of the base", "[overlay]") {
    acme a;
    therapy_details details;
    details.brands = a.own.list({"KNEEZE"});
    a.own.add<therapy>({"acme-gel", "Acme gel", "", {"alpha"}}, details);
    a.own.add_names(a.of("calmadol"), {"alphanol"});
    a.own.code(a.of("gout-of-the-knee"), a.of<code_system>("fixture-codes"), "fx-100", mapping::exact);
    auto const all = a.problems();
    REQUIRE(all.size() == 4);
    CHECK(
        all[0] ==
        "acme.toml:20:6: `acme-gel`: `synonyms` is `alpha`, a name of `alphaprofen`, a therapy of the base, which an overlay may "
        "not take over; expected another name, or the base's entity where that is meant");
    CHECK(all[1].find("`brands` is `KNEEZE`, a name of `alphaprofen`") != std::string::npos);
    CHECK(all[2].find("`calmadol`: `synonyms` is `alphanol`, a name of `alphaprofen`") != std::string::npos);
    CHECK(all[3].find("has the code `fx-100` of `knee-osteoarthritis`, a cause of the base") != std::string::npos);
}

TEST_CASE("an overlay puts no entity of the base elsewhere", "[overlay]") {
    acme a;
    auto const pills = a.own.add<therapy_class>({"acme-pills", "Acme pills"});
    a.own.relate<listed_under>(a.of<therapy>("alphaprofen"), pills);
    a.own.relate<member_of>(a.of<therapy>("alphaprofen"), pills);
    a.own.relate<form_of>(a.of<therapy>("calmadol"), a.of<therapy>("alphaprofen"));
    a.own.relate<interested_in>(a.of<source>("review-2021"), a.of<option>("calmadol"));
    auto const all = a.problems();
    REQUIRE(all.size() == 4);
    CHECK(all[0] ==
          "acme.toml:20:6: `alphaprofen`: `member_of`: an entity of the base may not be put into another class by an overlay; "
          "expected an entity of your own, such as `acme-alphaprofen`");
    for (auto const& p : all) CHECK(p.find("an entity of the base may not be") != std::string::npos);
}

TEST_CASE("an overlay replaces no edition of the base", "[overlay]") {
    acme a;
    a.own.relate<supersedes>(a.policy, a.of<source>("guideline-2020"));
    CHECK(a.problem() ==
          "acme.toml:20:6: `acme-rules`: `supersedes` `guideline-2020` of the base, which only the base's editors may replace; "
          "expected a source of your own");
}

TEST_CASE("no claim of an overlay makes one of the base step back", "[overlay]") {
    auto b = fixture::knee_builder();
    auto const found = [&](std::string_view key) {
        for (std::uint32_t e = 0; e != b.entity_count(); ++e)
            if (b.key(id<entity>::from_number(e)) == key) return id<entity>::from_number(e);
        throw std::invalid_argument{"no such key"};
    };
    attribution said;
    said.source = id<source>::from_number(found("label-2022").value);
    said.place = b.text("part 9");
    said.checked = date{2024, 1, 1};
    said.jurisdiction = id<jurisdiction>::from_number(found("fixture-land").value);
    said.status = claim_status::superseded;  // stands until its successor is in
    said.status_date = date{2024, 1, 1};
    said.status_reason = b.text("replaced");
    auto const calmadol = id<option>::from_number(found("calmadol").value);
    auto const bleeding = id<one_of<outcome, circumstance>>::from_number(found("stomach-bleeding").value);
    warning const boxed{b.text("FLA"), warning_form::boxed, {}};
    b.claim<warned_of>(calmadol, bleeding, said, {.key = "old-warning"}, boxed);
    auto const below = fixture::frozen(std::move(b));
    auto const kb = below.view();
    REQUIRE(kb.marks(find_claim(kb, "old-warning")).stands());

    builder own{kb};
    own.base({own.text("acme"), own.text("Acme"), own.text("1"), {}, {}, date{2026, 1, 1}});
    attribution later;
    later.source = fixture::entity<source>(kb, "label-2022");
    later.place = own.text("part 10");
    later.checked = later.published = date{2026, 1, 1};
    later.jurisdiction = fixture::entity<jurisdiction>(kb, "fixture-land");
    own.claim<warned_of>(fixture::entity<option>(kb, "calmadol"),
        fixture::entity<one_of<outcome, circumstance>>(kb, "stomach-bleeding"), later, {.key = "acme-warning"},
        {own.text("FLA"), warning_form::boxed, {}});
    auto const made = overlay(kb, own);
    REQUIRE(made);
    CHECK(made->view().marks(find_claim(made->view(), "old-warning")).stands());
    CHECK_FALSE(replaced_by(made->view(), find_claim(made->view(), "old-warning")));
}

TEST_CASE("an overlay uses no id of a claim of the base, and puts no row inside a row of it", "[overlay]") {
    acme a;
    a.covers("alphaprofen", "covered-strength");
    auto const inner = a.own.add<therapy_class>({"acme-class", "Acme class"});
    auto const pill = a.own.add<therapy>({"acme-pill", "Acme pill"});
    a.own.relate<is_a>(inner, a.of<therapy_class>("anti-inflammatories"));
    a.own.relate<listed_under>(pill, inner);
    auto const other = a.own.add<therapy>({"acme-other", "Acme other"});
    a.own.relate<listed_under>(other, a.of<therapy_class>("pain-relievers"));
    auto const all = a.problems();
    REQUIRE(all.size() == 4);
    CHECK(all[0].find("`acme-class`: is a row inside the row `anti-inflammatories`") != std::string::npos);
    CHECK(all[1].find("is a row inside the row `pain-relievers`") != std::string::npos);
    CHECK(all[3] ==
          "acme.toml:20:6: `covered-strength`: is the id of a claim of the base; expected one of your own, such as "
          "`acme-covered-strength`");
}

TEST_CASE("attributes have names of one's own, each once", "[overlay]") {
    acme a;
    a.own.attribute(a.of("calmadol"), "tier", "2");
    a.own.attribute(a.of("calmadol"), "treatise.tier", "2");
    a.own.attribute(a.of("calmadol"), "acme.tier", "2");
    a.own.attribute(a.of("calmadol"), "acme.tier", "3");
    a.own.attribute_claim("no-such", "acme.tier", "3");
    auto const all = a.problems();
    REQUIRE(all.size() == 4);
    CHECK(all[0].find("has the attribute `tier`; expected a name in two parts") != std::string::npos);
    CHECK(all[2].find("has the attribute `acme.tier` twice") != std::string::npos);
    CHECK(all[3].find("`no-such`: is the id of no claim of the base") != std::string::npos);
}

TEST_CASE("an overlay says whose it is", "[overlay]") {
    auto const kb = fixture::knee();
    builder own{kb};
    own.add<cause>({"acme-knee", "Acme's knee"});
    auto const made = overlay(kb, own);
    REQUIRE_FALSE(made);
    CHECK(to_string(made.error().at(0)) == "no [overlay] says whose knowledge is added; it lacks key, name, version, released");
    builder base;
    CHECK(to_string(overlay(kb, base).error().at(0)).starts_with("was not begun over this base; expected `builder own{kb}`"));
    CHECK(to_string(freeze(own).error().at(0)).starts_with("lies over a base; expected overlay(base, own)"));
}

TEST_CASE("one overlay lies on another, whose names and claims it may not take over either", "[overlay]") {
    acme a;
    a.covers("alphaprofen", "acme-alphaprofen");
    a.own.attribute(a.of("alphaprofen"), "acme.tier", "2");
    auto const first = a.laid();
    auto const kb = first.view();
    auto const begin = [&](builder& own) {
        own.base({own.text("clinic"), own.text("The clinic"), own.text("1"), {}, {}, date{2026, 1, 1}});
    };
    builder own{kb};
    begin(own);
    own.add<cause>({"clinic-knee", "Clinic knee"});
    own.attribute(fixture::entity(kb, "alphaprofen"), "clinic.shelf", "7");
    attribution said;
    said.source = fixture::entity<source>(kb, "acme-rules");
    said.place = own.text("rule 2");
    said.checked = date{2026, 1, 1};
    own.claim<covered_for>(fixture::entity<option>(kb, "alphaprofen"), fixture::entity<cause>(kb, "knee-osteoarthritis"), said,
        {.key = "clinic-alphaprofen"}, {.payer = fixture::entity<payer>(kb, "acme-plan"), .status = coverage_status::limited});
    auto const made = overlay(kb, own);
    REQUIRE(made);
    auto const top = made->view();
    CHECK(top.layers().size() == 2);
    CHECK(top.layer(find_claim(top, "clinic-alphaprofen")) == 2);
    CHECK(top.layer(find_claim(top, "acme-alphaprofen")) == 1);
    CHECK(top.layer(fixture::entity(top, "clinic-knee")) == 2);
    CHECK(top.layer(fixture::entity(top, "acme-plan")) == 1);
    CHECK(attribute(top, fixture::entity(top, "alphaprofen"), "acme.tier") == "2");
    CHECK(attribute(top, fixture::entity(top, "alphaprofen"), "clinic.shelf") == "7");
    CHECK(top.payload<covered_for>(find_claim(top, "clinic-alphaprofen")).payer == fixture::entity<payer>(top, "acme-plan"));
    CHECK(top[top.layers()[1].onto] == content_digits(kb));

    builder taker{kb};
    begin(taker);
    taker.add<payer>({"other-plan", "Acme health plan"}, {fixture::entity<jurisdiction>(kb, "fixture-land")});
    taker.attribute(fixture::entity(kb, "alphaprofen"), "acme.tier", "1");
    auto const refused = overlay(kb, taker);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().size() == 2);
}

TEST_CASE("the hash of an overlay changes with a word of it, and with nothing else", "[overlay]") {
    auto const hash = [](auto change) {
        acme a;
        change(a);
        auto const made = a.laid();
        return std::string{made.view()[made.view().layers()[0].content]};
    };
    auto const plain = hash([](acme&) {});
    CHECK(hash([](acme&) {}) == plain);
    std::set<std::string> all{plain};
    CHECK(all.insert(hash([](acme& a) { a.covers("alphaprofen", "x"); })).second);
    CHECK(all.insert(hash([](acme& a) { a.covers("calmadol", "x"); })).second);
    CHECK(all.insert(hash([](acme& a) { a.own.attribute(a.of("calmadol"), "acme.tier", "2"); })).second);
    CHECK(all.insert(hash([](acme& a) { a.own.attribute(a.of("calmadol"), "acme.tier", "3"); })).second);
    CHECK(all.insert(hash([](acme& a) { a.own.add_names(a.of("calmadol"), {"calm"}); })).second);
    CHECK(all.insert(hash([](acme& a) { a.own.withdraw("leaflet-tai-chi", date{2026}, "r"); })).second);
    CHECK(all.insert(hash([](acme& a) { a.own.withdraw("leaflet-tai-chi", date{2026}, "s"); })).second);
}

namespace {

/// Splits a base in two: what goes into the overlay is whatever leans on something of it, and some more at random.
class split {
    knowledge_base kb_;
    std::mt19937 random_;
    std::set<std::uint32_t> own_{};
    std::set<std::uint32_t> own_claims_{};
    std::set<std::string> own_keys_{};
    std::set<std::uint32_t> shares_code_{};

    bool at_random(std::uint32_t of_100) { return random_() % 100 < of_100; }
    bool is_own(id<entity> e) const { return own_.contains(e.value); }
    template <class Row>
    bool names_own(Row const& row) const {
        bool any = false;
        Row::fields([&](std::string_view, auto member, presence = optional) {
            auto const& v = row.*member;
            using type = std::remove_cvref_t<decltype(v)>;
            if constexpr (is_id<type>)
                any = any || is_own(id<entity>::from_number(v.value));
            else if constexpr (is_list<type>)
                if constexpr (is_id<typename list_element<type>::type>)
                    for (auto x : kb_[v]) any = any || is_own(id<entity>::from_number(x.value));
        });
        return any;
    }
    bool leans_on_own(id<entity> e) const {
        bool leans = false;
        with_type(kinds{}, kb_.kind(e), [&]<class K>() { leans = this->names_own(kb_.details(kb_.as<K>(e))); });
        for (auto const& c : kb_.codes(e)) leans = leans || is_own(c.system);
        for (std::uint32_t r = 0; r != structure::size; ++r)
            for (auto c : kb_.out_ids(r, e)) leans = leans || is_own(kb_.object(c));
        return leans;
    }
    /// What an overlay may not do keeps an entity in the base: names and codes that several share, an edition of a source of the
    /// base.
    bool must_stay(id<entity> e) const {
        if (shares_code_.contains(e.value)) return true;
        for (auto const& n : kb_.tables().names)
            if (n.of == e)
                for (auto const& other : names_equal_to(kb_, kb_[n.name]))
                    if (other.of != e) return true;
        for (auto c : kb_.out_ids<supersedes>(e))
            if (!is_own(kb_.object(c))) return true;
        return false;
    }
    bool takes_base_into_own(id<entity> e) const {  // what leans on it would follow, and may not
        for (auto const& other : kb_.all<entity>())
            if (other != e && must_stay(other) && !is_own(other)) {
                for (std::uint32_t r = 0; r != structure::size; ++r)
                    for (auto c : kb_.out_ids(r, other))
                        if (kb_.object(c) == e) return true;
            }
        return false;
    }
    bool must_follow(claim_id c) const {
        auto const r = kb_.relation(c);
        bool follows = is_own(kb_.subject(c)) || is_own(kb_.object(c)) || names_own(kb_.said(c));
        with_claim_relation(r, [&]<class R>() { follows = follows || this->names_own(kb_.payload<R>(c)); });
        if (auto const* e = kb_.payload_if<affects>(c)) follows = follows || own_keys_.contains(std::string{kb_[e->part_of]});
        return follows;
    }

public:
    split(knowledge_base const& kb, std::uint32_t seed, std::uint32_t of_100) : kb_{kb}, random_{seed} {
        std::map<std::pair<std::uint32_t, std::string_view>, std::uint32_t> first;
        for (auto e : kb.all<entity>())
            for (auto const& c : kb.codes(e))
                if (auto const [at, added] = first.try_emplace({c.system.value, kb[c.code]}, e.value); !added) {
                    shares_code_.insert(at->second);
                    shares_code_.insert(e.value);
                }
        for (auto e : kb.all<entity>())
            if (leans_on_own(e) || (at_random(of_100) && !must_stay(e) && !takes_base_into_own(e))) own_.insert(e.value);
        for (bool more = true; more;) {  // what leans on what was taken later
            more = false;
            for (auto e : kb.all<entity>())
                if (!is_own(e) && leans_on_own(e)) more = own_.insert(e.value).second || more;
        }
        for (bool more = true; more;) {
            more = false;
            for (auto c : kb.claims())
                if (!own_claims_.contains(c.value) && (must_follow(c) || (own_claims_.empty() && at_random(20)))) {
                    own_claims_.insert(c.value);
                    own_keys_.insert(std::string{kb.claim_key(c)});
                    more = true;
                }
            if (kb.claim_count() != 0 && own_claims_.empty()) own_claims_.insert(kb.first_claim());
        }
    }
    /// Whether an overlay can say this part: nothing that must stay has followed.
    bool is_allowed() const {
        for (auto e : kb_.all<entity>())
            if (is_own(e) && must_stay(e)) return false;
        return true;
    }
    storage base() const {
        builder b;
        fixture::copied_part part{b, kb_};
        part.base();
        part.entities([&](id<entity> e) { return !is_own(e); });
        part.claims([&](claim_id c) { return !own_claims_.contains(c.value); });
        return fixture::frozen(std::move(b));
    }
    expected<storage, std::vector<problem>> laid_on(knowledge_base const& below) const {
        builder own{below};
        own.base({own.text("own"), own.text("Own"), own.text("1"), {}, {}, date{2026, 1, 1}});
        fixture::copied_part part{own, kb_};
        part.entities([&](id<entity> e) { return is_own(e); });
        part.claims([&](claim_id c) { return own_claims_.contains(c.value); });
        return overlay(below, own);
    }
    std::size_t size() const { return own_.size() + own_claims_.size(); }
};

/// Of a hundred entities that may go `of_100` go into the overlay; what leans on them follows.
void check_split(knowledge_base const& whole, std::uint32_t seed, std::size_t& tried, std::uint32_t of_100 = 12) {
    split const parts{whole, seed, of_100};
    if (!parts.is_allowed()) return;
    auto const below = parts.base();
    auto const made = parts.laid_on(below.view());
    INFO("seed " << seed);
    if (!made) FAIL(report(made.error(), 5));
    ++tried;
    auto const expected = fixture::lines_of(whole), given = fixture::lines_of(made->view());
    REQUIRE(given.size() == expected.size());
    for (std::size_t i = 0; i != given.size(); ++i) REQUIRE(given[i] == expected[i]);
    for (auto e : below.view().all<entity>()) REQUIRE(made->view().key(e) == below.view().key(e));
}

}  // namespace

TEST_CASE("a base that was split in two at random and laid together says what the whole says", "[overlay]") {
    std::size_t tried = 0;
    for (std::uint32_t seed = 0; seed != 60; ++seed) {
        fixture::random_base random{seed};
        auto const whole = random.freeze();
        check_split(whole.view(), seed, tried);
    }
    CHECK(tried > 30);
    std::size_t knees = 0;
    for (std::uint32_t seed = 0; seed != 40; ++seed) check_split(fixture::knee(), seed, knees);
    CHECK(knees > 5);
}

TEST_CASE("the built-in base, split and laid together, says what it says whole", "[overlay][built-in]") {
    if (fixture::one_in != 1) {
        WARN("skipped: takes minutes where the build is instrumented; the case above asks smaller bases");
        SUCCEED();
        return;
    }
    for (auto const& b : fixture::bases()) {
        if (b.name == "knee") continue;
        std::size_t tried = 0;
        for (std::uint32_t seed = 0; tried == 0 && seed != 40; ++seed) check_split(*b.kb, seed, tried, 1);
        CHECK(tried > 0);
    }
}
