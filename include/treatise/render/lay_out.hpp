// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/content_hash.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/render/detail/cell_words.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/render/sheet.hpp>
#include <treatise/table/compare.hpp>
#include <treatise/words/english.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace render_detail {

/// Turns a comparison into words; the members stand in the order in which a sheet prints.
class sheet_maker {
    comparison const& made_;
    knowledge_base const& kb_;
    language const& l_;
    sheet out_{};
    cell_words words_{made_, l_, out_.footnotes};
    bool pooled_ = false;

    std::string word(message m) const { return std::string{l_[m]}; }

    /// The therapies that a row prints: not the forms of another one.
    std::vector<id<therapy>> printed_members(row const& r) const {
        auto const all = made_.members_of(r);
        std::vector<id<therapy>> printed;
        for (auto t : all) {
            bool is_form = false;
            for (auto e : kb_.out<form_of>(t)) is_form = is_form || std::find(all.begin(), all.end(), e.object) != all.end();
            if (!is_form) printed.push_back(t);
        }
        return printed;
    }
    std::string member_names(row const& r, std::size_t most = static_cast<std::size_t>(-1)) const {
        std::string s;
        auto const members = printed_members(r);
        auto const named = members.size() > most && members.size() - most > 1 ? most : members.size();  // never "+1" for a name
        for (std::size_t i = 0; i != named; ++i) append_part(s, inside(l_, kb_.name(members[i])), ", ");
        if (named != members.size()) s += ' ' + out_.more_sign + std::to_string(members.size() - named);
        return s;
    }
    /// "Gabapentinoids: gabapentin, pregabalin"; the therapy alone where its class says nothing of its own.
    std::string row_name(row const& r) const {
        std::string name{kb_.name(r.label)};
        if (r.role == row_role::pooled) return say(l_, message::pooled_row, {name});
        bool members_apart = r.label != r.option;
        for (auto const& c : made_.preset.columns) members_apart = members_apart || c.content == column_content::members;
        auto const names = members_apart ? std::string{}
                                         : member_names(r, made_.preset.of         ? static_cast<std::size_t>(-1)
                                                           : made_.preset.one_page ? 2
                                                                                   : 3);
        return names.empty() || compare_folded(names, name) == 0 ? name : name + ": " + names;
    }

    static constexpr bool is_option(row_role r) { return r != row_role::reference && r != row_role::against; }

    void rows() {
        for (std::uint32_t i = 0; i != made_.rows.size(); ++i) {
            auto const& r = made_.rows[i];
            auto const heading = r.aim == intent::cause_directed ? word(message::aim_cause)
                                 : r.aim == intent::preventive   ? word(message::aim_prevention)
                                 : r.role == row_role::against   ? word(message::against_only)
                                 : made_.preset.of               ? std::string{}
                                 : r.section                     ? std::string{kb_.name(r.section)}
                                                                 : word(message::no_class);
            if (out_.sections.empty() || out_.sections.back().heading != heading)
                out_.sections.push_back(
                    {heading, {}, made_.preset.one_page && r.section && r.aim == intent::symptomatic && is_option(r.role)});
            sheet_row row{r.role, std::string{kb_.key(r.option)}, {}};
            for (std::uint32_t c = 0; c != made_.preset.columns.size(); ++c) {
                auto const& column = made_.preset.columns[c];
                sheet_cell cell;
                if (column.content == column_content::claims) {
                    cell = words_(i, c);
                } else {
                    auto text = column.content == column_content::name      ? row_name(r)
                                : column.content == column_content::members ? member_names(r)
                                                                            : std::string{kb_.description(r.option)};
                    if (text.empty())
                        text =
                            word(r.role == row_role::pooled && column.content == column_content::members ? message::see_rows
                                                                                                         : message::not_reported);
                    cell.state = cell_state::reported;
                    cell.statements.push_back({std::move(text), {}, {}, false, {}});
                    if (column.content == column_content::name && r.role == row_role::pooled)
                        cell.statements.back().marks.push_back(mark::pooled), pooled_ = true;
                }
                row.cells.push_back(std::move(cell));
            }
            out_.sections.back().rows.push_back(std::move(row));
        }
    }

