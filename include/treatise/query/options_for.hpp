// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/asked_scope.hpp>
#include <treatise/query/meaning.hpp>
#include <treatise/query/neutral_order.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

// The edges of the base from the other side: which options affect an outcome, act by a mechanism, are paid for, are warned of.
namespace treatise::inline v0_3 {

/// What an option can be found by besides its causes.
using aside = one_of<mechanism, outcome, circumstance, consideration, payer, profession>;

/// A claim of an option on what was asked about.
struct option_claim {
    id<treatise::option> option{};
    claim_id claim{};
    treatise::facet facet{};
    treatise::stance stance{};
    applicability applies{};  ///< to the asked cause; exact where none was asked

    friend constexpr bool operator==(option_claim const&, option_claim const&) = default;
};

/// The options of which sources say something on one thing, in the neutral order, each with its claims.
struct options_found {
    id<treatise::aside> asked{};
    std::vector<id<entity>> also{};  ///< what was looked at with it: the kinds of it; of a complaint, its other names
    std::vector<option_claim> claims{};  ///< those of one option are neighbours
    std::uint32_t options = 0;
};

/// The thing itself, what stands under it by `is_a`, and the outcomes of one family with it: drowsiness, somnolence, sedation.
[[nodiscard]] constexpr std::vector<id<entity>> with_kinds_of(knowledge_base const& kb, id<entity> e) {
    std::vector<id<entity>> all{e};
    std::vector<std::uint8_t> known(kb.entity_count(), 0);
    if (e.value < known.size()) known[e.value] = 1;
    auto const add = [&](id<entity> x) {
        if (x.value >= known.size() || known[x.value] != 0) return;
        known[x.value] = 1;
        all.push_back(x);
    };
    if (auto const o = kb.as<outcome>(e))
        if (auto const family = kb[kb.details(o).family]; !family.empty())
            for (auto other : kb.all<outcome>())
                if (kb[kb.details(other).family] == family) add(other);
    for (std::size_t i = 0; i != all.size(); ++i)
        for (auto below : kb.in_ids<is_a>(all[i])) add(kb.subject(below));
    return all;
}

namespace query_detail {

struct aside_search {
    knowledge_base const& kb;
    relevance const* relevant;  ///< null: whatever the cause
    asked_scope& narrowed;
    std::vector<option_claim>& found;

    constexpr void add(claim_id c, std::uint32_t r) const {
        auto const of = option_of(kb, c);
        if (!of || !in_scope(of, narrowed)) return;
        if (auto const t = kb.as<therapy>(of); t && kb.details(t).reference) return;
        auto const applies = relevant ? relevant->of(c, r) : applicability::exact;
        if (in_scope(c, r, applies, narrowed)) found.push_back({of, c, *facet_of(kb, c), kb.stance(c, r), applies});
    }
    constexpr void add_all(id<entity> e) const {
        for (std::uint32_t r = structure::size; r != relations::size; ++r) {
            auto const& meaning = meaning_of(r);
            if (meaning.option_end == option_end::subject)
                for (auto c : kb.in_ids(r, e)) add(c, r);
            if (meaning.option_end == option_end::object)
                for (auto c : kb.out_ids(r, e)) add(c, r);
            if (meaning.has_payer && kb.as<payer>(e))
                for (auto c : kb.edges_of(r))
                    if (payer_of(kb, c) == e) add(c, r);
        }
    }
};

constexpr void put_in_neutral_order(knowledge_base const& kb, options_found& made) {
    struct placed {
        neutral_place place;
        option_claim of;
    };
    std::vector<placed> all;
    std::vector<id<therapy_class>> above;
    all.reserve(made.claims.size());
    for (auto const& c : made.claims) all.push_back({neutral_place_of(kb, c.option, above), c});
    std::sort(all.begin(), all.end(), [](placed const& a, placed const& b) {
        if (a.place != b.place) return a.place < b.place;
        if (a.of.facet != b.of.facet) return a.of.facet < b.of.facet;
        if (a.of.applies != b.of.applies) return a.of.applies < b.of.applies;
        return a.of.claim < b.of.claim;
    });
    for (std::size_t i = 0; i != all.size(); ++i) {
        made.claims[i] = all[i].of;
        made.options += i == 0 || all[i].of.option != all[i - 1].of.option;
    }
}

constexpr options_found options_for(knowledge_base const& kb, id<aside> what, relevance const* relevant, scope const& s) {
    options_found made;
    made.asked = what;
    if (!what) return made;
    made.also = with_kinds_of(kb, what);
    asked_scope narrowed{kb, s};
    aside_search const search{kb, relevant, narrowed, made.claims};
    for (auto e : made.also) search.add_all(e);
    made.also.erase(made.also.begin());
    put_in_neutral_order(kb, made);
    return made;
}

}  // namespace query_detail

/// Which options sources speak of on one thing: that affect an outcome, cause a side effect, act by a mechanism, involve a
/// consideration, are warned of or contraindicated in a circumstance, are paid for by a payer, are provided by a profession.
///
/// Claims on each side, for and against, whatever the cause. A class stands for itself: what is said of it is not repeated for
/// what stands in it. Linear in the claims on it; of a payer, in all claims on coverage.
[[nodiscard]] constexpr options_found options_for(knowledge_base const& kb, id<aside> what, scope const& s = {}) {
    return query_detail::options_for(kb, what, nullptr, s);
}
/// The same of claims that apply to a cause.
[[nodiscard]] constexpr options_found options_for(
    knowledge_base const& kb, id<aside> what, id<cause> asked, scope const& s = {}) {
    relevance const relevant{kb, asked};
    return query_detail::options_for(kb, what, &relevant, s);
}

}  // namespace treatise::inline v0_3
