// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "digest.hpp"

#include <malloc.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

// What a child process does with one contender: say its answers, or take its times.
namespace scale {

using seconds = std::chrono::duration<double>;
using wall = std::chrono::steady_clock;

inline double processor_seconds() {
    timespec t{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}
inline double peak_megabytes() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1024;
}
/// What the heap holds now: allocated and not freed.
inline double heap_megabytes() {
    auto const held = ::mallinfo2();
    return static_cast<double>(held.uordblks + held.hblkhd) / 1e6;
}
inline void say(char const* what, double value) { std::printf("%s\t%.9g\n", what, value); }

/// The diseases that are asked one by one, in an order that no contender stores them in.
inline std::vector<std::uint32_t> asked_diseases(std::uint32_t n, std::uint32_t most = 2000) {
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0u);
    std::mt19937 dice{20221122};
    for (auto i = n; i > 1; --i) std::swap(order[i - 1], order[dice() % i]);
    order.resize(std::min(n, most));
    return order;
}

/// The name of a disease with about as many candidates as half of those that have any.
inline std::string usual_disease(std::string const& folder) {
    std::unordered_map<std::string, int> candidates;
    each_edge(edges_in(folder), [&](auto, auto m, auto target) {
        if (m == metaedge::treats || m == metaedge::palliates) ++candidates[std::string{target}];
    });
    std::vector<std::pair<int, std::string>> by_number;
    for (auto const& [id, n] : candidates) by_number.emplace_back(n, id);
    if (by_number.empty()) give_up("No disease has a candidate in " + folder);
    std::sort(by_number.begin(), by_number.end());
    std::string found;
    each_node(whole_text(nodes_in(folder)), [&](auto id, auto name, auto) {
        if (id == by_number[by_number.size() / 2].second) found = name;
    });
    return found;
}

template <class Contender>
void say_answers(Contender const& c) {
    page to;
    disease_sheet sheet;
    for (auto d : asked_diseases(c.diseases())) {
        to.clear();
        disease_page lines{to};
        c.disease(d, lines);
        std::printf("disease %u as text\t%s\n", d, digest_of_page(to.text()).words().c_str());
        sheet.clear();
        c.disease(d, sheet);
        to.clear();
        sheet.write(to);
        std::printf("disease %u\t%s\n", d, digest_of_page(to.text()).words().c_str());
    }
    to.clear();
    digest table;
    c.table(to, [&] {
        add_csv(table, to.text());
        to.clear();
    });
    std::printf("table\t%s\n", table.words().c_str());
    std::vector<path<typename Contender::node>> found;
    c.paths(found);
    digest paths;
    for (auto const& p : found) {
        auto const how = static_cast<char>(p.how);
        auto h = hash_of(c.name_of(p.compound));
        h = hash_of(c.name_of(p.gene), h);
        h = hash_of(c.name_of(p.disease), h);
        paths.add(hash_of({&how, 1}, h));
    }
    std::printf("paths\t%s\n", paths.words().c_str());
}

template <class Contender>
void say_first_answer(std::string const& folder) {
    page to;
    Contender::first_answer(folder, usual_disease(folder), to);
    std::printf("first answer\t%s\n", digest_of_page("c\n" + std::string{to.text()}).words().c_str());
}

/// Opening a file, the first answer and closing it again: the median of many times, in microseconds.
template <class Contender>
void time_opening(std::string const& folder) {
    auto const disease = usual_disease(folder);
    page to;
    std::vector<double> taken;
    for (int i = 0; i != 301; ++i) {
        to.clear();
        auto const before = wall::now();
        Contender::first_answer(folder, disease, to);
        taken.push_back(1e6 * seconds{wall::now() - before}.count());
    }
    std::sort(taken.begin(), taken.end());
    say("open and first answer, us", taken[taken.size() / 2]);
}

inline std::uint64_t volatile kept_answer;  // so that no answer is optimized away

/// The least time of several passes for each disease; median and 99th percentile over the diseases, in microseconds.
template <class Ask>
void time_diseases(std::string const& what, std::vector<std::uint32_t> const& order, double most_seconds, Ask&& ask) {
    std::vector<double> best(order.size(), std::numeric_limits<double>::max());
    auto const start = wall::now();
    for (int pass = 0; pass < 31 && (pass < 2 || seconds{wall::now() - start}.count() < most_seconds); ++pass)
        for (std::size_t i = 0; i != order.size(); ++i) {
            auto const before = wall::now();
            ask(order[i]);
            best[i] = std::min(best[i], seconds{wall::now() - before}.count());
        }
    std::sort(best.begin(), best.end());
    auto const at = [&](double part) {
        return 1e6 * best[static_cast<std::size_t>(part * static_cast<double>(best.size() - 1))];
    };
    say((what + " median, us").c_str(), at(0.5));
    say((what + " p99, us").c_str(), at(0.99));
    say((what + " all, us").c_str(), 1e6 * std::accumulate(best.begin(), best.end(), 0.0));
}

/// The least processor time of several runs, in milliseconds.
template <class Run>
void time_whole(char const* what, double most_seconds, Run&& run) {
    auto best = std::numeric_limits<double>::max();
    auto const start = wall::now();
    for (int i = 0; i < 31 && (i < 1 || seconds{wall::now() - start}.count() < most_seconds); ++i) {
        auto const before = processor_seconds();
        run();
        best = std::min(best, processor_seconds() - before);
    }
    say(what, 1e3 * best);
}

template <class Contender>
void time_questions(Contender const& c, double most_seconds) {
    page to;
    disease_sheet sheet;
    auto const asked = asked_diseases(c.diseases());
    time_diseases("one disease", asked, most_seconds, [&](std::uint32_t d) {
        sheet.clear();
        c.disease(d, sheet);
        kept_answer = sheet.size();
    });
    time_diseases("one disease as text", asked, most_seconds, [&](std::uint32_t d) {
        to.clear();
        disease_page lines{to};
        c.disease(d, lines);
        kept_answer = to.size();
    });
    if constexpr (requires { c.numbers_of(0u); })
        time_diseases("numbers alone", asked, most_seconds, [&](std::uint32_t d) { kept_answer = c.numbers_of(d); });
    time_whole("table, ms", most_seconds, [&] {
        to.clear();
        std::size_t bytes = 0;
        c.table(to, [&] {
            if (to.size() < std::size_t{1} << 19) return;
            bytes += to.size();
            to.clear();
        });
        kept_answer = bytes + to.size();
    });
    std::vector<path<typename Contender::node>> found;
    time_whole("paths, ms", most_seconds, [&] {
        found.clear();
        c.paths(found);
    });
    if constexpr (requires { c.own_table(0u); })
        time_diseases(
            "own table", asked_diseases(c.diseases(), 100), most_seconds, [&](std::uint32_t d) { kept_answer = c.own_table(d); });
}

}  // namespace scale
