// SPDX-License-Identifier: BSL-1.0
// How far a claim applies, and of whom it is said, in print: told apart in every format.
#include <treatise/render/formats.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"
#include "one_cell.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace treatise;

namespace {

auto const& kb = fixture::knee();

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// The mark of a wider or different group as each format writes it behind a statement.
std::string_view wider_in(std::string_view format) {
    if (format == "ascii" || format == "csv") return ascii_signs[mark::wider];
    if (format == "markdown") return "[^wider]";
    return format == "latex" ? "\\textdagger" : "†";
}

}  // namespace

TEST_CASE("a claim about the asked cause alone carries no mark, in any format", "[applicability]") {
    for (auto const& [format, text] :
        one_cell::every_format(one_cell::sheet(one_cell::of(kb, "knee-osteoarthritis", "alphaprofen")))) {
        INFO(format << ": " << text);
        CHECK_FALSE(holds(text, wider_in(format)));
    }
}

TEST_CASE("a claim about a wider group is marked in every format", "[applicability]") {
    auto const c = one_cell::of(kb, "gout-of-the-knee", "tai-chi");
    for (auto const& [format, text] : one_cell::every_format(one_cell::sheet(c))) {
        INFO(format << ": " << text);
        CHECK(holds(text, wider_in(format)));
    }
    CHECK(holds(json(c), "\"applicability\":\"broader\""));
}

TEST_CASE("a claim about several causes together says with which, in every format", "[applicability]") {
    struct asked_with {
        std::string_view asked, with;
    };
    for (auto const& [asked, with] : {asked_with{"knee-osteoarthritis", "with pain after a knee injury"},
             asked_with{"knee-injury-pain", "with knee osteoarthritis"}}) {
        auto const c = one_cell::of(kb, asked, "pain-relievers");
        for (auto const& [format, text] : one_cell::every_format(one_cell::sheet(c))) {
            INFO(format << ": " << text);
            CHECK(holds(one_cell::unwrapped(text), with));
            CHECK(holds(text, wider_in(format)));
        }
        CHECK(holds(json(c), "\"applicability\":\"pooled\""));
    }
}

TEST_CASE("a claim about the cause alone, or about a wider group, is with nobody", "[applicability]") {
    for (auto asked : {"knee-osteoarthritis", "early-knee-osteoarthritis"})
        for (auto const& [format, text] : one_cell::every_format(one_cell::sheet(one_cell::of(kb, asked, "alphaprofen")))) {
            INFO(format << ": " << text);
            CHECK_FALSE(holds(one_cell::unwrapped(text), "with "));
        }
}

TEST_CASE("claims pooled over different causes are not told in one breath", "[applicability]") {
    fixture::extended b;
    b.claim<affects>("tai-chi", "pain-halved", b.said("review-2021", {"knee-osteoarthritis", "gout-of-the-knee"}), "with-gout");
    b.claim<affects>(
        "tai-chi", "function-improved", b.said("review-2021", {"knee-osteoarthritis", "knee-injury-pain"}), "with-injury");
    auto const& base = b.freeze();
    auto const s = one_cell::sheet(one_cell::of(base, "knee-osteoarthritis", "tai-chi"));
    for (auto const& told : s.sections.at(0).rows.at(0).cells.at(1).statements) {
        INFO(told.text);
        CHECK_FALSE((holds(told.text, "with gout") && holds(told.text, "with pain after a knee injury")));
        CHECK(told.claims.size() == 1);
    }
}

TEST_CASE("what a source says where it sets the cause apart stands in no cell, and the option is listed as set apart",
    "[applicability]") {
    auto const whole = compare(kb, fixture::entity<cause>(kb, "gout-of-the-knee"));
    auto const excluded = fixture::claim(kb, "guideline-gel");
    CHECK(
        std::none_of(whole.statements.begin(), whole.statements.end(), [&](statement const& s) { return s.claim == excluded; }));
    auto const s = lay_out(whole);
    for (auto const& [format, text] : one_cell::every_format(s)) {
        INFO(format << ": " << text);
        CHECK(holds(one_cell::unwrapped(text), "Set apart by the sources that speak of them: alphaprofen gel"));
    }
    CHECK(holds(json(whole), "\"set_apart\":[\"alphaprofen-gel\"]"));
}

TEST_CASE(
    "what is said of a therapy in the row names it, what is said of the class does not, in every format", "[applicability]") {
    auto const of_class = one_cell::of(kb, "knee-osteoarthritis", "anti-inflammatories", columns::guidance);
    auto const of_member = one_cell::of(kb, "knee-osteoarthritis", "anti-inflammatories", columns::benefit);
    for (auto const& [format, text] : one_cell::every_format(one_cell::sheet(of_member))) {
        INFO(format << ": " << text);
        CHECK(holds(one_cell::unwrapped(text), "(alphaprofen; "));
    }
    auto const s = one_cell::sheet(of_class);
    for (auto const& told : s.sections.at(0).rows.at(0).cells.at(1).statements) {
        bool const class_level = told.claims == std::vector<std::string>{"guideline-nsaids"};
        INFO(told.text);
        CHECK(holds(told.text, "alphaprofen") != class_level);
    }
    CHECK(holds(json(of_class), "\"said_of\":\"itself\""));
    CHECK(holds(json(of_member), "\"said_of\":\"member\""));
}

TEST_CASE("a bare mention of a therapy in the row names it, too", "[applicability]") {
    fixture::extended b;
    b.therapy("third-profen", "Third profen", "anti-inflammatories");
    b.claim<used_for>("third-profen", "gout-of-the-knee", "review-2021", "mention");
    auto const& base = b.freeze();
    auto const s = one_cell::sheet(one_cell::of(base, "gout-of-the-knee", "anti-inflammatories", columns::guidance));
    CHECK(holds(s.sections.at(0).rows.at(0).cells.at(1).statements.at(0).text, "(third profen; "));
}
