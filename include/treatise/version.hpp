// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The release of the library, and its parts as numbers; CMake and the tool read them here.
#define TREATISE_VERSION "0.3.0"
#define TREATISE_VERSION_MAJOR 0
#define TREATISE_VERSION_MINOR 3
#define TREATISE_VERSION_PATCH 0

// Header-only, or the same headers before a library. Where TREATISE_COMPILED is defined, as the CMake target treatise::compiled
// does, what takes long to compile is only declared: compare, profile, audit, the formats of tables and the readers of TOML. Such
// functions are then no constants. The library itself also defines TREATISE_COMPILING, and emits each of them.
#if defined(TREATISE_COMPILED) && !defined(TREATISE_COMPILING)
#define TREATISE_DECLARED_ONLY
#define TREATISE_INLINE
#define TREATISE_CONSTEXPR
#define TREATISE_INLINE_CONSTEXPR inline  // defined in a header all the same, but calls what is no constant
#else
#if defined(TREATISE_COMPILING)
#define TREATISE_INLINE
#else
#define TREATISE_INLINE inline
#endif
#define TREATISE_CONSTEXPR constexpr
#define TREATISE_INLINE_CONSTEXPR constexpr
#endif

// Everything stands in `treatise::inline v0_3`: files compiled against two releases whose layouts differ do not link into one
// program that mixes them. The name is that of the release which changed the layout last.
namespace treatise::inline v0_3 {}
