// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/gaps.hpp>
#include <treatise/render/detail/claim_words.hpp>

#include <algorithm>
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
        for (auto const& g : all) {
            auto const has = the_only_one_with(g, rows, all);
            if (facet_of(g) == facet::harm || !has) {  // a harm stands at every row without it
                made.shared.push_back(g);
                continue;
            }
            auto one = g;
            one.option = has;
            if (std::find(made.alone.begin(), made.alone.end(), one) == made.alone.end()) made.alone.push_back(one);
        }
        std::sort(made.alone.begin(), made.alone.end(), [](gap const& x, gap const& y) {
            if (x.option != y.option) return x.option < y.option;
            return x.about != y.about ? x.about < y.about : x.issue < y.issue;
        });
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
    /// The row of which alone the matter of a gap is reported; none where it is reported of several.
    static id<option> the_only_one_with(gap const& g, std::vector<id<option>> const& rows, std::vector<gap> const& all) {
        auto const has = [&](id<option> row) {
            return std::none_of(
                all.begin(), all.end(), [&](gap const& other) { return other.option == row && same_matter(other, g); });
        };
        auto const first = std::find_if(rows.begin(), rows.end(), has);
        return first == rows.end() || std::find_if(first + 1, rows.end(), has) != rows.end() ? id<option>{} : *first;
    }
    std::string names_of(std::vector<gap> const& all, id<option> o, facet f) const {
        std::string s;
        for (auto const& g : all)
            if (g.option == o && facet_of(g) == f) append_part(s, g.issue ? std::string{say(l_, *g.issue)} : in_text(g.about));
        return s;
    }
};

}  // namespace treatise::inline v0_3::render_detail
