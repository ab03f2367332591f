// SPDX-License-Identifier: BSL-1.0
// The plain layer: a grid of questions by options. Every figure of the base made here is made up.
#include <treatise/audit/grid_words.hpp>
#include <treatise/graph/builder.hpp>
#include <treatise/render/formats/csv.hpp>
#include <treatise/render/formats/html.hpp>
#include <treatise/render/formats/markdown.hpp>
#include <treatise/render/grid_json.hpp>
#include <treatise/render/lay_out_grid.hpp>
#include <treatise/table/plain.hpp>

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>
#endif

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace treatise;
using fixture::extended;

namespace {

bool holds(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

builder thumb() {
    builder b;
    b.base({b.text("fixture-thumb"), b.text("Thumb pain (fixture)"), b.text("2.0.0"), b.text("the fixture editors"),
        b.text("Made up for tests."), date{2024, 10, 1}});
    b.add<jurisdiction>({"fixture-land", "Fixture Land"});
    auto const hand = b.add<cause>({"sore-hand", "Sore hand", "A hand that hurts"});
    auto const asked = b.add<cause>({"sore-thumb", "Sore thumb", "A thumb that hurts"});
    b.relate<is_a>(asked, hand);
    b.code(asked, b.add<code_system>({"codes", "Codes"}, {b.text("urn:x"), b.text("1"), b.text("none"), {}, true}), "X1",
        mapping::exact);
    auto const tablets = b.add<therapy_class>({"tablets", "Tablets", "Medicines to swallow"}, {1});
    for (auto const& [key, name] : {std::pair{"alpha", "Alpha"}, std::pair{"beta", "Beta"}, std::pair{"gamma", "Gamma"},
             std::pair{"delta", "Delta"}, std::pair{"epsilon", "Epsilon"}, std::pair{"zeta", "Zeta"}}) {
        auto const row = b.add<therapy_class>({std::string{key} + "-tablets", std::string{name} + " tablets"});
        b.relate<is_a>(row, tablets);
        b.relate<listed_under>(b.add<therapy>({std::string{key} + "profen", std::string{name} + "profen", "A tablet"}), row);
    }
    b.add<therapy>({"placebo", "Placebo", "A look-alike"}, {{}, {}, true});
    auto const scale = b.add<instrument>({"fixture-scale", "Fixture scale"});
    for (auto const& [key, name] : {std::pair{"pain-halved", "pain at least halved"}, std::pair{"less-pain", "less pain"},
             std::pair{"better-sleep", "better sleep"}})
        b.add<outcome>({key, name}, {valence::desirable, false, {}, scale});
    for (auto const& [key, name] : {std::pair{"nausea", "nausea"}, std::pair{"headache", "headache"}, std::pair{"rash", "rash"},
             std::pair{"itching", "itching"}, std::pair{"cough", "cough"}, std::pair{"fever", "fever"}})
        b.add<outcome>({key, name}, {valence::undesirable, false, {}, {}});
    b.add<outcome>({"bleeding", "bleeding"}, {valence::undesirable, true, {}, {}});
    b.add<circumstance>({"pregnancy", "pregnancy"});
    b.add<consideration>({"with-food", "taking it with food"}, {practical_issue::food_and_drinks});
    b.add<scheme>({"grade", "GRADE"}, {b.list({"strong", "weak"}), {}, b.list({"high", "moderate", "low", "very low"})});
    fixture::add_document(b, "review", "Fixture review", source_kind::systematic_review);
    fixture::add_document(b, "other-review", "Another review", source_kind::systematic_review);
    fixture::add_document(b, "label", "Fixture label", source_kind::label);
    return b;
}

/// An effect of both arms in percent, or of another measure; certainty 1 is high, 4 very low.
struct measured {
    extended& b;
    effect of(statistic s, decimal value, decimal baseline = {}, std::uint8_t certainty = unstated_level) const {
        effect e;
        e.statistic = s;
        e.value = value;
        e.baseline = baseline;
        e.comparator = b.find<option>("placebo");
        e.time_frame = not_stated;
        e.participants = decimal::unstated();
        e.scheme = b.find<scheme>("grade");
        e.certainty = {certainty};
        return e;
    }
    effect percent(int with, int without, std::uint8_t certainty = unstated_level) const {
        return of(statistic::percent, decimal{with, 0}, decimal{without, 0}, certainty);
    }
};

/// A base and its grid; nothing in it moves once it is made.
class thumb_grid {
    extended base_{thumb()};

public:
    knowledge_base const* kb = nullptr;
    option_grid made;

    explicit thumb_grid(std::function<void(extended&, measured)> const& more, scope s = {}, plain_options o = {},
        std::vector<std::string_view> options = {}) {
        more(base_, measured{base_});
        kb = &base_.freeze();
        for (auto key : options) s.options.push_back(fixture::entity<option>(*kb, key));
        made = plain(*kb, fixture::entity<cause>(*kb, "sore-thumb"), s, o);
    }
    thumb_grid(thumb_grid const&) = delete;

    std::uint32_t column(std::string_view key) const {
        for (std::uint32_t i = 0; i != made.table.preset.columns.size(); ++i)
            if (made.table.preset.columns[i].key == key) return i;
        FAIL("no question " << key);
        return 0;
    }
    std::uint32_t row(std::string_view key) const {
        for (std::uint32_t i = 0; i != made.table.rows.size(); ++i)
            if (kb->key(made.table.rows[i].option) == key) return i;
        FAIL("no option " << key);
        return 0;
    }
    grid_figure const& figure(std::string_view claim) const {
        auto const* f = made.figure(fixture::claim(*kb, claim));
        if (f == nullptr) FAIL("no figure of " << claim);
        return *f;
    }
    std::string cell(std::string_view option, std::string_view question) const {
        auto const s = options_as_rows(made, english);
        return cell_text(s, s.sections.at(0).rows.at(row(option)).cells.at(column(question)));
    }
    std::vector<audit_finding> findings() const { return audit_all(made, lay_out(made)); }
    std::vector<audit_check> errors() const { return errors_of(findings()); }
    static std::vector<audit_check> errors_of(std::vector<audit_finding> const& all) {
        std::vector<audit_check> found;
        for (auto const& f : all)
            if (f.severity == severity::error && std::find(found.begin(), found.end(), f.check) == found.end())
                found.push_back(f.check);
        return found;
    }
};

void relief(extended& b, std::string_view who, effect const& e, std::string_view key, stance s = stance::in_favour,
    std::string_view source = "review", std::string_view about = "sore-thumb", std::string_view outcome = "pain-halved") {
    b.claim<affects>(who, outcome, b.said(source, {about}), key, s, e);
}

/// Alphaprofen halves pain in 45 of 100 against 30 (moderate) and upsets the stomach of 8 against 5; warned of bleeding.
void alpha(extended& b, measured m) {
    relief(b, "alphaprofen", m.percent(45, 30, 2), "relief-alpha");
    b.claim<affects>(
        "alphaprofen", "nausea", b.said("review", {"sore-thumb"}), "nausea-alpha", stance::in_favour, m.percent(8, 5));
    b.claim<warned_of>(
        "alphaprofen", "bleeding", b.said("label", {"sore-thumb"}), "warned-alpha", stance::in_favour, b.warning());
    b.claim<involves>("alphaprofen", "with-food", b.said("label", {"sore-thumb"}), "food-alpha");
}
void beta(extended& b, measured m) {
    relief(b, "betaprofen", m.percent(40, 32, 3), "relief-beta");
    b.claim<affects>("betaprofen", "nausea", b.said("review", {"sore-thumb"}), "nausea-beta", stance::in_favour, m.percent(9, 6));
    b.claim<involves>("betaprofen", "with-food", b.said("label", {"sore-thumb"}), "food-beta");
}
void both(extended& b, measured m) {
    alpha(b, m);
    beta(b, m);
}
using enum audit_check;

}  // namespace

// Numbers.

TEST_CASE("a figure stands in people, with both frames and the number without the option in the same cell", "[grid]") {
    thumb_grid const g{both};
    auto const text = g.cell("alpha-tablets", "pain-halved");
    CHECK(holds(text, "45 of 100 people: yes. 55: no"));
    CHECK(holds(text, "With placebo: 30 of 100"));
    CHECK(holds(text, "That is 15 more"));
}

TEST_CASE("the wording follows the certainty that the source gives", "[grid]") {
    thumb_grid const g{both};
    CHECK(holds(g.cell("alpha-tablets", "pain-halved"),
        "Treatment with alphaprofen probably increases the number of people with pain at least halved."));
    CHECK(holds(g.cell("beta-tablets", "pain-halved"),
        "Treatment with betaprofen may increase the number of people with pain at least halved."));
    CHECK(holds(g.cell("alpha-tablets", "certainty"), "moderate (Fixture review)"));
}

TEST_CASE("very low certainty is told as very uncertain, and the numbers still stand", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) { relief(b, "alphaprofen", m.percent(45, 30, 4), "relief-alpha"); }};
    auto const text = g.cell("alpha-tablets", "pain-halved");
    CHECK(holds(text, "The evidence is very uncertain about the effect of treatment with alphaprofen on the number of people"));
    CHECK(holds(text, "45 of 100 people: yes. 55: no"));
}

