// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/gather.hpp>
#include <treatise/query/detail/rules/guidance.hpp>
#include <treatise/query/detail/rules/states.hpp>
#include <treatise/query/detail/rules/warnings.hpp>
#include <treatise/query/detail/teller.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace treatise::inline v0_3::query_detail {

/// Tells what is no common benefit or harm: matter by matter, each statement once with those that say it with it.
struct claims_teller : teller {
    using teller::teller;

    /// Claims that say one thing are neighbours after this.
    constexpr void order() const {
        for (auto& g : memory.others) {
            g.rank = g.about == matter::guidance ? guidance_rank(kb, g) : practical_rank(kb, g);
            g.place = place_in_order(g);
        }
        std::sort(memory.others.begin(), memory.others.end(), claim_before);
    }

    /// Claims that say one thing; the one that holds back most speaks for them, so that no print is stronger than a source.
    constexpr void tell_group(std::span<gathered const> group, bool told) const {
        if (!told) {
            for (auto const& g : group) made.untold.push_back(g.says);
            return;
        }
        auto const place = [](gathered const& g) { return std::pair{g.hedge == hedge::none, static_cast<bool>(g.population)}; };
        std::size_t speaks = 0, widest = 0;
        for (std::size_t i = 1; i != group.size(); ++i) {
            if (place(group[i]) < place(group[speaks])) speaks = i;
            if (is_wider(group[i], group[widest])) widest = i;
        }
        tell(group[speaks].says, is_wider(group[widest], group[speaks]) ? group[widest].whose : group[speaks].whose);
        for (std::size_t i = 0; i != group.size(); ++i)
            if (i != speaks) with(group[i].says.claim);
    }
    /// Whether it is about more than the other is: about the option itself, or a class.
    constexpr bool is_wider(gathered const& a, gathered const& b) const {
        auto const width = [&](gathered const& g) {
            return g.says.of == said_of::itself ? 2 : kb.as<therapy_class>(g.whose) ? 1 : 0;
        };
        return width(a) > width(b);
    }

    /// Nothing that protects is cut; a serious outcome stands where a regulator warns of it, if one does.
    constexpr bool is_cut(matter m, gathered const& g, std::uint32_t most) const {
        if (m == matter::serious_harm) return is_warned_of(kb, narrowed.outcomes, memory.warned_of, g);
        if (told_since(m) == 0) return false;
        return (is_told_once(m) && kb.object(made.told.back().says.claim) == g.object) || (most != 0 && told_since(m) >= most);
    }

    /// Warnings, restrictions, practical points ...: whole, each once.
    constexpr void tell_each(matter m, std::uint32_t first, std::uint32_t last, std::uint32_t most) const {
        begin(m);
        auto const all = std::span{memory.others};
        if (m == matter::serious_harm) find_warned_of(kb, narrowed.outcomes, memory.others, memory.warned_of);
        for (auto i = first; i != last;) {
            auto next = i + 1;
            while (next != last && say_together(kb, all[i], all[next])) ++next;
            tell_group(all.subspan(i, next - i), options.all || !is_cut(m, all[i], most));
            i = next;
        }
        if (m == matter::practical || m == matter::mechanism || m == matter::provider || m == matter::approval ||
            m == matter::coverage)
            independent_first(m);
        part(m).state = state_of(kb, narrowed, std::span{made.told}.subspan(part(m).first), memory);
        end(m);
    }

    /// Which statement of guidance another one stands with; none where it is told apart.
    constexpr void tell_guidance(std::uint32_t first, std::uint32_t last) const {
        begin(matter::guidance);
        auto const all = std::span{memory.others}.subspan(first, last - first);
        guidance_told counts{kb, all};
        find_one_advice(kb, all, memory);
        memory.chosen.assign(all.size(), 0);
        for (std::size_t i = 0; i != all.size(); ++i) {
            if (memory.first_alike[i] != i) continue;
            if (!options.all && !counts.tells(kb, all[i])) {
                made.untold.push_back(all[i].says);
                continue;
            }
            counts.add(all[i]);
            tell(all[i].says, all[i].whose);
            memory.chosen[i] = 1;
            for (auto j = memory.next_alike[i]; j != no_number; j = memory.next_alike[j]) with(all[j].says.claim);
        }
        for (std::size_t i = 0; i != all.size(); ++i)
            if (auto const by = memory.first_alike[i]; by != i && memory.chosen[by] == 0) made.untold.push_back(all[i].says);
        independent_first(matter::guidance);
        part(matter::guidance).state =
            guidance_state(kb, narrowed.sources, std::span{made.told}.subspan(part(matter::guidance).first), memory);
        end(matter::guidance);
    }

    /// How many of a matter are told; 0: all. Nothing that protects is cut.
    constexpr std::uint32_t most_of(matter m) const {
        return m == matter::practical || m == matter::coverage ? options.practical_points : 0;
    }
    constexpr void run_all() const {
        order();
        auto const size = static_cast<std::uint32_t>(memory.others.size());
        for (std::uint32_t i = 0, m = 0; m != matter_count; ++m) {
            auto const about = static_cast<matter>(m);
            auto last = i;
            while (last != size && memory.others[last].about == about) ++last;
            if (about == matter::guidance)
                tell_guidance(i, last);
            else if (about != matter::benefit && about != matter::harm)
                tell_each(about, i, last, most_of(about));
            i = last;
        }
    }
};

}  // namespace treatise::inline v0_3::query_detail
