// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/standing.hpp>
#include <treatise/query/asked_scope.hpp>
#include <treatise/query/neutral_order.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// One claim that makes an option a candidate, and how it applies to the cause.
struct reason {
    id<treatise::option> option{};
    claim_id claim{};
    applicability applies{};
    treatise::stance stance{};
    bool narrow = false;  ///< advice for part of the people, in a setting, or after others failed
    bool added = false;  ///< by an overlay: behind the base's reasons

    friend constexpr bool operator==(reason const&, reason const&) = default;
};

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
    std::vector<reason> collected_{};  ///< as they are found
    std::vector<std::uint32_t> begin_{};  ///< where those of each option stand

    static constexpr bool stands_before(reason const& a, reason const& b) {
        if (a.added != b.added) return b.added;
        return a.applies != b.applies ? a.applies < b.applies : a.claim.value < b.claim.value;
    }
    /// Puts what was collected in order: by option in a counting sort, then by how it applies. A claim about several causes was
    /// found as often.
    constexpr void group(entity_range<id<treatise::option>> options) {
        begin_.assign(options.size() + 1, 0);
        for (auto const& r : collected_) ++begin_[options.slot(r.option) + 1];
        for (std::size_t o = 1; o != begin_.size(); ++o) begin_[o] += begin_[o - 1];
        reasons_.resize(collected_.size());
        for (auto const& r : collected_) reasons_[begin_[options.slot(r.option)]++] = r;
        entries_.clear();
        std::uint32_t first = 0, last = 0;  // `begin_` has become where they end
        for (std::uint32_t o = 0; o != options.size(); first = begin_[o++])
            if (first != begin_[o]) last = put_in_order(options[o], first, begin_[o], last);
        reasons_.resize(last);
    }
    /// Moves the reasons for one option to where the last ended, in order, each once; gives where they end.
    constexpr std::uint32_t put_in_order(id<treatise::option> o, std::uint32_t first, std::uint32_t last, std::uint32_t to) {
        auto* const all = reasons_.data();
        if (!std::is_sorted(all + first, all + last, stands_before)) std::sort(all + first, all + last, stands_before);
        auto const begin = to;
        for (auto i = first; i != last; ++i)
            if (to == begin || all[to - 1].claim != all[i].claim) all[to++] = all[i];
        entries_.push_back({o, begin, to});
        return to;
    }
    /// The same in the fewest steps, which compilers count in a constant: a chain of reasons an option, each put in its place.
    // Plain arrays: a vector counts steps for each that it sets. Numbers from 1, so that 0 is none.
    constexpr void group_in_few_steps(entity_range<id<treatise::option>> options, reason const* all, std::uint32_t size) {
        auto *const first = new std::uint32_t[options.size()]{}, *const next = new std::uint32_t[size + 1]{};
        for (std::uint32_t i = 1; i <= size; ++i) {
            auto* at = &first[options.slot(all[i].option)];
            while (*at != 0 && stands_before(all[*at], all[i])) at = &next[*at];
            if (*at == 0 || all[*at].claim != all[i].claim) next[i] = *at, *at = i;  // else found before, about another cause
        }
        reasons_.reserve(size);
        for (std::uint32_t o = 0, end = options.size(); o != end; ++o) {
            if (first[o] == 0) continue;
            auto const begin = static_cast<std::uint32_t>(reasons_.size());
            for (auto i = first[o]; i != 0; i = next[i]) reasons_.push_back(all[i]);
            entries_.push_back({options[o], begin, static_cast<std::uint32_t>(reasons_.size())});
        }
        delete[] first;
        delete[] next;
    }

