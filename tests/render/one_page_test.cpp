// SPDX-License-Identifier: BSL-1.0
// The default table in the room of one page: what it leaves to headings, numbers and lists, and what it never leaves out.
#include <treatise/audit/audit.hpp>
#include <treatise/audit/words.hpp>
#include <treatise/graph/builder.hpp>
#include <treatise/render/formats/csv.hpp>
#include <treatise/render/formats/html.hpp>
#include <treatise/render/formats/json.hpp>
#include <treatise/render/formats/latex.hpp>
#include <treatise/render/formats/markdown.hpp>
#include <treatise/render/formats/text.hpp>
#include <treatise/render/lay_out.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>
#endif

using namespace treatise;
using fixture::extended;

namespace {

auto const& knee = fixture::knee();
comparison knee_table(char const* key = "knee-osteoarthritis") { return compare(knee, fixture::entity<cause>(knee, key)); }

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }
bool has_mark(sheet_statement const& s, mark m) { return std::find(s.marks.begin(), s.marks.end(), m) != s.marks.end(); }

sheet_statement& telling(sheet& s, std::string_view claim) {
    for (auto& section : s.sections)
        for (auto& r : section.rows)
            for (auto& c : r.cells)
                for (auto& t : c.statements)
                    if (std::find(t.claims.begin(), t.claims.end(), claim) != t.claims.end()) return t;
    throw std::invalid_argument{"nothing tells " + std::string{claim}};
}
bool finds(std::vector<audit_finding> const& all, audit_check check) {
    return std::any_of(all.begin(), all.end(), [&](auto const& f) { return f.check == check; });
}

/// The lines of the table itself: from the rule under its headings to the first empty line.
std::size_t table_lines(std::string_view page) {
    auto const from = page.find("\n====");
    auto const table = page.substr(from + 1, page.find("\n\n", from) - from);
    return static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n'));
}

}  // namespace

// Words

TEST_CASE("where a heading says of how many people figures are, they do not repeat it", "[one_page]") {
    auto s = lay_out(knee_table());
    CHECK(
        telling(s, "affects-alphaprofen-pain").text == "pain at least halved: 45 (40 to 50) v 30 (alphaprofen; 12 weeks; high)");
    CHECK(s.columns[2] == english[message::column_benefit_of_100]);
    CHECK(s.columns[3] == english[message::column_harms_of_100]);
    auto const explains = [&](auto const& e) {
        return e.sign == "n v m" && e.meaning == english[message::legend_with_without_of_100];
    };
    CHECK(std::any_of(s.legend.begin(), s.legend.end(), explains));
}

TEST_CASE("a measure that is not people of 100 stands before its figure, and the legend explains it", "[one_page]") {
    auto s = lay_out(knee_table());
    CHECK(holds(telling(s, "strength-function").text, "better function: SMD -0.59 (-0.80 to -0.38;"));
    auto const explains = [&](auto const& e) { return e.sign == "SMD" && holds(e.meaning, "not per 100"); };
    CHECK(std::any_of(s.legend.begin(), s.legend.end(), explains));
}

TEST_CASE("a guideline stands before what it says; any other source is a number", "[one_page]") {
    auto s = lay_out(knee_table());
    auto const& advice = telling(s, "guideline-nsaids");
    CHECK(advice.text == "Fixture source: guideline of 2020: for, first line, strong");
    CHECK(advice.sources.empty());
    auto const& figure = telling(s, "affects-alphaprofen-pain");
    REQUIRE(figure.sources.size() == 1);
    CHECK(s.sources.at(figure.sources[0]).label == "Fixture source: review of 2021");
}

