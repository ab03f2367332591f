// SPDX-License-Identifier: BSL-1.0
#include "answered.hpp"

#include <treatise/ask/answer.hpp>

namespace treatise::tool {

std::string in_json(knowledge_base const& kb, question const& q) { return json_answer_to(kb, q); }

}  // namespace treatise::tool
