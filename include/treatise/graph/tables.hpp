// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/claim.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace treatise::inline v0_3 {

template <class Kind>
struct details_column {
    std::span<typename Kind::details const> rows{};
};
template <class Relation>
struct payload_column {
    std::span<typename Relation::payload const> rows{};
};
// Inheritance, because std::tuple is not trivially copyable.
template <class List>
struct details_columns;
template <class... Kind>
struct details_columns<list<Kind...>> : details_column<Kind>... {};
template <class List>
struct payload_columns;
template <class... Relation>
struct payload_columns<list<Relation...>> : payload_column<Relation>... {};

inline constexpr std::uint32_t no_index = 0xffff'ffff;
/// The number of the first text that is the name of an entity: texts 0 and 1 are no text and "not stated".
inline constexpr std::uint32_t first_name = 2;

/// The arrays that a knowledge base looks at: plain integers and rows of them, owned elsewhere.
///
/// Entities are numbered kind by kind in display order; edges relation by relation, then by subject,
/// so a relation is a range and its payloads an array. Text 2 + e is the name of entity e, and text
/// 2 + entities + e its key. What one relation's claims have in common is kept once: of a column of
/// claims, of the payloads of a relation, of the details of a kind and of the entity rows, one row
/// stands for all and no row for the default. The `begin` of a column of claims says where each relation of claims begins in it.
struct tables {
    std::span<std::uint32_t const> kind_begin{};                              ///< kinds + 1
    std::span<std::uint32_t const> relation_begin{};                          ///< relations + 1
    std::span<std::uint32_t const> out_at{},
        out_begin{};  ///< relations: where its offsets stand in `out_begin`; `no_index`: no edges
    std::span<std::uint32_t const> in_at{}, in_begin{}, in_edges{};  ///< the same against the arrows
    std::span<std::uint32_t const> about_at{}, about_begin{}, about_claims{};  ///< the same by context; `no_index`: no contexts
    std::span<std::uint32_t const> subject{}, object{};  ///< edges
    std::span<std::uint32_t const> stance_begin{}, attributed_begin{}, claim_key_begin{},
        note_begin{};  ///< relations of claims + 1
    std::span<std::uint8_t const> stance{};
    std::span<std::uint32_t const> attributed{}, claim_key{}, note{};  ///< an attribution, a text, a text
    std::span<attribution const> attributions{};
    std::span<entity_row const> entities{};
    std::span<std::uint32_t const> codes_begin{};  ///< entities + 1; empty where there is no code
    std::span<code_row const> codes{};
    std::span<std::uint32_t const> codes_by_text{};
    std::span<name_row const> names{};  ///< in order of folded text
    std::span<std::uint32_t const> lists{};  ///< what every `many` looks into
    std::span<base_row const> base{};  ///< one
    details_columns<kinds> details{};
    payload_columns<relations> payloads{};
    std::span<std::uint32_t const> text_begin{};  ///< texts + 1
    std::string_view pool{};
    std::uint64_t content = 0;  ///< its `content_hash`, where it was worked out beforehand
};

namespace graph_detail {
template <class Kind, class Tables, class F>
constexpr void each_details(Tables& t, F& f) {
    if constexpr (!std::same_as<typename Kind::details, nothing>)
        f(Kind::name, static_cast<details_column<Kind>&>(t.details).rows);
}
template <class Relation, class Tables, class F>
constexpr void each_payload(Tables& t, F& f) {
    if constexpr (!std::same_as<typename Relation::payload, nothing>)
        f(Relation::name, static_cast<payload_column<Relation>&>(t.payloads).rows);
}
}  // namespace graph_detail

/// Calls `f(name, span)` for every array, the text pool apart: baking, snapshots and their checks walk this one list.
template <class F>
constexpr void each_span(tables& t, F&& f) {
    f("kind_begin", t.kind_begin);
    f("relation_begin", t.relation_begin);
    f("out_at", t.out_at);
    f("out_begin", t.out_begin);
    f("in_at", t.in_at);
    f("in_begin", t.in_begin);
    f("in_edges", t.in_edges);
    f("about_at", t.about_at);
    f("about_begin", t.about_begin);
    f("about_claims", t.about_claims);
    f("subject", t.subject);
    f("object", t.object);
    f("stance_begin", t.stance_begin);
    f("attributed_begin", t.attributed_begin);
    f("claim_key_begin", t.claim_key_begin);
    f("note_begin", t.note_begin);
    f("stance", t.stance);
    f("attributed", t.attributed);
    f("claim_key", t.claim_key);
    f("note", t.note);
    f("attributions", t.attributions);
    f("entities", t.entities);
    f("codes_begin", t.codes_begin);
    f("codes", t.codes);
    f("codes_by_text", t.codes_by_text);
    f("names", t.names);
    f("lists", t.lists);
    f("base", t.base);
    each(kinds{}, [&]<class K>() { graph_detail::each_details<K>(t, f); });
    each(relations{}, [&]<class R>() { graph_detail::each_payload<R>(t, f); });
    f("text_begin", t.text_begin);
}

/// Whether the numbers that everything else is found by agree with each other and with the sizes of the arrays: where
/// kinds and relations begin, the ends of every edge, the name and the key of every entity. Constant time.
constexpr bool agree(tables const& t) {
    auto const rise = [](std::span<std::uint32_t const> begin, std::size_t size) {
        if (begin.size() != size + 1 || begin[0] != 0) return false;
        for (std::size_t i = 0; i != size; ++i)
            if (begin[i] > begin[i + 1]) return false;
        return true;
    };
    if (!rise(t.kind_begin, kinds::size) || !rise(t.relation_begin, relations::size)) return false;
    for (auto const begin : {t.stance_begin, t.attributed_begin, t.claim_key_begin, t.note_begin})
        if (!begin.empty() && begin.size() != claim_relations::size + 1) return false;
    for (std::uint32_t r = 0; r != relations::size; ++r)  // an edge has ends
        for (auto const ends : {subject_kinds[r], object_kinds[r]})
            if (t.relation_begin[r] != t.relation_begin[r + 1] &&
                t.kind_begin[static_cast<std::size_t>(std::countr_zero(ends))] ==
                    t.kind_begin[static_cast<std::size_t>(std::bit_width(ends))])
                return false;
    std::size_t const entities = t.kind_begin.back(), edges = t.relation_begin.back();
    return t.subject.size() == edges && t.object.size() == edges && t.text_begin.size() >= first_name + 2 * entities + 1;
}

}  // namespace treatise::inline v0_3
