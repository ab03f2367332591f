// SPDX-License-Identifier: BSL-1.0
// Under what heading of guidance a row stands: a published fact, and in doubt the more cautious one.
#include <treatise/graph/builder.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "opinions.hpp"
#include "told_table.hpp"

namespace table_groups_test {

using namespace treatise;
using namespace told_table;
using fixture::opinions;

namespace {

/// The field of the base is `opinions`: `ache` is in it, `everything` is wider. `drop-a` and `pill-a` have trials, and so rows.
struct field : opinions {
    field() {
        auto& b = builder();
        auto const own = b.add<cause>({"opinions", "The field"});
        b.relate<is_a>(own, b.add<cause>({"everything", "Everything"}));
        b.relate<is_a>(find<cause>("ache"), own);
        auto e = figure(statistic::per_100, {40, 0}, {}, {});
        e.baseline = {20, 0};
        finds("red", "drop-a", "relief", "a-trial", stance::in_favour, e);
        finds("red", "pill-a", "relief", "another", stance::in_favour, e);
    }
    void says(char const* source, char const* option, char const* cause, char const* key, stance s = stance::in_favour,
        char const* narrow = nullptr) {
        auto r = of("stars", 1);
        if (narrow != nullptr) r.narrow = builder().text(narrow);
        recommends(by(source), option, cause, key, s, r);
    }
    comparison table(compare_options how = {}) {
        base = freeze();
        return compare(base, fixture::entity<cause>(base, "ache"), views::overview, {}, how);
    }
    std::string group(char const* row = "drop-a") { return told_table::group_of(table(), row); }
    knowledge_base base{};
};

}  // namespace

TEST_CASE("what a guideline recommends for this condition stands first, under the name of the guideline", "[groups]") {
    field b;
    b.says("green", "drop-a", "ache", "for");
    auto const c = b.table();
    CHECK(told_table::group_of(c, "drop-a") == "recommended_for_this");
    CHECK(heading(c, guidance_group::for_cause) == words{"green"});
}

TEST_CASE("what is recommended for a wider group says so in its heading", "[groups]") {
    field b;
    b.says("green", "drop-a", "opinions", "for");
    auto const c = b.table();
    CHECK(told_table::group_of(c, "drop-a") == "recommended_for_wider_group");
    CHECK(heading(c, guidance_group::for_wider) == words{"green"});
}

TEST_CASE("guidelines of two bodies that say for and against differ", "[groups]") {
    field b;
    b.says("green", "drop-a", "ache", "for");
    b.says("blue", "drop-a", "opinions", "against", stance::against);
    auto const c = b.table();
    CHECK(told_table::group_of(c, "drop-a") == "guidelines_differ");
    CHECK(heading(c, guidance_group::differ).size() == 2);
}

TEST_CASE("an against on the class and a for on its medicine differ", "[groups]") {
    field b;
    b.says("green", "drop-a", "opinions", "for");
    b.says("blue", "drops", "ache", "against", stance::against);
    CHECK(b.group("drops") == "guidelines_differ");
}

TEST_CASE("editions of one guideline do not differ: against for this condition, the row is not recommended", "[groups]") {
    field b;
    b.says("third-edition", "drop-a", "opinions", "for");
    b.says("second-edition", "drop-a", "ache", "against", stance::against);
    CHECK(b.group() == "not_recommended");
}

TEST_CASE("two documents of one body do not differ either", "[groups]") {
    field b;
    source_details d;
    d.kind = source_kind::guideline;
    d.title = b.builder().text("One of the society's");
    d.authors = b.builder().text("Its panel on drops");
    d.body = b.builder().text("The society (fixture body)");
    d.published = date{2014, 0, 0};
    b.builder().add<source>({"society", "society"}, d);
    d.authors = b.builder().text("Its panel on aches");
    b.builder().add<source>({"society-too", "society too"}, d);
    b.says("society", "drop-a", "opinions", "for");
    b.says("society-too", "drop-a", "ache", "against", stance::against);
    CHECK(b.group() == "not_recommended");
}

TEST_CASE("what guidelines only advise against is not recommended", "[groups]") {
    field b;
    b.says("green", "drop-a", "ache", "against", stance::against);
    CHECK(b.group() == "not_recommended");
}

TEST_CASE("narrow advice lifts no row, and is no advice against", "[groups]") {
    field b;
    b.says("green", "drop-a", "ache", "for", stance::in_favour, "where nothing else helped");
    CHECK(b.group() == "only_on_conditions");
}

TEST_CASE("what is advised against only under a condition is not called not recommended", "[groups]") {
    field b;
    b.says("green", "drop-a", "ache", "against", stance::against, "until a specialist is asked");
    CHECK(b.group() == "only_on_conditions");
    field c;
    c.says("green", "drop-a", "ache", "against", stance::against, "until a specialist is asked");
    c.says("blue", "drop-a", "ache", "against-all", stance::against);
    auto const both = c.table();
    CHECK(told_table::group_of(both, "drop-a") == "not_recommended");
    CHECK(heading(both, guidance_group::against) == words{"blue"});
}

TEST_CASE("a narrow against does not make guidelines differ", "[groups]") {
    field b;
    b.says("green", "drop-a", "ache", "for");
    b.says("blue", "drop-a", "ache", "against", stance::against, "until a specialist is asked");
    CHECK(b.group() == "recommended_for_this");
}

TEST_CASE("an edition that has a later one lifts no row, also where the later one is silent", "[groups]") {
    field b;
    b.says("second-edition", "drop-a", "ache", "for");
    CHECK(b.group() == "no_guideline");
}

TEST_CASE("what is said of a group wider than the field lifts no row", "[groups]") {
    field b;
    b.says("green", "drop-a", "everything", "for");
    CHECK(b.group() == "no_guideline");
}

TEST_CASE("what guidelines say only of kinds of the condition stands under a heading that says so", "[groups]") {
    field b;
    b.says("green", "drop-a", "early-ache", "for");
    CHECK(b.group() == "only_for_kinds_of_it");
}

TEST_CASE("a body that has no recommendation neither recommends nor advises against", "[groups]") {
    field b;
    b.says("green", "drop-a", "ache", "none", stance::no_recommendation);
    CHECK(b.group() == "no_guideline");
}

TEST_CASE("an option of which no guideline speaks stands last", "[groups]") {
    field b;
    b.says("green", "pill-a", "ache", "for");
    auto const c = b.table();
    CHECK(row_keys(c) == words{"pills", "drop-a"});
    CHECK(told_table::group_of(c, "drop-a") == "no_guideline");
    CHECK(heading(c, guidance_group::no_guideline).empty());
}

TEST_CASE("a class's against passes down to its medicine's row", "[groups]") {
    field b;
    b.says("green", "remedies", "ache", "against-all", stance::against);
    auto const c = b.table();
    CHECK(told_table::group_of(c, "drop-a") == "not_recommended");
    CHECK(contains(claims_in(c, "drop-a", "guidance"), "against-all"));
}

TEST_CASE("a medicine that the body leaves out of its advice is not in it", "[groups]") {
    field b;
    auto r = b.of("stars", 1);
    r.except = b.builder().list(std::vector<id<option>>{b.find<option>("drop-a")});
    b.recommends(b.by("green"), "remedies", "ache", "against-but-drops", stance::against, r);
    auto const c = b.table();
    CHECK(told_table::group_of(c, "drop-a") == "no_guideline");
    CHECK(told_table::group_of(c, "pills") == "not_recommended");
}

TEST_CASE("on request rows stand by kind of therapy alone", "[groups]") {
    field b;
    b.says("green", "pill-a", "ache", "for");
    auto const c = b.table({.groups = row_group::kind});
    CHECK(told_table::group_of(c, "drop-a") == "none");
    CHECK(c.headings.empty());
    CHECK(row_keys(c) == words{"drop-a", "pills"});
}

}  // namespace table_groups_test
