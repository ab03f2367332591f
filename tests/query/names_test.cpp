// SPDX-License-Identifier: BSL-1.0
#include <treatise/query/find.hpp>
#include <treatise/query/search.hpp>
#include <treatise/query/suggest.hpp>

#include <treatise/knowledge/neuropathic_pain.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace query_names_test {

using namespace treatise;

namespace {

namespace np = neuropathic_pain;
auto const& kb = fixture::knee();
auto const& pain = np::knowledge;

std::string found(std::string_view typed) {
    auto const e = find<entity>(pain, typed);
    return e ? std::string{pain.key(*e)} : "?";
}
template <class Kind>
std::vector<std::string> offered(knowledge_base const& base, std::string_view text, std::size_t most = 10) {
    std::vector<std::string> keys;
    for (auto const& c : search<Kind>(base, text, most)) keys.emplace_back(base.key(c.of));
    return keys;
}

}  // namespace

// Not constants: g++ 12 compares no view of a temporary with another in one.
TEST_CASE("a folded name is the same however it is written, and of another substance another", "[names]") {
    CHECK(folded_name{"Vitamin B\u2081\u2082 deficiency"} == folded_name{"vitamin b-12 deficiencies"});
    CHECK(folded_name{"Oedema"} == folded_name{"edema"});
    CHECK(folded_name{"localised"} == folded_name{"Localized"});
    CHECK(!(folded_name{"ketamine"} == folded_name{"esketamine"}));
    CHECK(!(folded_name{""} == folded_name{""}));
}

TEST_CASE("a first letter rules out no name that folds to the same", "[names]") {
    for (auto const& [typed, name] : {std::pair{"edema", "Oedema"}, {"edema", "O'edema"}, {"eour", "oaeour"}, {"e", "ae"}}) {
        INFO(typed << ", " << name);
        CHECK(folded_name{typed} == folded_name{name});
        CHECK(folded_name{typed}.may_be(name));
    }
    CHECK_FALSE(folded_name{"edema"}.may_be("pain"));
    CHECK_FALSE(folded_name{"pain"}.may_be("Oedema"));
}

TEST_CASE("what is left of a character that is cut off swallows no letter", "[names]") {
    CHECK(folded_name{"\xf3"
                      "abc"}
              .text() == "abc");
    CHECK(folded_name{"ab\xe2\x82"
                      "c"}
              .text() == folded_name{"ab c"}.text());
    CHECK(folded_name{"\xb2"}.text().empty());
}

TEST_CASE("names are found as people write them", "[names]") {
    CHECK(found("post herpetic neuralgia") == "postherpetic-neuralgia");
    CHECK(found("trigeminal neuralgias") == "trigeminal-neuralgia");
    CHECK(found("diabetic neuropathies") == "painful-diabetic-neuropathy");
    CHECK(found("neurontin\u00ae") == "gabapentin");
    CHECK(found("oedema") == "edema");
    CHECK(found("diarrhoea") == "diarrhea");
    CHECK(found("cognitive behavioural therapy") == "cognitive-behavioral-therapy");
    CHECK(found("pregabalin ") == "pregabalin");
    CHECK(found("localised neuropathic pain") == "localized-neuropathic-pain");
}

TEST_CASE("one active substance is never offered for another", "[names]") {
    auto const near_of = [](std::string_view typed) { return suggest<option>(pain, typed, 10); };
    auto const offers = [&](std::string_view typed, id<option> other) {
        for (auto const& name : near_of(typed))
            if (auto const e = find<option>(pain, name); e && *e == other) return true;
        return false;
    };
    CHECK_FALSE(offers("MS Contin", np::oxycodone_controlled_release));
    CHECK_FALSE(offers("imipramine", np::desipramine));
    CHECK_FALSE(offers("CBD", np::cognitive_behavioral_therapy));
    CHECK(offers("carbamazapine", np::carbamazepine));  // one letter is a slip
    CHECK(offers("pregabaline", np::pregabalin));
}

TEST_CASE("at least nine names of ten that people type are found, or rightly refused with the right one named", "[names]") {
    std::ifstream in{TREATISE_SHARED_DIR "/cases/names/names.txt"};
    if (!in) {
        WARN("skipped: " TREATISE_SHARED_DIR "/cases/names/names.txt is not there");
        SUCCEED();
        return;
    }
    std::size_t all = 0, right = 0;
    for (std::string line; std::getline(in, line);) {
        auto const bar = line.find('|');
        if (bar == line.npos) continue;
        auto const typed = line.substr(0, bar), expected = line.substr(bar + 1);
        ++all;
        if (found(typed) == expected) {
            ++right;
        } else if (found(typed) == "?") {
            auto const near = suggest<entity>(pain, typed, 1);
            right += !near.empty() && found(near.front()) == expected;
        }
    }
    INFO(right << " of " << all);
    CHECK(all > 100);
    CHECK(right * 10 >= all * 9);
}

TEST_CASE("a picker offers from one letter on, whole names and beginnings before words inside", "[names]") {
    CHECK_FALSE(offered<option>(pain, "g").empty());
    auto const all = search<option>(pain, "lido");
    REQUIRE(all.size() > 2);
    for (std::size_t i = 1; i != all.size(); ++i) CHECK(all[i - 1].how <= all[i].how);
    CHECK(all.front().how == match::beginning);
    CHECK(search<option>(pain, "gabapentin").front().of == id<option>{np::gabapentin});
    CHECK(search<option>(pain, "gabapentin").front().how == match::whole);
}

TEST_CASE("a picker says what matched: a name, a synonym, a brand or a code", "[names]") {
    auto const brand = search<option>(kb, "alphan");
    REQUIRE(brand.size() == 1);
    CHECK(brand[0].as == name_kind::brand);
    CHECK(brand[0].matched == "Alphanol");
    auto const synonym = search<cause>(kb, "knee arth");
    REQUIRE(synonym.size() == 1);
    CHECK(synonym[0].as == name_kind::synonym);
    auto const coded = search<cause>(kb, "fx-100");
    REQUIRE(coded.size() == 1);
    CHECK(coded[0].as == name_kind::code);
}

TEST_CASE("a picker offers each thing once, of the kind that was asked for, and no more than asked", "[names]") {
    for (auto const* text : {"a", "p", "ne", "pain"}) {
        auto keys = offered<entity>(pain, text, 1000);
        auto const size = keys.size();
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        CHECK(keys.size() == size);
    }
    CHECK(offered<entity>(pain, "p", 3).size() == 3);
    for (auto const& c : search<cause>(pain, "p", 100)) CHECK(pain.as<cause>(c.of));
    CHECK(offered<entity>(pain, "").empty());
    CHECK(offered<entity>(pain, "zzzz").empty());
}

TEST_CASE("the look at a first letter leaves out no name that folding finds", "[names]") {
    std::size_t seen = 0;
    for (auto const& row : pain.tables().names) {
        folded_name const whole{pain[row.name]};
        if (whole.text().empty()) continue;
        ++seen;
        if (!whole.may_be(pain[row.name])) FAIL(pain[row.name]);
    }
    CHECK(seen > 1000);
    CHECK(folded_name{"edema"}.may_be("Oedema"));
    CHECK(folded_name{"esophagitis"}.may_be("oesophagitis"));
    CHECK(folded_name{"alpha-lipoic acid"}.may_be("\u03b1-lipoic acid"));
    CHECK_FALSE(folded_name{"gabapentin"}.may_be("pregabalin"));
}

}  // namespace query_names_test
