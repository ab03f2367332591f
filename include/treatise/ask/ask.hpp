// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/ask/answer.hpp>
#include <treatise/ask/json_request.hpp>
#include <treatise/ask/problem.hpp>
#include <treatise/ask/read.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace treatise::inline v0_3 {

/// The answer to a request in JSON (docs/requests.md), in JSON: what the tool prints for it with `--format json`, byte for byte.
/// A request that has no answer gets `treatise-error` with all that is wrong with it.
[[nodiscard]] inline std::string ask(knowledge_base const& kb, std::string_view request_json) {
    auto const asked = request_from_json(request_json);
    auto const& form = asked.problems;
    auto problems = form;
    // Names are looked up even where a key is wrong, so that one answer tells all that is.
    if (!asked.is_unreadable()) {
        auto const read = read_request(kb, asked.words);
        if (read && problems.empty()) return json_answer_to(kb, *read);
        for (auto const& p : read.error())  // a value of another type is not missing, too
            if (std::none_of(form.begin(), form.end(), [&](request_problem const& q) { return q.at == p.at; }))
                problems.push_back(p);
    }
    return json_error(kb, problems);
}

}  // namespace treatise::inline v0_3
