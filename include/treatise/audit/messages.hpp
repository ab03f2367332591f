// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/finding.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/words/vocabulary.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace treatise::inline v0_3 {

/// What the audit looks for in the text of a language: words in lower case, with spaces between them. No reader sees them.
struct audit_words {
    std::string_view language;
    std::string_view praise;                   ///< never in what the library itself says
    std::string_view frequency;                ///< only beside a number
    std::string_view moderate, low, very_low;  ///< one of them says how sure the evidence is
};
inline constexpr std::array words_of_audits{
    audit_words{"en", "safe effective best proven natural cutting-edge breakthrough only miracle",
        "common uncommon rare rarely frequent frequently often sometimes", "probably likely", "may", "uncertain"},
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
#define TREATISE_CHECK(name, number) \
    case audit_check::name: return l[message::check_##name];
#include <treatise/audit/checks.def>
    }
    return {};
}
[[nodiscard]] constexpr std::string_view say(language const& l, severity s) {
    switch (s) {
        case severity::error: return l[message::audit_error];
        case severity::warning: return l[message::audit_warning];
    }
    return {};
}

/// A finding on one line: "error C3 Gabapentinoids, Benefit, cg-pdn-50: A figure has no time frame ..."
[[nodiscard]] inline std::string say(language const& l, comparison const& c, audit_finding const& f) {
    auto const& kb = c.base;
    std::string s{say(l, f.severity)};
    s.append(" ").append(word(f.check));
    std::string where;
    auto const add = [&](std::string_view part) {
        if (!part.empty()) where.append(where.empty() ? " " : ", ").append(part);
    };
    if (f.row < c.rows.size()) add(kb.name(c.rows[f.row].label));
    if (f.column < c.preset.columns.size()) add(heading(l, c.preset.columns[f.column]));
    if (f.claim) add(claim_key_of(kb, f.claim));
    return s.append(where).append(": ").append(say(l, f.check));
}

}  // namespace treatise::inline v0_3
