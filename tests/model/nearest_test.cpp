// SPDX-License-Identifier: BSL-1.0
#include <treatise/model/nearest.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cctype>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace model_nearest_test {

using treatise::nearest;

namespace {

using words = std::vector<std::string_view>;

// The definition, without a table: the last bytes are kept or changed, dropped, added, or swapped with those before.
std::size_t naive_edits(std::string a, std::string b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    auto const cut = [](std::string const& s, std::size_t n) { return s.substr(0, s.size() - n); };
    auto const low = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    auto const at = [&](std::string const& s, std::size_t from_end) { return low(s[s.size() - from_end]); };
    auto best = std::min({naive_edits(cut(a, 1), b) + 1, naive_edits(a, cut(b, 1)) + 1,
        naive_edits(cut(a, 1), cut(b, 1)) + (at(a, 1) != at(b, 1))});
    if (a.size() > 1 && b.size() > 1 && at(a, 1) == at(b, 2) && at(a, 2) == at(b, 1))
        best = std::min(best, naive_edits(cut(a, 2), cut(b, 2)) + 1);
    return best;
}

std::string random_word(std::mt19937& random, std::size_t longest) {
    std::string s(random() % (longest + 1), ' ');
    for (auto& c : s) c = "abcAB-"[random() % 6];
    return s;
}

}  // namespace

TEST_CASE("a misspelt word finds the nearest one", "[nearest]") {
    words const fields{"source", "place", "subject", "object", "stance"};
    CHECK(nearest("sorce", fields) == "source");
    CHECK(nearest("sbuject", fields) == "subject");  // two swapped
    CHECK(nearest("stances", fields) == "stance");
    CHECK(nearest("plase", fields) == "place");
}

TEST_CASE("nothing is near where more than a third of the word differs", "[nearest]") {
    CHECK(nearest("gabapentin", words{"pregabalin", "ketamine"}).empty());
    CHECK(nearest("xyz", words{"source"}).empty());
    CHECK(nearest("a", words{"b"}).empty());
    CHECK(nearest("", words{"b", ""}).empty());
    CHECK(nearest("source", words{}).empty());
}

TEST_CASE("case does not count for what is near", "[nearest]") {
    CHECK(nearest("GABAPENTIN", words{"gabapentine", "Gabapentin"}) == "Gabapentin");
    CHECK(nearest("A", words{"a"}) == "a");
}

TEST_CASE("the first of equally near words is found", "[nearest]") {
    CHECK(nearest("cold", words{"bold", "gold"}) == "bold");
    CHECK(nearest("cold", words{"gold", "bold"}) == "gold");
}

TEST_CASE("candidates may be strings or arrays of literals", "[nearest]") {
    std::vector<std::string> const owned{"source"};
    CHECK(nearest("sorce", owned).data() == owned[0].data());
    char const* const literals[] = {"place", "source"};
    CHECK(nearest("sorce", literals) == "source");
}

TEST_CASE("the number of edits is that of the definition", "[nearest][oracle]") {
    std::mt19937 random{20241001};
    for (int i = 0; i != 3000; ++i) {
        auto const a = random_word(random, 6), b = random_word(random, 6);
        INFO(a << " and " << b);
        auto const expected = naive_edits(a, b);
        CHECK(treatise::edit_distance(a, b, 100) == expected);
        for (std::size_t limit = 0; limit != 6; ++limit) {
            auto const limited = treatise::edit_distance(a, b, limit);
            CHECK((expected <= limit ? limited == expected : limited > limit));
        }
    }
}

TEST_CASE("no candidate is nearer than the one found", "[nearest][property]") {
    std::mt19937 random{7};
    for (int round = 0; round != 300; ++round) {
        std::vector<std::string> candidates(1 + random() % 8);
        for (auto& c : candidates) c = random_word(random, 6);
        auto const word = random_word(random, 6);
        INFO(word);
        std::string best;
        auto least = (word.size() + 1) / 3 + 1;
        for (auto const& c : candidates)
            if (auto const n = naive_edits(word, c); n < least && !c.empty()) least = n, best = c;
        CHECK(nearest(word, candidates) == best);
    }
}

}  // namespace model_nearest_test
