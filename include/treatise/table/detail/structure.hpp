// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/candidates.hpp>
#include <treatise/query/medicine.hpp>

#include <cstdint>

// Where an option stands among others: its row, its kind of therapy, what holds it.
namespace treatise::inline v0_3::table_detail {

/// The medicine that a product form is a form of, as long as both are listed under one class.
constexpr id<therapy> base_form(knowledge_base const& kb, id<therapy> t) {
    for (int left = 8; left != 0; --left) {  // damaged arrays may lead in a circle
        auto const up = kb.out<form_of>(t);
        if (up.empty() || row_of(kb, up.front().object) != row_of(kb, t)) break;
        t = up.front().object;
    }
    return t;
}

/// Whether the option is the class, stands under it, or belongs to it.
constexpr bool stands_within(knowledge_base const& kb, id<option> o, id<therapy_class> outer) {
    if (auto const c = kb.as<therapy_class>(o)) return query_detail::is_within(kb, c, outer);
    auto const t = kb.as<therapy>(o);
    for (auto e : kb.out<listed_under>(t))
        if (query_detail::is_within(kb, e.object, outer)) return true;
    for (auto e : kb.out<member_of>(t))
        if (query_detail::is_within(kb, e.object, outer)) return true;
    return false;
}

/// Whether one of the two is the other, holds it as a class, or is what the other is a form of.
constexpr bool hold_each_other(knowledge_base const& kb, id<option> a, id<option> b) {
    if (a == b) return true;
    if (auto const c = kb.as<therapy_class>(a); c && stands_within(kb, b, c)) return true;
    if (auto const c = kb.as<therapy_class>(b); c && stands_within(kb, a, c)) return true;
    auto const t = kb.as<therapy>(a), u = kb.as<therapy>(b);
    return t && u && base_form(kb, t) == base_form(kb, u);
}

/// Whether an option combines others.
constexpr bool combines_several(knowledge_base const& kb, id<option> o) {
    auto const t = kb.as<therapy>(o);
    return t && !kb.out<combines>(t).empty();
}

/// Whether the option has rows of other classes under it; an overlay makes no class of the base a wide one.
constexpr bool has_classes_below(knowledge_base const& kb, id<therapy_class> c) {
    for (auto e : kb.in<is_a>(c))
        if (!kb.is_added(e.subject) || kb.is_added(c)) return true;
    return false;
}

/// The one therapy of a class, forms of it apart; none where it has several. What an overlay lists under a class of the base does
/// not count.
constexpr id<therapy> only_therapy(knowledge_base const& kb, id<therapy_class> c) {
    auto only = id<therapy>{};
    for (auto e : kb.in<listed_under>(c)) {
        if (kb.is_added(e.subject) && !kb.is_added(c)) continue;
        auto const t = base_form(kb, e.subject);
        if (only && t != only) return {};
        only = t;
    }
    return only;
}

/// Whether a class is only what is left of a wider one: no row and no line, its medicines stand for themselves.
constexpr bool is_remainder(knowledge_base const& kb, id<therapy_class> c) { return c && kb.details(c).remainder; }

}  // namespace treatise::inline v0_3::table_detail
