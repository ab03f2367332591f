// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/messages.hpp>
#include <treatise/audit/words.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/render/answer.hpp>
#include <treatise/render/lay_out.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// What an audit finds, in words; answers_page.hpp prints it.
namespace treatise::inline v0_3 {

/// The findings on the value of a table and on its words, errors first, then by check, row and column; each once.
[[nodiscard]] inline std::vector<audit_finding> audit_all(comparison const& c, sheet const& s, language const& l = english) {
    auto all = audit(c);
    auto const printed = audit(s, c, l);
    all.insert(all.end(), printed.begin(), printed.end());
    auto const key = [](audit_finding const& f) {
        return std::tuple{f.severity, f.check, f.row, f.column, f.claim, std::string_view{f.words}};
    };
    std::sort(all.begin(), all.end(), [&](audit_finding const& a, audit_finding const& b) { return key(a) < key(b); });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// The findings in words: under each check, with its severity and its sentence, the cells and claims that it found.
[[nodiscard]] inline answer tell_audit(
    comparison const& c, std::vector<audit_finding> const& findings, language const& l = english) {
    auto const& kb = c.base;
    answer a;
    a.title = say(l, message::audit_title, {kb.name(c.asked)});
    auto const of = [&](severity s) {
        return std::to_string(
            std::count_if(findings.begin(), findings.end(), [&](audit_finding const& f) { return f.severity == s; }));
    };
    a.head.push_back(findings.empty()
                         ? std::string{l[message::audit_none]}
                         : say(l, message::audit_counts, {of(severity::error), of(severity::warning), of(severity::note)}));
    for (auto const& f : findings) {
        auto heading = std::string{say(l, f.severity)} + ' ' + std::string{word(f.check)} + ": " + std::string{say(l, f.check)};
        if (a.sections.empty() || a.sections.back().heading != heading) a.sections.push_back({std::move(heading), {{}}});
        answer_line line;
        line.text = place_in_words(l, c, f);
        if (line.text.empty())
            line.text = f.claim ? std::string{kb.name(kb.subject(f.claim))} : std::string{l[message::audit_whole_table]};
        if (!f.words.empty()) line.text.append(": \"").append(f.words).append("\"");
        if (f.claim) line.id = claim_key_of(kb, f.claim);
        a.sections.back().groups.front().lines.push_back(std::move(line));
    }
    a.foot.push_back(edition(l, kb) + ". " + std::string{kb[kb.base().notice]});
    return a;
}

}  // namespace treatise::inline v0_3
