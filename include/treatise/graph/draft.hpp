// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/columns.hpp>
#include <treatise/graph/interner.hpp>
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

/// Knowledge as it was read: entities and edges in the order of reading, their numbers its own. Plain data; a `builder` fills it,
/// `check` says what is wrong with it and `freeze` makes a knowledge base of it.
struct draft : rows_by_type<graph_detail::as_vector> {
    interner texts;
    std::vector<std::string> files;
    base_row base{};
    draft_place base_where;
    std::vector<draft_entity> entities;
    std::vector<draft_code> codes;
    std::vector<std::vector<draft_edge>> edges = std::vector<std::vector<draft_edge>>(relations::size);
    std::vector<problem> problems;  ///< what was found while reading
    bool keeps_hash = true;  ///< whether the base holds its content hash

    [[nodiscard]] std::uint32_t entity_count() const { return static_cast<std::uint32_t>(entities.size()); }
    [[nodiscard]] std::string_view key(id<entity> e) const { return texts[entities[e.value].key]; }
    [[nodiscard]] std::uint32_t kind(id<entity> e) const { return entities[e.value].kind; }
    template <kind_with_details Kind>
    [[nodiscard]] typename Kind::details const& details(id<Kind> e) const {
        return rows<Kind>()[entities[e.value].of_kind];
    }
    [[nodiscard]] location located(draft_place p) const {
        return {p.file < files.size() ? files[p.file] : std::string{}, p.line, p.column};
    }
};

}  // namespace treatise::inline v0_3
