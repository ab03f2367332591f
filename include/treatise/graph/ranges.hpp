// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/id.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>  // for the iterator tags: <iterator> brings the streams, 2,000 lines

// Ranges without <ranges>: two small iterators spare every including file 0.3 s.
namespace treatise::inline v0_3 {

/// Iterates over anything indexable by value; `Range` needs `operator[]` and is held by value.
template <class Range>
class index_iterator {
public:
    using value_type = decltype(Range{}[0u]);
    using difference_type = std::ptrdiff_t;
    using reference = value_type;
    using pointer = void;
    using iterator_category = std::input_iterator_tag;  // C++17's sense: it has no real reference
    using iterator_concept = std::random_access_iterator_tag;

    constexpr index_iterator() = default;
    constexpr index_iterator(Range range, std::uint32_t i) : range_{range}, i_{i} {}

    [[gnu::always_inline]] constexpr value_type operator*() const { return range_[i_]; }
    constexpr value_type operator[](difference_type n) const { return *(*this + n); }
    constexpr index_iterator& operator++() { return *this += 1; }
    constexpr index_iterator operator++(int) {
        auto old = *this;
        ++*this;
        return old;
    }
    constexpr index_iterator& operator--() { return *this += -1; }
    constexpr index_iterator operator--(int) {
        auto old = *this;
        --*this;
        return old;
    }
    constexpr index_iterator& operator+=(difference_type n) {
        i_ = static_cast<std::uint32_t>(static_cast<difference_type>(i_) + n);
        return *this;
    }
    constexpr index_iterator& operator-=(difference_type n) { return *this += -n; }
    friend constexpr index_iterator operator+(index_iterator a, difference_type n) { return a += n; }
    friend constexpr index_iterator operator+(difference_type n, index_iterator a) { return a += n; }
    friend constexpr index_iterator operator-(index_iterator a, difference_type n) { return a -= n; }
    friend constexpr difference_type operator-(index_iterator a, index_iterator b) {
        return static_cast<difference_type>(a.i_) - static_cast<difference_type>(b.i_);
    }
    friend constexpr bool operator==(index_iterator a, index_iterator b) { return a.i_ == b.i_; }
    friend constexpr auto operator<=>(index_iterator a, index_iterator b) { return a.i_ <=> b.i_; }

private:
    Range range_{};
    std::uint32_t i_ = 0;
};

/// What every range of a knowledge base offers; `Derived` has `size()` and `operator[]`.
template <class Derived>
struct range_interface {
    constexpr auto begin() const { return index_iterator<Derived>{self(), 0}; }
    constexpr auto end() const { return index_iterator<Derived>{self(), self().size()}; }
    constexpr bool empty() const { return self().size() == 0; }
    constexpr auto front() const { return self()[0]; }

private:
    constexpr Derived const& self() const { return static_cast<Derived const&>(*this); }
};

/// Consecutive ids.
template <class Id>
struct id_range : range_interface<id_range<Id>> {
    std::uint32_t first = 0, last = 0;

    constexpr id_range() = default;
    constexpr id_range(std::uint32_t f, std::uint32_t l) : first{f}, last{l} {}
    constexpr std::uint32_t size() const { return last - first; }
    constexpr Id operator[](std::uint32_t i) const { return Id::from_number(first + i); }
};

/// Some consecutive numbers, and perhaps some more behind a gap: those that there are of something.
///
/// The numbers of the entities of a kind: the base's own, and those that layers on top of it add.
struct number_range {
    std::uint32_t first = 0, count = 0, added_first = 0, added_count = 0;

    constexpr std::uint32_t size() const { return count + added_count; }
    constexpr bool empty() const { return count + added_count == 0; }
    /// Which of them `n` is, from 0; `size()` or more where it is none.
    constexpr std::uint32_t slot(std::uint32_t n) const {
        if (n - first < count) return n - first;
        return n - added_first < added_count ? count + (n - added_first) : no_number;
    }
    constexpr bool contains(std::uint32_t n) const { return n - first < count || n - added_first < added_count; }
    constexpr std::uint32_t number(std::uint32_t slot) const {
        return slot < count ? first + slot : added_first + (slot - count);
    }
    friend constexpr bool operator==(number_range const&, number_range const&) = default;
    /// `n`, or the first of them where `n` is none: a damaged number becomes one that exists.
    constexpr std::uint32_t clamp(std::uint32_t n) const { return contains(n) ? n : number(0); }
};

/// The entities of a kind, or of kinds that stand together: the base's own, then those that layers on top of it add.
template <class Id>
struct entity_range : range_interface<entity_range<Id>> {
    number_range numbers{};

    constexpr entity_range() = default;
    constexpr explicit entity_range(number_range n) : numbers{n} {}
    constexpr std::uint32_t size() const { return numbers.size(); }
    constexpr Id operator[](std::uint32_t i) const { return Id::from_number(numbers.number(i)); }
    /// Which of them `e` is, from 0: the place of what somebody keeps for each; `size()` or more where it is none.
    template <class Kind>
    constexpr std::uint32_t slot(id<Kind> e) const {
        return numbers.slot(e.value);
    }
};

/// Ids read from an array, or consecutive ones where there is no array.
template <class Id>
struct id_run : range_interface<id_run<Id>> {
    std::uint32_t const* numbers = nullptr;
    std::uint32_t first = 0, count = 0;
    number_range among{};  ///< what the numbers of the array may be

    constexpr id_run() = default;
    constexpr id_run(std::uint32_t f, std::uint32_t n) : first{f}, count{n} {}
    constexpr id_run(std::uint32_t const* p, std::uint32_t n, number_range a) : numbers{p}, count{a.empty() ? 0 : n}, among{a} {}
    constexpr std::uint32_t size() const { return count; }
    constexpr Id operator[](std::uint32_t i) const { return Id::from_number(numbers ? among.clamp(numbers[i]) : first + i); }
};

/// The names of the entities of an `id_run` that is read from an array.
struct name_run : range_interface<name_run> {
    std::uint32_t const *numbers = nullptr, *begin_of = nullptr;
    char const* pool = nullptr;
    std::size_t pool_size = 0;
    std::uint32_t count = 0;
    number_range among{};

    constexpr name_run() = default;
    constexpr name_run(
        std::uint32_t const* p, std::uint32_t const* b, char const* c, std::size_t s, std::uint32_t n, number_range a)
        : numbers{p}, begin_of{b}, pool{c}, pool_size{s}, count{n}, among{a} {}
    constexpr std::uint32_t size() const { return count; }
    constexpr std::string_view operator[](std::uint32_t i) const {
        auto const* const at = begin_of + among.clamp(numbers[i]);
        auto const first = at[0], n = at[1] - first;
        return std::uint64_t{first} + n <= pool_size ? std::string_view{pool + first, n} : std::string_view{};
    }
};

/// One run, then another.
template <class Id>
struct two_runs : range_interface<two_runs<Id>> {
    id_run<Id> a{}, b{};

    constexpr two_runs() = default;
    constexpr two_runs(id_run<Id> x, id_run<Id> y) : a{x}, b{y} {}
    constexpr std::uint32_t size() const { return a.count + b.count; }
    constexpr Id operator[](std::uint32_t i) const { return i < a.count ? a[i] : b[i - a.count]; }
};

}  // namespace treatise::inline v0_3
