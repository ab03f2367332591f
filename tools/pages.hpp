// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "request.hpp"

#include <string>

namespace treatise::inline v0_3 {
struct answer;
struct comparison;
struct told_disagreements;
}  // namespace treatise::inline v0_3

// What a call asked for, in its format and on its page. The one place that compiles every format.
namespace treatise::tool {

std::string print(comparison const&, request const&);
std::string print(answer const&, request const&);
std::string print(told_disagreements const&, request const&);

}  // namespace treatise::tool
