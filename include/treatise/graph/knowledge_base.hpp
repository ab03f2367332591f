// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/ranges.hpp>
#include <treatise/graph/tables.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored_attributes "clang::lifetimebound"  // what warns of a dangling view, where compilers know it
#endif

namespace treatise::inline v0_3 {

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

template <a_relation Relation, class Subject, class Object, class Ids>
class claim_range;

/// A read-only view of treatment knowledge: typed entities joined by sourced claims.
///
/// One pointer to tables whose address their owner keeps, also when it is moved: `storage`, `snapshot`, a baked header. What
/// is asked of a view (ranges, comparisons, iterators) holds that pointer too, so that it outlives the view but not the owner.
/// Every accessor is `constexpr`, constant-time and allocates nothing. Numbers are clamped where they are read, so
/// damaged arrays give wrong answers but never a read out of bounds; arrays that do not `agree` give an empty base.
class knowledge_base : public bgl::enable {
    template <class T>
    static constexpr T absent{};
    template <class T>
    static constexpr T const& at(std::span<T const> s, std::uint32_t i) {
        return i < s.size() ? s.data()[i] : absent<T>;  // by the pointer: in a constant the span's own check costs ten steps
    }
    struct offset_pair {
        std::uint32_t first = 0, last = 0;
    };
    static constexpr offset_pair within(std::size_t size, std::uint32_t first, std::uint32_t last) {
        return first <= last && last <= size ? offset_pair{first, last} : offset_pair{};
    }

    constexpr std::uint32_t kind_first(auto k) const { return t_->kind_begin.data()[static_cast<std::size_t>(k)]; }
    constexpr std::uint32_t relation_first(std::uint32_t r) const { return t_->relation_begin.data()[r]; }
    constexpr number_range of_kinds(std::uint32_t bits) const { return entity_numbers(t_->kind_begin, t_->added_begin, bits); }
    constexpr number_range all_entities() const { return {0, entity_count()}; }
    constexpr number_range of_relation(std::uint32_t r) const {
        return {relation_first(r), relation_first(r + 1) - relation_first(r)};
    }
    template <class Relation>
    constexpr number_range of_relation() const {
        return of_relation(relation_number<Relation>);
    }
    /// What the numbers of a list may be.
    template <class T>
    constexpr number_range all_of() const {
        if constexpr (std::is_same_v<T, text>)
            return {0, t_->text_begin.empty() ? 0 : static_cast<std::uint32_t>(t_->text_begin.size() - 1)};
        else
            return of_kinds(kinds_of<typename T::kind>::bits);
    }
    // How many of them begin at or before `n`, by halves without a branch to mispredict.
    template <std::size_t Size>
    static constexpr std::uint32_t which(std::uint32_t const* begin, std::uint32_t n) {
        std::uint32_t i = 0;
        for (std::uint32_t left = Size; left != 0;) {
            auto const half = left / 2;
            bool const behind = n >= begin[i + half + 1];
            i = behind ? i + half + 1 : i;
            left = behind ? left - half - 1 : half;
        }
        return i;
    }
    constexpr std::string_view chars(std::uint32_t first, std::uint32_t last) const {
        // Where `last` comes before `first`, the difference is so large that it ends behind every pool of this size.
        auto const n = last - first;
        return std::uint64_t{first} + n <= t_->pool.size() ? std::string_view{t_->pool.data() + first, n} : std::string_view{};
    }
    /// The text of that number for the first entity, the next for the second; an entity that exists has one.
    constexpr std::string_view text_of(id<entity> e, std::uint32_t first) const {
        if (e.value >= entity_count()) return {};
        auto const* begin = t_->text_begin.data() + first + e.value;
        return chars(begin[0], begin[1]);
    }
    constexpr entity_row const& row(id<entity> e) const {
        return e.value < entity_count() ? at(t_->entities, t_->entities.size() == 1 ? 0 : e.value) : absent<entity_row>;
    }
    /// What the column holds for the claim: its own row, or the one that stands for all of its relation.
    template <class T>
    constexpr T of_claim(claim_column<graph_detail::as_span, T> const& column, std::uint32_t r, claim_id c) const {
        if (r - structure::size >= claim_relations::size) return T{};
        auto const* const of = column.begin.data() + (r - structure::size);
        auto const i = of[1] - of[0] == 1 ? of[0] : of[0] + (c.value - relation_first(r));
        return i - of[0] < of[1] - of[0] && i < column.rows.size() ? column.rows.data()[i] : T{};
    }
    /// The attributes of one number among all, which stand in the order of their numbers.
    static constexpr std::span<attribute_row const> of_number(std::span<attribute_row const> all, std::uint32_t n) {
        std::size_t first = 0;
        for (auto left = all.size(); left != 0;) {
            auto const half = left / 2;
            bool const before = all[first + half].of < n;
            first = before ? first + half + 1 : first;
            left = before ? left - half - 1 : half;
        }
        auto last = first;
        while (last < all.size() && all[last].of == n) ++last;
        return all.subspan(first, last - first);
    }
    // A relation's offsets cover the hull of its subject (or object) kinds, not all entities.
    constexpr offset_pair offsets(std::span<std::uint32_t const> where, std::span<std::uint32_t const> begin, std::size_t size,
        std::uint32_t r, std::uint32_t kind_bits, id<entity> v) const {
        auto const start = at(where, r), slot = of_kinds(kind_bits).slot(v.value);
        if (slot == no_number || start == no_index) return {};
        return within(size, at(begin, start + slot), at(begin, start + slot + 1));
    }

