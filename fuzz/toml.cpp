// SPDX-License-Identifier: BSL-1.0
#include "fuzz.hpp"
#include "questions.hpp"
#include "toml_mutation.hpp"

#include <treatise/model/seen_text.hpp>
#include <treatise/toml/overlay.hpp>
#include <treatise/toml/read.hpp>

#include <string>
#include <vector>

#include "fixtures.hpp"

// Knowledge files: as a base of their own, and laid on top of one.
namespace fuzz {

namespace {

using namespace treatise;
using made_or_problems = expected<storage, std::vector<problem>>;

constexpr std::string_view head =
    "[base]\nkey = \"f\"\nname = \"F\"\nversion = \"1\"\neditors = \"e\"\nnotice = \"n\"\nreleased = 2024-10-01\n";

/// Every problem says where and what, on one line that a terminal prints as it is.
void expect_problems(std::vector<problem> const& problems) {
    expect(!problems.empty(), "what is no base has a problem");
    for (auto const& p : problems) {
        expect(!p.what.empty(), "a problem says what is wrong");
        auto const line = to_string(p);
        expect(
            !unseen_in(line) && line.find_first_of("\t\n") == line.npos, "a problem is one line, of characters that people see");
    }
}

std::size_t compared(made_or_problems const& made, std::string_view input, knowledge_base const* below) {
    if (!made) return expect_problems(made.error()), 0;
    return ask(made->view(), question_of(input), below) + 1;
}

std::size_t run_toml(std::string_view input) {
    std::vector<toml_file> files{{"a.toml", std::string{input}}};
    if (input.find("[base]") == input.npos) files.push_back({"base.toml", std::string{head}});
    return compared(read_toml(files), input, nullptr);
}

std::size_t run_overlay(std::string_view input) {
    auto const& below = fixture::knee();
    return compared(read_toml({{"own.toml", std::string{input}}}, below), input, &below);
}

}  // namespace

target const targets::toml{"toml", run_toml, mutate_toml};
target const targets::overlay{"overlay", run_overlay, mutate_overlay};

}  // namespace fuzz
