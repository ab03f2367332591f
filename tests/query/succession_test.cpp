// SPDX-License-Identifier: BSL-1.0
// A newer edition replaces an older one statement by statement, where it speaks of the same thing.
#include <treatise/graph/builder.hpp>
#include <treatise/graph/succession.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/query/stale.hpp>
#include <treatise/query/statements.hpp>

#include <treatise/render/answers.hpp>
#include <treatise/render/disagreements.hpp>
#include <treatise/treatise.hpp>

#include "catch.hpp"
#include "opinions.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace query_succession_test {

using namespace treatise;
using fixture::opinions;
using fixture::with_older;

namespace {

using keys = std::vector<std::string>;

/// The key of what has replaced a claim; empty where it stands.
std::string replaced(knowledge_base const& kb, std::string_view key, date as_of = {}) {
    auto const by = replaced_by(kb, fixture::claim(kb, key), as_of);
    return by ? std::string{kb.claim_key(by)} : std::string{};
}
keys keys_of(knowledge_base const& kb, std::vector<statement> const& found) {
    keys made;
    for (auto const& s : found) made.emplace_back(kb.claim_key(s.claim));
    std::sort(made.begin(), made.end());
    return made;
}
keys told_in(knowledge_base const& kb, char const* option, scope const& s = {}) {
    return keys_of(
        kb, statements(kb, relevance{kb, fixture::entity<cause>(kb, "ache")}, fixture::entity<treatise::option>(kb, option), s));
}

}  // namespace

TEST_CASE("a newer edition replaces what an older one says of the same thing; what it is silent on stays", "[succession]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "old-for-a");
    b.recommends("first-edition", "pill-b", "ache", "old-for-b");
    b.recommends("second-edition", "pill-a", "ache", "new-against-a", stance::against);
    auto const& kb = b.freeze();
    CHECK(replaced(kb, "old-for-a") == "new-against-a");
    CHECK(replaced(kb, "old-for-b") == "");
    CHECK(replaced(kb, "new-against-a") == "");
    CHECK(told_in(kb, "pill-a") == keys{"new-against-a"});
    CHECK(told_in(kb, "pill-b") == keys{"old-for-b"});
}

TEST_CASE("no answer in a newer edition is an answer: the older recommendation steps back", "[succession]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "old-for-a");
    b.recommends("second-edition", "pill-a", "ache", "new-open-a", stance::no_recommendation);
    CHECK(replaced(b.freeze(), "old-for-a") == "new-open-a");
}

TEST_CASE("the latest of several editions replaces all before it", "[succession]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "first");
    b.recommends("third-edition", "pill-a", "ache", "third");
    b.recommends("second-edition", "pill-a", "ache", "second");
    auto const& kb = b.freeze();
    CHECK(replaced(kb, "first") == "third");
    CHECK(replaced(kb, "second") == "third");
    CHECK(told_in(kb, "pill-a") == keys{"third"});
}

TEST_CASE("an edition that skipped a statement does not protect it from the next", "[succession]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "first");
    b.recommends("third-edition", "pill-a", "ache", "third");
    CHECK(replaced(b.freeze(), "first") == "third");
}

TEST_CASE("another source replaces nothing, however new", "[succession]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "old");
    b.recommends("blue", "pill-a", "ache", "blue", stance::against);
    CHECK(replaced(b.freeze(), "old") == "");
}

