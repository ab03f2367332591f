// SPDX-License-Identifier: BSL-1.0
// The built-in base against the guide that it carries, the issue that asked for it, and what may be shipped with it.
#include "catch.hpp"

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>

#include <treatise/query/find.hpp>
#include <treatise/render/formats.hpp>
#include <treatise/table/compare.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace whole_guide_test {

using namespace treatise;
namespace np = treatise::neuropathic_pain;

namespace {

constexpr auto const& kb = np::knowledge;
using words = std::vector<std::string>;

std::string read(std::string const& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// The guide's sections: lines that two empty lines follow and no sign ends, its two tables, and its title.
words sections_of(std::string const& guide) {
    words lines;
    std::istringstream in{guide};
    for (std::string line; std::getline(in, line) && line.find("0 comments") == line.npos;) lines.push_back(line);
    words found;
    for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
        auto const& line = lines[i];
        if (line.empty() || line[0] == ' ' || std::string_view{".:;,"}.find(line.back()) != std::string_view::npos) continue;
        bool const heading = lines[i + 1].empty() && lines[i + 2].empty();
        bool const table = lines[i + 1].empty() && (lines[i + 2] == "Medication Class" || lines[i + 2] == "Therapy Type");
        if (heading || table || line.ends_with("Relief Guide")) found.push_back(line);
    }
    return found;
}

words places_of_the_guide() {
    std::set<std::string> places;
    for (auto c : kb.claims())
        if (kb.said(c).source == np::guide_2024) places.emplace(kb[kb.said(c).place]);
    return {places.begin(), places.end()};
}

bool has(words const& all, std::string_view one) { return std::find(all.begin(), all.end(), one) != all.end(); }

template <kind_or_kinds Kind>
void all_are_there(std::vector<char const*> const& names) {
    for (auto name : names) {
        INFO(name);
        CHECK(find<Kind>(kb, std::string_view{name}).has_value());
    }
}

template <kind_or_kinds Kind>
std::set<std::string> keys_of() {
    std::set<std::string> keys;
    for (auto e : kb.all<Kind>()) keys.emplace(kb.key(e));
    return keys;
}

/// A table of the guide: the words of each cell without who says it, row by row.
std::vector<words> cells_of(id<table_preset> which) {
    auto const c = compare(kb, np::neuropathic_pain, view_of(kb, which));
    std::vector<words> rows;
    for (std::uint32_t r = 0; r != c.rows.size(); ++r) {
        words row{std::string{kb.name(c.rows[r].option)}};
        for (std::uint32_t i = 1; i != c.view.columns.size(); ++i) {
            words said;
            if (c.view.columns[i].content == column_content::members)
                for (auto t : c.members_of(c.rows[r])) said.emplace_back(kb.name(t));
            else if (c.view.columns[i].content == column_content::description)
                said.emplace_back(kb.description(c.rows[r].option).empty() ? "" : "described");
            else
                for (auto const& t : c.in(c.at(r, i))) {
                    said.push_back(phrase(kb, english, t.says.claim));
                    for (auto claim : c.with_of(t)) said.push_back(phrase(kb, english, claim));
                }
            std::sort(said.begin(), said.end());
            std::string cell;
            for (auto const& s : said) cell += (cell.empty() ? "" : ", ") + s;
            row.push_back(cell);
        }
        rows.push_back(row);
    }
    return rows;
}

bool updates() {
    auto const* value = std::getenv("TREATISE_UPDATE");
    return value != nullptr && *value == '1';
}

/// Whose codes the base has.
std::set<std::string> systems_in_use() {
    std::set<std::string> used;
    for (auto const& c : kb.tables().codes) used.emplace(kb.key(c.system));
    return used;
}

std::string notice() {
    std::string text =
        "Treatise\n\n"
        "The built-in knowledge base carries identifiers from the systems below, each under its own licence. Its texts are the\n"
        "editors' own words; the documents that its statements come from are named beside each of them and in\n"
        "knowledge/neuropathic-pain/sources.toml.\n";
    for (auto s : kb.all<code_system>()) {
        if (!systems_in_use().contains(std::string{kb.key(s)})) continue;
        auto const& d = kb.details(s);
        text += "\n" + std::string{kb.name(s)} + " <" + std::string{kb[d.uri]} + ">\n";
        text += "  Edition: " + std::string{kb[d.edition]} + "\n";
        text += "  Licence: " + std::string{kb[d.licence]} + "\n";
        text += "  Attribution: " + std::string{kb[d.attribution]} + "\n";
    }
    return text;
}

}  // namespace

