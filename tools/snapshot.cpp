// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "knowledge.hpp"
#include "output.hpp"

#include <treatise/snapshot/snapshot.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace treatise::tool {

expected<knowledge, std::vector<problem>> read_snapshot(std::string const& path, bool verify) {
    constexpr std::uint64_t most_verified = std::uint64_t{64} << 20;  // what takes no longer than an eye-blink
    std::error_code error;
    auto const size = std::filesystem::file_size(path, error);
    auto opened = verify || error || size <= most_verified ? snapshot::open_verified(path) : snapshot::open(path);
    if (!opened) return unexpected{std::vector{std::move(opened.error())}};
    return knowledge{storage{std::move(*opened)}};
}

result snapshot_knowledge(request const& asked) {
    if (asked.output.empty()) throw refusal{"--output is missing: the snapshot file to write"};
    auto const from = open_knowledge_at(asked.names[0], asked);
    if (auto const written = write_snapshot(from.base, asked.output); !written) throw refusal{to_string(written.error())};
    result made;
    made.written = true;
    return made;
}

}  // namespace treatise::tool
