// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/format_options.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/version.hpp>
#include <treatise/words/english.hpp>

#include <array>
#include <string>

namespace treatise::inline v0_3 {

/// The fields of a record, in order.
inline constexpr std::array csv_fields{"cause", "option", "class", "aim", "column", "state", "matter", "said_of", "text",
    "outcome", "clinical_term", "plain_term", "stance", "hedge", "finding", "with", "without", "difference", "low", "high",
    "unit", "comparator", "time_frame", "n", "certainty", "rated_by", "applies", "population", "source", "year", "interest",
    "url", "claim", "knowledge", "version", "released"};

/// The comparison as comma-separated values (RFC 4180, UTF-8), tidy: one record a figure or statement, under the names of
/// `csv_fields`.
///
/// A cell without a claim is one record that says its state. Claims that a cell tells together stand in records of their own.
/// Digits are those that were published; `difference` is in people of 100.
[[nodiscard]] TREATISE_INLINE std::string csv(comparison const& c, csv_options options = {}, language const& l = english);

}  // namespace treatise::inline v0_3

#ifndef TREATISE_DECLARED_ONLY
#include <treatise/render/detail/csv_file.hpp>
#endif
