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

constexpr bool is_excepted(knowledge_base const& kb, holder& holds, claim_id c, id<option> o) {
    auto const* r = kb.payload_if<recommended_for>(c);
    if (r == nullptr) return false;
    for (auto e : kb[r->except])
        if (holds.hold_each_other(o, e)) return true;
    return false;
}

/// Whether a claim is a "no" for the asked cause: nothing of a wider group is borrowed over it.
constexpr bool is_no(knowledge_base const& kb, reason const& why) {
    if (why.applies == applicability::excluded) return true;
    if (why.applies != applicability::exact && why.applies != applicability::pooled) return false;
    return why.stance == stance::against || why.stance == stance::no_recommendation || why.stance == stance::no_difference ||
           (kb.is<affects>(why.claim) && is_finding(kb, why.claim));
}

/// Which of the listed bear on a target: those told in its row, and the classes above it of which something counts here. Walked
/// once for all targets, so that classes of which nothing counts are passed over.
class bearing_on {
    row_choice const& r_;
    std::vector<std::uint32_t> by_row_{};       ///< numbers in `listed`, those of one row together
    std::vector<std::uint32_t> listed_as_{};    ///< class by class: where it is listed, from 1, if something counts
    std::vector<std::vector<id<therapy_class>>> next_{};  ///< class by class: the nearest above it of which something counts
    walk<therapy_class> above_{};

    constexpr bool counts(std::uint32_t i) const {
        for (auto const& why : r_.listed[i].reasons)
            if (r_.kb.is<recommended_for>(why.claim) || is_no(r_.kb, why)) return true;
        return false;
    }
    constexpr bool counts(id<therapy_class> c) const {
        auto const slot = r_.kb.all<therapy_class>().slot(c);
        return slot < listed_as_.size() && listed_as_[slot] != 0;
    }
    constexpr void add_next(std::uint32_t from, std::vector<id<therapy_class>>& to) const {
        auto const classes = r_.kb.all<therapy_class>();
        for (auto e : r_.kb.out<is_a>(classes[from])) {
            if (counts(e.object))
                to.push_back(e.object);
            else if (auto const up = classes.slot(e.object); up < from)
                to.insert(to.end(), next_[up].begin(), next_[up].end());
        }
        std::sort(to.begin(), to.end());
        to.erase(std::unique(to.begin(), to.end()), to.end());
    }

public:
    constexpr explicit bearing_on(row_choice const& r) : r_{r} {
        auto const classes = r.kb.all<therapy_class>();
        listed_as_.resize(classes.size(), 0);
        for (std::uint32_t i = 0; i != r.listed.size(); ++i) {
            by_row_.push_back(i);
            if (auto const c = r.kb.as<therapy_class>(r.listed[i].option); c && counts(i)) listed_as_[classes.slot(c)] = i + 1;
        }
        std::sort(by_row_.begin(), by_row_.end(), [&](auto x, auto y) {
            return r_.row_of_listed[x] != r_.row_of_listed[y] ? r_.row_of_listed[x] < r_.row_of_listed[y] : x < y;
        });
        next_.resize(classes.size(), std::vector<id<therapy_class>>{});
        for (std::uint32_t i = 0; i != classes.size(); ++i) add_next(i, next_[i]);  // behind those above it
    }
    /// Their numbers in `listed`, in order.
    constexpr std::vector<std::uint32_t> of(id<option> target) {
        std::vector<std::uint32_t> found;
        auto const first = std::lower_bound(
            by_row_.begin(), by_row_.end(), target, [&](std::uint32_t i, id<option> t) { return r_.row_of_listed[i] < t; });
        for (auto i = first; i != by_row_.end() && r_.row_of_listed[*i] == target; ++i) found.push_back(*i);
        auto const classes = r_.kb.all<therapy_class>();
        above_.clear(r_.kb);
        auto const add_above = [&](id<therapy_class> c) {
            if (counts(c)) return above_.add(c);
            if (auto const slot = classes.slot(c); slot < next_.size())
                for (auto up : next_[slot]) above_.add(up);
        };
        each_class_of(r_.kb, target, add_above);
        above_.run([&](id<therapy_class> c, auto const& add) {
            for (auto up : next_[classes.slot(c)]) add(up);
        });
        for (auto c : above_.reached()) found.push_back(listed_as_[classes.slot(c)] - 1);
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }
};

