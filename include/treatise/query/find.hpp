// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/entity_with_key.hpp>
#include <treatise/model/expected.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/model/halving.hpp>
#include <treatise/query/name_folding.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// Why a name gave no entity: nothing has it, or several have.
struct not_found {
    std::vector<id<entity>> among;  ///< the entities that share the name; empty: unknown

    constexpr bool is_ambiguous() const { return !among.empty(); }
};

/// An identifier in another system, such as {"rxnorm", "25480"}.
struct code {
    std::string_view system, value;
};

namespace query_detail {

constexpr void add_once(std::vector<id<entity>>& to, id<entity> e) {
    if (std::find(to.begin(), to.end(), e) == to.end()) to.push_back(e);
}

template <class Kind>
constexpr expected<id<Kind>, not_found> one(std::vector<id<entity>> found) {
    if (found.size() == 1) return id<Kind>::from_number(found.front().value);
    return unexpected{not_found{std::move(found)}};
}

template <class Kind>
constexpr void add_names(knowledge_base const& kb, std::string_view name, std::vector<id<entity>>& found) {
    for (auto const& row : names_equal_to(kb, name))
        if (kb.as<Kind>(row.of)) add_once(found, row.of);
}

/// The entities with a name that is written in another way: linear in the names of the base.
template <class Kind>
constexpr void add_other_spellings(knowledge_base const& kb, folded_name const& name, std::vector<id<entity>>& found) {
    if (name.text().empty()) return;
    for (auto const& row : kb.tables().names)
        if (name.may_be(kb[row.name]) && kb.as<Kind>(row.of) && folded_name{kb[row.name]} == name) add_once(found, row.of);
}

/// Whether the entity has a key, name, synonym or brand that `is` accepts, and not only a clinical or plain wording of it.
template <class Is>
constexpr bool is_called(knowledge_base const& kb, id<entity> e, Is is) {
    if (is(kb.key(e)) || is(kb.name(e))) return true;
    for (auto t : kb.synonyms(e))
        if (is(kb[t])) return true;
    if (auto const t = kb.as<therapy>(e))
        for (auto brand : kb[kb.details(t).brands])
            if (is(kb[brand])) return true;
    return false;
}

/// Where several were found, those that are called so push out those of which it is only a wording.
template <class Is>
constexpr void prefer_names(knowledge_base const& kb, Is is, std::vector<id<entity>>& found) {
    if (found.size() < 2) return;
    std::vector<id<entity>> called;
    for (auto e : found)
        if (is_called(kb, e, is)) called.push_back(e);
    if (!called.empty()) found = std::move(called);
}

template <class Kind>
constexpr void add_codes(knowledge_base const& kb, code c, std::vector<id<entity>>& found) {
    auto const& t = kb.tables();
    auto const text_of = [&](std::uint32_t i) { return i < t.codes.size() ? kb[t.codes[i].code] : std::string_view{}; };
    auto const all = t.codes_by_text;
    auto i = first_not(all, [&](std::uint32_t of) { return compare_folded(text_of(of), c.value) < 0; });
    for (; i != all.size() && compare_folded(text_of(all[i]), c.value) == 0; ++i) {
        if (all[i] >= t.codes.size()) continue;
        auto const& row = t.codes[all[i]];
        auto const is = [&](std::string_view name) { return compare_folded(name, c.system) == 0; };
        if ((c.system.empty() || is(kb.key(row.system)) || is(kb.name(row.system))) && kb.as<Kind>(row.of))
            add_once(found, row.of);
    }
}

}  // namespace query_detail

/// The entity with this code; a code that is only broad, narrow or related finds its entity too.
template <kind_or_kinds Kind = entity>
constexpr expected<id<Kind>, not_found> find(knowledge_base const& kb, code c) {
    std::vector<id<entity>> found;
    query_detail::add_codes<Kind>(kb, c, found);
    return query_detail::one<Kind>(std::move(found));
}

/// The entity with this key, name, synonym, brand, clinical or plain wording, or code: never a similar one.
///
/// A key wins over names, names over wordings, these over codes ("mesh:D009437", by the key or the name of its system, or the
/// code alone). A name that nobody has as it
/// stands is compared without case, accents, blanks, hyphens, apostrophes, plural, and British or American spelling. Logarithmic
/// in the names where one is found as it stands, else linear.
template <kind_or_kinds Kind = entity>
constexpr expected<id<Kind>, not_found> find(knowledge_base const& kb, std::string_view name) {
    std::vector<id<entity>> found;
    query_detail::add_names<Kind>(kb, name, found);
    for (auto e : found)
        if (kb.key(e) == name) return id<Kind>::from_number(e.value);
    query_detail::prefer_names(kb, [&](std::string_view other) { return compare_folded(other, name) == 0; }, found);
    if (found.empty() && !name.empty()) {
        auto const colon = name.find(':');
        if (colon != std::string_view::npos)
            query_detail::add_codes<Kind>(kb, {name.substr(0, colon), name.substr(colon + 1)}, found);
        if (found.empty()) query_detail::add_codes<Kind>(kb, {{}, name}, found);
    }
    if (found.empty()) {
        folded_name const folded{name};
        query_detail::add_other_spellings<Kind>(kb, folded, found);
        query_detail::prefer_names(kb, [&](std::string_view other) { return folded_name{other} == folded; }, found);
    }
    return query_detail::one<Kind>(std::move(found));
}

}  // namespace treatise::inline v0_3
