// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/words/english.hpp>

#include <treatise/render/phrase.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace words_words_test {

using namespace treatise;
using fixture::extended;

namespace {

auto const& knee = fixture::knee();
std::string said(char const* claim) { return phrase(knee, english, fixture::claim(knee, claim)); }

/// The numbers of the places {0}, {1} ... in a message.
std::set<int> places_in(std::string_view form) {
    std::set<int> found;
    for (std::size_t i = 0; i + 2 < form.size(); ++i)
        if (form[i] == '{' && form[i + 2] == '}') found.insert(form[i + 1] - '0');
    return found;
}

std::string read(std::filesystem::path const& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// The message of that name in the code.
std::size_t number_of(std::string_view name) {
    auto const found =
        std::find_if(std::begin(message_rows), std::end(message_rows), [&](message_row const& m) { return m.name == name; });
    return static_cast<std::size_t>(found - std::begin(message_rows));
}

/// Every source file of the rooms that say messages, and of the tool.
std::vector<std::filesystem::path> files_that_say() {
    std::vector<std::filesystem::path> files;
    for (auto const* folder : {"/include/treatise/words", "/include/treatise/render", "/include/treatise/audit", "/tools"})
        for (auto const& file : std::filesystem::recursive_directory_iterator{std::string{TREATISE_SOURCE_DIR} + folder})
            if (file.path().extension() == ".hpp" || file.path().extension() == ".cpp") files.push_back(file.path());
    return files;
}

/// How many values stand between braces that open at `from`; none where there are no braces.
int values_at(std::string const& code, std::size_t from) {
    auto const open = code.find_first_not_of(" \n", from);
    if (open == code.npos || code[open] != ',') return 0;
    auto const brace = code.find_first_not_of(" \n", open + 1);
    if (brace == code.npos || code[brace] != '{') return 0;
    int depth = 0, values = 1;
    bool quoted = false;
    for (std::size_t i = brace; i != code.size(); ++i) {
        if (code[i] == '"' && code[i - 1] != '\\') quoted = !quoted;
        if (quoted) continue;
        if (code[i] == '{' || code[i] == '(') ++depth;
        if (code[i] == ',' && depth == 1) ++values;
        if ((code[i] == '}' || code[i] == ')') && --depth == 0) break;
    }
    return values;
}

}  // namespace

TEST_CASE("every message has its English", "[words]") {
    for (std::size_t i = 0; i != message_count; ++i) {
        INFO(message_rows[i].name);
        CHECK_FALSE(english.messages[i].empty());
    }
}

TEST_CASE("the places of a message are numbered from 0 without a gap", "[words]") {
    for (std::size_t i = 0; i != message_count; ++i) {
        if (std::string_view{message_rows[i].name}.starts_with("sentence_"))
            continue;  // of four values that they share each takes some
        auto const form = english.messages[i];
        INFO(form);
        auto const places = places_in(form);
        CHECK((places.empty() || (*places.begin() == 0 && *places.rbegin() + 1 == static_cast<int>(places.size()))));
    }
}

TEST_CASE("wherever the code says a message, it gives a value for each of its places", "[words]") {
    std::size_t said_somewhere = 0;
    for (auto const& path : files_that_say()) {
        auto const code = read(path);
        for (std::size_t i = 0; (i = code.find("say(", i)) != code.npos; ++i) {
            auto const m = code.find("message::", i);
            if (m == code.npos || code.substr(i, m - i).find_first_of(";{\n") != std::string::npos) continue;
            if (code.substr(i, m - i).find('?') != std::string::npos) continue;  // one of two messages: below, by their own tests
            auto const begin = m + std::string_view{"message::"}.size();
            auto const end = code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789", begin);
            auto const number = number_of(code.substr(begin, end - begin));
            INFO(path.filename().string() << ": " << code.substr(begin, end - begin));
            REQUIRE(number != message_count);
            ++said_somewhere;
            CHECK(values_at(code, end) == static_cast<int>(places_in(english.messages[number]).size()));
        }
    }
    CHECK(said_somewhere > 30);  // the scan still finds them
}

TEST_CASE("a message without values has no place to fill where it is taken as it is", "[words]") {
    std::size_t taken_somewhere = 0;
    for (auto const& path : files_that_say()) {
        if (path.string().find("/audit/") != std::string::npos) continue;  // it looks for the words of any message
        auto const code = read(path);
        for (auto const* opening : {"word(message::", "l[message::", "l_[message::", "english[message::", "word_of(message::"})
            for (std::size_t i = 0; (i = code.find(opening, i)) != code.npos; ++i) {
                auto const begin = i + std::string_view{opening}.size();
                auto const name =
                    code.substr(begin, code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789", begin) - begin);
                if (code.substr(begin + name.size(), 2) == "##")
                    continue;  // the rest of the name is another's, in a list of checks
                INFO(path.filename().string() << ": " << name);
                REQUIRE(number_of(name) != message_count);
                ++taken_somewhere;
                CHECK(places_in(english.messages[number_of(name)]).empty());
            }
    }
    CHECK(taken_somewhere > 100);  // the scan still finds them
}

TEST_CASE("the places of a message are filled in the order of their numbers, in any language", "[words]") {
    CHECK(say(english, message::of_100_with_without, {"38", "23"}) == "38 vs 23 of 100");
    auto turned = english;
    turned.messages[static_cast<std::size_t>(message::of_100_with_without)] = "statt {1} sind es {0} von 100";
    CHECK(say(turned, message::of_100_with_without, {"38", "23"}) == "statt 23 sind es 38 von 100");
}

TEST_CASE("braces in a name are not places", "[words]") {
    CHECK(say(english, message::not_with, {"{0} and {1}"}) == "contraindicated: {0} and {1}");
}

TEST_CASE("a place without a value stays empty", "[words]") {
    CHECK(say(english, message::of_100_with_without, {"38"}) == "38 vs  of 100");
}

TEST_CASE("a date is as exact as the source states it", "[words]") {
    CHECK(say(english, date{2026, 11, 22}) == "22 Nov 2026");
    CHECK(say(english, date{2024, 1, 0}) == "Jan 2024");
    CHECK(say(english, date{2024, 0, 0}) == "2024");
    CHECK(say(english, date::unstated()) == "not stated by the source");
    CHECK(say(english, date{}) == "not reported");
}

TEST_CASE("a number keeps the digits that were printed", "[words]") {
    CHECK(say(english, decimal{710, 2}) == "7.10");
    CHECK(say(english, decimal{71, 1}) == "7.1");
    CHECK(say(english, decimal{-59, 2}) == "-0.59");
    CHECK(say(english, decimal{5, 3}) == "0.005");
    CHECK(say(english, decimal{0, 0}) == "0");
    CHECK(say(english, decimal{0, 2}) == "0.00");
    CHECK(say(english, decimal{1200, 0}) == "1200");
    CHECK(say(english, decimal::infinity()) == "\xE2\x88\x9E");
    CHECK(say(english, decimal::unstated()) == "not stated by the source");
    CHECK(say(english, decimal{}).empty());
}

TEST_CASE("a name loses its capital inside a sentence, an abbreviation does not", "[words]") {
    CHECK(inside(english, "Gabapentin") == "gabapentin");
    CHECK(inside(english, "SNRIs") == "SNRIs");
    CHECK(inside(english, "B vitamins") == "B vitamins");
    CHECK(inside(english, "NMDA antagonists") == "NMDA antagonists");
    CHECK(inside(english, "") == "");
    auto german = english;
    german.lowers_names_inside_sentences = false;
    CHECK(inside(german, "Gabapentin") == "Gabapentin");
}

TEST_CASE("each word of a vocabulary has its own word in print", "[words]") {
    auto const all_apart = [](auto first, std::size_t count) {
        std::set<std::string_view> words;
        for (std::size_t i = 0; i != count; ++i) words.insert(say(english, static_cast<decltype(first)>(i)));
        return words.size() == count && !words.contains("");
    };
    CHECK(all_apart(cell_state{}, words_of<cell_state>.size()));
    CHECK(all_apart(applicability{}, words_of<applicability>.size()));
    CHECK(all_apart(coverage_status{}, words_of<coverage_status>.size()));
    CHECK(all_apart(warning_form{}, words_of<warning_form>.size()));
    CHECK(all_apart(reading{}, words_of<reading>.size()));
    CHECK(all_apart(facet{}, words_of<facet>.size()));
    CHECK(all_apart(practical_issue{}, words_of<practical_issue>.size()));
}

TEST_CASE("the words of an enumeration stand beside the right value", "[words][type]") {
    STATIC_REQUIRE(say(english, cell_state::looked_for) == "looked for, not found");
    STATIC_REQUIRE(say(english, applicability::excluded) == "excluded by the source");
    STATIC_REQUIRE(say(english, coverage_status::not_covered) == "not covered");
    STATIC_REQUIRE(say(english, practical_issue::travel_and_driving) == "travel and driving");
    STATIC_REQUIRE(say(english, practical_issue::medication_routine) == "medication routine");
    STATIC_REQUIRE(say(english, facet::coverage) == "Who pays");
}

TEST_CASE("a column prints its own heading or the usual one", "[words]") {
    for (auto const& c : columns::all) {
        CHECK_FALSE(heading(english, c).empty());
        CHECK(heading(english, c) != c.key);
    }
    auto own = columns::harms;
    own.heading = "Common side effects";
    CHECK(heading(english, own) == "Common side effects");
}

TEST_CASE("no message grades, ranks or recommends in our own words", "[words]") {
    for (auto form : english.messages) {
        std::string lower;
        for (char c : form) lower += fold(c);
        for (auto word : {"safe ", "best", "worst", "superior", "you should", "we recommend", "first choice"}) {
            INFO(form);
            CHECK(lower.find(word) == std::string::npos);
        }
    }
}

// A claim in words

TEST_CASE("people of 100 are told with and without, in one denominator", "[words]") {
    CHECK(said("affects-alphaprofen-pain") == "pain at least halved: 45 (40 to 50) vs 30 of 100");
    CHECK(said("affects-alphaprofen-nausea") == "nausea: 8 (6 to 10) vs 5 of 100");
}

TEST_CASE("what is not in people names its measure in full, with its interval and all its digits", "[words]") {
    CHECK(said("affects-pooled-pain") == "pain at least halved: NNT 7.10 (5.2 to 11)");
    CHECK(said("strength-function") == "better function: standardized mean difference -0.59 (-0.80 to -0.38)");
}

TEST_CASE("an interval that crosses no effect is worded as uncertain, never as no difference", "[words]") {
    auto const text = said("harm-calmadol-withdrew");  // NNH 30 (12 to -90)
    CHECK(text.find("the interval includes no effect") != std::string::npos);
    CHECK(text.find("no important difference") == std::string::npos);
}

TEST_CASE("whether an interval includes no effect depends on its measure", "[words]") {
    auto const includes = [](statistic s, decimal low, decimal high) {
        effect e;
        e.statistic = s;
        e.value = low;
        e.low = low;
        e.high = high;
        return includes_no_effect(e);
    };
    CHECK(includes(statistic::risk_ratio, {93, 2}, {112, 2}));
    CHECK(includes(statistic::odds_ratio, {1, 0}, {20, 1}));
    CHECK_FALSE(includes(statistic::risk_ratio, {144, 2}, {208, 2}));
    CHECK_FALSE(includes(statistic::hazard_ratio, {33, 2}, {63, 2}));
    CHECK(includes(statistic::mean_difference, {-8, 1}, {5, 1}));
    CHECK(includes(statistic::standardised_mean_difference, {-20, 2}, {0, 2}));
    CHECK_FALSE(includes(statistic::risk_difference, {3, 0}, {16, 0}));
    CHECK(includes(statistic::nnt, {59, 1}, decimal::infinity()));
    CHECK_FALSE(includes(statistic::nnt, {59, 1}, {921, 2}));
    CHECK_FALSE(includes(statistic::per_100, {0, 0}, {10, 0}));
    CHECK_FALSE(includes(statistic::risk_ratio, {}, {}));
    CHECK_FALSE(includes(statistic::risk_ratio, decimal::unstated(), decimal::unstated()));
}

TEST_CASE("what the source concludes as no difference keeps its words and its figure", "[words]") {
    CHECK(said("no-difference-calmadol") == "pain at least halved: no important difference: risk ratio 1.02 (0.93 to 1.12)");
}

TEST_CASE("a search that found nothing says so", "[words]") {
    CHECK(said("nothing-found-betaprofen") == "pain at least halved: no trial that met the criteria");
}

TEST_CASE("a warning names its form and its authority", "[words]") {
    CHECK(said("boxed-nsaids-bleeding") == "Boxed warning (Fixture Agency): stomach bleeding");
}

TEST_CASE("a recommendation is told in the words of its scheme", "[words]") {
    CHECK(said("guideline-nsaids") == "first line, strong");
    CHECK(said("guideline-against-calmadol") == "not recommended, weak");
}

TEST_CASE("contraindication and caution are told apart", "[words]") {
    CHECK(said("avoid-nsaids-kidney") == "contraindicated: kidney disease");
    CHECK(said("caution-alphaprofen-pregnancy") == "caution: pregnancy");
}

TEST_CASE("a hedge is part of the statement, whatever it stands before", "[words]") {
    CHECK(hedged(english, hedge::may, "nausea", hedged_kind::harm) == "may cause nausea");
    CHECK(hedged(english, hedge::limited_evidence, "less pain", hedged_kind::benefit) == "less pain (limited evidence)");
    CHECK(hedged(english, hedge::none, "less pain", hedged_kind::benefit) == "less pain");
    for (std::size_t h = 1; h != words_of<hedge>.size(); ++h)
        for (auto of : {hedged_kind::benefit, hedged_kind::harm, hedged_kind::state, hedged_kind::restriction, hedged_kind::point,
                 hedged_kind::mechanism, hedged_kind::advice, hedged_kind::other}) {
            auto const text = hedged(english, static_cast<hedge>(h), "X", of);
            CHECK(text.find('X') != std::string::npos);
            CHECK(text.size() > 3);
        }
}

TEST_CASE("a hedge stands behind a name and behind an instruction, and no adverb is glued to one", "[words]") {
    CHECK(hedged(english, hedge::possible, "dependence", hedged_kind::harm) == "dependence (possibly)");
    CHECK(hedged(english, hedge::usual, "Brugada syndrome", hedged_kind::restriction) == "Brugada syndrome (usually)");
    CHECK(hedged(english, hedge::likely, "young age", hedged_kind::state) == "risk is likely higher with young age");
    CHECK(hedged(english, hedge::may, "epilepsy", hedged_kind::restriction) == "may be harmful with epilepsy");
    CHECK(hedged(english, hedge::may, "do not stop at once", hedged_kind::point) == "do not stop at once (may apply)");
    CHECK(hedged(english, hedge::potential, "less pain", hedged_kind::benefit) == "potentially less pain");
}

TEST_CASE("coverage and its hedge are one phrase", "[words]") {
    CHECK(say(english, coverage_status::not_covered, hedge::may) == "may not be covered");
    CHECK(say(english, coverage_status::covered, hedge::usual) == "usually covered");
    CHECK(say(english, coverage_status::prior_authorization, hedge::none) == "prior authorization");
}

TEST_CASE("an outcome has a name in each register, its own where it has none in one", "[words]") {
    auto const nausea = fixture::entity<outcome>(knee, "nausea");
    CHECK(name_of(knee, nausea, word_register::clinical) == "Nausea");
    CHECK(name_of(knee, nausea, word_register::plain) == "Nausea");
}

TEST_CASE("approvals, schedules and coverage name who and where", "[words]") {
    CHECK(said("approved-alphaprofen") == "Fixture Agency-approved");
    CHECK(said("off-label-betaprofen") == "off-label (Fixture Agency)");
    CHECK(said("controlled-calmadol") == "Fixture Land F");
    CHECK(said("covered-strength") == "Fixture health plan: limited coverage, 12 visits a year");
}

TEST_CASE("an approval whose authority the source does not state names the place instead", "[words]") {
    extended b;
    b.claim<approved_for>(
        "tai-chi", "knee-pain", "leaflet-2024", "approved", stance::in_favour, {not_stated, approval_status::approved, {}});
    auto const& kb = b.freeze();
    CHECK(phrase(kb, english, fixture::claim(kb, "approved")) == "approved (Fixture Land)");
}

TEST_CASE("no stance is ever told as its opposite: only what is said in favour reads as plain words", "[words]") {
    for (auto s : {stance::against, stance::no_difference, stance::no_evidence_found, stance::no_recommendation, stance::mixed}) {
        extended b;
        b.claim<used_for>("tai-chi", "knee-pain", "leaflet-2024", "x-used", s);
        b.claim<recommended_for>(
            "tai-chi", "knee-pain", "leaflet-2024", "x-recommended", s, {b.find<scheme>("fixture-grade"), {1}, {}, {}, {}});
        b.claim<approved_for>("tai-chi", "knee-pain", "leaflet-2024", "x-approved", s,
            {b.builder().text("Fixture Agency"), approval_status::approved, {}});
        b.claim<controlled_in>("tai-chi", "fixture-land", "leaflet-2024", "x-controlled", s, {b.builder().text("F")});
        b.claim<covered_for>("tai-chi", "knee-pain", "leaflet-2024", "x-covered", s,
            {b.find<payer>("fixture-health-plan"), coverage_status::covered, {}});
        b.claim<contraindicated_in>("tai-chi", "pregnancy", "leaflet-2024", "x-avoid", s);
        b.claim<warned_of>("tai-chi", "nausea", "leaflet-2024", "x-warned", s, b.warning());
        b.claim<affects>("tai-chi", "nausea", "leaflet-2024", "x-affects", s);
        b.claim<acts_by>("tai-chi", "cox-inhibition", "leaflet-2024", "x-acts", s);
        b.claim<involves>("tai-chi", "weekly-sessions", "leaflet-2024", "x-involves", s);
        b.claim<provided_by>("tai-chi", "physiotherapist", "leaflet-2024", "x-provided", s);
        auto const& kb = b.freeze();
        std::map<std::string, std::string> const plain{{"x-used", "named as an option"}, {"x-recommended", "recommended, strong"},
            {"x-approved", "Fixture Agency-approved"}, {"x-controlled", "Fixture Land F"},
            {"x-covered", "Fixture health plan: covered"}, {"x-avoid", "not with pregnancy"},
            {"x-warned", "Label (Fixture Agency): nausea"}, {"x-affects", "nausea"}, {"x-acts", "inhibition of COX enzymes"},
            {"x-involves", "weekly sessions"}, {"x-provided", "physiotherapist"}};
        for (auto const& [key, in_favour] : plain) {
            INFO(key << ", " << word(s));
            CHECK(phrase(kb, english, fixture::claim(kb, key)) != in_favour);
            CHECK_FALSE(phrase(kb, english, fixture::claim(kb, key)).empty());
        }
    }
}

TEST_CASE("every claim of every base has words, without a place left to fill", "[words]") {
    for (auto const& [name, base] : fixture::bases())
        for (auto c : base->claims()) {
            INFO(name << ": " << base->claim_key(c));
            auto const text = phrase(*base, english, c);
            CHECK_FALSE(text.empty());
            CHECK(places_in(text).empty());
            CHECK(text.back() != ' ');
            CHECK(text.find("  ") == std::string::npos);
            CHECK(text.find("()") == std::string::npos);
        }
}

TEST_CASE("certainty is told in the words of who rated it", "[words]") {
    CHECK(certainty(knee, english, fixture::claim(knee, "affects-alphaprofen-pain")) == "high");
    CHECK(certainty(knee, english, fixture::claim(knee, "guideline-nsaids")).empty());
}

// Interest

TEST_CASE("an interest is the source's in that very option, or the sponsor's of the trial", "[words]") {
    CHECK(has_interest(knee, fixture::claim(knee, "leaflet-strength")));
    CHECK(has_interest(knee, fixture::claim(knee, "trial-calmadol-pain")));
    CHECK_FALSE(has_interest(knee, fixture::claim(knee, "leaflet-tai-chi")));  // the same leaflet, another option
    CHECK_FALSE(has_interest(knee, fixture::claim(knee, "guideline-nsaids")));
}

TEST_CASE("a sponsor that the source does not state is no declared interest", "[words]") {
    extended b;
    auto said = b.said("trial-2019");
    said.interest = not_stated;
    b.claim<used_for>("tai-chi", "knee-pain", said, "unstated-sponsor");
    auto const& kb = b.freeze();
    CHECK_FALSE(has_interest(kb, fixture::claim(kb, "unstated-sponsor")));
}

}  // namespace words_words_test
