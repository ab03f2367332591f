// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/messages.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/render/sarif.hpp>
#include <treatise/words/english.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// The checks of an audit as rules of a SARIF log, each with its sentence.
[[nodiscard]] inline std::vector<sarif_rule> audit_rules(language const& l = english) {
    std::vector<sarif_rule> all;
    for (std::size_t i = 0; i != words_of<audit_check>.size(); ++i)
        all.push_back({std::string{words_of<audit_check>[i]}, std::string{say(l, static_cast<audit_check>(i))}});
    return all;
}

/// Errors and warnings of an audit as a SARIF 2.1.0 log; notes, which are no fault, are left out. `location_of` gives the file
/// and line of a claim id, or a location without a file.
template <class LocationOf>
[[nodiscard]] std::string sarif(
    comparison const& c, std::vector<audit_finding> const& findings, LocationOf location_of, language const& l = english) {
    std::vector<sarif_finding> all;
    for (auto const& f : findings) {
        if (f.severity == severity::note) continue;
        sarif_finding one{
            std::string{word(f.check)}, f.severity == severity::error, say(l, c, f), std::string{c.base.key(c.asked)}, {}, {}};
        if (f.row < c.rows.size()) one.cell.append("/").append(c.base.key(c.rows[f.row].option));
        if (f.column < c.view.columns.size()) one.cell.append("/").append(c.view.columns[f.column].key);
        if (f.claim) {
            one.claim = claim_key_of(c.base, f.claim);
            one.place = location_of(one.claim);
        }
        all.push_back(std::move(one));
    }
    return sarif(audit_rules(l), all);
}

}  // namespace treatise::inline v0_3
