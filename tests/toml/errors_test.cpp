// SPDX-License-Identifier: BSL-1.0

#include <treatise/graph/builder.hpp>

#include "catch.hpp"
#include "folder.hpp"
#include "toml_fixture.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace toml_errors_test {

using namespace treatise;
using fixture::problems_of;
using fixture::said;
using lines = std::vector<std::string>;

namespace fs = std::filesystem;

namespace {

lines problems_of_folder(std::string const& path) {
    lines all;
    if (auto const made = fixture::read_folder(path); !made)
        for (auto const& p : made.error()) all.push_back(to_string(p));
    return all;
}

/// A claim from alphaprofen to relief; its own fields begin on line 6.
std::string effect_with(std::string const& fields) {
    return "[[affects]]\nid = \"c\"\nsubject = \"alphaprofen\"\nobject = \"relief\"\nstatistic = \"narrative\"\n" + fields + said;
}

/// A cause `a`; its own fields begin on line 4.
std::string cause_with(std::string const& fields) { return "[[cause]]\nkey = \"a\"\nname = \"A\"\n" + fields; }

/// The only problem of the small base with this a.toml.
std::string problem_of(std::string const& text) {
    auto const all = problems_of(text);
    REQUIRE(all.size() == 1);
    return all[0];
}

}  // namespace

TEST_CASE("a file that breaks off is no TOML, with the place where it ends", "[toml][errors]") {
    CHECK(
        problem_of("[[cause]]\nkey = \"knee") == "a.toml:2:12: is no TOML: Error while parsing string: encountered end-of-file");
    CHECK(problems_of("[[cause]\nkey = 1\n").at(0).starts_with("a.toml:1:9: is no TOML: "));
    CHECK(problems_of("[[cause]]\nkey = \"a\"\nkey = \"b\"\n").at(0) ==
          "a.toml:3:7: is no TOML: Error while parsing key-value pair: cannot redefine existing string 'key'");
}

TEST_CASE("what toml++ takes for granted is an error like any other", "[toml][errors]") {
    CHECK(problems_of("[[[cause]]]\n").at(0).starts_with("a.toml:1:3: is no TOML: Error while parsing key"));
    CHECK(problem_of("[[cause]]\nkey = \u00e9dition\n") ==
          "a.toml:2:7: is no TOML: Error while parsing value: could not determine value type");
    CHECK(problems_of("[[cause]]\nkey = 1 \u00e9\n").at(0).starts_with("a.toml:2:9: is no TOML: "));
    CHECK(problems_of(cause_with("description = \"\"\"one \\\n  \u00e9tat\"\"\"\n")).empty());
}

TEST_CASE("the first syntax error of each file and the errors of meaning of the others come in one run", "[toml][errors]") {
    auto const made = fixture::read_files({{"base.toml", std::string{fixture::small_base}},
        {"c.toml", "[[cause]]\nkey = \"broken\"\nname = \n[[cause]]\nkey = 1 2\n"}, {"b.toml", "x = = 1\n"},
        {"a.toml", cause_with("is_a = [\"broken\", \"pian\"]\ncolour = 1\n")}});
    REQUIRE_FALSE(made);
    lines all;
    for (auto const& p : made.error()) all.push_back(to_string(p));
    // `broken` stands in a file that could not be read: naming it is no second error.
    REQUIRE(all.size() == 4);
    CHECK(all[0] == "a.toml:4:19: `a`: `is_a` names the unknown key `pian`; did you mean `pain`?");
    CHECK(all[1].starts_with("a.toml:5:1: `a`: unknown field `colour` of [[cause]]; expected one of key, name, "));
    CHECK(all[2].starts_with("b.toml:1:5: is no TOML: "));
    CHECK(all[3].starts_with("c.toml:3:8: is no TOML: "));
}

TEST_CASE("a byte that is not UTF-8 is refused with its line and column", "[toml][errors]") {
    std::string const refused = ": is no UTF-8; expected the file to be saved as UTF-8";
    CHECK(problems_of("[[cause]]\nkey = \"\u00e9\xff\"\n") == lines{"a.toml:2:9" + refused});
    CHECK(problems_of("# a\n\xc3") == lines{"a.toml:2:1" + refused});
    CHECK(problems_of("# \xc0\xaf") == lines{"a.toml:1:3" + refused});      // overlong
    CHECK(problems_of("# \xed\xa0\x80") == lines{"a.toml:1:3" + refused});  // half of a surrogate pair
    CHECK(problems_of("# \xf4\x90\x80\x80") == lines{"a.toml:1:3" + refused});
    CHECK(problems_of("# caf\xe9 in latin-1\n") == lines{"a.toml:1:6" + refused});
}

