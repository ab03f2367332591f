// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/overlay.hpp>
#include <treatise/toml/detail/reader.hpp>
#include <treatise/toml/files.hpp>

#include <string>
#include <vector>

namespace treatise::inline v0_3 {

/// A base with the knowledge of some files laid on top of it (`overlay`), or all that is wrong with them; the files may name the
/// keys and claims of the base, of which nothing but the view is needed.
[[nodiscard]] inline expected<storage, std::vector<problem>> read_toml(
    std::vector<toml_file> const& files, knowledge_base const& onto) {
    toml_detail::toml_reader reader{onto};
    return reader.in_order(overlay(onto, reader.read(files, {})));
}

/// The same of every *.toml file of a folder, or of one file.
[[nodiscard]] inline expected<storage, std::vector<problem>> read_toml_folder(
    std::string const& path, knowledge_base const& onto) {
    auto const loaded = load_toml_files(path);
    if (loaded.files.empty() && !loaded.problems.empty()) return unexpected{loaded.problems};
    toml_detail::toml_reader reader{onto};
    return reader.in_order(overlay(onto, reader.read(loaded.files, loaded.problems)));
}

}  // namespace treatise::inline v0_3