TEST_CASE("the number of a source is the same in its list and in the cells, in every format for people", "[one_page]") {
    auto s = lay_out(knee_table());
    auto const number = telling(s, "affects-alphaprofen-pain").sources.at(0);
    auto const sign = '[' + std::to_string(number + 1) + ']';
    auto const list = s.sources[number].label;
    CHECK(holds(plain_text(s, {.width = 400}), "high) " + sign));
    CHECK(holds(plain_text(s, {.width = 400}), sign + ' ' + list));
    CHECK(holds(html(s, {.prefix = "t"}), "href=\"#t-s" + std::to_string(number + 1) + "\">" + sign + "</a>"));
    CHECK(holds(html(s, {.prefix = "t"}), "<li id=\"t-s" + std::to_string(number + 1) + "\">" + sign + " <b>" + list));
    auto const in_markdown = "\\[" + std::to_string(number + 1) + "\\]";
    CHECK(holds(markdown(s), "high) " + in_markdown));
    CHECK(holds(markdown(s), "- " + in_markdown + ' ' + list));
    auto const in_latex = "{[}" + std::to_string(number + 1) + "{]}";
    CHECK(holds(latex(s), "high) " + in_latex));
    CHECK(holds(latex(s), in_latex + ' ' + list));
}

TEST_CASE("tables for programs name the source itself", "[one_page]") {
    auto const c = knee_table();
    CHECK(holds(csv(lay_out(c)), "high) (Fixture source: review of 2021)"));
    CHECK(holds(json(c), "high) (Fixture source: review of 2021)"));
}

TEST_CASE("other presets name their sources in the cells and number none", "[one_page]") {
    for (auto const& p : {pharmacology, costs_and_access, fixture::in_full}) {
        auto const s = lay_out(compare(knee, fixture::entity<cause>(knee, "knee-osteoarthritis"), p));
        CHECK_FALSE(s.numbered_sources);
        CHECK_FALSE(holds(plain_text(s), "[1] "));
    }
}

TEST_CASE("a disagreement is led by one word and told by both sides, each with the sign", "[one_page]") {
    auto s = lay_out(knee_table());
    for (auto const& section : s.sections)
        for (auto const& row : section.rows)
            for (auto const& cell : row.cells) {
                if (cell.state != cell_state::disagree) continue;
                CHECK(cell.statements.front().text == "disagree");
                auto const sides = std::count_if(
                    cell.statements.begin() + 1, cell.statements.end(), [](auto const& x) { return has_mark(x, mark::differs); });
                CHECK(sides >= 2);
            }
    CHECK(has_mark(telling(s, "trial-calmadol-pain"), mark::differs));
    CHECK(has_mark(telling(s, "no-difference-calmadol"), mark::differs));
}

TEST_CASE("where a body says against in words of its own, they stand alone", "[one_page]") {
    extended b;
    recommendation advice;
    advice.scheme = b.builder().add<scheme>({"fixture-verbs", "Fixture verbs"}, {b.builder().list({"do not start"}), {}, {}});
    advice.strength = {1};
    b.claim<recommended_for>("tai-chi", "knee-osteoarthritis", "guideline-2020", "not-tai-chi", stance::against, advice);
    auto const& kb = b.freeze();
    for (auto const& s : statements(
             kb, relevance{kb, fixture::entity<cause>(kb, "knee-osteoarthritis")}, fixture::entity<option>(kb, "tai-chi"))) {
        if (kb.claim_key(s.claim) != "not-tai-chi") continue;
        CHECK(phrase(kb, english, s.claim, {.brief = true, .one_page = true}) == "do not start");
        CHECK(phrase(kb, english, s.claim, {.brief = true}) == "against, do not start");
    }
}

// Cells