TEST_CASE("an unknown field names the nearest one", "[toml][errors]") {
    CHECK(problem_of(effect_with("sorce = \"trial\"\n")) ==
          "a.toml:6:1: `c`: unknown field `sorce` of [[affects]]; did you mean `source`?");
    CHECK(problem_of("[defaults]\nchekced = 2024\n") ==
          "a.toml:2:1: `defaults`: unknown field `chekced` of [defaults]; did you mean `checked`?");
    CHECK(problems_of(cause_with("codes = [{ sytem = \"fixture-codes\", code = \"1\", map = \"exact\" }]\n")).at(1) ==
          "a.toml:4:12: `a`: unknown field `sytem` of a code; did you mean `system`?");
}

TEST_CASE("structure of another kind is an unknown field", "[toml][errors]") {
    CHECK(problem_of(cause_with("listed_under = \"pills\"\n")) ==
          "a.toml:4:1: `a`: unknown field `listed_under` of [[cause]]; "
          "expected one of key, name, description, synonyms, codes, is_a");
}

TEST_CASE("an unknown table names the nearest one", "[toml][errors]") {
    CHECK(problem_of("[[causes]]\nkey = \"a\"\n") == "a.toml:1:3: unknown table `causes`; did you mean `cause`?");
    CHECK(problem_of("[[is_a]]\nsubject = \"a\"\n") ==
          "a.toml:1:3: `is_a` is structure; expected it as a field of the entity that it starts from");
    CHECK(problem_of("[cause]\nkey = \"a\"\n") == "a.toml:1:1: `cause` is a table; expected tables, [[cause]]");
    CHECK(problems_of("cause = [1, \"a\"]\n") == lines{"a.toml:1:10: `cause` holds an integer; expected tables, [[cause]]",
                                                     "a.toml:1:13: `cause` holds a string; expected tables, [[cause]]"});
    CHECK(problem_of("[[defaults]]\nplace = \"p\"\n") == "a.toml:1:1: `defaults` is an array; expected one table, [defaults]");
}

TEST_CASE("an unknown key names the nearest one of a kind that fits", "[toml][errors]") {
    CHECK(problem_of(effect_with("comparator = \"placbo\"\n")) ==
          "a.toml:6:14: `c`: `comparator` names the unknown key `placbo`; did you mean `placebo`?");
    CHECK(problems_of(effect_with("comparator = \"pian\"\n")) ==  // `pain` is near, but no option
          lines{"a.toml:6:14: `c`: `comparator` names the unknown key `pian`; expected the key of a therapy_class or therapy"});
    CHECK(problems_of("[[used_for]]\nid = \"c\"\nsubject = \"alfaprofen\"\nobject = \"pain/../x y\"\n" + said) ==
          lines{"a.toml:3:11: `c`: `subject` names the unknown key `alfaprofen`; did you mean `alphaprofen`?",
              "a.toml:4:10: `c`: `object` names the unknown key `pain/../x y`; expected the key of a cause"});
}

TEST_CASE("an entity of the wrong kind is named with its kind", "[toml][errors]") {
    CHECK(problem_of("[[used_for]]\nid = \"c\"\nsubject = \"relief\"\nobject = \"pain\"\n" + said) ==
          "a.toml:3:11: `c`: `subject` names `relief`, an outcome; expected a therapy_class or therapy");
    CHECK(problem_of(effect_with("about = [\"pain\", \"trial\"]\n")) ==
          "a.toml:6:18: `c`: `about` names `trial`, a source; expected a cause");
    CHECK(problem_of(cause_with("is_a = \"pills\"\n")) ==
          "a.toml:4:8: `a`: `is_a` names `pills`, a therapy_class; expected a cause");
}

TEST_CASE("an unknown word names the nearest and all valid ones", "[toml][errors]") {
    CHECK(problem_of(effect_with("stance = \"agaisnt\"\n")) ==
          "a.toml:6:10: `c`: `stance` has the unknown value `agaisnt`; did you mean `against`? Expected one of for, against, "
          "no_difference, no_evidence_found, no_recommendation, mixed");
    CHECK(problem_of(effect_with("status = \"gone\"\n")) ==
          "a.toml:6:10: `c`: `status` has the unknown value `gone`; expected one of current, superseded, withdrawn");
    CHECK(problem_of(effect_with("scheme = \"fixture-grade\"\ncertainty = \"moderat\"\n")) ==
          "a.toml:7:13: `c`: `certainty` is `moderat`, no word of the scheme `fixture-grade`; did you mean `moderate`? "
          "Expected one of high, moderate, low");
}

