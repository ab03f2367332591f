// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/use_until.hpp>
#include <treatise/table/comparison.hpp>

namespace treatise::inline v0_3 {

/// The last day on which the table may be used: that of its base (`use_until`), or the first day until which a claim in it is
/// valid by its source, if that comes first; none where the base has no release.
[[nodiscard]] constexpr date last_day(comparison const& c) {
    auto const& kb = c.base;
    auto const released = kb.base().released;
    auto last = use_until(kb);
    auto const ends_with = [&](claim_id claim) {
        if (auto const until = kb.said(claim).valid_until; until && !until.is_unstated() && until > released && until < last)
            last = until;
    };
    for (auto const& t : c.told) ends_with(t.says.claim);
    for (auto const& s : c.untold) ends_with(s.claim);
    for (auto const claim : c.with) ends_with(claim);
    return last;
}

}  // namespace treatise::inline v0_3
