// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/toml/detail/reader.hpp>
#include <treatise/toml/overlay.hpp>

#include <string>
#include <vector>

namespace treatise::inline v0_3 {

TREATISE_INLINE expected<storage, std::vector<problem>> read_toml(
    std::vector<toml_file> const& files, knowledge_base const& onto) {
    toml_detail::toml_reader reader{onto};
    return reader.in_order(overlay(onto, reader.read(files, {})));
}

TREATISE_INLINE expected<storage, std::vector<problem>> read_toml_folder(std::string const& path, knowledge_base const& onto) {
    auto const loaded = load_toml_files(path);
    if (loaded.files.empty() && !loaded.problems.empty()) return unexpected{loaded.problems};
    toml_detail::toml_reader reader{onto};
    return reader.in_order(overlay(onto, reader.read(loaded.files, loaded.problems)));
}

}  // namespace treatise::inline v0_3
