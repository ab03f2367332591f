// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "request.hpp"

#include <treatise/graph/problem.hpp>
#include <treatise/graph/storage.hpp>
#include <treatise/model/expected.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::tool {

/// Of paths of knowledge, a message for each where nothing is.
std::vector<std::string> missing_among(std::vector<std::string> const& paths);

/// Where claims stand in the knowledge files of a call, by their ids.
class claim_locations {
    std::map<std::string, location> places_{};

public:
    claim_locations() = default;
    explicit claim_locations(std::string const& path) { add(path); }

    /// Those of a folder of TOML files, or of one file; a snapshot, and an empty path, has none.
    void add(std::string const& path);
    /// Where the claim stands; nowhere where no file here has that id.
    location operator()(std::string_view id) const;
};

/// A text file whole; refuses one that is not there, cannot be read or is larger than 32 MB.
std::string read_text(std::string const& path);

/// A knowledge base and what it looks into, where that is not built in: arrays that were read from files, or a snapshot.
struct knowledge {
    storage owned;
    knowledge_base base = owned.view();
};

/// The base in a snapshot file. Up to 64 MB every number in it is checked, and in larger ones where that is asked for.
expected<knowledge, std::vector<problem>> read_snapshot(std::string const& path, bool verify);

/// The knowledge at a path, checked as thoroughly as it can be: a folder of TOML files, one of them, or a snapshot.
expected<knowledge, std::vector<problem>> read_checked(std::string const& path);

/// What is built in; refuses where nothing is.
knowledge built_in();

/// The base with the files at that path laid on top of it, or their problems; refuses a path that is not there.
expected<knowledge, std::vector<problem>> lay_on(knowledge from, std::string const& path);

/// The knowledge that a call asks: its --knowledge, or what is built in, with its overlays on top.
knowledge open_knowledge(request const&);

/// The knowledge at a path with the overlays of the call on top; refuses with its problems.
knowledge open_knowledge_at(std::string const& path, request const&);

/// The knowledge at a path; refuses with its problems.
knowledge open_knowledge_at(std::string const& path);

/// "3 errors", "1 error".
std::string counted(std::size_t n, std::string_view one, std::string_view several = {});

}  // namespace treatise::tool
