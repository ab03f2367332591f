// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/cells.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/query/candidates.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace audit_detail {

/// Audits one comparison: first what the table is, then its rows, then each cell.
class auditor : cell_auditor {
    void frame() {
        if (kb_.name(c_.asked).empty() || kb_.description(c_.asked).empty())
            find(audit_check::a1);
        else if (kb_.codes(c_.asked).empty())
            find(audit_check::a1, severity::warning);
        bool const benefit = table_detail::shows(c_, facet::benefit), harm = table_detail::shows(c_, facet::harm);
        if (benefit && !harm) find(audit_check::b3);
        if (!benefit) find(audit_check::a6, harm ? severity::error : severity::warning);
        if ((benefit || harm) && !table_detail::shows(c_, facet::consideration)) find(audit_check::a5);
        if (!kb_.base().released) find(audit_check::e2);
        for (auto s : c_.sources)
            if (!kb_.details(s).published) find(audit_check::e2);
        std::uint32_t options = 0;
        for (auto const& r : c_.rows) options += r.role == row_role::alone || r.role == row_role::member;
        if (options > c_.preset.most_rows && !c_.asked_options && !c_.preset.of) find(audit_check::f5, severity::warning);
    }

    /// Every cell is there, and every range of statements is within them.
    bool shape() {
        bool good = c_.cells.size() == c_.rows.size() * c_.preset.columns.size();
        for (auto const& x : c_.cells)
            good = good && x.first <= x.last && x.last <= c_.statements.size() && x.shown <= x.last - x.first;
        for (auto const& w : c_.warnings) good = good && w.row < c_.rows.size();
        if (!good) find(audit_check::b1);
        return good;
    }

    /// What is not stated is counted: each count is checked under its own number.
    void counts() {
        constexpr std::array checks{audit_check::a4, audit_check::a5, audit_check::c3, audit_check::c4, audit_check::c4,
            audit_check::c8, audit_check::d1, audit_check::d2, audit_check::e8, audit_check::e2, audit_check::e2};
        static_assert(checks.size() == unstated_count);
        auto const counted = table_detail::count_unstated(c_);
        for (std::size_t i = 0; i != unstated_count; ++i)
            if (counted[i] != c_.unstated[i]) find(checks[i]);
    }

    void selection() {
        if (c_.narrowed || c_.asked_options || c_.preset.of) return;
        for (auto const& candidate : candidates(kb_, c_.asked)) {
            auto const listed = c_.preset.rows == grouping::listed_class ? row_of(kb_, candidate.option) : id<therapy_class>{};
            auto const row = listed ? id<option>{listed} : candidate.option;
            bool stands = contains(c_.named, row) || contains(c_.mentioned, row) || contains(c_.set_apart, candidate.option);
            for (auto const& r : c_.rows) stands = stands || r.option == row || (r.above && id<option>{r.above} == row);
            if (!stands) find(audit_check::a3, severity::error, no_number, no_number, candidate.reasons.front().claim);
        }
    }

    // Order: what a row is sorted by, read off the rows alone.

    struct place {
        int group;
        id<therapy_class> section;
        std::string_view line;  ///< the pooled line it stands under, or its own name
        bool is_under;
        std::string_view name;
    };
    bool is_above(id<therapy_class> above, id<therapy_class> below) const {
        return above && below && above != below && query_detail::is_within(kb_, below, above);
    }
    place place_of(row const& r) const {
        auto const group = r.aim != intent::symptomatic    ? 3 + static_cast<int>(r.aim)
                           : r.role == row_role::reference ? 0
                           : r.role == row_role::against   ? 3
                           : r.section                     ? 1
                                                           : 2;
        place p{group, r.section, kb_.name(r.label), false, kb_.name(r.label)};
        if (r.role != row_role::member) return p;
        p.is_under = true;
        auto nearest = id<therapy_class>{};
        for (auto const& above : c_.rows) {
            auto const a = above.role == row_role::pooled ? kb_.as<therapy_class>(above.option) : id<therapy_class>{};
            if (is_above(a, kb_.as<therapy_class>(r.option)) && (!nearest || is_above(nearest, a))) nearest = a;
        }
        if (nearest) p.line = kb_.name(nearest);
        return p;
    }
    static bool stands_before(place const& a, place const& b) {
        if (a.group != b.group) return a.group < b.group;
        if (a.section != b.section) return a.section < b.section;
        if (auto const c = compare_folded(a.line, b.line); c != 0) return c < 0;
        if (a.is_under != b.is_under) return b.is_under;
        return compare_folded(a.name, b.name) < 0;
    }
    void order() {
        for (std::uint32_t i = 1; i < c_.rows.size(); ++i) {
            auto const &before = c_.rows[i - 1], &here = c_.rows[i];
            bool const turned = c_.preset.of       ? false
                                : c_.asked_options ? here.option < before.option
                                                   : stands_before(place_of(here), place_of(before));
            if (turned) find(audit_check::b4, severity::error, i);
        }
    }

