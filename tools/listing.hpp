// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "request.hpp"

#include <treatise/render/answers/record.hpp>
#include <treatise/render/json_entity.hpp>
#include <treatise/render/listing.hpp>

#include <string>

namespace treatise::tool {

/// A heading of a list, in the words of tables.
inline std::string word_of(message m) { return std::string{english[m]}; }

/// The list as text or markdown, with the knowledge it is from.
std::string print(listing const&, knowledge_base const&, request const&);

}  // namespace treatise::tool
