// SPDX-License-Identifier: BSL-1.0
#pragma once

// Everything that needs the standard library alone: model, graph, query, compare, and the writers of text formats.
// Building at run time, Boost.Graph, TOML and a baked knowledge base are headers of their own.

#include <treatise/query/candidates.hpp>
#include <treatise/query/find.hpp>
#include <treatise/query/gaps.hpp>
#include <treatise/query/paths.hpp>
#include <treatise/query/statements.hpp>
#include <treatise/render/formats.hpp>
#include <treatise/table/compare.hpp>