    /// No option and no claim stands in two rows.
    void once() {
        std::vector<std::pair<claim_id, std::uint32_t>> told;
        for (std::uint32_t r = 0; r != c_.rows.size(); ++r) {
            bool again = false;
            for (std::uint32_t i = 0; i != r; ++i)
                again = again || (c_.rows[i].option == c_.rows[r].option && c_.rows[i].aim == c_.rows[r].aim);
            if (again) find(audit_check::b8, severity::error, r);
            if (again) continue;
            for (std::uint32_t i = 0; i != c_.preset.columns.size(); ++i)
                for (auto const& s : c_.in(c_.at(r, i))) told.emplace_back(s.claim, r);
        }
        std::sort(told.begin(), told.end());
        told.erase(std::unique(told.begin(), told.end()), told.end());
        for (std::size_t i = 1; i < told.size(); ++i)
            if (told[i].first == told[i - 1].first)
                find(audit_check::b8, severity::error, told[i].second, no_number, told[i].first);
    }

    /// A row with fewer than half the filled cells of the fullest one.
    void balance() {
        std::vector<std::uint32_t> filled(c_.rows.size(), 0);
        std::uint32_t most = 0;
        auto const counts_as_option = [&](std::uint32_t r) {
            return c_.rows[r].role == row_role::alone || c_.rows[r].role == row_role::member;
        };
        for (std::uint32_t r = 0; r != c_.rows.size(); ++r) {
            for (std::uint32_t i = 0; i != c_.preset.columns.size(); ++i) filled[r] += !c_.in(c_.at(r, i)).empty();
            if (counts_as_option(r)) most = (std::max)(most, filled[r]);
        }
        for (std::uint32_t r = 0; r != c_.rows.size(); ++r)
            if (counts_as_option(r) && filled[r] * 2 < most) find(audit_check::b2, severity::warning, r);
    }

    bool is_told(claim_id warning) const {
        auto const tells = [&](claim_id c) {
            if (c == warning) return true;
            return kb_.is<warned_of>(c) && kb_.is<warned_of>(warning) && kb_.subject(c) == kb_.subject(warning) &&
                   kb_.object(c) == kb_.object(warning) && kb_.said(c).source == kb_.said(warning).source &&
                   kb_.payload<warned_of>(c).form <= kb_.payload<warned_of>(warning).form;
        };
        for (auto const& x : c_.cells)
            for (auto const& s : c_.shown_in(x))
                if (tells(s.claim)) return true;
        return std::any_of(c_.warnings.begin(), c_.warnings.end(), [&](auto const& w) { return tells(w.warning.claim); });
    }
    /// Every warning about a row is told, whatever the scope; what else stands first, where the scope has it.
    void warnings() {
        bool const whole = !c_.narrowed && !c_.preset.of && table_detail::shows(c_, facet::harm);
        auto const all_told = [&](std::uint32_t r, id<option> o) {
            for (auto const& s : statements(kb_, near_, o))
                if ((s.facet == facet::warning || (whole && s.first)) && s.applies != applicability::excluded &&
                    !is_told(s.claim))
                    find(audit_check::r6, severity::error, r, no_number, s.claim);
        };
        for (std::uint32_t r = 0; r != c_.rows.size(); ++r) {
            all_told(r, c_.rows[r].option);
            if (c_.rows[r].above) all_told(r, c_.rows[r].above);
        }
    }

    /// What stands outside the cells is sourced and stands still.
    void beside() {
        for (auto c : c_.advice) said(no_number, no_number, c, true);
        for (auto const& w : c_.warnings) {
            said(w.row, no_number, w.warning.claim, true);
            place_and_day(w.row, no_number, w.warning.claim);
        }
    }

public:
    explicit auditor(comparison const& c) : cell_auditor{c} {}

    std::vector<audit_finding> run() {
        frame();
        if (!shape()) return std::move(found_);
        counts();
        selection();
        order();
        once();
        balance();
        for (std::uint32_t r = 0; r != c_.rows.size(); ++r) {
            for (std::uint32_t i = 0; i != c_.preset.columns.size(); ++i) cell_at(r, i);
            times(r);
        }
        warnings();
        beside();
        return std::move(found_);
    }
};

}  // namespace audit_detail

/// What a trustworthy table must satisfy and this one does not, of the checks that a program can decide on its value.
///
/// The checks on its words are in audit/words.hpp. Linear in the statements, times the rows for warnings.
[[nodiscard]] inline std::vector<audit_finding> audit(comparison const& c) {
    if (c.base.entity_count() == 0) return {{audit_check::a1, severity::error, no_number, no_number, {}}};
    return audit_detail::auditor{c}.run();
}

/// Whether a finding is an error; a table with warnings alone passes.
[[nodiscard]] inline bool has_error(std::vector<audit_finding> const& findings) {
    return std::any_of(findings.begin(), findings.end(), [](audit_finding const& f) { return f.severity == severity::error; });
}

}  // namespace treatise::inline v0_3
