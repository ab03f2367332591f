// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "request.hpp"

#include <string>

namespace treatise::tool {

/// What the command line asks for: a command to run, or help to print.
struct call {
    request asked;
    result (*run)(request const&) = nullptr;
    std::string help;
};

/// Reads the command line; refuses it with everything that is wrong with it. The one place that compiles CLI11.
call read_command_line(int argc, char const* const* argv);

}  // namespace treatise::tool
