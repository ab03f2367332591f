// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/field_text.hpp>
#include <treatise/graph/knowledge_base.hpp>
#include <treatise/query/meaning.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// What became of a claim between two versions of a knowledge base; the order in which changes are told.
enum class change : std::uint8_t { withdrawn, added, changed, removed };
template <>
inline constexpr std::array<std::string_view, 4> words_of<change>{"withdrawn", "added", "changed", "removed"};

/// One claim that differs between two bases, and in which fields.
struct claim_change {
    change what{};
    bool safety = false;       ///< a warning, a contraindication, a harm, or an outcome of the documented list
    std::string key;           ///< the claim's id, the same in both bases
    claim_id before{}, after{};
    struct field {
        std::string name, before, after;
    };
    std::vector<field> fields{};
};

namespace query_detail {

/// A claim as pairs of field and text, comparable between bases.
struct claim_fields {
    knowledge_base const& kb;
    claim_id c;
    std::vector<std::pair<std::string, std::string>> fields{};

    void put(std::string name, std::string value) { fields.emplace_back(std::move(name), std::move(value)); }
    template <class Row>
    void row(Row const& r, std::string_view prefix = {}) {
        Row::fields([&](std::string_view name, auto member, presence = optional) {
            put(std::string{prefix} + std::string{name}, field_text(kb, r, r.*member));
        });
    }
    template <class Relation>
    void operator()() {
        row(kb.payload<Relation>(c), std::string{Relation::name} + '.');  // a payload may name a field as attributions do
    }
    void read() {
        auto const r = kb.relation(c);
        put("relation", r < relations::size ? std::string{relation_names[r]} : std::string{});
        put("subject", std::string{kb.key(kb.subject(c))});
        put("object", std::string{kb.key(kb.object(c))});
        put("stance", std::string{treatise::word(kb.stance(c))});
        put("note", std::string{kb.note(c)});
        row(kb.said(c));
        with_claim_relation(r, *this);
    }
};

inline bool concerns_safety(knowledge_base const& kb, claim_id c) {
    return meaning_of(kb.relation(c)).passes_scopes || facet_of(kb, c) == facet::harm ||
           kb.details(kb.as<outcome>(kb.object(c))).important;
}

/// The fields whose text differs; one that only one side has is empty on the other.
inline std::vector<claim_change::field> changes_of(std::vector<std::pair<std::string, std::string>> const& before,
    std::vector<std::pair<std::string, std::string>> const& after) {
    std::vector<claim_change::field> changes;
    auto const find = [](auto const& fields, std::string const& name) {
        return std::find_if(fields.begin(), fields.end(), [&](auto const& f) { return f.first == name; });
    };
    for (auto const& [name, old_text] : before) {
        auto const other = find(after, name);
        if (auto const text = other == after.end() ? std::string{} : other->second; text != old_text)
            changes.push_back({name, old_text, text});
    }
    for (auto const& [name, text] : after)
        if (!text.empty() && find(before, name) == before.end()) changes.push_back({name, {}, text});
    return changes;
}

inline std::vector<claim_change::field> field_changes(
    knowledge_base const& old_base, claim_id a, knowledge_base const& new_base, claim_id b) {
    claim_fields x{old_base, a}, y{new_base, b};
    x.read();
    y.read();
    return changes_of(x.fields, y.fields);
}

/// Two bases side by side, claim by claim.
struct claim_differences {
    knowledge_base const &old_base, &new_base;
    std::vector<claim_change> found{};

    static bool is_withdrawn(knowledge_base const& kb, claim_id c) { return kb.said(c).status == claim_status::withdrawn; }
    void only_before(std::string const& key, claim_id before) {
        found.push_back({change::removed, concerns_safety(old_base, before), key, before, {}, {}});
    }
    void only_after(std::string const& key, claim_id after) {
        auto const what = is_withdrawn(new_base, after) ? change::withdrawn : change::added;
        found.push_back({what, concerns_safety(new_base, after), key, {}, after, {}});
    }
    void in_both(std::string const& key, claim_id before, claim_id after) {
        auto fields = field_changes(old_base, before, new_base, after);
        if (fields.empty()) return;
        bool const gone = is_withdrawn(new_base, after) && !is_withdrawn(old_base, before);
        found.push_back({gone ? change::withdrawn : change::changed,
            concerns_safety(old_base, before) || concerns_safety(new_base, after), key, before, after, std::move(fields)});
    }
};

/// What was withdrawn first, then what concerns safety.
inline bool is_told_before(claim_change const& a, claim_change const& b) {
    bool const x = a.what == change::withdrawn, y = b.what == change::withdrawn;
    if (x != y) return x;
    if (a.safety != b.safety) return a.safety;
    return a.what != b.what ? a.what < b.what : a.key < b.key;
}

}  // namespace query_detail

/// What changed between two versions of a base, claim by claim: what was withdrawn first, then what concerns safety.
///
/// Claims are matched by their ids and compared field by field, entities by key; never as text of files. N log N.
inline std::vector<claim_change> diff(knowledge_base const& old_base, knowledge_base const& new_base) {
    query_detail::claim_differences differences{old_base, new_base};
    auto const before = claims_by_key(old_base), after = claims_by_key(new_base);
    auto i = before.begin();
    auto j = after.begin();
    while (i != before.end() && j != after.end())
        if (i->first < j->first) {
            differences.only_before(i->first, i->second);
            ++i;
        } else if (j->first < i->first) {
            differences.only_after(j->first, j->second);
            ++j;
        } else {
            differences.in_both(i->first, i->second, j->second);
            ++i, ++j;
        }
    for (; i != before.end(); ++i) differences.only_before(i->first, i->second);
    for (; j != after.end(); ++j) differences.only_after(j->first, j->second);
    std::sort(differences.found.begin(), differences.found.end(), query_detail::is_told_before);
    return std::move(differences.found);
}

}  // namespace treatise::inline v0_3
