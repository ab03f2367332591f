// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

// What a claim carries of a figure, for whoever chooses, counts or words figures.
namespace treatise::inline v0_3 {

/// Whether the figure is a number of people, so that the comparator's arm can be one, too.
[[nodiscard]] constexpr bool is_of_people(statistic s) {
    return s == statistic::proportion || s == statistic::percent || s == statistic::per_100 || s == statistic::per_1000;
}

/// Whether the words of a claim carry its figure: people of 100, a ratio, an NNT ...
[[nodiscard]] constexpr bool tells_figure(knowledge_base const& kb, claim_id c) {
    auto const* e = kb.payload_if<affects>(c);
    if (e == nullptr || e->statistic == statistic::narrative) return false;
    auto const s = kb.stance(c);
    return s != stance::no_evidence_found && s != stance::no_recommendation;
}

/// Whether an effect was compared with anything: another option, or what the source says in words.
[[nodiscard]] constexpr bool is_controlled(effect const& e) {
    return e.comparator || (e.compared_with && e.compared_with != not_stated);
}

/// Whether a source looked and did not confirm the statement, in whatever words.
[[nodiscard]] constexpr bool is_finding(knowledge_base const& kb, claim_id c) {
    auto const s = kb.stance(c);
    return s == stance::no_evidence_found || s == stance::no_difference || s == stance::against ||
           kb.said(c).finding != finding::none;
}

}  // namespace treatise::inline v0_3
