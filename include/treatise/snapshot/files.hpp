// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/snapshot/detail/unfinished.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace treatise::inline v0_3 {

/// A file that is written part after part, whole or not at all: a new file beside it takes its name once every byte is on the
/// disk.
///
/// Where that fails, or where it is never finished, what stood there before still stands. A link keeps pointing to its file, a
/// file keeps its permissions; what is no file (a terminal, /dev/stdout) is written to directly. No parent folder is made.
class file_writer {
public:
    explicit file_writer(std::filesystem::path path) : path_{std::move(path)} { open(); }
    file_writer(file_writer const&) = delete;
    file_writer& operator=(file_writer const&) = delete;
    ~file_writer() {
        if (file_) std::fclose(file_);
        discard();
    }

    /// Writes bytes behind those before them; none once there was an error.
    file_writer& operator<<(std::string_view bytes) {
        if (file_ && !error_) note(std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size());
        return *this;
    }
    /// Puts the file in its place; the first error of any step, a full disk among them. Nothing may be written after it.
    [[nodiscard]] std::error_code finish() {
        close();
        if (!error_ && !beside_.empty()) {
            if (kept_) std::filesystem::permissions(beside_, *kept_, error_);
            if (!error_) std::filesystem::rename(beside_, path_, error_);
            if (!error_) {
                snapshot_detail::forget_unfinished(name_.c_str());
                beside_.clear();
                snapshot_detail::sync_folder(folder_.c_str());
            }
        }
        discard();
        return error_;
    }

private:
    void open() {
        namespace fs = std::filesystem;
        std::error_code failed;
        auto const before = fs::status(path_, failed);
        if (path_.empty())
            error_ = std::make_error_code(std::errc::no_such_file_or_directory);
        else if (fs::is_directory(before))
            error_ = std::make_error_code(std::errc::is_a_directory);
        else if (fs::exists(before))
            open_over(before);
        else if (failed && failed != std::errc::no_such_file_or_directory)
            error_ = failed;  // a circle of links, a folder that may not be searched
        else if (fs::is_symlink(fs::symlink_status(path_, failed)))
            error_ = std::make_error_code(std::errc::no_such_file_or_directory);  // a link to nothing is not replaced by a file
        else
            open_beside();
        if (file_) std::setvbuf(file_, nullptr, _IOFBF, std::size_t{1} << 18);
    }
    void open_over(std::filesystem::file_status const& before) {
        namespace fs = std::filesystem;
        std::error_code failed;
        if (auto const target = fs::canonical(path_, failed); !failed) path_ = target;
        if (!fs::is_regular_file(before)) {
            note((file_ = fs::is_fifo(before) ? snapshot_detail::open_pipe(path_.string().c_str()) : open_as(path_, "wb")) !=
                 nullptr);
            return;
        }
        auto const writable = open_as(path_, "r+b");  // a file that may not be written is not replaced either
        note(writable != nullptr);
        if (!writable) return;
        std::fclose(writable);
        kept_ = before.permissions();
        open_beside();
    }
    void open_beside() {
        folder_ = path_.has_parent_path() ? path_.parent_path().string() : std::string{"."};
        snapshot_detail::remove_left_behind(folder_.c_str(), path_.filename().string());
        std::random_device random;
        for (int attempt = 0; !file_ && attempt != 16; ++attempt) {
            beside_ = path_;
            beside_ += '.' + snapshot_detail::own_process() + '.' + std::to_string(random()) + ".part";
            name_ = beside_.string();  // once the file is there, nothing may throw
            snapshot_detail::remember_unfinished(name_.c_str());  // a signal may come as soon as it is there
            file_ = open_as(beside_, "wbx");
            auto const why = errno;
            if (!file_) snapshot_detail::forget_unfinished(name_.c_str());
            errno = why;
            if (!file_ && errno != EEXIST) break;
        }
        note(file_ != nullptr);
        if (!file_) return beside_.clear();
        snapshot_detail::hold(file_);
    }
    static std::FILE* open_as(std::filesystem::path const& path, char const* mode) {
        errno = 0;
        return std::fopen(path.string().c_str(), mode);
    }
    void close() {
        if (!file_) return;
        note(std::fflush(file_) == 0);
        if (!beside_.empty() && !error_) note(snapshot_detail::sync_file(file_) == 0);
        note(std::fclose(file_) == 0);
        file_ = nullptr;
    }
    void discard() {
        std::error_code ignored;
        if (!beside_.empty()) {
            std::filesystem::remove(beside_, ignored);
            snapshot_detail::forget_unfinished(name_.c_str());
        }
        beside_.clear();
    }
    void note(bool ok) {
        if (!ok && !error_) error_ = {errno != 0 ? errno : EIO, std::generic_category()};
    }

    std::filesystem::path path_, beside_{};  ///< beside_: the new file, empty where there is none
    std::string folder_{};  ///< where both are
    std::string name_{};  ///< of `beside_`, which a handler of signals may read
    std::FILE* file_ = nullptr;
    std::optional<std::filesystem::perms> kept_{};  ///< of the file that is replaced
    std::error_code error_{};
};

/// Writes a file, part after part, whole or not at all, as `file_writer` does.
[[nodiscard]] inline std::error_code write_file(std::filesystem::path path, std::span<std::string_view const> parts) {
    file_writer file{std::move(path)};
    for (auto const part : parts) file << part;
    return file.finish();
}
/// The same of one part.
[[nodiscard]] inline std::error_code write_file(std::filesystem::path const& path, std::string_view bytes) {
    return write_file(path, std::span{&bytes, 1});
}

/// Removes the unfinished files of this program: what a handler of signals may call before the program ends.
///
/// It calls nothing but `unlink`. A file of a program that ended otherwise is removed when one of its name is written next.
inline void remove_unfinished_files() noexcept { snapshot_detail::remove_unfinished(); }

}  // namespace treatise::inline v0_3
