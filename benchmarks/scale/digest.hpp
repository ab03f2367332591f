// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answer.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

// How two answers are found equal: digests that do not depend on the order of lines; only groups must be whole.
namespace scale {

inline std::uint64_t hash_of(std::string_view s, std::uint64_t seed = 0xcbf29ce484222325u) {
    for (char c : s) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    seed ^= seed >> 29;
    return seed * 0xbf58476d1ce4e5b9u;
}

struct digest {
    std::uint64_t sum = 0, count = 0;
    void add(std::uint64_t h) { sum += h, ++count; }
    std::string words() const { return std::to_string(count) + " (" + std::to_string(sum) + ")"; }
};

inline digest digest_of_page(std::string_view text) {
    digest d;
    std::unordered_set<std::string_view> groups;
    std::uint64_t group = 0, compound = 0;
    while (!text.empty()) {
        auto const line = cut(text, '\n');
        if (line[0] == 'c') {
            if (!groups.insert(line).second) d.add(1);  // a group in two pieces is no group
            group = hash_of(line);
        } else if (line[0] == 't') {
            d.add(compound = hash_of(line, group));
        } else {
            d.add(hash_of(line, compound));
        }
    }
    return d;
}

/// Fields of a line are all quoted; the items of a field may stand in any order.
inline void add_csv(digest& d, std::string_view text) {
    while (!text.empty()) {
        std::uint64_t row = 0, number = 0;
        std::string field;
        for (bool more = true; more; ++number) {
            field.clear();
            text.remove_prefix(1);
            for (;;) {
                field += cut(text, '"');
                if (text.empty() || text[0] != '"') break;
                field += '"';
                text.remove_prefix(1);
            }
            more = !text.empty() && text[0] == ',';
            if (!text.empty()) text.remove_prefix(1);
            for (std::size_t first = 0; first <= field.size();) {
                auto const last = std::min(field.find("; ", first), field.size());
                row += hash_of(std::string_view{field}.substr(first, last - first), number + 1);
                first = last + 2;
            }
        }
        d.add(hash_of({reinterpret_cast<char const*>(&row), sizeof row}));
    }
}

}  // namespace scale
