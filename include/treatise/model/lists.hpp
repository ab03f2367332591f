// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

// What every room needs of lists, once.
namespace treatise::inline v0_3 {

/// Whether a range holds a value; linear.
[[nodiscard]] constexpr bool contains(auto const& range, auto const& value) {
    return std::find(range.begin(), range.end(), value) != range.end();
}

/// Adds a part to a text that lists parts, with the separator before it where there is one already; an empty part adds nothing.
inline void append_part(std::string& to, std::string_view part, std::string_view separator = ", ") {
    if (part.empty()) return;
    if (!to.empty()) to += separator;
    to += part;
}

}  // namespace treatise::inline v0_3