    /// Where figures leave it to the heading of how many people they are, it says so.
    std::string_view heading_of(column const& c) const {
        bool const says = made_.preset.one_page && c.heading.empty() && words_.with_without();
        return says && c.key == columns::benefit.key ? l_[message::column_benefit_of_100]
               : says && c.key == columns::harms.key ? l_[message::column_harms_of_100]
                                                     : heading(l_, c);
    }

    void head() {
        auto const cause = std::string{kb_.name(made_.asked)};
        out_.title = made_.preset.of ? say(l_, message::table_title_preset, {cause, kb_.name(made_.preset.of)})
                                     : say(l_, message::table_title, {cause});
        auto const& base = kb_.base();
        out_.edition.push_back(say(l_, message::edition, {kb_[base.key], kb_[base.version]}));
        date checked, searched, newest;
        for (auto const& s : made_.statements)
            if (auto const d = kb_.said(s.claim).checked; d > checked) checked = d;
        for (auto s : made_.sources) {
            auto const& d = kb_.details(s);
            if (!d.searched_to.is_unstated() && d.searched_to > searched) searched = d.searched_to;
            if (!d.published.is_unstated() && d.published > newest) newest = d.published;
        }
        if (checked) out_.edition.push_back(say(l_, message::checked_to, {say(l_, checked)}));
        if (newest) out_.edition.push_back(say(l_, message::newest_source, {say(l_, newest)}));
        if (searched) out_.edition.push_back(say(l_, message::newest_search, {say(l_, searched)}));
        out_.notice = kb_[base.notice];

        if (made_.most_from) {
            auto s = say(l_, message::most_from, {label(kb_, made_.most_from)});
            if (auto const interest = kb_.details(made_.most_from).interest; interest && interest != not_stated)
                s += ' ' + say(l_, message::most_from_interest, {kb_[interest]});
            out_.head.push_back(std::move(s));
        }
        if (!made_.advice.empty()) advice();
        if (rows_with_figures() > 1) out_.head.push_back(word(message::separate_trials));
        if (auto const all = not_stated_in_all(); !all.empty()) out_.head.push_back(say(l_, message::unstated_head, {all}));
        if (made_.narrowed) out_.head.push_back(word(message::narrowed));
        if (made_.rows.empty()) out_.head.push_back(word(message::no_rows));
        bool const named = made_.preset.of || (!made_.rows.empty() && made_.asked_options);
        out_.head.push_back(word(named ? message::selection_named : message::selection_rule) + ' ' +
                            word(made_.preset.of ? message::order_preset : message::order_rule) +
                            (made_.preset.of ? "" : ' ' + word(message::cell_rule)));
    }

    bool tells_figure_in(std::uint32_t row) const {
        for (std::uint32_t i = 0; i != made_.preset.columns.size(); ++i)
            for (auto const& s : made_.shown_in(made_.at(row, i)))
                if (table_detail::tells_figure(kb_, s.claim)) return true;
        return false;
    }
    std::uint32_t rows_with_figures() const {
        std::uint32_t rows = 0;
        for (std::uint32_t i = 0; i != made_.rows.size(); ++i) rows += tells_figure_in(i);
        return rows;
    }
    /// "time frame (9), interval (12)"
    std::string not_stated_in_all() const {
        std::string s;
        for (std::size_t i = 0; i != unstated_count; ++i)
            if (made_.unstated[i] != 0) append_part(s, say(l_, static_cast<unstated>(i), made_.unstated[i]), ", ");
        return s;
    }

    void advice() {
        std::string s;
        std::vector<id<entity>> told;
        std::size_t more = 0;
        auto last = id<source>{};
        for (auto c : made_.advice) {
            if (std::find(told.begin(), told.end(), kb_.object(c)) != told.end()) continue;
            told.push_back(kb_.object(c));
            if (told.size() > 4)
                ++more;
            else {
                if (last && kb_.said(c).source != last) s += " (" + label(kb_, last) + ')';
                last = kb_.said(c).source;
                append_part(s, inside(l_, kb_.name(kb_.object(c))), "; ");
            }
        }
        s += " (" + label(kb_, last) + ')';
        if (more != 0) s += " +" + std::to_string(more);
        out_.head.push_back(say(l_, message::advice_head, {s}));
    }

