// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/finding.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/table/detail/cell_rules.hpp>
#include <treatise/table/unstated.hpp>

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::audit_detail {

/// "12 weeks" and "8 to 12 weeks" in hours, by the last number and the unit behind it; 0 where the text says no such time.
[[nodiscard]] constexpr std::uint64_t hours_of(std::string_view text) {
    constexpr std::pair<std::string_view, std::uint64_t> units[]{
        {"hour", 1}, {"day", 24}, {"week", 168}, {"month", 730}, {"year", 8766}};
    std::uint64_t number = 0;
    for (std::size_t i = 0; i != text.size(); ++i) {
        if (text[i] >= '0' && text[i] <= '9') {
            bool const goes_on = i != 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
            if (number < 100'000) number = (goes_on ? number * 10 : 0) + static_cast<std::uint64_t>(text[i] - '0');
            continue;
        }
        for (auto const& [unit, hours] : units)
            if (text.substr(i).starts_with(unit)) return (number == 0 ? 1 : number) * hours;
    }
    return 0;
}

/// The audit of one cell at a time.
class cell_auditor {
protected:
    comparison const& c_;
    knowledge_base const& kb_;
    relevance near_;
    std::vector<audit_finding> found_{};

    explicit cell_auditor(comparison const& c) : c_{c}, kb_{c.base}, near_{c.base, c.asked} {}

    void find(audit_check check, severity how = severity::error, std::uint32_t row = no_number, std::uint32_t column = no_number,
        claim_id claim = {}) {
        found_.push_back({check, how, row, column, claim});
    }

    void cell_at(std::uint32_t row, std::uint32_t column) {
        auto const& cell = c_.at(row, column);
        if (c_.preset.columns[column].content != column_content::claims) return;
        auto const all = c_.in(cell);
        if (all.empty() && cell.state != cell_state::not_reported)
            find(audit_check::a6, severity::error, row, column);
        else if (cell.state != table_detail::state_of(kb_, all))
            find(audit_check::d4, severity::error, row, column);
        else if (cell.state == cell_state::disagree && !shows_both_sides(cell))
            find(audit_check::d5, severity::error, row, column);
        bool others = false;
        for (std::uint32_t i = 0; i != all.size(); ++i) {
            auto const& s = all[i];
            bool const shown = i < cell.shown;
            auto const note = [&](audit_check check) { find(check, severity::error, row, column, s.claim); };
            if (s.first && others) note(audit_check::r6);
            others = others || !s.first;
            if (s.applies != near_.of(s.claim) || s.applies == applicability::excluded || s.applies == applicability::unrelated)
                note(audit_check::d7);
            said(row, column, s.claim, shown);
            if (auto const* r = kb_.payload_if<recommended_for>(s.claim); r != nullptr && is_absent(r->scheme))
                note(audit_check::d6);
            place_and_day(row, column, s.claim);
            if (shown && table_detail::tells_figure(kb_, s.claim)) figure(row, column, s);
        }
    }

    bool shows_both_sides(cell const& cell) const {
        auto const shown = c_.shown_in(cell);
        for (auto const& s : shown)
            if (table_detail::is_disputed(kb_, s, shown)) return true;
        return false;
    }

    /// Who says it and where; not what was withdrawn.
    void said(std::uint32_t row, std::uint32_t column, claim_id c, bool shown) {
        auto const& a = kb_.said(c);
        auto const stated = [](text t) { return t && t != not_stated; };
        if (!a.source || !a.place || (shown && !stated(a.place) && !(a.restated_in && stated(a.restated_at))))
            find(audit_check::e1, severity::error, row, column, c);
        if (a.status == claim_status::withdrawn || (a.status == claim_status::superseded && !a.status_date))
            find(audit_check::e9, severity::error, row, column, c);
    }

    /// What the law, a regulator or a payer says holds somewhere, and was checked some day.
    void place_and_day(std::uint32_t row, std::uint32_t column, claim_id c) {
        auto const r = kb_.relation(c);
        bool const by_law = object_kinds[r] == kinds_of<jurisdiction>::bits;
        if (!by_law && !meaning_of(r).is_territorial) return;
        auto const& a = kb_.said(c);
        bool nowhere = is_absent(a.jurisdiction) && !by_law;
        if (auto const payer = payer_of(kb_, c)) nowhere = nowhere && is_absent(kb_.details(payer).jurisdiction);
        if (nowhere || !a.checked) find(audit_check::e8, severity::error, row, column, c);
    }

    void figure(std::uint32_t row, std::uint32_t column, statement const& s) {
        auto const& e = kb_.payload<affects>(s.claim);
        auto const& a = kb_.said(s.claim);
        auto const note = [&](bool wrong, audit_check check, severity how = severity::error) {
            if (wrong) find(check, how, row, column, s.claim);
        };
        note(a.about.empty() && (!a.population || a.population == not_stated), audit_check::c2);
        note(!e.time_frame, audit_check::c3);
        note(is_absent(e.comparator) && !e.compared_with, audit_check::c4);
        note(!e.certainty, audit_check::d1);
        bool const relative = e.statistic == statistic::risk_ratio || e.statistic == statistic::odds_ratio ||
                              e.statistic == statistic::hazard_ratio;
        note(relative && e.baseline.is_absent() && !has_people_beside(row, column, s.claim), audit_check::c6);
        note(is_broken(e), audit_check::c8);
        if (!table_detail::is_of_people(e.statistic)) return;
        auto const whole = e.statistic == statistic::proportion ? decimal{1, 0}
                           : e.statistic == statistic::per_1000 ? decimal{1000, 0}
                                                                : decimal{100, 0};
        auto const outside = [&](decimal d) { return d.is_finite() && (less(d, decimal{0, 0}) || less(whole, d)); };
        if (outside(e.value) || outside(e.baseline))
            note(true, audit_check::c13);
        else
            note(e.value.is_finite() && e.baseline.is_finite() && e.value.places() != e.baseline.places(), audit_check::c13,
                severity::warning);
    }

    /// A number of people for the same effect of the same option, told in the same cell.
    bool has_people_beside(std::uint32_t row, std::uint32_t column, claim_id c) const {
        for (auto const& s : c_.shown_in(c_.at(row, column)))
            if (table_detail::tells_figure(kb_, s.claim) && kb_.subject(s.claim) == kb_.subject(c) &&
                kb_.object(s.claim) == kb_.object(c) && table_detail::is_of_people(kb_.payload<affects>(s.claim).statistic))
                return true;
        return false;
    }

    /// One bound without the other, or a value outside; an NNT from benefit over infinity to harm is whole.
    static bool is_broken(effect const& e) {
        auto const number = [](decimal d) { return d.is_finite() || d.is_infinite(); };
        if (number(e.low) != number(e.high)) return true;
        if (!number(e.low)) return false;
        bool const per_effect = e.statistic == statistic::nnt || e.statistic == statistic::nnh;
        if (per_effect && less(decimal{0, 0}, e.low) && less(e.high, decimal{0, 0})) return false;
        return less(e.high, e.low) || (number(e.value) && (less(e.value, e.low) || less(e.high, e.value)));
    }

    /// Time frames of one row that differ more than twice, column by column.
    void times(std::uint32_t row) {
        for (std::uint32_t i = 0; i != c_.preset.columns.size(); ++i) {
            std::uint64_t least = 0, most = 0;
            for (auto const& s : c_.shown_in(c_.at(row, i))) {
                if (!table_detail::tells_figure(kb_, s.claim)) continue;
                auto const hours = hours_of(kb_[kb_.payload<affects>(s.claim).time_frame]);
                if (hours == 0) continue;
                least = least == 0 || hours < least ? hours : least;
                most = hours > most ? hours : most;
            }
            if (most > 2 * least) find(audit_check::c3, severity::warning, row, i);
        }
    }
};

}  // namespace treatise::inline v0_3::audit_detail
