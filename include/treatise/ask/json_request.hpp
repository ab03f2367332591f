// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/ask/detail/json_events.hpp>
#include <treatise/ask/problem.hpp>
#include <treatise/ask/request.hpp>
#include <treatise/model/limits.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// A request that was read from JSON, and what is wrong with its form.
struct json_request {
    request words{};
    std::vector<request_problem> problems{};

    /// Whether it is no JSON or no object, so that nothing was read.
    [[nodiscard]] bool is_unreadable() const {
        if (problems.empty() || !problems.front().at.empty()) return false;
        auto const fault = problems.front().fault;
        return fault == request_fault::not_json || fault == request_fault::wrong_type;
    }
};

/// Reads a request: an object with `question` and the keys that it takes; a list may be given as one text. Linear, whatever it
/// holds.
[[nodiscard]] inline json_request request_from_json(std::string_view text) {
    json_request made;
    if (text.size() > limits::request_bytes) {
        made.problems.push_back({.fault = request_fault::not_json,
            .message = "the request is larger than the " + std::to_string(limits::request_bytes) + " bytes that are read"});
        return made;
    }
    ask_detail::json_events events{text, made.words};
    (void)nlohmann::json::sax_parse(text.begin(), text.end(), &events);
    made.problems = std::move(events).problems();
    return made;
}

}  // namespace treatise::inline v0_3
