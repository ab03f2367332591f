// SPDX-License-Identifier: BSL-1.0
#include "output.hpp"

#include <treatise/snapshot/files.hpp>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#if __has_include(<unistd.h>)
#include <sys/ioctl.h>
#include <unistd.h>
#define TREATISE_HAS_TERMINAL 1
#endif

namespace treatise::tool {

namespace {

std::string_view environment(char const* name) {
    auto const value = std::getenv(name);
    return value ? value : "";
}

bool to_terminal(request const& asked) {
#ifdef TREATISE_HAS_TERMINAL
    return asked.output.empty() && ::isatty(STDOUT_FILENO);
#else
    (void)asked;
    return false;
#endif
}

constexpr unsigned widest = 200;  // lines longer than this are hard to read, however wide the window

}  // namespace

unsigned page_width(request const& asked) {
    if (asked.width != 0) return asked.width;
#ifdef TREATISE_HAS_TERMINAL
    if (winsize size{}; to_terminal(asked) && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0)
        return std::min<unsigned>(size.ws_col, widest);
#endif
    if (auto const columns = std::atoi(std::string{environment("COLUMNS")}.c_str()); columns > 0)
        return std::min(static_cast<unsigned>(columns), widest);
    return 140;
}

unsigned reading_width(request const& asked) { return asked.width != 0 ? asked.width : std::min(page_width(asked), 100u); }

bool in_colour(request const& asked) {
    if (asked.colour) return *asked.colour;
    return to_terminal(asked) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

void put(request const& asked, std::string_view text) {
    if (!asked.output.empty()) {
        if (auto const error = write_file(asked.output, text))
            throw refusal{"cannot write " + as_typed(asked.output) + ": " + error.message()};
        return;
    }
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return;
    if (errno == EPIPE) return;  // whoever read it has read enough
    throw refusal{std::string{"cannot write to standard output: "} + std::strerror(errno != 0 ? errno : EIO)};
}

void complain(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

void keep_write_errors() {
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

}  // namespace treatise::tool
