// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/attributes.hpp>
#include <treatise/graph/succession.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <vector>

namespace treatise::inline v0_3 {

/// How an overlay and what lies below it are at odds.
enum class conflict_kind : std::uint8_t {
    contradicts,  ///< it says the contrary of the same thing
    differs,      ///< it says the same of it with another status, strength or level
    withdraws     ///< it has withdrawn the claim below
};
template <>
inline constexpr std::array<std::string_view, 3> words_of<conflict_kind>{"contradicts", "differs", "withdraws"};

/// A claim of an overlay that is at odds with one below it; both stand, and each says whose it is.
struct overlay_conflict {
    conflict_kind kind{};
    claim_id added{};  ///< none where a claim was withdrawn
    claim_id below{};
    std::uint32_t layer = 0;  ///< the overlay

    friend constexpr bool operator==(overlay_conflict const&, overlay_conflict const&) = default;
};

namespace query_detail {

struct status_comparer {
    knowledge_base const& kb;
    claim_id a, b;
    bool& differ;

    template <class Relation>
    constexpr void operator()() const {
        auto const &x = kb.payload<Relation>(a), &y = kb.payload<Relation>(b);
        if constexpr (requires { x.status; }) differ = x.status != y.status;
        if constexpr (requires { x.avoidance; }) differ = x.avoidance != y.avoidance;
        if constexpr (requires { x.strength, x.scheme; }) differ = x.scheme == y.scheme && x.strength != y.strength;
        if constexpr (requires { x.schedule; }) differ = x.schedule != y.schedule;
    }
};

}  // namespace query_detail

/// Where overlays and what lies below them are at odds: the contrary said of the same thing, another status or strength, and
/// what was withdrawn. In the order of the claims.
///
/// Linear in the claims, and for each of an overlay in those with the same ends.
[[nodiscard]] inline std::vector<overlay_conflict> conflicts(knowledge_base const& kb) {
    std::vector<overlay_conflict> found;
    if (!kb.has_layers()) return found;
    auto const same_ends = [&](claim_id a, claim_id b) { return kb.subject(a) == kb.subject(b) && kb.object(a) == kb.object(b); };
    for (std::uint32_t r = structure::size; r != relations::size; ++r) {
        auto const all = kb.edges_of(r);
        for (auto c : all) {
            if (auto const by = withdrawing_layer(kb, c); by != 0) found.push_back({conflict_kind::withdraws, {}, c, by});
            auto const layer = kb.layer(c, r);
            if (layer == 0 || kb.said(c, r).status != claim_status::current) continue;
            for (auto i = c.value; i-- > all.first;) {  // those below stand before it
                auto const b = claim_id::from_number(i);
                if (!same_ends(b, c)) break;
                if (kb.layer(b, r) >= layer || kb.said(b, r).status != claim_status::current || !same_thing(kb, b, c)) continue;
                bool differ = false;
                with_claim_relation(r, query_detail::status_comparer{kb, b, c, differ});
                if (kb.stance(b, r) != kb.stance(c, r))
                    found.push_back({conflict_kind::contradicts, c, b, layer});
                else if (differ)
                    found.push_back({conflict_kind::differs, c, b, layer});
            }
        }
    }
    return found;
}

}  // namespace treatise::inline v0_3
