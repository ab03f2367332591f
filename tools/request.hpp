// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/ask/request.hpp>

#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace treatise::tool {

/// Why a call gives no result: what standard error gets, and the exit code.
struct refusal : std::exception {
    int code;
    std::vector<std::string> messages;  ///< each printed behind "treatise: "
    std::string report;                 ///< printed before them as it is

    explicit refusal(std::vector<std::string> why, int exit_code = 2, std::string before = {})
        : code{exit_code}, messages{std::move(why)}, report{std::move(before)} {}
    explicit refusal(std::string why, int exit_code = 2) : refusal{std::vector{std::move(why)}, exit_code} {}
    char const* what() const noexcept override { return messages.empty() ? "refused" : messages.front().c_str(); }
};

/// A call as it was typed; the commands read from it what they need.
struct request {
    std::string command;
    std::string knowledge;             ///< a path; empty: what is built in
    std::vector<std::string> overlays;  ///< paths, each laid on those before it
    treatise::request words;           ///< the question
    std::vector<std::string> names;    ///< paths, and the cause of a graph
    std::string name_space;            ///< of a baked header
    std::string mapping;               ///< of an import: a path
    std::string layer;                 ///< of tables: the old name of two views
    std::string about;                 ///< of options-for: a cause
    std::string recall;                ///< a recall file that is laid on the knowledge: a path
    std::string recalls, released;     ///< lists of claim ids: paths
    std::string stale_as_of;           ///< a date, or "today"
    std::string format, output;
    unsigned width = 0;                ///< 0: fit the terminal
    bool all = false, ascii = false, transpose = false, page = false, fragment = false, byte_order_mark = false;
    bool fail_on_stale = false, exit_code = false, full = false;
    std::optional<bool> colour;        ///< unset: where standard output is a terminal
};

/// What a command gives: the text for standard output or for the file, and the exit code.
struct result {
    std::string text;
    int code = 0;
    std::vector<std::string> messages{};  ///< for standard error, behind the result, each behind "treatise: "
    std::string report{};                 ///< for standard error, before them, as it is
    bool written = false;                 ///< the command wrote its files itself
};

}  // namespace treatise::tool
