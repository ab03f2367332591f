// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/columns.hpp>
#include <treatise/graph/interner.hpp>
#include <treatise/graph/knowledge_base.hpp>
#include <treatise/graph/problem.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// Where in the files of a draft something was read.
struct draft_place {
    std::uint32_t file = no_index, line = 0, column = 0;
};

struct draft_entity {
    std::uint32_t kind, of_kind;  ///< the kind, and which of that kind in the order of adding
    text key, name, description;
    many<text> synonyms;
    draft_place where;
    std::uint8_t layer = 0;
};

struct draft_edge {
    id<entity> subject, object;
    std::uint32_t of_relation;  ///< which of its relation in the order of adding: its payload
    attribution said{};
    text key{}, note{};
    treatise::stance stance{};
    draft_place where;
    std::uint8_t layer = 0;
};

struct draft_code {
    id<entity> of;
    code_row row;
    draft_place where;
};

/// A claim of a draft: its relation, and which of that relation in the order of adding.
struct draft_claim {
    std::uint32_t relation = no_index, of_relation = 0;
};

/// An attribute of an entity, of a claim of the draft, or of the claim with an id in the base below.
struct draft_attribute {
    id<entity> of{};
    draft_claim claim{};
    text claim_key{};
    text name{}, value{};
    draft_place where{};
};

/// More names for an entity of the base below.
struct draft_names {
    id<entity> of{};
    many<text> synonyms{};
    draft_place where{};
};

/// A claim of the base below that an overlay withdraws.
struct draft_withdrawal {
    text claim_key{};
    date on{};
    text reason{};
    draft_place where{};
};

/// Knowledge as it was read: entities and edges in the order of reading, their numbers its own. Plain data; a `builder` fills it,
/// `check` says what is wrong with it, `freeze` makes a knowledge base of it, and `overlay` lays it on top of one.
///
/// An overlay's draft lies over a base: the ids of that base are valid in it, and its own entities are numbered behind them.
struct draft : rows_by_type<graph_detail::as_vector> {
    interner texts;
    std::vector<std::string> files;
    base_row base{};
    draft_place base_where;
    std::vector<draft_entity> entities;
    std::vector<draft_code> codes;
    std::vector<std::vector<draft_edge>> edges = std::vector<std::vector<draft_edge>>(relations::size);
    std::vector<draft_attribute> attributes;
    std::vector<draft_names> names;
    std::vector<draft_withdrawal> withdrawals;
    std::vector<layer_row> layers;  ///< of a base that was exported with overlays on it
    std::vector<problem> problems;  ///< what was found while reading
    bool keeps_hash = true;  ///< whether the base holds its content hash
    knowledge_base below{};  ///< what an overlay lies over; it must outlive the draft
    bool is_overlay = false;

    [[nodiscard]] std::string_view operator[](text t) const { return texts[t]; }
    template <class T>
    [[nodiscard]] std::vector<T> operator[](many<T> m) const {
        return texts[m];
    }
    /// The base's below, and its own.
    [[nodiscard]] std::uint32_t entity_count() const { return first_own() + static_cast<std::uint32_t>(entities.size()); }
    [[nodiscard]] std::uint32_t first_own() const { return below.entity_count(); }
    [[nodiscard]] bool is_own(id<entity> e) const { return e.value >= first_own() && e.value < entity_count(); }
    [[nodiscard]] draft_entity const& own(id<entity> e) const { return entities[e.value - first_own()]; }
    [[nodiscard]] std::uint8_t layer(id<entity> e) const {
        return is_own(e) ? own(e).layer : static_cast<std::uint8_t>(below.layer(e));
    }
    [[nodiscard]] std::string_view key(id<entity> e) const { return is_own(e) ? texts[own(e).key] : below.key(e); }
    [[nodiscard]] std::string_view name(id<entity> e) const { return is_own(e) ? texts[own(e).name] : below.name(e); }
    [[nodiscard]] std::uint32_t kind(id<entity> e) const { return is_own(e) ? own(e).kind : below.kind(e); }
    /// Of an entity of the base below, the texts and lists in it are that base's.
    template <kind_with_details Kind>
    [[nodiscard]] typename Kind::details const& details(id<Kind> e) const {
        return is_own(e) ? rows<Kind>()[own(e).of_kind] : below.details(e);
    }
    [[nodiscard]] location located(draft_place p) const {
        return {p.file < files.size() ? files[p.file] : std::string{}, p.line, p.column};
    }
};

}  // namespace treatise::inline v0_3
