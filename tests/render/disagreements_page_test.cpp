// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/disagreements.hpp>
#include <treatise/render/disagreements_page.hpp>  // first: the header must stand alone

#include <treatise/graph/builder.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace render_disagreements_page_test {

using namespace treatise;

namespace {

/// Three guidelines and a trial that differ about two drugs of one row; nobody said any of it.
storage debate(bool of_the_class = false) {
    builder b;
    b.base(
        {b.text("debate"), b.text("Debate"), b.text("1.0.0"), b.text("nobody"), b.text("Made up for tests."), date{2024, 1, 1}});
    auto const pain = b.add<cause>({"pain", "Pain"});
    auto const late = b.add<cause>({"late-pain", "Late pain"});
    b.relate<is_a>(late, pain);
    auto const mouth = b.add<therapy_class>({"mouth", "By mouth"}, {1});
    auto const pills = b.add<therapy_class>({"pills", "Pills"});
    auto const drops = b.add<therapy_class>({"drops", "Drops"});
    b.relate<is_a>(pills, mouth);
    b.relate<is_a>(drops, mouth);
    auto const red = b.add<therapy>({"red-pill", "Red pill"});
    auto const blue = b.add<therapy>({"blue-pill", "Blue pill"});
    auto const drop = b.add<therapy>({"drop", "Drop"});
    b.relate<listed_under>(red, pills);
    b.relate<listed_under>(blue, pills);
    b.relate<listed_under>(drop, drops);
    auto const relief = b.add<outcome>({"relief", "Relief"}, {valence::desirable, false, {}, {}});
    auto const land = b.add<jurisdiction>({"land", "Land"});
    auto const source_of = [&](std::string_view key, std::string_view name, int year) {
        source_details d;
        d.kind = source_kind::guideline;
        d.title = b.text(name);
        d.authors = b.text("nobody");
        d.published = date{year, year == 2019 ? 6 : 0, 0};
        return b.add<source>({key, name}, d);
    };
    auto const old_guide = source_of("guide-2015", "Guide 2015", 2015), guide = source_of("guide-2020", "Guide 2020", 2020),
               trial = source_of("trial", "Trial", 2019);
    auto const grade = b.add<scheme>({"grade", "Grade"}, {b.list({"strong", "weak"}), {}, {}});
    auto const in = [&](id<source> s, std::string_view place, std::vector<id<cause>> about = {}) {
        attribution a;
        a.source = s;
        a.place = b.text(place);
        a.checked = date{2024, 1, 1};
        a.about = b.list(about);
        return a;
    };
    using strength = level<&scheme_details::strengths>;
    auto adults = in(old_guide, "page 4");
    adults.population = b.text("adults");
    adults.read = reading::restated;
    adults.restated_in = guide;
    adults.restated_at = b.text("annex");
    adults.jurisdiction = land;
    b.claim<recommended_for>(red, pain, adults, {"old-for-red"}, {grade, strength{1}, {}, {}, {}});
    for (auto const& [pill, key] : {std::pair{red, "guide-against-red"}, std::pair{blue, "guide-against-blue"}})
        b.claim<recommended_for>(pill, pain, in(guide, "page 9"), {key, stance::against}, {grade, strength{2}, {}, {}, {}});
    b.claim<recommended_for>(blue, pain, in(old_guide, "page 5"), {"old-for-blue"}, {grade, strength{1}, {}, {}, {}});
    b.claim<affects>(drop, relief, in(trial, "abstract", {late}), {"trial-drop", stance::no_difference});
    b.claim<affects>(drop, relief, in(guide, "page 2", {pain}), {"guide-drop", stance::in_favour, "in a few people"});
    for (int i = 0; i != 5; ++i)
        b.claim<affects>(red, relief, in(trial, "table " + std::to_string(i), {pain}),
            {"red-relief-" + std::string(1, static_cast<char>('a' + i))});
    if (of_the_class)
        b.claim<recommended_for>(pills, pain, in(source_of("guide-2010", "Guide 2010", 2010), "page 1"), {"first-for-pills"},
            {grade, strength{2}, {}, {}, {}});
    return fixture::frozen(std::move(b));
}
knowledge_base const& base() {
    static storage const owner = debate();
    static knowledge_base const view = owner.view();
    return view;
}
id<cause> pain() { return fixture::entity<cause>(base(), "pain"); }

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }
/// The text with every run of spaces and line breaks as one space.
std::string flat(std::string_view text) { return printed(text); }

}  // namespace

