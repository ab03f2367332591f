// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/attributes.hpp>
#include <treatise/graph/knowledge_base.hpp>
#include <treatise/graph/succession.hpp>

#include <algorithm>
#include <cstdint>
#include <type_traits>
#include <vector>

// What is worked out once, when a base is made, so that a question reads it: how each claim stands, and what lists an option
// for each cause. The reader of snapshots works it out again.
namespace treatise::inline v0_3 {

namespace graph_detail {

struct intent_reader {
    knowledge_base const& kb;
    claim_id c;
    intent& found;

    template <class Relation>
    constexpr void operator()() const {
        if constexpr (requires(typename Relation::payload p) { p.intent; }) found = kb.payload<Relation>(c).intent;
    }
};

struct listing_reader {
    knowledge_base const& kb;
    claim_id c;
    bool& lists;

    template <class Relation>
    constexpr void operator()() const {
        if constexpr (std::is_function_v<decltype(Relation::lists)>)
            lists = Relation::lists(kb.details(kb.object<typename Relation::object>(c)));
        else
            lists = Relation::lists;
    }
};

}  // namespace graph_detail

/// For which purpose the claim speaks; relieving the symptoms, where it does not say.
[[nodiscard]] constexpr intent intent_of(knowledge_base const& kb, claim_id c, std::uint32_t relation) {
    intent found{};
    with_claim_relation(relation, graph_detail::intent_reader{kb, c, found});
    return found;
}

/// Whether the claim makes its option a candidate for the causes that it is about.
[[nodiscard]] constexpr bool lists_option(knowledge_base const& kb, claim_id c, std::uint32_t relation) {
    bool lists = false;
    with_claim_relation(relation, graph_detail::listing_reader{kb, c, lists});
    return lists;
}

/// The marks of a claim, worked out from what it says; `replaced` is of the same base. Asked of claim after claim, it is linear
/// in them and in the editions of the sources of each pair of ends, but for sorting.
[[nodiscard]] constexpr claim_marks marks_of(knowledge_base const& kb, successions& replaced, claim_id c, std::uint32_t r) {
    unsigned bits = 0;
    if (kb.said(c, r).status == claim_status::withdrawn || replaced.has_stepped_back(c, r)) bits |= claim_marks::stepped_back;
    if (!is_usual(intent_of(kb, c, r))) bits |= claim_marks::other_intent;
    if (kb.details(kb.as<therapy>(kb.subject(c))).reference) bits |= claim_marks::of_reference;
    if (attribute(kb, c, knowledge_level_attribute) == predicted_level) bits |= claim_marks::predicted;
    return {static_cast<std::uint8_t>(bits)};
}

/// The two columns that say which claims list an option for a cause.
struct listing_columns {
    std::vector<std::uint32_t> begin{}, claims{};
};

/// Works out which claims list an option for each cause itself. Linear in the claims about causes, but for sorting; none of a
/// wider or narrower cause is among them, so their number is that of the causes that the claims name.
[[nodiscard]] inline listing_columns listing_of(knowledge_base const& kb) {
    listing_columns made;
    std::vector<std::uint32_t> of_one;
    made.begin.push_back(0);
    for (auto about : kb.all<cause>()) {
        of_one.clear();
        for (std::uint32_t r = structure::size; r != relations::size; ++r)
            if (meaning_of(r).may_list)
                for (auto c : kb.about_ids(r, about))
                    if (lists_option(kb, c, r) && kb.said(c, r).status != claim_status::withdrawn &&
                        !kb.marks(c, r).is_of_reference())
                        of_one.push_back(c.value);
        auto const subject = [&](std::uint32_t c) { return kb.subject(claim_id::from_number(c)).value; };
        std::sort(of_one.begin(), of_one.end(),
            [&](auto x, auto y) { return subject(x) != subject(y) ? subject(x) < subject(y) : x < y; });
        made.claims.insert(made.claims.end(), of_one.begin(), of_one.end());
        made.begin.push_back(static_cast<std::uint32_t>(made.claims.size()));
    }
    if (made.claims.empty()) made.begin.clear();
    return made;
}

}  // namespace treatise::inline v0_3