// The sections of the guide

TEST_CASE("every section of the guide that says something of therapies has claims", "[guide]") {
    auto const guide = read(TREATISE_SHARED_DIR "/knowledge/guide.txt");
    if (guide.empty()) {
        WARN("skipped: guide.txt is not here");
        SUCCEED();
        return;
    }
    auto const sections = sections_of(guide);
    CHECK(sections.size() == 40);
    auto const places = places_of_the_guide();
    for (auto const& s : sections) {
        INFO(s);
        CHECK(has(places, s));
    }
}

TEST_CASE("every claim of the guide stands in one of its sections", "[guide]") {
    auto const guide = read(TREATISE_SHARED_DIR "/knowledge/guide.txt");
    if (guide.empty()) {
        WARN("skipped: guide.txt is not here");
        SUCCEED();
        return;
    }
    auto const sections = sections_of(guide);
    for (auto const& place : places_of_the_guide()) {
        INFO(place);
        CHECK(has(sections, place));
    }
}

TEST_CASE("the page that shows where each section went names every section and every claim", "[guide]") {
    auto const page = read(TREATISE_SOURCE_DIR "/docs/guide-sections.md");
    for (auto const& place : places_of_the_guide()) {
        INFO(place);
        CHECK(page.find("| " + place + " |") != page.npos);
    }
    for (auto c : kb.claims())
        if (kb.said(c).source == np::guide_2024) {
            INFO(kb.claim_key(c));
            CHECK(page.find('`' + std::string{kb.claim_key(c)} + '`') != page.npos);
        }
}

// What the issue names

TEST_CASE("the causes of the guide are there under the keys that were asked for", "[guide]") {
    auto const causes = keys_of<cause>();
    for (auto key : {"neuropathic-pain", "painful-diabetic-neuropathy", "postherpetic-neuralgia", "spinal-cord-injury-pain",
             "multiple-sclerosis-pain", "chemotherapy-induced-neuropathy", "alcohol-related-neuropathy",
             "vitamin-b12-deficiency-neuropathy", "traumatic-nerve-injury-pain", "failed-back-surgery-syndrome"}) {
        INFO(key);
        CHECK(causes.contains(key));
    }
}

TEST_CASE("every cause stands under neuropathic pain, beside it or above it under chronic pain", "[guide]") {
    for (auto c : kb.all<cause>()) {
        INFO(kb.key(c));
        auto const reached = relevance{kb, c}.reached();
        CHECK(std::find(reached.begin(), reached.end(), id<cause>{np::chronic_pain}) != reached.end());
    }
}

TEST_CASE("the guide's own words for a cause find it", "[guide]") {
    all_are_there<cause>(
        {"diabetes", "diabetic neuropathy", "shingles", "postherpetic neuralgia", "spinal cord injuries", "multiple sclerosis",
            "chemotherapy-induced neuropathy", "chronic alcohol abuse", "vitamin B12 deficiency", "traumatic nerve injuries",
            "diabetic neuropathy affecting the feet", "failed back surgery syndrome", "localized neuropathic pain"});
}

TEST_CASE("the guide's medicines and their brands are there", "[guide]") {
    all_are_there<therapy>({"gabapentin", "pregabalin", "carbamazepine", "amitriptyline", "duloxetine", "venlafaxine",
        "lidocaine patches", "capsaicin cream", "compounded topical medications", "tramadol", "oxycodone", "ketamine"});
    CHECK(*find<therapy>(kb, "Neurontin") == np::gabapentin);
    CHECK(*find<therapy>(kb, "Lyrica") == np::pregabalin);
    CHECK(*find<therapy>(kb, "Tegretol") == np::carbamazepine);
    all_are_there<therapy_class>({"anticonvulsants", "antidepressants", "TCAs", "SNRIs", "topical agents", "opioids"});
}

