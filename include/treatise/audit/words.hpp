// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/statements.hpp>
#include <treatise/graph/content_hash.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace audit_detail {

/// Audits a sheet against the comparison that it prints: what must stand around the table, then each cell.
class word_auditor : statement_auditor {
    static bool has_line(std::vector<std::string> const& lines, std::string_view part) {
        return !part.empty() &&
               std::any_of(lines.begin(), lines.end(), [&](auto const& line) { return line.find(part) != line.npos; });
    }
    void must(bool stands, audit_check check) {
        if (!stands) find(check);
    }

    bool shape() {
        std::size_t rows = 0;
        bool good = s_.columns.size() == c_.preset.columns.size() && c_.cells.size() == c_.rows.size() * c_.preset.columns.size();
        for (auto const& section : s_.sections)
            for (auto const& row : section.rows) {
                good = good && row.cells.size() == s_.columns.size() && rows < c_.rows.size() &&
                       row.key == kb_.key(c_.rows[rows].option);
                ++rows;
            }
        if (!good || rows != c_.rows.size()) find(audit_check::b1);
        return good && rows == c_.rows.size();
    }

    void frame() {
        auto const& base = kb_.base();
        must(!kb_.name(c_.asked).empty() && text_measures::holds(s_.title, kb_.name(c_.asked)), audit_check::a2);
        auto const head = [&](message m) { return has_line(s_.head, l_[m]); };
        must(head(message::selection_rule) || head(message::selection_named), audit_check::a3);
        must(head(message::order_rule) || head(message::order_preset), audit_check::b4);
        must(rows_with_figures_ < 2 || head(message::separate_trials) || has_line(s_.after, l_[message::separate_trials]),
            audit_check::c11);
        must(has_line(s_.edition, kb_[base.version]) && has_line(s_.edition, kb_[base.key]) &&
                 has_line(s_.counts, content_digits(kb_)),
            audit_check::e6);
        must(!s_.notice.empty() && s_.notice == kb_[base.notice], audit_check::e7);
        must(has_line(s_.counts, kb_[base.editors]) || has_line(s_.head, kb_[base.editors]), audit_check::e5);
        date checked;
        for (auto const& x : c_.statements) checked = (std::max)(checked, kb_.said(x.claim).checked);
        must(c_.statements.empty() || (checked && has_line(s_.edition, say(l_, message::checked_to, {say(l_, checked)}))),
            audit_check::e2);
        auto const last = table_detail::last_day(c_);
        must(last && has_line(s_.counts, say(l_, message::update_policy, {say(l_, last)})), audit_check::e3);
        counts();
        for (auto source : c_.sources) {
            auto const interest = kb_.details(source).interest;
            if (!interest || interest == not_stated) continue;
            must(std::any_of(s_.sources.begin(), s_.sources.end(),
                     [&](auto const& x) { return x.label == label(kb_, source) && !x.interest.empty(); }),
                audit_check::e4);
        }
    }
    /// The check under which the head must count what is not stated.
    static constexpr audit_check check_of(unstated u) {
        switch (u) {
            case unstated::course: return audit_check::a4;
            case unstated::practical_issue: return audit_check::a5;
            case unstated::time_frame: return audit_check::c3;
            case unstated::comparator:
            case unstated::baseline: return audit_check::c4;
            case unstated::interval: return audit_check::c8;
            case unstated::certainty: return audit_check::d1;
            case unstated::reason: return audit_check::d2;
            case unstated::jurisdiction: return audit_check::e8;
            case unstated::published:
            case unstated::search: return audit_check::e2;
        }
        return {};
    }
    void counts() {
        for (std::size_t i = 0; i != unstated_count; ++i) {
            auto const u = static_cast<unstated>(i);
            if (c_.unstated[i] != 0) must(has_line(s_.head, say(l_, u, c_.unstated[i])), check_of(u));
        }
    }

