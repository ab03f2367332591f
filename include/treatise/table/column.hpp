// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/profile.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace treatise::inline v0_3 {

/// What a column is filled from.
enum class column_content : std::uint8_t {
    matters,      ///< what is told of the option on some matters
    name,         ///< the option with its documented members, and in a few words how it acts
    members,      ///< its members with their brands
    description,  ///< what it is
    outcome,      ///< of a row that is an outcome: its name, and the parts of one figure
    people,
    without,
    with,
    difference,
    ratio,
    certainty,
    payer,        ///< of a row that is a payer's rule: its parts
    status,
    condition,
    dates,
    source
};

/// A column of a comparison: a value with a key; its heading comes from the message table unless it brings one.
struct column {
    std::string_view key{};
    column_content content = column_content::matters;
    set_of<matter> matters{};      ///< what stands in it, where its content is matters
    set_of<care_slot> slots{};     ///< of practical points only those of these slots; none: all
    set_of<practical_issue> issues{};  ///< and of these issues; a column that names neither takes what the others leave
    bool no_figures = false;       ///< harms by name alone, where figures have a column of their own
    std::string_view heading{};    ///< printed instead of the usual heading

    friend constexpr bool operator==(column const&, column const&) = default;
};

namespace columns {
// clang-format off
inline constexpr set_of<matter> warnings = set_of<matter>{matter::boxed_warning} | matter::contraindication | matter::avoid | matter::safety_communication | matter::serious_harm;
inline constexpr set_of<matter> all_warnings = warnings | matter::caution | matter::label_warning;

inline constexpr column option     {.key = "option", .content = column_content::name};
inline constexpr column members    {.key = "members", .content = column_content::members};
inline constexpr column description{.key = "description", .content = column_content::description};
inline constexpr column guidance   {.key = "guidance", .matters = set_of<matter>{matter::guidance} | matter::approval};
inline constexpr column approval   {.key = "approval", .matters = matter::approval};
inline constexpr column benefit    {.key = "benefit", .matters = matter::benefit};
inline constexpr column harms      {.key = "harms", .matters = matter::harm};
inline constexpr column warnings_  {.key = "warnings", .matters = warnings};
inline constexpr column boxed      {.key = "boxed", .matters = matter::boxed_warning};
inline constexpr column restrictions{.key = "restrictions", .matters = set_of<matter>{matter::contraindication} | matter::avoid | matter::safety_communication | matter::caution | matter::serious_harm};
inline constexpr column practical  {.key = "practical", .matters = set_of<matter>{matter::practical} | matter::coverage};
inline constexpr column asks       {.key = "asks", .matters = matter::practical};
inline constexpr column stopping   {.key = "stopping", .matters = matter::practical, .slots = care_slot::stop};
inline constexpr column driving    {.key = "driving", .matters = matter::practical, .issues = set_of<practical_issue>{practical_issue::travel_and_driving} | practical_issue::food_and_drinks};
inline constexpr column coverage   {.key = "coverage", .matters = matter::coverage};
inline constexpr column mechanism  {.key = "mechanism", .matters = matter::mechanism};
inline constexpr column provider   {.key = "provider", .matters = matter::provider};
inline constexpr column before     {.key = "before", .matters = set_of<matter>{matter::practical} | matter::contraindication | matter::avoid | matter::caution, .slots = care_slot::before};
inline constexpr column monitor    {.key = "monitor", .matters = matter::practical, .slots = care_slot::monitor};
inline constexpr column teach      {.key = "teach", .matters = set_of<matter>{matter::practical} | matter::harm, .slots = set_of<care_slot>{care_slot::teach} | care_slot::stop};
inline constexpr column warned     {.key = "warned", .matters = set_of<matter>{matter::practical} | matter::boxed_warning | matter::safety_communication | matter::serious_harm | matter::label_warning, .slots = care_slot::tell};
// clang-format on

// An outcome of an option a row, or a payer's rule.
inline constexpr column outcome{.key = "outcome", .content = column_content::outcome};
inline constexpr column people{.key = "people", .content = column_content::people};
inline constexpr column without{.key = "without", .content = column_content::without};
inline constexpr column with{.key = "with", .content = column_content::with};
inline constexpr column difference{.key = "difference", .content = column_content::difference};
inline constexpr column ratio{.key = "ratio", .content = column_content::ratio};
inline constexpr column certainty{.key = "certainty", .content = column_content::certainty};
inline constexpr column payer{.key = "payer", .content = column_content::payer};
inline constexpr column status{.key = "status", .content = column_content::status};
inline constexpr column condition{.key = "condition", .content = column_content::condition};
inline constexpr column dates{.key = "dates", .content = column_content::dates};
inline constexpr column source{.key = "source", .content = column_content::source};

inline constexpr std::array all{option, members, description, guidance, approval, benefit, harms, warnings_, boxed, restrictions,
    practical, asks, stopping, driving, coverage, mechanism, provider, before, monitor, teach, warned, outcome, people, without,
    with, difference, ratio, certainty, payer, status, condition, dates, source};
}  // namespace columns

/// The column of that key; one with an empty key where there is none.
constexpr column column_of(std::string_view key) {
    for (auto const& c : columns::all)
        if (c.key == key) return c;
    return {};
}

/// Up to sixteen columns, in order; a value, so that a view can be a constant.
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
    [[nodiscard]] constexpr std::uint32_t size() const { return size_; }
    [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
    constexpr column const& operator[](std::uint32_t i) const { return items_[i]; }
    [[nodiscard]] constexpr column const* begin() const { return items_.data(); }
    [[nodiscard]] constexpr column const* end() const { return items_.data() + size_; }
};

}  // namespace treatise::inline v0_3
