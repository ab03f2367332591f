// SPDX-License-Identifier: BSL-1.0
#if __has_include(<boost/graph/graph_traits.hpp>)
#include <treatise/boost/graph.hpp>  // first: the header must stand alone

#include <treatise/graph/builder.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "random_base.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/copy.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graphviz.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/graph/vf2_sub_graph_iso.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace boost_graph_test {

namespace bgl = treatise::bgl;
using treatise::cause, treatise::claim_id, treatise::entity, treatise::id, treatise::is_a, treatise::knowledge_base;

using vertex_id = id<entity>;

BOOST_CONCEPT_ASSERT((boost::GraphConcept<knowledge_base>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<knowledge_base>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<knowledge_base>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<knowledge_base>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<knowledge_base>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<knowledge_base>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<knowledge_base>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<knowledge_base const>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<knowledge_base, vertex_id, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<knowledge_base, vertex_id, boost::vertex_name_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<knowledge_base, vertex_id, bgl::vertex_key_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<knowledge_base, vertex_id, bgl::vertex_kind_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<knowledge_base, claim_id, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<knowledge_base, claim_id, bgl::edge_relation_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<knowledge_base, claim_id, bgl::edge_key_t>));

using hierarchy = boost::filtered_graph<knowledge_base, bgl::only<is_a>>;
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<hierarchy>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<hierarchy>));

static_assert(std::is_default_constructible_v<bgl::only<is_a>> && std::is_copy_assignable_v<bgl::only<is_a>>);
static_assert(std::forward_iterator<boost::graph_traits<knowledge_base>::out_edge_iterator>);
static_assert(std::random_access_iterator<boost::graph_traits<knowledge_base>::vertex_iterator>);

// Misuse must not compile.
template <class G>
concept filters_a_temporary = requires { bgl::filtered<is_a>(G{}); };
template <class G>
concept filters_by_a_kind = requires(G g) { bgl::filtered<cause>(g); };
template <class G>
concept names_an_edge = requires(G g, claim_id e) { get(boost::vertex_name, g, e); };
static_assert(!filters_a_temporary<knowledge_base>);
static_assert(!filters_by_a_kind<knowledge_base>);
static_assert(!names_an_edge<knowledge_base>);

namespace {

/// What Boost's breadth-first search reaches from `start`, itself included.
template <class Graph>
std::vector<vertex_id> reached(Graph const& g, vertex_id start) {
    std::vector<boost::default_color_type> colour(num_vertices(g));
    boost::breadth_first_search(g, start, boost::color_map(bgl::vertex_map(colour)));
    std::vector<vertex_id> found;
    for (std::uint32_t v = 0; v != colour.size(); ++v)
        if (colour[v] == boost::black_color) found.push_back(vertex_id::from_number(v));
    return found;
}

/// The same over `is_a` without Boost: repeat until nothing is added.
std::vector<vertex_id> closure(knowledge_base const& kb, vertex_id start) {
    std::vector<vertex_id> found{start};
    for (std::size_t i = 0; i != found.size(); ++i)
        for (auto e : kb.out<is_a>(found[i]))
            if (std::find(found.begin(), found.end(), e.object) == found.end()) found.push_back(e.object);
    std::sort(found.begin(), found.end());
    return found;
}

vertex_id busiest(knowledge_base const& kb) {
    auto most = vertex_id::from_number(0);
    for (auto v : kb.all<entity>())
        if (out_degree(v, kb) > out_degree(most, kb)) most = v;
    return most;
}

}  // namespace

TEST_CASE("an empty base is an empty graph", "[boost]") {
    constexpr knowledge_base kb;
    STATIC_REQUIRE(num_vertices(kb) == 0);
    STATIC_REQUIRE(num_edges(kb) == 0);
    STATIC_REQUIRE(vertices(kb).first == vertices(kb).second);
    STATIC_REQUIRE(out_edges(vertex_id::from_number(0), kb).first == out_edges(vertex_id::from_number(0), kb).second);
    STATIC_REQUIRE(degree(vertex_id{}, kb) == 0);
    STATIC_REQUIRE_FALSE(edge(vertex_id::from_number(0), vertex_id::from_number(0), kb).second);
    STATIC_REQUIRE(boost::graph_traits<knowledge_base>::null_vertex() == vertex_id{});
    std::vector<vertex_id> order;
    boost::topological_sort(kb, std::back_inserter(order));
    CHECK(order.empty());
}

