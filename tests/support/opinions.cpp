// SPDX-License-Identifier: BSL-1.0
#include "opinions.hpp"

#include <treatise/graph/builder.hpp>

#include <string>

namespace fixture {

treatise::builder opinions_builder() {
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
        d.authors = b.text("The " + std::string{key} + " group (fixture source)");
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

opinions::opinions() : extended{opinions_builder()} {}

treatise::attribution opinions::by(std::string_view source, std::vector<std::string_view> const& about) {
    auto a = said(source, about);
    a.jurisdiction = {};
    return a;
}
treatise::recommendation opinions::of(std::string_view scheme, std::uint8_t strength, std::uint8_t line) {
    return {find<treatise::scheme>(scheme), {strength}, {line}, {}, {}};
}
void opinions::recommends(
    std::string_view source, std::string_view option, std::string_view cause, std::string_view key, treatise::stance stance) {
    recommends(by(source), option, cause, key, stance, of("stars", treatise::unstated_level));
}
void opinions::recommends(treatise::attribution const& said, std::string_view option, std::string_view cause,
    std::string_view key, treatise::stance stance, treatise::recommendation const& what) {
    claim<treatise::recommended_for>(option, cause, said, key, stance, what);
}
treatise::effect opinions::figure(treatise::statistic s, treatise::decimal value, treatise::decimal low, treatise::decimal high) {
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
treatise::effect opinions::certain(std::string_view scheme, std::uint8_t certainty) {
    treatise::effect e;
    e.scheme = find<treatise::scheme>(scheme);
    e.certainty = {certainty};
    return e;
}
void opinions::finds(std::string_view source, std::string_view option, std::string_view outcome, std::string_view key,
    treatise::stance stance, treatise::effect const& what, std::string_view cause) {
    claim<treatise::affects>(option, outcome, by(source, {cause}), key, stance, what);
}
void opinions::names(std::string_view source, std::string_view option, std::string_view key, std::string_view cause) {
    claim<treatise::used_for>(option, cause, by(source), key);
}
void opinions::warns(
    std::string_view source, std::string_view option, std::string_view of, std::string_view key, treatise::warning_form form) {
    auto said = by(source);
    said.jurisdiction = find<treatise::jurisdiction>("fixture-land");
    claim<treatise::warned_of>(option, of, said, key, treatise::stance::in_favour, warning(form));
}
void opinions::pays(std::string_view source, std::string_view payer, std::string_view option, treatise::coverage_status status,
    std::string_view key) {
    claim<treatise::covered_for>(
        option, "ache", by(source), key, treatise::stance::in_favour, {find<treatise::payer>(payer), status, {}});
}

}  // namespace fixture
