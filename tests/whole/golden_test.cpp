// SPDX-License-Identifier: BSL-1.0
// Whole tables as they are handed out, in tests/golden/; a person reads them at each change. TREATISE_UPDATE=1 writes them.
#include "catch.hpp"

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>

#include <treatise/render/formats.hpp>
#include <treatise/render/lay_out_grid.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

using namespace treatise;
namespace np = treatise::neuropathic_pain;

namespace {

void is_golden(char const* name, std::string const& made) {
    std::string const path = std::string{TREATISE_SOURCE_DIR "/tests/golden/"} + name;
    auto const* update = std::getenv("TREATISE_UPDATE");
    if (update != nullptr && *update == '1') std::ofstream{path, std::ios::binary} << made;
    std::ifstream in{path, std::ios::binary};
    std::string const kept{std::istreambuf_iterator<char>{in}, {}};
    if (kept == made) {
        SUCCEED();
        return;
    }
    std::istringstream a{kept}, b{made};
    std::string x, y;
    for (int line = 1;; ++line) {
        bool const more_a = static_cast<bool>(std::getline(a, x)), more_b = static_cast<bool>(std::getline(b, y));
        if (more_a && more_b && x == y) continue;
        FAIL(path << ":" << line << ": TREATISE_UPDATE=1 writes it anew; read it then\n  kept: " << (more_a ? x : "(end)")
                  << "\n  made: " << (more_b ? y : "(end)"));
    }
}

}  // namespace

TEST_CASE("the default table on 80 columns is the one that was read", "[golden]") {
    is_golden("overview-80.txt", plain_text(compare(np::knowledge, np::painful_diabetic_neuropathy), {.width = 80}));
}

TEST_CASE("the default table on 140 columns is the one that was read", "[golden]") {
    is_golden("overview-140.txt", plain_text(compare(np::knowledge, np::painful_diabetic_neuropathy), {.width = 140}));
}

TEST_CASE("the default table in Markdown is the one that was read", "[golden]") {
    is_golden("overview.md", markdown(compare(np::knowledge, np::painful_diabetic_neuropathy)));
}

TEST_CASE("the plain layer on 80 columns is the one that was read", "[golden]") {
    is_golden("plain-80.txt", plain_text(plain(np::knowledge, np::postherpetic_neuralgia), {.width = 80}));
}

TEST_CASE("the plain layer on 140 columns is the one that was read", "[golden]") {
    is_golden("plain-140.txt", plain_text(plain(np::knowledge, np::painful_diabetic_neuropathy), {.width = 140}));
}

#else

TEST_CASE("the default table is the one that was read", "[golden]") {
    WARN("skipped: treatise/knowledge/neuropathic_pain.hpp is not baked");
}

#endif