TEST_CASE("a newer edition that speaks of something else leaves the older statement", "[succession]") {
    opinions b;
    auto const older = [&](char const* key) { b.recommends("first-edition", "pill-a", "ache", key); };
    SECTION("of a class of it") {
        older("old");
        b.recommends("second-edition", "pills", "ache", "new");
    }
    SECTION("of another cause") {
        older("old");
        b.recommends("second-edition", "pill-a", "late-ache", "new");
    }
    SECTION("of prevention") {
        older("old");
        auto what = b.of("stars", unstated_level);
        what.intent = intent::preventive;
        b.recommends(b.by("second-edition"), "pill-a", "ache", "new", stance::in_favour, what);
    }
    SECTION("in another relation") {
        older("old");
        b.names("second-edition", "pill-a", "new");
    }
    SECTION("of another outcome") {
        b.finds("first-edition", "pill-a", "relief", "old");
        b.finds("second-edition", "pill-a", "sleep", "new");
    }
    SECTION("of an effect in another cause") {
        b.finds("first-edition", "pill-a", "relief", "old");
        b.finds("second-edition", "pill-a", "relief", "new", stance::in_favour, {}, "early-ache");
    }
    SECTION("of an effect against another comparator") {
        effect against_dummy, against_b;
        against_dummy.comparator = b.find<treatise::option>("dummy");
        against_b.comparator = b.find<treatise::option>("pill-b");
        b.finds("first-edition", "pill-a", "relief", "old", stance::in_favour, against_dummy);
        b.finds("second-edition", "pill-a", "relief", "new", stance::in_favour, against_b);
    }
    SECTION("of another payer") {
        b.pays("first-edition", "plan-x", "pill-a", coverage_status::covered, "old");
        b.pays("second-edition", "plan-y", "pill-a", coverage_status::covered, "new");
    }
    auto const& kb = b.freeze();
    CHECK(replaced(kb, "old") == "");
    CHECK(in_scope(kb, fixture::claim(kb, "old"), applicability::exact, {}));
}

TEST_CASE("causes that two editions name in another order are the same", "[succession]") {
    opinions b;
    b.claim<affects>("pill-a", "relief", b.by("first-edition", {"early-ache", "late-ache"}), "old");
    b.claim<affects>("pill-a", "relief", b.by("second-edition", {"late-ache", "early-ache"}), "new");
    CHECK(replaced(b.freeze(), "old") == "new");
}

TEST_CASE("a statement that a newer edition has withdrawn replaces nothing", "[succession]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "old");
    auto said = b.by("second-edition");
    said.status = claim_status::withdrawn;
    said.status_date = date{2016, 1, 0};
    said.status_reason = b.builder().text("a misprint");
    b.recommends(said, "pill-a", "ache", "new", stance::against, b.of("stars", 1));
    auto const& kb = b.freeze();
    CHECK(replaced(kb, "old") == "");
    CHECK(told_in(kb, "pill-a") == keys{"old"});
}

TEST_CASE("as of a date before the newer edition, the older statement stands", "[succession]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "first");
    b.recommends("second-edition", "pill-a", "ache", "second");
    b.recommends("third-edition", "pill-a", "ache", "third");
    auto const& kb = b.freeze();
    CHECK(replaced(kb, "first", date{2014, 12, 31}) == "");
    CHECK(replaced(kb, "first", date{2016, 1, 1}) == "second");
    CHECK(replaced(kb, "first", date{2021, 1, 1}) == "third");
    scope s;
    s.as_of = date{2014, 12, 31};
    CHECK(told_in(kb, "pill-a", s) == keys{"first"});
    s.as_of = date{2016, 1, 1};
    CHECK(told_in(kb, "pill-a", s) == keys{"second"});
}

TEST_CASE("what was replaced is shown when a scope asks for it, with what replaced it", "[succession]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "old");
    b.recommends("second-edition", "pill-a", "ache", "new");
    auto const& kb = b.freeze();
    CHECK(told_in(kb, "pill-a", with_older()) == keys{"new", "old"});
    relevance const near{kb, fixture::entity<cause>(kb, "ache")};
    for (auto const& s : statements(kb, near, fixture::entity<option>(kb, "pill-a"), with_older()))
        CHECK(s.replaced_by == (kb.claim_key(s.claim) == "old" ? fixture::claim(kb, "new") : claim_id{}));
}

