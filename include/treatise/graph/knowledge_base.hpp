// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/ranges.hpp>
#include <treatise/graph/tables.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace treatise {

namespace bgl {
/// Base of what graph/boost.hpp makes a Boost.Graph model: its functions are found through it.
struct enable {};
}  // namespace bgl

/// An edge of structure.
template <a_relation Relation, class Subject, class Object>
struct edge {
    claim_id number;
    id<Subject> subject;
    id<Object> object;
};

/// A claim: one published statement, with who says it and what its relation carries.
template <claim_relation Relation>
struct claim {
    claim_id number;
    id<typename Relation::subject> subject;
    id<typename Relation::object> object;
    treatise::stance stance;
    attribution const* said;                    ///< never null; lives as long as the base's arrays
    typename Relation::payload const* carries;  ///< never null
};

class knowledge_base;

/// The claims (or edges of structure) of one relation that `Ids` numbers, typed as they are read; the view must outlive it.
template <a_relation Relation, class Subject, class Object, class Ids>
class claim_range : public range_interface<claim_range<Relation, Subject, Object, Ids>> {
public:
    constexpr claim_range() = default;
    constexpr claim_range(knowledge_base const* of, Ids ids) : kb_{of}, ids_{ids} {}
    constexpr std::uint32_t size() const { return ids_.size(); }
    constexpr auto operator[](std::uint32_t i) const;

private:
    knowledge_base const* kb_ = nullptr;
    Ids ids_{};
};

/// A read-only view of treatment knowledge: typed entities joined by sourced claims.
///
/// It copies as a few hundred bytes of spans; the arrays must outlive it. Every accessor is
/// `constexpr`, constant-time and allocates nothing. Numbers are clamped where they are read, so
/// damaged arrays give wrong answers but never a read out of bounds.
class knowledge_base : public bgl::enable {
    template <class T>
    static constexpr T absent{};
    template <class T>
    static constexpr T const& at(std::span<T const> s, std::uint32_t i) {
        return i < s.size() ? s[i] : absent<T>;
    }
    constexpr std::uint32_t kind_first(auto k) const { return at(t_.kind_begin, static_cast<std::uint32_t>(k)); }
    constexpr entity_row const& row(id<entity> e) const { return at(t_.entities, e.value); }

    struct offset_pair {
        std::uint32_t first = 0, last = 0;
    };
    static constexpr offset_pair within(std::size_t size, std::uint32_t first, std::uint32_t last) {
        return first <= last && last <= size ? offset_pair{first, last} : offset_pair{};
    }
    // A relation's offsets cover the hull of its subject (or object) kinds, not all entities.
    constexpr offset_pair offsets(std::span<std::uint32_t const> where, std::span<std::uint32_t const> begin, std::size_t size,
        std::uint32_t r, std::uint32_t kind_bits, id<entity> v) const {
        auto const lo = kind_first(std::countr_zero(kind_bits)), hi = kind_first(std::bit_width(kind_bits));
        if (v.value < lo || v.value >= hi) return {};
        auto const i = at(where, r) + (v.value - lo);
        return within(size, at(begin, i), at(begin, i + 1));
    }

    // Ends of one kind keep the kind that was asked with.
    template <class Relation, class Kind, class Ids>
    constexpr auto range_of(Ids ids) const {
        if constexpr (Relation::same_kind)
            return claim_range<Relation, Kind, Kind, Ids>{this, ids};
        else
            return claim_range<Relation, typename Relation::subject, typename Relation::object, Ids>{this, ids};
    }

public:
    constexpr knowledge_base() = default;
    constexpr explicit knowledge_base(treatise::tables const& t) : t_{t} {}

    constexpr treatise::tables const& tables() const { return t_; }

    // Texts and lists.

