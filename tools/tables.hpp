// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "arguments.hpp"

#include <treatise/table/compare_options.hpp>
#include <treatise/table/comparison.hpp>

namespace treatise::tool {

/// A table as it was asked for.
struct table_asked {
    id<cause> about{};
    treatise::view view{};
    scope narrowed{};
    treatise::compare_options how{};
};

/// What a call asks of a table; refuses it with all that is wrong.
table_asked asked_table(request const&, knowledge_base const&, argument_reader&);

comparison compare(knowledge_base const&, table_asked const&);

}  // namespace treatise::tool