TEST_CASE("why lists what was replaced, and by what", "[succession]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "old");
    b.recommends("second-edition", "pill-a", "ache", "new");
    auto const& kb = b.freeze();
    auto const all = why(kb, fixture::entity<cause>(kb, "ache"), fixture::entity<option>(kb, "pill-a"));
    REQUIRE(keys_of(kb, all) == keys{"new", "old"});
    for (auto const& s : all) CHECK(s.replaced_by == (kb.claim_key(s.claim) == "old" ? fixture::claim(kb, "new") : claim_id{}));
}

TEST_CASE("a table tells the newer edition alone, and the older one beside it when it is asked to", "[succession]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "old");
    b.recommends("second-edition", "pill-a", "ache", "new", stance::against);
    b.recommends("first-edition", "pill-b", "ache", "old-b");
    auto const& kb = b.freeze();
    auto const in_table = [&](scope const& s) {
        auto const made = compare(kb, fixture::entity<cause>(kb, "ache"), views::overview, s, {.all = true});
        keys told;
        for (auto const& t : made.told) {
            told.emplace_back(kb.claim_key(t.says.claim));
            for (auto claim : made.with_of(t)) told.emplace_back(kb.claim_key(claim));
        }
        std::sort(told.begin(), told.end());
        return told;
    };
    CHECK(in_table({}) == keys{"new", "old-b"});
    CHECK(in_table(with_older()) == keys{"new", "old", "old-b"});
}

TEST_CASE("what was replaced says so wherever it is shown, and by what", "[succession]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "old");
    b.recommends("second-edition", "pill-a", "ache", "new", stance::against);
    b.recommends("red", "pill-a", "ache", "red", stance::no_recommendation);
    auto const& kb = b.freeze();
    auto const ache = fixture::entity<cause>(kb, "ache");
    auto const behind = [&](std::string_view key) {
        std::string all;
        auto const made = tell_why(kb, ache, fixture::entity<option>(kb, "pill-a"));
        for (auto const& section : made.sections)
            for (auto const& group : section.groups)
                for (auto const& line : group.lines)
                    if (line.id == key)
                        for (auto const& text : line.behind) all += text + '\n';
        return all;
    };
    CHECK(behind("old").find("replaced by second-edition: ") == 0);
    CHECK(behind("new").find("replaced") == std::string::npos);
    auto of_old = with_older();
    of_old.source = fixture::entity<source>(kb, "first-edition");
    CHECK(markdown(compare(kb, ache, views::overview, of_old, {.all = true})).find("replaced by second-edition") !=
          std::string::npos);
    CHECK(json(compare(kb, ache, views::overview, with_older(), {.all = true})).find(R"("replaced_by":"new")") !=
          std::string::npos);
    for (auto const& table : {markdown(compare(kb, ache)), json(compare(kb, ache))})
        CHECK(table.find("replaced") == std::string::npos);
    for (auto const& section : tell_disagreements(kb, ache, with_older()).sections)
        for (auto const& group : section.groups)
            for (auto const& side : group.sides)
                CHECK((side.note.find("replaced by second-edition") != std::string::npos) == (side.ids == keys{"old"}));
}

TEST_CASE("an option that only an older edition named stays a candidate; a replaced reason is no reason", "[succession]") {
    opinions b;
    b.recommends("first-edition", "pill-a", "ache", "old");
    b.recommends("second-edition", "pill-a", "ache", "new", stance::against);
    b.recommends("first-edition", "pill-b", "ache", "old-b");
    auto const& kb = b.freeze();
    auto const found = candidates(kb, fixture::entity<cause>(kb, "ache"));
    REQUIRE(found.size() == 2);
    CHECK(found.contains(fixture::entity<option>(kb, "pill-b")));
    CHECK(found[0].is_only_against());  // pill A: the newer edition speaks, and against
}

// Warnings.

