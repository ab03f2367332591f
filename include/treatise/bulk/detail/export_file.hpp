// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/snapshot/files.hpp>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// A text file of any size, written a part at a time under another name and renamed once it is whole.
class export_file {
    struct closer {
        void operator()(std::FILE* f) const { std::fclose(f); }
    };

public:
    explicit export_file(std::filesystem::path path) : path_{std::move(path)}, beside_{path_} {
        beside_ += ".part";
        file_.reset(snapshot_detail::open_file(beside_, "wb"));
        if (!file_) error_ = {errno, std::generic_category()};
        part_.reserve(part_size);
    }
    export_file(export_file const&) = delete;
    export_file& operator=(export_file const&) = delete;
    ~export_file() {
        std::error_code ignored;
        if (file_) file_.reset(), std::filesystem::remove(beside_, ignored);
    }

    export_file& operator<<(std::string_view s) {
        if (part_.size() + s.size() > part_size) flush();
        part_ += s;
        return *this;
    }
    /// Puts the file in its place; the first error of any step.
    std::error_code finish() {
        flush();
        if (file_) {
            if (auto const failed = snapshot_detail::write_and_close(file_.release(), part_, false); !error_) error_ = failed;
            if (!error_)
                std::filesystem::rename(beside_, path_, error_);
            else
                std::filesystem::remove(beside_, ignored_);
        }
        return error_;
    }

private:
    static constexpr std::size_t part_size = 1u << 20;
    void flush() {
        if (file_ && !error_ && std::fwrite(part_.data(), 1, part_.size(), file_.get()) != part_.size())
            error_ = {errno != 0 ? errno : EIO, std::generic_category()};
        part_.clear();
    }

    std::filesystem::path path_, beside_;
    std::unique_ptr<std::FILE, closer> file_{};
    std::string part_{};
    std::error_code error_{}, ignored_{};
};

/// The files of an export that were written, or the first that could not be.
struct exported {
    std::vector<std::string> files{};
    std::error_code error{};  ///< of the last of the files
};

}  // namespace treatise::inline v0_3
