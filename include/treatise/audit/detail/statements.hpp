// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/audit.hpp>
#include <treatise/audit/messages.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/render/sheet.hpp>
#include <treatise/words/english.hpp>
#include <treatise/words/text_measures.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// For whom a table is: as published, or in people of 100 and plain words.
enum class layer : std::uint8_t { clinician, plain };
template <>
inline constexpr std::array<std::string_view, 2> words_of<layer>{"clinician", "plain"};

namespace audit_detail {

/// The names and words that a claim's payload takes from its source: texts, entities, and the words of a scheme.
struct payload_words {
    knowledge_base const& kb;
    claim_id c;
    std::vector<std::string_view>& to;

    template <class Payload, class Member>
    void add(Payload const& p, Member Payload::* member) const {
        if constexpr (std::same_as<Member, text>)
            to.push_back(kb[p.*member]);
        else if constexpr (is_level<Member>)
            for (auto t : kb[kb.details(p.scheme).*level_words<Member>]) to.push_back(kb[t]);
        else if constexpr (is_id<Member>)
            if constexpr (!std::same_as<Member, id<scheme>>) to.push_back(kb.name(p.*member));
    }
    template <class Relation>
    void operator()() const {
        auto const& p = kb.payload<Relation>(c);
        Relation::payload::fields([&](std::string_view, auto member, presence = optional) { add(p, member); });
    }
};

/// The authority that a claim's payload names; none where its relation has no such field.
struct authority_reader {
    knowledge_base const& kb;
    claim_id c;
    std::optional<std::string_view>& found;

    template <class Relation>
    void operator()() const {
        if constexpr (requires(typename Relation::payload p) { p.authority; }) found = kb[kb.payload<Relation>(c).authority];
    }
};

/// The audit of the words of one cell at a time.
class statement_auditor {
protected:
    sheet const& s_;
    comparison const& c_;
    knowledge_base const& kb_;
    language const& l_;
    layer layer_;
    audit_words seeks_;
    std::vector<audit_finding> found_{};
    std::vector<id<entity>> outcomes_{};
    std::uint32_t rows_with_figures_ = 0, last_row_with_figure_ = no_number;
    bool of_100_ = false, of_1000_ = false;

    statement_auditor(sheet const& s, comparison const& c, language const& l, layer how)
        : s_{s}, c_{c}, kb_{c.base}, l_{l}, layer_{how}, seeks_{words_of_audit(l)} {}

    void find(audit_check check, severity how = severity::error, std::uint32_t row = no_number, std::uint32_t column = no_number,
        claim_id claim = {}) {
        found_.push_back({check, how, row, column, claim});
    }

    // Names and words that are not the library's: they are reported, not said.

    static void longest_first(std::vector<std::string_view>& names) {
        std::sort(names.begin(), names.end(), [](auto a, auto b) { return a.size() > b.size(); });
    }
    void add_authority(std::vector<std::string_view>& to, claim_id c) const {
        std::optional<std::string_view> authority;
        with_claim_relation(kb_.relation(c), authority_reader{kb_, c, authority});
        if (authority) to.push_back(*authority);
    }
    void add_words_of(std::vector<std::string_view>& to, claim_id c) const {
        auto const& said = kb_.said(c);
        for (auto e : {kb_.subject(c), kb_.object(c), id<entity>{said.source}, id<entity>{said.jurisdiction}})
            to.push_back(kb_.name(e));
        with_claim_relation(kb_.relation(c), payload_words{kb_, c, to});
    }

    /// What no text of ours may say: praise, scores, one in so many.
    void wording_of(std::string_view t, std::vector<std::string_view> const& names, std::uint32_t row, std::uint32_t column) {
        constexpr std::string_view signs[]{"★", "☆", "⭐", "✓", "✔", "✗", "✘", "👍", "👎", "🟢", "🔴", "🥇"};
        if (std::any_of(std::begin(signs), std::end(signs), [&](auto sign) { return t.find(sign) != t.npos; }))
            find(audit_check::b6, severity::error, row, column);
        auto const ours = text_measures::without(t, names);
        if (text_measures::has_one_of(ours, seeks_.praise)) find(audit_check::b5, severity::error, row, column);
        bool one_in = false;
        for (std::size_t i = 0; (i = ours.find("1 in ", i)) != ours.npos; ++i)
            one_in = one_in || (i + 5 < ours.size() && text_measures::is_digit(ours[i + 5]) &&
                                   (i == 0 || !text_measures::is_digit(ours[i - 1])));
        bool per_effect = false;
        for (auto m : {message::measure_nnt, message::measure_nnh}) {
            auto const form = l_[m];
            per_effect = per_effect || (layer_ == layer::plain && text_measures::has_word(t, form.substr(0, form.find(' '))));
        }
        if (one_in || per_effect) find(audit_check::c7, severity::error, row, column);
    }