    // Ends of one kind keep the kind that was asked with.
    template <class Relation, class Kind, class Ids>
    constexpr auto range_of(Ids ids) const {
        if constexpr (Relation::same_kind)
            return claim_range<Relation, Kind, Kind, Ids>{*this, ids};
        else
            return claim_range<Relation, typename Relation::subject, typename Relation::object, Ids>{*this, ids};
    }

public:
    constexpr knowledge_base() = default;
    constexpr explicit knowledge_base(treatise::tables const& t [[clang::lifetimebound]])
        : t_{agree(t) ? &t : &graph_detail::no_tables} {}
    knowledge_base(treatise::tables const&&) = delete;

    [[nodiscard]] constexpr treatise::tables const& tables() const { return *t_; }
    /// Whether both look at the same arrays; `content_hash` says whether two say the same.
    friend constexpr bool operator==(knowledge_base const& a, knowledge_base const& b) { return a.t_ == b.t_; }

    // Texts and lists.

    constexpr std::string_view operator[](text s) const {
        return chars(at(t_->text_begin, s.value), at(t_->text_begin, s.value + 1));
    }
    template <class T>
    constexpr id_run<T> operator[](many<T> m) const {
        return m.first < m.last && m.last <= t_->lists.size() ? id_run<T>{t_->lists.data() + m.first, m.size(), all_of<T>()}
                                                              : id_run<T>{};
    }
    constexpr base_row const& base() const { return at(t_->base, 0); }

    // Entities.

    template <neighbouring_kinds Kind>
    constexpr entity_range<id<Kind>> all() const {
        return entity_range<id<Kind>>{of_kinds(kinds_of<Kind>::bits)};
    }
    constexpr std::uint32_t entity_count() const { return t_->added_begin.data()[kinds::size]; }
    /// The number of its kind on the schema page; `kinds::size` for no entity.
    constexpr std::uint32_t kind(id<entity> e) const {
        return which<kinds::size>((e.value < kind_first(kinds::size) ? t_->kind_begin : t_->added_begin).data(), e.value);
    }
    /// Whether a layer on top of the base has added the entity.
    constexpr bool is_added(id<entity> e) const {
        return e.value - kind_first(kinds::size) < entity_count() - kind_first(kinds::size);
    }
    /// The layer that adds the entity: 0 is the base itself.
    constexpr std::uint32_t layer(id<entity> e) const {
        return is_added(e) ? at(t_->entity_layer, e.value - kind_first(kinds::size)) : 0u;
    }
    /// What lies on top of the base: `layers()[n - 1]` says whose layer `n` is.
    constexpr std::span<layer_row const> layers() const { return t_->layers; }
    /// `e` as a `Kind`, or no entity where it is of another kind.
    template <kind_or_kinds Kind>
    constexpr id<Kind> as(id<entity> e) const {
        constexpr auto bits = kinds_of<Kind>::bits;
        if constexpr (neighbouring_kinds<Kind>) {
            return of_kinds(bits).contains(e.value) ? id<Kind>::from_number(e.value) : id<Kind>{};
        } else {
            return bits >> kind(e) & 1u ? id<Kind>::from_number(e.value) : id<Kind>{};
        }
    }
    constexpr std::string_view key(id<entity> e) const { return text_of(e, first_name + entity_count()); }
    constexpr std::string_view name(id<entity> e) const { return text_of(e, first_name); }
    constexpr std::string_view description(id<entity> e) const { return (*this)[row(e).description]; }
    constexpr id_run<text> synonyms(id<entity> e) const { return (*this)[row(e).synonyms]; }
    constexpr std::span<code_row const> codes(id<entity> e) const {
        if (e.value >= entity_count()) return {};
        auto const [first, last] = within(t_->codes.size(), at(t_->codes_begin, e.value), at(t_->codes_begin, e.value + 1));
        return t_->codes.subspan(first, last - first);
    }
    /// What the entity's users say of it besides, by name: `acme.tier`. Logarithmic in the base's attributes.
    constexpr std::span<attribute_row const> attributes(id<entity> e) const { return of_number(t_->entity_attributes, e.value); }
    /// The same of a claim.
    constexpr std::span<attribute_row const> attributes(claim_id c) const { return of_number(t_->claim_attributes, c.value); }
    /// The columns of its kind alone, such as the brands of a therapy.
    template <a_kind Kind>
    constexpr typename Kind::details const& details(id<Kind> e) const {
        if constexpr (kind_with_details<Kind>) {
            auto const rows = t_->rows<Kind>();
            auto const i = of_kinds(kinds_of<Kind>::bits).slot(e.value);
            if (i != no_number) return at(rows, rows.size() == 1 ? 0 : i);
        }
        return absent<typename Kind::details>;
    }

