// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <optional>
#include <type_traits>

// What the schema page says that a claim means for an answer, read for one claim.
namespace treatise::inline v0_3 {

namespace query_detail {

/// A member of a relation on the schema page: a constant, or a function of the details of the claim's object.
template <claim_relation Relation, class Meaning>
constexpr auto meaning_for([[maybe_unused]] knowledge_base const& kb, [[maybe_unused]] claim_id c, Meaning meaning) {
    if constexpr (std::is_pointer_v<Meaning>)
        return meaning(kb.details(kb.object<typename Relation::object>(c)));
    else
        return meaning;
}

struct facet_reader {
    knowledge_base const& kb;
    claim_id c;
    std::optional<facet>& found;

    template <class Relation>
    constexpr void operator()() const {
        if constexpr (Relation::option_end != option_end::none) found = meaning_for<Relation>(kb, c, Relation::tells);
    }
};

}  // namespace query_detail

/// The facet that a claim of the relation tells of its option.
template <claim_relation Relation>
    requires(Relation::option_end != option_end::none)
[[nodiscard]] constexpr facet facet_of(knowledge_base const& kb, claim_id c) {
    return query_detail::meaning_for<Relation>(kb, c, Relation::tells);
}
/// The facet of a claim; none where it is about no option, as when a mechanism is implicated in a cause.
[[nodiscard]] constexpr std::optional<facet> facet_of(knowledge_base const& kb, claim_id c) {
    std::optional<facet> found;
    with_claim_relation(kb.relation(c), query_detail::facet_reader{kb, c, found});
    return found;
}

/// Whether a claim of the relation stands first among harms: a regulator's warning, or an outcome of the documented list.
template <claim_relation Relation>
[[nodiscard]] constexpr bool stands_first(knowledge_base const& kb, claim_id c) {
    return query_detail::meaning_for<Relation>(kb, c, Relation::stands_first);
}

/// The option that a claim is about; none where it is about none.
[[nodiscard]] constexpr id<option> option_of(knowledge_base const& kb, claim_id c) {
    switch (meaning_of(kb.relation(c)).option_end) {
        case option_end::subject: return kb.as<option>(kb.subject(c));
        case option_end::object: return kb.as<option>(kb.object(c));
        case option_end::none: break;
    }
    return {};
}

}  // namespace treatise::inline v0_3
