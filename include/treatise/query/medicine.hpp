// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/neutral_order.hpp>

namespace treatise::inline v0_3 {

/// Whether a class holds medicines: it, or a class above it, is said to.
[[nodiscard]] constexpr bool is_medicine(knowledge_base const& kb, id<therapy_class> c) {
    if (!c) return false;
    bool is = kb.details(c).medicines;
    for (auto e : kb.out<is_a>(c)) is = is || (e.object < c && is_medicine(kb, e.object));
    return is;
}
/// Whether an option is a medicine, by the class it is listed under.
[[nodiscard]] constexpr bool is_medicine(knowledge_base const& kb, id<option> o) { return is_medicine(kb, row_of(kb, o)); }

}  // namespace treatise::inline v0_3
