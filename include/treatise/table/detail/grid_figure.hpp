// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/no_effect.hpp>
#include <treatise/table/detail/people.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace treatise::inline v0_3::table_detail {

/// Two bodies rate one outcome of one option, equally near to the cause, in different words of GRADE.
constexpr bool is_rated_apart(knowledge_base const& kb, statement const& s, std::span<statement const> all) {
    auto const mine = grade_of(kb, kb.payload<affects>(s.claim));
    auto const who = [&](claim_id c) {
        auto const by = kb.payload<affects>(c).rated_by;
        return by ? by : kb.said(c).source;
    };
    for (auto const& x : all) {
        if (!mine || !kb.is<affects>(x.claim) || kb.object(x.claim) != kb.object(s.claim) ||
            kb.subject(x.claim) != kb.subject(s.claim) ||
            (x.applies == applicability::exact) != (s.applies == applicability::exact) || who(x.claim) == who(s.claim))
            continue;
        auto const other = grade_of(kb, kb.payload<affects>(x.claim));
        if (other && *other != *mine) return true;
    }
    return false;
}

/// Whether the interval includes no effect, in any measure in which the source gives the result.
constexpr bool crosses_no_effect(knowledge_base const& kb, claim_id c, std::span<statement const> all) {
    if (kb.stance(c) == stance::no_difference) return false;
    bool found = includes_no_effect(kb.payload<affects>(c));
    for (auto const& x : all)
        found = found ||
                (kb.is<affects>(x.claim) && is_one_result(kb, c, x.claim) && includes_no_effect(kb.payload<affects>(x.claim)));
    return found;
}

/// `trivial` only where the source concludes it; other words of size by the limits, where there are any.
constexpr effect_size size_of(
    knowledge_base const& kb, grid_figure const& f, denominator of, std::optional<size_limits> const& limits) {
    if (kb.stance(f.claim) == stance::no_difference) return effect_size::trivial;
    if (!limits || f.as == told_as::words || f.as == told_as::one_arm) return effect_size::moderate;
    auto const n = (f.more < 0 ? -f.more : f.more) * 100 / static_cast<std::int32_t>(of);
    return n >= limits->large ? effect_size::large : n >= limits->moderate ? effect_size::moderate : effect_size::slight;
}

/// One effect as a grid tells it; `all` is what its cell holds.
constexpr grid_figure figure_of(knowledge_base const& kb, statement const& s, std::span<statement const> all, denominator of,
    std::optional<size_limits> const& limits = {}) {
    auto f = people_of(kb, s.claim, all, of);
    f.crosses_no_effect = crosses_no_effect(kb, s.claim, all);
    f.rated_apart = is_rated_apart(kb, s, all);
    if (!f.rated_apart) f.certainty = grade_of(kb, kb.payload<affects>(s.claim));
    f.size = size_of(kb, f, of, limits);
    return f;
}

}  // namespace treatise::inline v0_3::table_detail