    void cell_at(sheet_cell const& cell, std::uint32_t row, std::uint32_t column) {
        auto const& asked = c_.at(row, column);
        auto const note = [&](bool wrong, audit_check check, claim_id c = {}) {
            if (wrong) find(check, severity::error, row, column, c);
        };
        bool const blank =
            std::all_of(cell.statements.begin(), cell.statements.end(), [](auto const& x) { return x.text.empty(); });
        note(blank, audit_check::a6);
        if (c_.preset.columns[column].content != column_content::claims || blank) return;
        if (cell.state != asked.state) {
            note(true, audit_check::d4);
            return;
        }
        auto const says_it = [&](sheet_statement const& x) {
            bool const marked = std::find(x.marks.begin(), x.marks.end(), mark::differs) != x.marks.end();
            return x.text.find(l_[message::sources_disagree]) != x.text.npos ||
                   (marked && x.text == l_[message::disagree_shortly] && !meaning_of(s_, mark::differs).empty());
        };
        note(asked.state == cell_state::disagree && std::none_of(cell.statements.begin(), cell.statements.end(), says_it),
            audit_check::d5);
        std::vector<std::string_view> names;
        for (auto const& x : c_.in(asked)) add_words_of(names, x.claim);
        longest_first(names);
        std::vector<claim_id> told;
        auto const tells = [&](sheet_statement const& x) {
            wording_of(x.text, names, row, column);
            auto const ours = text_measures::without(x.text, names);
            if (speaks_of_effects(c_.preset.columns[column]) && !text_measures::has_digit(ours))
                note(text_measures::has_one_of(ours, seeks_.frequency), audit_check::c9);
            std::uint32_t figures = 0;
            for (auto const& s : c_.shown_in(asked)) {
                if (std::find(x.claims.begin(), x.claims.end(), claim_key_of(kb_, s.claim)) == x.claims.end()) continue;
                told.push_back(s.claim);
                figures += table_detail::tells_figure(kb_, s.claim);
                statement_at(x, s, asked, row, column);
            }
            note(figures > 1, audit_check::c5);
        };
        for (auto const& x : cell.statements) tells(x);
        for (auto const& x : cell.noted) tells(x);
        for (auto const& s : c_.shown_in(asked))
            if (std::find(told.begin(), told.end(), s.claim) == told.end() && !claim_key_of(kb_, s.claim).empty())
                note(true, s.first ? audit_check::r6 : audit_check::a6, s.claim);
    }
    static bool speaks_of_effects(column const& c) { return c.facets.allows(facet::benefit) || c.facets.allows(facet::harm); }

    /// What must be said and marked of one claim.
    void statement_at(sheet_statement const& x, statement const& s, cell const& asked, std::uint32_t row, std::uint32_t column) {
        auto const note = [&](bool wrong, audit_check check) {
            if (wrong) find(check, severity::error, row, column, s.claim);
        };
        auto const marked = [&](mark m) { return std::find(x.marks.begin(), x.marks.end(), m) != x.marks.end(); };
        note(s.applies != applicability::exact && !marked(mark::wider), audit_check::d7);
        note(has_interest(kb_, s.claim) && !marked(mark::interest), audit_check::e4);
        note(asked.state == cell_state::disagree && table_detail::is_disputed(kb_, s, c_.in(asked)) && !marked(mark::differs),
            audit_check::d5);
        note(s.first && !x.is_warning, audit_check::r6);
        auto const source = kb_.said(s.claim).source;
        note(!text_measures::holds(x.text, label(kb_, l_, source, kb_.subject(s.claim))) && !refers_to(x, label(kb_, source)),
            audit_check::e1);
        place(x.text, s.claim, row, column);
        if (!kb_.is<affects>(s.claim)) return;
        if (std::find(outcomes_.begin(), outcomes_.end(), kb_.object(s.claim)) == outcomes_.end())
            outcomes_.push_back(kb_.object(s.claim));
        if (table_detail::tells_figure(kb_, s.claim)) figure(x.text, s.claim, row, column);
    }
    /// By the number of the source in the list that the sheet prints.
    bool refers_to(sheet_statement const& x, std::string_view label) const {
        return s_.numbered_sources && std::any_of(x.sources.begin(), x.sources.end(),
                                          [&](auto n) { return n < s_.sources.size() && s_.sources[n].label == label; });
    }

    /// Where the law, a regulator or a payer says so: by its name, or by the jurisdiction's.
    void place(std::string_view t, claim_id c, std::uint32_t row, std::uint32_t column) {
        std::optional<std::string_view> authority;
        with_claim_relation(kb_.relation(c), authority_reader{kb_, c, authority});
        if (!authority) return;
        auto const where = kb_.said(c).jurisdiction;
        if (where && !text_measures::holds(t, kb_.name(where)) && (authority->empty() || !text_measures::holds(t, *authority)))
            find(audit_check::e8, severity::error, row, column, c);
    }