    constexpr std::string_view operator[](text s) const {
        std::uint32_t const first = at(t_.text_begin, s.value), last = at(t_.text_begin, s.value + 1);
        return first <= last && last <= t_.pool.size() ? std::string_view{t_.pool.data() + first, last - first}
                                                       : std::string_view{};
    }
    template <class T>
    constexpr id_run<T> operator[](many<T> m) const {
        return m.first < m.last && m.last <= t_.lists.size() ? id_run<T>{t_.lists.data() + m.first, m.size()} : id_run<T>{};
    }
    constexpr base_row const& base() const { return at(t_.base, 0); }

    // Entities.

    template <neighbouring_kinds Kind>
    constexpr id_range<id<Kind>> all() const {
        auto const [first, last] = within(
            entity_count(), kind_first(std::countr_zero(kinds_of<Kind>::bits)), kind_first(std::bit_width(kinds_of<Kind>::bits)));
        return {first, last};
    }
    constexpr std::uint32_t entity_count() const { return static_cast<std::uint32_t>(t_.entities.size()); }
    /// The number of its kind on the schema page; `kinds::size` for no entity.
    constexpr std::uint32_t kind(id<entity> e) const {
        std::uint32_t k = 0;
        while (k != kinds::size && e.value >= kind_first(k + 1)) ++k;
        return k;
    }
    /// `e` as a `Kind`, or no entity where it is of another kind.
    template <kind_or_kinds Kind>
    constexpr id<Kind> as(id<entity> e) const {
        auto const k = kind(e);
        return k != kinds::size && (kinds_of<Kind>::bits >> k & 1u) ? id<Kind>{e.value} : id<Kind>{};
    }
    constexpr std::string_view key(id<entity> e) const { return (*this)[row(e).key]; }
    constexpr std::string_view name(id<entity> e) const { return (*this)[row(e).name]; }
    constexpr std::string_view description(id<entity> e) const { return (*this)[row(e).description]; }
    constexpr id_run<text> synonyms(id<entity> e) const { return (*this)[row(e).synonyms]; }
    constexpr std::span<code_row const> codes(id<entity> e) const {
        auto const& r = row(e);
        if (r.codes_first > r.codes_last || r.codes_last > t_.codes.size()) return {};
        return t_.codes.subspan(r.codes_first, r.codes_last - r.codes_first);
    }
    /// The columns of its kind alone, such as the brands of a therapy.
    template <a_kind Kind>
    constexpr typename Kind::details const& details(id<Kind> e) const {
        return at(static_cast<details_column<Kind> const&>(t_.details).rows, e.value - kind_first(kind_number<Kind>));
    }

    // Edges without their type: a claim is its number.

    constexpr std::uint32_t edge_count() const { return static_cast<std::uint32_t>(t_.subject.size()); }
    constexpr std::uint32_t first_claim() const {
        return within(edge_count(), at(t_.relation_begin, structure::size), edge_count()).first;
    }
    constexpr std::uint32_t claim_count() const { return edge_count() - first_claim(); }
    constexpr id_range<claim_id> claims() const { return {first_claim(), edge_count()}; }

    constexpr id<entity> subject(claim_id c) const { return id<entity>{at(t_.subject, c.value)}; }
    constexpr id<entity> object(claim_id c) const { return id<entity>{at(t_.object, c.value)}; }
    /// The number of its relation on the schema page; `relations::size` for no edge.
    constexpr std::uint32_t relation(claim_id c) const {
        std::uint32_t r = 0, last = relations::size;
        while (r != last) {
            auto const middle = (r + last) / 2;
            if (c.value >= at(t_.relation_begin, middle + 1))
                r = middle + 1;
            else
                last = middle;
        }
        return r;
    }
    constexpr treatise::stance stance(claim_id c) const {
        return static_cast<treatise::stance>(at(t_.stance, c.value - first_claim()));
    }
    constexpr attribution const& said(claim_id c) const {
        return at(t_.attributions, at(t_.attributed, c.value - first_claim()));
    }
    /// The authored key of the claim; empty for structure, and where the base holds none.
    constexpr std::string_view claim_key(claim_id c) const { return (*this)[text{at(t_.claim_key, c.value - first_claim())}]; }
    /// What the source adds that no field holds, in the editors' words.
    constexpr std::string_view note(claim_id c) const { return (*this)[text{at(t_.note, c.value - first_claim())}]; }
    template <a_relation Relation>
    constexpr typename Relation::payload const& payload(claim_id c) const {
        return at(static_cast<payload_column<Relation> const&>(t_.payloads).rows,
            c.value - at(t_.relation_begin, relation_number<Relation>));
    }

