// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/render/lay_out.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace treatise;
using fixture::extended;

namespace {

auto const& knee = fixture::knee();

id<cause> cause_of(knowledge_base const& kb, char const* key = "knee-osteoarthritis") { return fixture::entity<cause>(kb, key); }
sheet knee_sheet(char const* key = "knee-osteoarthritis", preset const& p = fixture::in_full, scope s = {}) {
    return lay_out(compare(knee, cause_of(knee, key), p, std::move(s)));
}

sheet_row const& row_of_key(sheet const& s, std::string_view key) {
    for (auto const& section : s.sections)
        for (auto const& r : section.rows)
            if (r.key == key) return r;
    throw std::invalid_argument{"no row " + std::string{key}};
}
std::string const& name_of(sheet const& s, std::string_view key) {
    return row_of_key(s, key).cells.front().statements.front().text;
}
sheet_cell const& cell_of(sheet const& s, std::string_view row, std::string_view column) {
    auto const i = std::find(s.column_keys.begin(), s.column_keys.end(), column) - s.column_keys.begin();
    return row_of_key(s, row).cells.at(static_cast<std::size_t>(i));
}
sheet_statement const& telling(sheet const& s, std::string_view claim) {
    for (auto const& section : s.sections)
        for (auto const& r : section.rows)
            for (auto const& c : r.cells)
                for (auto const* told : {&c.statements, &c.noted})
                    for (auto const& t : *told)
                        if (std::find(t.claims.begin(), t.claims.end(), claim) != t.claims.end()) return t;
    throw std::invalid_argument{"nothing tells " + std::string{claim}};
}
bool has_mark(sheet_statement const& s, mark m) { return std::find(s.marks.begin(), s.marks.end(), m) != s.marks.end(); }
bool has_legend(sheet const& s, std::string_view sign) {
    return std::any_of(s.legend.begin(), s.legend.end(), [&](auto const& e) { return e.sign == sign; });
}
bool any_of(std::vector<std::string> const& lines, std::string_view part) {
    return std::any_of(lines.begin(), lines.end(), [&](std::string const& l) { return l.find(part) != l.npos; });
}

/// A preset of the base that prints the guideline's table.
extended with_preset() {
    extended b;
    preset_details d;
    d.columns = b.builder().list({"option", "members", "guidance", "harms"});
    d.options = b.builder().list(std::vector<id<option>>{b.find<option>("exercise"), b.find<option>("anti-inflammatories")});
    d.from = b.find<source>("guideline-2020");
    d.footnotes = b.builder().list({"The order is the guideline's (fixture)."});
    b.builder().add<table_preset>({"one-source", "A table of one source"}, d);
    return b;
}
sheet by_preset(knowledge_base const& kb) {
    return lay_out(compare(kb, cause_of(kb), preset_of(kb, fixture::entity<table_preset>(kb, "one-source"))));
}

}  // namespace

// Marks

TEST_CASE("what is said of a wider or different group is marked", "[lay_out]") {
    auto const s = knee_sheet();
    CHECK(has_mark(telling(s, "guideline-gel"), mark::wider));         // of knee pain
    CHECK(has_mark(telling(s, "affects-pooled-pain"), mark::wider));   // of two causes together
    CHECK_FALSE(has_mark(telling(s, "guideline-nsaids"), mark::wider));
    CHECK(has_mark(telling(knee_sheet("knee-pain"), "guideline-exercise"), mark::wider));  // of a kind of it
}

TEST_CASE("what is said with an interest is marked, and nothing else", "[lay_out]") {
    auto const s = knee_sheet();
    CHECK(has_mark(telling(s, "trial-calmadol-pain"), mark::interest));
    CHECK(has_mark(telling(s, "strength-sessions"), mark::interest));
    CHECK_FALSE(has_mark(telling(s, "guideline-exercise"), mark::interest));
}

TEST_CASE("both sides of a disagreement are marked, and the cell says so in words first", "[lay_out]") {
    auto const s = knee_sheet();
    auto const& cell = cell_of(s, "simple-analgesics", "benefit");
    CHECK(cell.state == cell_state::disagree);
    CHECK(cell.statements.front().text == "sources disagree");
    CHECK(has_mark(telling(s, "trial-calmadol-pain"), mark::differs));
    CHECK(has_mark(telling(s, "no-difference-calmadol"), mark::differs));
    CHECK_FALSE(has_mark(telling(s, "guideline-nsaids"), mark::differs));
}

