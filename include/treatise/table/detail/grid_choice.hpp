// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/fields.hpp>
#include <treatise/table/detail/cell_rules.hpp>
#include <treatise/table/detail/people.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

// What stands in an option grid: which outcomes, which options, which of several statements. By what sources report and how
// near it is to the cause; by no result.
namespace treatise::inline v0_3::table_detail {

/// An option with every statement about it.
struct grid_row {
    row as_row;
    std::vector<statement> all;
};

/// The neutral order: references, kinds of therapy in their printed order, A to Z inside, what stands in no class last.
constexpr bool stands_before(knowledge_base const& kb, row const& a, row const& b) {
    auto const place = [](row const& r) { return r.role == row_role::reference ? 0 : r.section ? 1 : 2; };
    if (place(a) != place(b)) return place(a) < place(b);
    if (place(a) == 1 && a.section != b.section) return a.section < b.section;
    auto const c = compare_folded(kb.name(a.label), kb.name(b.label));
    return c != 0 ? c < 0 : a.option < b.option;
}

constexpr bool is_near(statement const& s) { return s.applies == applicability::exact || s.applies == applicability::pooled; }
constexpr bool is_of_outcome(knowledge_base const& kb, statement const& s, id<outcome> o) {
    return kb.is<affects>(s.claim) && kb.object(s.claim) == id<entity>{o};
}

/// Numbers of both arms before the difference alone, one arm, words, and a search that found nothing.
constexpr int plain_rank(knowledge_base const& kb, statement const& s) {
    if (kb.stance(s.claim) == stance::no_evidence_found) return 5;
    if (kb.stance(s.claim) == stance::no_recommendation) return 4;
    return static_cast<int>(people_of(kb, s.claim, denominator::hundred).as);
}

/// A drug before a product form of it, and both before a class.
constexpr int reach(knowledge_base const& kb, claim_id c) {
    auto const t = kb.as<therapy>(kb.subject(c));
    return !t ? 2 : kb.out<form_of>(t).empty() ? 0 : 1;
}
/// Of several statements on one outcome the one that the grid tells stands first.
constexpr bool plain_before(knowledge_base const& kb, statement const& a, statement const& b) {
    if (auto const x = plain_rank(kb, a), y = plain_rank(kb, b); x != y) return x < y;
    if (a.applies != b.applies) return a.applies < b.applies;
    if (auto const x = reach(kb, a.claim), y = reach(kb, b.claim); x != y) return x < y;
    auto const rated = [&](statement const& s) { return grade_of(kb, kb.payload<affects>(s.claim)).has_value(); };
    if (auto const x = rated(a), y = rated(b); x != y) return x;
    if (auto const x = published(kb, a.claim), y = published(kb, b.claim); x != y) return x > y;
    return a.claim < b.claim;
}

/// What the rows report of one outcome, a bit a row: numbers of both arms for this cause, of a drug itself or of any form of it;
/// a number of people for this cause; a number of people; a statement for this cause; a statement.
struct reported_outcome {
    id<outcome> which;
    std::array<std::vector<std::uint8_t>, 6> rows{};
    std::uint32_t claims = 0;  ///< in the whole base: what is reported most, where the rows do not decide
    static constexpr std::size_t relevant = 4;

