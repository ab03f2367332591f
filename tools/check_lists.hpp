// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "request.hpp"

#include <treatise/graph/claim_lists.hpp>

#include <optional>
#include <string>
#include <vector>

namespace treatise::tool {

/// What a check compares the knowledge with, besides its own rules.
struct asked_of_check {
    std::optional<claim_list> recalls, released;
    date stale_as_of{};
    bool stale_fails = false;
};

/// The lists and the day of a call; refuses files that cannot be read and a day that is none.
asked_of_check asked_of(request const&);

/// What the base at that path must not hold by these lists: recalled claims, broken promises of ids, claims past their date.
void check_against(asked_of_check const&, knowledge_base const&, std::string const& path, std::vector<problem>& errors,
    std::vector<problem>& notes);

}  // namespace treatise::tool