    /// The lines around the table, and whose names and words they carry.
    std::vector<std::string_view> lines() const {
        std::vector<std::string_view> all{s_.title, s_.notice};
        for (auto const* texts : {&s_.head, &s_.after, &s_.counts, &s_.edition})
            all.insert(all.end(), texts->begin(), texts->end());
        for (auto const& entry : s_.legend) all.push_back(entry.meaning);
        for (std::uint32_t i = 0; i < c_.preset.columns.size() && i < s_.columns.size(); ++i)
            if (c_.preset.columns[i].heading.empty()) all.push_back(s_.columns[i]);
        for (auto const& section : s_.sections) all.push_back(section.heading);
        return all;
    }
    std::vector<std::string_view> names() const {
        auto const& base = kb_.base();
        std::vector<std::string_view> all{
            kb_[base.key], kb_[base.name], kb_[base.version], kb_[base.editors], kb_.name(c_.asked), kb_.name(c_.preset.of)};
        auto const add = [&](auto const& list) {
            for (auto x : list) all.push_back(kb_.name(x));
        };
        add(c_.named);
        add(c_.mentioned);
        add(c_.set_apart);
        add(c_.sources);
        add(kb_.all<therapy_class>());
        for (auto x : c_.sources) all.push_back(kb_[kb_.details(x).interest]);
        for (auto x : c_.advice) add_words_of(all, x);
        for (auto const& w : c_.warnings) add_words_of(all, w.warning.claim);
        longest_first(all);
        return all;
    }
    void wording() {
        auto const given = names();
        for (auto line : lines()) wording_of(line, given, no_number, no_number);
        if (layer_ == layer::plain && l_.code == "en") {
            std::string all;
            for (auto line : lines()) (all += line) += ". ";
            auto known = given;
            for (auto t : kb_.all<therapy>()) known.push_back(kb_.name(t));
            longest_first(known);
            if (text_measures::reading_grade(text_measures::without(all, known)) > 600) find(audit_check::f1, severity::warning);
        }
    }

    /// Each abbreviation is explained: "SMD: ...", "... (SMD)" or an entry of the legend.
    void abbreviated() {
        // BOXED is a word, CAUSE and OPTION are places in a command.
        std::vector<std::string_view> known{l_[message::boxed_warning], l_[message::legend_differs], l_[message::legend_more]},
            texts = lines();
        for (auto x : c_.sources) known.push_back(kb_.name(x));
        for (auto const& x : c_.statements) add_authority(known, x.claim);
        for (auto const& section : s_.sections)
            for (auto const& row : section.rows)
                for (auto const& cell : row.cells)
                    for (auto const& x : cell.statements) texts.push_back(x.text);
        std::vector<std::string> seen;
        for (auto t : texts)
            for (auto const& a : text_measures::abbreviations(t)) {
                if (std::find(seen.begin(), seen.end(), a) != seen.end()) continue;
                seen.push_back(a);
                bool explained =
                    std::any_of(known.begin(), known.end(), [&](auto name) { return text_measures::has_word(name, a); });
                for (auto const& entry : s_.legend) explained = explained || entry.sign == a;
                for (auto other : texts)
                    explained = explained || other.find(a + ": ") != other.npos || other.find('(' + a + ')') != other.npos;
                if (!explained) find(audit_check::f2, severity::warning);
            }
    }

public:
    word_auditor(sheet const& s, comparison const& c, language const& l, layer how) : statement_auditor{s, c, l, how} {}

    std::vector<audit_finding> run() {
        if (!shape()) return std::move(found_);
        std::uint32_t number = 0;
        for (auto const& section : s_.sections)
            for (auto const& row : section.rows) {
                for (std::uint32_t i = 0; i != row.cells.size(); ++i) cell_at(row.cells[i], number, i);
                ++number;
            }
        frame();
        wording();
        abbreviated();
        denominators();
        if (layer_ == layer::plain && outcomes_.size() > 7) find(audit_check::c12);
        return std::move(found_);
    }
};

}  // namespace audit_detail

/// What a trustworthy table must satisfy and this one does not, of the checks on what it prints; `c` is the comparison that
/// the sheet was laid out from. The checks on its value are `audit(c)`. Linear in the text, times the names in it.
[[nodiscard]] inline std::vector<audit_finding> audit(
    sheet const& s, comparison const& c, language const& l = english, layer how = layer::clinician) {
    if (c.base.entity_count() == 0) return {{audit_check::b1, severity::error, no_number, no_number, {}}};
    return audit_detail::word_auditor{s, c, l, how}.run();
}

}  // namespace treatise::inline v0_3