TEST_CASE("a warning steps back when the newer edition warns of the same thing, and not before", "[succession]") {
    opinions b;
    b.warns("first-edition", "pill-a", "sickness", "old-sickness", warning_form::label);
    b.warns("first-edition", "pill-a", "pregnancy", "old-pregnancy", warning_form::boxed);
    b.warns("second-edition", "pill-a", "sickness", "new-sickness", warning_form::label);
    auto const& kb = b.freeze();
    CHECK(told_in(kb, "pill-a") == keys{"new-sickness", "old-pregnancy"});
    CHECK(told_in(kb, "pill-a", with_older()) == keys{"new-sickness", "old-pregnancy", "old-sickness"});
    scope before;
    before.as_of = date{2012, 1, 1};  // warnings pass every date: until the newer one was there, none steps back
    CHECK(told_in(kb, "pill-a", before) == keys{"new-sickness", "old-pregnancy", "old-sickness"});
}

TEST_CASE("the heading of a newer label replaces no box of the older one, and a newer box no section", "[succession]") {
    opinions b;
    b.warns("first-edition", "pill-a", "sickness", "old-box", warning_form::boxed);
    b.warns("second-edition", "pill-a", "sickness", "new-heading", warning_form::label);
    b.warns("first-edition", "pill-a", "pregnancy", "old-section", warning_form::label);
    b.warns("second-edition", "pill-a", "pregnancy", "new-box", warning_form::boxed);
    auto const& kb = b.freeze();
    CHECK(replaced(kb, "old-box") == "");
    CHECK(replaced(kb, "old-section") == "");
    CHECK(told_in(kb, "pill-a") == keys{"new-box", "new-heading", "old-box", "old-section"});
}

TEST_CASE("the box of a newer label replaces the same box of the older one", "[succession]") {
    opinions b;
    b.warns("first-edition", "pill-a", "sickness", "old-box", warning_form::boxed);
    b.warns("second-edition", "pill-a", "sickness", "new-box", warning_form::boxed);
    CHECK(replaced(b.freeze(), "old-box") == "new-box");
}

TEST_CASE("a warning that is marked superseded steps back only when its successor is in", "[succession]") {
    opinions b;
    auto said = b.by("first-edition");
    said.jurisdiction = b.find<jurisdiction>("fixture-land");
    auto later = said;
    said.status = claim_status::superseded;
    said.status_date = date{2011, 1, 0};
    said.status_reason = b.builder().text("changed");
    later.published = date{2011, 1, 0};
    b.claim<warned_of>("pill-a", "sickness", said, "marked", stance::in_favour, b.warning());
    b.claim<contraindicated_in>("pill-a", "pregnancy", said, "marked-too");
    b.claim<used_for>("pill-a", "ache", said, "marked-use");
    SECTION("no successor") {
        auto const& kb = b.freeze();
        CHECK(told_in(kb, "pill-a") == keys{"marked", "marked-too"});
        CHECK(replaced(kb, "marked") == "");
    }
    SECTION("one of the same source, later") {
        b.claim<warned_of>("pill-a", "sickness", later, "later", stance::in_favour, b.warning());
        b.claim<contraindicated_in>("pill-a", "pregnancy", later, "later-too");
        auto const& kb = b.freeze();
        CHECK(told_in(kb, "pill-a") == keys{"later", "later-too"});
        CHECK(replaced(kb, "marked") == "later");
    }
    SECTION("one of a newer edition") {
        auto newer = b.by("third-edition");
        newer.jurisdiction = b.find<jurisdiction>("fixture-land");
        b.claim<warned_of>("pill-a", "sickness", newer, "newer", stance::in_favour, b.warning());
        CHECK(told_in(b.freeze(), "pill-a") == keys{"marked-too", "newer"});
    }
    SECTION("another source is no successor") {
        auto red = b.by("red");
        red.jurisdiction = b.find<jurisdiction>("fixture-land");
        b.claim<warned_of>("pill-a", "sickness", red, "red-sickness", stance::in_favour, b.warning());
        CHECK(told_in(b.freeze(), "pill-a") == keys{"marked", "marked-too", "red-sickness"});
    }
}

