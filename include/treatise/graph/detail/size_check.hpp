// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/draft.hpp>
#include <treatise/model/limits.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace treatise::inline v0_3::graph_detail {

/// How much a base would hold.
struct knowledge_size {
    std::uint64_t entities = 0, edges = 0, text_bytes = 0;
};

inline knowledge_size size_of(draft const& d) {
    knowledge_size n{d.entity_count(), d.below.edge_count(), d.below.tables().pool.size()};
    for (auto const& of : d.edges) n.edges += of.size();
    for (auto const& t : d.texts.texts()) n.text_bytes += t.size();
    return n;
}

/// What is more than the numbers of a base can name; empty where nothing is.
inline std::string too_large(knowledge_size n) {
    auto const more = [](std::uint64_t is, std::uint64_t most, std::string_view what) {
        return is <= most ? std::string{}
                          : "has " + std::to_string(is) + ' ' + std::string{what} + "; expected at most " + std::to_string(most);
    };
    if (auto s = more(n.entities, limits::entities, "entities"); !s.empty()) return s;
    if (auto s = more(n.edges, limits::edges, "claims and edges"); !s.empty()) return s;
    return more(n.text_bytes, limits::text_bytes, "bytes of text");
}

}  // namespace treatise::inline v0_3::graph_detail
