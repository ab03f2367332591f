// SPDX-License-Identifier: BSL-1.0
#include <treatise/query/why.hpp>

#include <treatise/graph/builder.hpp>
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/query/aims.hpp>
#include <treatise/query/find.hpp>
#include <treatise/query/label_read.hpp>
#include <treatise/query/withdrawn.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"
#include "naive.hpp"
#include "random_base.hpp"
#include "sampled.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace query_why_test {

using namespace treatise;
using fixture::extended;

namespace {

auto const& kb = fixture::knee();
auto const& pain = neuropathic_pain::knowledge;
id<option> knee_option(char const* key) { return fixture::entity<option>(kb, key); }
auto const osteoarthritis = fixture::entity<cause>(kb, "knee-osteoarthritis");

/// How a claim stands to the option; nothing where the answer does not hold it.
std::optional<said_of> said(knowledge_base const& base, std::vector<statement> const& all, std::string_view claim) {
    for (auto const& s : all)
        if (base.claim_key(s.claim) == claim) return s.of;
    return {};
}
std::optional<said_of> said(char const* option, std::string_view claim) {
    return said(kb, why(kb, osteoarthritis, knee_option(option)), claim);
}

}  // namespace

TEST_CASE("why gives every claim behind a therapy, its classes' claims told apart", "[why]") {
    CHECK(said("alphaprofen", "affects-alphaprofen-pain") == said_of::itself);
    CHECK(said("alphaprofen", "boxed-nsaids-bleeding") == said_of::its_class);
    CHECK(said("alphaprofen", "nsaids-cox") == said_of::its_class);
}

TEST_CASE("why gives a class its own claims and those of the therapies listed under it", "[why]") {
    CHECK(said("anti-inflammatories", "guideline-nsaids") == said_of::itself);
    CHECK(said("anti-inflammatories", "affects-alphaprofen-pain") == said_of::member);
}

TEST_CASE("why gives a medicine what is said of its forms, and a form what is said of the medicine", "[why]") {
    CHECK(said("alphaprofen", "guideline-gel") == said_of::form);
    CHECK(said("alphaprofen-gel", "guideline-gel") == said_of::itself);
    CHECK(said("alphaprofen-gel", "affects-alphaprofen-pain") == said_of::whole);
    CHECK(said("alphaprofen-gel", "boxed-nsaids-bleeding") == said_of::its_class);
}

TEST_CASE("a combination has the warnings of its parts and of their classes, and none of their benefits", "[why]") {
    CHECK(said("alphaprofen-with-calmadol", "caution-alphaprofen-pregnancy") == said_of::part);
    CHECK(said("alphaprofen-with-calmadol", "boxed-nsaids-bleeding") == said_of::its_class);
    CHECK_FALSE(said("alphaprofen-with-calmadol", "affects-alphaprofen-pain"));
    CHECK_FALSE(said("alphaprofen-with-calmadol", "approved-alphaprofen"));
}

TEST_CASE("a class warns of what stands under it without being listed there, and has no benefit from it", "[why]") {
    CHECK(said("pain-relievers", "affects-pooled-pain") == said_of::itself);
    CHECK(said("pain-relievers", "boxed-nsaids-bleeding"));
    CHECK_FALSE(said("pain-relievers", "affects-alphaprofen-pain"));
    CHECK(said("cox-inhibitors", "caution-alphaprofen-pregnancy") == said_of::member);
    CHECK_FALSE(said("cox-inhibitors", "affects-alphaprofen-pain"));
}

TEST_CASE("approval and coverage of a wider class are not the therapy's; its guidance and its warnings are", "[why]") {
    extended b;
    recommendation weak;
    weak.scheme = b.find<scheme>("fixture-grade");
    weak.strength = level<&scheme_details::strengths>{2};
    b.claim<recommended_for>("pain-relievers", "knee-osteoarthritis", "guideline-2020", "wide-advice", stance::against, weak);
    b.claim<used_for>("pain-relievers", "knee-osteoarthritis", "leaflet-2024", "wide-mention");
    b.claim<warned_of>("pain-relievers", "nausea", "label-2022", "wide-warning", stance::in_favour, b.warning());
    auto const& base = b.freeze();
    auto const all = why(base, fixture::entity<cause>(base, "knee-osteoarthritis"), fixture::entity<option>(base, "alphaprofen"));
    CHECK(said(base, all, "wide-advice") == said_of::its_class);
    CHECK(said(base, all, "wide-warning") == said_of::its_class);
    CHECK_FALSE(said(base, all, "wide-mention"));
}

