// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/render/lay_out.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "german.hpp"
#include "table_by_hand.hpp"

#include <string>
#include <string_view>

namespace render_cell_words_test {

using namespace treatise;
using fixture::extended;
using fixture::table_by_hand;

namespace {

column_list const two{columns::option, columns::guidance};
column_list of(column const& c) { return {columns::option, c}; }

/// The text of the only cell besides the name.
std::string cell(comparison const& c, language const& l = english) {
    auto const s = lay_out(c, l);
    return cell_text(s, s.sections.at(0).rows.at(0).cells.at(1));
}

effect people(extended& b, int with, int without) {
    effect e;
    e.statistic = statistic::per_100;
    e.value = decimal{with, 0};
    e.baseline = decimal{without, 0};
    e.comparator = b.find<option>("placebo");
    e.time_frame = e.arm = not_stated;
    e.participants = decimal::unstated();
    e.certainty.value = unstated_level;
    return e;
}
/// A base with figures and hedges that the fixture lacks.
extended with_more() {
    extended b;
    auto& made = b.builder();
    auto const oa = [&](std::string_view source) { return b.said(source, {"knee-osteoarthritis"}); };
    outcome_details harm;
    harm.valence = valence::undesirable;
    harm.clinical = made.text("somnolence");
    harm.plain = made.text("feeling sleepy");
    made.add<outcome>({"drowsiness", "drowsiness"}, harm);
    b.claim<affects>("alphaprofen", "drowsiness", oa("review-2021"), "drowsy", {}, people(b, 12, 3));
    b.claim<affects>("alphaprofen", "nausea", oa("review-2021"), "sick", {}, people(b, 21, 5));
    auto sponsored = oa("trial-2019");
    sponsored.interest = made.text("the maker paid for the trial");
    b.claim<affects>("betaprofen", "nausea", sponsored, "sick-b", {}, people(b, 30, 8));
    b.claim<affects>("alphaprofen", "nausea", oa("label-2022"), "sick-2", {}, people(b, 16, 9));
    auto few = people(b, 34, 6);
    few.n_with = decimal{30, 0};
    few.n_without = decimal{38, 0};
    b.claim<affects>("alphaprofen", "nausea", b.said("review-2021", {"knee-pain"}), "sick-few", {}, few);
    auto open = people(b, 79, 5);
    open.comparator = b.find<option>("usual-care");
    b.claim<affects>("alphaprofen", "pain-halved", sponsored, "open", {}, open);
    auto none = people(b, 12, 0);
    none.baseline = {};
    none.comparator = {};
    none.compared_with = made.text("no control group");
    b.claim<affects>("alphaprofen", "drowsiness", oa("leaflet-2024"), "alone", {}, none);
    auto held = oa("leaflet-2024");
    held.hedge = hedge::may;
    b.claim<affects>("tai-chi", "function-improved", held, "may-help");
    b.claim<affects>("tai-chi", "nausea", held, "may-harm");
    auto found = oa("review-2021");
    found.finding = finding::insufficient;
    b.claim<affects>("betaprofen", "pain-halved", found, "not-enough", stance::no_evidence_found);
    for (auto key : {"hedged-1", "hedged-2"})
        b.claim<warned_of>(
            "alphaprofen", key == std::string_view{"hedged-1"} ? "kidney-disease" : "pregnancy", held, key, {}, b.warning());
    b.claim<warned_of>("alphaprofen", "stomach-bleeding", oa("label-2022"), "boxed-a", {}, b.warning(warning_form::boxed));
    b.claim<warned_of>("betaprofen", "stomach-bleeding", oa("label-2022"), "boxed-b", {}, b.warning(warning_form::boxed));
    auto advice = recommendation{};
    advice.scheme = b.find<scheme>("fixture-grade");
    advice.strength.value = unstated_level;
    advice.line.value = 1;
    b.claim<recommended_for>("alphaprofen", "knee-osteoarthritis", "guideline-2020", "line-alone", {}, advice);
    advice.line = {};
    advice.narrow = made.text("after gels failed");
    b.claim<recommended_for>("alphaprofen", "knee-pain", held.source == b.find<source>("leaflet-2024") ? "guideline-2020" : "",
        "narrow", stance::against, advice);
    coverage paid;
    paid.payer = b.find<payer>("fixture-health-plan");
    paid.status = coverage_status::not_covered;
    b.claim<covered_for>("tai-chi", "knee-osteoarthritis", held, "may-not-pay", {}, paid);
    auto needed = people(b, 0, 0);
    needed.statistic = statistic::nnt;
    needed.value = decimal{83, 1};
    needed.baseline = {};
    b.claim<affects>("betaprofen", "function-improved", oa("review-2021"), "needed", {}, needed);
    b.claim<affects>("betaprofen", "function-improved", oa("leaflet-2024"), "in-words");
    auto ratio = needed;
    ratio.statistic = statistic::risk_ratio;
    ratio.value = decimal{20, 1};
    b.claim<affects>("betaprofen", "drowsiness", oa("review-2021"), "ratio", {}, ratio);
    auto usual = held;
    usual.hedge = hedge::usual;
    paid.status = coverage_status::covered;
    b.claim<covered_for>("tai-chi", "knee-osteoarthritis", usual, "usually-pays", {}, paid);
    return b;
}

struct more_words {
    extended base = with_more();
    knowledge_base const& kb = base.freeze();

