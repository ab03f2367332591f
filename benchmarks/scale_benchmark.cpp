// SPDX-License-Identifier: BSL-1.0
// What do the same questions cost in a graph of millions of claims, here and kept as it is usually kept?
// Every contender runs in processes of its own; its answers are compared with the yardstick's before its times are taken.
// Run: scripts/benchmark, which makes the data; or scale_benchmark FOLDER... with nodes.tsv and edges.tsv in each.
#include "scale/measure.hpp"
#include "scale/strings.hpp"
#include "scale/treatise.hpp"
#include "scale/yardstick.hpp"
#if defined(SCALE_BOOST)
#include "scale/adjacency_list.hpp"
#endif
#if defined(SCALE_SQLITE)
#include "scale/sqlite.hpp"
#endif
#if defined(SCALE_IGRAPH)
#include "scale/igraph.hpp"
#endif

#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace {

// The child.

template <class Contender>
void ask(std::string const& folder, bool only_answers, double most_seconds) {
    auto const before = scale::wall::now();
    auto const cpu = scale::processor_seconds();
    Contender c{folder};
    if (!only_answers && Contender::reads_text) {
        scale::say("load, s", scale::seconds{scale::wall::now() - before}.count());
        scale::say("load processor, s", scale::processor_seconds() - cpu);
        scale::say("load peak, MB", scale::peak_megabytes());
    }
    if constexpr (requires { c.prepare(folder); }) c.prepare(folder);
    if (only_answers) {
        if constexpr (requires { c.keep(folder); }) c.keep(folder);
        return scale::say_answers(c);
    }
    scale::time_questions(c, most_seconds);
    scale::say("peak, MB", scale::peak_megabytes());
    scale::say("heap, MB", scale::heap_megabytes());
    if constexpr (requires { c.held_megabytes(); }) {
        scale::say("held, MB", c.held_megabytes());
        scale::say("same columns, MB", c.same_columns_megabytes());
    }
    if constexpr (requires { c.stored_megabytes(); }) scale::say("stored, MB", c.stored_megabytes());
}

template <class Contender>
void child(std::string const& folder, bool only_answers, double most_seconds) {
    ask<Contender>(folder, only_answers, most_seconds);
    if constexpr (requires(scale::page& to) { Contender::first_answer(folder, "", to); }) {
        if (only_answers)
            scale::say_first_answer<Contender>(folder);
        else if (Contender::opens_file)
            scale::time_opening<Contender>(folder);
    }
}

// The parent.

struct contender {
    char const* name;
    void (*run)(std::string const& folder, bool only_answers, double most_seconds);  ///< null: not installed
};

std::vector<contender> contenders() {
    return {
        {scale::yardstick::name, child<scale::yardstick>},
        {scale::treatise_base::name, child<scale::treatise_base>},
        {scale::treatise_file::name, child<scale::treatise_file>},
#if defined(SCALE_BOOST)
        {scale::adjacency_list::name, child<scale::adjacency_list>},
#else
        {"Boost adjacency_list", nullptr},
#endif
#if defined(SCALE_IGRAPH)
        {scale::igraph::name, child<scale::igraph>},
#else
        {"igraph", nullptr},
#endif
#if defined(SCALE_SQLITE)
        {scale::sqlite::name, child<scale::sqlite>},
#else
        {"SQLite", nullptr},
#endif
        {scale::strings::name, child<scale::strings>},
    };
}

using results = std::map<std::string, std::string>;

/// Runs this program again for one contender; what it prints, by name.
results run_child(char const* mode, char const* name, std::string const& folder, std::string const& most) {
    int ends[2];
    if (::pipe(ends) != 0) scale::give_up("No pipe");
    auto const id = ::fork();
    if (id == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::execl("/proc/self/exe", "scale_benchmark", mode, name, folder.c_str(), most.c_str(), static_cast<char*>(nullptr));
        std::_Exit(127);
    }
    ::close(ends[1]);
    std::string text;
    char block[65536];
    for (ssize_t n; (n = ::read(ends[0], block, sizeof block)) > 0;) text.append(block, static_cast<std::size_t>(n));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(id, &status, 0);
    if (status != 0) scale::give_up(std::string{name} + " failed on " + folder);
    results found;
    for (std::string_view rest = text; !rest.empty();) {
        auto line = scale::cut(rest, '\n');
        auto const what = scale::cut(line, '\t');
        found.emplace(what, line);
    }
    return found;
}

