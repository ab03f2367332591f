// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/finding.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/words/vocabulary.hpp>

#include <array>
#include <string>
#include <string_view>

namespace treatise::inline v0_3 {

/// What the audit looks for in the text of a language: words in lower case, with spaces between them. No reader sees them.
struct audit_words {
    std::string_view language;
    std::string_view praise;     ///< never in what the library itself says
    std::string_view frequency;  ///< only beside a number
    std::string_view advice;     ///< verbs that a table for patients says only where a claim does
    std::string_view jargon;     ///< never in a table for patients; capitals are letters of a code
};
inline constexpr std::array words_of_audits{
    audit_words{"en", "safe effective best proven natural cutting-edge breakthrough only miracle",
        "common uncommon rare rarely frequent frequently often sometimes", "must should ought phone ring",
        "boxed schedule NNT NNH CYP SMD MD RR OR HR CI"},
};
/// Those of the language; without an entry the checks that need them find nothing.
[[nodiscard]] constexpr audit_words words_of_audit(language const& l) {
    for (auto const& w : words_of_audits)
        if (w.language == l.code) return w;
    return {};
}

/// The one sentence of a check: what is wrong with a table that fails it.
[[nodiscard]] constexpr std::string_view say(language const& l, audit_check c) {
    switch (c) {
#define TREATISE_CHECK(name, id) \
    case audit_check::name: return l[message::check_##name];
#include <treatise/audit/checks.def>
#undef TREATISE_CHECK
    }
    return {};
}
[[nodiscard]] constexpr std::string_view say(language const& l, severity s) {
    switch (s) {
        case severity::error: return l[message::audit_error];
        case severity::warning: return l[message::audit_warning];
        case severity::note: return l[message::audit_note];
    }
    return {};
}

/// Where a finding is: "Gabapentinoids, Common side effects"; empty for the whole table.
[[nodiscard]] inline std::string place_in_words(language const& l, comparison const& c, audit_finding const& f) {
    std::string where;
    if (f.row < c.rows.size()) where = c.base.name(c.rows[f.row].option);
    if (f.column >= c.view.columns.size()) return where;
    if (!where.empty()) where += ", ";
    return where.append(heading(l, c.view.columns[f.column], c.view.words));
}

/// A finding on one line: "error B5 Gabapentinoids, Benefit, cg-pdn-50: A word praises ... "best"", with the words at fault.
[[nodiscard]] inline std::string say(language const& l, comparison const& c, audit_finding const& f) {
    std::string s{say(l, f.severity)};
    s.append(" ").append(word(f.check));
    auto where = place_in_words(l, c, f);
    if (f.claim) where.append(where.empty() ? "" : ", ").append(claim_key_of(c.base, f.claim));
    if (!where.empty()) s.append(" ").append(where);
    s.append(": ").append(say(l, f.check));
    return f.words.empty() ? s : s.append(" \"").append(f.words).append("\"");
}

}  // namespace treatise::inline v0_3
