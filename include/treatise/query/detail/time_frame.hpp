// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace treatise::inline v0_3::query_detail {

/// The days in a unit of time that the words begin with; 0 where they begin with none.
constexpr std::uint32_t days_in(std::string_view words) {
    struct unit {
        std::string_view name;
        std::uint32_t days;
    };
    constexpr std::array<unit, 4> units{unit{"day", 1}, {"week", 7}, {"month", 30}, {"year", 365}};
    for (auto const& u : units)
        if (words.starts_with(u.name)) return u.days;
    return 0;
}

/// The longest time that the words of a time frame name, in days; 0 where they name none: "3 to 12 weeks" is 84.
///
/// "more than 5 weeks" is a day more; "short term", "medium term" and "long term" are 1, 2 and 3, so that they have their order.
constexpr std::uint32_t longest_days(std::string_view words) {
    if (words.starts_with("short")) return 1;
    if (words.starts_with("medium")) return 2;
    if (words.starts_with("long")) return 3;
    std::uint32_t number = 0, longest = 0;
    bool more = words.starts_with("more than") || words.find("or more") != words.npos;
    for (std::size_t i = 0; i < words.size(); ++i) {
        char const c = words[i];
        if (c >= '0' && c <= '9') {
            number = 0;
            for (; i < words.size() && words[i] >= '0' && words[i] <= '9' && number < 100'000; ++i)
                number = number * 10 + static_cast<std::uint32_t>(words[i] - '0');
            --i;
        } else if (auto const days = days_in(words.substr(i)); days != 0 && (i == 0 || words[i - 1] == ' ')) {
            auto const n = number == 0 ? days : number * days;  // "a year"
            longest = n > longest ? n : longest;
        }
    }
    return longest + (more && longest != 0 ? 1u : 0u);
}

}  // namespace treatise::inline v0_3::query_detail
