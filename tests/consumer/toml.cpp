// SPDX-License-Identifier: BSL-1.0
#if __has_include(<treatise/exchange/toml.hpp>)
#include <treatise/exchange/toml.hpp>
#endif

#include <treatise/model/claim.hpp>

#include <toml++/toml.h>

int main() { return toml::parse("stated = true").succeeded() ? 0 : 1; }
