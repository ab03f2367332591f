// SPDX-License-Identifier: BSL-1.0
#pragma once
// The knowledge as a graph of Boost.Graph. Needs the target treatise::boost.

#include <treatise/boost/graph.hpp>
#include <treatise/boost/loose_ends.hpp>
