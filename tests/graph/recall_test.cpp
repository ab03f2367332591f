// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/recall.hpp>  // first: the header must stand alone

#include <treatise/query/find.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace treatise;
using strings = std::vector<std::string>;

namespace {

/// The recall file that withdraws these claims of the knee base.
std::string file(std::string const& claims, std::string const& number = "1") {
    auto const made = recall_text(fixture::knee(), "list", "number: " + number + "\nreleased: 2026-12-01\n" + claims);
    if (!made) throw std::invalid_argument{report(made.error())};
    return *made;
}
strings problems(knowledge_base const& kb, std::string_view text) {
    strings all;
    if (auto const made = recall(kb, "x.recall", text); !made)
        for (auto const& p : made.error()) all.push_back(to_string(p));
    return all;
}
std::string only_problem(std::string_view text) {
    auto const all = problems(fixture::knee(), text);
    CAPTURE(all);
    REQUIRE(all.size() == 1);
    return all[0];
}
/// A text with what stands behind `name: ` put in its place.
std::string with(std::string text, std::string const& name, std::string const& value) {
    auto const at = text.find(name + ": ") + name.size() + 2;
    return text.replace(at, text.find('\n', at) - at, value);
}

/// A claim that protects and one that does not.
constexpr std::string_view boxed_warning = "boxed-nsaids-bleeding", paid = "covered-strength";

}  // namespace

TEST_CASE("a recall withdraws a claim, with its day and reason", "[recall]") {
    auto const kb = fixture::knee();
    auto const made = recall(kb, "x.recall", file(std::string{paid} + "  2026-11-30  the page was mixed up\n"));
    REQUIRE(made);
    auto const now = made->view();
    auto const& said = now.said(find_claim(now, paid));
    CHECK(said.status == claim_status::withdrawn);
    CHECK(said.status_date == date{2026, 11, 30});
    CHECK(now[said.status_reason] == "the page was mixed up");
    CHECK(now.claim_count() == kb.claim_count());
    CHECK(kb.said(find_claim(kb, paid)).status == claim_status::current);
    CHECK_FALSE(content_hash(now) == content_hash(kb));
}

TEST_CASE("a recall without a day for a claim takes its own", "[recall]") {
    auto const made = recall(fixture::knee(), "x.recall", file(std::string{paid} + " 2 pages were mixed up\n"));
    REQUIRE(made);
    auto const kb = made->view();
    CHECK(kb.said(find_claim(kb, paid)).status_date == date{2026, 12, 1});
    CHECK(kb[kb.said(find_claim(kb, paid)).status_reason] == "2 pages were mixed up");
}

TEST_CASE("a recall may withdraw a warning, which no overlay may", "[recall]") {
    auto const kb = fixture::knee();
    REQUIRE(protects(kb, find_claim(kb, boxed_warning)));
    auto const made = recall(kb, "x.recall", file(std::string{boxed_warning} + " it is another medicine's\n"));
    REQUIRE(made);
    CHECK(made->view().said(find_claim(made->view(), boxed_warning)).status == claim_status::withdrawn);
}

TEST_CASE("a base says which recall stands, and that it is no overlay", "[recall]") {
    auto const text = file(std::string{paid} + " wrong\n", "7");
    auto const made = recall(fixture::knee(), "x.recall", text);
    REQUIRE(made);
    auto const kb = made->view();
    auto const* stands = recall_that_stands(kb);
    REQUIRE(stands != nullptr);
    CHECK(kb[stands->version] == "7");
    CHECK(stands->released == date{2026, 12, 1});
    CHECK(text.find("hash: " + std::string{kb[stands->content]}) != text.npos);
    CHECK(kb[stands->onto] == content_digits(fixture::knee()));
    CHECK_FALSE(kb.has_layers());
    CHECK(recall_that_stands(fixture::knee()) == nullptr);
}

TEST_CASE("a recall that withdraws nothing yet stands, too", "[recall]") {
    auto const made = recall(fixture::knee(), "x.recall", file(""));
    REQUIRE(made);
    CHECK(recall_that_stands(made->view()) != nullptr);
}

TEST_CASE("a recall file that is damaged is refused", "[recall]") {
    auto const whole = file(std::string{paid} + " wrong\n" + std::string{boxed_warning} + " wrong\n");
    REQUIRE(problems(fixture::knee(), whole).empty());
    auto const cut = whole.substr(0, whole.find(boxed_warning));
    CHECK(only_problem(cut).starts_with("x.recall:5:1: `"));
    CHECK(only_problem(cut).find("is not the hash of what the file says") != std::string::npos);
    CHECK(only_problem(with(whole, "number", "2")).find("is not the hash") != std::string::npos);
    CHECK(only_problem("").starts_with("x.recall:1:1: is no recall file; expected the lines"));
    CHECK(only_problem("<html>\n<p>Not found</p>\n").starts_with("x.recall:1:1: is no recall file"));
    CHECK(problems(fixture::knee(), with(whole, "released", "soon"))[0] ==
          "x.recall:4:1: `soon`: is no day; expected one such as 2026-12-01");
    CHECK(problems(fixture::knee(), "numbr: 1\n" + whole)[0] ==
          "x.recall:1:1: `numbr`: is no line of a recall file; the nearest: `number`");
    CHECK(problems(fixture::knee(), "number: 1\n" + whole)[0].find("stands twice") != std::string::npos);
}

