// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "graph_formats.hpp"
#include "knowledge.hpp"
#include "output.hpp"

#include <treatise/words/english.hpp>

#ifdef TREATISE_HAS_BULK
#include <treatise/bulk/drugmechdb.hpp>
#include <treatise/bulk/hetionet.hpp>
#include <treatise/bulk/kgx.hpp>
#include <treatise/bulk/mapping_toml.hpp>
#include <treatise/bulk/obo.hpp>
#include <treatise/bulk/pharmacotherapydb.hpp>
#include <treatise/snapshot/snapshot.hpp>
#endif

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::tool {

#ifdef TREATISE_HAS_BULK

namespace {

/// How a format is read: the rules that stand ready for it, and its reader.
struct graph_reader {
    mapping_rules (*rules)();
    bulk_result (*read)(std::vector<std::string> const&, mapping_rules, bulk_options const&);
};
constexpr graph_reader reader_of(import_format format) {
    switch (format) {
        case import_format::kgx: return {biolink_mapping, read_kgx};
        case import_format::hetionet: return {hetionet_mapping, read_hetionet};
        case import_format::pharmacotherapydb: return {pharmacotherapydb_mapping, read_pharmacotherapydb};
        case import_format::drugmechdb: return {drugmechdb_mapping, read_drugmechdb};
        case import_format::obo: return {obo_mapping, read_obo};
    }
    return {};
}

/// The files that are meant: of a folder, those that may be of a graph, in the order of their names.
std::vector<std::string> files_of(std::vector<std::string> const& paths) {
    namespace fs = std::filesystem;
    std::vector<std::string> files, missing;
    std::error_code error;
    for (auto const& path : paths) {
        if (!fs::is_directory(path, error)) {
            files.push_back(path);
            if (!fs::exists(path, error))
                missing.push_back(as_typed(path) + " is not there; expected a file of a graph, or a folder");
            continue;
        }
        std::vector<std::string> inside;
        for (fs::directory_iterator entry{path, error}, end; !error && entry != end; entry.increment(error)) {
            auto const name = entry->path().string();
            auto const plain = name.ends_with(".gz") ? name.substr(0, name.size() - 3) : name;
            for (auto const ending : {".tsv", ".csv", ".jsonl", ".ndjson", ".json", ".yaml", ".yml", ".obo"})
                if (plain.ends_with(ending)) inside.push_back(name);
        }
        if (inside.empty())
            missing.push_back(
                as_typed(path) + " has no file .tsv, .csv, .jsonl, .ndjson, .json, .yaml, .yml or .obo, plain or .gz");
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    if (!missing.empty()) throw refusal{missing};
    return files;
}

/// One line on a terminal that tells how far the reading is, ten times a second at most.
class progress_line {
    using clock = std::chrono::steady_clock;
    clock::time_point const start_ = clock::now();
    clock::time_point shown_ = start_;
    bool const terminal_ = complains_to_terminal();
    bool any_ = false;

public:
    void operator()(bulk_progress const& p) {
        auto const now = clock::now();
        if (!terminal_ || now - shown_ < std::chrono::milliseconds{100}) return;
        shown_ = now;
        any_ = true;
        auto const seconds = std::chrono::duration<double>(now - start_).count();
        auto line = "\r\033[K" + std::filesystem::path{p.file}.filename().string() + ": " + with_commas(p.rows) + " rows";
        if (seconds > 0)
            line += ", " + with_commas(static_cast<std::uint64_t>(static_cast<double>(p.rows) / seconds)) + " a second";
        if (p.of_bytes != 0 && p.bytes != 0) {
            auto const part = static_cast<double>(p.bytes) / static_cast<double>(p.of_bytes);
            line += ", " + std::to_string(static_cast<int>(100 * part)) + " %, " +
                    with_commas(static_cast<std::uint64_t>(seconds / part - seconds + 0.5)) + " s left";
        }
        draw(line);
    }
    void clear() const {
        if (any_) draw("\r\033[K");
    }
};

mapping_rules rules_of(request const& asked, mapping_rules rules) {
    if (!asked.mapping.empty()) {
        auto const loaded = load_toml_files(asked.mapping);
        if (!loaded.problems.empty()) throw refusal{{"the mapping cannot be read"}, 2, report(loaded.problems)};
        auto read = read_mapping(loaded.files.at(0), std::move(rules));
        if (!read)
            throw refusal{{"the mapping " + as_typed(asked.mapping) + " has " + counted(read.error().size(), "error")}, 1,
                report(read.error())};
        rules = std::move(*read);
    }
    if (rules.from.notice.empty()) rules.from.notice = say(english, message::import_notice, {"{name}"});
    return rules;
}

}  // namespace

result import_graph(request const& asked) {
    if (asked.output.empty()) throw refusal{"--output is missing: the snapshot file to write"};
    auto const reader = reader_of(format_of(import_formats, asked.format));
    auto rules = rules_of(asked, reader.rules());
    auto const files = files_of(asked.names);
    progress_line line;
    bulk_options how;
    how.progress = [&](bulk_progress const& p) { line(p); };
    auto read = reader.read(files, std::move(rules), how);
    line.clear();
    constexpr std::size_t most_told = 100;  // sorts of what was taken and left out, so that no reason hides behind a sum
    auto told = to_string(read.report, most_told);
    if (!read.made)
        throw refusal{
            {"nothing was imported: " + counted(read.made.error().size(), "error")}, 1, told + report(read.made.error())};
    if (read.report.unread != 0)  // half a graph may say something else than the whole
        throw refusal{
            {"nothing was imported: " + counted(read.report.unread, "file") + " could not be read to the end"}, 1, told};
    if (read.report.entities == 0)
        throw refusal{{"nothing was imported: no node was read that has a category with a rule"}, 1, told};
    auto const written = write_snapshot(read.made->view(), asked.output);
    if (!written) throw refusal{{to_string(written.error())}, 2, told};
    result made;
    made.written = true;
    made.report = std::move(told) + "wrote " + asked.output + ", " + with_commas(*written) + " bytes\n";
    return made;
}

#else

result import_graph(request const&) {
    throw refusal{"this build reads no graphs: zlib, yaml-cpp or nlohmann/json was not there when it was made"};
}

#endif

}  // namespace treatise::tool