TEST_CASE("each side stands with its stance, source, place, date, reading and people", "[disagreements]") {
    auto const text = flat(plain_text(tell_disagreements(base(), pain()), {.width = 100}));
    CHECK(holds(text, "Pain: where sources differ"));
    CHECK(holds(text, "for Guide 2015, page 4, Land [R]: "));
    CHECK(holds(text, "recommended, strong about this cause; in adults restated in Guide 2020, annex #old-for-red"));
    CHECK(holds(text, "no difference Trial, abstract, Jun 2019 [S]: "));
    CHECK(holds(text, "about a kind of it: late pain #trial-drop"));
    CHECK(holds(text, "reported Guide 2020, page 2 [S]: "));
    CHECK(holds(text, "note: in a few people #guide-drop"));
    CHECK(holds(text, "[R] read where another source restates it"));
    CHECK(holds(text, "Made up for tests."));
}

TEST_CASE("every group has its question, its years and what else differs", "[disagreements]") {
    auto const told = tell_disagreements(base(), pain());
    std::vector<std::string> questions;
    for (auto const& s : told.sections)
        for (auto const& g : s.groups) {
            questions.push_back(g.question);
            CHECK_FALSE(g.years.empty());
            CHECK(g.also.starts_with("Also differs: "));
        }
    CHECK(std::count(questions.begin(), questions.end(), "Drop: relief?") +
              std::count(questions.begin(), questions.end(), "Drops: relief?") ==
          1);
    CHECK(std::any_of(questions.begin(), questions.end(), [](auto const& q) { return q.ends_with(": to be used?"); }));
    CHECK(holds(flat(plain_text(told)), "2015 to 2020"));
}

TEST_CASE("no page says because, or which side is right", "[disagreements]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        for (auto c : kb->all<cause>()) {
            auto const told = tell_disagreements(*kb, c, {}, {.context = 0});
            for (auto const& s : told.sections)
                for (auto const& g : s.groups)
                    for (auto const& text : {g.question, g.also, told.counts}) {
                        CHECK_FALSE(holds(text, "because"));
                        CHECK_FALSE(holds(text, "wrong"));
                    }
        }
    }
}

TEST_CASE("no more groups and claims are told than asked for, and the rest is counted", "[disagreements]") {
    auto const all = disagreements(base(), pain());
    REQUIRE(all.size() > 1);
    auto const told = tell_disagreements(base(), pain(), {}, {.groups = 1, .context = 2});
    REQUIRE(told.sections.size() == 1);
    CHECK(told.sections[0].groups.size() == 1);
    CHECK(told.counts == "Groups: " + std::to_string(all.size()) + ". Shown: 1.");
    REQUIRE_FALSE(told.after.empty());
    CHECK(told.after[0].starts_with(std::to_string(all.size() - 1) + " more: --all"));
    for (auto const& s : told.sections)
        for (auto const& g : s.groups)
            for (auto const& c : g.context) CHECK(c.sides.size() <= 2);
}

TEST_CASE(
    "claims beside a disagreement that the page leaves out are counted, with the question that tells them", "[disagreements]") {
    auto const told = tell_disagreements(base(), pain(), {}, {.groups = 100, .context = 0});
    std::size_t counted = 0;
    for (auto const& s : told.sections)
        for (auto const& g : s.groups)
            for (auto const& c : g.context) {
                CHECK(c.rest.starts_with("Further claims on this: "));
                CHECK(c.rest.find("see `treatise why " + std::string{base().key(pain())} + ' ') != c.rest.npos);
                ++counted;
            }
    CHECK(counted > 0);
}

TEST_CASE("the groups of one option are those of its row, of its members and its own", "[disagreements]") {
    auto const count = [](std::string_view key) {
        std::size_t n = 0;
        auto const told = tell_disagreements(base(), pain(), {}, {.options = {fixture::entity<option>(base(), key)}});
        for (auto const& s : told.sections) n += s.groups.size();
        return n;
    };
    auto const all = disagreements(base(), pain()).size();
    CHECK(count("mouth") == all);
    CHECK(count("drops") == 1);
    CHECK(count("drop") == 1);
    CHECK(count("pills") == all - 1);
}

