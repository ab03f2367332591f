// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/render/answers_page.hpp>
#include <treatise/render/diff.hpp>  // first: the header must stand alone

#include "catch.hpp"
#include "fixtures.hpp"
#include "random_base.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace render_diff_page_test {

using namespace treatise;

namespace {

/// A small base; the tests say what is different in the next edition.
struct edition {
    std::string version = "1.0.0", key = "small", name = "Nausea";
    std::int32_t value = 8;
    std::string gabapentin = "Gabapentin";
    bool withdrawn = false, second = false, third = true, warning = false;
    stance says = stance::in_favour;
    id<source> from{};
    std::string synonym{};

    storage made() const {
        builder b;
        b.base({b.text(key), b.text("Small base"), b.text(version), b.text("nobody"), b.text("Made up."), date{2024, 1, 1}});
        auto const pain = b.add<cause>({"pain", "Pain"});
        auto const drug = synonym.empty() ? b.add<therapy>({"gabapentin", gabapentin})
                                          : b.add<therapy>({"gabapentin", gabapentin, "", {synonym}});
        auto const other = b.add<therapy>({"other-drug", "Other drug"});
        auto const nausea = b.add<outcome>({"nausea", name}, {valence::undesirable, false, {}, {}});
        auto const relief = b.add<outcome>({"relief", "Relief"}, {valence::desirable, false, {}, {}});
        source_details d;
        d.kind = source_kind::label;
        d.title = b.text("A label");
        d.authors = b.text("nobody");
        d.published = date{2020, 0, 0};
        auto const label = b.add<source>({"label-2020", "Label 2020"}, d);
        attribution a;
        a.source = label;
        a.place = b.text("section 6");
        a.checked = date{2024, 1, 1};
        a.about = b.list(std::vector{pain});
        effect e;
        e.statistic = statistic::per_100;
        e.value = {value, 0};
        e.compared_with = not_stated;
        e.time_frame = not_stated;
        e.participants = decimal::unstated();
        e.certainty = level<&scheme_details::certainties>{unstated_level};
        auto figure = a;
        if (withdrawn) {
            figure.status = claim_status::withdrawn;
            figure.status_date = date{2024, 3, 5};
            figure.status_reason = b.text("columns were swapped");
        }
        b.claim<affects>(drug, nausea, figure, {"nausea-of-100"}, e);
        b.claim<affects>(drug, relief, a, {"relief-reported", says});
        auto held_in = a;
        held_in.jurisdiction = b.add<jurisdiction>({"land", "Land"});
        if (third) b.claim<used_for>(other, pain, a, {"other-named"});
        if (second) b.claim<used_for>(drug, pain, a, {"gabapentin-named"});
        if (warning) b.claim<warned_of>(drug, nausea, held_in, {"warned"}, {b.text("Agency"), warning_form::label});
        return fixture::frozen(std::move(b));
    }
};

struct both {
    storage before_owner, after_owner;
    knowledge_base before, after;
    both(edition const& x, edition const& y)
        : before_owner{x.made()}, after_owner{y.made()}, before{before_owner.view()}, after{after_owner.view()} {}
    answer told() const { return tell_diff(before, after); }
    std::string text() const { return plain_text(told(), {.width = 100}); }
};

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }
std::vector<std::string> headings(answer const& a) {
    std::vector<std::string> all;
    for (auto const& s : a.sections) all.push_back(s.heading);
    return all;
}

}  // namespace

TEST_CASE("two editions that say the same differ in nothing, and the page says so", "[diff]") {
    both const same{{}, {.version = "1.0.1"}};
    CHECK(same.told().sections.empty());
    CHECK(holds(same.text(), "Small base: what changed from 1.0.0 to 1.0.1\nNothing differs"));
}

TEST_CASE("a withdrawn claim comes first, with the day and the reason", "[diff]") {
    both const pair{{}, {.withdrawn = true, .second = true, .warning = true}};
    CHECK(headings(pair.told()).front() == "Withdrawn (1)");
    auto const text = pair.text();
    CHECK(holds(text, "Gabapentin: nausea: 8 of 100\n      withdrawn 5 Mar 2024: columns were swapped\n"));
    CHECK(text.find("withdrawn 5 Mar 2024") < text.find("Agency"));
}

