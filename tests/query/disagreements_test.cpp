// SPDX-License-Identifier: BSL-1.0
// Where sources differ: the rules, one by one, and against a slow and simple account of them.
#include <treatise/graph/builder.hpp>
#include <treatise/query/disagreements.hpp>

#include "catch.hpp"
#include "opinions.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace query_disagreements_test {

using namespace treatise;
using fixture::opinions;
using fixture::with_older;

namespace {

using lines = std::vector<std::string>;

std::vector<disagreement> asked(knowledge_base const& kb, char const* cause = "ache", scope const& s = {}) {
    return disagreements(kb, fixture::entity<treatise::cause>(kb, cause), s);
}
template <class Enum>
std::string words(set_of<Enum> set) {
    std::string made;
    for (std::size_t i = 0; i != words_of<Enum>.size(); ++i)
        if (set.bits >> i & 1u) made += (made.empty() ? "" : " ") + std::string{words_of<Enum>[i]};
    return made;
}
lines keys(knowledge_base const& kb, std::vector<statement> const& of) {
    lines made;
    for (auto const& s : of) made.emplace_back(kb.claim_key(s.claim));
    return made;
}
/// A group on one line: "pill-a recommended_for: answer: yes, no".
std::string line(knowledge_base const& kb, disagreement const& d) {
    auto made = std::string{kb.key(d.option)} + ' ' + std::string{relation_names[d.relation]};
    if (d.about) made += ' ' + std::string{kb.key(d.about)};
    made += ": " + words(d.kinds) + ':';
    for (auto const& key : keys(kb, d.sides)) made += (made.back() == ':' ? " " : ", ") + key;
    return made;
}
lines groups(knowledge_base const& kb, char const* cause = "ache", scope const& s = {}) {
    lines made;
    for (auto const& d : asked(kb, cause, s)) made.push_back(line(kb, d));
    return made;
}

}  // namespace

// One relation decides.

TEST_CASE("sources that recommend for, against and neither stand in one group, each side once", "[disagreements]") {
    opinions b;
    b.recommends("red", "pill-a", "ache", "no", stance::against);
    b.recommends("green", "pill-a", "ache", "yes");
    b.recommends("blue", "pill-a", "ache", "open", stance::no_recommendation);
    CHECK(groups(b.freeze()) == lines{"pill-a recommended_for: answer: yes, no, open"});
}

TEST_CASE("sources that say the same differ in nothing, and one source does not differ from itself", "[disagreements]") {
    opinions b;
    b.recommends("red", "pill-a", "ache", "red-a");
    b.recommends("green", "pill-a", "ache", "green-a");
    b.recommends("red", "pill-b", "early-ache", "red-b");
    b.recommends("red", "pill-b", "late-ache", "red-b-late", stance::against);
    CHECK(groups(b.freeze()) == lines{});
}

TEST_CASE("what nobody speaks of has no disagreement", "[disagreements]") {
    opinions b;
    b.recommends("red", "pill-a", "ache", "yes");
    auto const& kb = b.freeze();
    CHECK(groups(kb, "other-ache") == lines{});
    CHECK(disagreements(kb, id<cause>{}).empty());
}

TEST_CASE("a recommendation and an effect are two questions: no group, and context of each other's", "[disagreements]") {
    opinions b;
    b.recommends("red", "pill-a", "ache", "advised");
    b.finds("green", "pill-a", "relief", "not-found", stance::no_difference);
    SECTION("alone") { CHECK(groups(b.freeze()) == lines{}); }
    SECTION("where the recommendation is disputed") {
        b.recommends("blue", "pill-a", "ache", "not-advised", stance::against);
        auto const& kb = b.freeze();
        REQUIRE(groups(kb) == lines{"pill-a recommended_for: answer: advised, not-advised"});
        CHECK(keys(kb, asked(kb).front().context) == lines{"not-found"});
    }
}

TEST_CASE("context is about the options of the group alone, and never a side", "[disagreements]") {
    opinions b;
    b.recommends("red", "pill-a", "ache", "yes");
    b.recommends("green", "pill-a", "ache", "no", stance::against);
    b.names("red", "pill-b", "of-another-pill");
    b.names("red", "pill-a", "of-this-pill");
    b.claim<contraindicated_in>("pill-a", "pregnancy", b.by("red"), "with-care");
    auto const& kb = b.freeze();
    auto const all = asked(kb);
    REQUIRE(all.size() == 1);
    CHECK(keys(kb, all.front().context) == lines{"with-care", "of-this-pill"});
}

TEST_CASE("effects on different outcomes are different matters; at different thresholds of one outcome they are one",
    "[disagreements]") {
    opinions b;
    b.finds("red", "pill-a", "relief-of-half", "half");
    SECTION("sleep is another matter") {
        b.finds("green", "pill-a", "sleep", "no-sleep", stance::no_difference);
        CHECK(groups(b.freeze()) == lines{});
    }
    SECTION("relief of a third is relief, as the base says") {
        b.finds("green", "pill-a", "relief-of-third", "no-third", stance::no_difference);
        auto const& kb = b.freeze();
        CHECK(groups(kb) == lines{"pill-a affects relief: answer: half, no-third"});
        CHECK(words(asked(kb).front().also_differs) == "date outcome");
    }
}

