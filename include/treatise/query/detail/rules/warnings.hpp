// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/figure_order.hpp>
#include <treatise/query/matter.hpp>

#include <cstdint>

// Rule "warnings whole": every warning stands, each once, with the options and sources that share it; and the order of what is
// told of practical points, coverage and approval.
namespace treatise::inline v0_3::query_detail {

/// Before the start, to monitor, to teach, to tell, the others; approved before off label; schedules behind.
constexpr std::uint8_t practical_rank(knowledge_base const& kb, gathered const& g) {
    auto const c = g.says.claim;
    if (g.about == matter::approval) {
        auto const* a = kb.payload_if<approved_for>(c);
        return a == nullptr ? 9 : static_cast<std::uint8_t>(place_of(a->status));
    }
    if (auto const o = kb.as<consideration>(kb.object(c)); g.about == matter::practical && o) {
        auto const slot = kb.details(o).slot;
        return slot == care_slot::none ? 9 : static_cast<std::uint8_t>(place_of(slot));
    }
    return 0;
}

/// Whether a matter is told by what it is about, or by how near its people are.
constexpr bool is_told_by_object(matter m) { return m != matter::guidance && m != matter::approval && m != matter::coverage; }

/// Matters of which a thing is told once, in the words of the source that is surest of it.
constexpr bool is_told_once(matter m) { return m == matter::practical || m == matter::mechanism || m == matter::provider; }

/// The order inside a matter: what says one thing stands together; file order only where all else ties.
constexpr bool claim_before(knowledge_base const& kb, gathered const& a, gathered const& b) {
    if (a.about != b.about) return a.about < b.about;
    if (a.rank != b.rank) return a.rank < b.rank;
    auto const x = a.says.claim, y = b.says.claim;
    if (is_told_by_object(a.about))
        if (auto const p = kb.object(x), q = kb.object(y); p != q) return p < q;
    if (is_told_once(a.about))
        if (auto const p = kb.said(x).hedge != hedge::none, q = kb.said(y).hedge != hedge::none; p != q) return q;
    if (a.near != b.near) return a.near < b.near;
    if (a.says.of != b.says.of) return a.says.of < b.says.of;
    if (auto const p = published(kb, x), q = published(kb, y); p != q) return p > q;
    return x < y;
}

/// Whether two claims say one thing with equal force: printed once, with both options and sources.
constexpr bool say_together(knowledge_base const& kb, gathered const& a, gathered const& b) {
    auto const x = a.says.claim, y = b.says.claim;
    auto const &s = kb.said(x), &t = kb.said(y);
    if (kb.object(x) != kb.object(y) || kb.relation(x) != kb.relation(y) || kb.stance(x) != kb.stance(y) ||
        s.finding != t.finding)
        return false;
    bool const is_warning =
        a.about >= matter::boxed_warning && a.about <= matter::label_warning && a.about != matter::serious_harm;
    if (s.hedge != t.hedge && !is_warning) return false;
    if (a.about == matter::coverage)
        return a.whose == b.whose && kb.payload<covered_for>(x).payer == kb.payload<covered_for>(y).payer &&
               s.source == t.source && s.place == t.place;
    if (a.about == matter::approval) {
        auto const *p = kb.payload_if<approved_for>(x), *q = kb.payload_if<approved_for>(y);
        if (p == nullptr || q == nullptr) return a.whose == b.whose && p == q;
        return p->authority == q->authority && p->status == q->status && a.near == b.near;
    }
    if (auto const *p = kb.payload_if<warned_of>(x), *q = kb.payload_if<warned_of>(y); p && q && p->authority != q->authority)
        return false;
    if (a.about == matter::serious_harm) return a.whose == b.whose && is_one_result(kb, x, y);
    return s.population == t.population;
}

}  // namespace treatise::inline v0_3::query_detail
