// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/around.hpp>

namespace treatise::inline v0_3 {

/// Whether an option could have an official label: all but what is marked to have none, a supplement or what a pharmacy
/// compounds.
[[nodiscard]] constexpr bool may_have_label(knowledge_base const& kb, id<option> o) {
    auto const t = kb.as<therapy>(o);
    return !t || !kb.details(t).no_label;
}

/// Whether a label or a regulator's text was read of a medicine, of what it is a form of, or of a form of it.
[[nodiscard]] constexpr bool medicine_label_is_read(knowledge_base const& kb, id<therapy> t) {
    auto const read = [&](id<therapy> x) { return !kb.details(x).label_read.empty(); };
    if (read(t)) return true;
    for (auto e : kb.out<form_of>(t))
        if (read(e.object)) return true;
    for (auto e : kb.in<form_of>(t))
        if (read(e.subject)) return true;
    return false;
}

/// Whether a label or a regulator's text was read for the warnings of the option: of itself, of a form or a member of it, or of
/// the medicine of which it is a form.
[[nodiscard]] constexpr bool label_is_read(knowledge_base const& kb, id<option> o) {
    for (auto const& x : options_around(kb, relevance{kb, {}}, o)) {
        auto const t = kb.as<therapy>(x.option);
        if (t && x.of != said_of::part && !kb.details(t).label_read.empty()) return true;
    }
    return false;
}

}  // namespace treatise::inline v0_3