TEST_CASE("a pooled line is marked as one", "[lay_out]") {
    auto const s = knee_sheet();
    CHECK(has_mark(row_of_key(s, "pain-relievers").cells.front().statements.front(), mark::pooled));
    CHECK_FALSE(has_mark(row_of_key(s, "gels").cells.front().statements.front(), mark::pooled));
    CHECK(row_of_key(s, "pain-relievers").role == row_role::pooled);
}

TEST_CASE("statements that are told together have the same marks", "[lay_out]") {
    extended b;
    b.builder().add<consideration>({"a-mat", "A mat"}, {practical_issue::procedure_and_device});
    auto sponsored = b.said("leaflet-2024");
    sponsored.interest = b.builder().text("paid for by a maker of mats (fixture)");
    b.claim<involves>("tai-chi", "weekly-sessions", "leaflet-2024", "tai-chi-sessions");
    b.claim<involves>("tai-chi", "a-mat", sponsored, "tai-chi-mat");
    auto const& kb = b.freeze();
    scope s;
    s.options = {fixture::entity<option>(kb, "tai-chi")};
    auto const made = lay_out(compare(kb, cause_of(kb), fixture::in_full, s));
    CHECK(has_mark(telling(made, "tai-chi-mat"), mark::interest));
    CHECK_FALSE(has_mark(telling(made, "tai-chi-sessions"), mark::interest));
}

TEST_CASE("a warning is known as one, so that a writer can set it apart", "[lay_out]") {
    auto const s = knee_sheet();
    CHECK(telling(s, "boxed-nsaids-bleeding").is_warning);
    CHECK_FALSE(telling(s, "affects-alphaprofen-nausea").is_warning);
    CHECK(cell_of(s, "anti-inflammatories", "harms").statements.front().is_warning);
}

TEST_CASE("each sign has its word for print without signs", "[lay_out][type]") {
    STATIC_REQUIRE(mark_signs{}[mark::wider] == "†");
    STATIC_REQUIRE(mark_signs{}[mark::interest] == "§");
    STATIC_REQUIRE(mark_signs{}[mark::differs] == "≠");
    STATIC_REQUIRE(mark_signs{}[mark::pooled] == "*");
    STATIC_REQUIRE(mark_signs{}[mark::unchecked] == "?");
}

// Names

TEST_CASE("a row is named by its class and the therapies that claims speak of", "[lay_out]") {
    CHECK(name_of(knee_sheet(), "anti-inflammatories") == "Anti-inflammatories: alphaprofen, betaprofen");
    CHECK(name_of(knee_sheet(), "exercise") == "Exercise: strength training, tai chi");
}

TEST_CASE("a therapy stands alone where its class says nothing of its own", "[lay_out]") {
    CHECK(name_of(knee_sheet(), "simple-analgesics") == "Calmadol");
    CHECK(name_of(knee_sheet(), "gels") == "Alphaprofen gel");
}

TEST_CASE("a class that says something stands before its one therapy", "[lay_out]") {
    extended b;
    b.claim<used_for>("gels", "knee-pain", "leaflet-2024", "gels-used");
    auto const& kb = b.freeze();
    CHECK(name_of(lay_out(compare(kb, cause_of(kb), fixture::in_full)), "gels") == "Gels: alphaprofen gel");
}

TEST_CASE("a pooled line is named so", "[lay_out]") {
    CHECK(name_of(knee_sheet(), "pain-relievers") == "Pain relievers, pooled");
}

TEST_CASE("a form is not listed beside the therapy it is a form of", "[lay_out]") {
    extended b;
    b.therapy("alphaprofen-slow", "Alphaprofen, slow release", "anti-inflammatories");
    b.builder().relate<form_of>(b.find<therapy>("alphaprofen-slow"), b.find<therapy>("alphaprofen"));
    b.claim<used_for>("alphaprofen-slow", "knee-osteoarthritis", "leaflet-2024", "slow-used");
    auto const& kb = b.freeze();
    auto const s = lay_out(compare(kb, cause_of(kb), fixture::in_full));
    CHECK(name_of(s, "anti-inflammatories") == "Anti-inflammatories: alphaprofen, betaprofen");
    CHECK(name_of(s, "gels") == "Alphaprofen gel");  // a form alone in its row
}

