// SPDX-License-Identifier: BSL-1.0
// Whole tables as they are handed out, in tests/golden/; a person reads them at each change. TREATISE_UPDATE=1 writes them.
#include "catch.hpp"
#include "fixtures.hpp"

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>

#include <treatise/render/formats.hpp>
#include <treatise/table/compare.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace whole_golden_test {

using namespace treatise;
namespace np = treatise::neuropathic_pain;

namespace {

void is_golden(std::string const& name, std::string const& made) {
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

TEST_CASE("the overview of each of nine causes is the one that was read, on 80, 120 and 140 columns", "[golden]") {
    for (auto const* key : {"painful-diabetic-neuropathy", "postherpetic-neuralgia", "trigeminal-neuralgia",
             "chemotherapy-induced-neuropathy", "spinal-cord-injury-pain", "multiple-sclerosis-pain",
             "alcohol-related-neuropathy", "vitamin-b12-deficiency-neuropathy", "traumatic-nerve-injury-pain"}) {
        auto const c = compare(np::knowledge, fixture::entity<cause>(np::knowledge, key));
        for (unsigned const width : {80u, 120u, 140u})
            is_golden("overview-" + std::string{key} + '-' + std::to_string(width) + ".txt", plain_text(c, {.width = width}));
    }
}

TEST_CASE("the other views of painful diabetic neuropathy are the ones that were read", "[golden]") {
    for (auto const& v : views::all) {
        if (v.key == views::overview.key) continue;
        scope s;
        if (v.least_options != 0) s.options = {np::amitriptyline, np::duloxetine, np::pregabalin};
        auto const c = compare(np::knowledge, np::painful_diabetic_neuropathy, v, s);
        is_golden(std::string{v.key} + "-120.txt", plain_text(c, {.width = 120}));
    }
}

TEST_CASE("the overview in Markdown, and the patient view for print, are the ones that were read", "[golden]") {
    is_golden("overview.md", markdown(compare(np::knowledge, np::painful_diabetic_neuropathy)));
    scope s;
    s.options = {np::amitriptyline, np::duloxetine, np::pregabalin};
    is_golden("patient.html", html_page(compare(np::knowledge, np::painful_diabetic_neuropathy, views::patient, s)));
}

}  // namespace whole_golden_test

#else

TEST_CASE("the default table is the one that was read", "[golden]") {
    WARN("skipped: treatise/knowledge/neuropathic_pain.hpp is not baked");
    SUCCEED();
}

#endif