TEST_CASE("no rating gives no wording of certainty: the numbers stand alone", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) { relief(b, "alphaprofen", m.percent(45, 30), "relief-alpha"); }};
    auto const text = g.cell("alpha-tablets", "pain-halved");
    CHECK_FALSE(holds(text, "Treatment"));
    CHECK(text.starts_with("45 of 100"));
    CHECK(g.cell("alpha-tablets", "certainty") == "not stated by the source");
}

TEST_CASE("where two bodies rate one outcome differently, the wording takes neither and says so", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        relief(b, "alphaprofen", m.percent(45, 30, 2), "relief-alpha");
        relief(b, "alphaprofen", m.of(statistic::nnt, decimal{7, 0}, {}, 3), "relief-nnt", stance::in_favour, "other-review");
    }};
    auto const text = g.cell("alpha-tablets", "pain-halved");
    CHECK(holds(text, "Two groups rate this evidence differently"));
    CHECK_FALSE(holds(text, "probably"));
    CHECK_FALSE(holds(text, " may "));
    auto const rated = g.cell("alpha-tablets", "certainty");
    CHECK(holds(rated, "moderate (Fixture review)"));
    CHECK(holds(rated, "Low (Another review)"));
    CHECK(g.errors().empty());
}

TEST_CASE("a rating for a wider group does not stand against one for this cause", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        relief(b, "alphaprofen", m.percent(45, 30, 2), "relief-alpha");
        relief(b, "alphaprofen", m.of(statistic::nnt, decimal{7, 0}, {}, 1), "relief-hand", stance::in_favour, "other-review",
            "sore-hand");
    }};
    CHECK_FALSE(g.figure("relief-alpha").rated_apart);
    CHECK(g.figure("relief-alpha").certainty == grade::moderate);
}