TEST_CASE("of an effect, found, not found, mixed and no difference are four answers", "[disagreements]") {
    opinions b;
    b.finds("red", "pill-a", "relief", "found");
    b.finds("green", "pill-a", "relief", "nothing", stance::no_evidence_found);
    b.finds("blue", "pill-a", "relief", "equal", stance::no_difference);
    b.finds("third-edition", "pill-a", "relief", "mixed", stance::mixed);
    CHECK(groups(b.freeze()) == lines{"pill-a affects relief: answer: found, equal, nothing, mixed"});
}

TEST_CASE("prevention and relief are two purposes, and no disagreement", "[disagreements]") {
    opinions b;
    auto prevents = b.of("stars", 1);
    prevents.intent = intent::preventive;
    b.recommends(b.by("red"), "pill-a", "ache", "not-to-prevent", stance::against, prevents);
    b.recommends("green", "pill-a", "ache", "to-relieve");
    CHECK(groups(b.freeze()) == lines{});
}

TEST_CASE("whether to avoid it in one state is no matter of another state", "[disagreements]") {
    opinions b;
    b.claim<contraindicated_in>("pill-a", "pregnancy", b.by("red"), "avoid");
    SECTION("another state") {
        b.claim<contraindicated_in>("pill-a", "other-ache", b.by("green"), "need-not", stance::against);
        CHECK(groups(b.freeze()) == lines{});
    }
    SECTION("the same state") {
        b.claim<contraindicated_in>("pill-a", "pregnancy", b.by("green"), "need-not", stance::against);
        CHECK(groups(b.freeze()) == lines{"pill-a contraindicated_in pregnancy: answer: avoid, need-not"});
    }
}

// In what they differ.

TEST_CASE("strength and line differ inside one scheme only", "[disagreements]") {
    opinions b;
    b.recommends(b.by("red"), "pill-a", "ache", "strong", stance::in_favour, b.of("stars", 1, 1));
    SECTION("another strength") {
        b.recommends(b.by("green"), "pill-a", "ache", "weak", stance::in_favour, b.of("stars", 2, 1));
        CHECK(groups(b.freeze()) == lines{"pill-a recommended_for: strength: strong, weak"});
    }
    SECTION("another line") {
        b.recommends(b.by("green"), "pill-a", "ache", "second", stance::in_favour, b.of("stars", 1, 2));
        CHECK(groups(b.freeze()) == lines{"pill-a recommended_for: line: second, strong"});
    }
    SECTION("both: the group stands under the first") {
        b.recommends(b.by("green"), "pill-a", "ache", "both", stance::in_favour, b.of("stars", 2, 2));
        auto const& kb = b.freeze();
        CHECK(groups(kb) == lines{"pill-a recommended_for: strength line: both, strong"});
        CHECK(asked(kb).front().kind == difference::strength);
    }
    SECTION("another scheme") {
        b.recommends(b.by("green"), "pill-a", "ache", "weak", stance::in_favour, b.of("letters", 2, 2));
        CHECK(groups(b.freeze()) == lines{});
    }
    SECTION("a strength that the source does not state") {
        b.recommends(b.by("green"), "pill-a", "ache", "unstated", stance::in_favour, b.of("stars", unstated_level));
        CHECK(groups(b.freeze()) == lines{});
    }
    SECTION("strongly for and weakly against differ in the answer, not in the strength") {
        b.recommends(b.by("green"), "pill-a", "ache", "weak", stance::against, b.of("stars", 2, 2));
        CHECK(groups(b.freeze()) == lines{"pill-a recommended_for: answer: strong, weak"});
    }
}

TEST_CASE("certainty differs inside one scheme only, and between two raters", "[disagreements]") {
    opinions b;
    b.finds("red", "pill-a", "relief", "high", stance::in_favour, b.certain("stars", 1));
    SECTION("one scheme") {
        b.finds("green", "pill-a", "relief-of-half", "low", stance::in_favour, b.certain("stars", 2));
        CHECK(groups(b.freeze()) == lines{"pill-a affects relief: certainty: high, low"});
    }
    SECTION("two schemes") {
        b.finds("green", "pill-a", "relief", "low", stance::in_favour, b.certain("letters", 2));
        CHECK(groups(b.freeze()) == lines{});
    }
    SECTION("rated by the other source itself") {
        auto rated = b.certain("stars", 2);
        rated.rated_by = b.find<source>("red");
        b.finds("green", "pill-a", "relief", "low", stance::in_favour, rated);
        CHECK(groups(b.freeze()) == lines{});
    }
}

