// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/statements.hpp>
#include <treatise/words/abbreviations.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// What no text of ours may say.
namespace treatise::inline v0_3::audit_detail {

/// "1 in 6", whatever stands behind it; 21 in 100 is another number.
[[nodiscard]] inline bool has_one_in(std::string_view t) {
    for (std::size_t i = 0; (i = t.find("1 in ", i)) != t.npos; ++i)
        if (i + 5 < t.size() && text_measures::is_digit(t[i + 5]) && (i == 0 || !text_measures::is_digit(t[i - 1]))) return true;
    return false;
}

/// The first word of a list that stands in a text, a code in capitals only as such; empty where there is none.
[[nodiscard]] inline std::string_view word_in(std::string_view text, std::string_view list) {
    while (!list.empty()) {
        auto const end = (std::min)(list.find(' '), list.size());
        auto const word = list.substr(0, end);
        bool const code = word.front() >= 'A' && word.front() <= 'Z';
        auto const codes = code ? text_measures::abbreviations(text) : std::vector<std::string>{};
        auto const same = [&](std::string const& x) { return x == word; };
        if (code ? std::any_of(codes.begin(), codes.end(), same) : text_measures::has_word(text, word)) return word;
        list.remove_prefix((std::min)(end + 1, list.size()));
    }
    return {};
}

/// Praise, scores, one in so many, verbs of advice that no claim holds; codes on a page for patients. `ours`: the text without
/// the names and words of claims.
inline void audit_wording(word_run& a, place at, std::string_view t, std::string_view ours) {
    constexpr std::string_view signs[]{"★", "☆", "⭐", "✓", "✔", "✗", "✘", "👍", "👎", "🟢", "🔴", "🥇"};
    a.find_if(
        std::any_of(std::begin(signs), std::end(signs), [&](auto sign) { return t.find(sign) != t.npos; }), audit_check::b6, at);
    auto const says = [&](std::string_view list, audit_check check) {
        if (auto const word = word_in(ours, list); !word.empty()) a.find(check, at, {}, severity::error, word);
    };
    says(a.seeks.praise, audit_check::b5);
    a.find_if(has_one_in(ours), audit_check::c7, at);
    says(a.seeks.advice, audit_check::r13);
    if (a.is_plain()) says(a.seeks.jargon, audit_check::c7);
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
    for (auto x : a.c.guided_by) all.push_back(a.kb.name(x));
    for (auto const& x : a.c.excluded) all.push_back(a.kb.name(x.by));
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
        a.text = line;
        audit_wording(a, {}, line, text_measures::without(line, names));
        (all += line) += ". ";
    }
    a.text = {};
    if (!a.is_plain() || a.l.code != "en") return;
    for (auto const& line : a.s.fixed) (all += line) += ". ";
    a.find_if(text_measures::reading_grade(text_measures::without(all, names)) > 600, audit_check::f1, {}, {}, severity::warning);
}

}  // namespace treatise::inline v0_3::audit_detail
