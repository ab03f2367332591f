// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answer.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/range/iterator_range.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace scale {

/// Boost.Graph's usual form: nodes and edges with bundles, both directions, numbers for descriptors.
class adjacency_list {
    struct bundle {
        std::string name;
        kind of;
    };
    struct link {
        metaedge is;
    };
    using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, bundle, link>;
    using vertex = boost::graph_traits<graph>::vertex_descriptor;
    static constexpr vertex no_class = ~vertex{0};

    graph g_;
    std::unordered_map<std::string, vertex> by_id_;
    std::vector<vertex> diseases_;
    mutable used_compounds<vertex> candidates_;        // storage for answers
    mutable std::vector<std::vector<metaedge>> mark_;  // by vertex, for one disease at a time

    /// Its class, of several the first by name.
    vertex class_of(vertex compound) const {
        auto found = no_class;
        for (auto e : boost::make_iterator_range(in_edges(compound, g_)))
            if (g_[e].is == metaedge::includes) {
                auto const c = source(e, g_);
                if (found == no_class || before_folded(g_[c].name, g_[found].name)) found = c;
            }
        return found;
    }
    void find_candidates(vertex d) const {
        candidates_.clear();
        for (auto e : boost::make_iterator_range(in_edges(d, g_)))
            candidates_.add(source(e, g_), g_[e].is, [this](vertex c) { return class_of(c); });
        candidates_.sort();
    }
    template <class Run>
    void put(vertex v, metaedge is, Run&& run) const {
        auto to = run(out_degree(v, g_));
        for (auto e : boost::make_iterator_range(out_edges(v, g_)))
            if (g_[e].is == is) to.put(g_[target(e, g_)].name);
    }

public:
    using node = vertex;
    static constexpr char const* name = "Boost adjacency_list";
    static constexpr bool reads_text = true;

    explicit adjacency_list(std::string const& folder) {
        auto const text = whole_text(nodes_in(folder));
        each_node(text, [&](auto id, auto called, auto of) {
            auto const k = kind_of(of);
            if (k == kind::other) return;
            auto const v = add_vertex({std::string{called}, k}, g_);
            by_id_.emplace(id, v);
            if (k == kind::disease) diseases_.push_back(v);
        });
        each_edge(edges_in(folder), [&](auto source_id, auto m, auto target_id) {
            auto const s = by_id_.find(std::string{source_id}), t = by_id_.find(std::string{target_id});
            if (s != by_id_.end() && t != by_id_.end()) add_edge(s->second, t->second, {m}, g_);
        });
        mark_.resize(num_vertices(g_));
    }

    std::uint32_t diseases() const { return static_cast<std::uint32_t>(diseases_.size()); }
    std::string_view name_of(vertex v) const { return g_[v].name; }

    template <class Page>
    void disease(std::uint32_t in_file, Page& to) const {
        find_candidates(diseases_[in_file]);
        auto now = no_class - 1;
        for (auto const& c : candidates_) {
            if (c.group != now) {
                now = c.group;
                to.drug_class(now == no_class ? std::string_view{} : g_[now].name);
            }
            to.compound(g_[c.compound].name, c.uses);
            put(c.compound, metaedge::binds, [&](std::size_t n) { return to.genes(n); });
            put(c.compound, metaedge::causes, [&](std::size_t n) { return to.side_effects(n); });
        }
        to.end();
    }
    std::uint64_t numbers_of(std::uint32_t in_file) const {
        find_candidates(diseases_[in_file]);
        std::uint64_t sum = 0;
        for (auto const& c : candidates_) {
            sum += c.group + c.uses;
            for (auto e : boost::make_iterator_range(out_edges(c.compound, g_)))
                if (g_[e].is == metaedge::binds || g_[e].is == metaedge::causes) sum += target(e, g_);
        }
        return sum;
    }
    template <class Flush>
    void table(page& to, Flush&& flush) const {
        csv_page csv{to};
        for (std::uint32_t d = 0; d != diseases(); ++d) {
            csv.disease(g_[diseases_[d]].name);
            disease(d, csv);
            flush();
        }
    }
    void paths(std::vector<path<node>>& found) const {
        for (auto d : diseases_) {
            find_candidates(d);
            if (candidates_.empty()) continue;
            for (auto e : boost::make_iterator_range(out_edges(d, g_)))
                if (is_implication(g_[e].is)) mark_[target(e, g_)].push_back(g_[e].is);
            for (auto const& c : candidates_)
                for (auto e : boost::make_iterator_range(out_edges(c.compound, g_)))
                    if (g_[e].is == metaedge::binds)
                        for (auto how : mark_[target(e, g_)]) found.push_back({c.compound, target(e, g_), d, how});
            for (auto e : boost::make_iterator_range(out_edges(d, g_)))
                if (is_implication(g_[e].is)) mark_[target(e, g_)].clear();
        }
    }
};

}  // namespace scale
