// SPDX-License-Identifier: BSL-1.0
// The audit as a whole: what it finds in the built-in base, on any base, and how it says it.
#include "audited_table.hpp"
#include "random_base.hpp"
#include "sampled.hpp"

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>
#endif

#include <fstream>
#include <sstream>

namespace audit_audit_test {

using namespace audited;

namespace {

reported all_of(comparison const& c) { return audit_all(c, lay_out(c)); }

std::string page() {
    std::ifstream file{TREATISE_SOURCE_DIR "/docs/how-to/audit.md"};
    std::stringstream all;
    all << file.rdbuf();
    return all.str();
}
/// The first cells of the table of checks.
std::vector<std::string> checks_of_page() {
    std::vector<std::string> ids;
    std::istringstream all{page()};
    for (std::string line; std::getline(all, line);)
        if (line.starts_with("| ") && line.size() > 4 && text_measures::is_digit(line[3]) &&
            line.find("| person |") == line.npos && line.find("| type |") == line.npos)
            ids.push_back(line.substr(2, line.find(' ', 2) - 2));
    return ids;
}

}  // namespace

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
TEST_CASE("no table of the built-in knowledge has an error, over all causes, views and presets", "[audit]") {
    auto const& kb = neuropathic_pain::knowledge;
    std::vector<view> views_of_all(views::all.begin(), views::all.end());
    for (auto p : kb.all<table_preset>()) views_of_all.push_back(view_of(kb, p));
    for (auto c : fixture::sampled(kb.all<cause>()))
        for (auto const& v : views_of_all) {
            scope s;
            if (v.least_options != 0)
                for (auto key : {"amitriptyline", "duloxetine", "pregabalin"}) s.options.push_back(*find<option>(kb, key));
            auto const made = compare(kb, c, v, s);
            auto found = all_of(made);
            std::erase_if(found, [](audit_finding const& f) { return f.severity != severity::error; });
            INFO(kb.name(c) << ", " << v.key << '\n' << in_words(found, made));
            CHECK(found.empty());
        }
}
#endif

TEST_CASE("an audit of any base ends, and names cells and claims of the table alone", "[audit]") {
    for (std::uint32_t seed = 0; seed != 6; ++seed) {
        fixture::random_base random{seed};
        auto const owner = random.freeze();
        auto const kb = owner.view();
        for (auto c : kb.all<cause>()) {
            auto const made = compare(kb, c);
            for (auto const& f : all_of(made)) {
                CHECK((f.row == no_number || f.row < made.rows.size()));
                CHECK((f.column == no_number || f.column < made.view.columns.size()));
                CHECK((!f.claim || f.claim.value < kb.edge_count()));
            }
        }
    }
}

TEST_CASE("every check has its sentence, and no two the same", "[audit]") {
    std::vector<std::string_view> sentences;
    for (std::size_t i = 0; i != words_of<audit_check>.size(); ++i)
        sentences.push_back(say(english, static_cast<audit_check>(i)));
    for (auto s : sentences) CHECK(s.ends_with('.'));
    std::sort(sentences.begin(), sentences.end());
    CHECK(std::adjacent_find(sentences.begin(), sentences.end()) == sentences.end());
}

TEST_CASE("the page on audits lists exactly the checks that the program makes", "[audit]") {
    auto listed = checks_of_page();
    std::vector<std::string> made(words_of<audit_check>.begin(), words_of<audit_check>.end());
    std::sort(listed.begin(), listed.end());
    std::sort(made.begin(), made.end());
    CHECK(listed == made);
}

TEST_CASE("no message of the library uses a word that praises, but for the sentences of the audit", "[audit]") {
    for (std::size_t i = 0; i != message_count; ++i) {
        INFO(english.messages[i]);
        CHECK(audit_detail::word_in(english.messages[i], "safe effective best proven miracle breakthrough").empty());
    }
}

TEST_CASE("a finding goes into a log for pull requests with its cell, its claim and the words at fault", "[audit]") {
    table t;
    t.text_of(0, "practical") += ", the best of them";
    auto const log = sarif(t.made, faults(t.on_words()), [](std::string_view) { return location{}; });
    CHECK(log.find("\"ruleId\":\"B5\"") != log.npos);
    CHECK(log.find("sore-thumb/alphaprofen/practical") != log.npos);
    CHECK(log.find("\\\"best\\\"") != log.npos);
    t.text_of(1, "practical").clear();
}

TEST_CASE("notes, which are no fault, are left out of a log for pull requests", "[audit]") {
    table const t;
    REQUIRE(notes(t.on_value(), audit_check::c8));
    auto const log = sarif(t.made, t.on_value(), [](std::string_view) { return location{}; });
    CHECK(log.find("\"ruleId\"") == log.npos);
}

}  // namespace audit_audit_test
