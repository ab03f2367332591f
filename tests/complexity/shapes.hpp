// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/freeze.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fixture {

/// Bases of a size and a shape: valid files that once took a question too long, or too deep.
struct shape {
    std::string name;
    treatise::storage (*made)(std::uint32_t n);
    bool one_pair = false;  ///< many claims with the same ends and no authored id: what prints ids counts those that say the same
};
std::vector<shape> const& shapes();
shape const& shape_named(std::string_view name);

}  // namespace fixture
