// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/diff.hpp>
#include <treatise/words/language.hpp>

#include <cstddef>
#include <string>
#include <string_view>

// What a new edition has changed.
namespace treatise::inline v0_3 {

/// What became of a claim between two editions: "withdrawn", "added".
[[nodiscard]] constexpr std::string_view say(language const& l, change c) {
    switch (c) {
        case change::withdrawn: return l[message::change_withdrawn];
        case change::added: return l[message::change_added];
        case change::changed: return l[message::change_changed];
        case change::removed: return l[message::change_removed];
    }
    return {};
}
/// How many became so: "12 added"; of what was withdrawn the number alone, because nothing else stands beside it.
[[nodiscard]] inline std::string say(language const& l, change c, std::size_t count) {
    auto const n = std::to_string(count);
    switch (c) {
        case change::withdrawn: return n;
        case change::added: return say(l, message::change_added_of, {n});
        case change::changed: return say(l, message::change_changed_of, {n});
        case change::removed: return say(l, message::change_removed_of, {n});
    }
    return {};
}

}  // namespace treatise::inline v0_3
