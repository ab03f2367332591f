// SPDX-License-Identifier: BSL-1.0
#pragma once

// Answers worked out the slow way, from the record of what went into a random base: sets of keys, no code under test.

#include "random_base.hpp"

#include <treatise/query/applicability.hpp>

#include <set>
#include <string>
#include <vector>

namespace naive {

using keys = std::set<std::string>;
using record = std::vector<fixture::recorded>;

template <class Relation>
bool is(fixture::recorded const& r) {
    return r.relation == treatise::relation_number<Relation>;
}

/// What stands above by `is_a`, without the start.
keys above(record const& all, std::string const& start);

/// What stands below, without the start.
keys below(record const& all, std::string const& start);

/// The causes that a claim speaks of. The state of health of a contraindication is none of them.
keys causes_of(fixture::recorded const& r);

/// How a claim about these causes applies to the one asked for; nothing in a random base is excluded.
treatise::applicability applies(record const& all, keys const& causes, std::string const& asked);

}  // namespace naive