TEST_CASE("a statement about one of several therapies names it, one about the whole row does not", "[lay_out]") {
    auto const s = knee_sheet();
    CHECK(telling(s, "affects-alphaprofen-pain").text ==
          "pain at least halved: 45 (40 to 50) v 30 of 100 (alphaprofen; 12 weeks; high; Fixture source: review of 2021)");
    CHECK(telling(s, "guideline-nsaids").text == "for, first line, strong (Fixture source: guideline of 2020)");
    CHECK(telling(s, "trial-calmadol-pain").text.find("(calmadol;") == std::string::npos);
}

TEST_CASE("a row names three therapies and counts the others", "[lay_out]") {
    extended b;
    for (char const* name : {"Cycling", "Rowing", "Swimming"}) {
        std::string key{name};
        key[0] = fold(key[0]);
        b.therapy(key, name, "exercise");
        b.claim<used_for>(key, "knee-osteoarthritis", "leaflet-2024", key + "-used");
    }
    auto const& kb = b.freeze();
    CHECK(name_of(lay_out(compare(kb, cause_of(kb), fixture::in_full)), "exercise") ==
          "Exercise: cycling, rowing, strength training +2");
}

// Warnings

TEST_CASE("many warnings are named in the cell and told in full in its note", "[lay_out]") {
    extended b;
    b.claim<warned_of>("anti-inflammatories", "kidney-disease", "label-2022", "label-kidney", stance::in_favour, b.warning());
    b.claim<warned_of>("alphaprofen", "pregnancy", "label-2022", "alert-pregnancy", stance::in_favour,
        b.warning(warning_form::safety_communication));
    auto const& kb = b.freeze();
    auto const s = lay_out(compare(kb, cause_of(kb), fixture::in_full));
    auto const& cell = cell_of(s, "anti-inflammatories", "harms");
    CHECK(cell.statements[0].text == "BOXED (Fixture Agency): stomach bleeding");
    CHECK(cell.statements[1].text == "Fixture Agency: pregnancy +2");  // two claims about kidney disease
    CHECK(cell.statements[0].is_warning);
    REQUIRE(cell.statements[1].footnotes.size() == 1);
    auto const& note = s.footnotes[cell.statements[1].footnotes[0]];
    for (char const* told : {"BOXED (Fixture Agency): stomach bleeding (Fixture source: label of 2022)",
             "Label (Fixture Agency): kidney disease (Fixture source: label of 2022)",
             "Safety communication (Fixture Agency): pregnancy (alphaprofen; Fixture source: label of 2022)"}) {
        INFO(note);
        CHECK(note.find(told) != note.npos);
    }
    CHECK(note.starts_with("Anti-inflammatories: "));
    CHECK(telling(s, "label-kidney").is_warning);
}

TEST_CASE("one warning stands in its cell in full, without a note", "[lay_out]") {
    extended b{fixture::knee_builder()};
    b.claim<warned_of>("tai-chi", "pregnancy", "label-2022", "label-tai-chi", stance::in_favour, b.warning());
    auto const& kb = b.freeze();
    auto const s = lay_out(compare(kb, cause_of(kb), fixture::in_full));
    auto const& cell = cell_of(s, "exercise", "harms");
    CHECK(cell.noted.empty());
    CHECK(cell.statements.front().text == "Label (Fixture Agency): pregnancy (tai chi; Fixture source: label of 2022)");
}

// Cells

TEST_CASE("every filled cell names a source, or refers to one of the list by its number", "[lay_out]") {
    for (auto const& [name, base] : fixture::bases())
        for (auto asked : base->all<cause>())
            for (auto const& p : {overview, fixture::in_full}) {
                auto const s = lay_out(compare(*base, asked, p));
                // A label that names a therapy in brackets leaves it out behind words about that therapy.
                std::vector<std::string> labels;
                for (auto const& source : s.sources) {
                    labels.push_back(source.label);
                    labels.push_back(source.label.substr(0, source.label.rfind(" (")));
                }
                auto const named = [&](sheet_statement const& t) {
                    return std::any_of(labels.begin(), labels.end(), [&](std::string const& l) {
                        return t.text.ends_with(l + ')') || (p.one_page && t.text.starts_with(l + ": "));
                    });
                };
                for (auto const& section : s.sections)
                    for (auto const& r : section.rows)
                        for (auto const& cell : r.cells)
                            for (auto const& t : cell.statements)
                                if (!t.claims.empty()) {
                                    INFO(name << ": " << base->key(asked) << ": " << t.text);
                                    CHECK((named(t) || !t.sources.empty()));
                                    CHECK((p.one_page || t.sources.empty()));
                                    for (auto n : t.sources) CHECK(n < s.sources.size());
                                }
            }
}

