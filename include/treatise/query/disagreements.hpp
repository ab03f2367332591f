// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/candidates.hpp>
#include <treatise/query/statements.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <string_view>
#include <vector>

namespace treatise {

/// In what claims of one matter differ; the order in which groups are printed.
enum class difference : std::uint8_t {
    answer,     ///< do, do not, or no answer; for an effect: found, not found, no difference
    strength,   ///< inside one scheme
    line,       ///< inside one scheme
    certainty,  ///< inside one scheme
    size,       ///< intervals apart, or one crosses no effect and the other does not
    coverage,
    mention     ///< named as an option, while an effect was looked for and not found
};
template <>
inline constexpr std::array<std::string_view, 7> words_of<difference>{
    "answer", "strength", "line", "certainty", "size", "coverage", "mention"};

/// In what else the claims of a group differ: fields that differ, never "because".
enum class also : std::uint8_t { subject, population, setting, date, jurisdiction, outcome, statistic, comparator, interest };
template <>
inline constexpr std::array<std::string_view, 9> words_of<also>{
    "subject", "population", "setting", "date", "jurisdiction", "outcome", "statistic", "comparator", "interest"};

/// Claims of one relation about one option that differ, side by side; none is preferred or averaged.
struct disagreement {
    id<treatise::option> option;                  ///< a row, or a class of rows of which sources speak as one
    std::uint32_t relation = 0;                   ///< the one that decides the group
    id<outcome> about{};  ///< for effects: the outcome, or the one that the differing outcomes are kinds of
    difference kind{};  ///< the first in the order of printing that holds
    set_of<difference> kinds{};
    set_of<also> also_differs{};
    std::vector<statement> sides;  ///< every claim that differs from another of them
    std::vector<statement> context;  ///< claims of other relations on the same option, another question
};

namespace detail {

/// The outcome at the top of the hierarchy above `o`: less pain, for pain at least halved.
constexpr id<outcome> broadest(knowledge_base const& kb, id<outcome> o) {
    for (auto up = kb.out<is_a>(o); !up.empty(); up = kb.out<is_a>(o)) o = up.front().object;
    return o;
}

constexpr bool is_yes(stance s) { return s == stance::in_favour; }
constexpr bool is_no(stance s) { return s == stance::against || s == stance::no_difference; }
constexpr bool is_open(stance s) { return s == stance::no_evidence_found || s == stance::no_recommendation; }

template <class Level>
constexpr bool levels_differ(id<scheme> a, id<scheme> b, Level x, Level y) {
    return a && a == b && x && y && x.value != unstated_level && y.value != unstated_level && x != y;
}

/// The value of no effect in the measure; nothing where there is none on a finite scale (NNT, NNH).
constexpr decimal no_effect(statistic s) {
    switch (s) {
        case statistic::risk_ratio:
        case statistic::odds_ratio:
        case statistic::hazard_ratio: return {1, 0};
        case statistic::risk_difference:
        case statistic::mean_difference:
        case statistic::standardised_mean_difference: return {0, 0};
        default: return {};
    }
}
constexpr bool bounded(effect const& e) {
    return (e.low.is_finite() || e.low.is_infinite()) && (e.high.is_finite() || e.high.is_infinite());
}

/// The interval includes no effect; an NNT or NNH does where it runs through infinity.
constexpr bool crosses_no_effect(effect const& e) {
    if (!bounded(e)) return false;
    if (e.statistic == statistic::nnt || e.statistic == statistic::nnh)
        return e.high == decimal::infinity() ||
               (e.low.is_finite() && e.high.is_finite() && (e.low.digits() < 0) != (e.high.digits() < 0));
    auto const none = no_effect(e.statistic);
    return none.is_finite() && !less(none, e.low) && !less(e.high, none);
}
constexpr bool sizes_differ(effect const& a, effect const& b) {
    if (a.statistic != b.statistic || a.statistic == statistic::narrative || !bounded(a) || !bounded(b)) return false;
    if (crosses_no_effect(a) != crosses_no_effect(b))
        return !no_effect(a.statistic).is_absent() || a.statistic == statistic::nnt || a.statistic == statistic::nnh;
    return less(a.high, b.low) || less(b.high, a.low);
}

/// In what two claims of one relation differ; `mention` is of two relations and decided apart.
constexpr set_of<difference> differences(knowledge_base const& kb, claim_id x, claim_id y) {
    set_of<difference> found;
    auto const r = kb.relation(x);
    if (r != kb.relation(y) || kb.said(x).source == kb.said(y).source) return found;
    auto const a = kb.stance(x), b = kb.stance(y);
    bool const answers = (is_yes(a) && (is_no(b) || is_open(b))) || (is_yes(b) && (is_no(a) || is_open(a))) ||
                         (is_no(a) && is_open(b)) || (is_open(a) && is_no(b));
    if (r == relation_number<recommended_for>) {
        auto const &p = kb.payload<recommended_for>(x), &q = kb.payload<recommended_for>(y);
        if (answers) found = found | difference::answer;
        if (a == b && levels_differ(p.scheme, q.scheme, p.strength, q.strength)) found = found | difference::strength;
        if (a == b && levels_differ(p.scheme, q.scheme, p.line, q.line)) found = found | difference::line;
    } else if (r == relation_number<affects>) {
        auto const &p = kb.payload<affects>(x), &q = kb.payload<affects>(y);
        if (answers) found = found | difference::answer;
        if (levels_differ(p.scheme, q.scheme, p.certainty, q.certainty)) found = found | difference::certainty;
        if (kb.object(x) == kb.object(y) && sizes_differ(p, q)) found = found | difference::size;
    } else if (r == relation_number<covered_for>) {
        if (kb.payload<covered_for>(x).status != kb.payload<covered_for>(y).status) found = found | difference::coverage;
    }
    return found;
}

constexpr set_of<also> also_differ(knowledge_base const& kb, claim_id x, claim_id y) {
    set_of<also> found;
    auto const &a = kb.said(x), &b = kb.said(y);
    auto const note = [&](bool differ, also what) {
        if (differ) found = found | what;
    };
    note(kb.subject(x) != kb.subject(y), also::subject);
    note(a.population != b.population || a.about != b.about || (kb.as<cause>(kb.object(x)) && kb.object(x) != kb.object(y)),
        also::population);
    note((a.published ? a.published : kb.details(a.source).published) !=
             (b.published ? b.published : kb.details(b.source).published),
        also::date);
    note(a.jurisdiction != b.jurisdiction, also::jurisdiction);
    note(bool(a.interest) != bool(b.interest), also::interest);
    if (kb.relation(x) == relation_number<recommended_for> && kb.relation(y) == relation_number<recommended_for>)
        note(kb.payload<recommended_for>(x).setting != kb.payload<recommended_for>(y).setting, also::setting);
    if (kb.relation(x) == relation_number<affects> && kb.relation(y) == relation_number<affects>) {
        auto const &p = kb.payload<affects>(x), &q = kb.payload<affects>(y);
        note(kb.object(x) != kb.object(y), also::outcome);
        note(p.statistic != q.statistic, also::statistic);
        note(p.comparator != q.comparator || p.compared_with != q.compared_with, also::comparator);
    }
    return found;
}

/// Searches one option: its own claims and its members' against each other and against its superclasses'.
class disagreement_search {
    knowledge_base const& kb_;
    std::vector<disagreement>& found_;
    std::vector<statement> own_, above_;

