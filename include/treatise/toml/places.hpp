// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/source_text.hpp>
#include <treatise/toml/files.hpp>
#include <treatise/toml/format.hpp>
#include <treatise/toml/nesting.hpp>
#include <treatise/toml/parser.hpp>

#include <algorithm>
#include <map>
#include <string>

namespace treatise::inline v0_3 {

/// Where the id of each claim stands in some knowledge files; the files must be without errors of syntax, others are passed over.
inline std::map<std::string, location> claim_places(std::vector<toml_file> const& files) {
    std::map<std::string, location> found;
    for (auto const& f : files) {
        auto const text = source_text{f.text}.text();
        if (beyond_nesting(text)) continue;
        auto const parsed = toml::parse(text, std::string_view{});
        if (!parsed) continue;
        for (auto&& [name, node] : parsed.table()) {
            auto const claims = node.as_array();
            if (!claims || std::find(relation_names.begin(), relation_names.end(), name.str()) == relation_names.end()) continue;
            for (auto&& element : *claims) {
                auto const table = element.as_table();
                auto const id = table ? table->get("id") : nullptr;
                if (!id || !id->is_string()) continue;
                auto const& begin = id->source().begin;
                found.try_emplace(id->as_string()->get(), location{f.name, begin.line, begin.column});
            }
        }
    }
    return found;
}

}  // namespace treatise::inline v0_3