TEST_CASE("no cell is empty: what nobody reports says so", "[lay_out]") {
    for (auto const& [name, base] : fixture::bases())
        for (auto asked : base->all<cause>())
            for (auto const& p : built_in_presets) {
                auto const s = lay_out(compare(*base, asked, p));
                for (auto const& section : s.sections)
                    for (auto const& r : section.rows) {
                        INFO(name << ": " << base->key(asked) << ", " << p.key << ", " << r.key);
                        CHECK(r.cells.size() == s.columns.size());
                        for (auto const& cell : r.cells) {
                            REQUIRE_FALSE(cell.statements.empty());
                            for (auto const& t : cell.statements) CHECK_FALSE(t.text.empty());
                        }
                    }
            }
    CHECK(cell_of(knee_sheet(), "exercise", "harms").statements.front().text == "not reported");
}

TEST_CASE("an empty cell of a pooled line sends the reader to the rows", "[lay_out]") {
    CHECK(cell_of(knee_sheet(), "pain-relievers", "harms").statements.front().text == "see the rows below");
}

TEST_CASE("where the rows below a pooled line say nothing either, it sends nobody there", "[lay_out]") {
    CHECK(cell_of(knee_sheet("knee-osteoarthritis", treatise::costs_and_access), "pain-relievers", "provider")
              .statements.front()
              .text == "not reported");
}

TEST_CASE("the examples of a pooled line are in the rows below it", "[lay_out]") {
    CHECK(cell_of(knee_sheet("knee-osteoarthritis", pharmacology), "pain-relievers", "members").statements.front().text ==
          "see the rows below");
}

TEST_CASE("a cell counts the claims it does not tell", "[lay_out]") {
    auto const s = knee_sheet();
    CHECK(cell_of(s, "exercise", "guidance").more == 2);
    CHECK(cell_of(s, "anti-inflammatories", "benefit").more == 1);
    CHECK(cell_of(s, "exercise", "benefit").more == 1);
}

TEST_CASE("what a cell tells and what it counts are all its claims", "[lay_out]") {
    for (auto const& [name, base] : fixture::bases())
        for (auto asked : base->all<cause>()) {
            auto const c = compare(*base, asked);
            auto const s = lay_out(c);
            std::uint32_t r = 0;
            for (auto const& section : s.sections)
                for (auto const& row : section.rows) {
                    for (std::uint32_t i = 0; i != row.cells.size(); ++i) {
                        std::size_t told = 0;
                        for (auto const& t : row.cells[i].statements) told += t.claims.size();
                        for (auto const& t : row.cells[i].noted) told += t.claims.size();
                        CHECK(told + row.cells[i].more == c.in(c.at(r, i)).size());
                    }
                    ++r;
                }
            CHECK(r == c.rows.size());
        }
}

// Around the table

TEST_CASE("rows stand under their kind of therapy, those without a class under words of their own", "[lay_out]") {
    auto const s = knee_sheet("knee-injury-pain");
    CHECK(s.sections.back().heading == "no class given");
    CHECK(s.sections.front().heading == "Medicines by mouth");
    std::set<std::string> headings;
    for (auto const& section : s.sections) CHECK(headings.insert(section.heading).second);
}

TEST_CASE("what is only spoken against stands under a heading that says so", "[lay_out]") {
    scope s;
    s.source = fixture::entity<source>(knee, "guideline-2020");
    CHECK(knee_sheet("knee-osteoarthritis", fixture::in_full, s).sections.back().heading == "spoken against");
}

TEST_CASE("the head says which cause, which knowledge and how fresh it is", "[lay_out]") {
    auto const s = knee_sheet();
    CHECK(s.title == "Knee osteoarthritis: what sources document, side by side");
    CHECK(any_of(s.edition, "knowledge fixture-knee 1.0.0"));
    CHECK(any_of(s.edition, "checked to 30 Sep 2024"));
    CHECK(any_of(s.edition, "newest source 2024"));
    CHECK_FALSE(any_of(s.edition, "newest search"));  // no source states one
    CHECK(s.notice == "Made up for tests; never for use.");
}

TEST_CASE("the head tells the rules of rows, of order and of cells", "[lay_out]") {
    auto const s = knee_sheet();
    CHECK(any_of(s.head, english[message::selection_rule]));
    CHECK(any_of(s.head, english[message::order_rule]));
    CHECK(any_of(s.head, english[message::cell_rule]));
}

