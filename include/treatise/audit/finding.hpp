// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/id.hpp>
#include <treatise/model/vocabulary.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace treatise::inline v0_3 {

/// The checks of a trustworthy table that a program decides, by the numbers of docs/how-to/audit.md.
enum class audit_check : std::uint8_t {
#define TREATISE_CHECK(name, id) name,
#include <treatise/audit/checks.def>
#undef TREATISE_CHECK
};
template <>
inline constexpr std::array words_of<audit_check>{
#define TREATISE_CHECK(name, id) std::string_view{id},
#include <treatise/audit/checks.def>
#undef TREATISE_CHECK
};

/// How grave a finding is. A note says what sources leave unstated, which is no fault of the table.
enum class severity : std::uint8_t { error, warning, note };
template <>
inline constexpr std::array<std::string_view, 3> words_of<severity>{"error", "warning", "note"};

/// What a check found: in which cell, and about which claim, where it is about one.
struct audit_finding {
    audit_check check{};
    treatise::severity severity{};
    std::uint32_t row = no_number, column = no_number;  ///< of the comparison; `no_number`: the whole table, or the whole row
    claim_id claim{};
    std::string words{};  ///< the words at fault, or the text that lacks some; empty where the value is at fault

    friend constexpr bool operator==(audit_finding const&, audit_finding const&) = default;
};

}  // namespace treatise::inline v0_3
