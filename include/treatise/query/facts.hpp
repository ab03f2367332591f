// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/fact_of.hpp>
#include <treatise/query/profile.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace treatise::inline v0_3 {

/// Some neighbouring facts of a list, which must outlive it; each is made as it is read.
template <class List>
class facts_in {
    List const* list_ = nullptr;
    std::uint32_t first_ = 0, last_ = 0;

public:
    class iterator {
        List const* list_ = nullptr;
        std::uint32_t i_ = 0;

    public:
        using value_type = fact;
        using difference_type = std::ptrdiff_t;

        constexpr iterator() = default;
        constexpr iterator(List const* list, std::uint32_t i) : list_{list}, i_{i} {}
        constexpr fact operator*() const { return (*list_)[i_]; }
        constexpr iterator& operator++() {
            ++i_;
            return *this;
        }
        constexpr iterator operator++(int) {
            auto old = *this;
            ++i_;
            return old;
        }
        friend constexpr bool operator==(iterator, iterator) = default;
    };

    constexpr facts_in() = default;
    constexpr facts_in(List const* list, std::uint32_t first, std::uint32_t last) : list_{list}, first_{first}, last_{last} {}
    constexpr std::uint32_t size() const { return last_ - first_; }
    constexpr bool empty() const { return first_ == last_; }
    constexpr fact operator[](std::uint32_t i) const { return (*list_)[first_ + i]; }
    constexpr iterator begin() const { return {list_, first_}; }
    constexpr iterator end() const { return {list_, last_}; }
};

/// What is told of an option for a cause, matter by matter in the order of `profile`, each as a `fact`.
///
/// It holds the profile; its facts are made as they are read. The base must outlive it.
class fact_list {
    option_profile profile_{};

    friend TREATISE_INLINE_CONSTEXPR void facts(
        knowledge_base const&, relevance const&, id<treatise::option>, scope const&, profile_options const&, fact_list&);

    constexpr std::uint32_t begin_of(matter m) const {
        std::uint32_t n = 0;
        for (std::size_t i = 0; i != place_of(m); ++i) n += profile_.parts[i].last - profile_.parts[i].first;
        return n;
    }
    constexpr told const& told_at(std::uint32_t i) const {
        auto const* part = profile_.parts.data();
        for (; i >= part->last - part->first; ++part) i -= part->last - part->first;
        return profile_.told[part->first + i];
    }

public:
    constexpr fact_list() = default;
    constexpr explicit fact_list(option_profile of) : profile_{std::move(of)} {}

    constexpr std::uint32_t size() const { return static_cast<std::uint32_t>(profile_.told.size()); }
    constexpr bool empty() const { return profile_.told.empty(); }
    /// The fact of that number, which must be less than `size()`.
    constexpr fact operator[](std::uint32_t i) const {
        auto const& t = told_at(i);
        auto f = fact_of(profile_.base, t.says);
        f.is_range = t.is_range;
        return f;
    }
    constexpr auto begin() const& { return whole().begin(); }
    constexpr auto end() const& { return whole().end(); }
    /// Those on one matter: `for (auto f : all.on(matter::harm))`.
    constexpr facts_in<fact_list> on(matter m) const& {
        auto const first = begin_of(m);
        return {this, first, first + static_cast<std::uint32_t>(profile_.told_of(m).size())};
    }
    // A temporary list would be gone before they are read: keep it in a variable first.
    void begin() const&& = delete;
    void end() const&& = delete;
    void on(matter) const&& = delete;

    /// The other claims that say the fact of that number with it: of a range, or the same result in other measures.
    constexpr std::span<claim_id const> with(std::uint32_t i) const& { return profile_.with_of(told_at(i)); }
    void with(std::uint32_t) const&& = delete;

    /// What the sources say on the matter together: that they disagree, that nothing is reported ...
    constexpr cell_state state(matter m) const { return profile_.of(m).state; }
    /// How many more claims bear on the matter, which `why` tells.
    constexpr std::uint32_t untold(matter m) const { return static_cast<std::uint32_t>(profile_.untold_of(m).size()); }
    /// Whether no label was read for the warnings of the option, or of one of its members: silence on them is none of the
    /// label's.
    constexpr bool has_unread_label() const { return !profile_.label_unread.empty(); }
    constexpr option_profile const& profile() const& { return profile_; }
    void profile() const&& = delete;

private:
    constexpr facts_in<fact_list> whole() const { return {this, 0, size()}; }
};

/// What is told of an option for the cause of `relevant`, into a list that the caller keeps: nothing is allocated once an answer
/// was as long.
TREATISE_INLINE_CONSTEXPR void facts(knowledge_base const& kb, relevance const& relevant, id<option> o, scope const& s,
    profile_options const& options, fact_list& made) {
    profile(kb, relevant, o, s, options, made.profile_);
}

/// What is told of an option for a cause as values that a program can show: first things first, by the rules of `profile`. Each
/// says facet and stance, figure, of whom, and who says it where.
///
/// Warnings and contraindications are whole; of the rest `profile_options{.all = true}` tells everything. No statement of one
/// trial is told twice: its other arms and measures stand in `with`. Allocates nothing but the profile.
[[nodiscard]] TREATISE_INLINE_CONSTEXPR fact_list facts(
    knowledge_base const& kb, id<cause> asked, id<option> o, scope const& s = {}, profile_options const& options = {}) {
    return fact_list{profile(kb, asked, o, s, options)};
}

}  // namespace treatise::inline v0_3
