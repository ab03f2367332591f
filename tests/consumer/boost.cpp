// SPDX-License-Identifier: BSL-1.0
#if __has_include(<treatise/boost/graph.hpp>)
#include <treatise/boost/graph.hpp>
#endif

#include <treatise/model/claim.hpp>

#include <boost/graph/graph_traits.hpp>

int main() {}
