// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/rows.hpp>
#include <treatise/table/unstated.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace table_detail {

/// Builds one comparison: its rows, then what stands in them, then what is counted over all of it.
class comparer : row_chooser {
    bool tells_all_ = false;
    std::vector<statement> of_row_{};

    constexpr void fill(row& r) {
        of_row_ = all_of(r);
        members(r);
        for (auto const& column : made_.preset.columns) {
            std::vector<statement> s;
            if (column.content == column_content::claims)
                for (auto const& x : of_row_)
                    if (column.facets.allows(x.facet)) s.push_back(x);
            cell made{state_of(kb_, s), static_cast<std::uint32_t>(made_.statements.size()), 0, 0};
            made.shown = choose(kb_, s, tells_all_, made_.preset.brief, made_.preset.one_page);
            made_.statements.insert(made_.statements.end(), s.begin(), s.end());
            made.last = static_cast<std::uint32_t>(made_.statements.size());
            if (column.content == column_content::claims) ++made_.states[static_cast<std::size_t>(made.state)];
            made_.cells.push_back(made);
        }
    }

    constexpr void members(row& r) {
        r.members_first = static_cast<std::uint32_t>(made_.members.size());
        if (auto const c = kb_.as<therapy_class>(r.option)) {
            for (auto e : kb_.in<listed_under>(c))
                for (auto const& s : of_row_)
                    if (kb_.subject(s.claim) == e.subject && !contains_member(r, e.subject)) made_.members.push_back(e.subject);
            if (kb_.in<listed_under>(c).empty() && made_.preset.of) {
                scope within;
                within.kind = c;
                for (auto t : kb_.all<therapy>())
                    if (in_scope(kb_, t, within) && !all_of(t).empty()) made_.members.push_back(t);
            }
        }
        r.members_last = static_cast<std::uint32_t>(made_.members.size());
        std::sort(made_.members.begin() + r.members_first, made_.members.end(), [this](id<therapy> a, id<therapy> b) {
            auto const c = compare_folded(kb_.name(a), kb_.name(b));
            return c != 0 ? c < 0 : a < b;
        });
    }
    constexpr bool contains_member(row const& r, id<therapy> t) const {
        return std::find(made_.members.begin() + r.members_first, made_.members.end(), t) != made_.members.end();
    }

    /// Where one source fills the table, or no column shows warnings, those that are given for its rows and for what is in
    /// them stand below it.
    constexpr void other_warnings() {
        scope everyone, within;
        std::vector<claim_id> told;
        for (auto const& s : made_.statements) told.push_back(s.claim);
        for (std::uint32_t i = 0; i != made_.rows.size(); ++i) {
            std::vector<id<option>> about{made_.rows[i].option};
            if (auto const c = kb_.as<therapy_class>(made_.rows[i].option)) {
                within.kind = c;
                for (auto o : kb_.all<option>())
                    if (o != about.front() && in_scope(kb_, o, within)) about.push_back(o);
            }
            for (auto o : about) {
                auto found = statements(kb_, near_, o, everyone);
                std::sort(
                    found.begin(), found.end(), [&](statement const& a, statement const& b) { return tells_before(kb_, a, b); });
                for (auto const& s : found) {
                    if (!(s.facet == facet::warning || (s.first && kb_.said(s.claim).source != scope_.source))) continue;
                    if (contains(told, s.claim)) continue;
                    told.push_back(s.claim);
                    made_.warnings.push_back({i, s});
                }
            }
        }
    }

    constexpr void count() {
        std::vector<claim_id> claims;
        std::vector<std::uint32_t> cells_from(kb_.all<source>().size(), 0);
        std::uint32_t filled = 0;
        for (auto const& c : made_.cells) {
            if (c.first == c.last) continue;
            ++filled;
            auto const one = kb_.said(made_.statements[c.first].claim).source;
            bool alone = true;
            for (auto const& s : made_.in(c)) {
                claims.push_back(s.claim);
                alone = alone && kb_.said(s.claim).source == one;
            }
            if (auto const from = kb_.all<source>().slot(one); alone && from < cells_from.size()) ++cells_from[from];
        }
        for (auto const& w : made_.warnings) claims.push_back(w.warning.claim);
        for (auto s : kb_.all<source>())
            if (cells_from[kb_.all<source>().slot(s)] * 2 > filled) made_.most_from = s;
        std::sort(claims.begin(), claims.end());
        claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
        made_.claim_count = static_cast<std::uint32_t>(claims.size());
        for (auto c : claims) {
            made_.read_in_source += kb_.said(c).read == reading::in_source;
            made_.sources.push_back(kb_.said(c).source);
        }
        for (auto c : made_.advice) made_.sources.push_back(kb_.said(c).source);
        std::sort(made_.sources.begin(), made_.sources.end());
        made_.sources.erase(std::unique(made_.sources.begin(), made_.sources.end()), made_.sources.end());
        made_.unstated = count_unstated(made_);
    }

    constexpr void advice() {
        for (auto about : near_.reached())
            for (auto a : kb_.out<advises>(about)) {
                auto const applies = near_.of(about, *a.said);
                if (applies != applicability::narrower && applies != applicability::excluded &&
                    in_scope(kb_, a.number, applies, scope_))
                    made_.advice.push_back(a.number);
            }
    }

public:
    constexpr comparer(knowledge_base const& kb, id<cause> asked, preset const& p, scope s)
        : row_chooser{kb, asked, std::move(s)} {
        made_.base = kb;
        made_.asked = asked;
        made_.preset = p;
        made_.narrowed = scope_.source || scope_.kind || scope_.jurisdiction || scope_.payer || scope_.source_kinds.bits ||
                         scope_.applies.bits || scope_.read.bits || scope_.as_of || !scope_.place.empty();
        made_.asked_options = !scope_.options.empty();
        if (p.of) {
            auto const& d = kb.details(p.of);
            scope_.source = d.from;
            scope_.place = kb[d.place];
            tells_all_ = true;
            if (scope_.options.empty())
                for (auto o : kb[d.options]) scope_.options.push_back(o);
        }
    }

    constexpr comparison run() {
        choose_rows();
        for (auto& r : made_.rows) fill(r);
        if ((made_.preset.of && scope_.source) || !shows(made_, facet::warning)) other_warnings();
        advice();
        count();
        return std::move(made_);
    }
};

}  // namespace table_detail

/// The comparison table of the options documented for a cause, as a value.
///
/// Rows stand in display order: references, then kinds of therapy, A to Z inside. Nothing is ranked and no
/// claim stands on two rows. Linear in the claims about the options; the base must outlive the result.
constexpr comparison compare(knowledge_base const& kb, id<cause> asked, preset const& p = overview, scope s = {}) {
    return table_detail::comparer{kb, asked, p, std::move(s)}.run();
}

}  // namespace treatise::inline v0_3