TEST_CASE("what sources advise for the cause as a whole stands at the head, with its source", "[lay_out]") {
    CHECK(any_of(knee_sheet().head, "sources advise: exercise before medicines (Fixture source: guideline of 2020)"));
    CHECK_FALSE(any_of(knee_sheet("gout-of-the-knee").head, "sources advise"));
}

TEST_CASE("a table mostly from one source says so at its head, with the source's interest", "[lay_out]") {
    scope s;
    s.source = fixture::entity<source>(knee, "leaflet-2024");
    auto const made = knee_sheet("knee-osteoarthritis", fixture::in_full, s);
    CHECK(any_of(made.head,
        "Most of this table comes from one source: Fixture source: leaflet of 2024. Its interest: runs exercise classes."));
    CHECK_FALSE(any_of(knee_sheet().head, "Most of this table"));
}

TEST_CASE("a narrowed table says so", "[lay_out]") {
    scope s;
    s.source = fixture::entity<source>(knee, "leaflet-2024");
    CHECK(any_of(knee_sheet("knee-osteoarthritis", fixture::in_full, s).head, english[message::narrowed]));
    CHECK_FALSE(any_of(knee_sheet().head, english[message::narrowed]));
}

TEST_CASE("a table of named options says who chose the rows", "[lay_out]") {
    scope s;
    s.options = {fixture::entity<option>(knee, "tai-chi")};
    auto const made = knee_sheet("knee-osteoarthritis", fixture::in_full, s);
    CHECK(any_of(made.head, english[message::selection_named]));
    CHECK_FALSE(any_of(made.head, english[message::selection_rule]));
}

TEST_CASE("a table without rows says so in words", "[lay_out]") {
    auto const s = lay_out(compare(knee, id<cause>{}));
    CHECK(s.sections.empty());
    CHECK(any_of(s.head, english[message::no_rows]));
    CHECK(s.columns.size() == 5);
    CHECK(s.sources.empty());
}

TEST_CASE("options that a source sets apart are named behind the table", "[lay_out]") {
    CHECK(any_of(knee_sheet("gout-of-the-knee").after, "Set apart by the sources that speak of them: alphaprofen gel ("));
    CHECK(knee_sheet().after.empty());
}

TEST_CASE("the legend explains what the table uses, and only that", "[lay_out]") {
    auto const s = knee_sheet();
    for (auto sign : {"†", "§", "≠", "*", "+n", "not reported"}) CHECK(has_legend(s, sign));
    CHECK_FALSE(has_legend(s, "looked for, not found"));
    scope guideline;
    guideline.source = fixture::entity<source>(knee, "guideline-2020");
    guideline.options = {fixture::entity<option>(knee, "exercise")};
    auto const plain = knee_sheet("knee-osteoarthritis", fixture::in_full, guideline);
    for (auto sign : {"†", "§", "≠", "*", "looked for, not found"}) CHECK_FALSE(has_legend(plain, sign));
    scope searched;
    searched.options = {fixture::entity<option>(knee, "betaprofen")};
    CHECK(has_legend(knee_sheet("early-knee-osteoarthritis", fixture::in_full, searched), "looked for, not found"));
}

TEST_CASE("every mark that a table prints is in its legend", "[lay_out]") {
    for (auto const& [name, base] : fixture::bases())
        for (auto asked : base->all<cause>()) {
            auto const s = lay_out(compare(*base, asked));
            std::set<mark> used;
            for (auto const& section : s.sections)
                for (auto const& r : section.rows)
                    for (auto const& c : r.cells)
                        for (auto const& t : c.statements) used.insert(t.marks.begin(), t.marks.end());
            for (auto m : {mark::wider, mark::interest, mark::differs, mark::pooled}) {
                INFO(name << ": " << base->key(asked) << ": " << mark_signs{}[m]);
                CHECK(used.contains(m) == has_legend(s, mark_signs{}[m]));
            }
        }
}

