// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/ranges.hpp>
#include <treatise/query/detail/rules/states.hpp>
#include <treatise/query/matter.hpp>

#include <algorithm>
#include <cstdint>
#include <span>

namespace treatise::inline v0_3::query_detail {

/// Writes what is told into a profile, matter by matter.
struct teller {
    knowledge_base const& kb;
    option_profile& made;
    profile_options const& options;
    profile_memory& memory;
    asked_scope& narrowed;

    constexpr teller(knowledge_base const& base, option_profile& into, profile_options const& o, asked_scope& s)
        : kb{base}, made{into}, options{o}, memory{into.memory}, narrowed{s} {}

    constexpr option_profile::part& part(matter m) const { return made.parts[place_of(m)]; }
    constexpr void begin(matter m) const {
        part(m).first = part(m).added = part(m).last = static_cast<std::uint32_t>(made.told.size());
        part(m).untold_first = part(m).untold_last = static_cast<std::uint32_t>(made.untold.size());
    }
    /// Ends what the base tells, and adds what overlays say: all of it, behind.
    constexpr void end(matter m) const {
        part(m).added = static_cast<std::uint32_t>(made.told.size());
        for (auto const& g : memory.added)
            if (g.about == m) tell(g.says, g.whose);
        if (part(m).state == cell_state::not_reported)
            part(m).state = state_of(kb, narrowed, std::span{made.told}.subspan(part(m).first), memory);
        part(m).last = static_cast<std::uint32_t>(made.told.size());
        part(m).untold_last = static_cast<std::uint32_t>(made.untold.size());
    }
    constexpr std::uint32_t told_since(matter m) const { return static_cast<std::uint32_t>(made.told.size()) - part(m).first; }

    constexpr void tell(statement const& says, id<option> whose) const {
        auto const n = static_cast<std::uint32_t>(made.with.size());
        made.told.push_back({says, whose, n, n, false});
    }
    /// The last told says it together with another claim.
    constexpr void with(claim_id c) const {
        made.with.push_back(c);
        made.told.back().with_last = static_cast<std::uint32_t>(made.with.size());
    }

    /// Rule "sellers never alone": what an independent source says of the matter stands first in the cell. Who leaves the
    /// condition out says nothing of it.
    constexpr void independent_first(matter m) const {
        auto const first = made.told.begin() + part(m).first;
        for (auto t = first; t != made.told.end(); ++t)
            if (t->says.applies != applicability::excluded && !has_interest(kb, t->says.claim)) {
                std::rotate(first, t, t + 1);
                return;
            }
    }

    // Effects.

    constexpr std::span<weighed> effects_of(run const& r) const {
        return std::span{memory.effects}.subspan(r.first, r.last - r.first);
    }
    constexpr id<outcome> outcome_of(run const& r) const { return kb.object<outcome>(memory.effects[r.first].says.claim); }
    constexpr weighed const& best_of(run const& r) const { return memory.effects[r.best]; }

    /// Tells an effect: the others of its range, or the other figures of its result, say it with it.
    constexpr void tell_effect(run const& r, std::uint32_t which) const {
        if (memory.used[which] != 0) return;
        auto const best = memory.effects[which];
        tell(best.says, best.whose);
        memory.used[which] = 1;
        find_range(kb, best, effects_of(r), memory.in_range);
        for (auto n : memory.in_range) {
            auto const i = r.first + n;
            if (memory.used[i] != 0) continue;
            memory.used[i] = 1;
            made.told.back().is_range = true;
            with(memory.effects[i].says.claim);
        }
        if (made.told.back().is_range || !best.is_figure) return;
        if (memory.by_result.empty()) order_by_result();
        auto const at = memory.place[which];  // figures of one result stand together, in the order of the run
        auto first = at, last = at + 1;
        while (first != r.first && !result_before(memory.by_result[first - 1], which)) --first;
        while (last != r.last && !result_before(which, memory.by_result[last])) ++last;
        for (; first != last; ++first)
            if (auto const i = memory.by_result[first];
                memory.used[i] == 0 && is_one_result(kb, best.says.claim, memory.effects[i].says.claim)) {
                memory.used[i] = 1;
                with(memory.effects[i].says.claim);
            }
    }
    /// An order in which what can be one result stands together: of one source, people, comparator, time and whole.
    constexpr bool result_before(std::uint32_t a, std::uint32_t b) const {
        auto const x = memory.effects[a].says.claim, y = memory.effects[b].says.claim;
        auto const &s = kb.said<affects>(x), &t = kb.said<affects>(y);
        auto const &e = kb.payload<affects>(x), &g = kb.payload<affects>(y);
        if (s.source != t.source) return s.source < t.source;
        if (s.population != t.population) return s.population.value < t.population.value;
        if (e.comparator != g.comparator) return e.comparator < g.comparator;
        if (e.time_frame != g.time_frame) return e.time_frame.value < g.time_frame.value;
        return e.part_of.value < g.part_of.value;
    }
    constexpr void order_by_result() const {
        auto& order = memory.by_result;
        for (std::uint32_t i = 0; i != memory.effects.size(); ++i) order.push_back(i);
        for (auto const& r : memory.runs)
            std::sort(order.begin() + static_cast<std::ptrdiff_t>(r.first), order.begin() + static_cast<std::ptrdiff_t>(r.last),
                [&](auto a, auto b) { return result_before(a, b) || (!result_before(b, a) && a < b); });
        memory.place.assign(order.size(), 0);
        for (std::uint32_t n = 0; n != order.size(); ++n) memory.place[order[n]] = n;
    }
    constexpr void tell_best(run const& r) const { tell_effect(r, r.best); }
    constexpr void tell_at(std::uint32_t i) const {
        auto const r =
            std::upper_bound(memory.runs.begin(), memory.runs.end(), i, [](std::uint32_t n, run const& x) { return n < x.last; });
        if (r != memory.runs.end() && r->first <= i) tell_effect(*r, i);
    }
    /// Puts what waits in the order of the rules: one sort for all who ask, which compilers would else make for each.
    constexpr void order_waiting() const {
        std::sort(memory.waiting.begin(), memory.waiting.end(),
            [&](auto a, auto b) { return figure_before(kb, memory.effects[a], memory.effects[b]); });
    }
    /// Everything that is not told yet, in the order of the rules.
    constexpr void tell_rest(bool desirable) const {
        memory.waiting.clear();
        for (std::uint32_t i = 0; i != memory.effects.size(); ++i)
            if (memory.used[i] == 0 && (memory.effects[i].of_outcome != 0) == desirable) memory.waiting.push_back(i);
        order_waiting();
        for (auto i : memory.waiting) tell_at(i);
    }
    /// What is left of the matter stays for `why`.
    constexpr void leave_effects(bool desirable) const {
        for (std::size_t i = 0; i != memory.effects.size(); ++i)
            if (memory.used[i] == 0 && (memory.effects[i].of_outcome != 0) == desirable)
                made.untold.push_back(memory.effects[i].says);
    }
};

}  // namespace treatise::inline v0_3::query_detail
