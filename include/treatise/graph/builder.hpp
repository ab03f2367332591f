// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/interner.hpp>
#include <treatise/graph/problem.hpp>
#include <treatise/graph/storage.hpp>
#include <treatise/model/expected.hpp>
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

struct draft_checks;
struct freezer;

/// Collects entities and claims at run time, checks them, and freezes them into a knowledge base.
///
/// The ids it returns are its own: they mean nothing in the frozen base, where `find` gives the
/// final ones. Nothing throws; `freeze` returns every problem, not the first.
class builder {
public:
    // Texts and lists, for the fields of details, attributions and payloads.

    treatise::text text(std::string_view s) { return texts_.text(s); }
    template <class T>
    many<T> list(std::vector<T> const& values) {
        return texts_.list(values);
    }
    many<treatise::text> list(std::initializer_list<std::string_view> values) {
        std::vector<treatise::text> v;
        for (auto s : values) v.push_back(text(s));
        return list(v);
    }

    /// Where the following calls were read, for the messages of problems.
    void at(location const& where);

    /// Reports a problem found while reading; `freeze` returns it with its own.
    void report(std::string key, std::string what) { problems_.push_back({here(), std::move(key), std::move(what)}); }
    void report(location where, std::string key, std::string what) {
        problems_.push_back({std::move(where), std::move(key), std::move(what)});
    }

    /// Whether the frozen base holds what can be worked out again (the default): its content hash, and a derived key for each
    /// claim without an authored one, 26 bytes each. A base of millions leaves them out; `claim_key_of` gives the same key.
    void keep_derived(bool keep) { keeps_derived_ = keep; }

    void base(base_row const& row) { base_ = row, base_where_ = here_; }

    template <a_kind Kind>
    id<Kind> add(entity_text const& e, typename Kind::details const& details = {}) {
        static_cast<details_vector<Kind>&>(details_).rows.push_back(details);
        return id<Kind>{add_entity(kind_number<Kind>, e)};
    }
    void code(id<entity> of, id<code_system> system, std::string_view code, mapping map);

    template <a_relation Relation>
        requires(!claim_relation<Relation>)
    void relate(id<typename Relation::subject> subject, id<typename Relation::object> object) {
        add_edge(relation_number<Relation>, subject, object);
    }
    template <claim_relation Relation>
    void claim(id<typename Relation::subject> subject, id<typename Relation::object> object, attribution const& said,
        claim_text const& c, typename Relation::payload const& carries = {}) {
        static_cast<payload_vector<Relation>&>(payloads_).rows.push_back(carries);
        auto& e = add_edge(relation_number<Relation>, subject, object);
        e.said = said;
        e.key = text(c.key);
        e.stance = c.stance;
        e.note = text(c.note);
    }
    /// Claims that say the same but for their ends, without ids of their own; equal ends are one claim.
    template <claim_relation Relation>
    void claims(attribution const& said, treatise::stance stance, typename Relation::payload const& carries,
        std::vector<edge_ends> ends) {
        std::sort(ends.begin(), ends.end(),
            [](edge_ends x, edge_ends y) { return std::pair{x.subject, x.object} < std::pair{y.subject, y.object}; });
        ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
        for (auto const& e : ends)
            claim<Relation>(id<typename Relation::subject>{e.subject}, id<typename Relation::object>{e.object}, said,
                {{}, stance, {}}, carries);
    }
    /// A claim with a figure in its measure; what else was published with it is in `rest`. The claims of files come as rows.
    template <std::same_as<affects> Relation, statistic Measure>
    void claim(id<option> subject, id<outcome> object, attribution const& said, claim_text const& c,
        quantity<Measure> const& figure, effect const& rest = {}) {
        if constexpr (Measure == statistic::mean_difference) refuse_other_scale(object, figure.scale, c.key);
        claim<Relation>(subject, object, said, c, effect_of(figure, rest));
    }

    /// The base, or every problem; entities and claims are numbered in display order.
    ///
    /// Linear but for sorting; a frozen builder is left empty, one with problems keeps all but these.
    template <class Checks = draft_checks, class Freezer = freezer>  // defined in headers that need this one
    expected<storage, std::vector<problem>> freeze() {
        Checks{*this}.run();
        if (!problems_.empty()) return unexpected{std::move(problems_)};
        Freezer f{*this};
        f.run();
        *this = builder{};
        return std::move(f.s);
    }

    // What the checks and the readers look up while building.

