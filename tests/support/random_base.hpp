// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/graph/storage.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fixture {

/// How much of what `random_base` makes.
struct sizes {
    std::uint32_t causes = 12, classes = 6, therapies = 15, mechanisms = 4, outcomes = 6, circumstances = 3, sources = 3;
    std::uint32_t hierarchy = 18, claims = 90;
};

/// What went into a random base, by keys: nothing of this record went through the code under test.
struct recorded {
    std::uint32_t relation = 0;
    std::string subject, object;
    std::string key, source, place;    ///< of claims
    std::vector<std::string> about;
    treatise::stance stance{};
    std::int32_t payload = 0;  ///< the digits of an effect's value, the intent of a use, the strength of a recommendation
};

/// A base at random, the same for a seed on every machine.
class random_base {
public:
    explicit random_base(std::uint32_t seed, sizes n = {});

    std::vector<recorded> const& record() const { return record_; }
    /// The base, once.
    treatise::storage freeze() { return std::move(owner_); }

private:
    std::vector<recorded> record_;
    treatise::storage owner_;
};

}  // namespace fixture
