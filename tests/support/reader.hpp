// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <cstddef>

namespace whole_base {

/// Calls every accessor on every number, and on some that are no numbers of the base; returns what it read, so that nothing is
/// left out.
struct reader {
    treatise::knowledge_base kb;

    std::size_t everything() const;
};

}  // namespace whole_base
