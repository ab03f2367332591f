// SPDX-License-Identifier: BSL-1.0
#include "fuzz.hpp"

#include <array>

namespace fuzz {

std::span<target const* const> all() {
    static constexpr std::array every{&targets::folding, &targets::text, &targets::names, &targets::toml, &targets::overlay,
        &targets::snapshot, &targets::ask, &targets::hetionet, &targets::kgx, &targets::obo, &targets::drugmechdb,
        &targets::pharmacotherapydb, &targets::mapping};
    return every;
}

}  // namespace fuzz