TEST_CASE("every edge, claim or structure, is an out-edge of its subject and an in-edge of its object", "[boost]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        std::vector<int> out(num_edges(*kb)), in(num_edges(*kb));
        for (auto [v, last] = vertices(*kb); v != last; ++v) {
            std::size_t n = 0;
            auto neighbour = adjacent_vertices(*v, *kb).first;
            for (auto [e, end] = out_edges(*v, *kb); e != end; ++e, ++n, ++neighbour) {
                CHECK(source(*e, *kb) == *v);
                CHECK(target(*e, *kb) == *neighbour);
                CHECK(edge(*v, *neighbour, *kb).second);
                ++out[(*e).value];
            }
            CHECK(neighbour == adjacent_vertices(*v, *kb).second);
            CHECK(n == out_degree(*v, *kb));
            for (auto [e, end] = in_edges(*v, *kb); e != end; ++e, ++n) {
                CHECK(target(*e, *kb) == *v);
                ++in[(*e).value];
            }
            CHECK(n == degree(*v, *kb));
            CHECK(vertex(get(boost::vertex_index, *kb, *v), *kb) == *v);
        }
        CHECK(out == std::vector<int>(num_edges(*kb), 1));
        CHECK(in == out);
    }
}

TEST_CASE("names, keys, kinds and relations are property maps", "[boost]") {
    auto const& kb = fixture::knee();
    auto const v = fixture::entity(kb, "alphaprofen");
    auto const c = fixture::claim(kb, "guideline-against-calmadol");
    CHECK(get(boost::vertex_name, kb, v) == "Alphaprofen");
    CHECK(get(boost::vertex_name, kb)[v] == "Alphaprofen");
    CHECK(get(boost::get(boost::vertex_name, kb), v) == "Alphaprofen");
    CHECK(get(bgl::vertex_key, kb, v) == "alphaprofen");
    CHECK(get(bgl::vertex_kind, kb, v) == "therapy");
    CHECK(get(bgl::vertex_kind, kb, vertex_id{}) == "");
    CHECK(get(bgl::edge_relation, kb, c) == "recommended_for");
    CHECK(get(bgl::edge_relation, kb, claim_id{}) == "");
    CHECK(get(bgl::edge_key, kb, c) == "guideline-against-calmadol");
    CHECK(get(bgl::edge_key, kb, claim_id::from_number(0)) == "");
    CHECK(get(boost::edge_index, kb, c) == c.value);
}

TEST_CASE("vectors are read-write property maps of vertices and of edges", "[boost]") {
    auto const& kb = fixture::knee();
    std::vector<int> of_vertices(num_vertices(kb)), of_edges(num_edges(kb));
    put(bgl::vertex_map(of_vertices), fixture::entity<cause>(kb, "knee-pain"), 7);
    put(bgl::edge_map(of_edges), claim_id::from_number(3), 8);
    CHECK(of_vertices[fixture::entity(kb, "knee-pain").value] == 7);
    CHECK(of_edges[3] == 8);
}

TEST_CASE("breadth_first_search finds how far a cause stands below knee pain", "[boost]") {
    auto const& kb = fixture::knee();
    auto const over = bgl::filtered<is_a>(kb);
    auto const down = boost::make_reverse_graph(over);
    std::vector<int> distance(num_vertices(kb), -1);
    auto const start = fixture::entity(kb, "knee-pain");
    distance[start.value] = 0;
    boost::breadth_first_search(down, start,
        boost::visitor(boost::make_bfs_visitor(boost::record_distances(bgl::vertex_map(distance), boost::on_tree_edge{}))));
    CHECK(distance[fixture::entity(kb, "knee-osteoarthritis").value] == 1);
    CHECK(distance[fixture::entity(kb, "post-traumatic-knee-osteoarthritis").value] == 2);
    CHECK(distance[fixture::entity(kb, "calmadol").value] == -1);
}

