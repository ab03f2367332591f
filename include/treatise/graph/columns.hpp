// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/claim.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

// The arrays of a knowledge base, listed once: as spans to look at, as vectors to own, as names and sizes to write.
namespace treatise::inline v0_3 {

namespace graph_detail {

template <class T>
using as_span = std::span<T const>;
template <class T>
using as_vector = std::vector<T>;

// One base class for each kind and each relation, because std::tuple is not trivially copyable; an empty one where it has no
// columns.
template <template <class> class Array, class Of, class Row>
struct rows_of {
    Array<Row> rows{};
};
template <template <class> class Array, class Of>
struct rows_of<Array, Of, nothing> {};
template <template <class> class Array, class Kinds, class Relations>
struct rows_of_all;
template <template <class> class Array, class... Kind, class... Relation>
struct rows_of_all<Array, list<Kind...>, list<Relation...>> : rows_of<Array, Kind, typename Kind::details>...,
                                                              rows_of<Array, Relation, typename Relation::payload>... {};

}  // namespace graph_detail

/// A kind with columns of its own, such as the brands of a therapy.
template <class Kind>
concept kind_with_details = a_kind<Kind> && !std::same_as<typename Kind::details, nothing>;

/// A relation whose claims carry something, such as an effect.
template <class Relation>
concept relation_with_payload = a_relation<Relation> && !std::same_as<typename Relation::payload, nothing>;

/// What each kind has of its own, and what the claims of each relation carry: `of.rows<therapy>()`, `of.rows<affects>()`.
template <template <class> class Array>
struct rows_by_type : graph_detail::rows_of_all<Array, kinds, relations> {
    template <kind_with_details Kind>
    constexpr auto& rows() {
        return graph_detail::rows_of<Array, Kind, typename Kind::details>::rows;
    }
    template <kind_with_details Kind>
    constexpr auto const& rows() const {
        return graph_detail::rows_of<Array, Kind, typename Kind::details>::rows;
    }
    template <relation_with_payload Relation>
    constexpr auto& rows() {
        return graph_detail::rows_of<Array, Relation, typename Relation::payload>::rows;
    }
    template <relation_with_payload Relation>
    constexpr auto const& rows() const {
        return graph_detail::rows_of<Array, Relation, typename Relation::payload>::rows;
    }
};

/// A column with a value for each claim: `begin` says where each relation of claims begins in `rows`. One row stands for all
/// claims of its relation, and no row for the default.
template <template <class> class Array, class T>
struct claim_column {
    Array<std::uint32_t> begin{};  ///< relations of claims + 1
    Array<T> rows{};
};

/// The arrays of one knowledge base, each an `Array<Row>`: what they hold, and how they are found by number.
///
/// Entities are numbered kind by kind in display order, those that layers add once more so behind them, so that a base keeps
/// its numbers under every layer; edges relation by relation, then by subject, so a relation is a range
/// and its payloads an array. Text 2 + e is the name of entity e, and text 2 + entities + e its key. What one relation's claims
/// have in common is kept once: of a column of claims, of the payloads of a relation, of the details of a kind and of the entity
/// rows, one row stands for all and no row for the default.
template <template <class> class Array>
struct column_set : rows_by_type<Array> {
    Array<std::uint32_t> kind_begin{};      ///< kinds + 1: of the base's own entities
    Array<std::uint32_t> added_begin{};     ///< kinds + 1: the same of those that layers add, numbered behind all of these
    Array<std::uint32_t> relation_begin{};  ///< relations + 1
    Array<std::uint32_t> out_at{};          ///< relations: where its offsets stand in `out_begin`; `no_index`: no edges
    Array<std::uint32_t> out_begin{};
    Array<std::uint32_t> in_at{}, in_begin{}, in_edges{};           ///< the same against the arrows
    Array<std::uint32_t> about_at{}, about_begin{}, about_claims{};  ///< the same by context; `no_index`: no contexts
    Array<std::uint32_t> listing_begin{}, listing_claims{};  ///< by cause: the claims that list an option for it, by option
    Array<std::uint32_t> subject{}, object{};                        ///< edges
    claim_column<Array, std::uint8_t> stance{};
    claim_column<Array, std::uint32_t> attributed{};  ///< an attribution
    claim_column<Array, std::uint32_t> claim_key{};   ///< a text
    claim_column<Array, std::uint32_t> note{};        ///< a text
    claim_column<Array, std::uint8_t> marks{};        ///< what keeps it out of the default scope: `claim_marks`
    claim_column<Array, std::uint8_t> layer{};        ///< 0: the base itself
    Array<attribution> attributions{};
    Array<entity_row> entities{};
    Array<std::uint32_t> codes_begin{};  ///< entities + 1; empty where there is no code
    Array<code_row> codes{};
    Array<std::uint32_t> codes_by_text{};
    Array<name_row> names{};       ///< in order of folded text
    Array<std::uint32_t> lists{};  ///< what every `many` looks into
    Array<base_row> base{};        ///< one
    Array<layer_row> layers{};                ///< of layer 1, 2 ...: what lies on top of the base
    Array<std::uint8_t> entity_layer{};       ///< of each added entity: the layer that adds it
    Array<attribute_row> entity_attributes{}, claim_attributes{};  ///< by what they are of, then by name
    Array<std::uint32_t> text_begin{};  ///< texts + 1
    Array<char> pool{};                 ///< the texts, without anything between them
};

/// Calls `f(name, name of its beginnings, column...)` for every column of claims, with that of each of `of` side by side.
template <class F, class... Columns>
constexpr void each_claim_column(F&& f, Columns&... of) {
    f("stance", "stance_begin", of.stance...);
    f("attributed", "attributed_begin", of.attributed...);
    f("claim_key", "claim_key_begin", of.claim_key...);
    f("note", "note_begin", of.note...);
    f("marks", "marks_begin", of.marks...);
    f("layer", "layer_begin", of.layer...);
}

namespace graph_detail {

template <class F>
struct begin_and_rows {
    F& f;

