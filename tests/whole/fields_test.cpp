// SPDX-License-Identifier: BSL-1.0
// How firmly a source speaks, which trial a figure is of, whom an advice leaves out: read from files, refused where they do not
// fit, and told wherever a claim is told.
#include <treatise/query/disagreements.hpp>
#include <treatise/render/answers.hpp>
#include <treatise/treatise.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "toml_fixture.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace whole_fields_test {

using namespace treatise;

namespace {

expected<storage, std::vector<problem>> read(std::string const& more) {
    return fixture::read_files({{"small.toml", std::string{fixture::small_base}}, {"more.toml", more}});
}
storage base(std::string const& more) {
    auto made = read(more);
    std::string problems;
    if (!made)
        for (auto const& p : made.error()) problems += to_string(p) + '\n';
    INFO(problems);
    REQUIRE(made);
    return std::move(*made);
}
std::string refused(std::string const& more) {
    auto const made = read(more);
    REQUIRE_FALSE(made);
    std::string all;
    for (auto const& p : made.error()) all += to_string(p) + '\n';
    return all;
}
bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

std::string const figure =
    "statistic = \"percent\"\nvalue = 23\nbaseline = 5\ncomparator = \"placebo\"\n"
    "time_frame = \"12 weeks\"\nparticipants = 780\ncertainty = \"not stated\"\n";
std::string effect_of_trial(std::string const& key, std::string const& more) {
    return "[[affects]]\nid = \"" + key + "\"\nsubject = \"alphaprofen\"\nobject = \"relief\"\nabout = \"late-pain\"\n" + figure +
           more + fixture::said;
}
/// What `why` says of the claim and behind it.
std::vector<std::string> behind(knowledge_base const& kb, std::string_view key) {
    auto const asked = *find<cause>(kb, "late-pain");
    for (auto const& section : tell_why(kb, asked, *find<therapy>(kb, "alphaprofen")).sections)
        for (auto const& group : section.groups)
            for (auto const& line : group.lines)
                if (line.id == key) {
                    auto all = line.behind;
                    all.insert(all.begin(), line.text);
                    return all;
                }
    return {};
}
bool tells(std::vector<std::string> const& lines, std::string_view what) {
    return std::any_of(lines.begin(), lines.end(), [&](std::string const& l) { return holds(l, what); });
}
std::string in_json(knowledge_base const& kb, std::string_view key) {
    json_writer j;
    json_claim(j, kb, fixture::claim(kb, key));
    return j.take();
}

}  // namespace

TEST_CASE("a hedge is read, told where the claim is told, and absent where the source states it", "[fields]") {
    auto const owner = base(effect_of_trial("held", "hedge = \"may\"\n") + effect_of_trial("stated", ""));
    auto const kb = owner.view();
    CHECK(kb.said(fixture::claim(kb, "held")).hedge == hedge::may);
    CHECK(tells(behind(kb, "held"), "of 100, may"));
    CHECK(holds(in_json(kb, "held"), "\"hedge\": \"may\"") + holds(in_json(kb, "held"), "\"hedge\":\"may\"") == 1);
    CHECK(kb.said(fixture::claim(kb, "stated")).hedge == hedge::none);
    CHECK_FALSE(tells(behind(kb, "stated"), "may"));
    CHECK_FALSE(holds(in_json(kb, "stated"), "hedge"));
    CHECK_FALSE(holds(in_json(kb, "stated"), "design"));
    CHECK(holds(refused(effect_of_trial("held", "hedge = \"mai\"\n")), "did you mean `may`?"));
}

TEST_CASE("a figure says of which trial it is, of what it is a part, and how many people its arms had", "[fields]") {
    auto const owner = base(effect_of_trial("whole", "design = \"pooled\"\ntrial = \"the label's trials\"\n") +
                            effect_of_trial("part",
                                "part_of = \"whole\"\nn_with = 321\nn_without = 459\n"
                                "label_range = \"above\"\ncertainty_reasons = \"few people\"\n"));
    auto const kb = owner.view();
    auto const& part = kb.payload<affects>(fixture::claim(kb, "part"));
    CHECK(kb[part.part_of] == "whole");
    CHECK(part.n_with == decimal{321, 0});
    CHECK(part.label_range == label_range::above);
    CHECK(tells(behind(kb, "whole"), "trial: the label's trials; several trials, pooled"));
    auto const told = behind(kb, "part");
    CHECK(tells(told, "part of whole; with it: 321 people; without: 459; above the range of the label"));
    CHECK(tells(told, "certainty rated because of: few people"));
    CHECK(holds(refused(effect_of_trial("part", "part_of = \"hole\"\n")), "is a part of `hole`, which is no claim of an effect"));
    CHECK(holds(refused(effect_of_trial("part", "part_of = \"part\"\n")), "is a part of itself"));
}

TEST_CASE("what to avoid is a level of its own, told by its name", "[fields]") {
    auto const restriction = [](std::string const& how) {
        return "[[circumstance]]\nkey = \"old-age\"\nname = \"Old age\"\nclinical = \"age 65 or over\"\nplain = \"being older\"\n"
               "[[contraindicated_in]]\nid = \"old\"\nsubject = \"alphaprofen\"\nobject = \"old-age\"\navoidance = \"" +
               how + "\"\n" + fixture::said;
    };
    auto const told = [&](std::string const& how) {
        auto const owner = base(restriction(how));
        return phrase(owner.view(), english, fixture::claim(owner.view(), "old"));
    };
    CHECK(told("contraindication") == "contraindicated: age 65 or over");
    CHECK(told("avoid") == "avoid: age 65 or over");
    CHECK(told("caution") == "caution: age 65 or over");
    auto const owner = base(restriction("avoid"));
    auto const kb = owner.view();
    auto const& names = kb.details(*find<circumstance>(kb, "old-age"));
    CHECK(kb[names.clinical] == "age 65 or over");
    CHECK(kb[names.plain] == "being older");
}

