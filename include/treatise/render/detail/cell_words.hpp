// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/render/detail/warning_digest.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/render/sheet.hpp>
#include <treatise/table/detail/cell_rules.hpp>
#include <treatise/table/unstated.hpp>
#include <treatise/words/text_measures.hpp>
#include <treatise/words/vocabulary.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::render_detail {

/// Whether a shown figure stands beside the one of its comparator.
[[nodiscard]] inline bool shows_with_without(comparison const& c) {
    for (auto const& cell : c.cells)
        for (auto const& s : c.shown_in(cell))
            if (table_detail::tells_figure(c.base, s.claim)) {
                auto const& e = c.base.payload<affects>(s.claim);
                if (table_detail::is_of_people(e.statistic) && e.statistic != statistic::proportion && e.baseline.is_finite())
                    return true;
            }
    return false;
}

/// The first other name of an entity that is short and in capitals, such as PHN; empty where it has none.
[[nodiscard]] inline std::string_view abbreviation_of(knowledge_base const& kb, id<entity> e) {
    for (auto t : kb.synonyms(e)) {
        auto const name = kb[t];
        bool const capitals = std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (capitals && name.size() > 1 && name.size() < 6) return name;
    }
    return {};
}

/// Turns the cells of a comparison into words, and counts what the legend must explain.
class cell_words {
    comparison const& made_;
    knowledge_base const& kb_;
    language const& l_;
    std::vector<std::string>& footnotes_;
    bool with_without_;

    static constexpr std::size_t most_in_cell = 1;  ///< warnings and contraindications that need no note

public:
    bool wider = false, interest = false, differs = false, of_class = false, more = false;  ///< a cell carries such a sign
    bool uncertain = false, by_number = false;            ///< a cell says so, or refers to a source by its number
    std::vector<id<entity>> abbreviated{};  ///< causes that cells name by an abbreviation
    set_of<statistic> measures{};                          ///< that figures of cells are in, of those with a short name

    cell_words(comparison const& made, language const& l, std::vector<std::string>& footnotes)
        : made_{made}, kb_{made.base}, l_{l}, footnotes_{footnotes}, with_without_{shows_with_without(made)} {}

    bool with_without() const { return with_without_; }

    sheet_cell operator()(std::uint32_t row_number, std::uint32_t column) {
        auto const& c = made_.at(row_number, column);
        auto const& r = made_.rows[row_number];
        sheet_cell out;
        out.state = c.state;
        out.more = c.last - c.first - c.shown;
        more = more || out.more != 0;
        if (c.state == cell_state::disagree)
            out.statements.push_back({word(made_.preset.one_page ? message::disagree_shortly : message::sources_disagree),
                {mark::differs}, {}, false, {}}),
                differs = true;
        auto const shown = made_.shown_in(c);
        std::vector<statement> first, rest;
        for (auto const& s : shown) (s.first || s.facet == facet::restriction ? first : rest).push_back(s);
        if (made_.preset.of || first.size() <= most_in_cell) {
            tell_all(out.statements, shown, c, r);
        } else {
            tell_all(out.noted, first, c, r, true);
            warning_digest digest{kb_, l_};
            for (auto& text : digest(first)) out.statements.push_back({std::move(text), {}, {}, true, {}});
            auto& last = out.statements.back();
            if (auto const n = digest.unnamed(first); n != 0 && !made_.preset.one_page)
                last.text += " +" + std::to_string(n), more = true;
            for (auto m : {mark::wider, mark::interest, mark::differs, mark::pooled})
                if (has_mark(out.noted, m)) last.marks.push_back(m);
            last.footnotes.push_back(note(r, out.noted));
            tell_all(out.statements, rest, c, r);
        }
        if (shown.empty())
            out.statements.push_back(
                {word(r.role == row_role::pooled && rows_below_tell(row_number, column) ? message::see_rows
                                                                                        : message::not_reported),
                    {}, {}, false, {}});
        return out;
    }

private:
    std::string word(message m) const { return std::string{l_[m]}; }

    static bool has_mark(std::vector<sheet_statement> const& all, mark m) {
        return std::any_of(
            all.begin(), all.end(), [m](auto const& s) { return std::find(s.marks.begin(), s.marks.end(), m) != s.marks.end(); });
    }

