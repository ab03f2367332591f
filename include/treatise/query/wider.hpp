// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/walk.hpp>

namespace treatise::inline v0_3 {

/// What stands above an option, and so speaks of it in a wider sense: its classes and theirs, and what it is a form of.
///
/// Linear in what it finds; `reached` is the caller's, for its memory.
constexpr void wider_options(knowledge_base const& kb, id<option> o, walk<option>& reached) {
    reached.clear(kb);
    reached.add(o);
    reached.run([&](id<option> x, auto const& add) {
        if (auto const t = kb.as<therapy>(x)) {
            for (auto e : kb.out<form_of>(t)) add(e.object);
            for (auto e : kb.out<listed_under>(t)) add(e.object);
            for (auto e : kb.out<member_of>(t)) add(e.object);
        } else {
            for (auto e : kb.out<is_a>(kb.as<therapy_class>(x))) add(e.object);
        }
    });
}

}  // namespace treatise::inline v0_3
