// SPDX-License-Identifier: BSL-1.0
// What a question costs on bases of n, 2n and 4n: steps, memory and stack, never time.
#include "catch.hpp"
#include "shapes.hpp"
#include "steps.hpp"

#include <treatise/audit.hpp>
#include <treatise/query.hpp>
#include <treatise/query/findings.hpp>
#include <treatise/render.hpp>
#include <treatise/table.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <vector>

using namespace treatise;
using fixture::cost;
using fixture::cost_of;

namespace {

/// A question about the cause `c` and the medicine `t` of a shape; it asks once, as a program would.
struct question {
    std::string name;
    std::function<void(knowledge_base const&, id<cause>, id<option>)> ask;
};

id<option> option_of(knowledge_base const& kb, std::string_view key) {
    for (auto o : kb.all<option>())
        if (kb.key(o) == key) return o;
    return {};
}
id<cause> cause_of(knowledge_base const& kb, std::string_view key) {
    for (auto c : kb.all<cause>())
        if (kb.key(c) == key) return c;
    return {};
}
scope of_kind(knowledge_base const& kb) {
    scope s;
    s.kinds.push_back(kb.as<therapy_class>(option_of(kb, "k")));
    return s;
}
scope somewhere(knowledge_base const& kb) {
    scope s;
    for (auto j : kb.all<jurisdiction>()) s.jurisdiction = j;
    return s;
}
scope with_older() {
    scope s;
    s.superseded = true;
    return s;
}

std::size_t kept = 0;  // what answers are added to, so that no compiler leaves one out

std::vector<question> const queries{
    {"candidates", [](auto& kb, auto c, auto) { kept += candidates(kb, c).size(); }},
    {"candidates of a kind", [](auto& kb, auto c, auto) { kept += candidates(kb, c, of_kind(kb)).size(); }},
    {"candidates somewhere", [](auto& kb, auto c, auto) { kept += candidates(kb, c, somewhere(kb)).size(); }},
    {"candidates by a day",
        [](auto& kb, auto c, auto) {
            scope s;
            s.as_of = date{2019, 1, 1};
            kept += candidates(kb, c, s).size();
        }},
    {"tradeoffs", [](auto& kb, auto c, auto o) { kept += tradeoffs(kb, o, c).size(); }},
    {"profile", [](auto& kb, auto c, auto o) { kept += profile(kb, c, o).told.size(); }},
    {"findings", [](auto& kb, auto c, auto o) { kept += findings(kb, relevance{kb, c}, o).found.size(); }},
    {"why", [](auto& kb, auto c, auto o) { kept += why(kb, c, o).size(); }},
    {"withdrawn", [](auto& kb, auto c, auto o) { kept += withdrawn(kb, c, o).size(); }},
    {"gaps", [](auto& kb, auto c, auto) { kept += gaps(kb, c).size(); }},
    {"about", [](auto& kb, auto c, auto) { kept += about(kb, c).said.size(); }},
    {"paths", [](auto& kb, auto c, auto o) { kept += paths(kb, o, c).size(); }},
    {"compare", [](auto& kb, auto c, auto) { kept += compare(kb, c).cells.size(); }},
    {"compare by guidance",
        [](auto& kb, auto c, auto) {
            kept += compare(kb, c, views::overview, {}, {.groups = row_group::guidance}).cells.size();
        }},
};

std::vector<question> const writers{
    {"audit", [](auto& kb, auto c, auto) { kept += audit(compare(kb, c)).size(); }},
    {"sheet", [](auto& kb, auto c, auto) { kept += lay_out(compare(kb, c)).sources.size(); }},
    {"text", [](auto& kb, auto c, auto) { kept += plain_text(compare(kb, c)).size(); }},
    {"markdown", [](auto& kb, auto c, auto) { kept += markdown(compare(kb, c)).size(); }},
    {"HTML", [](auto& kb, auto c, auto) { kept += html_page(compare(kb, c)).size(); }},
    {"CSV", [](auto& kb, auto c, auto) { kept += csv(compare(kb, c)).size(); }},
    {"LaTeX", [](auto& kb, auto c, auto) { kept += latex(compare(kb, c)).size(); }},
    {"JSON", [](auto& kb, auto c, auto) { kept += json(compare(kb, c)).size(); }},
};

/// What compares claims with one another, and texts with the names in them: the square of those of one option, or of one cell.
std::vector<question> const comparers{
    {"profile with all", [](auto& kb, auto c, auto o) { kept += profile(kb, c, o, with_older(), {.all = true}).told.size(); }},
    {"compare with all", [](auto& kb, auto c, auto) { kept += compare(kb, c, views::overview, {}, {.all = true}).cells.size(); }},
    {"disagreements", [](auto& kb, auto c, auto) { kept += disagreements(kb, c).size(); }},
    {"audit of words",
        [](auto& kb, auto c, auto) {
            auto const made = compare(kb, c);
            kept += audit(lay_out(made), made).size();
        }},
};

/// What the question costs on the shape of each size.
std::vector<cost> costs(fixture::shape const& of, question const& q, std::vector<std::uint32_t> const& sizes) {
    std::vector<cost> all;
    for (auto n : sizes) {
        auto const owner = of.made(n);
        auto const kb = owner.view();
        auto const c = cause_of(kb, "c");
        auto const o = option_of(kb, "t");
        all.push_back(cost_of([&] { q.ask(kb, c, o); }));
    }
    return all;
}

double times(std::uint64_t more, std::uint64_t less) {
    return static_cast<double>(more) / static_cast<double>(std::max<std::uint64_t>(less, 1));
}

/// Twice the base may cost so many times as much: linear, and sorting; or the square, of layers that are wide for their number.
constexpr double linear = 2.6, square = 5.2;

bool grows_so(std::vector<cost> const& c, double most) {
    bool good = true;
    for (std::size_t i = 1; i != c.size(); ++i) {
        good = good && times(c[i].steps, c[i - 1].steps) <= most;
        good = good && (c[i].bytes < 100'000 || times(c[i].bytes, c[i - 1].bytes) <= most);
        good = good && c[i].stack <= c.front().stack + 4096;
    }
    return good;
}

/// With TREATISE_COSTS each is printed.
void check_growth(std::vector<question> const& asked, std::vector<std::uint32_t> const& sizes, double usual, double of_one_pair) {
    for (auto const& s : fixture::shapes())
        for (auto const& q : asked) {
            auto const most = s.one_pair ? of_one_pair : usual;
            auto const c = costs(s, q, sizes);
            std::string told = s.name + ": " + q.name + ": steps";
            for (auto const& x : c) told += ' ' + std::to_string(x.steps);
            told += ", bytes";
            for (auto const& x : c) told += ' ' + std::to_string(x.bytes);
            told += ", stack " + std::to_string(c.back().stack);
            if (std::getenv("TREATISE_COSTS")) std::printf("%s %s\n", grows_so(c, most) ? " " : "X", told.c_str());
            INFO(told);
            CHECK(grows_so(c, most));
        }
}

}  // namespace

TEST_CASE("Every question costs little more than twice as much of a base twice as large", "[complexity]") {
    check_growth(queries, {200, 400, 800}, linear, linear);
}

TEST_CASE("Every table and every format costs little more than twice as much of a base twice as large", "[complexity]") {
    check_growth(writers, {100, 200, 400}, linear, square);
}

TEST_CASE("What compares claims with one another costs no more than their square", "[complexity]") {
    check_growth(comparers, {100, 200, 400}, square, square);
}

TEST_CASE("A base of a hundred thousand classes in a chain is read and asked on a small stack", "[complexity]") {
    auto const owner = fixture::shape_named("a chain of classes").made(100'000);
    auto const kb = owner.view();
    auto const c = cause_of(kb, "c");
    auto const o = option_of(kb, "t");
    for (auto const* asked : {&queries, &writers})
        for (auto const& q : *asked) {
            INFO(q.name);
            CHECK(cost_of([&] { q.ask(kb, c, o); }).stack < 64'000);
        }
}

TEST_CASE("A ladder that has more ways up than there are atoms is walked once", "[complexity]") {
    auto const owner = fixture::shape_named("a ladder of classes").made(600);
    auto const kb = owner.view();
    CHECK(candidates(kb, cause_of(kb, "c"), of_kind(kb)).size() == 1);
    CHECK(compare(kb, cause_of(kb, "c")).rows.size() == 1);
}
