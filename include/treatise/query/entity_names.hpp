// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <string_view>

namespace treatise::inline v0_3 {

/// What an entity is called; false where there is none. The texts live as long as the base's arrays.
struct entity_names {
    id<entity> of{};
    std::string_view key{}, name{};
    std::string_view clinical{}, plain{};  ///< in the field's own term and in plain words; its name where it has none of these

    constexpr explicit operator bool() const { return static_cast<bool>(of); }
    friend constexpr bool operator==(entity_names const&, entity_names const&) = default;
};

namespace query_detail {

struct register_reader {
    knowledge_base const& kb;
    entity_names& made;

    template <class Kind>
    constexpr void operator()() const {
        if constexpr (requires(typename Kind::details d) { d.clinical, d.plain; }) {
            auto const& d = kb.details(kb.as<Kind>(made.of));
            if (auto const s = kb[d.clinical]; !s.empty()) made.clinical = s;
            if (auto const s = kb[d.plain]; !s.empty()) made.plain = s;
        }
    }
};

}  // namespace query_detail

/// The key and the names of an entity; nothing where it is none, or not stated by the source.
[[nodiscard]] constexpr entity_names names_of(knowledge_base const& kb, id<entity> e) {
    entity_names made;
    if (!e) return made;
    made.of = e;
    made.key = kb.key(e);
    made.name = made.clinical = made.plain = kb.name(e);
    with_type(kinds{}, kb.kind(e), query_detail::register_reader{kb, made});
    return made;
}

}  // namespace treatise::inline v0_3
