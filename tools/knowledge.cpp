// SPDX-License-Identifier: BSL-1.0
#include "knowledge.hpp"

#include "commands.hpp"
#include "output.hpp"

#include <treatise/graph/recall.hpp>
#include <treatise/model/limits.hpp>
#include <treatise/snapshot/snapshot.hpp>
#include <treatise/toml/overlay.hpp>
#include <treatise/toml/places.hpp>
#include <treatise/toml/read.hpp>
#include <treatise/version.hpp>
#include <treatise/words/english.hpp>
#include <treatise/words/names.hpp>

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>) && !defined(TREATISE_WITHOUT_BUILT_IN)
#include <treatise/knowledge/neuropathic_pain.hpp>
#define TREATISE_HAS_BUILT_IN 1
#endif

#include <filesystem>
#include <utility>

namespace treatise::tool {

std::string counted(std::size_t n, std::string_view one, std::string_view several) {
    auto s = std::to_string(n) + ' ';
    if (n == 1) return s += one;
    return several.empty() ? (s += one) + 's' : s += several;
}

std::vector<std::string> missing_among(std::vector<std::string> const& paths) {
    std::vector<std::string> missing;
    std::error_code error;
    for (auto const& path : paths)
        if (!std::filesystem::exists(path, error))
            missing.push_back(as_typed(path) + " is not there; expected a folder with .toml files, one such file, or a snapshot");
    return missing;
}

expected<knowledge, std::vector<problem>> read_checked(std::string const& path) {
    if (is_snapshot(path)) return read_snapshot(path, true);
    if (auto const missing = missing_among({path}); !missing.empty()) throw refusal{missing};
    auto read = read_toml_folder(path);
    if (!read) return unexpected{std::move(read.error())};
    return knowledge{std::move(*read)};
}

void claim_locations::add(std::string const& path) {
    if (!path.empty() && !is_snapshot(path)) places_.merge(claim_places(load_toml_files(path).files));
}
location claim_locations::operator()(std::string_view id) const {
    auto const at = places_.find(std::string{id});
    return at == places_.end() ? location{} : at->second;
}

std::string read_text(std::string const& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) throw refusal{as_typed(path) + " is not there; expected a text file"};
    if (std::filesystem::is_directory(path, error)) throw refusal{as_typed(path) + " is a folder; expected a text file"};
    if (!std::filesystem::is_regular_file(path, error))  // and not waited for
        throw refusal{as_typed(path) + " is a pipe or a device; expected a text file"};
    std::string text;
    if (auto const wrong = read_file(path, limits::toml_bytes, text))
        throw refusal{as_typed(path) + " cannot be read: " + wrong.message()};
    if (text.size() > limits::toml_bytes) throw refusal{as_typed(path) + " is larger than the 32 MB that are read of one file"};
    return text;
}

expected<knowledge, std::vector<problem>> lay_on(knowledge from, std::string const& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        throw refusal{"--overlay: " + as_typed(path) + " is not there; expected a folder with .toml files, or one such file"};
    auto made = read_toml_folder(path, from.base);
    if (!made) return unexpected{std::move(made.error())};
    return knowledge{std::move(*made)};
}

namespace {

/// The base without what the call's recall file withdraws, with its overlays on top, each on those before it.
knowledge with_overlays(knowledge from, request const& asked) {
    if (!asked.recall.empty()) {
        auto made = recall(from.base, asked.recall, read_text(asked.recall));
        if (!made)
            throw refusal{{"the recall file " + as_typed(asked.recall) + " has " + counted(made.error().size(), "error")}, 1,
                report(made.error())};
        from = knowledge{std::move(*made)};
    }
    for (auto const& path : asked.overlays) {
        auto made = lay_on(std::move(from), path);
        if (!made)
            throw refusal{
                {"the overlay in " + as_typed(path) + " has " + counted(made.error().size(), "error")}, 1, report(made.error())};
        from = std::move(*made);
    }
    return from;
}

}  // namespace

knowledge open_knowledge_at(std::string const& path, request const& asked) {
    return with_overlays(open_knowledge_at(path), asked);
}

knowledge open_knowledge_at(std::string const& path) {
    auto read = is_snapshot(path) ? read_snapshot(path, false) : read_checked(path);
    if (!read)
        throw refusal{
            {"the knowledge in " + as_typed(path) + " has " + counted(read.error().size(), "error")}, 1, report(read.error())};
    return std::move(*read);
}

knowledge built_in() {
#ifdef TREATISE_HAS_BUILT_IN
    return {{}, neuropathic_pain::knowledge};
#else
    throw refusal{"this build has no built-in knowledge; name some with --knowledge PATH"};
#endif
}

knowledge open_knowledge(request const& asked) {
    return with_overlays(asked.knowledge.empty() ? built_in() : open_knowledge_at(asked.knowledge), asked);
}

result versions(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    auto const where = asked.knowledge.empty() ? std::string{"built in"} : asked.knowledge;
    std::string overlays;
    for (auto const& l : kb.layers())
        overlays.append(is_recall(kb, l) ? "recall" : "overlay")
            .append(" ")
            .append(kb[l.key])
            .append(" ")
            .append(kb[l.version])
            .append(" (")
            .append(kb[l.content])
            .append(")\n");
    return {"treatise " TREATISE_VERSION "\nknowledge " + std::string{kb[kb.base().key]} + ' ' + version_words(english, kb) +
            " (" + where + ")\n" + overlays};
}

}  // namespace treatise::tool
