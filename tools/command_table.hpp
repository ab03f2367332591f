// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "request.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::tool {

/// Which groups of options a command takes, one bit each.
enum class options : unsigned { page = 1, scope = 2, rows = 4, several_paths = 8, reasons = 16, table = 32, named = 64 };
constexpr unsigned operator|(options a, options b) { return static_cast<unsigned>(a) | static_cast<unsigned>(b); }
constexpr unsigned operator|(unsigned a, options b) { return a | static_cast<unsigned>(b); }

struct argument {
    char const *name, *is;
    std::optional<std::string> treatise::request::* to = nullptr;  ///< null: it goes into the names of the call
};

/// What there is to know of a command.
struct command {
    char const *name, *group, *summary;
    result (*run)(request const&);
    std::vector<argument> arguments;  ///< all of them needed, but for the cause of `graph`
    unsigned takes;                   ///< `options`
    std::vector<std::string_view> writes;  ///< formats, the default first
    char const *paragraph, *example;
    std::vector<char const*> other_names{};  ///< that it had, and keeps for a release

    /// Whether it writes for readers, so that `-o table.html` says what to write; a snapshot or a graph may be called anything.
    bool ending_names_format() const { return writes.size() > 1 && writes[0] == "text"; }
    bool takes_any(options o) const { return (takes & static_cast<unsigned>(o)) != 0; }
};

/// All commands, in the order of the help: the one place to add one.
std::vector<command> const& commands();

}  // namespace treatise::tool
