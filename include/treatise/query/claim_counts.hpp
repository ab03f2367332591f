// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/vocabulary.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace treatise::inline v0_3 {

/// How many claims there are by facet and stance: how much there is to read, never how sure anybody is. Sources share trials.
struct claim_counts {
    std::array<std::array<std::uint16_t, words_of<stance>.size()>, words_of<facet>.size()> counts{};

    constexpr void add(facet f, stance s) {
        auto& n = counts[place_of(f)][place_of(s)];
        if (n != 0xffff) ++n;
    }
    constexpr std::uint32_t of(facet f, stance s) const { return counts[place_of(f)][place_of(s)]; }
    constexpr std::uint32_t of(facet f) const {
        std::uint32_t n = 0;
        for (auto one : counts[place_of(f)]) n += one;
        return n;
    }
    constexpr std::uint32_t all() const {
        std::uint32_t n = 0;
        for (std::size_t f = 0; f != counts.size(); ++f) n += of(static_cast<facet>(f));
        return n;
    }
    friend constexpr bool operator==(claim_counts const&, claim_counts const&) = default;
};

}  // namespace treatise::inline v0_3
