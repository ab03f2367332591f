// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/statements.hpp>
#include <treatise/words/abbreviations.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

// What no text of ours may say.
namespace treatise::inline v0_3::audit_detail {

/// Praise, scores, one in so many, a number needed to treat for patients.
inline void audit_wording(word_run& a, place at, std::string_view t, std::vector<std::string_view> const& names) {
    constexpr std::string_view signs[]{"★", "☆", "⭐", "✓", "✔", "✗", "✘", "👍", "👎", "🟢", "🔴", "🥇"};
    a.find_if(
        std::any_of(std::begin(signs), std::end(signs), [&](auto sign) { return t.find(sign) != t.npos; }), audit_check::b6, at);
    auto const ours = text_measures::without(t, names);
    a.find_if(text_measures::has_one_of(ours, a.seeks.praise), audit_check::b5, at);
    bool one_in = false;
    for (std::size_t i = 0; (i = ours.find("1 in ", i)) != ours.npos; ++i)
        one_in = one_in || (i + 5 < ours.size() && text_measures::is_digit(ours[i + 5]) &&
                               (i == 0 || !text_measures::is_digit(ours[i - 1])));
    bool const codes = a.is_plain() && text_measures::has_one_of(ours, a.seeks.jargon);
    a.find_if(one_in || codes, audit_check::c7, at);
    a.find_if(a.is_plain() && text_measures::has_one_of(ours, a.seeks.advice), audit_check::r13, at);
}

/// The lines around the table.
[[nodiscard]] inline std::vector<std::string_view> lines_around(sheet const& s) {
    std::vector<std::string_view> all{s.title};
    for (auto const* texts : {&s.head, &s.behind}) all.insert(all.end(), texts->begin(), texts->end());
    for (auto const& entry : s.legend) all.push_back(entry.meaning);
    for (auto const& section : s.sections) all.push_back(section.heading);
    for (auto const& b : s.blocks) all.push_back(b.heading);
    return all;
}

/// The names that lines around the table carry.
[[nodiscard]] inline std::vector<std::string_view> names_around(word_run const& a) {
    auto const& base = a.kb.base();
    std::vector<std::string_view> all{
        a.kb[base.key], a.kb[base.name], a.kb[base.version], a.kb[base.editors], a.kb[base.notice], a.kb.name(a.c.view.of)};
    for (auto x : a.kb.all<cause>()) all.push_back(a.kb.name(x));
    for (auto x : a.kb.all<therapy_class>()) all.push_back(a.kb.name(x));
    for (auto x : a.kb.all<therapy>()) all.push_back(a.kb.name(x));
    for (auto x : a.c.sources) {
        all.push_back(a.kb.name(x));
        all.push_back(a.kb[a.kb.details(x).interest]);
    }
    longest_first(all);
    return all;
}

/// What the library says around the table, as a patient or a class reads it.
inline void audit_around(word_run& a) {
    auto const names = names_around(a);
    std::string all;
    for (auto line : lines_around(a.s)) {
        audit_wording(a, {}, line, names);
        (all += line) += ". ";
    }
    if (!a.is_plain() || a.l.code != "en") return;
    for (auto const& line : a.s.fixed) (all += line) += ". ";
    a.find_if(text_measures::reading_grade(text_measures::without(all, names)) > 600, audit_check::f1, {}, {}, severity::warning);
}

}  // namespace treatise::inline v0_3::audit_detail