    // Edges without their type: a claim is its number.

    constexpr std::uint32_t edge_count() const { return relation_first(relations::size); }
    constexpr std::uint32_t first_claim() const { return relation_first(structure::size); }
    constexpr std::uint32_t claim_count() const { return edge_count() - first_claim(); }
    constexpr id_range<claim_id> claims() const { return {first_claim(), edge_count()}; }
    /// The claims, or the edges of structure, of the relation of that number; none where there is no such relation.
    constexpr id_range<claim_id> edges_of(std::uint32_t r) const {
        return r < relations::size ? id_range<claim_id>{relation_first(r), relation_first(r + 1)} : id_range<claim_id>{};
    }

    // Not by the templates below: clang 16 would not have them yet where a constant asks.
    constexpr id<entity> subject(claim_id c) const {
        return id<entity>::from_number(all_entities().clamp(at(t_->subject, c.value)));
    }
    constexpr id<entity> object(claim_id c) const {
        return id<entity>::from_number(all_entities().clamp(at(t_->object, c.value)));
    }
    /// The same where the caller knows its kinds; a damaged number becomes an entity of these, or one that stands among them.
    // In a constant nothing can be read out of bounds, and steps are counted.
    template <kind_or_kinds Kind>
    constexpr id<Kind> subject(claim_id c) const {
        if (std::is_constant_evaluated()) return id<Kind>::from_number(at(t_->subject, c.value));
        return id<Kind>::from_number(of_kinds(kinds_of<Kind>::bits).clamp(at(t_->subject, c.value)));
    }
    template <kind_or_kinds Kind>
    constexpr id<Kind> object(claim_id c) const {
        if (std::is_constant_evaluated()) return id<Kind>::from_number(at(t_->object, c.value));
        return id<Kind>::from_number(of_kinds(kinds_of<Kind>::bits).clamp(at(t_->object, c.value)));
    }
    /// The number of its relation on the schema page; `relations::size` for no edge.
    constexpr std::uint32_t relation(claim_id c) const { return which<relations::size>(t_->relation_begin.data(), c.value); }

    // What a claim says; `r` is its relation, where the caller knows it.

