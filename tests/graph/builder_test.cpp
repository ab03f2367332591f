// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>  // first: the header must stand alone
#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/freeze.hpp>
#include <treatise/model/fields.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "random_base.hpp"

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace graph_builder_test {

using namespace treatise;

// Misuse must not compile. Each line is its own check, so one that starts compiling is named.
template <class B>
concept relates_by_a_claim = requires(B b, id<therapy> t, id<outcome> o) { b.template relate<affects>(t, o); };
template <class B>
concept claims_a_structure = requires(B b, id<cause> c, attribution a) { b.template claim<is_a>(c, c, a, {}); };
template <class B>
concept adds_an_option = requires(B b) { b.template add<option>({}); };
template <class B>
concept makes_a_cause_affect =
    requires(B b, id<cause> c, id<outcome> o, attribution a) { b.template claim<affects>(c, o, a, {}); };
template <class B>
concept lists_a_class_under_a_class = requires(B b, id<therapy_class> c) { b.template relate<listed_under>(c, c); };
template <class Said>
concept gives_an_outcome_as_source = requires(Said a, id<outcome> o) { a.source = o; };
static_assert(!relates_by_a_claim<builder>);
static_assert(!claims_a_structure<builder>);
static_assert(!adds_an_option<builder>);
static_assert(!makes_a_cause_affect<builder>);
static_assert(!lists_a_class_under_a_class<builder>);
static_assert(!gives_an_outcome_as_source<attribution>);
static_assert(!std::copyable<builder>);  // its texts are looked into

namespace {

std::vector<std::string> problems_of(builder& b) {
    auto const result = freeze(b);
    std::vector<std::string> all;
    if (!result)
        for (auto const& p : result.error()) all.push_back(to_string(p));
    return all;
}

using strings = std::vector<std::string>;

/// The least of everything: what one rule needs, and no problem of its own.
struct small {
    builder b;
    id<cause> pain = b.add<cause>({"pain", "Pain"}), ache = b.add<cause>({"ache", "Ache"});
    id<therapy_class> pills = b.add<therapy_class>({"pills", "Pills"}),
                      red_pills = b.add<therapy_class>({"red-pills", "Red pills"});
    id<therapy> remedy = b.add<therapy>({"remedy", "Remedy"}), other = b.add<therapy>({"other", "Other"});
    id<outcome> relief = b.add<outcome>({"relief", "Relief"});
    id<jurisdiction> land = b.add<jurisdiction>({"land", "Land"});
    id<source> book = b.add<source>({"book", "Book"}, described(source_kind::review));
    id<scheme> grade = b.add<scheme>({"grade", "Grade"}, {b.list({"strong", "weak"}), {}, b.list({"high", "low"})});

    small() { b.base({b.text("small"), b.text("Small"), b.text("1"), b.text("nobody"), b.text("for tests"), date{2024, 1, 1}}); }

    source_details described(source_kind kind) {
        source_details d;
        d.kind = kind;
        d.title = b.text("Fixture");
        d.authors = b.text("Nobody");
        d.published = date{2024, 0, 0};
        return d;
    }
    attribution said() {
        attribution a;
        a.source = book;
        a.place = b.text("page 1");
        a.checked = date{2024, 1, 1};
        return a;
    }
    attribution said_in(id<jurisdiction> j) {
        auto a = said();
        a.jurisdiction = j;
        return a;
    }
    effect figure() {
        effect e;
        e.statistic = statistic::per_100;
        e.value = decimal{45, 0};
        e.comparator = other;
        e.time_frame = b.text("12 weeks");
        e.participants = decimal{100, 0};
        e.scheme = grade;
        e.certainty = {1};
        return e;
    }
    void affects_relief(effect const& e) { b.claim<affects>(remedy, relief, said(), {"c-1"}, e); }
    strings problems() { return problems_of(b); }
};

template <class Kind>
id<Kind> pretend(id<entity> e) {
    return id<Kind>::from_number(e.value);
}
auto const nobody = id<entity>::from_number(999);

}  // namespace

TEST_CASE("what has no problem freezes, and leaves the builder empty", "[builder]") {
    small s;
    s.affects_relief(s.figure());
    auto const result = freeze(s.b);
    REQUIRE(result);
    CHECK(result->view().claim_count() == 1);
    CHECK(s.b.entity_count() == 0);
    CHECK(s.problems() ==
          strings{"no [base] says which knowledge base this is; expected key, name, version, editors, notice and released"});
}

TEST_CASE("a base says what it is", "[builder]") {
    small s;
    SECTION("nothing") {
        s.b.base({});
        CHECK(s.problems() ==
              strings{"no [base] says which knowledge base this is; expected key, name, version, editors, notice and released"});
    }
    SECTION("without notice and date") {
        s.b.base({s.b.text("small"), s.b.text("Small"), s.b.text("1"), s.b.text("nobody"), {}, {}});
        CHECK(s.problems() == strings{"`small`: has no `notice`; expected a value, or \"not stated\"",
                                  "`small`: has no `released`; expected a value, or \"not stated\""});
    }
}

TEST_CASE("an entity has a key, used once over all kinds, and a name", "[builder]") {
    small s;
    SECTION("no key") {
        s.b.add<cause>({"Not a key", "Name"});
        CHECK(s.problems() ==
              strings{"`Not a key`: is no key; expected lower-case letters and digits in parts joined by -, a letter first"});
    }
    SECTION("twice, of different kinds") {
        s.b.add<mechanism>({"pain", "Pain"});
        CHECK(s.problems() == strings{"`pain`: is a key twice; a key is used once over all kinds"});
    }
    SECTION("twice, in files") {
        s.b.at({"one.toml", 3, 1});
        s.b.add<cause>({"sting", "Sting"});
        s.b.at({"two.toml", 8, 5});
        s.b.add<cause>({"sting", "Sting"});
        CHECK(s.problems() ==
              strings{"two.toml:8:5: `sting`: is a key twice; first at one.toml:3:1; a key is used once over all kinds"});
    }
    SECTION("no name") {
        s.b.add<cause>({"sting", ""});
        CHECK(s.problems() == strings{"`sting`: has no `name`"});
    }
}

TEST_CASE("details are complete and name entities of the right kind", "[builder]") {
    small s;
    SECTION("a source without title") {
        auto d = s.described(source_kind::trial);
        d.title = {};
        s.b.add<source>({"paper", "Paper"}, d);
        CHECK(s.problems() == strings{"`paper`: has no `title`; expected a value, or \"not stated\""});
    }
    SECTION("a source whose title is not stated") {
        auto d = s.described(source_kind::trial);
        d.title = not_stated;
        d.published = date::unstated();
        s.b.add<source>({"paper", "Paper"}, d);
        CHECK(s.problems().empty());
    }
    SECTION("a scale that is a cause") {
        s.b.details(s.relief).scale = pretend<instrument>(s.pain);
        CHECK(s.problems() == strings{"`relief`: `scale` is `pain`, a cause; expected an instrument"});
    }
    SECTION("a scale that is nothing") {
        s.b.details(s.relief).scale = pretend<instrument>(nobody);
        CHECK(s.problems() == strings{"`relief`: `scale` names no entity"});
    }
    SECTION("a list with an outcome among options") {
        preset_details d;
        d.columns = s.b.list({"option"});
        d.options = s.b.list(std::vector<id<option>>{s.remedy, pretend<option>(s.relief)});
        s.b.add<table_preset>({"table", "Table"}, d);
        CHECK(s.problems() == strings{"`table`: `options` is `relief`, an outcome; expected a therapy_class or therapy"});
    }
    SECTION("a list that names nothing") {
        preset_details d;
        d.columns = s.b.list({"option"});
        d.options = s.b.list(std::vector<id<option>>{id<option>::unstated()});
        s.b.add<table_preset>({"table", "Table"}, d);
        CHECK(s.problems() == strings{"`table`: `options` names no entity"});
    }
    SECTION("a list that names one twice") {
        preset_details d;
        d.columns = s.b.list({"option"});
        d.options = s.b.list(std::vector<id<option>>{s.remedy, s.other, s.remedy});
        s.b.add<table_preset>({"table", "Table"}, d);
        CHECK(s.problems() == strings{"`table`: `options` names `remedy` twice"});
    }
}

TEST_CASE("a code belongs to an entity and to a system that may ship", "[builder]") {
    small s;
    auto const system = [&](bool may_ship) {
        return s.b.add<code_system>({"codes", "Codes"}, {s.b.text("urn:x"), s.b.text("1"), s.b.text("free"), {}, may_ship});
    };
    SECTION("of no entity") {
        s.b.code(nobody, system(true), "X1", mapping::exact);
        CHECK(s.problems() == strings{"`X1`: is a code of no entity"});
    }
    SECTION("of a system that must not ship") {
        s.b.code(s.pain, system(false), "X1", mapping::exact);
        CHECK(s.problems() == strings{"`pain`: has a code of `codes`, whose licence does not allow to ship it"});
    }
    SECTION("of no system") {
        s.b.code(s.pain, {}, "X1", mapping::exact);
        CHECK(s.problems() == strings{"`pain`: has no `system`; expected a value, or \"not stated\""});
    }
    SECTION("without the code") {
        s.b.code(s.pain, system(true), "", mapping::exact);
        CHECK(s.problems() == strings{"`pain`: has no `code`; expected a value, or \"not stated\""});
    }
}

TEST_CASE("an edge joins entities of the kinds that its relation has", "[builder]") {
    small s;
    SECTION("from nothing") {
        s.b.relate<is_a>(nobody, s.pain);
        CHECK(s.problems() == strings{"`is_a` has a subject that names no entity"});
    }
    SECTION("to nothing") {
        s.b.relate<member_of>(s.remedy, pretend<therapy_class>(nobody));
        CHECK(s.problems() == strings{"`remedy`: `member_of` has an object that names no entity"});
    }
    SECTION("from a wrong kind") {
        s.b.claim<affects>(pretend<option>(s.pain), s.relief, s.said(), {"c-1"});
        CHECK(s.problems() == strings{"`c-1`: `affects` has the subject `pain`, a cause; expected a therapy_class or therapy"});
    }
    SECTION("to a wrong kind") {
        s.b.claim<contraindicated_in>(s.remedy, pretend<one_of<cause, circumstance>>(s.relief), s.said(), {"c-1"});
        CHECK(s.problems() ==
              strings{"`c-1`: `contraindicated_in` has the object `relief`, an outcome; expected a cause or circumstance"});
    }
    SECTION("to itself") {
        s.b.relate<form_of>(s.remedy, s.remedy);
        CHECK(s.problems() == strings{"`remedy`: `form_of` relates `remedy` to itself"});
    }
    SECTION("is_a between kinds") {
        s.b.relate<is_a>(s.remedy, s.pain);
        CHECK(
            s.problems() == strings{"`remedy`: `is_a` joins `remedy`, a therapy, to `pain`, a cause; expected two of one kind"});
    }
    SECTION("the same structure twice") {
        s.b.relate<member_of>(s.remedy, s.pills);
        s.b.relate<member_of>(s.remedy, s.pills);
        CHECK(s.problems() == strings{"`remedy`: is `member_of` `pills` twice"});
    }
}

TEST_CASE("a claim has a source, a place in it and a day on which it was checked", "[builder]") {
    small s;
    s.b.claim<used_for>(s.remedy, s.pain, {}, {"c-1"});
    CHECK(s.problems() == strings{"`c-1`: has no `source`; expected a value, or \"not stated\"",
                              "`c-1`: has no `place`; expected a value, or \"not stated\"",
                              "`c-1`: has no `checked`; expected a value, or \"not stated\""});
}

TEST_CASE("an attribution names causes, a source and a jurisdiction that exist", "[builder]") {
    small s;
    auto a = s.said();
    SECTION("a source that is a scheme") {
        a.source = pretend<source>(s.grade);
        s.b.claim<used_for>(s.remedy, s.pain, a, {"c-1"});
        CHECK(s.problems() == strings{"`c-1`: `source` is `grade`, a scheme; expected a source"});
    }
    SECTION("causes that are none, not stated or named twice") {
        a.about = s.b.list(std::vector{s.pain, pretend<cause>(s.relief), s.pain, id<cause>::unstated()});
        s.affects_relief(s.figure());
        s.b.claim<affects>(s.remedy, s.relief, a, {"c-2"}, s.figure());
        CHECK(s.problems() == strings{"`c-2`: `about` is `relief`, an outcome; expected a cause",
                                  "`c-2`: `about` names no entity", "`c-2`: `about` names `pain` twice"});
    }
    SECTION("an excluded cause that is none") {
        a.excludes = s.b.list(std::vector{pretend<cause>(nobody)});
        s.b.claim<used_for>(s.remedy, s.pain, a, {"c-1"});
        CHECK(s.problems() == strings{"`c-1`: `excludes` names no entity"});
    }
}

TEST_CASE("a claim read elsewhere says where, one that was withdrawn since when and why", "[builder]") {
    small s;
    auto a = s.said();
    SECTION("restated, without the source where it was read") {
        a.read = reading::restated;
        s.b.claim<used_for>(s.remedy, s.pain, a, {"c-1"});
        CHECK(s.problems() == strings{"`c-1`: was read as restated, without `restated_in`: the source where it was read"});
    }
    SECTION("withdrawn, without a reason") {
        a.status = claim_status::withdrawn;
        a.status_date = date{2024, 1, 1};
        s.b.claim<used_for>(s.remedy, s.pain, a, {"c-1"});
        CHECK(s.problems() == strings{"`c-1`: is withdrawn without `status_date` and `status_reason`"});
    }
    SECTION("superseded, without a date") {
        a.status = claim_status::superseded;
        a.status_reason = s.b.text("a newer edition");
        s.b.claim<used_for>(s.remedy, s.pain, a, {"c-1"});
        CHECK(s.problems() == strings{"`c-1`: is superseded without `status_date` and `status_reason`"});
    }
    SECTION("valid until before it was published") {
        a.published = date{2024, 5, 2};
        a.valid_until = date{2024, 4, 0};
        s.b.claim<used_for>(s.remedy, s.pain, a, {"c-1"});
        CHECK(s.problems() == strings{"`c-1`: is valid until a day before it was published"});
    }
    SECTION("valid until the end of the month in which it was published") {
        a.published = date{2024, 5, 2};
        a.valid_until = date{2024, 5, 0};
        s.b.claim<used_for>(s.remedy, s.pain, a, {"c-1"});
        CHECK(s.problems().empty());
    }
}

TEST_CASE("a grade is a word of the scheme that is named beside it", "[builder]") {
    small s;
    recommendation r{s.grade, {2}, {}, {}, {}};
    SECTION("the last word") {
        s.b.claim<recommended_for>(s.remedy, s.pain, s.said(), {"c-1"}, r);
        CHECK(s.problems().empty());
    }
    SECTION("not stated") {
        r.strength.value = unstated_level;
        s.b.claim<recommended_for>(s.remedy, s.pain, s.said(), {"c-1"}, r);
        CHECK(s.problems().empty());
    }
    SECTION("past the last word") {
        r.strength.value = 3;
        s.b.claim<recommended_for>(s.remedy, s.pain, s.said(), {"c-1"}, r);
        CHECK(s.problems() == strings{"`c-1`: `strength` is no word of the scheme `grade`"});
    }
    SECTION("a line where the scheme has no lines") {
        r.line.value = 1;
        s.b.claim<recommended_for>(s.remedy, s.pain, s.said(), {"c-1"}, r);
        CHECK(s.problems() == strings{"`c-1`: `line` is no word of the scheme `grade`"});
    }
    SECTION("without a scheme") {
        r.scheme = {};
        s.b.claim<recommended_for>(s.remedy, s.pain, s.said(), {"c-1"}, r);
        CHECK(s.problems() == strings{"`c-1`: has no `scheme`; expected a value, or \"not stated\"",
                                  "`c-1`: `strength` needs the `scheme` whose word it is"});
    }
    SECTION("without a strength") {
        r.strength = {};
        s.b.claim<recommended_for>(s.remedy, s.pain, s.said(), {"c-1"}, r);
        CHECK(s.problems() == strings{"`c-1`: has no `strength`; expected a value, or \"not stated\""});
    }
}

TEST_CASE("an approval and a warning hold in a jurisdiction", "[builder]") {
    small s;
    auto const agency = s.b.text("Agency");
    SECTION("an approval without") {
        s.b.claim<approved_for>(s.remedy, s.pain, s.said(), {"c-1"}, {agency, approval_status::approved, {}});
        CHECK(s.problems() ==
              strings{"`c-1`: has no `jurisdiction`; an approval or warning holds in one, or in one \"not stated\""});
    }
    SECTION("a warning without") {
        s.b.claim<warned_of>(s.remedy, s.relief, s.said(), {"c-1"}, {agency, warning_form::boxed});
        CHECK(s.problems() ==
              strings{"`c-1`: has no `jurisdiction`; an approval or warning holds in one, or in one \"not stated\""});
    }
    SECTION("with one, and with one not stated") {
        s.b.claim<approved_for>(s.remedy, s.pain, s.said_in(s.land), {"c-1"}, {agency, approval_status::approved, {}});
        s.b.claim<warned_of>(s.remedy, s.relief, s.said_in(id<jurisdiction>::unstated()), {"c-2"}, {agency, warning_form::boxed});
        CHECK(s.problems().empty());
    }
}

TEST_CASE("an interval is in order", "[builder]") {
    small s;
    auto e = s.figure();
    strings const out_of_order{"`c-1`: has an interval out of order; expected `low` <= `value` <= `high`"};
    SECTION("low above high") {
        e.low = decimal{50, 0};
        e.high = decimal{40, 0};
        s.affects_relief(e);
        CHECK(s.problems() == out_of_order);
    }
    SECTION("the value outside") {
        e.low = decimal{461, 1};
        e.high = decimal{50, 0};
        s.affects_relief(e);
        CHECK(s.problems() == out_of_order);
    }
    SECTION("the value on a bound, whatever places are printed") {
        e.low = decimal{4500, 2};
        e.high = decimal::infinity();
        s.affects_relief(e);
        CHECK(s.problems().empty());
    }
    SECTION("negative bounds in order") {
        e.statistic = statistic::standardised_mean_difference;
        e.value = decimal{-59, 2};
        e.low = decimal{-80, 2};
        e.high = decimal{-38, 2};
        s.affects_relief(e);
        CHECK(s.problems().empty());
    }
    SECTION("one bound alone") {
        e.low = decimal{40, 0};
        s.affects_relief(e);
        CHECK(s.problems() == strings{"`c-1`: has one bound of an interval without the other"});
    }
    SECTION("a number needed to treat from benefit through infinity to harm") {
        e.statistic = statistic::nnt;
        e.low = decimal{12, 0};
        e.high = decimal{-90, 0};
        s.affects_relief(e);
        CHECK(s.problems().empty());
    }
    SECTION("no other measure goes through infinity") {
        e.low = decimal{12, 0};
        e.high = decimal{-90, 0};
        s.affects_relief(e);
        CHECK(s.problems() == out_of_order);
    }
}

TEST_CASE("a figure says what it was compared with, over which time, in how many, and how sure they are", "[builder]") {
    small s;
    auto const lacks = [](std::string name) {
        return strings{"`c-1`: is a figure without `" + name + "`; expected a value, or \"not stated\""};
    };
    auto e = s.figure();
    SECTION("no value") {
        e.value = {};
        s.affects_relief(e);
        CHECK(s.problems() == strings{"`c-1`: is a figure without a `value`"});
    }
    SECTION("an interval alone will do") {
        e.value = {};
        e.low = decimal{1, 0};
        e.high = decimal{2, 0};
        s.affects_relief(e);
        CHECK(s.problems().empty());
    }
    SECTION("no comparator") {
        e.comparator = {};
        s.affects_relief(e);
        CHECK(s.problems() == lacks("comparator"));
    }
    SECTION("a comparator in words") {
        e.comparator = {};
        e.compared_with = s.b.text("before the treatment");
        s.affects_relief(e);
        CHECK(s.problems().empty());
    }
    SECTION("no time frame") {
        e.time_frame = {};
        s.affects_relief(e);
        CHECK(s.problems() == lacks("time_frame"));
    }
    SECTION("no participants") {
        e.participants = {};
        s.affects_relief(e);
        CHECK(s.problems() == lacks("participants"));
    }
    SECTION("no certainty") {
        e.certainty = {};
        s.affects_relief(e);
        CHECK(s.problems() == lacks("certainty"));
    }
    SECTION("whatever the source does not state") {
        e.comparator = id<option>::unstated();
        e.time_frame = not_stated;
        e.participants = decimal::unstated();
        e.certainty = {unstated_level};
        s.affects_relief(e);
        CHECK(s.problems().empty());
    }
    SECTION("words need none of this") {
        s.affects_relief({});
        CHECK(s.problems().empty());
    }
}

TEST_CASE("the id of a claim is a key, used once", "[builder]") {
    small s;
    SECTION("no id") {
        s.b.claim<used_for>(s.remedy, s.pain, s.said(), {"Claim 1"});
        CHECK(s.problems() == strings{"`Claim 1`: is no claim id; expected lower-case letters and digits in parts joined by -"});
    }
    SECTION("twice, on different relations") {
        s.b.at({"claims.toml", 2, 1});
        s.b.claim<used_for>(s.remedy, s.pain, s.said(), {"c-1"});
        s.b.at({"claims.toml", 9, 1});
        s.affects_relief({});
        CHECK(s.problems() ==
              strings{"claims.toml:9:1: `c-1`: is the id of two claims; first at claims.toml:2:1; an id is used once"});
    }
    SECTION("left out twice") {
        s.b.claim<used_for>(s.remedy, s.pain, s.said(), {});
        s.b.claim<used_for>(s.remedy, s.pain, s.said(), {});
        CHECK(s.problems().empty());
    }
    SECTION("the key of an entity may be the id of a claim") {
        s.b.claim<used_for>(s.remedy, s.pain, s.said(), {"pain"});
        CHECK(s.problems().empty());
    }
}

TEST_CASE("a circle of is_a is refused, with the edges in it", "[builder]") {
    small s;
    auto const sting = s.b.add<cause>({"sting", "Sting"});
    s.b.relate<is_a>(s.ache, s.pain);
    s.b.relate<is_a>(s.pain, sting);
    s.b.relate<is_a>(sting, s.ache);
    CHECK(s.problems() == strings{"`ache`: `is_a` `pain` leads in a circle or out of one",
                              "`pain`: `is_a` `sting` leads in a circle or out of one",
                              "`sting`: `is_a` `ache` leads in a circle or out of one"});
    CHECK(s.b.hierarchy().size() == 3);  // for whoever prints the circle
}

TEST_CASE("two ways up to one ancestor are no circle", "[builder]") {
    small s;
    auto const sting = s.b.add<cause>({"sting", "Sting"}), burn = s.b.add<cause>({"burn", "Burn"});
    s.b.relate<is_a>(sting, s.pain);
    s.b.relate<is_a>(burn, s.pain);
    s.b.relate<is_a>(s.ache, sting);
    s.b.relate<is_a>(s.ache, burn);
    CHECK(s.problems().empty());
}

TEST_CASE("a therapy stands in one row, and no row inside another", "[builder]") {
    small s;
    SECTION("two rows") {
        s.b.relate<listed_under>(s.remedy, s.pills);
        s.b.relate<listed_under>(s.remedy, s.red_pills);
        CHECK(s.problems() == strings{"`remedy`: is listed under `pills` and under `red-pills`; expected one row"});
    }
    SECTION("a row in a row") {
        s.b.relate<is_a>(s.red_pills, s.pills);
        s.b.relate<listed_under>(s.remedy, s.pills);
        s.b.relate<listed_under>(s.other, s.red_pills);
        CHECK(s.problems() == strings{"`red-pills`: is a row inside the row `pills`; expected therapies under one of the two"});
    }
    SECTION("no row is no problem here: see unlisted()") { CHECK(s.problems().empty()); }
}

TEST_CASE("all problems come together, those of reading first, each with its place", "[builder]") {
    small s;
    s.b.report({"a.toml", 1, 2}, "x", "was misread");
    s.b.at({"b.toml", 7, 1});
    s.b.report("y", "was misread here");
    s.b.add<cause>({"Bad", ""});
    s.b.relate<member_of>(s.remedy, s.pills);
    s.b.at({"b.toml", 8, 1});
    s.b.relate<member_of>(s.remedy, s.pills);
    s.b.claim<used_for>(s.remedy, s.pain, s.said(), {"No"});
    CHECK(s.problems() ==
          strings{"a.toml:1:2: `x`: was misread", "b.toml:7:1: `y`: was misread here",
              "b.toml:7:1: `Bad`: is no key; expected lower-case letters and digits in parts joined by -, a letter first",
              "b.toml:7:1: `Bad`: has no `name`", "b.toml:8:1: `remedy`: is `member_of` `pills` twice",
              "b.toml:8:1: `No`: is no claim id; expected lower-case letters and digits in parts joined by -"});
}

TEST_CASE("entities are numbered in the order in which they are printed", "[builder]") {
    auto const& kb = fixture::knee();
    auto const keys = [&](auto const& range) {
        strings all;
        for (auto e : range) all.emplace_back(kb.key(e));
        return all;
    };
    SECTION("causes: every parent before its children, then A to Z by name") {
        CHECK(
            keys(kb.all<cause>()) == strings{"knee-pain", "gout-of-the-knee", "knee-osteoarthritis", "early-knee-osteoarthritis",
                                         "knee-injury-pain", "post-traumatic-knee-osteoarthritis"});
    }
    SECTION("classes: the kinds of therapy by their order, each followed by what is below it") {
        CHECK(keys(kb.all<therapy_class>()) == strings{"fixture-medicines-by-mouth", "pain-relievers", "anti-inflammatories",
                                                   "simple-analgesics", "fixture-medicines-on-the-skin", "gels",
                                                   "fixture-movement", "exercise", "two-at-once", "cox-inhibitors"});
    }
    SECTION("therapies: references first, then row by row, A to Z, and at last those in no row") {
        CHECK(keys(kb.all<therapy>()) == strings{"placebo", "usual-care", "alphaprofen", "betaprofen", "calmadol",
                                             "alphaprofen-gel", "strength-training", "tai-chi", "alphaprofen-with-calmadol",
                                             "knee-brace"});
    }
    SECTION("others: A to Z by name, capitals as small letters") {
        CHECK(keys(kb.all<mechanism>()) == strings{"unused-mechanism", "cox-inhibition", "muscle-strengthening"});
    }
}

TEST_CASE("on random bases, every parent has a smaller number than its children", "[builder][property]") {
    for (std::uint32_t seed = 0; seed != 100; ++seed) {
        INFO("seed " << seed);
        fixture::random_base made{seed};
        auto const owner = made.freeze();
        auto const kb = owner.view();
        for (auto e : kb.every<is_a>()) CHECK(e.object < e.subject);
    }
}

TEST_CASE("the order in which things are added makes no difference", "[builder]") {
    auto const build = [](bool reversed) {
        small s;
        std::vector<std::string_view> names{"a", "b", "c", "d"};
        if (reversed) std::reverse(names.begin(), names.end());
        std::vector<id<cause>> ids;
        for (auto n : names) ids.push_back(s.b.add<cause>({n, n}));
        auto const of = [&](std::string_view n) {
            return ids[static_cast<std::size_t>(std::find(names.begin(), names.end(), n) - names.begin())];
        };
        auto const first = [&] { s.b.relate<is_a>(of("d"), of("a")); };
        auto const second = [&] { s.b.relate<is_a>(of("d"), of("b")); };
        if (reversed)
            second(), first();
        else
            first(), second();
        for (auto n : names) s.b.claim<used_for>(s.remedy, of(n), s.said(), {});
        auto const owner = fixture::frozen(std::move(s.b));
        auto const kb = owner.view();
        strings all;
        for (auto e : kb.all<entity>()) all.emplace_back(kb.key(e));
        for (auto c : kb.claims()) all.emplace_back(kb.claim_key(c));
        return all;
    };
    CHECK(build(false) == build(true));
}

TEST_CASE("where a name differs from the key in capitals alone, the key is the one that is found and suggested", "[builder]") {
    small s;
    // In no order and enough of them, so that a sort that is not told which comes first mixes them.
    for (int n = 0; n != 200; ++n) {
        auto const mixed = std::to_string(1000 + n * 77 % 200), place = "At " + std::to_string(1000 + n);
        s.b.add<cause>({"x" + mixed, place, {}, {"X" + mixed}});
    }
    auto const owner = fixture::frozen(std::move(s.b));
    auto const kb = owner.view();
    for (auto const& row : kb.tables().names)
        if (compare_folded(kb[row.name], kb.key(row.of)) == 0) CHECK(kb[row.name] == kb.key(row.of));
}

TEST_CASE("a claim without an id gets one from what it says, the same in every build", "[builder]") {
    auto const key_of = [](knowledge_base const& kb) {
        for (auto const& c : kb.out<used_for>(fixture::entity<therapy>(kb, "alphaprofen"))) return claim_key_of(kb, c.number);
        return std::string{};
    };
    auto const again = fixture::frozen(fixture::knee_builder());
    auto const key = key_of(fixture::knee());
    CHECK(is_key(key));
    CHECK(key.starts_with("c-"));
    CHECK(key == key_of(again.view()));
}

TEST_CASE("what several claims share is kept once", "[builder]") {
    auto const& kb = fixture::knee();
    auto const a = fixture::claim(kb, "guideline-nsaids"), b = fixture::claim(kb, "guideline-exercise");
    CHECK(&kb.said(a) == &kb.said(b));
    CHECK(kb.tables().attributions.size() < kb.claim_count());
}

TEST_CASE("on random bases, every claim keeps its ends, its source, its context and its payload", "[builder][property]") {
    for (std::uint32_t seed = 0; seed != 60; ++seed) {
        INFO("seed " << seed);
        fixture::random_base made{seed};
        auto const record = made.record();
        auto const owner = made.freeze();
        auto const kb = owner.view();
        REQUIRE(kb.edge_count() == record.size());
        for (auto const& r : record) {
            if (r.key.empty()) continue;
            INFO(r.key);
            auto const c = fixture::claim(kb, r.key);
            CHECK(kb.relation(c) == r.relation);
            CHECK(kb.key(kb.subject(c)) == r.subject);
            CHECK(kb.key(kb.object(c)) == r.object);
            CHECK(kb.stance(c) == r.stance);
            CHECK(kb.key(kb.said(c).source) == r.source);
            CHECK(kb[kb.said(c).place] == r.place);
            strings about;
            for (auto x : kb[kb.said(c).about]) about.emplace_back(kb.key(x));
            CHECK(about == r.about);
            if (r.relation == relation_number<affects>) CHECK(kb.get<affects>(c).carries->value == decimal{r.payload, 1});
            if (r.relation == relation_number<used_for>)
                CHECK(kb.get<used_for>(c).carries->intent == static_cast<intent>(r.payload));
            if (r.relation == relation_number<recommended_for>) {
                CHECK(kb.get<recommended_for>(c).carries->strength.value == r.payload);
                CHECK(kb.key(kb.get<recommended_for>(c).carries->scheme) == "grade");
            }
        }
    }
}

TEST_CASE("texts and lists are kept once", "[builder]") {
    builder b;
    CHECK(b.text("x") == b.text("x"));
    CHECK(b.text("") == treatise::text{});
    CHECK(b.text("not stated") == not_stated);
    CHECK(b.list({"x", "y"}) == b.list({"x", "y"}));
    CHECK(b.list({}).empty());
    CHECK(b[b.text("x")] == "x");
}

}  // namespace graph_builder_test