TEST_CASE("behind warnings comes a figure or nothing, and every warning stands", "[one_page]") {
    extended b;
    b.claim<warned_of>("tai-chi", "pregnancy", "label-2022", "label-tai-chi", stance::in_favour, b.warning());
    effect words;
    words.statistic = statistic::narrative;
    b.claim<affects>(
        "tai-chi", "nausea", b.said("leaflet-2024", {"knee-osteoarthritis"}), "words-of-harm", stance::in_favour, words);
    auto const& kb = b.freeze();
    auto const asked = fixture::entity<cause>(kb, "knee-osteoarthritis");
    auto const tells = [&](preset const& p, std::string_view claim) {
        auto s = lay_out(compare(kb, asked, p));
        try {
            return !telling(s, claim).text.empty();
        } catch (std::invalid_argument const&) { return false; }
    };
    CHECK(tells(overview, "label-tai-chi"));
    CHECK_FALSE(tells(overview, "words-of-harm"));
    CHECK(tells(fixture::in_full, "words-of-harm"));
}

// Headings

TEST_CASE("two neighbours with few rows share a line of headings, and never three", "[one_page]") {
    sheet s;
    for (char const* name : {"A", "B", "C"}) s.sections.push_back({name, std::vector<sheet_row>(1), true});
    s.sections.push_back({"D", std::vector<sheet_row>(4), true});
    s.sections.push_back({"E", std::vector<sheet_row>(1), false});
    std::vector<std::string> headings;
    for (auto const& x : render_detail::printed_sections(s)) headings.push_back(x.heading);
    CHECK(headings == std::vector<std::string>{"A · B", "C", "D", "E"});
    CHECK(s.sections.size() == 5);  // data for programs keep them apart
}

// The audit resolves what is short

TEST_CASE("a table of one page passes the audit of its words", "[one_page]") {
    for (auto asked : knee.all<cause>()) {
        auto const c = compare(knee, asked);
        CHECK_FALSE(has_error(audit(lay_out(c), c)));
    }
}

TEST_CASE("E1: a number that leads to another source, or to none", "[one_page][audit]") {
    auto const c = knee_table();
    auto s = lay_out(c);
    telling(s, "affects-alphaprofen-pain").sources[0] += 1;
    CHECK(finds(audit(s, c), audit_check::e1));
    telling(s, "affects-alphaprofen-pain").sources[0] = 1000;
    CHECK(finds(audit(s, c), audit_check::e1));
    auto unnumbered = lay_out(c);
    unnumbered.numbered_sources = false;
    CHECK(finds(audit(unnumbered, c), audit_check::e1));
}

TEST_CASE("D5: a short word for disagreement without its sign, or without a legend", "[one_page][audit]") {
    auto const c = knee_table();
    auto s = lay_out(c);
    for (auto& section : s.sections)
        for (auto& row : section.rows)
            for (auto& cell : row.cells)
                if (cell.state == cell_state::disagree) cell.statements.front().marks.clear();
    CHECK(finds(audit(s, c), audit_check::d5));
    auto without = lay_out(c);
    std::erase_if(without.legend, [](auto const& e) { return e.sign == mark_signs{}.differs; });
    CHECK(finds(audit(without, c), audit_check::d5));
}

TEST_CASE("C8: uncertain without a legend that says why", "[one_page][audit]") {
    auto const c = knee_table();
    auto s = lay_out(c);
    REQUIRE_FALSE(finds(audit(s, c), audit_check::c8));
    REQUIRE(std::erase_if(s.legend, [](auto const& e) { return e.sign == english[message::uncertain]; }) == 1);
    CHECK(finds(audit(s, c), audit_check::c8));
}

TEST_CASE("C10: under a heading of 100 people a difference without its measure", "[one_page][audit]") {
    auto const c = knee_table();
    auto s = lay_out(c);
    REQUIRE_FALSE(finds(audit(s, c), audit_check::c10));
    auto& text = telling(s, "strength-function").text;
    text.erase(text.find("SMD "), 4);
    CHECK(finds(audit(s, c), audit_check::c10));
}

// The built-in knowledge

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
namespace np = treatise::neuropathic_pain;

