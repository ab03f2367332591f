// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "asked.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "listing.hpp"
#include "pages.hpp"

#include <concepts>

namespace treatise::tool {

/// The answer as data. The one place that compiles the answers in JSON.
std::string in_json(knowledge_base const&, question const&);

/// The answer in the format that was asked for: as data, or as `tell` says it in words.
template <class Tell>
result answered(request const& asked, Tell tell) {
    auto const from = open_knowledge(asked);
    auto const q = asked_question(asked.words, from.base);
    if (asked.format == "json") return {in_json(from.base, q)};
    auto const told = tell(from.base, q);
    if constexpr (std::same_as<decltype(told), listing const>)
        return {print(told, from.base, asked)};
    else
        return {print(told, asked)};
}

}  // namespace treatise::tool