TEST_CASE("depth_first_search visits every entity once and meets no circle of is_a", "[boost]") {
    struct counting : boost::default_dfs_visitor {
        std::size_t *discovered, *back;
        counting(std::size_t* d, std::size_t* b) : discovered{d}, back{b} {}
        void discover_vertex(vertex_id, hierarchy const&) const { ++*discovered; }
        void back_edge(boost::graph_traits<hierarchy>::edge_descriptor, hierarchy const&) const { ++*back; }
    };
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        std::size_t discovered = 0, back = 0;
        auto const over = bgl::filtered<is_a>(*kb);
        boost::depth_first_search(over, boost::visitor(counting{&discovered, &back}));
        CHECK(discovered == num_vertices(*kb));
        CHECK(back == 0);
    }
}

TEST_CASE("topological_sort puts every ancestor before its descendants", "[boost]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        std::vector<vertex_id> order;  // reversed: objects of is_a first
        auto const over = bgl::filtered<is_a>(*kb);
        boost::topological_sort(over, std::back_inserter(order));
        REQUIRE(order.size() == num_vertices(*kb));
        std::vector<std::size_t> place(num_vertices(*kb));
        for (std::size_t i = 0; i != order.size(); ++i) place[order[i].value] = i;
        for (auto e : kb->every<is_a>()) CHECK(place[e.object.value] < place[e.subject.value]);
    }
}

TEST_CASE("strong_components finds no two entities that are each other's ancestors", "[boost]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        std::vector<std::uint32_t> component(num_vertices(*kb));
        CHECK(boost::strong_components(bgl::filtered<is_a>(*kb), bgl::vertex_map(component)) == num_vertices(*kb));
        CHECK(boost::strong_components(*kb, bgl::vertex_map(component)) <= num_vertices(*kb));
    }
}

TEST_CASE("dijkstra_shortest_paths with equal weights agrees with breadth_first_search", "[boost][oracle]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        auto const start = busiest(*kb);
        auto const far = std::numeric_limits<int>::max();
        std::vector<int> paths(num_vertices(*kb)), levels(num_vertices(*kb), far);
        std::vector<vertex_id> before(num_vertices(*kb));
        auto const one = boost::make_function_property_map<claim_id>([](claim_id) { return 1; });
        boost::dijkstra_shortest_paths(
            *kb, start, boost::distance_map(bgl::vertex_map(paths)).predecessor_map(bgl::vertex_map(before)).weight_map(one));
        levels[start.value] = 0;
        boost::breadth_first_search(*kb, start,
            boost::visitor(boost::make_bfs_visitor(boost::record_distances(bgl::vertex_map(levels), boost::on_tree_edge{}))));
        CHECK(paths == levels);
        for (auto v : kb->all<entity>())
            if (paths[v.value] != far && v != start) {
                CHECK(paths[before[v.value].value] + 1 == paths[v.value]);
                CHECK(edge(before[v.value], v, *kb).second);
            }
    }
}

TEST_CASE("reverse_graph turns ancestors into descendants", "[boost]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        auto const up = bgl::filtered<is_a>(*kb);
        auto const down = boost::make_reverse_graph(up);
        for (auto c : kb->all<cause>())
            for (auto ancestor : reached(up, c)) {
                auto const below = reached(down, ancestor);
                CHECK(std::find(below.begin(), below.end(), vertex_id{c}) != below.end());
            }
    }
}

TEST_CASE("filtered_graph by relation has the edges of these relations alone", "[boost]") {
    using treatise::affects, treatise::acts_by;
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        auto const g = bgl::filtered<affects, acts_by>(*kb);
        std::size_t n = 0;
        for (auto [e, last] = edges(g); e != last; ++e, ++n) {
            auto const relation = get(bgl::edge_relation, *kb, *e);
            CHECK((relation == "affects" || relation == "acts_by"));
        }
        CHECK(n == kb->every<affects>().size() + kb->every<acts_by>().size());
        std::size_t degrees = 0;
        for (auto v : kb->all<entity>()) degrees += out_degree(v, g);
        CHECK(degrees == n);
    }
}

