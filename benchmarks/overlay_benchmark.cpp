// SPDX-License-Identifier: BSL-1.0
// What does an overlay of a hundred claims cost: over the built-in base, from a builder and from TOML, and over a graph as large
// as those that are imported? Run: build/benchmark/benchmarks/overlay_benchmark. The first line is the cold one: the first
// overlay that the process makes.
#include <treatise/graph/freeze.hpp>
#include <treatise/graph/overlay.hpp>
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/toml/overlay.hpp>

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace treatise;
namespace np = treatise::neuropathic_pain;

constexpr int claims_of_overlay = 100;

/// A payer, a source and a hundred rules on the first therapies of the base.
void fill(builder& own, knowledge_base const& kb) {
    own.base({own.text("acme"), own.text("Acme Health"), own.text("1"), {}, {}, date{2026, 1, 1}});
    auto const land = own.add<jurisdiction>({"acme-land", "Acme land"});
    auto const pays = own.add<payer>({"acme-plan", "Acme Health plan"}, {land});
    source_details rules;
    rules.kind = source_kind::payer_policy;
    rules.title = rules.authors = own.text("Acme Health");
    rules.published = date{2026};
    attribution said;
    said.source = own.add<source>({"acme-rules", "Acme rules"}, rules);
    said.checked = date{2026, 1, 1};
    auto const therapies = kb.all<therapy>();
    auto const about = kb.all<cause>()[0];
    for (std::uint32_t i = 0; i != claims_of_overlay; ++i) {
        said.place = own.text("rule " + std::to_string(i));
        own.claim<covered_for>(therapies[i % therapies.size()], about, said, {"acme-" + std::to_string(i)},
            {.payer = pays, .status = coverage_status::covered});
    }
}
std::string toml_of(knowledge_base const& kb) {
    std::string s =
        "[overlay]\nkey = \"acme\"\nname = \"Acme Health\"\nversion = \"1\"\nreleased = 2026-01-01\n"
        "[[jurisdiction]]\nkey = \"acme-land\"\nname = \"Acme land\"\n"
        "[[payer]]\nkey = \"acme-plan\"\nname = \"Acme Health plan\"\njurisdiction = \"acme-land\"\n"
        "[[source]]\nkey = \"acme-rules\"\nname = \"Acme rules\"\nkind = \"payer_policy\"\ntitle = \"Rules\"\nauthors = "
        "\"Acme\"\n"
        "published = 2026\n[defaults]\nsource = \"acme-rules\"\nchecked = 2026-01-01\n";
    auto const therapies = kb.all<therapy>();
    for (std::uint32_t i = 0; i != claims_of_overlay; ++i)
        s += "[[covered_for]]\nid = \"acme-" + std::to_string(i) + "\"\nsubject = \"" +
             std::string{kb.key(therapies[i % therapies.size()])} + "\"\nobject = \"" + std::string{kb.key(kb.all<cause>()[0])} +
             "\"\npayer = \"acme-plan\"\nstatus = \"covered\"\nplace = \"rule " + std::to_string(i) + "\"\n";
    return s;
}

/// A base of the size of an imported graph: therapies that treat causes, each named, without ids of their own.
storage large(std::uint32_t entities, std::uint32_t claims) {
    builder b;
    b.keep_hash(false);
    b.base({b.text("large"), b.text("Large"), b.text("1"), b.text("nobody"), b.text("Made up."), date{2026, 1, 1}});
    source_details d;
    d.title = d.authors = b.text("Graph");
    d.published = date{2026};
    attribution said;
    said.source = b.add<source>({"graph", "Graph"}, d);
    said.place = b.text("row");
    said.checked = date{2026, 1, 1};
    auto const half = entities / 2;
    for (std::uint32_t i = 0; i != half; ++i) b.add<cause>({"c" + std::to_string(i), "Cause " + std::to_string(i)});
    for (std::uint32_t i = 0; i != half; ++i) b.add<therapy>({"t" + std::to_string(i), "Therapy " + std::to_string(i)});
    std::vector<edge_ends> ends;
    std::uint32_t x = 1;
    for (std::uint32_t i = 0; i != claims; ++i) {
        x = x * 1664525u + 1013904223u;
        ends.push_back({1 + half + (x >> 8) % half, 1 + i % half});
    }
    b.claims<used_for>(said, stance::in_favour, {}, std::move(ends));
    auto made = freeze(std::move(b));
    if (!made) std::fputs(report(made.error()).c_str(), stderr);
    return *made;
}

double milliseconds(auto&& f) {
    auto const start = std::chrono::steady_clock::now();
    f();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}
bool lay(knowledge_base const& kb) {
    builder own{kb};
    fill(own, kb);
    return static_cast<bool>(overlay(kb, own));
}

}  // namespace

int main(int argc, char** argv) {
    bool made = false;
    auto const cold = milliseconds([&] { made = lay(np::knowledge); });
    std::printf("%s, the first of the process: %.2f ms\n", made ? "overlay of 100 claims" : "FAILED", cold);
    benchmark::RegisterBenchmark("over the built-in base, from a builder", [](benchmark::State& state) {
        for (auto _ : state) benchmark::DoNotOptimize(lay(np::knowledge));
    })->Unit(benchmark::kMillisecond);
    auto const text = toml_of(np::knowledge);
    benchmark::RegisterBenchmark("over the built-in base, from TOML", [&text](benchmark::State& state) {
        for (auto _ : state) {
            auto const both = read_toml({{"acme.toml", text}}, np::knowledge);
            if (!both) state.SkipWithError("refused");
            benchmark::DoNotOptimize(both);
        }
    })->Unit(benchmark::kMillisecond);
    for (auto const [entities, claims] : {std::pair{20'000u, 200'000u}, std::pair{200'000u, 2'000'000u}}) {
        auto const name = "over " + std::to_string(entities) + " entities and " + std::to_string(claims) + " claims";
        auto const graph = large(entities, claims);
        benchmark::RegisterBenchmark(name.c_str(), [graph](benchmark::State& state) {
            for (auto _ : state) benchmark::DoNotOptimize(lay(graph.view()));
        })->Unit(benchmark::kMillisecond);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
