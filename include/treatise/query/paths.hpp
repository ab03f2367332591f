// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/asked_scope.hpp>

#include <vector>

namespace treatise::inline v0_3 {

/// A documented way from a therapy over a mechanism to a cause: an explanation, not evidence that it helps.
struct path {
    claim_id acts;        ///< the therapy acts by the mechanism
    claim_id implicated;  ///< the mechanism is implicated in the cause
    id<treatise::mechanism> mechanism;
    applicability applies{};  ///< of the second step

    friend constexpr bool operator==(path const&, path const&) = default;
};

namespace query_detail {

/// The steps from one mechanism that lead to a cause of `near`. Most lead elsewhere: those are passed over by their object
/// alone, and where few causes are near, each is looked up.
class near_steps {
    id_run<claim_id> steps_;
    id_run<id<cause>> causes_;
    relevance const& relevant_;
    bool contexts_, few_;

public:
    constexpr near_steps(knowledge_base const& kb, relevance const& relevant, id<mechanism> m)
        : steps_{kb.out_ids<implicated_in>(m)},
          causes_{kb.objects<implicated_in>(steps_)},
          relevant_{relevant},
          contexts_{kb.has_contexts<implicated_in>()},
          few_{relevant.reached().size() == 1} {}

    constexpr std::uint32_t end() const { return steps_.size(); }
    constexpr std::uint32_t begin() const { return next(0); }
    constexpr claim_id operator[](std::uint32_t i) const { return steps_[i]; }
    /// The first of them from `i` on.
    constexpr std::uint32_t next(std::uint32_t i) const {
        if (contexts_) return i;
        if (!few_) {
            while (i != end() && !relevant_.reaches(causes_[i])) ++i;
            return i;
        }
        auto const asked = relevant_.reached().front();
        auto last = end();
        while (i != last) {
            auto const middle = i + (last - i) / 2;
            if (causes_[middle] < asked)
                i = middle + 1;
            else
                last = middle;
        }
        return i != end() && causes_[i] == asked ? i : end();
    }
};

}  // namespace query_detail

/// The mechanisms implicated in the causes of a question: asked once, it spares the paths of many options a search each.
///
/// Linear in the claims about those causes; keeps its memory, a byte a mechanism.
class implicated_mechanisms {
    std::vector<std::uint8_t> when_;  ///< by mechanism: the question that last reached it
    entity_range<id<mechanism>> all_{};
    std::uint8_t question_ = 0;

public:
    constexpr void ask(knowledge_base const& kb, relevance const& relevant) {
        auto const all = kb.all<mechanism>();
        if (++question_ == 0 || when_.size() != all.size() || all_.numbers != all.numbers) {
            when_.assign(all.size(), 0);
            question_ = 1;
            all_ = all;
        }
        for (auto const c : relevant.reached())
            for (auto const i : kb.about_ids<implicated_in>(c)) {
                auto const m = all_.slot(kb.subject<mechanism>(i));
                if (m < when_.size()) when_[m] = question_;
            }
    }
    constexpr bool contains(id<mechanism> m) const {
        auto const i = all_.slot(m);
        return i < when_.size() && when_[i] == question_;
    }
};

namespace query_detail {
/// Whether the claim says that the step is there: one against it, or one that found none, leads nowhere.
constexpr bool is_step(stance s) { return s == stance::in_favour || s == stance::mixed || s == stance::no_recommendation; }
/// The paths that begin with the claim `acts`.
constexpr void add_paths(
    knowledge_base const& kb, relevance const& relevant, claim_id acts, asked_scope& s, std::vector<path>& found) {
    auto const by = kb.as<mechanism>(kb.object(acts));
    near_steps const steps{kb, relevant, by};
    auto i = steps.begin();
    if (i == steps.end() || !is_step(kb.stance<acts_by>(acts)) || !in_scope<acts_by>(acts, relevant.of<acts_by>(acts), s)) return;
    for (; i != steps.end(); i = steps.next(i + 1)) {
        auto const applies = relevant.of<implicated_in>(steps[i]);
        if (applies != applicability::excluded && is_step(kb.stance<implicated_in>(steps[i])) &&
            in_scope<implicated_in>(steps[i], applies, s))
            found.push_back({acts, steps[i], by, applies});
    }
}
}  // namespace query_detail

/// The paths for the cause of `near`, into a list that the caller keeps: nothing is allocated once an answer was as long.
constexpr void paths(
    knowledge_base const& kb, relevance const& relevant, id<option> o, asked_scope& s, std::vector<path>& found) {
    found.clear();
    for (auto const a : kb.out_ids<acts_by>(o)) query_detail::add_paths(kb, relevant, a, s, found);
}
/// The same of a scope that is asked once.
constexpr void paths(
    knowledge_base const& kb, relevance const& relevant, id<option> o, scope const& s, std::vector<path>& found) {
    asked_scope narrowed{kb, s};
    paths(kb, relevant, o, narrowed, found);
}

/// The same where `among` has been asked the same question.
constexpr void paths(knowledge_base const& kb, relevance const& relevant, implicated_mechanisms const& among, id<option> o,
    asked_scope& s, std::vector<path>& found) {
    found.clear();
    auto const acts = kb.out_ids<acts_by>(o);
    auto const by = kb.objects<acts_by>(acts);
    for (std::uint32_t k = 0; k != acts.size(); ++k)
        if (among.contains(by[k])) query_detail::add_paths(kb, relevant, acts[k], s, found);
}
/// The same of a scope that is asked once.
constexpr void paths(knowledge_base const& kb, relevance const& relevant, implicated_mechanisms const& among, id<option> o,
    scope const& s, std::vector<path>& found) {
    asked_scope narrowed{kb, s};
    paths(kb, relevant, among, o, narrowed, found);
}

/// The paths from an option over its own mechanisms; a class's mechanisms are not its members'.
constexpr std::vector<path> paths(knowledge_base const& kb, id<option> o, id<cause> asked, scope const& s = {}) {
    std::vector<path> found;
    asked_scope narrowed{kb, s};
    paths(kb, relevance{kb, asked}, o, narrowed, found);
    return found;
}

}  // namespace treatise::inline v0_3
