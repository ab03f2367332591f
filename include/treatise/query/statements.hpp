// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/scope.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// What a claim is about, as tables and answers group claims. In the order in which they are told: warnings first.
enum class facet : std::uint8_t {
    warning,
    restriction,
    benefit,
    harm,
    recommendation,
    approval,
    use,
    consideration,
    control,
    coverage,
    provider,
    mechanism
};
template <>
inline constexpr std::array<std::string_view, 12> words_of<facet>{"warning", "restriction", "benefit", "harm", "recommendation",
    "approval", "use", "consideration", "control", "coverage", "provider", "mechanism"};

/// Whether a claim is about the option itself, about one of the therapies listed under it, or about a class it belongs to.
enum class said_of : std::uint8_t { itself, member, its_class };
template <>
inline constexpr std::array<std::string_view, 3> words_of<said_of>{"itself", "member", "its_class"};

/// A claim as it bears on one option and one cause.
struct statement {
    claim_id claim;
    treatise::facet facet{};
    treatise::said_of of{};
    treatise::applicability applies{};
    bool first = false;  ///< stands first among harms: a regulator's warning, or an outcome of the documented list
    claim_id replaced_by{};  ///< the claim of a newer edition in its place; only in scopes that show what was replaced

    friend constexpr bool operator==(statement const&, statement const&) = default;
};

/// The facet of a claim whose subject is an option.
constexpr facet facet_of(knowledge_base const& kb, claim_id c, std::uint32_t r) {
    if (r == relation_number<warned_of>) return facet::warning;
    if (r == relation_number<contraindicated_in>) return facet::restriction;
    if (r == relation_number<affects>)
        return kb.details(kb.as<outcome>(kb.object(c))).valence == valence::desirable ? facet::benefit : facet::harm;
    if (r == relation_number<recommended_for>) return facet::recommendation;
    if (r == relation_number<approved_for>) return facet::approval;
    if (r == relation_number<controlled_in>) return facet::control;
    if (r == relation_number<covered_for>) return facet::coverage;
    if (r == relation_number<involves>) return facet::consideration;
    if (r == relation_number<provided_by>) return facet::provider;
    if (r == relation_number<acts_by>) return facet::mechanism;
    return facet::use;
}
constexpr facet facet_of(knowledge_base const& kb, claim_id c) { return facet_of(kb, c, kb.relation(c)); }

namespace query_detail {

constexpr bool stands_first(knowledge_base const& kb, claim_id c, std::uint32_t r) {
    if (r != relation_number<affects>) return r == relation_number<warned_of>;
    auto const& d = kb.details(kb.as<outcome>(kb.object(c)));
    return d.important && d.valence == valence::undesirable;
}

struct statement_search {
    knowledge_base const& kb;
    relevance const& near;
    scope const& narrowed;
    std::vector<statement>& found;

    template <class Relation>
    constexpr void add(id<option> subject, said_of of) {
        for (auto c : kb.out_ids(relation_number<Relation>, subject)) {
            auto const applies = near.of(c, relation_number<Relation>);
            constexpr auto r = relation_number<Relation>;
            if constexpr (requires { kb.payload<Relation>(c).intent; })
                if (!narrowed.intents.allows(kb.payload<Relation>(c).intent) && !stands_first(kb, c, r)) continue;
            if (in_scope(kb, c, r, applies, narrowed))
                found.push_back({c, facet_of(kb, c, r), of, applies, stands_first(kb, c, r),
                    narrowed.superseded ? treatise::replaced_by(kb, c, narrowed.as_of) : claim_id{}});
        }
    }
    constexpr void add_all(id<option> subject, said_of of) {
        add<used_for>(subject, of);
        add<recommended_for>(subject, of);
        add<approved_for>(subject, of);
        add<controlled_in>(subject, of);
        add<covered_for>(subject, of);
        add<contraindicated_in>(subject, of);
        add<warned_of>(subject, of);
        add<affects>(subject, of);
        add<acts_by>(subject, of);
        add<involves>(subject, of);
        add<provided_by>(subject, of);
    }
};

constexpr bool stands_before(statement const& a, statement const& b) {
    if (a.facet != b.facet) return a.facet < b.facet;
    if (a.first != b.first) return a.first;
    if (a.applies != b.applies) return a.applies < b.applies;
    if (a.of != b.of) return a.of < b.of;
    return a.claim < b.claim;
}

}  // namespace query_detail

/// Every claim in the scope about the option and about the therapies listed under it, for the cause of `near`, into a list
/// that the caller keeps; facet by facet, this cause before a wider group. With `classes`, also about the classes it belongs to.
///
/// Without them nothing is allocated once an answer was as long.
constexpr void statements(
    knowledge_base const& kb, relevance const& near, id<option> o, scope const& s, bool classes, std::vector<statement>& found) {
    found.clear();
    query_detail::statement_search search{kb, near, s, found};
    search.add_all(o, said_of::itself);
    if (auto const c = kb.as<therapy_class>(o))
        for (auto e : kb.in<listed_under>(c)) search.add_all(e.subject, said_of::member);
    if (auto const t = kb.as<therapy>(o); t && classes) {
        std::vector<id<therapy_class>> up;
        for (auto e : kb.out<listed_under>(t)) up.push_back(e.object);
        for (auto e : kb.out<member_of>(t)) up.push_back(e.object);
        std::sort(up.begin(), up.end());
        up.erase(std::unique(up.begin(), up.end()), up.end());
        for (auto c : up) search.add_all(c, said_of::its_class);
    }
    std::sort(found.begin(), found.end(), query_detail::stands_before);
}
constexpr std::vector<statement> statements(
    knowledge_base const& kb, relevance const& near, id<option> o, scope const& s = {}, bool classes = false) {
    std::vector<statement> found;
    statements(kb, near, o, s, classes, found);
    return found;
}

/// Mechanisms, benefits, side effects, considerations, coverage, cautions and warnings of an option for the cause of `near`,
/// into a list that the caller keeps: nothing is allocated once an answer was as long.
constexpr void tradeoffs(
    knowledge_base const& kb, relevance const& near, id<option> o, scope const& s, std::vector<statement>& found) {
    statements(kb, near, o, s, false, found);
    std::erase_if(found, [](statement const& x) {
        return x.facet == facet::recommendation || x.facet == facet::approval || x.facet == facet::use ||
               x.applies == applicability::excluded;
    });
}
/// The same for one cause.
constexpr std::vector<statement> tradeoffs(knowledge_base const& kb, id<option> o, id<cause> asked, scope const& s = {}) {
    std::vector<statement> found;
    tradeoffs(kb, relevance{kb, asked}, o, s, found);
    return found;
}

/// Every claim behind an option's row for a cause, its classes' claims and the excluded ones among them, whatever the intent
/// unless the scope names some; also those that a newer edition has replaced, which no table shows, each with what has replaced
/// it.
constexpr std::vector<statement> why(knowledge_base const& kb, id<cause> asked, id<option> o, scope s = {}) {
    s.superseded = true;
    if (s.intents == scope{}.intents) s.intents = {};
    return statements(kb, relevance{kb, asked}, o, s, true);
}

}  // namespace treatise::inline v0_3
