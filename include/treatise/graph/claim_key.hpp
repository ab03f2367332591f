// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace graph_detail {

/// Folds what a claim says and who says it there: relation, ends, context, source and place, entities by key.
class derived_claim_key {
    fingerprint_fold fold_{};

public:
    void add(std::string_view part) { fold_.add(part); }
    /// What is left out where there is none, and the stance where it is in favour.
    void add_last(std::string_view restated_at, stance s) {
        if (!restated_at.empty()) add(restated_at);
        if (s != stance::in_favour) add(treatise::word(s));
    }
    friend bool operator==(derived_claim_key const& a, derived_claim_key const& b) { return a.fold_.hash == b.fold_.hash; }

    /// "c-" and 16 hexadecimal digits; the second claim that says the same ends in "-2".
    std::string text(std::uint32_t ordinal) const {
        std::string key = "c-";
        for (int i = 0; i != 16; ++i) key += "0123456789abcdef"[fold_.hash >> (60 - 4 * i) & 15u];
        return ordinal < 2 ? key : key + '-' + std::to_string(ordinal);
    }
};

inline derived_claim_key derived_key_of(knowledge_base const& kb, claim_id c, std::uint32_t r) {
    derived_claim_key key;
    auto const& said = kb.said(c, r);
    key.add(relation_names[r]);
    key.add(kb.key(kb.subject(c)));
    key.add(kb.key(kb.object(c)));
    for (auto about : kb[said.about]) key.add(kb.key(about));
    key.add(kb.key(said.source));
    key.add(kb[said.place]);
    key.add_last(kb[said.restated_at], kb.stance(c, r));
    return key;
}

}  // namespace graph_detail

/// The id of a claim: its authored key or, where the base holds none, one made of what it says and who says it there.
///
/// The same in every build. Linear in the claims with the same ends where the base holds none; empty for structure.
inline std::string claim_key_of(knowledge_base const& kb, claim_id c) {
    if (auto const authored = kb.claim_key(c); !authored.empty()) return std::string{authored};
    auto const r = kb.relation(c);
    if (r < structure::size || r == relations::size) return {};
    auto const key = graph_detail::derived_key_of(kb, c, r);
    std::uint32_t ordinal = 1;
    for (auto before = c; before.value-- != 0;) {
        if (kb.relation(before) != r || kb.subject(before) != kb.subject(c) || kb.object(before) != kb.object(c)) break;
        if (kb.claim_key(before).empty() && graph_detail::derived_key_of(kb, before, r) == key) ++ordinal;
    }
    return key.text(ordinal);
}

/// Every claim of a base with its id, in the order of the ids. N log N.
[[nodiscard]] inline std::vector<std::pair<std::string, claim_id>> claims_by_key(knowledge_base const& kb) {
    std::vector<std::pair<std::string, claim_id>> all;
    all.reserve(kb.claim_count());
    for (auto c : kb.claims()) all.emplace_back(claim_key_of(kb, c), c);
    std::sort(all.begin(), all.end());
    return all;
}
/// The claim with that id among `claims_by_key`, or none. Logarithmic.
[[nodiscard]] inline claim_id find_claim(std::vector<std::pair<std::string, claim_id>> const& by_key, std::string_view key) {
    auto const at = std::lower_bound(by_key.begin(), by_key.end(), key, [](auto const& x, auto k) { return x.first < k; });
    return at != by_key.end() && at->first == key ? at->second : claim_id{};
}

}  // namespace treatise::inline v0_3
