// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The release of the library, and its parts as numbers; CMake and the tool read them here.
#define TREATISE_VERSION "0.3.0"
#define TREATISE_VERSION_MAJOR 0
#define TREATISE_VERSION_MINOR 3
#define TREATISE_VERSION_PATCH 0

// Everything stands in `treatise::inline v0_3`: files compiled against two releases whose layouts differ do not link into one
// program that mixes them. The name is that of the release which changed the layout last.
namespace treatise::inline v0_3 {}
