// SPDX-License-Identifier: BSL-1.0
// German, and languages made by program: every word that a person reads and that is no label comes from words/.
#include <treatise/audit/report.hpp>
#include <treatise/render/answers.hpp>
#include <treatise/render/answers_page.hpp>
#include <treatise/render/disagreements.hpp>
#include <treatise/render/disagreements_page.hpp>
#include <treatise/treatise.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "german.hpp"
#include "pseudo_language.hpp"
#include "sampled.hpp"
#include "toml_fixture.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whole_second_language_test {

using namespace treatise;
using fixture::german;

namespace {

/// A base in which every letter of its own texts is a q, so that any other word on a page comes from somewhere else.
class masked {
    std::string pool_;
    tables tables_;
    knowledge_base kb_;

public:
    explicit masked(knowledge_base const& of) : pool_{of.tables().pool.begin(), of.tables().pool.end()}, tables_{of.tables()} {
        for (char& c : pool_) c = c >= 'a' && c <= 'z' ? 'q' : c >= 'A' && c <= 'Z' ? 'Q' : c;
        auto const unstated = of[not_stated];  // what prints it as it is forgets its language
        pool_.replace(static_cast<std::size_t>(unstated.data() - of.tables().pool.data()), unstated.size(), unstated);
        tables_.pool = pool_;
        kb_ = knowledge_base{tables_};
    }
    masked(masked const&) = delete;
    masked& operator=(masked const&) = delete;
    knowledge_base const& view() const { return kb_; }
};

knowledge_base const& second_field() {
    static storage const owner = [] {
        auto read = fixture::read_folder(TREATISE_SOURCE_DIR "/tests/second_field");
        if (!read) FAIL(report(read.error()));
        return std::move(*read);
    }();
    static knowledge_base const kb = owner.view();
    return kb;
}

/// Tables to print: the second field's, those of the made-up knee and some of the built-in base, with their texts masked.
struct asked_table {
    std::string name;
    comparison table;
};
std::vector<asked_table> const& asked_tables() {
    static std::vector<std::unique_ptr<masked const>> const bases = [] {
        std::vector<std::unique_ptr<masked const>> all;
        all.push_back(std::make_unique<masked const>(second_field()));
        for (auto const& [name, kb] : fixture::bases()) all.push_back(std::make_unique<masked const>(*kb));
        return all;
    }();
    static std::vector<asked_table> const made = [] {
        std::vector<asked_table> all;
        for (auto const& base : bases) {
            auto const& kb = base->view();
            std::size_t n = 0;
            for (auto const asked : kb.all<cause>()) {
                if (n++ == 2) break;
                for (auto const& v : views::all)
                    if (v.least_options == 0)
                        all.push_back({"cause " + std::to_string(n) + ", " + std::string{v.key}, compare(kb, asked, v)});
            }
            for (auto const p : kb.all<table_preset>())
                all.push_back({"a preset of the base", compare(kb, kb.all<cause>().front(), view_of(kb, p))});
        }
        return all;
    }();
    return made;
}

/// Runs of letters; a sign is none.
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        char const c = i < text.size() ? text[i] : ' ';
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            word += c;
        else if (c == '\xC3' && i + 1 < text.size())  // the letters of German
            (word += c) += text[++i];
        else if (!word.empty())
            words.push_back(std::exchange(word, {}));
    }
    return words;
}

std::set<std::string> const& german_words() {
    static std::set<std::string> const all = [] {
        std::set<std::string> made{"n", "m"};  // the numbers of a legend
        for (auto const form : german.messages)
            for (auto& w : words_in(std::regex_replace(std::string{form}, std::regex{R"(\{\d\})"}, " "))) {
                made.insert(render_detail::in_ascii(std::string_view{w}));
                made.insert(std::move(w));
            }
        for (auto const month : german.months)
            for (auto& w : words_in(month)) made.insert(std::move(w));
        return made;
    }();
    return all;
}

