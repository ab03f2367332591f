// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <cstdint>
#include <vector>

namespace treatise::inline v0_3 {

template <class Kind>
struct details_vector {
    std::vector<typename Kind::details> rows{};
};
template <class Relation>
struct payload_vector {
    std::vector<typename Relation::payload> rows{};
};
template <class List>
struct details_vectors;
template <class... Kind>
struct details_vectors<list<Kind...>> : details_vector<Kind>... {};
template <class List>
struct payload_vectors;
template <class... Relation>
struct payload_vectors<list<Relation...>> : payload_vector<Relation>... {};

/// Owns the arrays of one knowledge base on the heap; `view` looks at them and lives no longer.
struct storage {
    std::vector<std::uint32_t> kind_begin{}, relation_begin{}, out_at{}, out_begin{}, in_at{}, in_begin{}, in_edges{}, about_at{},
        about_begin, about_claims, subject{}, object{}, stance_begin{}, attributed_begin{}, claim_key_begin{}, note_begin{},
        attributed{}, claim_key{}, note, codes_begin, codes_by_text{}, lists{}, text_begin{};
    std::vector<std::uint8_t> stance{};
    std::vector<attribution> attributions{};
    std::vector<entity_row> entities{};
    std::vector<code_row> codes{};
    std::vector<name_row> names{};
    std::vector<base_row> base{};
    std::vector<char> pool{};
    details_vectors<kinds> details{};
    payload_vectors<relations> payloads{};
    std::uint64_t content = 0;  ///< the `content_hash`, where the builder kept it

    /// The knowledge base over these arrays; invalid once they change, still valid once the storage is moved.
    knowledge_base view() const;
};

namespace graph_detail {
template <class Kind>
void view_details(tables& t, storage const& s) {
    static_cast<details_column<Kind>&>(t.details).rows = static_cast<details_vector<Kind> const&>(s.details).rows;
}
template <class Relation>
void view_payload(tables& t, storage const& s) {
    static_cast<payload_column<Relation>&>(t.payloads).rows = static_cast<payload_vector<Relation> const&>(s.payloads).rows;
}
}  // namespace graph_detail

inline knowledge_base storage::view() const {
    tables t;
    t.kind_begin = kind_begin;
    t.relation_begin = relation_begin;
    t.out_at = out_at;
    t.out_begin = out_begin;
    t.in_at = in_at;
    t.in_begin = in_begin;
    t.in_edges = in_edges;
    t.about_at = about_at;
    t.about_begin = about_begin;
    t.about_claims = about_claims;
    t.subject = subject;
    t.object = object;
    t.stance_begin = stance_begin;
    t.attributed_begin = attributed_begin;
    t.claim_key_begin = claim_key_begin;
    t.note_begin = note_begin;
    t.stance = stance;
    t.attributed = attributed;
    t.claim_key = claim_key;
    t.note = note;
    t.attributions = attributions;
    t.entities = entities;
    t.codes_begin = codes_begin;
    t.codes = codes;
    t.codes_by_text = codes_by_text;
    t.names = names;
    t.lists = lists;
    t.base = base;
    t.text_begin = text_begin;
    t.pool = {pool.data(), pool.size()};
    t.content = content;
    each(kinds{}, [&]<class K>() { graph_detail::view_details<K>(t, *this); });
    each(relations{}, [&]<class R>() { graph_detail::view_payload<R>(t, *this); });
    return knowledge_base{t};
}

}  // namespace treatise::inline v0_3