    constexpr bool same_matter(claim_id x, claim_id y) const {
        if (kb_.relation(x) != relation_number<affects>) return true;
        return broadest(kb_, kb_.as<outcome>(kb_.object(x))) == broadest(kb_, kb_.as<outcome>(kb_.object(y)));
    }
    static constexpr void add(std::vector<statement>& to, statement const& s) {
        if (std::find(to.begin(), to.end(), s) == to.end()) to.push_back(s);
    }
    constexpr disagreement& group(id<option> o, std::uint32_t relation, id<outcome> about) {
        for (auto& d : found_)
            if (d.option == o && d.relation == relation && d.about == about) return d;
        found_.push_back({o, relation, about, {}, {}, {}, {}, {}});
        return found_.back();
    }

    constexpr void compare_pair(id<option> o, statement const& x, statement const& y) {
        auto const kinds = differences(kb_, x.claim, y.claim);
        if (kinds.bits == 0 || !same_matter(x.claim, y.claim)) return;
        bool const effect = kb_.relation(x.claim) == relation_number<affects>;
        auto& d = group(o, kb_.relation(x.claim), effect ? broadest(kb_, kb_.as<outcome>(kb_.object(x.claim))) : id<outcome>{});
        d.kinds = d.kinds | kinds;
        add(d.sides, x);
        add(d.sides, y);
    }
    /// A bare mention against an effect that was not found; only where no effect is claimed by anybody.
    constexpr void mentions(id<option> o) {
        auto const effects = [&](statement const& s, bool yes) {
            return s.facet == facet::benefit && (yes ? is_yes(kb_.stance(s.claim)) : is_no(kb_.stance(s.claim)));
        };
        for (auto const& s : own_)
            if (effects(s, true)) return;
        for (auto const& e : own_)
            if (effects(e, false))
                for (auto const& m : own_)
                    if (m.facet == facet::use && is_yes(kb_.stance(m.claim)) &&
                        kb_.said(m.claim).source != kb_.said(e.claim).source) {
                        auto& d = group(o, relation_number<affects>, broadest(kb_, kb_.as<outcome>(kb_.object(e.claim))));
                        d.kinds = d.kinds | difference::mention;
                        add(d.sides, m);
                        add(d.sides, e);
                    }
    }

public:
    constexpr disagreement_search(knowledge_base const& base, std::vector<disagreement>& found) : kb_{base}, found_{found} {}

