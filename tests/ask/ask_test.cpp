// SPDX-License-Identifier: BSL-1.0
#include <treatise/ask.hpp>
#include <treatise/graph/builder.hpp>
#include <treatise/model/limits.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace ask_ask_test {

using namespace treatise;

namespace {

using parsed = nlohmann::json;
auto const& kb = fixture::knee();

parsed answer_to(std::string_view request) { return parsed::parse(ask(kb, request)); }
std::vector<parsed> problems_of(std::string_view request) {
    auto const answer = answer_to(request);
    CHECK(answer.at("format") == "treatise-error");
    return answer.at("error").at("problems");
}
/// The only problem of a request.
parsed problem_of(std::string_view request) {
    auto const all = problems_of(request);
    INFO(parsed(all).dump());
    REQUIRE(all.size() == 1);
    return all.front();
}
bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("a request in JSON gets the answer that the function gives", "[ask]") {
    auto const knee = fixture::entity<cause>(kb, "knee-osteoarthritis");
    auto const alphaprofen = fixture::entity<option>(kb, "alphaprofen");
    CHECK(ask(kb, R"({"question":"categories","cause":"knee-osteoarthritis"})") == json_categories(kb, knee));
    CHECK(ask(kb, R"({"question":"facts","cause":"knee-osteoarthritis","option":"alphaprofen"})") ==
          json_facts(kb, knee, alphaprofen));
    CHECK(ask(kb, R"({"question":"compare","cause":"knee-osteoarthritis"})") == json(compare(kb, knee)) + '\n');
    CHECK(ask(kb, R"({"question":"causes"})") == json_listing(kb, "causes", kb.all<cause>()));
}

TEST_CASE("a name of something else is told by what it is, with its article", "[ask]") {
    CHECK(problem_of(R"({"question":"facts","cause":"knee-osteoarthritis","option":"stomach-bleeding"})").at("message") ==
          "'stomach-bleeding' is an outcome, not a therapy or class");
    auto const of_therapy = problem_of(R"({"question":"options-for","what":"alphaprofen"})").at("message").get<std::string>();
    CHECK(of_therapy.starts_with("'alphaprofen' is a therapy, not an outcome, mechanism"));
}

TEST_CASE("a scope in a request narrows as a scope does", "[ask]") {
    auto const knee = fixture::entity<cause>(kb, "knee-osteoarthritis");
    scope s;
    s.source_kinds = source_kind::guideline;
    s.superseded = true;
    s.as_of = date{2022, 0, 0};
    CHECK(ask(kb, R"({"question":"candidates","cause":"knee-osteoarthritis",
        "scope":{"source_kind":["guideline"],"superseded":true,"as_of":"2022"}})") == json_candidates(kb, knee, s));
    CHECK(ask(kb, R"({"question":"candidates","cause":"knee-osteoarthritis","scope":{}})") == json_candidates(kb, knee));
}

TEST_CASE("a list of one may be written as a text", "[ask]") {
    CHECK(ask(kb, R"({"question":"candidates","cause":"knee-osteoarthritis","scope":{"source_kind":"guideline"}})") ==
          ask(kb, R"({"question":"candidates","cause":"knee-osteoarthritis","scope":{"source_kind":["guideline"]}})"));
}

TEST_CASE("names find what keys find", "[ask]") {
    CHECK(ask(kb, R"({"question":"show","key":"Alphaprofen"})") == ask(kb, R"({"question":"show","key":"alphaprofen"})"));
}

TEST_CASE("every answer says its format, its knowledge with hash and last day, and its notice", "[ask]") {
    for (auto const& f : question_forms) {
        auto const request = parsed{{"question", word(f.is)}, {"cause", "knee-osteoarthritis"}, {"option", "alphaprofen"},
            {"what", "knee-pain"}, {"key", "alphaprofen"}, {"text", "alphaprofen"}, {"options", {"alphaprofen", "tai-chi"}}};
        auto asked = request;
        for (auto const& [key, value] : request.items())
            for (std::size_t i = 0; i != words_of<request_key>.size(); ++i)
                if (words_of<request_key>[i] == key && !f.needs.holds(static_cast<request_key>(i))) asked.erase(key);
        auto const answer = answer_to(asked.dump());
        INFO(asked.dump() << ": " << answer.dump().substr(0, 400));
        CHECK((answer.at("format") != "treatise-error" || f.is == question_kind::options_for));
        CHECK(answer.at("format_version").is_string());
        CHECK(answer.at("knowledge").at("content").get<std::string>().size() == 16);
        CHECK(answer.at("knowledge").contains("use_until"));
        CHECK_FALSE(answer.at("notice").get<std::string>().empty());
    }
}

TEST_CASE("a compact answer has no phrases and keeps its notice", "[ask]") {
    for (auto const* question : {"compare", "candidates", "disagreements", "about", "audit"}) {
        auto const of = std::string{R"({"question":")"} + question + R"(","cause":"knee-osteoarthritis","compact":true})";
        auto const told = ask(kb, of);
        INFO(told.substr(0, 400));
        CHECK_FALSE(has(told, "\"text\":"));
        CHECK_FALSE(has(told, "\"what\":"));
        CHECK(has(told, "\"notice\":"));
        CHECK_FALSE(has(told, "treatise-error"));
    }
    auto const table = answer_to(R"({"question":"compare","cause":"knee-osteoarthritis","compact":true})");
    auto const whole = answer_to(R"({"question":"compare","cause":"knee-osteoarthritis"})");
    CHECK(table.at("rows").size() == whole.at("rows").size());
    CHECK(table.at("rows").at(0).at("cells").at(1).at("state") == whole.at("rows").at(0).at("cells").at(1).at("state"));
    CHECK_FALSE(table.contains("title"));
}

TEST_CASE("all that is wrong with a request comes at once, each with its place", "[ask]") {
    auto const all = problems_of(
        R"({"question":"facts","cause":"nope","option":"alphaprofn","view":"x","colum":1,"scope":{"as_of":"soon","kind":[1,"yyy"],"verified":"no"}})");
    std::vector<std::string> places;
    for (auto const& p : all) places.push_back(p.at("at").get<std::string>() + ' ' + p.at("fault").get<std::string>());
    for (auto const* wanted :
        {"/cause unknown_name", "/option unknown_name", "/view unknown_key", " unknown_key", "/scope/as_of wrong_value",
            "/scope/kind/0 wrong_type", "/scope/kind/1 unknown_name", "/scope/verified wrong_type"}) {
        INFO(wanted);
        CHECK(std::find(places.begin(), places.end(), wanted) != places.end());
    }
    CHECK(places.size() == 8);
}

TEST_CASE("a name that is not there is told with the nearest and where all of them are listed", "[ask]") {
    auto const p = problem_of(R"({"question":"facts","cause":"knee-osteoarthritis","option":"alphaprofn"})");
    CHECK(p.at("nearest") == parsed{"Alphaprofen"});
    CHECK(p.at("listed_by") == parsed{"therapies", "classes"});
    CHECK(has(p.at("message").get<std::string>(), "is no therapy or class"));
}

TEST_CASE("a question, a key or a word that is none is told with what there is", "[ask]") {
    CHECK(problem_of(R"({"question":"categoris","cause":"knee-osteoarthritis"})").at("nearest") == parsed{"categories"});
    CHECK(problem_of(R"({"question":"causes","sccope":{}})").at("nearest") == parsed{"scope"});
    auto const of_a_question = problem_of(R"({"question":"causes","view":"overview"})");
    CHECK(of_a_question.at("valid") == parsed{"compact"});
    auto const word_of_scope =
        problem_of(R"({"question":"gaps","cause":"knee-osteoarthritis","scope":{"intent":"symptomatik"}})");
    CHECK(word_of_scope.at("at") == "/scope/intent/0");
    CHECK(word_of_scope.at("nearest") == parsed{"symptomatic"});
}

TEST_CASE("a key that a question needs and does not get is told", "[ask]") {
    CHECK(problem_of(R"({"question":"gaps"})").at("fault") == "missing");
    CHECK(
        problem_of(R"({"question":"head-to-head","cause":"knee-osteoarthritis","options":["tai-chi"]})").at("at") == "/options");
    CHECK(problem_of(R"({"question":"compare","cause":"knee-osteoarthritis","view":"patient"})").at("at") == "/options");
    CHECK(problem_of(R"({})").at("fault") == "unknown_question");
}

TEST_CASE("values of another type are told, and nothing is taken from them", "[ask]") {
    CHECK(problem_of(R"({"question":"gaps","cause":"knee-osteoarthritis","scope":7})").at("at") == "/scope");
    CHECK(problem_of(R"({"question":"gaps","cause":"knee-osteoarthritis","scope":{"kind":{"a":[{"b":"c"}]}}})").at("at") ==
          "/scope/kind");
    CHECK(problem_of(R"({"question":"gaps","cause":"knee-osteoarthritis","compact":[true]})").at("at") == "/compact");
    CHECK(
        problem_of(R"({"question":"gaps","cause":"knee-osteoarthritis","cause":"knee-osteoarthritis"})").at("fault") == "twice");
    CHECK(problem_of(R"({"question":"candidates","cause":"knee-osteoarthritis","circumstance":""})").at("fault") == "empty");
    for (auto const* no_object : {"1", "null", "true", "\"x\"", "[]", "[{}]"})
        CHECK(problems_of(no_object).front().at("fault") == "wrong_type");
}

TEST_CASE("what is no JSON is told with its line and column", "[ask]") {
    auto const p = problem_of("{\"question\":\n  \"gaps\",,}");
    CHECK(p.at("fault") == "not_json");
    CHECK(has(p.at("message").get<std::string>(), "line 2, column 10"));
    for (auto const* text : {"", " ", "{", "{\"question\":", "{\"question\":\"gaps\"} x", "nul", "{\"question\":1e9999}",
             "\"\xff\"", "{\"a\":\"\xed\xa0\x80\"}", "{\"a\":\"\\ud800\"}", "\xef\xbb"})
        CHECK(problem_of(text).at("fault") == "not_json");
}

TEST_CASE("depth, size and odd characters of a request end in an answer", "[ask]") {
    std::string const deep(900000, '[');
    CHECK(problem_of(deep).at("fault") == "not_json");
    CHECK(problems_of(R"({"question":"gaps","cause":)" + std::string(300000, '[') + std::string(300000, ']') + "}")
              .front()
              .at("at") == "/cause");
    CHECK(problem_of(std::string(limits::request_bytes + 1, ' ')).at("fault") == "not_json");
    auto const long_name = problem_of(R"({"question":"show","key":")" + std::string(500000, 'x') + "\"}");
    CHECK(long_name.at("message").get<std::string>().size() < 400);
    CHECK_FALSE(has(ask(kb, R"({"question":"show","key":"\u001b[31m\u0000</script>\u2028"})"), "\x1b"));
    CHECK(problem_of(R"({"question":99999999999999999999999999999})").at("fault") == "wrong_type");
}

TEST_CASE("JSON may stand in a script of a page and in a program in JavaScript", "[ask][json]") {
    json_writer j;
    j.open('{').member("<a>", "</script><!-- \xE2\x80\xA8 \xE2\x80\xA9 \xC3\xA4 \x01 \"\\").close('}');
    auto const text = j.take();
    CHECK(text == R"({"\u003ca>":"\u003c/script>\u003c!-- \u2028 \u2029 )"
                  "\xC3\xA4"
                  R"( \u0001 \"\\"})");
    CHECK(parsed::parse(text).at("<a>") == "</script><!-- \xE2\x80\xA8 \xE2\x80\xA9 \xC3\xA4 \x01 \"\\");
    auto const echoed = ask(kb, R"({"question":"search","text":"</script>\u2029"})");
    CHECK_FALSE(has(echoed, "<"));
    CHECK(has(echoed, R"(\u003c/script>\u2029)"));
}

