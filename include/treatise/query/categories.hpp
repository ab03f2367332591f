// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/candidates.hpp>
#include <treatise/query/claim_counts.hpp>
#include <treatise/query/why.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// An option of a category, how its nearest claim applies, and what is said of it.
struct category_option {
    id<treatise::option> option{};
    id<therapy_class> row{};
    applicability applies{};
    bool is_excluded = false;      ///< every claim that lists it sets the cause apart
    bool is_only_against = false;  ///< every claim that lists it and applies speaks against it, and not only under a condition
    claim_counts said{};  ///< of it, its forms and members, and what protects of its classes; never benefits of a class

    friend constexpr bool operator==(category_option const&, category_option const&) = default;
};

/// A kind of therapy with the options documented in it; lives as long as its list.
struct category {
    id<therapy_class> kind{};  ///< a root class; none: options in no class
    std::span<category_option const> options{};

    /// How the nearest claim about one of them applies.
    constexpr applicability applies() const {
        auto nearest = applicability::unrelated;
        for (auto const& o : options)
            if (o.applies < nearest) nearest = o.applies;
        return nearest;
    }
};

namespace query_detail {
struct category_search;
}

/// The kinds of therapy documented for a cause, in their declared order; inside one by row and A to Z. Flat: two vectors.
class category_list {
    struct entry {
        id<therapy_class> kind;
        std::uint32_t first, last;
    };
    std::vector<category_option> options_{};
    std::vector<entry> kinds_{};

    friend query_detail::category_search;
    candidate_list candidates_{};  // kept so that the next answer allocates nothing
    query_detail::around_memory around_{};
    std::vector<statement> said_{};
    std::vector<id<therapy_class>> above_{};
    struct placed {
        neutral_place place;
        std::uint32_t which;  ///< of the candidates
    };
    std::vector<placed> order_{};

public:
    constexpr std::uint32_t size() const { return static_cast<std::uint32_t>(kinds_.size()); }
    constexpr bool empty() const { return kinds_.empty(); }
    constexpr category operator[](std::uint32_t i) const& {
        auto const& e = kinds_[i];
        return {e.kind, std::span{options_}.subspan(e.first, e.last - e.first)};
    }
    void operator[](std::uint32_t) const&& = delete;  // its options would be gone with the list
    /// The options of all categories.
    constexpr std::span<category_option const> options() const& { return options_; }
    void options() const&& = delete;

    class iterator {
    public:
        constexpr iterator(category_list const* list, std::uint32_t i) : list_{list}, i_{i} {}
        constexpr category operator*() const { return (*list_)[i_]; }
        constexpr iterator& operator++() {
            ++i_;
            return *this;
        }
        friend constexpr bool operator==(iterator, iterator) = default;

    private:
        category_list const* list_;
        std::uint32_t i_;
    };
    constexpr iterator begin() const& { return {this, 0}; }
    constexpr iterator end() const& { return {this, size()}; }
    void begin() const&& = delete;
    void end() const&& = delete;
};

namespace query_detail {

struct category_search {
    knowledge_base const& kb;
    relevance const& relevant;
    scope const& narrowed;
    category_list& made;

    constexpr void count(category_option& o, asked_scope& whole) const {
        statements_around(kb, relevant, o.option, whole, false, made.around_, made.said_);
        for (auto const& s : made.said_) {
            bool const is_own = s.of == said_of::itself || s.of == said_of::form || s.of == said_of::member;
            if (s.applies == applicability::excluded || (s.facet == facet::benefit && !is_own)) continue;
            o.said.add(s.facet, kb.stance(s.claim));
        }
    }
    constexpr void run() const {
        candidates(kb, relevant, narrowed, made.candidates_);
        auto const& found = made.candidates_;
        made.order_.clear(), made.options_.clear(), made.kinds_.clear();
        made.order_.reserve(found.size()), made.options_.reserve(found.size());
        for (std::uint32_t i = 0; i != found.size(); ++i)
            made.order_.push_back({neutral_place_of(kb, found[i].option, made.above_), i});
        std::sort(made.order_.begin(), made.order_.end(), [](auto const& a, auto const& b) { return a.place < b.place; });
        auto all_aims = narrowed;
        if (all_aims.intents == usual_intents) all_aims.intents = {};  // aim hides no harm
        asked_scope whole{kb, std::move(all_aims)};
        for (auto const& [place, which] : made.order_) {
            auto const n = static_cast<std::uint32_t>(made.options_.size());
            if (made.kinds_.empty() || made.kinds_.back().kind != place.kind) made.kinds_.push_back({place.kind, n, n});
            made.kinds_.back().last = n + 1;
            auto const c = found[which];
            made.options_.push_back({place.option, place.row, c.applies(), c.is_excluded(), c.is_only_against()});
            count(made.options_.back(), whole);
        }
    }
};

}  // namespace query_detail

/// The categories for the cause of `relevant`, into a list that the caller keeps: nothing is allocated once an answer was as
/// long.
constexpr void categories(knowledge_base const& kb, relevance const& relevant, scope const& s, category_list& made) {
    query_detail::category_search{kb, relevant, s, made}.run();
}

/// Which kinds of therapy are documented for a cause, with the options in each, and how much is said of them on which side.
///
/// The options are those of `candidates`, also those that sources speak against or set apart, which say so. As many questions of
/// `why` as there are options.
[[nodiscard]] constexpr category_list categories(knowledge_base const& kb, id<cause> asked, scope const& s = {}) {
    category_list made;
    categories(kb, relevance{kb, asked}, s, made);
    return made;
}

}  // namespace treatise::inline v0_3
