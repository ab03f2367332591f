// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/archive.hpp>

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// The bytes of a file in order, inflated where it is gzip (told by its first bytes, not by its name).
///
/// Needs 320 KB whatever the size of the file. Nothing throws: `error` says what stopped the reading, if not the end.
class byte_reader {
    struct closer {
        void operator()(std::FILE* f) const { std::fclose(f); }
        void operator()(z_stream* z) const {
            inflateEnd(z);
            delete z;
        }
    };
    static constexpr std::size_t buffer_size = 1u << 18;

public:
    explicit byte_reader(std::string const& path) { open(path); }
    byte_reader(byte_reader const&) = delete;
    byte_reader& operator=(byte_reader const&) = delete;
    byte_reader(byte_reader&&) = default;
    byte_reader& operator=(byte_reader&&) = default;

    /// Up to `n` bytes; fewer only at the end or at an error.
    std::size_t read(char* to, std::size_t n) {
        std::size_t done = 0;
        bool const first = std::exchange(first_, false);
        while (done != n && error_.empty()) {
            auto const got = inflating_ ? inflated(to + done, n - done) : plain(to + done, n - done);
            if (got == 0) break;
            done += got;
        }
        if (first && inflating_ && error_.empty())
            if (auto const archive = archive_of({to, done}); !archive.empty()) {
                fail("holds " + std::string{archive} + "; expected the table itself, plain or .gz");
                return 0;
            }
        return done;
    }

    bool is_gzip() const { return inflating_ != nullptr; }
    /// What stopped the reading, to go on after the name of the file; empty at the end of the file.
    std::string const& error() const { return error_; }
    /// How much of the file has been taken, in bytes of the file itself.
    std::uint64_t position() const { return taken_ - left_; }
    std::uint64_t size() const { return size_; }

private:
    void open(std::string const& path) {
        std::error_code error;
        auto const is = std::filesystem::status(path, error);
        if (!std::filesystem::exists(is)) return fail("is not there");
        if (std::filesystem::is_directory(is)) return fail("is a folder; expected a file");
        if (!std::filesystem::is_regular_file(is)) return fail("is a pipe or a device; expected a file");  // and not waited for
        size_ = std::filesystem::file_size(path, error);
        if (error) size_ = 0;
        errno = 0;
        file_.reset(std::fopen(path.c_str(), "rb"));
        if (!file_) return fail("cannot be read: " + std::generic_category().message(errno));
        std::setvbuf(file_.get(), nullptr, _IONBF, 0);
        buffer_.resize(buffer_size);
        refill();
        if (auto const archive = archive_of({reinterpret_cast<char const*>(next_), left_}); !archive.empty())
            return fail("is " + std::string{archive} + "; expected the table itself, plain or .gz");
        if (left_ < 2 || next_[0] != 0x1f || next_[1] != 0x8b) return;
        inflating_.reset(new z_stream{});
        if (inflateInit2(inflating_.get(), 15 + 16) != Z_OK) fail("cannot be inflated: no memory for it");
    }
    void fail(std::string what) {
        if (error_.empty()) error_ = std::move(what);
    }
    bool refill() {
        if (left_ != 0) return true;
        errno = 0;
        left_ = std::fread(buffer_.data(), 1, buffer_.size(), file_.get());
        next_ = buffer_.data();
        taken_ += left_;
        if (left_ == 0 && std::ferror(file_.get())) fail("cannot be read: " + std::generic_category().message(errno));
        return left_ != 0;
    }
    std::size_t plain(char* to, std::size_t n) {
        if (!refill()) return 0;
        auto const part = (std::min)(n, left_);
        std::memcpy(to, next_, part);
        next_ += part;
        left_ -= part;
        return part;
    }
    /// A file may hold several gzip streams one after another, which are one text.
    std::size_t inflated(char* to, std::size_t n) {
        auto& z = *inflating_;
        auto const most = std::min<std::size_t>(n, 1u << 30);
        z.next_out = reinterpret_cast<unsigned char*>(to);
        z.avail_out = static_cast<unsigned>(most);
        while (z.avail_out == most) {
            if (!refill()) {
                if (!between_) fail("ends in the middle of its gzip stream; expected the whole file");
                return 0;
            }
            if (between_ && next_[0] == 0) {  // tape blocks are filled with zeros
                ++next_, --left_;
                continue;
            }
            z.next_in = next_;
            z.avail_in = static_cast<unsigned>(left_);
            between_ = false;
            auto const result = inflate(&z, Z_NO_FLUSH);
            left_ = z.avail_in;
            next_ = z.next_in;
            if (result == Z_STREAM_END) {
                inflateReset(&z);
                between_ = true;
            } else if (result != Z_OK && result != Z_BUF_ERROR) {
                fail(std::string{"is damaged: "} + (z.msg ? z.msg : "not gzip throughout"));
                return 0;
            }
        }
        return most - z.avail_out;
    }

    std::unique_ptr<std::FILE, closer> file_{};
    std::unique_ptr<z_stream, closer> inflating_{};
    std::vector<unsigned char> buffer_{};
    unsigned char* next_ = nullptr;
    std::size_t left_ = 0;
    bool first_ = true;
    bool between_ = true;  ///< two gzip streams
    std::uint64_t taken_ = 0, size_ = 0;
    std::string error_{};
};

}  // namespace treatise::inline v0_3