TEST_CASE("a misspelt scheme is one error, a missing one another", "[toml][errors]") {
    CHECK(problem_of(effect_with("scheme = \"fixture-grad\"\ncertainty = \"high\"\n")) ==
          "a.toml:6:10: `c`: `scheme` names the unknown key `fixture-grad`; did you mean `fixture-grade`?");
    CHECK(
        problem_of(effect_with("certainty = \"high\"\n")) == "a.toml:2:6: `c`: `certainty` needs the `scheme` whose word it is");
}

TEST_CASE("a value of the wrong type says what was expected", "[toml][errors]") {
    CHECK(problem_of(effect_with("population = 7\n")) == "a.toml:6:14: `c`: `population` is an integer; expected a string");
    CHECK(problem_of(effect_with("jurisdiction = [\"fixture-land\"]\n")) ==
          "a.toml:6:16: `c`: `jurisdiction` is an array; expected a key");
    CHECK(problem_of(effect_with("about = 1.5\n")) ==
          "a.toml:6:9: `c`: `about` is a number; expected a string or an array of strings");
    CHECK(
        problem_of(effect_with("about = [\"pain\", true]\n")) == "a.toml:6:18: `c`: `about` is true or false; expected a string");
    CHECK(problem_of(effect_with("low = true\nhigh = 1\n")) ==
          "a.toml:6:7: `c`: `low` is true or false; expected a number or \"not stated\"");
    CHECK(problem_of(effect_with("published = 2024-10-01T10:00:00\n")) ==
          "a.toml:6:13: `c`: `published` is a date with a time; "
          "expected a date as 2024-10-01, \"2024-10\" or 2024, or \"not stated\"");
    CHECK(problem_of("[[therapy]]\nkey = \"a\"\nname = \"A\"\nreference = \"yes\"\n") ==
          "a.toml:4:13: `a`: `reference` is a string; expected true or false");
    CHECK(problem_of("[[therapy_class]]\nkey = \"a\"\nname = \"A\"\norder = -1\n") ==
          "a.toml:4:9: `a`: `order` is `-1`; expected a whole number, not negative");
    CHECK(problem_of(cause_with("codes = [7]\n")) ==
          "a.toml:4:10: `a`: `codes` is an integer; expected a table, { system = ..., code = ..., map = ... }");
}

TEST_CASE("a number that would lose digits or has an exponent is refused", "[toml][errors]") {
    CHECK(problem_of(effect_with("baseline = 123456789.12\n")) ==
          "a.toml:6:12: `c`: `baseline` is `123456789.12`, too many digits; expected at most 8 digits and 11 decimal places");
    for (auto const* text : {"1e3", "0x1F", "nan"})
        CHECK(problems_of(effect_with("baseline = " + std::string{text} + '\n')) ==
              lines{"a.toml:6:12: `c`: `baseline` is `" + std::string{text} +
                    "`; expected a number in plain digits as 7.10, inf, -inf or \"not stated\""});
}

TEST_CASE("a date that is none is refused", "[toml][errors]") {
    for (auto const* text : {"\"2024-13\"", "\"October 2024\"", "20241001", "\"2023-02-29\""})
        CHECK(problem_of(effect_with("published = " + std::string{text} + '\n')).starts_with("a.toml:6:13: `c`: `published` "));
    CHECK(problem_of(effect_with("published = \"2024-13\"\n")) ==
          "a.toml:6:13: `c`: `published` is `2024-13`; expected a date as 2024, 2024-10 or 2024-10-01, or \"not stated\"");
}

TEST_CASE("a text may not be empty nor hold a NUL byte, a name no line break", "[toml][errors]") {
    CHECK(problem_of("[[cause]]\nkey = \"a\"\nname = \"\"\n") ==
          "a.toml:3:8: `a`: `name` is empty; expected text, \"not stated\" or no value");
    CHECK(problem_of(cause_with("synonyms = [\" \\t\"]\n")) ==
          "a.toml:4:13: `a`: `synonyms` is empty; expected text, \"not stated\" or no value");
    CHECK(problem_of("[[cause]]\nkey = \"a\"\nname = \"a\\u0000b\"\n") ==
          "a.toml:3:8: `a`: `name` holds a NUL byte; expected text");
    CHECK(problem_of("[[cause]]\nkey = \"a\"\nname = \"a\\nb\"\n") ==
          "a.toml:3:8: `a`: `name` has a line break; expected one line");
}

