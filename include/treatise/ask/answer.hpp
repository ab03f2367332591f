// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/ask/detail/about_itself.hpp>
#include <treatise/ask/question.hpp>
#include <treatise/audit/json.hpp>
#include <treatise/audit/report.hpp>
#include <treatise/render/answers/json.hpp>
#include <treatise/render/answers/json_facts.hpp>
#include <treatise/render/answers/json_sides.hpp>
#include <treatise/render/formats/json.hpp>
#include <treatise/render/json_disagreements.hpp>
#include <treatise/render/json_entity.hpp>
#include <treatise/render/json_views.hpp>
#include <treatise/table/compare.hpp>

#include <string>

namespace treatise::inline v0_3 {

/// The table that a question asks for.
[[nodiscard]] inline comparison comparison_for(knowledge_base const& kb, question const& q) {
    return compare(kb, q.cause, q.view, q.scope, q.how);
}

namespace ask_detail {

[[nodiscard]] inline std::string json_audit_of(comparison const& c, language const* l) {
    return json_audit(c, audit_all(c, lay_out(c)), l);
}
[[nodiscard]] inline std::string json_table(comparison const& c, bool compact) {
    return (compact ? json_data(c) : json(c)) + '\n';
}

}  // namespace ask_detail

/// The answer to a question as JSON, a line: the same bytes from the tool and from every binding.
[[nodiscard]] inline std::string json_answer_to(knowledge_base const& kb, question const& q) {
    language const* const l = q.compact ? nullptr : &english;
    switch (q.is) {
        case question_kind::compare: return ask_detail::json_table(comparison_for(kb, q), q.compact);
        case question_kind::candidates:
            return q.circumstance ? json_in_circumstance(kb, q.cause, q.circumstance, q.scope, l)
                                  : json_candidates(kb, q.cause, q.scope, l);
        case question_kind::categories: return json_categories(kb, q.cause, q.scope);
        case question_kind::facts: return json_facts(kb, q.cause, q.option, q.scope, l);
        case question_kind::why: return json_why(kb, q.cause, q.option, q.scope, q.column, l);
        case question_kind::about: return json_about(kb, q.cause, q.scope, l);
        case question_kind::disagreements: return json_disagreements(kb, q.cause, q.scope, q.options, l);
        case question_kind::audit: return ask_detail::json_audit_of(comparison_for(kb, q), l);
        case question_kind::paths: return json_paths(kb, q.option, q.cause, q.scope, l);
        case question_kind::gaps: return json_gaps(kb, q.cause, q.scope);
        case question_kind::options_for: return json_options_for(kb, q.what, q.cause, q.scope, l);
        case question_kind::causes_of: return json_causes_of(kb, q.option, q.scope, l);
        case question_kind::head_to_head: return json_head_to_head(kb, q.cause, q.options, q.scope, l);
        case question_kind::across: return json_across(kb, q.option, q.causes, q.scope, l);
        case question_kind::causes: return json_listing(kb, "causes", kb.all<cause>());
        case question_kind::therapies: return json_listing(kb, "therapies", kb.all<therapy>());
        case question_kind::classes: return json_listing(kb, "classes", kb.all<therapy_class>());
        case question_kind::sources: return json_listing(kb, "sources", kb.all<source>());
        case question_kind::show: return q.claim ? json_record(kb, q.claim, l) : json_record(kb, q.shown);
        case question_kind::find: return json_listing(kb, "found", q.found);
        case question_kind::search: return json_search(kb, q.text, choices_for(kb, q));
        case question_kind::views: return json_views(kb);
        case question_kind::columns: return json_columns(kb);
        case question_kind::knowledge: return ask_detail::json_knowledge_held(kb);
        case question_kind::questions: return ask_detail::json_questions(kb);
    }
    return {};
}

}  // namespace treatise::inline v0_3