TEST_CASE("copy_graph keeps the shape", "[boost]") {
    using list = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        list copy;
        boost::copy_graph(*kb, copy);
        REQUIRE(num_vertices(copy) == num_vertices(*kb));
        REQUIRE(num_edges(copy) == num_edges(*kb));
        for (auto v : kb->all<entity>()) {
            CHECK(out_degree(v.value, copy) == out_degree(v, *kb));
            CHECK(in_degree(v.value, copy) == in_degree(v, *kb));
        }
    }
}

TEST_CASE("copy_graph keeps names and relations where it is told how", "[boost]") {
    using list = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, std::string, std::string>;
    auto const& kb = fixture::knee();
    list copy;
    boost::copy_graph(kb, copy, boost::vertex_copy([&](vertex_id v, std::size_t to) {
        copy[to] = get(boost::vertex_name, kb, v);
    }).edge_copy([&](claim_id e, boost::graph_traits<list>::edge_descriptor to) { copy[to] = get(bgl::edge_relation, kb, e); }));
    CHECK(copy[fixture::entity(kb, "gels").value] == "Gels");
    CHECK(copy[*edges(copy).first] == "is_a");
}

TEST_CASE("vf2_subgraph_iso finds each therapy with its row and the class above it", "[boost]") {
    using namespace treatise;
    builder b;  // the pattern is a knowledge base, too
    b.base({b.text("p"), b.text("Pattern"), b.text("0"), b.text("nobody"), b.text("none"), date{2024, 1, 1}});
    auto const row = b.add<therapy_class>({"row", "Row"});
    b.relate<is_a>(row, b.add<therapy_class>({"above", "Above"}));
    b.relate<listed_under>(b.add<therapy>({"t", "T"}), row);
    auto const owner = fixture::frozen(std::move(b));
    auto const pattern = owner.view();

    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        std::size_t found = 0, expected = 0;
        auto const& whole = *kb;
        auto const therapy_of_pattern = fixture::entity<therapy>(pattern, "t");
        auto const count = [&](auto to_large, auto) {
            CHECK(whole.as<therapy>(get(to_large, therapy_of_pattern)));
            ++found;
            return true;
        };
        auto const large = bgl::filtered<listed_under, is_a>(whole);
        boost::vf2_subgraph_iso(
            pattern, large, count, get(boost::vertex_index, pattern), get(boost::vertex_index, whole),
            boost::vertex_order_by_mult(pattern),
            [&](claim_id x, claim_id y) { return pattern.relation(x) == whole.relation(y); },
            [&](vertex_id x, vertex_id y) { return pattern.kind(x) == whole.kind(y); });
        for (auto e : whole.every<listed_under>()) expected += whole.out<is_a>(e.object).size();
        CHECK(found == expected);
        CHECK(found != 0);
    }
}

TEST_CASE("write_graphviz writes every entity and every edge", "[boost]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        std::ostringstream out;
        boost::write_graphviz(out, *kb, boost::make_label_writer(get(boost::vertex_name, *kb)),
            boost::make_label_writer(get(bgl::edge_relation, *kb)), boost::default_writer{}, get(bgl::vertex_key, *kb));
        auto const dot = out.str();
        CHECK(dot.starts_with("digraph G {"));
        std::size_t arrows = 0;
        for (auto at = dot.find("->"); at != std::string::npos; at = dot.find("->", at + 2)) ++arrows;
        CHECK(arrows == num_edges(*kb));
        CHECK(static_cast<std::size_t>(std::count(dot.begin(), dot.end(), '\n')) == num_vertices(*kb) + num_edges(*kb) + 2);
    }
}

TEST_CASE("what breadth_first_search reaches over is_a is the closure of out<is_a>", "[boost][oracle]") {
    for (std::uint32_t seed = 0; seed != 200; ++seed) {
        INFO("seed " << seed);
        fixture::random_base made{seed};
        auto const owner = made.freeze();
        auto const kb = owner.view();
        auto const over = bgl::filtered<is_a>(kb);
        for (auto v : kb.all<entity>()) CHECK(reached(over, v) == closure(kb, v));
    }
}

}  // namespace boost_graph_test

#endif