TEST_CASE("sizes differ where intervals of one measure are apart, or one alone includes no effect", "[disagreements]") {
    opinions b;
    auto const ratio = [&](decimal value, decimal low, decimal high) {
        return b.figure(statistic::risk_ratio, value, low, high);
    };
    auto const difference_of = [&](decimal value, decimal low, decimal high) {
        return b.figure(statistic::mean_difference, value, low, high);
    };
    auto const treat = [&](decimal value, decimal low, decimal high) { return b.figure(statistic::nnt, value, low, high); };
    auto const two = [&](effect const& x, effect const& y, char const* outcome = "relief") {
        b.finds("red", "pill-a", "relief", "x", stance::in_favour, x);
        b.finds("green", "pill-a", outcome, "y", stance::in_favour, y);
        return groups(b.freeze());
    };
    lines const differ{"pill-a affects relief: size: x, y"}, none;
    SECTION("apart") { CHECK(two(ratio({15, 1}, {12, 1}, {18, 1}), ratio({25, 1}, {2, 0}, {3, 0})) == differ); }
    SECTION("apart, the other way round") {
        CHECK(two(ratio({25, 1}, {2, 0}, {3, 0}), ratio({15, 1}, {12, 1}, {18, 1})) == differ);
    }
    SECTION("touching") { CHECK(two(ratio({15, 1}, {12, 1}, {2, 0}), ratio({25, 1}, {2, 0}, {3, 0})) == none); }
    SECTION("overlapping") { CHECK(two(ratio({15, 1}, {12, 1}, {22, 1}), ratio({25, 1}, {2, 0}, {3, 0})) == none); }
    SECTION("one includes a ratio of 1") {
        CHECK(two(ratio({15, 1}, {12, 1}, {18, 1}), ratio({13, 1}, {9, 1}, {17, 1})) == differ);
    }
    SECTION("both include a ratio of 1") { CHECK(two(ratio({11, 1}, {8, 1}, {18, 1}), ratio({13, 1}, {9, 1}, {17, 1})) == none); }
    SECTION("one includes a difference of 0") {
        CHECK(two(difference_of({-62, 2}, {-109, 2}, {-15, 2}), difference_of({-22, 2}, {-54, 2}, {10, 2})) == differ);
    }
    SECTION("a ratio and a difference are not compared") {
        CHECK(two(ratio({15, 1}, {12, 1}, {18, 1}), difference_of({0, 0}, {-1, 0}, {1, 0})) == none);
    }
    SECTION("without an interval nothing is compared") {
        CHECK(two(ratio({15, 1}, {}, {}), ratio({30, 1}, {25, 1}, {35, 1})) == none);
    }
    SECTION("numbers needed to treat, apart") {
        CHECK(two(treat({4, 0}, {3, 0}, {5, 0}), treat({8, 0}, {6, 0}, {9, 0})) == differ);
    }
    SECTION("one of them through infinity, on to harm") {
        CHECK(two(treat({4, 0}, {3, 0}, {9, 0}), treat({8, 0}, {5, 0}, {-20, 0})) == differ);
    }
    SECTION("one of them to infinity") {
        CHECK(two(treat({4, 0}, {3, 0}, {9, 0}), treat({8, 0}, {5, 0}, decimal::infinity())) == differ);
    }
    SECTION("both of them through infinity") {
        CHECK(two(treat({12, 0}, {6, 0}, {-90, 0}), treat({30, 0}, {20, 0}, {-40, 0})) == none);
    }
    SECTION("relief of half is not compared in size with relief of a third or with relief") {
        CHECK(two(treat({4, 0}, {3, 0}, {5, 0}), treat({8, 0}, {6, 0}, {9, 0}), "relief-of-half") == none);
    }
}

TEST_CASE("payers that pay and do not pay differ in coverage; what is not known differs from nothing", "[disagreements]") {
    opinions b;
    b.pays("red", "plan-x", "pill-a", coverage_status::covered, "pays");
    SECTION("pays, and does not") {
        b.pays("green", "plan-y", "pill-a", coverage_status::not_covered, "does-not");
        CHECK(groups(b.freeze()) == lines{"pill-a covered_for: coverage: pays, does-not"});
    }
    SECTION("pays, and pays") {
        b.pays("green", "plan-y", "pill-a", coverage_status::covered, "pays-too");
        CHECK(groups(b.freeze()) == lines{});
    }
    SECTION("pays, and not known") {
        b.pays("green", "plan-y", "pill-a", coverage_status::unknown, "unknown");
        CHECK(groups(b.freeze()) == lines{});
    }
}

TEST_CASE("a bare mention against a trial that found nothing is named, not for", "[disagreements]") {
    opinions b;
    b.names("red", "pill-a", "named");
    b.finds("green", "pill-a", "relief-of-half", "tried", stance::no_difference);
    SECTION("alone") {
        auto const& kb = b.freeze();
        REQUIRE(groups(kb) == lines{"pill-a affects relief: mention: tried, named"});
        CHECK(asked(kb).front().kind == difference::mention);
        CHECK(asked(kb).front().sides.back().facet == facet::use);
    }
    SECTION("of a form, where the whole was named") {
        b.names("red", "pill-b", "b-named");
        b.finds("green", "pills", "sleep", "pills-tried", stance::no_evidence_found);
        CHECK(groups(b.freeze()) ==
              lines{"pills affects sleep: mention: pills-tried, named, b-named", "pill-a affects relief: mention: tried, named"});
    }
    SECTION("where somebody finds the effect, sources differ in the answer, and the mention is context") {
        b.finds("blue", "pill-a", "relief", "found");
        auto const& kb = b.freeze();
        REQUIRE(groups(kb) == lines{"pill-a affects relief: answer: found, tried"});
        CHECK(keys(kb, asked(kb).front().context) == lines{"named"});
    }
    SECTION("a harm that was not found is no matter of a mention") {
        b.names("red", "pill-b", "b-named");
        b.finds("green", "pill-b", "sickness", "no-sickness", stance::no_difference);
        CHECK(groups(b.freeze()) == lines{"pill-a affects relief: mention: tried, named"});
    }
    SECTION("and by one source it is no difference") {
        b.names("green", "pill-b", "b-named");
        b.finds("green", "pill-b", "relief", "b-tried", stance::no_difference);
        CHECK(groups(b.freeze()) == lines{"pill-a affects relief: mention: tried, named"});
    }
}

