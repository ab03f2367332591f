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

namespace peers {

/// Knowledge as a property graph: entities and claims are vertices with bundles, vertex numbers are display order.
class adjacency_list {
    struct node {
        std::string key;
        bool is_class = false, is_reference = false;
        // Of a claim.
        std::string relation;
        treatise::facet facet{};
        treatise::stance stance{};
        treatise::claim_status status{};
        treatise::intent intent{};
        bool lists = false, first = false;
    };
    enum class link : std::uint8_t {
        is_a,
        listed_under,
        says,
        of_object,
        about,
        excludes,
        from
    };  // says: from an option to a claim
    struct arrow {
        link is;
    };
    using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, node, arrow>;
    using vertex = boost::graph_traits<graph>::vertex_descriptor;

    graph g_;
    std::unordered_map<std::string, vertex> by_key_;
    std::vector<vertex> references_;

    void after(vertex v, link l, auto f) const {
        for (auto e : boost::make_iterator_range(out_edges(v, g_)))
            if (g_[e].is == l) f(target(e, g_));
    }
    void before(vertex v, link l, auto f) const {
        for (auto e : boost::make_iterator_range(in_edges(v, g_)))
            if (g_[e].is == l) f(source(e, g_));
    }

public:
    using option = vertex;
    using claim = vertex;
    struct near_causes {
        std::vector<side> where;  // by vertex
        std::vector<vertex> reached;
    };

    explicit adjacency_list(treatise::knowledge_base const& kb) {
        using namespace treatise;
        for (std::uint32_t i = 0; i != kb.entity_count(); ++i) {
            auto const v = add_vertex(g_);
            g_[v].key = kb.key(id<entity>::from_number(i));
            by_key_[g_[v].key] = v;
        }
        for (auto c : kb.all<therapy_class>()) g_[c.value].is_class = true;
        for (auto t : kb.all<therapy>())
            if (kb.details(t).reference) {
                g_[t.value].is_reference = true;
                references_.push_back(t.value);
            }
        for (auto e : kb.every<is_a>()) add_edge(e.subject.value, e.object.value, {link::is_a}, g_);
        for (auto e : kb.every<listed_under>()) add_edge(e.subject.value, e.object.value, {link::listed_under}, g_);
        for (auto const& r : claims_of(kb)) {
            auto const v =
                add_vertex({r.key, false, false, r.relation, r.facet, r.stance, r.status, r.intent, r.lists, r.first}, g_);
            add_edge(r.subject.value, v, {link::says}, g_);
            add_edge(v, r.object.value, {link::of_object}, g_);
            add_edge(v, r.source.value, {link::from}, g_);
            for (auto x : r.about) add_edge(v, x.value, {link::about}, g_);
            for (auto x : r.excludes) add_edge(v, x.value, {link::excludes}, g_);
        }
    }

    near_causes near(vertex cause) const {
        near_causes n{std::vector<side>(num_vertices(g_), side::none), {}};
        auto const mark = [&](vertex v, side s) {
            if (n.where[v] != side::none) return;
            n.where[v] = s;
            n.reached.push_back(v);
        };
        mark(cause, side::same);
        for (std::size_t i = 0; i != n.reached.size(); ++i)
            after(n.reached[i], link::is_a, [&](vertex v) { mark(v, side::above); });
        for (std::size_t i = 0; i != n.reached.size(); ++i)
            if (n.where[n.reached[i]] != side::above) before(n.reached[i], link::is_a, [&](vertex v) { mark(v, side::below); });
        return n;
    }

    std::vector<peers::candidate<option, claim>> candidates(near_causes const& near) const {
        struct hit {
            vertex option;
            reason<claim> why;
        };
        std::vector<hit> hits;
        for (auto cause : near.reached)
            before(cause, link::about, [&](vertex c) {
                auto const& said = g_[c];
                if (!said.lists || !is_asked_for(said.status, said.intent)) return;
                auto const o = subject(c);
                if (!g_[o].is_reference) hits.push_back({o, {c, of(near, c), said.stance}});
            });
        std::sort(hits.begin(), hits.end(), [](hit const& a, hit const& b) {
            if (a.option != b.option) return a.option < b.option;
            return a.why.applies != b.why.applies ? a.why.applies < b.why.applies : a.why.claim < b.why.claim;
        });
        hits.erase(std::unique(hits.begin(), hits.end(), [](hit const& a, hit const& b) { return a.why.claim == b.why.claim; }),
            hits.end());
        std::vector<peers::candidate<option, claim>> made;
        for (auto const& h : hits) {
            if (made.empty() || made.back().option != h.option) made.push_back({h.option, {}});
            made.back().reasons.push_back(h.why);
        }
        return made;
    }

    std::vector<told<claim>> statements(near_causes const& near, option o) const {
        std::vector<told<claim>> found;
        add(found, near, o, treatise::said_of::itself);
        before(o, link::listed_under, [&](vertex t) { add(found, near, t, treatise::said_of::member); });
        return found;
    }

    // Structure.

    option row_of(option o) const {
        auto row = o;
        after(o, link::listed_under, [&](vertex v) { row = v; });
        return row;
    }
    std::vector<option> lineage(option o) const {
        if (!g_[o].is_class) return {};
        std::vector<option> up{o};
        for (std::size_t i = 0; i != up.size(); ++i)
            after(up[i], link::is_a, [&](vertex v) {
                if (std::find(up.begin(), up.end(), v) == up.end()) up.push_back(v);
            });
        return up;
    }
    bool has_classes_below(option o) const {
        bool any = false;
        before(o, link::is_a, [&](vertex) { any = true; });
        return any;
    }
    bool is_root(option o) const {
        bool root = true;
        after(o, link::is_a, [&](vertex) { root = false; });
        return root;
    }
    std::vector<option> const& references() const { return references_; }
    vertex place(option o) const { return o; }

    option find(std::string_view key) const { return by_key_.at(std::string{key}); }
    std::string_view key(option o) const { return g_[o].key; }
    std::string_view claim_key(claim c) const { return g_[c].key; }
    treatise::stance stance(claim c) const { return g_[c].stance; }
    vertex source(claim c) const { return one(c, link::from); }
    std::string const& relation(claim c) const { return g_[c].relation; }
    vertex subject(claim c) const { return source(*in_edges(c, g_).first, g_); }
    vertex object(claim c) const { return one(c, link::of_object); }
    bool is_effect(claim c) const { return g_[c].relation == "affects"; }

private:
    static vertex source(boost::graph_traits<graph>::edge_descriptor e, graph const& g) { return boost::source(e, g); }
    vertex one(vertex c, link l) const {
        vertex found = 0;
        after(c, l, [&](vertex v) { found = v; });
        return found;
    }
    treatise::applicability of(near_causes const& near, claim c) const {
        reach r;
        after(c, link::about, [&](vertex cause) { r.about(near.where[cause]); });
        after(c, link::excludes, [&](vertex cause) { r.excludes(near.where[cause]); });
        return r.applies();
    }
    void add(std::vector<told<claim>>& found, near_causes const& near, option o, treatise::said_of whom) const {
        after(o, link::says, [&](vertex c) {
            auto const& said = g_[c];
            auto const how = of(near, c);
            if (is_told(said.status, said.intent, said.first) && how != treatise::applicability::excluded &&
                how != treatise::applicability::unrelated)
                found.push_back({said.facet, said.first, how, whom, static_cast<std::uint32_t>(c), c});
        });
    }
};

}  // namespace peers
