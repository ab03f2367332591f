// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/id.hpp>
#include <treatise/model/vocabulary.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace treatise::inline v0_3 {

// clang-format off
/// The checks of a trustworthy table that a program decides, by the numbers of docs/how-to/audit.md; a sentence for each
/// is in words/. `r6` is rule 6 of the design: warnings first, and cut by nothing.
enum class audit_check : std::uint8_t {
    a1, a2, a3, a4, a5, a6,
    b1, b2, b3, b4, b5, b6, b7, b8,
    c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13,
    d1, d2, d3, d4, d5, d6, d7,
    e1, e2, e3, e4, e5, e6, e7, e8, e9,
    f1, f2, f5,
    r6
};
template <>
inline constexpr std::array<std::string_view, 47> words_of<audit_check>{
    "A1", "A2", "A3", "A4", "A5", "A6",
    "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8",
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11", "C12", "C13",
    "D1", "D2", "D3", "D4", "D5", "D6", "D7",
    "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9",
    "F1", "F2", "F5",
    "R6"};
// clang-format on

enum class severity : std::uint8_t { error, warning };
template <>
inline constexpr std::array<std::string_view, 2> words_of<severity>{"error", "warning"};

/// What a check found: in which cell, and about which claim, where it is about one.
struct audit_finding {
    audit_check check{};
    treatise::severity severity{};
    std::uint32_t row = no_number, column = no_number;  ///< of the comparison; `no_number`: the whole table, or the whole row
    claim_id claim{};

    friend constexpr bool operator==(audit_finding const&, audit_finding const&) = default;
};

}  // namespace treatise::inline v0_3