TEST_CASE("sources stand whole, with a link where they have one and their interest", "[lay_out]") {
    extended b;
    auto const add = [&](char const* key, char const* doi, char const* url) {
        source_details d;
        d.kind = source_kind::review;
        d.title = b.builder().text("A title");
        d.authors = b.builder().text("Nobody N");
        d.published = date{2020, 0, 0};
        if (doi) d.doi = b.builder().text(doi);
        if (url) d.url = b.builder().text(url);
        b.builder().add<source>({key, key}, d);
        b.claim<used_for>("tai-chi", "knee-osteoarthritis", key, std::string{"claim-of-"} + key);
    };
    add("with-doi", "10.1000/1", "https://example.org/not-this");
    add("with-address", nullptr, "https://example.org/1");
    auto const& kb = b.freeze();
    auto const s = lay_out(compare(kb, cause_of(kb), fixture::in_full));
    auto const of = [&](std::string_view label) -> sheet_source const& {
        return *std::find_if(s.sources.begin(), s.sources.end(), [&](auto const& x) { return x.label == label; });
    };
    CHECK(s.sources_heading == "Sources (" + std::to_string(s.sources.size()) + ")");
    CHECK(of("with-doi").link == "https://doi.org/10.1000/1");
    CHECK(of("with-address").link == "https://example.org/1");
    CHECK(of("with-doi").citation == "Nobody N. A title, 2020");
    CHECK(of("Fixture source: leaflet of 2024").interest == "interest: runs exercise classes");
    CHECK(of("with-doi").interest.empty());
}

TEST_CASE("counts tell how the claims were read, and cells by state", "[lay_out]") {
    auto const c = compare(knee, cause_of(knee));
    auto const s = lay_out(c);
    CHECK(any_of(s.counts, "Of " + std::to_string(c.claim_count) + " claims behind this table " +
                               std::to_string(c.read_in_source) + " were read in the source, 1 in a copy"));
    CHECK(any_of(s.counts, "1 sources disagree"));
}

// Presets of a base

TEST_CASE("a preset of the base has no kinds of therapy, and the order of its source", "[lay_out]") {
    auto b = with_preset();
    auto const& kb = b.freeze();
    auto const s = by_preset(kb);
    REQUIRE(s.sections.size() == 1);
    CHECK(s.sections[0].heading.empty());
    CHECK(s.title == "Knee osteoarthritis: A table of one source");
    CHECK(any_of(s.head, english[message::order_preset]));
    CHECK(s.footnotes == std::vector<std::string>{"The order is the guideline's (fixture)."});
}

TEST_CASE("below a table of one source stand the warnings of others, with whom they are about and who warns", "[lay_out]") {
    auto b = with_preset();
    auto const& kb = b.freeze();
    auto const s = by_preset(kb);
    CHECK(s.after.front() == english[message::other_warnings]);
    CHECK(any_of(s.after, "Anti-inflammatories: BOXED (Fixture Agency): stomach bleeding (Fixture source: label of 2022)"));
}

TEST_CASE("where no other source warns, the table says that this does not mean there is no danger", "[lay_out]") {
    extended b;
    preset_details d;
    d.columns = b.builder().list({"option", "guidance"});
    d.options = b.builder().list(std::vector<id<option>>{b.find<option>("exercise")});
    d.from = b.find<source>("guideline-2020");
    b.builder().add<table_preset>({"one-source", "A table of one source"}, d);
    auto const& kb = b.freeze();
    CHECK(by_preset(kb).after == std::vector<std::string>{std::string{english[message::no_other_warnings]}});
}

TEST_CASE("where a column lists the therapies, the name of a row does not", "[lay_out]") {
    auto b = with_preset();
    auto const& kb = b.freeze();
    auto const s = by_preset(kb);
    CHECK(name_of(s, "anti-inflammatories") == "Anti-inflammatories");
    CHECK(cell_of(s, "anti-inflammatories", "members").statements.front().text == "betaprofen");
}

TEST_CASE("a sheet owns its words: it outlives its base", "[lay_out]") {
    sheet s;
    {
        extended b;
        auto const& kb = b.freeze();
        s = lay_out(compare(kb, cause_of(kb), fixture::in_full));
    }
    CHECK(s.title == knee_sheet().title);
    CHECK(s.sources.size() == knee_sheet().sources.size());
}

TEST_CASE("another language changes the words and nothing else", "[lay_out]") {
    auto other = english;
    other.code = "xx";
    for (auto& form : other.messages) form = "X";
    auto const s = lay_out(compare(knee, cause_of(knee)), other);
    CHECK(s.language == "xx");
    CHECK(cell_of(s, "exercise", "harms").statements.front().text == "X");
    CHECK(s.columns == std::vector<std::string>(5, "X"));
    CHECK(row_of_key(s, "exercise").cells.size() == 5);
}
