// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/id.hpp>
#include <treatise/model/vocabulary.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace treatise::inline v0_3 {

/// The checks of a trustworthy table that a program decides, by the numbers of docs/how-to/audit.md; they stand in checks.def,
/// once.
enum class audit_check : std::uint8_t {
#define TREATISE_CHECK(name, number) name,
#include <treatise/audit/checks.def>
};
template <>
inline constexpr std::array words_of<audit_check>{
#define TREATISE_CHECK(name, number) std::string_view{number},
#include <treatise/audit/checks.def>
};

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