    /// "SNRIs: BOXED (FDA): ...", as a note below the table; its number.
    std::uint32_t note(row const& r, std::vector<sheet_statement> const& told) {
        sheet_cell cell;
        cell.statements = told;
        footnotes_.push_back(std::string{kb_.name(r.label)} + ": " + cell_text({}, cell) + '.');
        return static_cast<std::uint32_t>(footnotes_.size() - 1);
    }

    sheet_statement tell(statement const& s, cell const& c, bool short_words, bool same = false) {
        sheet_statement told;
        bool const disputed = c.state == cell_state::disagree && table_detail::is_disputed(kb_, s, made_.in(c));
        told.text =
            phrase(kb_, l_, s.claim, {.brief = made_.preset.brief, .same = made_.preset.brief && same, .one_page = short_words});
        if (short_words) remember(s.claim);
        if (s.replaced_by)
            append_part(told.text, say(l_, message::replaced_by, {label(kb_, kb_.said(s.replaced_by).source)}), "; ");
        told.is_warning = s.first || s.facet == facet::warning;
        told.claims.emplace_back(claim_key_of(kb_, s.claim));
        if (s.applies == applicability::broader || s.applies == applicability::narrower || s.applies == applicability::pooled)
            told.marks.push_back(mark::wider);
        if (has_interest(kb_, s.claim)) told.marks.push_back(mark::interest);
        if (disputed) told.marks.push_back(mark::differs);
        if (s.of == said_of::its_class) told.marks.push_back(mark::pooled);
        for (auto m : told.marks) {
            wider = wider || m == mark::wider;
            interest = interest || m == mark::interest;
            differs = differs || m == mark::differs;
            of_class = of_class || m == mark::pooled;
        }
        return told;
    }

    /// What the legend must explain of words that are short.
    void remember(claim_id c) {
        if (!table_detail::tells_figure(kb_, c)) return;
        auto const& e = kb_.payload<affects>(c);
        measures = measures | e.statistic;
        uncertain = uncertain || (kb_.stance(c) != stance::no_difference && includes_no_effect(e));
    }

    /// Statement by statement; what goes on from the one before it joins it. A note tells it all in full.
    void tell_all(
        std::vector<sheet_statement>& to, std::span<statement const> all, cell const& c, row const& r, bool in_note = false) {
        bool const short_words = made_.preset.one_page && !in_note;
        for (std::size_t i = 0; i != all.size();) {
            auto told = tell(all[i], c, short_words, i != 0 && table_detail::one_matter(kb_, all[i - 1].claim, all[i].claim));
            std::size_t next = i + 1;
            for (; next != all.size() && table_detail::continues(kb_, all[i], all[next]) && all[next].first == all[i].first;
                ++next) {
                auto const goes_on = tell(all[next], c, short_words);
                if (goes_on.marks != told.marks) break;  // a mark stands behind what it is about
                if (pooled_with(all[next]) != pooled_with(all[i]) || names_member(all[next], r) != names_member(all[i], r)) break;
                append_part(told.text,
                    phrase(kb_, l_, all[next].claim, {has_named(all[i].claim, all[next].claim), made_.preset.brief}),
                    all[i].facet == facet::coverage ? "; " : ", ");
                told.claims.push_back(goes_on.claims.front());
            }
            if (short_words)
                by_number_or_name(told, all[i], r);
            else
                told.text += behind(all[i], r);
            to.push_back(std::move(told));
            i = next;
        }
    }