TEST_CASE("advice says whom it leaves out and why it is narrower than its object", "[fields]") {
    auto const owner = base(
        "[[therapy]]\nkey = \"betaprofen\"\nname = \"Betaprofen\"\nlisted_under = \"pills\"\n"
        "label_read = \"trial\"\n"
        "[[recommended_for]]\nid = \"advice\"\nsubject = \"alphaprofen\"\nobject = \"late-pain\"\n"
        "scheme = \"fixture-grade\"\nstrength = \"weak\"\nexcept = \"betaprofen\"\n"
        "narrow = \"until a specialist is asked\"\n" +
        fixture::said);
    auto const kb = owner.view();
    CHECK(tells(behind(kb, "advice"), "except betaprofen; for a part only: until a specialist is asked"));
    CHECK(kb[kb.details(*find<therapy>(kb, "betaprofen")).label_read].size() == 1);
    CHECK(kb[kb.details(*find<therapy>(kb, "alphaprofen")).label_read].empty());
}

TEST_CASE("a payer's rule is never printed without its hedge, and has dates", "[fields]") {
    auto const owner = base(
        "[[payer]]\nkey = \"plan\"\nname = \"Plan\"\njurisdiction = \"fixture-land\"\n"
        "[[covered_for]]\nid = \"rule\"\nsubject = \"alphaprofen\"\nobject = \"late-pain\"\n"
        "payer = \"plan\"\nstatus = \"not_covered\"\nhedge = \"may\"\neffective = 2012-06-08\nended = 2015\n" +
        fixture::said);
    auto const kb = owner.view();
    auto const rule = fixture::claim(kb, "rule");
    CHECK(phrase(kb, english, rule) == "Plan: may not be covered");
    CHECK(tells(behind(kb, "rule"), "in force from 8 Jun 2012; ended 2015"));
}

TEST_CASE("an interest is declared, declared as none, or not looked for; a source cannot say two of them", "[fields]") {
    auto const source_of = [](std::string const& more) {
        return "[[source]]\nkey = \"leaflet\"\nname = \"Leaflet\"\nkind = \"review\"\ntitle = \"t\"\nauthors = \"a\"\n"
               "published = 2020\n" +
               more;
    };
    auto const status = [&](std::string const& more) {
        auto const owner = base(source_of(more));
        return owner.view().details(*find<source>(owner.view(), "leaflet")).interest_status;
    };
    CHECK(status("") == interest_status::not_looked_for);
    CHECK(status("interest_status = \"declared_none\"\n") == interest_status::declared_none);
    CHECK(status("interest = \"sells it\"\ninterest_status = \"declared\"\n") == interest_status::declared);
    CHECK(holds(refused(source_of("interest = \"sells it\"\ninterest_status = \"declared_none\"\n")), "none was declared"));
}

TEST_CASE("guidelines of one body are one voice, and guidelines of two bodies differ", "[fields]") {
    auto const guideline = [](std::string const& key, std::string const& body, std::string const& year) {
        return "[[source]]\nkey = \"" + key + "\"\nname = \"" + key +
               "\"\nkind = \"guideline\"\ntitle = \"t\"\nauthors = \"a\"\n" + (body.empty() ? "" : "body = \"" + body + "\"\n") +
               "published = " + year + "\n";
    };
    auto const advice = [](std::string const& key, std::string const& stance) {
        return "[[recommended_for]]\nid = \"of-" + key + "\"\nsubject = \"alphaprofen\"\nobject = \"late-pain\"\n" +
               "scheme = \"fixture-grade\"\nstrength = \"weak\"\nstance = \"" + stance + "\"\nsource = \"" + key +
               "\"\nplace = \"page 1\"\nchecked = 2024-10-01\n";
    };
    auto const of_two = [&](std::string const& first, std::string const& second) {
        return base(guideline("early", first, "2010") + guideline("late", second, "2020") + advice("early", "for") +
                    advice("late", "against"));
    };
    auto const differ = [](storage const& owner) {
        auto const kb = owner.view();
        auto const asked = *find<cause>(kb, "late-pain");
        auto const table = compare(kb, asked);
        bool const in_table =
            std::any_of(table.rows.begin(), table.rows.end(), [](auto const& r) { return r.group == guidance_group::differ; });
        bool listed = false;
        for (auto const& d : disagreements(kb, asked)) listed = listed || d.relation == relation_number<recommended_for>;
        CHECK(in_table == listed);
        return listed;
    };
    CHECK(differ(of_two("Society", "Academy")));
    CHECK(differ(of_two("", "")));  // a body that is not named is none that they share
    CHECK_FALSE(differ(of_two("Society", "Society")));
}

TEST_CASE("a condition that gives rise to another is a claim between two causes", "[fields]") {
    auto const owner = base(
        "[[gives_rise_to]]\nid = \"origin\"\nsubject = \"late-pain\"\nobject = \"pain\"\n"
        "frequency = \"common\"\n" +
        fixture::said);
    auto const kb = owner.view();
    auto const origins = kb.every<gives_rise_to>();
    REQUIRE(origins.size() == 1);
    CHECK(origins.front().carries->frequency == listed_frequency::common);
    CHECK(phrase(kb, english, origins.front().number) == "pain");
    CHECK(holds(in_json(kb, "origin"), "gives_rise_to"));
}

}  // namespace whole_fields_test
