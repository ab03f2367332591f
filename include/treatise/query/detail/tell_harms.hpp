// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/harms.hpp>
#include <treatise/query/detail/rules/states.hpp>
#include <treatise/query/detail/teller.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace treatise::inline v0_3::query_detail {

/// Tells the harms by the rules "common harms" and "same member".
struct harms_teller : teller {
    using teller::teller;

    constexpr bool is_harm(run const& r) const { return memory.effects[r.first].of_outcome == 0; }
    constexpr harm_tier tier(run const& r) const { return static_cast<harm_tier>(r.standing); }

    /// The share of people, or the difference, by which harms of one tier are ordered.
    constexpr void weigh(run& r) const {
        auto const o = outcome_of(r);
        r.is_named = !is_stopping(kb, o) && !is_summary(kb, o) && !is_of_pregnancy(kb, o);
        if (r.is_named) prefer_difference(r);
        auto const& best = best_of(r);
        r.family = family_of(kb, o);
        r.of_member = member_told(best.whose);
        r.more = best.is_controlled ? difference_to_order_by(kb, memory, r) : 0;
        r.standing = static_cast<std::uint8_t>(tier_of(kb, best, r.more));
        auto const& e = kb.payload<affects>(best.says.claim);
        if (tier(r) == harm_tier::share) r.more = in_100_000(share_of(e.statistic, e.value));
    }

    /// The member of a class that a harm is told of: the medicine itself, or what it is a form of.
    [[nodiscard]] constexpr std::uint32_t member_told(id<option> whose) const {
        if (!is_member(whose)) return 0;
        for (auto e : kb.out<form_of>(kb.as<therapy>(whose)))
            if (auto const n = memory.related.place(e.object); n != memory.related.size()) return n;
        return memory.related.place(whose);
    }

    /// A bare ratio or number needed to harm steps behind a figure of both arms in other people.
    constexpr void prefer_difference(run& r) const {
        auto const bare = r.best;
        for (auto i = r.first; i != r.last; ++i)
            if (steps_behind(kb, memory.effects[bare], memory.effects[i]) &&
                (r.best == bare || figure_before(kb, memory.effects[i], best_of(r))))
                r.best = i;
    }

    /// The harms that stand for their families, of each member its own, in the order of print.
    constexpr void choose() const {
        auto& chosen = memory.chosen;
        chosen.clear();
        auto const& runs = memory.runs;
        auto& stands_for = memory.first_alike;  // of the first run of a family, the one that stands for it
        stands_for.assign(runs.size(), no_number);
        for (std::size_t n = 0; n != memory.by_family.size();) {
            auto first = no_number, best = no_number;
            auto const& head = runs[memory.by_family[n]];
            for (; n != memory.by_family.size() && are_told_once(head, runs[memory.by_family[n]]); ++n) {
                auto const i = memory.by_family[n];
                if (!runs[i].is_named || tier(runs[i]) == harm_tier::not_told || is_answered_nearer(memory, runs[i])) continue;
                first = (std::min)(first, i);
                if (best == no_number || stands_for_family(kb, memory, runs[i], runs[best]) ||
                    (i < best && !stands_for_family(kb, memory, runs[best], runs[i])))
                    best = i;
            }
            if (first != no_number) stands_for[first] = best;
        }
        for (auto i : stands_for)
            if (i != no_number) chosen.push_back(i);
        order_chosen();
    }
    /// Puts the runs of harms by their families, and by whom they are about.
    constexpr void order_runs() const {
        auto& m = memory;
        m.by_family.clear(), m.owned.clear();
        m.is_chosen.assign(m.runs.size(), 0);
        for (std::uint32_t i = 0; i != m.runs.size(); ++i) {
            if (!is_harm(m.runs[i])) continue;
            m.by_family.push_back(i);
            auto const whose = best_of(m.runs[i]).whose;
            m.owned.push_back({whose, i});
            each_whole(whose, [&](id<option> o) { m.owned.push_back({o, i}); });
        }
        std::sort(m.by_family.begin(), m.by_family.end(), [&](auto a, auto b) {
            if (family_before(m, m.runs[a], m.runs[b])) return true;
            return !family_before(m, m.runs[b], m.runs[a]) && a < b;
        });
        std::sort(m.owned.begin(), m.owned.end(),
            [](owned_run const& a, owned_run const& b) { return a.owner != b.owner ? a.owner < b.owner : a.run < b.run; });
    }
    /// Calls `f` with what the option is a form of.
    template <class F>
    constexpr void each_whole(id<option> o, F f) const {
        if (auto const t = kb.as<therapy>(o))
            for (auto e : kb.out<form_of>(t)) f(e.object);
    }
    /// The runs of harms of an option and of its forms, in their order.
    constexpr std::span<owned_run const> owned_by(id<option> whose) const {
        auto const before = [](owned_run const& a, id<option> o) { return a.owner < o; };
        auto const first = std::lower_bound(memory.owned.begin(), memory.owned.end(), whose, before);
        auto last = first;
        while (last != memory.owned.end() && last->owner == whose) ++last;
        return {first, last};
    }
    constexpr void order_chosen() const {
        std::sort(memory.chosen.begin(), memory.chosen.end(),
            [&](auto a, auto b) { return harm_before(kb, memory, memory.runs[a], memory.runs[b]); });
    }

