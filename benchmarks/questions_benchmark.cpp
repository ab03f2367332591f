// SPDX-License-Identifier: BSL-1.0
// What does one question to the built-in knowledge cost, and what the same question to the same knowledge kept as people
// usually keep it? The answers are compared for every cause before anything is timed; the last lines are the ratios.
// Run: build/benchmark/benchmarks/questions_benchmark --benchmark_repetitions=9 --benchmark_enable_random_interleaving=true
#include "peers/adjacency_list.hpp"
#include "peers/sqlite.hpp"
#include "peers/strings.hpp"
#include "peers/table.hpp"
#include "peers/view.hpp"

#include <treatise/knowledge/neuropathic_pain.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace {

namespace np = treatise::neuropathic_pain;
using cause = treatise::id<treatise::cause>;
constexpr auto const& kb = np::knowledge;

// Our answers as lines of text.

peers::answer our_candidates(cause asked) {
    peers::answer lines;
    for (auto c : candidates(kb, asked))
        for (auto const& r : c.reasons)
            lines.push_back(
                peers::line(kb.key(c.option), kb.claim_key(r.claim), treatise::word(r.applies), treatise::word(r.stance)));
    return lines;
}

void must_agree(char const* what, cause asked, char const* peer, peers::answer const& ours, peers::answer const& theirs) {
    if (ours == theirs) return;
    auto const [a, b] = std::mismatch(ours.begin(), ours.end(), theirs.begin(), theirs.end());
    std::fprintf(stderr, "%s of %s: %s answers otherwise, from line %zu on\n  ours:   %s\n  theirs: %s\n", what,
        std::string{kb.key(asked)}.c_str(), peer, static_cast<std::size_t>(a - ours.begin()),
        a == ours.end() ? "(no more)" : a->c_str(), b == theirs.end() ? "(no more)" : b->c_str());
    std::exit(1);
}

/// The cause with the most claims in its answer.
cause largest() {
    std::size_t most = 0;
    cause found;
    for (auto c : kb.all<treatise::cause>())
        if (auto const n = our_candidates(c).size(); n > most) {
            most = n;
            found = c;
        }
    return found;
}

struct questions {
    cause candidates, worst_candidates, table;
};

std::string titled(char const* what, cause asked) { return std::string{what} + ", " + std::string{kb.name(asked)}; }

void measure(std::string const& question, char const* contender, auto answer) {
    benchmark::RegisterBenchmark((question + "/" + contender).c_str(), [answer](benchmark::State& state) {
        for (auto _ : state) answer();
    });
}

/// Candidates are compared with the library's, rows and cells with those of the same algorithm on the library's statements.
template <class Peer>
void add(char const* name, Peer const& peer, peers::view const& ours, questions const& q) {
    for (auto c : kb.all<treatise::cause>()) {
        must_agree("candidates", c, name, our_candidates(c), peers::candidates_answer(peer, kb, c));
        must_agree("rows and cells", c, name, peers::table_answer(ours, kb, c), peers::table_answer(peer, kb, c));
    }
    for (auto c : {q.candidates, q.worst_candidates})
        measure(titled("candidates", c), name, [&peer, asked = peer.find(kb.key(c))] {
            // The other peers' answers hold the claims' keys; those of numbers are looked up.
            for (auto const& found : peer.candidates(peer.near(asked)))
                for (auto const& r : found.reasons) benchmark::DoNotOptimize(peer.claim_key(r.claim).data());
        });
    measure(titled("rows and cells", q.table), name,
        [&peer, asked = peer.find(kb.key(q.table))] { benchmark::DoNotOptimize(peers::table(peer, asked)); });
}

/// Prints as usual, and at the end a table: the median of each contender and how many times ours it is.
class ratios : public benchmark::ConsoleReporter {
    std::map<std::string, std::map<std::string, std::vector<double>>> taken_;  // by question, by contender

    static double median(std::vector<double> v) {
        std::nth_element(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2), v.end());
        return v[v.size() / 2];
    }

public:
    void ReportRuns(std::vector<Run> const& runs) override {
        for (auto const& r : runs)
            if (r.run_type == Run::RT_Iteration) {
                auto const& name = r.run_name.function_name;
                auto const slash = name.find('/');
                taken_[name.substr(0, slash)][name.substr(slash + 1)].push_back(r.GetAdjustedCPUTime());
            }
        ConsoleReporter::ReportRuns(runs);
    }
    void print() const {
        std::printf("\n%-45s %-18s %8s %7s\n", "question", "kept in", "us", "ratio");
        for (auto const& [asked, contenders] : taken_) {
            auto const ours = contenders.find("treatise");
            for (auto const* name : {"treatise", "treatise::compare", "adjacency_list", "strings", "sqlite"})
                if (auto const c = contenders.find(name); c != contenders.end() && ours != contenders.end())
                    std::printf("%-45s %-18s %8.2f %7.1f\n", asked.c_str(), name, median(c->second) / 1000,
                        median(c->second) / median(ours->second));
        }
    }
};

}  // namespace

int main(int argc, char** argv) {
    questions const q{np::painful_diabetic_neuropathy, largest(), np::painful_diabetic_neuropathy};
    peers::view const view{kb};
    peers::adjacency_list const adjacency_list{kb};
    peers::strings const strings{kb};
    peers::sqlite const sqlite{kb};
    add("treatise", view, view, q);
    add("adjacency_list", adjacency_list, view, q);
    add("strings", strings, view, q);
    add("sqlite", sqlite, view, q);
    // Besides: rows by aim, what is told first, what is left to a list, labels, members, sources and counts.
    measure(titled("rows and cells", q.table), "treatise::compare",
        [asked = q.table] { benchmark::DoNotOptimize(compare(kb, asked)); });
    std::printf("The same answers from all, for every one of the %u causes.\n", kb.all<treatise::cause>().size());

    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    ratios reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    reporter.print();
}