    constexpr treatise::stance stance(claim_id c, std::uint32_t r) const {
        auto const byte = of_claim(t_->stance, r, c);
        return byte < words_of<treatise::stance>.size() ? static_cast<treatise::stance>(byte) : treatise::stance{};
    }
    constexpr treatise::stance stance(claim_id c) const { return stance(c, relation(c)); }
    constexpr attribution const& said(claim_id c, std::uint32_t r) const {
        if (r < structure::size || r >= relations::size) return absent<attribution>;
        return at(t_->attributions, of_claim(t_->attributed, r, c));
    }
    constexpr attribution const& said(claim_id c) const { return said(c, relation(c)); }
    /// The authored key of the claim; empty for structure, and where nobody wrote one. `claim_key_of` gives every claim's id.
    constexpr std::string_view claim_key(claim_id c) const { return claim_key(c, relation(c)); }
    constexpr std::string_view claim_key(claim_id c, std::uint32_t r) const {
        return (*this)[text::from_number(of_claim(t_->claim_key, r, c))];
    }
    /// What the source adds that no field holds, in the editors' words.
    constexpr std::string_view note(claim_id c) const { return (*this)[text::from_number(of_claim(t_->note, relation(c), c))]; }
    /// What keeps the claim out of the default scope; worked out when the base was made.
    constexpr claim_marks marks(claim_id c, std::uint32_t r) const { return claim_marks{of_claim(t_->marks, r, c)}; }
    constexpr claim_marks marks(claim_id c) const { return marks(c, relation(c)); }
    /// The layer that says it: 0 is the base itself, the next lies on top of it.
    constexpr std::uint32_t layer(claim_id c) const { return of_claim(t_->layer, relation(c), c); }
    /// The same where the caller knows the claim's relation.
    constexpr std::uint32_t layer(claim_id c, std::uint32_t r) const { return of_claim(t_->layer, r, c); }
    /// Whether anything that the base says is said by a layer on top of it.
    constexpr bool has_layers() const { return !t_->layer.rows.empty() || !t_->entity_layer.empty(); }
    /// Whether the claim, or the edge of structure, is of the relation.
    template <a_relation Relation>
    constexpr bool is(claim_id c) const {
        auto const all = of_relation<Relation>();
        return c.value - all.first < all.count;
    }
    /// What the claim's relation adds to it, or null where the claim is of another relation.
    template <a_relation Relation>
    constexpr typename Relation::payload const* payload_if(claim_id c) const {
        return is<Relation>(c) ? &payload<Relation>(c) : nullptr;
    }
    template <a_relation Relation>
    constexpr typename Relation::payload const& payload(claim_id c) const {
        if constexpr (relation_with_payload<Relation>) {
            auto const rows = t_->rows<Relation>();
            return at(rows, rows.size() == 1 ? 0 : c.value - of_relation<Relation>().first);
        } else {
            return absent<typename Relation::payload>;
        }
    }

    // Edges of one relation, by number of the relation.

    constexpr id_run<claim_id> out_ids(std::uint32_t r, id<entity> v) const {
        auto const [first, last] = offsets(t_->out_at, t_->out_begin, relation_first(r + 1), r, subject_kinds[r], v);
        return first >= relation_first(r) ? id_run<claim_id>{first, last - first} : id_run<claim_id>{};
    }
    constexpr id_run<claim_id> in_ids(std::uint32_t r, id<entity> v) const {
        auto const [first, last] = offsets(t_->in_at, t_->in_begin, t_->in_edges.size(), r, object_kinds[r], v);
        return {t_->in_edges.data() + first, last - first, of_relation(r)};
    }
    constexpr two_runs<claim_id> about_ids(std::uint32_t r, id<cause> c) const {
        auto const direct = object_kinds[r] == kinds_of<cause>::bits ? in_ids(r, c) : id_run<claim_id>{};
        auto const [first, last] = offsets(t_->about_at, t_->about_begin, t_->about_claims.size(), r, kinds_of<cause>::bits, c);
        return {direct, {t_->about_claims.data() + first, last - first, of_relation(r)}};
    }

    /// The claims that list an option for this cause itself, as their object or as a context, by option and then by number:
    /// none of a reference and none that is withdrawn, whatever a scope asks.
    constexpr id_run<claim_id> listing_ids(id<cause> c) const {
        auto const slot = of_kinds(kinds_of<cause>::bits).slot(c.value);
        if (slot == no_number) return {};
        auto const [first, last] =
            within(t_->listing_claims.size(), at(t_->listing_begin, slot), at(t_->listing_begin, slot + 1));
        return {t_->listing_claims.data() + first, last - first, {first_claim(), claim_count()}};
    }

    // The same of a relation that the caller names.

    template <a_relation Relation>
    constexpr id_run<claim_id> out_ids(id<entity> v) const {
        return out_ids(relation_number<Relation>, v);
    }
    template <a_relation Relation>
    constexpr id_run<claim_id> in_ids(id<entity> v) const {
        return in_ids(relation_number<Relation>, v);
    }
    template <claim_relation Relation>
    constexpr two_runs<claim_id> about_ids(id<cause> c) const {
        return about_ids(relation_number<Relation>, c);
    }