TEST_CASE("a key with spaces or a path in it is no key", "[toml][errors]") {
    auto const refused = [](std::string const& key) {
        auto const p = problem_of("[[cause]]\nkey = \"" + key + "\"\nname = \"A\"\n");
        return p.starts_with("a.toml:2:7: `") && p.find("is no key; expected lower-case letters") != std::string::npos;
    };
    CHECK(refused("knee pain"));
    CHECK(refused("../../etc/passwd"));
    CHECK(refused("Knee"));
    CHECK(refused("1-knee"));
    CHECK(refused("knee--pain"));
    CHECK(refused("\u00e9"));
}

TEST_CASE("a message stays on one line whatever the file holds", "[toml][errors]") {
    auto const all = problems_of("[[cause]]\nkey = \"a\\nb\\u001b[31m\"\nname = \"A\"\n");
    REQUIRE(all.size() == 1);
    CHECK(all[0].starts_with("a.toml:2:7: `a\\nb\\x1b[31m`: `key` holds U+001B"));
}

TEST_CASE("what is missing is said where the table begins or its key stands", "[toml][errors]") {
    CHECK(problem_of("\n[[cause]]\nname = \"A\"\n") == "a.toml:2:1: [[cause]] has no `key`");
    CHECK(problem_of("[[cause]]\nkey = \"a\"\n") == "a.toml:2:7: `a`: has no `name`");
    CHECK(problem_of("[[outcome]]\nkey = \"a\"\nname = \"A\"\n") ==
          "a.toml:1:1: `a`: has no `valence`; expected one of desirable, undesirable");
    CHECK(problem_of("[[used_for]]\nid = \"c\"\nobject = \"pain\"\n" + said) ==
          "a.toml:1:1: `c`: has no `subject`; expected the key of a therapy_class or therapy");
    CHECK(problems_of("[[used_for]]\nid = \"c\"\nsubject = \"alphaprofen\"\nobject = \"pain\"\nsource = \"trial\"\n") ==
          lines{"a.toml:2:6: `c`: has no `checked`; expected a value, or \"not stated\"",
              "a.toml:2:6: `c`: has no `place`; expected a value, or \"not stated\""});
}

TEST_CASE("a wrong value is not called missing as well", "[toml][errors]") {
    CHECK(problems_of("[[used_for]]\nid = \"c\"\nsubject = \"alphaprofen\"\nobject = \"pain\"\n"
                      "source = \"trail\"\nplace = 1\nchecked = \"x\"\nread = \"restated\"\n"
                      "restated_in = \"nowhere\"\n")
              .size() == 4);
}

TEST_CASE("the builder's own checks point into the file", "[toml][errors]") {
    CHECK(problem_of(effect_with("") + effect_with("")) ==
          "a.toml:10:6: `c`: is the id of two claims; first at a.toml:2:6; an id is used once");
    CHECK(problem_of("[[therapy]]\nkey = \"pain\"\nname = \"P\"\n") ==
          "a.toml:2:7: `pain`: is a key twice; first at base.toml:10:7; a key is used once over all kinds");
    CHECK(problem_of(effect_with("low = 3\nhigh = 2\n")) ==
          "a.toml:2:6: `c`: has an interval out of order; expected `low` <= `value` <= `high`");
}

TEST_CASE("a circle of is_a is refused at each of its steps", "[toml][errors]") {
    auto const all = problems_of(cause_with("is_a = \"b\"\n[[cause]]\nkey = \"b\"\nname = \"B\"\nis_a = [\"pain\", \"a\"]\n"));
    REQUIRE(all.size() >= 2);
    CHECK(all[0].starts_with("a.toml:4:8: `a`: `is_a` `b` leads in a circle"));
    CHECK(std::any_of(all.begin(), all.end(), [](auto const& p) { return p.starts_with("a.toml:8:17: `b`: `is_a` `a` "); }));
    CHECK(problem_of(cause_with("is_a = \"a\"\n")) == "a.toml:4:8: `a`: `is_a` relates `a` to itself");
}

TEST_CASE("one file of a folder has [base]", "[toml][errors]") {
    CHECK(problem_of("\n[base]\nkey = \"b\"\n") ==
          "a.toml:2:1: `base`: [base] stands twice; first at base.toml:1:1; expected it in one file");
    auto const none = fixture::read_files({{"a.toml", "[[cause]]\nkey = \"a\"\nname = \"A\"\n"}});
    REQUIRE_FALSE(none);
    CHECK(to_string(none.error().at(0)).starts_with("no [base] says which knowledge base this is"));
    auto const poor = fixture::read_files({{"a.toml",
        "[base]\nkey = \"A B\"\nname = \"b\"\nversion = 1.0\n"
        "editors = \"e\"\nreleased = 2024\n"}});
    REQUIRE_FALSE(poor);
    CHECK(report(poor.error()) ==
          "a.toml:1:1: `A B`: has no `notice`; expected a value, or \"not stated\"\n"
          "a.toml:2:7: `base`: `key` is no key; expected lower-case letters and digits in parts "
          "joined by -, a letter first\n"
          "a.toml:4:11: `base`: `version` is a number; expected a string\n");
}

