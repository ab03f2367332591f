// SPDX-License-Identifier: BSL-1.0
// What stands in a cell, and what below the table.
#include <treatise/graph/builder.hpp>
#include <treatise/table/compare.hpp>
#include <treatise/table/last_day.hpp>

#include "catch.hpp"
#include "opinions.hpp"
#include "told_table.hpp"

#include <set>

namespace table_cells_test {

using namespace treatise;
using namespace told_table;
using fixture::opinions;

namespace {

struct drop : opinions {
    drop() { recommends("red", "drop-a", "ache", "a-row"); }
    void warns(char const* key, warning_form form, char const* option = "drop-a", char const* of = "sickness") {
        claim<warned_of>(option, of, "red", key, stance::in_favour, warning(form));
    }
    void keeps_from(char const* key, avoidance how, char const* option = "drop-a") {
        claim<contraindicated_in>(option, "pregnancy", by("green"), key, stance::in_favour, {how, {}});
    }
    void asks(char const* key, care_slot slot, practical_issue issue = practical_issue::medication_routine) {
        builder().add<consideration>({key, key}, {issue, slot, {}, {}});
        claim<involves>("drop-a", key, by("green"), std::string{"asks-"} + key);
    }
    /// A row for the class that holds pills and drops.
    void is_found_of_all() {
        auto e = figure(statistic::per_100, {40, 0}, {}, {});
        e.baseline = {20, 0};
        finds("red", "remedies", "relief", "pooled", stance::in_favour, e);
    }
    void combines_drop_and_pill() {
        builder().add<therapy_class>({"mixtures", "Mixtures"}, {2});
        therapy("both", "Both", "mixtures");
        builder().relate<combines>(find<treatise::therapy>("both"), find<treatise::therapy>("drop-a"));
        builder().relate<combines>(find<treatise::therapy>("both"), find<treatise::therapy>("pill-a"));
        recommends("red", "both", "ache", "a-row-of-both");
    }
    comparison table(view const& v = views::overview, compare_options how = {}) {
        base = freeze();
        return compare(base, fixture::entity<cause>(base, "ache"), v, {}, how);
    }
    comparison of_source(char const* preset) {
        base = freeze();
        return compare(base, fixture::entity<cause>(base, "ache"), view_of(base, fixture::entity<table_preset>(base, preset)));
    }
    knowledge_base base{};
};

/// Where the cell of warnings sends its reader.
words sends_to(comparison const& c, char const* row) {
    words keys;
    for (auto const& x : c.references_in(cell_of(c, row, "warnings")))
        keys.push_back((x.is_below ? "below: " : "") + std::string{c.base.key(x.of)});
    return keys;
}

}  // namespace

TEST_CASE("a column shows its own matters, and no other", "[cells]") {
    drop b;
    b.finds("red", "drop-a", "relief", "good");
    b.finds("red", "drop-a", "sickness", "bad");
    b.warns("boxed", warning_form::boxed);
    auto const c = b.table();
    CHECK(claims_in(c, "drop-a", "guidance") == words{"a-row"});
    CHECK(claims_in(c, "drop-a", "benefit") == words{"good"});
    CHECK(claims_in(c, "drop-a", "harms") == words{"bad"});
    CHECK(claims_in(c, "drop-a", "warnings") == words{"boxed"});
}

TEST_CASE("warnings, contraindications and what is to be avoided stand whole in the cell", "[cells]") {
    drop b;
    b.warns("boxed", warning_form::boxed);
    b.keeps_from("never", avoidance::contraindication);
    b.keeps_from("avoid", avoidance::avoid);
    auto const c = b.table();
    auto const told = claims_in(c, "drop-a", "warnings");
    CHECK(std::set<std::string>(told.begin(), told.end()) == std::set<std::string>{"boxed", "never", "avoid"});
    CHECK(c.untold_in(cell_of(c, "drop-a", "warnings")).empty());
}

TEST_CASE("cautions and label warnings stand whole below the table, a line a medicine", "[cells]") {
    drop b;
    b.recommends("red", "pill-a", "ache", "another-row");
    b.warns("on-the-label", warning_form::label);
    b.keeps_from("with-care", avoidance::caution);
    b.warns("of-a-pill", warning_form::label, "pill-a", "pregnancy");
    auto const c = b.table();
    auto const drops = below(c, "drop-a");
    CHECK(std::set<std::string>(drops.begin(), drops.end()) == std::set<std::string>{"on-the-label", "with-care"});
    CHECK(below(c, "pills") == words{"of-a-pill"});
}

TEST_CASE("what has a column of its own does not stand below the table again", "[cells]") {
    drop b;
    b.warns("on-the-label", warning_form::label);
    auto v = views::overview;
    v.columns = {columns::option, {.key = "warnings", .matters = columns::all_warnings}};
    auto const c = b.table(v);
    CHECK(claims_in(c, "drop-a", "warnings") == words{"on-the-label"});
    CHECK(c.label_warnings.empty());
}

TEST_CASE("a view without a column for warnings tells them all below", "[cells]") {
    drop b;
    b.warns("boxed", warning_form::boxed);
    auto v = views::overview;
    v.columns = {columns::option, columns::guidance};
    CHECK(below(b.table(v), "drop-a") == words{"boxed"});
}

TEST_CASE("the row of a wide class leaves to the rows under it what they warn of, the rest stands below the table", "[cells]") {
    drop b;
    b.is_found_of_all();
    b.warns("of-the-drop", warning_form::boxed);
    b.warns("of-a-pill", warning_form::boxed, "pill-a", "pregnancy");
    auto const c = b.table();
    CHECK(claims_in(c, "drop-a", "warnings") == words{"of-the-drop"});
    CHECK(claims_in(c, "remedies", "warnings").empty());
    CHECK(sends_to(c, "remedies") == words{"drop-a", "below: remedies"});
    CHECK(below(c, "remedies") == words{"of-a-pill"});
}

TEST_CASE("the row of a wide class sends its reader to all who share a contraindication, with a row and without", "[cells]") {
    for (bool has_row : {true, false}) {
        drop b;
        b.is_found_of_all();
        if (has_row) b.recommends("red", "pill-a", "ache", "another-row");
        b.keeps_from("from-the-drop", avoidance::contraindication);
        b.keeps_from("from-the-pill", avoidance::contraindication, "pill-a");
        auto const c = b.table();
        CHECK(claims_in(c, "remedies", "warnings").empty());
        auto const to = sends_to(c, "remedies");
        CHECK(std::set<std::string>(to.begin(), to.end()) ==
              std::set<std::string>{"drop-a", has_row ? "pills" : "below: remedies"});
        CHECK(below(c, "remedies") == (has_row ? words{} : words{"from-the-pill"}));
    }
}

TEST_CASE("where a view has no column of guidance, what guidelines say of prevention stands under the option", "[cells]") {
    drop b;
    auto to_prevent = b.of("stars", 1);
    to_prevent.intent = intent::preventive;
    b.recommends(b.by("green"), "pill-a", "ache", "not-to-prevent", stance::against, to_prevent);
    auto without = views::overview;
    without.columns = {columns::option, columns::harms};
    auto const c = b.table(without);
    CHECK(claims_of(c, cell_of(c, "pills", "option", intent::preventive)) == words{"not-to-prevent"});
    CHECK(claims_of(c, cell_of(c, "drop-a", "option")).empty());
    drop with;
    with.recommends(with.by("green"), "pill-a", "ache", "not-to-prevent", stance::against, to_prevent);
    auto const told = with.table();
    CHECK(claims_of(told, cell_of(told, "pills", "option", intent::preventive)).empty());
    CHECK(claims_of(told, cell_of(told, "pills", "guidance", intent::preventive)) == words{"not-to-prevent"});
}

TEST_CASE("what has no official label is not said to have one that nobody read", "[cells]") {
    for (bool labeled : {true, false}) {
        drop b;
        therapy_details supplement;
        supplement.no_label = !labeled;
        auto& made = b.builder();
        auto const medicines = made.add<therapy_class>({"tablets", "Tablets"}, {3, false, true});
        made.relate<listed_under>(made.add<therapy>({"tablet", "Tablet"}, supplement), medicines);
        b.recommends("red", "tablet", "ache", "a-tablet");
        auto const c = b.table();
        CHECK(row_of(c, "tablet").label_unread.empty() != labeled);
        CHECK(cell_of(c, "tablet", "warnings").label_unread == labeled);
    }
}

TEST_CASE("what is said of a whole class stands once below the table where several rows are in it", "[cells]") {
    drop b;
    b.recommends("red", "pill-a", "ache", "another-row");
    b.warns("of-the-drop", warning_form::boxed);
    b.warns("of-all", warning_form::safety_communication, "remedies");
    b.keeps_from("from-all", avoidance::avoid, "remedies");
    auto const c = b.table();
    CHECK(claims_in(c, "drop-a", "warnings") == words{"of-the-drop"});
    CHECK(claims_in(c, "pills", "warnings").empty());
    for (auto row : {"drop-a", "pills"}) CHECK(sends_to(c, row) == words{"below: remedies"});
    CHECK(below(c, "remedies") == words{"from-all", "of-all"});
}

TEST_CASE("a line below the table stands also where all that a class has is a contraindication", "[cells]") {
    drop b;
    b.recommends("red", "pill-a", "ache", "another-row");
    b.keeps_from("from-all", avoidance::contraindication, "remedies");
    auto const c = b.table();
    for (auto row : {"drop-a", "pills"}) CHECK(sends_to(c, row) == words{"below: remedies"});
    CHECK(below(c, "remedies") == words{"from-all"});
}

TEST_CASE("what is said of a whole class stands in its own row where it has one, and in the only row that is in it", "[cells]") {
    for (bool own_row : {false, true}) {
        drop b;
        if (own_row) b.is_found_of_all();
        b.warns("of-all", warning_form::boxed, "remedies");
        auto const c = b.table();
        CHECK(claims_in(c, own_row ? "remedies" : "drop-a", "warnings") == words{"of-all"});
        CHECK(sends_to(c, "drop-a") == (own_row ? words{"remedies"} : words{}));
        CHECK(below(c, "remedies").empty());
    }
}

TEST_CASE("a combination refers to the rows of its parts, and tells what is said of itself alone", "[cells]") {
    drop b;
    b.combines_drop_and_pill();
    b.recommends("red", "pill-a", "ache", "a-row-of-pills");
    b.warns("of-the-drop", warning_form::boxed);
    b.warns("of-a-pill", warning_form::boxed, "pill-a", "pregnancy");
    b.warns("of-both", warning_form::safety_communication, "both", "pregnancy");
    auto const c = b.table();
    CHECK(claims_in(c, "both", "warnings") == words{"of-both"});
    auto const to = sends_to(c, "both");
    CHECK(std::set<std::string>(to.begin(), to.end()) == std::set<std::string>{"drop-a", "pills"});
}

TEST_CASE("a combination tells of a part what no row tells", "[cells]") {
    drop b;
    b.combines_drop_and_pill();
    b.warns("of-the-drop", warning_form::boxed);
    b.warns("of-a-pill", warning_form::boxed, "pill-a", "pregnancy");
    auto const c = b.table();
    CHECK(claims_in(c, "both", "warnings") == words{"of-a-pill"});
    CHECK(sends_to(c, "both") == words{"drop-a"});
}

TEST_CASE("a page that is handed out tells each of its options whole", "[cells]") {
    drop b;
    b.combines_drop_and_pill();
    b.warns("of-the-drop", warning_form::boxed);
    b.warns("of-all", warning_form::safety_communication, "remedies", "pregnancy");
    auto v = views::patient;
    v.least_options = 0;
    auto const c = b.table(v);
    CHECK(claims_in(c, "both", "warnings") == words{"of-the-drop", "of-all"});
    CHECK(claims_in(c, "drop-a", "warnings") == words{"of-the-drop", "of-all"});
    CHECK(sends_to(c, "both").empty());
}

TEST_CASE("a warning that several share is told below for those whose row does not tell it", "[cells]") {
    drop b;
    b.is_found_of_all();
    b.warns("of-the-drop", warning_form::boxed);
    b.warns("of-a-pill", warning_form::boxed, "pill-a");
    auto const c = b.table();
    CHECK(claims_in(c, "drop-a", "warnings") == words{"of-the-drop"});
    CHECK(below(c, "remedies") == words{"of-a-pill"});
}

TEST_CASE("practical points go where care has them, and a column that sorts none takes the rest", "[cells]") {
    drop b;
    b.asks("a-check", care_slot::before);
    b.asks("a-watch", care_slot::monitor);
    b.asks("slowly", care_slot::stop);
    b.asks("no-driving", care_slot::teach, practical_issue::travel_and_driving);
    b.base = b.freeze();
    auto const asked = fixture::entity<cause>(b.base, "ache");
    auto v = views::nursing;
    v.shows = shown_options::everything;
    auto const nursing = compare(b.base, asked, v);
    CHECK(claims_in(nursing, "drop-a", "before") == words{"asks-a-check"});
    CHECK(claims_in(nursing, "drop-a", "monitor") == words{"asks-a-watch"});
    CHECK(claims_in(nursing, "drop-a", "teach").size() == 2);
    v = views::patient;
    v.least_options = 0;
    auto const patient = compare(b.base, asked, v);
    CHECK(claims_in(patient, "drop-a", "stopping") == words{"asks-slowly"});
    CHECK(claims_in(patient, "drop-a", "driving") == words{"asks-no-driving"});
    CHECK(claims_in(patient, "drop-a", "asks").size() == 2);
}

TEST_CASE("an empty cell of warnings says that no label was read", "[cells]") {
    auto const tablet = [](bool warned) {
        drop b;
        class_details medicines{1};
        medicines.medicines = true;
        b.builder().add<therapy_class>({"tablets", "Tablets"}, medicines);
        b.therapy("tablet", "Tablet", "tablets");
        b.recommends("red", "tablet", "ache", "of-the-tablet");
        if (warned) b.warns("boxed", warning_form::boxed, "tablet");
        return b;
    };
    auto b = tablet(false), warned = tablet(true);
    auto const c = b.table();
    CHECK(cell_of(c, "tablet", "warnings").state == cell_state::not_reported);
    CHECK(cell_of(c, "tablet", "warnings").label_unread);
    CHECK(keys_of(c.base, told_table::row_of(c, "tablet").label_unread) == words{"tablet"});
    CHECK_FALSE(cell_of(warned.table(), "tablet", "warnings").label_unread);
}

TEST_CASE("of what is no medicine no table says that its label was not read", "[cells]") {
    drop b;
    auto const c = b.table();
    CHECK(cell_of(c, "drop-a", "warnings").state == cell_state::not_reported);
    CHECK_FALSE(cell_of(c, "drop-a", "warnings").label_unread);
    CHECK(told_table::row_of(c, "drop-a").label_unread.empty());
}

TEST_CASE("the table of a source tells that source alone, and below it what others warn of", "[cells]") {
    drop b;
    preset_details p;
    p.columns = b.builder().list({"option", "harms", "warnings"});
    p.options = b.builder().list(std::vector<id<option>>{b.find<option>("pills"), b.find<option>("drops")});
    p.from = b.find<source>("red");
    b.builder().add<table_preset>({"of-red", "As red has it"}, p);
    b.finds("red", "drop-a", "sickness", "red-says");
    b.finds("green", "drop-a", "sickness", "green-says");
    b.keeps_from("green-warns", avoidance::contraindication);
    auto const c = b.of_source("of-red");
    CHECK(row_keys(c) == words{"pills", "drops"});
    CHECK(claims_in(c, "drops", "harms") == words{"red-says"});
    CHECK(claims_in(c, "drops", "warnings").empty());
    CHECK(below(c, "drops") == words{"green-warns"});
}

TEST_CASE("the sources listed are those that the table cites", "[cells]") {
    drop b;
    b.names("blue", "lone", "a-mention");
    b.finds("green", "drop-a", "relief", "good");
    auto const c = b.table();
    CHECK(keys_of(c.base, c.sources) == words{"green", "red"});
}

TEST_CASE("states are counted cell by cell, and the one source behind most cells is known", "[cells]") {
    drop b;
    b.finds("red", "drop-a", "relief", "good");
    auto const c = b.table();
    CHECK(c.states[place_of(cell_state::reported)] == 2);
    CHECK(c.states[place_of(cell_state::not_reported)] == 3);
    CHECK(c.base.key(c.most_from) == "red");
}

TEST_CASE("a table is for a year from its release, or until the first of its claims ends", "[cells]") {
    drop b;
    CHECK(last_day(b.table()) == date{2025, 1, 1});
    drop ends;
    auto said = ends.by("red");
    said.valid_until = date{2024, 6, 0};
    ends.recommends(said, "drop-a", "ache", "until-june", stance::in_favour, ends.of("stars", 1));
    CHECK(last_day(ends.table()) == date{2024, 6, 0});
}

TEST_CASE("what is advised for the condition as a whole is counted, and told by another answer", "[cells]") {
    drop b;
    b.builder().add<principle>({"rest", "Rest"}, {principle_topic::goal});
    b.claim<advises>("ache", "rest", b.by("red"), "advice");
    auto const c = b.table();
    REQUIRE(c.advice.size() == 1);
    CHECK(c.base.claim_key(c.advice[0]) == "advice");
}

}  // namespace table_cells_test
