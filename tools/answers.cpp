// SPDX-License-Identifier: BSL-1.0
#include "answered.hpp"

#include <treatise/render/answers.hpp>
#include <treatise/render/disagreements.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace treatise::tool {

result list_candidates(request const& asked) {
    return answered(asked, [&](knowledge_base const& kb, question const& q) {
        constexpr std::size_t most_reasons = 3;
        if (q.circumstance) return tell_in_circumstance(kb, q.cause, q.circumstance, q.scope);
        return asked.all ? tell_candidates(kb, q.cause, q.scope) : tell_candidates(kb, q.cause, q.scope, english, most_reasons);
    });
}

result list_categories(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const& q) { return tell_categories(kb, q.cause, q.scope); });
}

result list_facts(request const& asked) {
    return answered(
        asked, [](knowledge_base const& kb, question const& q) { return tell_facts(kb, q.cause, q.option, q.scope); });
}

result tell_of_cause(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const& q) { return tell_about(kb, q.cause, q.scope); });
}

result explain_why(request const& asked) {
    auto names = asked.words.options;
    if (asked.words.option) names.insert(names.begin(), *asked.words.option);
    if (asked.format == "json" && names.size() > 1) throw refusal{"--format json tells of one option; expected one"};
    auto const from = open_knowledge(asked);
    std::vector<std::string> wrong, told;
    for (auto const& name : names) {
        auto words = asked.words;
        words.option = name;
        words.options.clear();
        try {
            auto const q = asked_question(words, from.base);
            told.push_back(asked.format == "json" ? in_json(from.base, q)
                                                  : print(tell_why(from.base, q.cause, q.option, q.scope, q.column), asked));
        } catch (refusal const& refused) {
            for (auto const& m : refused.messages)
                if (std::find(wrong.begin(), wrong.end(), m) == wrong.end()) wrong.push_back(m);
        }
    }
    if (!wrong.empty()) throw refusal{wrong};
    std::string all;
    for (auto const& t : told) all += (all.empty() ? "" : "\n") + t;
    return {all};
}

result trace_paths(request const& asked) {
    return answered(
        asked, [](knowledge_base const& kb, question const& q) { return tell_paths(kb, q.option, q.cause, q.scope); });
}

result list_gaps(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const& q) { return tell_gaps(kb, q.cause, q.scope); });
}

result list_options_for(request const& asked) {
    return answered(
        asked, [](knowledge_base const& kb, question const& q) { return tell_options_for(kb, q.what, q.cause, q.scope); });
}

result list_causes_of(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const& q) { return tell_causes_of(kb, q.option, q.scope); });
}

result compare_head_to_head(request const& asked) {
    return answered(
        asked, [](knowledge_base const& kb, question const& q) { return tell_head_to_head(kb, q.cause, q.options, q.scope); });
}

result tell_over_causes(request const& asked) {
    return answered(
        asked, [](knowledge_base const& kb, question const& q) { return tell_across(kb, q.option, q.causes, q.scope); });
}

result list_disagreements(request const& asked) {
    return answered(asked, [&](knowledge_base const& kb, question const& q) {
        constexpr std::size_t first_groups = 5, first_claims = 3;
        disagreements_told how;
        how.options = q.options;
        if (!asked.all && how.options.empty()) how.groups = first_groups;
        if (!asked.all) how.context = first_claims;
        return tell_disagreements(kb, q.cause, q.scope, how);
    });
}

}  // namespace treatise::tool
