// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/statements.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace treatise::inline v0_3 {

/// What a column is filled from: what an option is, or the claims about it.
enum class column_content : std::uint8_t { name, members, description, claims };

/// A column of a comparison: a value with a key; its heading comes from the message table unless it brings one.
struct column {
    std::string_view key;
    column_content content = column_content::claims;
    set_of<facet> facets{};        ///< whose claims stand in it, where its content is claims
    std::string_view heading{};    ///< printed instead of the usual heading

    friend constexpr bool operator==(column const&, column const&) = default;
};

namespace columns {
// clang-format off
inline constexpr column option     {"option", column_content::name};
inline constexpr column members    {"members", column_content::members};
inline constexpr column description{"description", column_content::description};
inline constexpr column guidance   {"guidance", column_content::claims, set_of<facet>{facet::recommendation} | facet::approval | facet::use};
inline constexpr column benefit    {"benefit", column_content::claims, facet::benefit};
inline constexpr column harms      {"harms", column_content::claims, set_of<facet>{facet::warning} | facet::restriction | facet::harm};
inline constexpr column living     {"living", column_content::claims, set_of<facet>{facet::consideration} | facet::control | facet::coverage};
inline constexpr column coverage   {"coverage", column_content::claims, facet::coverage};
inline constexpr column mechanism  {"mechanism", column_content::claims, facet::mechanism};
inline constexpr column provider   {"provider", column_content::claims, facet::provider};
inline constexpr column approval   {"approval", column_content::claims, facet::approval};
// clang-format on

inline constexpr std::array all{
    option, members, description, guidance, benefit, harms, living, coverage, mechanism, provider, approval};
}  // namespace columns

/// The column of that key; one with an empty key where there is none.
constexpr column column_of(std::string_view key) {
    for (auto const& c : columns::all)
        if (c.key == key) return c;
    return {};
}

/// Up to sixteen columns, in order; a value, so that a preset can be a constant.
class column_list {
    std::array<column, 16> items_{};
    std::uint32_t size_ = 0;

public:
    constexpr column_list() = default;
    constexpr column_list(std::initializer_list<column> items) {
        for (auto const& c : items) push_back(c);
    }
    /// Columns past the sixteenth are left out.
    constexpr void push_back(column const& c) {
        if (size_ != items_.size()) items_[size_++] = c;
    }
    constexpr std::uint32_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr column const& operator[](std::uint32_t i) const { return items_[i]; }
    constexpr column const* begin() const { return items_.data(); }
    constexpr column const* end() const { return items_.data() + size_; }
};

}  // namespace treatise::inline v0_3
