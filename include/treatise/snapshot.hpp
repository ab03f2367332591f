// SPDX-License-Identifier: BSL-1.0
#pragma once
// Knowledge as one file that opens at once, and as a header that a program is compiled with.

#include <treatise/snapshot/bake.hpp>
#include <treatise/snapshot/file_map.hpp>
#include <treatise/snapshot/files.hpp>
#include <treatise/snapshot/snapshot.hpp>
