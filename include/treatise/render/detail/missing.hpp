// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/gaps.hpp>
#include <treatise/render/detail/claim_words.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

// What nobody here reports of the rows of a cause, in words: `gaps` tells it of every row, `why` of one.
namespace treatise::inline v0_3::render_detail {

class missing_words : protected claim_words {
protected:
    missing_words(knowledge_base const& kb, language const& l) : claim_words{kb, l} {}

    /// What is missing from the rows of a cause, and which row alone has what all others lack.
    struct missing {
        std::vector<gap> shared{};  ///< reported of two other rows or more, or a harm
        std::vector<gap> alone{};   ///< what one row alone has: `option` is that row
    };
    missing missing_from(std::vector<id<option>> const& rows, std::vector<gap> const& all) const {
        missing made;
        auto ordered = all;
        std::sort(ordered.begin(), ordered.end(), by_matter);
        for (auto first = ordered.begin(); first != ordered.end();) {
            auto const last = std::find_if(first, ordered.end(), [&](gap const& g) { return !same_matter(g, *first); });
            bool const one_row_has_it = static_cast<std::size_t>(last - first) + 1 == rows.size();
            if (one_row_has_it && facet_of(*first) != facet::harm)  // a harm stands at every row without it
                made.alone.push_back({row_without(rows, first, last), first->about, first->issue});
            first = last;
        }
        for (auto const& g : all) {
            auto const at = std::lower_bound(made.alone.begin(), made.alone.end(), g, matter_before);
            if (at == made.alone.end() || !same_matter(*at, g)) made.shared.push_back(g);
        }
        std::sort(made.alone.begin(), made.alone.end(),
            [](gap const& x, gap const& y) { return x.option != y.option ? x.option < y.option : matter_before(x, y); });
        return made;
    }
    std::vector<id<option>> rows_of(id<cause> asked, scope const& s) const {
        std::vector<id<option>> rows;
        for (auto c : candidates(kb_, asked, s)) {
            auto const row = row_of(kb_, c.option);
            rows.push_back(row ? id<option>{row} : c.option);
        }
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        return rows;
    }
    std::vector<answer_line> lines_of(std::vector<gap> const& all, id<option> o) const {
        std::vector<answer_line> lines;
        for (auto f : {facet::benefit, facet::harm, facet::consideration})
            if (auto const names = names_of(all, o, f); !names.empty())
                lines.push_back({std::string{say(l_, f)} + ": " + names, {}, {}, false});
        return lines;
    }

private:
    /// The heading under which a gap is told: what is neither a benefit nor a harm stands with what living with the option asks.
    facet facet_of(gap const& g) const {
        auto const o = kb_.as<outcome>(g.about);
        return o ? affects::tells(kb_.details(o)) : facet::consideration;
    }
    static bool same_matter(gap const& a, gap const& b) { return a.about == b.about && a.issue == b.issue; }
    static bool matter_before(gap const& a, gap const& b) { return a.about != b.about ? a.about < b.about : a.issue < b.issue; }
    static bool by_matter(gap const& a, gap const& b) { return same_matter(a, b) ? a.option < b.option : matter_before(a, b); }
    /// The row that has no gap between the two, which are ordered by row.
    template <class Gap>
    static id<option> row_without(std::vector<id<option>> const& rows, Gap first, Gap last) {
        for (auto row : rows) {
            if (first == last || first->option != row) return row;
            ++first;
        }
        return {};
    }
    std::string names_of(std::vector<gap> const& all, id<option> o, facet f) const {
        std::string s;
        for (auto const& g : all)
            if (g.option == o && facet_of(g) == f)
                append_part(s, g.issue ? std::string{say(l_, *g.issue)} : inside(l_, kb_, g.about, word_register::clinical));
        return s;
    }
};

}  // namespace treatise::inline v0_3::render_detail