TEST_CASE("the guide's other therapies are there", "[guide]") {
    all_are_there<therapy>(
        {"physical therapy", "acupuncture", "mindfulness meditation", "biofeedback", "cognitive behavioral therapy", "CBT",
            "support groups", "nerve block", "spinal cord stimulation", "intrathecal drug delivery", "sleep hygiene", "swimming",
            "strength training", "flexibility exercises", "coordination exercises", "tai chi", "yoga", "ketamine infusions",
            "intramuscular ketamine", "ketamine nasal spray", "ketamine lozenges", "omega-3 fatty acids",
            "limiting alcohol consumption", "avoiding excessive sugar intake", "eliminating food sensitivities"});
}

TEST_CASE("the six professions, the instruments and the four areas of research are there", "[guide]") {
    for (auto key : {"pain-specialist", "neurologist", "physical-therapist", "psychologist-or-psychiatrist", "nutritionist",
             "complementary-medicine-practitioner"})
        CHECK(keys_of<profession>().contains(key));
    for (auto key : {"pain-scale", "quality-of-life-questionnaire", "functional-assessment"})
        CHECK(keys_of<instrument>().contains(key));
    std::set<std::string> areas;
    for (auto c : kb.every<investigates>())
        if (kb[c.said->place] == "Ongoing Research Areas") areas.emplace(kb.key(c.subject));
    CHECK(areas.size() == 4);
}

TEST_CASE("ketamine has its mechanism, four routes, off-label status and supervision", "[guide]") {
    std::set<std::string> forms;
    for (auto e : kb.in<form_of>(np::ketamine)) forms.emplace(kb.key(e.subject));
    for (auto key : {"ketamine-infusion", "ketamine-intramuscular", "ketamine-nasal-spray", "ketamine-lozenge"})
        CHECK(forms.contains(key));
    std::set<std::string> mechanisms, considerations;
    for (auto c : kb.out<acts_by>(np::ketamine)) mechanisms.emplace(kb.key(c.object));
    for (auto c : kb.out<involves>(np::ketamine)) considerations.emplace(kb.key(c.object));
    CHECK(mechanisms.contains("nmda-receptor-block"));
    CHECK(considerations.contains("medical-supervision"));
    bool off_label = false;
    for (auto c : kb.out<approved_for>(np::ketamine)) off_label = off_label || c.carries->status == approval_status::off_label;
    CHECK(off_label);
}

TEST_CASE("the five statements on coverage have their status", "[guide]") {
    auto const covers = [](std::string_view key) {
        std::set<std::string> found;
        for (auto c : kb.every<covered_for>())
            if (kb.key(c.subject) == key && c.said->source == np::guide_2024) found.emplace(word(c.carries->status));
        return found;
    };
    using set = std::set<std::string>;
    CHECK(covers("anticonvulsants") == set{"covered"});
    CHECK(covers("antidepressants") == set{"covered"});
    CHECK(covers("physical-therapy") == set{"limited", "prior_authorization"});
    CHECK(covers("acupuncture") == set{"limited"});
    CHECK(covers("ketamine") == set{"not_covered"});
    for (auto key : {"nerve-block", "spinal-cord-stimulation", "intrathecal-drug-delivery"})
        CHECK(covers(key) == set{"prior_authorization", "criteria"});
}

TEST_CASE("every cause of the guide has candidates, each with a reason", "[guide]") {
    for (auto asked : kb.all<cause>()) {
        INFO(kb.key(asked));
        auto const list = candidates(kb, asked);
        CHECK_FALSE(list.empty());
        for (auto c : list) CHECK_FALSE(c.reasons.empty());
    }
}