    std::string names(std::vector<id<option>> const& options) const {
        std::string s;
        for (auto o : options) append_part(s, inside(l_, kb_.name(o)), ", ");
        return s;
    }

    /// "lacosamide, topiramate (NICE CG173); nerve block (NeuPSIG 2013)": who sets them apart stands behind them.
    std::string set_apart() const {
        auto const all = candidates(kb_, made_.asked);
        std::string s, last;
        for (auto o : made_.set_apart) {
            std::string who;
            std::vector<id<source>> by;
            for (auto const& c : all)
                for (auto const& r : c.reasons) {
                    auto const from = kb_.said(r.claim).source;
                    if (c.option != o || std::find(by.begin(), by.end(), from) != by.end()) continue;
                    by.push_back(from);
                    append_part(who, label(kb_, from), ", ");
                }
            if (!last.empty() && last != who) s += " (" + last + ')';
            append_part(s, inside(l_, kb_.name(o)), last == who ? ", " : "; ");
            last = std::move(who);
        }
        return last.empty() ? s : s + " (" + last + ')';
    }

    /// "Gabapentin: Label (FDA): seizures, drowsiness (FDA label 2020)": what one source says of one option in one form, on a
    /// line.
    void warnings() {
        auto const& all = made_.warnings;
        for (std::size_t i = 0, next = 0; i != all.size(); i = next) {
            auto const first = all[i].warning;
            auto text = phrase(kb_, l_, first.claim);
            for (next = i + 1; next != all.size() && table_detail::continues(kb_, first, all[next].warning); ++next)
                text += ", " + phrase(kb_, l_, all[next].warning.claim, {.goes_on = first.facet == facet::warning});
            out_.after.push_back(std::string{kb_.name(kb_.subject(first.claim))} + ": " + text + " (" +
                                 label(kb_, l_, kb_.said(first.claim).source, kb_.subject(first.claim)) + ')');
        }
    }

    void after() {
        bool const of_one_source = static_cast<bool>(made_.preset.of);
        if (of_one_source || !made_.warnings.empty())
            out_.after.push_back(word(made_.warnings.empty() ? message::no_other_warnings
                                      : of_one_source        ? message::other_warnings
                                                             : message::row_warnings));
        warnings();
        if (of_one_source)
            for (auto t : kb_[kb_.details(made_.preset.of).footnotes]) out_.footnotes.emplace_back(kb_[t]);
        if (!made_.mentioned.empty())
            out_.after.push_back(
                say(l_, message::mentioned_options, {std::to_string(made_.mentioned.size()), names(made_.mentioned)}));
        if (!made_.named.empty())
            out_.after.push_back(say(l_, message::named_options, {std::to_string(made_.named.size()), names(made_.named)}));
        if (!made_.set_apart.empty()) out_.after.push_back(say(l_, message::set_apart, {set_apart()}));
    }

    void measures() {
        struct short_measure {
            statistic of;
            message name, meaning;
        };
        static constexpr short_measure all[]{
            {statistic::risk_ratio, message::measure_risk_ratio, message::legend_rr},
            {statistic::odds_ratio, message::measure_odds_ratio, message::legend_or},
            {statistic::hazard_ratio, message::measure_hazard_ratio, message::legend_hr},
            {statistic::mean_difference, message::measure_mean_difference_shortly, message::legend_md},
            {statistic::standardised_mean_difference, message::measure_standardised_mean_difference, message::legend_smd},
            {statistic::nnt, message::measure_nnt, message::legend_nnt},
            {statistic::nnh, message::measure_nnh, message::legend_nnh},
        };
        for (auto const& m : all)
            if (words_.measures.bits != 0 && words_.measures.allows(m.of))
                out_.legend.push_back({std::string{l_[m.name].substr(0, l_[m.name].find(' '))}, word(m.meaning)});
    }

