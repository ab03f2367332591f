// SPDX-License-Identifier: BSL-1.0
// Which options are rows, which are named, and in what order they stand.
#include <treatise/graph/builder.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "opinions.hpp"
#include "told_table.hpp"

namespace table_rows_test {

using namespace treatise;
using namespace told_table;
using fixture::opinions;

namespace {

/// `ache` stands under `all-aches`; two balms make a class beside pills and drops.
struct aches : opinions {
    aches() {
        auto& b = builder();
        b.relate<is_a>(find<cause>("ache"), b.add<cause>({"all-aches", "All aches"}));
        b.relate<is_a>(b.add<therapy_class>({"balms", "Balms"}), find<therapy_class>("remedies"));
        for (auto key : {"balm-a", "balm-b"}) therapy(key, key, "balms");
    }
    comparison table(char const* asked = "ache", view const& v = views::overview, compare_options how = {}) {
        base = freeze();
        return compare(base, fixture::entity<cause>(base, asked), v, {}, how);
    }
    /// People of 100, with those of a placebo arm.
    effect controlled() {
        auto e = figure(statistic::per_100, {40, 0}, {}, {});
        e.baseline = {20, 0};
        return e;
    }
    effect uncontrolled() {
        auto e = controlled();
        e.comparator = {};
        e.compared_with = not_stated;
        e.baseline = {};
        return e;
    }
    /// A recommendation with another aim than relief.
    recommendation with_aim(intent aim) {
        auto r = of("stars", 1);
        r.intent = aim;
        return r;
    }
    knowledge_base base{};
};

view therapies_as_rows() {
    auto v = views::overview;
    v.therapies = true;
    return v;
}

}  // namespace

TEST_CASE("a recommendation for this condition makes a row", "[rows]") {
    aches b;
    b.recommends("red", "drop-a", "ache", "r");
    CHECK(row_keys(b.table()) == words{"drop-a"});
}

TEST_CASE("an approval for this condition makes a row", "[rows]") {
    aches b;
    b.claim<approved_for>(
        "drop-a", "ache", b.said("red"), "a", stance::in_favour, {b.builder().text("FA"), approval_status::approved});
    CHECK(has_row(b.table(), "drop-a"));
}

TEST_CASE("a benefit that was compared with something makes a row, one without a control does not", "[rows]") {
    aches b;
    b.finds("red", "drop-a", "relief", "with-control", stance::in_favour, b.controlled());
    b.finds("red", "balm-a", "relief", "without", stance::in_favour, b.uncontrolled());
    auto const c = b.table();
    CHECK(has_row(c, "drop-a"));
    CHECK_FALSE(has_row(c, "balms"));
    CHECK(named(c, guidance_group::no_guideline) == words{"balms"});
}

TEST_CASE("a search that found nothing makes a row: it is an answer on this condition", "[rows]") {
    aches b;
    b.finds("red", "drop-a", "relief", "looked", stance::no_evidence_found);
    CHECK(has_row(b.table(), "drop-a"));
}

TEST_CASE("a mere mention makes no row and is named", "[rows]") {
    aches b;
    b.names("red", "drop-a", "mention");
    b.recommends("red", "balm-a", "ache", "r");
    auto const c = b.table();
    CHECK(row_keys(c) == words{"balms"});
    CHECK(named(c, guidance_group::no_guideline) == words{"drop-a"});
}

TEST_CASE("where nothing but mentions is known, as in a graph of others, each makes a row", "[rows]") {
    aches b;
    b.names("red", "drop-a", "mention");
    auto const c = b.table();
    CHECK(row_keys(c) == words{"drop-a"});
    CHECK(c.named_lines.empty());
}

TEST_CASE("what is said of a kind of the condition makes a row", "[rows]") {
    aches b;
    b.recommends("red", "drop-a", "early-ache", "r");
    CHECK(has_row(b.table(), "drop-a"));
}

TEST_CASE("what only a wider group has is named, in a line for each group, with whose guidance it is", "[rows]") {
    aches b;
    b.builder().add<therapy>({"other", "Other"});
    for (auto key : {"pill-a", "balm-a", "lone"}) b.recommends("red", key, "ache", key);
    b.recommends("green", "drop-a", "all-aches", "wider");
    b.recommends("blue", "other", "all-aches", "wider-no", stance::against);
    auto const c = b.table();
    CHECK(row_keys(c).size() == 3);
    CHECK(named(c, guidance_group::for_wider) == words{"drop-a"});
    CHECK(named(c, guidance_group::against) == words{"other"});
    REQUIRE(c.named_lines.size() == 2);
    CHECK(keys_of(c.base, c.sources_of(c.named_lines[0])) == words{"green"});
    CHECK(keys_of(c.base, c.sources_of(c.named_lines[1])) == words{"blue"});
}

TEST_CASE("a wider group's for and against are treated alike: neither makes a row", "[rows]") {
    aches b;
    b.recommends("green", "drop-a", "all-aches", "for");
    b.recommends("green", "balm-a", "all-aches", "against", stance::against);
    CHECK(b.table().rows.empty());
}

TEST_CASE("a table of everything has a row for what is only mentioned, and for what a wider group has", "[rows]") {
    aches b;
    b.names("red", "drop-a", "mention");
    b.recommends("green", "pill-a", "all-aches", "wider");
    auto const c = b.table("ache", views::overview, {.all = true});
    CHECK(has_row(c, "drop-a"));
    CHECK(has_row(c, "pills"));
    CHECK(c.named_lines.empty());
}

TEST_CASE("medicines of one class share a row, and it names the documented ones alone", "[rows]") {
    aches b;
    b.recommends("red", "pill-b", "ache", "r");
    auto const c = b.table();
    CHECK(row_keys(c) == words{"pills"});
    CHECK(keys_of(c.base, c.members_of(c.rows[0])) == words{"pill-b"});
}

TEST_CASE("a class with one medicine is told by its name, unless somebody speaks of the class", "[rows]") {
    aches b, spoken;
    b.recommends("red", "drop-a", "ache", "r");
    CHECK(row_keys(b.table()) == words{"drop-a"});
    spoken.recommends("red", "drops", "ache", "r");
    CHECK(row_keys(spoken.table()) == words{"drops"});
}

TEST_CASE("a class that is only what is left of another is no row: its medicines are", "[rows]") {
    aches b;
    auto& base = b.builder();
    class_details left;
    left.remainder = true;
    base.relate<is_a>(base.add<therapy_class>({"other-remedies", "Other remedies"}, left), b.find<therapy_class>("remedies"));
    for (auto key : {"rest-a", "rest-b"}) b.therapy(key, key, "other-remedies");
    b.recommends("red", "rest-a", "ache", "r");
    b.names("red", "rest-b", "m");
    b.recommends("green", "other-remedies", "ache", "of-the-rest");
    CHECK(row_keys(b.table()) == words{"rest-a", "rest-b"});
}

TEST_CASE("what is recommended of a wide class is a row for each documented class in it", "[rows]") {
    aches b;
    b.recommends("red", "remedies", "ache", "wide", stance::against);
    b.names("green", "pill-a", "m");
    auto const c = b.table();
    CHECK(row_keys(c) == words{"pills"});
    CHECK(contains(claims_in(c, "pills", "guidance"), "wide"));
}

TEST_CASE("a wide class in which nothing is documented is a row itself", "[rows]") {
    aches b;
    b.recommends("red", "remedies", "ache", "wide");
    CHECK(row_keys(b.table()) == words{"remedies"});
}

TEST_CASE("a figure of a wide class stands on its own row, and no row under it has it", "[rows]") {
    aches b;
    b.finds("red", "remedies", "relief", "pooled", stance::in_favour, b.controlled());
    b.recommends("red", "pill-a", "ache", "r");
    auto const c = b.table();
    CHECK(claims_in(c, "remedies", "benefit") == words{"pooled"});
    CHECK(claims_in(c, "pills", "benefit").empty());
}

TEST_CASE("a form of a medicine stands in the medicine's row", "[rows]") {
    aches b;
    b.recommends("red", "pill-a-slow", "ache", "r");
    CHECK(row_keys(b.table("ache", therapies_as_rows())) == words{"pill-a"});
}

TEST_CASE("where therapies are rows, what is recommended of a class is a row for each documented medicine in it", "[rows]") {
    aches b;
    b.recommends("red", "pills", "ache", "of-the-class");
    b.names("red", "pill-b", "m");
    CHECK(row_keys(b.table("ache", therapies_as_rows())) == words{"pill-b"});
}

TEST_CASE("placebo is a row where a trial in the table compares with it and the view shows benefits", "[rows]") {
    auto const with_placebo = [](bool trial) {
        aches b;
        b.finds("red", "dummy", "relief", "of-placebo", stance::in_favour, b.uncontrolled());
        if (trial)
            b.finds("red", "drop-a", "relief", "compared", stance::in_favour, b.controlled());
        else
            b.recommends("red", "drop-a", "ache", "r");
        return b;
    };
    auto b = with_placebo(true), without_trial = with_placebo(false), no_benefits = with_placebo(true);
    auto const c = b.table();
    CHECK(row_keys(c) == words{"dummy", "drop-a"});
    CHECK(c.rows[0].is_reference);
    CHECK(row_keys(without_trial.table()) == words{"drop-a"});
    auto guidance_alone = views::overview;
    guidance_alone.columns = {columns::option, columns::guidance};
    CHECK(row_keys(no_benefits.table("ache", guidance_alone)) == words{"drop-a"});
}

TEST_CASE("placebo tells how people with the asked condition fared on it, and is asked nothing else", "[rows]") {
    aches b;
    b.finds("red", "drop-a", "relief", "compared", stance::in_favour, b.controlled());
    b.finds("red", "dummy", "relief", "relief-here", stance::in_favour, b.uncontrolled());
    b.finds("red", "dummy", "sickness", "sick-here", stance::in_favour, b.uncontrolled());
    auto most = b.uncontrolled();
    most.value = {90, 0};
    b.finds("red", "dummy", "sickness", "sick-elsewhere", stance::in_favour, most, "other-ache");
    b.recommends("red", "dummy", "ache", "not-asked");
    b.claim<contraindicated_in>(
        "dummy", "pregnancy", b.by("green"), "not-asked-either", stance::in_favour, {avoidance::contraindication, {}});
    auto const c = b.table();
    REQUIRE(row_keys(c) == words{"dummy", "drop-a"});
    CHECK(claims_in(c, "dummy", "benefit") == words{"relief-here"});
    CHECK(claims_in(c, "dummy", "harms") == words{"sick-here"});
    for (auto column : {"guidance", "warnings", "practical"}) {
        CAPTURE(column);
        CHECK(claims_in(c, "dummy", column).empty());
        CHECK(cell_of(c, "dummy", column).asks_nothing);
        CHECK_FALSE(cell_of(c, "drop-a", column).asks_nothing);
    }
}

TEST_CASE("an option whose sources all set this condition apart is excluded, and no row", "[rows]") {
    aches b;
    auto said = b.by("red");
    said.excludes = b.builder().list(std::vector{b.find<cause>("ache")});
    b.recommends(said, "drop-a", "all-aches", "apart", stance::in_favour, b.of("stars", 1));
    auto const c = b.table();
    CHECK(c.rows.empty());
    REQUIRE(c.excluded.size() == 1);
    CHECK(c.base.key(c.excluded[0].option) == "drop-a");
    CHECK(c.base.key(c.excluded[0].by) == "red");
    CHECK(keys_of(c.base, c.sources) == words{"red"});
    CHECK(c.named_lines.empty());
}

TEST_CASE("treatment of the cause and prevention are rows apart, behind what relieves", "[rows]") {
    aches b;
    b.recommends("red", "pill-a", "ache", "relief-of-it");
    b.recommends(b.by("red"), "balm-a", "ache", "the-cause", stance::in_favour, b.with_aim(intent::cause_directed));
    b.recommends(b.by("red"), "drop-a", "ache", "before-it", stance::in_favour, b.with_aim(intent::preventive));
    auto const c = b.table();
    CHECK(row_keys(c) == words{"pills", "balms", "drop-a"});
    CHECK(c.rows[1].aim == intent::cause_directed);
    CHECK(c.rows[2].aim == intent::preventive);
    CHECK(claims_in(c, "pills", "guidance") == words{"relief-of-it"});
}

TEST_CASE("a row with another aim defers to the one above for harms and warnings, and never says not reported", "[rows]") {
    aches b;
    b.recommends("red", "drop-a", "ache", "relief-of-it");
    b.recommends(b.by("red"), "drop-a", "ache", "before-it", stance::in_favour, b.with_aim(intent::preventive));
    b.claim<warned_of>("drop-a", "sickness", "red", "boxed", stance::in_favour, b.warning(warning_form::boxed));
    auto const c = b.table();
    auto const& cell = cell_of(c, "drop-a", "warnings", intent::preventive);
    CHECK(cell.see_above);
    CHECK(cell.state == cell_state::reported);
    CHECK(claims_in(c, "drop-a", "warnings") == words{"boxed"});
    CHECK_FALSE(cell_of(c, "drop-a", "guidance", intent::preventive).see_above);
}

TEST_CASE("a medicine against the cause alone tells its side effects, whatever purpose they are recorded under", "[rows]") {
    aches b;
    b.recommends(b.by("red"), "drop-a", "ache", "the-cause", stance::in_favour, b.with_aim(intent::cause_directed));
    b.finds("red", "drop-a", "sickness", "side-effect");
    auto const c = b.table();
    CHECK(claims_of(c, cell_of(c, "drop-a", "harms", intent::cause_directed)) == words{"side-effect"});
}

TEST_CASE("a view can show medicines alone, or only what is none", "[rows]") {
    aches b;
    class_details medicines{1};
    medicines.medicines = true;
    b.builder().add<therapy_class>({"tablets", "Tablets"}, medicines);
    b.therapy("tablet-a", "Tablet A", "tablets");
    b.recommends("red", "tablet-a", "ache", "r1");
    b.recommends("red", "drop-a", "ache", "r2");
    b.base = b.freeze();
    auto const asked = fixture::entity<cause>(b.base, "ache");
    auto v = views::overview;
    v.shows = shown_options::medicines;
    CHECK(row_keys(compare(b.base, asked, v)) == words{"tablet-a"});
    v.shows = shown_options::other_treatments;
    CHECK(row_keys(compare(b.base, asked, v)) == words{"drop-a"});
}

TEST_CASE("options that the caller names are the rows, also without a word about the condition", "[rows]") {
    aches b;
    b.recommends("red", "pill-a", "ache", "r");
    b.base = b.freeze();
    scope s;
    s.options = {fixture::entity<option>(b.base, "drop-a"), fixture::entity<option>(b.base, "pill-a")};
    auto const c = compare(b.base, fixture::entity<cause>(b.base, "ache"), views::overview, s);
    CHECK(c.asked_options);
    CHECK(row_keys(c).size() == 2);
    CHECK(cell_of(c, "drop-a", "guidance").state == cell_state::not_reported);
}

TEST_CASE("rows stand A to Z by their printed names inside a group and a kind of therapy", "[rows]") {
    aches b;
    for (auto key : {"pill-a", "balm-b", "drop-a"}) b.recommends("red", key, "ache", key);
    CHECK(row_keys(b.table()) == words{"balms", "drop-a", "pills"});
}

}  // namespace table_rows_test