    // Edges of one relation, by number of the relation.

    constexpr id_run<claim_id> out_ids(std::uint32_t r, id<entity> v) const {
        auto const [first, last] = offsets(t_.out_at, t_.out_begin, edge_count(), r, subject_kinds[r], v);
        return {first, last - first};
    }
    constexpr id_run<claim_id> in_ids(std::uint32_t r, id<entity> v) const {
        auto const [first, last] = offsets(t_.in_at, t_.in_begin, t_.in_edges.size(), r, object_kinds[r], v);
        return {t_.in_edges.data() + first, last - first};
    }
    constexpr two_runs<claim_id> about_ids(std::uint32_t r, id<cause> c) const {
        auto const direct = object_kinds[r] == kinds_of<cause>::bits ? in_ids(r, c) : id_run<claim_id>{};
        if (at(t_.about_at, r) == no_index) return {direct, {}};
        auto const [first, last] = offsets(t_.about_at, t_.about_begin, t_.about_claims.size(), r, kinds_of<cause>::bits, c);
        return {direct, {t_.about_claims.data() + first, last - first}};
    }

    // Edges of one relation, typed: `kb.out<affects>(therapy)` compiles, `kb.out<affects>(cause)` does not.

    template <a_relation Relation, kind_or_kinds Kind>
        requires converts_to_kind<Kind, typename Relation::subject>
    constexpr auto out(id<Kind> v) const {
        using ids = id_run<claim_id>;
        return range_of<Relation, Kind, ids>(out_ids(relation_number<Relation>, v));
    }
    template <a_relation Relation, kind_or_kinds Kind>
        requires converts_to_kind<Kind, typename Relation::object>
    constexpr auto in(id<Kind> v) const {
        using ids = id_run<claim_id>;
        return range_of<Relation, Kind, ids>(in_ids(relation_number<Relation>, v));
    }
    /// Every claim of the relation that speaks of the cause, as its object or as its context.
    template <claim_relation Relation>
    constexpr auto about(id<cause> c) const {
        return range_of<Relation, cause, two_runs<claim_id>>(about_ids(relation_number<Relation>, c));
    }
    template <a_relation Relation>
    constexpr auto every() const {
        auto const [first, last] = within(
            edge_count(), at(t_.relation_begin, relation_number<Relation>), at(t_.relation_begin, relation_number<Relation> + 1));
        using ids = id_run<claim_id>;
        return range_of<Relation, typename Relation::subject, ids>(ids{first, last - first});
    }
    /// The claim of that number; it must be of the relation.
    template <claim_relation Relation>
    constexpr treatise::claim<Relation> get(claim_id c) const {
        return {c, id<typename Relation::subject>{subject(c).value}, id<typename Relation::object>{object(c).value}, stance(c),
            &said(c), &payload<Relation>(c)};
    }

private:
    treatise::tables t_{};
};

template <a_relation Relation, class Subject, class Object, class Ids>
constexpr auto claim_range<Relation, Subject, Object, Ids>::operator[](std::uint32_t i) const {
    if constexpr (claim_relation<Relation>)
        return kb_->template get<Relation>(ids_[i]);
    else
        return edge<Relation, Subject, Object>{
            ids_[i], id<Subject>{kb_->subject(ids_[i]).value}, id<Object>{kb_->object(ids_[i]).value}};
}

}  // namespace treatise