// Of whom they speak.

TEST_CASE("claims about causes under the asked one stand in one group, and population differs", "[disagreements]") {
    opinions b;
    b.recommends("red", "pill-a", "early-ache", "early");
    b.recommends("green", "pill-a", "late-ache", "late", stance::against);
    b.recommends("blue", "pill-a", "other-ache", "other", stance::against);
    auto const& kb = b.freeze();
    REQUIRE(groups(kb) == lines{"pill-a recommended_for: answer: early, late"});
    CHECK(words(asked(kb).front().also_differs) == "population date");
    auto const all = asked(kb);
    for (auto const& s : all.front().sides) CHECK(s.applies == applicability::narrower);
    CHECK(groups(kb, "early-ache") == lines{});  // of late ache only the other speaks
}

TEST_CASE("claims about a wider cause stand beside those about the asked one", "[disagreements]") {
    opinions b;
    b.recommends("red", "pill-a", "ache", "wide");
    b.recommends("green", "pill-a", "late-ache", "late", stance::against);
    auto const& kb = b.freeze();
    REQUIRE(groups(kb, "late-ache") == lines{"pill-a recommended_for: answer: wide, late"});
    CHECK(asked(kb, "late-ache").front().sides.front().applies == applicability::broader);
}

TEST_CASE("a claim whose source sets the asked cause apart is no side", "[disagreements]") {
    opinions b;
    auto apart = b.by("red");
    apart.excludes = b.builder().list(std::vector{b.find<cause>("late-ache")});
    b.recommends(apart, "pill-a", "ache", "but-not-late", stance::in_favour, b.of("stars", 1));
    b.recommends("green", "pill-a", "ache", "against", stance::against);
    auto const& kb = b.freeze();
    CHECK(groups(kb) == lines{"pill-a recommended_for: answer: but-not-late, against"});
    CHECK(groups(kb, "late-ache") == lines{});
}

// Classes and members.

TEST_CASE("two therapies of one class are no disagreement", "[disagreements]") {
    opinions b;
    b.recommends("red", "pill-a", "ache", "a");
    b.recommends("green", "pill-b", "ache", "b", stance::against);
    CHECK(groups(b.freeze()) == lines{});
}

TEST_CASE("a class and one of its members are compared, and told apart", "[disagreements]") {
    opinions b;
    b.recommends("red", "pills", "ache", "class");
    b.recommends("green", "pill-b", "ache", "member", stance::against);
    b.recommends("blue", "pill-a", "ache", "other-member");
    auto const& kb = b.freeze();
    REQUIRE(groups(kb) == lines{"pill-b recommended_for: answer: class, member"});
    auto const d = asked(kb).front();
    CHECK(d.sides[0].of == said_of::its_class);
    CHECK(d.sides[1].of == said_of::itself);
    CHECK(words(d.also_differs) == "subject date");
}

TEST_CASE("where the class is disputed and its members too, the group is about the row", "[disagreements]") {
    opinions b;
    b.recommends("red", "pills", "ache", "class");
    b.recommends("green", "pill-a", "ache", "a", stance::against);
    b.recommends("green", "pill-b", "ache", "b", stance::against);
    auto const& kb = b.freeze();
    REQUIRE(groups(kb) == lines{"pills recommended_for: answer: class, a, b"});
    auto const d = asked(kb).front();
    CHECK(d.sides[0].of == said_of::itself);
    CHECK(d.sides[1].of == said_of::member);
}

TEST_CASE("two disputes in one row that share no claim are two groups", "[disagreements]") {
    opinions b;
    b.recommends("red", "pill-a", "ache", "a-yes");
    b.recommends("green", "pill-a", "ache", "a-no", stance::against);
    b.recommends("red", "pill-b", "ache", "b-yes");
    b.recommends("green", "pill-b", "ache", "b-no", stance::against);
    CHECK(groups(b.freeze()) ==
          lines{"pill-a recommended_for: answer: a-yes, a-no", "pill-b recommended_for: answer: b-yes, b-no"});
}

TEST_CASE("superclasses and classes of mere membership are above a therapy; the rows beside it are not", "[disagreements]") {
    opinions b;
    SECTION("a superclass") {
        b.recommends("red", "remedies", "ache", "all");
        b.recommends("green", "pill-a", "ache", "a", stance::against);
        CHECK(groups(b.freeze()) == lines{"pill-a recommended_for: answer: all, a"});
    }
    SECTION("a class that it is a member of") {
        b.recommends("red", "sweet-things", "ache", "sweet");
        b.recommends("green", "pill-b", "ache", "b", stance::against);
        CHECK(groups(b.freeze()) == lines{"pill-b recommended_for: answer: sweet, b"});
    }
    SECTION("another row") {
        b.recommends("red", "drops", "ache", "drops-yes");
        b.recommends("green", "pills", "ache", "pills-no", stance::against);
        CHECK(groups(b.freeze()) == lines{});
    }
}

TEST_CASE("a form is compared with what it is a form of, and the group is about their row", "[disagreements]") {
    opinions b;
    b.finds("red", "pill-a", "relief", "whole");
    b.finds("green", "pill-a-slow", "relief", "form", stance::no_difference);
    auto const& kb = b.freeze();
    REQUIRE(groups(kb) == lines{"pills affects relief: answer: whole, form"});
    auto const all = asked(kb);
    for (auto const& s : all.front().sides) CHECK(s.of == said_of::member);
}

