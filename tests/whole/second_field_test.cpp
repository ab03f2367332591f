// SPDX-License-Identifier: BSL-1.0
// Migraine prevention in miniature: what the library does for the field that it ships, it does for one that shares nothing
// with it, and it brings no word of its own field along.
#include <treatise/audit/words.hpp>
#include <treatise/render/answers.hpp>
#include <treatise/render/answers_page.hpp>
#include <treatise/snapshot/bake.hpp>
#include <treatise/treatise.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "folder.hpp"
#include "toml_fixture.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whole_second_field_test {

using namespace treatise;

namespace {

knowledge_base const& field() {
    static storage const owner = [] {
        auto read = fixture::read_folder(TREATISE_SOURCE_DIR "/tests/second_field");
        if (!read) FAIL(report(read.error()));
        return std::move(*read);
    }();
    static knowledge_base const kb = owner.view();
    return kb;
}
id<cause> cause_of(std::string_view key) { return fixture::entity<cause>(field(), key); }

/// Everything that a person can read of a comparison, by format; the widths of text are such that a cell is one line, or many.
std::vector<std::pair<std::string, std::string>> every_format(comparison const& c) {
    std::vector<std::pair<std::string, std::string>> all{{"markdown", markdown(c)}, {"html", html(c)},
        {"html page", html_page(c)}, {"csv", csv(c)}, {"latex", latex(c)}, {"json", json(c)}};
    for (unsigned const width : {60u, 100u, 140u, 2000u})
        all.emplace_back("text at " + std::to_string(width), plain_text(c, {width}));
    all.emplace_back("ASCII text", plain_text(c, {140, true}));
    all.emplace_back("transposed text", plain_text(c, {140, false, false, true}));
    return all;
}

/// In lower case, with every run of spaces and line breaks as one space.
std::string on_one_line(std::string_view text) {
    std::string made;
    for (char const ch : text) {
        bool const space = ch == ' ' || ch == '\n' || ch == '\r';
        if (!space || made.empty() || made.back() != ' ') made += space ? ' ' : fold(ch);
    }
    return made;
}

/// The word of the shipped field that stands in a text; empty where there is none.
std::string word_of_pain(std::string_view text) {
    auto s = on_one_line(text);
    // The journal in which four of the sources stand.
    std::string const journal = "headache and pain";
    for (std::size_t i = 0; (i = s.find(journal, i)) != s.npos;) s.erase(i, journal.size());
    for (auto const* word : {"pain", "neuropath", "analges", "nocicep", "gabapent", "opioid", "neuralgia", "ketamine"})
        if (s.find(word) != s.npos) return word;
    return {};
}

}  // namespace

TEST_CASE("a second field is a folder of files and loads without a problem", "[second field]") {
    auto const read = fixture::read_folder(TREATISE_SOURCE_DIR "/tests/second_field");
    INFO((read ? std::string{} : report(read.error())));
    REQUIRE(read);
    auto const& kb = field();
    CHECK(kb[kb.base().key] == "migraine-prevention");
    CHECK(kb.all<cause>().size() == 3);
    CHECK(kb.claim_count() >= 12);
    std::set<std::string_view> kinds_of_therapy;
    for (auto c : kb.all<therapy_class>())
        if (kb.out<is_a>(c).empty()) kinds_of_therapy.insert(kb.name(c));
    CHECK(kinds_of_therapy ==
          std::set<std::string_view>{"Medicines by mouth", "Injections", "Devices", "Without medicine or device"});
}

TEST_CASE("each claim of the second field says where it was read", "[second field]") {
    auto const& kb = field();
    for (auto c : kb.claims()) {
        auto const& said = kb.said(c);
        INFO(kb.claim_key(c));
        CHECK((said.place != not_stated || (said.restated_in && said.restated_at)));
        CHECK((said.read == reading::restated) == static_cast<bool>(said.restated_in));
    }
}

