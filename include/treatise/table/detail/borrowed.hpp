// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/detail/named.hpp>

#include <algorithm>
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

/// An option with what is borrowed for it, and the line it goes to.
struct borrowed_option {
    guidance_group group{};
    std::uint8_t line = 0;
    std::size_t of = 0;  ///< in the options without a row
};

constexpr borrowed_option borrowed_of(knowledge_base const& kb, std::vector<unlisted> const& all, std::size_t i) {
    borrowed_option made{guidance_group::none, 0, i};
    bool is_for = false, is_against = false;
    for (auto const& v : all[i].voices) {
        if (!is_borrowed(kb, v, all)) continue;
        (v.is_against ? is_against : is_for) = true;
        if (auto const line = line_of(kb, v.claim); !v.is_against && line != 0 && (made.line == 0 || line < made.line))
            made.line = line;
    }
    if (is_for || is_against)
        made.group = is_for && is_against ? guidance_group::differ : is_for ? guidance_group::for_wider : guidance_group::against;
    if (made.group != guidance_group::for_wider) made.line = 0;
    return made;
}

constexpr bool line_before(borrowed_option const& a, borrowed_option const& b) {
    if (a.group != b.group) return a.group < b.group;
    if (a.line != b.line) return b.line == 0 || (a.line != 0 && a.line < b.line);
    return a.of < b.of;
}

/// Tells the borrowed lines; what is told there is taken from `rest`.
constexpr void borrow(draft& d, std::vector<unlisted>& rest) {
    std::vector<borrowed_option> all;
    for (std::size_t i = 0; i != rest.size(); ++i)
        if (auto const b = borrowed_of(d.kb, rest, i); !rest[i].is_refused && b.group != guidance_group::none) all.push_back(b);
    std::sort(all.begin(), all.end(), line_before);
    std::vector<id<option>> told_here;
    for (std::size_t i = 0; i != all.size(); ++i) {
        auto const& b = all[i];
        if (i == 0 || all[i - 1].group != b.group || all[i - 1].line != b.line)
            d.made.borrowed.push_back({b.group, b.line, told_count(d), told_count(d)});
        for (auto const& v : rest[b.of].voices) {
            if (!is_borrowed(d.kb, v, rest)) continue;
            treatise::told t;
            t.says = {v.claim, facet::recommendation, said_of::itself, v.applies};
            t.whose = v.whose;
            t.with_first = t.with_last = static_cast<std::uint32_t>(d.made.with.size());
            d.made.told.push_back(t);
        }
        d.made.borrowed.back().last = told_count(d);
        told_here.push_back(rest[b.of].target);
    }
    std::erase_if(rest, [&](unlisted const& u) { return contains(told_here, u.target); });
}

}  // namespace treatise::inline v0_3::table_detail
