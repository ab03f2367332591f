// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace treatise::inline v0_3 {

/// What stands above an option, and so speaks of it in a wider sense: its classes and theirs, and what it is a form of.
constexpr std::vector<id<option>> wider_options(knowledge_base const& kb, id<option> o) {
    std::vector<id<option>> found{o};
    auto const add = [&](id<option> x) {
        if (std::find(found.begin(), found.end(), x) == found.end()) found.push_back(x);
    };
    for (std::size_t i = 0; i != found.size(); ++i)
        if (auto const t = kb.as<therapy>(found[i])) {
            for (auto e : kb.out<form_of>(t)) add(e.object);
            for (auto e : kb.out<listed_under>(t)) add(e.object);
            for (auto e : kb.out<member_of>(t)) add(e.object);
        } else {
            for (auto e : kb.out<is_a>(kb.as<therapy_class>(found[i]))) add(e.object);
        }
    found.erase(found.begin());
    return found;
}

}  // namespace treatise::inline v0_3