/// The words of a masked page that no message of German has.
std::set<std::string> foreign_words(std::string_view page) {
    auto const is_masked = [](std::string_view w) {
        return std::none_of(w.begin(), w.end(), [](char c) { return c != 'q' && c != 'Q' && c > 0; });
    };
    auto const text = std::regex_replace(std::string{page}, std::regex{"https://[^ <]*|(c-)?[0-9a-f]{8,}"}, " ");
    std::set<std::string> found;
    for (auto& w : words_in(text)) {
        auto small = w;  // as it stands inside a sentence
        small[0] = fold(small[0]);
        if (!is_masked(w) && !german_words().contains(w) && !german_words().contains(small)) found.insert(std::move(w));
    }
    return found;
}

/// What a reader sees of markup, with the texts of attributes that are read out or printed.
std::string seen_in_html(std::string page) {
    page = std::regex_replace(page, std::regex{R"(<style>[^<]*</style>|<wbr>)"}, "");
    page = std::regex_replace(page, std::regex{R"re(<abbr title="([^"]*)">)re"}, " $1 ");
    page = std::regex_replace(page, std::regex{R"re(<td class="[^"]*" data-heading="([^"]*)">)re"}, " $1 ");
    page = std::regex_replace(page, std::regex{"<[^>]*>"}, " ");
    return std::regex_replace(page, std::regex{"&[a-z#0-9]*;"}, " ");
}
/// Without the labels of notes, and without what stands for a sign of markup.
std::string without_references(std::string const& page) {
    return std::regex_replace(page, std::regex{R"(\\?\[\^?[^\] ]{1,10}\\?\]|&[a-z]*;|<br>)"}, " ");
}

/// Pieces of English messages, of two words or more, that German says otherwise.
std::vector<std::string> const& english_phrases() {
    static std::vector<std::string> const all = [] {
        std::vector<std::string> made;
        for (std::size_t i = 0; i != message_count; ++i) {
            if (english.messages[i] == german.messages[i]) continue;
            std::string_view rest = english.messages[i];
            while (!rest.empty()) {
                auto piece = rest.substr(0, rest.find('{'));
                rest.remove_prefix(piece.size() == rest.size() ? rest.size() : piece.size() + 3);
                while (!piece.empty() && std::string_view{" .,:;()"}.find(piece.front()) != std::string_view::npos)
                    piece.remove_prefix(1);
                while (!piece.empty() && std::string_view{" .,:;()"}.find(piece.back()) != std::string_view::npos)
                    piece.remove_suffix(1);
                if (piece.starts_with("treatise ")) continue;  // a command
                if (piece.find(' ') != piece.npos) made.emplace_back(piece);
            }
        }
        return made;
    }();
    return all;
}
std::set<std::string> english_in(std::string_view page) {
    std::set<std::string> found;
    for (auto const& phrase : english_phrases())
        if (page.find(phrase) != page.npos) found.insert(phrase);
    return found;
}

unsigned widest_line(std::string_view page) {
    unsigned widest = 0;
    while (!page.empty()) {
        auto const line = page.substr(0, page.find('\n'));
        widest = std::max(widest, display_width(line));
        page.remove_prefix(std::min(page.size(), line.size() + 1));
    }
    return widest;
}

std::size_t times(std::string_view page, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t i = 0; (i = page.find(part, i)) != page.npos; i += part.size()) ++n;
    return n;
}

using words = std::set<std::string>;

}  // namespace

TEST_CASE("a second language has every message, with the places of the English one", "[words][language]") {
    STATIC_REQUIRE(is_complete<german>);
    STATIC_REQUIRE(is_complete<english>);
}

TEST_CASE("no message of the second language is left in English", "[words][language]") {
    for (std::size_t i = 0; i != message_count; ++i) {
        auto const bare = std::regex_replace(std::string{english.messages[i]}, std::regex{R"(\{\d\})"}, "");
        bool const has_words = bare.find_first_of("abcdefghijklmnopqrstuvwxyz") != bare.npos;  // RR, NNT: the same everywhere
        INFO(english.messages[i]);
        CHECK((!has_words || german.messages[i] != english.messages[i]));
    }
}

