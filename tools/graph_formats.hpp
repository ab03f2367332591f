// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "request.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

// The formats of other graphs that --format names, told once: the help lists them, and a switch without a default says what each
// does.
namespace treatise::tool {

template <class Format>
struct named_format {
    std::string_view name;
    Format format;
};

/// What `import` reads.
enum class import_format { kgx, hetionet, pharmacotherapydb, drugmechdb, obo };
inline constexpr std::array import_formats{
    named_format{"kgx", import_format::kgx},
    named_format{"hetionet", import_format::hetionet},
    named_format{"pharmacotherapydb", import_format::pharmacotherapydb},
    named_format{"drugmechdb", import_format::drugmechdb},
    named_format{"obo", import_format::obo},
};

/// What `export` writes.
enum class export_format { kgx, neo4j_csv };
inline constexpr std::array export_formats{
    named_format{"kgx", export_format::kgx},
    named_format{"neo4j-csv", export_format::neo4j_csv},
};

std::vector<std::string_view> names_of(auto const& formats) {
    std::vector<std::string_view> names;
    for (auto const& f : formats) names.push_back(f.name);
    return names;
}

/// The format of that name, which the command line has found among them.
auto format_of(auto const& formats, std::string_view name) {
    for (auto const& f : formats)
        if (f.name == name) return f.format;
    throw refusal{"--format: " + std::string{name} + " is no format of this command"};
}

}  // namespace treatise::tool
