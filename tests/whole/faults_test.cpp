// SPDX-License-Identifier: BSL-1.0
// Memory that is short, at one allocation after another: every step throws or has its right result, and what stood there stands.
#include <treatise/graph/builder.hpp>
#include <treatise/graph/content_hash.hpp>
#include <treatise/graph/freeze.hpp>
#include <treatise/snapshot/snapshot.hpp>
#include <treatise/toml/overlay.hpp>
#include <treatise/toml/read.hpp>
#include <treatise/treatise.hpp>

#include "allocations.hpp"
#include "catch.hpp"
#include "fixtures.hpp"
#include "folder.hpp"
#include "toml_fixture.hpp"

#include <cstddef>
#include <new>
#include <string>
#include <string_view>

namespace whole_faults_test {

using namespace treatise;

namespace {

/// Runs `step` with its first allocation failing, then its second, and so on: each of the first thousand, then one in so many,
/// until none is left to fail. The step returns whether its result is right; a step that throws has none. Returns how many
/// failed.
template <class Step, class Stands>
std::size_t fail_each(Step&& step, Stands&& still_stands) {
    std::size_t failed = 0, wrong = 0, lost = 0, terminal = 0;
    for (std::size_t n = 0;; n += n < 1000 ? 1 : 1 + n / 40) {
        bool right = true, met = false;
        {
            fixture::failing_allocation const failing{n};
            try {
                right = step();
            } catch (std::bad_alloc const&) {
            } catch (...) { ++terminal; }
            met = failing.met();
        }
        wrong += !right;
        lost += !still_stands();
        if (!met) break;
        ++failed;
    }
    CHECK(wrong == 0);
    CHECK(lost == 0);
    CHECK(terminal == 0);  // what it throws is that memory is short, and nothing else
    return failed;
}
[[maybe_unused]] bool always() { return true; }

[[maybe_unused]] id<cause> knee() { return fixture::entity<cause>(fixture::knee(), "knee-osteoarthritis"); }

}  // namespace

#ifdef TREATISE_COUNTS_ALLOCATIONS

TEST_CASE("Memory that ends while a base is built is thrown, and no other base is changed", "[faults]") {
    auto const& kb = fixture::knee();
    auto const content = content_hash(kb);
    auto const failed = fail_each(
        [&] {
            auto const made = freeze(fixture::knee_builder());
            return made && content_hash(made->view()) == content;
        },
        [&] { return content_hash(kb) == content; });
    CHECK(failed > 1000);
}

TEST_CASE("Memory that ends while files are read is thrown", "[faults][toml]") {
    std::vector<toml_file> const files{{"a.toml", std::string{fixture::small_base}}};
    auto const whole = read_toml(files);
    REQUIRE(whole);
    auto const content = content_hash(whole->view());
    auto const failed = fail_each(
        [&] {
            auto const made = read_toml(files);
            return made && content_hash(made->view()) == content;
        },
        always);
    CHECK(failed > 500);
}

TEST_CASE("Memory that ends while a wrong file is read is thrown, and never makes it right", "[faults][toml]") {
    std::vector<toml_file> const files{{"a.toml", std::string{fixture::small_base} + "\n[[cause]]\nkey = \"pain\"\nnam = 1\n"}};
    auto const whole = read_toml(files);
    REQUIRE_FALSE(whole);
    auto const failed = fail_each(
        [&] {
            auto const made = read_toml(files);
            return !made && made.error() == whole.error();
        },
        always);
    CHECK(failed > 400);
}

TEST_CASE("Memory that ends while an overlay is read is thrown, and the base below is as it was", "[faults][overlay]") {
    auto const below = read_toml({{"a.toml", std::string{fixture::small_base}}});
    REQUIRE(below);
    std::vector<toml_file> const own{{"b.toml",
        "[overlay]\nkey = \"own\"\nname = \"Own\"\nversion = \"1\"\neditors = \"nobody\"\n"
        "notice = \"Made up.\"\nreleased = 2024-10-02\n[[cause]]\nkey = \"new-pain\"\n"
        "name = \"New pain\"\nis_a = \"pain\"\n"}};
    auto const whole = read_toml(own, below->view());
    if (!whole) FAIL(report(whole.error()));
    auto const content = content_hash(whole->view()), under = content_hash(below->view());
    auto const failed = fail_each(
        [&] {
            auto const made = read_toml(own, below->view());
            return made && content_hash(made->view()) == content;
        },
        [&] { return content_hash(below->view()) == under; });
    CHECK(failed > 500);
}

TEST_CASE("Memory that ends while a table is made and printed is thrown, and no half of a table is handed out", "[faults]") {
    auto const& kb = fixture::knee();
    auto const asked = knee();
    auto const whole = compare(kb, asked);
    auto const text = plain_text(whole);
    CHECK(fail_each([&] { return plain_text(compare(kb, asked)) == text; }, always) > 1000);
    auto const page = html_page(whole), table = csv(whole), marked = markdown(whole), set = latex(whole);
    CHECK(fail_each([&] { return html_page(whole) == page; }, always) > 100);
    CHECK(fail_each([&] { return csv(whole) == table; }, always) > 10);
    CHECK(fail_each([&] { return markdown(whole) == marked; }, always) > 100);
    CHECK(fail_each([&] { return latex(whole) == set; }, always) > 100);
}

TEST_CASE("Memory that ends while a question is answered is thrown, and what the caller kept can be asked again", "[faults]") {
    auto const& kb = fixture::knee();
    auto const asked = knee();
    auto const therapies = kb.all<therapy>();
    fail_each(
        [&] {
            auto const found = find<therapy>(kb, kb.name(therapies[0]));
            return found && *found == therapies[0];
        },
        always);
    auto const ways = paths(kb, therapies[0], asked).size();
    fail_each([&] { return paths(kb, therapies[0], asked).size() == ways; }, always);
    auto const open = gaps(kb, asked).size();
    CHECK(fail_each([&] { return gaps(kb, asked).size() == open; }, always) > 5);
    auto const failed = fail_each(
        [&] {
            relevance fresh;
            fresh.ask(kb, asked);
            return true;
        },
        always);
    CHECK(failed > 0);
}

TEST_CASE("Memory that ends while a file is written leaves what stood there or the new file, whole, and nothing else",
    "[faults][files]") {
    fixture::folder const in;
    auto const& kb = fixture::knee();
    REQUIRE(write_snapshot(kb, in / "x"));
    auto const whole = fixture::text_of(in / "x");
    in.file("x", "old");
    auto const failed = fail_each([&] { return static_cast<bool>(write_snapshot(kb, in / "x")); },
        [&] {
            auto const now = fixture::text_of(in / "x");
            bool const stands = (now == "old" || now == whole) && in.names().size() == 1;
            in.file("x", "old");
            return stands;
        });
    CHECK(failed > 100);
}

TEST_CASE("Memory that ends while a snapshot is opened is thrown", "[faults][snapshot]") {
    fixture::folder const in;
    auto const& kb = fixture::knee();
    REQUIRE(write_snapshot(kb, in / "x"));
    auto const content = content_hash(kb);
    for (auto const open : {&snapshot::open, &snapshot::open_verified})
        CHECK(fail_each(
                  [&] {
                      auto const s = open(in / "x");
                      return s && content_hash(s->view()) == content;
                  },
                  [&] { return in.names().size() == 1; }) > 5);
    CHECK(fail_each(
              [&] {
                  auto const s = snapshot::read_verified(in / "x");
                  return s && content_hash(s->view()) == content;
              },
              always) > 5);
}

#endif

}  // namespace whole_faults_test
