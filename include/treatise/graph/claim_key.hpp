// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace graph_detail {

/// Folds what a claim says and who says it there: relation, ends, context, source and place, entities by key.
///
/// It keeps what the claims of one subject have in common, as they come one after another.
class derived_claim_key {
    knowledge_base kb_;
    fingerprint_fold begun_{};
    std::uint32_t relation_ = no_number;
    id<entity> subject_{};

public:
    constexpr explicit derived_claim_key(knowledge_base const& kb) : kb_{kb} {}

    constexpr std::uint64_t of(claim_id c, std::uint32_t r) {
        if (auto const subject = kb_.subject(c); r != relation_ || subject != subject_) {
            relation_ = r;
            subject_ = subject;
            begun_ = {};
            begun_.add(relation_names[r]);
            begun_.add(kb_.key(subject));
        }
        auto fold = begun_;
        auto const& said = kb_.said(c, r);
        fold.add(kb_.key(kb_.object(c)));
        for (auto about : kb_[said.about]) fold.add(kb_.key(about));
        fold.add(kb_.key(said.source));
        fold.add(kb_[said.place]);
        // What is left out where there is none, and the stance where it is in favour: ids made before these were there stay.
        if (auto const restated = kb_[said.restated_at]; !restated.empty()) fold.add(restated);
        if (auto const s = kb_.stance(c, r); s != stance::in_favour) fold.add(treatise::word(s));
        return fold.hash;
    }
    /// Whether two claims of one pair of ends say the same at one place, in few steps: else their hashes differ.
    constexpr bool say_the_same(claim_id a, claim_id b, std::uint32_t r) const {
        auto const &x = kb_.said(a, r), &y = kb_.said(b, r);
        if (x.source != y.source || kb_.stance(a, r) != kb_.stance(b, r)) return false;
        if (x.place != y.place && kb_[x.place] != kb_[y.place]) return false;
        if (x.restated_at != y.restated_at && kb_[x.restated_at] != kb_[y.restated_at]) return false;
        if (x.about == y.about) return true;
        auto const these = kb_[x.about], those = kb_[y.about];
        std::uint32_t alike = 0;
        while (alike != these.size() && alike != those.size() && these[alike] == those[alike]) ++alike;
        return alike == these.size() && alike == those.size();
    }
    /// Which of the claims without an authored key that say the same this is, from 1. Linear in those with the same ends.
    constexpr std::uint32_t ordinal_of(claim_id c, std::uint32_t r) {
        auto const first = kb_.edges_of(r).first;
        std::uint32_t ordinal = 1;
        for (auto before = c; before.value != first;) {
            --before.value;
            if (kb_.subject(before) != kb_.subject(c) || kb_.object(before) != kb_.object(c)) break;
            if (say_the_same(before, c, r) && kb_.claim_key(before, r).empty()) ++ordinal;
        }
        return ordinal;
    }
};

/// A derived id, read: "c-", 16 hexadecimal digits, and behind the second claim that says the same "-2".
struct derived_id {
    std::uint64_t hash = 0;
    std::uint32_t ordinal = 0;  ///< 0: it is no derived id

    constexpr explicit derived_id(std::string_view id) {
        if (id.size() < 18 || id.size() > 28 || id.substr(0, 2) != "c-") return;
        for (char const c : id.substr(2, 16)) {
            auto const digit = std::string_view{"0123456789abcdef"}.find(c);
            if (digit == std::string_view::npos) return;
            hash = hash << 4 | digit;
        }
        id.remove_prefix(18);
        std::uint64_t n = id.empty() ? 1 : 0;
        if (!id.empty() && (id.size() == 1 || id[0] != '-' || id[1] == '0')) return;
        for (std::size_t i = 1; i < id.size(); ++i) {
            if (id[i] < '0' || id[i] > '9') return;
            n = 10 * n + static_cast<std::uint64_t>(id[i] - '0');
        }
        if (id.empty() || n > 1) ordinal = static_cast<std::uint32_t>(n <= no_number ? n : 0);
    }
};

}  // namespace graph_detail

/// The id of a claim: its authored key or, where it has none, one made of what it says and who says it there: "c-", 16
/// hexadecimal digits, and behind the second claim that says the same "-2".
///
/// The same in every build; no base stores a derived one. Linear in the claims with the same ends where there is no authored
/// key; empty for structure.
inline std::string claim_key_of(knowledge_base const& kb, claim_id c) {
    auto const r = kb.relation(c);
    if (auto const authored = kb.claim_key(c, r); !authored.empty()) return std::string{authored};
    if (r < structure::size || r == relations::size) return {};
    graph_detail::derived_claim_key made{kb};
    auto const hash = made.of(c, r);
    std::string key = "c-";
    for (int i = 0; i != 16; ++i) key += "0123456789abcdef"[hash >> (60 - 4 * i) & 15u];
    auto const ordinal = made.ordinal_of(c, r);
    return ordinal < 2 ? key : key + '-' + std::to_string(ordinal);
}

/// The claim with that id, whether authored or derived: every id that `claim_key_of` gives is found, with or without the # that
/// pages print before it. None where there is none.
///
/// Linear, and allocates nothing: of an authored id, it looks at every claim's; of a derived one, it also works out the hash of
/// every claim without an authored id, some 100 ns each. Who looks up many sorts them once: `claims_by_key`.
[[nodiscard]] constexpr claim_id find_claim(knowledge_base const& kb, std::string_view id) {
    if (id.starts_with('#')) id.remove_prefix(1);
    if (id.empty()) return {};
    for (std::uint32_t r = structure::size; r != relations::size; ++r)
        for (auto c : kb.edges_of(r))
            if (kb.claim_key(c, r) == id) return c;
    graph_detail::derived_id const asked{id};
    if (asked.ordinal == 0) return {};
    graph_detail::derived_claim_key made{kb};
    for (std::uint32_t r = structure::size; r != relations::size; ++r)
        for (auto c : kb.edges_of(r))
            if (kb.claim_key(c, r).empty() && made.of(c, r) == asked.hash && made.ordinal_of(c, r) == asked.ordinal) return c;
    return {};
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
