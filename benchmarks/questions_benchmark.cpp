// SPDX-License-Identifier: BSL-1.0
// What does one question to the built-in knowledge cost? How the same knowledge costs elsewhere is measured on large graphs,
// where it shows: scale_benchmark.cpp. Run: build/benchmark/benchmarks/questions_benchmark --benchmark_repetitions=9
// --benchmark_enable_random_interleaving=true
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/query/disagreements.hpp>
#include <treatise/table/compare.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>

namespace {

namespace np = treatise::neuropathic_pain;
using cause = treatise::id<treatise::cause>;
constexpr auto const& kb = np::knowledge;

/// The options for a cause, each with the key, applicability and stance of every claim that lists it, as a caller would read
/// them.
std::size_t read_candidates(cause asked) {
    std::size_t reasons = 0;
    for (auto const& c : candidates(kb, asked))
        for (auto const& r : c.reasons) {
            benchmark::DoNotOptimize(kb.claim_key(r.claim).data());
            ++reasons;
        }
    return reasons;
}

/// The cause with the most claims in its answer.
cause largest() {
    std::size_t most = 0;
    cause found;
    for (auto c : kb.all<treatise::cause>())
        if (auto const n = read_candidates(c); n > most) {
            most = n;
            found = c;
        }
    return found;
}

void measure(char const* question, cause asked, auto answer) {
    auto const title = std::string{question} + ", " + std::string{kb.name(asked)};
    benchmark::RegisterBenchmark(title.c_str(), [answer, asked](benchmark::State& state) {
        for (auto _ : state) answer(asked);
    });
}

}  // namespace

int main(int argc, char** argv) {
    for (auto asked : {np::painful_diabetic_neuropathy, largest()}) {
        measure("candidates", asked, [](cause of) { benchmark::DoNotOptimize(read_candidates(of)); });
        measure("compare", asked, [](cause of) { benchmark::DoNotOptimize(compare(kb, of)); });
        measure("disagreements", asked, [](cause of) { benchmark::DoNotOptimize(disagreements(kb, of)); });
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
}
