// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/claim_lists.hpp>  // first: the header must stand alone
#include <treatise/query/withdrawn.hpp>
#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>
#define HAS_BUILT_IN 1
#endif

#include "catch.hpp"
#include "fixtures.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace graph_claim_lists_test {

using namespace treatise;

namespace {

std::vector<std::string> ids_of(claim_list const& list) {
    std::vector<std::string> ids;
    for (auto const& c : list.claims) ids.push_back(c.id);
    return ids;
}
std::vector<std::string> printed_problems(std::vector<problem> const& all) {
    std::vector<std::string> lines;
    for (auto const& p : all) lines.push_back(to_string(p));
    return lines;
}
/// The list of a base with `line` in the place of the line of that id; left out where it is empty.
std::string list_with(knowledge_base const& kb, std::string_view id, std::string_view line) {
    auto text = released_text(kb);
    auto const first = text.find('\n' + std::string{id} + '\t') + 1;
    auto const last = text.find('\n', first) + 1;
    return text.replace(first, last - first, line);
}
auto promises_of(knowledge_base const& kb, std::string_view text) {
    return printed_problems(broken_promises(kb, read_released("ids.txt", text)));
}

}  // namespace

TEST_CASE("a list of recalls has an id a line, a reason behind it, and comments", "[recalls]") {
    auto const list = read_recalls("recalls.txt",
        "\xef\xbb\xbf# what was found in March\r\n"
        "swapped-columns  the columns of the table were swapped\r\n"
        "\n   \t\n"
        "  wrong-drug\t# no reason yet\n"
        "not-his-trial another trial # see the note of May\n"
        "last-line");
    CHECK(list.problems.empty());
    CHECK(ids_of(list) == std::vector<std::string>{"swapped-columns", "wrong-drug", "not-his-trial", "last-line"});
    CHECK(list.claims[0].reason == "the columns of the table were swapped");
    CHECK(list.claims[0].where == location{"recalls.txt", 2, 1});
    CHECK(list.claims[1].reason.empty());
    CHECK(list.claims[1].where == location{"recalls.txt", 5, 3});
    CHECK(list.claims[2].reason == "another trial");
}

TEST_CASE("every line of recalls that is no claim id is told with its place", "[recalls]") {
    auto const list = read_recalls("r", "Capital letters\nfine-one\n-dash\n\"quoted\" x\n\x1b[31m\n");
    CHECK(ids_of(list) == std::vector<std::string>{"fine-one"});
    REQUIRE(list.problems.size() == 4);
    CHECK(to_string(list.problems[0]) ==
          "r:1:1: `Capital`: is no claim id; expected lower-case letters and digits in parts joined by -");
    CHECK(list.problems[1].where.line == 3);
    CHECK(list.problems[2].where.line == 4);
    CHECK(to_string(list.problems[3]).find('\x1b') == std::string::npos);
}

TEST_CASE("a list that is no UTF-8 is refused with the place of the first byte", "[recalls]") {
    for (auto const& list : {read_recalls("r", "one-id\ntwo-\xff\nthree\n"), read_released("r", "# \n \xff\xfe\n")}) {
        CHECK(list.claims.empty());
        REQUIRE(list.problems.size() == 1);
        CHECK(list.problems[0].where.line == 2);
        CHECK(list.problems[0].what == "is no UTF-8; expected the file to be saved as UTF-8");
    }
}

TEST_CASE("an id behind a # that may be meant as one is kept apart from other comments", "[recalls]") {
    auto const list = read_recalls("r", "#swapped-columns\n# swapped-columns\n#!\n#\n");
    CHECK(list.claims.empty());
    REQUIRE(list.comments.size() == 1);
    CHECK(list.comments[0].id == "swapped-columns");
}

TEST_CASE("empty recalls recall nothing", "[recalls]") {
    for (auto text : {"", "\n", "\xef\xbb\xbf", "# nothing"}) {
        auto const list = read_recalls("r", text);
        CHECK(list.claims.empty());
        CHECK(list.problems.empty());
    }
}

TEST_CASE("a program sees which recalled claims its knowledge still holds", "[recalls]") {
    auto const& kb = fixture::knee();
    std::array<std::string_view, 4> const recalled{
        "withdrawn-betaprofen", "guideline-nsaids", "never-entered", "guideline-nsaids"};
    auto const held = still_held(kb, recalled);
    REQUIRE(held.size() == 1);
    CHECK(kb.claim_key(held[0]) == "guideline-nsaids");
    CHECK(still_held(kb, std::array<std::string_view, 1>{"withdrawn-betaprofen"}).empty());
    CHECK(still_held(kb, std::vector<std::string>{}).empty());
}

TEST_CASE("every claim of a base stands in its list of released ids, and none breaks a promise", "[released]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        auto const list = read_released("ids.txt", released_text(*kb));
        CHECK(printed_problems(list.problems).empty());
        CHECK(list.claims.size() == kb->claim_count());
        CHECK(printed_problems(broken_promises(*kb, list)).empty());
        CHECK(released_text(*kb, list) == released_text(*kb));
    }
}

