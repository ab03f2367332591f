// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/finding.hpp>
#include <treatise/audit/messages.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/render/sarif.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/words/english.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

// What an audit finds, for pull requests.
namespace treatise::inline v0_3 {

/// Every check of the audit with its sentence, as rules of a log.
[[nodiscard]] inline std::vector<sarif_rule> sarif_rules(language const& l = english) {
    std::vector<sarif_rule> rules;
    for (std::size_t i = 0; i != words_of<audit_check>.size(); ++i)
        rules.push_back({std::string{words_of<audit_check>[i]}, std::string{say(l, static_cast<audit_check>(i))}});
    return rules;
}

/// The findings of an audit as SARIF 2.1.0. `place_of` says where the claim of an id stands in knowledge files: a function from a
/// `std::string_view` to a `location`, which has no file where nobody knows.
template <class PlaceOf>
[[nodiscard]] std::string sarif(
    comparison const& c, std::vector<audit_finding> const& findings, PlaceOf&& place_of, language const& l = english) {
    auto const& kb = c.base;
    std::vector<sarif_finding> all;
    for (auto const& f : findings) {
        sarif_finding made{.rule = std::string{word(f.check)}, .is_error = f.severity == severity::error};
        made.cell = kb.key(c.asked);
        std::string where;
        if (f.row < c.rows.size()) {
            made.cell.append("/").append(kb.key(c.rows[f.row].option));
            where = kb.name(c.rows[f.row].option);
        }
        if (f.column < c.view.columns.size()) {
            made.cell.append("/").append(c.view.columns[f.column].key);
            append_part(where, heading(l, c.view.columns[f.column]));
        }
        if (f.claim) {
            made.claim = claim_key_of(kb, f.claim);
            made.place = place_of(std::string_view{made.claim});
        }
        made.message = where.empty() ? std::string{kb.name(c.asked)} : std::move(where);
        made.message.append(": ").append(say(l, f.check));
        all.push_back(std::move(made));
    }
    return sarif(sarif_rules(l), all);
}
[[nodiscard]] inline std::string sarif(
    comparison const& c, std::vector<audit_finding> const& findings, language const& l = english) {
    return sarif(c, findings, [](std::string_view) { return location{}; }, l);
}

}  // namespace treatise::inline v0_3
