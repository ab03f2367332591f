// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/field_text.hpp>
#include <treatise/graph/succession.hpp>
#include <treatise/toml/format.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What exports write in the cells of their tables, so that all of it can be read back.
namespace treatise::inline v0_3::bulk_detail {

/// A text as it stands in a list of one cell: "|" parts the list, so there and a backslash a backslash stands before it;
/// line breaks and tabs, which would part rows and cells, as \n and \t.
inline std::string escaped(std::string_view s, bool in_list = false) {
    std::string made;
    for (char const c : s) {
        if (c == '\n')
            made += "\\n";
        else if (c == '\t')
            made += "\\t";
        else if (c == '\r')
            made += "\\r";
        else {
            if (c == '\\' || (c == '|' && in_list)) made += '\\';
            made += c;
        }
    }
    return made;
}
/// The parts of a list, or the one part that a text is, without what `escaped` put there.
inline std::vector<std::string> unescaped(std::string_view s, bool as_list) {
    std::vector<std::string> parts;
    if (s.empty()) return parts;
    parts.emplace_back();
    for (std::size_t i = 0; i != s.size(); ++i) {
        if (s[i] == '|' && as_list) {
            parts.emplace_back();
        } else if (s[i] == '\\' && i + 1 != s.size()) {
            ++i;
            parts.back() += s[i] == 'n' ? '\n' : s[i] == 't' ? '\t' : s[i] == 'r' ? '\r' : s[i];
        } else {
            parts.back() += s[i];
        }
    }
    return parts;
}

/// The value of a field in one cell: as knowledge files write it, entities by key, lists parted by "|".
template <class Row, class Type>
std::string cell_of(knowledge_base const& kb, Row const& row, Type const& value) {
    if constexpr (is_list<Type>) {
        std::string s;
        for (auto x : kb[value]) {
            if (!s.empty()) s += '|';
            if constexpr (std::same_as<decltype(x), text>)
                s += escaped(kb[x], true);
            else
                s += kb.key(x);
        }
        return s;
    } else {
        return escaped(field_text(kb, row, value));
    }
}

/// Calls `f(name, cell)` for every field of a row that has a value, as enumerations and flags always do.
template <class Row, class F>
void each_cell(knowledge_base const& kb, Row const& row, F&& f) {
    Row::fields([&](std::string_view name, auto member, presence = optional) {
        if (!is_absent(row.*member)) f(name, cell_of(kb, row, row.*member));
    });
}

/// Names of columns, each once, in the order in which they were first asked for.
class columns_of {
public:
    std::size_t operator()(std::string_view name) {
        std::size_t i = 0;
        while (i != names_.size() && names_[i] != name) ++i;
        if (i == names_.size()) names_.emplace_back(name);
        return i;
    }
    std::vector<std::string> const& names() const { return names_; }

private:
    std::vector<std::string> names_{};
};

/// The column of a field of an attribution: the status of a claim is not that of an approval or a coverage.
inline std::string attribution_column(std::string_view field) { return field == "status" ? "claim_status" : std::string{field}; }

/// The columns of a kind's details.
template <class Kind>
void add_columns(columns_of& to) {
    for (auto const& n : field_names<typename Kind::details>()) to(n);
}
/// The columns of a claim of the relation: its attribution, then its payload, under the names that knowledge files use.
template <class Relation>
void add_claim_columns(columns_of& to) {
    if constexpr (claim_relation<Relation>) {
        for (auto const& n : field_names<attribution>()) to(attribution_column(n));
        for (auto const& n : field_names<typename Relation::payload>()) to(n);
    }
}

/// Calls `f(column, cell)` for all that a claim says besides its ends, and for the claim of a later edition that replaced it;
/// `replaced` is kept for the next claim.
template <class Relation, class F>
void each_claim_cell(knowledge_base const& kb, [[maybe_unused]] successions& replaced, claim_id c, F&& f) {
    if constexpr (claim_relation<Relation>) {
        f("id", claim_key_of(kb, c));
        f("stance", std::string{word(kb.stance(c))});
        f("note", escaped(kb.note(c)));
        if (auto const newer = replaced.replaced_by(c)) f("replaced_by", claim_key_of(kb, newer));
        each_cell(kb, kb.said(c), [&](std::string_view name, std::string cell) { f(attribution_column(name), std::move(cell)); });
        each_cell(kb, kb.template payload<Relation>(c), f);
    }
}

/// The codes of an entity in one cell: system=mapping=code, parted by "|".
inline std::string codes_cell(knowledge_base const& kb, id<entity> e) {
    std::string s;
    for (auto const& c : kb.codes(e)) {
        if (!s.empty()) s += '|';
        s += std::string{kb.key(c.system)} + '=' + std::string{word(c.map)} + '=' + escaped(kb[c.code], true);
    }
    return s;
}
/// Attributes in one cell: name=value, parted by "|".
inline std::string attributes_cell(knowledge_base const& kb, std::span<attribute_row const> all) {
    std::string s;
    for (auto const& a : all) (s += s.empty() ? "" : "|") += escaped(kb[a.name], true) + '=' + escaped(kb[a.value], true);
    return s;
}
/// The key of the overlay that is layer `n`; empty for the base itself.
inline std::string_view key_of_layer(knowledge_base const& kb, std::uint32_t n) {
    return n != 0 && n <= kb.layers().size() ? kb[kb.layers()[n - 1].key] : std::string_view{};
}
inline std::string synonyms_cell(knowledge_base const& kb, id<entity> e) {
    std::string s;
    for (auto t : kb.synonyms(e)) (s += s.empty() ? "" : "|") += escaped(kb[t], true);
    return s;
}

}  // namespace treatise::inline v0_3::bulk_detail
