// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

// Every query and every writer, one of them at a time, so that an execution takes a millisecond and not a second.
namespace fuzz {

/// The question that goes with an input: another one for nearly every change.
std::uint32_t question_of(std::string_view input);

/// Asks the base one question, about one cause and one option, in a scope, and has the answer written in every format that it
/// has; `below`: the base that it was laid on. Returns how many answers were looked at.
///
/// Throws where an answer is not what is promised of every base: UTF-8, no control characters, counts that agree.
std::size_t ask(treatise::knowledge_base const& kb, std::uint32_t question, treatise::knowledge_base const* below = nullptr);

/// How many questions there are.
std::uint32_t question_count();

}  // namespace fuzz