    constexpr void operator()(std::string_view name, std::string_view begin, auto&... column) {
        f(begin, column.begin...);
        f(name, column.rows...);
    }
};

template <class Of, class Row, class F, class... Columns>
constexpr void rows_each(F& f, Columns&... of) {
    if constexpr (!std::same_as<Row, nothing>) f(Of::name, of.template rows<Of>()...);
}
template <class F, class... Kind, class... Relation, class... Columns>
constexpr void every_rows(F& f, list<Kind...>, list<Relation...>, Columns&... of) {
    (rows_each<Kind, typename Kind::details>(f, of...), ...);
    (rows_each<Relation, typename Relation::payload>(f, of...), ...);
}

}  // namespace graph_detail

/// Calls `f(name, array...)` for every array, with that of each of `of` side by side; no other list of them exists.
///
/// A snapshot holds them in this order under these names, a baked header too.
template <class F, class... Columns>
constexpr void each_column(F&& f, Columns&... of) {
    f("kind_begin", of.kind_begin...);
    f("added_begin", of.added_begin...);
    f("relation_begin", of.relation_begin...);
    f("out_at", of.out_at...);
    f("out_begin", of.out_begin...);
    f("in_at", of.in_at...);
    f("in_begin", of.in_begin...);
    f("in_edges", of.in_edges...);
    f("about_at", of.about_at...);
    f("about_begin", of.about_begin...);
    f("about_claims", of.about_claims...);
    f("listing_begin", of.listing_begin...);
    f("listing_claims", of.listing_claims...);
    f("subject", of.subject...);
    f("object", of.object...);
    each_claim_column(graph_detail::begin_and_rows<F>{f}, of...);
    f("attributions", of.attributions...);
    f("entities", of.entities...);
    f("codes_begin", of.codes_begin...);
    f("codes", of.codes...);
    f("codes_by_text", of.codes_by_text...);
    f("names", of.names...);
    f("lists", of.lists...);
    f("base", of.base...);
    f("layers", of.layers...);
    f("entity_layer", of.entity_layer...);
    f("entity_attributes", of.entity_attributes...);
    f("claim_attributes", of.claim_attributes...);
    graph_detail::every_rows(f, kinds{}, relations{}, of...);
    f("text_begin", of.text_begin...);
    f("pool", of.pool...);
}

namespace graph_detail {

constexpr std::size_t column_count() {
    column_set<as_span> of;
    std::size_t n = 0;
    each_column([&](auto const&...) { ++n; }, of);
    return n;
}
static_assert(sizeof(column_set<as_span>) == column_count() * sizeof(std::span<char const>), "each_column leaves an array out");

}  // namespace graph_detail

inline constexpr std::uint32_t no_index = 0xffff'ffff;
/// The number of the first text that is the name of an entity: texts 0 and 1 are no text and "not stated".
inline constexpr std::uint32_t first_name = 2;

}  // namespace treatise::inline v0_3
