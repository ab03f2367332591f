// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/query/asked_scope.hpp>

#include <treatise/query/statements.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace query_scope_test {

using namespace treatise;
using fixture::extended;

namespace {

auto const& kb = fixture::knee();

template <class Kind>
id<Kind> knee_entity(char const* key) {
    return fixture::entity<Kind>(kb, key);
}

bool passes(scope const& s, char const* claim, applicability applies = applicability::exact) {
    return in_scope(kb, fixture::claim(kb, claim), applies, s);
}
bool has_option(scope const& s, char const* key) { return in_scope(kb, knee_entity<option>(key), s); }

/// Scopes that let little through, one a field.
std::vector<scope> narrow_scopes() {
    std::vector<scope> all(8);
    all[0].source = knee_entity<source>("leaflet-2024");
    all[1].source_kinds = source_kind::trial;
    all[2].jurisdiction = knee_entity<jurisdiction>("other-land");
    all[3].payer = knee_entity<payer>("fixture-health-plan");
    all[4].applies = applicability::narrower;
    all[5].read = reading::restated;
    all[6].as_of = date{1999, 1, 1};
    all[7].place = "nowhere";
    return all;
}

struct changed_claim {
    fixture::extended owner;
    knowledge_base base;
    claim_id claim;
};
/// `knee` with one more claim of a relation, its attribution and payload as `change` leaves them.
template <class Relation, class Change>
changed_claim knee_with(char const* subject, char const* object, Change change) {
    fixture::extended b;
    auto said = b.said("label-2022");
    typename Relation::payload carries{};
    change(b, said, carries);
    b.claim<Relation>(subject, object, said, "made-for-one-test", stance::in_favour, carries);
    auto const base = b.freeze();
    return {std::move(b), base, fixture::claim(base, "made-for-one-test")};
}

}  // namespace

TEST_CASE("a scope left alone lets every claim through that stands: not withdrawn, nor replaced by a newer edition", "[scope]") {
    for (auto c : kb.claims()) {
        INFO(kb.claim_key(c));
        bool const stands = kb.said(c).status == claim_status::current && kb.claim_key(c) != "old-guideline-calmadol";
        CHECK(in_scope(kb, c, applicability::broader, {}) == stands);
    }
    for (auto t : kb.all<option>()) CHECK(in_scope(kb, t, {}));
}

TEST_CASE("a claim about another cause is in no scope", "[scope]") {
    CHECK_FALSE(passes({}, "guideline-nsaids", applicability::unrelated));
    CHECK_FALSE(passes({}, "boxed-nsaids-bleeding", applicability::unrelated));
}

TEST_CASE("a source narrows to its claims", "[scope]") {
    scope s;
    s.source = knee_entity<source>("guideline-2020");
    CHECK(passes(s, "guideline-nsaids"));
    CHECK_FALSE(passes(s, "leaflet-tai-chi"));
    CHECK_FALSE(passes(s, "old-guideline-calmadol"));
}

TEST_CASE("several kinds of source can be asked for at once", "[scope]") {
    scope s;
    s.source_kinds = set_of<source_kind>{source_kind::guideline} | source_kind::trial;
    CHECK(passes(s, "guideline-nsaids"));
    CHECK(passes(s, "trial-calmadol-pain"));
    CHECK_FALSE(passes(s, "affects-alphaprofen-pain"));
}

TEST_CASE("a jurisdiction narrows to its claims, those of the union it is in, and those of none", "[scope]") {
    scope land, other, whole;
    land.jurisdiction = knee_entity<jurisdiction>("fixture-land");
    other.jurisdiction = knee_entity<jurisdiction>("other-land");
    whole.jurisdiction = knee_entity<jurisdiction>("fixture-union");
    CHECK(passes(land, "approved-alphaprofen"));
    CHECK_FALSE(passes(other, "approved-alphaprofen"));
    CHECK_FALSE(passes(whole, "approved-alphaprofen"));  // an approval of a member is none of the union
    CHECK(passes(other, "guideline-nsaids"));            // names no jurisdiction
    auto const of_union = knee_with<used_for>("tai-chi", "knee-pain",
        [](extended& b, attribution& a, use&) { a.jurisdiction = b.find<jurisdiction>("fixture-union"); });
    scope asked;
    asked.jurisdiction = fixture::entity<jurisdiction>(of_union.base, "fixture-land");
    CHECK(in_scope(of_union.base, of_union.claim, applicability::exact, asked));
    asked.jurisdiction = fixture::entity<jurisdiction>(of_union.base, "other-land");
    CHECK_FALSE(in_scope(of_union.base, of_union.claim, applicability::exact, asked));
}