TEST_CASE("a published number needed to treat is told as the difference that it is, and never by its name", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        auto e = m.of(statistic::nnt, decimal{40, 1}, {}, 1);
        e.low = decimal{25, 1};
        e.high = decimal{10, 0};
        relief(b, "alphaprofen", e, "relief-alpha");
    }};
    auto const& f = g.figure("relief-alpha");
    CHECK(f.as == told_as::difference);
    CHECK(f.more == 25);
    CHECK(f.more_between == std::pair{10, 40});
    auto const text = g.cell("alpha-tablets", "pain-halved");
    CHECK(holds(text, "Not known how many of 100 in all. Compared with placebo: 25 more (10 to 40 more) of 100"));
    auto const page = plain_text(g.made, {.width = 80});
    CHECK_FALSE(holds(page, "NNT"));
    CHECK(holds(page, "people treated for one more: 4.0"));
}

TEST_CASE("an interval is taken from another measure of the same result, and the footnote says from which", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        relief(b, "alphaprofen", m.percent(45, 30), "relief-alpha");
        auto e = m.of(statistic::nnt, decimal{67, 1});
        e.low = decimal{50, 1};
        e.high = decimal{100, 1};
        relief(b, "alphaprofen", e, "relief-nnt");
    }};
    auto const& f = g.figure("relief-alpha");
    CHECK(f.more_between == std::pair{10, 20});
    CHECK(f.interval == derivation::from_nnt);
    CHECK(f.interval_from == fixture::claim(*g.kb, "relief-nnt"));
    CHECK(holds(g.cell("alpha-tablets", "pain-halved"), "That is 15 more (10 to 20 more)"));
}

TEST_CASE("an interval that does not fit the numbers is not theirs: an adjusted ratio beside crude numbers", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        relief(b, "alphaprofen", m.percent(45, 30), "relief-alpha");
        auto e = m.of(statistic::risk_ratio, decimal{11, 1}, decimal::unstated());
        e.low = decimal{9, 1};
        e.high = decimal{13, 1};
        relief(b, "alphaprofen", e, "relief-rr");
    }};
    CHECK_FALSE(g.figure("relief-alpha").more_between);
    CHECK(g.figure("relief-alpha").crosses_no_effect);
    CHECK(holds(g.cell("alpha-tablets", "pain-halved"), "Uncertain"));
}

TEST_CASE("a mean difference is not known out of 100, and is told as what its source concludes", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        auto e = m.of(statistic::standardised_mean_difference, decimal{-59, 2});
        relief(b, "alphaprofen", e, "smd-alpha", stance::in_favour, "review", "sore-thumb", "less-pain");
    }};
    CHECK(g.figure("smd-alpha").as == told_as::words);
    auto const text = g.cell("alpha-tablets", "less-pain");
    CHECK(holds(text, "Not known out of 100. Compared with: placebo. Fixture review: yes"));
    CHECK_FALSE(holds(plain_text(g.made), "0.59"));
    CHECK_FALSE(holds(plain_text(g.made), "SMD"));
}

TEST_CASE("an interval across no effect is uncertain, not a probable effect and not no difference", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        auto e = m.of(statistic::nnt, decimal{20, 0}, {}, 2);
        e.low = decimal{8, 0};
        e.high = decimal{-30, 0};
        relief(b, "alphaprofen", e, "relief-alpha");
    }};
    auto const text = g.cell("alpha-tablets", "pain-halved");
    CHECK(holds(text, "Uncertain: includes no effect"));
    CHECK(holds(text, "5 more (3 fewer to 13 more)"));
    CHECK_FALSE(holds(text, "probably"));
    CHECK_FALSE(holds(text, "no difference"));
    CHECK(g.errors().empty());
}

