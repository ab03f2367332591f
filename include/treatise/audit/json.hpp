// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/finding.hpp>
#include <treatise/audit/messages.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/render/json_answer.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/words/english.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace treatise::inline v0_3 {

/// The findings of an audit as JSON, each with its check, its severity, its sentence in a language if one is given, and the cell
/// and the claim that it is about.
[[nodiscard]] inline std::string json_audit(
    comparison const& c, std::vector<audit_finding> const& findings, language const* l = &english) {
    auto const& kb = c.base;
    return json_answer(kb, "treatise-audit", [&](json_writer& j) {
        json_named(j, kb, "cause", c.asked);
        j.member("view", c.view.key);
        auto const count = [&](severity of) {
            return static_cast<std::uint64_t>(
                std::count_if(findings.begin(), findings.end(), [&](audit_finding const& f) { return f.severity == of; }));
        };
        j.name("errors").number(count(severity::error)).name("warnings").number(count(severity::warning));
        j.name("notes").number(count(severity::note)).name("findings").open('[');
        for (auto const& f : findings) {
            j.open('{').member("check", word(f.check)).member("severity", word(f.severity));
            if (f.row < c.rows.size()) j.member("option", kb.key(c.rows[f.row].option));
            if (f.column < c.view.columns.size()) j.member("column", c.view.columns[f.column].key);
            if (f.claim) j.member("claim", claim_key_of(kb, f.claim));
            if (!f.words.empty()) j.member("words", f.words);
            if (l != nullptr) j.member("what", say(*l, f.check));
            j.close('}');
        }
        j.close(']');
    });
}

}  // namespace treatise::inline v0_3
