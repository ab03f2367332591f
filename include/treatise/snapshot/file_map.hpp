// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#if __has_include(<sys/mman.h>) && !defined(__wasi__)
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <filesystem>
#endif

namespace treatise::inline v0_3 {

/// The bytes of a file, read-only: mapped into memory where the system can do that, else read into the heap.
///
/// They stand where they are until the owner ends, also when it is moved. Whoever cuts the file short meanwhile takes the
/// pages away from under it; a file that is replaced by renaming stays whole.
class file_map {
public:
    file_map() = default;
    file_map(file_map const&) = delete;
    file_map& operator=(file_map const&) = delete;
    file_map(file_map&& other) noexcept { swap(other); }
    file_map& operator=(file_map&& other) noexcept {
        file_map taken{std::move(other)};
        swap(taken);
        return *this;
    }

    std::string_view bytes() const { return {static_cast<char const*>(data_), size_}; }

#if __has_include(<sys/mman.h>) && !defined(__wasi__)
    ~file_map() {
        if (data_ && !heap_) ::munmap(data_, size_);
    }
    /// Constant time. An empty file has no bytes to map and is no error.
    std::error_code open(std::string const& path) { return take(path, 0); }
    /// Reads the file into memory instead, if it has at most so many bytes: whatever becomes of the file then, the bytes stay.
    std::error_code read(std::string const& path, std::uint64_t most) { return take(path, most); }

private:
    /// Reads the file into the heap, by calls that fail where a mapped page would end the program.
    int copy(int file, std::size_t size) {
        auto bytes = std::make_unique_for_overwrite<std::uint64_t[]>(size / 8 + 1);  // aligned as every row needs it
        auto* const to = reinterpret_cast<char*>(bytes.get());
        std::size_t done = 0;
        while (done != size) {
            auto const n = ::pread(file, to + done, size - done, static_cast<::off_t>(done));
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) return n == 0 ? EIO : errno;  // it was cut short meanwhile
            done += static_cast<std::size_t>(n);
        }
        heap_ = std::move(bytes);
        data_ = heap_.get();
        size_ = size;
        return 0;
    }
    int map(int file, std::size_t size) {
        auto* const at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
        if (at == MAP_FAILED) return errno;
        data_ = at;
        size_ = size;
        return 0;
    }
    /// `most`: 0 to map it.
    std::error_code take(std::string const& path, std::uint64_t most) {
        auto const failed = [](int error) { return std::error_code{error != 0 ? error : EIO, std::generic_category()}; };
        int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // a pipe is refused, not waited for
        if (file < 0) return failed(errno);
        struct stat is;
        int error = 0;
        if (::fstat(file, &is) != 0)
            error = errno;
        else if (!S_ISREG(is.st_mode))
            error = S_ISDIR(is.st_mode) ? EISDIR : EINVAL;
        else if (is.st_size > 0) {
            auto const size = static_cast<std::size_t>(is.st_size);
            error = most == 0 ? map(file, size) : size > most ? EFBIG : copy(file, size);
        }
        ::close(file);
        return error == 0 ? std::error_code{} : failed(error);
    }
#else
    std::error_code read(std::string const& path, std::uint64_t most) {
        std::error_code error;
        if (std::filesystem::file_size(path, error) > most && !error) return std::make_error_code(std::errc::file_too_large);
        return open(path);
    }
    std::error_code open(std::string const& path) {
        std::error_code error;
        if (std::filesystem::is_directory(path, error)) return std::make_error_code(std::errc::is_a_directory);
        auto const size = std::filesystem::file_size(path, error);
        if (error) return error;
        errno = 0;
        auto* const file = std::fopen(path.c_str(), "rb");
        if (!file) return {errno != 0 ? errno : EIO, std::generic_category()};
        heap_ = std::make_unique<std::uint64_t[]>(static_cast<std::size_t>(size / 8 + 1));  // aligned as every row needs it
        data_ = heap_.get();
        size_ = std::fread(data_, 1, static_cast<std::size_t>(size), file);
        std::fclose(file);
        return {};
    }

#endif

private:
    void swap(file_map& other) noexcept {
        std::swap(heap_, other.heap_);
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
    }

    std::unique_ptr<std::uint64_t[]> heap_{};
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace treatise::inline v0_3