TEST_CASE("little to no difference is said only where the source concludes it", "[grid]") {
    auto const with = [](stance s) {
        return thumb_grid{[s](extended& b, measured m) {
            relief(b, "alphaprofen", m.percent(31, 30, 1), "relief-alpha", s);
        }}.cell("alpha-tablets", "pain-halved");
    };
    CHECK(holds(with(stance::no_difference), "results in little to no difference in the number of people"));
    CHECK_FALSE(holds(with(stance::in_favour), "no difference"));
}

TEST_CASE("a word of size comes from limits that a panel sets; without them the number tells the size", "[grid]") {
    auto const with = [](std::optional<size_limits> sizes, int people) {
        plain_options o;
        o.sizes = sizes;
        return thumb_grid{
            [people](extended& b, measured m) { relief(b, "alphaprofen", m.percent(people, 30, 1), "relief"); }, {}, o}
            .cell("alpha-tablets", "pain-halved");
    };
    CHECK(holds(with({}, 70), "alphaprofen increases the number"));
    CHECK(holds(with(size_limits{10, 30}, 70), "results in a large increase in the number"));
    CHECK(holds(with(size_limits{10, 30}, 45), "alphaprofen increases the number of people with pain at least halved."));
    CHECK(holds(with(size_limits{10, 30}, 33), "increases the number of people with pain at least halved slightly"));
}

TEST_CASE("one denominator: of 1000 where an answer would be 0 of 100", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        both(b, m);
        b.claim<affects>("alphaprofen", "rash", b.said("review", {"sore-thumb"}), "rash-alpha", stance::in_favour,
            m.of(statistic::percent, decimal{3, 1}, decimal{1, 1}));
    }};
    CHECK(g.made.of == denominator::thousand);
    CHECK(holds(g.cell("alpha-tablets", "rash"), "3 of 1000 people: yes. 997: no"));
    CHECK(holds(g.cell("alpha-tablets", "pain-halved"), "450 of 1000 people: yes. 550: no"));
    CHECK(g.errors().empty());
}

TEST_CASE("digits that whole people do not have are kept in a footnote", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        relief(b, "alphaprofen", m.of(statistic::percent, decimal{445, 1}, decimal{257, 1}), "relief-alpha");
    }};
    CHECK(g.figure("relief-alpha").rounded);
    CHECK(holds(g.cell("alpha-tablets", "pain-halved"), "45 of 100 people: yes. 55: no. With placebo: 26 of 100"));
    auto const s = lay_out(g.made);
    REQUIRE(s.footnotes.size() == 1);
    CHECK(s.footnotes[0] == "rounded to whole people; published: 44.5 v 25.7 of 100");
}

// States and marks.

TEST_CASE("where sources disagree the cell says so and shows both sides, without a wording of certainty", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        relief(b, "alphaprofen", m.percent(45, 30, 2), "relief-for");
        effect words;
        relief(b, "alphaprofen", words, "relief-none", stance::no_difference, "other-review");
    }};
    auto const text = g.cell("alpha-tablets", "pain-halved");
    CHECK(text.starts_with("Sources disagree"));
    CHECK(holds(text, "45 of 100"));
    CHECK(holds(text, "Another review: no important difference"));
    CHECK(g.errors().empty());
}

TEST_CASE("what nobody reports is not reported, and the page says that it does not mean none", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        alpha(b, m);
        relief(b, "betaprofen", m.percent(40, 32), "relief-beta");
    }};
    CHECK(g.cell("beta-tablets", "nausea") == "not reported");
    CHECK(holds(plain_text(g.made, {.width = 200}), "no source here says; it does not mean none"));
}

TEST_CASE("a search that found nothing is told as such", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        alpha(b, m);
        b.claim<used_for>("betaprofen", "sore-thumb", b.said("label"), "used-beta");
        relief(b, "betaprofen", effect{}, "nothing-beta", stance::no_evidence_found);
    }};
    CHECK(g.cell("beta-tablets", "pain-halved") == "Fixture review: looked for, nothing found");
}

TEST_CASE("what is said of a wider group carries its mark, also in the row of ratings", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        relief(b, "alphaprofen", m.percent(45, 30, 2), "relief-alpha", stance::in_favour, "review", "sore-hand");
        b.claim<used_for>("alphaprofen", "sore-thumb", b.said("label"), "used-alpha");
    }};
    CHECK(g.cell("alpha-tablets", "pain-halved").ends_with("(Fixture review)†"));
    CHECK(g.cell("alpha-tablets", "certainty").ends_with("†"));
}