TEST_CASE("warnings stand before side effects, these before benefits and what else was added, each with its count", "[diff]") {
    both const pair{{}, {.value = 9, .second = true, .warning = true, .says = stance::against}};
    CHECK(headings(pair.told()) ==
          std::vector<std::string>{"Warnings, contraindications, and what to avoid or take care with (1 added)",
              "Side effects and other harms (1 changed)", "Benefits (1 changed)",
              "What else is said: uses, how they act, practical points (1 added)"});
    INFO(pair.text());
    CHECK(holds(pair.text(), "  Gabapentin: Label warning (Agency): nausea\n"));
}

TEST_CASE("a changed figure is told field by field, before and after", "[diff]") {
    both const pair{{}, {.value = 18}};
    auto const text = pair.text();
    CHECK(holds(text, "  Gabapentin: nausea: 18 of 100\n"));
    CHECK(holds(text, "      value: 8 → 18\n"));
    CHECK(holds(text, "Claims: 0 withdrawn, 0 added, 1 changed, 0 removed."));
    CHECK(holds(plain_text(pair.told(), {.width = 100, .ascii = true}), "value: 8 -> 18"));
}

TEST_CASE("a changed conclusion is told in words, never as files write it", "[diff]") {
    both const pair{{}, {.says = stance::no_difference}};
    CHECK(headings(pair.told()) == std::vector<std::string>{"Benefits (1 changed)"});
    CHECK(holds(pair.text(), "conclusion: in favor → no important difference"));
    CHECK_FALSE(holds(pair.text(), "no_difference"));
}

TEST_CASE("no value of a vocabulary is ever told as files write it", "[diff]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        render_detail::field_words const words{*kb, english};
        for (auto c : kb->claims()) {
            query_detail::claim_fields fields{*kb, c};
            fields.read();
            for (auto const& [field, text] : fields.fields) {
                INFO(kb->claim_key(c) << ' ' << field);
                CHECK(words.of(c, field).empty() == text.empty());
                if (field == "stance" || field == "hedge" || field == "finding" || field.ends_with(".statistic"))
                    CHECK(words.of(c, field).find('_') == std::string::npos);
            }
        }
    }
}

TEST_CASE(
    "many changes are counted first and told in a line each; asked for everything, field by field with the place", "[diff]") {
    both const pair{{}, {.name = "Feeling sick", .value = 18, .says = stance::no_difference}};
    auto const brief = tell_diff(pair.before, pair.after, english, diff_detail::brief);
    REQUIRE_FALSE(brief.sections.empty());
    CHECK(brief.sections.front().heading == "In short");
    CHECK(brief.sections.front().groups.front().lines.front().text == "Side effects and other harms: 1 changed");
    auto const text = plain_text(brief, {.width = 100});
    CHECK(holds(text, "Gabapentin: feeling sick: 18 of 100 (value: 8 → 18)"));
    CHECK(holds(text, "(conclusion: in favor → no important difference)"));
    CHECK(holds(text, "Feeling sick (outcome, nausea) (name: Nausea → Feeling sick)"));
    CHECK_FALSE(holds(text, "section 6"));
    auto const full = plain_text(tell_diff(pair.before, pair.after, english, diff_detail::full), {.width = 100});
    CHECK(holds(full, "      value: 8 → 18\n"));
    CHECK(holds(full, "section 6"));
    CHECK_FALSE(holds(full, "In short"));
}

TEST_CASE("left to itself a changelog is brief above a hundred changes", "[diff]") {
    knowledge_base const none;
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        bool const many = kb->claim_count() + kb->entity_count() > most_changes_in_full;
        CHECK((headings(tell_diff(none, *kb)).front() == "In short") == many);
    }
    CHECK(headings(both{{}, {.value = 18}}.told()).front() != "In short");
}

TEST_CASE("a removed claim is told with its place in the old edition", "[diff]") {
    both const pair{{}, {.third = false}};
    CHECK(
        headings(pair.told()) == std::vector<std::string>{"What else is said: uses, how they act, practical points (1 removed)"});
    INFO(pair.text());
    CHECK(holds(pair.text(), "Other drug: mentioned without advice\n      Label 2020, section 6 [S]"));
    CHECK(holds(pair.text(), "#other-named"));
}

