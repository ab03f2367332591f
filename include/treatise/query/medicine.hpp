// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/walk.hpp>
#include <treatise/query/neutral_order.hpp>

#include <cstdint>
#include <vector>

namespace treatise::inline v0_3 {

/// Which classes hold medicines: those that are said to, and all that stand under one.
///
/// The first question goes over the classes of the base once, linear in them and in what joins them; each then takes a step. Made
/// of one base, which must outlive it; not for two threads.
class medicine_classes {
    knowledge_base kb_{};
    entity_range<id<therapy_class>> all_{};
    std::vector<std::uint8_t> is_{};
    bool walked_ = false;

    constexpr void walk_all() {
        walked_ = true;
        all_ = kb_.all<therapy_class>();
        is_.assign(all_.size(), 0);
        for (std::uint32_t i = 0; i != all_.size(); ++i) {  // what stands above a class stands before it
            is_[i] = kb_.details(all_[i]).medicines;
            for (auto e : kb_.out<is_a>(all_[i]))
                if (auto const up = all_.slot(e.object); up < i && is_[up] != 0) is_[i] = 1;
        }
    }

public:
    constexpr medicine_classes() = default;
    constexpr explicit medicine_classes(knowledge_base const& kb) : kb_{kb} {}
    /// Forgets what was walked, for another question, of another base perhaps; keeps its memory.
    constexpr void clear(knowledge_base const& kb) {
        kb_ = kb;
        walked_ = false;
    }

    /// Whether an option is a medicine, by the class it is listed under; whether a class holds medicines.
    [[nodiscard]] constexpr bool has(id<option> o) {
        auto const c = row_of(kb_, o);
        if (!c) return false;
        if (kb_.details(c).medicines) return true;
        if (!walked_) walk_all();
        auto const i = all_.slot(c);
        return i < is_.size() && is_[i] != 0;
    }
};

/// Whether an option is a medicine, by the class it is listed under; whether a class holds medicines. Linear in the classes above
/// it; `medicine_classes` answers for many.
[[nodiscard]] constexpr bool is_medicine(knowledge_base const& kb, id<option> o) {
    auto const above = with_all_above(kb, row_of(kb, o));
    for (auto c : above.reached())
        if (kb.details(c).medicines) return true;
    return false;
}

}  // namespace treatise::inline v0_3