TEST_CASE("an option without the asked benefits names those that sources do report", "[grid]") {
    thumb_grid const g{
        [](extended& b, measured m) {
            for (auto const* who : {"alphaprofen", "betaprofen", "gammaprofen"}) {
                relief(b, who, m.percent(45, 30), "relief-" + std::string{who});
                relief(b, who, m.percent(50, 30), "less-" + std::string{who}, stance::in_favour, "review", "sore-thumb",
                    "less-pain");
            }
            relief(b, "deltaprofen", effect{}, "sleep-delta", stance::in_favour, "review", "sore-thumb", "better-sleep");
        },
        {}, {.most_outcomes = 3}};
    CHECK(g.cell("delta-tablets", "less-pain") == "Not reported; sources report: better sleep");
}

// Warnings.

TEST_CASE("every warning stands in the grid with its authority, in front of the harms", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        both(b, m);
        for (auto const* what : {"nausea", "headache", "rash", "itching", "cough"})
            b.claim<warned_of>("betaprofen", what, b.said("label", {"sore-thumb"}), "warned-" + std::string{what},
                stance::in_favour, b.warning(warning_form::boxed));
    }};
    auto const text = g.cell("beta-tablets", "warnings");
    CHECK(holds(text, "BOXED (Fixture Agency): "));
    for (auto const* what : {"nausea", "headache", "rash", "itching", "cough"}) CHECK(holds(text, what));
    CHECK(g.column("warnings") < g.column("nausea"));
    CHECK(holds(plain_text(g.made, {.width = 200}), "BOXED: stands in a box at the head of the official label"));
}

TEST_CASE("a warning of the class stands with its member, as said of the class", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
                           alpha(b, m);
                           b.claim<warned_of>("alpha-tablets", "rash", b.said("label", {"sore-thumb"}), "warned-class",
                               stance::in_favour, b.warning(warning_form::boxed));
                           b.claim<contraindicated_in>(
                               "tablets", "pregnancy", b.said("label", {"sore-thumb"}), "not-in-pregnancy");
                       },
        {}, {}, {"alphaprofen"}};
    CHECK(holds(g.cell("alphaprofen", "warnings"), "Said of alpha tablets: BOXED (Fixture Agency): rash"));
    CHECK(holds(g.cell("alphaprofen", "care"), "Said of tablets: Not with pregnancy"));
}

TEST_CASE("an outcome of the documented list stands with the warnings, in people, and counts not to the seven", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        both(b, m);
        b.claim<affects>("betaprofen", "bleeding", b.said("review", {"sore-thumb"}), "bleeding-beta", stance::in_favour,
            m.of(statistic::percent, decimal{2, 1}, decimal{1, 1}));
    }};
    auto const text = g.cell("beta-tablets", "warnings");
    CHECK(holds(text, "Bleeding: fewer than 1 of 100 people: yes. more than 99: no"));
    CHECK(g.made.of == denominator::hundred);  // one rare event does not turn the table
    for (auto const& q : g.made.questions) CHECK(q.about != fixture::entity<outcome>(*g.kb, "bleeding"));
}

// Questions and options.

TEST_CASE("at most seven outcomes, the same for every option", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        both(b, m);
        for (auto const* what : {"less-pain", "better-sleep", "headache", "rash", "itching", "cough", "fever"})
            b.claim<affects>("alphaprofen", what, b.said("review", {"sore-thumb"}), "alpha-" + std::string{what},
                stance::in_favour, m.percent(10, 5));
    }};
    auto const outcomes =
        std::count_if(g.made.questions.begin(), g.made.questions.end(), [](auto const& q) { return static_cast<bool>(q.about); });
    CHECK(outcomes <= 7);
    CHECK(outcomes >= 5);
    CHECK(g.made.table.cells.size() == g.made.table.rows.size() * g.made.questions.size());
}

TEST_CASE("the reference stands first and says how those did who had it", "[grid]") {
    thumb_grid const g{both};
    REQUIRE(g.made.table.rows.size() == 3);
    CHECK(g.kb->key(g.made.table.rows[0].option) == "placebo");
    CHECK(g.made.table.rows[0].role == row_role::reference);
    CHECK(g.cell("placebo", "pain-halved") ==
          "30 of 100 people: yes. 70: no (trials of alphaprofen). 32 of 100 people: yes. 68: no (trials of betaprofen)");
}