TEST_CASE("a claim that comes withdrawn is withdrawn, not added", "[diff]") {
    edition without;
    both const pair{without, {.withdrawn = true}};
    knowledge_base const none;
    auto const changes = diff(none, pair.after);
    REQUIRE_FALSE(changes.empty());
    CHECK(changes.front().what == change::withdrawn);
    CHECK(changes.front().key == "nausea-of-100");
    CHECK(std::count_if(changes.begin(), changes.end(), [](auto const& c) { return c.what == change::withdrawn; }) == 1);
}

TEST_CASE("a claim taken back from withdrawal is changed, not withdrawn", "[diff]") {
    both const pair{{.withdrawn = true}, {}};
    CHECK(headings(pair.told()).front() == "Side effects and other harms (1 changed)");
    CHECK(holds(pair.text(), "status: withdrawn → current"));
    CHECK(holds(pair.text(), "status reason: no longer columns were swapped"));
}

TEST_CASE("a renamed entity, a new synonym and a new entity are told by key", "[diff]") {
    both const pair{{}, {.name = "Feeling sick", .synonym = "GBP"}};
    auto const changes = diff_entities(pair.before, pair.after);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].key == "gabapentin");
    REQUIRE(changes[0].fields.size() == 1);
    CHECK(changes[0].fields[0].name == "synonyms");
    CHECK(holds(pair.text(), "  Feeling sick (outcome, nausea)\n      name: Nausea → Feeling sick\n"));
    CHECK(holds(pair.text(), "synonyms: GBP, not given before"));
    CHECK(diff(pair.before, pair.after).empty());
}

TEST_CASE("what only changed its names stands apart from what changed otherwise", "[diff]") {
    CHECK(headings(both{{}, {.name = "Feeling sick"}}.told()) == std::vector<std::string>{"Names and descriptions (1 changed)"});
}

TEST_CASE("entities of one base alone are added or removed", "[diff]") {
    knowledge_base const none;
    auto const& kb = fixture::knee();
    auto const added = diff_entities(none, kb), removed = diff_entities(kb, none);
    REQUIRE(added.size() == kb.entity_count());
    REQUIRE(removed.size() == kb.entity_count());
    CHECK(added.front().what == change::added);
    CHECK(removed.front().what == change::removed);
}

TEST_CASE("no entity differs from itself, and no field of one is told twice", "[diff]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        CHECK(diff_entities(*kb, *kb).empty());
        for (auto e : kb->all<entity>()) {
            query_detail::entity_fields fields{*kb, e};
            fields.read();
            std::set<std::string> names;
            for (auto const& [field, text] : fields.fields) names.insert(field);
            CHECK(names.size() == fields.fields.size());
        }
    }
}

TEST_CASE("two bases of different keys are said to be no editions of one", "[diff]") {
    CHECK(holds(both({}, {.key = "another"}).text(), "These are two knowledge bases, small and another"));
    CHECK_FALSE(holds(both({}, {.value = 9}).text(), "two knowledge bases"));
}

TEST_CASE("every change of any two bases stands on the page once, with its id", "[diff]") {
    for (std::uint32_t seed = 0; seed != 10; ++seed) {
        INFO("seed " << seed);
        auto const x = fixture::random_base{seed}.freeze(), y = fixture::random_base{seed + 100}.freeze();
        auto const a = x.view(), b = y.view();
        auto const told = tell_diff(a, b);
        std::multiset<std::string> ids;
        for (auto const& s : told.sections)
            for (auto const& g : s.groups)
                for (auto const& l : g.lines)
                    if (!l.id.empty()) ids.insert(l.id);
        auto const changes = diff(a, b);
        CHECK(ids.size() == changes.size());
        for (auto const& c : changes) CHECK(ids.count(c.key) == 1);
    }
}

TEST_CASE("a field that relation and source both have is told under the name in files", "[diff]") {
    CHECK(name_in_files(relation_number<approved_for>, "status") == "claim_status");
    CHECK(name_in_files(relation_number<approved_for>, "approved_for.status") == "status");
    CHECK(name_in_files(relation_number<affects>, "status") == "status");
    CHECK(name_in_files(relation_number<affects>, "place") == "place");
}

}  // namespace render_diff_page_test