    constexpr std::uint32_t count(std::size_t what, std::vector<std::uint8_t> const& covered) const {
        std::uint32_t n = 0;
        for (std::size_t i = 0; i != covered.size(); ++i) n += rows[what][i] != 0 && covered[i] == 0;
        return n;
    }
};
constexpr std::vector<reported_outcome> reported_outcomes(
    knowledge_base const& kb, std::vector<grid_row> const& rows, valence v) {
    std::vector<reported_outcome> found;
    for (std::size_t r = 0; r != rows.size(); ++r)
        for (auto const& s : rows[r].all) {
            if (!kb.is<affects>(s.claim)) continue;
            auto const o = kb.as<outcome>(kb.object(s.claim));
            auto const& d = kb.details(o);
            if (d.valence != v || (v == valence::undesirable && d.important)) continue;  // those stand with the warnings
            auto x = std::find_if(found.begin(), found.end(), [&](auto const& y) { return y.which == o; });
            if (x == found.end()) {
                x = found.insert(x, reported_outcome{o});
                x->claims = kb.in_ids<affects>(o).size();
                for (auto& bits : x->rows) bits.assign(rows.size(), 0);
            }
            bool const number = plain_rank(kb, s) < static_cast<int>(told_as::words);
            bool const both = plain_rank(kb, s) == 0 && is_near(s);
            if (both && reach(kb, s.claim) != 1) x->rows[0][r] = 1;
            if (both) x->rows[1][r] = 1;
            if (number && is_near(s)) x->rows[2][r] = 1;
            if (number) x->rows[3][r] = 1;
            if (is_near(s)) x->rows[4][r] = 1;
            x->rows[5][r] = 1;
        }
    std::sort(found.begin(), found.end(), [](auto const& a, auto const& b) { return a.which < b.which; });
    return found;
}

/// The outcome with numbers for most options first, then those that say most of options of which the ones before say nothing for
/// this cause; the same outcomes for every option.
constexpr std::vector<id<outcome>> chosen_outcomes(
    knowledge_base const& kb, std::vector<grid_row> const& rows, valence v, std::uint32_t most) {
    std::size_t const enough = v == valence::desirable ? 2 : 3;  // more only for an option of which these say nothing
    auto found = reported_outcomes(kb, rows, v);
    std::vector<id<outcome>> chosen;
    std::vector<std::uint8_t> covered(rows.size(), 0);
    std::vector<std::uint8_t> const none(rows.size(), 0);
    while (!found.empty() && chosen.size() < most) {
        auto const best = std::max_element(found.begin(), found.end(), [&](auto const& a, auto const& b) {
            for (std::vector<std::uint8_t> const* left : {&std::as_const(covered), &none})
                for (std::size_t i = 0; i != a.rows.size(); ++i)
                    if (auto const x = a.count(i, *left), y = b.count(i, *left); x != y) return x < y;
            return a.claims < b.claims;
        });
        if (chosen.size() >= enough && best->count(reported_outcome::relevant, covered) == 0) break;
        chosen.push_back(best->which);
        for (std::size_t i = 0; i != covered.size(); ++i) covered[i] |= best->rows[reported_outcome::relevant][i];
        found.erase(best);
    }
    return chosen;
}

/// Options with numbers of a benefit for this cause first, then those of which most is said for this cause.
constexpr std::vector<std::size_t> most_documented(
    knowledge_base const& kb, std::vector<grid_row> const& rows, std::size_t most) {
    struct documented {
        std::size_t row;
        int numbers = 9;
        std::uint32_t facets = 0;
    };
    std::vector<documented> all;
    for (std::size_t i = 0; i != rows.size(); ++i) {
        documented d{i};
        set_of<facet> relevant;
        for (auto const& s : rows[i].all) {
            if (!is_near(s)) continue;
            auto const beside = s.applies == applicability::pooled ? 2 : 0;
            if (s.facet == facet::benefit) d.numbers = (std::min)(d.numbers, plain_rank(kb, s) + beside);
            if (relevant.bits == 0 || !relevant.allows(s.facet)) ++d.facets;
            relevant = relevant | s.facet;
        }
        all.push_back(d);
    }
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) {
        if (a.numbers != b.numbers) return a.numbers < b.numbers;
        return a.facets != b.facets ? a.facets > b.facets : a.row < b.row;
    });
    std::vector<std::size_t> chosen;
    for (auto const& d : all)
        if (chosen.size() < most) chosen.push_back(d.row);
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace treatise::inline v0_3::table_detail