TEST_CASE("a payer narrows coverage alone", "[scope]") {
    scope s;
    s.payer = knee_entity<payer>("fixture-health-plan");
    CHECK(passes(s, "covered-strength"));
    CHECK(passes(s, "guideline-nsaids"));
    auto const elsewhere = knee_with<covered_for>("tai-chi", "knee-pain", [](extended& b, attribution& a, coverage& c) {
        auto const other = b.builder().add<payer>({"other-plan", "Other plan"}, {a.jurisdiction});
        c = {other, coverage_status::covered, {}};
    });
    s.payer = fixture::entity<payer>(elsewhere.base, "fixture-health-plan");
    CHECK_FALSE(in_scope(elsewhere.base, elsewhere.claim, applicability::exact, s));
    s.payer = fixture::entity<payer>(elsewhere.base, "other-plan");
    CHECK(in_scope(elsewhere.base, elsewhere.claim, applicability::exact, s));
}

TEST_CASE("a coverage claim that names no payer is of no payer that is asked for, and of every jurisdiction", "[scope]") {
    auto const of_none = knee_with<covered_for>("tai-chi", "knee-pain", [](extended&, attribution& a, coverage& c) {
        c = {id<payer>::unstated(), coverage_status::covered, {}};
        a.jurisdiction = id<jurisdiction>::unstated();
    });
    scope s;
    CHECK(in_scope(of_none.base, of_none.claim, applicability::exact, s));
    s.payer = fixture::entity<payer>(of_none.base, "fixture-health-plan");
    CHECK_FALSE(in_scope(of_none.base, of_none.claim, applicability::exact, s));
    s.payer = {};
    s.jurisdiction = fixture::entity<jurisdiction>(of_none.base, "other-land");
    CHECK(in_scope(of_none.base, of_none.claim, applicability::exact, s));
}

TEST_CASE("coverage belongs to the jurisdiction of its payer", "[scope]") {
    auto const somewhere = knee_with<covered_for>("tai-chi", "knee-pain", [](extended& b, attribution& a, coverage& c) {
        auto const other = b.builder().add<payer>({"other-plan", "Other plan"}, {a.jurisdiction});
        c = {other, coverage_status::covered, {}};
        a.jurisdiction = id<jurisdiction>::unstated();
    });
    scope s;
    s.jurisdiction = fixture::entity<jurisdiction>(somewhere.base, "fixture-land");
    CHECK(in_scope(somewhere.base, somewhere.claim, applicability::exact, s));
    s.jurisdiction = fixture::entity<jurisdiction>(somewhere.base, "other-land");
    CHECK_FALSE(in_scope(somewhere.base, somewhere.claim, applicability::exact, s));
}

TEST_CASE("applicability narrows to claims that apply so", "[scope]") {
    scope s;
    s.applies = set_of<applicability>{applicability::exact} | applicability::pooled;
    CHECK(passes(s, "guideline-nsaids", applicability::exact));
    CHECK(passes(s, "affects-pooled-pain", applicability::pooled));
    CHECK_FALSE(passes(s, "leaflet-tai-chi", applicability::broader));
}

TEST_CASE("how a claim was read can be asked for", "[scope]") {
    scope s;
    s.read = reading::in_source;
    CHECK(passes(s, "guideline-nsaids"));
    CHECK_FALSE(passes(s, "strength-function"));
    s.read = reading::restated;
    CHECK(passes(s, "strength-function"));
}

TEST_CASE("as of a date, only what was published by then is known", "[scope]") {
    scope s;
    s.as_of = date{2015, 6, 1};
    CHECK(passes(s, "old-guideline-calmadol"));
    CHECK_FALSE(passes(s, "guideline-nsaids"));
    auto const early =
        knee_with<used_for>("tai-chi", "knee-pain", [](extended&, attribution& a, use&) { a.published = date{2014, 2, 0}; });
    CHECK(in_scope(early.base, early.claim, applicability::exact, s));  // its own date counts before that of its source, 2022
}

TEST_CASE("as of a day, what was published on that very day is known, and on the day before it is not", "[scope]") {
    auto const made =
        knee_with<used_for>("tai-chi", "knee-pain", [](extended&, attribution& a, use&) { a.published = date{2014, 2, 3}; });
    scope s;
    s.as_of = date{2014, 2, 3};
    CHECK(in_scope(made.base, made.claim, applicability::exact, s));
    s.as_of = date{2014, 2, 2};
    CHECK_FALSE(in_scope(made.base, made.claim, applicability::exact, s));
}

