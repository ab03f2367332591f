// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/run.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/words/names.hpp>

#include <algorithm>
#include <concepts>
#include <string_view>
#include <vector>

// Names and words that are not the library's: they are reported, not said.
namespace treatise::inline v0_3::audit_detail {

/// The names and words that a claim's payload takes from its source: texts, entities, and the words of a scheme.
struct payload_words {
    knowledge_base const& kb;
    claim_id c;
    std::vector<std::string_view>& to;

    template <class Payload, class Member>
    void add(Payload const& p, Member Payload::* member) const {
        if constexpr (std::same_as<Member, text>)
            to.push_back(kb[p.*member]);
        else if constexpr (is_level<Member>)
            for (auto t : kb[kb.details(p.scheme).*level_words<Member>]) to.push_back(kb[t]);
        else if constexpr (is_id<Member>)
            if constexpr (!std::same_as<Member, id<scheme>>) to.push_back(kb.name(p.*member));
    }
    template <class Relation>
    void operator()() const {
        auto const& p = kb.payload<Relation>(c);
        Relation::payload::fields([&](std::string_view, auto member, presence = optional) { add(p, member); });
    }
};

inline void add_names(std::vector<std::string_view>& to, knowledge_base const& kb, id<entity> e) {
    to.push_back(kb.name(e));
    for (auto words : {word_register::clinical, word_register::plain}) to.push_back(name_of(kb, e, words));
}
inline void add_words_of(std::vector<std::string_view>& to, knowledge_base const& kb, claim_id c) {
    auto const& said = kb.said(c);
    for (auto e : {kb.subject(c), kb.object(c), id<entity>{said.source}, id<entity>{said.jurisdiction}}) add_names(to, kb, e);
    for (auto about : kb[said.about]) to.push_back(kb.name(about));
    to.push_back(kb[said.population]);
    with_claim_relation(kb.relation(c), payload_words{kb, c, to});
}
/// Each once, the longest first.
inline void longest_first(std::vector<std::string_view>& names) {
    std::sort(names.begin(), names.end(), [](auto a, auto b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace treatise::inline v0_3::audit_detail
