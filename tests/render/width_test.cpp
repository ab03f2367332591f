// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/detail/width.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>

namespace render_width_test {

using treatise::bytes_that_fit;
using treatise::display_width;
using treatise::first_character;
using treatise::printed;

TEST_CASE("A letter takes one column, a mark on it none, a wide character two", "[width]") {
    STATIC_REQUIRE(display_width("") == 0);
    STATIC_REQUIRE(display_width("pain") == 4);
    STATIC_REQUIRE(display_width("† § ≠ · –") == 9);
    STATIC_REQUIRE(display_width("Ménière") == 7);
    STATIC_REQUIRE(display_width("e\u0301") == 1);
    STATIC_REQUIRE(display_width("神経痛") == 6);
    STATIC_REQUIRE(display_width("통증") == 4);
    STATIC_REQUIRE(display_width("ألم") == 3);
    STATIC_REQUIRE(display_width("\u200B\uFEFF") == 0);
}

TEST_CASE("An emoji takes two columns, however many characters it is made of", "[width]") {
    STATIC_REQUIRE(display_width("💊") == 2);
    STATIC_REQUIRE(display_width("👩‍⚕️") == 2);   // a woman, joined to a staff
    STATIC_REQUIRE(display_width("👍🏽") == 2);  // a thumb, with a skin tone
    STATIC_REQUIRE(display_width("🇩🇪") == 2);   // two letters
    STATIC_REQUIRE(display_width("🇩🇪🇫🇷") == 4);
    STATIC_REQUIRE(display_width("❤️") == 2);    // a heart of text, shown as a picture
    STATIC_REQUIRE(display_width("❤") == 1);
}

TEST_CASE("The tables of widths are in order and do not overlap", "[width]") {
    auto const ordered = [](auto const& ranges) {
        char32_t after = 0;
        for (auto const& r : ranges) {
            if (r.first < after || r.last < r.first) return false;
            after = r.last + 1;
        }
        return true;
    };
    CHECK(ordered(treatise::render_detail::zero_width));
    CHECK(ordered(treatise::render_detail::double_width));
}

TEST_CASE("Text is cut between whole glyphs", "[width]") {
    STATIC_REQUIRE(bytes_that_fit("pain", 2) == 2);
    STATIC_REQUIRE(bytes_that_fit("神経", 3) == 3);
    STATIC_REQUIRE(bytes_that_fit("神経", 1) == 3);  // at least one, or a narrow column would never end
    STATIC_REQUIRE(bytes_that_fit("e\u0301e", 1) == 3);
    STATIC_REQUIRE(bytes_that_fit("", 5) == 0);
}

TEST_CASE("Bytes that are not UTF-8 are read as one replacement character each", "[width]") {
    using namespace std::string_view_literals;
    for (auto text :
        {"\xFF"sv, "\xC3"sv, "\xC0\xAF"sv, "\xE0\x80\x80"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv, "\xF0\x9F"sv, "\x80"sv}) {
        CHECK(first_character(text).value == 0xFFFD);
        CHECK(first_character(text).bytes == 1);
    }
    CHECK(first_character("\u00E9").value == 0xE9);
    CHECK(first_character("\U0001F48A").value == 0x1F48A);
}

TEST_CASE("What is printed is one line that steers nothing", "[width]") {
    CHECK(printed(" a\r\n\tb \u2028 c ") == "a b c");
    CHECK(printed("\x1b[31mred\x07") == "[31mred");
    CHECK(printed("abc\u202Edef\u202C") == "abcdef");
    CHECK(printed("bad\xFF") == "bad\uFFFD");
    CHECK(printed(" \n ").empty());
}

}  // namespace render_width_test
