// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/fields.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// The edits between two words without regard to case, or more than `limit` where it takes more than that.
///
/// An edit changes, drops or adds a byte or swaps two neighbours, and none is edited twice (Damerau-Levenshtein,
/// optimal string alignment). The product of the lengths in time.
[[nodiscard]] inline std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    if ((std::max)(a.size(), b.size()) - (std::min)(a.size(), b.size()) > limit) return limit + 1;
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        auto least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            char const x = fold(a[i - 1]), y = fold(b[j - 1]);
            now[j] = (std::min)({last[j] + 1, now[j - 1] + 1, last[j - 1] + (x != y)});
            if (i > 1 && j > 1 && x == fold(b[j - 2]) && y == fold(a[i - 2])) now[j] = (std::min)(now[j], before[j - 2] + 1);
            least = (std::min)(least, now[j]);
        }
        if (least > limit) return limit + 1;  // a later row is never less
        before.swap(last);
        last.swap(now);
    }
    return last[b.size()];
}

/// The nearest of some words, for a message: about a third of the word's bytes may differ; empty where none is that near.
///
/// Case does not count; the first wins among equals. The candidates convert to `std::string_view` without a temporary,
/// and the result looks into the one that was found. Most candidates cost no more than a look at their length.
template <class Words>
std::string_view nearest(std::string_view word, Words const& candidates) {
    std::string_view found;
    std::size_t limit = (word.size() + 1) / 3;
    for (auto const& candidate : candidates) {
        std::string_view const c = candidate;
        auto const n = edit_distance(word, c, limit);
        if (n > limit || c.empty()) continue;
        found = c;
        if (n == 0) break;
        limit = n - 1;
    }
    return found;
}

}  // namespace treatise::inline v0_3
