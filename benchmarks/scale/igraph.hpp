// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answer.hpp"

#include <igraph.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace scale {

/// igraph's C library: one graph; names of nodes and kinds of edges are kept beside it, in arrays by their number.
class igraph {
    using vertex = igraph_integer_t;
    static constexpr vertex no_class = -1;

    igraph_t g_;
    std::vector<std::string> names_;
    std::vector<metaedge> is_;  ///< by edge
    std::unordered_map<std::string, vertex> by_id_;
    std::vector<vertex> diseases_;
    mutable igraph_vector_int_t around_, more_;  // storage for answers
    mutable used_compounds<vertex> candidates_;
    mutable std::vector<std::vector<metaedge>> mark_;

    /// Calls `f(other end, metaedge)` for the edges out of (or into) a vertex.
    template <class F>
    void each(igraph_vector_int_t& around, vertex v, igraph_neimode_t way, F&& f) const {
        igraph_incident(&g_, &around, v, way);
        auto const n = igraph_vector_int_size(&around);
        for (igraph_integer_t i = 0; i != n; ++i) {
            auto const e = VECTOR(around)[i];
            f(way == IGRAPH_OUT ? IGRAPH_TO(&g_, e) : IGRAPH_FROM(&g_, e), is_[static_cast<std::size_t>(e)]);
        }
    }
    std::string const& called(vertex v) const { return names_[static_cast<std::size_t>(v)]; }
    vertex class_of(vertex compound) const {
        auto found = no_class;
        each(more_, compound, IGRAPH_IN, [&](vertex c, metaedge is) {
            if (is == metaedge::includes && (found == no_class || before_folded(called(c), called(found)))) found = c;
        });
        return found;
    }
    void find_candidates(vertex d) const {
        candidates_.clear();
        each(around_, d, IGRAPH_IN,
            [&](vertex c, metaedge is) { candidates_.add(c, is, [this](vertex v) { return class_of(v); }); });
        candidates_.sort();
    }
    template <class Run>
    void put(vertex compound, metaedge wanted, Run&& run) const {
        igraph_incident(&g_, &around_, compound, IGRAPH_OUT);
        auto const n = igraph_vector_int_size(&around_);
        auto to = run(static_cast<std::size_t>(n));
        for (igraph_integer_t i = 0; i != n; ++i) {
            auto const e = VECTOR(around_)[i];
            if (is_[static_cast<std::size_t>(e)] == wanted) to.put(called(IGRAPH_TO(&g_, e)));
        }
    }

public:
    using node = vertex;
    static constexpr char const* name = "igraph";
    static constexpr bool reads_text = true;

    explicit igraph(std::string const& folder) {
        auto const text = whole_text(nodes_in(folder));
        each_node(text, [&](auto id, auto its_name, auto of) {
            auto const k = kind_of(of);
            if (k == kind::other) return;
            auto const v = static_cast<vertex>(names_.size());
            names_.emplace_back(its_name);
            by_id_.emplace(id, v);
            if (k == kind::disease) diseases_.push_back(v);
        });
        igraph_vector_int_t ends;
        igraph_vector_int_init(&ends, 0);
        each_edge(edges_in(folder), [&](auto source, auto m, auto target) {
            auto const s = by_id_.find(std::string{source}), t = by_id_.find(std::string{target});
            if (s == by_id_.end() || t == by_id_.end()) return;
            igraph_vector_int_push_back(&ends, s->second);
            igraph_vector_int_push_back(&ends, t->second);
            is_.push_back(m);
        });
        igraph_create(&g_, &ends, static_cast<vertex>(names_.size()), IGRAPH_DIRECTED);
        igraph_vector_int_destroy(&ends);
        igraph_vector_int_init(&around_, 0);
        igraph_vector_int_init(&more_, 0);
        mark_.resize(names_.size());
    }
    igraph(igraph const&) = delete;
    igraph& operator=(igraph const&) = delete;
    ~igraph() {
        igraph_vector_int_destroy(&more_);
        igraph_vector_int_destroy(&around_);
        igraph_destroy(&g_);
    }

    std::uint32_t diseases() const { return static_cast<std::uint32_t>(diseases_.size()); }
    std::string_view name_of(vertex v) const { return called(v); }

    template <class Page>
    void disease(std::uint32_t in_file, Page& to) const {
        find_candidates(diseases_[in_file]);
        auto now = no_class - 1;
        for (auto const& c : candidates_) {
            if (c.group != now) {
                now = c.group;
                to.drug_class(now == no_class ? std::string_view{} : called(now));
            }
            to.compound(called(c.compound), c.uses);
            put(c.compound, metaedge::binds, [&](std::size_t n) { return to.genes(n); });
            put(c.compound, metaedge::causes, [&](std::size_t n) { return to.side_effects(n); });
        }
        to.end();
    }
    template <class Flush>
    void table(page& to, Flush&& flush) const {
        csv_page csv{to};
        for (std::uint32_t d = 0; d != diseases(); ++d) {
            csv.disease(called(diseases_[d]));
            disease(d, csv);
            flush();
        }
    }
    void paths(std::vector<path<node>>& found) const {
        for (auto d : diseases_) {
            find_candidates(d);
            if (candidates_.empty()) continue;
            each(around_, d, IGRAPH_OUT, [&](vertex v, metaedge is) {
                if (is_implication(is)) mark_[static_cast<std::size_t>(v)].push_back(is);
            });
            for (auto const& c : candidates_)
                each(around_, c.compound, IGRAPH_OUT, [&](vertex v, metaedge is) {
                    if (is == metaedge::binds)
                        for (auto how : mark_[static_cast<std::size_t>(v)]) found.push_back({c.compound, v, d, how});
                });
            each(around_, d, IGRAPH_OUT, [&](vertex v, metaedge) { mark_[static_cast<std::size_t>(v)].clear(); });
        }
    }
};

}  // namespace scale
