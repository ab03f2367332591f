// SPDX-License-Identifier: BSL-1.0
#pragma once
// Knowledge from the files that people write. Needs the target treatise::toml.

#include <treatise/toml/files.hpp>
#include <treatise/toml/format.hpp>
#include <treatise/toml/nesting.hpp>
#include <treatise/toml/overlay.hpp>
#include <treatise/toml/parser.hpp>
#include <treatise/toml/places.hpp>
#include <treatise/toml/read.hpp>