TEST_CASE("ten thousand errors in one file are found at once, a hundred printed and the rest counted", "[toml][errors]") {
    std::string text;
    for (int i = 0; i != 10'000; ++i)
        text += "[[used_for]]\nid = \"c-" + std::to_string(i) + "\"\nsubject = \"alphaprofne\"\nobject = \"pain\"\n" + said;
    auto const made = fixture::read_with_small_base(text);
    REQUIRE_FALSE(made);
    CHECK(made.error().size() == 10'000);
    auto const printed = report(made.error());
    CHECK(std::count(printed.begin(), printed.end(), '\n') == 101);
    CHECK(printed.starts_with("a.toml:3:11: `c-0`: `subject` names the unknown key `alphaprofne`; did you mean "));
    CHECK(printed.ends_with("and 9900 more\n"));
    CHECK(to_string(made.error()[99]).starts_with("a.toml:696:11: `c-99`"));
    CHECK(report(made.error(), 10'000).find("more") == std::string::npos);
}

TEST_CASE("a folder that is not there, or has no TOML in it, is a problem", "[toml][errors][files]") {
    fixture::folder const folder;
    CHECK(problems_of_folder(folder / "nowhere") ==
          lines{folder / "nowhere: is not there; expected a folder with .toml files, or one such file"});
    folder.file("readme.md", "x");
    CHECK(problems_of_folder(folder.path()) == lines{folder.path() + ": has no .toml file"});
    CHECK(problems_of_folder("") == lines{"is not there; expected a folder with .toml files, or one such file"});
    fs::create_directory(folder / "x.toml");
    CHECK(problems_of_folder(folder.path()) == lines{folder / "x.toml: is no file; expected TOML"});
}

TEST_CASE("the files of a folder are read in the order of their names", "[toml][files]") {
    fixture::folder const folder;
    folder.file("b.toml", "[[cause]]\nkey = \"b\"\nname = \"B\"\n");
    folder.file("a.toml", fixture::small_base);
    folder.file(".hidden.toml", "this is = = no TOML");
    auto const loaded = load_toml_files(folder.path());
    REQUIRE(loaded.files.size() == 2);
    CHECK(loaded.files[0].name == folder / "a.toml");
    CHECK(loaded.files[1].name == folder / "b.toml");
    CHECK(fixture::read_folder(folder.path()));
    CHECK(fixture::read_folder(folder / "a.toml"));  // or one file
}

TEST_CASE("a file above 32 MB is refused and the others are read", "[toml][errors][files]") {
    fixture::folder const folder;
    folder.file("a.toml", fixture::small_base);
    fs::resize_file(folder.file("big.toml", ""), 100'000'000);  // sparse: it takes no room
    folder.file("c.toml", "[[cause]]\nkey = \"c\"\nname = \"C\"\nis_a = \"pian\"\ncolour = 1\n");
    auto const all = problems_of_folder(folder.path());
    REQUIRE(all.size() == 2);  // an unknown key may be that of the file which was not read
    CHECK(all[0] == folder / "big.toml: is larger than the 32 MB that are read of one file");
    CHECK(all[1].starts_with(folder / "c.toml:5:1: `c`: unknown field `colour`"));
}

TEST_CASE("the limit is on a file and on all files together", "[toml][errors][files]") {
    fixture::folder const folder;
    for (auto const* name : {"a.toml", "b.toml", "c.toml"}) folder.file(name, "# 10 bytes");
    auto const path = folder.path();
    CHECK(load_toml_files(path, 30).problems.empty());
    CHECK(load_toml_files(path, 30).files.size() == 3);
    auto const two = load_toml_files(path, 29);
    CHECK(two.files.size() == 2);
    CHECK(report(two.problems) ==
          folder / "c.toml: makes the folder larger than the 29 bytes that are read of all its files together\n");
    auto const none = load_toml_files(path, 9);
    CHECK(none.files.empty());
    CHECK(report(none.problems).starts_with(folder / "a.toml: is larger than the 9 bytes that are read of one file\n"));
}

}  // namespace toml_errors_test
