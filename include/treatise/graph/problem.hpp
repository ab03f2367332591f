// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/seen_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// Where in a text something stands; line and column count from 1, 0 is unknown.
struct location {
    std::string file{};
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

/// Appends text that came from a file: a line break, an escape sequence or a turn of direction in it must not reach a terminal
/// as one.
inline void append_printable(std::string& to, std::string_view s) {
    while (!s.empty()) {
        auto const c = first_character(s);
        if (c.value == U'\n')
            to += "\\n";
        else if (c.value < 0x20 || c.value == 0x7f)
            (to += "\\x") += {"0123456789abcdef"[c.value >> 4], "0123456789abcdef"[c.value & 15]};
        else if (unseen_kind(c.value) != unseen::no)
            ((to += '<') += code_point(c.value)) += '>';
        else
            to += s.substr(0, c.bytes);
        s.remove_prefix(c.bytes);
    }
}

/// "causes.toml:12:1"; empty where nothing is known.
inline std::string to_string(location const& where) {
    std::string s;
    append_printable(s, where.file);
    if (!s.empty() && where.line != 0) s += ':' + std::to_string(where.line) + ':' + std::to_string(where.column);
    return s;
}

/// "causes.toml:12:1: `gabapentin`: what is wrong", the form that editors jump to; always one line.
inline std::string to_string(problem const& p) {
    std::string s = to_string(p.where);
    if (!s.empty()) s += ": ";
    if (!p.key.empty()) {
        s += '`';
        append_printable(s, p.key);
        s += "`: ";
    }
    append_printable(s, p.what);
    return s;
}

/// The problems, one a line: the first `at_most` of them, then how many more there are.
inline std::string report(std::vector<problem> const& problems, std::size_t at_most = 100) {
    std::string s;
    for (std::size_t i = 0; i != problems.size() && i != at_most; ++i) s += to_string(problems[i]) + '\n';
    if (problems.size() > at_most) s += "and " + std::to_string(problems.size() - at_most) + " more\n";
    return s;
}

}  // namespace treatise::inline v0_3
