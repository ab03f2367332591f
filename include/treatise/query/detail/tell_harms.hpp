// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/harms.hpp>
#include <treatise/query/detail/rules/states.hpp>
#include <treatise/query/detail/teller.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace treatise::inline v0_3::query_detail {

/// Tells the harms by the rules "common harms" and "same member".
struct harms_teller : teller {
    using teller::teller;

    constexpr bool is_harm(run const& r) const { return memory.effects[r.first].of_outcome == 0; }
    constexpr harm_tier tier(run const& r) const { return static_cast<harm_tier>(r.standing); }

    /// The share of people, or the difference, by which harms of one tier are ordered.
    constexpr void weigh(run& r) const {
        auto const& best = best_of(r);
        auto const o = outcome_of(r);
        r.is_named = !is_stopping(kb, o) && !is_summary(kb, o) && !is_of_pregnancy(kb, o);
        r.family = family_of(kb, o);
        r.more = best.is_controlled ? difference_to_order_by(kb, memory, r) : 0;
        r.standing = static_cast<std::uint8_t>(tier_of(kb, best, r.more));
        auto const& e = kb.payload<affects>(best.says.claim);
        if (tier(r) == harm_tier::share) r.more = in_100_000(share_of(e.statistic, e.value));
    }

    /// The harms that stand for their families, in the order of print.
    constexpr void choose() {
        auto& chosen = memory.chosen;
        chosen.clear();
        auto const& runs = memory.runs;
        for (std::uint32_t i = 0; i != runs.size(); ++i) {
            if (!runs[i].is_named || tier(runs[i]) == harm_tier::not_told) continue;
            bool stands = true;
            for (std::uint32_t j = 0; j != runs.size() && stands; ++j)
                stands = i == j || !runs[j].is_named || runs[i].family != runs[j].family ||
                         !stands_for_family(kb, memory, runs[j], runs[i]);
            if (stands) chosen.push_back(i);
        }
        std::sort(chosen.begin(), chosen.end(), [&](auto a, auto b) { return harm_before(kb, memory, runs[a], runs[b]); });
    }

    /// Bare words stand only where fewer than two figures do; another disease only where nothing else has a figure.
    constexpr void tell_named() {
        std::uint32_t figures = 0, controls = 0;
        for (auto i : memory.chosen) {
            auto const& r = memory.runs[i];
            auto const t = tier(r);
            if (!options.all && told_since(matter::harm) >= options.common_harms) break;
            if (t == harm_tier::other_disease && controls != 0 && !options.all) continue;
            if (t >= harm_tier::common_words && figures >= 2 && !options.all) continue;
            figures += t <= harm_tier::share;
            controls += t <= harm_tier::other_disease;
            tell_best(r);
        }
        named_controls_ = controls;
    }

    /// The run that answers of a member, or of its forms, by what the test asks for.
    template <class Is>
    constexpr run const* first_of(id<option> whose, Is is) const {
        run const* found = nullptr;
        for (auto const& r : memory.runs)
            if (is_harm(r) && is(r) && belongs_to(best_of(r), whose) &&
                (!found || figure_before(kb, best_of(r), best_of(*found))))
                found = &r;
        return found;
    }
    /// The claim is about the option, or about a form of it.
    constexpr bool belongs_to(weighed const& w, id<option> whose) const {
        if (w.whose == whose) return true;
        if (w.says.of != said_of::form) return false;
        for (auto e : kb.out<form_of>(kb.as<therapy>(w.whose)))
            if (id<option>{e.object} == whose) return true;
        return false;
    }

    /// How many stopped for side effects: always, of each documented member, or of the option.
    constexpr void tell_stopped() {
        auto const stopped = [&](run const& r) { return is_stopping(kb, outcome_of(r)); };
        std::uint32_t n = 0;
        for (auto m : made.members)
            if (auto const* r = first_of(m, stopped); r && best_of(*r).is_figure && n != most_stopped) tell_best(*r), ++n;
        if (n != 0 && !options.all) return;
        if (auto const* r = first_of(made.option, stopped)) tell_best(*r);
    }
    constexpr void tell_summary() {
        auto const any = [&](run const& r) { return is_any_harm(kb, outcome_of(r)); };
        if (named_controls_ != 0 && !options.all) return;
        run const* found = nullptr;
        for (auto const& r : memory.runs)
            if (is_harm(r) && any(r) && (!found || figure_before(kb, best_of(r), best_of(*found)))) found = &r;
        if (found) tell_best(*found);
    }
    /// What was looked for and not found is told where nothing else is.
    constexpr void tell_anything() {
        if (told_since(matter::harm) != 0) return;
        run const* found = nullptr;
        for (auto const& r : memory.runs)
            if (is_harm(r) && !is_of_pregnancy(kb, outcome_of(r)) && (!found || figure_before(kb, best_of(r), best_of(*found))))
                found = &r;
        if (found) tell_best(*found);
    }

    constexpr void run_all() {
        begin(matter::harm);
        for (auto& r : memory.runs)
            if (is_harm(r)) weigh(r);
        choose();
        tell_named();
        tell_stopped();
        tell_summary();
        tell_anything();
        if (options.all)
            for (auto const& r : memory.runs)
                if (is_harm(r))
                    for (auto i = r.first; i != r.last; ++i) tell_effect(r, i);
        part(matter::harm).state = state_of(kb, std::span{made.told}.subspan(part(matter::harm).first));
        leave_effects(false);
        end(matter::harm);
    }

private:
    static constexpr std::uint32_t most_stopped = 3;
    std::uint32_t named_controls_ = 0;
};

}  // namespace treatise::inline v0_3::query_detail