TEST_CASE("a class's warning stays away from the member that its source leaves out, and from a form of it", "[why]") {
    extended b;
    auto w = b.warning();
    w.except = b.builder().list(std::vector<id<option>>{b.find<option>("alphaprofen")});
    b.claim<warned_of>("anti-inflammatories", "nausea", "label-2022", "all-but-alpha", stance::in_favour, w);
    auto const& base = b.freeze();
    auto const of = [&](char const* option) {
        return said(base,
            why(base, fixture::entity<cause>(base, "knee-osteoarthritis"), fixture::entity<treatise::option>(base, option)),
            "all-but-alpha");
    };
    CHECK(of("betaprofen") == said_of::its_class);
    CHECK(of("anti-inflammatories") == said_of::itself);
    CHECK_FALSE(of("alphaprofen"));
    CHECK_FALSE(of("alphaprofen-gel"));
}

TEST_CASE("no medicine whose forms, parts, parent or class carry a warning is without one", "[why]") {
    auto const asked = *find<cause>(pain, "neuropathic-pain");
    for (auto key : {"ketamine-lozenge", "tapentadol", "oxycodone", "morphine", "duloxetine-with-pregabalin"}) {
        auto const all = why(pain, asked, *find<option>(pain, key));
        INFO(key);
        CHECK(std::any_of(all.begin(), all.end(), [](statement const& s) { return s.facet == facet::warning; }));
    }
    CHECK(said(pain, why(pain, asked, *find<option>(pain, "gabapentin")), "np15-gbp-nnh") == said_of::form);
}

TEST_CASE("a label was read of a medicine where one of a form, of a member or of the medicine of a form was", "[why]") {
    CHECK(label_is_read(pain, *find<option>(pain, "ketamine-lozenge")));
    CHECK(label_is_read(pain, *find<option>(pain, "gabapentinoids")));
    CHECK_FALSE(label_is_read(pain, *find<option>(pain, "acupuncture")));
    CHECK_FALSE(label_is_read(kb, knee_option("alphaprofen")));
}

namespace {

attribution withdrawn_by_review(extended& b) {
    auto said = b.said("review-2021");
    said.status = claim_status::withdrawn;
    said.status_date = date{2024, 1, 0};
    said.status_reason = b.builder().text("figures corrected");
    return said;
}

}  // namespace

TEST_CASE("what was withdrawn of a form is told of the medicine", "[why]") {
    extended b;
    auto const said = withdrawn_by_review(b);
    b.claim<used_for>("alphaprofen-gel", "knee-osteoarthritis", said, "gone");
    auto const& base = b.freeze();
    auto const found =
        withdrawn(base, fixture::entity<cause>(base, "knee-osteoarthritis"), fixture::entity<option>(base, "alphaprofen"));
    REQUIRE(found.size() == 1);
    CHECK(base.claim_key(found[0]) == "gone");
}

TEST_CASE("what was withdrawn of a class that a therapy is a member of, or listed under, is told of the therapy", "[why]") {
    extended b;
    auto const said = withdrawn_by_review(b);
    b.claim<used_for>("cox-inhibitors", "knee-osteoarthritis", said, "gone-of-members");
    b.claim<used_for>("anti-inflammatories", "knee-osteoarthritis", said, "gone-of-listed");
    b.claim<used_for>("exercise", "knee-osteoarthritis", said, "gone-of-another");
    auto const& base = b.freeze();
    std::vector<std::string_view> keys;
    for (auto c :
        withdrawn(base, fixture::entity<cause>(base, "knee-osteoarthritis"), fixture::entity<option>(base, "alphaprofen")))
        keys.push_back(base.claim_key(c));
    std::sort(keys.begin(), keys.end());
    CHECK(keys == std::vector<std::string_view>{"gone-of-listed", "gone-of-members"});
}