    void legend() {
        mark_signs const signs;
        auto const entry = [&](bool used, std::string_view sign, message m) {
            if (used) out_.legend.push_back({std::string{sign}, word(m)});
        };
        entry(words_.wider, signs.wider, message::legend_wider);
        entry(words_.interest, signs.interest, message::legend_interest);
        entry(words_.differs, signs.differs, message::legend_differs);
        entry(pooled_ || words_.of_class, signs.pooled, message::legend_pooled);
        bool const by_heading = made_.preset.one_page;
        entry(words_.with_without(), say(l_, by_heading ? message::with_v_without : message::of_100_with_v_without, {"n", "m"}),
            by_heading ? message::legend_with_without_of_100 : message::legend_with_without);
        measures();
        for (auto e : words_.abbreviated) out_.legend.push_back({std::string{abbreviation_of(kb_, e)}, inside(l_, kb_.name(e))});
        entry(words_.uncertain, word(message::uncertain), message::legend_uncertain);
        entry(words_.by_number, "[n]", message::legend_source);
        entry(words_.more, "+n", message::legend_more);
        entry(made_.states[static_cast<std::size_t>(cell_state::not_reported)] != 0, word(message::not_reported),
            message::legend_not_reported);
        entry(made_.states[static_cast<std::size_t>(cell_state::looked_for)] != 0, word(message::looked_for),
            message::legend_looked_for);
    }

    void counts() {
        out_.counts.push_back(say(l_, message::counts_read,
            {std::to_string(made_.claim_count), std::to_string(made_.read_in_source),
                std::to_string(made_.claim_count - made_.read_in_source)}));
        std::string s;
        for (std::size_t i = 0; i != made_.states.size(); ++i)
            if (made_.states[i] != 0)
                append_part(s, std::to_string(made_.states[i]) + ' ' + std::string{say(l_, static_cast<cell_state>(i))}, ", ");
        if (!s.empty()) out_.counts.push_back(say(l_, message::counts_states, {s}));
        if (auto const editors = kb_[kb_.base().editors]; !editors.empty())
            out_.counts.push_back(say(l_, message::edited_by, {editors}));
        out_.counts.push_back(say(l_, message::content, {kb_[kb_.base().key], kb_[kb_.base().version], content_digits(kb_)}));
        if (auto const last = table_detail::last_day(made_))
            out_.counts.push_back(say(l_, message::update_policy, {say(l_, last)}));
    }

    void sources() {
        out_.sources_heading = say(l_, message::sources, {std::to_string(made_.sources.size())});
        for (auto s : made_.sources) {
            auto const& d = kb_.details(s);
            sheet_source source{label(kb_, s), {}, {}, {}};
            auto const add = [&](text t, std::string_view end) {
                if (!t || t == not_stated) return;
                append_part(
                    source.citation, kb_[t], source.citation.ends_with('.') && end.starts_with('.') ? end.substr(1) : end);
            };
            add(d.authors, "");
            add(d.title, ". ");
            add(d.venue, ". ");
            append_part(source.citation, say(l_, d.published), ", ");
            if (d.doi && d.doi != not_stated)
                source.link = "https://doi.org/" + std::string{kb_[d.doi]};
            else if (d.url && d.url != not_stated)
                source.link = kb_[d.url];
            if (d.interest && d.interest != not_stated) source.interest = say(l_, message::interest, {kb_[d.interest]});
            out_.sources.push_back(std::move(source));
        }
    }

public:
    sheet_maker(comparison const& made, language const& l) : made_{made}, kb_{made.base}, l_{l} {}

    sheet run() {
        out_.language = l_.code;
        out_.direction = l_.direction;
        for (auto m : all_marks) out_.mark_words[place_of(m)] = ascii_word(l_, m);
        head();
        for (auto const& c : made_.preset.columns) {
            out_.columns.emplace_back(heading_of(c));
            out_.column_keys.emplace_back(c.key);
        }
        rows();
        out_.numbered_sources = words_.by_number;
        after();
        legend();
        counts();
        sources();
        return std::move(out_);
    }
};

}  // namespace render_detail

/// The comparison in words of a language, ready for every writer.
[[nodiscard]] inline sheet lay_out(comparison const& c, language const& l = english) {
    return render_detail::sheet_maker{c, l}.run();
}

}  // namespace treatise::inline v0_3
