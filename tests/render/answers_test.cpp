// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/answers.hpp>

#include <treatise/graph/builder.hpp>
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/query/find.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace render_answers_test {

using namespace treatise;
using fixture::extended;

namespace {

auto const& kb = fixture::knee();
auto const& pain = neuropathic_pain::knowledge;
id<cause> knee_cause(char const* key) { return fixture::entity<cause>(kb, key); }
id<option> knee_option(char const* key) { return fixture::entity<option>(kb, key); }

answer_section const* section(answer const& a, std::string_view heading) {
    for (auto const& s : a.sections)
        if (s.heading == heading) return &s;
    return nullptr;
}
bool has_line(answer_section const* s, std::string_view part) {
    if (s == nullptr) return false;
    for (auto const& g : s->groups)
        for (auto const& l : g.lines)
            if (l.text.find(part) != l.text.npos) return true;
    return false;
}
bool has_group(answer_section const* s, std::string_view part) {
    return s != nullptr && std::any_of(s->groups.begin(), s->groups.end(),
                               [&](answer_group const& g) { return g.heading.find(part) != std::string::npos; });
}
bool holds(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }
std::string facet_heading(facet f) { return std::string{say(english, f)}; }

}  // namespace

TEST_CASE("a claim reads as a sentence whose subject is its source", "[sentence]") {
    auto const said = [](char const* claim) { return sentence(kb, fixture::claim(kb, claim)); };
    CHECK(said("guideline-nsaids") ==
          "Fixture source: guideline of 2020 recommends anti-inflammatories for knee osteoarthritis. In its words: first line, "
          "strong.");
    CHECK(said("guideline-against-calmadol") ==
          "Fixture source: guideline of 2020 recommends against calmadol for knee osteoarthritis. In its words: weak.");
    CHECK(holds(said("no-recommendation-betaprofen"), "makes no recommendation for or against betaprofen"));
    CHECK(holds(said("leaflet-tai-chi"), "mentions tai chi for knee pain, without advice"));
    CHECK(holds(said("avoid-nsaids-kidney"), "names a contraindication to anti-inflammatories: kidney disease"));
    CHECK(holds(said("caution-alphaprofen-pregnancy"), "asks for caution with alphaprofen in this case: pregnancy"));
    CHECK(holds(said("boxed-nsaids-bleeding"), "holds a warning on anti-inflammatories"));
    CHECK(holds(said("affects-alphaprofen-pain"), "reports on alphaprofen in knee osteoarthritis: pain at least halved: 45"));
    CHECK(holds(said("nothing-found-betaprofen"), "no trial that met the criteria"));
    CHECK(holds(said("cox-osteoarthritis"), "implicates inhibition of COX enzymes in knee osteoarthritis"));
    CHECK(holds(said("advises-exercise-first"), "advises on knee osteoarthritis: exercise before medicines"));
}

TEST_CASE("a source that does not support a mechanism is not said to implicate it", "[sentence]") {
    extended b;
    b.claim<implicated_in>("cox-inhibition", "gout-of-the-knee", "review-2021", "not-cox", stance::against);
    auto const& base = b.freeze();
    auto const said = sentence(base, fixture::claim(base, "not-cox"));
    CHECK_FALSE(holds(said, "implicates"));
    CHECK(holds(said, "on inhibition of COX enzymes and gout of the knee: not supported"));
}

TEST_CASE("a hedge is in the sentence, and where it stands says how it was read", "[sentence]") {
    extended b;
    auto said = b.said("leaflet-2024");
    said.hedge = hedge::may;
    b.claim<provided_by>("tai-chi", "physiotherapist", said, "perhaps");
    auto const& base = b.freeze();
    CHECK(holds(sentence(base, fixture::claim(base, "perhaps")), "The source hedges: \"may\"."));
    CHECK(sentence_of_place(kb, fixture::claim(kb, "strength-function")) ==
          "Where it stands: annex; read where another source restates it, restated in Fixture source: leaflet of 2024, page 4.");
    CHECK(holds(sentence_of_place(kb, fixture::claim(kb, "withdrawn-betaprofen")), "withdrawn May 2020: figures corrected"));
}

TEST_CASE("every claim of the built-in base has a sentence that names its source and its subject", "[sentence]") {
    std::string unnamed;
    for (auto c : pain.claims()) {
        auto const said = sentence(pain, c);
        bool const whole = said.starts_with(pain.name(pain.said(c).source)) &&
                           holds(said, inside(english, pain.name(pain.subject(c)))) && said.ends_with('.') &&
                           said.find("  ") == said.npos;
        if (!whole) unnamed.append(pain.claim_key(c)).append(": ").append(said).append("\n");
    }
    CHECK(unnamed == "");
}

TEST_CASE("a record of a claim begins with its sentence and where it stands", "[record]") {
    auto const c = fixture::claim(kb, "guideline-nsaids");
    auto const a = tell_record(kb, c);
    REQUIRE(a.head.size() == 2);
    CHECK(a.head[0] == sentence(kb, c));
    CHECK(a.head[1] == sentence_of_place(kb, c));
    CHECK(has_line(&a.sections.front(), "stance: for"));
}

TEST_CASE("why says of a form what is said of the medicine, under a line of its own", "[why]") {
    auto const a = tell_why(kb, knee_cause("knee-osteoarthritis"), knee_option("alphaprofen-gel"));
    auto const* benefit = section(a, facet_heading(facet::benefit));
    CHECK(has_group(benefit, "about the medicine of which it is a form"));
    CHECK(has_line(benefit, "Alphaprofen: pain at least halved"));
}

TEST_CASE("where no label of a medicine was read, why says so instead of silence; else that nobody reports", "[why]") {
    auto const no_medicine = tell_why(kb, knee_cause("knee-osteoarthritis"), knee_option("tai-chi"));
    CHECK(has_line(section(no_medicine, facet_heading(facet::warning)), "not reported"));
    extended b;
    class_details pills;
    pills.medicines = true;
    auto const of_pills = b.builder().add<therapy_class>({"pills", "Pills"}, pills);
    therapy_details read;
    read.label_read = b.builder().list(std::vector<id<source>>{b.find<source>("label-2022")});
    b.builder().relate<listed_under>(b.builder().add<therapy>({"read-pill", "Read pill"}, read), of_pills);
    b.builder().relate<listed_under>(b.builder().add<therapy>({"other-pill", "Other pill"}), of_pills);
    b.claim<used_for>("read-pill", "knee-osteoarthritis", "leaflet-2024", "read");
    b.claim<used_for>("other-pill", "knee-osteoarthritis", "leaflet-2024", "other");
    auto const& base = b.freeze();
    auto const warnings_of = [&](char const* key) {
        auto const a = tell_why(base, fixture::entity<cause>(base, "knee-osteoarthritis"), fixture::entity<option>(base, key));
        return *section(a, facet_heading(facet::warning));
    };
    auto const with_label = warnings_of("read-pill"), without = warnings_of("other-pill");
    CHECK_FALSE(has_line(&with_label, "no label read here"));
    CHECK(has_line(&with_label, "not reported"));
    CHECK(has_line(&without, "no label read here"));
}

TEST_CASE("a column of why holds its matters and nothing else", "[why]") {
    auto const asked = knee_cause("knee-osteoarthritis");
    auto const a = tell_why(kb, asked, knee_option("anti-inflammatories"), {}, columns::harms);
    REQUIRE(a.sections.size() == 1);
    CHECK(a.sections[0].heading == facet_heading(facet::harm));
    CHECK(has_line(&a.sections[0], "nausea"));
    CHECK(holds(a.title, std::string{heading(english, columns::harms)}));
    auto const boxed = tell_why(kb, asked, knee_option("anti-inflammatories"), {}, columns::boxed);
    REQUIRE(boxed.sections.size() == 1);
    CHECK(has_line(&boxed.sections[0], "stomach bleeding"));
    for (auto const& column : columns::all)
        for (auto const& s : why(kb, asked, knee_option("anti-inflammatories"), {}, column))
            if (column.matters.bits != 0) CHECK(column.matters.allows(matter_of(kb, s)));
}

TEST_CASE("candidates tell what is documented with another aim, and how to see it", "[candidates]") {
    extended b;
    auto& made = b.builder();
    auto const malaria = made.add<cause>({"malaria", "Malaria"});
    auto const net = made.add<therapy>({"bed-net", "Bed net"});
    made.claim<used_for>(net, malaria, b.said("leaflet-2024"), {"net"}, {intent::preventive});
    auto const& base = b.freeze();
    auto const a = tell_candidates(base, fixture::entity<cause>(base, "malaria"));
    CHECK(a.sections.empty());
    CHECK(std::any_of(a.head.begin(), a.head.end(), [](std::string const& line) {
        return holds(line, "prevention (1)") && holds(line, "treatise candidates malaria --intent preventive");
    }));
    scope prevented;
    prevented.intents = intent::preventive;
    auto const all = tell_candidates(base, fixture::entity<cause>(base, "malaria"), prevented);
    REQUIRE(all.sections.size() == 1);
    CHECK(has_line(&all.sections[0], "prevention"));
}

TEST_CASE("about a cause tells part by part what is said of it, each claim with its id and place", "[about]") {
    auto const a = tell_about(kb, knee_cause("knee-osteoarthritis"));
    auto const* advice = section(a, say(english, about_part::principle));
    REQUIRE(advice != nullptr);
    CHECK(has_group(advice, "what comes first, and what next; about this cause"));
    auto const& line = advice->groups[0].lines[0];
    CHECK(line.text == "Exercise before medicines");
    CHECK(line.id == "advises-exercise-first");
    CHECK(holds(line.behind.back(), "section 4"));
    CHECK(std::any_of(a.head.begin(), a.head.end(), [](auto const& h) { return holds(h, "It is a kind of knee pain"); }));
    CHECK(has_group(section(a, say(english, about_part::research)), "about a kind of it: early knee osteoarthritis"));
    std::size_t lines = 0;
    for (auto const& s : a.sections)
        for (auto const& g : s.groups) lines += g.lines.size();
    CHECK(lines == about(kb, knee_cause("knee-osteoarthritis")).said.size());
}

}  // namespace render_answers_test