TEST_CASE("more options than a page holds: those of which most is documented, the others by name", "[grid]") {
    auto const six = [](extended& b, measured m) {
        for (auto const* who : {"zetaprofen", "betaprofen", "alphaprofen", "gammaprofen"})
            relief(b, who, m.percent(45, 30), "relief-" + std::string{who});
        for (auto const* who : {"deltaprofen", "epsilonprofen"})
            b.claim<used_for>(who, "sore-thumb", b.said("label"), "used-" + std::string{who});
    };
    thumb_grid const g{six};
    std::vector<std::string> shown, named;
    for (auto const& r : g.made.table.rows) shown.emplace_back(g.kb->key(r.option));
    for (auto o : g.made.table.named) named.emplace_back(g.kb->key(o));
    CHECK(shown == std::vector<std::string>{"placebo", "alpha-tablets", "beta-tablets", "gamma-tablets", "zeta-tablets"});
    CHECK(named == std::vector<std::string>{"delta-tablets", "epsilon-tablets"});
    CHECK(g.made.chosen);
    CHECK(holds(plain_text(g.made, {.width = 200}), "not shown here (2): delta tablets, epsilon tablets."));

    thumb_grid const all{six, {}, {.most_options = 99}};
    CHECK_FALSE(all.made.chosen);
    CHECK(all.made.table.rows.size() == 7);
}

TEST_CASE("options that are asked for are the columns, and no others", "[grid]") {
    thumb_grid const g{both, {}, {}, {"betaprofen"}};
    REQUIRE(g.made.table.rows.size() == 2);
    CHECK(g.kb->key(g.made.table.rows[1].option) == "betaprofen");
    CHECK(g.made.table.asked_options);
}

TEST_CASE("a drug is told before its product form, and the form stands in its column", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
                           auto const form = b.builder().add<therapy>({"alphaprofen-gel", "Alphaprofen gel"});
                           b.builder().relate<form_of>(form, b.find<therapy>("alphaprofen"));
                           b.builder().relate<listed_under>(form, b.find<therapy_class>("alpha-tablets"));
                           relief(b, "alphaprofen-gel", m.percent(60, 30, 1), "relief-gel");
                           alpha(b, m);
                           b.claim<affects>("alphaprofen-gel", "rash", b.said("review", {"sore-thumb"}), "rash-gel",
                               stance::in_favour, m.percent(6, 3));
                       },
        {}, {}, {"alphaprofen"}};
    CHECK(holds(g.cell("alphaprofen", "pain-halved"), "45 of 100"));
    CHECK(holds(g.cell("alphaprofen", "rash"), "Alphaprofen gel: 6 of 100"));
}

TEST_CASE("a cause without options gives a page that says so", "[grid]") {
    thumb_grid const g{[](extended&, measured) {}};
    CHECK(g.made.table.rows.empty());
    CHECK(holds(plain_text(g.made), "No source in this knowledge base documents an option"));
    CHECK(g.errors().empty());
}

// Print.

TEST_CASE("on a wide page questions are rows and options columns; on a narrow one each question is a heading", "[grid]") {
    thumb_grid const g{both};
    auto const wide = plain_text(g.made, {.width = 140}), narrow = plain_text(g.made, {.width = 60});
    CHECK(holds(wide, "Option"));
    CHECK(wide.find("Placebo") < wide.find("What is it?"));
    CHECK(narrow.find("What is it?") < narrow.find("Placebo"));
    for (std::size_t i = 0, end = 0; end != narrow.npos; i = end + 1) {
        end = narrow.find('\n', i);
        CHECK(display_width(std::string_view{narrow}.substr(i, end - i)) <= 60);
    }
}

TEST_CASE("every format shows the same words", "[grid]") {
    thumb_grid const g{both};
    auto const s = lay_out(g.made);
    for (auto const& page : {markdown(s), html(s), csv(s), plain_text(g.made, {.width = 1000})}) {
        CHECK(holds(page, "45 of 100 people: yes. 55: no"));
        CHECK(holds(page, "Medicines to swallow") == holds(markdown(s), "Medicines to swallow"));
        CHECK(holds(page, "What do official warnings say?"));
    }
}

TEST_CASE("the JSON of a grid holds each number of people and how it was had", "[grid]") {
    thumb_grid const g{both};
    auto const page = json(g.made);
    CHECK(holds(page, R"("format":"treatise-option-grid")"));
    CHECK(holds(page, R"("people":100)"));
    CHECK(holds(page,
        R"("claim":"relief-alpha","outcome":"pain-halved","option":"alphaprofen","told_as":"both_arms","with":45,"with_others":55,"without":30,"without_others":70,"more":"15","numbers":"published")"));
    CHECK(holds(page, R"("certainty":"moderate")"));
}

TEST_CASE("abbreviations of the base and of medicine are explained once", "[grid]") {
    thumb_grid const g{[](extended& b, measured m) {
        both(b, m);
        b.builder().relate<listed_under>(b.builder().add<therapy>({"tns", "TNS", "", {"transcutaneous nerve stimulation"}}),
            b.find<therapy_class>("zeta-tablets"));
        b.claim<used_for>("tns", "sore-thumb", b.said("label"), "used-tns");
        b.claim<warned_of>("betaprofen", "rash", b.said("label", {"sore-thumb"}), "warned-beta", stance::in_favour,
            {b.builder().text("FDA"), warning_form::label});
    }};
    auto const s = lay_out(g.made);
    auto const meaning = [&](std::string_view sign) {
        return std::count_if(s.legend.begin(), s.legend.end(), [&](auto const& entry) { return entry.sign == sign; });
    };
    CHECK(meaning("TNS") == 1);
    CHECK(meaning("FDA") == 1);
    CHECK(expansion(*g.kb, english, "TNS") == "transcutaneous nerve stimulation");
    CHECK(expansion(*g.kb, english, "QQQ").empty());
}

