// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/claim.hpp>
#include <treatise/model/fields.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// Which names the tables of a knowledge file take, all of them from the schema page.
//
// [base]             what the base says of itself; in one file of the folder
// [defaults]         what the claims of this file say where they leave it out: fields of attribution
// [[<kind>]]         an entity: its text, the fields of its kind, and the structure whose subject it is
// [[<relation>]]     a claim: its ends, its attribution, and what its relation carries
//
// and, of files that are laid on top of a base:
//
// [overlay]          whose they are
// [[addition]]       more names or attributes of an entity of the base, attributes of a claim of it
// [[withdrawal]]     a claim of the base that does not protect, withdrawn
namespace treatise::inline v0_3 {

/// The names of the fields of a row.
template <class Row>
std::vector<std::string> field_names() {
    std::vector<std::string> names;
    Row::fields([&](std::string_view name, auto, presence = optional) { names.emplace_back(name); });
    return names;
}

/// How a claim of the relation spells a field of its attribution: `claim_status` where the relation has a `status` of its own.
template <claim_relation Relation>
std::string attribution_field(std::string_view name) {
    bool taken = false;
    Relation::payload::fields([&](std::string_view n, auto, presence = optional) { taken = taken || n == name; });
    return taken ? "claim_" + std::string{name} : std::string{name};
}

/// The relation is structure and an entity of the kind may be its subject.
template <a_kind Kind, a_relation Relation>
inline constexpr bool has_structure =
    !claim_relation<Relation> && (kinds_of<typename Relation::subject>::bits >> kind_number<Kind> & 1u) != 0;

/// The fields that a `[[<kind>]]` table takes.
template <a_kind Kind>
std::vector<std::string> entity_fields() {
    std::vector<std::string> names{"key", "name", "description", "synonyms", "codes"};
    for (auto& n : field_names<typename Kind::details>()) names.push_back(n);
    each(structure{}, [&]<class R>() {
        if (has_structure<Kind, R>) names.emplace_back(R::name);
    });
    return names;
}

/// The fields that a `[[<relation>]]` table takes, those of its attribution last.
template <claim_relation Relation>
std::vector<std::string> claim_fields() {
    std::vector<std::string> names{"id", "subject", "object", "stance", "note"};
    for (auto& n : field_names<typename Relation::payload>()) names.push_back(n);
    for (auto const& n : field_names<attribution>()) names.push_back(attribution_field<Relation>(n));
    return names;
}

/// The fields that a code of an entity takes.
inline std::vector<std::string> code_fields() {
    auto names = field_names<code_row>();
    std::erase(names, "of");  // the entity it is written on
    return names;
}

/// The fields of an `[[addition]]`, besides attributes.
inline std::vector<std::string> addition_fields() { return {"entity", "claim", "synonyms"}; }
/// The fields of a `[[withdrawal]]`.
inline std::vector<std::string> withdrawal_fields() { return {"claim", "date", "reason"}; }

/// The names of the tables that a file takes; `overlay`: one that is laid on top of a base.
inline std::vector<std::string> table_names(bool overlay = false) {
    std::vector<std::string> names{"base", "defaults"};
    if (overlay) names = {"overlay", "addition", "withdrawal", "defaults"};
    each(kinds{}, [&]<class K>() { names.emplace_back(K::name); });
    each(claim_relations{}, [&]<class R>() { names.emplace_back(R::name); });
    return names;
}

}  // namespace treatise::inline v0_3