TEST_CASE("a therapy in no class stands for itself, and a reference is no option", "[disagreements]") {
    opinions b;
    for (auto option : {"lone", "dummy"}) {
        b.finds("red", option, "relief", std::string{option} + "-yes");
        b.finds("green", option, "relief", std::string{option} + "-no", stance::no_difference);
    }
    CHECK(groups(b.freeze()) == lines{"lone affects relief: answer: lone-yes, lone-no"});
}

// In what else.

TEST_CASE("in what else claims differ is told, field by field", "[disagreements]") {
    opinions b;
    auto left = b.by("red"), right = b.by("red");
    right.source = b.find<source>("green");
    left.published = right.published = date{2012, 0, 0};
    auto of_left = b.of("stars", 1), of_right = b.of("stars", 1);
    auto const also_of = [&] {
        b.recommends(left, "pill-a", "ache", "left", stance::in_favour, of_left);
        b.recommends(right, "pill-a", "ache", "right", stance::against, of_right);
        auto const& kb = b.freeze();
        auto const all = asked(kb);
        REQUIRE(all.size() == 1);
        return words(all.front().also_differs);
    };
    SECTION("in nothing") { CHECK(also_of() == ""); }
    SECTION("date") {
        right.published = date{2013, 0, 0};
        CHECK(also_of() == "date");
    }
    SECTION("population") {
        right.population = b.builder().text("children");
        CHECK(also_of() == "population");
    }
    SECTION("a population that is not stated and none are the same") {
        right.population = not_stated;
        CHECK(also_of() == "");
    }
    SECTION("setting") {
        of_right.setting = b.builder().text("hospital");
        CHECK(also_of() == "setting");
    }
    SECTION("jurisdiction, of the claim or else of the source") {
        right.jurisdiction = b.find<jurisdiction>("far-land");
        CHECK(also_of() == "jurisdiction");
    }
    SECTION("the jurisdiction of the source said again is the same") {
        right.jurisdiction = b.find<jurisdiction>("fixture-land");
        CHECK(also_of() == "");
    }
    SECTION("the interest of a sponsor") {
        left.interest = b.builder().text("paid for by its maker");
        CHECK(also_of() == "interest");
    }
    SECTION("the interest of the source") {
        left.source = b.find<source>("blue");
        left.jurisdiction = b.find<jurisdiction>("fixture-land");
        CHECK(also_of() == "interest");
    }
}

TEST_CASE("of effects the outcome, the measure and the comparator may differ, too", "[disagreements]") {
    opinions b;
    auto of_left = b.figure(statistic::percent, {40, 0}, {}, {}), of_right = of_left;
    char const* outcome = "relief";
    auto const also_of = [&] {
        auto said = b.by("red", {"ache"});
        said.published = date{2012, 0, 0};
        b.claim<affects>("pill-a", "relief", said, "left", stance::in_favour, of_left);
        said.source = b.find<source>("green");
        b.claim<affects>("pill-a", outcome, said, "right", stance::no_difference, of_right);
        return words(asked(b.freeze()).at(0).also_differs);
    };
    SECTION("in nothing") { CHECK(also_of() == ""); }
    SECTION("outcome") {
        outcome = "relief-of-half";
        CHECK(also_of() == "outcome");
    }
    SECTION("measure") {
        of_right.statistic = statistic::risk_ratio;
        CHECK(also_of() == "statistic");
    }
    SECTION("comparator") {
        of_right.comparator = b.find<option>("pill-b");
        CHECK(also_of() == "comparator");
    }
}

// What steps back.

TEST_CASE("what was withdrawn makes no disagreement, shown or not", "[disagreements]") {
    opinions b;
    b.recommends("red", "pill-a", "ache", "yes");
    auto said = b.by("green");
    said.status = claim_status::withdrawn;
    said.status_date = date{2020, 1, 0};
    said.status_reason = b.builder().text("a misprint");
    b.recommends(said, "pill-a", "ache", "no", stance::against, b.of("stars", 1));
    auto const& kb = b.freeze();
    CHECK(groups(kb) == lines{});
    CHECK(groups(kb, "ache", with_older()) == lines{});
}

TEST_CASE("a newer edition does not disagree with an older one, not even when both are shown", "[disagreements]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "old");
    b.recommends("third-edition", "pill-a", "ache", "new", stance::against);
    b.recommends("first-edition", "pill-b", "late-ache", "old-of-late");
    b.recommends("third-edition", "pill-b", "ache", "new-of-all", stance::against);
    auto const& kb = b.freeze();
    CHECK(groups(kb) == lines{});
    CHECK(groups(kb, "ache", with_older()) == lines{});
}

TEST_CASE("what a newer edition replaced is a side against others only where it is shown", "[disagreements]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "old", stance::no_recommendation);
    b.recommends("second-edition", "pill-a", "ache", "new");
    b.recommends("red", "pill-a", "ache", "red");
    auto const& kb = b.freeze();
    CHECK(groups(kb) == lines{});
    REQUIRE(groups(kb, "ache", with_older()) == lines{"pill-a recommended_for: answer: red, old"});
    auto const all = asked(kb, "ache", with_older());
    for (auto const& s : all.front().sides)
        CHECK(s.replaced_by == (kb.claim_key(s.claim) == "old" ? fixture::claim(kb, "new") : claim_id{}));
}

