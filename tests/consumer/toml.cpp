// SPDX-License-Identifier: BSL-1.0
#if __has_include(<treatise/toml/read.hpp>)
#include <treatise/toml/read.hpp>
#endif

#include <treatise/model/claim.hpp>

#include <toml++/toml.h>

int main() { return toml::parse("stated = true").succeeded() ? 0 : 1; }
