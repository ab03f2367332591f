// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace treatise::inline v0_3 {

/// Who issues a source: the body that speaks in all of its documents. Absent where the base names none.
[[nodiscard]] constexpr text body_of(knowledge_base const& kb, id<source> s) {
    auto const body = kb.details(s).body;
    return body == not_stated ? text{} : body;
}

/// Which source is a later edition of which, over any number of editions; asked many times in one question.
///
/// The first question that needs it walks the editions once, linear in them; each then takes a step where every edition
/// replaces one, and where several replace several as a rule a few. Made of one base, which must outlive it; not for two threads.
class editions {
    knowledge_base kb_{};
    entity_range<id<source>> all_{};
    bool walked_ = false, has_circles_ = false;
    // Of each source: when a walk from newer to older came to it and left it, and the least number under it.
    struct visit {
        std::uint32_t entered = 0, left = 0, least = 0;
    };
    std::vector<visit> visits_{};
    std::vector<std::uint32_t> asked_{};  ///< by source: the question that last looked at it
    std::vector<id<source>> way_{};
    std::vector<std::uint32_t> next_{};  ///< of each of `way_`, which older source is to be looked at
    std::vector<id<source>> newest_[2]{};
    std::uint32_t question_ = 0;

    visit absent_{};

    constexpr visit const& of(id<source> s) const {
        auto const i = all_.slot(s);
        return i < visits_.size() ? visits_[i] : absent_;
    }

    constexpr void enter(std::vector<std::uint32_t>& next, id<source> s, std::uint32_t& time) {
        auto& v = visits_[all_.slot(s)];
        v.entered = v.least = ++time;
        way_.push_back(s);
        next.push_back(0);
    }
    /// Goes from one source to all that it replaces, step by step.
    constexpr void walk_from(id<source> start, std::uint32_t& time, std::uint32_t& left) {
        auto& next = next_;
        enter(next, start, time);
        while (!way_.empty()) {
            auto const s = way_.back();
            auto const before = kb_.objects<supersedes>(s);
            if (next.back() != before.size()) {
                auto const older = before[next.back()++];
                if (of(older).entered == 0)
                    enter(next, older, time);
                else if (of(older).left == 0)
                    has_circles_ = true;
                continue;
            }
            auto& v = visits_[all_.slot(s)];
            v.least = v.left = ++left;
            for (std::uint32_t i = 0; i != before.size(); ++i) v.least = (std::min)(v.least, of(before[i]).least);
            way_.pop_back();
            next.pop_back();
        }
    }
    constexpr void walk_all() {
        walked_ = true;
        way_.reserve(16), next_.reserve(16);
        all_ = kb_.all<source>();
        visits_.assign(all_.size(), {});
        asked_.assign(all_.size(), 0);
        question_ = 0;
        has_circles_ = false;
        std::uint32_t time = 0, left = 0;
        for (auto e : kb_.every<supersedes>())  // the newest first, so that few walks end in what others have seen
            if (kb_.in_ids<supersedes>(e.subject).empty() && of(e.subject).entered == 0) walk_from(e.subject, time, left);
        for (auto e : kb_.every<supersedes>())  // what is left are circles
            if (of(e.subject).entered == 0) walk_from(e.subject, time, left);
    }
    /// Whether the walk came from `s` to `older` the first time.
    constexpr bool came_to(visit const& s, visit const& older) const { return s.entered < older.entered && older.left < s.left; }
    /// Whether `older` cannot be under `s`: what is under one lies in the span from the least number under it to its own.
    constexpr bool cannot_reach(visit const& s, visit const& older) const {
        return !has_circles_ && (older.least < s.least || older.left > s.left);
    }

    constexpr bool reaches(id<source> newer, id<source> older) {
        auto const& to = of(older);
        if (came_to(of(newer), to)) return true;
        ++question_;
        way_.assign(1, newer);
        while (!way_.empty()) {
            auto const before = kb_.objects<supersedes>(way_.back());
            way_.pop_back();
            for (std::uint32_t i = 0; i != before.size(); ++i) {
                auto const& s = of(before[i]);
                if (before[i] == older || came_to(s, to)) return way_.clear(), true;
                auto& seen = asked_[all_.slot(before[i])];
                if (seen == question_ || cannot_reach(s, to)) continue;
                seen = question_;
                way_.push_back(before[i]);
            }
        }
        return false;
    }

public:
    constexpr editions() = default;
    constexpr explicit editions(knowledge_base const& kb) : kb_{kb} {}
    /// Forgets what was walked, for another question, of another base perhaps; keeps its memory.
    constexpr void clear(knowledge_base const& kb) {
        kb_ = kb;
        walked_ = false;
    }

    /// Whether `newer` is a later edition of `older`.
    [[nodiscard]] constexpr bool is_later(id<source> newer, id<source> older) {
        if (kb_.out_ids<supersedes>(newer).empty() || kb_.in_ids<supersedes>(older).empty()) return false;
        if (!walked_) walk_all();
        return reaches(newer, older);
    }
    /// Whether one source of `a` and one of `b` are two documents, neither an edition of the other; both lists are put in order.
    ///
    /// But for sorting linear in the sources, times how many of one list stand side by side.
    [[nodiscard]] constexpr bool are_any_apart(std::vector<id<source>>& a, std::vector<id<source>>& b) {
        if (!walked_) walk_all();
        auto const older_first = [&](id<source> x, id<source> y) {
            auto const p = of(x).left, q = of(y).left;
            return p != q ? p < q : x < y;
        };
        std::sort(a.begin(), a.end(), older_first);
        std::sort(b.begin(), b.end(), older_first);
        newest_[0].clear(), newest_[1].clear();
        for (std::size_t i = 0, j = 0; i != a.size() || j != b.size();) {
            bool const is_b = i == a.size() || (j != b.size() && older_first(b[j], a[i]));
            auto const s = is_b ? b[j++] : a[i++];
            for (auto other : newest_[is_b ? 0 : 1])
                if (other != s && !are_of_one(s, other)) return true;
            auto& own = newest_[is_b ? 1 : 0];  // those that no later one of the list replaces
            std::erase_if(own, [&](id<source> x) { return x == s || is_later(s, x); });
            own.push_back(s);
        }
        return false;
    }
    /// Whether one of the two is a later edition of the other.
    [[nodiscard]] constexpr bool are_of_one(id<source> a, id<source> b) { return is_later(a, b) || is_later(b, a); }
    /// Whether one body speaks in both: they are one, editions of each other, or the base names the same body for both.
    [[nodiscard]] constexpr bool are_of_one_body(id<source> a, id<source> b) {
        if (a == b) return true;
        auto const body = body_of(kb_, a);
        return (body && body == body_of(kb_, b)) || are_of_one(a, b);
    }
};

/// Whether `newer` is a later edition of `older`, over any number of editions. Linear in the editions; `editions` answers many
/// such questions.
[[nodiscard]] constexpr bool is_later_edition(knowledge_base const& kb, id<source> newer, id<source> older) {
    return editions{kb}.is_later(newer, older);
}

}  // namespace treatise::inline v0_3
