// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/detail/size_check.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <treatise/graph/builder.hpp>
#include <treatise/graph/freeze.hpp>

namespace graph_limits_test {

using namespace treatise;
using graph_detail::too_large;

TEST_CASE("A base holds as many entities, edges and texts as the limits, and not one more", "[graph][limits]") {
    CHECK(too_large({limits::entities, limits::edges, limits::text_bytes}).empty());
    CHECK(too_large({limits::entities + 1, 0, 0}) == "has 268435457 entities; expected at most 268435456");
    CHECK(too_large({0, limits::edges + 1, 0}) == "has 1073741825 claims and edges; expected at most 1073741824");
    CHECK(too_large({0, 0, limits::text_bytes + 1}) == "has 4294967296 bytes of text; expected at most 4294967295");
}

TEST_CASE("What counts is what the draft holds, and of an overlay the base below, too", "[graph][limits]") {
    auto b = fixture::knee_builder();
    auto const own = graph_detail::size_of(b.collected());
    auto const kb = fixture::knee();
    CHECK(own.entities == kb.entity_count());
    CHECK(own.edges == kb.edge_count());
    CHECK(own.text_bytes >= kb.tables().pool.size());
    builder over{kb};
    over.add<cause>({"one-more", "One more"});
    auto const both = graph_detail::size_of(over.collected());
    CHECK(both.entities == kb.entity_count() + 1);
    CHECK(both.edges == kb.edge_count());
    CHECK(both.text_bytes > kb.tables().pool.size());
}

}  // namespace graph_limits_test