void must_agree(char const* name, results const& expected, results const& theirs) {
    for (auto const& [what, answer] : expected) {
        auto const found = theirs.find(what);
        if (found == theirs.end() && what == "first answer") continue;  // asked of those that open a file
        if (found == theirs.end() || found->second != answer)
            scale::give_up(std::string{name} + " answers otherwise, " + what + ": " +
                           (found == theirs.end() ? "nothing" : found->second) + "; the yardstick " + answer);
    }
}

using figures = std::map<std::string, std::map<std::string, double>>;  // by what, by contender

void print(std::vector<contender> const& running, figures const& least) {
    static constexpr struct {
        char const *what, *title;
    } lines[] = {
        {"load, s", "load from text, s"},
        {"load processor, s", "  processor time, s"},
        {"load peak, MB", "  peak memory, MB"},
        {"open and first answer, us", "open a file, first answer, us"},
        {"one disease median, us", "one disease, median, us"},
        {"one disease p99, us", "one disease, p99, us"},
        {"one disease all, us", "  each of them once, us"},
        {"numbers alone all, us", "  the same, numbers alone, us"},
        {"one disease as text all, us", "  the same, as text, us"},
        {"table, ms", "table of all diseases, ms"},
        {"paths, ms", "all paths, ms"},
        {"own table median, us", "compare and csv, median, us"},
        {"own table p99, us", "compare and csv, p99, us"},
        {"peak, MB", "peak memory, MB"},
        {"heap, MB", "on the heap at the end, MB"},
        {"held, MB", "its arrays, MB"},
        {"same columns, MB", "  with the library's columns, MB"},
        {"stored, MB", "its file, MB"},
    };
    std::printf("%-33s", "the least, and times yardstick");
    for (auto const& c : running) std::printf(" %20s", c.name);
    std::printf("\n");
    for (auto const& line : lines) {
        auto const by = least.find(line.what);
        if (by == least.end()) continue;
        std::printf("%-33s", line.title);
        auto const one = by->second.find(scale::yardstick::name);
        for (auto const& c : running) {
            auto const at = by->second.find(c.name);
            if (at == by->second.end())
                std::printf(" %20s", "-");
            else if (one == by->second.end())
                std::printf(" %11.4g%9s", at->second, "");
            else
                std::printf(" %11.4g (%6.4g)", at->second, at->second / one->second);
        }
        std::printf("\n");
    }
    std::printf("\n");
    std::fflush(stdout);
}

void compare(std::string const& folder, std::string const& only, int rounds, std::string const& most) {
    std::printf("%s\n", folder.c_str());
    std::fflush(stdout);
    results expected;
    std::vector<contender> running;
    for (auto const& c : contenders()) {
        if (!only.empty() && only.find(c.name) == only.npos) continue;
        if (c.run == nullptr) {
            std::printf("%s: not installed\n", c.name);
            continue;
        }
        auto found = run_child("--answers", c.name, folder, most);
        if (expected.empty())
            expected = std::move(found);
        else
            must_agree(c.name, expected, found);
        running.push_back(c);
    }
    std::printf("The same answers from all %zu. Rows of the table (and digest): %s; paths: %s\n", running.size(),
        expected["table"].c_str(), expected["paths"].c_str());
    std::fflush(stdout);
    figures least;
    for (int r = 0; r != rounds; ++r)
        for (auto const& c : running)
            for (auto const& [what, value] : run_child("--times", c.name, folder, most)) {
                auto const [at, added] = least[what].emplace(c.name, std::stod(value));
                if (!added) at->second = std::min(at->second, std::stod(value));
            }
    print(running, least);
}

}  // namespace

int main(int argc, char** argv) {
    std::string const mode = argc == 5 ? argv[1] : "";
    if (mode == "--answers" || mode == "--times") {
        for (auto const& c : contenders())
            if (c.run != nullptr && !std::strcmp(c.name, argv[2])) {
                c.run(argv[3], mode == "--answers", std::stod(argv[4]));
                return 0;
            }
        return 2;
    }
    std::vector<std::string> folders;
    std::string only, most = "3";
    int rounds = 3;
    for (int i = 1; i < argc; ++i) {
        std::string const a = argv[i];
        if (a == "--rounds" && i + 1 < argc)
            rounds = std::stoi(argv[++i]);
        else if (a == "--seconds" && i + 1 < argc)
            most = argv[++i];
        else if (a == "--only" && i + 1 < argc)
            only = argv[++i];
        else
            folders.push_back(a);
    }
    if (folders.empty()) scale::give_up("usage: scale_benchmark [--rounds N] [--seconds N] [--only NAMES] FOLDER...");
    for (auto const& f : folders) compare(f, only, rounds, most);
}