TEST_CASE("a date stands in the order of its language", "[words][language]") {
    CHECK(say(german, date{2026, 3, 22}) == "22. März 2026");
    CHECK(say(german, date{2026, 3, 0}) == "März 2026");
    CHECK(say(german, date{2026, 0, 0}) == "2026");
    auto year_first = english;
    year_first.messages[static_cast<std::size_t>(message::date_day)] = "{2} {1} {0}";
    CHECK(say(year_first, date{2026, 11, 22}) == "2026 Nov 22");
}

TEST_CASE("a table in a second language has no English word, as text, markdown or HTML", "[words][language]") {
    REQUIRE(asked_tables().size() > 12);
    for (auto const& [name, table] : fixture::sampled(asked_tables())) {
        INFO(name);
        auto const sheet = lay_out(table, german);
        auto const page = plain_text(sheet, {400});
        CHECK(foreign_words(without_references(page)) == words{});
        auto in_ascii = foreign_words(without_references(plain_text(sheet, {400, true})));
        for (auto const& w : words_in(page)) in_ascii.erase(render_detail::in_ascii(std::string_view{w}));
        CHECK(in_ascii == words{});
        CHECK(foreign_words(without_references(plain_text(sheet, {4000, false, false, true}))) == words{});
        CHECK(foreign_words(without_references(markdown(sheet))) == words{});
        CHECK(foreign_words(without_references(seen_in_html(html(sheet)))) == words{});
        CHECK(foreign_words(without_references(seen_in_html(html_page(sheet)))) == words{});
    }
}

TEST_CASE("no phrase of the English frame is left in a second language, in any format", "[words][language]") {
    REQUIRE(english_phrases().size() > 100);
    for (auto const& [name, table] : fixture::sampled(asked_tables())) {
        INFO(name);
        CHECK(english_in(plain_text(table, {400}, german)) == words{});
        CHECK(english_in(markdown(table, german)) == words{});
        CHECK(english_in(html(table, {}, german)) == words{});
        CHECK(english_in(html_page(table, german)) == words{});
        CHECK(english_in(csv(table, {}, german)) == words{});
        CHECK(english_in(latex(table, {}, german)) == words{});
        // A field whose value is not stated says so in the word of the files, for programs.
        CHECK(english_in(std::regex_replace(json(table, german), std::regex{"\"not stated\""}, "0")) == words{});
    }
}

TEST_CASE("what a claim says in JSON is in the language of the table", "[words][language][json]") {
    auto const& kb = second_field();
    auto const said = [&](language const& l) {
        json_writer j;
        json_claim(j, kb, fixture::claim(kb, "premice-halved"), &l);
        return j.take();
    };
    CHECK(said(german).find(R"("text":"migraine days at least halved: 38.1 gegen 12.1 von 100")") != std::string::npos);
    CHECK(said(english).find(R"("text":"migraine days at least halved: 38.1 vs 12.1 of 100")") != std::string::npos);
    auto const c = compare(kb, fixture::entity<cause>(kb, "episodic-migraine"));
    CHECK(json(c, german).find(R"("language":"de")") != std::string::npos);
}

TEST_CASE("the mark of an interest is a word of the language where only ASCII can be printed", "[words][language]") {
    auto const& kb = second_field();
    auto const c = compare(kb, fixture::entity<cause>(kb, "episodic-migraine"));
    CHECK(plain_text(c, {400, true}, german).find("(Interesse)") != std::string::npos);
    CHECK(plain_text(c, {400, true}).find("(interest)") != std::string::npos);
}

TEST_CASE("an answer in a second language has no English word", "[words][language]") {
    masked const base{second_field()}, knee{fixture::knee()};
    std::vector<std::pair<std::string, answer>> answers;
    for (auto const* kb : {&base.view(), &knee.view()}) {
        for (auto const asked : kb->all<cause>()) {
            answers.emplace_back("candidates", tell_candidates(*kb, asked, {}, german));
            answers.emplace_back("gaps", tell_gaps(*kb, asked, {}, german));
            answers.emplace_back("about", tell_about(*kb, asked, {}, german));
            for (auto const o : kb->all<option>()) {
                answers.emplace_back("why", tell_why(*kb, asked, o, {}, german));
                answers.emplace_back("paths", tell_paths(*kb, o, asked, {}, german));
            }
            auto const c = compare(*kb, asked);
            auto found = audit_all(c, lay_out(c, german), german);
            for (auto& f : found) f.check = audit_check::a1;  // its number is a label
            answers.emplace_back("audit", tell_audit(c, found, german));
        }
    }
    REQUIRE(answers.size() > 50);
    for (auto const& [name, a] : answers) {
        INFO(name << ": " << a.title);
        auto const without_numbers = [](std::string const& s) {
            return std::regex_replace(s, std::regex{"\\bA1\\b|\\[[QKW]\\]|&[a-z]*;|\\bc-[0-9a-f]{16}\\b"}, " ");
        };
        CHECK(foreign_words(without_numbers(plain_text(a, {400}))) == words{});
        CHECK(foreign_words(without_numbers(markdown(a))) == words{});
    }
}

