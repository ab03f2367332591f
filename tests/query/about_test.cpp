// SPDX-License-Identifier: BSL-1.0
#include <treatise/query/about.hpp>

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

namespace query_about_test {

using namespace treatise;
using fixture::extended;

namespace {

auto const& kb = fixture::knee();
id<cause> knee_cause(char const* key) { return fixture::entity<cause>(kb, key); }

cause_statement const* statement_of(cause_account const& of, std::string_view claim) {
    for (auto const& s : of.said)
        if (of.base.claim_key(s.claim) == claim) return &s;
    return nullptr;
}
std::vector<std::string> keys(cause_account const& of, about_part p) {
    std::vector<std::string> all;
    for (auto const& s : of.of(p)) all.emplace_back(of.base.claim_key(s.claim));
    return all;
}

}  // namespace

TEST_CASE("about a cause stands what is said of the cause itself, part by part", "[about]") {
    auto const of = about(kb, knee_cause("knee-osteoarthritis"));
    CHECK(keys(of, about_part::mechanism) == std::vector<std::string>{"cox-osteoarthritis"});
    CHECK(keys(of, about_part::principle) == std::vector<std::string>{"advises-exercise-first"});
    CHECK(keys(of, about_part::instrument) == std::vector<std::string>{"assessed-pain-scale"});
    CHECK(keys(of, about_part::coverage) == std::vector<std::string>{"covered-strength"});
    CHECK(keys(of, about_part::research) == std::vector<std::string>{"research-gels"});
    CHECK(std::is_sorted(
        of.said.begin(), of.said.end(), [](cause_statement const& a, cause_statement const& b) { return a.part < b.part; }));
}

TEST_CASE("what is said of options is not about the cause", "[about]") {
    for (auto asked : kb.all<cause>())
        for (auto const& s : about(kb, asked).said) {
            CHECK_FALSE(kb.is<affects>(s.claim));
            CHECK_FALSE(kb.is<recommended_for>(s.claim));
        }
}

TEST_CASE("what is said of a wider group or of a kind of the cause is told apart", "[about]") {
    auto const early = about(kb, knee_cause("early-knee-osteoarthritis"));
    REQUIRE(statement_of(early, "advises-exercise-first") != nullptr);
    CHECK(statement_of(early, "advises-exercise-first")->applies == applicability::broader);
    CHECK(statement_of(early, "research-gels")->applies == applicability::exact);
    CHECK(statement_of(about(kb, knee_cause("knee-osteoarthritis")), "research-gels")->applies == applicability::narrower);
    CHECK(statement_of(about(kb, knee_cause("gout-of-the-knee")), "advises-exercise-first") == nullptr);
    CHECK(statement_of(early, "covered-strength") == nullptr);  // a payer's rule is told where it names the cause
}

TEST_CASE("the causes above and below stand with it, the nearest first", "[about]") {
    auto const of = about(kb, knee_cause("knee-osteoarthritis"));
    REQUIRE_FALSE(of.above.empty());
    CHECK(kb.key(of.above.front()) == "knee-pain");
    CHECK(std::find(of.below.begin(), of.below.end(), knee_cause("early-knee-osteoarthritis")) != of.below.end());
    CHECK(std::find(of.below.begin(), of.below.end(), knee_cause("knee-osteoarthritis")) == of.below.end());
}

TEST_CASE("one claim says what a cause arises from and what the other gives rise to; common causes stand first", "[about]") {
    extended b;
    b.claim<gives_rise_to>(
        "knee-injury-pain", "knee-osteoarthritis", "review-2021", "from-injury", stance::in_favour, {listed_frequency::uncommon});
    b.claim<gives_rise_to>(
        "gout-of-the-knee", "knee-osteoarthritis", "review-2021", "from-gout", stance::in_favour, {listed_frequency::common});
    auto const& base = b.freeze();
    auto const from = about(base, fixture::entity<cause>(base, "knee-osteoarthritis"));
    CHECK(keys(from, about_part::arises_from) == std::vector<std::string>{"from-gout", "from-injury"});
    auto const to = about(base, fixture::entity<cause>(base, "gout-of-the-knee"));
    CHECK(keys(to, about_part::gives_rise_to) == std::vector<std::string>{"from-gout"});
    CHECK(base.key(to.of(about_part::gives_rise_to).front().of) == "knee-osteoarthritis");
    CHECK(keys(about(base, fixture::entity<cause>(base, "early-knee-osteoarthritis")), about_part::arises_from).empty());
}

TEST_CASE("what is not to be used in people with the cause stands there", "[about]") {
    extended b;
    b.claim<contraindicated_in>("anti-inflammatories", "gout-of-the-knee", "label-2022", "not-in-gout");
    auto const& base = b.freeze();
    CHECK(keys(about(base, fixture::entity<cause>(base, "gout-of-the-knee")), about_part::restriction) ==
          std::vector<std::string>{"not-in-gout"});
    CHECK(keys(about(base, fixture::entity<cause>(base, "knee-osteoarthritis")), about_part::restriction).empty());
}

TEST_CASE("a withdrawn claim on the cause stands apart", "[about]") {
    extended b;
    auto said = b.said("guideline-2020");
    said.status = claim_status::withdrawn;
    said.status_date = date{2024, 1, 0};
    said.status_reason = b.builder().text("figures corrected");
    b.claim<advises>("knee-osteoarthritis", "exercise-first", said, "gone");
    auto const& base = b.freeze();
    auto const of = about(base, fixture::entity<cause>(base, "knee-osteoarthritis"));
    CHECK(statement_of(of, "gone") == nullptr);
    REQUIRE(of.withdrawn.size() == 1);
    CHECK(base.claim_key(of.withdrawn[0]) == "gone");
}

TEST_CASE("a scope narrows what is told of the cause, but no contraindication", "[about]") {
    extended b;
    b.claim<contraindicated_in>("anti-inflammatories", "knee-osteoarthritis", "label-2022", "not-in-it");
    auto const& base = b.freeze();
    scope s;
    s.source = fixture::entity<source>(base, "leaflet-2024");
    auto const of = about(base, fixture::entity<cause>(base, "knee-osteoarthritis"), s);
    REQUIRE(of.said.size() == 1);
    CHECK(base.claim_key(of.said[0].claim) == "not-in-it");
}

TEST_CASE("about no cause nothing is said", "[about]") {
    CHECK(about(kb, {}).said.empty());
    CHECK(about(kb, {}).above.empty());
}

TEST_CASE("about answers in a constant", "[about][type]") {
    constexpr auto& pain = neuropathic_pain::knowledge;
    STATIC_REQUIRE(!about(pain, neuropathic_pain::trigeminal_neuralgia).above.empty());
    STATIC_REQUIRE(words_of<about_part>.size() == static_cast<std::size_t>(about_part::other) + 1);
}

}  // namespace query_about_test