constexpr unlisted unlisted_of(
    row_choice const& r, bearing_on& bearing, guidance_field const& field, holder& holds, id<option> target) {
    unlisted made{.target = target};
    for (auto i : bearing.of(target)) {
        auto const x = r.listed[i];
        for (auto const& why : x.reasons) {
            if (is_excepted(r.kb, holds, why.claim, target)) continue;
            made.is_refused = made.is_refused || is_no(r.kb, why);
            if (r.kb.is<recommended_for>(why.claim)) made.voices.push_back(weigh(field, {why.claim, why.applies, x.option}));
        }
    }
    return made;
}

/// The options that are documented and have no row, in display order.
constexpr std::vector<id<option>> without_row(row_choice const& r, std::vector<id<option>> const& rows) {
    walk<option> left;
    left.clear(r.kb);
    for (auto o : rows) left.add(o);
    auto const before = left.reached().size();
    walk<therapy_class> holding;  // the classes in which a row stands
    holding.clear(r.kb);
    for (auto o : rows) each_class_of(r.kb, o, [&](id<therapy_class> c) { holding.add(c); });
    walk_up(r.kb, holding);
    for (std::uint32_t i = 0; i != r.listed.size(); ++i) {
        auto const x = r.listed[i];
        if (x.is_excluded() || !is_of_view(r, x.option)) continue;
        auto const target = r.row_of_listed[i];
        auto const c = r.kb.as<therapy_class>(target);
        if (!is_remainder(r.kb, c) && !(c && holding.reaches(c))) left.add(target);
    }
    std::vector<id<option>> found(left.reached().begin() + static_cast<std::ptrdiff_t>(before), left.reached().end());
    std::sort(found.begin(), found.end(), [&](id<option> a, id<option> b) { return stands_before(r.kb, r.places, a, b); });
    return found;
}

constexpr void add_source_once(std::vector<id<source>>& all, walk<source>& listed, id<source> s) {
    if (!listed.reaches(s)) listed.add(s), all.push_back(s);
}

/// Adds the sources by whose guidance an option stands in its group, each once.
constexpr void cite_guidance(comparison& made, std::span<weighed_voice const> voices, guidance_group g, walk<source>& listed) {
    for (auto const& v : voices)
        if (decides(v, g)) add_source_once(made.guided_by, listed, made.base.said(v.claim).source);
}

/// Names what has no row, a line a group.
constexpr void name_the_rest(comparison& made, guideline_bodies& bodies, std::vector<unlisted> const& rest) {
    std::vector<guidance_group> group;
    for (auto const& u : rest) group.push_back(group_of(bodies, u.voices));
    walk<source> listed;
    for (std::size_t g = 1; g != words_of<guidance_group>.size(); ++g) {
        named_line line{.group = static_cast<guidance_group>(g)};
        line.first = static_cast<std::uint32_t>(made.named.size());
        line.sources_first = static_cast<std::uint32_t>(made.guided_by.size());
        listed.clear(made.base);
        for (std::size_t i = 0; i != rest.size(); ++i) {
            if (group[i] != line.group) continue;
            made.named.push_back(rest[i].target);
            cite_guidance(made, rest[i].voices, line.group, listed);
        }
        line.last = static_cast<std::uint32_t>(made.named.size());
        line.sources_last = static_cast<std::uint32_t>(made.guided_by.size());
        if (line.first != line.last) made.named_lines.push_back(line);
    }
}

}  // namespace treatise::inline v0_3::table_detail