    table_by_hand table(column const& c) const { return {kb, "knee-osteoarthritis", of(c)}; }
};

}  // namespace

TEST_CASE_METHOD(more_words, "figures of one member by one source stand in one list, its name before them", "[cells]") {
    auto t = table(columns::harms);
    t.row("anti-inflammatories").tells(1, "sick").tells(1, "drowsy");
    CHECK(cell(t.made()) == "alphaprofen: nausea 21 vs 5, somnolence 12 vs 3 [1]");
}

TEST_CASE_METHOD(more_words, "benefit and harms of different members name them", "[cells]") {
    auto t = table(columns::harms);
    t.row("anti-inflammatories").tells(1, "sick").tells(1, "sick-b");
    CHECK(cell(t.made()) == "alphaprofen: nausea 21 vs 5 [1]\nbetaprofen: nausea 30 vs 8 [2]§");
}

TEST_CASE_METHOD(more_words, "the row's own therapy is not named again", "[cells]") {
    auto t = table(columns::harms);
    t.row("alphaprofen").tells(1, "sick");
    CHECK(cell(t.made()) == "nausea 21 vs 5 [1]");
}

TEST_CASE_METHOD(more_words, "several trials are told as paired differences with their number", "[cells]") {
    auto t = table(columns::harms);
    t.row("alphaprofen").tells(1, "sick", {"sick-2"}).as_range();
    CHECK(cell(t.made()) == "nausea 7 to 16 more (2 trials) [1] [2]");
}

TEST_CASE_METHOD(more_words, "what is about other people is said, and how few they were", "[cells]") {
    auto t = table(columns::harms);
    t.row("alphaprofen").tells(1, "sick-few");
    CHECK(cell(t.made()) == "nausea 34 vs 6, any knee pain, 68 people [1]");
}

TEST_CASE_METHOD(more_words, "a comparator other than the table's stands in the cell, and that there was none", "[cells]") {
    auto t = table(columns::benefit);
    t.row("alphaprofen").tells(1, "open");
    CHECK(cell(t.made()) == "pain at least halved 79 vs 5 on usual care [1]§");
    auto alone = table(columns::harms);
    alone.row("alphaprofen").tells(1, "alone");
    CHECK(cell(alone.made()) == "somnolence 12 of 100 (no placebo group) [1]");
}

TEST_CASE_METHOD(more_words, "the outcome that heads the column is not said again", "[cells]") {
    auto t = table(columns::benefit);
    t.row("alphaprofen").tells(1, "affects-alphaprofen-pain");
    t.made().benefit = fixture::entity<outcome>(kb, "pain-halved");
    CHECK(cell(t.made()) == "45 (40 to 50) vs 30, high certainty [1]");
    CHECK(lay_out(t.made()).columns.at(1) == "Pain at least halved");
}

TEST_CASE_METHOD(more_words, "an interval with no effect in it says so, and a finding says what was found", "[cells]") {
    auto t = table(columns::benefit);
    t.row("calmadol").tells(1, "no-difference-calmadol");
    CHECK(cell(t.made()) ==
          "pain at least halved: no important difference, risk ratio 1.02 (0.93 to 1.12), moderate certainty [1]");
    auto found = table(columns::benefit);
    found.row("betaprofen").tells(1, "not-enough");
    CHECK(cell(found.made()) == "pain at least halved: insufficient evidence [1]");
    auto harm = table(columns::harms);
    harm.row("calmadol").tells(1, "harm-calmadol-withdrew");
    CHECK(cell(harm.made()).find("the interval includes no effect") != std::string::npos);
}

TEST_CASE_METHOD(more_words, "a hedge is part of the statement, in every language", "[cells]") {
    auto benefit = table(columns::benefit);
    benefit.row("tai-chi").tells(1, "may-help");
    CHECK(cell(benefit.made()).starts_with("may give "));
    CHECK(cell(benefit.made(), fixture::german).starts_with("mag bringen: "));
    auto harms = table(columns::harms);
    harms.row("tai-chi").tells(1, "may-harm");
    CHECK(cell(harms.made()).starts_with("may cause nausea"));
}

TEST_CASE_METHOD(more_words, "coverage and its hedge are one statement", "[cells]") {
    auto t = table(columns::coverage);
    t.row("tai-chi").tells(1, "may-not-pay").tells(1, "usually-pays");
    CHECK(cell(t.made()) ==
          "may not be covered (Fixture health plan, Fixture Land, 2024); usually covered (Fixture health plan, Fixture Land, "
          "2024) [1]");
}

TEST_CASE_METHOD(more_words, "a boxed warning of several members is one line that names them behind it", "[cells]") {
    auto t = table(columns::warnings_);
    t.row("anti-inflammatories").tells(1, "boxed-a").tells(1, "boxed-b").tells(1, "avoid-nsaids-kidney");
    CHECK(cell(t.made()) ==
          "Boxed warning (Fixture Agency), alphaprofen, betaprofen: stomach bleeding [1]\n"
          "Contraindicated: kidney disease [1]");
}

TEST_CASE_METHOD(more_words, "what a source holds back stands once before all that it holds back from", "[cells]") {
    auto t = table(column{.key = "all", .matters = columns::all_warnings});
    t.row("alphaprofen").tells(1, "hedged-1").tells(1, "hedged-2");
    CHECK(cell(t.made()) == "Label warning (Fixture Agency): risk may be higher with kidney disease, pregnancy [1]");
}

TEST_CASE_METHOD(more_words, "guidance is said as the body says it, who says it behind it", "[cells]") {
    auto t = table(columns::guidance);
    t.row("alphaprofen").tells(1, "line-alone").tells(1, "narrow");
    CHECK(cell(t.made()) ==
          "first line (Fixture source: guideline of 2020, strength not stated) [1]\n"
          "not recommended (Fixture source: guideline of 2020, strength not stated), after gels failed, any knee "
          "pain [1]");
}

TEST_CASE_METHOD(more_words, "sources that disagree are led by words, and no claim stands behind these", "[cells]") {
    auto t = table(columns::harms);
    t.row("alphaprofen").tells(1, "sick");
    t.cell_of(1).state = cell_state::disagree;
    auto const s = lay_out(t.made());
    CHECK(s.sections[0].rows[0].cells[1].lead == "sources disagree:");
    for (auto const& statement : s.sections[0].rows[0].cells[1].statements) CHECK_FALSE(statement.claims.empty());
}

TEST_CASE_METHOD(
    more_words, "what is missing says how: not reported, see above, no label read, no figure of a member", "[cells]") {
    auto t = table(columns::warnings_);
    t.row("alphaprofen");
    CHECK(cell(t.made()) == "not reported");
    t.cell_of(1).label_unread = true;
    CHECK(cell(t.made()) == "no label read here");
    t.cell_of(1).labels_silent = true;
    CHECK(cell(t.made()) == "none in the labels read here");
    t.cell_of(1).see_above = true;
    CHECK(cell(t.made()) == "see above");
    auto harms = table(columns::harms);
    harms.row("anti-inflammatories", {"alphaprofen", "betaprofen"}).tells(1, "sick");
    harms.made().silent.push_back(fixture::entity<therapy>(kb, "betaprofen"));
    harms.cell_of(1).silent_last = 1;
    CHECK(cell(harms.made()) == "alphaprofen: nausea 21 vs 5 [1]\nbetaprofen: no figure here");
}

TEST_CASE_METHOD(more_words, "the plain register has its own words, and no number of a source", "[cells]") {
    table_by_hand t{kb, "knee-osteoarthritis", of(columns::harms), views::patient};
    t.made().view.options_across = false;
    t.row("alphaprofen").tells(1, "drowsy");
    CHECK(cell(t.made()) == "feeling sleepy: 12 of 100 (on placebo: 3)");
    CHECK(lay_out(t.made()).columns.at(1) == "What might bother me?");
}

TEST_CASE_METHOD(more_words, "in the plain register a number needed to treat is told as people of 100", "[cells]") {
    table_by_hand t{kb, "knee-osteoarthritis", of(columns::benefit), views::patient};
    t.made().view.options_across = false;
    t.row("betaprofen").tells(1, "needed");
    CHECK(cell(t.made()).find("12 more of 100 than on placebo") != std::string::npos);
}

TEST_CASE_METHOD(more_words, "in the plain register a ratio says whether it happens to more or fewer people", "[cells]") {
    table_by_hand t{kb, "knee-osteoarthritis", of(columns::harms), views::patient};
    t.made().view.options_across = false;
    t.row("betaprofen").tells(1, "ratio");
    CHECK(cell(t.made()) == "feeling sleepy: more people than on placebo");
}

TEST_CASE_METHOD(more_words, "no page says that no source counts what one does", "[cells]") {
    auto const benefit_of = [&](char const* row, char const* claim) {
        table_by_hand t{kb, "knee-osteoarthritis", of(columns::benefit), views::patient};
        t.made().view.options_across = false;
        t.row(row).tells(1, claim);
        return cell(t.made());
    };
    CHECK(benefit_of("betaprofen", "in-words").find("no source here says") == std::string::npos);
    CHECK(benefit_of("tai-chi", "may-help").find("no source here says") != std::string::npos);
}

TEST_CASE_METHOD(more_words, "in the plain register a boxed warning is the strongest of its authority", "[cells]") {
    table_by_hand t{kb, "knee-osteoarthritis", of(columns::warnings_), views::patient};
    t.made().view.options_across = false;
    t.row("alphaprofen").tells(1, "boxed-a");
    auto const told = cell(t.made());
    CHECK(told.find("'s strongest warning: ") != std::string::npos);
    CHECK(told.find("oxed") == std::string::npos);
}

TEST_CASE_METHOD(more_words, "in the plain register what is missing could be asked", "[cells]") {
    table_by_hand t{kb, "knee-osteoarthritis", of(columns::coverage), views::patient};
    t.made().view.options_across = false;
    t.row("alphaprofen");
    CHECK(cell(t.made()) == "No source here says. That does not mean there is none. You could ask: What does it cost?");
}

}  // namespace render_cell_words_test