TEST_CASE("candidates of another field are its own options", "[second field]") {
    auto const& kb = field();
    std::set<std::string_view> options;
    for (auto const& c : candidates(kb, cause_of("episodic-migraine"))) options.insert(kb.key(c.option));
    // Botulinum toxins: a source looked for evidence; lamotrigine: a guideline speaks against it. Both are documented.
    CHECK(options == std::set<std::string_view>{"acupuncture", "aerobic-exercise", "botulinum-toxins", "cgrp-antibodies",
                         "erenumab", "lamotrigine", "metoprolol", "onabotulinumtoxina", "propranolol", "supraorbital-stimulator",
                         "topiramate"});
}

TEST_CASE("rows stand in the order of the other field's own kinds of therapy", "[second field]") {
    auto const& kb = field();
    std::vector<std::string_view> rows;
    for (auto const& r : compare(kb, cause_of("migraine"), views::overview, {}, {.groups = row_group::kind}).rows)
        if (!r.is_reference) rows.push_back(kb.name(r.kind));
    CHECK(rows.size() > 5);
    std::vector<std::string_view> once;
    for (auto name : rows)
        if (once.empty() || once.back() != name) once.push_back(name);
    CHECK(once == std::vector<std::string_view>{"Medicines by mouth", "Injections", "Devices", "Without medicine or device"});
}

TEST_CASE("two causes of another field differ where its sources differ", "[second field]") {
    auto const& kb = field();
    auto const toxins = [&](std::string_view cause) {
        auto const c = compare(kb, cause_of(cause));
        for (std::uint32_t r = 0; r != c.rows.size(); ++r)
            if (kb.kind(c.rows[r].option) == kind_number<therapy> ? kb.key(c.rows[r].option) == "onabotulinumtoxina"
                                                                  : kb.key(c.rows[r].option) == "botulinum-toxins")
                return std::pair{c.at(r, 1), c.at(r, 2)};
        return std::pair{cell{}, cell{}};
    };
    auto const [said_of_episodic, benefit_in_episodic] = toxins("episodic-migraine");
    auto const [said_of_chronic, benefit_in_chronic] = toxins("chronic-migraine");
    CHECK(benefit_in_episodic.state == cell_state::looked_for);
    CHECK(benefit_in_chronic.state == cell_state::reported);
    CHECK(said_of_chronic.state == cell_state::reported);
}

TEST_CASE("the states of a cell are told apart in another field", "[second field]") {
    std::set<cell_state> seen;
    for (auto asked : field().all<cause>()) {
        auto const c = compare(field(), asked);
        for (auto const& x : c.cells) seen.insert(x.state);
    }
    for (auto s : {cell_state::reported, cell_state::no_difference, cell_state::looked_for, cell_state::not_reported}) {
        INFO(word(s));
        CHECK(seen.contains(s));
    }
}

TEST_CASE("every writer prints the words of another field", "[second field]") {
    auto const& kb = field();
    struct expectation {
        std::string_view cause;
        view table;
        std::vector<std::string_view> words;
    };
    std::array const tables{expectation{"migraine", views::overview, {"igraine days at least halved", "38 vs 12"}},
        expectation{"migraine", views::pharmacology, {"block of the CGRP receptor"}},
        expectation{"chronic-migraine", views::coverage, {"prior authorization"}}};
    for (auto const& t : tables)
        for (auto const& [format, text] : every_format(compare(kb, cause_of(t.cause), t.table))) {
            if (format.starts_with("text at ") && format != "text at 2000") continue;  // a cell is broken into lines
            if (format == "ASCII text" || format == "transposed text") continue;
            for (auto const words : t.words) {
                INFO(format << ": " << words);
                CHECK(text.find(words) != text.npos);
            }
        }
}

TEST_CASE("no table of another field has a word of pain, in any format", "[second field]") {
    auto const& kb = field();
    for (auto const asked : kb.all<cause>())
        for (auto const& p : views::all)
            for (auto const& [format, text] : every_format(compare(kb, asked, p))) {
                INFO(kb.key(asked) << ", " << p.key << ", " << format);
                CHECK(word_of_pain(text).empty());
            }
}

