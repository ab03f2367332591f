// SPDX-License-Identifier: BSL-1.0
// Built header-only and before the library treatise::compiled: what it prints is the same.
#include <treatise/audit/audit.hpp>
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/query/facts.hpp>
#include <treatise/treatise.hpp>
#ifdef TREATISE_TEST_TOML
#include <treatise/toml/overlay.hpp>
#include <treatise/toml/read.hpp>
#endif

#include <cstdio>
#include <string>

using namespace treatise;
namespace np = neuropathic_pain;

int main(int argc, char** argv) {
    std::string all;
    for (auto const asked : {np::painful_diabetic_neuropathy, np::trigeminal_neuralgia}) {
        auto const table = compare(np::knowledge, asked);
        for (auto const& f : output_formats) all += f.table(table, {.width = 100}, english);
        all += plain_text(table) + markdown(table) + html(table) + html_page(table) + latex(table) + csv(table) + json(table) +
               json_data(table);
        for (auto const& f : audit(table)) all += word(f.check);
        for (auto const f : facts(np::knowledge, asked, np::gabapentin)) all += f.id;
    }
#ifdef TREATISE_TEST_TOML
    if (argc > 1) {
        auto const read = read_toml_folder(argv[1]);
        all += read ? std::to_string(read->view().claim_count()) : "not read";
        all += read_toml({{"broken.toml", "[base"}}) ? "read" : "not read";
        auto const laid = read_toml(
            {{"own.toml", "[overlay]\nkey = 'own'\nname = 'Own'\nversion = '1'\nreleased = 2026-01-31\n"}}, np::knowledge);
        all += laid ? std::to_string(laid->view().claim_count()) : laid.error().front().what;
    }
#else
    static_cast<void>(argc), static_cast<void>(argv);
#endif
    std::fwrite(all.data(), 1, all.size(), stdout);
    return all.size() > 10'000 ? 0 : 1;
}
