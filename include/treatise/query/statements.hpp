// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/asked_scope.hpp>
#include <treatise/query/meaning.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// Of what a claim is that bears on an option.
enum class said_of : std::uint8_t {
    itself,
    member,    ///< a therapy listed under it
    form,      ///< a product form of it, or of its member
    whole,     ///< the medicine of which it is a form
    part,      ///< a therapy that it combines
    its_class  ///< a class it belongs to, or that holds one of these
};
template <>
inline constexpr std::array<std::string_view, 6> words_of<said_of>{"itself", "member", "form", "whole", "part", "its_class"};

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

namespace query_detail {

struct statement_search {
    knowledge_base const& kb;
    relevance const& relevant;
    asked_scope& narrowed;
    std::vector<statement>& found;

    template <class Relation>
    constexpr void add(claim_id c, said_of of) {
        auto const applies = relevant.of<Relation>(c);
        bool const first = stands_first<Relation>(kb, c);
        if constexpr (requires { kb.payload<Relation>(c).intent; })
            if (!narrowed.asked.intents.allows(kb.payload<Relation>(c).intent) && !first) return;
        if (in_scope<Relation>(c, applies, narrowed))
            found.push_back({c, facet_of<Relation>(kb, c), of, applies, first,
                narrowed.asked.superseded ? narrowed.replaced.replaced_by(c, relation_number<Relation>) : claim_id{}});
    }
    template <class Relation>
    constexpr void add_all_of(id<option> o, said_of of) {
        if constexpr (Relation::option_end == option_end::subject)
            for (auto c : kb.out_ids<Relation>(o)) add<Relation>(c, of);
        if constexpr (Relation::option_end == option_end::object)
            for (auto c : kb.in_ids<Relation>(o)) add<Relation>(c, of);
    }
    template <class... Relation>
    constexpr void add_all(list<Relation...>, id<option> o, said_of of) {
        (add_all_of<Relation>(o, of), ...);
    }
    constexpr void add_all(id<option> o, said_of of) { add_all(claim_relations{}, o, of); }
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
constexpr void statements(knowledge_base const& kb, relevance const& relevant, id<option> o, asked_scope& s, bool classes,
    std::vector<statement>& found) {
    found.clear();
    query_detail::statement_search search{kb, relevant, s, found};
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
/// The same of a scope that is asked once.
constexpr std::vector<statement> statements(
    knowledge_base const& kb, relevance const& relevant, id<option> o, scope const& s = {}, bool classes = false) {
    std::vector<statement> found;
    asked_scope narrowed{kb, s};
    statements(kb, relevant, o, narrowed, classes, found);
    return found;
}

/// Mechanisms, benefits, side effects, considerations, coverage, cautions and warnings of an option for the cause of `near`,
/// into a list that the caller keeps: nothing is allocated once an answer was as long.
constexpr void tradeoffs(
    knowledge_base const& kb, relevance const& relevant, id<option> o, asked_scope& s, std::vector<statement>& found) {
    statements(kb, relevant, o, s, false, found);
    std::erase_if(found, [](statement const& x) {
        return x.facet == facet::recommendation || x.facet == facet::approval || x.facet == facet::use ||
               x.applies == applicability::excluded;
    });
}
/// The same of a scope that is asked once.
constexpr void tradeoffs(
    knowledge_base const& kb, relevance const& relevant, id<option> o, scope const& s, std::vector<statement>& found) {
    asked_scope narrowed{kb, s};
    tradeoffs(kb, relevant, o, narrowed, found);
}
/// The same for one cause.
constexpr std::vector<statement> tradeoffs(knowledge_base const& kb, id<option> o, id<cause> asked, scope const& s = {}) {
    std::vector<statement> found;
    tradeoffs(kb, relevance{kb, asked}, o, s, found);
    return found;
}

}  // namespace treatise::inline v0_3