TEST_CASE("two claims of one source do not replace each other unless one is marked", "[succession]") {
    opinions b;
    b.recommends("red", "pill-a", "ache", "red-1");
    auto later = b.by("red");
    later.published = date{2019, 0, 0};
    b.recommends(later, "pill-a", "ache", "red-2", stance::against, b.of("stars", 1));
    auto const& kb = b.freeze();
    CHECK(replaced(kb, "red-1") == "");
    CHECK(told_in(kb, "pill-a") == keys{"red-1", "red-2"});
}

TEST_CASE(
    "in the built-in base nothing replaces a claim that is not of an older edition, and no warning is lost", "[succession]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        for (auto c : kb->claims()) {
            auto const by = replaced_by(*kb, c);
            if (!by) continue;
            INFO(kb->claim_key(c));
            CHECK(kb->said(c).source != kb->said(by).source);
            CHECK(is_later_edition(*kb, kb->said(by).source, kb->said(c).source));
            CHECK(kb->subject(c) == kb->subject(by));
            CHECK(kb->object(c) == kb->object(by));
            CHECK_FALSE(replaced_by(*kb, by));
        }
    }
}

TEST_CASE("succession is decided when compiled, too", "[succession][type]") {
    STATIC_REQUIRE_FALSE(replaced_by(knowledge_base{}, claim_id{}));
    STATIC_REQUIRE_FALSE(is_later_edition(knowledge_base{}, id<source>{}, id<source>{}));
    STATIC_REQUIRE(stale(knowledge_base{}, date{2024, 1, 1}).empty());
}

// Dates.

TEST_CASE("a claim is stale from the day after its last one", "[stale]") {
    opinions b;
    auto const until = [&](char const* key, char const* option, date last) {
        auto said = b.by("red");
        said.valid_until = last;
        b.recommends(said, option, "ache", key, stance::in_favour, b.of("stars", 1));
    };
    until("to-a-day", "pill-a", date{2024, 6, 15});
    until("to-a-month", "pill-b", date{2024, 6, 0});
    until("to-a-year", "drop-a", date{2024, 0, 0});
    until("not-stated", "lone", date::unstated());
    b.recommends("red", "pills", "ache", "without-a-date");
    auto const& kb = b.freeze();
    auto const on = [&](date day) {
        keys made;
        for (auto c : stale(kb, day)) made.emplace_back(kb.claim_key(c));
        std::sort(made.begin(), made.end());
        return made;
    };
    CHECK(on(date{2024, 6, 15}) == keys{});
    CHECK(on(date{2024, 6, 16}) == keys{"to-a-day"});
    CHECK(on(date{2024, 6, 30}) == keys{"to-a-day"});
    CHECK(on(date{2024, 7, 1}) == keys{"to-a-day", "to-a-month"});
    CHECK(on(date{2024, 12, 31}) == keys{"to-a-day", "to-a-month"});
    CHECK(on(date{2025, 1, 1}) == keys{"to-a-day", "to-a-month", "to-a-year"});
    CHECK(on(date{9999, 12, 31}) == keys{"to-a-day", "to-a-month", "to-a-year"});
}

TEST_CASE("what no table shows is not stale: withdrawn claims, and those that a newer edition replaced", "[stale]") {
    opinions b;
    auto said = b.by("first-edition");
    said.valid_until = date{2012, 0, 0};
    b.recommends(said, "pill-a", "ache", "replaced", stance::in_favour, b.of("stars", 1));
    b.recommends(said, "pill-b", "ache", "stands", stance::in_favour, b.of("stars", 1));
    b.recommends("second-edition", "pill-a", "ache", "newer");
    said.status = claim_status::withdrawn;
    said.status_date = date{2012, 1, 1};
    said.status_reason = b.builder().text("a misprint");
    b.recommends(said, "drop-a", "ache", "withdrawn", stance::in_favour, b.of("stars", 1));
    auto const& kb = b.freeze();
    auto const found = stale(kb, date{2024, 1, 1});
    REQUIRE(found.size() == 1);
    CHECK(kb.claim_key(found.front()) == "stands");
}

}  // namespace query_succession_test
