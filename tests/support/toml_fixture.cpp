// SPDX-License-Identifier: BSL-1.0
#include "toml_fixture.hpp"

#include <treatise/toml/read.hpp>

#include <utility>

namespace fixture {

made_or_problems read_files(std::vector<treatise::toml_file> const& files) { return treatise::read_toml(files); }
made_or_problems read_folder(std::string const& path) { return treatise::read_toml_folder(path); }

made_or_problems read_with_small_base(std::string text) {
    return read_files({{"base.toml", std::string{small_base}}, {"a.toml", std::move(text)}});
}

std::vector<std::string> problems_of(std::string text) {
    std::vector<std::string> lines;
    if (auto const made = read_with_small_base(std::move(text)); !made)
        for (auto const& p : made.error()) lines.push_back(treatise::to_string(p));
    return lines;
}

}  // namespace fixture
