// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/absolute.hpp>
#include <treatise/query/statements.hpp>
#include <treatise/table/option_grid.hpp>
#include <treatise/table/unstated.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <utility>

// An effect as a number of people. What was published in another measure is worked out where the source itself gives what
// it takes, and marked; nothing is carried over from one source to another.
namespace treatise::inline v0_3::table_detail {

using people_range = std::pair<std::int32_t, std::int32_t>;

constexpr bool is_difference(statistic s) {
    return s == statistic::nnt || s == statistic::nnh || s == statistic::risk_difference;
}

/// One published difference between two arms as people of `of`; an infinite number needed is nobody.
constexpr std::optional<std::int32_t> difference_of(effect const& e, decimal d, valence v, denominator of) {
    bool const per_effect = e.statistic == statistic::nnt || e.statistic == statistic::nnh;
    if (!is_difference(e.statistic) || !(d.is_finite() || (per_effect && d.is_infinite()))) return std::nullopt;
    auto const counts = e.statistic == statistic::nnt ? valence::desirable : valence::undesirable;
    auto const r = query_detail::risk_with(e.statistic, d, query_detail::ratio{0, 1}, v == counts ? 1 : -1);
    if (!r.is_number() || r.up > r.down || r.up < -r.down) return std::nullopt;
    auto const n = query_detail::ratio{r.up < 0 ? -r.up : r.up, r.down}.rounded_of(static_cast<std::int64_t>(of));
    return static_cast<std::int32_t>(r.up < 0 ? -n : n);
}
constexpr std::optional<people_range> range_of_difference(effect const& e, valence v, denominator of) {
    auto const low = difference_of(e, e.low, v, of), high = difference_of(e, e.high, v, of);
    if (!low || !high) return std::nullopt;
    return *low < *high ? people_range{*low, *high} : people_range{*high, *low};
}

constexpr valence valence_of(knowledge_base const& kb, claim_id c) { return kb.details(kb.as<outcome>(kb.object(c))).valence; }

/// What happened without the option, where the effect's own source states it of the comparator by itself.
constexpr baseline_risk baseline_beside(knowledge_base const& kb, claim_id c) {
    auto const& e = kb.payload<affects>(c);
    if (!is_risk(e.statistic) && e.comparator)
        for (auto x : kb.in_ids<affects>(kb.object(c)))
            if (kb.subject(x) == id<entity>{e.comparator} && kb.said(x).source == kb.said(c).source &&
                kb.said(x).population == kb.said(c).population && kb.said(x).status == kb.said(c).status)
                if (auto const b = baseline_of(kb, x)) return *b;
    return {};
}
/// A number of people that its source prints with more digits than whole people of 100 or of 1000 have.
constexpr bool is_rounded(effect const& e, denominator of) {
    auto const n = static_cast<std::int64_t>(of);
    auto const part = [&](decimal d) { return d.is_finite() && !query_detail::share_of(e.statistic, d).is_whole_of(n); };
    return is_risk(e.statistic) && (part(e.value) || part(e.baseline) || part(e.low) || part(e.high));
}

/// The numbers of an effect by itself.
constexpr grid_figure people_of(knowledge_base const& kb, claim_id c, denominator of) {
    grid_figure f{c};
    if (!tells_figure(kb, c)) return f;
    auto const& e = kb.payload<affects>(c);
    if (auto const people = absolute(kb, c, baseline_beside(kb, c), of)) {
        f.baseline_from = people->baseline_from;
        f.rounded = is_rounded(e, of);
        f.as = people->without ? told_as::both_arms : told_as::one_arm;
        f.with = people->with;
        f.without = people->without.value_or(0);
        f.more = people->without ? f.with - f.without : 0;
        f.with_between = people->interval;
        f.numbers = people->method;
    } else if (auto const more = difference_of(e, e.value, valence_of(kb, c), of)) {
        f.as = told_as::difference;
        f.more = *more;
        f.numbers = f.interval = query_detail::derivation_from(e.statistic);
        f.more_between = range_of_difference(e, valence_of(kb, c), of);
    }
    return f;
}

/// Two figures of one result of one source, in two measures.
constexpr bool is_one_result(knowledge_base const& kb, claim_id a, claim_id b) {
    auto const &x = kb.said(a), &y = kb.said(b);
    auto const &e = kb.payload<affects>(a), &g = kb.payload<affects>(b);
    auto const i = kb[x.about], j = kb[y.about];
    if (i.size() != j.size()) return false;
    for (std::uint32_t n = 0; n != i.size(); ++n)
        if (i[n] != j[n]) return false;
    return a != b && kb.subject(a) == kb.subject(b) && kb.object(a) == kb.object(b) && x.source == y.source &&
           x.population == y.population && e.comparator == g.comparator && e.time_frame == g.time_frame;
}

/// The interval of the difference between the arms of `c`, from another measure in which the source gives the result.
constexpr std::optional<people_range> range_beside(
    knowledge_base const& kb, claim_id c, claim_id other, std::int32_t without, denominator of) {
    if (!kb.is<affects>(other) || !is_one_result(kb, c, other)) return std::nullopt;
    auto const& e = kb.payload<affects>(other);
    if (is_difference(e.statistic)) return range_of_difference(e, valence_of(kb, c), of);
    auto const baseline = baseline_of(kb, c);
    if (is_risk(e.statistic) || !baseline) return std::nullopt;
    auto const people = absolute(kb, other, *baseline, of);
    if (!people || !people->interval) return std::nullopt;
    return people_range{people->interval->first - without, people->interval->second - without};
}

/// The numbers of an effect; the interval from another measure of the same result where the effect brings none.
constexpr grid_figure people_of(knowledge_base const& kb, claim_id c, std::span<statement const> all, denominator of) {
    auto f = people_of(kb, c, of);
    if (f.as != told_as::both_arms || f.with_between) return f;
    auto const fine = people_of(kb, c, denominator::thousand);
    for (auto const& x : all) {
        // An adjusted measure may not fit the crude numbers; then the interval is not theirs.
        auto const within = range_beside(kb, c, x.claim, fine.without, denominator::thousand);
        if (!within || fine.more < within->first || fine.more > within->second) continue;
        if (within->first < -fine.without || within->second > 1000 - fine.without) continue;  // more people than there are
        f.more_between = range_beside(kb, c, x.claim, f.without, of);
        f.interval = query_detail::derivation_from(kb.payload<affects>(x.claim).statistic);
        f.interval_from = x.claim;
        break;
    }
    return f;
}

}  // namespace treatise::inline v0_3::table_detail
