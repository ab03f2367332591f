// SPDX-License-Identifier: BSL-1.0
#include <treatise/model/seen_text.hpp>

#include "catch.hpp"

#include <string>

namespace model_seen_text_test {

using namespace treatise;

TEST_CASE("What people read holds no character that they cannot see", "[model][limits]") {
    for (auto const* bad : {"a\x1b[2J", "a\x07", "a\x7f", "a\u0085", "pill\u202Ellip", "a\u2066b", "a\u200Fb", "pa\u200Bin",
             "pa\u00ADin", "\uFEFFpain", "a\u2028b", "a\u2060b", "a\U000E0041"}) {
        INFO(code_point(unseen_in(bad) ? unseen_in(bad)->value : U'\0'));
        CHECK(unseen_in(bad));
    }
    for (auto const* good :
        {"pain", "two\nlines\tand a tab", "Schmerz: \u00e4\u00f6\u00fc", "\u6162\u6027\u75bc\u75db", "\u2265 50 %"})
        CHECK_FALSE(unseen_in(good));
}

TEST_CASE("A joiner is seen between the letters that it joins, and nowhere else", "[model][limits]") {
    CHECK_FALSE(unseen_in("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"));  // Persian
    CHECK(unseen_in("pa\u200Cin"));
    CHECK(unseen_in("\u200D\u0645"));
    CHECK(unseen_in("\u0645\u200C"));
    CHECK(unseen_in("\u0645\u200C\u200C\u0645"));
}

TEST_CASE("A message names the character that nobody sees, and where it stands", "[model][limits]") {
    auto const c = unseen_in("abc\u202Ed");
    REQUIRE(c);
    CHECK(c->at == 3);
    CHECK(in_words(*c).starts_with("holds U+202E, which turns the direction"));
    CHECK(in_words(*unseen_in("\x1b")).starts_with("holds U+001B, a control character"));
    CHECK(safe_to_print("a\x1b[2Jb\u202Ec") == "a<U+001B>[2Jb<U+202E>c");
    CHECK(safe_to_print("two\nlines") == "two\nlines");
}

}  // namespace model_seen_text_test
