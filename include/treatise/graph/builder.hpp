// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/draft.hpp>
#include <treatise/graph/problem.hpp>
#include <treatise/model/quantity.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// What an entity says besides the details of its kind.
struct entity_text {
    std::string_view key, name;
    std::string_view description{};
    std::vector<std::string_view> synonyms{};
};

/// What a claim says besides its ends, its attribution and its payload.
struct claim_text {
    std::string_view key;  ///< authored, unique, never reused
    treatise::stance stance = stance::in_favour;
    std::string_view note{};
};

/// The ends of a claim by their numbers in a builder.
struct edge_ends {
    std::uint32_t subject, object;

    friend bool operator==(edge_ends, edge_ends) = default;
};

/// Fills a draft: entities first, then what names them. <treatise/graph/freeze.hpp> makes a knowledge base of it: `freeze(b)`.
///
/// The ids it returns are its own: they mean nothing in the frozen base, where `find` gives the
/// final ones. Nothing throws; `freeze` returns every problem, not the first.
class builder {
public:
    builder() = default;
    /// Begins an overlay: what is added lies over this base, whose ids and constants may be named. <treatise/graph/overlay.hpp>
    /// makes one base of both: `overlay(kb, own)`. The base must outlive the builder.
    explicit builder(knowledge_base const& below) {
        d_.below = below;
        d_.is_overlay = true;
        layer_ = static_cast<std::uint8_t>(below.layers().size() + 1);
    }

    // Texts and lists, for the fields of details, attributions and payloads.

    treatise::text text(std::string_view s) { return d_.texts.text(s); }
    template <class T>
    many<T> list(std::vector<T> const& values) {
        return d_.texts.list(values);
    }
    many<treatise::text> list(std::initializer_list<std::string_view> values) {
        std::vector<treatise::text> v;
        for (auto s : values) v.push_back(text(s));
        return list(v);
    }

    /// Where the following calls were read, for the messages of problems.
    void at(location const& where);

    /// The layer that adds what follows: 0, the base itself, until this says another. What it adds is numbered behind what the
    /// base has.
    void layer(std::uint8_t number) { layer_ = number; }

    /// What lies on top of the base, where a base that was exported with overlays is read back; `layer` says whose what follows
    /// is.
    void layers(std::vector<layer_row> const& all) { d_.layers = all; }

    /// Reports a problem found while reading; `freeze` returns it with its own.
    void report(std::string key, std::string what) { d_.problems.push_back({here(), std::move(key), std::move(what)}); }
    void report(location where, std::string key, std::string what) {
        d_.problems.push_back({std::move(where), std::move(key), std::move(what)});
    }

    /// Whether the frozen base holds its content hash (the default). A base of millions leaves it out: it is worked out where it
    /// is asked for.
    void keep_hash(bool keep) { d_.keeps_hash = keep; }

    void base(base_row const& row) { d_.base = row, d_.base_where = here_; }

    template <a_kind Kind>
    id<Kind> add(entity_text const& e, [[maybe_unused]] typename Kind::details const& details = {}) {
        if constexpr (kind_with_details<Kind>) d_.rows<Kind>().push_back(details);
        return id<Kind>::from_number(add_entity(kind_number<Kind>, e));
    }
    void code(id<entity> of, id<code_system> system, std::string_view code, mapping map);

    template <a_relation Relation>
        requires(!claim_relation<Relation>)
    void relate(id<typename Relation::subject> subject, id<typename Relation::object> object) {
        add_edge(relation_number<Relation>, subject, object);
    }
    template <claim_relation Relation>
    draft_claim claim(id<typename Relation::subject> subject, id<typename Relation::object> object, attribution const& said,
        claim_text const& c, [[maybe_unused]] typename Relation::payload const& carries = {}) {
        if constexpr (relation_with_payload<Relation>) d_.rows<Relation>().push_back(carries);
        auto& e = add_edge(relation_number<Relation>, subject, object);
        e.said = said;
        e.key = text(c.key);
        e.stance = c.stance;
        e.note = text(c.note);
        return {relation_number<Relation>, e.of_relation};
    }
    /// Claims that say the same but for their ends, without ids of their own; equal ends are one claim.
    template <claim_relation Relation>
    void claims(attribution const& said, treatise::stance stance, typename Relation::payload const& carries,
        std::vector<edge_ends> ends) {
        std::sort(ends.begin(), ends.end(),
            [](edge_ends x, edge_ends y) { return std::pair{x.subject, x.object} < std::pair{y.subject, y.object}; });
        ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
        for (auto const& e : ends)
            claim<Relation>(id<typename Relation::subject>::from_number(e.subject),
                id<typename Relation::object>::from_number(e.object), said, {{}, stance, {}}, carries);
    }
    /// A claim with a figure in its measure; what else was published with it is in `rest`. The claims of files come as rows.
    template <std::same_as<affects> Relation, statistic Measure>
    draft_claim claim(id<option> subject, id<outcome> object, attribution const& said, claim_text const& c,
        quantity<Measure> const& figure, effect const& rest = {}) {
        if constexpr (Measure == statistic::mean_difference) refuse_other_scale(object, figure.scale, c.key);
        return claim<Relation>(subject, object, said, c, effect_of(figure, rest));
    }

    // What the schema has no field for, and what an overlay may do to the base below it.

