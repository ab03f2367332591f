// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <cstdint>
#include <vector>

namespace treatise::inline v0_3 {

/// The outcomes at the top of the hierarchy above others: less pain, for pain at least halved. The first question walks the
/// hierarchy, linear in it; each then takes a step. Made of one base, which must outlive it; not for two threads.
///
/// Outcomes measured at different thresholds are one matter where the base says, by `is_a`, what they are kinds of.
class broadest_outcomes {
    knowledge_base kb_{};
    entity_range<id<outcome>> all_{};
    std::vector<id<outcome>> top_{};
    bool walked_ = false;

    constexpr void walk_all() {
        walked_ = true;
        all_ = kb_.all<outcome>();
        top_.clear();
        top_.reserve(all_.size());
        for (std::uint32_t i = 0; i != all_.size(); ++i) {  // what stands above an outcome stands before it
            auto const up = kb_.out<is_a>(all_[i]);
            auto const above = up.empty() ? i : all_.slot(up.front().object);
            top_.push_back(above < i ? top_[above] : all_[i]);
        }
    }

public:
    constexpr broadest_outcomes() = default;
    constexpr explicit broadest_outcomes(knowledge_base const& kb) : kb_{kb} {}
    /// Forgets what was walked, for another question, of another base perhaps; keeps its memory.
    constexpr void clear(knowledge_base const& kb) {
        kb_ = kb;
        walked_ = false;
    }

    [[nodiscard]] constexpr id<outcome> above(id<outcome> o) {
        if (kb_.out_ids<is_a>(o).empty()) return o;
        if (!walked_) walk_all();
        auto const i = all_.slot(o);
        return i < top_.size() ? top_[i] : o;
    }
};

}  // namespace treatise::inline v0_3
