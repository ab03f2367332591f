// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/graph/content_hash.hpp>

#include <treatise/render/formats.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/snapshot/bake.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"
#include "random_base.hpp"

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>
#endif

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graph_content_hash_test {

using namespace treatise;

namespace {

/// A small base; `change` may say something else in it, `reversed` adds the same things the other way round.
struct says {
    std::string_view name = "Sore thumb", synonym = "aching thumb", brand = "Alphanol", note = "as printed", place = "table 1",
                     notice = "Made up for tests; never for use.";
    treatise::stance stance = stance::in_favour;
    decimal value{45, 0};
    claim_status status = claim_status::current;
    bool kind_of = true, second_claim = true, reversed = false;
    std::string_view first_about = "sore-thumb", second_about = "sore-toe";
};

storage base_that(says const& what) {
    builder b;
    b.base({b.text("fixture-thumb"), b.text("Thumb pain (fixture)"), b.text("2.0.0"), b.text("nobody"), b.text(what.notice),
        date{2024, 10, 1}});
    auto const in_order = [&](std::vector<std::function<void()>> steps) {
        if (what.reversed) std::reverse(steps.begin(), steps.end());
        for (auto const& step : steps) step();
    };
    id<cause> thumb, toe, pain;
    in_order({[&] { thumb = b.add<cause>({"sore-thumb", what.name, "A thumb that hurts", {what.synonym}}); },
        [&] { toe = b.add<cause>({"sore-toe", "Sore toe"}); }, [&] { pain = b.add<cause>({"pain", "Pain"}); }});
    id<therapy> alpha, none;
    in_order({[&] { alpha = b.add<therapy>({"alphaprofen", "Alphaprofen"}, {b.list({what.brand}), {}, false}); },
        [&] { none = b.add<therapy>({"placebo", "Placebo"}, {{}, {}, true}); }});
    auto const halved = b.add<outcome>({"pain-halved", "Pain at least halved"}, {valence::desirable, false, {}, {}});
    auto const grades = b.add<scheme>({"fixture-grade", "Fixture grade"}, {{}, {}, b.list({"high", "low"})});
    source_details d;
    d.kind = source_kind::trial;
    d.title = b.text("A trial");
    d.authors = b.text("Nobody N");
    d.published = date{2023, 0, 0};
    auto const trial = b.add<source>({"trial", "Fixture trial"}, d);
    in_order({[&] { b.relate<is_a>(thumb, pain); },
        [&] {
            if (what.kind_of) b.relate<is_a>(toe, pain);
        }});
    attribution said;
    said.source = trial;
    said.place = b.text(what.place);
    said.checked = date{2024, 1, 1};
    said.status = what.status;
    if (what.status == claim_status::withdrawn) said.status_date = date{2024, 2, 1}, said.status_reason = b.text("an error");
    auto const key = [&](std::string_view k) { return k == "sore-thumb" ? thumb : toe; };
    std::vector<id<cause>> about{key(what.first_about), key(what.second_about)};
    effect rest;
    rest.comparator = none;
    rest.time_frame = not_stated;
    rest.participants = decimal::unstated();
    rest.scheme = grades;
    rest.certainty = {2};
    in_order({[&] {
                  auto with_causes = said;
                  with_causes.about = b.list(about);
                  b.claim<affects>(alpha, halved, with_causes, {"relief", what.stance, what.note}, percent{what.value}, rest);
              },
        [&] {
            if (what.second_claim) b.claim<used_for>(alpha, toe, said, {"use"});
        }});
    return fixture::frozen(std::move(b));
}

std::string digits_of(says const& what) {
    auto const owner = base_that(what);
    return content_digits(owner.view());
}

}  // namespace

TEST_CASE("the same knowledge has the same hash, in whatever order it was added", "[content]") {
    says forwards, backwards, causes_turned;
    backwards.reversed = true;
    causes_turned.first_about = "sore-toe", causes_turned.second_about = "sore-thumb";
    CHECK(digits_of(forwards) == digits_of(says{}));
    CHECK(digits_of(forwards) == digits_of(backwards));
    CHECK(digits_of(forwards) == digits_of(causes_turned));
}

TEST_CASE("a word of it that changes, changes the hash", "[content]") {
    std::set<std::string> hashes{digits_of({})};
    auto const differs = [&](auto const& change) {
        says what;
        change(what);
        return hashes.insert(digits_of(what)).second;
    };
    CHECK(differs([](says& s) { s.name = "Sore Thumb"; }));
    CHECK(differs([](says& s) { s.synonym = "painful thumb"; }));
    CHECK(differs([](says& s) { s.brand = "Kneeze"; }));
    CHECK(differs([](says& s) { s.note = "as read"; }));
    CHECK(differs([](says& s) { s.place = "table 2"; }));
    CHECK(differs([](says& s) { s.notice = "Made up."; }));
    CHECK(differs([](says& s) { s.stance = stance::no_difference; }));
    CHECK(differs([](says& s) { s.value = decimal{46, 0}; }));
    CHECK(differs([](says& s) { s.value = decimal{450, 1}; }));  // other digits were printed
    CHECK(differs([](says& s) { s.status = claim_status::withdrawn; }));
    CHECK(differs([](says& s) { s.kind_of = false; }));
    CHECK(differs([](says& s) { s.second_claim = false; }));
}

TEST_CASE("a text that moves from one field to its neighbour changes the hash", "[content]") {
    says swapped;
    std::swap(swapped.note, swapped.place);
    CHECK(digits_of(swapped) != digits_of({}));
}

TEST_CASE("an empty base has a hash, too", "[content]") {
    STATIC_REQUIRE(content_hash(knowledge_base{}) != 0);
    CHECK(content_digits(knowledge_base{}).size() == 16);
}

TEST_CASE("on random bases, every base has a hash of its own", "[content][property]") {
    std::set<std::uint64_t> seen;
    for (std::uint32_t seed = 1; seed != 40; ++seed) {
        fixture::random_base made{seed};
        auto const owner = made.freeze();
        INFO("seed " << seed);
        CHECK(seen.insert(content_hash(owner.view())).second);
    }
}

TEST_CASE("a baked base carries its hash, and it is the one that its content has", "[content]") {
    auto const& kb = fixture::knee();
    CHECK(bake(kb, "knee").find("all.content = " + std::to_string(content_hash(kb)) + "u;") != std::string::npos);
#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
    auto tables = neuropathic_pain::knowledge.tables();
    REQUIRE(tables.content != 0);
    auto const carried = tables.content;
    tables.content = 0;
    CHECK(content_hash(knowledge_base{tables}) == carried);
#endif
}

TEST_CASE("the hash stands beside the version in a table of every format", "[content]") {
    auto const& kb = fixture::knee();
    auto const made = compare(kb, fixture::entity<cause>(kb, "knee-osteoarthritis"));
    auto const s = lay_out(made);
    bool stands = false;
    for (auto const& line : s.behind) stands = stands || line.find(content_digits(kb)) != std::string::npos;
    CHECK(stands);
    for (auto const& printed : {plain_text(s), markdown(s), html(s), latex(s), json(made)}) {
        INFO(printed.substr(0, 40));
        CHECK(printed.find(content_digits(kb)) != std::string::npos);
    }
}

}  // namespace graph_content_hash_test
