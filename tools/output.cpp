// SPDX-License-Identifier: BSL-1.0
#include "output.hpp"

#include <treatise/model/seen_text.hpp>
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

namespace {

/// The text without what steers a terminal, but for the colours that were asked for.
std::string shown(std::string_view text, bool coloured) {
    std::string made;
    if (constexpr std::string_view mark = "\xEF\xBB\xBF"; text.starts_with(mark)) {  // for spreadsheets
        made = mark;
        text.remove_prefix(mark.size());
    }
    while (!text.empty()) {
        auto const at = coloured ? text.find("\033[") : text.npos;
        made += safe_to_print(text.substr(0, at));
        if (at == text.npos) break;
        text.remove_prefix(at);
        auto const own = text.substr(0, 4);  // bold, and its end: what the renderers write
        bool const is_own = own == "\033[1m" || own == "\033[0m";
        made += is_own ? std::string{own} : safe_to_print(text.substr(0, 1));
        text.remove_prefix(is_own ? own.size() : 1);
    }
    return made;
}

}  // namespace

void put(request const& asked, std::string_view made) {
    auto const text = shown(made, in_colour(asked));
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

void complain(std::string_view text) {
    auto const safe = safe_to_print(text);
    std::fwrite(safe.data(), 1, safe.size(), stderr);
}

bool complains_to_terminal() {
#ifdef TREATISE_HAS_TERMINAL
    return ::isatty(STDERR_FILENO) == 1;
#else
    return false;
#endif
}

void draw(std::string_view line) { std::fwrite(line.data(), 1, line.size(), stderr); }

#ifdef SIGTERM
extern "C" void end_without_parts(int signal) {
    remove_unfinished_files();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}
#endif

void leave_no_parts() {
#ifdef SIGTERM
    for (int const signal : {SIGINT, SIGTERM})
        if (std::signal(signal, end_without_parts) == SIG_IGN) std::signal(signal, SIG_IGN);
#endif
#ifdef SIGHUP
    if (std::signal(SIGHUP, end_without_parts) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);
#endif
}

void keep_write_errors() {
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

}  // namespace treatise::tool
