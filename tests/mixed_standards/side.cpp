// SPDX-License-Identifier: BSL-1.0
// Compiled three times: -DSIDE=side_a -std=c++20, side_b in C++23, side_c in C++26.
#include "sides.hpp"

#include <treatise/toml/read.hpp>

#include <string_view>
#include <utility>

namespace mixed {
namespace {

constexpr std::string_view small_base = R"toml([base]
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
)toml";

base_or_problems read_base(bool damaged) {
    return treatise::read_toml({{"small.toml", std::string{small_base} + (damaged ? "is_a = [" : "")}});
}

snapshot_or_problem open_snapshot(std::string const& path) { return treatise::snapshot::open_verified(path); }

absolute_or_reason of_100(bool without_baseline) {
    treatise::effect e;
    e.statistic = treatise::statistic::risk_ratio;
    e.value = treatise::decimal{15, 1};
    if (without_baseline) return treatise::absolute(e);
    return treatise::absolute(e, treatise::percent{treatise::decimal{30, 0}});
}

bool is_small_base(treatise::knowledge_base const& kb) {
    return kb.entity_count() == 2 && kb.key(treatise::id<treatise::entity>::from_number(0)) == "pain" &&
           kb[kb.base().version] == "1.2.3" && kb.name(treatise::id<treatise::entity>::from_number(1)) == "Late pain";
}

bool sees_base(base_or_problems read, bool damaged) {
    if (damaged) return !read && read.error().size() == 1 && !read.error()[0].what.empty();
    if (!read || !read.error().empty()) return false;
    auto const owner = *std::move(read);
    return is_small_base(owner.view());
}

bool sees_snapshot(snapshot_or_problem opened, bool missing) {
    if (missing) return !opened && !opened.error().what.empty();
    if (!opened) return false;
    auto const owner = *std::move(opened);
    return is_small_base(owner.view());
}

bool sees_absolute(absolute_or_reason found, bool without_baseline) {
    if (without_baseline) return !found && found.error() == treatise::no_frequency::no_baseline;
    return found && found->with == 45 && found->without == 30;
}

}  // namespace

side const& SIDE() {
    static constexpr side it{__cplusplus, sizeof(base_or_problems) + sizeof(snapshot_or_problem) + sizeof(absolute_or_reason),
        read_base, open_snapshot, of_100, sees_base, sees_snapshot, sees_absolute};
    return it;
}

}  // namespace mixed
