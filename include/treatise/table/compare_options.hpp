// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/view.hpp>

#include <optional>

namespace treatise::inline v0_3 {

/// How a table is made, besides its view and its scope.
struct compare_options {
    std::optional<row_group> groups{};  ///< what rows stand under, if not what the view says
    id<source> ruler{};  ///< a source whose control rate each row's risk ratio is applied to
    bool all = false;  ///< every option as a row, and everything in its cells
};

}  // namespace treatise::inline v0_3