// The audit: a good grid has no error; each broken one fails with the check that it breaks alone.

TEST_CASE("a good grid passes its audit", "[grid][audit]") {
    thumb_grid const g{both};
    CHECK(g.errors().empty());
}

TEST_CASE("a number on another denominator is C1", "[grid][audit]") {
    thumb_grid g{both};
    for (auto& f : g.made.figures)
        if (f.claim == fixture::claim(*g.kb, "relief-alpha"))
            f = table_detail::figure_of(
                *g.kb, {f.claim, facet::benefit, said_of::member, applicability::exact}, {}, denominator::thousand);
    CHECK(thumb_grid::errors_of(audit(g.made)) == std::vector{c1});
}

TEST_CASE("a number that does not follow from its claim is C13", "[grid][audit]") {
    thumb_grid g{both};
    g.made.figures.front().with += 1;
    CHECK(thumb_grid::errors_of(audit(g.made)) == std::vector{c13});
}

TEST_CASE("an uncertain figure that is not marked as such is C8", "[grid][audit]") {
    thumb_grid g{both};
    g.made.figures.front().crosses_no_effect = true;
    CHECK(thumb_grid::errors_of(audit(g.made)) == std::vector{c8});
}

TEST_CASE("a certainty that no body gave is D3, and so is a trivial size that no source concludes", "[grid][audit]") {
    thumb_grid certain{both};
    certain.made.figures.front().certainty = grade::high;
    CHECK(thumb_grid::errors_of(audit(certain.made)) == std::vector{d3});
    thumb_grid sized{both};
    sized.made.figures.front().size = effect_size::trivial;
    CHECK(thumb_grid::errors_of(audit(sized.made)) == std::vector{d3});
}

TEST_CASE("a mean difference that became a number of people is C10", "[grid][audit]") {
    thumb_grid g{[](extended& b, measured m) {
        both(b, m);
        relief(b, "alphaprofen", m.of(statistic::mean_difference, decimal{-9, 1}), "md-alpha", stance::in_favour, "review",
            "sore-thumb", "less-pain");
    }};
    for (auto& f : g.made.figures)
        if (f.claim == fixture::claim(*g.kb, "md-alpha")) f.as = told_as::difference;
    CHECK(thumb_grid::errors_of(audit(g.made)) == std::vector{c10});
}

TEST_CASE("options out of the neutral order are B4", "[grid][audit]") {
    thumb_grid g{both};
    auto& t = g.made.table;
    auto const columns = static_cast<std::ptrdiff_t>(t.preset.columns.size());
    std::swap(t.rows[1], t.rows[2]);
    std::swap_ranges(t.cells.begin() + columns, t.cells.begin() + 2 * columns, t.cells.begin() + 2 * columns);
    CHECK(thumb_grid::errors_of(audit(g.made)) == std::vector{b4});
}

TEST_CASE("an eighth outcome is C12", "[grid][audit]") {
    thumb_grid g{[](extended& b, measured m) {
        both(b, m);
        b.claim<affects>("alphaprofen", "fever", b.said("review", {"sore-thumb"}), "fever", stance::in_favour, m.percent(10, 5));
    }};
    std::vector<std::string_view> more{"less-pain", "better-sleep", "headache", "rash", "itching", "cough"};
    std::uint32_t asked = 0;
    for (auto const& q : g.made.questions) asked += static_cast<bool>(q.about);
    for (auto key : more)
        if (asked++ < 8) {
            auto const o = fixture::entity<outcome>(*g.kb, key);
            g.made.questions.push_back({question::harm, o});
            g.made.table.preset.columns.push_back({key, column_content::claims, facet::harm});
            std::vector<cell> cells;
            auto const old = g.made.questions.size() - 1;
            for (std::size_t r = 0; r != g.made.table.rows.size(); ++r) {
                auto const begin = g.made.table.cells.begin() + static_cast<std::ptrdiff_t>(r * old);
                cells.insert(cells.end(), begin, begin + static_cast<std::ptrdiff_t>(old));
                cells.push_back({});
            }
            g.made.table.cells = cells;
        }
    CHECK(thumb_grid::errors_of(audit(g.made)) == std::vector{c12});
}

