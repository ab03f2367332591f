// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/around.hpp>
#include <treatise/query/asked_scope.hpp>
#include <treatise/query/interest.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace treatise::inline v0_3 {

/// A published comparison of one option with another.
struct direct_comparison {
    claim_id claim{};
    std::uint32_t of = 0, with = 0;  ///< which of the asked options each side is, by its place among them
    applicability applies{};
    bool has_interest = false;  ///< its source or its trial's sponsor has declared one: it never stands before an independent one

    friend constexpr bool operator==(direct_comparison const&, direct_comparison const&) = default;
};

namespace query_detail {

struct direct_search {
    static constexpr std::uint32_t none = no_number;

    knowledge_base const& kb;
    relevance const& relevant;
    asked_scope& narrowed;
    struct side {
        id<treatise::option> option;
        std::uint32_t which;
    };
    std::vector<side> sides{};  ///< the asked options with their forms, members and wholes

    constexpr void add_side(id<option> o, std::uint32_t which) {
        for (auto const& around : options_around(kb, relevant, o))
            if (around.whole && around.of != said_of::its_class && around.of != said_of::part && which_is(around.option) == none)
                sides.push_back({around.option, which});
    }
    constexpr std::uint32_t which_is(id<option> o) const {
        for (auto const& s : sides)
            if (s.option == o) return s.which;
        return none;
    }
    constexpr void find(std::vector<direct_comparison>& found) const {
        for (auto const& s : sides)
            for (auto c : kb.out_ids<affects>(s.option)) {
                auto const other = which_is(kb.payload<affects>(c).comparator);
                if (other == none || other == s.which) continue;
                auto const applies = relevant.of<affects>(c);
                if (in_scope<affects>(c, applies, narrowed)) found.push_back({c, s.which, other, applies, has_interest(kb, c)});
            }
    }
};

}  // namespace query_detail

/// What sources found who compared two or more options with one another: benefits and harms, each pair once, independent sources
/// first, the nearest people before others. Empty: no source here compared them. Figures of separate trials are no comparison.
///
/// Of an option also its forms, of a class the therapies listed under it, of a form the medicine. Linear in their effects.
[[nodiscard]] constexpr std::vector<direct_comparison> compare_directly(
    knowledge_base const& kb, id<cause> asked, std::span<id<option> const> options, scope const& s = {}) {
    std::vector<direct_comparison> found;
    relevance const relevant{kb, asked};
    asked_scope narrowed{kb, s};
    query_detail::direct_search search{kb, relevant, narrowed};
    for (std::size_t i = 0; i != options.size(); ++i)  // an option that was asked for stands for itself, not for its class
        search.sides.push_back({options[i], static_cast<std::uint32_t>(i)});
    for (std::size_t i = 0; i != options.size(); ++i) search.add_side(options[i], static_cast<std::uint32_t>(i));
    search.find(found);
    std::sort(found.begin(), found.end(), [](direct_comparison const& a, direct_comparison const& b) {
        if (a.has_interest != b.has_interest) return b.has_interest;
        if (a.applies != b.applies) return a.applies < b.applies;
        return a.claim < b.claim;
    });
    return found;
}
/// The same of two options.
[[nodiscard]] constexpr std::vector<direct_comparison> compare_directly(
    knowledge_base const& kb, id<cause> asked, id<option> a, id<option> b, scope const& s = {}) {
    id<option> const both[]{a, b};
    return compare_directly(kb, asked, std::span<id<option> const>{both}, s);
}

}  // namespace treatise::inline v0_3
