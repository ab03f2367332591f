// SPDX-License-Identifier: BSL-1.0
#include <treatise/model/limits.hpp>
#include <treatise/toml/places.hpp>
#include <treatise/toml/read.hpp>

#include "catch.hpp"
#include "folder.hpp"

#include <string>
#include <utility>

namespace toml_limits_test {

using namespace treatise;

namespace {

std::string times(std::string const& s, std::uint32_t n) {
    std::string made;
    for (std::uint32_t i = 0; i != n; ++i) made += s;
    return made;
}
/// What is said of a file whose third line is this; empty where nothing is said of limits.
std::string limit_of(std::string const& line) {
    auto const read = read_toml({{"a.toml", "# one\n# two\n" + line + "\n"}});
    if (read) return {};
    for (auto const& p : read.error())
        if (p.what.find("parts with dots") != p.what.npos || p.what.find("deep in one another") != p.what.npos)
            return std::to_string(p.where.line) + ": " + p.what;
    return {};
}

}  // namespace

TEST_CASE("A key has as many dots as the limit, and not one more", "[toml][limits]") {
    CHECK(limit_of("a" + times(".a", limits::toml_dots) + " = 1").empty());
    CHECK(limit_of("a" + times(".a", limits::toml_dots + 1) + " = 1").starts_with("3: has a key of more than 17 parts"));
    CHECK(limit_of("[a" + times(".a", limits::toml_dots + 1) + "]").starts_with("3: "));
    CHECK(limit_of("[[a" + times(" . \"a\"", 40'000) + "]]").starts_with("3: "));
    CHECK(limit_of("a = { b" + times(".c", 100'000) + " = 1 }").starts_with("3: "));
    CHECK(limit_of("a" + times(".a", 200'000)).starts_with("3: "));
}

TEST_CASE("Brackets stand as deep as the limit, and not one deeper", "[toml][limits]") {
    auto const nested = [](std::uint32_t n) { return "a = " + times("[", n) + times("]", n); };
    CHECK(limit_of(nested(limits::toml_nesting)).empty());
    CHECK(limit_of(nested(limits::toml_nesting + 1)).starts_with("3: has brackets more than 16 deep"));
    CHECK(limit_of(nested(100'000)).starts_with("3: "));
    CHECK(limit_of("a = " + times("{ b = ", 50'000)).starts_with("3: "));
    CHECK(limit_of("a = [\n" + times("[\n", 50'000)).starts_with("19: "));
}

TEST_CASE("Dots and brackets in texts and comments count for nothing", "[toml][limits]") {
    CHECK(limit_of("# " + times(".[{", 100)).empty());
    CHECK(limit_of("a = \"" + times(".[{\\\"", 100) + "\"").empty());
    CHECK(limit_of("a = '" + times(".[{", 100) + "'").empty());
    CHECK(limit_of("a = \"\"\"" + times(".[{\n\"", 100) + "\"\"\"").empty());
    CHECK(limit_of("a = '''" + times(".[{\n'", 100) + "'''").empty());
    CHECK(limit_of("a = [ " + times("1.5, ", 1000) + "]").empty());
    CHECK(limit_of(times("[[cause]]\n", 1000)).empty());
}

TEST_CASE("A text between three quotes may end in quotes of its own, and the limits count on behind it", "[toml][limits]") {
    for (auto const* const text : {"\"\"\"a\"\"\"\"", "\"\"\"a\"\"\"\"\"", "'''a''''", "'''a'''''", "\"\"\"\"\"\"", "''''''"}) {
        CAPTURE(text);
        auto const beside = [&](std::string const& key) {
            return limit_of("x = [" + std::string{text} + ", { b" + key + " = 1 }]");
        };
        CHECK(beside(times(".c", limits::toml_dots)).empty());
        CHECK(beside(times(".c", 200'000)).starts_with("3: has a key of more than 17 parts"));
    }
    CHECK(limit_of("x = '''a'''''\ny = " + times("[", 17)).starts_with("4: has brackets more than 16 deep"));
}

TEST_CASE("A name with a character that nobody sees is refused with its line", "[toml][limits]") {
    for (auto const* bad : {"\\u001b]0;owned\\u0007", "\\u202E", "a\\u200Bb", "\\uFEFF", "a\\u00ADb"}) {
        auto const read = read_toml({{"a.toml", "[base]\nkey = \"x\"\nname = \"X\"\nversion = \"" + std::string{bad} +
                                                    "1\"\neditors = \"e\"\n"
                                                    "notice = \"n\"\nreleased = 2026-01-01\n"}});
        REQUIRE_FALSE(read);
        CHECK(read.error()[0].where.line == 4);
        CHECK(read.error()[0].what.find("holds U+") != std::string::npos);
    }
}

TEST_CASE("What begins as an archive is no TOML, and is called by what it is", "[toml][limits][files]") {
    using namespace std::string_literals;
    fixture::folder const in;
    for (auto const& [bytes, is] : {std::pair{"PK\3\4"s, "a zip archive"s}, {"\x1f\x8b\x08"s, "compressed with gzip"s},
             {"BZh91AY&SY"s, "compressed with bzip2"s}, {"\xfd"s + "7zXZ\0"s, "compressed with xz"s},
             {"\x28\xb5\x2f\xfd"s, "compressed with zstd"s}}) {
        auto const loaded = load_toml_files(in.file("a.toml", bytes + std::string(600, 'x')));
        REQUIRE(loaded.problems.size() == 1);
        CHECK(loaded.problems[0].what == "is " + is + "; expected TOML");
        CHECK(loaded.files.empty());
    }
}

TEST_CASE("Where claims stand is not looked up in a file beyond a limit", "[toml][limits]") {
    CHECK(claim_places({{"a.toml", "a" + times(".a", 200'000) + " = 1"}}).empty());
}

}  // namespace toml_limits_test