// The two tables

TEST_CASE("the guide's table of medicines has its rows, examples, mechanisms and side effects", "[guide]") {
    CHECK(cells_of(np::guide_medications) ==
          std::vector<words>{
              {"Anticonvulsants", "Gabapentin, Pregabalin", "reduced neuronal excitability", "dizziness, somnolence"},
              {"Antidepressants", "Amitriptyline, Duloxetine", "altered pain perception", "dry mouth, weight gain"},
              {"Topical treatments", "Capsaicin cream, Lidocaine patch", "local nerve desensitization", "skin irritation"},
              {"Opioids", "Oxycodone, Tramadol", "opioid receptor binding", "constipation, dependence (possibly)"},
          });
}

TEST_CASE("the guide's table without medicines has its rows, benefits and considerations, each therapy described", "[guide]") {
    CHECK(cells_of(np::guide_non_drug) ==
          std::vector<words>{
              {"Physical therapy", "described", "potentially improved function, potentially pain relief", "consistent effort"},
              {"Acupuncture", "described", "potentially improved well-being, potentially pain relief",
                  "variable results (may apply)"},
              {"Mindfulness meditation", "described", "potentially altered pain perception, potentially stress reduction",
                  "practice and patience"},
              {"Ketamine", "described", "potentially rapid pain relief, potentially sustained effect", "medical supervision"},
          });
}

TEST_CASE("the tables of the guide tell every claim of theirs: nothing is left to a count", "[guide]") {
    for (auto which : {np::guide_medications, np::guide_non_drug}) {
        auto const c = compare(kb, np::neuropathic_pain, view_of(kb, which));
        for (auto const& cell : c.cells) CHECK(c.untold_in(cell).empty());
    }
}

TEST_CASE("therapies in a cell stand A to Z", "[guide]") {
    auto const c = compare(kb, np::neuropathic_pain, view_of(kb, np::guide_medications));
    for (auto const& r : c.rows) {
        auto const members = c.members_of(r);
        CHECK(std::is_sorted(members.begin(), members.end(),
            [](id<therapy> a, id<therapy> b) { return compare_folded(kb.name(a), kb.name(b)) < 0; }));
    }
}

TEST_CASE("ketamine among the therapies without medicines is footnoted as the guide's placing", "[guide]") {
    auto const s = lay_out(compare(kb, np::neuropathic_pain, view_of(kb, np::guide_non_drug)));
    std::string below;
    for (auto const& block : s.blocks)
        for (auto const& line : block.lines) below += line.text + '\n';
    CHECK(below.find("Ketamine is a medicine; its place among the therapies without medicines is the guide's.") !=
          std::string::npos);
}

TEST_CASE("below both tables stands what others warn of", "[guide]") {
    for (auto which : {np::guide_medications, np::guide_non_drug}) {
        auto const c = compare(kb, np::neuropathic_pain, view_of(kb, which));
        REQUIRE_FALSE(c.label_warnings.empty());
        for (auto const& line : c.label_warnings)
            for (auto i = line.first; i != line.last; ++i) CHECK(kb.said(c.told[i].says.claim).source != np::guide_2024);
    }
}

// Interest

TEST_CASE("the guide's interest in ketamine is declared, and marked on what it says of ketamine alone", "[guide]") {
    CHECK(kb.details(np::guide_2024).interest);
    std::set<std::string> marked;
    for (auto c : kb.claims())
        if (kb.said(c).source == np::guide_2024 && has_interest(kb, c)) marked.emplace(kb.key(kb.subject(c)));
    CHECK(marked.contains("ketamine"));
    for (auto const& key : marked) {
        INFO(key);
        CHECK((key.starts_with("ketamine") || key == "nmda-antagonists"));
    }
    for (auto c : kb.claims())
        if (kb.said(c).source == np::guide_2024 && kb.key(kb.subject(c)).starts_with("ketamine")) CHECK(has_interest(kb, c));
}

