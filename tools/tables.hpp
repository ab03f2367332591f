// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "arguments.hpp"

#include <treatise/audit/finding.hpp>
#include <treatise/table/comparison.hpp>

#include <vector>

namespace treatise::tool {

/// The preset of a call with its --columns and --all; what is wrong with them goes to the reader.
preset asked_table(request const&, knowledge_base const&, argument_reader&);

/// Whether the call asks for the plain layer; refuses a layer that there is none of, and what is not for it.
bool is_plain(request const&);
result compare_plain(request const&);
result audit_plain(request const&);

/// What an audit found, in the format of the call; its code is 1 where there is an error.
result tell_findings(request const&, comparison const&, std::vector<audit_finding> const&);

}  // namespace treatise::tool