    constexpr void run(id<option> o, std::vector<statement> own, std::vector<statement> above) {
        own_ = std::move(own);
        above_ = std::move(above);
        auto const first = found_.size();
        for (std::size_t i = 0; i != own_.size(); ++i) {
            for (std::size_t j = i + 1; j != own_.size(); ++j) compare_pair(o, own_[i], own_[j]);
            for (auto const& a : above_) compare_pair(o, own_[i], a);
        }
        mentions(o);
        for (auto i = first; i != found_.size(); ++i) finish(found_[i]);
    }
    constexpr void finish(disagreement& d) const {
        std::uint32_t k = 0;
        while (!(d.kinds.bits >> k & 1u)) ++k;
        d.kind = static_cast<difference>(k);
        std::sort(d.sides.begin(), d.sides.end(), stands_before);
        for (std::size_t i = 0; i != d.sides.size(); ++i)
            for (std::size_t j = i + 1; j != d.sides.size(); ++j)
                d.also_differs = d.also_differs | also_differ(kb_, d.sides[i].claim, d.sides[j].claim);
        for (auto const* v : {&own_, &above_})
            for (auto const& s : *v)
                if (kb_.relation(s.claim) != d.relation && s.facet != facet::mechanism && s.facet != facet::provider &&
                    s.facet != facet::consideration && s.facet != facet::harm &&
                    std::find(d.sides.begin(), d.sides.end(), s) == d.sides.end())
                    d.context.push_back(s);
    }
};

}  // namespace detail

/// Where sources differ about the options for a cause and the causes under it: claims of one relation on one option
/// that differ in answer, strength, line, certainty, size or coverage, and in what else they differ.
///
/// Ordered by kind of difference, then in display order. What an edition that stands no longer says is left out unless
/// the scope asks for it. Quadratic in the claims about one option.
constexpr std::vector<disagreement> disagreements(knowledge_base const& kb, id<cause> asked, scope const& s = {}) {
    std::vector<disagreement> found;
    relevance const near{kb, asked};
    detail::disagreement_search search{kb, found};
    auto const applying = [&](id<option> o) {
        auto all = statements(kb, near, o, s);
        std::erase_if(all, [](statement const& x) { return x.applies == applicability::excluded; });
        return all;
    };
    auto const one = [&](id<option> o) {
        if (!in_scope(kb, o, s)) return;
        auto own = applying(o);
        if (own.empty()) return;
        std::vector<statement> above;
        std::vector<id<therapy_class>> up;
        if (auto const c = kb.as<therapy_class>(o)) up.push_back(c);
        for (std::size_t i = 0; i != up.size(); ++i)
            for (auto e : kb.out<is_a>(up[i])) {
                if (std::find(up.begin(), up.end(), e.object) != up.end()) continue;
                up.push_back(e.object);
                for (auto& x : applying(e.object)) {
                    x.of = said_of::its_class;
                    above.push_back(x);
                }
            }
        search.run(o, std::move(own), std::move(above));
    };
    for (auto c : kb.all<therapy_class>()) one(c);
    for (auto t : kb.all<therapy>())
        if (!row_of(kb, t)) one(t);
    std::sort(found.begin(), found.end(), [](disagreement const& a, disagreement const& b) {
        if (a.kind != b.kind) return a.kind < b.kind;
        if (a.option != b.option) return a.option < b.option;
        return a.relation != b.relation ? a.relation < b.relation : a.about < b.about;
    });
    return found;
}

}  // namespace treatise
