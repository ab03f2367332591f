// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/gather.hpp>

namespace treatise::inline v0_3 {

/// The matter on which a statement tells.
[[nodiscard]] constexpr matter matter_of(knowledge_base const& kb, statement const& s) {
    return query_detail::matter_of_claim(kb, s.claim, s.facet, s.first);
}

/// Whether anything of the facet can stand in a set of matters; an empty set restricts nothing.
[[nodiscard]] constexpr bool tells(set_of<matter> some, facet f) {
    switch (f) {
        case facet::warning:
            return some.allows(matter::boxed_warning) || some.allows(matter::safety_communication) ||
                   some.allows(matter::label_warning);
        case facet::restriction:
            return some.allows(matter::contraindication) || some.allows(matter::avoid) || some.allows(matter::caution);
        case facet::harm: return some.allows(matter::harm) || some.allows(matter::serious_harm);
        case facet::benefit: return some.allows(matter::benefit);
        case facet::recommendation:
        case facet::use: return some.allows(matter::guidance);
        case facet::approval:
        case facet::control: return some.allows(matter::approval);
        case facet::consideration: return some.allows(matter::practical);
        case facet::coverage: return some.allows(matter::coverage);
        case facet::provider: return some.allows(matter::provider);
        case facet::mechanism: return some.allows(matter::mechanism);
    }
    return false;
}

}  // namespace treatise::inline v0_3
