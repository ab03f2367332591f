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
        case audit_check::a1: return l[message::check_a1];
        case audit_check::a2: return l[message::check_a2];
        case audit_check::a3: return l[message::check_a3];
        case audit_check::a4: return l[message::check_a4];
        case audit_check::a5: return l[message::check_a5];
        case audit_check::a6: return l[message::check_a6];
        case audit_check::b1: return l[message::check_b1];
        case audit_check::b2: return l[message::check_b2];
        case audit_check::b3: return l[message::check_b3];
        case audit_check::b4: return l[message::check_b4];
        case audit_check::b5: return l[message::check_b5];
        case audit_check::b6: return l[message::check_b6];
        case audit_check::b7: return l[message::check_b7];
        case audit_check::b8: return l[message::check_b8];
        case audit_check::c1: return l[message::check_c1];
        case audit_check::c2: return l[message::check_c2];
        case audit_check::c3: return l[message::check_c3];
        case audit_check::c4: return l[message::check_c4];
        case audit_check::c5: return l[message::check_c5];
        case audit_check::c6: return l[message::check_c6];
        case audit_check::c7: return l[message::check_c7];
        case audit_check::c8: return l[message::check_c8];
        case audit_check::c9: return l[message::check_c9];
        case audit_check::c10: return l[message::check_c10];
        case audit_check::c11: return l[message::check_c11];
        case audit_check::c12: return l[message::check_c12];
        case audit_check::c13: return l[message::check_c13];
        case audit_check::d1: return l[message::check_d1];
        case audit_check::d2: return l[message::check_d2];
        case audit_check::d3: return l[message::check_d3];
        case audit_check::d4: return l[message::check_d4];
        case audit_check::d5: return l[message::check_d5];
        case audit_check::d6: return l[message::check_d6];
        case audit_check::d7: return l[message::check_d7];
        case audit_check::e1: return l[message::check_e1];
        case audit_check::e2: return l[message::check_e2];
        case audit_check::e3: return l[message::check_e3];
        case audit_check::e4: return l[message::check_e4];
        case audit_check::e5: return l[message::check_e5];
        case audit_check::e6: return l[message::check_e6];
        case audit_check::e7: return l[message::check_e7];
        case audit_check::e8: return l[message::check_e8];
        case audit_check::e9: return l[message::check_e9];
        case audit_check::f1: return l[message::check_f1];
        case audit_check::f2: return l[message::check_f2];
        case audit_check::f5: return l[message::check_f5];
        case audit_check::r6: return l[message::check_r6];
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
