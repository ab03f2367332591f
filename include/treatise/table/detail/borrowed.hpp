// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/detail/named.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

// A cause with little of its own: what guidelines say of a wider group, by line, unless a "no" stands for it.
namespace treatise::inline v0_3::table_detail {

/// The place of the recommendation's line in its scheme, from 1; 0 where none is stated.
constexpr std::uint8_t line_of(knowledge_base const& kb, claim_id c) {
    auto const line = kb.payload<recommended_for>(c).line;
    return line.value == unstated_level ? std::uint8_t{0} : line.value;
}

/// A recommendation of somebody and of whom, as the voices of options without a row repeat it.
struct spoken_word {
    id<option> whose;
    id<source> from;
    claim_id claim;
};

/// Which voices are borrowed: of a wider group, for or against without a condition, and the newest word of their source.
class borrowing {
    knowledge_base kb_;
    guideline_bodies& bodies_;
    std::vector<spoken_word> all_{};  ///< of sources that replace another, each once

    /// Whether a later edition of the voice's source speaks of the option or of a class that holds it.
    constexpr bool has_newer_word(weighed_voice const& v) {
        if (kb_.in_ids<supersedes>(kb_.said(v.claim).source).empty()) return false;
        for (auto const& other : all_)
            if (bodies_.is_later(other.claim, v.claim) && bodies_.holds().hold_each_other(v.whose, other.whose)) return true;
        return false;
    }
    constexpr bool is_borrowed(weighed_voice const& v) {
        if (v.here || v.applies != applicability::broader || v.is_half || v.is_no_answer) return false;
        return (v.is_for || v.is_old || v.is_against) && !has_newer_word(v);
    }

public:
    constexpr borrowing(knowledge_base const& kb, guideline_bodies& bodies, std::vector<unlisted> const& rest)
        : kb_{kb}, bodies_{bodies} {
        for (auto const& u : rest)
            for (auto const& v : u.voices)
                if (auto const s = kb.said(v.claim).source; !kb.out_ids<supersedes>(s).empty())
                    all_.push_back({v.whose, s, v.claim});
        std::sort(all_.begin(), all_.end(),
            [](spoken_word const& a, spoken_word const& b) { return a.whose != b.whose ? a.whose < b.whose : a.from < b.from; });
        all_.erase(std::unique(all_.begin(), all_.end(),
                       [](spoken_word const& a, spoken_word const& b) { return a.whose == b.whose && a.from == b.from; }),
            all_.end());
    }
    /// Of each voice of an option, whether it is borrowed.
    constexpr std::vector<std::uint8_t> of(unlisted const& u) {
        std::vector<std::uint8_t> is;
        for (auto const& v : u.voices) is.push_back(is_borrowed(v));
        return is;
    }
    constexpr holder& holds() { return bodies_.holds(); }
};

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

/// How many voices of one option state each line.
using line_counts = std::array<std::uint32_t, 8>;
struct lines_of_option {
    id<option> whose{};
    line_counts times{};
};

/// The line that most of the voices state that speak of an option or of its class, the later one where as many do; 0 where none
/// does.
constexpr std::uint8_t line_among(std::vector<lines_of_option> const& all, holder& holds, id<option> whose) {
    line_counts times{};
    for (auto const& other : all)
        if (holds.hold_each_other(whose, other.whose))
            for (std::size_t line = 0; line != times.size(); ++line) times[line] += other.times[line];
    std::size_t found = 0;
    for (std::size_t line = 1; line != times.size(); ++line)
        if (times[line] != 0 && times[line] >= times[found]) found = line;
    return static_cast<std::uint8_t>(found);
}

/// The lines that the borrowed voices of an option state, by whom they are about.
constexpr std::vector<lines_of_option> stated_lines(
    knowledge_base const& kb, unlisted const& u, std::vector<std::uint8_t> const& borrowed) {
    std::vector<lines_of_option> all;
    for (std::size_t n = 0; n != u.voices.size(); ++n) {
        auto const& v = u.voices[n];
        auto const line = borrowed[n] != 0 && !v.is_against ? line_of(kb, v.claim) : std::uint8_t{0};
        if (line == 0 || line >= line_counts{}.size()) continue;
        if (all.empty() || all.back().whose != v.whose) all.push_back({.whose = v.whose});  // voices of one option stand together
        ++all.back().times[line];
    }
    return all;
}

/// What is borrowed for one option, each voice in its line.
constexpr void add_borrowed(knowledge_base const& kb, borrowing& which, std::vector<unlisted> const& rest, std::size_t i,
    std::vector<borrowed_voice>& all) {
    bool is_for = false, is_against = false;
    auto const& voices = rest[i].voices;
    auto const borrowed = which.of(rest[i]);
    for (std::size_t n = 0; n != voices.size(); ++n)
        if (borrowed[n] != 0) (voices[n].is_against ? is_against : is_for) = true;
    auto const group = is_for && is_against ? guidance_group::differ
                       : is_for             ? guidance_group::for_wider
                                            : guidance_group::against;
    auto const stated = stated_lines(kb, rest[i], borrowed);
    for (std::size_t n = 0; n != voices.size(); ++n) {
        if (borrowed[n] == 0) continue;
        auto line = group == guidance_group::for_wider ? line_of(kb, voices[n].claim) : std::uint8_t{0};
        if (line == 0 && group == guidance_group::for_wider) line = line_among(stated, which.holds(), voices[n].whose);
        all.push_back({group, line, i, n});
    }
}

/// Tells the borrowed lines, each claim of a line once; what is told there is taken from `rest`.
constexpr void borrow(draft& d, std::vector<unlisted>& rest) {
    std::vector<borrowed_voice> all;
    borrowing which{d.kb, d.bodies, rest};
    for (std::size_t i = 0; i != rest.size(); ++i)
        if (!rest[i].is_refused) add_borrowed(d.kb, which, rest, i, all);
    std::sort(all.begin(), all.end(), line_before);
    std::vector<std::uint8_t> told_here(rest.size(), 0);
    claim_numbers told_in_line;
    for (auto const& b : all) {
        auto& lines = d.made.borrowed;
        if (lines.empty() || lines.back().group != b.group || lines.back().line != b.line) {
            lines.push_back({b.group, b.line, told_count(d), told_count(d)});
            told_in_line.clear();
        }
        auto const& v = rest[b.option].voices[b.voice];
        told_here[b.option] = 1;
        if (told_in_line.of(v.claim) != 0) continue;
        told_in_line.set(d.kb, v.claim, 1);
        treatise::told t;
        t.says = {v.claim, facet::recommendation, said_of::itself, v.applies};
        if (d.narrowed.asked.superseded) t.says.replaced_by = d.narrowed.replaced.replaced_by(v.claim);
        t.whose = v.whose;
        t.with_first = t.with_last = static_cast<std::uint32_t>(d.made.with.size());
        d.made.told.push_back(t);
        lines.back().last = told_count(d);
    }
    std::vector<unlisted> left;
    for (std::size_t i = 0; i != rest.size(); ++i)
        if (told_here[i] == 0) left.push_back(std::move(rest[i]));
    rest = std::move(left);
}

}  // namespace treatise::inline v0_3::table_detail
