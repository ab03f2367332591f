// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "pages.hpp"

namespace treatise::tool {

/// An answer in the format that was asked for: `json` writes it as data, `tell` says it in words.
template <class Json, class Tell>
result answered(request const& asked, Json json, Tell tell) {
    if (asked.format == "json") return {json()};
    return {print(tell(), asked)};
}

/// The same of a question that names a cause and a scope alone.
template <class Json, class Tell>
result on_cause(request const& asked, Json json, Tell tell) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto const narrowed = reader.asked_scope(asked.scope);
    reader.check();
    return answered(asked, [&] { return json(kb, about, narrowed); }, [&] { return tell(kb, about, narrowed); });
}

}  // namespace treatise::tool
