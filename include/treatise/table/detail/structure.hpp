// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/candidates.hpp>
#include <treatise/query/medicine.hpp>

#include <cstdint>
#include <vector>

// Where an option stands among others: its row, its kind of therapy, what holds it.
namespace treatise::inline v0_3::table_detail {

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

/// Whether a class is only what is left of a wider one: no row and no line, its medicines stand for themselves.
constexpr bool is_remainder(knowledge_base const& kb, id<therapy_class> c) { return c && kb.details(c).remainder; }

/// Calls `f` with each class that the option is, is listed under or is a member of.
template <class F>
constexpr void each_class_of(knowledge_base const& kb, id<option> o, F f) {
    if (auto const c = kb.as<therapy_class>(o)) return f(c);
    auto const t = kb.as<therapy>(o);
    for (auto e : kb.out<listed_under>(t)) f(e.object);
    for (auto e : kb.out<member_of>(t)) f(e.object);
}

/// Whether the option is one of the classes reached, or belongs to one.
constexpr bool is_in(knowledge_base const& kb, id<option> o, walk<therapy_class> const& classes) {
    bool found = false;
    each_class_of(kb, o, [&](id<therapy_class> c) { found = found || classes.reaches(c); });
    return found;
}

/// Where every option of a base stands, worked out once for a table: linear in its classes and therapies.
class placement {
    enum class count : std::uint8_t { none, one, several };
    struct class_place {
        id<therapy_class> kind{};
        bool is_medicine = false;
        count therapies = count::none;
        id<therapy> only{};
    };
    knowledge_base kb_;
    entity_range<id<therapy_class>> classes_;
    entity_range<id<therapy>> therapies_;
    std::vector<class_place> of_class_{};
    std::vector<id<therapy>> base_form_{};

    // Classes stand behind those that hold them, so that one pass over them in order sees each behind its parents.
    constexpr void place_classes() {
        of_class_.resize(classes_.size(), class_place{});
        for (std::uint32_t i = 0; i != classes_.size(); ++i) {
            auto const c = classes_[i];
            auto& made = of_class_[i];
            made.is_medicine = kb_.details(c).medicines;
            for (auto e : kb_.out<is_a>(c)) {
                auto const up = classes_.slot(e.object);
                auto const root = up < i ? of_class_[up].kind : c;
                if (!made.kind || root < made.kind) made.kind = root;
                made.is_medicine = made.is_medicine || (up < i && of_class_[up].is_medicine);
            }
            if (!made.kind) made.kind = c;
        }
    }
    /// The medicine of which a therapy is a form, if both are listed under one class.
    constexpr id<therapy> form_up(id<therapy> t) const {
        auto const up = kb_.out<form_of>(t);
        return up.empty() || row_of(kb_, up.front().object) != row_of(kb_, t) ? id<therapy>{} : up.front().object;
    }
    constexpr void place_therapies() {
        base_form_.resize(therapies_.size(), id<therapy>{});
        std::vector<std::uint32_t> way;
        std::vector<std::uint8_t> seen(therapies_.size(), 0);
        for (std::uint32_t i = 0; i != therapies_.size(); ++i) {
            way.clear();
            auto at = i;
            while (!base_form_[at] && seen[at] == 0) {  // a circle of damaged arrays ends where it began
                seen[at] = 1;
                way.push_back(at);
                auto const up = form_up(therapies_[at]);
                if (!up || therapies_.slot(up) >= therapies_.size()) break;
                at = therapies_.slot(up);
            }
            auto const base = base_form_[at] ? base_form_[at] : therapies_[at];
            for (auto on_way : way) base_form_[on_way] = base;
        }
        for (auto e : kb_.every<listed_under>()) {
            auto const slot = classes_.slot(e.object);
            if (slot >= of_class_.size() || (kb_.is_added(e.subject) && !kb_.is_added(e.object))) continue;
            auto& c = of_class_[slot];
            auto const base = base_form(e.subject);
            if (c.therapies == count::none)
                c.therapies = count::one, c.only = base;
            else if (c.only != base)
                c.therapies = count::several;
        }
    }
    constexpr class_place of(id<therapy_class> c) const {
        auto const i = classes_.slot(c);
        return i < of_class_.size() ? of_class_[i] : class_place{};
    }

public:
    constexpr explicit placement(knowledge_base const& kb)
        : kb_{kb}, classes_{kb.all<therapy_class>()}, therapies_{kb.all<therapy>()} {
        place_classes();
        place_therapies();
    }
    /// The medicine that a product form is a form of, as long as both are listed under one class.
    constexpr id<therapy> base_form(id<therapy> t) const {
        auto const i = therapies_.slot(t);
        return i < base_form_.size() ? base_form_[i] : t;
    }
    /// The kind of therapy that an option stands under: of the roots above it, the first in the printed order.
    constexpr id<therapy_class> kind_of(id<option> o) const { return of(row_of(kb_, o)).kind; }
    /// The one therapy of a class, forms of it apart; none where it has several. What an overlay lists under a class of the base
    /// does not count.
    constexpr id<therapy> only_therapy(id<therapy_class> c) const {
        auto const place = of(c);
        return place.therapies == count::one ? place.only : id<therapy>{};
    }
    /// Whether the option is a medicine: it, or a class above it, is said to hold medicines.
    constexpr bool is_medicine(id<option> o) const { return of(row_of(kb_, o)).is_medicine; }
};

/// Says of many options whether they and one other hold each other: the classes above and below that one are walked once.
class holder {
    knowledge_base kb_;
    placement const& places_;
    id<option> of_{};
    walk<therapy_class> above_{}, below_{};

    constexpr void ask(id<option> o) {
        if (o == of_) return;
        of_ = o;
        above_.clear(kb_);
        each_class_of(kb_, o, [&](id<therapy_class> c) { above_.add(c); });
        walk_up(kb_, above_);
        below_.clear(kb_);
        if (auto const c = kb_.as<therapy_class>(o)) {
            below_.add(c);
            walk_down(kb_, below_);
        }
    }

public:
    constexpr holder(knowledge_base const& kb, placement const& places) : kb_{kb}, places_{places} {}

    /// Whether one of the two is the other, holds it as a class, or is what the other is a form of.
    constexpr bool hold_each_other(id<option> a, id<option> b) {
        if (a == b) return true;
        auto const t = kb_.as<therapy>(a), u = kb_.as<therapy>(b);
        if (t && u) return places_.base_form(t) == places_.base_form(u);
        ask(a);
        if (auto const c = kb_.as<therapy_class>(b); c && above_.reaches(c)) return true;
        return kb_.as<therapy_class>(a) && is_in(kb_, b, below_);
    }
};

}  // namespace treatise::inline v0_3::table_detail
