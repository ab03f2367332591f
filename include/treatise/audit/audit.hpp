// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/finding.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/version.hpp>

#include <algorithm>
#include <vector>

namespace treatise::inline v0_3 {

/// What a trustworthy table must satisfy and this one does not, of the checks that a program can decide on its value.
///
/// The checks on its words are in audit/words.hpp. Linear in what is told, times the rows for what protects.
[[nodiscard]] TREATISE_INLINE std::vector<audit_finding> audit(comparison const& c);

/// Whether a finding is an error; a table with warnings and notes alone passes.
[[nodiscard]] inline bool has_error(std::vector<audit_finding> const& findings) {
    return std::any_of(findings.begin(), findings.end(), [](audit_finding const& f) { return f.severity == severity::error; });
}

}  // namespace treatise::inline v0_3

#ifndef TREATISE_DECLARED_ONLY
#include <treatise/audit/detail/audit.hpp>
#endif
