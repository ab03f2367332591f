// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/problem.hpp>
#include <treatise/model/archive.hpp>
#include <treatise/model/limits.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// One file of knowledge in memory; the name is what messages print.
struct toml_file {
    std::string name, text;
};

/// The files of a folder, and what is wrong with those that are not among them.
struct toml_files {
    std::vector<toml_file> files{};
    std::vector<problem> problems{};
};

namespace toml_detail {

inline std::string size_in_words(std::uint64_t bytes) {
    return bytes % (1u << 20) == 0 ? std::to_string(bytes >> 20) + " MB" : std::to_string(bytes) + " bytes";
}

/// What a file is by its first bytes, where that is no text: "a zip archive".
inline std::string_view no_text(std::string_view bytes) {
    return bytes.starts_with("\x1f\x8b") ? "compressed with gzip" : archive_of(bytes);
}

}  // namespace toml_detail

/// Appends a whole file, or one byte more than `most` of a larger one; the error where it cannot be opened or read.
[[nodiscard]] inline std::error_code read_file(std::filesystem::path const& path, std::uint64_t most, std::string& to) {
    struct closer {
        void operator()(std::FILE* f) const { std::fclose(f); }
    };
    errno = 0;
    std::unique_ptr<std::FILE, closer> const f{std::fopen(path.string().c_str(), "rb")};
    if (!f) return {errno, std::generic_category()};
    char part[1 << 14];
    while (to.size() <= most) {
        auto const n = std::fread(part, 1, std::min<std::uint64_t>(sizeof part, most + 1 - to.size()), f.get());
        to.append(part, n);
        if (n == 0) break;
    }
    return std::ferror(f.get()) ? std::error_code{errno, std::generic_category()} : std::error_code{};
}

/// Reads every file *.toml of a folder in the order of their names, or the one file that `path` is.
///
/// A path that is missing, cannot be read, is no file, holds no .toml file or is over `most` bytes is a problem each;
/// a file over the limit is not read. Folders inside the folder are left alone.
inline toml_files load_toml_files(std::string const& path, std::uint64_t most = limits::toml_bytes) {
    namespace fs = std::filesystem;
    toml_files found;
    auto const refuse = [&](fs::path const& p, std::string what) {
        found.problems.push_back({{p.string(), 0, 0}, "", std::move(what)});
    };
    std::error_code error;
    auto const status = fs::status(path, error);
    if (!fs::exists(status)) {
        refuse(path, "is not there; expected a folder with .toml files, or one such file");
        return found;
    }
    std::vector<fs::path> paths;
    if (fs::is_directory(status)) {
        fs::directory_iterator entry{path, error}, end;
        for (; !error && entry != end; entry.increment(error)) {
            auto const& p = entry->path();
            if (p.extension() == ".toml" && !p.filename().string().starts_with('.')) paths.push_back(p);
        }
        if (error)
            refuse(path, "cannot be listed: " + error.message());
        else if (paths.empty())
            refuse(path, "has no .toml file");
        std::sort(paths.begin(), paths.end());
    } else {
        paths.push_back(path);
    }
    auto const limit = toml_detail::size_in_words(most);
    std::uint64_t total = 0;
    for (auto const& p : paths) {
        if (!fs::is_regular_file(p, error)) {
            refuse(p, "is no file; expected TOML");
            continue;
        }
        toml_file file{p.string(), {}};
        auto size = static_cast<std::uint64_t>(fs::file_size(p, error));
        if (!error && size <= most) {
            error = read_file(p, most, file.text);
            size = file.text.size();
        }
        if (error) {
            refuse(p, "cannot be read: " + error.message());
        } else if (size > most) {
            refuse(p, "is larger than the " + limit + " that are read of one file");
        } else if (auto const archive = toml_detail::no_text(file.text); !archive.empty()) {
            refuse(p, "is " + std::string{archive} + "; expected TOML");
        } else if (total += size; total > most) {
            refuse(p, "makes the folder larger than the " + limit + " that are read of all its files together");
            break;
        } else {
            found.files.push_back(std::move(file));
        }
    }
    return found;
}

}  // namespace treatise::inline v0_3
