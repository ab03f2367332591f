// SPDX-License-Identifier: BSL-1.0
#include "fuzz.hpp"

#include <algorithm>
#include <string>

// The two functions that libFuzzer calls, for the target that TREATISE_FUZZ_TARGET names. What a target throws ends the run.

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    fuzz::targets::TREATISE_FUZZ_TARGET.run({reinterpret_cast<char const*>(data), size});
    return 0;
}

/// Every other input keeps its structure; one that would be too long is changed as bytes.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
    if (fuzz::targets::TREATISE_FUZZ_TARGET.mutate && seed % 2 == 0) {
        std::string input{reinterpret_cast<char const*>(data), size};
        fuzz::targets::TREATISE_FUZZ_TARGET.mutate(input, seed / 2);
        if (input.size() <= most) {
            std::copy(input.begin(), input.end(), data);
            return input.size();
        }
    }
    return LLVMFuzzerMutate(data, size, most);
}