TEST_CASE("while the guide fills most of a table, its head says so, with the interest", "[guide]") {
    auto const c = compare(kb, np::painful_diabetic_neuropathy);
    if (!c.most_from) {
        WARN("skipped: the table has several sources by now");
        SUCCEED();
        return;
    }
    auto const s = lay_out(c);
    CHECK(std::any_of(s.head.begin(), s.head.end(),
        [](std::string const& l) { return l.find("one source: Guide 2024. Its interest:") != l.npos; }));
}

// What ships

TEST_CASE("no code of a system that must not ship is in the base", "[guide]") {
    for (auto key : {"snomed", "cpt", "meddra", "atc", "icd11", "icd11f", "sider"}) {
        INFO(key);
        CHECK_FALSE(find<code_system>(kb, std::string_view{key}).has_value());
        CHECK_FALSE(systems_in_use().contains(key));
    }
    for (auto s : kb.all<code_system>()) {
        INFO(kb.key(s));
        CHECK(kb.details(s).may_ship);
    }
}

TEST_CASE("a code of the disease behind the pain is never mapped as exact", "[guide]") {
    for (auto const& c : kb.codes(np::painful_diabetic_neuropathy)) CHECK(c.map != mapping::exact);
    for (auto const& c : kb.codes(np::multiple_sclerosis_pain)) CHECK(c.map != mapping::exact);
    for (auto const& c : kb.codes(np::vitamin_b12_deficiency_neuropathy)) CHECK(c.map != mapping::exact);
}

TEST_CASE("every system whose codes ship says its edition and its licence", "[guide]") {
    for (auto s : kb.all<code_system>()) {
        INFO(kb.key(s));
        CHECK_FALSE(kb[kb.details(s).edition].empty());
        CHECK_FALSE(kb[kb.details(s).licence].empty());
        CHECK_FALSE(kb[kb.details(s).attribution].empty());
        CHECK(systems_in_use().contains(std::string{kb.key(s)}));
    }
}

TEST_CASE("NOTICE carries the attribution of every system whose codes ship", "[guide]") {
    auto const path = TREATISE_SOURCE_DIR "/NOTICE";
    if (updates()) std::ofstream{path, std::ios::binary} << notice();
    auto const text = read(path);
    for (auto const& key : systems_in_use()) {
        INFO(key);
        auto const system = *find<code_system>(kb, std::string_view{key});
        CHECK(text.find(kb[kb.details(system).attribution]) != text.npos);
        CHECK(text.find(kb[kb.details(system).edition]) != text.npos);
    }
    CHECK(text == notice());  // TREATISE_UPDATE=1 writes it
}

TEST_CASE("every claim of the base has a source, a place and the day it was checked", "[guide]") {
    for (auto c : kb.claims()) {
        INFO(kb.claim_key(c));
        auto const& said = kb.said(c);
        CHECK(said.source);
        CHECK_FALSE(kb[said.place].empty());
        CHECK(said.checked);
        CHECK_FALSE(kb.claim_key(c).empty());
    }
}

TEST_CASE("labels are the editors' own words: no sentence of the guide stands in the base", "[guide]") {
    auto const guide = read(TREATISE_SHARED_DIR "/knowledge/guide.txt");
    if (guide.empty()) {
        WARN("skipped: guide.txt is not here");
        SUCCEED();
        return;
    }
    auto const short_enough = [&](std::string_view text) { return text.size() < 60 || guide.find(text) == guide.npos; };
    for (std::uint32_t n = 0; n != kb.entity_count(); ++n)
        if (kb.kind(id<entity>::from_number(n)) != kind_number<source>) {
            INFO(kb.key(id<entity>::from_number(n)));
            CHECK(short_enough(kb.description(id<entity>::from_number(n))));
        }
    for (auto c : kb.claims()) CHECK(short_enough(kb.note(c)));
}

}  // namespace whole_guide_test

#else

TEST_CASE("the built-in base carries the guide", "[guide]") {
    WARN("skipped: treatise/knowledge/neuropathic_pain.hpp is not baked");
    SUCCEED();
}

#endif