TEST_CASE("a released id that is gone breaks a promise, unless its line says why it was removed", "[released]") {
    auto const& kb = fixture::knee();
    auto const gone = released_text(kb) + "entered-twice\taffects\talphaprofen\tnausea";
    auto const found = promises_of(kb, gone + '\n');
    REQUIRE(found.size() == 1);
    CHECK(found[0].find("`entered-twice`: was released and is gone; expected it withdrawn") != std::string::npos);
    CHECK(promises_of(kb, gone + "\t\n").size() == 1);
    CHECK(promises_of(kb, gone + "\tthe same as affects-alphaprofen-nausea\n").empty());
}

TEST_CASE("an id that was removed is never used again", "[released]") {
    auto const& kb = fixture::knee();
    auto const found =
        promises_of(kb, list_with(kb, "guideline-nsaids",
                            "guideline-nsaids\trecommended_for\tanti-inflammatories\tknee-osteoarthritis\tsplit\n"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].find("was removed (split) and is there again") != std::string::npos);
}

TEST_CASE("a released id that says something else altogether breaks a promise", "[released]") {
    auto const& kb = fixture::knee();
    for (auto line : {"guideline-nsaids\tused_for\tanti-inflammatories\tknee-osteoarthritis\n",
             "guideline-nsaids\trecommended_for\tgels\tknee-osteoarthritis\n",
             "guideline-nsaids\trecommended_for\tanti-inflammatories\tknee-pain\n"}) {
        INFO(line);
        auto const found = promises_of(kb, list_with(kb, "guideline-nsaids", line));
        REQUIRE(found.size() == 1);
        CHECK(found[0].find("now says \"recommended_for anti-inflammatories knee-osteoarthritis\"") != std::string::npos);
    }
}

TEST_CASE("a withdrawn claim keeps its id and breaks no promise", "[released]") {
    auto const& kb = fixture::knee();
    REQUIRE(kb.said(fixture::claim(kb, "withdrawn-betaprofen")).status == claim_status::withdrawn);
    CHECK(released_text(kb).find("\nwithdrawn-betaprofen\tused_for\tbetaprofen\tknee-injury-pain\n") != std::string::npos);
}

TEST_CASE("the next list keeps what was removed, with the reason", "[released]") {
    auto const& kb = fixture::knee();
    auto const removed = std::string{"entered-twice\taffects\talphaprofen\tnausea\tthe same as another"};
    auto const next = released_text(kb, read_released("ids.txt", released_text(kb) + removed + '\n'));
    CHECK(next.find('\n' + removed + '\n') != std::string::npos);
    CHECK(read_released("ids.txt", next).claims.size() == kb.claim_count() + 1);
}

TEST_CASE("every line of a list of released ids that cannot be read is told with its place", "[released]") {
    auto const list = read_released("ids.txt",
        "# a comment\n"
        "one affects a b\n"
        "two\taffects\ta\n"
        "three\taffects\ta\tb\twhy\tmore\n"
        "four\tcures\ta\tb\n"
        "Five\taffects\ta\tb\n"
        "six\taffects\ta\tb\r\n"
        "six\taffects\ta\tc\n");
    CHECK(ids_of(list) == std::vector<std::string>{"six"});
    auto const problems = printed_problems(list.problems);
    REQUIRE(problems.size() == 6);
    CHECK(problems[0].starts_with("ids.txt:2:1: `one affects a b`: is no claim id"));
    CHECK(problems[1].find("`two`: is not followed by relation, subject and object; expected tabs") != std::string::npos);
    CHECK(problems[2].starts_with("ids.txt:4:1: `three`: is not followed by"));
    CHECK(problems[3] == "ids.txt:5:1: `four`: names the unknown relation `cures`");
    CHECK(problems[4].starts_with("ids.txt:6:1: `Five`: is no claim id"));
    CHECK(problems[5] == "ids.txt:8:1: `six`: stands twice; first on line 7");
}

#ifdef HAS_BUILT_IN
// Written when a release is made: treatise ids knowledge/neuropathic-pain --released LIST --output LIST
TEST_CASE("no claim id of the last release is gone, and none says something else", "[released]") {
    std::ifstream file{TREATISE_SOURCE_DIR "/knowledge/neuropathic-pain.released.txt"};
    REQUIRE(file);
    std::string const text{std::istreambuf_iterator<char>{file}, {}};
    auto const list = read_released("knowledge/neuropathic-pain.released.txt", text);
    CHECK(printed_problems(list.problems).empty());
    CHECK(list.claims.size() > 1000);
    CHECK(report(broken_promises(neuropathic_pain::knowledge, list)) == "");
}
#endif

TEST_CASE("what is withdrawn is told of the option, of its row and of nothing else", "[withdrawn]") {
    auto const& kb = fixture::knee();
    auto const of = [&](auto asked, id<option> o) { return withdrawn(kb, asked, o); };
    auto const injury = fixture::entity<cause>(kb, "knee-injury-pain");
    auto const claim = fixture::claim(kb, "withdrawn-betaprofen");
    CHECK(of(injury, fixture::entity<therapy>(kb, "betaprofen")) == std::vector{claim});
    CHECK(of(injury, fixture::entity<therapy_class>(kb, "anti-inflammatories")) == std::vector{claim});
    CHECK(of(injury, fixture::entity<therapy>(kb, "alphaprofen")).empty());
    CHECK(of(fixture::entity<cause>(kb, "gout-of-the-knee"), fixture::entity<therapy>(kb, "betaprofen")).empty());
}

}  // namespace graph_claim_lists_test
