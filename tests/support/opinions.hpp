// SPDX-License-Identifier: BSL-1.0
#pragma once

// A small made-up base without a claim, for what sources say beside and against each other:
//   fixture::opinions b;  b.recommends("old", "pill-a", "ache", "old-for-a");  b.freeze();
//
// Causes: ache > early-ache, late-ache; other-ache stands alone.
// Classes: remedies > pills (a row), drops (a row); sweet-things: members only.
// Therapies: pill-a, pill-b (pills; pill-b also sweet-things), pill-a-slow (pills, form of pill-a), drop-a (drops),
//   lone (in no class), dummy (a reference).
// Outcomes: relief > relief-of-half, relief-of-third; sleep; sickness (undesirable). Circumstance: pregnancy.
// Sources: first-edition (2010) <- second-edition (2015) <- third-edition (2020), one document; red (2011), green (2012), blue
//   (2013): others. Schemes: stars and letters, each with two strengths, lines and certainties. Payers: plan-x, plan-y.

#include "extended.hpp"

#include <treatise/query/scope.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace fixture {

/// Also what a newer edition has replaced.
inline treatise::scope with_older() {
    treatise::scope s;
    s.superseded = true;
    return s;
}

inline treatise::builder opinions_builder() {
    using namespace treatise;
    builder b;
    b.base({b.text("opinions"), b.text("Opinions (fixture)"), b.text("1"), b.text("nobody"), b.text("Made up for tests."),
        date{2024, 1, 1}});
    auto const land = b.add<jurisdiction>({"fixture-land", "Fixture Land"});
    auto const far = b.add<jurisdiction>({"far-land", "Far Land"});
    auto const scale = b.add<instrument>({"fixture-scale", "Fixture scale"});

    auto const ache = b.add<cause>({"ache", "Ache"});
    b.relate<is_a>(b.add<cause>({"early-ache", "Early ache"}), ache);
    b.relate<is_a>(b.add<cause>({"late-ache", "Late ache"}), ache);
    b.add<cause>({"other-ache", "Other ache"});

    auto const remedies = b.add<therapy_class>({"remedies", "Remedies"}, {1});
    auto const pills = b.add<therapy_class>({"pills", "Pills"}), drops = b.add<therapy_class>({"drops", "Drops"});
    auto const sweet = b.add<therapy_class>({"sweet-things", "Sweet things"});
    b.relate<is_a>(pills, remedies);
    b.relate<is_a>(drops, remedies);
    auto const a = b.add<therapy>({"pill-a", "Pill A"}), other = b.add<therapy>({"pill-b", "Pill B"}),
               slow = b.add<therapy>({"pill-a-slow", "Pill A, slow"}), drop = b.add<therapy>({"drop-a", "Drop A"});
    b.add<therapy>({"lone", "Lone"});
    b.add<therapy>({"dummy", "Dummy"}, {{}, {}, true});
    for (auto t : {a, other, slow}) b.relate<listed_under>(t, pills);
    b.relate<listed_under>(drop, drops);
    b.relate<member_of>(other, sweet);
    b.relate<form_of>(slow, a);

    auto const relief = b.add<outcome>({"relief", "relief"}, {valence::desirable, false, {}, scale});
    b.relate<is_a>(b.add<outcome>({"relief-of-half", "relief of half"}, {valence::desirable, false, {}, scale}), relief);
    b.relate<is_a>(b.add<outcome>({"relief-of-third", "relief of a third"}, {valence::desirable, false, {}, scale}), relief);
    b.add<outcome>({"sleep", "better sleep"}, {valence::desirable, false, {}, scale});
    b.add<outcome>({"sickness", "sickness"}, {valence::undesirable, false, {}, {}});
    b.add<circumstance>({"pregnancy", "Pregnancy"});
    b.add<payer>({"plan-x", "Plan X"}, {land});
    b.add<payer>({"plan-y", "Plan Y"}, {land});
    for (auto key : {"stars", "letters"})
        b.add<scheme>({key, key}, {b.list({"strong", "weak"}), b.list({"first", "second"}), b.list({"high", "low"})});

    auto const document = [&](std::string_view key, int year, id<jurisdiction> where) {
        source_details d;
        d.kind = source_kind::guideline;
        d.title = b.text(key);
        d.authors = b.text("Nobody N (fixture source)");
        d.published = date{year, 0, 0};
        d.jurisdiction = where;
        return b.add<source>({key, key}, d);
    };
    auto const first = document("first-edition", 2010, land), second = document("second-edition", 2015, land),
               third = document("third-edition", 2020, land);
    b.relate<supersedes>(second, first);
    b.relate<supersedes>(third, second);
    document("red", 2011, land);
    document("green", 2012, land);
    b.relate<interested_in>(document("blue", 2013, far), a);
    return b;
}

class opinions : public extended {
public:
    opinions() : extended{opinions_builder()} {}

    /// An attribution that says nothing but the source, and the causes where the object is none.
    treatise::attribution by(std::string_view source, std::vector<std::string_view> const& about = {}) {
        auto a = said(source, about);
        a.jurisdiction = {};
        return a;
    }
    treatise::recommendation of(std::string_view scheme, std::uint8_t strength, std::uint8_t line = 0) {
        return {find<treatise::scheme>(scheme), {strength}, {line}, {}, {}};
    }
    void recommends(std::string_view source, std::string_view option, std::string_view cause, std::string_view key,
        treatise::stance stance = treatise::stance::in_favour) {
        recommends(by(source), option, cause, key, stance, of("stars", treatise::unstated_level));
    }
    void recommends(treatise::attribution const& said, std::string_view option, std::string_view cause, std::string_view key,
        treatise::stance stance, treatise::recommendation const& what) {
        claim<treatise::recommended_for>(option, cause, said, key, stance, what);
    }
    treatise::effect figure(treatise::statistic s, treatise::decimal value, treatise::decimal low, treatise::decimal high) {
        treatise::effect e;
        e.statistic = s;
        e.value = value;
        e.low = low;
        e.high = high;
        e.comparator = find<treatise::option>("dummy");
        e.time_frame = treatise::not_stated;
        e.participants = treatise::decimal::unstated();
        e.certainty = {treatise::unstated_level};
        return e;
    }
    treatise::effect certain(std::string_view scheme, std::uint8_t certainty) {
        treatise::effect e;
        e.scheme = find<treatise::scheme>(scheme);
        e.certainty = {certainty};
        return e;
    }
    void finds(std::string_view source, std::string_view option, std::string_view outcome, std::string_view key,
        treatise::stance stance = treatise::stance::in_favour, treatise::effect const& what = {},
        std::string_view cause = "ache") {
        claim<treatise::affects>(option, outcome, by(source, {cause}), key, stance, what);
    }
    void names(std::string_view source, std::string_view option, std::string_view key, std::string_view cause = "ache") {
        claim<treatise::used_for>(option, cause, by(source), key);
    }
    void pays(std::string_view source, std::string_view payer, std::string_view option, treatise::coverage_status status,
        std::string_view key) {
        claim<treatise::covered_for>(
            option, "ache", by(source), key, treatise::stance::in_favour, {find<treatise::payer>(payer), status, {}});
    }
};

}  // namespace fixture
