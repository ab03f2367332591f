// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"
#include "fuzz.hpp"
#include "toml_mutation.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

// What the fuzzer runs, over the inputs that stand in the repository: what it once found stays found.
namespace fuzz_replay_test {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> corpus_of(std::string_view target) {
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator{fs::path{TREATISE_SOURCE_DIR "/fuzz/corpus"} / target})
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}
std::string bytes_of(fs::path const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}
/// What the target compared; what it throws fails the test.
std::size_t compared(fuzz::target const& target, std::string const& input) {
    std::size_t n = 0;
    CHECK_NOTHROW(n = target.run(input));
    return n;
}

}  // namespace

TEST_CASE("every input that the fuzzer keeps holds the promises of its target", "[fuzz]") {
    for (auto const* target : fuzz::all()) {
        std::size_t files = 0, past_the_door = 0;
        for (auto const& path : corpus_of(target->name)) {
            INFO(path.string());
            ++files;
            if (compared(*target, bytes_of(path)) != 0) ++past_the_door;
        }
        INFO(target->name);
        CHECK(files >= 2);
        CHECK(past_the_door >= 1);  // else the corpus only tries refusals
    }
}

TEST_CASE("every fuzz target has a corpus, and every corpus a target", "[fuzz]") {
    std::vector<std::string> targets, folders;
    for (auto const* target : fuzz::all()) targets.emplace_back(target->name);
    for (auto const& entry : fs::directory_iterator{TREATISE_SOURCE_DIR "/fuzz/corpus"})
        folders.push_back(entry.path().filename().string());
    std::sort(targets.begin(), targets.end());
    std::sort(folders.begin(), folders.end());
    CHECK(targets == folders);
}

TEST_CASE("no input at all holds the promises of every target", "[fuzz]") {
    for (auto const* target : fuzz::all()) {
        INFO(target->name);
        CHECK_NOTHROW(target->run({}));
    }
}

TEST_CASE("a structured change of a knowledge file is the same for a seed, and often still a base", "[fuzz]") {
    for (auto const* target : fuzz::all()) {
        if (!target->mutate) continue;
        INFO(target->name);
        std::size_t bases = 0, tried = 0;
        for (auto const& path : corpus_of(target->name)) {
            auto const whole = bytes_of(path);
            if (target->run(whole) == 0) continue;
            for (std::uint32_t seed = 0; seed != 12; ++seed) {
                INFO(path.string() << ", seed " << seed);
                auto changed = whole, again = whole;
                target->mutate(changed, seed);
                target->mutate(again, seed);
                CHECK(changed == again);
                ++tried;
                if (compared(*target, changed) != 0) ++bases;
            }
        }
        CHECK(tried >= 12);
        CHECK(bases * 20 >= tried);
    }
}

}  // namespace fuzz_replay_test
