// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/broadest.hpp>
#include <treatise/query/detail/rules/figure_order.hpp>
#include <treatise/query/matter.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

// Rule "warnings whole": every warning stands, each once, with the options and sources that share it; and the order of what is
// told of practical points, coverage and approval.
namespace treatise::inline v0_3::query_detail {

/// Before the start, to monitor, to teach, to tell, the others; approved before off label; schedules behind.
constexpr std::uint8_t practical_rank(knowledge_base const& kb, gathered const& g) {
    if (g.about == matter::practical) {
        auto const o = kb.as<consideration>(g.object);
        auto const slot = o ? kb.details(o).slot : care_slot::none;
        return slot == care_slot::none ? 9 : static_cast<std::uint8_t>(place_of(slot));
    }
    if (g.about != matter::approval) return 0;
    auto const* a = kb.payload_if<approved_for>(g.says.claim);
    return a == nullptr ? 9 : static_cast<std::uint8_t>(place_of(a->status));
}

/// Whether a matter is told by what it is about, or by how near its people are.
constexpr bool is_told_by_object(matter m) { return m != matter::guidance && m != matter::approval && m != matter::coverage; }

/// Matters of which a thing is told once, in the words of the source that is surest of it.
constexpr bool is_told_once(matter m) { return m == matter::practical || m == matter::mechanism || m == matter::provider; }

/// A warning of one thing is told once, whoever gives it and of whom; a boxed one, of each group of people whom it names.
constexpr bool merges_people(matter m) { return m == matter::safety_communication || m == matter::label_warning; }

/// The matter, the rank in it and, where it is told by what it is about, the object, as one number to sort by.
constexpr std::uint64_t place_in_order(gathered const& g) {
    auto const about = static_cast<std::uint64_t>(g.about) << 8 | g.rank;
    return about << 32 | (is_told_by_object(g.about) ? g.object.value : 0);
}

/// The order inside a matter: what says one thing stands together; file order only where all else ties.
constexpr bool claim_before(gathered const& a, gathered const& b) {
    if (a.place != b.place) return a.place < b.place;
    if (is_told_by_object(a.about) && !merges_people(a.about) && a.population != b.population)
        return a.population.value < b.population.value;
    if (is_told_once(a.about))
        if (auto const p = a.hedge != hedge::none, q = b.hedge != hedge::none; p != q) return q;
    if (auto const p = static_cast<bool>(a.says.replaced_by), q = static_cast<bool>(b.says.replaced_by); p != q) return q;
    if (a.remoteness != b.remoteness) return a.remoteness < b.remoteness;
    bool const wider_advice = a.about == matter::guidance && a.says.applies == applicability::broader;
    if (wider_advice && a.says.applies == b.says.applies && a.when != b.when) return a.when > b.when;
    if (a.says.of != b.says.of) return a.says.of < b.says.of;
    if (a.when != b.when) return a.when > b.when;
    return a.says.claim < b.says.claim;
}

/// Whether neither of two statements is replaced, or both by one source: what was replaced says so where it stands.
constexpr bool are_in_force_alike(knowledge_base const& kb, statement const& a, statement const& b) {
    if (!a.replaced_by || !b.replaced_by) return !a.replaced_by && !b.replaced_by;
    return kb.said(a.replaced_by).source == kb.said(b.replaced_by).source;
}

/// Whether two claims say one thing with equal force: printed once, with both options and sources.
constexpr bool say_together(knowledge_base const& kb, gathered const& a, gathered const& b) {
    if (a.object != b.object || a.stance != b.stance || !are_in_force_alike(kb, a.says, b.says)) return false;
    bool const is_warning =
        a.about >= matter::boxed_warning && a.about <= matter::label_warning && a.about != matter::serious_harm;
    if ((!is_warning && a.hedge != b.hedge) || (!merges_people(a.about) && a.population != b.population)) return false;
    auto const x = a.says.claim, y = b.says.claim;
    if (a.about == matter::serious_harm) return a.whose == b.whose && is_one_result(kb, x, y);
    if (a.about == matter::coverage)
        return a.whose == b.whose && kb.payload<covered_for>(x).payer == kb.payload<covered_for>(y).payer && a.from == b.from &&
               kb.said(x).place == kb.said(y).place;
    if (a.about != matter::approval) return true;
    auto const *p = kb.payload_if<approved_for>(x), *q = kb.payload_if<approved_for>(y);
    if (p == nullptr || q == nullptr) return a.whose == b.whose && p == q;
    return p->authority == q->authority && p->status == q->status && a.remoteness == b.remoteness;
}

/// The broadest outcomes that a boxed warning, a safety communication or a label of the option names, in order.
constexpr void find_warned_of(
    knowledge_base const& kb, broadest_outcomes& outcomes, std::span<gathered const> all, std::vector<id<outcome>>& found) {
    found.clear();
    for (auto const& g : all)
        if (g.about == matter::boxed_warning || g.about == matter::safety_communication || g.about == matter::label_warning)
            if (auto const w = kb.as<outcome>(g.object)) found.push_back(outcomes.above(w));
    std::sort(found.begin(), found.end());
}
/// Whether a serious outcome is told where a regulator warns of it. What shows no difference is no warning.
constexpr bool is_warned_of(
    knowledge_base const& kb, broadest_outcomes& outcomes, std::vector<id<outcome>> const& warned_of, gathered const& harm) {
    return says_no(harm.stance) ||
           std::binary_search(warned_of.begin(), warned_of.end(), outcomes.above(kb.as<outcome>(harm.object)));
}

}  // namespace treatise::inline v0_3::query_detail
