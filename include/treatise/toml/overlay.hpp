// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/overlay.hpp>
#include <treatise/graph/problem.hpp>
#include <treatise/graph/storage.hpp>
#include <treatise/model/expected.hpp>
#include <treatise/toml/files.hpp>
#include <treatise/version.hpp>

#include <string>
#include <vector>

namespace treatise::inline v0_3 {

/// A base with the knowledge of some files laid on top of it (`overlay`), or all that is wrong with them; the files may name the
/// keys and claims of the base, of which nothing but the view is needed.
[[nodiscard]] TREATISE_INLINE expected<storage, std::vector<problem>> read_toml(
    std::vector<toml_file> const& files, knowledge_base const& onto);

/// The same of every *.toml file of a folder, or of one file.
[[nodiscard]] TREATISE_INLINE expected<storage, std::vector<problem>> read_toml_folder(
    std::string const& path, knowledge_base const& onto);

}  // namespace treatise::inline v0_3

#ifndef TREATISE_DECLARED_ONLY
#include <treatise/toml/detail/overlay.hpp>
#endif
