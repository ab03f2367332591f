// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/wording.hpp>
#include <treatise/graph/content_hash.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/table/last_day.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What must stand around a table, and how much of it there may be.
namespace treatise::inline v0_3::audit_detail {

[[nodiscard]] inline bool has_line(std::vector<std::string> const& lines, std::string_view part) {
    return !part.empty() &&
           std::any_of(lines.begin(), lines.end(), [&](auto const& line) { return line.find(part) != line.npos; });
}
[[nodiscard]] inline bool has_form(std::vector<std::string> const& lines, std::string_view form) {
    return has_line(lines, fixed_part(form));
}

/// Title, rule of the rows, their order, how to read the numbers.
inline void audit_head_lines(word_run& a) {
    auto const& [s, l] = std::pair<sheet const&, language const&>{a.s, a.l};
    a.find_if(a.kb.name(a.c.asked).empty() || !text_measures::holds(s.title, a.kb.name(a.c.asked)), audit_check::a2);
    a.find_if(
        !has_form(s.behind, l[message::selection_rule]) && !has_form(s.behind, l[message::selection_named]), audit_check::a3);
    bool const ordered = has_form(s.behind, l[message::order_rule]) || has_form(s.behind, l[message::order_preset]) ||
                         has_form(s.behind, l[message::order_guidance]);
    a.find_if(!ordered, audit_check::b4);
    std::size_t figures = 0;
    for (auto const& t : a.c.told) figures += tells_figure(a.kb, t.says.claim);
    constexpr std::array ways{
        message::read_numbers, message::read_numbers_alone, message::read_evidence, message::read_patient, message::read_nursing};
    bool const apart = std::any_of(ways.begin(), ways.end(), [&](message m) { return has_form(s.head, l[m]); });
    a.find_if(figures > 1 && !apart && a.c.view.rows != row_content::rules, audit_check::c11);
}

/// Intended use, edition, editors, last day, interests.
inline void audit_edition(word_run& a) {
    auto const& base = a.kb.base();
    auto const& behind = a.s.behind;
    a.find_if(!has_line(a.s.head, a.kb[base.notice]), audit_check::e7);
    a.find_if((is_stated(base.version) && !has_line(behind, a.kb[base.version])) || !has_line(behind, a.kb[base.key]) ||
                  !has_line(behind, content_digits(a.kb)),
        audit_check::e6);
    a.find_if(!has_line(behind, a.kb[base.editors]), audit_check::e5);
    date checked;
    for (auto const& t : a.c.told) checked = (std::max)(checked, a.kb.said(t.says.claim).checked);
    a.find_if(!a.c.told.empty() && (!checked || !has_line(behind, checked_words(a.l, checked))), audit_check::e2);
    auto const last = last_day(a.c);
    a.find_if(!last || !has_line(behind, say(a.l, message::update_policy, {say(a.l, last)})), audit_check::e3);
    for (auto source : a.c.sources) {
        if (!is_stated(a.kb.details(source).interest)) continue;
        auto const same = [&](sheet_source const& x) { return x.key == a.kb.key(source) && !x.interest.empty(); };
        a.find_if(std::none_of(a.s.sources.begin(), a.s.sources.end(), same), audit_check::e4);
    }
}

/// The fixed lines of a table for patients.
inline void audit_fixed_lines(word_run& a) {
    if (!a.is_plain()) return;
    constexpr std::array fixed{message::fixed_no_change, message::fixed_urgent, message::fixed_others, message::fixed_use_until};
    for (auto m : fixed) a.find_if(!has_form(a.s.fixed, a.l[m]), audit_check::r12);
}

/// Words with a letter or a digit in them.
[[nodiscard]] inline std::size_t words_in(std::string_view text) {
    std::size_t n = 0;
    bool counted = false;
    for (char c : text) {
        if (c == ' ' || c == '\n') counted = false;
        if (counted || !(text_measures::is_letter(c) || text_measures::is_digit(c))) continue;
        counted = true;
        ++n;
    }
    return n;
}

/// Words of the table, and words of what explains it: head, legend, what stands behind; sources and blocks of warnings apart.
/// Of the lines that name what has no row, the names are table.
struct word_counts {
    std::size_t table = 0, apparatus = 0;
};
[[nodiscard]] inline word_counts count_words(sheet const& s, std::vector<std::string_view> const& names) {
    word_counts n;
    for (auto const& h : s.columns) n.table += words_in(h);
    for (auto const& section : s.sections) {
        n.table += words_in(section.heading);
        for (auto const& row : section.rows)
            for (auto const& cell : row.cells) n.table += words_in(cell_text(s, cell, " "));
    }
    for (auto const* lines : {&s.head, &s.fixed, &s.behind})
        for (auto const& line : *lines) n.apparatus += words_in(line);
    for (auto const& e : s.legend) n.apparatus += words_in(e.sign) + words_in(e.meaning);
    for (auto const& b : s.blocks)
        for (auto const& line : b.lines) {
            auto const all = words_in(line.text);
            if (b.key == "borrowed") n.table += all;
            if (b.key != "more") continue;
            auto const ours = words_in(text_measures::without(line.text, names));
            n.apparatus += ours;
            n.table += all - (std::min)(ours, all);
        }
    return n;
}
/// At most half the words of the table, or a hundred beside those that a view or a release fixes.
inline void audit_share(word_run& a) {
    auto n = count_words(a.s, names_around(a));
    std::size_t fixed = 0;
    for (auto const* lines : {&a.s.fixed, &a.s.behind})
        for (auto const& line : *lines) fixed += words_in(line);
    n.apparatus -= (std::min)(fixed, n.apparatus);
    a.find_if(n.apparatus > 100 && n.apparatus * 2 > n.table, audit_check::r15, {}, {}, severity::warning);
    a.find_if(a.s.legend.size() > 6, audit_check::r15);
}

}  // namespace treatise::inline v0_3::audit_detail
