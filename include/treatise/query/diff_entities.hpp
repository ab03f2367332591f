// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/query/diff.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// One entity that differs between two bases, and in which fields.
struct entity_change {
    change what{};             ///< never `withdrawn`: only claims are
    std::string key;           ///< the same in both bases
    id<entity> before{}, after{};
    std::vector<claim_change::field> fields{};
};

namespace query_detail {

/// An entity as pairs of field and text: its texts, codes, details and the structure that starts from it.
struct entity_fields {
    knowledge_base const& kb;
    id<entity> e;
    std::vector<std::pair<std::string, std::string>> fields{};

    void put(std::string_view name, std::string value) { fields.emplace_back(std::string{name}, std::move(value)); }
    template <class Kind>
    void details() {
        if (auto const of = kb.as<Kind>(e)) {
            auto const& row = kb.details(of);
            Kind::details::fields(
                [&](std::string_view name, auto member, presence = optional) { put(name, field_text(kb, row, row.*member)); });
        }
    }
    template <class Relation>
    void structure_of() {
        std::vector<std::string_view> keys;
        for (auto c : kb.out_ids<Relation>(e)) keys.push_back(kb.key(kb.object(c)));
        std::sort(keys.begin(), keys.end());
        std::string s;
        for (auto k : keys) append_part(s, k);
        put(Relation::name, std::move(s));
    }
    void read() {
        put("entity_kind", std::string{kind_names[kb.kind(e)]});
        put("name", std::string{kb.name(e)});
        put("description", std::string{kb.description(e)});
        std::string synonyms, codes;
        for (auto t : kb.synonyms(e)) append_part(synonyms, kb[t]);
        for (auto const& c : kb.codes(e))
            append_part(codes,
                std::string{kb.key(c.system)} + ':' + std::string{kb[c.code]} + " (" + std::string{treatise::word(c.map)} + ')');
        put("synonyms", std::move(synonyms));
        put("codes", std::move(codes));
        each(kinds{}, [this]<class K>() { this->template details<K>(); });
        each(structure{}, [this]<class R>() { this->template structure_of<R>(); });
    }
};

inline std::vector<std::pair<std::string_view, id<entity>>> entities_by_key(knowledge_base const& kb) {
    std::vector<std::pair<std::string_view, id<entity>>> v;
    v.reserve(kb.entity_count());
    for (auto e : kb.all<entity>()) v.emplace_back(kb.key(e), e);
    std::sort(v.begin(), v.end());
    return v;
}

}  // namespace query_detail

/// Which entities are new, gone or different: texts, codes, the fields of the kind, and what structure starts from them.
///
/// Matched by key, in the order added, changed, removed and by key inside each. N log N.
inline std::vector<entity_change> diff_entities(knowledge_base const& old_base, knowledge_base const& new_base) {
    std::vector<entity_change> found;
    auto const before = query_detail::entities_by_key(old_base), after = query_detail::entities_by_key(new_base);
    auto i = before.begin();
    auto j = after.begin();
    while (i != before.end() || j != after.end()) {
        if (j == after.end() || (i != before.end() && i->first < j->first)) {
            found.push_back({change::removed, std::string{i->first}, i->second, {}, {}});
            ++i;
        } else if (i == before.end() || j->first < i->first) {
            found.push_back({change::added, std::string{j->first}, {}, j->second, {}});
            ++j;
        } else {
            query_detail::entity_fields x{old_base, i->second}, y{new_base, j->second};
            x.read();
            y.read();
            if (auto fields = query_detail::changes_of(x.fields, y.fields); !fields.empty())
                found.push_back({change::changed, std::string{i->first}, i->second, j->second, std::move(fields)});
            ++i;
            ++j;
        }
    }
    std::sort(found.begin(), found.end(),
        [](entity_change const& a, entity_change const& b) { return a.what != b.what ? a.what < b.what : a.key < b.key; });
    return found;
}

}  // namespace treatise::inline v0_3
