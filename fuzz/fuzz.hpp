// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

// What the fuzzer and the ordinary tests run: libfuzzer.cpp hands a target inputs that it makes up, tests/fuzz those of
// fuzz/corpus.
namespace fuzz {

/// One door for texts from outside. Each has a folder of its name in fuzz/corpus.
struct target {
    std::string_view name;
    /// Throws where a promise is broken; returns how much was compared, 0 where the input was refused at the door.
    std::size_t (*run)(std::string_view input) = nullptr;
    /// Changes an input and keeps its structure, the same for a seed everywhere; null where bytes are structure enough.
    void (*mutate)(std::string& input, std::uint32_t seed) = nullptr;
};

namespace targets {
extern target const folding, text, names, toml, overlay, snapshot, ask, hetionet, kgx, obo, drugmechdb, pharmacotherapydb,
    mapping;
}

/// Every target, in the order in which scripts/fuzz runs them.
std::span<target const* const> all();

/// A promise: throws its words where it does not hold.
inline void expect(bool holds, char const* promise) {
    if (!holds) throw std::logic_error{promise};
}

}  // namespace fuzz
