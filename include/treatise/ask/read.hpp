// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/ask/detail/request_reader.hpp>
#include <treatise/ask/problem.hpp>
#include <treatise/ask/question.hpp>
#include <treatise/ask/request.hpp>
#include <treatise/model/expected.hpp>

#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// What a request asks of a base, or all that is wrong with it. The question looks into the base.
[[nodiscard]] inline expected<question, std::vector<request_problem>> read_request(
    knowledge_base const& kb, request const& asked) {
    return ask_detail::request_reader{kb, asked}.read();
}

/// The cause with that key, name, synonym or code, or what is wrong with the name.
[[nodiscard]] inline expected<id<cause>, std::vector<request_problem>> read_cause(
    knowledge_base const& kb, std::string_view name) {
    return ask_detail::request_reader{kb, {}}.cause_alone(name);
}

}  // namespace treatise::inline v0_3
