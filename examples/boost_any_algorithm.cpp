// Lesson: a knowledge base is a Boost graph. Any Boost.Graph algorithm runs on it, without a copy.
#include <treatise/boost/graph.hpp>
#include <treatise/knowledge/neuropathic_pain.hpp>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/reverse_graph.hpp>

#include <iostream>
#include <string>
#include <vector>

namespace np = treatise::neuropathic_pain;
using treatise::id, treatise::entity;

int main() {
    auto const& kb = np::knowledge;

    // The hierarchy of causes: the edges of `is_a` alone, from the wider cause to the narrower.
    auto const hierarchy = treatise::bgl::filtered<treatise::is_a>(kb);
    auto const downwards = boost::make_reverse_graph(hierarchy);

    std::vector<int> depth(num_vertices(kb), 0);
    auto const record = boost::record_distances(treatise::bgl::vertex_map(depth), boost::on_tree_edge());
    boost::breadth_first_search(downwards, id<entity>{np::neuropathic_pain},
        boost::visitor(boost::make_bfs_visitor(record)).vertex_index_map(get(boost::vertex_index, kb)));

    for (auto cause : kb.all<treatise::cause>())
        std::cout << std::string(static_cast<std::size_t>(2 * depth[cause.value]), ' ') << get(boost::vertex_name, kb, cause)
                  << '\n';
}
