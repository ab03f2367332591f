// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "request.hpp"

#include <treatise/ask/problem.hpp>
#include <treatise/ask/question.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace treatise::tool {

/// What is wrong with a request, in the words of the command line.
std::vector<std::string> in_options(std::vector<request_problem> const&);

/// The question of a call, its names found in the base; refuses the call with all that is wrong.
question asked_question(treatise::request const&, knowledge_base const&);

/// The cause of that name; refuses the call where there is none.
id<cause> asked_cause(std::string_view typed, knowledge_base const&);

}  // namespace treatise::tool
