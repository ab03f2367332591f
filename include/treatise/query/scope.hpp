// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/query/applicability.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// A set of values of one small enumeration; empty means no restriction.
template <class Enum>
struct set_of {
    std::uint32_t bits = 0;

    constexpr set_of() = default;
    // A damaged file may hold any byte, so the place of a value is cut to those that there are.
    constexpr set_of(Enum value) : bits{1u << (static_cast<unsigned>(value) & 31u)} {}
    constexpr bool allows(Enum value) const { return bits == 0 || (bits >> (static_cast<unsigned>(value) & 31u) & 1u); }
    friend constexpr set_of operator|(set_of a, set_of b) {
        a.bits |= b.bits;
        return a;
    }
    friend constexpr bool operator==(set_of, set_of) = default;
};

namespace query_detail {

inline constexpr set_of<intent> usual_intents = [] {
    set_of<intent> usual;
    for (std::uint32_t i = 0; i != words_of<intent>.size(); ++i)
        if (is_usual(static_cast<intent>(i))) usual = usual | static_cast<intent>(i);
    return usual;
}();

}  // namespace query_detail

/// What narrows a question; every field left alone restricts nothing.
///
/// Warnings and contraindications pass every scope, so that no filter hides them; `options` alone
/// names the rows and so theirs.
struct scope {
    std::vector<id<therapy_class>> kinds{};  ///< options that are one of these classes, or stand under one
    id<treatise::source> source{};
    set_of<source_kind> source_kinds{};
    id<treatise::jurisdiction> jurisdiction{};  ///< claims of this jurisdiction or of one that contains it, and those of none
    id<treatise::payer> payer{};  ///< coverage claims of this payer alone
    set_of<applicability> applies{};
    set_of<reading> read{};
    set_of<intent> intents = query_detail::usual_intents;  ///< `is_usual`
    date as_of{};  ///< claims whose source was published by then
    bool superseded = false;  ///< also what a newer edition has replaced by `as_of`
    bool predictions = false;  ///< also what a model has predicted and nobody stated or observed
    std::vector<id<option>> options{};  ///< only these, for a head-to-head table
    std::string_view place{};  ///< only claims that stand here in their source
};

/// Whether the scope asks something of a claim besides its intent and its edition.
[[nodiscard]] constexpr bool narrows_claims(scope const& s) {
    return s.source || s.source_kinds.bits != 0 || s.jurisdiction || s.payer || s.applies.bits != 0 || s.read.bits != 0 ||
           s.as_of || !s.place.empty();
}

namespace query_detail {

/// What both sets allow; where that is nothing, what the second does.
template <class Enum>
constexpr set_of<Enum> both(set_of<Enum> a, set_of<Enum> b) {
    if (a.bits == 0) return b;
    if (b.bits == 0) return a;
    auto const shared = a.bits & b.bits;
    a.bits = shared != 0 ? shared : b.bits;
    return a;
}
constexpr std::vector<id<option>> both(std::vector<id<option>> const& a, std::vector<id<option>> const& b) {
    if (b.empty()) return a;
    std::vector<id<option>> shared;
    for (auto o : a)
        for (auto p : b)
            if (o == p) shared.push_back(o);
    return shared.empty() ? b : shared;
}

}  // namespace query_detail

/// `a` and `b` together: what both allow. Where both name something and nothing is left of it, `b` decides.
constexpr scope operator&(scope a, scope const& b) {
    if (!b.kinds.empty()) a.kinds = b.kinds;
    if (b.source) a.source = b.source;
    a.source_kinds = query_detail::both(a.source_kinds, b.source_kinds);
    if (b.jurisdiction) a.jurisdiction = b.jurisdiction;
    if (b.payer) a.payer = b.payer;
    a.applies = query_detail::both(a.applies, b.applies);
    a.read = query_detail::both(a.read, b.read);
    if (b.intents != scope{}.intents) a.intents = b.intents;
    if (b.as_of && (!a.as_of || b.as_of < a.as_of)) a.as_of = b.as_of;
    a.superseded = a.superseded || b.superseded;
    a.predictions = a.predictions || b.predictions;
    a.options = query_detail::both(a.options, b.options);
    if (!b.place.empty()) a.place = b.place;
    return a;
}

}  // namespace treatise::inline v0_3
