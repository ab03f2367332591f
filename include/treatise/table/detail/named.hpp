// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/detail/order.hpp>

#include <algorithm>
#include <vector>

// Options without a row are named, a line a group; where a cause has little of its own, what guidelines say of a wider group is
// borrowed, line by line.
namespace treatise::inline v0_3::table_detail {

/// The recommendations that bear on an option without a row: its own, those of what is told in its place, those of its classes.
struct unlisted {
    id<option> target{};
    std::vector<weighed_voice> voices{};
    bool is_refused = false;  ///< a source says no for the asked cause, or sets it apart
};

constexpr bool is_excepted(knowledge_base const& kb, claim_id c, id<option> o) {
    auto const* r = kb.payload_if<recommended_for>(c);
    if (r == nullptr) return false;
    for (auto e : kb[r->except])
        if (hold_each_other(kb, e, o)) return true;
    return false;
}

/// Whether a claim is a "no" for the asked cause: nothing of a wider group is borrowed over it.
constexpr bool is_no(knowledge_base const& kb, reason const& why) {
    if (why.applies == applicability::excluded) return true;
    if (why.applies != applicability::exact && why.applies != applicability::pooled) return false;
    return why.stance == stance::against || why.stance == stance::no_recommendation || why.stance == stance::no_difference ||
           (kb.is<affects>(why.claim) && is_finding(kb, why.claim));
}

/// Whether what is said of one of the listed bears on the target: it is told in its row, or is a class above it.
constexpr bool bears_on(row_choice const& r, std::uint32_t i, id<option> target) {
    if (r.row_of_listed[i] == target) return true;
    auto const c = r.kb.as<therapy_class>(r.listed[i].option);
    return c && stands_within(r.kb, target, c);
}

constexpr unlisted unlisted_of(row_choice const& r, id<cause> field, id<cause> asked, id<option> target) {
    unlisted made{.target = target};
    for (std::uint32_t i = 0; i != r.listed.size(); ++i) {
        if (!bears_on(r, i, target)) continue;
        auto const x = r.listed[i];
        for (auto const& why : x.reasons) {
            if (is_excepted(r.kb, why.claim, target)) continue;
            made.is_refused = made.is_refused || is_no(r.kb, why);
            if (r.kb.is<recommended_for>(why.claim))
                made.voices.push_back(weigh(r.kb, field, asked, {why.claim, why.applies, x.option}));
        }
    }
    return made;
}

/// The options that are documented and have no row, in display order.
constexpr std::vector<id<option>> without_row(row_choice const& r, std::vector<id<option>> const& rows) {
    std::vector<id<option>> left;
    for (std::uint32_t i = 0; i != r.listed.size(); ++i) {
        auto const x = r.listed[i];
        if (x.is_excluded() || !is_of_view(r, x.option)) continue;
        auto const target = r.row_of_listed[i];
        if (contains(rows, target)) continue;
        auto const c = r.kb.as<therapy_class>(target);
        bool told_below = is_remainder(r.kb, c);
        for (auto o : rows) told_below = told_below || (c && stands_within(r.kb, o, c));
        if (!told_below) add_once(left, target);
    }
    std::sort(left.begin(), left.end(), [&](id<option> a, id<option> b) { return stands_before(r.kb, a, b); });
    return left;
}

constexpr void add_source_once(std::vector<id<source>>& all, std::uint32_t first, id<source> s) {
    if (std::find(all.begin() + first, all.end(), s) == all.end()) all.push_back(s);
}

/// Adds the sources by whose guidance an option stands in its group, from `first` on each once.
constexpr void cite_guidance(comparison& made, std::span<weighed_voice const> voices, guidance_group g, std::uint32_t first) {
    for (auto const& v : voices)
        if (decides(v, g)) add_source_once(made.guided_by, first, made.base.said(v.claim).source);
}

/// Names what has no row, a line a group.
constexpr void name_the_rest(comparison& made, std::vector<unlisted> const& rest) {
    for (std::size_t g = 1; g != words_of<guidance_group>.size(); ++g) {
        named_line line{.group = static_cast<guidance_group>(g)};
        line.first = static_cast<std::uint32_t>(made.named.size());
        line.sources_first = static_cast<std::uint32_t>(made.guided_by.size());
        for (auto const& u : rest) {
            if (group_of(made.base, u.voices) != line.group) continue;
            made.named.push_back(u.target);
            cite_guidance(made, u.voices, line.group, line.sources_first);
        }
        line.last = static_cast<std::uint32_t>(made.named.size());
        line.sources_last = static_cast<std::uint32_t>(made.guided_by.size());
        if (line.first != line.last) made.named_lines.push_back(line);
    }
}

}  // namespace treatise::inline v0_3::table_detail
