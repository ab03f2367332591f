// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/comparison.hpp>
#include <treatise/version.hpp>
#include <treatise/words/english.hpp>

#include <string>

namespace treatise::inline v0_3 {

/// The comparison as JSON, by itself: under each cell the claims that it tells, typed, with whose they are, how they apply and
/// what is told together, the ids of what it leaves to `why`, and the words of the table beside them; every figure a string of
/// the digits that were published.
[[nodiscard]] TREATISE_INLINE std::string json(comparison const& c, language const& l = english);
/// The same without its words: data alone.
[[nodiscard]] TREATISE_INLINE std::string json_data(comparison const& c);

}  // namespace treatise::inline v0_3

#ifndef TREATISE_DECLARED_ONLY
#include <treatise/render/detail/json_comparison.hpp>
#endif