TEST_CASE("why tells a use whatever its aim, unless an aim is asked for", "[why]") {
    extended b;
    use prevents;
    prevents.intent = intent::preventive;
    b.claim<used_for>("tai-chi", "knee-osteoarthritis", "leaflet-2024", "to-prevent", stance::in_favour, prevents);
    auto const& base = b.freeze();
    auto const asked = fixture::entity<cause>(base, "knee-osteoarthritis");
    auto const tai_chi = fixture::entity<option>(base, "tai-chi");
    CHECK(said(base, why(base, asked, tai_chi), "to-prevent") == said_of::itself);
    scope s;
    s.intents = intent::symptomatic;
    CHECK_FALSE(said(base, why(base, asked, tai_chi, s), "to-prevent"));
    CHECK(said(base, why(base, asked, tai_chi, s), "leaflet-tai-chi") == said_of::itself);
    s.intents = intent::preventive;
    CHECK(said(base, why(base, asked, tai_chi, s), "to-prevent") == said_of::itself);
}

TEST_CASE("options with an aim that was not asked for are counted", "[why]") {
    extended b;
    use prevents;
    prevents.intent = intent::preventive;
    b.claim<used_for>("tai-chi", "gout-of-the-knee", "leaflet-2024", "against-gout", stance::in_favour, prevents);
    auto const& base = b.freeze();
    auto const gout = fixture::entity<cause>(base, "gout-of-the-knee");
    auto const found = other_aims(base, gout);
    REQUIRE(found.size() == 1);
    CHECK(found[0] == aim_count{intent::preventive, 1});
    scope s;
    s.intents = {};
    CHECK(other_aims(base, gout, s).empty());
    s.intents = intent::preventive;
    auto const others = other_aims(base, gout, s);
    CHECK(std::none_of(others.begin(), others.end(), [](aim_count const& x) { return x.intent == intent::preventive; }));
}

TEST_CASE("why answers in a constant", "[why][type]") {
    constexpr auto count = [](std::string_view option) {
        return why(pain, *find<cause>(pain, "trigeminal-neuralgia"), *find<treatise::option>(pain, option)).size();
    };
    CHECK(count("carbamazepine") ==
          why(pain, *find<cause>(pain, "trigeminal-neuralgia"), *find<option>(pain, "carbamazepine")).size());
    STATIC_REQUIRE(label_is_read(pain, neuropathic_pain::carbamazepine));
}

TEST_CASE("on any base, why holds what a scan finds of the option, its members and its classes, and else what protects",
    "[why][oracle]") {
    std::size_t compared = 0;
    for (std::uint32_t seed = 0; seed < 60; seed += fixture::one_in) {
        fixture::random_base made{seed};
        auto const record = made.record();
        auto const owner = made.freeze();
        auto const base = owner.view();
        for (auto asked : base.all<cause>()) {
            std::map<std::string, std::string> said_of_whom;  // subject by claim, for this cause
            for (auto const& r : record) {
                if (r.key.empty()) continue;
                auto const applies = naive::applies(record, naive::causes_of(r), std::string{base.key(asked)});
                bool const avoided_in_it = naive::is<contraindicated_in>(r) && r.object == base.key(asked);
                if (applies != applicability::unrelated || avoided_in_it) said_of_whom[r.key] = r.subject;
            }
            for (auto o : base.all<option>()) {
                std::string const key{base.key(o)};
                naive::keys members, classes;
                for (auto const& r : record) {
                    if (naive::is<listed_under>(r) && r.object == key) members.insert(r.subject);
                    if ((naive::is<listed_under>(r) || naive::is<member_of>(r)) && r.subject == key) classes.insert(r.object);
                }
                std::map<std::string, said_of> expected, found;
                for (auto const& [claim, subject] : said_of_whom)
                    if (subject == key)
                        expected[claim] = said_of::itself;
                    else if (members.contains(subject))
                        expected[claim] = said_of::member;
                    else if (classes.contains(subject))
                        expected[claim] = said_of::its_class;
                bool else_protects = true;
                auto const all = why(base, asked, o);
                for (auto const& s : all) {
                    std::string const claim{base.claim_key(s.claim)};
                    bool const protects = s.first || s.facet == facet::warning || s.facet == facet::restriction ||
                                          s.facet == facet::recommendation ||
                                          (s.facet == facet::benefit && base.stance(s.claim) == stance::no_difference);
                    if (expected.contains(claim))
                        found[claim] = s.of;
                    else
                        else_protects = else_protects && (protects || s.of == said_of::form || s.of == said_of::whole);
                }
                compared += expected.size();
                if (found != expected || !else_protects) {
                    INFO("seed " << seed << ", " << base.key(asked) << ", " << key);
                    CHECK(found == expected);
                    CHECK(else_protects);
                }
            }
        }
    }
    CHECK(compared > 100);
}

}  // namespace query_why_test
