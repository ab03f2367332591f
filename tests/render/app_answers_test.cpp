// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/answers.hpp>

#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/render/answers_page.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "german.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace render_app_answers_test {

using namespace treatise;

namespace {

namespace np = neuropathic_pain;
auto const& kb = fixture::knee();
auto const& pain = np::knowledge;
auto const osteoarthritis = fixture::entity<cause>(kb, "knee-osteoarthritis");

id<option> knee_option(char const* key) { return fixture::entity<option>(kb, key); }
bool has(std::string_view page, std::string_view part) { return page.find(part) != page.npos; }
std::string page(answer const& a) { return plain_text(a, {.width = 200}); }

}  // namespace

TEST_CASE("the page of facts names the matter, who says it where, and how it applies", "[app]") {
    auto const told = page(tell_facts(kb, osteoarthritis, knee_option("alphaprofen")));
    CHECK(has(told, "\nBenefit\n"));
    CHECK(has(told, "vs 30 of 100"));
    CHECK(has(told, "about this cause"));
    CHECK(has(told, "table 2"));
    CHECK(has(told, "#affects-alphaprofen-pain"));
    CHECK(has(told, "treatise why knee-osteoarthritis alphaprofen"));
}

TEST_CASE("the page of facts says where nothing is reported and where no label was read", "[app]") {
    auto const told = page(tell_facts(kb, osteoarthritis, knee_option("tai-chi")));
    CHECK(has(told, "not reported"));
    CHECK_FALSE(has(told, "no label read here"));  // it is no medicine
}

TEST_CASE("a trial without difference is no benefit on the page", "[app]") {
    CHECK(has(page(tell_facts(kb, osteoarthritis, knee_option("calmadol"))), "no important difference"));
}

TEST_CASE("the page of categories counts claims and says what that is not", "[app]") {
    auto const told = page(tell_categories(kb, osteoarthritis));
    CHECK(has(told, "more claims are not more evidence"));
    CHECK(has(told, "it ranks nothing"));
    CHECK(has(told, "Benefit 1 in favor, 1 no important difference"));
}

TEST_CASE("a source that tells of a harm is counted as reporting it, never as in favor of it", "[app]") {
    claim_counts counts;
    counts.add(facet::harm, stance::in_favour);
    counts.add(facet::harm, stance::no_difference);
    counts.add(facet::benefit, stance::in_favour);
    CHECK(say(english, counts) == "Benefit 1 in favor; Harms 1 reporting it, 1 no important difference");
}

TEST_CASE("further claims are counted in words that fit one as well as several", "[app]") {
    auto const told = page(tell_facts(pain, np::painful_diabetic_neuropathy, np::pregabalin));
    CHECK(has(told, "Further claims on this: "));
    CHECK(has(told, "; see `treatise why`."));
}

TEST_CASE("the answers for an app have words in a second language", "[app]") {
    auto const told = page(tell_facts(kb, osteoarthritis, knee_option("alphaprofen"), {}, fixture::german));
    CHECK(has(told, "\nNutzen\n"));
    CHECK_FALSE(has(told, "Benefit"));
    CHECK(has(page(tell_categories(kb, osteoarthritis, {}, fixture::german)), "mehr Aussagen sind nicht mehr Beleg"));
}

TEST_CASE("a fact in JSON is whole: stance, figure with both arms, comparator, source with title and place", "[app]") {
    auto const j = json_facts(kb, osteoarthritis, knee_option("alphaprofen"));
    CHECK(has(j, R"("format":"treatise-facts")"));
    CHECK(has(j, R"("facet":"benefit","stance":"for","matter":"benefit")"));
    CHECK(has(j, R"("value":"45","low":"40","high":"50","without":"30")"));
    CHECK(has(j, R"("comparator":{"key":"placebo")"));
    CHECK(has(j, R"("certainty":{"word":"high")"));
    CHECK(has(j, R"("place":"table 2")"));
}

TEST_CASE("facts in JSON without a language have no sentences", "[app]") {
    CHECK(has(json_facts(kb, osteoarthritis, knee_option("alphaprofen")), "\"text\":"));
    CHECK_FALSE(has(json_facts(kb, osteoarthritis, knee_option("alphaprofen"), {}, nullptr), "\"text\":"));
}

TEST_CASE("head to head, an independent source stands before a seller, and silence is said", "[app]") {
    std::vector<id<option>> const two{np::duloxetine, np::pregabalin};
    auto const told = page(tell_head_to_head(pain, np::painful_diabetic_neuropathy, two));
    CHECK(has(told, "Duloxetine against pregabalin"));
    CHECK(has(told, "exploratory"));
    CHECK(has(told, "declared interest"));
    std::vector<id<option>> const others{np::gabapentin, np::lidocaine_patch};
    CHECK(has(page(tell_head_to_head(pain, np::painful_diabetic_neuropathy, others)), "No source here compared them."));
}

TEST_CASE("in a circumstance every option stands, and for how many it was looked up", "[app]") {
    auto const pregnancy = fixture::entity<circumstance>(kb, "pregnancy");
    auto const told = page(tell_in_circumstance(kb, osteoarthritis, pregnancy));
    auto const found = candidates(kb, osteoarthritis);
    CHECK(has(told, "Looked up for " + std::to_string(found.size()) + " options"));
    for (auto c : found) CHECK(has(told, kb.name(c.option)));
    CHECK(has(told, "#caution-alphaprofen-pregnancy"));
    CHECK(has(told, "No source here says"));
}

TEST_CASE("one option over several causes is told cause by cause", "[app]") {
    std::vector<id<cause>> const causes{np::painful_diabetic_neuropathy, np::trigeminal_neuralgia};
    auto const told = page(tell_across(pain, np::carbamazepine, causes));
    CHECK(told.find("Painful diabetic neuropathy: Benefit") < told.find("Trigeminal neuralgia: Benefit"));
    CHECK(has(told, "Trigeminal neuralgia: Benefit"));
}

}  // namespace render_app_answers_test