TEST_CASE("a place narrows to the claims that stand there", "[scope]") {
    scope s;
    s.place = "table 2";
    CHECK(passes(s, "affects-alphaprofen-pain"));
    CHECK_FALSE(passes(s, "affects-alphaprofen-nausea"));
}

TEST_CASE("named options are the only ones", "[scope]") {
    scope s;
    s.options = {knee_entity<therapy>("calmadol"), knee_entity<therapy_class>("exercise")};
    CHECK(has_option(s, "calmadol"));
    CHECK(has_option(s, "exercise"));
    CHECK_FALSE(has_option(s, "tai-chi"));  // listed under exercise, not named
}

TEST_CASE("a kind of therapy is the class, the classes below and the therapies in them", "[scope]") {
    scope s;
    s.kinds = {knee_entity<therapy_class>("fixture-medicines-by-mouth")};
    CHECK(has_option(s, "fixture-medicines-by-mouth"));
    CHECK(has_option(s, "anti-inflammatories"));
    CHECK(has_option(s, "calmadol"));
    CHECK_FALSE(has_option(s, "alphaprofen-gel"));
    CHECK_FALSE(has_option(s, "exercise"));
    CHECK_FALSE(has_option(s, "knee-brace"));
    CHECK_FALSE(has_option(s, "placebo"));
}

TEST_CASE("a kind takes in the members of a class that nothing is listed under", "[scope]") {
    scope s;
    s.kinds = {knee_entity<therapy_class>("cox-inhibitors")};
    CHECK(has_option(s, "alphaprofen-gel"));
    CHECK_FALSE(has_option(s, "calmadol"));
}

TEST_CASE("warnings and contraindications pass every scope", "[scope]") {
    for (auto const& s : narrow_scopes()) {
        CHECK(passes(s, "boxed-nsaids-bleeding"));
        CHECK(passes(s, "avoid-nsaids-kidney"));
        CHECK(passes(s, "caution-alphaprofen-pregnancy"));
    }
}

TEST_CASE("each field does narrow something", "[scope]") {
    for (auto const& s : narrow_scopes()) {
        if (s.payer) continue;  // knee has one payer
        std::size_t through = 0, all = 0;
        for (auto c : kb.claims())
            through += in_scope(kb, c, applicability::exact, s), all += in_scope(kb, c, applicability::exact, {});
        CHECK(through < all);
    }
}

TEST_CASE("what was withdrawn is in no scope", "[scope]") {
    scope s;
    s.superseded = true;
    CHECK_FALSE(passes({}, "withdrawn-betaprofen"));
    CHECK_FALSE(passes(s, "withdrawn-betaprofen"));
}

TEST_CASE("what is marked superseded is shown only when asked for; a warning without a successor always", "[scope]") {
    auto const marked = [](extended& b, attribution& a, auto&) {
        a.status = claim_status::superseded;
        a.status_date = date{2023, 1, 0};
        a.status_reason = b.builder().text("a newer edition");
    };
    scope older;
    older.superseded = true;
    auto const use = knee_with<used_for>("tai-chi", "knee-pain", marked);
    CHECK_FALSE(in_scope(use.base, use.claim, applicability::exact, {}));
    CHECK(in_scope(use.base, use.claim, applicability::exact, older));
    auto const caution = knee_with<contraindicated_in>("tai-chi", "pregnancy", marked);
    CHECK(in_scope(caution.base, caution.claim, applicability::exact, {}));
    auto const warning = knee_with<warned_of>("tai-chi", "nausea", [&](extended& b, attribution& a, treatise::warning& w) {
        marked(b, a, w);
        w = b.warning();
    });
    CHECK(in_scope(warning.base, warning.claim, applicability::exact, {}));
    CHECK(in_scope(warning.base, warning.claim, applicability::exact, older));
}

TEST_CASE("a set of values allows what is in it, and everything when nothing is", "[scope][type]") {
    STATIC_REQUIRE(set_of<source_kind>{}.allows(source_kind::label));
    STATIC_REQUIRE(set_of<source_kind>{source_kind::label}.allows(source_kind::label));
    STATIC_REQUIRE_FALSE(set_of<source_kind>{source_kind::label}.allows(source_kind::trial));
    STATIC_REQUIRE((set_of<source_kind>{source_kind::label} | source_kind::trial).allows(source_kind::trial));
    STATIC_REQUIRE(std::is_trivially_copyable_v<set_of<reading>>);
}