TEST_CASE("a recall file of other knowledge, another release or another state of it is refused", "[recall]") {
    auto const whole = file(std::string{paid} + " wrong\n");
    auto const kb = fixture::knee();
    std::string const key{kb[kb.base().key]}, version{kb[kb.base().version]};
    auto const refusal = [&](std::string const& release) {
        auto const all = problems(kb, with(whole, "recalls", release));
        REQUIRE_FALSE(all.empty());
        return all[0];
    };
    auto const expected = "; expected `" + key + ' ' + version + ' ' + content_digits(kb) + '`';
    CHECK(refusal("hip 1 0123456789abcdef") == "x.recall:2:1: `hip 1 0123456789abcdef`: is of other knowledge" + expected);
    CHECK(refusal(key + " 99.0.0 0123456789abcdef").find("is of another release" + expected) != std::string::npos);
    CHECK(refusal(key + ' ' + version + " 0123456789abcdef").find("is of a release of the same version") != std::string::npos);
}

TEST_CASE("every id that a recall cannot withdraw is refused, with its line and the nearest", "[recall]") {
    auto const made = recall_text(fixture::knee(), "list",
        "number: 1\nreleased: 2026-12-01\ncovered-strenght wrong\ncovered-strength wrong\ncovered-strength wrong\n" +
            std::string{boxed_warning} + "\n");
    REQUIRE_FALSE(made);
    strings all;
    for (auto const& p : made.error()) all.push_back(to_string(p));
    CHECK(all == strings{"list:3:1: `covered-strenght`: is the id of no claim of the base; did you mean `covered-strength`?",
                     "list:5:1: `covered-strength`: stands twice; first on line 4",
                     "list:6:1: `" + std::string{boxed_warning} + "`: is recalled without a reason; expected it behind the id"});
}

TEST_CASE("a list without number and day is no recall file", "[recall]") {
    auto const made = recall_text(fixture::knee(), "list", "number: none\ncovered-strength wrong\n");
    REQUIRE_FALSE(made);
    CHECK(report(made.error()) ==
          "list:1:1: `released`: is missing; expected the line before the claim ids\n"
          "list:1:1: `none`: is no number of a recall file; expected 1, 2, 3 ...\n");
}

TEST_CASE("a newer recall follows an older one, and no older one a newer", "[recall]") {
    auto const first = file("covered-strength wrong\n", "1"),
               second = file("covered-strength wrong\n" + std::string{boxed_warning} + " wrong, too\n", "2");
    auto const one = recall(fixture::knee(), "1", first);
    REQUIRE(one);
    auto const both = recall(one->view(), "2", second);
    REQUIRE(both);
    auto const kb = both->view();
    CHECK(kb[recall_that_stands(kb)->version] == "2");
    CHECK(kb.said(find_claim(kb, boxed_warning)).status == claim_status::withdrawn);
    CHECK(problems(kb, first)[0].find("is not newer than recall 2, which stands already") != std::string::npos);
    CHECK(problems(kb, second)[0].find("is not newer than recall 2") != std::string::npos);
}

TEST_CASE("a recall and an overlay lie on one base in either order", "[recall][overlay]") {
    auto const text = file("covered-strength wrong\n");
    auto const acme = [](knowledge_base const& kb) {
        builder own{kb};
        own.base({own.text("acme"), own.text("Acme"), own.text("1"), own.text("Acme"), {}, date{2026, 1, 1}});
        own.add<therapy>({"acme-brace", "Acme brace"});
        return overlay(kb, own);
    };
    auto const recalled = recall(fixture::knee(), "x", text);
    REQUIRE(recalled);
    auto const above = acme(recalled->view()), below = acme(fixture::knee());
    REQUIRE(above);
    REQUIRE(below);
    auto const then_recalled = recall(below->view(), "x", text);
    REQUIRE(then_recalled);
    for (auto const kb : {above->view(), then_recalled->view()}) {
        CHECK(kb.said(find_claim(kb, paid)).status == claim_status::withdrawn);
        CHECK(kb[recall_that_stands(kb)->version] == "1");
        auto const brace = *find<therapy>(kb, "acme-brace");
        CHECK(kb[kb.layers()[kb.layer(id<entity>{brace}) - 1].key] == "acme");
    }
}
