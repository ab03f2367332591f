// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/query/statements.hpp>
#include <treatise/words/names.hpp>

#include <string>
#include <vector>

// Of whom a statement is, said in words: "any neuropathic pain", "with postherpetic neuralgia".
namespace treatise::inline v0_3::render_detail {

/// The causes that a claim speaks of, its object first.
[[nodiscard]] inline std::vector<id<cause>> causes_of(knowledge_base const& kb, claim_id c) {
    std::vector<id<cause>> all;
    if (auto const object = kb.as<cause>(kb.object(c)); object && !kb.is<contraindicated_in>(c) && !kb.is<warned_of>(c))
        all.push_back(object);
    for (auto about : kb[kb.said(c).about])
        if (!contains(all, about)) all.push_back(about);
    return all;
}

/// Of whom a statement is, where that is not the asked cause alone; empty where it is.
[[nodiscard]] inline std::string whom_in_words(knowledge_base const& kb, language const& l, id<cause> asked, statement const& s) {
    auto causes = causes_of(kb, s.claim);
    std::erase(causes, asked);
    std::vector<std::string> names;
    for (auto c : causes) names.push_back(inside(l, kb.name(c)));
    switch (s.applies) {
        case applicability::exact: return {};
        case applicability::pooled: return say(l, message::together_with, {enumerated(l, names, 2)});
        case applicability::broader:
            return names.empty() ? std::string{l[message::any_use_shortly]}
                                 : say(l, message::any_group, {enumerated(l, names, 2)});
        case applicability::narrower:
        case applicability::unrelated: return say(l, message::kind_of_it, {enumerated(l, names, 2)});
        case applicability::excluded: return std::string{l[message::leaves_it_out]};
    }
    return {};
}

/// The people that a warning is about: "in people who take opioids"; empty where it names none.
[[nodiscard]] inline std::string people_in_words(knowledge_base const& kb, language const& l, claim_id c) {
    auto const population = kb.said(c).population;
    if (!population || population == not_stated) return {};
    bool const named = kb.name(kb.object(c)).ends_with(say(l, message::population, {kb[population]}));  // "growth in children"
    return named ? std::string{} : say(l, message::population, {kb[population]});
}

}  // namespace treatise::inline v0_3::render_detail
