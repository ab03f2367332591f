// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/run.hpp>
#include <treatise/graph/succession.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/table/figures.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

// One figure at a time, and the ranges of several.
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

/// One bound without the other, or a value outside; an NNT from benefit over infinity to harm is whole.
[[nodiscard]] constexpr bool has_broken_interval(effect const& e) {
    auto const number = [](decimal d) { return d.is_finite() || d.is_infinite(); };
    if (number(e.low) != number(e.high)) return true;
    if (!number(e.low)) return false;
    bool const per_effect = e.statistic == statistic::nnt || e.statistic == statistic::nnh;
    if (per_effect && less(decimal{0, 0}, e.low) && less(e.high, decimal{0, 0})) return false;
    return less(e.high, e.low) || (number(e.value) && (less(e.value, e.low) || less(e.high, e.value)));
}

/// What its source must state of a figure, or leave to "not stated", which is a note.
inline void audit_fields(audit_run& a, place at, claim_id c) {
    auto const& e = a.kb.payload<affects>(c);
    auto const& said = a.kb.said(c);
    auto const left_out = [&](bool wrong, audit_check check) { a.find_if(wrong, check, at, c, severity::note); };
    a.find_if(said.about.empty() && !is_stated(said.population), audit_check::c2, at, c,
        said.population ? severity::note : severity::error);
    a.find_if(!e.time_frame, audit_check::c3, at, c);
    left_out(e.time_frame == not_stated, audit_check::c3);
    a.find_if(is_absent(e.comparator) && !e.compared_with, audit_check::c4, at, c);
    left_out(!e.comparator && e.compared_with == not_stated, audit_check::c4);
    a.find_if(!e.certainty, audit_check::d1, at, c);
    left_out(e.certainty.value == unstated_level, audit_check::d1);
    left_out(e.certainty.value > 1 && e.certainty.value != unstated_level && !e.certainty_reasons, audit_check::d2);
    left_out(e.low.is_absent() || e.low.is_unstated(), audit_check::c8);
    a.find_if(has_broken_interval(e), audit_check::c8, at, c);
}

inline void audit_people(audit_run& a, place at, claim_id c) {
    auto const& e = a.kb.payload<affects>(c);
    if (!is_of_people(e.statistic)) return;
    auto const whole = e.statistic == statistic::proportion ? decimal{1, 0}
                       : e.statistic == statistic::per_1000 ? decimal{1000, 0}
                                                            : decimal{100, 0};
    auto const outside = [&](decimal d) { return d.is_finite() && (less(d, decimal{0, 0}) || less(whole, d)); };
    a.find_if(outside(e.value) || outside(e.baseline), audit_check::c13, at, c);
}

/// A relative effect alone: neither its own baseline nor a number of people for the same effect in the cell.
inline void audit_relative(audit_run& a, place at, claim_id c, std::span<told const> all) {
    auto const& e = a.kb.payload<affects>(c);
    bool const relative = is_ratio(e.statistic);
    if (!relative || e.baseline.is_finite()) return;
    bool beside = false;
    a.each_claim(all, [&](claim_id x) {
        beside = beside ||
                 (tells_figure(a.kb, x) && a.kb.object(x) == a.kb.object(c) && is_of_people(a.kb.payload<affects>(x).statistic));
    });
    a.find_if(!beside, audit_check::c6, at, c, severity::note);
}

/// Several trials are a range only where each is another trial of one outcome of one option, in the same arm and comparison, and
/// none is a part of a whole.
inline void audit_range(audit_run& a, place at, told const& t) {
    if (!t.is_range) return;
    std::vector<claim_id> all{t.says.claim};
    for (auto const w : a.c.with_of(t)) all.push_back(w);
    auto const& first = a.kb.payload<affects>(t.says.claim);
    for (std::size_t i = 0; i != all.size(); ++i) {
        auto const& e = a.kb.payload<affects>(all[i]);
        bool shared = false;
        for (std::size_t j = 0; j != i; ++j) shared = shared || a.kb.payload<affects>(all[j]).trial == e.trial;
        bool const other = a.kb.object(all[i]) != a.kb.object(t.says.claim) ||
                           a.kb.subject(all[i]) != a.kb.subject(t.says.claim) || e.comparator != first.comparator;
        a.find_if(shared || !e.trial || is_stated(e.part_of) || !e.baseline.is_finite() || other, audit_check::r7, at, all[i]);
    }
}

/// Time frames of one cell that differ more than twice, serious outcomes apart.
inline void audit_times(audit_run& a, place at, std::span<told const> all) {
    std::uint64_t least = 0, most = 0;
    for (auto const& t : all) {
        if (t.says.first || !tells_figure(a.kb, t.says.claim)) continue;
        auto const hours = hours_of(a.kb[a.kb.payload<affects>(t.says.claim).time_frame]);
        if (hours == 0) continue;
        least = least == 0 || hours < least ? hours : least;
        most = hours > most ? hours : most;
    }
    a.find_if(most > 2 * least, audit_check::c3, at, {}, severity::warning);
}

/// What heads a cell is neither of an arm above the label's range nor of an edition that has a later one.
inline void audit_head(audit_run& a, place at, std::span<told const> all) {
    if (all.empty() || !a.kb.is<affects>(all.front().says.claim)) return;
    auto const c = all.front().says.claim;
    a.find_if(a.kb.payload<affects>(c).label_range == label_range::above || all.front().says.replaced_by, audit_check::r8, at, c);
}

}  // namespace treatise::inline v0_3::audit_detail
