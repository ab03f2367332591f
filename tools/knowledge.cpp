// SPDX-License-Identifier: BSL-1.0
#include "knowledge.hpp"

#include "output.hpp"

#include <treatise/exchange/toml.hpp>

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>
#define TREATISE_HAS_BUILT_IN 1
#endif

#include <filesystem>

namespace treatise::tool {

std::string counted(std::size_t n, std::string one) { return std::to_string(n) + ' ' + std::move(one) + (n == 1 ? "" : "s"); }

expected<storage, std::vector<problem>> read_knowledge(std::string const& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        throw refusal{quoted(path) + " is not there; expected a folder with .toml files, or one such file"};
    return read_toml_folder(path);
}

knowledge open_knowledge_at(std::string const& path) {
    auto read = read_knowledge(path);
    if (!read)
        throw refusal{{"the knowledge in " + quoted(path) + " has " + counted(read.error().size(), "error")}, 1, report(read.error())};
    knowledge made{std::move(*read), {}};
    made.base = made.owned.view();
    return made;
}

knowledge open_knowledge(request const& asked) {
    if (!asked.knowledge.empty()) return open_knowledge_at(asked.knowledge);
#ifdef TREATISE_HAS_BUILT_IN
    return {{}, neuropathic_pain::knowledge};
#else
    throw refusal{"this build has no built-in knowledge; name some with --knowledge PATH"};
#endif
}

}  // namespace treatise::tool
