// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/candidates.hpp>
#include <treatise/query/statements.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace treatise::inline v0_3 {

/// Something that sources report of other options for a cause, and of this one nowhere: an outcome or a practical issue.
struct gap {
    id<treatise::option> option;  ///< a row: a class, or a therapy in none
    id<treatise::outcome> outcome{};
    std::optional<practical_issue> issue{};

    friend constexpr bool operator==(gap const&, gap const&) = default;
};

/// What nobody reports: for each row of a cause, the outcomes and practical issues that are in use for others.
///
/// A source that looked and found nothing has reported. Linear in rows times what is in use.
constexpr std::vector<gap> gaps(knowledge_base const& kb, id<cause> asked, scope const& s = {}) {
    std::vector<id<option>> rows;
    for (auto c : candidates(kb, asked, s)) {
        auto const row = row_of(kb, c.option);
        rows.push_back(row ? id<option>{row} : c.option);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());

    relevance const near{kb, asked};
    struct report {
        std::vector<std::uint8_t> outcomes, issues;
    };
    auto const outcomes = kb.all<outcome>();
    auto const issue_count = words_of<practical_issue>.size();
    report used{std::vector<std::uint8_t>(outcomes.size(), 0), std::vector<std::uint8_t>(issue_count, 0)};
    std::vector<report> of_row;
    for (auto row : rows) {
        report r{std::vector<std::uint8_t>(outcomes.size(), 0), std::vector<std::uint8_t>(issue_count, 0)};
        for (auto const& x : statements(kb, near, row, s)) {
            if (x.applies == applicability::excluded) continue;
            if (auto const o = kb.as<outcome>(kb.object(x.claim)))
                r.outcomes[o.value - outcomes.first] = used.outcomes[o.value - outcomes.first] = 1;
            if (auto const i = kb.as<consideration>(kb.object(x.claim))) {
                auto const n = place_of(kb.details(i).issue);
                r.issues[n] = used.issues[n] = 1;
            }
        }
        of_row.push_back(std::move(r));
    }
    std::vector<gap> found;
    for (std::size_t r = 0; r != rows.size(); ++r) {
        for (auto o : outcomes)
            if (used.outcomes[o.value - outcomes.first] && !of_row[r].outcomes[o.value - outcomes.first])
                found.push_back({rows[r], o, {}});
        for (std::size_t i = 0; i != issue_count; ++i)
            if (used.issues[i] && !of_row[r].issues[i]) found.push_back({rows[r], {}, static_cast<practical_issue>(i)});
    }
    return found;
}

}  // namespace treatise::inline v0_3
