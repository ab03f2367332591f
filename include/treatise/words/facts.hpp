// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/query/claim_counts.hpp>
#include <treatise/query/matter.hpp>
#include <treatise/words/stances.hpp>
#include <treatise/words/vocabulary.hpp>

#include <cstddef>
#include <string>
#include <string_view>

// The words of what an app asks.
namespace treatise::inline v0_3 {

/// Of what an answer tells: "Benefit", "Boxed warnings".
[[nodiscard]] constexpr std::string_view say(language const& l, matter m) {
    switch (m) {
        case matter::guidance: return l[message::matter_guidance];
        case matter::approval: return l[message::matter_approval];
        case matter::benefit: return l[message::matter_benefit];
        case matter::harm: return l[message::matter_harm];
        case matter::boxed_warning: return l[message::matter_boxed_warning];
        case matter::contraindication: return l[message::matter_contraindication];
        case matter::avoid: return l[message::matter_avoid];
        case matter::safety_communication: return l[message::matter_safety_communication];
        case matter::serious_harm: return l[message::matter_serious_harm];
        case matter::caution: return l[message::matter_caution];
        case matter::label_warning: return l[message::matter_label_warning];
        case matter::practical: return l[message::matter_practical];
        case matter::coverage: return l[message::matter_coverage];
        case matter::mechanism: return l[message::matter_mechanism];
        case matter::provider: return l[message::matter_provider];
    }
    return {};
}

namespace words_detail {

/// The name of a facet where its claims are counted.
[[nodiscard]] constexpr std::string_view counted(language const& l, facet f) {
    if (f == facet::restriction) return l[message::counted_restrictions];
    return f == facet::mechanism ? l[message::counted_mechanisms] : say(l, f);
}

/// A side where its claims are counted: a source that states a harm, a warning or a mechanism is not in favor of it.
[[nodiscard]] constexpr std::string_view side_counted(language const& l, facet f, stance s) {
    bool const has_sides = f == facet::benefit || f == facet::recommendation;
    return s == stance::in_favour && !has_sides ? l[message::counted_reporting] : say(l, s);
}

}  // namespace words_detail

/// "Benefit 24 in favor, 3 no important difference; Harms 12": the claims by facet and stance.
[[nodiscard]] inline std::string say(language const& l, claim_counts const& counts) {
    std::string all;
    for (std::size_t i = 0; i != words_of<facet>.size(); ++i) {
        auto const f = static_cast<facet>(i);
        auto const total = counts.of(f);
        if (total == 0) continue;
        std::string sides;
        for (std::size_t n = 0; n != words_of<stance>.size(); ++n)
            if (auto const s = static_cast<stance>(n); counts.of(f, s) != 0)
                append_part(sides, std::to_string(counts.of(f, s)) + ' ' + std::string{words_detail::side_counted(l, f, s)});
        // A warning, a harm or a mechanism is not "in favor": a number alone where every claim states it.
        bool const has_sides = f == facet::benefit || f == facet::recommendation || counts.of(f, stance::in_favour) != total;
        append_part(all, std::string{words_detail::counted(l, f)} + ' ' + (has_sides ? sides : std::to_string(total)), "; ");
    }
    return all;
}

}  // namespace treatise::inline v0_3