TEST_CASE("what an older edition alone says is a side", "[disagreements]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "old");
    b.recommends("second-edition", "pill-b", "ache", "new");
    b.recommends("red", "pill-a", "ache", "red", stance::against);
    CHECK(groups(b.freeze()) == lines{"pill-a recommended_for: answer: old, red"});
}

// Scopes and order.

TEST_CASE("a scope narrows the options and the claims", "[disagreements]") {
    opinions b;
    for (auto option : {"pill-a", "drop-a"}) {
        b.recommends("red", option, "ache", std::string{option} + "-yes");
        b.recommends("green", option, "ache", std::string{option} + "-no", stance::against);
    }
    auto const& kb = b.freeze();
    scope s;
    s.kinds = {fixture::entity<therapy_class>(kb, "drops")};
    CHECK(groups(kb, "ache", s) == lines{"drop-a recommended_for: answer: drop-a-yes, drop-a-no"});
    s = {};
    s.options = {fixture::entity<option>(kb, "pills")};  // the row, and so what stands in it
    CHECK(groups(kb, "ache", s) == lines{"pill-a recommended_for: answer: pill-a-yes, pill-a-no"});
    s = {};
    s.source = fixture::entity<source>(kb, "red");
    CHECK(groups(kb, "ache", s) == lines{});
}

TEST_CASE("groups stand by kind of difference, then in display order", "[disagreements]") {
    opinions b;
    b.pays("red", "plan-x", "pill-a", coverage_status::covered, "pays");
    b.pays("green", "plan-y", "pill-a", coverage_status::not_covered, "does-not");
    b.finds("red", "drop-a", "relief", "high", stance::in_favour, b.certain("stars", 1));
    b.finds("green", "drop-a", "relief", "low", stance::in_favour, b.certain("stars", 2));
    b.names("red", "pill-b", "named");
    b.finds("green", "pill-b", "relief", "tried", stance::no_difference);
    b.recommends("red", "lone", "ache", "lone-yes");
    b.recommends("green", "lone", "ache", "lone-no", stance::against);
    b.recommends("red", "drop-a", "ache", "drop-yes");
    b.recommends("green", "drop-a", "ache", "drop-no", stance::against);
    CHECK(groups(b.freeze()) == lines{"drop-a recommended_for: answer: drop-yes, drop-no",
                                    "lone recommended_for: answer: lone-yes, lone-no",
                                    "drop-a affects relief: certainty: high, low", "pill-a covered_for: coverage: pays, does-not",
                                    "pill-b affects relief: mention: tried, named"});
}

// Against a slow and simple account of the same rules.

namespace {

/// A claim in words: nothing of it went through the code under test.
struct told {
    std::string key, relation, subject, object, source;
    std::string about;  ///< one cause; empty where the object is it
    stance says{};
    int purpose = 0, strength = 0, line = 0, certainty = 0, scheme = 0, payer = 0, paid = 0;
    int low = 0, high = 0;  ///< of a risk ratio in tenths; 0: in words
};

std::vector<told> random_claims(opinions& b, std::uint32_t seed) {
    std::mt19937 random{seed};
    auto const below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random()) % n; };
    auto const one_of = [&](lines const& all) { return all[below(static_cast<std::uint32_t>(all.size()))]; };
    std::vector<told> all;
    for (int i = 0; i != 40; ++i) {
        told t;
        t.key = "claim-" + std::to_string(i);
        t.relation = one_of({"recommended_for", "recommended_for", "affects", "affects", "affects", "used_for", "covered_for"});
        t.subject = one_of({"remedies", "pills", "drops", "sweet-things", "pill-a", "pill-b", "pill-a-slow", "drop-a", "lone"});
        t.source = one_of({"first-edition", "second-edition", "third-edition", "red", "green", "blue"});
        t.says = static_cast<stance>(below(3) == 0 ? below(6) : 0);
        auto const cause = one_of({"ache", "early-ache", "late-ache", "late-ache", "other-ache"});
        auto said = b.by(t.source);
        auto const level = [&](int value) { return static_cast<std::uint8_t>(value == 0 ? unstated_level : value); };
        t.purpose = below(6) == 0 ? 2 : 0;
        t.scheme = static_cast<int>(below(2));
        auto const scheme_of = t.scheme == 0 ? "stars" : "letters";
        if (t.relation == "affects") {
            t.object = one_of({"relief", "relief-of-half", "relief-of-third", "sleep", "sickness"});
            t.about = cause;
            said = b.by(t.source, {cause});
            t.certainty = static_cast<int>(below(3));
            effect e;
            if (below(2) == 0) {
                t.low = 5 + static_cast<int>(below(12));
                t.high = t.low + static_cast<int>(below(6));
                e = b.figure(statistic::risk_ratio, {t.low, 1}, {t.low, 1}, {t.high, 1});
            }
            e.scheme = b.find<scheme>(scheme_of);
            e.certainty = {level(t.certainty)};
            e.intent = static_cast<intent>(t.purpose);
            b.claim<affects>(t.subject, t.object, said, t.key, t.says, e);
        } else if (t.relation == "recommended_for") {
            t.object = cause;
            t.strength = static_cast<int>(below(3));
            t.line = static_cast<int>(below(3));
            auto what = b.of(scheme_of, level(t.strength), level(t.line));
            what.intent = static_cast<intent>(t.purpose);
            b.recommends(said, t.subject, t.object, t.key, t.says, what);
        } else if (t.relation == "used_for") {
            t.object = cause;
            b.claim<used_for>(t.subject, t.object, said, t.key, t.says, {static_cast<intent>(t.purpose)});
        } else {
            t.object = cause;
            t.purpose = 0;
            t.payer = static_cast<int>(below(2));
            t.paid = static_cast<int>(below(6));
            b.claim<covered_for>(t.subject, t.object, said, t.key, t.says,
                {b.find<payer>(t.payer == 0 ? "plan-x" : "plan-y"), static_cast<coverage_status>(t.paid), {}});
        }
        all.push_back(std::move(t));
    }
    return all;
}

