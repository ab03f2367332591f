// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace treatise::inline v0_3 {

namespace snapshot_detail {

/// Writes all bytes to an open file and closes it; the first error of any step, a full disk among them.
inline std::error_code write_and_close(std::FILE* f, std::span<std::string_view const> parts, bool to_disk) {
    int error = 0;
    auto const note = [&](bool ok) {
        if (!ok && error == 0) error = errno != 0 ? errno : EIO;
    };
    errno = 0;
    for (auto const part : parts) {
        if (error != 0) break;
        note(std::fwrite(part.data(), 1, part.size(), f) == part.size());
    }
    note(std::fflush(f) == 0);
#if __has_include(<unistd.h>)
    if (to_disk && error == 0) note(::fsync(::fileno(f)) == 0);
#else
    (void)to_disk;
#endif
    note(std::fclose(f) == 0);
    return {error, std::generic_category()};
}

inline std::error_code write_and_close(std::FILE* f, std::string_view bytes, bool to_disk) {
    return write_and_close(f, std::span{&bytes, 1}, to_disk);
}

inline std::FILE* open_file(std::filesystem::path const& path, char const* mode) {
    errno = 0;
    return std::fopen(path.string().c_str(), mode);
}

}  // namespace snapshot_detail

/// Writes a file, part after part, whole or not at all: a new file beside it takes its name once every byte is on the disk.
///
/// Where that fails, what stood there before still stands. A link keeps pointing to its file, a file keeps its permissions;
/// what is no file (a terminal, /dev/stdout) is written to directly. No parent folder is made.
inline std::error_code write_file(std::filesystem::path path, std::span<std::string_view const> parts) {
    namespace fs = std::filesystem;
    auto const failed = [] { return std::error_code{errno != 0 ? errno : EIO, std::generic_category()}; };
    std::error_code error;
    if (path.empty()) return std::make_error_code(std::errc::no_such_file_or_directory);
    auto const before = fs::status(path, error);
    if (fs::is_directory(before)) return std::make_error_code(std::errc::is_a_directory);
    if (fs::exists(before)) {
        if (auto const target = fs::canonical(path, error); !error) path = target;
        if (!fs::is_regular_file(before)) {
            auto const device = snapshot_detail::open_file(path, "wb");
            return device ? snapshot_detail::write_and_close(device, parts, false) : failed();
        }
        auto const writable = snapshot_detail::open_file(path, "r+b");  // a file that may not be written is not replaced either
        if (!writable) return failed();
        std::fclose(writable);
    }
    fs::path beside;
    std::FILE* f = nullptr;
    std::random_device random;
    for (int attempt = 0; !f && attempt != 16; ++attempt) {
        beside = path;
        beside += '.' + std::to_string(random()) + ".part";
        f = snapshot_detail::open_file(beside, "wbx");
        if (!f && errno != EEXIST) return failed();
    }
    if (!f) return failed();
    error = snapshot_detail::write_and_close(f, parts, true);
    if (!error && fs::exists(before)) fs::permissions(beside, before.permissions(), error);
    if (!error) fs::rename(beside, path, error);
    if (error) {
        std::error_code ignored;
        fs::remove(beside, ignored);
    }
    return error;
}
inline std::error_code write_file(std::filesystem::path const& path, std::string_view bytes) {
    return write_file(path, std::span{&bytes, 1});
}

}  // namespace treatise::inline v0_3