    std::uint32_t entity_count() const { return static_cast<std::uint32_t>(entities_.size()); }
    std::string_view key(id<entity> e) const { return texts_[entities_[e.value].key]; }
    std::string_view name(id<entity> e) const { return texts_[entities_[e.value].name]; }
    std::uint32_t kind(id<entity> e) const { return entities_[e.value].kind; }
    std::string_view operator[](treatise::text s) const { return texts_[s]; }
    template <class T>
    std::vector<T> operator[](many<T> m) const {
        return texts_[m];
    }
    template <a_kind Kind>
    typename Kind::details& details(id<Kind> e) {
        return static_cast<details_vector<Kind>&>(details_).rows[entities_[e.value].of_kind];
    }
    /// The pairs of an `is_a`, before any check: what prints a cycle looks here.
    std::vector<std::pair<id<entity>, id<entity>>> hierarchy() const;
    std::vector<problem> const& problems() const { return problems_; }

private:
    struct place {
        std::uint32_t file = no_index, line = 0, column = 0;
    };
    struct entity_draft {
        std::uint32_t kind, of_kind;  ///< the kind, and which of that kind in the order of adding
        treatise::text key, name, description;
        many<treatise::text> synonyms;
        place where;
    };
    struct edge_draft {
        id<entity> subject, object;
        std::uint32_t of_relation;
        attribution said{};
        treatise::text key{}, note{};
        treatise::stance stance{};
        place where;
    };
    struct code_draft {
        id<entity> of;
        code_row row;
        place where;
    };

    std::uint32_t add_entity(std::uint32_t kind, entity_text const& e);
    void refuse_other_scale(id<outcome> of, id<instrument> scale, std::string_view claim);
    edge_draft& add_edge(std::uint32_t relation, id<entity> subject, id<entity> object);
    location here() const { return located(here_); }
    location located(place p) const { return {p.file < files_.size() ? files_[p.file] : std::string{}, p.line, p.column}; }
    void refuse(place p, treatise::text key, std::string what) {
        problems_.push_back({located(p), std::string{texts_[key]}, std::move(what)});
    }

    friend draft_checks;
    friend freezer;

    interner texts_{};
    std::vector<std::string> files_{};
    place here_{};
    bool keeps_derived_ = true;
    base_row base_{};
    place base_where_{0xffff'ffff, 0, 0};
    std::vector<entity_draft> entities_{};
    std::vector<std::uint32_t> per_kind_ = std::vector<std::uint32_t>(kinds::size, 0);
    std::vector<code_draft> codes_{};
    std::vector<std::vector<edge_draft>> edges_ = std::vector<std::vector<edge_draft>>(relations::size);
    details_vectors<kinds> details_{};
    payload_vectors<relations> payloads_{};
    std::vector<problem> problems_{};
};

inline void builder::at(location const& where) {
    auto const known = std::find(files_.begin(), files_.end(), where.file);
    here_ = {static_cast<std::uint32_t>(known - files_.begin()), where.line, where.column};
    if (known == files_.end()) files_.push_back(where.file);
}

inline std::uint32_t builder::add_entity(std::uint32_t kind, entity_text const& e) {
    std::vector<treatise::text> synonyms;
    for (auto s : e.synonyms) synonyms.push_back(text(s));
    entities_.push_back({kind, per_kind_[kind]++, text(e.key), text(e.name), text(e.description), list(synonyms), here_});
    return entity_count() - 1;
}

inline void builder::refuse_other_scale(id<outcome> of, id<instrument> scale, std::string_view claim) {
    auto const exists = [this](id<entity> e, std::uint32_t of_kind) { return e.value < entity_count() && kind(e) == of_kind; };
    if (!exists(of, kind_number<outcome>)) return;  // freezing says so
    auto const named = details(of).scale;
    if (scale == named) return;
    auto const in_words = [&](id<instrument> s) {
        return exists(s, kind_number<instrument>) ? '`' + std::string{key(s)} + '`' : std::string{"no scale"};
    };
    report(std::string{claim}, "is a mean difference on " + in_words(scale) + "; expected one on that of `" +
                                   std::string{key(of)} + "`, " + in_words(named));
}

inline void builder::code(id<entity> of, id<code_system> system, std::string_view code, mapping map) {
    codes_.push_back({of, {system, text(code), map, of}, here_});
}

inline builder::edge_draft& builder::add_edge(std::uint32_t relation, id<entity> subject, id<entity> object) {
    auto& edges = edges_[relation];
    edges.push_back({subject, object, static_cast<std::uint32_t>(edges.size()), {}, {}, {}, {}, here_});
    return edges.back();
}

inline std::vector<std::pair<id<entity>, id<entity>>> builder::hierarchy() const {
    std::vector<std::pair<id<entity>, id<entity>>> pairs;
    for (auto const& e : edges_[relation_number<is_a>]) pairs.emplace_back(e.subject, e.object);
    return pairs;
}

}  // namespace treatise::inline v0_3

#include <treatise/graph/draft_checks.hpp>
#include <treatise/graph/freeze.hpp>