    template <claim_relation Relation>
    constexpr attribution const& said(claim_id c) const {
        return said(c, relation_number<Relation>);
    }
    template <claim_relation Relation>
    constexpr treatise::stance stance(claim_id c) const {
        return stance(c, relation_number<Relation>);
    }

    // Edges of one relation, typed: `kb.out<affects>(therapy)` compiles, `kb.out<affects>(cause)` does not.

    template <a_relation Relation, kind_or_kinds Kind>
        requires converts_to_kind<Kind, typename Relation::subject>
    constexpr auto out(id<Kind> v) const {
        using ids = id_run<claim_id>;
        return range_of<Relation, Kind, ids>(out_ids<Relation>(v));
    }
    template <a_relation Relation, kind_or_kinds Kind>
        requires converts_to_kind<Kind, typename Relation::object>
    constexpr auto in(id<Kind> v) const {
        using ids = id_run<claim_id>;
        return range_of<Relation, Kind, ids>(in_ids<Relation>(v));
    }
    /// Whether any claim of the relation names a cause that is not its object.
    constexpr bool has_contexts(std::uint32_t r) const { return at(t_->about_at, r) != no_index; }
    template <claim_relation Relation>
    constexpr bool has_contexts() const {
        return has_contexts(relation_number<Relation>);
    }
    /// Every claim of the relation that speaks of the cause, as its object or as its context.
    template <claim_relation Relation>
    constexpr auto about(id<cause> c) const {
        return range_of<Relation, cause, two_runs<claim_id>>(about_ids<Relation>(c));
    }
    template <a_relation Relation>
    constexpr auto every() const {
        using ids = id_run<claim_id>;
        auto const all = of_relation<Relation>();
        return range_of<Relation, typename Relation::subject, ids>(ids{all.first, all.count});
    }
    /// The objects of `out`, without the claims: neighbouring numbers in memory, the way to list thousands of outcomes.
    template <a_relation Relation, kind_or_kinds Kind>
        requires converts_to_kind<Kind, typename Relation::subject>
    constexpr auto objects(id<Kind> v) const {
        return objects<Relation, Kind>(out_ids<Relation>(v));
    }
    template <a_relation Relation, kind_or_kinds Kind = typename Relation::subject>
    constexpr auto objects(id_run<claim_id> of_one) const {
        using object = std::conditional_t<Relation::same_kind, Kind, typename Relation::object>;
        return id_run<id<object>>{t_->object.data() + of_one.first, of_one.count, of_kinds(kinds_of<object>::bits)};
    }
    /// The names of entities, such as of `objects`: what `name` gives for each, in fewer steps.
    template <kind_or_kinds Kind>
    constexpr name_run names(id_run<id<Kind>> of) const {
        return of.numbers ? name_run{of.numbers, t_->text_begin.data() + first_name, t_->pool.data(), t_->pool.size(), of.count,
                                of.among}
                          : name_run{};
    }
    /// The claim of that number; it must be of the relation.
    // Inlined at any size, as are the two that call it: a loop that reads one field must not fetch the others.
    template <claim_relation Relation>
    [[gnu::always_inline]] constexpr treatise::claim<Relation> get(claim_id c) const {
        constexpr auto r = relation_number<Relation>;
        return {c, subject<typename Relation::subject>(c), object<typename Relation::object>(c), stance(c, r), &said(c, r),
            &payload<Relation>(c)};
    }

private:
    treatise::tables const* t_ = &graph_detail::no_tables;
};

/// The claims (or edges of structure) of one relation that `Ids` numbers, typed as they are read; the arrays must outlive it.
template <a_relation Relation, class Subject, class Object, class Ids>
class claim_range : public range_interface<claim_range<Relation, Subject, Object, Ids>> {
public:
    constexpr claim_range() = default;
    constexpr claim_range(knowledge_base of, Ids ids) : kb_{of}, ids_{ids} {}
    constexpr std::uint32_t size() const { return ids_.size(); }
    [[gnu::always_inline]] constexpr auto operator[](std::uint32_t i) const {
        if constexpr (claim_relation<Relation>)
            return kb_.template get<Relation>(ids_[i]);
        else
            return edge<Relation, Subject, Object>{
                ids_[i], kb_.template subject<Subject>(ids_[i]), kb_.template object<Object>(ids_[i])};
    }

private:
    knowledge_base kb_;
    Ids ids_{};
};

}  // namespace treatise::inline v0_3
