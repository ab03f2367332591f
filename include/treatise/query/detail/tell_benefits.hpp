// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/tell_answers.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace treatise::inline v0_3::query_detail {

/// Tells the benefits by the rules "one benefit", "one comparator a column", "looked for before hoped for", "sellers never
/// alone" and "nothing borrowed over a no".
struct benefits_teller : answers_teller {
    using answers_teller::answers_teller;

    /// The kind of comparator of the column, and in it the named one, stand before the others.
    constexpr int column_rank(weighed const& w) const {
        if (!options.comparator) return 0;
        auto const t = kb.as<therapy>(options.comparator);
        auto const kind = !t || !kb.details(t).reference ? comparator_kind::other
                          : is_pretence(kb, t)           ? comparator_kind::blinded
                                                         : comparator_kind::untreated;
        return w.against != kind ? 2 : kb.payload<affects>(w.says.claim).comparator != options.comparator;
    }
    constexpr bool heads_before(weighed const& a, weighed const& b) const {
        if (auto const x = column_rank(a), y = column_rank(b); x != y && a.is_controlled && b.is_controlled) return x < y;
        return figure_before(kb, a, b);
    }

    constexpr bool can_head(run const& r) const {
        auto const& best = best_of(r);
        return best.is_controlled && is_own(best) && !is_denied(r, best);
    }

    /// The outcome of the column, each medicine once; a class's own figure only where no member has one, or it is nearer.
    constexpr void tell_column() {
        auto& chosen = memory.chosen;
        chosen.clear();
        for (std::uint32_t i = 0; i != memory.runs.size(); ++i)
            if (is_benefit(memory.runs[i]) && can_head(memory.runs[i]) && outcome_of(memory.runs[i]) == options.benefit)
                chosen.push_back(i);
        tell_heads(most_heads);
    }
    /// Where the column's outcome has no figure here: the outcomes that each source measures, the stricter first.
    constexpr void tell_other_outcomes() {
        if (told_since(matter::benefit) != 0) return;
        auto& chosen = memory.chosen;
        chosen.clear();
        for (std::uint32_t i = 0; i != memory.runs.size(); ++i)
            if (is_benefit(memory.runs[i]) && can_head(memory.runs[i])) chosen.push_back(i);
        tell_heads(2);
    }
    constexpr bool head_before(run const& a, run const& b) const {
        auto const &x = best_of(a), &y = best_of(b);
        if (x.is_sold != y.is_sold) return y.is_sold;
        if (x.remoteness != y.remoteness) return x.remoteness < y.remoteness;
        if (x.against != y.against) return x.against < y.against;
        auto const of_people = [&](weighed const& w) { return kb.payload<affects>(w.says.claim).statistic; };
        bool const p = is_risk(of_people(x)), q = is_risk(of_people(y));
        if (p != q) return p;
        auto const strict = [&](run const& r) {
            auto const s = kb.details(outcome_of(r)).strictness;
            return s.is_finite() ? s : decimal{0, 0};
        };
        if (less(strict(b), strict(a))) return true;
        if (less(strict(a), strict(b))) return false;
        return figure_before(kb, x, y);
    }
    constexpr bool is_member(id<option> o) const { return kb.as<therapy>(o) && kb.as<therapy_class>(made.option); }
    constexpr void tell_heads(std::uint32_t most) {
        auto& chosen = memory.chosen;
        std::sort(chosen.begin(), chosen.end(), [&](auto a, auto b) { return head_before(memory.runs[a], memory.runs[b]); });
        std::uint8_t nearest = chosen.empty() ? std::uint8_t{} : best_of(memory.runs[chosen.front()]).remoteness;
        bool member = false;
        for (auto i : chosen)
            member = member || (is_member(best_of(memory.runs[i]).whose) && best_of(memory.runs[i]).remoteness == nearest);
        auto& whose_told = memory.told_benefit;
        whose_told.clear(kb);
        for (auto const& t : std::span{made.told}.subspan(part(matter::benefit).first)) whose_told.add(t.whose);
        for (auto i : chosen) {
            if (told_since(matter::benefit) >= most && !options.all) break;
            auto const& w = best_of(memory.runs[i]);
            if (member && !is_member(w.whose)) continue;
            if (whose_told.reaches(w.whose)) continue;
            tell_best(memory.runs[i]);
            whose_told.add(w.whose);
        }
    }

    /// What was looked for and not found, and a comparison without difference: before words of hope.
    constexpr void tell_words() {
        if (told_since(matter::benefit) != 0) return;
        waiting([&](weighed const& w) { return says_no(kb.stance<affects>(w.says.claim)) && is_own(w); });
        tell_waiting(2);
        waiting([&](weighed const& w) { return !says_no(kb.stance<affects>(w.says.claim)); });
        tell_hopes(told_since(matter::benefit) == 0 ? 2 : 1);
    }
    /// Beside a figure of people who knew what they got: a blinded comparison without difference, of the option, its forms or
    /// its class.
    constexpr void tell_blinded() {
        auto const first = part(matter::benefit).first;
        if (told_since(matter::benefit) == 0) return;
        auto const& e = kb.payload<affects>(made.told[first].says.claim);
        if (comparator_of(kb, e) == comparator_kind::blinded) return;
        waiting(
            [&](weighed const& w) { return w.against == comparator_kind::blinded && is_no(kb.stance<affects>(w.says.claim)); });
        tell_waiting(1);
    }
    /// Where only sellers head the cell, the first independent word goes before them.
    constexpr void tell_independent() {
        auto const first = part(matter::benefit).first;
        if (told_since(matter::benefit) == 0 || !has_interest(kb, made.told[first].says.claim)) return;
        bool independent = false;
        for (auto i = first; i != made.told.size(); ++i) independent = independent || !has_interest(kb, made.told[i].says.claim);
        if (!independent) {
            waiting([&](weighed const& w) { return !w.is_sold && is_own(w); });
            tell_waiting(1);
        }
        independent_first(matter::benefit);
    }
    /// Whatever bears on the matter is told where nothing else is.
    constexpr void tell_anything() {
        if (told_since(matter::benefit) != 0) return;
        waiting([](weighed const&) { return true; });
        tell_waiting(1);
    }

    constexpr void run_all() {
        begin(matter::benefit);
        for (auto& r : memory.runs)
            if (is_benefit(r))
                for (auto i = r.first; i != r.last; ++i)
                    if (heads_before(memory.effects[i], best_of(r))) r.best = i;
        if (options.benefit) tell_column();
        tell_other_outcomes();
        tell_blinded();
        tell_words();
        tell_other_side();
        tell_independent();
        tell_anything();
        if (options.all) tell_rest(true);
        part(matter::benefit).state = state_of(kb, narrowed, std::span{made.told}.subspan(part(matter::benefit).first), memory);
        leave_effects(true);
        end(matter::benefit);
    }

private:
    static constexpr std::uint32_t most_heads = 3;
};

}  // namespace treatise::inline v0_3::query_detail