TEST_CASE("disagreements in a second language have no English phrase", "[words][language]") {
    masked const base{second_field()}, knee{fixture::knee()};
    for (auto const* kb : {&base.view(), &knee.view()})
        for (auto const asked : kb->all<cause>()) {
            auto const told = tell_disagreements(*kb, asked, {}, {}, german);
            CHECK(english_in(plain_text(told, {400})) == words{});
            CHECK(english_in(markdown(told)) == words{});
        }
}

TEST_CASE("the audit reads a table in a second language as it reads the English one", "[words][language][audit]") {
    auto const& kb = second_field();
    for (auto const asked : kb.all<cause>()) {
        auto const c = compare(kb, asked);
        for (auto const& f : audit(lay_out(c, german), c, german)) {
            INFO(say(german, c, f));
            CHECK(f.severity != severity::error);
        }
    }
}

// From right to left

TEST_CASE("a page that reads from right to left says so, and its style names no side", "[words][language][html]") {
    auto const& kb = second_field();
    auto const c = compare(kb, fixture::entity<cause>(kb, "episodic-migraine"));
    auto const page = html_page(c, fixture::right_to_left());
    CHECK(page.find("<html lang=\"he\" dir=\"rtl\">") != page.npos);
    CHECK(html(c, {}, fixture::right_to_left()).find("lang=\"he\" dir=\"rtl\" aria-labelledby") != std::string::npos);
    CHECK(page.find("לא דווח") != page.npos);
    auto const style = page.substr(page.find("<style>"), page.find("</style>") - page.find("<style>"));
    for (auto const* side : {"left", "right"}) {
        INFO(side);
        CHECK(style.find(side) == style.npos);
    }
}

TEST_CASE("a minus sign stays in front of its number where text runs from right to left", "[words][language]") {
    auto const& l = fixture::right_to_left();
    CHECK(say(l, decimal{-120, 2}) == "\u200E-1.20");
    CHECK(say(l, decimal::minus_infinity()) == "\u200E-∞");
    CHECK(say(l, decimal{120, 2}) == "1.20");
    CHECK(say(german, decimal{-120, 2}) == "-1.20");
    auto const& kb = second_field();
    auto const c = compare(kb, fixture::entity<cause>(kb, "chronic-migraine"));
    CHECK(html(c, {}, l).find("\u200E-2.0 (\u200E-2.8 ") != std::string::npos);
    CHECK(plain_text(c, {140}, l).find("\u200E-2.8 ") != std::string::npos);
    for (auto const& f : audit(lay_out(c, l), c, l)) CHECK(f.check != audit_check::c8);  // the audit finds the interval in print
}

TEST_CASE("text from right to left keeps to the width of the page and loses no cell", "[words][language]") {
    auto const& l = fixture::right_to_left();
    for (auto const& [name, table] : fixture::sampled(asked_tables()))
        for (unsigned const width : {40u, 60u, 100u, 140u}) {
            auto const all = times(plain_text(table, {400}, l), "דווח");
            INFO(name << " at " << width);
            auto const page = plain_text(table, {width}, l);
            CHECK(widest_line(page) <= width);
            CHECK(times(page, "דווח") == all);
        }
}

