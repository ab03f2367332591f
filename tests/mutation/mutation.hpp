// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdio>
#include <cstdlib>
#include <type_traits>

// The switch of scripts/mutate: every mutant is compiled once, and one of them is on. Constants are never mutated.
namespace mutation {

/// The mutant that is on, and which were come by.
struct state {
    unsigned on = 0;
    unsigned char met[1u << 16]{};
    char const* report = std::getenv("TREATISE_MUTANTS_MET");

    state() {
        if (auto const n = std::getenv("TREATISE_MUTANT")) on = static_cast<unsigned>(std::atoi(n));
    }
    ~state() {
        if (!report) return;
        if (auto* const f = std::fopen(report, "w")) {
            for (unsigned i = 0; i != sizeof met; ++i)
                if (met[i] != 0) std::fprintf(f, "%u\n", i);
            std::fclose(f);
        }
    }
};
inline state now;

inline bool meet(unsigned n) {
    now.met[n] = 1;
    return now.on == n;
}
constexpr bool on(unsigned n) {
    if (std::is_constant_evaluated()) return false;
    return meet(n);
}

}  // namespace mutation
