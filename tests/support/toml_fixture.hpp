// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/graph/problem.hpp>
#include <treatise/graph/storage.hpp>
#include <treatise/model/expected.hpp>
#include <treatise/toml/files.hpp>

#include <string>
#include <string_view>
#include <vector>

// A small base as TOML, made up, to which a test adds a file of its own.
namespace fixture {

inline constexpr std::string_view small_base = R"toml([base]
key = "small-base"
name = "Small base (fixture)"
version = "1.2.3"
editors = "nobody"
notice = "Made up for tests; never for use."
released = 2024-10-01

[[cause]]
key = "pain"
name = "Pain"

[[cause]]
key = "late-pain"
name = "Late pain"
is_a = "pain"

[[therapy_class]]
key = "pills"
name = "Pills"
order = 2

[[therapy]]
key = "alphaprofen"
name = "Alphaprofen"
listed_under = "pills"

[[therapy]]
key = "placebo"
name = "Placebo"
reference = true

[[outcome]]
key = "relief"
name = "relief"
valence = "desirable"

[[jurisdiction]]
key = "fixture-land"
name = "Fixture Land"

[[scheme]]
key = "fixture-grade"
name = "Fixture grade"
strengths = ["strong", "weak"]
certainties = ["high", "moderate", "low"]

[[code_system]]
key = "fixture-codes"
name = "Fixture codes"
uri = "not stated"
edition = "1"
licence = "none"
may_ship = true

[[source]]
key = "trial"
name = "Trial"
kind = "trial"
title = "A trial (fixture)"
authors = "not stated"
published = 2019
)toml";

/// What every claim of a test says; its lines are the last of a claim.
inline std::string const said = "source = \"trial\"\nplace = \"page 1\"\nchecked = 2024-10-01\n";

using made_or_problems = treatise::expected<treatise::storage, std::vector<treatise::problem>>;

/// `read_toml` and `read_toml_folder`, compiled once.
made_or_problems read_files(std::vector<treatise::toml_file> const& files);
made_or_problems read_folder(std::string const& path);

/// The small base with one file more, a.toml.
made_or_problems read_with_small_base(std::string text);

/// The problems of the small base with a.toml, as they are printed; none where it is a base.
std::vector<std::string> problems_of(std::string text);

}  // namespace fixture
