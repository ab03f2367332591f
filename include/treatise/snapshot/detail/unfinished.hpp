// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <string>
#include <string_view>

// WebAssembly (WASI) has the headers, but neither locks nor processes.
#if __has_include(<unistd.h>) && !defined(__wasi__)
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>
#endif

// What a system is asked for while a file is written: NAME.<process>.<number>.part beside NAME, until it takes that name.
namespace treatise::inline v0_3 {

namespace snapshot_detail {

/// The names of the files that are being written; a name is freed by the writer that has put it there.
inline std::atomic<char const*> unfinished_files[16]{};

/// Puts a name among them, where there is room.
inline void remember_unfinished(char const* name) noexcept {
    for (auto& slot : unfinished_files) {
        char const* none = nullptr;
        if (slot.compare_exchange_strong(none, name)) return;
    }
}
inline void forget_unfinished(char const* name) noexcept {
    for (auto& slot : unfinished_files) {
        auto const* mine = name;
        slot.compare_exchange_strong(mine, nullptr);
    }
}

#if __has_include(<unistd.h>) && !defined(__wasi__)

inline std::string own_process() { return std::to_string(::getpid()); }

/// Removes all of them: it calls nothing but `unlink`.
inline void remove_unfinished() noexcept {
    for (auto& name : unfinished_files)
        if (auto const* const at = name.load()) (void)::unlink(at);
}

/// Holds the file until it is closed, so that no other program takes it for one that was left behind.
inline void hold(std::FILE* file) noexcept { (void)::flock(::fileno(file), LOCK_EX | LOCK_NB); }

inline bool is_held(int folder, char const* name) noexcept {
    int const file = ::openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return true;
    bool const held = ::flock(file, LOCK_EX | LOCK_NB) != 0;
    ::close(file);
    return held;
}

/// Whether a file of that name, NAME. taken away, is of a program that is no more.
inline bool is_left_behind(std::string_view number_and_rest) noexcept {
    auto const digits = number_and_rest.substr(0, number_and_rest.find('.'));
    if (digits.empty() || digits.size() > 9 || digits.find_first_not_of("0123456789") != digits.npos) return false;
    constexpr std::string_view end = ".part";
    if (!number_and_rest.ends_with(end) || number_and_rest.size() <= digits.size() + end.size()) return false;
    ::pid_t process = 0;
    for (char const c : digits) process = process * 10 + (c - '0');
    return process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
}

/// Removes what programs that are no more have left beside a file, but for what one holds that is not seen from here, as in
/// another container. It asks the system itself: the walk of libstdc++ 12 ends the program where memory is short.
inline void remove_left_behind(char const* folder, std::string_view name) noexcept {
    auto* const all = ::opendir(folder);
    if (!all) return;
    while (auto const* const entry = ::readdir(all)) {
        std::string_view found{entry->d_name};
        if (!found.starts_with(name)) continue;
        found.remove_prefix(name.size());
        if (!found.starts_with('.') || !is_left_behind(found.substr(1))) continue;
        if (!is_held(::dirfd(all), entry->d_name)) (void)::unlinkat(::dirfd(all), entry->d_name, 0);
    }
    ::closedir(all);
}

/// A pipe that somebody reads; one that nobody reads is an error, and not waited for.
inline std::FILE* open_pipe(char const* path) noexcept {
    int const pipe = ::open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (pipe < 0) return nullptr;
    ::fcntl(pipe, F_SETFL, ::fcntl(pipe, F_GETFL) & ~O_NONBLOCK);
    return ::fdopen(pipe, "wb");
}

inline int sync_file(std::FILE* file) noexcept { return ::fsync(::fileno(file)); }

/// A new name is on the disk only once its folder is. Some systems cannot do that, and the file itself is there.
inline void sync_folder(char const* folder) noexcept {
    int const open = ::open(folder, O_RDONLY | O_CLOEXEC);
    if (open < 0) return;
    (void)::fsync(open);
    ::close(open);
}

#else

inline std::string own_process() { return "0"; }
inline void remove_unfinished() noexcept {}
inline void hold(std::FILE*) noexcept {}
inline void remove_left_behind(char const*, std::string_view) noexcept {}
inline std::FILE* open_pipe(char const* path) noexcept { return std::fopen(path, "wb"); }
inline int sync_file(std::FILE*) noexcept { return 0; }
inline void sync_folder(char const*) noexcept {}

#endif

}  // namespace snapshot_detail

}  // namespace treatise::inline v0_3
