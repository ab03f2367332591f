// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/succession.hpp>

#include <vector>

namespace treatise::inline v0_3 {

/// The claims that stand, and whose source says that they hold until a day before `on`; the caller gives the date.
///
/// A month or a year that is stated without a day holds to its end. What a newer edition has replaced is not stale. Linear but
/// for sorting.
constexpr std::vector<claim_id> stale(knowledge_base const& kb, date on) {
    std::vector<claim_id> found;
    successions replaced{kb};
    for (auto c : kb.claims()) {
        auto const& said = kb.said(c);
        if (said.status == claim_status::withdrawn || !said.valid_until || said.valid_until.is_unstated()) continue;
        if (ends_before(said.valid_until, on) && !replaced.has_stepped_back(c, kb.relation(c))) found.push_back(c);
    }
    return found;
}

}  // namespace treatise::inline v0_3
