// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <system_error>
#include <vector>

namespace treatise::inline v0_3 {

/// The files of an export that were written, or the first that could not be.
struct exported {
    std::vector<std::string> files{};
    std::error_code error{};  ///< of the last of the files
};

}  // namespace treatise::inline v0_3
