// SPDX-License-Identifier: BSL-1.0
#pragma once
// One program of files in three standards: each side makes what the library returns, and each side reads what the others made.

#include <treatise/graph/storage.hpp>
#include <treatise/query/absolute.hpp>
#include <treatise/snapshot/snapshot.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace mixed {

using base_or_problems = treatise::expected<treatise::storage, std::vector<treatise::problem>>;
using snapshot_or_problem = treatise::expected<treatise::snapshot, treatise::problem>;
using absolute_or_reason = treatise::expected<treatise::frequency, treatise::no_frequency>;

/// What the side makes and reads; all functions are compiled in the side's own standard.
struct side {
    long standard;
    std::size_t base_size;
    base_or_problems (*read_base)(bool damaged);
    snapshot_or_problem (*open_snapshot)(std::string const& path);
    absolute_or_reason (*of_100)(bool without_baseline);
    bool (*sees_base)(base_or_problems, bool damaged);
    bool (*sees_snapshot)(snapshot_or_problem, bool missing);
    bool (*sees_absolute)(absolute_or_reason, bool without_baseline);
};

side const& side_a();
side const& side_b();
side const& side_c();

}  // namespace mixed
