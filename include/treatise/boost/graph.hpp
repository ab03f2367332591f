// SPDX-License-Identifier: BSL-1.0
#pragma once
// Makes treatise::knowledge_base a model of Boost.Graph's VertexListGraph, EdgeListGraph, IncidenceGraph, BidirectionalGraph,
// AdjacencyGraph, AdjacencyMatrix and ReadablePropertyGraph: a vertex is an id<entity>, an edge the claim_id of a claim or of
// an edge of structure. Algorithms run on the base itself, without a copy; it must outlive the iterators and maps it gives.
// Boost checks no number: a snapshot from elsewhere is to be verified first. Include this only where an algorithm is called: it
// adds about 0.8 s to compiling a file, each algorithm more.

#include <treatise/graph/knowledge_base.hpp>

#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::bgl {

/// What this header teaches Boost; its algorithms deduce `knowledge_base const`, too.
template <class G>
concept graph = std::same_as<std::remove_const_t<G>, knowledge_base>;

/// Iterates over the edges of one vertex, relation after relation, or (as `Value` says) over the vertices at their far ends.
template <bool Out, class Value>
class star {
public:
    using value_type = Value;
    using difference_type = std::ptrdiff_t;
    using reference = Value;
    using pointer = void;
    using iterator_category = std::input_iterator_tag;  // C++17's sense: it has no real reference
    using iterator_concept = std::forward_iterator_tag;

    constexpr star() = default;
    constexpr star(knowledge_base of, id<entity> vertex, std::uint32_t relation) : of_{of}, vertex_{vertex}, r_{relation} {
        settle();
    }

    constexpr Value operator*() const {
        if constexpr (std::same_as<Value, claim_id>)
            return run_[i_];
        else if constexpr (Out)
            return of_.object(run_[i_]);
        else
            return of_.subject(run_[i_]);
    }
    constexpr star& operator++() {
        if (++i_ == run_.size()) ++r_, settle();
        return *this;
    }
    constexpr star operator++(int) {
        auto old = *this;
        ++*this;
        return old;
    }
    friend constexpr bool operator==(star const& a, star const& b) { return a.r_ == b.r_ && a.i_ == b.i_; }

private:
    /// Stops at the next relation in which the vertex has an edge.
    constexpr void settle() {
        i_ = 0;
        for (; r_ != relations::size; ++r_) {
            run_ = Out ? of_.out_ids(r_, vertex_) : of_.in_ids(r_, vertex_);
            if (!run_.empty()) return;
        }
    }

    knowledge_base of_{};
    id<entity> vertex_{};
    id_run<claim_id> run_{};
    std::uint32_t r_ = relations::size, i_ = 0;
};

namespace boost_detail {

constexpr auto first_last(auto const& range) { return std::pair{range.begin(), range.end()}; }
template <class Star>
constexpr std::pair<Star, Star> star_of(knowledge_base const& of, id<entity> vertex) {
    return {Star{of, vertex, 0}, Star{of, vertex, relations::size}};
}

constexpr std::string_view name(knowledge_base const& kb, id<entity> v) { return kb.name(v); }
constexpr std::string_view key(knowledge_base const& kb, id<entity> v) { return kb.key(v); }
constexpr std::string_view kind(knowledge_base const& kb, id<entity> v) {
    auto const k = kb.kind(v);
    return k < kind_names.size() ? kind_names[k] : std::string_view{};
}
constexpr std::string_view relation(knowledge_base const& kb, claim_id e) {
    auto const r = kb.relation(e);
    return r < relation_names.size() ? relation_names[r] : std::string_view{};
}
constexpr std::string_view claim_key(knowledge_base const& kb, claim_id e) { return kb.claim_key(e); }

}  // namespace boost_detail

// Property maps. `get(boost::vertex_name, kb)` is the map, `get(boost::vertex_name, kb, v)` the value at a vertex.

/// The map behind vertex_index and edge_index.
template <class Id>
struct index_map {
    using key_type = Id;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;

    constexpr std::size_t operator[](Id i) const { return i.value; }
    friend constexpr std::size_t get(index_map, Id i) { return i.value; }
};

