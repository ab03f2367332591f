// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/succession.hpp>
#include <treatise/words/language.hpp>

#include <string>

// Who pays, where, and as of when: a payer's rule is nothing without them.
namespace treatise::inline v0_3::render_detail {

/// Where a payer's rule holds: where its claim says, or else where the payer is; none where nobody says.
[[nodiscard]] constexpr id<jurisdiction> place_of_rule(knowledge_base const& kb, claim_id c) {
    if (auto const where = kb.said(c).jurisdiction) return where;
    auto const who = kb.payload<covered_for>(c).payer;
    return who ? kb.details(who).jurisdiction : id<jurisdiction>{};
}
[[nodiscard]] inline std::string_view payer_name(knowledge_base const& kb, language const& l, claim_id c) {
    auto const who = kb.payload<covered_for>(c).payer;
    return who ? kb.name(who) : l[message::unstated];
}
/// "Pharmaceutical Benefits Scheme, Australia, 2013": the year from which the rule is, or in which it was reviewed or published.
[[nodiscard]] inline std::string payer_place_and_year(knowledge_base const& kb, language const& l, claim_id c) {
    std::string s{payer_name(kb, l, c)};
    if (auto const where = place_of_rule(kb, c); where && s.find(kb.name(where)) == s.npos) append_part(s, kb.name(where));
    auto const& k = kb.payload<covered_for>(c);
    auto const when = k.effective ? k.effective : k.reviewed ? k.reviewed : published(kb, c);
    if (when) append_part(s, std::to_string(when.year()));
    return s;
}

}  // namespace treatise::inline v0_3::render_detail