TEST_CASE("scopes compose: both narrow", "[scope]") {
    scope a, b;
    a.source_kinds = source_kind::guideline;
    b.applies = applicability::exact;
    auto const both = a & b;
    CHECK(passes(both, "guideline-nsaids", applicability::exact));
    CHECK_FALSE(passes(both, "guideline-nsaids", applicability::broader));
    CHECK_FALSE(passes(both, "affects-alphaprofen-pain", applicability::exact));
}

TEST_CASE("an empty scope changes nothing in a composition, on either side", "[scope]") {
    for (auto s : narrow_scopes()) {
        s.superseded = true;
        s.kinds = {knee_entity<therapy_class>("exercise")};
        s.options = {knee_entity<option>("tai-chi")};
        s.intents = intent::preventive;
        for (auto const& made : {s & scope{}, scope{} & s}) {
            CHECK(made.kinds == s.kinds);
            CHECK(made.source == s.source);
            CHECK(made.source_kinds == s.source_kinds);
            CHECK(made.jurisdiction == s.jurisdiction);
            CHECK(made.payer == s.payer);
            CHECK(made.applies == s.applies);
            CHECK(made.read == s.read);
            CHECK(made.intents == s.intents);
            CHECK(made.as_of == s.as_of);
            CHECK(made.superseded == s.superseded);
            CHECK(made.options == s.options);
            CHECK(made.place == s.place);
        }
    }
}

TEST_CASE("sets compose to what both allow", "[scope]") {
    scope a, b;
    a.source_kinds = set_of<source_kind>{source_kind::guideline} | source_kind::label;
    b.source_kinds = set_of<source_kind>{source_kind::label} | source_kind::trial;
    CHECK((a & b).source_kinds == set_of<source_kind>{source_kind::label});
    CHECK((b & a).source_kinds == set_of<source_kind>{source_kind::label});
}

TEST_CASE("of two dates the earlier holds", "[scope]") {
    scope a, b;
    a.as_of = date{2015, 1, 1};
    b.as_of = date{2020, 1, 1};
    CHECK((a & b).as_of == a.as_of);
    CHECK((b & a).as_of == a.as_of);
}

TEST_CASE("named options compose to those that both name", "[scope]") {
    scope a, b;
    a.options = {knee_entity<option>("calmadol"), knee_entity<option>("tai-chi")};
    b.options = {knee_entity<option>("tai-chi"), knee_entity<option>("exercise")};
    CHECK((a & b).options == std::vector{knee_entity<option>("tai-chi")});
}

TEST_CASE("of two sources, or sets without a value in common, the second decides", "[scope]") {
    scope a, b;
    a.source = knee_entity<source>("leaflet-2024");
    b.source = knee_entity<source>("guideline-2020");
    a.read = reading::in_source;
    b.read = reading::restated;
    CHECK((a & b).source == b.source);
    CHECK((a & b).read == b.read);
}

TEST_CASE("a scope can be a constant", "[scope][type]") {
    STATIC_REQUIRE((scope{} & scope{}).intents.allows(intent::rehabilitative));
    STATIC_REQUIRE_FALSE(scope{}.intents.allows(intent::preventive));
}

// Misuse must not compile; each line is its own check.
template <class Kind>
concept source_of = requires(scope s, id<Kind> e) { s.source = e; };
template <class Kind>
concept kind_of_therapy = requires(scope s, id<Kind> e) { s.kinds.push_back(e); };
template <class Kind>
concept names_option = requires(scope s, id<Kind> e) { s.options.push_back(e); };
template <class Value>
concept kinds_from = requires(scope s, Value v) { s.source_kinds = v; };

TEST_CASE("a scope takes each thing in its own field only", "[scope][type]") {
    STATIC_REQUIRE(source_of<source>);
    STATIC_REQUIRE_FALSE(source_of<payer>);
    STATIC_REQUIRE(kind_of_therapy<therapy_class>);
    STATIC_REQUIRE_FALSE(kind_of_therapy<therapy>);
    STATIC_REQUIRE(names_option<therapy>);
    STATIC_REQUIRE_FALSE(names_option<cause>);
    STATIC_REQUIRE(kinds_from<source_kind>);
    STATIC_REQUIRE_FALSE(kinds_from<reading>);
}

}  // namespace query_scope_test