TEST_CASE("a byte that is no UTF-8 is written as the sign for one, so that every answer is JSON", "[json]") {
    json_writer j;
    j.open('[').value("a\xff\xc0\xaf\xed\xa0\x80z").close(']');
    CHECK(parsed::parse(j.take()).at(0) == "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz");
}

TEST_CASE("the schema of requests knows the questions and the keys that there are", "[ask][schema]") {
    std::ifstream in{TREATISE_SOURCE_DIR "/docs/requests.schema.json"};
    auto const schema = parsed::parse(in);
    auto const& of = schema.at("oneOf");
    REQUIRE(of.size() == question_forms.size());
    for (std::size_t q = 0; q != question_forms.size(); ++q) {
        auto const& f = question_forms[q];
        INFO(word(f.is));
        CHECK(of.at(q).at("properties").at("question").at("const") == word(f.is));
        for (std::size_t i = 0; i != words_of<request_key>.size(); ++i) {
            auto const k = static_cast<request_key>(i);
            auto const& required = of.at(q).at("required");
            CHECK(of.at(q).at("properties").contains(word(k)) ==
                  (f.needs.holds(k) || f.takes.holds(k) || k == request_key::compact));
            CHECK((std::find(required.begin(), required.end(), word(k)) != required.end()) == f.needs.holds(k));
        }
    }
}

}  // namespace ask_ask_test
