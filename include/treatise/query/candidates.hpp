// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/scope.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace treatise {

/// One claim that makes an option a candidate, and how it applies to the cause.
struct reason {
    id<treatise::option> option;
    claim_id claim;
    applicability applies{};
    treatise::stance stance{};

    friend constexpr bool operator==(reason const&, reason const&) = default;
};

/// The class under which an option stands in a table: the one it is listed under, a class itself; none where it has no class.
constexpr id<therapy_class> row_of(knowledge_base const& kb, id<option> o) {
    if (auto const c = kb.as<therapy_class>(o)) return c;
    auto const t = kb.as<therapy>(o);
    for (auto e : kb.out<listed_under>(t)) return e.object;
    return {};
}

/// The options documented for a cause in display order, each with the claims that list it.
///
/// Flat: two vectors. An option that sources speak only against, or whose claims all exclude the cause,
/// is in the list and says so; it is never left out and never among the others.
class candidate_list {
    struct entry {
        id<treatise::option> option;
        std::uint32_t first, last;
    };
    std::vector<reason> reasons_;
    std::vector<entry> entries_;

public:
    /// One option of the list; lives as long as the list.
    struct candidate {
        id<treatise::option> option;
        std::span<reason const> reasons;  ///< the nearest first

        /// How the nearest claim applies.
        constexpr applicability applies() const { return reasons.front().applies; }
        constexpr bool is_excluded() const { return applies() == applicability::excluded; }
        /// No claim that applies speaks in its favour.
        constexpr bool is_only_against() const {
            for (auto const& r : reasons)
                if (r.applies != applicability::excluded && r.stance != stance::against) return false;
            return true;
        }
    };

    constexpr candidate_list() = default;
    constexpr explicit candidate_list(std::vector<reason> hits) : reasons_{std::move(hits)} {
        std::sort(reasons_.begin(), reasons_.end(), [](reason const& a, reason const& b) {
            if (a.option != b.option) return a.option < b.option;
            return a.applies != b.applies ? a.applies < b.applies : a.claim < b.claim;
        });
        reasons_.erase(std::unique(reasons_.begin(), reasons_.end()), reasons_.end());
        for (std::uint32_t i = 0; i != reasons_.size(); ++i) {
            if (entries_.empty() || entries_.back().option != reasons_[i].option) entries_.push_back({reasons_[i].option, i, i});
            entries_.back().last = i + 1;
        }
    }

    constexpr std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
    constexpr bool empty() const { return entries_.empty(); }
    constexpr candidate operator[](std::uint32_t i) const {
        auto const& e = entries_[i];
        return {e.option, std::span{reasons_}.subspan(e.first, e.last - e.first)};
    }
    /// Whether the option is in the list.
    constexpr bool contains(id<treatise::option> o) const {
        for (auto const& e : entries_)
            if (e.option == o) return true;
        return false;
    }

    class iterator {
    public:
        constexpr iterator(candidate_list const* list, std::uint32_t i) : list_{list}, i_{i} {}
        constexpr candidate operator*() const { return (*list_)[i_]; }
        constexpr iterator& operator++() {
            ++i_;
            return *this;
        }
        friend constexpr bool operator==(iterator, iterator) = default;

    private:
        candidate_list const* list_;
        std::uint32_t i_;
    };
    constexpr iterator begin() const { return {this, 0}; }
    constexpr iterator end() const { return {this, size()}; }
};

namespace detail {

template <class Payload>
constexpr intent intent_of(Payload const& p) {
    if constexpr (requires { p.intent; })
        return p.intent;
    else
        return intent::symptomatic;
}

struct candidate_search {
    knowledge_base const& kb;
    relevance const& near;
    scope const& narrowed;             ///< with what has stepped back, which is asked for here in fewer steps
    superseded_sources const* older;   ///< null: it is shown
    std::vector<reason>& hits;

    template <class Relation>
    constexpr void operator()() {
        if constexpr (Relation::lists)
            for (auto about : near.reached())
                for (auto c : kb.about<Relation>(about)) add(c);
    }
    template <class Relation>
    constexpr void add(claim<Relation> const& c) {
        if constexpr (std::same_as<Relation, affects>)
            if (kb.details(c.object).valence != valence::desirable) return;
        if (!narrowed.intents.allows(intent_of(*c.carries))) return;
        if (older && (c.said->status != claim_status::current || older->contains(c.said->source)) &&
            has_stepped_back(kb, c.number, relation_number<Relation>, narrowed.as_of))
            return;
        if (auto const t = kb.as<therapy>(c.subject); t && kb.details(t).reference) return;
        auto object = id<cause>{};
        if constexpr (object_is_cause<Relation>) object = c.object;
        auto const applies = near.of(object, *c.said);
        if (in_scope(kb, c.number, relation_number<Relation>, applies, narrowed) && in_scope(kb, c.subject, narrowed))
            hits.push_back({c.subject, c.number, applies, c.stance});
    }
};

}  // namespace detail

/// The options that sources document for a cause, for a wider group with it or for a kind of it; nothing is inferred
/// from membership. Prevention and treatment of the cause itself are listed only where the scope's intents ask for them.
///
/// Linear in the claims about the causes above and below; two allocations beside the result's.
constexpr candidate_list candidates(knowledge_base const& kb, id<cause> asked, scope const& s = {}) {
    std::vector<reason> hits;
    hits.reserve(64);
    relevance const near{kb, asked};
    scope with_older = s;
    with_older.superseded = true;
    superseded_sources const older{kb};
    each(claim_relations{}, detail::candidate_search{kb, near, with_older, s.superseded ? nullptr : &older, hits});
    return candidate_list{std::move(hits)};
}

}  // namespace treatise