// More than one page since the warnings and contraindications of every member stand whole; what is told first is chosen anew
// next.
TEST_CASE("painful diabetic neuropathy takes less than 160 lines of 140 columns and less than 230 of 80", "[one_page]") {
    auto const s = lay_out(compare(np::knowledge, np::painful_diabetic_neuropathy));
    CHECK(table_lines(plain_text(s, {.width = 140})) < 160);
    CHECK(table_lines(plain_text(s, {.width = 80})) < 230);
}

TEST_CASE("painful diabetic neuropathy has at most 28 rows, and names the other options and how to see them", "[one_page]") {
    auto const c = compare(np::knowledge, np::painful_diabetic_neuropathy);
    CHECK(c.rows.size() <= 28);
    CHECK_FALSE(c.mentioned.empty());
    CHECK_FALSE(c.named.empty());
    auto const s = lay_out(c);
    CHECK(std::count_if(s.after.begin(), s.after.end(),
              [](auto const& x) { return holds(x, "treatise compare CAUSE --all shows them, with their warnings"); }) == 2);
}

TEST_CASE("an option on which a source advises, or of which it gives a figure, for the cause keeps its row", "[one_page]") {
    auto const& kb = np::knowledge;
    auto const c = compare(kb, np::painful_diabetic_neuropathy);
    for (auto o : c.mentioned)
        for (auto const& s : statements(kb, relevance{kb, np::painful_diabetic_neuropathy}, o)) {
            INFO(kb.key(o) << ": " << kb.claim_key(s.claim));
            if (s.applies != applicability::exact && s.applies != applicability::pooled) continue;
            auto const subject = kb.as<option>(kb.subject(s.claim));
            auto const stands = [&](row const& r) { return r.option == subject || r.label == subject; };
            if (std::any_of(c.rows.begin(), c.rows.end(), stands)) continue;
            CHECK((s.facet != facet::recommendation && s.facet != facet::approval && !table_detail::tells_figure(kb, s.claim)));
        }
}

TEST_CASE("a pooled line with one row under it is told there by name, marked as pooled, and nowhere else", "[one_page]") {
    auto const& kb = np::knowledge;
    auto const c = compare(kb, np::painful_diabetic_neuropathy);
    bool any = false;
    for (std::uint32_t r = 0; r != c.rows.size(); ++r) {
        if (!c.rows[r].above) continue;
        any = true;
        for (auto const& other : c.rows) CHECK(other.option != id<option>{c.rows[r].above});
        for (std::uint32_t i = 1; i != c.preset.columns.size(); ++i)
            for (auto const& s : c.shown_in(c.at(r, i)))
                if (kb.subject(s.claim) == id<entity>{c.rows[r].above}) CHECK(s.of == said_of::its_class);
    }
    CHECK(any);
    auto const s = lay_out(c);
    for (auto const& section : s.sections)
        for (auto const& row : section.rows)
            if (row.key == "spinal-cord-stimulators") {
                auto const& harms = row.cells.at(3);
                auto const pooled = [](auto const& x) { return has_mark(x, mark::pooled); };
                CHECK(std::any_of(harms.noted.begin(), harms.noted.end(), pooled));
                CHECK(std::any_of(harms.statements.begin(), harms.statements.end(), pooled));
            }
}

TEST_CASE(
    "no table of the built-in knowledge loses a source, a side, a warning or an option on its way to one page", "[one_page]") {
    for (auto asked : np::knowledge.all<cause>()) {
        auto const c = compare(np::knowledge, asked);
        auto found = audit(c);
        for (auto const& f : audit(lay_out(c), c)) found.push_back(f);
        for (auto check : {audit_check::a3, audit_check::a6, audit_check::b1, audit_check::b4, audit_check::b8, audit_check::c4,
                 audit_check::c8, audit_check::c10, audit_check::d4, audit_check::d5, audit_check::d7, audit_check::e1,
                 audit_check::e4, audit_check::e8, audit_check::r6}) {
            INFO(np::knowledge.key(asked) << ' ' << static_cast<int>(check));
            CHECK_FALSE(finds(found, check));
        }
    }
}
#endif