TEST_CASE(
    "LaTeX of letters that its fonts lack has every one of them in a command, and whole groups", "[words][language][latex]") {
    auto const& kb = second_field();
    auto const page = latex(compare(kb, fixture::entity<cause>(kb, "episodic-migraine")), {}, fixture::right_to_left());
    int depth = 0;
    std::size_t letters = 0;
    for (std::size_t i = 0; i != page.size(); ++i) {
        if (page[i] == '\\' && i + 1 != page.size() && (page[i + 1] == '{' || page[i + 1] == '}')) {
            ++i;
            continue;
        }
        depth += (page[i] == '{') - (page[i] == '}');
        REQUIRE(depth >= 0);
        if (page[i] != '\xD7') continue;  // the first byte of a Hebrew letter
        ++letters;
        CHECK(page.substr(i - 2, 2) == "}{");
        CHECK(page[i + 2] == '}');
    }
    CHECK(depth == 0);
    CHECK(letters > 100);
}

// Long words

TEST_CASE("words of a hundred letters are folded: no line of text is longer than its page", "[words][language]") {
    auto const& l = fixture::long_words();
    std::size_t longest = 0;
    for (auto const form : l.messages) longest = std::max(longest, form.size());
    REQUIRE(longest > 100);
    for (auto const& [name, table] : fixture::sampled(asked_tables()))
        for (unsigned const width : {40u, 50u, 80u, 110u, 140u})
            for (bool const transpose : {false, true}) {
                INFO(name << " at " << width << (transpose ? ", transposed" : ""));
                CHECK(widest_line(plain_text(table, {width, false, false, transpose}, l)) <= width);
                CHECK(widest_line(plain_text(table, {width, true, false, transpose}, l)) <= width);
            }
}

TEST_CASE("a long word may break in every cell of HTML", "[words][language][html]") {
    for (auto const& [name, table] : fixture::sampled(asked_tables())) {
        INFO(name);
        auto page = html(lay_out(table, fixture::long_words()));
        if (page.find("<tbody>") == page.npos) continue;  // no row
        page = page.substr(page.find("<tbody>"), page.rfind("</tbody>") - page.find("<tbody>"));
        page = std::regex_replace(page, std::regex{"<wbr>"}, " ");
        page = std::regex_replace(page, std::regex{"<tr class=\"section\">.*"}, " ");  // as wide as the table
        page = std::regex_replace(page, std::regex{"<[^>]*>"}, " ");
        page = std::regex_replace(page, std::regex{"&[a-z#0-9]*;"}, "_");
        std::size_t longest = 0;
        for (auto const& w : words_in(page)) longest = std::max(longest, w.size());
        CHECK(longest <= 24);
    }
}

TEST_CASE("an answer keeps to the width of the page in any language", "[words][language]") {
    auto const& kb = second_field();
    for (auto const* l : {&german, &fixture::right_to_left(), &fixture::long_words()})
        for (auto const asked : kb.all<cause>())
            for (unsigned const width : {40u, 80u, 140u}) {
                INFO(l->code << " at " << width);
                CHECK(widest_line(plain_text(tell_candidates(kb, asked, {}, *l), {width})) <= width);
                CHECK(widest_line(plain_text(tell_gaps(kb, asked, {}, *l), {width})) <= width);
                CHECK(widest_line(plain_text(tell_about(kb, asked, {}, *l), {width})) <= width);
                for (auto const t : kb.all<therapy>())
                    CHECK(widest_line(plain_text(tell_why(kb, asked, t, {}, *l), {width})) <= width);
            }
}

TEST_CASE("the view for people who face the choice speaks a second language as well", "[words][language][plain]") {
    masked const base{second_field()}, knee{fixture::knee()};
    for (auto const* kb : {&base.view(), &knee.view()})
        for (auto const asked : kb->all<cause>()) {
            scope s;
            for (auto const c : candidates(*kb, asked))
                if (s.options.size() != 3) s.options.push_back(c.option);
            auto const c = compare(*kb, asked, views::patient, s);
            if (c.rows.empty()) continue;
            auto const sheet = lay_out(c, german);
            CHECK(english_in(plain_text(sheet, {400})) == words{});
            CHECK(english_in(html(sheet)) == words{});
            CHECK(foreign_words(without_references(seen_in_html(html(sheet)))) == words{});
        }
}

}  // namespace whole_second_language_test