    /// Who says it: a guideline stands in front, what else says it is a number behind. "AAN 2022: for, Level B (valproate)",
    /// "FDA-approved: pregabalin [25]", "52 v 37 (gabapentin; moderate) [17]".
    void by_number_or_name(sheet_statement& told, statement const& s, row const& r) {
        auto const others = pooled_with(s, true);
        for (auto about : kb_[kb_.said(s.claim).about])
            if (!others.empty() && about != made_.asked && !abbreviation_of(kb_, about).empty() &&
                std::find(abbreviated.begin(), abbreviated.end(), id<entity>{about}) == abbreviated.end())
                abbreviated.push_back(about);
        auto const inner = qualities(s, r, others);
        if (s.facet == facet::recommendation || s.facet == facet::use) {
            told.text = say(l_, message::source_says, {label(kb_, kb_.said(s.claim).source), told.text});
        } else {
            auto const at = std::lower_bound(made_.sources.begin(), made_.sources.end(), kb_.said(s.claim).source);
            told.sources.push_back(static_cast<std::uint32_t>(at - made_.sources.begin()));
            by_number = true;
        }
        if (inner.empty()) return;
        if (table_detail::tells_figure(kb_, s.claim) && told.text.ends_with(')'))
            told.text.replace(told.text.size() - 1, 1, "; " + inner + ')');  // behind the interval
        else
            told.text += s.facet == facet::approval ? ": " + inner : " (" + inner + ')';
    }
    /// "(gabapentin; moderate; Cochrane 2017)"
    std::string behind(statement const& s, row const& r) const {
        auto inner = qualities(s, r);
        if (auto const others = pooled_with(s); !others.empty())
            append_part(inner, say(l_, message::together_with, {others}), "; ");
        append_part(inner, label(kb_, l_, kb_.said(s.claim).source, kb_.subject(s.claim)), "; ");
        return " (" + inner + ')';
    }
    /// "gabapentin; v usual care; 12 weeks; moderate"
    std::string qualities(statement const& s, row const& r, std::string_view others = {}) const {
        std::string inner;
        auto const subject = kb_.subject(s.claim);
        if (names_member(s, r)) inner = member_name(kb_.name(subject), kb_.name(r.label));
        if (!others.empty()) append_part(inner, say(l_, message::together_with, {others}), "; ");
        if (table_detail::tells_figure(kb_, s.claim)) {
            auto const& e = kb_.payload<affects>(s.claim);
            auto const stated = [](text t) { return t && t != not_stated; };
            auto const against = e.comparator              ? kb_.name(e.comparator)
                                 : stated(e.compared_with) ? kb_[e.compared_with]
                                                           : std::string_view{};
            if (!against.empty() && !is_reference(subject) &&
                !(with_without_ && text_measures::holds(l_[message::legend_with_without], against)))
                append_part(inner, say(l_, message::versus, {inside(l_, against)}), "; ");
            if (stated(e.time_frame)) append_part(inner, kb_[e.time_frame], "; ");
        }
        if (auto const rated = certainty(kb_, s.claim); !rated.empty()) append_part(inner, rated, "; ");
        return inner;
    }

    /// "spinal cord stimulation at 10 kHz" is "at 10 kHz" on the row of spinal cord stimulation.
    std::string member_name(std::string_view name, std::string_view row_name) const {
        bool const longer = made_.preset.one_page && name.size() > row_name.size() + 1 && name[row_name.size()] == ' ' &&
                            compare_folded(name.substr(0, row_name.size()), row_name) == 0;
        return longer ? std::string{name.substr(row_name.size() + 1)} : inside(l_, name);
    }
    /// What is said of a therapy in the row names it, so that it is not taken for what is said of the class.
    bool names_member(statement const& s, row const& r) const {
        return (s.of == said_of::member || made_.preset.one_page) && id<entity>{r.label} != kb_.subject(s.claim);
    }
    /// The other causes that a claim about several together speaks of.
    std::string pooled_with(statement const& s, bool shortly = false) const {
        std::string others;
        if (s.applies != applicability::pooled) return others;
        auto const add = [&](id<entity> e) {
            if (e == id<entity>{made_.asked}) return;
            auto const sign = shortly ? abbreviation_of(kb_, e) : std::string_view{};
            append_part(others, sign.empty() ? inside(l_, kb_.name(e)) : std::string{sign}, ", ");
        };
        if (auto const object = kb_.as<cause>(kb_.object(s.claim))) add(object);
        for (auto about : kb_[kb_.said(s.claim).about])
            if (id<entity>{about} != kb_.object(s.claim)) add(about);
        return others;
    }

    /// Placebo and the like: they are what others are compared with.
    bool is_reference(id<entity> e) const {
        auto const t = kb_.as<therapy>(e);
        return t && kb_.details(t).reference;
    }

    /// Whether the words of `a` have named the payer or the authority that `b` would name.
    bool has_named(claim_id a, claim_id b) const {
        if (kb_.is<warned_of>(b)) return true;
        auto const* of_payer = kb_.payload_if<covered_for>(a);
        return of_payer != nullptr && of_payer->payer == kb_.payload<covered_for>(b).payer;
    }

    /// Whether a row under the pooled line says something in the column.
    bool rows_below_tell(std::uint32_t pooled, std::uint32_t column) const {
        for (auto i = pooled + 1; i < made_.rows.size() && made_.rows[i].role == row_role::member; ++i)
            if (auto const& c = made_.at(i, column); c.first != c.last) return true;
        return false;
    }
};

}  // namespace treatise::inline v0_3::render_detail
