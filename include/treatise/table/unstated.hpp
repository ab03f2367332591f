// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/comparison.hpp>

#include <array>
#include <cstdint>

// What sources do not state of what a table tells; it is printed in the head, so that leaving out is not hiding.
namespace treatise::inline v0_3::table_detail {

/// Whether the words of a claim carry its figure: people of 100, a ratio, an NNT ...
constexpr bool tells_figure(knowledge_base const& kb, claim_id c) {
    auto const s = kb.stance(c);
    auto const* e = kb.payload_if<affects>(c);
    return e != nullptr && e->statistic != statistic::narrative && s != stance::no_evidence_found &&
           s != stance::no_recommendation;
}

/// Whether the figure is a number of people, so that the comparator's arm can be one, too.
constexpr bool is_of_people(statistic s) {
    return s == statistic::proportion || s == statistic::percent || s == statistic::per_100 || s == statistic::per_1000;
}

/// Whether a column shows claims of the facet.
constexpr bool shows(comparison const& c, facet f) {
    for (auto const& column : c.preset.columns)
        if (column.content == column_content::claims && column.facets.allows(f)) return true;
    return false;
}

/// A rating in the scheme's words that is not its highest.
constexpr bool is_rated_down(effect const& e) { return e.certainty.value > 1 && e.certainty.value != unstated_level; }

constexpr bool has_reference_row(comparison const& c) {
    for (auto const& r : c.rows)
        if (r.role == row_role::reference) return true;
    return false;
}

/// Counts over the figures, claims and rows that the table tells; linear in its statements.
constexpr std::array<std::uint32_t, unstated_count> count_unstated(comparison const& c) {
    std::array<std::uint32_t, unstated_count> n{};
    auto const add = [&](unstated what, bool is) { n[static_cast<std::size_t>(what)] += is; };
    auto const& kb = c.base;
    auto const columns = c.preset.columns.size();
    bool const effects = shows(c, facet::benefit) || shows(c, facet::harm), course = has_reference_row(c);
    bool const living = shows(c, facet::consideration);
    for (std::uint32_t r = 0; r != c.rows.size(); ++r) {
        bool control = false, practical = false;
        for (std::uint32_t i = 0; i != columns; ++i)
            for (auto const& s : c.shown_in(c.at(r, i))) {
                practical = practical || s.facet == facet::consideration;
                if (meaning_of(kb.relation(s.claim)).is_territorial)
                    add(unstated::jurisdiction, kb.said(s.claim).jurisdiction.is_unstated());
                if (!tells_figure(kb, s.claim)) continue;
                auto const& e = kb.payload<affects>(s.claim);
                control = control || e.baseline.is_finite();
                add(unstated::time_frame, e.time_frame == not_stated);
                add(unstated::comparator, !e.comparator && (!e.compared_with || e.compared_with == not_stated));
                add(unstated::baseline, !e.baseline.is_finite());
                add(unstated::interval, e.low.is_absent() || e.low.is_unstated());
                add(unstated::certainty, e.certainty.value == unstated_level);
                add(unstated::reason, is_rated_down(e));
            }
        if (c.rows[r].role == row_role::reference || c.rows[r].role == row_role::pooled) continue;
        add(unstated::course, effects && !course && !control);
        add(unstated::practical_issue, living && !practical);
    }
    for (auto s : c.sources) {
        auto const& d = kb.details(s);
        add(unstated::published, d.published.is_unstated());
        add(unstated::search, (d.kind == source_kind::guideline || d.kind == source_kind::systematic_review) &&
                                  (!d.searched_to || d.searched_to.is_unstated()));
    }
    return n;
}

/// The last day on which the table may be used: a year after its release, or the first day until which a claim in it is
/// valid by its source, if that comes first; none where the base has no release.
constexpr date last_day(comparison const& c) {
    auto const& kb = c.base;
    auto const released = kb.base().released;
    if (!released || released.is_unstated()) return {};
    date last{released.year() + 1, released.month(), released.month() == 2 && released.day() == 29 ? 28 : released.day()};
    for (auto const& s : c.statements)
        if (auto const until = kb.said(s.claim).valid_until; until && !until.is_unstated() && until > released && until < last)
            last = until;
    return last;
}

}  // namespace treatise::inline v0_3::table_detail
