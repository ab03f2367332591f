// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/scope.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

namespace treatise::inline v0_3 {

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

namespace query_detail {
struct candidate_search;
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
    std::vector<reason> reasons_{};
    std::vector<entry> entries_{};

    friend query_detail::candidate_search;
    constexpr void clear() {
        reasons_.clear();
        entries_.clear();
    }
    constexpr void group() {
        auto const before = [](reason const& a, reason const& b) {
            if (a.option != b.option) return a.option < b.option;
            return a.applies != b.applies ? a.applies < b.applies : a.claim < b.claim;
        };
        // The claims of one relation about one cause come in order.
        if (std::is_constant_evaluated() || !std::is_sorted(reasons_.begin(), reasons_.end(), before))
            std::sort(reasons_.begin(), reasons_.end(), before);
        reasons_.erase(std::unique(reasons_.begin(), reasons_.end()), reasons_.end());
        for (std::uint32_t i = 0; i != reasons_.size(); ++i) {
            if (entries_.empty() || entries_.back().option != reasons_[i].option) entries_.push_back({reasons_[i].option, i, i});
            entries_.back().last = i + 1;
        }
    }

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

namespace query_detail {

template <class Payload>
constexpr intent intent_of(Payload const& p) {
    if constexpr (requires { p.intent; })
        return p.intent;
    else
        return intent::symptomatic;
}

struct candidate_search {
    knowledge_base const& kb;
    relevance const& relevant;
    scope const& narrowed;             ///< with what has stepped back, where that is asked for by `older` in fewer steps
    superseded_sources const* older;   ///< null: the scope says it
    candidate_list& found;

    /// What all listing claims of one attribution about one cause have in common: a scope asks for nothing else that they carry.
    /// Most claims share theirs with the one before.
    struct verdict {
        attribution const* said = nullptr;
        id<cause> object{};
        applicability applies{};
        bool stands = false;  ///< in the scope
        bool differs = false;  ///< from claim to claim: there is a later edition, or it is no longer current
    };
    verdict known[2]{};
    bool any_option = narrowed.options.empty() && !narrowed.kind;

    template <class Relation>
    constexpr verdict const& verdict_of(claim<Relation> const& c, id<cause> object) {
        for (auto const& v : known)
            if (v.said == c.said && v.object == object) return v;
        known[1] = known[0];
        auto const applies = relevant.of(object, *c.said);
        bool const replaced = older ? older->contains(c.said->source) : kb.in_ids<supersedes>(c.said->source).size() != 0;
        known[0] = {c.said, object, applies, in_scope<Relation>(kb, c.number, applies, narrowed),
            replaced || c.said->status != claim_status::current};
        return known[0];
    }

    constexpr void start() { found.clear(); }
    constexpr void finish() { found.group(); }
    template <class Relation>
    constexpr void operator()() {
        if constexpr (may_list<Relation>)
            for (auto about : relevant.reached())
                for (auto c : kb.about<Relation>(about)) add(c);
    }
    template <class Relation>
    constexpr void add(claim<Relation> const& c) {
        if constexpr (std::is_function_v<decltype(Relation::lists)>)
            if (!Relation::lists(kb.details(c.object))) return;
        if (!narrowed.intents.allows(intent_of(*c.carries))) return;
        if (auto const t = kb.as<therapy>(c.subject); t && kb.details(t).reference) return;
        auto object = id<cause>{};
        if constexpr (object_is_cause<Relation>) object = c.object;
        auto const& v = verdict_of(c, object);
        if (v.differs) {
            if (older && has_stepped_back(kb, c.number, relation_number<Relation>, narrowed.as_of)) return;
            if (!in_scope<Relation>(kb, c.number, v.applies, narrowed)) return;
        } else if (!v.stands) {
            return;
        }
        if (any_option || in_scope(kb, c.subject, narrowed)) found.reasons_.push_back({c.subject, c.number, v.applies, c.stance});
    }
};

// Not a member: clang 16 would not have its parts yet where a constant asks.
constexpr void list_candidates(candidate_search search) {
    search.start();
    each(claim_relations{}, search);
    search.finish();
}

}  // namespace query_detail

/// The options that sources document for a cause, for a wider group with it or for a kind of it; nothing is inferred
/// from membership. Prevention and treatment of the cause itself are listed only where the scope's intents ask for them.
///
/// Linear in the claims about the causes above and below.
constexpr candidate_list candidates(knowledge_base const& kb, id<cause> asked, scope const& s = {}) {
    candidate_list found;
    scope with_older = s;
    with_older.superseded = true;
    superseded_sources const older{kb};
    relevance const relevant{kb, asked};
    query_detail::list_candidates(
        query_detail::candidate_search{kb, relevant, with_older, s.superseded ? nullptr : &older, found});
    return found;
}

/// The same for the cause of `near`, into a list that the caller keeps: nothing is allocated once an answer was as long.
constexpr void candidates(knowledge_base const& kb, relevance const& relevant, scope const& s, candidate_list& found) {
    query_detail::list_candidates(query_detail::candidate_search{kb, relevant, s, nullptr, found});
}

}  // namespace treatise::inline v0_3
