// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <cstdint>

// A newer edition replaces an older one statement by statement: where it is silent, the older statement stays.
namespace treatise::inline v0_3 {

/// When the claim was published: its own date, or else its source's.
constexpr date published(knowledge_base const& kb, claim_id c) {
    auto const& said = kb.said(c);
    return said.published ? said.published : kb.details(said.source).published;
}

/// Whether `newer` is a later edition of `older`, over a few editions at most: linear in the 64 nearest.
[[nodiscard]] constexpr bool is_later_edition(knowledge_base const& kb, id<source> newer, id<source> older) {
    constexpr std::uint32_t most = 64;
    std::uint32_t reached[most];  // an array and no vector: asked in queries that allocate nothing
    std::uint32_t size = 0;
    auto const add_before = [&](id<source> of) {
        auto const before = kb.objects<supersedes>(of);
        for (std::uint32_t i = 0; i != before.size(); ++i) {
            bool known = size == most;
            for (std::uint32_t j = 0; j != size && !known; ++j) known = reached[j] == before[i].value;
            if (!known) reached[size++] = before[i].value;
        }
    };
    add_before(newer);
    for (std::uint32_t i = 0; i != size; ++i) {
        if (reached[i] == older.value) return true;
        add_before(kb.as<source>(id<entity>::from_number(reached[i])));
    }
    return false;
}

/// Whether two sources are two documents, neither an edition of the other.
[[nodiscard]] constexpr bool are_two_documents(knowledge_base const& kb, id<source> a, id<source> b) {
    return a != b && !is_later_edition(kb, a, b) && !is_later_edition(kb, b, a);
}
/// Whether two claims are of two such documents.
[[nodiscard]] constexpr bool are_two_documents(knowledge_base const& kb, claim_id a, claim_id b) {
    return are_two_documents(kb, kb.said(a).source, kb.said(b).source);
}

namespace graph_detail {

constexpr bool same_causes(knowledge_base const& kb, many<id<cause>> a, many<id<cause>> b) {
    auto const all_in = [](auto const& these, auto const& those) {
        for (auto x : these) {
            bool found = false;
            for (auto y : those) found = found || x == y;
            if (!found) return false;
        }
        return true;
    };
    return a == b || (all_in(kb[a], kb[b]) && all_in(kb[b], kb[a]));
}

/// What the payload adds to the matter of a claim: for which purpose, paid by whom, compared with what, in which form.
///
/// The heading of a section does not take the place of a box, and a box not that of a section that says more.
template <class Payload>
constexpr bool same_question(Payload const& a, Payload const& b) {
    if constexpr (requires { a.intent; })
        if (a.intent != b.intent) return false;
    if constexpr (requires { a.payer; })
        if (a.payer != b.payer) return false;
    if constexpr (requires { a.form; })
        if (a.form != b.form) return false;
    if constexpr (requires { a.comparator; })
        if (a.comparator != b.comparator || a.compared_with != b.compared_with) return false;
    return true;
}

struct question_comparer {
    knowledge_base const& kb;
    claim_id a, b;
    bool& same;

    template <class Relation>
    constexpr void operator()() const {
        same = same_question(kb.payload<Relation>(a), kb.payload<Relation>(b));
    }
};

}  // namespace graph_detail

/// Whether two claims speak of the same thing: relation, option, object, causes, purpose, payer, comparator and the form of a
/// warning are equal.
constexpr bool same_thing(knowledge_base const& kb, claim_id a, claim_id b) {
    auto const r = kb.relation(a);
    if (r != kb.relation(b) || kb.subject(a) != kb.subject(b) || kb.object(a) != kb.object(b)) return false;
    if (!graph_detail::same_causes(kb, kb.said(a).about, kb.said(b).about)) return false;
    bool same = true;
    with_claim_relation(r, graph_detail::question_comparer{kb, a, b, same});
    return same;
}

/// The claim that has replaced this one by `as_of`: what the latest edition that speaks of the same thing says.
///
/// None where no later edition speaks of it. Of a claim that is marked superseded, also what its own source says later.
/// Constant where the source has no later edition; else linear in the claims with the same subject and object.
[[nodiscard]] constexpr claim_id replaced_by(knowledge_base const& kb, claim_id c, date as_of = {}) {
    auto const r = kb.relation(c);
    auto const& said = kb.said(c, r);
    bool const marked = said.status == claim_status::superseded;
    if (!marked && kb.in_ids<supersedes>(said.source).empty()) return {};
    auto const subject = kb.subject(c);
    auto const object = kb.object(c);
    auto const same_ends = [&](claim_id n) { return kb.object(n) == object && kb.subject(n) == subject; };
    auto const later = [&](claim_id n, claim_id than) {
        auto const x = kb.said(n, r).source, y = kb.said(than, r).source;
        return x == y ? marked && published(kb, than) < published(kb, n) : is_later_edition(kb, x, y);
    };
    // Claims of one relation with the same ends stand together.
    auto const all = kb.edges_of(r);
    auto first = c.value, last = c.value + 1;
    while (first > all.first && same_ends(claim_id::from_number(first - 1))) --first;
    while (last < all.last && same_ends(claim_id::from_number(last))) ++last;
    claim_id found;
    for (auto i = first; i < last; ++i) {
        auto const n = claim_id::from_number(i);
        if (n == c || kb.layer(n) > kb.layer(c) || !later(n, c) || !same_thing(kb, n, c)) continue;  // no overlay replaces
        if (kb.said(n, r).status == claim_status::withdrawn || (as_of && published(kb, n) > as_of)) continue;
        if (!found || later(n, found)) found = n;
    }
    return found;
}

/// Whether the claim has stepped back by `as_of`: it was replaced, or is marked superseded.
///
/// A warning or a contraindication that is marked steps back only when what replaced it is in the base.
constexpr bool has_stepped_back(knowledge_base const& kb, claim_id c, std::uint32_t relation, date as_of = {}) {
    auto const& said = kb.said(c, relation);
    if (said.status == claim_status::current && kb.in_ids<supersedes>(said.source).size() == 0) return false;
    if (said.status == claim_status::superseded && !meaning_of(relation).passes_scopes) return true;
    return static_cast<bool>(replaced_by(kb, c, as_of));
}
/// The same of a claim whose relation the caller knows.
template <claim_relation Relation>
[[nodiscard]] constexpr bool has_stepped_back(knowledge_base const& kb, claim_id c, date as_of = {}) {
    return has_stepped_back(kb, c, relation_number<Relation>, as_of);
}

}  // namespace treatise::inline v0_3
