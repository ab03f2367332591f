// SPDX-License-Identifier: BSL-1.0
// What an audit finds on the words of a table: each check has a sheet that is broken for it alone, and fails with it alone.
#include "audited_table.hpp"

namespace audit_words_test {

using namespace audited;

namespace {

/// Takes a part out of the one line that holds it.
void cut(std::vector<std::string>& lines, std::string_view part) {
    for (auto& line : lines)
        if (auto const i = line.find(part); i != line.npos) return void(line.erase(i, part.size()));
    FAIL("no line holds \"" << part << '"');
}

}  // namespace

TEST_CASE("a good table has no fault in its words, in any view", "[audit]") {
    for (auto const& v : views::all) {
        table const t{{}, v};
        INFO(v.key << '\n' << in_words(t.on_words(), t.made));
        CHECK(faults(t.on_words()).empty());
    }
}

TEST_CASE("A2: a title that does not say of what", "[audit]") {
    table t;
    t.laid.title = "Documented treatments side by side";
    CHECK_ONLY(t.on_words(), audit_check::a2);
}
TEST_CASE("A3: the rule of the rows is not printed", "[audit]") {
    table t;
    cut(t.laid.behind, english[message::selection_rule]);
    CHECK_ONLY(t.on_words(), audit_check::a3);
}
TEST_CASE("A6: a blank cell, and a statement that is not printed", "[audit]") {
    table t;
    t.words_of(1, "practical").statements.clear();
    CHECK_ONLY(t.on_words(), audit_check::a6);
}
TEST_CASE("B1: a sheet without a row of its comparison", "[audit]") {
    table t;
    t.laid.sections.back().rows.pop_back();
    CHECK_ONLY(t.on_words(), audit_check::b1);
}
TEST_CASE("B4: the order is not declared", "[audit]") {
    table t;
    cut(t.laid.behind, english[message::order_guidance]);
    CHECK_ONLY(t.on_words(), audit_check::b4);
}
TEST_CASE("B5: praise is found with its word, and the words of sources are left alone", "[audit]") {
    table t;
    t.text_of(0, "practical") += ", the best of them";
    CHECK_ONLY(t.on_words(), audit_check::b5);
    CHECK(faults(t.on_words()).front().words == "best");
    table u{[](plan& p) { p.food_said.population = p.b.builder().text("people who find it safe and effective"); }};
    u.text_of(0, "practical") += ", people who find it safe and effective";
    CHECK(faults(u.on_words()).empty());
}
TEST_CASE("B6: a star", "[audit]") {
    table t;
    t.text_of(0, "benefit") += " ★";
    CHECK_ONLY(t.on_words(), audit_check::b6);
}
TEST_CASE("B7: a number of people that cannot be drawn with the others", "[audit]") {
    table t{{}, views::patient};
    t.words_of(0, "harms").statements.at(0).people.reset();
    CHECK_ONLY(t.on_words(), audit_check::b7);
}
TEST_CASE("C1: two denominators in one table", "[audit]") {
    table t{{}, views::patient};
    replace(t.text_of(0, "harms"), "8 of 100", "80 of 1000");
    CHECK_ONLY(t.on_words(), audit_check::c1);
}
TEST_CASE("C5: figures of two reviews in one statement", "[audit]") {
    table t{[](plan& p) {
        p.more = [](plan& q) {
            q.b.claim<affects>(
                "alphaprofen", "nausea", q.in("other-review", "page 1"), "nausea-other", stance::in_favour, q.nausea);
        };
    }};
    auto& x = t.cell_of(0, "harms");
    auto one = t.made.told[x.first];
    t.made.told.push_back(one);
    one.says.claim = fixture::claim(t.kb(), "nausea-other");
    t.made.told.push_back(one);
    x.first = static_cast<std::uint32_t>(t.made.told.size()) - 2;
    x.last = x.first + 2;
    auto& s = t.words_of(0, "harms").statements.at(0);
    s.claims = {"nausea-alpha", "nausea-other"};
    s.text += " (Fixture review, Another review)";
    CHECK_ONLY(t.on_words(), audit_check::c5);
}
TEST_CASE("C7: one in so many; a number needed to treat on a page for patients", "[audit]") {
    table t;
    t.text_of(0, "benefit") += ", or 1 in 7";
    CHECK_ONLY(t.on_words(), audit_check::c7);
    table u{{}, views::patient};
    u.text_of(0, "harms") += ", boxed";
    CHECK(only(u.on_words(), audit_check::c7));
    u.text_of(0, "harms") += " (NNT 7)";
    u.laid.legend.push_back({"NNT", "number needed to treat"});
    CHECK(only(u.on_words(), audit_check::c7));
}
TEST_CASE("C8: an interval that includes no effect and does not say so", "[audit]") {
    table t{[](plan& p) {
        p.nausea.statistic = statistic::risk_ratio;
        p.nausea.value = decimal{11, 1};
        p.nausea.low = decimal{9, 1};
        p.nausea.high = decimal{13, 1};
        p.nausea.baseline = {};
    }};
    INFO(t.text_of(0, "harms"));
    CHECK(faults(t.on_words()).empty());
    replace(t.text_of(0, "harms"), english[message::crosses_no_effect], "");
    CHECK_ONLY(t.on_words(), audit_check::c8);
}
TEST_CASE("C9: a word of frequency without its number", "[audit]") {
    table t;
    t.text_of(0, "practical") += ", rarely";
    CHECK_ONLY(t.on_words(), audit_check::c9);
}
TEST_CASE("C10: a mean difference as a number of people", "[audit]") {
    table t{[](plan& p) {
        p.relief.statistic = statistic::mean_difference;
        p.relief.value = decimal{-15, 1};
        p.relief.baseline = {};
    }};
    CHECK(faults(t.on_words()).empty());
    t.text_of(0, "benefit") += ", 15 of 100";
    CHECK_ONLY(t.on_words(), audit_check::c10);
}
TEST_CASE("C11: a head that does not say that figures are of separate trials", "[audit]") {
    table t;
    t.laid.head.at(1) = "Numbers: people out of 100.";
    CHECK_ONLY(t.on_words(), audit_check::c11);
}
TEST_CASE("C12: more than seven figures of one option on a page for patients", "[audit]") {
    table t{[](plan& p) {
                p.more = [](plan& q) {
                    for (auto key : {"h1", "h2", "h3", "h4", "h5", "h6", "h7"}) {
                        q.b.builder().add<outcome>({key, key}, {valence::undesirable, false, {}, {}});
                        q.b.claim<affects>("alphaprofen", key, q.in("review", "page 9"), std::string{"of-"} + key,
                            stance::in_favour, q.people(9, 4));
                    }
                };
            },
        views::patient};
    CHECK(faults(t.on_words()).empty());  // the rules of choice tell four harms
    auto& x = t.cell_of(0, "harms");
    auto one = t.made.told[x.first];
    auto const first = static_cast<std::uint32_t>(t.made.told.size());
    for (auto key : {"of-h1", "of-h2", "of-h3", "of-h4", "of-h5", "of-h6", "of-h7"}) {
        one.says.claim = fixture::claim(t.kb(), key);
        t.made.told.push_back(one);
    }
    x.first = first;
    x.last = first + 7;
    t.laid = lay_out(t.made);
    CHECK_ONLY(t.on_words(), audit_check::c12);
}
TEST_CASE("D1: a certainty that is not printed", "[audit]") {
    table t;
    replace(t.text_of(0, "benefit"), ", high certainty", "");
    CHECK_ONLY(t.on_words(), audit_check::d1);
}
TEST_CASE("D4: a state that is not the cell's", "[audit]") {
    table t;
    t.words_of(0, "benefit").state = cell_state::looked_for;
    CHECK_ONLY(t.on_words(), audit_check::d4);
}
TEST_CASE("D5: a disagreement that is not said", "[audit]") {
    table t;
    t.cell_of(0, "benefit").state = t.words_of(0, "benefit").state = cell_state::disagree;
    CHECK_ONLY(t.on_words(), audit_check::d5);
}
TEST_CASE("D7: a figure of a wider group that does not name it", "[audit]") {
    table t{[](plan& p) { p.relief_said = p.in("review", "table 1", {"sore-hand"}); }};
    CHECK(faults(t.on_words()).empty());
    replace(t.text_of(0, "benefit"), "any sore hand", "");
    CHECK_ONLY(t.on_words(), audit_check::d7);
}
TEST_CASE("E1: a statement that does not say who says it", "[audit]") {
    table t;
    t.words_of(0, "practical").statements.at(0).sources.clear();
    CHECK_ONLY(t.on_words(), audit_check::e1);
}
TEST_CASE("E2, E3, E5, E6 and E7: dates, policy, editors, version and intended use", "[audit]") {
    auto const without = [](std::string_view part, bool head = false) {
        table t;
        auto& lines = head ? t.laid.head : t.laid.behind;
        cut(lines, part);
        return t.on_words();
    };
    CHECK(only(without("checked to 1 Jan 2024"), audit_check::e2));
    CHECK(only(without("not for use after 1 Oct 2025"), audit_check::e3));
    CHECK(only(without("the fixture editors"), audit_check::e5));
    CHECK(only(without("fixture-thumb 2.0.0"), audit_check::e6));
    CHECK(only(without("Made up for tests; never for use.", true), audit_check::e7));
}
TEST_CASE("E4: an interest that is not marked at the claim, or not named with its source", "[audit]") {
    auto const sold = [](plan& p) { p.food_said.interest = p.b.builder().text("the maker paid for it"); };
    table t{sold};
    CHECK(faults(t.on_words()).empty());
    t.words_of(0, "practical").statements.at(0).interest = false;
    CHECK_ONLY(t.on_words(), audit_check::e4);
}
TEST_CASE("E8: a warning that names neither the authority nor where it holds", "[audit]") {
    table t;
    replace(t.text_of(0, "warnings"), " (Fixture Agency)", "");
    CHECK_ONLY(t.on_words(), audit_check::e8);
}
TEST_CASE("F1: a page for readers of more than six years of school is a warning", "[audit]") {
    table t{{}, views::patient};
    t.laid.fixed.push_back(
        "Pharmacotherapeutical considerations necessitate interdisciplinary multidimensional "
        "institutional evaluations preceding individualized administration of conventional medications internationally, "
        "notwithstanding unequivocally deteriorating epidemiological characteristics of representative populations, "
        "although methodological heterogeneity invalidates generalizability considerably and irreversibly.");
    CHECK_ONLY(t.on_words(), audit_check::f1, severity::warning);
}
TEST_CASE("F2: an abbreviation that nothing explains is a warning", "[audit]") {
    table t;
    t.text_of(0, "practical") += ", QRST";
    CHECK_ONLY(t.on_words(), audit_check::f2, severity::warning);
    t.laid.legend.push_back({"QRST", "a made-up abbreviation"});
    CHECK(faults(t.on_words()).empty());
}
TEST_CASE("F5: a page for patients with five options is a warning", "[audit]") {
    table t{[](plan& p) {
        p.more = [](plan& q) {
            for (auto key : {"m1", "m2", "m3"}) {
                auto const c = q.b.builder().add<therapy_class>({std::string{key} + "-class", std::string{key} + " class"});
                q.b.builder().relate<is_a>(c, q.b.find<therapy_class>("tablets"));
                q.b.builder().relate<listed_under>(q.b.builder().add<therapy>({key, key}), c);
                q.b.claim<recommended_for>(
                    key, "sore-thumb", q.in("guideline", key, {}), std::string{"for-"} + key, stance::in_favour, q.strong());
            }
        };
    }};
    auto v = views::patient;
    v.most_options = 0;
    t.look(v);
    REQUIRE(t.made.rows.size() == 5);
    CHECK_ONLY(t.on_words(), audit_check::f5, severity::warning);
}
TEST_CASE("R1: a statement without what its source holds back, with its text", "[audit]") {
    auto const may = [](plan& p) { p.food_said.hedge = hedge::may; };
    table t{may};
    CHECK(faults(t.on_words()).empty());
    t.text_of(0, "practical") = "take with food";
    CHECK_ONLY(t.on_words(), audit_check::r1);
    auto const f = faults(t.on_words()).front();
    CHECK(f.words == "take with food");
    CHECK(say(english, t.made, f) ==
          "error R1 Alphaprofen, Practical points, cost, coverage, food-alpha: "
          "A statement leaves out what its source holds back. \"take with food\"");
}
TEST_CASE("R2: a warning that is cut, that counts what it leaves out, or that is not printed", "[audit]") {
    for (auto tail : {" ...", " +3"}) {
        table t;
        t.text_of(0, "warnings") += tail;
        CHECK_ONLY(t.on_words(), audit_check::r2);
    }
    table t;
    t.words_of(0, "warnings").statements.clear();
    t.words_of(0, "warnings").lead = "-";
    CHECK_ONLY(t.on_words(), audit_check::r2);
}
TEST_CASE("R6: a statement about another than the row that does not name it", "[audit]") {
    table t;
    t.told_of(0, "practical").whose = fixture::entity<option>(t.kb(), "betaprofen");
    CHECK_ONLY(t.on_words(), audit_check::r6);
}
TEST_CASE("R9: a figure against usual care that does not say so", "[audit]") {
    table t{[](plan& p) {
        p.more = [](plan& q) {
            auto e = q.people(60, 30);
            e.comparator = q.b.find<option>("usual-care");
            auto const c = q.b.builder().add<therapy_class>({"m-class", "M class"});
            q.b.builder().relate<is_a>(c, q.b.find<therapy_class>("tablets"));
            q.b.builder().relate<listed_under>(q.b.builder().add<therapy>({"m", "M"}), c);
            q.b.claim<affects>("m", "pain-halved", q.in("review", "page 7"), "open", stance::in_favour, e);
        };
    }};
    REQUIRE(t.made.rows.size() == 3);
    CHECK(faults(t.on_words()).empty());
    replace(t.text_of(2, "benefit"), "usual care", "it");
    CHECK_ONLY(t.on_words(), audit_check::r9);
}
TEST_CASE("R10: the certainty of another figure beside this one", "[audit]") {
    table t;
    t.text_of(0, "benefit") += ", low certainty";
    CHECK_ONLY(t.on_words(), audit_check::r10);
}
TEST_CASE("R12: a page for patients without a fixed line, or with an empty cell that does not say what that means", "[audit]") {
    table t{{}, views::patient};
    cut(t.laid.fixed, english[message::fixed_no_change]);
    CHECK_ONLY(t.on_words(), audit_check::r12);
    table u{{}, views::patient};
    u.words_of(0, "stopping").lead = "-";
    CHECK(only(u.on_words(), audit_check::r12));
}
TEST_CASE("R13: a verb of advice that no claim holds", "[audit]") {
    table t{{}, views::patient};
    t.text_of(0, "harms") += ", you should take care";
    CHECK_ONLY(t.on_words(), audit_check::r13);
}
TEST_CASE("R14: a sentence in a cell without a claim", "[audit]") {
    table t;
    t.words_of(0, "practical").statements.push_back(sheet_statement{"it tastes of mint"});
    CHECK_ONLY(t.on_words(), audit_check::r14);
}
TEST_CASE("R15: more to explain than to tell is a warning", "[audit]") {
    table t;
    std::string words;
    for (int i = 0; i != 120; ++i) words += "explained ";
    t.laid.legend.push_back({"note", words});
    CHECK_ONLY(t.on_words(), audit_check::r15, severity::warning);
}

}  // namespace audit_words_test
