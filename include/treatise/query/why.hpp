// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/around.hpp>
#include <treatise/query/statements.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace treatise::inline v0_3 {

namespace query_detail {

struct exception_reader {
    knowledge_base const& kb;
    claim_id c;
    many<id<option>>& found;

    template <class Relation>
    constexpr void operator()() const {
        if constexpr (requires(typename Relation::payload p) { p.except; }) found = kb.payload<Relation>(c).except;
    }
};

}  // namespace query_detail

/// Whether the claim leaves the option out by name, or the therapy that the option is a form of.
[[nodiscard]] constexpr bool is_excepted(knowledge_base const& kb, claim_id c, id<option> o) {
    many<id<option>> except{};
    with_claim_relation(kb.relation(c), query_detail::exception_reader{kb, c, except});
    if (except.empty()) return false;
    auto const names = [&](id<option> x) {
        for (auto e : kb[except])
            if (e == x) return true;
        return false;
    };
    if (names(o)) return true;
    for (auto above : wider_options(kb, o))
        if (names(above)) return true;
    return false;
}

namespace query_detail {

constexpr bool bears(knowledge_base const& kb, statement const& s, bearing how) {
    if (how == bearing::all || s.first || s.facet == facet::warning || s.facet == facet::restriction) return true;
    auto const concludes = kb.stance(s.claim);
    return how == bearing::guidance && s.facet == facet::recommendation &&
           (concludes == stance::in_favour || concludes == stance::against);
}

}  // namespace query_detail

/// Every claim behind an option for a cause, the excluded ones among them, whatever the intent unless the scope names some; also
/// those that a newer edition has replaced, which no table shows, each with what has replaced it.
///
/// Of a medicine also what is said of its forms, of a form what is said of the medicine, of a class what is said of the therapies
/// listed under it; of the classes above, of what else stands under a class, and of the parts of a combination what protects.
constexpr std::vector<statement> why(knowledge_base const& kb, id<cause> asked, id<option> o, scope s = {}) {
    s.superseded = true;
    if (s.intents == scope{}.intents) s.intents = {};
    relevance const near{kb, asked};
    std::vector<statement> found;
    query_detail::statement_search search{kb, near, s, found};
    for (auto const& x : options_around(kb, o)) {
        auto const before = found.size();
        search.add_all(x.option, x.of);
        auto const first = found.begin() + static_cast<std::ptrdiff_t>(before);
        bool const from_above = x.of == said_of::whole || x.of == said_of::its_class || x.of == said_of::part;
        found.erase(std::remove_if(first, found.end(),
                        [&](statement const& made) {
                            return !query_detail::bears(kb, made, x.bears) ||
                                   (from_above && is_excepted(kb, made.claim, o));
                        }),
            found.end());
    }
    std::sort(found.begin(), found.end(), query_detail::stands_before);
    return found;
}

}  // namespace treatise::inline v0_3
