// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/detail/named.hpp>

#include <algorithm>
#include <array>
#include <vector>

// A cause with little of its own: what guidelines say of a wider group, by line, unless a "no" stands for it.
namespace treatise::inline v0_3::table_detail {

/// The place of the recommendation's line in its scheme, from 1; 0 where none is stated.
constexpr std::uint8_t line_of(knowledge_base const& kb, claim_id c) {
    auto const line = kb.payload<recommended_for>(c).line;
    return line.value == unstated_level ? std::uint8_t{0} : line.value;
}

/// Whether a later edition of the voice's source speaks of the option or of a class that holds it.
constexpr bool has_newer_word(knowledge_base const& kb, weighed_voice const& v, std::vector<unlisted> const& all) {
    for (auto const& u : all)
        for (auto const& other : u.voices)
            if (hold_each_other(kb, other.whose, v.whose) &&
                is_later_edition(kb, kb.said(other.claim).source, kb.said(v.claim).source))
                return true;
    return false;
}

/// Whether a voice is borrowed: of a wider group, for or against without a condition, and the newest word of its source.
constexpr bool is_borrowed(knowledge_base const& kb, weighed_voice const& v, std::vector<unlisted> const& all) {
    if (v.here || v.applies != applicability::broader || v.is_half || v.is_no_answer) return false;
    return (v.is_for || v.is_old || v.is_against) && !has_newer_word(kb, v, all);
}

/// One voice that is borrowed, and the line it goes to.
struct borrowed_voice {
    guidance_group group{};
    std::uint8_t line = 0;
    std::size_t option = 0, voice = 0;  ///< in the options without a row
};

constexpr bool line_before(borrowed_voice const& a, borrowed_voice const& b) {
    if (a.group != b.group) return a.group < b.group;
    if (a.line != b.line) return b.line == 0 || (a.line != 0 && a.line < b.line);
    return a.option != b.option ? a.option < b.option : a.voice < b.voice;
}

/// The line of a voice: the one it states; else that which most of those state that speak of the same option or of its class, the
/// later one where as many do; 0 where none does.
constexpr std::uint8_t line_among(knowledge_base const& kb, std::vector<unlisted> const& rest, std::size_t i, std::size_t n) {
    auto const& v = rest[i].voices[n];
    if (auto const own = line_of(kb, v.claim); own != 0) return own;
    std::array<std::uint32_t, 8> times{};
    for (auto const& other : rest[i].voices)
        if (is_borrowed(kb, other, rest) && !other.is_against && hold_each_other(kb, other.whose, v.whose))
            if (auto const line = line_of(kb, other.claim); line != 0 && line < times.size()) ++times[line];
    std::size_t found = 0;
    for (std::size_t line = 1; line != times.size(); ++line)
        if (times[line] != 0 && times[line] >= times[found]) found = line;
    return static_cast<std::uint8_t>(found);
}

/// What is borrowed for one option, each voice in its line.
constexpr void add_borrowed(
    knowledge_base const& kb, std::vector<unlisted> const& rest, std::size_t i, std::vector<borrowed_voice>& all) {
    bool is_for = false, is_against = false;
    auto const& voices = rest[i].voices;
    for (auto const& v : voices)
        if (is_borrowed(kb, v, rest)) (v.is_against ? is_against : is_for) = true;
    auto const group = is_for && is_against ? guidance_group::differ
                       : is_for             ? guidance_group::for_wider
                                            : guidance_group::against;
    for (std::size_t n = 0; n != voices.size(); ++n)
        if (is_borrowed(kb, voices[n], rest))
            all.push_back({group, group == guidance_group::for_wider ? line_among(kb, rest, i, n) : std::uint8_t{0}, i, n});
}

constexpr bool tells(comparison const& made, borrowed_line const& line, claim_id c) {
    for (auto i = line.first; i != line.last; ++i)
        if (made.told[i].says.claim == c) return true;
    return false;
}

/// Tells the borrowed lines, each claim of a line once; what is told there is taken from `rest`.
constexpr void borrow(draft& d, std::vector<unlisted>& rest) {
    std::vector<borrowed_voice> all;
    for (std::size_t i = 0; i != rest.size(); ++i)
        if (!rest[i].is_refused) add_borrowed(d.kb, rest, i, all);
    std::sort(all.begin(), all.end(), line_before);
    std::vector<id<option>> told_here;
    for (auto const& b : all) {
        auto& lines = d.made.borrowed;
        if (lines.empty() || lines.back().group != b.group || lines.back().line != b.line)
            lines.push_back({b.group, b.line, told_count(d), told_count(d)});
        auto const& v = rest[b.option].voices[b.voice];
        add_once(told_here, rest[b.option].target);
        if (tells(d.made, lines.back(), v.claim)) continue;
        treatise::told t;
        t.says = {v.claim, facet::recommendation, said_of::itself, v.applies};
        if (d.narrowed.superseded) t.says.replaced_by = replaced_by(d.kb, v.claim, d.narrowed.as_of);
        t.whose = v.whose;
        t.with_first = t.with_last = static_cast<std::uint32_t>(d.made.with.size());
        d.made.told.push_back(t);
        lines.back().last = told_count(d);
    }
    std::erase_if(rest, [&](unlisted const& u) { return contains(told_here, u.target); });
}

}  // namespace treatise::inline v0_3::table_detail