TEST_CASE("where sources do not differ, the page does not say that they agree", "[disagreements]") {
    auto const told = tell_disagreements(fixture::knee(), fixture::entity<cause>(fixture::knee(), "gout-of-the-knee"));
    REQUIRE(told.sections.empty());
    CHECK(told.counts == "Groups: 0. Shown: 0.");
    CHECK(holds(plain_text(told), "that does not mean that they agree"));
}

TEST_CASE("every side of every group stands on the page by its id", "[disagreements]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        for (auto c : kb->all<cause>()) {
            auto const all = disagreements(*kb, c);
            auto const told = tell_disagreements(*kb, c);
            std::size_t n = 0;
            for (auto const& s : told.sections)
                for (auto const& g : s.groups) {
                    REQUIRE(n < all.size());
                    std::multiset<std::string> ids, wanted;
                    for (auto const& side : g.sides) ids.insert(side.ids.begin(), side.ids.end());
                    for (auto const& side : all[n].sides) wanted.emplace(kb->claim_key(side.claim));
                    CHECK(ids == wanted);
                    CHECK(g.number == ++n);
                }
            CHECK(n == all.size());
        }
    }
}

TEST_CASE("no line of a page of disagreements is wider than the page, and none is lost", "[disagreements]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        auto const told = tell_disagreements(*kb, *kb->all<cause>().begin());
        for (unsigned width : {40u, 60u, 80u, 100u, 200u}) {
            auto const text = plain_text(told, {.width = width, .ascii = true});
            for (std::size_t i = 0; i < text.size();) {
                auto const end = text.find('\n', i);
                INFO(text.substr(i, end - i));
                CHECK(display_width(std::string_view{text}.substr(i, end - i)) <= width);
                i = end + 1;
            }
            for (auto const& s : told.sections)
                for (auto const& g : s.groups)
                    for (auto const& side : g.sides)
                        for (auto const& id : side.ids)
                            if (id.size() < width) CHECK(holds(text, '#' + id));
        }
    }
}

TEST_CASE("colour says nothing on a page of disagreements that words do not", "[disagreements]") {
    auto const told = tell_disagreements(base(), pain());
    auto coloured = plain_text(told, {.width = 90, .colour = true});
    for (std::string_view sign : {"\x1b[1m", "\x1b[0m"})
        for (std::size_t i; (i = coloured.find(sign)) != std::string::npos;) coloured.erase(i, sign.size());
    CHECK(coloured == plain_text(told, {.width = 90}));
}

TEST_CASE("markdown has a table for each group, with a row for each side", "[disagreements]") {
    auto const told = tell_disagreements(base(), pain());
    auto const text = markdown(told);
    std::size_t rows = 0, headings = 0, sides = 0, groups = 0;
    for (std::size_t i = 0; i < text.size();) {
        auto const end = text.find('\n', i);
        auto const line = text.substr(i, end - i);
        if (line.starts_with("| ")) {
            CHECK(std::count(line.begin(), line.end(), '|') == 6);
            ++(holds(line, "Source and place") ? headings : rows);
        }
        i = end + 1;
    }
    for (auto const& s : told.sections)
        for (auto const& g : s.groups) sides += g.sides.size(), ++groups;
    CHECK(headings == groups);
    CHECK(rows == sides);
}

TEST_CASE("what one source says of several members in the same words is one side with all ids", "[disagreements]") {
    auto const owner = debate(true);
    auto const kb = owner.view();
    auto const text = flat(plain_text(tell_disagreements(kb, fixture::entity<cause>(kb, "pain")), {.width = 100}));
    INFO(text);
    CHECK(holds(text, "Pills: to be used?"));
    CHECK(holds(text,
        "against Guide 2020, page 9 [S]: Blue pill, Red pill: not recommended, weak about this cause #guide-"
        "against-blue #guide-against-red"));
    CHECK(holds(text, "for Guide 2010, page 1 [S]: recommended, weak"));
}

}  // namespace render_disagreements_page_test
