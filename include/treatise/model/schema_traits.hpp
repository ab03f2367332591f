// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/bits.hpp>
#include <treatise/model/schema.hpp>

#include <array>
#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

// What follows from the schema page: numbers, sets, concepts and the fingerprint.
namespace treatise::inline v0_3 {

template <class Kind>
inline constexpr std::uint32_t kind_number = index_in<Kind, kinds>;

/// One kind of entity, as the schema page lists them.
template <class Kind>
concept a_kind = (kind_number<Kind> < kinds::size);

template <a_kind Kind>
struct kinds_of<Kind> {
    static constexpr std::uint32_t bits = 1u << kind_number<Kind>;
};
template <class... Kind>
struct kinds_of<one_of<Kind...>> {
    static constexpr std::uint32_t bits = (kinds_of<Kind>::bits | ...);
};

/// A kind or a set of kinds.
template <class Kind>
concept kind_or_kinds = requires { kinds_of<Kind>::bits; };

/// A kind, or kinds that stand together on the schema page: their entities are numbered without a gap.
template <class Kind>
concept neighbouring_kinds = kind_or_kinds<Kind> && bits_are_neighbours(kinds_of<Kind>::bits);

template <class Relation>
inline constexpr std::uint32_t relation_number = index_in<Relation, relations>;

/// A relation of the schema page, of structure or of claims.
template <class Relation>
concept a_relation = (relation_number<Relation> < relations::size);

/// A relation whose edges are claims: they have a source, a stance and a payload.
template <class Relation>
concept claim_relation = a_relation<Relation> && relation_number<Relation> >= structure::size;

/// A relation whose object may be a cause; the claims of the others may name causes as their context.
template <class Relation>
inline constexpr bool object_is_cause = (kinds_of<typename Relation::object>::bits == kinds_of<cause>::bits);

inline constexpr auto kind_names = []<class... K>(list<K...>) { return std::array<std::string_view, sizeof...(K)>{K::name...}; }(
                                       kinds{});
inline constexpr auto relation_names = []<class... R>(list<R...>) {
    return std::array<std::string_view, sizeof...(R)>{R::name...};
}(relations{});
inline constexpr auto subject_kinds = []<class... R>(list<R...>) {
    return std::array<std::uint32_t, sizeof...(R)>{kinds_of<typename R::subject>::bits...};
}(relations{});
inline constexpr auto object_kinds = []<class... R>(list<R...>) {
    return std::array<std::uint32_t, sizeof...(R)>{kinds_of<typename R::object>::bits...};
}(relations{});
inline constexpr auto same_kind_ends = []<class... R>(list<R...>) { return std::array<bool, sizeof...(R)>{R::same_kind...}; }(
                                           relations{});

/// Whether claims of the relation make candidates: all of them, or those with some objects.
template <a_relation Relation>
inline constexpr bool may_list = [] {
    if constexpr (std::is_function_v<decltype(Relation::lists)>)
        return true;
    else
        return Relation::lists;
}();

/// What the schema page says of a relation, for who knows it by its number.
struct relation_meaning {
    treatise::option_end option_end{};
    bool passes_scopes = false, object_is_state = false, is_territorial = false;
    bool has_payer = false;  ///< its payload names who pays
    bool may_list = false;  ///< claims of it, or those with some objects, make candidates
};

namespace model_detail {

template <class Relation>
inline constexpr bool names_payer = requires(typename Relation::payload p) { p.payer; };
template <class Relation>
inline constexpr relation_meaning meaning{Relation::option_end, Relation::passes_scopes, Relation::object_is_state,
    Relation::is_territorial, names_payer<Relation>, may_list<Relation>};

inline constexpr auto meanings = []<class... R>(list<R...>) { return std::array{meaning<R>..., relation_meaning{}}; }(
                                     relations{});

template <class Relation>
inline constexpr bool tells_a_facet = Relation::option_end == option_end::none || requires { Relation::tells; };
static_assert([]<class... R>(list<R...>) { return (tells_a_facet<R> && ...); }(claim_relations{}),
    "a claim relation with an option says on the schema page which facet its claims tell");

}  // namespace model_detail

/// The meaning of the relation of that number; of no relation, one that means nothing.
constexpr relation_meaning const& meaning_of(std::uint32_t relation) {
    return model_detail::meanings[relation < relations::size ? relation : relations::size];
}

/// Calls `f.template operator()<Relation>()` for the claim relation of that number; not at all where it is one of structure.
template <class F>
constexpr void with_claim_relation(std::uint32_t relation, F&& f) {
    if (relation >= structure::size) with_type(claim_relations{}, relation - structure::size, f);
}

/// Folds texts, numbers and the layout of rows, one after the other, into one number: FNV-1a of 64 bits, the same on every
/// machine.
struct fingerprint_fold {
    std::uint64_t hash = 0xcbf29ce484222325u;

    constexpr void add(std::string_view s) {
        for (char c : s) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
        hash = (hash ^ 0xffu) * 0x100000001b3u;
    }
    constexpr void add(std::uint64_t n) {
        for (int i = 0; i != 8; ++i) hash = (hash ^ (n >> (8 * i) & 0xffu)) * 0x100000001b3u;
    }
    template <class Row, class Member>
    constexpr void field(std::string_view name, Member Row::*) {
        add(name);
        add(sizeof(Member));
        if constexpr (vocabulary<Member>)
            for (auto w : words_of<Member>) add(w);
    }
    template <class Row>
    constexpr void row() {
        add(sizeof(Row));
        Row::fields([&](std::string_view name, auto member, presence = optional) { field(name, member); });
    }
    template <class Kind>
    constexpr void kind() {
        add(Kind::name);
        row<typename Kind::details>();
    }
    template <class Relation>
    constexpr void relation() {
        add(Relation::name);
        add(kinds_of<typename Relation::subject>::bits);
        add(kinds_of<typename Relation::object>::bits);
        row<typename Relation::payload>();
    }
};

}  // namespace treatise::inline v0_3
