// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/json_answer.hpp>
#include <treatise/table/view.hpp>
#include <treatise/words/english.hpp>
#include <treatise/words/vocabulary.hpp>

#include <string>
#include <string_view>
#include <vector>

// The tables that there are, and their columns, in JSON. The field names are promised (docs/json.md).
namespace treatise::inline v0_3 {

/// The views of the library, then those of the base.
[[nodiscard]] inline std::vector<view> all_views(knowledge_base const& kb) {
    std::vector<view> all{views::all.begin(), views::all.end()};
    for (auto p : kb.all<table_preset>()) all.push_back(view_of(kb, p));
    return all;
}
/// What a view is for, in a language; that of a base's view is the base's.
[[nodiscard]] inline std::string_view description_of(knowledge_base const& kb, view const& v, language const& l = english) {
    return v.of ? kb.description(v.of) : description(l, v);
}
/// The words of a set, separated by commas.
template <vocabulary Enum>
[[nodiscard]] std::string words_in(set_of<Enum> set) {
    std::string s;
    for (std::size_t i = 0; i != words_of<Enum>.size(); ++i)
        if (set.bits >> i & 1u) append_part(s, words_of<Enum>[i]);
    return s;
}

/// Every view with its columns.
[[nodiscard]] inline std::string json_views(knowledge_base const& kb, language const& l = english) {
    return json_answer(kb, "treatise-listing", [&](json_writer& j) {
        j.name("views").open('[');
        for (auto const& v : all_views(kb)) {
            j.open('{').member("key", v.key).member("description", description_of(kb, v, l)).name("columns").open('[');
            for (auto const& c : v.columns) j.open('{').member("key", c.key).member("heading", heading(l, c, v.words)).close('}');
            j.close(']').close('}');
        }
        j.close(']');
    });
}

/// Every column with the matters that stand in it.
[[nodiscard]] inline std::string json_columns(knowledge_base const& kb, language const& l = english) {
    return json_answer(kb, "treatise-listing", [&](json_writer& j) {
        j.name("columns").open('[');
        for (auto const& c : columns::all)
            j.open('{').member("key", c.key).member("heading", heading(l, c)).member("matters", words_in(c.matters)).close('}');
        j.close(']');
    });
}

}  // namespace treatise::inline v0_3