bool is_edition(std::string const& source) { return source.ends_with("-edition"); }
int edition(std::string const& source) { return source == "first-edition" ? 1 : source == "second-edition" ? 2 : 3; }

std::set<std::string> above(std::string const& option) {
    static std::map<std::string, std::set<std::string>> const all{{"remedies", {}}, {"pills", {"remedies"}},
        {"drops", {"remedies"}}, {"sweet-things", {}}, {"pill-a", {"pills", "remedies"}},
        {"pill-b", {"pills", "remedies", "sweet-things"}}, {"pill-a-slow", {"pill-a", "pills", "remedies"}},
        {"drop-a", {"drops", "remedies"}}, {"lone", {}}};
    return all.at(option);
}
std::string row_above(std::string const& option) {
    return option.starts_with("pill-") ? "pills" : option == "drop-a" ? "drops" : option;
}
std::string family(told const& t) { return t.relation != "affects" ? "" : t.object.starts_with("relief") ? "relief" : t.object; }
std::string const& cause_of(told const& t) { return t.about.empty() ? t.object : t.about; }

bool was_replaced(std::vector<told> const& all, told const& t) {
    for (auto const& n : all)
        if (is_edition(t.source) && is_edition(n.source) && edition(n.source) > edition(t.source) && n.relation == t.relation &&
            n.subject == t.subject && n.object == t.object && n.about == t.about && n.purpose == t.purpose &&
            n.payer == t.payer && (n.low == 0) == (t.low == 0))  // a figure has a comparator, words have none
            return true;
    return false;
}
bool two_voices(told const& x, told const& y) {
    return x.source != y.source && !(is_edition(x.source) && is_edition(y.source)) && x.purpose == y.purpose;
}
std::set<std::string> in_what(told const& x, told const& y) {
    std::set<std::string> found;
    if (x.relation != y.relation || family(x) != family(y) || !two_voices(x, y)) return found;
    auto const levels = [&](int p, int q) { return x.scheme == y.scheme && p != 0 && q != 0 && p != q; };
    if (x.says != y.says) found.insert("answer");
    if (x.says == y.says && levels(x.strength, y.strength)) found.insert("strength");
    if (x.says == y.says && levels(x.line, y.line)) found.insert("line");
    if (levels(x.certainty, y.certainty)) found.insert("certainty");
    if (x.relation == "covered_for" && x.paid != y.paid && x.paid != 5 && y.paid != 5) found.insert("coverage");
    if (x.object == y.object && x.low != 0 && y.low != 0) {
        auto const crosses = [](told const& t) { return t.low <= 10 && 10 <= t.high; };
        if (crosses(x) != crosses(y) || x.high < y.low || y.high < x.low) found.insert("size");
    }
    return found;
}

/// Each group as its row, relation, family and kinds, then the keys of its sides in order of the alphabet.
std::set<std::string> slow_groups(std::vector<told> const& every, std::string const& asked_for) {
    std::vector<told> all;
    std::set<std::string> const near = asked_for == "ache"         ? std::set<std::string>{"ache", "early-ache", "late-ache"}
                                       : asked_for == "other-ache" ? std::set<std::string>{"other-ache"}
                                                                   : std::set<std::string>{"ache", asked_for};
    for (auto const& t : every)
        if (near.contains(cause_of(t)) && !was_replaced(every, t)) all.push_back(t);
    // Every pair belongs to the row of its narrower option.
    struct edge {
        std::string row, relation, family;
        std::size_t x, y;
        std::set<std::string> kinds;
    };
    std::vector<edge> edges;
    auto const desirable = [](told const& t) { return t.relation == "affects" && t.object != "sickness"; };
    for (std::size_t i = 0; i != all.size(); ++i)
        for (std::size_t j = 0; j != all.size(); ++j) {
            auto const &x = all[i], &y = all[j];
            bool const same = x.subject == y.subject && i < j, wider = above(x.subject).contains(y.subject);
            if (!same && !wider) continue;  // x is the narrower one
            if (auto kinds = in_what(x, y); !kinds.empty())
                edges.push_back({row_above(x.subject), x.relation, family(x), i, j, std::move(kinds)});
            for (auto const& [named, tried] : {std::pair{i, j}, std::pair{j, i}}) {
                auto const &n = all[named], &t = all[tried];
                if (n.relation != "used_for" || n.says != stance::in_favour || !desirable(t) || !two_voices(n, t)) continue;
                if (t.says != stance::against && t.says != stance::no_difference && t.says != stance::no_evidence_found) continue;
                bool found = false;
                for (auto const& other : all)
                    if ((other.subject == x.subject || above(x.subject).contains(other.subject)) && desirable(other) &&
                        family(other) == family(t) && (other.says == stance::in_favour || other.says == stance::mixed))
                        found = true;
                if (!found) edges.push_back({row_above(x.subject), "affects", family(t), i, j, {"mention"}});
            }
        }
    std::set<std::string> made;
    std::vector<bool> used(edges.size(), false);
    for (std::size_t start = 0; start != edges.size(); ++start) {
        if (used[start]) continue;
        std::set<std::size_t> sides{edges[start].x, edges[start].y};
        std::set<std::string> kinds;
        for (bool grew = true; grew;) {
            grew = false;
            for (std::size_t e = 0; e != edges.size(); ++e) {
                auto const& g = edges[e];
                if (used[e] || std::tie(g.row, g.relation, g.family) !=
                                   std::tie(edges[start].row, edges[start].relation, edges[start].family))
                    continue;
                if (!sides.contains(g.x) && !sides.contains(g.y)) continue;
                used[e] = grew = true;
                sides.insert({g.x, g.y});
                kinds.insert(g.kinds.begin(), g.kinds.end());
            }
        }
        std::set<std::string> names;
        for (auto i : sides) names.insert(all[i].key);
        auto text = edges[start].row + ' ' + edges[start].relation + ' ' + edges[start].family + ':';
        for (auto const& k : kinds) text += ' ' + k;
        text += ':';
        for (auto const& n : names) text += ' ' + n;
        made.insert(text);
    }
    return made;
}

