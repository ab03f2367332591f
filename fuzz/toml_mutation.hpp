// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>

namespace fuzz {

/// Changes a knowledge file as a careless editor would: a table of the schema more, a value of its type, a line lost, doubled or
/// moved.
void mutate_toml(std::string& input, std::uint32_t seed);
/// The same of a file that is laid on top of `fixture::knee()`, whose keys it may name.
void mutate_overlay(std::string& input, std::uint32_t seed);

}  // namespace fuzz
