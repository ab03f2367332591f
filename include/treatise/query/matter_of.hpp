// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/profile.hpp>

namespace treatise::inline v0_3 {

/// The matter on which a claim of that facet tells.
[[nodiscard]] constexpr matter matter_of(knowledge_base const& kb, claim_id c, facet of) {
    switch (of) {
        case facet::warning: {
            auto const* w = kb.payload_if<warned_of>(c);
            if (w == nullptr || w->form == warning_form::label) return matter::label_warning;
            return w->form == warning_form::boxed ? matter::boxed_warning : matter::safety_communication;
        }
        case facet::restriction: {
            auto const* r = kb.payload_if<contraindicated_in>(c);
            if (r == nullptr || r->avoidance == avoidance::caution) return matter::caution;
            return r->avoidance == avoidance::contraindication ? matter::contraindication : matter::avoid;
        }
        case facet::benefit: return matter::benefit;
        case facet::harm: return kb.is<affects>(c) && stands_first<affects>(kb, c) ? matter::serious_harm : matter::harm;
        case facet::recommendation:
        case facet::use: return matter::guidance;
        case facet::approval:
        case facet::control: return matter::approval;
        case facet::consideration: return matter::practical;
        case facet::coverage: return matter::coverage;
        case facet::provider: return matter::provider;
        case facet::mechanism: return matter::mechanism;
    }
    return matter::practical;
}
[[nodiscard]] constexpr matter matter_of(knowledge_base const& kb, statement const& s) {
    return matter_of(kb, s.claim, s.facet);
}

}  // namespace treatise::inline v0_3