    /// An attribute of an entity, `name` in two parts, yours before the dot: "acme.tier", "2".
    void attribute(id<entity> of, std::string_view name, std::string_view value) {
        d_.attributes.push_back({of, {}, {}, text(name), text(value), here_});
    }
    /// The same of a claim that was added.
    void attribute(draft_claim of, std::string_view name, std::string_view value) {
        d_.attributes.push_back({{}, of, {}, text(name), text(value), here_});
    }
    /// The same of a claim of the base below, by its id.
    void attribute_claim(std::string_view claim, std::string_view name, std::string_view value) {
        d_.attributes.push_back({{}, {}, text(claim), text(name), text(value), here_});
    }
    /// More names by which an entity of the base below is found.
    void add_names(id<entity> of, std::vector<std::string_view> const& synonyms) {
        std::vector<treatise::text> v;
        for (auto s : synonyms) v.push_back(text(s));
        d_.names.push_back({of, list(v), here_});
    }
    /// Withdraws a claim of the base below, by its id, unless it protects.
    void withdraw(std::string_view claim, date on, std::string_view reason) {
        d_.withdrawals.push_back({text(claim), on, text(reason), here_});
    }

    // The draft itself.

    [[nodiscard]] draft const& collected() const& { return d_; }
    draft const& collected() const&& = delete;
    /// The draft, out of the builder, which is left empty.
    [[nodiscard]] draft take() { return std::exchange(*this, {}).d_; }
    /// Leaves what was collected and drops what is known to be wrong with it.
    void forget_problems() { d_.problems.clear(); }

    // What readers look up while building.

    [[nodiscard]] std::uint32_t entity_count() const { return d_.entity_count(); }
    [[nodiscard]] std::string_view key(id<entity> e) const { return d_.key(e); }
    [[nodiscard]] std::string_view name(id<entity> e) const { return d_.name(e); }
    [[nodiscard]] std::uint32_t kind(id<entity> e) const { return d_.kind(e); }
    [[nodiscard]] std::string_view operator[](treatise::text s) const { return d_.texts[s]; }
    template <class T>
    [[nodiscard]] std::vector<T> operator[](many<T> m) const {
        return d_.texts[m];
    }
    /// The base that an overlay lies over; an empty one else.
    [[nodiscard]] knowledge_base const& below() const { return d_.below; }
    /// The words of a scheme in one of its lists.
    [[nodiscard]] std::vector<std::string_view> words_of_scheme(id<scheme> s, many<treatise::text> scheme_details::* list) const {
        std::vector<std::string_view> words;
        if (d_.is_own(s))
            for (auto t : d_.texts[d_.details(s).*list]) words.push_back(d_.texts[t]);
        else
            for (auto t : d_.below[d_.below.details(s).*list]) words.push_back(d_.below[t]);
        return words;
    }
    /// The details of an entity that was added.
    template <a_kind Kind>
    [[nodiscard]] typename Kind::details& details([[maybe_unused]] id<Kind> e) {
        if constexpr (kind_with_details<Kind>)
            return d_.rows<Kind>()[d_.own(e).of_kind];
        else
            return none_;
    }
    /// The pairs of an `is_a`, before any check: what prints a cycle looks here.
    [[nodiscard]] std::vector<std::pair<id<entity>, id<entity>>> hierarchy() const;
    [[nodiscard]] std::vector<problem> const& problems() const { return d_.problems; }

private:
    std::uint32_t add_entity(std::uint32_t kind, entity_text const& e);
    void refuse_other_scale(id<outcome> of, id<instrument> scale, std::string_view claim);
    draft_edge& add_edge(std::uint32_t relation, id<entity> subject, id<entity> object);
    location here() const { return d_.located(here_); }

    draft d_{};
    draft_place here_{};
    std::uint8_t layer_ = 0;
    std::vector<std::uint32_t> per_kind_ = std::vector<std::uint32_t>(kinds::size, 0);
    nothing none_{};  ///< the details of every kind that has none
};

inline void builder::at(location const& where) {
    auto const known = std::find(d_.files.begin(), d_.files.end(), where.file);
    here_ = {static_cast<std::uint32_t>(known - d_.files.begin()), where.line, where.column};
    if (known == d_.files.end()) d_.files.push_back(where.file);
}

inline std::uint32_t builder::add_entity(std::uint32_t kind, entity_text const& e) {
    std::vector<treatise::text> synonyms;
    for (auto s : e.synonyms) synonyms.push_back(text(s));
    d_.entities.push_back(
        {kind, per_kind_[kind]++, text(e.key), text(e.name), text(e.description), list(synonyms), here_, layer_});
    return entity_count() - 1;
}

inline void builder::refuse_other_scale(id<outcome> of, id<instrument> scale, std::string_view claim) {
    auto const exists = [this](id<entity> e, std::uint32_t of_kind) { return e.value < entity_count() && kind(e) == of_kind; };
    if (!exists(of, kind_number<outcome>)) return;  // freezing says so
    auto const named = d_.details(of).scale;
    if (scale == named) return;
    auto const in_words = [&](id<instrument> s) {
        return exists(s, kind_number<instrument>) ? '`' + std::string{key(s)} + '`' : std::string{"no scale"};
    };
    report(std::string{claim}, "is a mean difference on " + in_words(scale) + "; expected one on that of `" +
                                   std::string{key(of)} + "`, " + in_words(named));
}

inline void builder::code(id<entity> of, id<code_system> system, std::string_view code, mapping map) {
    d_.codes.push_back({of, {system, text(code), map, of}, here_});
}

inline draft_edge& builder::add_edge(std::uint32_t relation, id<entity> subject, id<entity> object) {
    auto& edges = d_.edges[relation];
    edges.push_back({subject, object, static_cast<std::uint32_t>(edges.size()), {}, {}, {}, {}, here_, layer_});
    return edges.back();
}

inline std::vector<std::pair<id<entity>, id<entity>>> builder::hierarchy() const {
    std::vector<std::pair<id<entity>, id<entity>>> pairs;
    for (auto const& e : d_.edges[relation_number<is_a>]) pairs.emplace_back(e.subject, e.object);
    return pairs;
}

}  // namespace treatise::inline v0_3