    void figure(std::string_view t, claim_id c, std::uint32_t row, std::uint32_t column) {
        auto const& e = kb_.payload<affects>(c);
        auto const note = [&](bool wrong, audit_check check) {
            if (wrong) find(check, severity::error, row, column, c);
        };
        if (last_row_with_figure_ != row) ++rows_with_figures_, last_row_with_figure_ = row;
        auto const stated = [](treatise::text x) { return x && x != not_stated; };
        note(stated(e.time_frame) && !text_measures::holds(t, kb_[e.time_frame]), audit_check::c3);
        auto const against = e.comparator              ? kb_.name(e.comparator)
                             : stated(e.compared_with) ? kb_[e.compared_with]
                                                       : std::string_view{};
        auto const subject = kb_.as<therapy>(kb_.subject(c));
        bool const compares = !(subject && kb_.details(subject).reference);
        note(compares && !against.empty() && !text_measures::holds(t, against) && !legend_names(against), audit_check::c4);
        auto const rated = certainty(kb_, c);
        note(!rated.empty() && !text_measures::holds(t, rated), audit_check::d1);
        bool const crosses = kb_.stance(c) != stance::no_difference && includes_no_effect(e) &&
                             !text_measures::holds(t, l_[message::crosses_no_effect]) &&
                             !(text_measures::has_word(t, l_[message::uncertain]) && is_explained(l_[message::uncertain]));
        auto const printed = [&](decimal d) { return !d.is_finite() || text_measures::has_word(t, digits(d)); };
        note(crosses || (layer_ == layer::clinician && !(printed(e.low) && printed(e.high))), audit_check::c8);
        bool const by_heading = is_headed_of_100(column), per_1000 = is_of(t, message::of_1000);
        bool const per_100 = is_of(t, message::of_100) || (by_heading && !per_1000 && names_no_measure(t));
        of_100_ = of_100_ || per_100;
        of_1000_ = of_1000_ || per_1000;
        bool const difference =
            e.statistic == statistic::mean_difference || e.statistic == statistic::standardised_mean_difference;
        note(difference && (per_100 || per_1000), audit_check::c10);
        if (layer_ == layer::clinician) return;
        if (per_100 && e.value.is_finite() && e.value.places() == 0 && table_detail::is_of_people(e.statistic)) {
            auto const others = (e.statistic == statistic::per_1000 ? 1000 : 100) - e.value.digits();
            note(!text_measures::has_word(t, std::to_string(others)), audit_check::b7);
        }
        auto const level = level_word(kb_, e.scheme, e.certainty);
        auto const wording = level == "moderate"   ? seeks_.moderate
                             : level == "low"      ? seeks_.low
                             : level == "very low" ? seeks_.very_low
                                                   : std::string_view{};
        note(!wording.empty() && !text_measures::has_one_of(t, wording), audit_check::d3);
    }
    bool is_explained(std::string_view sign) const {
        return std::any_of(s_.legend.begin(), s_.legend.end(), [&](auto const& entry) { return entry.sign == sign; });
    }
    /// Whether the heading says that figures are people of 100.
    bool is_headed_of_100(std::uint32_t column) const {
        return column < s_.columns.size() && (s_.columns[column] == l_[message::column_benefit_of_100] ||
                                                 s_.columns[column] == l_[message::column_harms_of_100]);
    }
    /// Such figures are numbers of people unless they name another measure.
    bool names_no_measure(std::string_view t) const {
        constexpr std::array measures{message::measure_proportion, message::measure_risk_ratio, message::measure_odds_ratio,
            message::measure_hazard_ratio, message::measure_risk_difference, message::measure_mean_difference_shortly,
            message::measure_mean_difference, message::measure_standardised_mean_difference, message::measure_nnt,
            message::measure_nnh};
        return std::none_of(measures.begin(), measures.end(),
            [&](message m) { return text_measures::has_word(t, l_[m].substr(0, l_[m].find(" {0}"))); });
    }
    /// The control that figures stand against unless another one is named.
    bool legend_names(std::string_view control) const {
        return std::any_of(
            s_.legend.begin(), s_.legend.end(), [&](auto const& entry) { return text_measures::holds(entry.meaning, control); });
    }
    /// Whether the text carries the words that stand behind a number of people of 100, or of 1000.
    bool is_of(std::string_view t, message m) const {
        auto const behind = l_[m].substr(l_[m].find('}') + 1);
        auto const i = t.find(behind);
        return i != t.npos && (i + behind.size() == t.size() || !text_measures::is_digit(t[i + behind.size()]));
    }
    void denominators() {
        if (of_100_ && of_1000_) find(audit_check::c1);
    }
};

}  // namespace audit_detail

}  // namespace treatise::inline v0_3
