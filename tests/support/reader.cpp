// SPDX-License-Identifier: BSL-1.0
#include "reader.hpp"

#include <treatise/model/fields.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>

namespace whole_base {

using namespace treatise;

namespace {

struct reading {
    knowledge_base kb;
    std::size_t read = 0;

    void see(std::string_view s) {
        for (char c : s) read += static_cast<unsigned char>(c);
    }
    template <class T>
    void value(T const& v) {
        if constexpr (std::same_as<T, text>)
            see(kb[v]);
        else if constexpr (is_list<T>)
            for (auto e : kb[v]) value(e);
        else if constexpr (is_id<T>)
            see(kb.key(v));
        else if constexpr (vocabulary<T>)
            see(treatise::word(v));
        else if constexpr (std::same_as<T, flag>)
            read += v ? 1 : 0;
    }
    template <class Row>
    void row(Row const& r) {
        Row::fields([&](std::string_view, auto member, presence = optional) { value(r.*member); });
    }
    template <class Range>
    void claims(Range const& range) {
        for (auto const& c : range) {
            read += c.number.value;
            see(kb.key(c.subject));
            see(kb.key(c.object));
            if constexpr (requires { c.said; }) {
                row(*c.said);
                row(*c.carries);
            }
        }
    }
    template <class Kind>
    void details() {
        for (auto v : kb.all<Kind>()) row(kb.details(v));
        row(kb.details(id<Kind>{}));
        row(kb.details(id<Kind>::from_number(kb.entity_count())));
    }
    template <class Relation>
    void relation() {
        claims(kb.every<Relation>());
        for (auto v : kb.all<entity>()) {
            if (auto const s = kb.as<typename Relation::subject>(v)) claims(kb.out<Relation>(s));
            if (auto const o = kb.as<typename Relation::object>(v)) claims(kb.in<Relation>(o));
            if constexpr (claim_relation<Relation>) {
                if (auto const c = kb.as<cause>(v)) claims(kb.about<Relation>(c));
                row(kb.payload<Relation>(claim_id::from_number(v.value)));
            }
        }
    }
    void entity_of(id<entity> v) {
        see(kb.key(v));
        see(kb.name(v));
        see(kb.description(v));
        read += kb.kind(v);
        for (auto t : kb.synonyms(v)) see(kb[t]);
        for (auto const& c : kb.codes(v)) row(c);
        for (std::uint32_t r = 0; r != relations::size; ++r) {
            for (auto c : kb.out_ids(r, v)) read += kb.object(c).value;
            for (auto c : kb.in_ids(r, v)) read += kb.subject(c).value;
            for (auto c : kb.about_ids(r, id<cause>::from_number(v.value))) read += c.value;
        }
    }
    void edge_of(claim_id c) {
        see(kb.key(kb.subject(c)));
        see(kb.key(kb.object(c)));
        read += kb.relation(c);
        see(word(kb.stance(c)));
        row(kb.said(c));
        see(kb.claim_key(c));
        see(kb.note(c));
    }
    std::size_t everything() {
        for (auto v : kb.all<entity>()) entity_of(v);
        for (auto n : {kb.entity_count(), no_number, unstated_number, 0x8000'0000u}) entity_of(id<entity>::from_number(n));
        for (std::uint32_t e = 0; e != kb.edge_count(); ++e) edge_of(claim_id::from_number(e));
        for (auto n : {kb.edge_count(), no_number, unstated_number, 0x8000'0000u}) edge_of(claim_id::from_number(n));
        for (auto c : kb.claims()) read += c.value;
        for (std::uint32_t i = 0; i != kb.tables().text_begin.size() + 1; ++i) see(kb[text::from_number(i)]);
        see(kb[text::from_number(no_number)]);
        row(kb.base());
        each(kinds{}, [this]<class Kind>() { this->details<Kind>(); });
        each(relations{}, [this]<class Relation>() { this->relation<Relation>(); });
        return read;
    }
};

}  // namespace

std::size_t reader::everything() const { return reading{kb}.everything(); }

}  // namespace whole_base