TEST_CASE("no answer about another field has a word of pain", "[second field]") {
    auto const& kb = field();
    std::vector<answer> answers;
    for (auto const asked : kb.all<cause>()) {
        answers.push_back(tell_candidates(kb, asked));
        answers.push_back(tell_gaps(kb, asked));
        answers.push_back(tell_about(kb, asked));
        for (auto const t : kb.all<therapy>()) {
            answers.push_back(tell_why(kb, asked, t));
            answers.push_back(tell_paths(kb, t, asked));
        }
    }
    REQUIRE(answers.size() > 6);
    for (auto const& a : answers) {
        INFO(a.title);
        CHECK(word_of_pain(plain_text(a)).empty());
        CHECK(word_of_pain(markdown(a)).empty());
    }
}

TEST_CASE("no message of the library belongs to one field", "[second field][words]") {
    for (auto const message : english.messages) {
        INFO(message);
        CHECK(word_of_pain(message).empty());
    }
}

TEST_CASE("no code of the library belongs to one field; only an example in a comment may name it", "[second field]") {
    std::size_t headers = 0;
    for (auto const& entry : std::filesystem::recursive_directory_iterator{TREATISE_SOURCE_DIR "/include/treatise"}) {
        if (entry.path().extension() != ".hpp" || entry.path().parent_path().filename() == "knowledge") continue;
        ++headers;
        std::ifstream in{entry.path()};
        unsigned number = 0;
        for (std::string line; std::getline(in, line);) {
            ++number;
            auto const comment = line.find("//");
            auto const code = std::string_view{line}.substr(0, comment);
            INFO(entry.path().filename().string() << ':' << number << ": " << line);
            CHECK(word_of_pain(code).empty());
            // An example stands in quotes or code signs, or behind a colon.
            if (comment != line.npos && !word_of_pain(std::string_view{line}.substr(comment)).empty())
                CHECK(line.find_first_of("\"`:", comment + 3) != line.npos);
        }
    }
    CHECK(headers > 50);
}

TEST_CASE("a table of another field passes the audit without an error", "[second field][audit]") {
    auto const& kb = field();
    for (auto const asked : kb.all<cause>())
        for (auto const& p : {views::overview, views::pharmacology}) {
            auto const c = compare(kb, asked, p);
            auto findings = audit(c);
            auto const of_words = audit(lay_out(c), c);
            findings.insert(findings.end(), of_words.begin(), of_words.end());
            for (auto const& f : findings) {
                INFO(kb.key(asked) << ", " << p.key << ": " << say(english, c, f));
                CHECK(f.severity != severity::error);
            }
        }
}

TEST_CASE("a base of another field that is baked compiles, and says the same when compiled", "[second field][bake]") {
    auto const& kb = field();
    fixture::folder const in;
    in.file("migraine_prevention.hpp", bake(kb));
    auto const asked = cause_of("episodic-migraine");
    std::ofstream{in / "asks.cpp"}
        << "#include \"migraine_prevention.hpp\"\n#include <treatise/treatise.hpp>\n"
           "namespace mp = treatise::migraine_prevention;\n"
        << "static_assert(mp::knowledge.claim_count() == " << kb.claim_count() << ");\n"
        << "static_assert(candidates(mp::knowledge, mp::episodic_migraine).size() == " << candidates(kb, asked).size() << ");\n"
        << "static_assert(mp::knowledge.name(mp::supraorbital_stimulator) == \"Supraorbital stimulator\");\n"
        << "static_assert(mp::knowledge.name(mp::migraine_days_at_least_halved) == \"migraine days at least halved\");\n";
    auto const command = "c++ -std=c++20 -fsyntax-only -I '" TREATISE_SOURCE_DIR "/include' '" + (in / "asks.cpp") + "' > '" +
                         (in / "found") + "' 2>&1";
    bool const compiler = std::system("c++ --version > /dev/null 2>&1") == 0;
    auto const result = compiler ? std::system(command.c_str()) : 0;
    auto const said = fixture::text_of(in / "found");
    if (!compiler) {
        WARN("skipped: no compiler is called c++ here");
        SUCCEED();
        return;
    }
    INFO(said);
    CHECK(result == 0);
}

}  // namespace whole_second_field_test
