// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/model/nearest.hpp>
#include <treatise/query/name_folding.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

namespace query_detail {

/// Whether `part` stands in `whole` at the start of a word, whatever the case.
inline bool holds_word(std::string_view whole, std::string_view part) {
    auto const joins = [](char c) { return c == ' ' || c == '-' || c == '(' || c == '/'; };
    for (std::size_t i = 0; i + part.size() <= whole.size(); ++i)
        if ((i == 0 || joins(whole[i - 1])) && compare_folded(whole.substr(i, part.size()), part) == 0) return true;
    return false;
}

/// Whether it stands there as a whole word.
inline bool holds_whole_word(std::string_view whole, std::string_view part) {
    auto const joins = [](char c) { return c == ' ' || c == '-' || c == '(' || c == ')' || c == '/' || c == ','; };
    for (std::size_t i = 0; i + part.size() <= whole.size(); ++i)
        if ((i == 0 || joins(whole[i - 1])) && (i + part.size() == whole.size() || joins(whole[i + part.size()])) &&
            compare_folded(whole.substr(i, part.size()), part) == 0)
            return true;
    return false;
}

/// How far a name is from what was typed: 0 for the same, `most_edits` edits, then names that hold the text or a long word of it;
/// `too_far` for the others. A word of four letters or fewer has no near one: CBD is not CBT.
inline constexpr std::size_t too_far = static_cast<std::size_t>(-1);
inline std::size_t distance(std::string_view typed, std::string_view name, std::size_t most_edits) {
    folded_name const x{typed}, y{name};
    if (x == y) return 0;
    auto const limit = x.text().size() > 4 ? most_edits : 0;
    if (auto const n = edit_distance(x.text(), y.text(), limit); n <= limit && !y.text().empty()) return n;
    if (typed.size() >= 3 && holds_word(name, typed)) return most_edits + 1;
    for (std::size_t first = 0; first < typed.size();) {
        auto const last = (std::min)(typed.find_first_of(" -", first), typed.size());
        if (last - first >= 5 && holds_whole_word(name, typed.substr(first, last - first))) return most_edits + 2;
        first = last + 1;
    }
    return too_far;
}
/// Another active substance is never offered as if it were the asked one: of therapies and classes one edit, of the rest two.
inline std::size_t most_edits_of(knowledge_base const& kb, id<entity> e) { return kb.as<option>(e) ? 1 : 2; }

}  // namespace query_detail

/// The nearest names of entities of a kind, at most `most`, for the message that a name is unknown; the nearest first.
///
/// Names a person may type: a key, a name, a synonym or a brand, one an entity. It returns text and never an id: a name that
/// was not found gives no therapy. Linear in the names of the base.
template <kind_or_kinds Kind = entity>
std::vector<std::string> suggest(knowledge_base const& kb, std::string_view typed, std::size_t most = 3) {
    struct found {
        std::size_t distance;
        id<entity> of;
        std::string_view name;
    };
    std::vector<found> all;
    for (auto const& row : kb.tables().names) {
        if (!kb.as<Kind>(row.of)) continue;
        auto const name = kb[row.name];
        if (auto const d = query_detail::distance(typed, name, query_detail::most_edits_of(kb, row.of));
            d != query_detail::too_far)
            all.push_back({d, row.of, name});
    }
    bool const types_keys = typed.find('-') != typed.npos && typed.find(' ') == typed.npos;
    // Of one entity the name that people read; the key where a key was typed.
    auto const is_like_typed = [&](found const& f) { return f.name == (types_keys ? kb.key(f.of) : kb.name(f.of)); };
    std::sort(all.begin(), all.end(), [&](found const& a, found const& b) {
        if (a.distance != b.distance) return a.distance < b.distance;
        if (is_like_typed(a) != is_like_typed(b)) return is_like_typed(a);
        return a.of != b.of ? a.of < b.of : a.name < b.name;
    });
    std::vector<std::string> names;
    std::vector<id<entity>> told;
    for (auto const& f : all) {
        if (names.size() == most) break;
        if (std::find(told.begin(), told.end(), f.of) != told.end()) continue;
        told.push_back(f.of);
        names.emplace_back(!types_keys && f.name == kb.key(f.of) ? kb.name(f.of) : f.name);
    }
    return names;
}

}  // namespace treatise::inline v0_3