    /// How many harms of each member stand in the cell whatever the others': its share of them, at least half.
    [[nodiscard]] constexpr std::uint32_t most_of_each() const {
        auto& of = memory.told_of_member;
        of.assign(memory.related.size() + 1u, 0);
        std::uint32_t told = 0;
        for (auto i : memory.chosen)
            if (auto const& r = memory.runs[i]; tier(r) < harm_tier::words) told += of[r.of_member]++ == 0;
        of.assign(of.size(), 0);
        return (std::max)(1u, options.common_harms / (std::clamp)(told, 1u, 2u));
    }
    /// The largest first, and of each member its own. Bare words stand only where fewer than two figures do; another disease only
    /// where nothing else has a figure.
    constexpr void cut() const {
        auto& chosen = memory.chosen;
        if (options.all) return;
        auto const each = most_of_each();
        auto& of = memory.told_of_member;
        std::uint32_t figures = 0, controls = 0, kept = 0;
        for (auto i : chosen) {
            auto const& r = memory.runs[i];
            auto const t = tier(r);
            bool const has_room = r.of_member == 0 ? kept < options.common_harms : of[r.of_member] < each;
            if (!has_room) continue;
            if (t == harm_tier::other_disease && controls != 0) continue;
            if (t >= harm_tier::common_words && figures >= 2) continue;
            figures += t <= harm_tier::share;
            controls += t <= harm_tier::other_disease;
            ++of[r.of_member];
            chosen[kept++] = i;
        }
        chosen.resize(kept);
    }

    /// Rule "same member": a member or form whose benefit is told has its own first harm in the cell, or any side effect.
    constexpr void same_member() const {
        for (auto i : memory.chosen) memory.is_chosen[i] = 1;
        for (auto const& t : made.told_by_base(matter::benefit)) {
            if (!is_member(t.whose) || !tells_a_figure(kb, t.says.claim) || has_chosen(t.whose)) continue;
            if (auto const found = first_harm_of(t.whose); found != no_number)
                memory.chosen.push_back(found), memory.is_chosen[found] = 1;
            else
                add_summary(t.whose);
        }
        order_chosen();
    }
    constexpr bool is_member(id<option> o) const { return kb.as<therapy>(o) && kb.as<therapy_class>(made.option); }
    [[nodiscard]] constexpr bool has_chosen(id<option> whose) const {
        for (auto const& x : owned_by(whose))
            if (memory.is_chosen[x.run] != 0 && tier(memory.runs[x.run]) < harm_tier::other_disease) return true;
        return false;
    }
    /// Its first harm against a control, if there is one.
    constexpr std::uint32_t first_harm_of(id<option> whose) const {
        std::uint32_t found = no_number;
        for (auto const [owner, i] : owned_by(whose)) {
            auto const& r = memory.runs[i];
            if (!r.is_named || tier(r) >= harm_tier::other_disease) continue;
            if (found == no_number || harm_before(kb, memory, r, memory.runs[found])) found = i;
        }
        return found;
    }
    constexpr void add_summary(id<option> whose) const {
        for (auto const [owner, i] : owned_by(whose)) {
            auto const& r = memory.runs[i];
            if (is_any_harm(kb, outcome_of(r)) && best_of(r).is_controlled && best_of(r).remoteness != nearness::other_cause) {
                memory.chosen.push_back(i), memory.is_chosen[i] = 1;
                return;
            }
        }
    }
    constexpr void tell_named() {
        for (auto i : memory.chosen) {
            named_controls_ += tier(memory.runs[i]) <= harm_tier::other_disease;
            tell_best(memory.runs[i]);
        }
    }

    /// The run that answers of a member, or of its forms, by what the test asks for.
    template <class Is>
    constexpr run const* first_of(id<option> whose, Is is) const {
        run const* found = nullptr;
        for (auto const& x : owned_by(whose))
            if (auto const& r = memory.runs[x.run]; is(r) && (!found || figure_before(kb, best_of(r), best_of(*found))))
                found = &r;
        return found;
    }
    constexpr bool is_left_out(weighed const& w) const {
        return w.remoteness == nearness::other_cause && named_controls_ != 0 && !options.all;
    }

    /// How many stopped for side effects: always, of each documented member, or of the option.
    constexpr void tell_stopped() {
        auto const stopped = [&](run const& r) { return is_stopping(kb, outcome_of(r)); };
        std::uint32_t n = 0;
        for (auto m : made.members)
            if (auto const* r = first_of(m, stopped);
                r && best_of(*r).is_figure && !is_left_out(best_of(*r)) && n != most_stopped)
                tell_best(*r), ++n;
        if (n != 0 && !options.all) return;
        if (auto const* r = first_of(made.option, stopped); r && !is_left_out(best_of(*r))) tell_best(*r);
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
        order_runs();
        choose();
        cut();
        same_member();
        tell_named();
        tell_stopped();
        tell_summary();
        tell_anything();
        if (options.all) tell_rest(false);
        independent_first(matter::harm);
        part(matter::harm).state = state_of(kb, narrowed, std::span{made.told}.subspan(part(matter::harm).first), memory);
        leave_effects(false);
        end(matter::harm);
    }

private:
    static constexpr std::uint32_t most_stopped = 3;
    std::uint32_t named_controls_ = 0;
};

}  // namespace treatise::inline v0_3::query_detail