namespace {

/// The findings on the words of a good grid after a change to its sheet.
std::vector<audit_check> after_change(std::function<void(sheet&)> const& change) {
    thumb_grid const g{both};
    auto s = lay_out(g.made);
    change(s);
    return thumb_grid::errors_of(audit(s, g.made));
}
void replace_all(sheet& s, std::string_view from, std::string_view to) {
    std::size_t replaced = 0;
    auto const in = [&](std::string& t) {
        for (std::size_t i = 0; (i = t.find(from, i)) != t.npos; i += to.size(), ++replaced) t.replace(i, from.size(), to);
    };
    for (auto& line : s.head) in(line);
    for (auto& row : s.sections.at(0).rows)
        for (auto& cell : row.cells)
            for (auto& x : cell.statements) in(x.text);
    REQUIRE(replaced != 0);
}

}  // namespace

TEST_CASE(
    "printed numbers: one frame alone is B7, another denominator C1, a number needed to treat C7, a ratio C6", "[grid][audit]") {
    CHECK(after_change([](sheet& s) { replace_all(s, " 55: no.", ""); }) == std::vector{b7});
    CHECK(after_change([](sheet& s) { replace_all(s, "That is 15 more", "That is 150 more of 1000"); }) == std::vector{c1});
    CHECK(after_change([](sheet& s) { replace_all(s, "That is 15 more", "That is an NNT of 7"); }) == std::vector{c7});
    CHECK(after_change([](sheet& s) { replace_all(s, "That is 15 more", "That is an RR of 1.5"); }) == std::vector{c6});
    CHECK(after_change([](sheet& s) { replace_all(s, "That is 15 more", "That is an SMD of 0.5"); }) == std::vector{c10});
}

TEST_CASE("printed wording: another verb than the certainty asks is D3, a rating that stands nowhere D1", "[grid][audit]") {
    CHECK(after_change([](sheet& s) { replace_all(s, "probably increases", "increases"); }) == std::vector{d3});
    CHECK(after_change([](sheet& s) { replace_all(s, "may increase", "probably increases"); }) == std::vector{d3});
    CHECK(after_change([](sheet& s) { replace_all(s, "moderate (Fixture", "fair (Fixture"); }) == std::vector{d1});
}

TEST_CASE("printed frame: without the rule of choice A3, without the order B4, praise B5, an empty cell A6", "[grid][audit]") {
    CHECK(after_change([](sheet& s) { replace_all(s, english[message::plain_all], ""); }) == std::vector{a3});
    CHECK(after_change([](sheet& s) { replace_all(s, english[message::plain_order], ""); }) == std::vector{b4});
    CHECK(after_change([](sheet& s) { replace_all(s, "That is 15 more", "That is the best"); }) == std::vector{b5});
    CHECK(after_change([](sheet& s) { replace_all(s, "not reported", ""); }) == std::vector{a6});
}

TEST_CASE("a warning that the printed grid leaves out is R6", "[grid][audit]") {
    CHECK(after_change([](sheet& s) {
        for (auto& row : s.sections.at(0).rows)
            if (row.key == "warnings")
                for (auto& cell : row.cells) std::erase_if(cell.statements, [](auto const& x) { return x.is_warning; });
        for (auto& row : s.sections.at(0).rows)
            for (auto& cell : row.cells)
                if (cell.statements.empty()) cell.statements.push_back({"not reported", {}, {}, false, {}});
    }) == std::vector{r6});
}

TEST_CASE("a sheet that is not of the grid is B1", "[grid][audit]") {
    thumb_grid const g{both};
    CHECK(thumb_grid::errors_of(audit(sheet{}, g.made)) == std::vector{b1});
}

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)

// The grids of three causes tell one side of a disagreement on guidance (D5): known, wrong, and to be mended with the grid.
TEST_CASE(
    "the built-in grids of all causes pass their audit, but for three that tell one side of a disagreement", "[grid][audit]") {
    auto const& kb = treatise::neuropathic_pain::knowledge;
    for (auto asked : kb.all<cause>()) {
        auto const g = plain(kb, asked);
        std::string errors;
        for (auto const& f : audit_all(g, lay_out(g)))
            if (auto const known = kb.key(asked);
                f.severity == severity::error && !(f.check == d5 && (known == "painful-diabetic-neuropathy" ||
                                                                        known == "painful-radiculopathy" || known == "sciatica")))
                errors += say(english, g.table, f) + '\n';
        INFO(kb.key(asked));
        CHECK(errors == "");
    }
}

TEST_CASE("no built-in grid prints a measure that is no number of people", "[grid]") {
    auto const& kb = treatise::neuropathic_pain::knowledge;
    for (auto asked : kb.all<cause>()) {
        auto const g = plain(kb, asked);
        for (auto const& row : lay_out(g).sections)
            for (auto const& r : row.rows)
                for (auto const& c : r.cells)
                    for (auto const& x : c.statements)
                        for (auto const* measure : {"NNT", "NNH", "SMD", " RR ", " OR ", "not per 100"}) {
                            INFO(kb.key(asked) << ": " << x.text);
                            CHECK_FALSE(holds(x.text, measure));
                        }
    }
}

#endif
