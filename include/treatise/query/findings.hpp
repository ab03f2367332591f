// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/profile.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace treatise::inline v0_3 {

/// Of one outcome of an option, against one kind of comparator, the figure that stands first by the rules.
struct finding_of_outcome {
    id<treatise::outcome> outcome{};
    comparator_kind against{};
    treatise::told
        told{};  ///< `with_first` to `with_last` in `findings_of_option::with`: its range, or the same result in other measures
    claim_id ratio{};  ///< the risk or odds ratio of the same result; none where none is published

    friend constexpr bool operator==(finding_of_outcome const&, finding_of_outcome const&) = default;
};

/// The findings of one option for one cause: benefits, then harms, each in the order of print.
struct findings_of_option {
    std::vector<finding_of_outcome> found{};
    std::vector<claim_id> with{};

    constexpr std::span<claim_id const> with_of(finding_of_outcome const& f) const {
        return std::span{with}.subspan(f.told.with_first, f.told.with_last - f.told.with_first);
    }
};

namespace query_detail {

struct findings_maker {
    knowledge_base const& kb;
    profile_memory& memory;
    findings_of_option& made;

    constexpr std::span<weighed const> effects_of(run const& r) const {
        return std::span{memory.effects}.subspan(r.first, r.last - r.first);
    }
    constexpr bool is_ratio(claim_id c) const {
        auto const s = kb.payload<affects>(c).statistic;
        return s == statistic::risk_ratio || s == statistic::odds_ratio;
    }
    constexpr void add(run const& r, comparator_kind kind) const {
        weighed const* best = nullptr;
        auto const all = effects_of(r);
        for (auto const& w : all)
            if (w.against == kind && w.is_figure && w.remoteness != nearness::other_cause &&
                (!best || figure_before(kb, w, *best)))
                best = &w;
        if (!best) return;
        auto const n = static_cast<std::uint32_t>(made.with.size());
        finding_of_outcome f{kb.object<outcome>(best->says.claim), kind, {best->says, best->whose, n, n, false}};
        if (is_ratio(best->says.claim)) f.ratio = best->says.claim;
        find_range(kb, *best, all, memory.in_range);
        for (auto i : memory.in_range) {
            f.told.is_range = true;
            made.with.push_back(all[i].says.claim);
        }
        if (!f.told.is_range)
            for (auto const& x : all)
                if (is_one_result(kb, best->says.claim, x.says.claim)) {
                    made.with.push_back(x.says.claim);
                    if (!f.ratio && is_ratio(x.says.claim)) f.ratio = x.says.claim;
                }
        f.told.with_last = static_cast<std::uint32_t>(made.with.size());
        made.found.push_back(f);
    }
    constexpr void run_all() const {
        constexpr std::array kinds{
            comparator_kind::blinded, comparator_kind::untreated, comparator_kind::other, comparator_kind::none};
        for (auto const& r : memory.runs)
            for (auto kind : kinds) add(r, kind);
        auto const place = [this](finding_of_outcome const& f) {
            auto const o = f.outcome;
            return f.told.says.facet == facet::benefit ? 0 : is_summary(kb, o) || is_stopping(kb, o) ? 2 : 1;
        };
        auto const weight = [this](finding_of_outcome const& f) {
            if (f.told.says.facet == facet::harm) return in_100_000(more_people(kb, f.told.says.claim));
            auto const s = kb.details(f.outcome).strictness;
            return s.is_finite() ? in_100_000(ratio_of(s)) : 0;
        };
        std::sort(made.found.begin(), made.found.end(), [&](finding_of_outcome const& a, finding_of_outcome const& b) {
            if (place(a) != place(b)) return place(a) < place(b);
            if (auto const x = weight(a), y = weight(b); x != y) return x > y;
            if (a.outcome != b.outcome) return a.outcome < b.outcome;
            if (a.told.whose != b.told.whose) return a.told.whose < b.told.whose;
            return a.against < b.against;
        });
    }
};

}  // namespace query_detail

/// For each outcome of an option, and each kind of comparator, the one figure that stands first by the rules, with the claims
/// that give its range or the same result in other measures: what a summary of findings is made of.
///
/// Figures about another disease are left out. The base must outlive the result.
[[nodiscard]] TREATISE_INLINE_CONSTEXPR findings_of_option findings(
    knowledge_base const& kb, relevance const& relevant, id<option> o, scope const& s = {}) {
    option_profile p;
    asked_scope narrowed{kb, s};
    profile(kb, relevant, o, narrowed, {}, p);
    findings_of_option made;
    query_detail::findings_maker{kb, p.memory, made}.run_all();
    return made;
}

}  // namespace treatise::inline v0_3
