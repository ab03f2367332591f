// SPDX-License-Identifier: BSL-1.0
#include "fuzz.hpp"
#include "memory_file.hpp"
#include "questions.hpp"

#include <treatise/bulk/drugmechdb.hpp>
#include <treatise/bulk/hetionet.hpp>
#include <treatise/bulk/kgx.hpp>
#include <treatise/bulk/mapping_toml.hpp>
#include <treatise/bulk/obo.hpp>
#include <treatise/bulk/pharmacotherapydb.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// The readers of graphs. An input is one file or several: a line "%% NAME" begins the file of that name.
namespace fuzz {

namespace {

using namespace treatise;
using reader = bulk_result (*)(std::vector<std::string> const&, mapping_rules, bulk_options const&);

/// The names that a file may have: their endings say how it is read. Of two that a line begins with the later counts.
constexpr std::string_view file_names[]{"a.tsv", "b.tsv", "a.csv", "b.csv", "a.json", "a.jsonl", "b.jsonl", "a.obo", "a.yaml"};

memory_file const& file_named(std::string_view name) {
    static std::map<std::string, std::unique_ptr<memory_file>, std::less<>> files;
    auto& file = files[std::string{name}];
    if (!file) file = std::make_unique<memory_file>(std::string{name});
    return *file;
}

std::vector<std::string> files_of(std::string_view input, std::string_view usual) {
    std::vector<std::string> paths;
    auto const put = [&](std::string_view name, std::string_view bytes) {
        auto const& file = file_named(name);
        file.write(bytes);
        if (std::find(paths.begin(), paths.end(), file.path()) == paths.end()) paths.push_back(file.path());
    };
    auto name = usual;
    std::string body;
    bool begun = false;
    while (!input.empty()) {
        auto const line = input.substr(0, (std::min)(input.find('\n'), input.size() - 1) + 1);
        input.remove_prefix(line.size());
        if (!line.starts_with("%% ")) {
            body += line;
            continue;
        }
        if (begun || !body.empty()) put(name, body);
        begun = true, name = usual, body.clear();
        for (auto n : file_names)
            if (line.substr(3).starts_with(n)) name = n;
    }
    put(name, body);
    return paths;
}

std::size_t read_and_ask(reader read, mapping_rules rules, std::string_view input, std::string_view usual, bool own) {
    bulk_options how;
    how.threads = 1, how.block = input.size() % 2 != 0 ? 32 : block_reader::usual_size;
    auto const paths = files_of(input, usual);
    auto const made = read(paths, std::move(rules), how);
    for (auto const& r : made.report.refusals()) expect(!r.what.empty(), "a row is refused with what is wrong");
    expect(!to_string(made.report).empty(), "there is always a report");
    if (!made.made) {
        expect(own, "what a graph has becomes a base, whatever else it has");
        return 0;
    }
    auto const kb = made.made->view();
    for (std::uint32_t n = 0; n != kb.entity_count(); ++n) {
        auto const e = id<entity>::from_number(n);
        expect(own || is_clean(kb.name(e)), "names are clean");
        expect(is_key(kb.key(e)), "keys are keys");
    }
    // A base of its head alone is one, too; only one with something in it is worth a question.
    return made.report.entities == 0 ? 0 : 1 + ask(kb, question_of(input));
}

std::size_t run_hetionet(std::string_view s) { return read_and_ask(read_hetionet, hetionet_mapping(), s, "a.tsv", false); }
std::size_t run_kgx(std::string_view s) {
    return read_and_ask(read_kgx, biolink_mapping(), s, "a.tsv", s.find("treatise_kind") != s.npos);
}
std::size_t run_obo(std::string_view s) { return read_and_ask(read_obo, obo_mapping(), s, "a.obo", false); }
std::size_t run_drugmechdb(std::string_view s) { return read_and_ask(read_drugmechdb, drugmechdb_mapping(), s, "a.yaml", false); }
std::size_t run_pharmacotherapydb(std::string_view s) {
    return read_and_ask(read_pharmacotherapydb, pharmacotherapydb_mapping(), s, "a.tsv", false);
}
std::size_t run_mapping(std::string_view input) {
    auto rules = read_mapping({"m.toml", std::string{input}}, hetionet_mapping());
    if (!rules) {
        expect(!rules.error().empty(), "a mapping is refused with what is wrong");
        for (auto const& p : rules.error()) expect(p.where.file == "m.toml" && !p.what.empty(), "a problem says where and what");
        return 0;
    }
    constexpr std::string_view graph =
        "%% a.tsv\nid\tname\tkind\nC1\tAlpha\tCompound\nD1\tPain\tDisease\nP1\tClass\tPharmacologic Class\nG1\tg\tGene\n"
        "%% b.tsv\nsource\tmetaedge\ttarget\nC1\tCtD\tD1\nP1\tPCiC\tC1\nD1\tDaG\tG1\nC1\tCbG\tG1\n";
    // Of the columns that a mapping names, only the reader of KGX takes notice.
    auto const by_columns = read_and_ask(read_kgx, *rules, graph, "a.tsv", true);
    return by_columns + read_and_ask(read_hetionet, std::move(*rules), graph, "a.tsv", true) + 1;
}

}  // namespace

target const targets::hetionet{"hetionet", run_hetionet};
target const targets::kgx{"kgx", run_kgx};
target const targets::obo{"obo", run_obo};
target const targets::drugmechdb{"drugmechdb", run_drugmechdb};
target const targets::pharmacotherapydb{"pharmacotherapydb", run_pharmacotherapydb};
target const targets::mapping{"mapping", run_mapping};

}  // namespace fuzz