public:
    /// One option of the list; lives as long as the list.
    struct candidate {
        id<treatise::option> option;
        std::span<reason const> reasons;  ///< the nearest first

        /// Nothing but overlays lists it.
        constexpr bool is_added() const { return reasons.front().added; }
        /// How the nearest claim applies; of the base's, where it lists the option.
        constexpr applicability applies() const { return reasons.front().applies; }
        constexpr bool is_excluded() const { return applies() == applicability::excluded; }
        /// Every claim that applies speaks against it, and not only under a condition; what overlays say of an option of the base
        /// does not count.
        constexpr bool is_only_against() const {
            for (auto const& r : reasons)
                if (r.applies != applicability::excluded && (r.stance != stance::against || r.narrow) && r.added == is_added())
                    return false;
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

struct candidate_search {
    knowledge_base const& kb;
    relevance const& relevant;
    asked_scope& narrowed;
    candidate_list& found;
    bool any_option = narrowed.asked.options.empty() && narrowed.asked.kinds.empty();
    bool only_marks =
        !narrows_claims(narrowed.asked) && !narrowed.asked.superseded;  ///< what is asked of a claim stands in its marks
    bool usual = narrowed.asked.intents == usual_intents;
    bool has_layers = kb.has_layers();
    unsigned refused = (only_marks ? claim_marks::stepped_back : 0u) | (usual ? claim_marks::other_intent : 0u) |
                       (narrowed.asked.predictions ? 0u : claim_marks::predicted);

    // Most claims share with the one before: its option, its relation, who says it.
    id<option> option_{};
    bool option_stands_ = false;
    std::uint32_t relation_ = 0;
    attribution const* said_ = nullptr;
    id<cause> object_{};
    applicability applies_{};

    constexpr bool is_asked(id<option> o) {
        if (o != option_) option_ = o, option_stands_ = in_scope(o, narrowed);
        return option_stands_;
    }
    /// Whether the claim is a reason, and which.
    constexpr bool is_reason(claim_id c, reason& r) {
        if (auto const of = kb.edges_of(relation_); c.value - of.first >= of.last - of.first) relation_ = kb.relation(c);
        if ((kb.marks(c, relation_).bits & refused) != 0) return false;
        if (!usual && !narrowed.asked.intents.allows(intent_of(kb, c, relation_))) return false;
        r.option = kb.subject<option>(c);
        if (!any_option && !is_asked(r.option)) return false;
        auto const& said = kb.said(c, relation_);
        auto const object = kb.as<cause>(kb.object(c));
        if (said_ != &said || object_ != object) said_ = &said, object_ = object, applies_ = relevant.of(object, said);
        if (only_marks ? applies_ == applicability::unrelated : !in_scope(c, relation_, applies_, narrowed)) return false;
        r.claim = c;
        r.applies = applies_;
        r.stance = kb.stance(c, relation_);
        r.narrow = relation_ == relation_number<recommended_for> && static_cast<bool>(kb.payload<recommended_for>(c).narrow);
        r.added = has_layers && kb.layer(c, relation_) != 0;
        return true;
    }
    constexpr void run() {
        if (std::is_constant_evaluated()) return run_in_few_steps();
        reason r;
        found.collected_.clear();
        for (auto about : relevant.reached())
            for (auto c : kb.listing_ids(about))
                if (is_reason(c, r)) found.collected_.push_back(r);
        found.group(kb.all<option>());
    }
    constexpr void run_in_few_steps() {
        std::uint32_t size = 0;
        for (auto about : relevant.reached()) size += kb.listing_ids(about).size();
        auto* const all = new reason[size + 1]{};
        size = 0;
        for (auto about : relevant.reached()) {
            auto const claims = kb.listing_ids(about);
            // By index: an iterator holds the range, and constants count every copy.
            for (std::uint32_t i = 0, end = claims.size(); i != end; ++i)
                if (is_reason(claims[i], all[size + 1])) ++size;
        }
        found.group_in_few_steps(kb.all<option>(), all, size);
        delete[] all;
    }
};

}  // namespace query_detail

/// The options that sources document for a cause, for a wider group with it or for a kind of it; nothing is inferred
/// from membership. Prevention, treatment of the cause itself and predictions are listed only where the scope asks for them.
///
/// Linear in the claims that list an option for it or for the causes above and below, and in the options; those of an option
/// are sorted. Without a scope, it reads what was worked out when the base was made.
constexpr candidate_list candidates(knowledge_base const& kb, id<cause> asked, scope const& s = {}) {
    candidate_list found;
    relevance const relevant{kb, asked};
    asked_scope narrowed{kb, s};
    query_detail::candidate_search{kb, relevant, narrowed, found}.run();
    return found;
}

/// The same for the cause of `near`, into a list that the caller keeps: nothing is allocated once an answer was as long.
constexpr void candidates(knowledge_base const& kb, relevance const& relevant, asked_scope& s, candidate_list& found) {
    query_detail::candidate_search{kb, relevant, s, found}.run();
}
/// The same of a scope that is asked once.
constexpr void candidates(knowledge_base const& kb, relevance const& relevant, scope const& s, candidate_list& found) {
    asked_scope narrowed{kb, s};
    candidates(kb, relevant, narrowed, found);
}

}  // namespace treatise::inline v0_3
