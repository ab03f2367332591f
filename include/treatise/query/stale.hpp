// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <vector>

namespace treatise {

/// The current claims whose source says that they hold until a day before `on`; the caller gives the date. Linear.
///
/// A month or a year that is stated without a day holds to its end.
constexpr std::vector<claim_id> stale(knowledge_base const& kb, date on) {
    std::vector<claim_id> found;
    for (auto c : kb.claims()) {
        auto const& said = kb.said(c);
        if (said.status != claim_status::current || !said.valid_until || said.valid_until.is_unstated()) continue;
        auto const until = said.valid_until;
        date const last{until.year(), until.month() ? until.month() : 12, until.day() ? until.day() : 31};
        if (last < on) found.push_back(c);
    }
    return found;
}

}  // namespace treatise