/// A map to texts of the base, which live as long as its arrays.
template <class Id, std::string_view (*Read)(knowledge_base const&, Id)>
struct text_map {
    using key_type = Id;
    using value_type = std::string_view;
    using reference = std::string_view;
    using category = boost::readable_property_map_tag;

    knowledge_base of{};

    constexpr std::string_view operator[](Id i) const { return Read(of, i); }
    friend constexpr std::string_view get(text_map m, Id i) { return m[i]; }
};

// Boost has no tags for these: the key and the kind of an entity, the relation of an edge and the authored key of a claim.
struct vertex_key_t {
    using kind = boost::vertex_property_tag;
};
struct vertex_kind_t {
    using kind = boost::vertex_property_tag;
};
struct edge_relation_t {
    using kind = boost::edge_property_tag;
};
struct edge_key_t {
    using kind = boost::edge_property_tag;
};
inline constexpr vertex_key_t vertex_key{};
inline constexpr vertex_kind_t vertex_kind{};
inline constexpr edge_relation_t edge_relation{};
inline constexpr edge_key_t edge_key{};

/// The property maps that algorithms ask for: numbers from 0, names, keys, kinds and relations. Each is read-only, constant in
/// time, and looks into the base, which must outlive it.
constexpr index_map<id<entity>> get(boost::vertex_index_t, knowledge_base const&) { return {}; }
constexpr index_map<claim_id> get(boost::edge_index_t, knowledge_base const&) { return {}; }
constexpr text_map<id<entity>, boost_detail::name> get(boost::vertex_name_t, knowledge_base const& g) { return {g}; }
constexpr text_map<id<entity>, boost_detail::key> get(vertex_key_t, knowledge_base const& g) { return {g}; }
constexpr text_map<id<entity>, boost_detail::kind> get(vertex_kind_t, knowledge_base const& g) { return {g}; }
constexpr text_map<claim_id, boost_detail::relation> get(edge_relation_t, knowledge_base const& g) { return {g}; }
constexpr text_map<claim_id, boost_detail::claim_key> get(edge_key_t, knowledge_base const& g) { return {g}; }
/// No properties: copy_graph asks for all of a vertex and of an edge, and what it copies is the shape.
inline boost::static_property_map<boost::no_property> get(boost::vertex_all_t, knowledge_base const&) {
    return {boost::no_property{}};
}
inline boost::static_property_map<boost::no_property> get(boost::edge_all_t, knowledge_base const&) {
    return {boost::no_property{}};
}

/// The property of one vertex or edge.
template <class Tag, class Id>
    requires requires(Tag tag, knowledge_base const& of, Id i) { get(get(tag, of), i); }
constexpr auto get(Tag tag, knowledge_base const& of, Id i) {
    return get(get(tag, of), i);
}

/// The values, one a vertex, as a Boost read-write property map; they must outlive it.
template <class T>
auto vertex_map(std::vector<T>& values) {
    return boost::make_iterator_property_map(values.begin(), index_map<id<entity>>{});
}
/// The values, one an edge, as a Boost read-write property map; they must outlive it.
template <class T>
auto edge_map(std::vector<T>& values) {
    return boost::make_iterator_property_map(values.begin(), index_map<claim_id>{});
}

// The valid expressions of the concepts, found by argument-dependent lookup.

/// Every entity, as first and last iterator.
constexpr auto vertices(knowledge_base const& g) { return boost_detail::first_last(id_range<id<entity>>{0, g.entity_count()}); }
/// Every edge, structure before claims, as first and last iterator.
constexpr auto edges(knowledge_base const& g) { return boost_detail::first_last(id_range<claim_id>{0, g.edge_count()}); }
/// The edges whose subject is `v`, relation by relation, as first and last iterator.
constexpr auto out_edges(id<entity> v, knowledge_base const& g) { return boost_detail::star_of<star<true, claim_id>>(g, v); }
/// The edges whose object is `v`, relation by relation, as first and last iterator.
constexpr auto in_edges(id<entity> v, knowledge_base const& g) { return boost_detail::star_of<star<false, claim_id>>(g, v); }
/// The objects of the edges whose subject is `v`, once for each edge, as first and last iterator.
constexpr auto adjacent_vertices(id<entity> v, knowledge_base const& g) {
    return boost_detail::star_of<star<true, id<entity>>>(g, v);
}

