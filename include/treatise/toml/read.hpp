// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/problem.hpp>
#include <treatise/graph/storage.hpp>
#include <treatise/model/expected.hpp>
#include <treatise/toml/files.hpp>
#include <treatise/version.hpp>

#include <string>
#include <vector>

namespace treatise::inline v0_3 {

/// The knowledge base of some files of TOML, or all that is wrong with them, in the order of files, lines and columns.
///
/// The first syntax error of each file and all errors of meaning of all files come at once. Linear but for sorting.
[[nodiscard]] TREATISE_INLINE expected<storage, std::vector<problem>> read_toml(std::vector<toml_file> const& files);

/// The knowledge base of every *.toml file of a folder, or of one file; files that cannot be read are problems too.
[[nodiscard]] TREATISE_INLINE expected<storage, std::vector<problem>> read_toml_folder(std::string const& path);

}  // namespace treatise::inline v0_3

#ifndef TREATISE_DECLARED_ONLY
#include <treatise/toml/detail/reader.hpp>
#endif
