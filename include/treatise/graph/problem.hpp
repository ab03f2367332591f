// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace treatise {

/// Where in a text something stands; line and column count from 1, 0 is unknown.
struct location {
    std::string file;
    std::uint32_t line = 0, column = 0;

    friend bool operator==(location const&, location const&) = default;
};

/// What is wrong with knowledge: where, which key, and what was expected.
struct problem {
    location where;
    std::string key;   ///< the entity or claim it is about; may be empty
    std::string what;

    friend bool operator==(problem const&, problem const&) = default;
};

/// "causes.toml:12:1: `gabapentin`: what is wrong", the form that editors jump to.
inline std::string to_string(problem const& p) {
    std::string s;
    if (!p.where.file.empty()) {
        s += p.where.file;
        if (p.where.line != 0) s += ':' + std::to_string(p.where.line) + ':' + std::to_string(p.where.column);
        s += ": ";
    }
    if (!p.key.empty()) s += '`' + p.key + "`: ";
    return s += p.what;
}

}  // namespace treatise
