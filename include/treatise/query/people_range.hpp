// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/people.hpp>

#include <algorithm>
#include <cstdint>
#include <span>

// Rule "ranges are paired": what several trials of one outcome tell together.
namespace treatise::inline v0_3 {

struct span_of_counts {
    std::int32_t least = 0, largest = 0;
    friend constexpr bool operator==(span_of_counts, span_of_counts) = default;
};
/// Paired differences of several trials of one outcome, each between the arms of its own trial.
struct people_range {
    denominator of = denominator::hundred;
    std::uint32_t trials = 0;
    span_of_counts more{}, with{}, without{};

    friend constexpr bool operator==(people_range const&, people_range const&) = default;
};

/// The range of the claims that have both arms; `trials` counts these.
constexpr people_range range_of(
    knowledge_base const& kb, std::span<claim_id const> claims, denominator of = denominator::hundred) {
    people_range r{of};
    auto const widen = [&](auto& pair, std::int32_t n) {
        pair.least = r.trials == 0 ? n : (std::min)(pair.least, n);
        pair.largest = r.trials == 0 ? n : (std::max)(pair.largest, n);
    };
    for (auto c : claims) {
        auto const p = query_detail::alone(kb, c, of);
        if (p.as != told_as::both_arms) continue;
        auto const& e = kb.payload<affects>(c);
        // The difference before rounding: two rounded arms may be a person off.
        auto const fine = query_detail::share_of(e.statistic, e.value) - query_detail::control_rate(kb, c);
        widen(r.more, is_risk(e.statistic) && fine.is_number() ? query_detail::rounded(fine, of) : p.more.n);
        widen(r.with, p.with.n);
        widen(r.without, p.without.n);
        ++r.trials;
    }
    return r;
}

}  // namespace treatise::inline v0_3
