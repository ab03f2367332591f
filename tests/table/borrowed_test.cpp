// SPDX-License-Identifier: BSL-1.0
// A condition with little of its own: what guidelines say of a wider group, by line, labelled as borrowed.
#include <treatise/graph/builder.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "opinions.hpp"
#include "told_table.hpp"

namespace table_borrowed_test {

using namespace treatise;
using namespace told_table;
using fixture::opinions;

namespace {

struct little : opinions {
    little() { builder().relate<is_a>(find<cause>("ache"), builder().add<cause>({"all-aches", "All aches"})); }
    void says(char const* source, char const* option, char const* key, std::uint8_t line, stance s = stance::in_favour,
        char const* cause = "all-aches") {
        recommends(by(source), option, cause, key, s, of("stars", 1, line));
    }
    comparison table() {
        base = freeze();
        return compare(base, fixture::entity<cause>(base, "ache"));
    }
    knowledge_base base{};
};

/// What is borrowed for the drop in the first line, where somebody also says something else.
template <class Say>
words first_line_where(Say say) {
    little b;
    b.says("red", "drop-a", "wider", 1);
    say(b);
    return borrowed(b.table(), guidance_group::for_wider, 1);
}

}  // namespace

TEST_CASE("a condition of which nothing is said borrows its wider group's guidance, line by line", "[borrowed]") {
    little b;
    b.says("red", "pills", "first", 1);
    b.says("red", "drop-a", "second", 2);
    auto const c = b.table();
    CHECK(c.rows.empty());
    CHECK(borrowed(c, guidance_group::for_wider, 1) == words{"first"});
    CHECK(borrowed(c, guidance_group::for_wider, 2) == words{"second"});
    CHECK(c.named_lines.empty());
}

TEST_CASE("an against is never borrowed without the for of the same source", "[borrowed]") {
    little b;
    b.says("first-edition", "pills", "old-for", 1);
    b.says("first-edition", "lone", "old-against", 0, stance::against);
    auto const c = b.table();
    CHECK(borrowed(c, guidance_group::for_wider, 1) == words{"old-for"});
    CHECK(borrowed(c, guidance_group::against) == words{"old-against"});
}

TEST_CASE("an older edition keeps its word only where no newer one speaks of the option or its class", "[borrowed]") {
    little b;
    b.says("first-edition", "pill-a", "old", 2);
    b.says("third-edition", "pills", "new", 1);
    auto const c = b.table();
    CHECK(borrowed(c, guidance_group::for_wider, 1) == words{"new"});
    CHECK(borrowed(c, guidance_group::for_wider, 2).empty());
}

TEST_CASE("what one body recommends and another advises against is borrowed as a difference", "[borrowed]") {
    little b;
    b.says("red", "drop-a", "for", 1);
    b.says("green", "drop-a", "against", 0, stance::against);
    auto const c = b.table();
    CHECK(borrowed(c, guidance_group::differ).size() == 2);
    CHECK(borrowed(c, guidance_group::for_wider, 1).empty());
}

TEST_CASE("advice without a line stands with what others say of the same option", "[borrowed]") {
    little b;
    b.says("red", "drop-a", "second", 2);
    b.says("green", "drop-a", "no-line", 0);
    b.says("green", "lone", "no-line-at-all", 0);
    auto const c = b.table();
    CHECK(borrowed(c, guidance_group::for_wider, 2).size() == 2);
    CHECK(borrowed(c, guidance_group::for_wider, 0) == words{"no-line-at-all"});
}

TEST_CASE("nothing is borrowed over a no", "[borrowed]") {
    CHECK(first_line_where([](little&) {}) == words{"wider"});
    CHECK(first_line_where([](little& b) { b.says("green", "drop-a", "no", 0, stance::against, "ache"); }).empty());
    CHECK(first_line_where([](little& b) { b.says("green", "drops", "no", 0, stance::against, "ache"); }).empty());
    CHECK(first_line_where([](little& b) { b.says("green", "drop-a", "no", 0, stance::no_recommendation, "ache"); }).empty());
    CHECK(first_line_where([](little& b) { b.finds("green", "drop-a", "relief", "no", stance::no_difference); }).empty());
    CHECK(first_line_where([](little& b) {
        auto said = b.by("green");
        said.excludes = b.builder().list(std::vector{b.find<cause>("ache")});
        b.recommends(said, "drop-a", "all-aches", "no", stance::in_favour, b.of("stars", 1));
    }).empty());
}

TEST_CASE("a condition with three rows of its own borrows nothing", "[borrowed]") {
    little b;
    for (auto key : {"pills", "drop-a", "lone"}) b.says("red", key, key, 1, stance::in_favour, "ache");
    b.therapy("syrup", "Syrup", "sweet-things");
    b.says("green", "syrup", "wider", 1);
    auto const c = b.table();
    CHECK(c.borrowed.empty());
    CHECK(named(c, guidance_group::for_wider) == words{"syrup"});
}

TEST_CASE("a claim on a wide class is borrowed once in a line", "[borrowed]") {
    little b;
    b.says("red", "remedies", "wide", 1);
    b.names("green", "pill-a", "m1", "all-aches");
    b.names("green", "drop-a", "m2", "all-aches");
    CHECK(borrowed(b.table(), guidance_group::for_wider, 1) == words{"wide"});
}

}  // namespace table_borrowed_test
