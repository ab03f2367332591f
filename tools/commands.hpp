// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "request.hpp"

// The commands; each is a function from a call to a result, and throws a `refusal`.
namespace treatise::tool {

// listings.cpp
result causes(request const&);
result therapies(request const&);
result classes(request const&);
result sources(request const&);
result views_there_are(request const&);
result columns_there_are(request const&);
result tell_of_knowledge(request const&);
result questions_there_are(request const&);

// entities.cpp
result show(request const&);
result find_names(request const&);
result search_names(request const&);

// compare.cpp
result compare_options(request const&);

// answers.cpp: in words; in JSON answered.cpp
result list_candidates(request const&);
result list_categories(request const&);
result list_facts(request const&);
result tell_of_cause(request const&);
result explain_why(request const&);
result trace_paths(request const&);
result list_gaps(request const&);
result list_options_for(request const&);
result list_causes_of(request const&);
result compare_head_to_head(request const&);
result tell_over_causes(request const&);
result list_disagreements(request const&);

// audit.cpp
result audit_options(request const&);

// diff.cpp
result diff_knowledge(request const&);

// ids.cpp
result list_ids(request const&);
result write_recall(request const&);

// maintain.cpp
result check_knowledge(request const&);
result bake_knowledge(request const&);
result draw_graph(request const&);

// snapshot.cpp
result snapshot_knowledge(request const&);

// import.cpp, export.cpp
result import_graph(request const&);
result export_graph(request const&);

/// The versions of the tool and of the knowledge that it would answer from.
result versions(request const&);

}  // namespace treatise::tool