/// The subject of an edge.
constexpr id<entity> source(claim_id e, knowledge_base const& g) { return g.subject(e); }
/// The object of an edge.
constexpr id<entity> target(claim_id e, knowledge_base const& g) { return g.object(e); }
/// How many entities there are.
constexpr std::size_t num_vertices(knowledge_base const& g) { return g.entity_count(); }
/// How many edges there are, structure and claims together.
constexpr std::size_t num_edges(knowledge_base const& g) { return g.edge_count(); }

/// How many edges have `v` as their subject; linear in the number of relations, as the degrees below.
constexpr std::size_t out_degree(id<entity> v, knowledge_base const& g) {
    std::size_t n = 0;
    for (std::uint32_t r = 0; r != relations::size; ++r) n += g.out_ids(r, v).size();
    return n;
}
/// How many edges have `v` as their object.
constexpr std::size_t in_degree(id<entity> v, knowledge_base const& g) {
    std::size_t n = 0;
    for (std::uint32_t r = 0; r != relations::size; ++r) n += g.in_ids(r, v).size();
    return n;
}
/// How many edges have `v` at either end.
constexpr std::size_t degree(id<entity> v, knowledge_base const& g) { return out_degree(v, g) + in_degree(v, g); }

/// The first edge from `u` to `v`, if there is one; linear in the out-degree of `u`.
constexpr std::pair<claim_id, bool> edge(id<entity> u, id<entity> v, knowledge_base const& g) {
    for (auto [i, last] = out_edges(u, g); i != last; ++i)
        if (g.object(*i) == v) return {*i, true};
    return {{}, false};
}
/// The entity of a number from 0 to `num_vertices`, itself not included.
constexpr id<entity> vertex(std::size_t n, knowledge_base const&) {
    return id<entity>::from_number(static_cast<std::uint32_t>(n));
}

/// Accepts the edges of these relations: a predicate for boost::filtered_graph.
template <a_relation... Relation>
class only {
public:
    constexpr only() = default;
    constexpr explicit only(knowledge_base of) : of_{of} {}
    constexpr bool operator()(claim_id e) const { return (of_.is<Relation>(e) || ...); }

private:
    knowledge_base of_{};
};

/// The base with the edges of these relations alone, such as `bgl::filtered<is_a>(kb)`; the base must outlive it.
///
/// Listing its edges looks at every edge of the base, listing those of a vertex at its own.
template <a_relation... Relation>
auto filtered(knowledge_base const& whole) {
    return boost::filtered_graph<knowledge_base, only<Relation...>>{whole, only<Relation...>{whole}};
}
template <a_relation... Relation>
void filtered(knowledge_base const&&) = delete;

}  // namespace treatise::inline v0_3::bgl

namespace boost {

using treatise::bgl::get;  // for calls of boost::get(tag, kb) by its full name

template <treatise::bgl::graph G>
struct graph_traits<G> {
    using vertex_descriptor = treatise::id<treatise::entity>;
    using edge_descriptor = treatise::claim_id;
    using directed_category = bidirectional_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    // adjacency_matrix_tag opens vf2 and its kin; it promises edge(u, v, g) in constant time, which here is linear.
    struct traversal_category : vertex_list_graph_tag,
                                edge_list_graph_tag,
                                bidirectional_graph_tag,
                                adjacency_graph_tag,
                                adjacency_matrix_tag {};

    using vertex_iterator = treatise::index_iterator<treatise::id_range<vertex_descriptor>>;
    using edge_iterator = treatise::index_iterator<treatise::id_range<edge_descriptor>>;
    using out_edge_iterator = treatise::bgl::star<true, edge_descriptor>;
    using in_edge_iterator = treatise::bgl::star<false, edge_descriptor>;
    using adjacency_iterator = treatise::bgl::star<true, vertex_descriptor>;

    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;

    static constexpr vertex_descriptor null_vertex() { return {}; }
};

template <treatise::bgl::graph G, class Tag>
struct property_map<G, Tag> {
    using type = decltype(get(Tag{}, std::declval<treatise::knowledge_base const&>()));
    using const_type = type;
};

}  // namespace boost
