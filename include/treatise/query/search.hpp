// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/query/name_folding.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// What of an entity matched a text.
enum class name_kind : std::uint8_t { key, name, synonym, brand, wording, code };
template <>
inline constexpr std::array<std::string_view, 6> words_of<name_kind>{"key", "name", "synonym", "brand", "wording", "code"};

/// How a name holds a text; the nearest first.
enum class match : std::uint8_t { whole, beginning, word };
template <>
inline constexpr std::array<std::string_view, 3> words_of<match>{"whole", "beginning", "word"};

/// One choice for a person who types: what it is, and what of it matched.
template <class Kind>
struct choice {
    id<Kind> of{};
    std::string_view matched{};  ///< the name that matched, as it stands in the base
    name_kind as{};
    match how{};

    friend constexpr bool operator==(choice const&, choice const&) = default;
};

namespace query_detail {

/// Which of an entity's names a text of the base is.
constexpr name_kind kind_of_name(knowledge_base const& kb, id<entity> e, std::string_view name) {
    if (name == kb.name(e)) return name_kind::name;
    if (name == kb.key(e)) return name_kind::key;
    for (auto t : kb.synonyms(e))
        if (kb[t] == name) return name_kind::synonym;
    if (auto const t = kb.as<therapy>(e))
        for (auto b : kb[kb.details(t).brands])
            if (kb[b] == name) return name_kind::brand;
    return name_kind::wording;
}

/// A text that somebody has begun to type, folded with and without plural and spelling.
struct typed_text {
    folded_name begun, whole;

    constexpr explicit typed_text(std::string_view typed) : begun{typed, false}, whole{typed} {}

    static constexpr bool joins(char c) { return c == ' ' || c == '-' || c == '(' || c == '/' || c == ','; }
    /// Whether and how a name holds it; `false` where it does not.
    constexpr bool is_in(std::string_view name, match& how) const {
        auto const text = begun.text();
        if (text.empty()) return false;
        if (folded_name{name} == whole) return how = match::whole, true;
        if (folded_name{name, false}.text().starts_with(text) || folded_name{name}.text().starts_with(whole.text()))
            return how = match::beginning, true;
        for (std::size_t i = 1; i < name.size(); ++i)
            if (joins(name[i - 1]) && !joins(name[i]) && folded_name{name.substr(i), false}.text().starts_with(text))
                return how = match::word, true;
        return false;
    }
};

template <class Kind>
constexpr bool is_offered_before(knowledge_base const& kb, choice<Kind> const& a, choice<Kind> const& b) {
    if (a.how != b.how) return a.how < b.how;
    auto const x = kb.name(a.of), y = kb.name(b.of);
    if (auto const order = compare_folded(x, y); order != 0) return order < 0;
    return a.of < b.of;
}

/// Of the names of one entity that match, the nearest; of these its name before a synonym, that before a brand, a key last.
constexpr std::uint32_t weight(match how, name_kind as) {
    return static_cast<std::uint32_t>(how) * 8 + (as == name_kind::key ? 7 : static_cast<std::uint32_t>(as));
}

}  // namespace query_detail

/// Choices of a kind for a picker, at most `most`: whole names, then those that begin with the text, then those of which a word
/// does; A to Z in each. Each entity once, with the name that matched. From one letter on; codes match whole.
///
/// For a person to choose from, never an answer by itself: `find` answers. Nothing that is only similar is offered. Linear in the
/// names of the base, and N log N in those that match. The texts live as long as the base's arrays.
template <kind_or_kinds Kind = entity>
[[nodiscard]] constexpr std::vector<choice<Kind>> search(knowledge_base const& kb, std::string_view text, std::size_t most = 10) {
    std::vector<choice<Kind>> found;
    query_detail::typed_text const typed{text};
    match how{};
    for (auto const& row : kb.tables().names)
        if (auto const e = kb.as<Kind>(row.of); e && typed.is_in(kb[row.name], how))
            found.push_back({e, kb[row.name], query_detail::kind_of_name(kb, row.of, kb[row.name]), how});
    for (auto const& row : kb.tables().codes)
        if (auto const e = kb.as<Kind>(row.of); e && compare_folded(kb[row.code], text) == 0)
            found.push_back({e, kb[row.code], name_kind::code, match::whole});
    std::sort(found.begin(), found.end(), [](auto const& a, auto const& b) {
        auto const x = query_detail::weight(a.how, a.as), y = query_detail::weight(b.how, b.as);
        return a.of != b.of ? a.of < b.of : x != y ? x < y : a.matched < b.matched;
    });
    found.erase(std::unique(found.begin(), found.end(), [](auto const& a, auto const& b) { return a.of == b.of; }), found.end());
    std::sort(
        found.begin(), found.end(), [&](auto const& a, auto const& b) { return query_detail::is_offered_before(kb, a, b); });
    if (found.size() > most) found.erase(found.begin() + static_cast<std::ptrdiff_t>(most), found.end());
    return found;
}

}  // namespace treatise::inline v0_3
