// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/states.hpp>
#include <treatise/query/detail/teller.hpp>

#include <algorithm>
#include <cstdint>

namespace treatise::inline v0_3::query_detail {

/// Tells what answers a benefit: searches before hopes, and the other side.
struct answers_teller : teller {
    using teller::teller;

    constexpr bool is_benefit(run const& r) const { return memory.effects[r.first].of_outcome != 0; }
    constexpr bool is_own(weighed const& w) const { return w.says.of != said_of::its_class && w.says.of != said_of::whole; }

    /// Puts the unused effects that `Is` accepts into the order of the rules.
    template <class Is>
    constexpr void waiting(Is is) const {
        memory.waiting.clear();
        for (std::uint32_t n = 0; n != memory.runs.size(); ++n) {
            auto const& r = memory.runs[n];
            if (!is_benefit(r)) continue;
            for (auto i = r.first; i != r.last; ++i)
                if (memory.used[i] == 0 && is(memory.effects[i]) && !is_denied(r, memory.effects[i])) memory.waiting.push_back(i);
        }
        order_waiting();
    }

    /// Whether a medicine's claim on the outcome is of a wider group, while a source denies it for the asked condition.
    constexpr bool is_denied(run const& r, weighed const& w) const {
        if (w.says.applies == applicability::excluded) return true;  // its source leaves the asked condition out
        if (is_about_asked(w.says) || says_no(kb.stance<affects>(w.says.claim))) return false;
        return r.has_first_no;
    }

    constexpr void tell_waiting(std::uint32_t most) const {
        for (std::uint32_t n = 0; n < most && n < memory.waiting.size(); ++n) tell_at(memory.waiting[n]);
    }

    /// Words of hope, each behind what two documents looked for and did not find.
    constexpr void tell_hopes(std::uint32_t most) const {
        auto const hopes = memory.waiting.size() < most ? static_cast<std::uint32_t>(memory.waiting.size()) : most;
        for (std::uint32_t n = 0; n != hopes; ++n) {
            auto const hope = memory.waiting[n];
            while (has_room_for_a_no()) {
                auto const no = answer_to(memory.effects[hope].says.claim);
                if (no == no_number) break;
                tell_at(no);
            }
            tell_at(hope);
        }
    }
    constexpr bool has_room_for_a_no() const {
        std::uint32_t n = 0;
        for (auto i = part(matter::benefit).first; i != made.told.size(); ++i) n += is_no(kb.stance(made.told[i].says.claim));
        return n < 2;
    }
    /// The first unused effect of a document not told yet that denies an effect of one kind with the hope; none: `no_number`.
    constexpr std::uint32_t answer_to(claim_id hope) const {
        std::uint32_t found = no_number;
        if (kb.payload<affects>(hope).statistic != statistic::narrative) return found;
        for (std::uint32_t i = 0; i != memory.effects.size(); ++i) {
            auto const& w = memory.effects[i];
            if (memory.used[i] == 0 && w.of_outcome != 0 && w.says.applies != applicability::excluded && is_own(w) &&
                is_no(kb.stance<affects>(w.says.claim)) && is_one_kind(kb, narrowed.outcomes, hope, w.says.claim) &&
                !is_heard(kb.said<affects>(w.says.claim).source) &&
                (found == no_number || figure_before(kb, w, memory.effects[found])))
                found = i;
        }
        return found;
    }
    constexpr bool is_heard(id<source> s) const {
        for (auto i = part(matter::benefit).first; i != made.told.size(); ++i)
            if (kb.said(made.told[i].says.claim).source == s && is_no(kb.stance(made.told[i].says.claim))) return true;
        return false;
    }
    /// The other side of what is told, from as near people: never cut.
    constexpr void tell_other_side() {
        auto const first = part(matter::benefit).first, last = static_cast<std::uint32_t>(made.told.size());
        for (auto i = first; i != last; ++i) {
            auto const says = made.told[i].says;
            auto const remoteness = remoteness_of(says.claim);
            if (is_answered(says.claim)) continue;
            waiting([&](weighed const& w) {
                return w.remoteness <= remoteness && is_own(w) && are_two_sides(kb, narrowed, says.claim, w.says.claim);
            });
            tell_hopes(1);
        }
    }
    /// What is told has another side already: a claim of the same medicine and kind with the opposite answer.
    constexpr bool is_answered(claim_id c) const {
        bool const no = is_no(kb.stance(c));
        for (auto j = part(matter::benefit).first; j != made.told.size(); ++j) {
            auto const other = made.told[j].says.claim;
            auto const s = kb.stance(other);
            if ((no ? s == stance::in_favour : is_no(s)) && is_one_kind(kb, narrowed.outcomes, c, other) &&
                is_one_medicine(kb, kb.subject<option>(c), kb.subject<option>(other)))
                return true;
        }
        return false;
    }
    constexpr std::uint8_t remoteness_of(claim_id c) const {
        for (auto const& w : memory.effects)
            if (w.says.claim == c) return w.remoteness;
        return nearness::set_apart;
    }
};

}  // namespace treatise::inline v0_3::query_detail