std::set<std::string> fast_groups(knowledge_base const& kb, std::string const& cause) {
    std::set<std::string> made;
    for (auto const& d : asked(kb, cause.c_str())) {
        auto const row = row_of(kb, d.option);
        auto text = std::string{kb.key(row ? id<option>{row} : d.option)} + ' ' + std::string{relation_names[d.relation]} + ' ' +
                    std::string{d.about ? kb.key(d.about) : ""} + ':';
        std::set<std::string> kinds, names;
        for (std::size_t i = 0; i != words_of<difference>.size(); ++i)
            if (d.kinds.bits >> i & 1u) kinds.emplace(words_of<difference>[i]);
        for (auto const& k : keys(kb, d.sides)) names.insert(k);
        for (auto const& k : kinds) text += ' ' + k;
        text += ':';
        for (auto const& n : names) text += ' ' + n;
        made.insert(text);
    }
    return made;
}

}  // namespace

TEST_CASE("on bases at random, the groups are those that a slow search finds", "[disagreements][random]") {
    std::map<std::string, int> kinds;
    for (std::uint32_t seed = 0; seed != 60; ++seed) {
        opinions b;
        auto const all = random_claims(b, seed);
        auto const& kb = b.freeze();
        for (auto const* cause : {"ache", "early-ache", "late-ache", "other-ache"}) {
            INFO("seed " << seed << ", " << cause);
            auto const expected = slow_groups(all, cause);
            CHECK(fast_groups(kb, cause) == expected);
            for (auto const& group : expected)
                for (auto kind : words_of<difference>)
                    kinds[std::string{kind}] += group.find(' ' + std::string{kind}) != group.npos;
        }
    }
    for (auto kind : words_of<difference>) {  // so that the test tries what it says
        INFO(kind);
        CHECK(kinds[std::string{kind}] > 0);
    }
}

TEST_CASE("every group of every base is what the query promises", "[disagreements]") {
    for (auto const& [name, base] : fixture::bases()) {
        auto const& kb = *base;
        INFO(name);
        for (auto cause : kb.all<treatise::cause>()) {
            INFO(kb.key(cause));
            auto const all = disagreements(kb, cause);
            for (std::size_t g = 0; g != all.size(); ++g) {
                auto const& d = all[g];
                if (g != 0) CHECK(all[g - 1].kind <= d.kind);
                CHECK(d.kinds.allows(d.kind));
                std::set<claim_id> once;
                for (auto const& s : d.sides) {
                    INFO(kb.claim_key(s.claim));
                    CHECK(once.insert(s.claim).second);
                    CHECK((kb.relation(s.claim) == d.relation || s.facet == facet::use));
                    CHECK(kb.said(s.claim).status == claim_status::current);
                    CHECK_FALSE(replaced_by(kb, s.claim));
                    bool differs = false;
                    for (auto const& other : d.sides)
                        differs = differs || differences(kb, s.claim, other.claim).bits != 0 ||
                                  is_mention_without_effect(kb, s.claim, other.claim) ||
                                  is_mention_without_effect(kb, other.claim, s.claim);
                    CHECK(differs);
                }
                CHECK(d.sides.size() >= 2);
                for (auto const& s : d.context) {
                    CHECK(kb.relation(s.claim) != d.relation);
                    CHECK(once.insert(s.claim).second);
                }
            }
        }
    }
}

TEST_CASE("disagreements are found when compiled, too", "[disagreements][type]") {
    STATIC_REQUIRE(disagreements(knowledge_base{}, id<cause>{}).empty());
    STATIC_REQUIRE(differences(knowledge_base{}, claim_id{}, claim_id{}).bits == 0);
}

}  // namespace query_disagreements_test
