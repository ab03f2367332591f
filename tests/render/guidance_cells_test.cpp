// SPDX-License-Identifier: BSL-1.0
// What a cell of guidance tells: what guidelines say of the condition first, who leaves it out last and in a word.
#include <treatise/graph/builder.hpp>
#include <treatise/query/rules.hpp>
#include <treatise/render/formats/text.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "opinions.hpp"
#include "told_table.hpp"

#include <string>
#include <string_view>

namespace render_guidance_cells_test {

using namespace treatise;
using namespace told_table;
using fixture::opinions;

namespace {

/// `ache` is a kind of `all-aches`; some sources speak of all aches but this one.
struct all_but_one : opinions {
    all_but_one() {
        auto& b = builder();
        b.relate<is_a>(find<cause>("ache"), b.add<cause>({"all-aches", "All aches"}));
    }
    attribution leaving_out(std::string_view source) {
        auto said = by(source);
        said.excludes = builder().list(std::vector{find<cause>("ache")});
        return said;
    }
    recommendation narrow(std::string_view to) {
        auto r = of("stars", unstated_level);
        r.narrow = builder().text(to);
        return r;
    }
    comparison table() {
        base = freeze();
        return compare(base, fixture::entity<cause>(base, "ache"));
    }
    knowledge_base base{};
};

std::string cell(comparison const& c, std::string_view row) {
    auto const s = lay_out(c);
    for (auto const& section : s.sections)
        for (auto const& r : section.rows)
            if (cell_text(s, r.cells.at(0)).starts_with(row)) return cell_text(s, r.cells.at(1));
    return "no row";
}
bool holds(std::string const& page, std::string_view words) { return page.find(words) != page.npos; }

}  // namespace

TEST_CASE("of a guideline that leaves the condition out no advice is told, but that it leaves it out, behind all others",
    "[guidance cells]") {
    all_but_one b;
    b.recommends(b.leaving_out("red"), "drop-a", "all-aches", "not-for-it", stance::against, b.narrow("until a doctor is asked"));
    b.recommends("green", "drop-a", "ache", "for-it");
    b.recommends("third-edition", "drop-a", "all-aches", "for-all");
    auto const c = b.table();
    CHECK(claims_in(c, "drop-a", "guidance") == words{"for-it", "for-all", "not-for-it"});
    auto const text = cell(c, "Drop A");
    CHECK(text.substr(text.rfind('\n') + 1).starts_with("red's general advice leaves this condition out ["));
    CHECK_FALSE(holds(text, "not recommended"));
    CHECK_FALSE(holds(text, "doctor"));
    CHECK(group_of(c, "drop-a") == "recommended_for_this");
}

TEST_CASE("an independent source that leaves the condition out does not head the cell before one with an interest",
    "[guidance cells]") {
    all_but_one b;
    b.recommends(b.leaving_out("red"), "pill-a", "all-aches", "out", stance::in_favour, b.of("stars", 1));
    b.recommends("blue", "pill-a", "ache", "by-a-seller");
    auto const c = b.table();
    CHECK(claims_in(c, "pills", "guidance") == words{"by-a-seller", "out"});
    for (auto const& r : rules_of_choice)
        if (r.is_kept) CHECK(r.is_kept(profile(c.base, c.asked, fixture::entity<option>(c.base, "pill-a"))));
}

TEST_CASE("several statements of a guideline that leaves the condition out are one", "[guidance cells]") {
    all_but_one b;
    b.recommends(b.leaving_out("red"), "pill-a", "all-aches", "out-1", stance::in_favour, b.of("stars", 1));
    b.recommends(b.leaving_out("red"), "pill-b", "all-aches", "out-2", stance::against, b.of("stars", 1));
    b.recommends("green", "pills", "ache", "for-it");
    b.names("green", "pill-a", "named-a");
    b.names("green", "pill-b", "named-b");
    CHECK(holds(cell(b.table(), "Pills"), "pill A, pill B: red's general advice leaves this condition out ["));
}

TEST_CASE("below the table stands whose advice leaves the condition out, with what it is about", "[guidance cells]") {
    all_but_one b;
    b.recommends("green", "pill-a", "ache", "a-row");
    b.recommends(b.leaving_out("red"), "drop-a", "all-aches", "out-1", stance::against, b.of("stars", 1));
    b.recommends(b.leaving_out("red"), "lone", "all-aches", "out-2", stance::in_favour, b.of("stars", 1));
    auto const page = plain_text(lay_out(b.table()), {.width = 1000});
    CHECK(holds(page, "Not covered by red, which leaves this condition out (2): drop A, lone [2]"));
    CHECK_FALSE(holds(page, "xcluded by the source"));
}

TEST_CASE("what a payer says of other conditions is not told as its rule for this one", "[guidance cells]") {
    all_but_one b;
    b.recommends("green", "drop-a", "ache", "a-row");
    b.claim<covered_for>("drop-a", "all-aches", b.leaving_out("red"), "rule", stance::in_favour,
        {b.find<payer>("plan-x"), coverage_status::covered, {}});
    auto const page = plain_text(lay_out(b.table()), {.width = 1000});
    CHECK(holds(page, "red leaves this condition out"));
    CHECK_FALSE(holds(page, "covered (Plan X)"));
}

TEST_CASE("one advice for two members names both", "[guidance cells]") {
    opinions b;
    b.recommends("red", "pill-a", "ache", "for-a");
    b.recommends("red", "pill-b", "ache", "for-b");
    auto const kb = b.freeze();
    CHECK(cell(compare(kb, fixture::entity<cause>(kb, "ache")), "Pills") ==
          "pill A, pill B: recommended (red, strength not stated) [1]");
}

TEST_CASE("advice that two later editions have replaced is told apart, each with what replaced it", "[guidance cells]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "first-a");
    b.recommends("first-edition", "pill-b", "ache", "first-b");
    b.recommends("second-edition", "pill-a", "ache", "second-a");
    b.recommends("third-edition", "pill-b", "ache", "third-b");
    auto const kb = b.freeze();
    auto const text = cell(compare(kb, fixture::entity<cause>(kb, "ache"), views::overview, fixture::with_older()), "Pills");
    for (auto line : {"pill A: recommended (second-edition, strength not stated) [2]; recommended (first-edition, strength not "
                      "stated), replaced by second-edition [1]",
             "pill B: recommended (third-edition, strength not stated) [3]; recommended (first-edition, strength not stated), "
             "replaced by third-edition [1]"})
        CHECK(holds(text, line));
}

TEST_CASE(
    "of a wider group the newest guidelines are told, and an edition that has a later one behind them", "[guidance cells]") {
    all_but_one b;
    b.recommends("first-edition", "drop-a", "all-aches", "old");
    b.recommends("red", "drop-a", "all-aches", "one");
    b.recommends("green", "drop-a", "all-aches", "two");
    b.finds("third-edition", "drop-a", "relief", "a-row", stance::no_evidence_found);
    CHECK(claims_in(b.table(), "drop-a", "guidance") == words{"two", "one"});
    all_but_one alone;
    alone.recommends("first-edition", "drop-a", "all-aches", "old");
    alone.recommends("red", "drop-a", "all-aches", "one");
    alone.finds("third-edition", "drop-a", "relief", "a-row", stance::no_evidence_found);
    CHECK(claims_in(alone.table(), "drop-a", "guidance") == words{"one", "old"});
}

TEST_CASE("what is narrow and of a wider group stands only where nothing else does", "[guidance cells]") {
    all_but_one b;
    b.recommends(b.by("red"), "drop-a", "all-aches", "narrow", stance::in_favour, b.narrow("after others failed"));
    b.recommends("green", "drop-a", "all-aches", "whole");
    b.finds("third-edition", "drop-a", "relief", "a-row", stance::no_evidence_found);
    auto const c = b.table();
    CHECK(claims_in(c, "drop-a", "guidance") == words{"whole"});
}

}  // namespace render_guidance_cells_test
