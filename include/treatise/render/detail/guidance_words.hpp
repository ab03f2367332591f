// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/field_text.hpp>
#include <treatise/graph/knowledge_base.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/words/hedged.hpp>
#include <treatise/words/names.hpp>

#include <string>
#include <string_view>

namespace treatise::inline v0_3::render_detail {

/// A recommendation in words: "first line", "do not start"; what its strength or setting adds; what narrows it.
struct advice_words {
    std::string core{}, behind{}, only{};
};

/// Whether a strength says by itself what to do ("offer", "do not start"), other than "strong" or "Level B".
[[nodiscard]] inline bool is_verb(std::string_view strength) {
    for (std::string_view rating : {"strong", "weak", "moderate", "conditional", "level", "grade", "class", "type"})
        if (strength.size() >= rating.size() && compare_folded(strength.substr(0, rating.size()), rating) == 0) return false;
    return !strength.empty();
}

/// The advice of a claim; its hedge is part of `core`.
[[nodiscard]] inline advice_words guidance_words(knowledge_base const& kb, language const& l, claim<recommended_for> const& r) {
    advice_words made;
    auto const& p = *r.carries;
    auto const stated = [&](auto level) {
        return level.value == unstated_level ? std::string{} : level_word(kb, p.scheme, level);
    };
    auto const line = stated(p.line), strength = stated(p.strength);
    bool const verb = is_verb(strength), may = r.said->hedge == hedge::may || r.said->hedge == hedge::can;
    switch (r.stance) {
        case stance::in_favour:
        case stance::mixed:
        case stance::no_difference:
        case stance::no_evidence_found:
            made.core = may ? std::string{l[message::advised_may]} : verb ? strength : std::string{};
            append_part(made.core, line);
            if (made.core.empty()) made.core = l[message::advised];
            if (!may) made.core = hedged(l, r.said->hedge, made.core, hedged_kind::advice);
            if (r.stance != stance::in_favour) made.core = say(l, message::statement_mixed, {made.core});
            break;
        case stance::against:
            made.core = hedged(l, r.said->hedge, verb ? strength : std::string{l[message::advised_against]}, hedged_kind::advice);
            break;
        case stance::no_recommendation: made.core = l[message::no_recommendation]; return made;
    }
    if (!verb) made.behind = strength;
    if (p.strength.value == unstated_level && !may) made.behind = l[message::strength_unstated];
    auto const setting = kb[p.setting], only = p.narrow == not_stated ? std::string_view{} : kb[p.narrow];
    if (!setting.empty() && setting != "not stated" && only.find(setting) == only.npos)
        append_part(made.behind, setting.substr(0, setting.find(',')));
    std::string except;
    for (auto o : kb[p.except]) append_part(except, inside(l, kb.name(o)));
    if (!except.empty()) made.only = say(l, message::excepted, {except});
    append_part(made.only, only);
    return made;
}

}  // namespace treatise::inline v0_3::render_detail
