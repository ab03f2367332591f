// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/ask/question.hpp>
#include <treatise/table/comparison.hpp>

namespace treatise::tool {

/// The table that a question asks for.
comparison compared(knowledge_base const&, question const&);

}  // namespace treatise::tool
